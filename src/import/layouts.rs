//! Owns the layouts of official pages: whose page it is, by its address, and where its title, date and words stand. The
//! layouts are data (`data/layouts.toml`); a user adds more.

use std::path::Path;

use jiff::tz::Offset;
use scraper::Selector;
use serde::Deserialize;
use toml::Spanned;

use super::lines::LinePattern;
use super::{ImportError, address, dates};
use crate::files;
use crate::readout::{Kind, MAX_BYTES, Side};
use crate::text::Language;

/// The embedded file.
const DATA: &str = include_str!("data/layouts.toml");

/// Where something stands: an element, and the attribute that holds it if it is not the element's text.
#[derive(Debug, Clone)]
pub struct Field {
    /// The elements.
    pub selector: Selector,
    /// The attribute.
    pub attribute: Option<String>,
}

/// The pages of one publisher that are built alike.
#[derive(Debug, Clone)]
pub struct Layout {
    /// Its id.
    pub id: String,
    hosts: Vec<Place>,
    /// Who publishes.
    pub side: Option<Side>,
    /// The publisher's name by language of the text.
    publisher: Publisher,
    /// What sort of text the pages hold, where title and address do not say.
    pub kind: Option<Kind>,
    /// The language of the pages.
    pub language: Option<Language>,
    /// How far the clock of the pages is from UTC.
    pub zone: Option<Offset>,
    /// Where the title stands, tried in order.
    pub title: Vec<Field>,
    /// Where the date stands, tried in order.
    pub date: Vec<Field>,
    /// Where the words stand, tried in order.
    pub body: Vec<Selector>,
    /// What inside the body is not the text's own.
    pub strip: Option<Selector>,
    /// Paragraphs that are not the text's own.
    pub lines: Vec<LinePattern>,
    /// Forms of dates in addresses.
    pub address_dates: Vec<String>,
}

impl Layout {
    /// The publisher's name in a language.
    #[must_use]
    pub fn publisher(&self, language: Language) -> Option<&str> {
        let (own, other) = match language {
            Language::En => (&self.publisher.en, &self.publisher.zh),
            Language::Zh => (&self.publisher.zh, &self.publisher.en),
        };
        own.as_deref().or(other.as_deref())
    }

    /// How well the layout fits an address: the longer its host and path, the better.
    fn fits(&self, host: &str, path: &str) -> Option<usize> {
        self.hosts.iter().filter_map(|place| place.fits(host, path)).max()
    }
}

/// A host in lower case, or all of a domain, and what the path begins with.
#[derive(Debug, Clone)]
struct Place {
    domain: bool,
    host: String,
    path: String,
}

impl Place {
    /// `host.example`, `*.example`, `host.example/path/`.
    fn new(text: &str) -> Self {
        let (host, path) = text.find('/').map_or((text, ""), |at| text.split_at(at));
        let (domain, host) = host.strip_prefix("*.").map_or((false, host), |end| (true, end));
        Self { domain, host: host.to_ascii_lowercase(), path: path.to_owned() }
    }

    fn fits(&self, host: &str, path: &str) -> Option<usize> {
        let inner = host.strip_suffix(self.host.as_str())?;
        let same = inner.is_empty();
        // A host in full is better than any domain, and then the longer path.
        let good = (same || self.domain && inner.ends_with('.')) && path.starts_with(&self.path);
        good.then(|| usize::from(!self.domain) * 1_000_000 + self.host.len() * 1_000 + self.path.len().min(999))
    }
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Publisher {
    en: Option<String>,
    zh: Option<String>,
}

/// What tells the kind of a text.
#[derive(Debug, Clone)]
struct KindRule {
    kind: Kind,
    titles: Vec<LinePattern>,
    paths: Vec<String>,
}

/// All layouts, and what is true of every page.
#[derive(Debug, Clone)]
pub struct Layouts {
    /// The user's before the program's.
    layouts: Vec<Layout>,
    kinds: Vec<KindRule>,
    /// What no page's text holds, as one selector list.
    pub(super) strip: Vec<Selector>,
    pub(super) lines: Vec<LinePattern>,
    pub(super) suffixes: Vec<String>,
    pub(super) address_dates: Vec<String>,
}

impl Layouts {
    /// The layouts of the program.
    ///
    /// # Errors
    /// Never, as a test holds; the type is that of [`Layouts::with_user`].
    pub fn load_default() -> Result<Self, ImportError> {
        let mut layouts = Self {
            layouts: Vec::new(),
            kinds: Vec::new(),
            strip: Vec::new(),
            lines: Vec::new(),
            suffixes: Vec::new(),
            address_dates: Vec::new(),
        };
        layouts.add("layouts.toml", DATA)?;
        Ok(layouts)
    }

