//! Whether one statement says the opposite of another: it refuses what the other does, keeps what the other lifts, or turns the
//! other way. Told only where words say so, and of all telling things that both name.

use crate::codebook::{Act, Stance};
use crate::coding::Seen;
use crate::text::Span;

/// Which way a statement is on a concept that it names, wherever it names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Way {
    /// The number of the concept in the inventory.
    pub concept: usize,
    /// Where it stands first, in bytes of the form.
    at: Span,
    /// Whether it is against it: refuses it, or lifts it, and not both.
    against: bool,
    /// The words that refuse.
    refuses: Option<Span>,
    /// The words by which it stays as it is.
    holds: Option<Span>,
    /// Whether it is lifted, or refused to be.
    lifts: bool,
    /// Whether it becomes less or something to be avoided, so that what stands before it says nothing of itself.
    curbed: bool,
    /// Whether it is only to be looked into.
    explored: bool,
    /// The words by which it is denied that it was so.
    denied: Option<Span>,
    /// What becomes of it by the words right beside it.
    turn: Option<Turn>,
    /// Whether somebody is for it or against it, by the words right beside it.
    stand: Option<Stand>,
}

/// Whether somebody is for a thing or against it, and the words that say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stand {
    favors: bool,
    words: Span,
}

/// What becomes of a thing, and the words that say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Turn {
    becomes: Stance,
    words: Span,
    /// Whether that is refused.
    refused: bool,
    /// Whether the same becomes of it wherever the statement names it.
    everywhere: bool,
}

impl Turn {
    /// Whether there is as much of the thing afterwards as before, or more.
    fn keeps(self) -> bool {
        matches!(self.becomes, Stance::Holds | Stance::Raises | Stance::Resumes) != self.refused
    }

    /// Whether two do away with a thing, but not in the same measure: for a time, in part, or for good.
    fn differs_in_measure(self, other: Self) -> bool {
        let measure = |turn: Self| match turn.becomes {
            Stance::Suspends => Some(0),
            Stance::Lowers => Some(1),
            Stance::Lifts | Stance::Ends => Some(2),
            _ => None,
        };
        let (one, two) = (measure(self), measure(other));
        let plain = |turn: Self| turn.everywhere && !turn.refused;
        plain(self) && plain(other) && one.is_some() && two.is_some() && one != two
    }
}

impl Way {
    /// Where words say what becomes of it: whether there is as much of it afterwards as before, or more.
    pub fn keeps(self) -> Option<bool> {
        self.turn.map(Turn::keeps)
    }

    fn disputed(self) -> Disputed {
        Disputed { concept: self.concept, at: self.at }
    }
}

/// Whether a statement refuses or denies anything.
pub(super) fn refuses(seen: &Seen) -> bool {
    seen.stances.iter().any(|(_, stance)| *stance == Stance::Against)
}

/// The ways of a statement on its concepts, by concept; of one that it is on in several ways none.
pub(super) fn ways(seen: &Seen) -> Vec<Way> {
    let mut all: Vec<Way> = seen.found.iter().map(|found| way(seen, found.concept, found.span)).collect();
    all.sort_by_key(|way| way.concept);
    let one = |same: &[Way]| {
        let first = same[0];
        let turns = || same.iter().filter_map(|way| way.turn);
        let turn = first.turn.filter(|turn| same.iter().all(|way| way.turn.is_some_and(|t| t.keeps() == turn.keeps())));
        let turn = turn.map(|turn| Turn { everywhere: turns().all(|other| other.becomes == turn.becomes), ..turn });
        let stands = || same.iter().filter_map(|way| way.stand);
        let stand = stands().next().filter(|stand| stands().all(|other| other.favors == stand.favors));
        let (curbed, explored) = (same.iter().any(|way| way.curbed), same.iter().all(|way| way.explored));
        same.iter().all(|way| way.against == first.against || curbed).then_some(Way {
            turn,
            stand,
            curbed,
            explored,
            ..first
        })
    };
    all.chunk_by(|a, b| a.concept == b.concept).filter_map(one).collect()
}

