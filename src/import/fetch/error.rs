//! Why a page could not be read: its address, and the mend.

use std::fmt;
use std::io::ErrorKind;
use std::net::IpAddr;
use std::time::Duration;

use url::Url;

use super::guard::Reserved;

/// A page that could not be read. The message is one line with the address, where it was redirected from, and the mend.
#[derive(Debug)]
pub struct FetchError {
    /// The address that could not be read, without a password that was in it.
    pub address: String,
    /// The address that was asked for, where a redirect led from there.
    pub from: Option<String>,
    /// What went wrong.
    pub fault: Fault,
}

impl FetchError {
    pub(super) fn new(address: String, from: Option<String>, fault: Fault) -> Self {
        Self { address, from, fault }
    }
}

impl std::error::Error for FetchError {}

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.address)?;
        if let Some(from) = &self.from {
            write!(f, " (redirected from {from})")?;
        }
        write!(f, ": {}", self.fault)
    }
}

/// What went wrong with a page, and the mend.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// The address does not begin with a scheme.
    #[error("not a whole address; write it with https:// in front")]
    NoScheme,
    /// The address cannot be understood.
    #[error("not an address ({problem}); copy it from the browser again")]
    Address {
        /// What is wrong with it.
        problem: String,
    },
    /// The address is of another kind.
    #[error("`{scheme}` addresses are not read, only http and https; save the page and give the file")]
    Scheme {
        /// The kind.
        scheme: String,
    },
    /// A user name or a password is in the address.
    #[error(
        "a user name or a password in the address, which is never sent; leave it out, or save the page in a browser and give the file"
    )]
    Credentials,
    /// The host is on this machine, on a local network or nowhere.
    #[error(
        "the host is at {ip}, {sort}, and only public hosts are read; save the page in a browser and give the file"
    )]
    Private {
        /// One of its addresses.
        ip: IpAddr,
        /// Of what sort that is: "a loopback address".
        sort: &'static str,
    },
    /// The name of the host has no address.
    #[error("there is no host of this name, or names cannot be looked up; look at the address and at the connection")]
    NoHost,
    /// Nothing answers.
    #[error(
        "no connection ({problem}; proxies of the environment are not used); try again, or save the page in a browser and give the file"
    )]
    NoConnection {
        /// What the system said.
        problem: String,
    },
    /// The encryption or the server's certificate fails.
    #[error("no secure connection ({problem}); look at the page in a browser, save it there and give the file")]
    Tls {
        /// What failed.
        problem: String,
    },
    /// Time is up.
    #[error("not read within {}; try again later, or save the page in a browser and give the file", seconds(*limit))]
    TooSlow {
        /// The time allowed.
        limit: Duration,
    },
    /// The server hangs up instead of answering.
    #[error(
        "the server closed the connection without an answer; try again, or save the page in a browser and give the file"
    )]
    Closed,
    /// The server hangs up within the page.
    #[error(
        "the server closed the connection in the middle of the page; try again, or save the page in a browser and give the file"
    )]
    Cut,
    /// What comes is not HTTP.
    #[error("the answer is not HTTP ({problem}); look at the address, or save the page in a browser and give the file")]
    NotHttp {
        /// What is wrong with it.
        problem: String,
    },
    /// The page is compressed in a way that is not known, or is damaged.
    #[error(
        "the page is compressed as `{found}`, which cannot be undone; save the page in a browser and give the file"
    )]
    Encoding {
        /// How.
        found: String,
    },
    /// The page is larger than allowed.
    #[error("larger than {}, which no readout is; save the part with the text and give the file", size(*limit))]
    TooLarge {
        /// The bytes allowed.
        limit: u64,
    },
    /// What stands there is no page of text.
    #[error(
        "the server sends `{found}`, not a page of text; save the text as HTML, Markdown or plain text and give the file"
    )]
    ContentType {
        /// What it is.
        found: String,
    },
    /// The server does not give the page.
    #[error("{}", refusal(*status, reason))]
    Status {
        /// What the server answers.
        status: u16,
        /// That in words, or nothing.
        reason: &'static str,
    },
    /// A redirect leads nowhere.
    #[error(
        "the server redirects ({status}) and does not say where to; look at the page in a browser, save it and give the file"
    )]
    NoLocation {
        /// What the server answers.
        status: u16,
    },
    /// A redirect leads to something that is no address.
    #[error(
        "the server redirects to `{to}`, which is no address; look at the page in a browser, save it and give the file"
    )]
    Location {
        /// Where to.
        to: String,
    },
    /// A redirect leads back.
    #[error(
        "the server redirects in a circle, back to {to}; it may want cookies: save the page in a browser and give the file"
    )]
    Circle {
        /// Where to.
        to: String,
    },
    /// There is no end of redirects.
    #[error("more than {limit} redirects; look at the page in a browser and give the address where it ends")]
    TooManyRedirects {
        /// How many are followed.
        limit: usize,
    },
    /// Something else.
    #[error("not read ({problem}); save the page in a browser and give the file")]
    Other {
        /// What.
        problem: String,
    },
}

