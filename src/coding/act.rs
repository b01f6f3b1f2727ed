//! What a statement does: the strongest act whose cue counts, by the codebook's order, with the rules for joint acts,
//! negation and modal verbs.

use super::clauses::{self, Subject};
use super::marks::{Mark, Marks};
use super::statements::Unit;
use super::{Basis, Evidence, Form, NEGATED, Speaker, code_of, without_cue};
use crate::codebook::{Act, Head, Use, Verb, Without};
use crate::text::{Language, Span};

pub(super) type Cue = Mark<(Act, Use)>;

/// What a statement does, and by which words.
pub(super) struct Acted {
    pub act: Act,
    pub evidence: Evidence,
    /// The words by which it says that somebody did not agree, promise or welcome.
    pub negated: Option<Evidence>,
}

pub(super) fn act(
    unit: &Unit,
    marks: &Marks<'_>,
    counted: &[&Cue],
    (speaker, basis): (&Speaker, Basis),
    language: Language,
) -> Acted {
    let narrates = narrates(marks, basis);
    let told: Vec<&Cue> = counted.iter().filter(|cue| !is_listed(marks.form.text(), cue)).copied().collect();
    let chosen = chosen(marks, &told, speaker, language, narrates);
    // 'It was a long call, in which many subjects were discussed, including …': so it tells.
    let talk = || strongest(&told, &[Act::Describe]).filter(|_| told.len() < counted.len());
    let chosen = chosen.or_else(talk);
    let refused = refused(marks, chosen, speaker, language, narrates);
    let negated = refused.map(|found| marks.evidence(NEGATED.to_owned(), &found.rule, found.span));
    match chosen {
        Some((act, mark)) => {
            let evidence = marks.evidence(code_of("act", act.as_str()), &mark.rule, mark.span);
            Acted { act, evidence, negated }
        }
        // Of what they are at odds over they agree on nothing.
        None if let (Speaker::Both, Some((span, rule))) = (speaker, &marks.differ) => {
            let evidence = marks.evidence(code_of("act", Act::Describe.as_str()), rule, *span);
            Acted { act: Act::Describe, evidence, negated }
        }
        None => {
            let act = match speaker {
                Speaker::Side(_) => Act::State,
                // What both sides do together, without a verb of meeting or talking, is joint action.
                Speaker::Both if unit.form != Form::Fragment && refused.is_none() => Act::Agree,
                Speaker::Both | Speaker::None => Act::Describe,
            };
            Acted {
                act,
                evidence: without_cue(code_of("act", act.as_str()), Without::Default, Basis::Default, unit.span),
                negated,
            }
        }
    }
}

/// The act of an item of a list whose own words have none: what the line above the list does, 'The United States will:',
/// where the item goes on with whoever speaks there.
pub(super) fn under(unit: &Unit, own: Acted, above: Option<Act>, speaker: Basis) -> Acted {
    let goes_on = unit.form == Form::Bullet && speaker == Basis::Inherited;
    let Some(above) = above.filter(|above| *above != own.act && goes_on) else { return own };
    // 'They agreed to establish: - technical discussions': what is agreed on is not discussed.
    let noun = own.act == Act::Describe && above == Act::Agree;
    if !noun && own.evidence.basis != Basis::Default {
        return own;
    }
    carried(own, above)
}

/// An act that goes on from what stands above.
fn carried(own: Acted, act: Act) -> Acted {
    let code = code_of("act", act.as_str());
    let evidence = without_cue(code, Without::Carried, Basis::Inherited, own.evidence.span);
    Acted { act, evidence, ..own }
}

/// Whether what somebody asks for, or what both agree on, is being counted out in sentences: 双方应坚持三点原则：一是相互尊重。
/// …二是和平共处; 双方同意…。继续发挥…机制作用。
#[derive(Debug, Default)]
pub(super) struct Counting {
    asks: bool,
    agrees: bool,
    paragraph: Option<usize>,
}

