//! Runs the binary with little time and memory, as hostile input must be met.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use super::{Run, scrubbed_child};

/// What a run may use.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Of the processor's time.
    pub seconds: u64,
    /// Of address space.
    pub megabytes: u64,
}

/// Enough for any single text of ordinary size, in a build without optimisation.
pub const SMALL: Limits = Limits { seconds: 10, megabytes: 400 };

/// Runs the binary in a folder within limits; ends with a panic when it takes more. On systems without `ulimit` only the
/// clock holds it.
pub fn within<A: AsRef<OsStr>>(limits: Limits, folder: &Path, args: &[A]) -> Run {
    let mut command = scrubbed_child("sh");
    let line = format!("ulimit -v {}; ulimit -t {}; exec \"$0\" \"$@\"", limits.megabytes * 1024, limits.seconds);
    command.args(["-c", &line, env!("CARGO_BIN_EXE_readout")]).args(args).current_dir(folder).stdin(Stdio::null());
    let named: Vec<_> = args.iter().map(|a| a.as_ref().to_string_lossy().into_owned()).collect();
    let (stdout, stderr) = (tempfile::tempfile().expect("a file"), tempfile::tempfile().expect("a file"));
    command.stdout(stdout.try_clone().expect("a file")).stderr(stderr.try_clone().expect("a file"));
    let mut child = command.spawn().expect("the binary starts");
    // The machine may be busy, so the clock gets far more than the processor.
    let until = Instant::now() + Duration::from_secs(60 + 10 * limits.seconds);
    let status = loop {
        match child.try_wait().expect("the binary runs") {
            Some(status) => break status,
            None if Instant::now() > until => {
                child.kill().expect("killed");
                panic!("{named:?} does not end");
            }
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    let read = |mut file: std::fs::File| {
        use std::io::{Read, Seek};
        let mut text = String::new();
        file.rewind().expect("the beginning");
        file.read_to_string(&mut text).expect("UTF-8");
        text
    };
    let (stdout, stderr) = (read(stdout), read(stderr));
    let status =
        status.code().unwrap_or_else(|| panic!("{named:?} ended by a signal, {status}, of {limits:?}: {stderr}"));
    assert!(!stderr.contains("panicked"), "{named:?}: {stderr}");
    Run { status, stdout, stderr }
}

/// Runs the binary on something that it must refuse: nothing on stdout, one line on stderr, exit status 2.
pub fn refused<A: AsRef<OsStr>>(limits: Limits, folder: &Path, args: &[A]) -> String {
    let run = within(limits, folder, args);
    let named: Vec<_> = args.iter().map(|a| a.as_ref().to_string_lossy()).collect();
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{named:?}: {}", run.stderr);
    assert!(run.stderr.starts_with("readout: ") && run.stderr.ends_with('\n'), "{named:?}: {}", run.stderr);
    assert_eq!(run.stderr.matches('\n').count(), 1, "{named:?}: one line: {}", run.stderr);
    assert!(run.stderr.chars().count() < 1000, "{named:?}: {} characters", run.stderr.chars().count());
    run.stderr
}
