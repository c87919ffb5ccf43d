//! A run that is stopped from outside: no half-written part of a file stays beside the output.

/// Takes the parts away where the run is interrupted or asked to end; then it ends as it would without this.
#[cfg(unix)]
pub fn leave_no_parts() {
    use serumcheck::report::atomic;
    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    // Without it, the run is as good, and a part may stay.
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else {
        return;
    };
    std::thread::spawn(move || {
        for signal in signals.forever() {
            atomic::remove_parts();
            let _ = emulate_default_handler(signal);
        }
    });
}

#[cfg(not(unix))]
pub fn leave_no_parts() {}