impl Counting {
    /// The act of the next statement, `text` its words behind a label: an item whose own words have no act is asked for with
    /// the others.
    pub fn item(&mut self, unit: &Unit, text: &str, own: Acted, (speaker, basis): (&Speaker, Basis)) -> Acted {
        const GOES_ON: [&str; 8] = ["继续", "进一步", "推动", "推进", "加强", "扩大", "保持", "落实"];
        let item = clauses::is_item(text);
        let opens = self.paragraph.replace(unit.paragraph) != Some(unit.paragraph);
        let ahead = || GOES_ON.iter().any(|word| text.starts_with(word)) || text.contains('将');
        let together = *speaker == Speaker::Both;
        if self.agrees && together && !opens && basis == Basis::Inherited && own.act == Act::Describe && ahead() {
            return carried(own, Act::Agree);
        }
        self.agrees = together && own.act == Act::Agree;
        let plain = own.evidence.basis == Basis::Default && own.act == Act::State;
        if self.asks && item && plain {
            return carried(own, Act::Demand);
        }
        // Whoever takes the word, another paragraph and another act count anew; reasons may stand between the items.
        let reason = own.act == Act::State && !opens && basis != Basis::Cue && !text.ends_with(['：', ':']);
        if own.act == Act::Demand || !item && !reason {
            self.asks = own.act == Act::Demand;
        }
        own
    }
}

/// What the sides do in a statement of theirs: what it tells of them together is agreed on with the rest of it, but for who
/// they are and what was before.
pub(super) fn together_agreed(unit: &Unit, own: Acted, speaker: &Speaker, marks: &Marks<'_>) -> Acted {
    const TELLS: [&str; 8] = [
        "recalling",
        "taking into account",
        "representative from the",
        "representatives from the",
        "考虑到",
        "忆及",
        "回顾",
        "representatives of the",
    ];
    // What it calls itself or who was there, where it tells of no agreement.
    const AGREES_ON: [&str; 9] = [" agree", " decide", " reaffirm", " will ", "同意", "决定", "确认", "重申", "将"];
    const NAMES: [&str; 5] =
        ["this joint statement", "the joint statement", "the participants", "本联合声明", "本声明"];
    let text = marks.form.text();
    // 'Recalling the consensus, the two sides agreed …': what they do follows.
    let together = |h: &&Mark<Head>| matches!(h.what, Head::Joint | Head::Countries | Head::They);
    let then = marks.heads.iter().filter(together).any(|h| text[..h.span.start].trim_end().ends_with([',', '，']));
    let names = marks.verbs.is_empty() && text.trim_end().ends_with([',', '，', ':', '：']);
    // 甲方代表：某某: who was there for one of them.
    let present = ["代表：", "代表:", "side:"].iter().any(|label| text.contains(label)) && marks.verbs.is_empty();
    let tells = present
        || names
        || !then && TELLS.iter().any(|word| text.starts_with(word))
        || !AGREES_ON.iter().any(|word| text.contains(word)) && NAMES.iter().any(|word| text.starts_with(word));
    let act = if tells { Act::Describe } else { Act::Agree };
    let open = own.act == Act::Describe || own.act == Act::Agree && (tells || own.evidence.basis == Basis::Default);
    if !present && (*speaker != Speaker::Both || !open) || own.act == act {
        return own;
    }
    let evidence = without_cue(code_of("act", act.as_str()), Without::Joint, Basis::Default, unit.span);
    Acted { act, evidence, ..own }
}

/// The cue that decides the act, with its act.
fn chosen<'a>(
    marks: &Marks<'_>,
    counted: &[&'a Cue],
    speaker: &Speaker,
    language: Language,
    narrates: Option<usize>,
) -> Option<(Act, &'a Cue)> {
    match speaker {
        Speaker::Both => {
            let found = joint(&together(counted, marks, language), marks.form.text());
            // What they did not speak of they did not agree on.
            let silent = |(_, cue): &(Act, &Cue)| {
                marks.denial.is_some() && !matches!(cue.what.0, Act::Agree | Act::Commit | Act::Praise)
            };
            found.map(|found| if silent(&found) { (Act::Describe, found.1) } else { found })
        }
        Speaker::None => strongest(counted, &[Act::Describe]),
        Speaker::Side(_) => side(counted, narrates),
    }
}

