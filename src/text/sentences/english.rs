//! Owns the English rules: what may begin a sentence, and the full stops that end an abbreviation, a name's initial or a
//! number and not a sentence.

use std::borrow::Cow;

use super::is_space;
use crate::text::language::is_han;

/// Stand before a name or a number, so that no sentence ends with them.
#[rustfmt::skip]
const BEFORE_A_NAME: &[&str] = &[
    "Mr", "Mrs", "Ms", "Mx", "Dr", "Gen", "Adm", "Lt", "Col", "Maj", "Capt", "Cpt", "Cmdr", "Cdr", "Sgt", "Brig", "Sen", "Rep", "Reps",
    "Sens", "Gov", "Govs", "Amb", "St", "Ste", "Mt", "Ft", "Hon", "Prof", "Rev", "Pres", "Messrs", "Mme", "Mlle", "Atty", "vs", "v",
    "cf", "viz", "approx", "ca", "e.g", "i.e", "ret",
];
/// An abbreviation before a number, a word elsewhere.
#[rustfmt::skip]
const BEFORE_A_NUMBER: &[&str] = &["No", "Nos", "no", "nos", "Art", "Arts", "Sec", "Secs", "Fig", "Figs", "Vol", "Para", "pp", "p"];
/// May end a sentence or stand inside one; then a person's title, too, begins a sentence.
#[rustfmt::skip]
const AFTER_A_NAME: &[&str] = &["Jr", "Sr", "Esq", "etc", "al", "a.m", "p.m", "A.M", "P.M"];
/// May end a sentence or stand inside one.
#[rustfmt::skip]
const EITHER: &[&str] = &[
    "Inc", "Ltd", "Co", "Cos", "Corp", "Bros", "LLC", "Plc", "Ph.D", "Dept", "Govt", "Univ", "Assn", "Intl", "Natl", "Ave", "Blvd", "Rd",
    "Mass", "Calif",
];
/// Months and days: before a number they are abbreviated; before a capital the sentence ends, or a name such as Dong Jun
/// does.
#[rustfmt::skip]
const CALENDAR: &[&str] = &[
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues", "Wed", "Thu", "Thur",
    "Thurs", "Fri",
];

/// Whether a full stop behind the word belongs to it: titles, initials, months, firms.
pub(crate) fn is_abbreviation(word: &str) -> bool {
    [BEFORE_A_NAME, AFTER_A_NAME, EITHER, CALENDAR].iter().any(|list| list.contains(&word))
}

/// Words that begin sentences and, written with a capital, hardly anything else.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "A", "About", "According", "Additionally", "After", "Against", "All", "Along", "Also", "Although", "Among", "An", "And", "Another",
    "Any", "As", "At", "Because", "Before", "Between", "Beyond", "Both", "But", "By", "Concerning", "Despite", "During", "Each",
    "Earlier", "Finally", "Following", "For", "From", "Furthermore", "Given", "He", "Her", "Here", "His", "How", "However", "I", "If",
    "In", "Instead", "It", "Its", "Later", "Let", "Many", "Meanwhile", "Moreover", "Most", "My", "No", "Nor", "Not", "Now", "On",
    "Once", "Or", "Our", "Regarding", "Separately", "She", "Since", "So", "Some", "Specifically", "Such", "That", "The", "Their",
    "Then", "There", "Therefore", "These", "They", "This", "Those", "Through", "Throughout", "Thus", "To", "We", "When", "While",
    "Today", "Together", "Until", "Upon", "What", "Where", "Who", "Why", "With", "Without", "Yet", "You",
];
/// Titles of persons: openers after "Jr." and "p.m.", not after "U.S."
#[rustfmt::skip]
const PERSONS: &[&str] = &["President", "Premier", "Prime", "Secretary", "Minister", "Foreign", "Chairman", "Vice", "Ambassador"];
/// Words whose number is followed by a full stop: "Section 3. Definitions".
#[rustfmt::skip]
const NUMBERED: &[&str] = &["Section", "Sec.", "Article", "Art.", "Part", "Chapter", "Annex", "Appendix", "Table", "Figure"];
/// What ends a clause that only tells who spoke.
#[rustfmt::skip]
const SAYING: &[&str] = &["said", "asked", "added", "replied", "noted", "says", "responded", "wrote"];
/// Ends of host and file names.
#[rustfmt::skip]
const SUFFIXES: &[&str] = &[
    "gov", "com", "org", "net", "edu", "mil", "int", "info", "cn", "us", "uk", "eu", "io", "tv", "js", "ts", "md", "txt", "pdf", "htm",
    "html", "php", "aspx", "doc", "docx", "csv", "json",
];

