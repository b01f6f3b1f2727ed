//! What holds, and why.

use serde_json::{Value, json};

use super::{Color, Config, FILE};
use crate::contract::config::{Held, Holding, Origin};
use clap::ValueEnum;

impl Holding {
    /// What holds with this file, `COLUMNS` and `NO_COLOR` as they are in the environment, and the columns of a terminal.
    #[must_use]
    pub fn of(config: &Config, columns: Option<u16>, no_color: bool, terminal: Option<u16>) -> Self {
        let mut settings = Vec::new();
        let mut add = |key: &str, file: Option<(Value, usize)>, default: Value| {
            let (value, from, at) = match file {
                Some((value, line)) => (value, Origin::File, Some(config.place(line))),
                None => (default, Origin::Default, None),
            };
            settings.push(Held { key: key.to_owned(), value, from, at });
        };
        let readouts = config.readouts.as_ref().map(|s| (json!(s.value.display().to_string()), s.line));
        add("readouts", readouts, json!("readouts"));
        add("sides", config.sides.as_ref().map(|s| (json!(s.value), s.line)), json!([]));
        let codebook = config
            .codebook
            .as_ref()
            .map(|s| (s.value.iter().map(|p| p.display().to_string()).collect::<Value>(), s.line));
        add("codebook", codebook, json!([]));
        add("format.compare", config.compare.as_ref().map(|s| (word(s.value), s.line)), Value::Null);
        add("format.code", config.code.as_ref().map(|s| (word(s.value), s.line)), json!("text"));
        add("format.trace", config.trace.as_ref().map(|s| (word(s.value), s.line)), Value::Null);
        add("format.evaluate", config.evaluate.as_ref().map(|s| (word(s.value), s.line)), json!("text"));
        add("width", config.width.as_ref().map(|s| (json!(s.value), s.line)), json!(80));
        add("color", config.color.as_ref().map(|s| (word(s.value), s.line)), word(Color::Auto));
        for held in &mut settings {
            let (value, from, at) = match held.key.as_str() {
                "width" if columns.is_some() => (json!(columns), Origin::Environment, Some("COLUMNS")),
                "width" if held.from == Origin::Default && terminal.is_some() => {
                    (json!(terminal), Origin::Terminal, None)
                }
                "color" if no_color => (word(Color::Never), Origin::Environment, Some("NO_COLOR")),
                _ => continue,
            };
            *held = Held { key: held.key.clone(), value, from, at: at.map(str::to_owned) };
        }
        let file = config.file.as_ref().map(|f| f.display().to_string());
        Self { schema: "readout.config/1".to_owned(), file, settings }
    }

    /// For a person: one line a setting.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![match &self.file {
            Some(file) => format!("file: {file}"),
            None => format!("no {FILE} in this folder or above it"),
        }];
        for held in &self.settings {
            let plain = |v: &Value| v.as_str().map_or_else(|| v.to_string(), str::to_owned);
            let value = match &held.value {
                Value::Null => "terminal on a terminal, text elsewhere".to_owned(),
                Value::Array(items) if items.is_empty() && held.key == "sides" => "alphabetical".to_owned(),
                Value::Array(items) if items.is_empty() => "the program's".to_owned(),
                Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
                value => plain(value),
            };
            let from = match (&held.at, held.from) {
                (Some(at), _) => at.as_str(),
                (None, Origin::Terminal) => "terminal",
                (None, _) => "default",
            };
            lines.push(format!("{:<16} {value}  ({from})", held.key));
        }
        lines
    }
}

/// A value as it is written.
fn word<T: ValueEnum>(value: T) -> Value {
    value.to_possible_value().map_or(Value::Null, |v| json!(v.get_name()))
}
