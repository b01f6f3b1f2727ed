//! Quoted words that nobody says: names of policies and programmes, titles of films and broadcasts.

use super::frame::{Token, is_comma, word_at, word_before};
use super::press::Press;
use super::sources::{Mention, Sources, longest};
use crate::import::article::NO_SIDE;

/// Whether quoted words stand in what somebody is asked, and are of whoever asks: 'Asked whether it was “a bargaining chip,” A said'.
/// What another said there is his: 'Asked about B's remark that it was “old,” A said'.
pub(super) fn is_asked(tokens: &[Token], at: usize, press: &Press) -> bool {
    let from = usize::from(tokens.first().is_some_and(|t| matches!(t.lower(), "when" | "but" | "and")));
    let asks = matches!(word_at(tokens, from), "asked" | "pressed" | "questioned")
        && matches!(word_at(tokens, from + 1), "if" | "whether" | "why" | "how" | "what" | "when");
    let said = |t: &Token| press.report.contains_key(t.lower()) || press.name.contains_key(t.lower());
    let words = tokens.get(from + 1..at).unwrap_or_default();
    asks && !words.is_empty() && words.iter().all(|t| (t.is_word() || t.quote().is_some()) && !said(t))
}

/// Whether quoted words are the name of a policy or a programme, which nobody says: its “one China” principle.
pub(super) fn name_of_a_thing(tokens: &[Token], at: usize, words: &str, press: &Press) -> bool {
    /// How many words before a title the kind of work may stand.
    const NEAR: usize = 12;
    let before = word_before(tokens, at, 1);
    let owner = at > 0 && tokens[at - 1].is_owner();
    let after = word_at(tokens, at + 1);
    // 'NBC's “Meet the Press”', 'under the title “…”'.
    let programme = owner && at > 0 && press.media.contains(before) || is_programme(tokens, at, words, press);
    // 'What A called a “Cold War” mentality' is what A says.
    if is_so_called_by(tokens, at) {
        return false;
    }
    // 'The president's “Big Day” tariffs', 'its “seven-mark line”': a few words, all with capitals or with the thing last.
    let few: Vec<&str> = words.split_whitespace().take(5).collect();
    // 'Watch: “Why the ships matter”', and nothing else: what the page offers.
    let offered = at > 1
        && at + 1 == tokens.len()
        && tokens[at - 1].is_sign(':')
        && longest(tokens, 0, |name| press.names.offers.contains(name)) == Some(at - 1);
    let small = |w: &str| matches!(w, "of" | "the" | "and" | "in" | "for" | "to");
    // 'Read more: A Says Ships “Won't Stop”', in a line of its own.
    let teaser = is_teaser(tokens, press);
    let capitals = few.len() > 1 && few.iter().all(|w| w.starts_with(char::is_uppercase) || small(w));
    let copy = before == "of"
        && at > 1
        && (matches!(tokens[at - 2].lower(), "copy" | "copies" | "edition" | "book")
            || press.names.makers.contains(tokens[at - 2].lower()));
    let last = few.last().is_some_and(|w| *w == "line" || press.names.things.contains(*w));
    let named = few.len() <= 4
        && words.ends_with(char::is_alphanumeric)
        && (capitals && (owner || before == "the" || before == "a") && tokens.get(at + 1).is_some_and(Token::is_word)
            || last && (owner || matches!(before, "its" | "their")));
    // 'The film “A Big Day”', 'in films such as “A Big Day”'.
    let such = at > 2 && before == "as" && tokens[at - 2].lower() == "such";
    let kind = if such { tokens[at - 3].lower() } else { before };
    // 'Two albums: “A Big Day,” by A, and “B”': a kind of work is named before, and they have titles.
    let title = capitals || few.len() == 1 && words.starts_with(char::is_uppercase);
    let among = (title && few.len() < 5 || is_title(words.trim_end_matches([',', '.'])))
        && tokens[at.saturating_sub(NEAR)..at].iter().any(|t| press.names.works.contains(t.lower()));
    // 'A documentary series, “A Big Day: The Ships”, …'.
    // 'The book: “A Big Day: The Ships”'.
    let parted = at > 1 && (tokens[at - 1].is_sign(',') || tokens[at - 1].is_sign(':'));
    let apposed = parted && press.names.works.contains(tokens[at - 2].lower()) && is_title(words);
    named
        || is_measure(&few, words, press)
        || is_known_as(tokens, at)
        || is_policy_of(tokens, at, &few, press)
        || is_named_paper(words, press)
        || is_proverb(tokens, at, press)
        || among
        || apposed
        || press.names.works.contains(kind) && words.starts_with(char::is_uppercase)
        || offered
        || teaser
        || copy && (capitals || is_title(words.trim_end_matches([',', '.', '?', '!', ';'])))
        || is_work_behind(tokens, at, words, press)
        || few.len() <= 2 && press.names.duties.contains(after) && few.iter().all(|word| names_duty(word, press))
        || before == "so-called"
        || programme
        || matches!(before, "title" | "titled" | "headlined" | "entitled" | "headed")
        || (owner || matches!(before, "its" | "their" | "the" | "under" | "his" | "her" | "a" | "this"))
            && press.names.things.contains(after)
}

