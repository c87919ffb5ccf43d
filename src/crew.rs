//! Work shared among threads, with its outcomes in the order of the work.
//!
//! One thread hands out jobs and takes what became of them, in order; the others work. No more jobs
//! are under way than keep everyone busy, so memory does not grow with the work. With one thread
//! everything happens in it, by the same functions.

use std::collections::VecDeque;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Mutex, PoisonError};

use crate::error::{Error, Result};

/// How a run is done. Whatever is chosen, the results are the same: a test compares them.
#[derive(Clone, Copy, Debug)]
pub struct Work {
    /// Threads to work on.
    pub threads: usize,
    /// Whether what was found out about a row serves other rows that say the same.
    pub by_memory: bool,
    /// Rows that a thread remembers at most.
    pub remembered: usize,
    /// Bytes of an export that are read at a time, roughly.
    pub block: usize,
}

impl Default for Work {
    fn default() -> Work {
        Work {
            threads: 1,
            by_memory: true,
            remembered: 45_000,
            // Small enough to stay in a processor's cache.
            block: 1 << 18,
        }
    }
}

/// Jobs under way for each thread: one at work, one waiting.
const UNDER_WAY: usize = 2;

/// Does the jobs that `next` gives and hands each outcome to `take`, in their order. Each thread has
/// a desk of its own, set up by `desk`, that `work` finds as the job before left it.
///
/// # Errors
/// The first that `next` or `take` gives.
pub(crate) fn in_order<Job: Send, Done: Send, Desk>(
    threads: usize,
    mut next: impl FnMut() -> Result<Option<Job>>,
    desk: impl Fn() -> Desk + Sync,
    work: impl Fn(&mut Desk, Job) -> Done + Sync,
    mut take: impl FnMut(Done) -> Result<()>,
) -> Result<()> {
    if threads < 2 {
        let mut own = desk();
        while let Some(job) = next()? {
            take(work(&mut own, job))?;
        }
        return Ok(());
    }
    let (hand_out, jobs) = mpsc::channel::<(Job, SyncSender<Done>)>();
    let jobs = Mutex::new(jobs);
    let worker = || {
        let mut own = desk();
        loop {
            let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok((job, answer)) = job else {
                return;
            };
            // Nobody waits any more if an error ended the run.
            let _ = answer.send(work(&mut own, job));
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(worker);
        }
        // Dropped with this closure, whatever the outcome: then the workers go home.
        let hand_out = hand_out;
        let mut under_way: VecDeque<Receiver<Done>> = VecDeque::new();
        let mut more = true;
        loop {
            while more && under_way.len() < UNDER_WAY * threads {
                match next()? {
                    Some(job) => {
                        let (answer, outcome) = mpsc::sync_channel(1);
                        hand_out.send((job, answer)).map_err(|_| stopped())?;
                        under_way.push_back(outcome);
                    }
                    None => more = false,
                }
            }
            match under_way.pop_front() {
                Some(outcome) => take(outcome.recv().map_err(|_| stopped())?)?,
                None => return Ok(()),
            }
        }
    })
}

/// A worker panicked; its message is on standard error already.
fn stopped() -> Error {
    Error::new(
        "",
        "a thread of this program stopped",
        "report this as a bug",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outcomes_come_in_order() {
        for threads in [1, 2, 3, 8] {
            let mut jobs = 0..100_u64;
            let mut seen = Vec::new();
            in_order(
                threads,
                || Ok(jobs.next()),
                || 0_u64,
                |done, job| {
                    *done += 1;
                    // Later jobs are quicker.
                    std::thread::sleep(std::time::Duration::from_micros(100 - job));
                    (job, *done)
                },
                |(job, _)| {
                    seen.push(job);
                    Ok(())
                },
            )
            .expect("done");
            assert_eq!(seen, (0..100).collect::<Vec<_>>(), "{threads} threads");
        }
    }

    #[test]
    fn an_error_ends_the_work() {
        for threads in [1, 3] {
            let mut jobs = 0..100_u64;
            let mut taken = 0;
            let outcome = in_order(
                threads,
                || Ok(jobs.next()),
                || (),
                |(), job| job,
                |job| {
                    taken = job;
                    (job < 10).then_some(()).ok_or_else(stopped)
                },
            );
            assert!(outcome.is_err() && taken == 10, "{threads} threads");
        }
    }
}