/// Where another clause begins.
const PARTS: [&str; 13] = [
    ",",
    ";",
    ":",
    "，",
    "；",
    "。",
    "：",
    " but ",
    " and will ",
    " and agreed ",
    " and said ",
    " and would ",
    " while ",
];

/// Which way a statement is on a concept that stands at a place of the form.
fn way(seen: &Seen, concept: usize, at: Span) -> Way {
    let text = seen.form.text();
    let free = |between: Option<&str>| between.is_some_and(|words| !PARTS.iter().any(|part| words.contains(part)));
    let mut way = Way {
        concept,
        at,
        against: false,
        refuses: None,
        holds: None,
        lifts: false,
        curbed: false,
        explored: false,
        denied: None,
        turn: None,
        stand: stand(seen, at),
    };
    let (mut refused, mut unwilling) = (false, false);
    let mut last = None;
    for (words, stance) in
        seen.stances.iter().filter(|(words, _)| words.end <= at.start && free(text.get(words.end..at.start)))
    {
        match stance {
            Stance::Curbs | Stance::Ends | Stance::Suspends | Stance::Lowers => way.curbed = true,
            Stance::Holds => way.holds = Some(*words),
            Stance::Lifts => (way.against, way.lifts) = (!way.against, true),
            Stance::Against => {
                (way.against, way.refuses) = (!way.against, Some(*words));
                refused = !refused;
            }
            Stance::Explores => way.explored = true,
            Stance::Denies => way.denied = Some(*words),
            // 'Does not seek to change it': as where it is refused.
            Stance::Favors if is_negated(&text[..words.start]) => unwilling = true,
            Stance::Raises | Stance::Resumes | Stance::Untrue | Stance::Favors | Stance::Opposes => {}
        }
        if becomes(*stance) {
            last = Some((*words, *stance));
        }
    }
    // 有关取消关税的说法不属实: what is untrue stands before.
    let untrue = || seen.stances.iter().find(|(words, stance)| *stance == Stance::Untrue && words.start >= at.end);
    way.denied = way.denied.or_else(|| untrue().map(|(words, _)| *words));
    // Words that deny may be words that refuse; then they have been counted.
    if let Some(words) = way.denied.filter(|words| way.refuses.is_none_or(|refuses| !refuses.overlaps(*words))) {
        (way.against, way.refuses) = (!way.against, Some(words));
    }
    // 'Raised tariffs', 停止售武 may be all one thing; of the fight against a thing nothing is told by what stands around it.
    let inside = || seen.stances.iter().filter(|(words, _)| at.contains(*words));
    let within = inside().find(|(_, s)| {
        matches!(s, Stance::Lifts | Stance::Ends | Stance::Suspends | Stance::Lowers | Stance::Raises | Stance::Resumes)
    });
    let fought = inside().any(|(words, s)| *s == Stance::Curbs && is_fight(words.slice(text)));
    let before = within.copied().or(last);
    let before = before.filter(|(words, stance)| *stance != Stance::Curbs && is_beside(text, *words, at));
    let turn = before.or_else(|| last.is_none().then(|| behind(seen, at)).flatten());
    // 'Has not changed it': a negation alone refuses too.
    let refused = |words: Span| refused || unwilling || is_negated(&text[..words.start]);
    way.turn = turn.filter(|_| !fought).map(|(words, becomes)| Turn {
        becomes,
        words,
        refused: refused(words),
        everywhere: true,
    });
    way
}

/// Whether a stance is what becomes of a thing.
fn becomes(stance: Stance) -> bool {
    use Stance::{Against, Denies, Explores, Favors, Opposes, Untrue};
    !matches!(stance, Against | Explores | Denies | Untrue | Favors | Opposes)
}