/// Whether a line only offers another article: 'Read more: A Says Ships “Won't Stop”'.
fn is_teaser(tokens: &[Token], press: &Press) -> bool {
    let colon = longest(tokens, 0, |name| press.names.offers.contains(name));
    let first = matches!(word_at(tokens, 0), "read" | "related" | "see" | "also" | "further" | "more");
    let ends = tokens.last().is_some_and(|t| t.is_word() || t.quote().is_some());
    first && ends && colon.is_some_and(|colon| tokens.get(colon).is_some_and(|t| t.is_sign(':')))
}

/// Whether words are a number with a thing that is named by it: 'the “60% rule”'.
fn is_measure(few: &[&str], words: &str, press: &Press) -> bool {
    let number = few.first().is_some_and(|w| w.starts_with(|c: char| c.is_ascii_digit()));
    let last = words.split_whitespace().next_back();
    let thing = last.map(|w| w.trim_end_matches([',', '.'])).is_some_and(|w| press.names.things.contains(w));
    number && thing && few.len() < 5
}

/// Whether words are the title of a paper that says what it is: '“List of Wrongs that Must Stop”'.
fn is_named_paper(words: &str, press: &Press) -> bool {
    let words = words.trim_end_matches([',', '.']);
    let (Some(first), Some(last)) = (words.split_whitespace().next(), words.split_whitespace().next_back()) else {
        return false;
    };
    let thing = |word: &str| press.names.things.contains(&word.to_lowercase()) && word.starts_with(char::is_uppercase);
    is_title(words) && first != last && (thing(first) || thing(last))
}

/// Whether a few words are what a thing has long been called, where nobody is told to say them: 'a long-held policy of “…”'.
fn is_policy_of(tokens: &[Token], at: usize, few: &[&str], press: &Press) -> bool {
    /// How many words the name has, and how many stand before the thing.
    const MOST: usize = 3;
    let thing = word_before(tokens, at, 1) == "of" && press.names.things.contains(word_before(tokens, at, 2));
    if !thing || few.len() > MOST {
        return false;
    }
    let old = |t: &Token| t.lower().starts_with("long-") || t.lower() == "longstanding" || t.lower().ends_with("-old");
    let from = tokens[..at].iter().rposition(|t| t.is_sign(',') || t.is_sign(';')).map_or(0, |i| i + 1);
    let before = tokens.get(from..at - 2).unwrap_or_default();
    let says = |t: &Token| press.report.contains_key(t.lower()) || press.name.contains_key(t.lower());
    before.iter().rev().take(MOST).any(old) && !before.iter().any(says)
}

