//! `readout import --article` of news articles in Chinese. All articles in the repository are invented; each has its coding
//! beside it.

mod common;

use std::collections::HashMap;
use std::path::Path;

use readout::codebook::Codebook;
use readout::import::article;

const FOLDER: &str = "tests/fixtures/articles/chinese";

/// The rows of a table.
fn rows(path: &Path) -> Vec<HashMap<String, String>> {
    let mut table = csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_path(path).expect("a table");
    table.deserialize().map(|row| row.expect("a row")).collect()
}

#[test]
fn invented_articles_are_read_as_coded() {
    let people = std::fs::read_to_string(format!("{FOLDER}/people.toml")).expect("the people");
    let codebook = Codebook::parse("people.toml", &people).expect("a good codebook");
    let mut wrong = Vec::new();
    let mut articles: Vec<_> = std::fs::read_dir(FOLDER).expect("a folder").map(|e| e.expect("an entry").path()).collect();
    articles.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    articles.sort();
    assert!(articles.len() > 8);
    for path in articles {
        let text = std::fs::read_to_string(&path).expect("an article");
        let read = article::read(&text, &codebook);
        let mut found: Vec<_> = read.quotes.iter().map(Some).collect();
        for row in rows(&path.with_extension("quotes.tsv")) {
            let start: usize = row["start"].parse().expect("a number");
            let name = path.file_stem().expect("a name").to_string_lossy();
            let Some(quote) = found.iter_mut().find(|q| q.is_some_and(|q| q.span.start == start)).and_then(Option::take) else {
                wrong.push(format!("{name}: {}: not found", row["quote"]));
                continue;
            };
            let is = [quote.side.as_str(), quote.kind.as_str()];
            let right = is == [row["side"].as_str(), row["kind"].as_str()] && quote.text == row["quote"];
            if !right || !(quote.speaker.contains(&row["speaker"]) || row["speaker"].contains(&quote.speaker)) {
                wrong.push(format!("{name}: {}: {is:?} {} for {} {} {}", row["quote"], quote.speaker, row["side"], row["kind"], row["speaker"]));
            }
        }
        wrong.extend(found.into_iter().flatten().map(|q| format!("{}: nobody's: {} {} {}", path.display(), q.text, q.side, q.speaker)));
    }
    assert!(wrong.is_empty(), "{} are read otherwise:\n{}", wrong.len(), wrong.join("\n"));
}
