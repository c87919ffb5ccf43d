//! A progress bar on standard error: only on a terminal, only for long runs.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Files shorter than this are done before a bar could be read.
const WORTH_A_BAR: u64 = 8 << 20;

/// A bar over `bytes`, read three times: for the survey, for a second look where it finds reason for
/// one, and for the results.
pub fn bar(bytes: u64) -> ProgressBar {
    if bytes < WORTH_A_BAR || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(3 * bytes), ProgressDrawTarget::stderr_with_hz(5));
    if let Ok(style) =
        ProgressStyle::with_template("{bar:30} {percent:>3} %  {binary_bytes_per_sec}  {eta} left")
    {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(500));
    bar
}