/// Whether a sentence may begin here: a capital, a digit, a sum, a letter of a script without case, or one of these after
/// opening quotation marks, brackets or bold marks.
pub(super) fn starts_sentence(rest: &str) -> bool {
    let first = after_opening(rest).chars().next();
    first.is_some_and(|c| {
        c.is_numeric()
            || (c.is_alphabetic() && !c.is_lowercase())
            || matches!(c, '$' | '€' | '£' | '¥' | '￥' | '•' | '《')
    })
}

/// Whether a capital letter comes next, or opening marks and a capital letter.
pub(super) fn starts_with_capital(rest: &str) -> bool {
    after_opening(rest).starts_with(char::is_uppercase)
}

fn after_opening(rest: &str) -> &str {
    // No more than a handful: a text of brackets alone is read once.
    let mut rest = rest;
    for _ in 0..6 {
        match rest.strip_prefix(['“', '‘', '"', '\'', '(', '[', '{', '«', '「', '『', '（', '【', '*', '_', '\u{AD}'])
        {
            Some(inner) => rest = inner,
            None => break,
        }
    }
    rest
}

/// Whether all that comes before the next mark is who said it: “Will you come?” Mr. Roe asked.
pub(super) fn is_attribution(rest: &str) -> bool {
    let mut words = rest.split(is_space).take(5).take_while(|word| word.len() <= LONGEST_WORD);
    let verb = words.find_map(|word| {
        let verb = word.strip_suffix(['.', ','])?;
        (!BEFORE_A_NAME.contains(&verb) && !is_initials(verb)).then_some(verb)
    });
    verb.is_some_and(|verb| SAYING.contains(&verb))
}

/// Whether a full stop ends the sentence that reads `so_far` before it, when `rest` comes after white space.
pub(super) fn full_stop_ends(so_far: &str, rest: &str) -> bool {
    let word = last_word(so_far);
    if word.is_empty() {
        return true;
    }
    if is_number_of_a_part(so_far, &word) {
        return false;
    }
    if BEFORE_A_NUMBER.contains(&word.as_ref()) || CALENDAR.contains(&word.as_ref()) {
        return !rest.starts_with(|c: char| c.is_numeric());
    }
    let word = capitalised(&word);
    let word = word.as_ref();
    if BEFORE_A_NAME.contains(&word) {
        return false;
    }
    if AFTER_A_NAME.contains(&word) {
        return opens(rest, true);
    }
    if EITHER.contains(&word) || is_initials(word) {
        return opens(rest, false);
    }
    true
}

/// Whether a mark ends the sentence that reads `so_far` before it, when `rest` follows without white space: only between a
/// word (or a year) and a capitalised word, and not in a host or file name.
pub(super) fn ends_unspaced(so_far: &str, rest: &str) -> bool {
    let next = &rest[..word_end(rest)];
    let mut letters = next.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    if !capital || !(letters.next().is_some_and(char::is_lowercase) || matches!(next, "A" | "I")) {
        return false;
    }
    let word = last_word(so_far);
    let word = word.as_ref();
    let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_word =
        word.ends_with(char::is_lowercase) && word.chars().rev().take(2).filter(|c| c.is_alphabetic()).count() == 2;
    if !(is_year || is_word) || is_abbreviation(word) || BEFORE_A_NUMBER.contains(&word) {
        return false;
    }
    // Marks after the word are its own punctuation; a mark inside what is written without a space makes it a name.
    let in_a_name = |c: char| matches!(c, '.' | '/' | '@' | ':' | '_' | '\\' | '=' | '&' | '%' | '#');
    let before = so_far.chars().rev().take(LONGEST_WORD).take_while(|&c| !is_space(c));
    let tail = rest[next.len()..].chars().take(LONGEST_WORD).take_while(|&c| !is_space(c));
    let named = tail.clone().zip(tail.skip(1)).any(|(mark, c)| in_a_name(mark) && c.is_alphanumeric());
    !named && !before.into_iter().any(in_a_name) && !SUFFIXES.contains(&next.to_lowercase().as_str())
}