/// Whether a line has nothing but the name of a paper and a title: 'The Lakeford Post: “What the Ships Want”'. Behind whoever
/// speaks stand his words.
pub(super) fn is_listed_title(tokens: &[Token], at: usize, words: &str, named: &[Mention], sources: &Sources) -> bool {
    /// How many words the name of a paper has.
    const MOST: usize = 5;
    let Some(colon) = at.checked_sub(1).filter(|i| tokens[*i].is_sign(':') && (1..=MOST).contains(i)) else {
        return false;
    };
    let label = tokens[..colon].iter().all(Token::is_capital);
    // 'China:' is a side, and 'The Wire China:' a paper.
    let speaks = |m: &Mention| {
        let whole = m.start <= usize::from(word_at(tokens, 0) == "the");
        m.end == colon && m.who.is_some_and(|who| (whole || who.is_person()) && sources.side(who) != NO_SIDE)
    };
    label && at + 1 == tokens.len() && is_title(words.trim_end_matches('?')) && !named.iter().any(speaks)
}

/// Whether a thing is only told to have a name: 'known as “…”', 'code-named “…”'.
fn is_known_as(tokens: &[Token], at: usize) -> bool {
    let the = usize::from(matches!(word_before(tokens, at, 1), "the" | "a"));
    let named = matches!(word_before(tokens, at, 1), "named" | "code-named" | "codenamed" | "nicknamed" | "christened");
    named || word_before(tokens, at, 1 + the) == "as" && word_before(tokens, at, 2 + the) == "known"
}

/// Whether words are a proverb that the journalist has: 'As an old saying goes, “…”'.
fn is_proverb(tokens: &[Token], at: usize, press: &Press) -> bool {
    const NEAR: usize = 8;
    let from = at.saturating_sub(NEAR);
    let noun = |t: &Token| matches!(t.lower(), "saying" | "proverb" | "adage" | "maxim" | "idiom" | "dictum");
    let Some(noun) = (from..at).rev().find(|i| noun(&tokens[*i])) else { return false };
    let goes = tokens[noun + 1..at]
        .iter()
        .any(|t| matches!(t.lower(), "goes" | "has" | "puts" | "holds" | "teaches" | "runs"));
    let article = tokens[noun.saturating_sub(3)..noun].iter().any(|t| matches!(t.lower(), "a" | "an" | "the" | "one"));
    // 'As the saying goes, “…,” A said' is what A says.
    let said = |t: &Token| press.report.contains_key(t.lower()) || t.lower() == "according";
    let someone = tokens[..noun].iter().chain(&tokens[at + 1..]).any(said);
    goes && article && !someone
}

/// Whether a word names a duty and is no judgement of it: '“reciprocal” tariffs'.
fn names_duty(word: &str, press: &Press) -> bool {
    press.names.kinds_of_duties.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
}

/// Whether words are written as titles are: a few, with capitals.
fn is_title(words: &str) -> bool {
    const MOST: usize = 12;
    const SMALL: [&str; 16] =
        ["that", "as", "or", "of", "the", "and", "in", "for", "to", "a", "an", "on", "at", "with", "from", "by"];
    let words: Vec<&str> = words.split_whitespace().collect();
    let large = |w: &&&str| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let opens = words.first().is_some_and(|w| large(&w));
    // What is shouted in capitals is no title.
    let shouted = words.iter().all(|w| !w.contains(char::is_lowercase));
    opens
        && !shouted
        && words.iter().filter(large).count() > 1
        && words.len() <= MOST
        && words.iter().all(|w| large(&w) || SMALL.contains(w))
}

/// Whether a title has the kind of work behind a comma: '“Big Hour,” its evening programme, …'.
fn is_work_behind(tokens: &[Token], at: usize, words: &str, press: &Press) -> bool {
    /// How many words the phrase for the work has.
    const MOST: usize = 5;
    let comma = is_comma(tokens, at + 1);
    let from = at + 1 + usize::from(comma);
    let determiner = tokens
        .get(from)
        .is_some_and(|t| matches!(t.lower(), "a" | "an" | "the" | "its" | "his" | "her" | "their") || t.is_owner());
    let parted = comma || words.ends_with(',');
    if !parted || !determiner || !is_title(words.trim_end_matches(',')) {
        return false;
    }
    let phrase = tokens[from..].iter().take(MOST).take_while(|t| t.is_word()).count();
    let closed = tokens.get(from + phrase).is_none_or(|t| !t.is_word());
    let last = tokens.get(from + phrase - 1);
    closed && last.is_some_and(|t| !t.is_owner() && press.names.works.contains(t.lower()))
}

