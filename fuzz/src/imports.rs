//! Bytes as a saved page, and as a news article.

use std::path::Path;
use std::sync::LazyLock;

use readout::codebook::Codebook;
use readout::import::article::{self, FileOptions};
use readout::import::{self, Layouts, Source, file};
use readout::readout::{Kind, Readout, Side};

use super::oracles::message;

static BOOK: LazyLock<Codebook> = LazyLock::new(Codebook::embedded);
static LAYOUTS: LazyLock<Layouts> = LazyLock::new(|| Layouts::load_default().expect("the embedded layouts"));

/// A page is refused with a message that names it, or the file made of it reads back as what was found.
pub fn html(data: &[u8]) {
    let source = Source { bytes: data.to_vec(), name: "page.html".to_owned(), address: None, content_type: None };
    let imported = match import::page(&source, &LAYOUTS, &BOOK) {
        Ok(imported) => imported,
        Err(error) => return message(&error, "page.html:"),
    };
    let side = imported.side.clone().or_else(|| Side::new("us")).expect("a side");
    let at = "2031-05-12T09:00:00Z";
    let text = file::render(&imported, Some("2031-05-12-lakeford"), &side, imported.language, at);
    let path = format!("2031-05-12-lakeford/{}", file::name(&side, imported.kind, imported.language));
    let again = Readout::parse(Path::new(&path), &text).unwrap_or_else(|e| panic!("{e} in {text:?}"));
    assert_eq!(again.body.trim(), imported.body);
    assert_eq!((again.side, again.kind, again.language), (side, imported.kind, imported.language));
    if imported.verbatim.is_none() {
        let title = (&again.title, &again.publisher, &again.place, &again.source_url);
        assert_eq!(title, (&imported.title, &imported.publisher, &imported.place, &imported.source_url));
        assert_eq!((&again.date, &again.published), (&imported.date, &imported.published));
        assert_eq!(again.principals, imported.principals);
        assert!(again.unknown.is_empty(), "{:?}", again.unknown);
    }
}

/// Quotations stand where they say, and the files that they become are readouts in fragments.
pub fn article(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let article = article::read(&text, &BOOK);
    let mut at = 0;
    for quote in &article.quotes {
        assert_eq!(quote.span.slice(&text), quote.text);
        assert!(quote.span.start >= at && !quote.span.is_empty(), "{quote:?} after {at}");
        assert!(
            matches!(&*quote.side, "none" | "both") || readout::readout::Side::new(&quote.side).is_some(),
            "{quote:?}"
        );
        at = quote.span.end;
    }
    for position in &article.reported {
        assert_eq!(position.span.slice(&text), position.text);
    }
    let options = FileOptions {
        meeting: "2031-05-12-lakeford",
        kinds: &[Kind::Readout, Kind::Background, Kind::Remarks],
        reported: true,
        date: Some("2031-05-12"),
        outlet: Some("The Lakeford Post"),
        url: None,
        from: "lakeford.txt",
        at: "2031-05-12T09:00:00Z",
        sha256: "0",
    };
    for (name, text) in article::files(&article, &options) {
        let readout = match Readout::parse(Path::new(&name), &text) {
            Ok(readout) => readout,
            // Quotations of signs alone are no text.
            Err(error) => return message(&error, &name),
        };
        assert!(readout.is_fragments() && readout.unknown.keys().all(|field| field == "note"), "{text:?}");
        assert!(name.split('.').next() == Some(readout.side.as_str()), "{name}");
    }
}
