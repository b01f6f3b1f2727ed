//! One page read from the network, or a message that says why not. Only public hosts are read, redirects are checked
//! one by one, and neither a slow server nor an endless page holds the program up.
//!
//! Proxies of the environment (`HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY`) are not used: behind one, nothing here could see
//! which host is read. Certificates are held against the public roots that come with the program, not against those of
//! the system. Cookies are neither sent nor kept. Whoever needs any of these saves the page in a browser.

mod error;
mod guard;

use std::io::Read;
use std::time::{Duration, Instant};

use ureq::http::{HeaderMap, Response, header};
use ureq::{Agent, Body};
use url::Url;

pub use error::{Fault, FetchError};

use guard::{Guard, Judge};

/// How much is read at once.
const STEP: usize = 16 * 1024;
/// The types of page that are read; all are text.
const TYPES: [&str; 5] = ["text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown"];

/// How a page may be read.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The time for everything: looking up names, connecting, redirects, and reading to the end.
    pub time_limit: Duration,
    /// The most bytes that a page may have, after decompression.
    pub size_limit: u64,
    /// The most redirects that are followed.
    pub redirects: usize,
    /// Whether hosts of this machine and of local networks may be read too.
    pub allow_private: bool,
    /// Called as the page comes in, with the bytes read so far and how many there will be, where the server says.
    pub progress: Option<&'a dyn Fn(u64, Option<u64>)>,
}

impl Default for Options<'_> {
    /// 30 seconds, 10 MiB, 5 redirects, public hosts only, no progress.
    fn default() -> Self {
        Self {
            time_limit: Duration::from_secs(30),
            size_limit: 10 * 1024 * 1024,
            redirects: 5,
            allow_private: false,
            progress: None,
        }
    }
}

/// A page as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its bytes, decompressed, in whatever encoding the server sent.
    pub bytes: Vec<u8>,
    /// Where it stands, after redirects.
    pub address: String,
    /// What the server says it is, as written: `text/html; charset=gb2312`.
    pub content_type: Option<String>,
}

/// Reads the page at an `http` or `https` address. A page without a content type is read; the caller sees what it is.
///
/// # Errors
/// When the address is none that may be read, it or a redirect leads to a host that is not public, the server cannot be
/// reached or does not give the page, or the page is no text, too large or too slow. Each message is one line that holds
/// the address and the mend.
///
/// ```
/// use readout::import::fetch::{Options, fetch};
///
/// let refused = fetch("http://127.0.0.1/", &Options::default()).unwrap_err();
/// assert!(refused.to_string().contains("a loopback address"));
/// ```
pub fn fetch(address: &str, options: &Options<'_>) -> Result<Page, FetchError> {
    let judge: Judge = if options.allow_private { |_| None } else { guard::reserved };
    follow(address, options, judge)
}

/// Goes from redirect to redirect to the page.
fn follow(given: &str, options: &Options<'_>, judge: Judge) -> Result<Page, FetchError> {
    let started = Instant::now();
    let agent = Agent::with_parts(
        Agent::config_builder()
            .proxy(None)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(0)
            .user_agent(user_agent())
            .accept(TYPES[..4].join(","))
            .build(),
        ureq::unversioned::transport::DefaultConnector::new(),
        Guard::new(judge),
    );
    let mut url = parse(given).map_err(|fault| FetchError::new(shown(given), None, fault))?;
    let mut passed: Vec<Url> = Vec::new();
    loop {
        let from = passed.first().map(|first: &Url| shown(first.as_str()));
        let here = shown(url.as_str());
        let refuse = |fault| FetchError::new(here.clone(), from.clone(), fault);
        readable(&url).map_err(refuse)?;
        let left = options.time_limit.saturating_sub(started.elapsed());
        if left.is_zero() {
            return Err(refuse(Fault::TooSlow { limit: options.time_limit }));
        }
        let request = agent.get(url.as_str()).config().timeout_global(Some(left)).build();
        let response = request.call().map_err(|e| refuse(Fault::of(e, &url, options.time_limit)))?;
        let Some(next) = redirect(&url, &response).map_err(refuse)? else {
            return read(response, &url, options).map_err(refuse);
        };
        passed.push(url);
        if passed.contains(&next) {
            return Err(refuse(Fault::Circle { to: shown(next.as_str()) }));
        }
        if passed.len() > options.redirects {
            return Err(refuse(Fault::TooManyRedirects { limit: options.redirects }));
        }
        url = next;
    }
}

