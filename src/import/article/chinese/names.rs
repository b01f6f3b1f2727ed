//! Names that only an article knows: behind an office (湖城大学教授贺远山), before their form in Latin letters
//! (布罗克（Alan Brock）), or with a dot (艾伦·布罗克).

use super::lexicon::Role;
use super::words::Words;

/// The dots within foreign names.
pub(super) const DOTS: [char; 7] = ['·', '‧', '•', '・', '．', '-', '－'];

/// Whether a character is one with which foreign names are written.
fn is_foreign(words: &Words, c: char) -> bool {
    words.names.foreign.contains(c)
}

/// The length in bytes of the name with which a text begins, behind an office; `abroad`, whether that is of a state where
/// names have other characters.
pub(super) fn opening(text: &str, words: &Words, abroad: bool) -> Option<usize> {
    if let Some(length) = before_bracket(text, words) {
        return Some(length);
    }
    let long = |word: &String| word.chars().nth(1).is_some() && text.starts_with(word.as_str());
    if words.names.not.iter().chain(&words.follows).any(long) {
        return None;
    }
    // 向媒体说, 代表时表示: no name, for all its surname.
    let other = text.strip_prefix(['向', '和', '同', '从', '于', '应', '时', '会', '后', '等']);
    if other.and_then(|rest| words.lexicon.longest(rest)).is_some_and(|(_, w)| w.role.is_some() || w.say.is_some()) {
        return None;
    }
    let ends: Vec<usize> = text.char_indices().take(15).map(|(at, c)| at + c.len_utf8()).collect();
    let chars: Vec<char> = text.chars().take(15).collect();
    let foreign = chars.iter().take_while(|c| is_foreign(words, **c) || DOTS.contains(c)).count();
    let dotted = chars[..foreign].iter().rposition(|c| DOTS.contains(c));
    let behind = |count: usize| goes_on(&text[ends[count - 1]..], words);
    if let Some(dot) = dotted.filter(|dot| *dot > 0) {
        // Of what is written in such characters the name takes as much as leaves a word that can follow it.
        let whole = (dot + 2..=foreign).rev().find(|count| behind(*count));
        return whole.or((foreign > dot + 1).then_some(foreign)).map(|count| ends[count - 1]);
    }
    let chinese = lengths(&chars, words).into_iter().filter(|count| *count <= chars.len() && behind(*count));
    let outside = (2..=foreign.min(7)).filter(|count| behind(*count));
    // 对传媒说: no name either.
    let verb = text.starts_with(['对', '与', '跟', '在', '就', '把', '将', '被', '以', '是', '也', '则', '又', '还']);
    let japanese = (3..=4.min(chars.len())).filter(|count| abroad && !verb && behind(*count));
    let mut found: Vec<usize> = chinese.chain(outside).chain(japanese).collect();
    found.sort_unstable();
    found.dedup();
    let (longest, shorter) = (found.pop()?, found.pop());
    // 白琳仅说, 韦澜少将说: the shorter one, where a word that can follow a name, or an office, begins with the last character
    // of the longer.
    let last = |count: usize| {
        let rest = &text[ends[count - 2]..];
        let office = words.lexicon.longest(rest).is_some_and(|(_, word)| word.role == Some(Role::Office));
        office || words.follows.iter().any(|word| rest.starts_with(word.as_str()))
    };
    let count = shorter.filter(|shorter| shorter + 1 == longest && last(longest)).unwrap_or(longest);
    Some(ends[count - 1])
}

/// How many characters a Chinese name can have that a text begins with.
fn lengths(chars: &[char], words: &Words) -> Vec<usize> {
    let two: String = chars.iter().take(2).collect();
    let first = chars.first().is_some_and(|c| words.names.surnames.contains(*c));
    match (words.names.double.contains(&two), first) {
        (true, _) => vec![3, 4],
        (_, true) => vec![2, 3],
        _ => Vec::new(),
    }
    .into_iter()
    .filter(|count| chars.iter().take(*count).all(|c| c.is_alphanumeric()))
    .collect()
}

/// The length of what stands before a bracket with Latin letters: 布罗克（Alan Brock）.
fn before_bracket(text: &str, words: &Words) -> Option<usize> {
    const MOST: usize = 14;
    let (at, _) = text.char_indices().take(MOST).find(|(_, c)| matches!(c, '（' | '('))?;
    let inside = text[at..].chars().nth(1).is_some_and(|c| c.is_ascii_alphabetic());
    let name = &text[..at];
    let whole = name.chars().all(|c| c.is_alphanumeric() || DOTS.contains(&c) || c == '-') && name.chars().count() > 1;
    let one = name.char_indices().all(|(at, _)| at == 0 || words.lexicon.longest(&name[at..]).is_none());
    (inside && whole && one).then_some(at)
}

