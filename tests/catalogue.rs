//! The list of meetings in the folder of meetings: other commands pass it over, and it goes out with the package.

mod common;

use common::{finish, readout, run_in};
use readout::import::catalogue::{CATALOGUE_FILE, Catalogue};
use readout::readout::find_meetings;

#[test]
fn check_passes_the_list_over() {
    let folder = std::path::Path::new("readouts");
    let list = Catalogue::load_for(folder).expect("a list");
    assert_eq!(list.entries(), Catalogue::load_default().expect("a list").entries());
    let run = finish(readout().args(["check", "readouts"]));
    let meetings = find_meetings(folder).expect("meetings").len();
    assert_eq!(
        (run.status, run.stdout),
        (0, format!("{meetings} meetings: {meetings} as accepted\n")),
        "{}",
        run.stderr
    );
}

#[test]
fn a_list_alone_is_no_meeting() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::copy("readouts/catalogue.toml", folder.path().join(CATALOGUE_FILE)).expect("a list");
    let run = run_in(folder.path(), &["check", "."]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("no meeting in this folder"), "{}", run.stderr);
}

#[test]
fn the_package_holds_the_list() {
    let manifest: toml::Table = include_str!("../Cargo.toml").parse().expect("a manifest");
    let included = manifest["package"]["include"].as_array().expect("what is included");
    assert!(included.iter().any(|i| i.as_str() == Some("/readouts")), "{included:?}");
}