/// Whether somebody is for a thing or against it by the last verb of will before it or in the words for it: 'supports …',
/// 'does not seek …', 不支持……. Who does not oppose a thing is for nothing, and what one seeks to avoid or to end one is not for.
fn stand(seen: &Seen, at: Span) -> Option<Stand> {
    /// How many words, or characters of Chinese, may stand between.
    const WORDS: usize = 3;
    const CHARACTERS: usize = 6;
    let text = seen.form.text();
    let wills = |stance: Stance| matches!(stance, Stance::Favors | Stance::Opposes | Stance::Against);
    let near = |words: Span| {
        let between = text.get(words.end..at.start.max(words.end)).unwrap_or_default();
        is_short(between, WORDS, CHARACTERS) && !PARTS.iter().any(|part| between.contains(part))
    };
    let before = seen.stances.iter().rev().filter(|(words, _)| words.end <= at.start || at.contains(*words));
    let (words, stance) = before.clone().find(|(words, stance)| wills(*stance) && near(*words))?;
    // 'Seeks to avoid conflict': something else becomes of it. What is changed in 'seeks regime change' is the thing itself.
    let other = seen.stances.iter().any(|(other, stance)| {
        let fights = *stance == Stance::Curbs && is_fight(other.slice(text));
        let inside = at.contains(*other) && !fights;
        other.start >= words.end && other.end <= at.end && becomes(*stance) && !inside
    });
    let before = &text[..words.start];
    let negated = is_negated(before);
    let favors = match stance {
        Stance::Favors => !negated,
        _ if negated => return None,
        _ => false,
    };
    (!other).then_some(Stand { favors, words: *words })
}

/// Whether a clause turns into its opposite what stands right behind it: 'does not', 'without', 从不.
fn is_negated(before: &str) -> bool {
    const WORDS: [&str; 9] = ["not", "never", "no", "nor", "neither", "without", "longer", "cannot", "hardly"];
    const CHARACTERS: [&str; 9] = ["不", "不会", "不再", "没有", "从未", "并未", "无意", "不想", "不愿"];
    /// An adverb or two may stand between.
    const NEAR: usize = 3;
    let before = before.trim_end();
    if !before.ends_with(|c: char| c.is_ascii()) {
        return CHARACTERS.iter().any(|word| before.ends_with(word));
    }
    let parts = |word: &&str| word.ends_with([',', ';', ':']) || matches!(*word, "but" | "while");
    let mut words = before.rsplit(' ').take(NEAR).take_while(|word| !parts(word));
    words.any(|word| WORDS.contains(&word) || word.ends_with("n't"))
}

/// Whether a statement refuses to say what stands at a place of its form, denies it, or says it no more, by words before it in
/// the clause. That somebody has no intention of something is an assurance.
pub(super) fn is_refused(seen: &Seen, at: Span) -> bool {
    const REFUSES: [&str; 15] = [
        "declin",
        "refus",
        "reject",
        "den",
        "fail",
        "unwilling",
        "did not",
        "didn't",
        "no longer",
        "拒绝",
        "否认",
        "没有",
        "未",
        "不再",
        "从未",
    ];
    let text = seen.form.text();
    let against = |(words, stance): &(Span, Stance)| {
        // A cue may begin with them: 'no {4} changes'.
        let between = if words.start == at.start { Some("") } else { text.get(words.end..at.start) };
        *stance == Stance::Against
            && REFUSES.iter().any(|word| words.slice(text).starts_with(word))
            && between.is_some_and(|b| !PARTS.iter().any(|part| b.contains(part)))
    };
    seen.stances.iter().filter(|stance| against(stance)).count() % 2 == 1
}

/// Whether a word is of fighting a thing, and none that names it: 'export controls', 'restrictions'.
fn is_fight(word: &str) -> bool {
    !["control", "restrict", "limit", "限制", "管控", "concern"].iter().any(|thing| word.starts_with(thing))
}

/// What makes another thing of the one that it stands beside: the talks on it, the limits to it.
const OTHER: [&str; 34] = [
    "cooperat",
    "communicat",
    "dialogue",
    "talks",
    "effort",
    "work",
    "discuss",
    "exchange",
    "consult",
    "engage",
    "control",
    "restrict",
    "ban ",
    "bans",
    "curbs",
    "measures",
    "concern",
    "tension",
    "risk",
    "合作",
    "沟通",
    "对话",
    "工作",
    "努力",
    "磋商",
    "讨论",
    "交流",
    "管制",
    "限制",
    "禁令",
    "措施",
    "关切",
    "风险",
    "紧张",
];