    /// The layouts of the program, and those of a file, which come first; one with the id of a layout of the program
    /// stands in its place.
    ///
    /// # Errors
    /// When the file cannot be read, is no TOML, or holds a key, a selector or a value that is not understood.
    pub fn with_user(path: &Path) -> Result<Self, ImportError> {
        let file = path.display().to_string();
        let fault =
            |e: std::io::Error| ImportError::Layouts { file: file.clone(), message: format!("cannot be read: {e}") };
        let bytes = files::read(path, MAX_BYTES).map_err(fault)?;
        let text = String::from_utf8(bytes).map_err(|_| fault(std::io::Error::other("not a text in UTF-8")))?;
        let mut layouts = Self::load_default()?;
        layouts.add(&file, &text)?;
        Ok(layouts)
    }

    /// The layout of a page at an address.
    #[must_use]
    pub fn of(&self, address: &str) -> Option<&Layout> {
        let (host, path) = address::parts(address)?;
        let fitting = self.layouts.iter().filter_map(|l| Some((l.fits(&host, path)?, l)));
        // The first of the best.
        fitting
            .fold(
                None,
                |best: Option<(usize, &Layout)>, (fit, l)| {
                    if best.is_some_and(|(b, _)| b >= fit) { best } else { Some((fit, l)) }
                },
            )
            .map(|(_, l)| l)
    }

    /// The ids of all layouts, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.layouts.iter().map(|l| l.id.as_str())
    }

    /// What title and address say of the kind of a text.
    #[must_use]
    pub fn kind(&self, title: Option<&str>, address: Option<&str>) -> Option<Kind> {
        let title = title.unwrap_or("").trim();
        let path = address.and_then(address::parts).map_or("", |(_, path)| path);
        let says = |rule: &&KindRule| {
            rule.titles.iter().any(|t| t.matches(title)) || rule.paths.iter().any(|p| path.contains(p.as_str()))
        };
        self.kinds.iter().find(says).map(|rule| rule.kind)
    }

