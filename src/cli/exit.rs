//! Exit codes: what they are, and what each command means by them, for --help and the manual.

/// Done, and nothing to report.
pub const DONE: u8 = 0;
/// Done, and there is something to report.
pub const FOUND: u8 = 1;
/// Could not do it, or not all of it; stderr says why.
pub const FAILED: u8 = 2;

/// What the codes of one command mean.
pub(super) type Meanings = &'static [(u8, &'static str)];

const REFUSED: (u8, &str) = (FAILED, "could not do it, with a message on stderr that says why");

/// Of the program as a whole.
pub(super) const ALL: Meanings = &[
    (DONE, "done and nothing to report"),
    (
        FOUND,
        "done, and `check` or `site --check` found a change, `codebook check` something to mend, `compare --exit-code` a silent side or \
         `evaluate --min` a shortfall",
    ),
    (FAILED, "could not do it, or not all of it, with a message on stderr that says why"),
];
/// Of commands that have nothing to report.
pub(super) const PLAIN: Meanings = &[(DONE, "done"), REFUSED];
pub(super) const COMPARE: Meanings =
    &[(DONE, "done"), (FOUND, "with --exit-code, a side is silent on a topic that another raises"), REFUSED];
pub(super) const CHECK: Meanings = &[
    (DONE, "every comparison is as accepted, or accepted now"),
    (FOUND, "a comparison has changed, or there is none; with --strict, something looks like a slip"),
    (
        FAILED,
        "could not do it, or not for every meeting: stderr names each text that could not be read, and the others are checked",
    ),
];
pub(super) const SITE: Meanings = &[
    (DONE, "the pages are written, or with --check as they should be"),
    (FOUND, "with --check, a page differs, is missing or is stale"),
    REFUSED,
];
/// Of a command that goes on behind a text that it cannot read.
pub(super) const CODE: Meanings = &[
    (DONE, "done"),
    (
        FAILED,
        "could not do it, or not all of it: stderr names each text that could not be read, and the others are shown",
    ),
];
pub(super) const EVALUATE: Meanings =
    &[(DONE, "done"), (FOUND, "with --min, a figure is below its minimum, which stderr names"), REFUSED];
pub(super) const CODEBOOK: Meanings =
    &[(DONE, "done"), (FOUND, "`codebook check` found something to mend, if only a note"), REFUSED];
pub(super) const IMPORT: Meanings = &[
    (DONE, "done"),
    (
        FAILED,
        "could not do it, or could not read one of the catalogue's addresses, with a message on stderr that says why",
    ),
];

/// What a command means by its codes.
pub(super) fn of(command: &str) -> Meanings {
    match command {
        "readout" => ALL,
        "compare" => COMPARE,
        "check" => CHECK,
        "code" => CODE,
        "site" => SITE,
        "evaluate" => EVALUATE,
        "codebook" => CODEBOOK,
        "import" => IMPORT,
        _ => PLAIN,
    }
}

/// For the end of a command's --help.
pub(super) fn help(command: &str) -> String {
    let codes: Vec<String> = of(command).iter().map(|(code, meaning)| format!("{code} {meaning}")).collect();
    format!("Exit codes: {}.", codes.join("; "))
}