/// No word that matters here is longer, in characters.
const LONGEST_WORD: usize = 48;

/// The last word of a text with its inner full stops, without soft hyphens; empty when the text ends in another mark.
fn last_word(text: &str) -> Cow<'_, str> {
    let kept = |c: char| (c.is_alphanumeric() && !is_han(c)) || matches!(c, '.' | '\'' | '’' | '\u{AD}');
    let start = text
        .char_indices()
        .rev()
        .take(LONGEST_WORD)
        .take_while(|&(_, c)| kept(c))
        .last()
        .map_or(text.len(), |(at, _)| at);
    without_soft_hyphens(text[start..].trim_start_matches(['\'', '’', '.']))
}

/// The length in bytes of the word at the beginning of a text.
fn word_end(text: &str) -> usize {
    text.find(|c: char| !c.is_alphabetic() && c != '\u{AD}').unwrap_or(text.len())
}

fn without_soft_hyphens(word: &str) -> Cow<'_, str> {
    if word.contains('\u{AD}') { Cow::Owned(word.replace('\u{AD}', "")) } else { Cow::Borrowed(word) }
}

/// GEN. and CORP. as in headlines read as Gen. and Corp.; NO, CO and other words in capitals stay as they are.
fn capitalised(word: &str) -> Cow<'_, str> {
    if word.len() < 2 || !word.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    let title = word[..1].to_owned() + &word[1..].to_ascii_lowercase();
    let known =
        BEFORE_A_NAME.contains(&title.as_str()) || matches!(title.as_str(), "Inc" | "Ltd" | "Corp" | "Jr" | "Sr");
    if known { Cow::Owned(title) } else { Cow::Borrowed(word) }
}

/// One capital, or single letters with full stops between: J, U.S, a.m, Ph.D.
fn is_initials(word: &str) -> bool {
    let mut letters = word.split('.');
    let single = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    if word.contains('.') { letters.all(single) } else { single(word) && word.chars().all(char::is_uppercase) }
}

/// Whether the word numbers what follows: it is all there is of the sentence, or stands after a colon, or after "Section".
fn is_number_of_a_part(so_far: &str, word: &str) -> bool {
    let is_number = word.len() <= 6
        && word.chars().all(|c| c.is_ascii_digit() || c == '.')
        && word.split('.').all(|part| part.len() <= 3);
    let is_roman = word.len() <= 5 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    if !is_number && !is_roman && word.chars().count() > 1 {
        return false;
    }
    let Some(before) = so_far.strip_suffix(word) else {
        return false;
    };
    let before = before.trim_end_matches(['(', '“', '"', '*', '_']).trim_end_matches(is_space);
    before.is_empty()
        || (is_number && before.ends_with([':', ';']))
        || (is_number || is_roman) && NUMBERED.contains(&before)
}

/// Whether the next word is one that begins a sentence.
fn opens(rest: &str, persons_too: bool) -> bool {
    let rest = after_opening(rest);
    let (word, after) = rest.split_at(word_end(rest));
    if word.len() > LONGEST_WORD
        || !(after.is_empty() || after.starts_with(|c| is_space(c) || matches!(c, ',' | '’' | '\'')))
    {
        return false;
    }
    let word = without_soft_hyphens(word);
    OPENERS.contains(&word.as_ref()) || (persons_too && PERSONS.contains(&word.as_ref()))
}