/// The words by which a statement says that somebody did not agree, promise or welcome: without them it would do so.
fn refused<'a>(
    marks: &'a Marks<'_>,
    chosen: Option<(Act, &Cue)>,
    speaker: &Speaker,
    language: Language,
    narrates: Option<usize>,
) -> Option<&'a Mark<()>> {
    let says = |of: Option<(Act, &Cue)>| of.map_or(Act::State, |(act, _)| act);
    if !matches!(says(chosen), Act::State | Act::Describe) {
        return None;
    }
    if let Some(unsaid) = unsaid(marks) {
        return Some(unsaid);
    }
    let found = marks.acts.iter().find_map(|cue| negated_by(marks, cue, language))?;
    let all = fitting(marks, speaker, language);
    let otherwise = self::chosen(marks, &all, speaker, language, narrates);
    (says(otherwise) != says(chosen)).then_some(found)
}

/// What a side does on each topic of a statement, by the numbers of the topics: a sentence that objects to one thing and
/// commits to another does not object to both. `act` is that of the whole, which counts where the part about a topic has no
/// cue, or the topic none. With them the words behind those that are others than that of the whole.
pub(super) fn on_topics(
    marks: &Marks<'_>,
    counted: &[&Cue],
    speaker: &Speaker,
    act: Act,
    topics: &[Option<usize>],
) -> (Vec<Act>, Vec<Evidence>) {
    if topics.len() < 2 || !matches!(speaker, Speaker::Side(_)) {
        return (vec![act; topics.len()], Vec::new());
    }
    let text = marks.form.text();
    let verbs = marks.verbs.iter().filter(|v| v.what == Verb::Say).map(|v| v.span.start);
    let mut parts: Vec<usize> = counted.iter().map(|c| c.span.start).chain(verbs).collect();
    parts.retain(|at| begins_part(marks, text, *at) && !goes_on_asking(counted, text, *at));
    let part = |at: usize| {
        let start = parts.iter().copied().filter(|part| *part <= at).max().unwrap_or(0);
        let end = parts.iter().copied().filter(|part| *part > at).min().unwrap_or(text.len());
        let strong = counted.iter().filter(|c| c.what.1 != Use::Weak && (start..end).contains(&c.span.start));
        side(&strong.copied().collect::<Vec<_>>(), None)
    };
    let on = |topic: &Option<usize>| {
        let words = marks.topics.iter().filter(|t| Some(t.what.0) == *topic);
        let parts = words.map(|t| part(t.span.start)).collect::<Option<Vec<_>>>()?;
        parts.into_iter().rev().max_by_key(|(act, _)| *act)
    };
    // 'On the question of A he said: if it is mishandled, relations will suffer': the warning is of A.
    let conditional = act == Act::Warn && CONDITIONS.iter().any(|word| text.contains(word));
    let warned = |found: &(Act, &Cue)| conditional && matches!(found.0, Act::State | Act::Describe);
    let found: Vec<Option<(Act, &Cue)>> = topics.iter().map(|t| on(t).filter(|found| !warned(found))).collect();
    // Where no part about a topic has it, the strongest is of them all: '…, and said that these matters brook no interference'.
    if found.iter().all(|on| on.is_some_and(|(other, _)| other != act)) {
        return (vec![act; topics.len()], Vec::new());
    }
    let mut evidence: Vec<Evidence> = Vec::new();
    for (other, cue) in found.iter().flatten().filter(|(other, _)| *other != act) {
        let one = marks.evidence(code_of("act", other.as_str()), &cue.rule, cue.span);
        if !evidence.contains(&one) {
            evidence.push(one);
        }
    }
    (found.iter().map(|on| on.map_or(act, |(act, _)| act)).collect(), evidence)
}

/// Words that make what follows hang on something.
const CONDITIONS: [&str; 9] = ["一旦", "如果", "如若", "倘若", "否则", "若", " if ", "otherwise", "unless "];

