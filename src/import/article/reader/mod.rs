//! Reads an article paragraph by paragraph (`paragraph`) and gives each quotation its source (`whose`, `echoes`) and kind
//! (`kinds`); `outcome` is what others get of it.

mod echoes;
mod kinds;
mod outcome;
mod paragraph;
mod whose;

use std::collections::{HashMap, HashSet};

use super::Article;
use super::attribution::Sentence;
use super::emphasis;
use super::frame::{self, Paragraph, Token};
use super::heading::Heading;
use super::marks::Quoted;
use super::sources::{Sources, Who};
use crate::codebook::Codebook;
use crate::readout::Kind;
use crate::text::Span;

/// Where the source of words that go on comes from.
#[derive(Debug, Clone, Copy)]
struct Source {
    who: Who,
    kind: Kind,
    /// Somebody of another side whose words they are as this source tells them.
    given_to: Option<Who>,
}

/// The source of one quotation, and whose acts it reports.
#[derive(Debug, Clone, Default)]
struct Given {
    source: Option<Source>,
    actors: Vec<Who>,
}

pub(super) fn read(article: &str, codebook: &Codebook) -> Article {
    let plain = emphasis::plain(article);
    let (paragraphs, quoted) = frame::paragraphs(&plain);
    let mut reader = Reader {
        sources: Sources::new(codebook),
        last: None,
        kinds: HashMap::new(),
        paragraphs: 0,
        published: None,
        lead: None,
        unshown: Vec::new(),
        unsigned: Vec::new(),
        scene: None,
        document: false,
        accounts: HashSet::new(),
        sheet: None,
        agency: None,
        callers: HashSet::new(),
        open: Vec::new(),
        introduced: None,
        interviewed: None,
        asked: false,
        labelled: false,
        left_open: None,
        found: vec![Given::default(); quoted.len()],
        reported: Vec::new(),
        article,
    };
    // Names are learned first, so that a headline can name whom only the text introduces.
    for paragraph in paragraphs.iter().skip(1).chain(paragraphs.first()) {
        reader.sources.abroad = None;
        for sentence in &paragraph.sentences {
            reader.sources.mentions(&paragraph.tokens[sentence.clone()]);
            reader.sources.note_state(&paragraph.tokens[sentence.clone()]);
        }
    }
    reader.sources.start_again();
    reader.agency = own_account(article).map(|name| reader.sources.agency(name));
    // Where both accounts are set out under labels, a paragraph with a label is of that account.
    let labels: HashSet<&str> = paragraphs.iter().filter_map(|p| reader.sources.label(&p.tokens)).collect();
    reader.labelled = labels.len() > 1;
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let goes_on = number > 0 && goes_on(&paragraphs[number - 1], &quoted);
        reader.paragraph(paragraph, &quoted, goes_on);
    }
    let open = std::mem::take(&mut reader.open);
    reader.of_last(open);
    reader.echoes(&paragraphs, &quoted);
    reader.outcome(&quoted, Heading::of(&plain))
}

/// The agency that speaks for a party, where an article comes from one.
fn own_account(article: &str) -> Option<&'static str> {
    const HEADS: [(&str, &str); 6] = [
        ("(Xinhua)", "Xinhua"),
        ("Source: Xinhua", "Xinhua"),
        ("Xinhua Headlines", "Xinhua"),
        ("Source: CGTN", "CGTN"),
        ("(CCTV)", "CCTV"),
        ("Source: CCTV", "CCTV"),
    ];
    let head: String = article.chars().take(700).collect();
    // What was said to reporters is no account of a meeting.
    let public = ["press conference", "news conference", "told reporters", "told Xinhua"];
    let own = HEADS.iter().find(|(mark, _)| head.contains(mark)).map(|(_, name)| *name);
    own.filter(|_| !public.iter().any(|w| article.contains(w)))
}

/// Whether a paragraph leaves its last quotation open, so that the next goes on with it.
fn goes_on(paragraph: &Paragraph, quoted: &[Quoted]) -> bool {
    paragraph.tokens.iter().rev().find_map(Token::quote).is_some_and(|q| !quoted[q].closed)
}

struct Reader<'a> {
    sources: Sources,
    /// Who spoke last.
    last: Option<Source>,
    /// From what sort of source each was last quoted, and in which paragraph.
    kinds: HashMap<Who, (Kind, usize)>,
    paragraphs: usize,
    /// Whose accounts the article told last that they were given out, and in which paragraph; nobody's by name are whoever's.
    published: Option<(Option<String>, usize)>,
    /// The side whose account the first paragraphs give as where they have it from: 'A and B spoke on Friday, Xinhua reported'.
    lead: Option<String>,
    /// Quotations that are remarks though nothing shows them to be spoken in public, with their paragraphs.
    unshown: Vec<(usize, usize)>,
    /// What institutions are quoted with in this paragraph of which nothing shows that it is an account of an encounter.
    unsigned: Vec<usize>,
    /// The paragraph in which one of them was heard last before the press as their meeting began.
    scene: Option<usize>,
    /// Whether this paragraph has named a written account so far.
    document: bool,
    /// The sides whose accounts this paragraph names.
    accounts: HashSet<String>,
    /// The side whose list of measures the article told of last, and in which paragraph.
    sheet: Option<(String, usize)>,
    /// The state news agency of which the article is the own account.
    agency: Option<Who>,
    /// Who spoke with each other in the call of which the first paragraphs tell.
    callers: HashSet<Who>,
    /// Quotations of which nobody is named yet, the last of which goes on in the next paragraph.
    open: Vec<usize>,
    /// Whose words a paragraph introduced that ended with a colon.
    introduced: Option<Source>,
    /// The one person of a party whom the last heading names: who is asked in the interview below it.
    interviewed: Option<Who>,
    /// Whether the last paragraph is nothing but a question of the journalist's.
    asked: bool,
    /// Whether the article sets out the accounts of both sides under labels: 'China: …'.
    labelled: bool,
    /// A quotation that its paragraph leaves open and that only goes on with what was said before.
    left_open: Option<usize>,
    found: Vec<Given>,
    /// Sentences that report a party's position without quoting it.
    reported: Vec<(Span, Source)>,
    article: &'a str,
}

/// Whether a paragraph is a heading of a few quoted words.
fn heading(paragraph: &Paragraph, quote: &Quoted) -> bool {
    paragraph.tokens.len() == 1 && quote.closed && quote.ends.is_none() && quote.words.len() <= 60
}

/// Whether a sentence has nothing but quotations.
fn alone(sentence: &Sentence<'_>, at: usize) -> bool {
    at == 0 && sentence.tokens.iter().all(|t| !t.is_word())
}