/// An address as a person gives it.
fn parse(given: &str) -> Result<Url, Fault> {
    let mut url = Url::parse(given.trim()).map_err(|e| match e {
        url::ParseError::RelativeUrlWithoutBase => Fault::NoScheme,
        e => Fault::Address { problem: e.to_string() },
    })?;
    url.set_fragment(None);
    Ok(url)
}

/// Whether an address is of a kind that is read at all; its host is judged when it is looked up.
fn readable(url: &Url) -> Result<(), Fault> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Fault::Scheme { scheme: url.scheme().to_owned() });
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Fault::Credentials);
    }
    Ok(())
}

/// Where a response sends the reader, if it does.
fn redirect(url: &Url, response: &Response<Body>) -> Result<Option<Url>, Fault> {
    let status = response.status().as_u16();
    if !matches!(status, 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let Some(to) = text(response.headers(), header::LOCATION) else { return Err(Fault::NoLocation { status }) };
    let mut next = url.join(&to).map_err(|_| Fault::Location { to: shown(&to) })?;
    next.set_fragment(None);
    Ok(Some(next))
}

/// Reads the body of the last response.
fn read(response: Response<Body>, url: &Url, options: &Options<'_>) -> Result<Page, Fault> {
    let status = response.status();
    if !matches!(status.as_u16(), 200 | 203) {
        return Err(Fault::Status { status: status.as_u16(), reason: status.canonical_reason().unwrap_or("") });
    }
    let content_type = text(response.headers(), header::CONTENT_TYPE).filter(|t| !t.trim().is_empty());
    if let Some(found) = &content_type {
        let bare = found.split(';').next().unwrap_or("").trim();
        if !TYPES.iter().any(|t| t.eq_ignore_ascii_case(bare)) {
            return Err(Fault::ContentType { found: shown(bare) });
        }
    }
    // Gzip is undone, and its header gone, by now.
    let encoding = text(response.headers(), header::CONTENT_ENCODING).unwrap_or_default();
    if !matches!(encoding.trim().to_ascii_lowercase().as_str(), "" | "identity") {
        return Err(Fault::Encoding { found: shown(&encoding) });
    }
    let body = response.into_body();
    let total = body.content_length();
    let too_large = Fault::TooLarge { limit: options.size_limit };
    if total.is_some_and(|t| t > options.size_limit) {
        return Err(too_large);
    }
    let mut reader = body.into_with_config().limit(u64::MAX).reader();
    let mut bytes = Vec::new();
    let mut step = vec![0; STEP];
    loop {
        let count = match reader.read(&mut step) {
            Ok(0) => break,
            Ok(count) => count,
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(Fault::of(e.into(), url, options.time_limit).within_the_page()),
        };
        bytes.extend_from_slice(&step[..count]);
        let so_far = bytes.len() as u64;
        if so_far > options.size_limit {
            return Err(too_large);
        }
        if let Some(progress) = options.progress {
            progress(so_far, total);
        }
    }
    Ok(Page { bytes, address: url.to_string(), content_type })
}

/// A header as text, whatever bytes the server put there.
fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    headers.get(name).map(|v| String::from_utf8_lossy(v.as_bytes()).into_owned())
}

/// Who asks: the program, its version, and where it lives if that is known.
fn user_agent() -> String {
    let program = concat!("readout/", env!("CARGO_PKG_VERSION"));
    match env!("CARGO_PKG_REPOSITORY") {
        "" => program.to_owned(),
        home => format!("{program} (+{home})"),
    }
}

/// An address or a word of a server for a message: of one line, of bearable length, and without a password.
fn shown(raw: &str) -> String {
    const MOST: usize = 400;
    let mut line: String = raw.trim().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let start = line.find("//").map_or(0, |at| at + 2);
    let end = line[start..].find(['/', '?', '#']).map_or(line.len(), |at| start + at);
    if let Some(at) = line[start..end].rfind('@').filter(|_| start > 0) {
        line.replace_range(start..start + at, "…");
    }
    match line.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

#[cfg(test)]
mod tests;
