//! Owns the way from bytes to text: the byte order mark, the declared encoding, strict UTF-8, and then a guess. What a page
//! declares is held against its bytes, for pages are often wrong about it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

use crate::text::language::is_han;

/// How many bytes at the beginning of a page may declare its encoding.
const HEAD: usize = 8 * 1024;

/// A page as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The name of its encoding.
    pub encoding: &'static str,
    /// What the user must know: a declaration that was wrong, bytes that are no text.
    pub warnings: Vec<String>,
}

/// Reads the bytes of a page; `content_type` is what the server said, if one did.
///
/// ```
/// use readout::import::decode::decode;
///
/// let page = decode(b"<meta charset=gb2312><p>\xcb\xab\xb7\xbd\xcd\xac\xd2\xe2</p>", None);
/// assert_eq!(page.text, "<meta charset=gb2312><p>双方同意</p>");
/// assert!(page.warnings.is_empty());
/// ```
#[must_use]
pub fn decode(bytes: &[u8], content_type: Option<&str>) -> Decoded {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return read(&bytes[length..], encoding, Vec::new());
    }
    let declared = content_type.and_then(|t| label(t.as_bytes())).or_else(|| in_head(bytes));
    let said = declared.map_or("no encoding", Encoding::name);
    if let Ok(text) = std::str::from_utf8(bytes) {
        let wrong = declared.filter(|d| *d != UTF_8 && !text.is_ascii());
        let warnings = wrong.map(|d| format!("the page says that it is {}, and is UTF-8; read as UTF-8", d.name()));
        return Decoded { text: text.to_owned(), encoding: UTF_8.name(), warnings: warnings.into_iter().collect() };
    }
    if declared == Some(UTF_8) && mostly_utf8(bytes) {
        return read(bytes, UTF_8, Vec::new());
    }
    let guessed = guess(bytes);
    let whole = |encoding: &'static Encoding| encoding.decode_without_bom_handling_and_without_replacement(bytes);
    if let Some(encoding) = declared.filter(|d| *d != UTF_8)
        && let Some(text) = whole(encoding)
    {
        // GBK and Big5 bytes are mostly legal in each other's code, and then make no sense.
        let better = whole(guessed).filter(|other| guessed != encoding && sense(other) > 2.0 * sense(&text) + 0.02);
        return match better {
            Some(text) => {
                Decoded { text: text.into_owned(), encoding: guessed.name(), warnings: vec![wrong(said, guessed)] }
            }
            None => Decoded { text: text.into_owned(), encoding: encoding.name(), warnings: Vec::new() }.checked(),
        };
    }
    // No declaration, or one that is wrong.
    let warning = match declared {
        Some(_) => wrong(said, guessed),
        None => format!("the page does not say how it is encoded; read as {}", guessed.name()),
    };
    read(bytes, guessed, vec![warning])
}

impl Decoded {
    /// Says so where the text has replacement characters.
    fn checked(mut self) -> Self {
        let lost = self.text.matches('\u{fffd}').count();
        if lost > 0 {
            let places = if lost == 1 { "1 place is".to_owned() } else { format!("{lost} places are") };
            let encoding = self.encoding;
            self.warnings.push(format!(
                "{places} not legible as {encoding} and shown as \u{fffd}; compare with the page, or save it again"
            ));
        }
        self
    }
}

fn wrong(said: &str, read: &'static Encoding) -> String {
    format!("the page says that it is {said}, and is not; read as {}", read.name())
}

fn read(bytes: &[u8], encoding: &'static Encoding, warnings: Vec<String>) -> Decoded {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), encoding: encoding.name(), warnings }.checked()
}

/// The detector's guess, without the hint of a country, which would take Big5 for GBK.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// Whether nearly all of the bytes beyond ASCII are UTF-8: a page that was cut, or spliced from two.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= bad * 8
}

/// The encoding that the beginning of a page declares, in `<meta charset>`, `http-equiv`, or an XML declaration.
fn in_head(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(HEAD)].to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    let metas = head.match_indices("<meta").filter_map(|(at, _)| {
        let tag = &head[at..];
        label(&tag.as_bytes()[..tag.find('>')?])
    });
    let xml =
        || head.trim_start().strip_prefix("<?xml").and_then(|x| value(x[..x.find("?>")?].split_once("encoding")?.1));
    // A page that declares UTF-16 in ASCII letters is not UTF-16.
    let found = metas.into_iter().next().or_else(xml)?;
    Some(if found.is_ascii_compatible() { found } else { UTF_8 })
}

