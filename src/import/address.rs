//! Owns what is read from a web address: its host and its path.

pub use crate::text::address::is_web;

use crate::text::address::after_scheme;

/// The host in lower case and the path of a web address. Of a copy in an archive (`https://web.archive.org/web/2024…/https://…`)
/// those of the page that was copied.
///
/// ```
/// use readout::import::address::parts;
///
/// assert_eq!(parts("https://WWW.State.gov:443/readout/?a#b"), Some(("www.state.gov".to_owned(), "/readout/")));
/// assert_eq!(
///     parts("https://web.archive.org/web/2024id_/http://www.mfa.gov.cn/eng/"),
///     Some(("www.mfa.gov.cn".to_owned(), "/eng/")),
/// );
/// assert_eq!(parts("us.md"), None);
/// ```
#[must_use]
pub fn parts(address: &str) -> Option<(String, &str)> {
    let rest = after_scheme(address.trim())?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let host = authority.rsplit('@').next().unwrap_or(authority);
    let host = host.split(':').next().unwrap_or(host).trim_end_matches('.').to_ascii_lowercase();
    if host == "web.archive.org"
        && let Some(copied) = path.find("/http").map(|at| &path[at + 1..]).filter(|a| is_web(a))
    {
        return parts(copied);
    }
    let path = path.split(['?', '#']).next().unwrap_or("");
    (!host.is_empty()).then_some((host, if path.is_empty() { "/" } else { path }))
}
