//! The `readout` command: parses arguments, calls the library, prints, exits.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("readout: {}", message(&error));
            ExitCode::from(2)
        }
    }
}

/// The error and its causes, without a cause that the text before it has said already, and with nothing in it that a
/// terminal obeys.
fn message(error: &anyhow::Error) -> String {
    let mut text = String::new();
    for cause in error.chain() {
        let cause = cause.to_string();
        if text.is_empty() {
            text = cause;
        } else if !text.contains(&cause) {
            text = format!("{text}: {cause}");
        }
    }
    text.lines().map(readout::text::width::visible).collect::<Vec<_>>().join("\n")
}