impl Fault {
    /// What the client reports, in these words.
    pub(super) fn of(error: ureq::Error, url: &Url, limit: Duration) -> Self {
        use ureq::Error as E;
        let words = |e: &dyn fmt::Display| super::shown(&e.to_string());
        match error {
            E::Timeout(_) => Self::TooSlow { limit },
            E::HostNotFound => Self::NoHost,
            E::Io(e) => match e.kind() {
                ErrorKind::UnexpectedEof
                | ErrorKind::ConnectionReset
                | ErrorKind::ConnectionAborted
                | ErrorKind::BrokenPipe => Self::Closed,
                ErrorKind::TimedOut | ErrorKind::WouldBlock => Self::TooSlow { limit },
                ErrorKind::InvalidData if url.scheme() == "https" => Self::Tls { problem: words(&e) },
                _ => Self::NoConnection { problem: words(&e) },
            },
            E::Tls(problem) => Self::Tls { problem: problem.to_owned() },
            E::Rustls(e) => Self::Tls { problem: words(&e) },
            E::Protocol(e) => Self::NotHttp { problem: words(&e) },
            E::Http(e) => Self::NotHttp { problem: words(&e) },
            e @ E::LargeResponseHeader(..) => Self::NotHttp { problem: words(&e) },
            E::Decompress(_, e) if e.kind() == ErrorKind::UnexpectedEof => Self::Closed,
            E::Decompress(found, _) => Self::Encoding { found: found.to_owned() },
            E::BadUri(problem) => Self::Address { problem: super::shown(&problem) },
            E::Other(e) => match e.downcast::<Reserved>() {
                Ok(reserved) => Self::Private { ip: reserved.ip, sort: reserved.sort },
                Err(e) => Self::Other { problem: words(&e) },
            },
            e => Self::Other { problem: words(&e) },
        }
    }

    /// The same fault after the page had begun.
    pub(super) fn within_the_page(self) -> Self {
        match self {
            Self::Closed | Self::NoConnection { .. } => Self::Cut,
            fault => fault,
        }
    }
}

fn refusal(status: u16, reason: &str) -> String {
    let answer = if reason.is_empty() { status.to_string() } else { format!("{status} {reason}") };
    match status {
        404 | 410 => {
            format!(
                "the server has no such page ({answer}); look at the address, or for the place where the page stands now"
            )
        }
        401 | 403 | 407 | 429 | 451 => {
            format!("the server refuses ({answer}); save the page in a browser and give the file")
        }
        500.. => {
            format!("the server fails ({answer}); try again later, or save the page in a browser and give the file")
        }
        _ => format!("the server answers {answer} instead of a page; save the page in a browser and give the file"),
    }
}

fn seconds(limit: Duration) -> String {
    let seconds = limit.as_secs_f64();
    format!("{seconds} second{}", if seconds == 1.0 { "" } else { "s" })
}

fn size(limit: u64) -> String {
    const MIB: u64 = 1024 * 1024;
    if limit >= MIB && limit.is_multiple_of(MIB) { format!("{} MiB", limit / MIB) } else { format!("{limit} bytes") }
}
