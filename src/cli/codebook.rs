//! `readout codebook`.

use std::io::Write;

use anyhow::{Result, bail};

use readout::codebook::Codebook;

use super::DONE;

/// Prints the codebook's files, or one topic.
pub(super) fn print(out: &mut dyn Write, id: Option<&str>) -> Result<u8> {
    let Some(id) = id else {
        for (name, text) in Codebook::files() {
            writeln!(out, "# ── {name} ──\n{text}")?;
        }
        return Ok(DONE);
    };
    let codebook = Codebook::load_default()?;
    let Some(topic) = codebook.topic(id) else {
        let known: Vec<&str> = codebook.topics.iter().map(|t| t.id.as_str()).collect();
        bail!("no topic `{id}` in the codebook; there are {}", known.join(", "));
    };
    writeln!(out, "{} · {} / {}", topic.id, topic.label.en, topic.label.zh)?;
    writeln!(out, "{}\n{}", topic.definition.en, topic.definition.zh)?;
    Ok(DONE)
}