/// Whether a title is that of a broadcast: 'NBC News' “Meet the Press”', 'the BBC's flagship “Big Hour”', 'she said on
/// “Big Hour”'.
fn is_programme(tokens: &[Token], at: usize, words: &str, press: &Press) -> bool {
    const NEAR: usize = 3;
    const FAR: usize = 12;
    let title = words.trim_end_matches([',', '.', '?', '!', ';']);
    if !is_title(title) {
        return false;
    }
    let medium = |from: usize| longest(tokens, from, |name| press.media.contains(name));
    let owned = (at.saturating_sub(NEAR + 3)..at).any(|from| {
        let Some(end) = medium(from).filter(|end| *end <= at) else { return false };
        let plural = tokens.get(end).is_some_and(|t| t.is_sign('\'') || t.is_sign('’'));
        let rest = end + usize::from(plural);
        (plural || tokens[end - 1].is_owner())
            && rest <= at
            && at - rest <= NEAR
            && tokens[rest..at].iter().all(Token::is_word)
    });
    let on_air = |t: &Token| {
        matches!(
            t.lower(),
            "said"
                | "told"
                | "appeared"
                | "appearing"
                | "appearance"
                | "interview"
                | "interviewed"
                | "aired"
                | "asked"
                | "speaking"
        )
    };
    // 'He told ABM's “Big Hour”': whoever has a title of capitals is a broadcaster.
    let owner = at > 1 && tokens[at - 1].is_owner() && tokens[at - 1].is_capital();
    let name = tokens[..at].iter().rev().take(NEAR + 1).take_while(|t| t.is_capital()).count();
    let heard = owner && matches!(word_before(tokens, at, name + 1), "told" | "on" | "with" | "to" | "for");
    let on = at > 0 && tokens[at - 1].lower() == "on";
    owned || heard || on && tokens[at.saturating_sub(FAR)..at].iter().any(on_air)
}

/// Whether it is told before a quotation who calls something so: 'what A called a “…” mentality', 'what it terms “…”'.
fn is_so_called_by(tokens: &[Token], at: usize) -> bool {
    const FAR: usize = 8;
    let what = |verb: usize| tokens[verb.saturating_sub(FAR)..verb].iter().any(|t| t.lower() == "what");
    calling(tokens, at).is_some_and(what)
}

/// Whether quoted words are what somebody calls a thing of whom nothing is known, or a work of his: 'what Lakeport calls a
/// “…”', 'a book that calls it “…”'.
pub(super) fn is_called_by_stranger(tokens: &[Token], at: usize, named: &[Mention], press: &Press) -> bool {
    /// How many words a name has.
    const MOST: usize = 3;
    let Some(verb) = calling(tokens, at) else { return false };
    let word = |back: usize| word_before(tokens, verb, back);
    let work = matches!(word(1), "that" | "which") && press.names.works.contains(word(2));
    let name = tokens[..verb].iter().rev().take(MOST).take_while(|t| t.is_capital()).count();
    let known = |m: &Mention| m.end == verb;
    work || name > 0 && word(name + 1) == "what" && !named.iter().any(known)
}

/// Whether quoted words are those of a newspaper that speaks for no state: 'the Lakeford Post, in an editorial, called it “…”'.
pub(super) fn is_of_editorial(tokens: &[Token], at: usize, named: &[Mention]) -> bool {
    let Some(paper) = named.iter().rev().find(|m| m.end <= at && m.who.is_none() && !m.pronoun) else { return false };
    let editorial = |t: &Token| matches!(t.lower(), "editorial" | "editorials" | "op-ed" | "columnist" | "leader");
    let other = named.iter().any(|m| m.start >= paper.end && m.end <= at && m.who.is_some());
    !other && tokens[paper.end..at].iter().any(editorial)
}

