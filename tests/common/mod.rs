//! What the tests of the whole program share: the binary in a scrubbed environment, colour in readable form, folder
//! listings, and generated meetings.
#![allow(dead_code)] // each test program uses its own part

pub mod limits;
pub mod server;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use assert_cmd::Command;
use proptest::prelude::*;

use readout::codebook::Codebook;
use readout::comparison::{Claim, Comparison, Order, compare};
use readout::readout::{Meeting, Readout, Side};
use readout::render::{self, CompareFormat, Options};

/// The meetings that the tests show, by folder; all are invented but the last.
pub const MEETINGS: [&str; 6] = [
    "tests/fixtures/2031-05-12-lakeford",
    "tests/fixtures/2031-09-03-marrowbay",
    "tests/fixtures/2031-10-20-three-sides",
    "tests/fixtures/2031-11-02-fact-sheet",
    "tests/fixtures/2031-12-01-one-side",
    "readouts/2023-07-13-jakarta",
];

/// The embedded codebook, loaded once.
pub fn book() -> &'static Codebook {
    static BOOK: LazyLock<Codebook> = LazyLock::new(Codebook::embedded);
    &BOOK
}

/// A text with this file name.
pub fn text(name: &str, body: &str) -> Readout {
    Readout::parse(Path::new(name), body).expect("a text")
}

/// One text of each side, compared.
pub fn pair(us: &str, cn: &str) -> Comparison {
    compare(Meeting::of(vec![text("us.md", us), text("cn.md", cn)]), &Order::Given(Vec::new()), book()).expect("coded")
}

/// The first claim of a text.
pub fn claim<'c>(comparison: &'c Comparison, text: &str) -> &'c Claim {
    comparison.claims.iter().find(|c| c.text == text).expect("a claim")
}

/// The comparison as text, in wide lines.
pub fn page(comparison: &Comparison) -> String {
    rendered(comparison, book(), CompareFormat::Text, &Options { width: 200, ..Options::default() })
}

/// The speakers of a text's statements, in order.
pub fn speakers(name: &str, body: &str) -> Vec<String> {
    let coded = readout::coding::code(text(name, body), book()).expect("coded");
    coded.statements.iter().map(|s| s.speaker.as_str().to_owned()).collect()
}

/// What the statements of a text do, in order.
pub fn acts(name: &str, body: &str) -> Vec<&'static str> {
    let coded = readout::coding::code(text(name, body), book()).expect("coded");
    coded.statements.iter().map(|s| s.act.as_str()).collect()
}

/// The topics of a text's statements, in order.
pub fn topics(name: &str, body: &str) -> Vec<String> {
    let coded = readout::coding::code(text(name, body), book()).expect("coded");
    coded.statements.iter().map(|s| s.topics.join(",")).collect()
}

/// What a run of the binary gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

/// A command with nothing in its environment that changes what the binary shows.
pub fn scrubbed(program: &str) -> Command {
    Command::from_std(scrubbed_child(program))
}

/// The same as a child process to be watched.
pub fn scrubbed_child(program: &str) -> std::process::Command {
    let mut command = std::process::Command::new(program);
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        let named = ["NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "CI", "RUST_BACKTRACE"].contains(&text.as_ref());
        if named || text.starts_with("CLICOLOR") || text.starts_with("READOUT_") {
            command.env_remove(&name);
        }
    }
    command
}

/// The binary, in such an environment.
pub fn readout() -> Command {
    scrubbed(env!("CARGO_BIN_EXE_readout"))
}

/// Runs a command to its end.
pub fn finish(command: &mut Command) -> Run {
    let output = command.output().expect("the binary runs");
    Run {
        status: output.status.code().expect("an exit code and no signal"),
        stdout: String::from_utf8(output.stdout).expect("stdout is UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("stderr is UTF-8"),
    }
}

/// Runs the binary in the package's folder.
pub fn run(args: &[&str]) -> Run {
    finish(readout().args(args))
}

/// Runs the binary in another folder.
pub fn run_in(folder: &Path, args: &[&str]) -> Run {
    finish(readout().current_dir(folder).args(args))
}

/// The stdout of a run that must go well and say nothing on stderr.
pub fn shown(args: &[&str]) -> String {
    let run = run(args);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{args:?}");
    run.stdout
}

/// A piece of terminal output: text, or the parameters of one `ESC [ … m`.
enum Piece<'a> {
    Text(&'a str),
    Style(&'a str),
}

/// Cuts terminal output at its escapes. Any escape but a style is a fault.
fn pieces(output: &str) -> Vec<Piece<'_>> {
    let mut parts = output.split('\u{1b}');
    let mut found: Vec<Piece<'_>> = parts.next().map(Piece::Text).into_iter().collect();
    for part in parts {
        let style = part.strip_prefix('[').and_then(|p| p.split_once('m'));
        let (style, text) = style.unwrap_or_else(|| panic!("an escape that is no style: {part:?}"));
        assert!(style.bytes().all(|b| b.is_ascii_digit() || b == b';'), "an escape that is no style: {part:?}");
        found.extend([Piece::Style(style), Piece::Text(text)]);
    }
    found
}

/// Terminal output in readable form: `(bold)Taiwan(normal)`.
pub fn marked(output: &str) -> String {
    let name = |code: &str| match code {
        "" | "0" => "normal".to_owned(),
        "1" => "bold".to_owned(),
        "2" => "dim".to_owned(),
        "3" => "italic".to_owned(),
        "4" => "underline".to_owned(),
        "31" => "red".to_owned(),
        "32" => "green".to_owned(),
        "33" => "yellow".to_owned(),
        "34" => "blue".to_owned(),
        "35" => "magenta".to_owned(),
        "36" => "cyan".to_owned(),
        other => format!("style {other}"),
    };
    pieces(output)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Style(codes) => {
                format!("({})", codes.split(';').map(name).collect::<Vec<_>>().join(" "))
            }
        })
        .collect()
}

