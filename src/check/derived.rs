//! Derived values, written behind all rows: an input may come after the rest.

use std::cell::RefCell;
use std::io::Write;

use super::stream::{Closing, Stream};
use crate::crew;
use crate::derive::Collector;
use crate::error::Result;
use crate::report::{Scribe, Summary, broken};

/// Draws that a thread takes at a time.
const AT_A_TIME: usize = 256;

/// Writes everything that can be derived, draw by draw in the order in which they began.
pub(super) fn write(
    job: Stream<'_>,
    mut collector: Collector<'_>,
    out: &mut dyn Write,
    closing: &mut Closing,
) -> Result<()> {
    collector.close();
    let mut remarks = collector.take_remarks();
    let collector = &collector;
    let mut from = 0;
    // Memory that was written, to be written to again.
    let spare = RefCell::new(Vec::new());
    crew::in_order(
        job.work.threads,
        || {
            let draws = from..collector.draws().min(from + AT_A_TIME);
            from = draws.end;
            let more = !draws.is_empty();
            Ok(more.then(|| (draws, spare.borrow_mut().pop().unwrap_or_default())))
        },
        || Scribe::new(job.form, job.settings),
        |scribe, (draws, mut written): (_, Vec<u8>)| {
            written.clear();
            let mut summary = Summary::default();
            let remarks = collector.tell(draws, |result| {
                summary.add(result);
                scribe.add(result, &mut written);
            });
            (written, summary, remarks)
        },
        |(written, summary, more)| {
            out.write_all(&written).map_err(broken)?;
            closing.summary.merge(&summary);
            remarks.merge(more);
            spare.borrow_mut().push(written);
            Ok(())
        },
    )?;
    closing.summary.not_derived(remarks.refused().clone());
    let notices = remarks.take_notices(collector.files());
    closing.notices.extend(notices);
    Ok(())
}