/// Whether words say what becomes of the thing right behind them, and not of another that it is only a part of.
fn is_beside(text: &str, words: Span, thing: Span) -> bool {
    /// How many words, or characters of Chinese, may stand between.
    const WORDS: usize = 3;
    const CHARACTERS: usize = 8;
    /// Or words that are all of one thing: 'preserve the overall balance of the deal'.
    const WITHIN: usize = 6;
    const TO_ANOTHER: [&str; 8] = ["for", "in", "on", "with", "to", "by", "from", "against"];
    if thing.contains(words) {
        return !is_of_another(next(text, thing.end));
    }
    let between = text.get(words.end..thing.start).unwrap_or_default();
    let one = || is_short(between, WITHIN, 0) && !between.split_whitespace().any(|word| TO_ANOTHER.contains(&word));
    let near = is_short(between, WORDS, CHARACTERS) || one();
    near && !is_of_another(between) && !is_of_another(next(text, thing.end))
}

/// Whether a stretch has no more than so many words, or characters where it is Chinese.
fn is_short(stretch: &str, words: usize, characters: usize) -> bool {
    match stretch.is_ascii() {
        true => stretch.split_whitespace().count() <= words,
        false => stretch.chars().count() <= characters,
    }
}

/// What stands right behind a place, as far as it may belong to the thing there.
fn next(text: &str, at: usize) -> &str {
    const WORDS: usize = 2;
    const CHARACTERS: usize = 4;
    let rest = text.get(at..).unwrap_or_default();
    let end = match rest.trim_start().starts_with(|c: char| c.is_ascii()) {
        true => rest.match_indices(' ').nth(WORDS).map(|(place, _)| place),
        false => rest.char_indices().nth(CHARACTERS).map(|(place, _)| place),
    };
    let near = &rest[..end.unwrap_or(rest.len())];
    let clause = PARTS.iter().filter_map(|part| near.find(part)).min().unwrap_or(near.len());
    // 'Tariffs of 50 percent on steel': what it is on is no part of it.
    near[..clause].split(" on ").next().unwrap_or(near)
}

fn is_of_another(words: &str) -> bool {
    // Words of one language are not looked for in the other.
    let english = words.is_ascii();
    !words.is_empty() && OTHER.iter().any(|word| word.is_ascii() == english && words.contains(word))
}

/// What becomes of a thing by words behind it: 将把关税降至10%, 'tariffs will be lowered'.
fn behind(seen: &Seen, thing: Span) -> Option<(Span, Stance)> {
    /// How many bytes may stand between.
    const NEAR: usize = 16;
    let text = seen.form.text();
    let (words, stance) = seen.stances.iter().find(|(words, _)| words.start >= thing.end)?;
    if !becomes(*stance) || *stance == Stance::Curbs {
        return None;
    }
    // 'The tariffs will remain': what stays needs no passive.
    let stays = *stance == Stance::Holds && text[thing.end..].starts_with(' ');
    let between = text.get(thing.end..words.start).filter(|between| between.len() <= NEAR)?;
    let clause = PARTS.iter().filter_map(|part| text[..thing.start].rfind(part)).max().unwrap_or(0);
    let passive = [" be ", " been ", " was ", " were "].iter().any(|word| between.ends_with(word));
    let moved = !between.is_ascii() || between.is_empty();
    let moved = moved && ["把", "将"].iter().any(|word| text[clause..thing.start].contains(word));
    ((passive || moved || stays) && !is_of_another(between)).then_some((*words, *stance))
}

/// A statement with its act, and the ways in which it is on what it names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stands<'s> {
    pub act: Act,
    pub ways: &'s [Way],
}

impl Stands<'_> {
    fn on(self, concept: usize) -> Option<Way> {
        self.ways.iter().find(|way| way.concept == concept).copied()
    }

    /// Whether somebody binds himself in it.
    fn binds(self) -> bool {
        matches!(self.act, Act::Commit | Act::Agree)
    }

    /// Whether what it says becomes of a thing is what somebody does, and not what he asks of another.
    fn does(self) -> bool {
        self.binds() || self.act == Act::State
    }
}

/// In what a statement is the opposite of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// It refuses or denies what the claim has done, or does what the claim denies.
    #[default]
    Refused,
    /// It keeps what the claim has lifted.
    Kept,
    /// It goes the other way: it ends what the claim has go on, or raises what the claim has lowered, or the reverse.
    Turned,
}

