//! `readout evaluate`.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use readout::evaluation::{self, Minimum};
use readout::render::{self, EvaluateFormat};

use readout::config::{Color, Config};

use super::{Book, DONE, FOUND, options};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Folder with hand-coded files, at any depth: NAME.gold.tsv beside a text NAME.md, claims.tsv in a meeting's folder,
    /// NAME.quotes.tsv beside an article NAME.txt
    ///
    /// A hand-coded file has below a line with the names of its columns one thing a line, its fields parted by tabs and not quoted.
    /// `start` and `end` are where it stands, in bytes of the article, or of a text's body, which begins behind the line that closes
    /// the front matter. `a|b` takes either. Other columns are passed over.
    ///
    /// NAME.gold.tsv, a statement a line: `start`, `end`, `topics` and `optional_topics` (ids, parted by commas; the optional ones
    /// count neither way), `speaker` (the id of a side, `both` or `none`), `act`, and `text`, its words as a check on the bytes.
    ///
    /// claims.tsv, a claim a line: `text` (which text makes it: us, or us.background where a side has several), `start`, `end`, `type`
    /// (attribution, joint), `status` (confirmed, partly, silent, disputed, no-text), `counterparts` (where the other text answers:
    /// START-END, parted by ;). If you like `words`, a check on the bytes, and `both_coders`: with `no`, it need not be found.
    ///
    /// NAME.quotes.tsv, a quotation a line: `start`, `end`, `side`, `kind` (readout, remarks, background, fact-sheet), `speaker` as the
    /// article calls them, and `quote`, the words between the marks.
    ///
    /// With --form one text, meeting or article.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Print a form to code by hand, of a text (NAME.md), a meeting (its folder) or an article (NAME.txt): redirect it to
    /// NAME.gold.tsv, claims.tsv or NAME.quotes.tsv
    ///
    /// It has every statement with its place and its words, and the codes left empty: who codes is told nothing of what the program
    /// has. Of a meeting take out what is no claim; to an article add the quotations of which the program cannot tell who said them.
    #[arg(long, conflicts_with_all = ["format", "errors", "minima", "width"])]
    form: bool,
    /// How to show it [default: that of readout.toml, else text]
    #[arg(long, value_enum)]
    format: Option<EvaluateFormat>,
    /// List every statement, claim and quotation on which hand and program differ, with what the program's codes rest on
    #[arg(long)]
    errors: bool,
    /// Exit with 1 when a total is below its minimum, such as topics=0.94,act=0.90,status=0.8
    ///
    /// Of statements: `topics`, the F1 of all topics together; `speaker` and `act`, the share of statements in which the program
    /// has an accepted one; `coverage`, the share of topics on which hand and program agree that a text raises them. Of claims:
    /// `claims`, their F1; `status`, `silent` and `counterparts`, the shares that the text format shows. Of quotations: `quotations`,
    /// their F1; `quoted-side`, `quoted-kind` and `quoted-speaker`.
    #[arg(long = "min", value_delimiter = ',', value_name = "MEASURE=NUMBER,…")]
    minima: Vec<Minimum>,
    /// Columns of the text format [default: COLUMNS, else that of readout.toml, else the terminal's, else 80]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    width: Option<u16>,
    #[command(flatten)]
    book: Book,
}

/// Shows how the program agrees with the hand coding of a folder, or prints a form for it. What is below its minimum is told on stderr, in every
/// format.
pub(super) fn evaluate(out: &mut dyn Write, arguments: &Arguments, config: &Config) -> Result<u8> {
    let codebook = arguments.book.load(config)?;
    if arguments.form {
        write!(out, "{}", evaluation::form(&arguments.folder, codebook)?)?;
        return Ok(DONE);
    }
    let evaluation = evaluation::evaluate(&arguments.folder, codebook)?;
    let format = arguments.format.or(config.evaluate.as_ref().map(|s| s.value)).unwrap_or(EvaluateFormat::Text);
    let options = options(arguments.width, Some(Color::Never), false, config);
    render::evaluation(out, &evaluation, format, arguments.errors, &options)?;
    let below = evaluation.below(&arguments.minima);
    for shortfall in &below {
        super::tell(&shortfall.to_string());
    }
    Ok(if below.is_empty() { DONE } else { FOUND })
}
