//! Owns how front matter is written: YAML that reads back as it was meant.

use std::fmt::Write;

/// Front matter, written field by field.
pub(super) struct FrontMatter(String);

impl FrontMatter {
    pub(super) fn new() -> Self {
        Self("---\n".to_owned())
    }

    /// A field, where it has a value.
    pub(super) fn field(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            let _ = writeln!(self.0, "{name}: {}", quoted(value));
        }
    }

    /// A group of fields, `name:` alone if none has a value.
    pub(super) fn group(&mut self, name: &str, fields: &[(&str, Option<&str>)]) {
        let _ = writeln!(self.0, "{name}:");
        for (name, value) in fields {
            if let Some(value) = value {
                let _ = writeln!(self.0, "  {name}: {}", quoted(value));
            }
        }
    }

    /// A list in the group that was begun last.
    pub(super) fn list(&mut self, name: &str, items: &[String]) {
        let items: Vec<String> = items.iter().map(|n| quoted(n)).collect();
        let _ = writeln!(self.0, "  {}: [{}]", quoted(name), items.join(", "));
    }

    /// The people of each side, where there are any.
    pub(super) fn principals<'a>(&mut self, principals: impl Iterator<Item = (&'a str, &'a Vec<String>)>) {
        let mut principals = principals.peekable();
        if principals.peek().is_some() {
            self.group("principals", &[]);
        }
        for (side, names) in principals {
            self.list(side, names);
        }
    }

    /// What the file was made from, when, and by which program.
    pub(super) fn imported(&mut self, from: &str, at: &str, sha256: &str) {
        let importer = concat!("readout ", env!("CARGO_PKG_VERSION"));
        let fields = [("from", from), ("at", at), ("sha256", sha256), ("importer", importer)];
        self.group("imported", &fields.map(|(name, value)| (name, Some(value))));
    }

    /// The whole, closed.
    pub(super) fn finish(mut self) -> String {
        self.0.push_str("---\n");
        self.0
    }
}

/// A YAML scalar in double quotes, or bare where it is a plain word of this format.
fn quoted(value: &str) -> String {
    let plain = !value.is_empty()
        && value.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
        && value.starts_with(|c: char| c.is_ascii_lowercase())
        && !matches!(value, "no" | "yes" | "on" | "off" | "true" | "false" | "null" | "y" | "n");
    if plain {
        return value.to_owned();
    }
    let mut out = String::from("\"");
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            // Control characters, the line ends of Unicode, and what YAML does not take.
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}') => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
