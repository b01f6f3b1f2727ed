//! Owns the two languages: which one a text is in, and the unit each is counted in.

use std::fmt;
use std::str::FromStr;

/// A language that a text can be in.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Default,
    Hash,
    PartialOrd,
    Ord,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English, written `en`.
    #[default]
    En,
    /// Chinese in either script, written `zh`.
    Zh,
}

impl Language {
    /// The two-letter code, as in files and file names.
    pub const fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Zh => "zh",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

/// The error for a language code that is neither `en` nor `zh`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLanguage(String);

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown language {:?}: write `en` or `zh`", self.0)
    }
}

impl std::error::Error for UnknownLanguage {}

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Reads `en` or `zh`, in either case; anything else is an error that names what was written.
    fn from_str(code: &str) -> Result<Self, Self::Err> {
        [Language::En, Language::Zh]
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(code))
            .ok_or_else(|| UnknownLanguage(code.to_owned()))
    }
}

/// Tells the language by script: Chinese when the text has at least as many Han characters as Latin words.
///
/// A Chinese text full of Latin names is still Chinese; a text with no Han character at all, even an empty one, is English.
///
/// ```
/// use readout::text::language::{Language, detect};
///
/// assert_eq!(detect("President Xi Jinping (习近平) met President Biden."), Language::En);
/// assert_eq!(detect("王毅在北京会见 Antony J. Blinken"), Language::Zh);
/// ```
pub fn detect(text: &str) -> Language {
    let (mut han, mut words, mut in_word) = (0usize, 0usize, false);
    for c in text.chars() {
        let latin = is_latin(c);
        words += usize::from(latin && !in_word);
        // An apostrophe does not end a word, a space or a Han character does.
        in_word = latin || (in_word && matches!(c, '\'' | '’' | '\u{AD}' | '\u{300}'..='\u{36F}'));
        han += usize::from(is_han(c));
    }
    if han > 0 && han >= words { Language::Zh } else { Language::En }
}

/// Whether the character is Han: the unified ideographs with all extensions, the compatibility ideographs, the radicals
/// that copies from PDF files hold in their stead, and the marks 々 〇 that are written among them.
pub const fn is_han(c: char) -> bool {
    // Nothing below is, which settles most texts at once.
    c >= '\u{2E80}'
        && matches!(c,
            '\u{4E00}'..='\u{9FFF}'         // unified ideographs
            | '\u{3400}'..='\u{4DBF}'       // extension A
            | '\u{F900}'..='\u{FAFF}'       // compatibility ideographs
            | '\u{2E80}'..='\u{2FDF}'       // radicals
            | '\u{3005}' | '\u{3007}'       // 々 〇
            | '\u{20000}'..='\u{2A6DF}'     // extension B
            | '\u{2A700}'..='\u{2EE5F}'     // extensions C, D, E, F, I
            | '\u{2F800}'..='\u{2FA1F}'     // compatibility supplement
            | '\u{30000}'..='\u{3347F}'     // extensions G, H, J
        )
}

const fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}')
            && !matches!(c, '×' | '÷')
}

/// Counts the text in the unit its language is measured in.
///
/// English: words, that is white-space separated pieces with at least one letter or digit. Chinese: Han characters, and
/// each run of other letters and digits (`3.5`, `COVID-19`, `Biden`) as one; punctuation counts nothing.
pub fn count_units(text: &str, language: Language) -> usize {
    match language {
        Language::En => text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count(),
        Language::Zh => count_chinese(text),
    }
}

fn count_chinese(text: &str) -> usize {
    let (mut count, mut in_run) = (0, false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if is_han(c) {
            count += 1;
            in_run = false;
        } else if c.is_alphanumeric() {
            count += usize::from(!in_run);
            in_run = true;
        } else {
            // One mark between two letters or digits keeps a run together.
            let joins = matches!(c, '.' | ',' | '\'' | '’' | '-' | '/' | '&' | '\u{AD}' | '\u{300}'..='\u{36F}');
            in_run = in_run && joins && chars.peek().is_some_and(|&next| next.is_alphanumeric() && !is_han(next));
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::{Language, count_units, detect, is_han};

    #[test]
    fn detects_by_script() {
        for (text, want) in [
            ("", Language::En),
            ("2023 — 11/15", Language::En),
            ("President Xi met President Biden.", Language::En),
            ("The phrase 一个中国 was not in the text of the readout at all.", Language::En),
            ("习近平会见拜登。", Language::Zh),
            ("王毅同 Antony John Blinken 国务卿在 Munich 会面", Language::Zh),
            ("臺灣", Language::Zh),
            ("don’t don't café", Language::En),
        ] {
            assert_eq!(detect(text), want, "{text}");
        }
    }

    #[test]
    fn han_has_all_blocks_and_no_punctuation() {
        for c in "中臺〇㐀𠀀𪜀𫝀豈⼀\u{2EBF0}\u{30000}\u{31350}\u{323B0}".chars() {
            assert!(is_han(c), "{c:?}");
        }
        for c in "，。、“”a1Ａあ가 ·".chars() {
            assert!(!is_han(c), "{c:?}");
        }
    }

    #[test]
    fn counts_words_and_characters() {
        for (text, language, want) in [
            ("", Language::En, 0),
            ("The U.S. – China  talks, 3.5 hours.", Language::En, 6),
            ("中美、中欧。", Language::Zh, 4),
            ("3.5亿美元，COVID-19", Language::Zh, 5),
            ("拜登（Joe Biden）说", Language::Zh, 5),
            ("", Language::Zh, 0),
            ("……！", Language::Zh, 0),
        ] {
            assert_eq!(count_units(text, language), want, "{text}");
        }
    }

    #[test]
    fn codes_round_trip() -> Result<(), Box<dyn std::error::Error>> {
        for language in [Language::En, Language::Zh] {
            assert_eq!(language.to_string().parse::<Language>()?, language);
            assert_eq!(serde_json::to_string(&language)?, format!("\"{language}\""));
            assert_eq!(serde_json::from_str::<Language>(&format!("\"{language}\""))?, language);
        }
        assert_eq!("ZH".parse(), Ok(Language::Zh));
        let error = "fr".parse::<Language>().map_err(|error| error.to_string());
        assert_eq!(error, Err("unknown language \"fr\": write `en` or `zh`".to_owned()));
        Ok(())
    }
}