/// Terminal output without its colour.
pub fn plain(output: &str) -> String {
    pieces(output).iter().map(|p| if let Piece::Text(text) = p { *text } else { "" }).collect()
}

/// Every file at or below a folder with its bytes; folders stand with none.
pub fn tree(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    try_tree(root).expect("a folder that nobody writes to")
}

/// The same of a folder that another process may write to.
///
/// # Errors
///
/// Something was there when its folder was listed and has gone.
pub fn try_tree(root: &Path) -> std::io::Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            let bytes = if path.is_dir() { Vec::new() } else { std::fs::read(&path)? };
            if path.is_dir() {
                open.push(path.clone());
            }
            found.insert(path, bytes);
        }
    }
    Ok(found)
}

/// Copies the readouts of a meeting, without its accepted comparison, to a folder of the same name below `to`.
pub fn copy_meeting(from: &str, to: &Path) -> PathBuf {
    let target = to.join(Path::new(from).file_name().expect("a named folder"));
    std::fs::create_dir_all(&target).expect("a new folder");
    for entry in std::fs::read_dir(from).expect("a fixture") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name");
        if name != "comparison.md" {
            std::fs::copy(&path, target.join(name)).expect("a copy");
        }
    }
    target
}

/// A meeting folder, compared with these sides first.
pub fn compared(folder: &str, sides: &[&str], book: &Codebook) -> Comparison {
    let meeting = Meeting::load(Path::new(folder)).expect("a good meeting");
    let sides = sides.iter().map(|s| Side::new(s).expect("a side")).collect();
    compare(meeting, &Order::Sides(sides), book).expect("coded")
}

/// A comparison in one format, without colour: the library's palette is global, so coloured output is tested by process.
pub fn rendered(comparison: &Comparison, book: &Codebook, format: CompareFormat, options: &Options) -> String {
    assert!(!options.color);
    let mut out = Vec::new();
    render::comparison(&mut out, comparison, book, format, options).expect("memory takes every byte");
    String::from_utf8(out).expect("output is UTF-8")
}

fn sentence() -> impl Strategy<Value = String> {
    let english = prop::sample::select(vec![
        "The two leaders agreed to keep lines of communication open.",
        "The two leaders agreed\nto keep talking on climate change.",
        "She raised concerns about <b>tariffs</b> | quotas.",
        "Peace across the Taiwan Strait matters.",
        "Nothing here has a topic, truly.",
        "=SUM(A1), \"quoted\" and \\n, of Internationalisierungsbestrebungen in https://example.invalid/a/b/c?d=e.",
    ]);
    let chinese = prop::sample::select(vec![
        "中方坚决反对非法单边制裁。",
        "双方同意加强禁毒合作。",
        "天气很好。",
        "美方应恪守一个中国原则，停止向“台独”势力发出错误信号。",
    ]);
    prop_oneof![english.prop_map(String::from), chinese.prop_map(String::from), "[a-zA-Z一-龥 ,.;*_`>，。“”—]{3,60}"]
}

/// A text, whole or in quoted fragments, of the side that the file's name begins with; none where chance makes no text.
fn text_of(name: &'static str) -> impl Strategy<Value = Option<Readout>> {
    (prop::collection::vec(sentence(), 1..8), any::<bool>(), any::<bool>()).prop_map(move |(sentences, parts, run)| {
        let body = if parts {
            let quoted = sentences.iter().map(|s| s.replace('\n', "\n> "));
            quoted.map(|s| format!("> {s}\n> — an official; on: trade\n\n")).collect::<String>()
        } else {
            sentences.join(if run { " " } else { "\n\n" })
        };
        let source = if parts { "{publisher: X}" } else { "null" };
        let text = format!("---\nquoted_from: {source}\n---\n\n{body}\n");
        Readout::parse(Path::new(name), &text).ok()
    })
}

/// One to four texts of a generated meeting, in any order.
pub fn readouts() -> impl Strategy<Value = Vec<Readout>> {
    let names = ["us.md", "cn.md", "jp.md", "us.background.md"];
    (names.map(text_of), prop::sample::subsequence(vec![0, 1, 2, 3], 1..=4).prop_shuffle())
        .prop_map(|(texts, order)| order.into_iter().filter_map(|at| texts[at].clone()).collect::<Vec<_>>())
        .prop_filter("a text", |texts| !texts.is_empty())
}
