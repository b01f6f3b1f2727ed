//! The example for GitHub Actions: what stands in the summary of a job, and how the step ends.

mod common;

use std::path::Path;

use common::{copy_meeting, finish, run_in, scrubbed};

/// Runs the step in a folder; its exit code, its log and the summary.
fn step(at: &Path) -> (i32, String, String) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/github/check-summary.sh");
    let bin = Path::new(env!("CARGO_BIN_EXE_readout")).parent().expect("a folder").to_owned();
    let path = std::env::join_paths(
        std::iter::once(bin).chain(std::env::split_paths(&std::env::var_os("PATH").expect("a path"))),
    );
    let summary = at.join("summary.md");
    let _ = std::fs::remove_file(&summary);
    let mut command = scrubbed("bash");
    command.current_dir(at).env("PATH", path.expect("a path")).env("GITHUB_STEP_SUMMARY", &summary);
    let run = finish(command.arg(script).arg("readouts"));
    (run.status, run.stdout, std::fs::read_to_string(summary).unwrap_or_default())
}

#[test]
fn the_summary_shows_the_difference_and_the_step_fails() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let at = root.path();
    copy_meeting("tests/fixtures/2031-05-12-lakeford", &at.join("readouts"));
    assert_eq!(run_in(at, &["check", "readouts", "--update"]).status, 0);

    let (status, _, summary) = step(at);
    assert_eq!(status, 0);
    assert!(summary.starts_with("## Every comparison is as accepted\n\n```diff\n"), "{summary}");

    let us = at.join("readouts/2031-05-12-lakeford/us.md");
    let text = std::fs::read_to_string(&us).expect("the text");
    std::fs::write(&us, text.clone() + "\nThe Secretary praised progress on trade.\n").expect("written");
    let (status, log, summary) = step(at);
    assert_eq!(status, 1);
    assert!(summary.starts_with("## Comparisons have changed\n\n```diff\n"), "{summary}");
    assert!(summary.contains("\n+") && summary.contains("praised progress"), "{summary}");
    assert!(summary.contains("\n```\n\nLook at each difference."), "{summary}");
    assert!(log.contains("praised progress"), "{log}");

    std::fs::write(&us, "---\nside: [\n---\nWords.\n").expect("written");
    let (status, _, summary) = step(at);
    assert_eq!(status, 2);
    assert!(summary.contains("could not be checked") && summary.contains("us.md:"), "{summary}");
}
