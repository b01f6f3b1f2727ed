//! Which of the two languages that articles are read in an article is mainly written in, if any.

use crate::text::Language;
use crate::text::language::is_han;

/// Words without which nobody writes much English, and of which the other languages of its letters have few.
const ENGLISH: [&str; 21] = [
    "the", "of", "and", "to", "said", "with", "that", "from", "by", "was", "he", "his", "it", "its", "not", "would",
    "were", "this", "which", "called", "told",
];

/// So many words show whether they are English.
const ENOUGH: usize = 30;

/// The language that most of an article is in; nothing where that is another than English and Chinese. A few words are
/// taken as English.
///
/// ```
/// use readout::import::article::language;
/// use readout::text::Language;
///
/// assert_eq!(language("布罗克（Alan Brock）说：“船很旧。”"), Some(Language::Zh));
/// assert_eq!(language("“The ships are old,” Brock said (船很旧)."), Some(Language::En));
/// assert_eq!(language("船はとても古いです、とブロックは言った。"), None);
/// ```
#[must_use]
pub fn language(article: &str) -> Option<Language> {
    let count = |of: &dyn Fn(char) -> bool| article.chars().filter(|c| of(*c)).count();
    let han = count(&is_han);
    let kana = count(&|c| matches!(c, '\u{3041}'..='\u{30FF}'));
    // The letters of other scripts: about five make a word.
    let others = count(&|c| {
        c > '\u{24F}'
            && c.is_alphabetic()
            && !is_han(c)
            && !matches!(c, '\u{1E00}'..='\u{1EFF}' | '\u{FF21}'..='\u{FF5A}')
    });
    let words =
        || article.split(|c: char| !c.is_alphabetic() || is_han(c)).filter(|w| w.starts_with(|c: char| c <= '\u{24F}'));
    let latin = words().filter(|w| !w.is_empty()).count();
    // A word of Chinese is between one character and two.
    let chinese = han * 10 / 17;
    if 4 * kana > han && kana > latin || others > 5 * latin.max(chinese) {
        return None;
    }
    if chinese > latin || latin == 0 && han > 0 {
        return Some(Language::Zh);
    }
    let english = words().filter(|w| ENGLISH.iter().any(|e| w.eq_ignore_ascii_case(e))).count();
    (latin < ENOUGH || 100 * english >= 3 * latin).then_some(Language::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_main_language_counts() {
        let english = "The ships of the fleet were old, and Brock said that they had to go. ".repeat(3);
        let chinese = "布罗克说，船队的船都很旧，必须换掉。".repeat(3);
        for (text, wanted) in [
            (english.clone(), Some(Language::En)),
            ("Brock called them “old”. Shen called his own ships “new”. ".repeat(5), Some(Language::En)),
            (chinese.clone(), Some(Language::Zh)),
            (format!("{english}{english}{chinese}"), Some(Language::En)),
            (format!("{english}{chinese}{chinese}{chinese}"), Some(Language::Zh)),
            ("Les navires de la flotte sont vieux, a dit Brock, et il faut les changer. ".repeat(4), None),
            ("Die Schiffe der Flotte sind alt, sagte Brock, und man muss sie ersetzen. ".repeat(4), None),
            ("Корабли флота старые, сказал Брок.".to_owned(), None),
            ("함대의 배는 낡았다고 브록이 말했다.".to_owned(), None),
            (String::new(), Some(Language::En)),
        ] {
            assert_eq!(language(&text), wanted, "{text}");
        }
    }
}
