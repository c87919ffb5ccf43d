//! What the user typed, and what the program answers: 0, 1 or 2.

mod args;
mod check;
mod convert;
mod explain;
mod layout;
mod options;
mod preop;
mod progress;
mod ranges;
mod review;
mod session;
mod sheets;
mod stopped;

use std::process::ExitCode;

use clap::Parser;
use serumcheck::error::Error;

use args::{Cli, Command};

/// Runs the program. 0: it worked, whatever the results are. 1: it worked, and a condition of
/// `--fail-on` was met. 2: it could not be done.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(message) => {
            // Help and version are answers, not errors.
            let worked = !message.use_stderr();
            let _ = message.print();
            return if worked {
                ExitCode::SUCCESS
            } else {
                ExitCode::from(2)
            };
        }
    };
    stopped::leave_no_parts();
    let outcome = match cli.command {
        Command::Check(args) => check::run(&args),
        Command::Preop(args) => preop::run(&args),
        Command::Review(args) => review::run(&args),
        Command::Layout(args) => layout::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Convert(args) => convert::run(&args),
        Command::Ranges(args) => ranges::run(&args),
    };
    match outcome {
        Ok(Outcome::Worked) => ExitCode::SUCCESS,
        Ok(Outcome::ConditionMet) => ExitCode::from(1),
        Err(error) if error.is_broken_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// How a command ended.
pub enum Outcome {
    /// It worked.
    Worked,
    /// It worked, and a condition of `--fail-on` was met.
    ConditionMet,
}

/// Result of a command.
pub type Answer = Result<Outcome, Error>;
