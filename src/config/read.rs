//! Reads `readout.toml`.

use std::path::Path;

use clap::ValueEnum;
use toml::de::DeValue;

use super::{Config, ConfigError, FILE, KEYS, Setting};
use crate::readout::Side;
use crate::tables::{self, Fault, Placed, Source, Table, nearest};

/// The largest file that is read, in bytes.
const MAX_BYTES: u64 = 64 * 1024;

pub(super) fn load(file: &Path) -> Result<Config, ConfigError> {
    let name = file.display().to_string();
    let fault = |message: String| ConfigError::File { file: name.clone(), message };
    if file.is_dir() {
        return Err(fault(format!("a folder, not a file; {FILE} is a file of settings in TOML")));
    }
    let text = tables::read(file, MAX_BYTES, &format!("a {FILE}")).map_err(fault)?;
    let folder = file.parent().unwrap_or(Path::new(""));
    let config = parse(&name, &text, folder)?;
    Ok(Config { file: Some(file.to_owned()), ..config })
}

/// The settings of a text, whose paths count from `folder`.
fn parse(name: &str, text: &str, folder: &Path) -> Result<Config, Fault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let source = Source::new(name, text);
    let root = source.parse()?;
    let file = Table::whole(&source, root.get_ref(), FILE);
    file.only(&KEYS)?;
    let path = |text: &Placed<String>| match text.value.as_str() {
        "" => Err(source.fault(text.place, "an empty path; name a file or a folder, or leave the line out")),
        path => Ok(folder.join(path)),
    };
    let readouts = match file.text("readouts")? {
        Some(text) => Some(Setting { value: path(&text)?, line: text.place.line }),
        None => None,
    };
    let mut config = Config {
        readouts,
        sides: sides(&file)?,
        codebook: list(&file, "codebook", |text| path(text))?,
        width: width(&file)?,
        color: choice(&file, "color")?,
        ..Config::default()
    };
    let wrong = |place| source.fault(place, "`format` needs its command; write format.compare = \"markdown\"");
    match file.get("format") {
        None => {}
        Some((place, DeValue::Table(table))) => {
            let formats = file.item(place, table).titled("format");
            formats.only(&["compare", "code", "trace", "evaluate"])?;
            config.compare = choice(&formats, "compare")?;
            config.code = choice(&formats, "code")?;
            config.trace = choice(&formats, "trace")?;
            config.evaluate = choice(&formats, "evaluate")?;
        }
        Some((place, _)) => return Err(wrong(place)),
    }
    Ok(config)
}

/// A list of texts, or one text, each read by `read`.
fn list<T>(
    table: &Table<'_>,
    key: &str,
    read: impl Fn(&Placed<String>) -> Result<T, Fault>,
) -> Result<Option<Setting<Vec<T>>>, Fault> {
    let texts = match table.get(key) {
        None => return Ok(None),
        Some((_, DeValue::String(_))) => table.text(key)?.into_iter().collect(),
        Some(_) => table.texts(key)?,
    };
    let line = table.get(key).map_or(1, |(place, _)| place.line);
    Ok(Some(Setting { value: texts.iter().map(read).collect::<Result<_, _>>()?, line }))
}

fn sides(table: &Table<'_>) -> Result<Option<Setting<Vec<Side>>>, Fault> {
    let found = list(table, "sides", |text| {
        Side::new(&text.value).map(|side| (side, text.place)).ok_or_else(|| {
            table.source.fault(text.place, format!("`{}` is no side; use ids such as us and cn", text.value))
        })
    })?;
    let Some(Setting { value, line }) = found else { return Ok(None) };
    let mut sides = Vec::new();
    for (side, place) in value {
        if sides.contains(&side) {
            return Err(table
                .source
                .fault(place, format!("`{side}` is there twice; name each side once", side = side.as_str())));
        }
        sides.push(side);
    }
    Ok(Some(Setting { value: sides, line }))
}

fn width(table: &Table<'_>) -> Result<Option<Setting<u16>>, Fault> {
    let Some((place, value)) = table.get("width") else { return Ok(None) };
    let number = match value {
        DeValue::Integer(number) => u16::from_str_radix(number.as_str(), number.radix()).ok().filter(|n| *n > 0),
        _ => None,
    };
    match number {
        Some(value) => Ok(Some(Setting { value, line: place.line })),
        None => {
            Err(table.source.fault(place, "`width` must be a number of columns from 1 to 65535; write width = 100"))
        }
    }
}