/// Whether a verb is one more thing that is asked for: '要求美方停止…，取消…'. Words of will and of judgement begin anew.
fn goes_on_asking(counted: &[&Cue], text: &str, at: usize) -> bool {
    const ANEW: [&str; 14] =
        ["愿", "将", "已", "会", "同意", "承诺", "保证", "反对", "支持", "欢迎", "赞赏", "坚决", "不会", "绝"];
    let comma = text[..at].ends_with('，');
    let asks = |cue: &&Cue| {
        let between = text.get(cue.span.end..at).unwrap_or("。");
        cue.what.0 == Act::Demand && !between.contains(['。', '；', '：'])
    };
    let one_more = counted.iter().any(|c| c.span.start == at && c.what.0 == Act::Commit);
    comma && one_more && !ANEW.iter().any(|word| text[at..].starts_with(word)) && counted.iter().any(asks)
}

/// Whether a verb goes on with what its side does: '…, and raised', '，敦促', '；中方反对'.
fn begins_part(marks: &Marks<'_>, text: &str, at: usize) -> bool {
    let subject = |end: usize| marks.heads.iter().find(|h| h.span.end == end).map(|h| h.span.start);
    let mut before = text[..at].trim_end_matches(' ');
    if let Some(start) = subject(before.len()) {
        before = text[..start].trim_end_matches(' ');
    }
    let adverb = |word: &str| before.strip_suffix(word).map(|rest| rest.trim_end_matches(' '));
    before = [" also", " further", " again", "also"].iter().find_map(|w| adverb(w)).unwrap_or(before);
    before.ends_with([',', ';', '，', '；']) || [" and", " but", " while"].iter().any(|word| before.ends_with(word))
}

fn strongest<'a>(cues: &[&'a Cue], allowed: &[Act]) -> Option<(Act, &'a Cue)> {
    let mut best: Option<&Cue> = None;
    for &cue in cues {
        if allowed.contains(&cue.what.0) && best.is_none_or(|b| cue.what.0 > b.what.0) {
            best = Some(cue);
        }
    }
    best.map(|cue| (cue.what.0, cue))
}

/// The byte at which a verb may narrate: the first verb of a sentence or a fragment whose speaker is named.
fn narrates(marks: &Marks<'_>, speaker: Basis) -> Option<usize> {
    let named = matches!(speaker, Basis::Cue | Basis::Context);
    marks.verbs.first().filter(|_| named).map(|v| v.span.start)
}

/// The act of one side. Words that only judge count where nothing stronger than a statement is found, and verbs that
/// narrate only as the verb of the sentence.
fn side<'a>(counted: &[&'a Cue], narrates: Option<usize>) -> Option<(Act, &'a Cue)> {
    let counted: Vec<&Cue> =
        counted.iter().filter(|c| c.what.0 != Act::Describe || narrates == Some(c.span.start)).copied().collect();
    let own = [Act::Warn, Act::Demand, Act::Concern, Act::Commit, Act::Praise, Act::State, Act::Describe];
    let (weak, strong): (Vec<&Cue>, Vec<&Cue>) = counted.iter().partition(|c| c.what.1 == Use::Weak);
    let found = strongest(&strong, &own);
    match found {
        Some((act, _)) if act > Act::State => found,
        _ => strongest(&weak, &own).or(found),
    }
}

/// What both do: not what one of them alone says in a later clause, '…, and President A reiterated'.
fn together<'a>(counted: &[&'a Cue], marks: &Marks<'_>, language: Language) -> Vec<&'a Cue> {
    let both = marks.heads.first().is_some_and(|h| matches!(h.what, Head::Joint | Head::Countries | Head::They));
    let alone = |cue: &&&Cue| {
        let clause = clauses::clause(marks.form.text(), cue.span.start, language);
        let subject = || clauses::subject(marks, cue.span.start, language);
        clause.start > 0 && matches!(subject(), Subject::Head(Head::Person(_)))
    };
    counted.iter().filter(|cue| !both || !alone(cue)).copied().collect()
}

/// Words that say outright that both sides agree.
const AGREE: [&str; 6] = ["同意", "一致", "商定", "决定", "agreed", "decided"];