    fn add(&mut self, file: &str, text: &str) -> Result<(), ImportError> {
        let reader = Reader { file, text };
        let raw: RawFile = toml::from_str(text).map_err(|e| reader.toml(&e))?;
        let mut added = raw.layout.iter().map(|l| reader.layout(l)).collect::<Result<Vec<_>, _>>()?;
        self.layouts.retain(|old| added.iter().all(|new| new.id != old.id));
        added.append(&mut self.layouts);
        self.layouts = added;
        let mut kinds = raw.kind.iter().map(|k| reader.kind_rule(k)).collect::<Result<Vec<_>, _>>()?;
        kinds.append(&mut self.kinds);
        self.kinds = kinds;
        self.strip.extend(reader.list(&raw.common.strip)?);
        self.lines.extend(raw.common.lines.iter().map(|l| LinePattern::new(l)));
        self.suffixes.extend(raw.common.suffixes);
        self.address_dates.extend(raw.common.address_dates);
        Ok(())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    #[serde(default)]
    common: RawCommon,
    #[serde(default)]
    kind: Vec<RawKind>,
    #[serde(default)]
    layout: Vec<RawLayout>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct RawCommon {
    strip: Vec<Spanned<String>>,
    lines: Vec<String>,
    suffixes: Vec<String>,
    address_dates: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawKind {
    kind: Spanned<String>,
    #[serde(default)]
    titles: Vec<String>,
    #[serde(default)]
    paths: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLayout {
    id: String,
    hosts: Vec<String>,
    side: Option<Spanned<String>>,
    #[serde(default)]
    publisher: Publisher,
    kind: Option<Spanned<String>>,
    language: Option<Spanned<String>>,
    zone: Option<Spanned<String>>,
    #[serde(default)]
    title: Vec<Spanned<String>>,
    #[serde(default)]
    date: Vec<Spanned<String>>,
    #[serde(default)]
    body: Vec<Spanned<String>>,
    #[serde(default)]
    strip: Vec<Spanned<String>>,
    #[serde(default)]
    lines: Vec<String>,
    #[serde(default)]
    address_dates: Vec<String>,
}

/// Reads the values of one file.
struct Reader<'a> {
    file: &'a str,
    text: &'a str,
}

impl Reader<'_> {
    fn toml(&self, error: &toml::de::Error) -> ImportError {
        self.wrong(error.span().map_or(0, |s| s.start), error.message().replace('\n', " "))
    }

    fn wrong(&self, offset: usize, message: String) -> ImportError {
        let before = self.text.get(..offset).unwrap_or(self.text);
        ImportError::LayoutLine { file: self.file.to_owned(), line: 1 + before.matches('\n').count(), message }
    }

    fn layout(&self, raw: &RawLayout) -> Result<Layout, ImportError> {
        let fields = |list: &[Spanned<String>]| list.iter().map(|f| self.field(f)).collect::<Result<Vec<_>, _>>();
        let joined: Vec<&str> = raw.strip.iter().map(|s| s.get_ref().as_str()).collect();
        self.list(&raw.strip)?;
        Ok(Layout {
            id: raw.id.clone(),
            hosts: raw.hosts.iter().map(|h| Place::new(h)).collect(),
            side: self.value(
                raw.side.as_ref(),
                "side",
                "use a short id of letters and digits such as us or cn",
                Side::new,
            )?,
            publisher: raw.publisher.clone(),
            kind: self.kind(raw.kind.as_ref())?,
            language: self.value(raw.language.as_ref(), "language", "use en or zh", |l| l.parse().ok())?,
            zone: self.value(raw.zone.as_ref(), "zone", "use an offset from UTC such as +08:00", dates::offset)?,
            title: fields(&raw.title)?,
            date: fields(&raw.date)?,
            body: self.list(&raw.body)?,
            strip: Selector::parse(&joined.join(", ")).ok(),
            lines: raw.lines.iter().map(|l| LinePattern::new(l)).collect(),
            address_dates: raw.address_dates.clone(),
        })
    }

    fn kind_rule(&self, raw: &RawKind) -> Result<KindRule, ImportError> {
        Ok(KindRule {
            kind: self.kind(Some(&raw.kind))?.unwrap_or_default(),
            titles: raw.titles.iter().map(|t| LinePattern::new(t)).collect(),
            paths: raw.paths.clone(),
        })
    }

    fn kind(&self, raw: Option<&Spanned<String>>) -> Result<Option<Kind>, ImportError> {
        self.value(raw, "kind", "use readout, background, remarks or fact-sheet", |k| k.parse().ok())
    }

    fn value<T>(
        &self,
        raw: Option<&Spanned<String>>,
        key: &str,
        mend: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, ImportError> {
        let Some(raw) = raw else { return Ok(None) };
        match read(raw.get_ref()) {
            Some(value) => Ok(Some(value)),
            None => Err(self.wrong(raw.span().start, format!("{key}: `{}` is not known; {mend}", raw.get_ref()))),
        }
    }

    /// `h1`, or `meta[name=date]@content`.
    fn field(&self, raw: &Spanned<String>) -> Result<Field, ImportError> {
        let (selector, attribute) = match raw.get_ref().rsplit_once('@') {
            Some((selector, attribute)) => (selector, Some(attribute.to_owned())),
            None => (raw.get_ref().as_str(), None),
        };
        Ok(Field { selector: self.selector(selector, raw)?, attribute })
    }

    fn list(&self, raw: &[Spanned<String>]) -> Result<Vec<Selector>, ImportError> {
        raw.iter().map(|s| self.selector(s.get_ref(), s)).collect()
    }

    fn selector(&self, selector: &str, raw: &Spanned<String>) -> Result<Selector, ImportError> {
        Selector::parse(selector).map_err(|_| {
            self.wrong(raw.span().start, format!("`{selector}` is no CSS selector; write one such as div.content > p"))
        })
    }
}
