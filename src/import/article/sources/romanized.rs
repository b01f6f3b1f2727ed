//! Whether a name can be a Chinese one as Beijing writes it: a minister of whom no state is named is only then taken for one of
//! Beijing's.

use crate::import::article::frame::Token;

/// What a syllable may begin with; longer ones first.
const INITIALS: [&str; 24] = [
    "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s", "y",
    "w", "",
];

/// What it may end with.
const FINALS: [&str; 37] = [
    "iang", "iong", "uang", "ang", "eng", "ian", "iao", "ing", "ong", "uai", "uan", "yuan", "ai", "an", "ao", "ei",
    "en", "er", "ia", "ie", "in", "iu", "ou", "ua", "ue", "ui", "un", "uo", "yu", "ve", "a", "e", "i", "o", "u", "v",
    "io",
];

/// Whether a word in lower case is made of such syllables, of which no name has more than three.
fn is_syllables(word: &str, left: usize) -> bool {
    if word.is_empty() {
        return true;
    }
    let goes_on = |rest: &str, initial: &str, end: &str| {
        follows(initial, end) && rest.strip_prefix(end).is_some_and(|rest| is_syllables(rest, left - 1))
    };
    left > 0
        && INITIALS.iter().any(|initial| {
            let rest = word.strip_prefix(initial);
            rest.is_some_and(|rest| FINALS.iter().any(|end| goes_on(rest, initial, end)))
        })
}

/// Whether a syllable that begins so can end so: 'gi', 'ra' and 'ko' are none.
fn follows(initial: &str, end: &str) -> bool {
    match initial {
        "g" | "k" | "h" | "zh" | "ch" | "sh" | "r" | "z" | "c" | "s" => {
            let narrow = end.starts_with('i') && (end != "i" || matches!(initial, "g" | "k" | "h"));
            let alone = matches!(end, "o" | "v" | "ve" | "yu" | "yuan" | "er" | "ue" | "io");
            let open = initial == "r" && matches!(end, "a" | "ai" | "ei");
            !narrow && !alone && !open
        }
        "j" | "q" | "x" => end.starts_with('i') || matches!(end, "u" | "uan" | "ue" | "un"),
        "b" | "p" | "m" | "f" => {
            let none = matches!(end, "ue" | "ui" | "un" | "uo" | "v" | "ve" | "er" | "ong");
            !end.starts_with("ua") && !none && (initial == "m" || end != "e")
        }
        "d" | "t" | "n" | "l" => !matches!(end, "o" | "er" | "uang" | "ua" | "uai"),
        "y" => !end.starts_with('i') || matches!(end, "i" | "in" | "ing"),
        "w" => !end.starts_with('i') && !end.starts_with("u") || end == "u",
        _ => !end.starts_with('i') && !end.starts_with('u') && !end.starts_with('v'),
    }
}

/// Whether words can be the name of somebody Chinese: two words, or three with a surname of two syllables.
pub(super) fn is_chinese(name: &[Token]) -> bool {
    /// No surname and no name has more syllables.
    const MOST: usize = 3;
    let part = |t: &Token| t.lower().split('-').all(|piece| is_syllables(piece, MOST));
    !name.is_empty() && name.len() <= MOST && name.iter().all(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_beijing_writes_them_are_told_from_others() {
        let all = |name: &str| name.to_lowercase().split(' ').all(|w| is_syllables(w, 3));
        for name in [
            "Shen Bo",
            "Lu Anping",
            "Gao Wenhe",
            "He Mingde",
            "Xu Xueyuan",
            "Zhuang Er",
            "Lyu Qiang",
            "Ouyang Rui",
            "Cui Tiankai",
        ] {
            assert!(all(name), "{name}");
        }
        for name in [
            "Kenji Moriyama",
            "Alan Brock",
            "Petra Lund",
            "Satsuki Ota",
            "Jose Ibarra",
            "Maria Sokolova",
            "Park Jin-soo",
            "Anwar Rahman",
        ] {
            assert!(!all(name), "{name}");
        }
    }
}