/// The encoding behind `charset=`.
fn label(text: &[u8]) -> Option<&'static Encoding> {
    let text = String::from_utf8_lossy(text).to_ascii_lowercase();
    text.match_indices("charset").find_map(|(at, word)| value(&text[at + word.len()..]))
}

fn value(text: &str) -> Option<&'static Encoding> {
    let rest = text.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c)).unwrap_or(rest.len());
    // GB 2312 and GBK are read as their largest successor, GB 18030, under the name of GBK.
    Encoding::for_label(&rest.as_bytes()[..end])
}

/// The share of a text's Han characters that are among the commonest of Chinese, in either script; for telling text from
/// what a wrong code makes of it.
fn sense(text: &str) -> f64 {
    const COMMON: &str = "的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發\
                          年动動同工也能下过過子说說产產方面后後多定行学學法所民得经經之进進着等部度家";
    let (mut all, mut common) = (0.0, 0.0);
    for c in text.chars().filter(|c| is_han(*c) || *c == '\u{fffd}' || ('\u{e000}'..='\u{f8ff}').contains(c)) {
        all += 1.0;
        common += f64::from(u8::from(COMMON.contains(c)));
    }
    if all == 0.0 { 0.0 } else { common / all }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{BIG5, GB18030};

    use super::*;

    const CHINESE: &str =
        "<p>双方就共同关心的国际和地区问题交换了意见，同意在各个层级保持对话，并为两国人民带来更多利益。</p>";
    const TRADITIONAL: &str =
        "<p>雙方就共同關心的國際和地區問題交換了意見，同意在各個層級保持對話，並為兩國人民帶來更多利益。</p>";

    #[test]
    fn a_true_declaration_is_followed() {
        let page = format!("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">{CHINESE}");
        let decoded = decode(&GB18030.encode(&page).0, None);
        assert_eq!((decoded.text, decoded.encoding), (page, "GBK"));
        assert_eq!(decoded.warnings, Vec::<String>::new());
        let decoded = decode(&BIG5.encode(TRADITIONAL).0, Some("text/html; charset=\"Big5\""));
        assert_eq!((decoded.text.as_str(), decoded.encoding), (TRADITIONAL, "Big5"));
        assert_eq!(decoded.warnings, Vec::<String>::new());
    }

    #[test]
    fn a_page_that_lies_is_read_right_with_a_warning() {
        for (says, text, bytes) in [
            ("utf-8", CHINESE, GB18030.encode(CHINESE).0),
            ("utf-8", TRADITIONAL, BIG5.encode(TRADITIONAL).0),
            ("gbk", CHINESE, UTF_8.encode(CHINESE).0),
            ("gbk", TRADITIONAL, BIG5.encode(TRADITIONAL).0),
            ("big5", CHINESE, GB18030.encode(CHINESE).0),
            ("iso-8859-1", CHINESE, GB18030.encode(CHINESE).0),
        ] {
            let decoded = decode(&bytes, Some(&format!("text/html; charset={says}")));
            assert_eq!(decoded.text, text, "{says}, read as {}", decoded.encoding);
            assert_eq!(decoded.warnings.len(), 1, "{says}: {:?}", decoded.warnings);
        }
    }

    #[test]
    fn no_declaration_and_no_utf8_is_a_guess() {
        for (text, bytes) in [(CHINESE, GB18030.encode(CHINESE).0), (TRADITIONAL, BIG5.encode(TRADITIONAL).0)] {
            let decoded = decode(&bytes, None);
            assert_eq!(decoded.text, text);
            assert_eq!(decoded.warnings.len(), 1);
        }
        assert_eq!(decode(CHINESE.as_bytes(), None).warnings.len(), 0);
    }

    #[test]
    fn byte_order_marks_come_first() {
        let mut bytes = vec![0xff, 0xfe];
        bytes.extend("<p>意见".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(decode(&bytes, Some("text/html; charset=gbk")).text, "<p>意见");
        assert_eq!(decode("\u{feff}<p>意见".as_bytes(), None).text, "<p>意见");
    }

    #[test]
    fn what_is_lost_is_said() {
        let mut bytes = CHINESE.as_bytes().to_vec();
        bytes.truncate(bytes.len() - 6);
        bytes.extend(b"</p>");
        let decoded = decode(&bytes, Some("text/html; charset=utf-8"));
        assert!(decoded.text.contains('\u{fffd}'));
        assert!(decoded.warnings[0].starts_with("1 place is not legible"), "{:?}", decoded.warnings);
    }
}