impl How {
    /// The word in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Kept => "kept",
            Self::Turned => "turned",
        }
    }
}

/// How a statement says the opposite of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Opposite {
    pub how: How,
    /// Its words that say so, in bytes of the form; none where they are the claim's, and the statement does what that refuses.
    pub words: Option<Span>,
    /// What of the claim it says the opposite of, where one thing of it is.
    pub of: Option<Disputed>,
}

/// What a claim names and another statement says the opposite of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Disputed {
    /// The number of the concept in the inventory.
    pub concept: usize,
    /// Where it stands first, in bytes of the claim's form.
    pub at: Span,
}

/// How a statement says the opposite of a claim on the `shared` concepts: where it does of one, and of none the same.
pub(super) fn opposite(
    claim: Stands<'_>,
    other: Stands<'_>,
    shared: impl Iterator<Item = usize> + Clone,
) -> Option<Opposite> {
    let pairs = || shared.clone().filter_map(|concept| Some((claim.on(concept)?, other.on(concept)?)));
    if claim.does() && other.does() {
        let turns = || pairs().filter_map(|(own, there)| Some((own, own.turn?, there.turn?)));
        if let Some((own, _, there)) = turns().next()
            && turns().all(|(_, own, there)| own.keeps() != there.keeps())
        {
            let refuses = shared.clone().filter_map(|concept| other.on(concept)?.refuses).next();
            let words = refuses.filter(|_| there.refused).unwrap_or(there.words);
            let how = if there.refused { How::Refused } else { How::Turned };
            return Some(Opposite { how, words: Some(words), of: Some(own.disputed()) });
        }
    }
    let stands = || pairs().filter_map(|(own, there)| Some((own, own.stand?, there.stand?)));
    if let Some((own, _, there)) = stands().next()
        && stands().all(|(_, own, there)| own.favors != there.favors)
    {
        return Some(Opposite { how: How::Refused, words: Some(there.words), of: Some(own.disputed()) });
    }
    let denied = |(own, there): (Way, Way)| {
        let words = there.denied.filter(|_| own.denied.is_none() && own.against != there.against)?;
        Some(Opposite { how: How::Refused, words: Some(words), of: Some(own.disputed()) })
    };
    if let Some(opposite) = pairs().find_map(denied) {
        return Some(opposite);
    }
    let mut found = None;
    for (own, there) in pairs() {
        if own.curbed || there.curbed {
            continue;
        }
        if own.against == there.against {
            // What has no words of the sort is the same as all.
            if own.refuses.is_some() == there.refuses.is_some() {
                return None;
            }
            continue;
        }
        let holds =
            there.holds.or_else(|| there.turn.filter(|turn| turn.becomes == Stance::Holds).map(|turn| turn.words));
        let kept = holds.filter(|_| own.lifts && !there.lifts && there.refuses.is_none());
        let does = own.refuses.is_some() && other.binds();
        if there.refuses.is_some() || kept.is_some() || does {
            let how = if kept.is_some() { How::Kept } else { How::Refused };
            found = Some(Opposite { how, words: there.refuses.or(kept), of: Some(own.disputed()) });
        }
    }
    found
}

/// The words by which a statement does away with a thing in another measure than a claim: 'lower' for 'remove'.
pub(super) fn other_measure(claim: &[Way], other: &[Way], mut shared: impl Iterator<Item = usize>) -> Option<Span> {
    let of = |ways: &[Way], concept: usize| ways.iter().find(|way| way.concept == concept).and_then(|way| way.turn);
    shared.find_map(|concept| {
        let (own, there) = (of(claim, concept)?, of(other, concept)?);
        own.differs_in_measure(there).then_some(there.words)
    })
}

/// Whether all that a statement has of a claim is only to be looked into, and is not in the claim.
pub(super) fn only_explored(claim: &[Way], other: &[Way], mut shared: impl Iterator<Item = usize> + Clone) -> bool {
    let is = |ways: &[Way], concept: usize| ways.iter().any(|way| way.concept == concept && way.explored);
    shared.clone().next().is_some() && shared.all(|concept| is(other, concept) && !is(claim, concept))
}