/// Whether a text can go on behind a name: with a sign, a verb of saying, an office, or a word that follows names.
fn goes_on(rest: &str, words: &Words) -> bool {
    let Some(first) = rest.chars().next() else { return true };
    if !first.is_alphanumeric() || first.is_ascii_digit() {
        return true;
    }
    // 布罗克二日说, 布罗克十一月三日说.
    let numeral = rest.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '廿']);
    if numeral.len() < rest.len() && numeral.starts_with(['日', '号', '月']) {
        return true;
    }
    let known = words.lexicon.longest(rest).is_some_and(|(_, word)| {
        word.say.is_some()
            || word.public
            || matches!(word.role, Some(Role::Office | Role::Head(_) | Role::Spokesperson))
    });
    known || words.follows.iter().any(|word| rest.starts_with(word.as_str()))
}

/// Where the foreign name begins with which a text ends: ……布罗克.
pub(super) fn closing(text: &str, words: &Words) -> Option<usize> {
    const MOST: usize = 14;
    let name = text.char_indices().rev().take(MOST).take_while(|(_, c)| is_foreign(words, *c) || DOTS.contains(c));
    let (at, _) = name.last()?;
    let at = at + text[at..].chars().take_while(|c| DOTS.contains(c)).map(char::len_utf8).sum::<usize>();
    (text[at..].chars().count() > 1).then_some(at)
}

/// Where a name of three characters and more begins with which a text ends, right before a verb of saying: a Chinese name
/// that is the whole of it or stands behind 的 (湖城学会的贺远山说).
pub(super) fn before_verb(text: &str, words: &Words) -> Option<usize> {
    let start = text.rfind('的').map_or(0, |at| at + '的'.len_utf8());
    let name = &text[start..];
    let chars: Vec<char> = name.chars().take(8).collect();
    let chinese = lengths(&chars, words).contains(&chars.len()) && chars.len() > 2;
    let foreign = (3..=6).contains(&chars.len()) && chars.iter().all(|c| is_foreign(words, *c));
    // 高桥又说.
    let adverb = ['又', '也', '亦', '还', '则', '仍', '再', '均', '都', '却', '只', '仅'];
    if name.ends_with(adverb) {
        return None;
    }
    let not =
        words.names.not.iter().chain(&words.follows).any(|w| w.chars().nth(1).is_some() && name.contains(w.as_str()));
    ((chinese || foreign) && !not).then_some(start)
}

/// The first name with a dot in a text, from where to where.
pub(super) fn dotted(text: &str, words: &Words) -> Option<(usize, usize)> {
    let (dot, _) = text.char_indices().find(|(_, c)| DOTS.contains(c))?;
    let start = closing_run(&text[..dot], words)?;
    let length = opening(&text[start..], words, false)?;
    (start + length > dot).then_some((start, start + length))
}

/// Where the run of foreign characters begins with which a text ends.
fn closing_run(text: &str, words: &Words) -> Option<usize> {
    let run = text.char_indices().rev().take(8).take_while(|(_, c)| is_foreign(words, *c));
    run.last().map(|(at, _)| at)
}

/// The surname of a foreign name: what stands behind its last dot.
pub(super) fn surname(name: &str) -> Option<&str> {
    name.rsplit(DOTS).next().filter(|last| last.len() < name.len() && last.chars().count() > 1)
}

/// Whether a name is one of those that are written in foreign characters, and begins with no surname of two or three
/// characters.
pub(super) fn looks_foreign(name: &str, words: &Words) -> bool {
    let chars: Vec<char> = name.chars().collect();
    let all = chars.iter().all(|c| is_foreign(words, *c) || DOTS.contains(c));
    all && (chars.len() > 3 || lengths(&chars, words).is_empty() || name.contains(DOTS))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Option<&str> {
        opening(text, Words::carried(), false).map(|length| &text[..length])
    }

    #[test]
    fn names_end_where_a_sentence_goes_on() {
        assert_eq!(name("白琳周四在记者会上说"), Some("白琳"));
        assert_eq!(name("贺远山告诉记者"), Some("贺远山"));
        assert_eq!(name("陶俊仅说"), Some("陶俊"));
        assert_eq!(name("韦澜少将说"), Some("韦澜"));
        assert_eq!(name("欧阳若谷表示"), Some("欧阳若谷"));
        assert_eq!(name("艾什比与他会面"), Some("艾什比"));
        assert_eq!(name("奥拉夫·里希特在湖城说"), Some("奥拉夫·里希特"));
        assert_eq!(name("布罗克（Alan Brock）与"), Some("布罗克"));
        assert_eq!(name("随后离开"), None);
    }

    #[test]
    fn foreign_names_have_their_own_characters() {
        let words = Words::carried();
        assert_eq!(closing("先生布罗克", words).map(|at| &"先生布罗克"[at..]), Some("布罗克"));
        assert_eq!(before_verb("湖城学会的贺远山", words), Some("湖城学会的".len()));
        assert_eq!(before_verb("湖城的人们", words), None);
        assert_eq!(surname("艾伦·布罗克"), Some("布罗克"));
        assert!(looks_foreign("惠特菲尔德", words) && !looks_foreign("贺远山", words));
    }
}
