//! Owns what is a web address.

/// Whether a text is a web address.
///
/// ```
/// use readout::text::address::is_web;
///
/// assert!(is_web("HTTPS://example.org/a") && !is_web("example.org/a") && !is_web("https:// a"));
/// ```
#[must_use]
pub fn is_web(text: &str) -> bool {
    after_scheme(text).is_some_and(|rest| !rest.is_empty() && !text.contains(char::is_whitespace))
}

/// What stands behind `https://` or `http://`.
pub(crate) fn after_scheme(text: &str) -> Option<&str> {
    ["https://", "http://"].iter().find_map(|scheme| {
        text.get(..scheme.len()).filter(|s| s.eq_ignore_ascii_case(scheme)).map(|_| &text[scheme.len()..])
    })
}