/// Where the verb stands by which something is called what a quotation says.
fn calling(tokens: &[Token], at: usize) -> Option<usize> {
    const NEAR: usize = 4;
    let calls = |t: &Token| {
        matches!(
            t.lower(),
            "called"
                | "calls"
                | "calling"
                | "termed"
                | "terms"
                | "dubbed"
                | "described"
                | "describes"
                | "labeled"
                | "labelled"
                | "labels"
                | "branded"
        )
    };
    let verb = (at.saturating_sub(NEAR)..at).rev().find(|i| calls(&tokens[*i]))?;
    tokens[verb..at].iter().all(Token::is_word).then_some(verb)
}

/// Whether quoted words are read on a thing that somebody carries or hangs up: 'a banner that read “…”', and behind a sentence
/// that tells of one, '“…,” it read'.
pub(super) fn is_on_banner(before: &[Token], tokens: &[Token], at: usize) -> bool {
    const NEAR: usize = 6;
    let thing = |t: &Token| {
        matches!(
            t.lower(),
            "banner"
                | "banners"
                | "sign"
                | "signs"
                | "placard"
                | "placards"
                | "poster"
                | "posters"
                | "billboard"
                | "billboards"
                | "t-shirt"
                | "t-shirts"
                | "sticker"
                | "stickers"
                | "mural"
                | "graffiti"
                | "plaque"
                | "comment"
        )
    };
    let reads = |word: &str| {
        matches!(
            word,
            "read" | "reads" | "reading" | "said" | "says" | "saying" | "proclaimed" | "proclaiming" | "declaring"
        )
    };
    let comma = usize::from(is_comma(tokens, at + 1));
    let it = at == 0 && word_at(tokens, 1 + comma) == "it" && reads(word_at(tokens, 2 + comma));
    // '“…,” it read, “…”'.
    let first = tokens.first().is_some_and(|t| t.quote().is_some());
    let it =
        it || first && at > 0 && tokens[..at].windows(2).any(|two| two[0].lower() == "it" && reads(two[1].lower()));
    let verb = at > 0 && (reads(word_before(tokens, at, 1)) || tokens[at - 1].is_sign(':'));
    let near = &tokens[at.saturating_sub(NEAR)..at];
    it && before.iter().any(thing) || verb && near.iter().any(thing)
}

/// Whether quoted words are told not to have been said: 'A did not say that his state would “…”', 'B denied that A had called
/// it “…”'.
pub(super) fn is_denied(tokens: &[Token], at: usize, press: &Press) -> bool {
    /// How many words may stand between the denial and what is denied.
    const NEAR: usize = 12;
    let from = tokens[..at].iter().rposition(|t| t.quote().is_some() || t.is_sign(';')).map_or(0, |i| i + 1);
    let clause = &tokens[from..at];
    let turns = |t: &Token| matches!(t.lower(), "but" | "instead" | "although" | "though" | "whether" | "only");
    let told = |from: usize| clause.len() - from <= NEAR && !clause[from..].iter().any(turns);
    let says = |t: &Token| {
        matches!(
            t.lower(),
            "say" | "said" | "tell" | "told" | "use" | "used" | "promise" | "promised" | "call" | "called"
        ) || press.bare.contains(t.lower()) && matches!(t.lower(), "pledge" | "promise" | "claim" | "declare")
    };
    let not = (1..clause.len()).any(|i| {
        let did = matches!(clause[i - 1].lower(), "did" | "does" | "do" | "has" | "have" | "had")
            && clause[i].lower() == "not";
        let short =
            matches!(clause[i].lower(), "didn't" | "didn’t" | "doesn't" | "doesn’t" | "hasn't" | "hasn’t" | "never");
        (did || short) && clause.get(i + 1).is_some_and(says) && told(i + 2)
    });
    let denied = (0..clause.len()).any(|i| {
        let verb = matches!(clause[i].lower(), "denied" | "denies" | "deny" | "denying");
        let what =
            clause[i + 1..].iter().take(6).position(|t| matches!(t.lower(), "that" | "having" | "saying" | "telling"));
        verb && what.is_some_and(|what| {
            told(i + 1 + what) && (clause[i + 1 + what].lower() != "that" || clause[i + 1 + what..].iter().any(says))
        })
    });
    not || denied
}
