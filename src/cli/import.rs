use anyhow::Result;
use std::io::Write;
#[derive(Debug, clap::Args)]
pub struct Arguments {
    source: std::path::PathBuf,
    #[arg(long)]
    article: bool,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    format: Option<String>,
}
pub fn run(a: &Arguments, out: &mut dyn Write) -> Result<u8> {
    let text = std::fs::read_to_string(&a.source)?;
    let book = readout::codebook::Codebook::load_default()?;
    let quotes = readout::import::article::read(&text, &book).quotes;
    writeln!(out, "{}", serde_json::to_string(&serde_json::json!({"schema": "readout.import/1", "quotes": quotes}))?)?;
    Ok(0)
}