/// The act of both sides together: a welcome that comes before any agreement is a welcome, talk without agreement is
/// narration, and whatever else they do together they agree on.
fn joint<'a>(counted: &[&'a Cue], text: &str) -> Option<(Act, &'a Cue)> {
    let first_that = |acts: &[Act], fits: &dyn Fn(&Cue) -> bool| {
        let counts = |c: &&&Cue| acts.contains(&c.what.0) && c.what.1 != Use::Weak && fits(c);
        counted.iter().filter(counts).min_by_key(|c| (c.span.start, c.what.0 != Act::Agree)).copied()
    };
    let first = |acts: &[Act]| first_that(acts, &|_| true);
    let talk = first(&[Act::Describe]);
    let agree =
        first_that(&[Act::Agree, Act::Commit], &|cue| !aside(text, cue, talk) && !is_matter(text, cue, counted));
    // 积极评价…，同意…: a welcome and, in a clause of its own, an agreement in so many words.
    let agrees = |cue: &&&Cue| {
        let word = cue.span.slice(text);
        let begins = text[..cue.span.start].ends_with(['，', '；']) || text[..cue.span.start].ends_with(" and ");
        matches!(cue.what.0, Act::Agree | Act::Commit) && begins && AGREE.iter().any(|agree| word.starts_with(agree))
    };
    if let Some(praise) = first(&[Act::Praise])
        && agree.is_none_or(|agree| praise.span.start <= agree.span.start)
    {
        let behind = counted.iter().find(|cue| agrees(cue) && cue.span.start > praise.span.end);
        return Some(behind.map_or((Act::Praise, praise), |agree| (Act::Agree, *agree)));
    }
    if let Some(agree) = agree {
        return Some((Act::Agree, agree));
    }
    let any = first_that(&Act::ALL, &|cue| !is_matter(text, cue, counted))?;
    Some((if any.what.0 == Act::Describe { Act::Describe } else { Act::Agree }, any))
}

/// Whether a cue only tells more of what was talked about: 'reviewed preparations for the summit that the United States
/// will host', 'discussed its role in supporting the war'.
fn aside(text: &str, cue: &Cue, talk: Option<&Cue>) -> bool {
    let Some(talk) = talk.filter(|talk| talk.span.end <= cue.span.start) else { return false };
    let between = &text[talk.span.end..cue.span.start];
    let modal = matches!(cue.span.slice(text), "will" | "would");
    let relative =
        [" that ", " which ", " where "].iter().any(|word| between.contains(word)) && !between.contains(" and ");
    let within =
        [" in ", " of ", " for ", " on ", " by ", " about ", " from "].iter().any(|word| between.ends_with(word));
    // 'Discussed resuming the consultations', 'discussed how to restore trust'.
    let object = between.trim().is_empty() || between.ends_with(" and ");
    let ways = [" whether ", " how ", " ways ", " steps ", " options ", " possib", " plans ", " proposals ", " idea "];
    let open = between.ends_with(" to ") && ways.iter().any(|word| between.contains(word));
    modal && relative || open || (within || object) && cue.span.slice(text).ends_with("ing")
}

/// Whether a cue only tells more of an item in a list of what was talked about: 'Many subjects were discussed, including the trip that
/// I will be making', but not what somebody does behind the list ('…, and I will visit').
fn is_listed(text: &str, cue: &Cue) -> bool {
    /// Between the verb and the word that opens the list stand no more bytes.
    const NEAR: usize = 24;
    const TALKS: [&str; 6] = ["discussed", "talked about", "spoke about", "covered", "touched on", "raised"];
    const ACTS: [&str; 8] = [" and i", " and we", " and he", " and she", " and they", " but i", " but we", " and both"];
    let before = text[..cue.span.start].trim_end();
    let opens = |list: &usize| {
        let talk = TALKS.iter().filter_map(|verb| Some((before[..*list].rfind(verb)?, verb))).max();
        talk.is_some_and(|(at, verb)| list - (at + verb.len()) <= NEAR)
    };
    let list = before.match_indices(" including ").map(|(at, _)| at).find(opens);
    let item = list.map(|list| before[list..].to_lowercase());
    item.is_some_and(|item| !item.contains(';') && !ACTS.iter().any(|acts| item.ends_with(acts)))
}

