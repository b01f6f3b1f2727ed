//! The `readout` command: parses arguments, calls the library, prints, exits.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run() {
        Ok(code) => code,
        Err(error) => {
            cli::tell(&cli::message(&error));
            ExitCode::from(cli::FAILED)
        }
    }
}
