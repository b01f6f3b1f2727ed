//! Nothing that a text, a name or a file of settings holds is obeyed by a terminal: every command, in every form, over
//! inputs that have escapes, controls and characters that turn the direction of writing in every field.

#![cfg(target_os = "linux")]

mod common;

use std::path::Path;

use common::{finish, readout, scrubbed};

/// A clear of the screen, a title, a colour by one character, overrides and isolates, delete, backspace, carriage return.
const NASTY: &str = "x\u{1b}[2J\u{1b}]0;owned\u{7}\u{9b}31m\u{202e}gnp\u{2066}\u{200f}\u{61c}\u{7f}\u{8}\ry";

/// The same where a new line would be one too.
fn quoted(text: &str) -> String {
    let json = serde_json::to_string(text).expect("JSON");
    // YAML and TOML take no raw control characters.
    json.chars().map(|c| if c.is_control() { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() }).collect()
}

/// The first character that a terminal would obey. `styles` are the program's own.
fn obeyed(output: &str, styles: bool) -> Option<String> {
    let plain = if styles { common::plain(output) } else { output.to_owned() };
    let loud = |c: char| {
        c != '\n' && c.is_control()
            || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    let at = plain.find(loud)?;
    Some(format!("{:?} in {:?}", plain[at..].chars().next(), plain[..at].lines().next_back()))
}

fn text(side: &str, words: &str) -> String {
    let nasty = quoted(NASTY);
    format!(
        "---\nside: {side}\ndate: \"2031-05-12\"\nplace: {nasty}\npublisher: {nasty}\ntitle: {nasty}\nmeeting: {nasty}\n\
         source_url: {nasty}\nprincipals:\n  us: [{nasty}]\n  cn: [{nasty}]\n{nasty}: {nasty}\n---\n\n# Talks {NASTY}\n\n\
         {words} {NASTY} {words}\n\n- {words}{NASTY}\n\n> {words} {NASTY}\n> — {NASTY}; subject: {NASTY}; on: {NASTY}\n"
    )
}

/// A folder with everything in it, and every command line that shows some of it.
fn workshop(at: &Path) -> Vec<Vec<String>> {
    let meeting = format!("2031-05-12-{NASTY}");
    let folder = at.join("meetings").join(&meeting);
    std::fs::create_dir_all(&folder).expect("a folder");
    let us = "The two sides agreed to keep talking about trade. China said that the PRC opposes it.";
    let cn = "中方反对任何形式的“台独”，美方表示不支持“台湾独立”。";
    let write = |path: &Path, text: &str| std::fs::write(path, text).expect("written");
    write(&folder.join("us.md"), &text("us", us));
    write(&folder.join(format!("us.{NASTY}.md")), &text("us", us));
    write(&folder.join("cn.md"), &text("cn", cn));
    write(&folder.join("comparison.md"), &format!("# old {NASTY}\n"));
    let earlier = at.join("earlier").join(&meeting);
    std::fs::create_dir_all(&earlier).expect("a folder");
    write(&earlier.join("us.md"), &text("us", us));
    write(&earlier.join("cn.md"), &text("cn", cn));
    for (field, value) in [("side", NASTY), ("kind", NASTY), ("language", NASTY), ("principals", NASTY)] {
        write(&at.join(format!("bad-{field}.md")), &format!("---\n{field}: {}\n---\nWords.\n", quoted(value)));
    }
    write(&at.join("bad-yaml.md"), &format!("---\nside: us\n{NASTY}: [\n---\nWords.\n"));
    let book = |cue: &str, id: &str| {
        format!(
            "extends = \"default\"\n[[topic]]\nid = {}\nlabel.en = {n}\nlabel.zh = {n}\ndefinition.en = {n}\ncues.en = [{}]\n\
             examples.en = [{n}]\n",
            quoted(id),
            quoted(cue),
            n = quoted(NASTY)
        )
    };
    write(&at.join("book.toml"), &book(&format!("trade {NASTY}"), "nasty"));
    write(&at.join("bad-cue.toml"), &book(&format!("({NASTY}"), "nasty"));
    write(&at.join("bad-id.toml"), &book("x", NASTY));
    write(&at.join("bad-key.toml"), &format!("{} = 1\n", quoted(NASTY)));
    write(
        &at.join(format!("page{NASTY}.html")),
        &format!("<title>{NASTY}</title><h1>Talks {NASTY}</h1><p>{us} {NASTY}</p>"),
    );
    write(
        &at.join("article.txt"),
        &format!("“We spoke {NASTY} at length,” a senior State Department official said. {NASTY}\n"),
    );
    let (name, before) = (folder.display().to_string(), earlier.display().to_string());
    let file = |name: &str| folder.join(name).display().to_string();
    let mut lines: Vec<Vec<String>> = Vec::new();
    let mut add = |args: &[&str]| lines.push(args.iter().map(|a| (*a).to_owned()).collect());
    for format in ["terminal", "text", "markdown", "html", "json", "csv"] {
        add(&["compare", &name, "--format", format]);
        add(&["compare", &file("us.md"), &file("cn.md"), "--previous", &before, "--format", format]);
        add(&["compare", &name, "--codebook", "book.toml", "--format", format]);
        add(&["trace", "meetings", "--topic", "taiwan,trade", "--format", format]);
    }
    for format in ["text", "json", "jsonl", "csv"] {
        add(&["code", &file("us.md"), &file("cn.md"), &file(&format!("us.{NASTY}.md")), "--format", format]);
    }
    add(&["check", "meetings"]);
    add(&["check", "meetings", "--update"]);
    add(&["check", "meetings"]);
    add(&["site", "meetings", "--out", &format!("out{NASTY}")]);
    let page = format!("page{NASTY}.html");
    add(&["import", &page]);
    for format in ["text", "json"] {
        add(&["import", &page, "--side", "us", "--meeting", "2031-05-12-x", "--dry-run", "--format", format]);
        add(&["import", "article.txt", "--article", "--dry-run", "--format", format]);
        add(&["codebook", "list", "--codebook", "book.toml", "--format", format]);
    }
    add(&["import", &page, "--side", "us", "--meeting", "2031-05-12-x", "--out", &format!("in{NASTY}")]);
    add(&["import", "article.txt", "--article", "--meeting", "2031-05-12-x", "--out", &format!("in{NASTY}")]);
    for id in ["nasty", "nasty.en.1", NASTY] {
        add(&["codebook", "show", id, "--codebook", "book.toml"]);
    }
    add(&["codebook", "check", "book.toml"]);
    add(&["codebook", "export", "--codebook", "book.toml"]);
    for book in ["bad-cue.toml", "bad-id.toml", "bad-key.toml"] {
        add(&["codebook", "--codebook", book]);
    }
    for bad in ["bad-side.md", "bad-kind.md", "bad-language.md", "bad-principals.md", "bad-yaml.md", NASTY] {
        add(&["code", bad]);
        add(&["compare", bad, bad]);
        add(&["import", bad]);
    }
    add(&["compare", &name, "--sides", NASTY]);
    add(&["compare", &name, "--topic", NASTY]);
    add(&["trace", "meetings", "--formula", NASTY]);
    add(&["check", NASTY]);
    add(&["evaluate", NASTY]);
    lines
}

/// An output without what makes a sheet: the mark at its beginning, by which Excel knows UTF-8, and its line ends. On a terminal
/// the lines for the reader may stand before it.
fn sheet(args: &[String], shown: &str) -> String {
    let csv = args.ends_with(&["csv".to_owned()]);
    if !csv {
        return shown.to_owned();
    }
    let begins = |at: &usize| *at == 0 || shown[..*at].ends_with('\n');
    let text = match shown.find('\u{feff}').filter(begins) {
        Some(at) => format!("{}{}", &shown[..at], &shown[at + '\u{feff}'.len_utf8()..]),
        None => shown.to_owned(),
    };
    text.replace("\r\n", "\n")
}

#[test]
fn no_field_reaches_a_pipe_raw_but_a_file_that_was_asked_for() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let mut shown = 0;
    for args in workshop(root.path()) {
        let run = finish(readout().current_dir(root.path()).args(&args));
        // A dry run gives the file, byte for byte, unless somebody looks at it.
        let file = args.iter().any(|a| a == "--dry-run")
            && args.ends_with(&["text".to_owned()])
            && !args.contains(&"--article".to_owned());
        assert_eq!(obeyed(&run.stderr, false), None, "{args:?}");
        let stdout = &sheet(&args, &run.stdout);
        assert!(file || obeyed(stdout, false).is_none(), "{args:?}: {:?}", obeyed(stdout, false));
        assert!(!run.stdout.is_empty() || !run.stderr.is_empty(), "{args:?} says something");
        if run.status != 2 {
            shown += 1;
        }
    }
    assert!(shown > 40, "{shown}");
}

#[test]
fn no_field_reaches_a_terminal_raw() {
    let root = tempfile::tempdir().expect("a temporary folder");
    for args in workshop(root.path()) {
        let quote = |a: &String| format!("'{}'", a.replace('\'', "'\\''"));
        let line = args.iter().map(quote).collect::<Vec<_>>().join(" ");
        let mut command = scrubbed("script");
        let line = format!("stty cols 90 -opost && exec {} {line}", env!("CARGO_BIN_EXE_readout"));
        command.args(["-qec", &line, "/dev/null"]).current_dir(root.path()).env("TERM", "xterm-256color");
        let Ok(output) = command.output() else {
            eprintln!("skipped: no `script` to make a terminal");
            return;
        };
        let shown = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(!shown.is_empty(), "{args:?}");
        assert_eq!(obeyed(&sheet(&args, &shown), true), None, "{args:?}");
    }
}
