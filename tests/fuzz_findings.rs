//! Everything that the fuzz targets ever found, run through the same functions on every test run. `fuzz/` is no part of the
//! package, and neither is this file.

#[path = "../fuzz/src/lib.rs"]
mod targets;

use std::path::Path;

#[test]
fn what_fuzzing_found_is_mended() {
    let root = Path::new("fuzz/findings");
    let mut ran = 0;
    for (name, target) in targets::TARGETS {
        let Ok(folder) = std::fs::read_dir(root.join(name)) else { continue };
        for entry in folder {
            let path = entry.expect("an entry").path();
            println!("{}", path.display());
            target(&std::fs::read(&path).expect("a file"));
            ran += 1;
        }
    }
    for entry in std::fs::read_dir(root).expect("fuzz/findings") {
        let name = entry.expect("an entry").file_name();
        assert!(targets::TARGETS.iter().any(|(target, _)| name == *target), "{name:?} is no target");
    }
    assert!(ran > 0, "no finding was run");
}

/// The targets themselves see the texts of the tests: a target that refuses all would find nothing.
#[test]
fn targets_hold_the_fixtures() {
    let read = |path: &str| std::fs::read(Path::new("tests/fixtures").join(path)).expect("a fixture");
    let meeting =
        |folder: &str| [read(&format!("{folder}/us.md")), read(&format!("{folder}/cn.md"))].join(&b"\n=====\n"[..]);
    targets::front_matter(&read("2031-05-12-lakeford/us.md"));
    targets::segmentation(&read("2031-05-12-lakeford/cn.md"));
    targets::codebook_file(&read("codebooks/fisheries.toml"));
    targets::html(&read("saved/cn-zh.html"));
    targets::article(&read("articles/lakeford.txt"));
    targets::article(&read("articles-chinese/bbc.txt"));
    for folder in ["2031-05-12-lakeford", "2031-10-20-three-sides"] {
        targets::compare(&meeting(folder));
        targets::render(&meeting(folder));
    }
    targets::pattern("反对{6}制裁\n反对非法单边制裁".as_bytes());
}