/// Whether a Chinese cue is what was talked about: 讨论了恢复磋商, 就成立工作组交换了意见.
fn is_matter(text: &str, cue: &Cue, counted: &[&Cue]) -> bool {
    const ABOUT: [&str; 2] = ["就", "围绕"];
    let parts = ['，', '；', '。', '并'];
    if text.is_ascii()
        || cue.what.0 == Act::Describe
        || AGREE.iter().any(|agree| cue.span.slice(text).starts_with(agree))
    {
        return false;
    }
    let from = text[..cue.span.start].rfind(parts).map_or(0, |at| at + parts[0].len_utf8());
    let to = text[cue.span.end..].find(parts).map_or(text.len(), |at| cue.span.end + at);
    let talks = |c: &&&Cue| c.what.0 == Act::Describe && from <= c.span.start && c.span.end <= to;
    let about = ABOUT.iter().any(|word| text[from..cue.span.start].contains(word));
    counted.iter().filter(talks).any(|talk| talk.span.end <= cue.span.start || about)
}

/// The cues that count: those that fit, and that no words turn into their opposite.
pub(super) fn counted<'a>(marks: &'a Marks<'_>, speaker: &Speaker, language: Language) -> Vec<&'a Cue> {
    let mut fitting = fitting(marks, speaker, language);
    fitting.retain(|cue| negated_by(marks, cue, language).is_none());
    fitting
}

/// The cues of their use whose subject fits, and none under a cue that governs its clause.
fn fitting<'a>(marks: &'a Marks<'_>, speaker: &Speaker, language: Language) -> Vec<&'a Cue> {
    let text = marks.form.text();
    let scopes: Vec<Span> = marks
        .acts
        .iter()
        .filter(|m| m.what.1 == Use::Governs)
        .map(|m| Span::new(m.span.start, clauses::clause(text, m.span.end, language).end))
        .collect();
    marks
        .acts
        .iter()
        .filter(|m| m.what.1 == Use::Governs || !scopes.iter().any(|s| s.contains(m.span)))
        .filter(|m| match m.what.1 {
            Use::Anywhere | Use::Weak => true,
            Use::Governs | Use::Own => own(marks, m, speaker, language),
            Use::Asks => party(marks, m.span.start, speaker, language),
            Use::Of => of_another(marks, m, speaker),
        })
        .collect()
}

/// The words by which a statement says that something was not said: 'did not reaffirm', 没有重申.
fn unsaid<'a>(marks: &'a Marks<'_>) -> Option<&'a Mark<()>> {
    const OF_NOW: [&str; 8] = ["do not", "does not", "don't", "doesn't", "no", "without", "不", "难以"];
    let text = marks.form.text();
    let says = |negation: &&Mark<()>| {
        let next =
            |v: &Mark<Verb>| text.get(negation.span.end..v.span.start).is_some_and(|between| between.trim().is_empty());
        !OF_NOW.contains(&negation.span.slice(text)) && marks.verbs.iter().any(|v| v.what == Verb::Say && next(v))
    };
    marks.negations.iter().find(says)
}

/// What turns an act into its opposite: 'failed to agree', 'no agreement', 没有就此达成一致. Cues that govern their clause
/// have such words in them.
fn negated_by<'a>(marks: &'a Marks<'_>, cue: &Cue, language: Language) -> Option<&'a Mark<()>> {
    // What is positive may stand a word or two behind; of the others only what is negated itself.
    let positive = matches!(cue.what.0, Act::Agree | Act::Commit | Act::Praise);
    if matches!(cue.what.0, Act::State | Act::Describe) {
        return None;
    }
    let text = marks.form.text();
    marks.negations.iter().find(|negation| {
        let Some(between) = text.get(negation.span.end..cue.span.start).map(str::trim) else { return false };
        let free = !between.contains([',', ';', '，', '；', '。', '、']);
        free && match language {
            Language::En => {
                let mut words = between.split_whitespace();
                words.clone().count() <= if positive { 2 } else { 0 }
                    && words.all(|w| !matches!(w, "should" | "must" | "will" | "can" | "that"))
            }
            Language::Zh => {
                const ABOUT: [char; 6] = ['就', '在', '对', '向', '与', '同'];
                const AGREES: [&str; 8] = ["同意", "承诺", "欢迎", "赞同", "赞成", "感谢", "答应", "保证"];
                const DONE: [&str; 7] = ["达成", "作出", "做出", "取得", "形成", "承诺", "同意"];
                let done = DONE.iter().any(|verb| between.starts_with(verb)) && between.chars().count() <= 8;
                let about = between.starts_with(ABOUT) && between.chars().count() <= 24;
                if negation.span.slice(text) == "不" {
                    return between.is_empty() && AGREES.iter().any(|verb| cue.span.slice(text).starts_with(verb));
                }
                between.is_empty() || positive && (done || about)
            }
        }
    })
}

