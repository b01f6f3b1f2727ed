//! The JSON outputs as types: what is written and its JSON Schema come from the same declaration. A contract's number
//! stays while fields are only added, so readers must bear fields that they do not know; the schema of a release is exact
//! about what that release writes.

pub mod check;
pub(crate) mod code;
pub mod codebook;
pub(crate) mod comparison;
pub mod config;
pub(crate) mod evaluation;
pub mod import;
pub(crate) mod trace;

use std::io::{self, Write};

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::text::json;

/// A schema that the program carries.
#[derive(Debug, Clone, Copy)]
pub struct Published {
    /// Its name, as in `readout schema NAME`.
    pub name: &'static str,
    /// What writes it.
    pub of: &'static str,
    /// The schema, as JSON.
    pub text: &'static str,
    /// The same made from the types.
    generate: fn() -> Value,
}

macro_rules! published {
    ($($name:literal, $of:literal, $type:ty;)*) => {
        /// Every schema, by the command that writes it.
        pub const SCHEMAS: &[Published] = &[$(Published {
            name: $name,
            of: $of,
            text: include_str!(concat!("../../schemas/", $name, ".json")),
            generate: || closed::<$type>($of),
        },)*];
    };
}

published! {
    "comparison", "compare --format json", comparison::Comparison<'static>;
    "code", "code --format json", Vec<code::File<'static>>;
    "code-line", "code --format jsonl, one line", code::Line<'static>;
    "trace", "trace --format json", trace::Trace<'static>;
    "check", "check --format json", check::Check<'static>;
    "evaluation", "evaluate --format json", evaluation::Evaluation<'static>;
    "import-page", "import --format json", import::Page;
    "import-article", "import --article --format json", import::Article<'static>;
    "codebook", "codebook list --format json", codebook::Listing<'static>;
    "config", "config --format json", config::Holding;
}

impl Published {
    /// The schema as the types have it now, as JSON; a test holds [`Published::text`] against it.
    #[must_use]
    pub fn made(&self) -> String {
        format!("{:#}\n", (self.generate)())
    }
}

/// The schema of a type, in which no object has a field that is not named.
fn closed<T: JsonSchema>(of: &str) -> Value {
    let mut schema =
        SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>().to_value();
    close(&mut schema);
    let mut titled = serde_json::Map::new();
    titled.insert("$schema".to_owned(), schema["$schema"].clone());
    titled.insert("title".to_owned(), format!("readout {of}").into());
    titled.extend(schema.as_object().cloned().unwrap_or_default());
    Value::Object(titled)
}

fn close(value: &mut Value) {
    match value {
        Value::Object(object) => {
            if object.get("properties").is_some_and(|p| !p.get("properties").is_some_and(Value::is_array)) {
                object.entry("additionalProperties").or_insert(Value::Bool(false));
            }
            object.values_mut().for_each(close);
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

/// Writes an output as JSON for people and programs, closed by a line end.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    json::write_pretty(&mut *out, value)?;
    writeln!(out)
}

/// An object whose keys stand in an order of their own.
#[derive(Debug)]
pub(crate) struct Ordered<'a, T>(pub Vec<(&'a str, T)>);

impl<T: Serialize> Serialize for Ordered<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl<T: JsonSchema> JsonSchema for Ordered<'_, T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        std::collections::BTreeMap::<String, T>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        std::collections::BTreeMap::<String, T>::json_schema(generator)
    }
}
