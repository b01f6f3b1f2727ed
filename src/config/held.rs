//! What holds, and why: each setting with its value and where that comes from. The contract `readout.config/1`.

use serde::Serialize;
use serde_json::{Value, json};

use super::{Color, Config, FILE};
use clap::ValueEnum;

/// Where a value comes from, the strongest first but for flags, which hold for one command only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// A variable of the environment.
    Environment,
    /// The file.
    File,
    /// The terminal.
    Terminal,
    /// The program.
    Default,
}

/// One setting.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Held {
    /// Its key, as in the file: `sides`, `format.compare`.
    pub key: String,
    /// Its value; null where the command decides.
    pub value: Value,
    /// Where the value comes from.
    pub from: Origin,
    /// The variable, or the line of the file: `readout.toml:3`.
    pub at: Option<String>,
}

/// All settings.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Holding {
    /// `readout.config/1`.
    #[schemars(extend("const" = "readout.config/1"))]
    pub schema: String,
    /// The file, from the working folder; null where there is none.
    pub file: Option<String>,
    /// The settings, in the order of the documentation.
    pub settings: Vec<Held>,
}

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