/// Whether the subject of a verb is the side that speaks.
fn own(marks: &Marks<'_>, cue: &Cue, speaker: &Speaker, language: Language) -> bool {
    match clauses::subject(marks, cue.span.start, language) {
        // 本次会议取得成果，愿 …: things have no will, so a verb without a subject beside it goes on with who speaks.
        Subject::Head(Head::Encounter | Head::Countries | Head::Others) | Subject::Other
            if cue.what.0 == Act::Commit && language == Language::Zh && clauses::opens(marks, cue.span.start) =>
        {
            // What will be may be a thing's, 将为两国关系注入动力, but not together with somebody or by an agreement.
            const WILLED: [&str; 6] = ["按照", "遵照", "本着", "秉持", "同", "与"];
            let words = cue.span.slice(marks.form.text());
            !words.starts_with('将') || WILLED.iter().any(|word| words.contains(word))
        }
        Subject::Head(Head::Person(id) | Head::Side(id)) => match speaker {
            Speaker::Side(side) => side.as_str() == id,
            Speaker::Both => true,
            Speaker::None => false,
        },
        // 'Country A has stated that they will work with us'.
        Subject::Head(Head::They) if says_itself(marks, speaker) => true,
        // 'Country A is considering it. They have committed to more.'
        Subject::Head(Head::They) if matches!(speaker, Speaker::Side(_)) && opens_with_they(marks) => true,
        Subject::Head(Head::Joint | Head::Countries | Head::They) => *speaker == Speaker::Both,
        Subject::Head(Head::He | Head::We) | Subject::Elided => true,
        Subject::Head(Head::You | Head::Encounter | Head::Others) | Subject::Other => false,
    }
}

/// Whether a statement begins with 'they', and names nobody before.
fn opens_with_they(marks: &Marks<'_>) -> bool {
    marks.heads.first().is_some_and(|head| head.what == Head::They && head.span.start == 0)
}

/// Whether the first whom a statement names is the side that speaks, as a country and no person, so that 'they' are it.
fn says_itself(marks: &Marks<'_>, speaker: &Speaker) -> bool {
    matches!(marks.heads.first().map(|h| &h.what), Some(Head::Side(id)) if id.as_ref() == speaker.as_str())
}

/// Whether the side that a cue ends with is another than the one who speaks.
fn of_another(marks: &Marks<'_>, cue: &Cue, speaker: &Speaker) -> bool {
    let own = |head: &Mark<Head>| matches!(&head.what, Head::Side(id) if id.as_ref() == speaker.as_str());
    !marks.heads.iter().any(|head| head.span.end == cue.span.end && own(head))
}

/// Whether the subject of a modal verb is a party of the meeting other than the one who speaks: what a side must do
/// itself is a position.
fn party(marks: &Marks<'_>, verb: usize, speaker: &Speaker, language: Language) -> bool {
    match clauses::subject(marks, verb, language) {
        // 一个中国原则是政治基础，必须恪守: whoever is the party, the clause asks.
        Subject::Head(Head::Encounter | Head::Others) | Subject::Other => {
            let strict = ["必须", "务必"].iter().any(|must| marks.form.text()[verb..].starts_with(must));
            strict && clauses::opens(marks, verb)
        }
        Subject::Head(Head::Person(id) | Head::Side(id)) => id != speaker.as_str(),
        Subject::Head(_) => true,
        Subject::Elided => language == Language::Zh,
    }
}
