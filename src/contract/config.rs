//! `config --format json`, the contract `readout.config/1`: each setting with its value and where that comes from.

use serde::Serialize;
use serde_json::Value;

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