/// One of the words that a flag takes too.
fn choice<T: ValueEnum>(table: &Table<'_>, key: &str) -> Result<Option<Setting<T>>, Fault> {
    let Some(text) = table.text(key)? else { return Ok(None) };
    if let Ok(value) = T::from_str(&text.value, false) {
        return Ok(Some(Setting { value, line: text.place.line }));
    }
    let known: Vec<String> =
        T::value_variants().iter().filter_map(|v| Some(v.to_possible_value()?.get_name().to_owned())).collect();
    let mend = match nearest(&text.value, known.iter().map(String::as_str)).first() {
        Some(near) => format!("did you mean \"{near}\"?"),
        None => format!("it may be {}", known.join(", ")),
    };
    Err(table.source.fault(text.place, format!("`{key}` cannot be \"{}\"; {mend}", text.value)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    use crate::config::Color;
    use crate::render::CompareFormat;

    fn said(text: &str) -> String {
        parse("readout.toml", text, Path::new("..")).expect_err("a fault").to_string()
    }

    #[test]
    fn reads_every_key() {
        let text = "sides = [\"us\", \"cn\"]\ncodebook = \"a.toml\"\nreadouts = \"texts\"\nwidth = 0x64\n\
                    color = \"never\"\n[format]\ncompare = \"markdown\"\n";
        let config = parse("readout.toml", text, Path::new("..")).expect("a good file");
        assert_eq!(config.sides().iter().map(Side::as_str).collect::<Vec<_>>(), ["us", "cn"]);
        assert_eq!(config.codebook, Some(Setting { value: vec![PathBuf::from("../a.toml")], line: 2 }));
        assert_eq!(config.readouts, Some(Setting { value: PathBuf::from("../texts"), line: 3 }));
        assert_eq!(config.width, Some(Setting { value: 100, line: 4 }));
        assert_eq!(config.color, Some(Setting { value: Color::Never, line: 5 }));
        assert_eq!(config.compare, Some(Setting { value: CompareFormat::Markdown, line: 7 }));
        assert_eq!(config.code, None);
        assert_eq!(parse("readout.toml", "\u{feff}", Path::new("")), Ok(Config::default()));
    }

    #[test]
    fn a_fault_names_its_line_and_the_mend() {
        for (text, want) in [
            ("side = [\"us\"]", "readout.toml:1:1: `side` is no key of readout.toml; did you mean `sides`?"),
            (
                "\nformat = \"json\"",
                "readout.toml:2:10: `format` needs its command; write format.compare = \"markdown\"",
            ),
            ("format.comapre = \"json\"", "readout.toml:1:8: `comapre` is no key of format; did you mean `compare`?"),
            (
                "format.code = \"html\"",
                "readout.toml:1:15: `code` cannot be \"html\"; it may be text, json, jsonl, csv",
            ),
            ("format.trace = \"jsn\"", "readout.toml:1:16: `trace` cannot be \"jsn\"; did you mean \"json\"?"),
            ("sides = [\"us\", \"the us\"]", "readout.toml:1:16: `the us` is no side; use ids such as us and cn"),
            ("sides = [\"us\", \"US\"]", "readout.toml:1:16: `us` is there twice; name each side once"),
            ("sides = 3", "readout.toml:1:9: `sides` must be a list; write sides = [\"…\"]"),
            ("width = 0", "readout.toml:1:9: `width` must be a number of columns from 1 to 65535; write width = 100"),
            (
                "width = \"80\"",
                "readout.toml:1:9: `width` must be a number of columns from 1 to 65535; write width = 100",
            ),
            ("color = true", "readout.toml:1:9: `color` must be a text; write color = \"…\""),
            ("readouts = \"\"", "readout.toml:1:12: an empty path; name a file or a folder, or leave the line out"),
        ] {
            assert_eq!(said(text), want);
        }
        assert!(said("sides = [").starts_with("readout.toml:1:"), "{}", said("sides = ["));
    }
}
