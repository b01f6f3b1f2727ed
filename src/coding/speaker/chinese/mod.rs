//! Chinese: one paragraph, one speaker; the name that opens a clause takes the word, and the sides together do when they
//! agree on something.

mod people;
mod sides;

use people::{attendance, each_will, encounter, exchange, invites_who_accepts, joined, jointly, meeting};
use sides::{
    at_table, fails_to_agree, is_at_the_talks, is_bound, is_measure, is_refusal, judge, promises, recalls, repeats,
    told,
};

use super::{Found, Reader, Turn};
use crate::codebook::{Head, Verb};
use crate::coding::Speaker;
use crate::coding::clauses::{is_object, numbered};
use crate::coding::marks::{Mark, Marks};
use crate::text::Span;

/// How many opening clauses are looked through for a subject.
const CLAUSES: usize = 5;

pub(super) fn find(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    by_subject(reader, marks).or_else(|| own_again(reader, marks))
}

/// 台湾是中国领土，中方绝不允许…: what the publisher's side is bound to in a later clause is no part of another's speech.
fn own_again(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    let text = marks.form.text();
    let own = Speaker::Side(reader.publisher.clone());
    if !reader.in_speech() || reader.is_own() || reader.current.as_ref() == Some(&own) {
        return None;
    }
    let head = marks.heads.iter().find(|h| {
        let leads = text[..h.span.start].is_empty() || text[..h.span.start].ends_with(['，', '；']);
        let side = matches!(&h.what, Head::Side(id) if id.as_ref() == reader.publisher.as_str());
        side && leads && h.span.slice(text).ends_with('方') && is_bound(&text[h.span.end..])
    })?;
    Some(Found::new(own, head.rule.clone(), head.span))
}

fn by_subject(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    let text = marks.form.text();
    if let Some(found) = retold(reader, marks) {
        return Some(found);
    }
    if let Some(found) =
        attendance(reader, marks).or_else(|| encounter(reader, marks)).or_else(|| exchange(reader, marks))
    {
        return Some(found);
    }
    if let Some(found) = then_one_says(reader, marks).or_else(|| invites_who_accepts(reader, marks)) {
        return Some(found);
    }
    if let Some(found) = jointly(reader, marks).or_else(|| each_will(reader, marks)) {
        return Some(found);
    }
    let start = reader.said_from;
    let mut from = start;
    // Whether all before only told when or why.
    let mut first = true;
    for _ in 0..CLAUSES {
        let end = text[from..].find(['，', '；', '：', ',']).map_or(text.len(), |i| from + i);
        let head = marks.heads.iter().find(|h| h.span.start >= from && h.span.end <= end);
        // 美方暂停措施后，中方也将…: where another subject opens the next clause, this one told only when.
        let behind = end + text[end..].chars().next().map_or(0, char::len_utf8);
        let goes_over = head.is_some_and(|h| marks.heads.iter().any(|o| o.span.start == behind && o.what != h.what));
        // 如果美方…，中方将…; 关于中美关系，某某表示: a condition, or what the sentence is about, has no subject that speaks.
        let opened = opens_circumstance(&text[from..]);
        let circumstance = end < text.len()
            && (opened
                || marks.circumstances.contains(&end) && (head.is_none_or(|h| h.span.start > from) || goes_over));
        if let Some(head) = head.filter(|_| !circumstance)
            && !is_object(&text[from..head.span.start])
            && !verb_between(marks, from, head.span.start)
        {
            return decide(reader, marks, head, first.then_some(from));
        }
        // A verb without a subject: the sentence goes on in the voice before it.
        if verb_between(marks, from, end) && from == start && !circumstance {
            return None;
        }
        // 此外，双方同意 …; 7月10日，中方宣布 …: a word or two that only go on, or tell when, before one's own side or both.
        let next = marks.heads.iter().find(|h| h.span.start >= behind);
        let own = next.is_some_and(|h| match &h.what {
            Head::Side(id) => id.as_ref() == reader.publisher.as_str(),
            what => matches!(what, Head::Joint | Head::Countries),
        });
        let short = text[from..end].chars().count() <= OPENER
            && head.is_none()
            && !marks.verbs.iter().any(|v| v.span.start >= from && v.span.end <= end);
        let adverb = ["此外", "另外", "同时", "下一步", "为此", "对此", "与此同时"].contains(&text[from..end].trim());
        let goes_on = adverb || own && short && end < text.len();
        first &= circumstance || goes_on;
        from = behind;
        if from >= text.len() {
            break;
        }
    }
    None
}

/// How long a clause is at most, in characters, that only goes on or tells when: 与此同时, 2031年7月10日.
const OPENER: usize = 10;

/// Whether a clause begins with a word after which no subject speaks: 如果美方…，, 关于双方的会谈，, 根据双方共识，.
fn opens_circumstance(clause: &str) -> bool {
    const WORDS: [&str; 14] = [
        "如果", "倘若", "假如", "只要", "除非", "关于", "围绕", "对于", "至于", "谈到", "谈及", "根据", "按照", "依据",
    ];
    // 如印方…: a short name of a party.
    let party =
        clause.strip_prefix('如').is_some_and(|rest| rest.starts_with('美') || rest.chars().nth(1) == Some('方'));
    party || WORDS.iter().any(|word| clause.starts_with(word))
}

fn verb_between(marks: &Marks<'_>, from: usize, to: usize) -> bool {
    marks.verbs.iter().any(|v| v.what == Verb::Say && v.span.start >= from && v.span.end <= to)
}

/// Who speaks by the subject of a clause; `from` is where the clause begins, if all before it only tells when or why.
fn decide(reader: &Reader<'_>, marks: &Marks<'_>, head: &Mark<Head>, from: Option<usize>) -> Option<Found> {
    let first = from.is_some();
    let begins = from.is_some_and(|from| numbered(marks.form.text()[from..head.span.start].trim()).is_empty());
    let text = marks.form.text();
    let found = |who: Speaker, person| Some(Found { person, ..Found::new(who, head.rule.clone(), head.span) });
    let say = marks.verbs.iter().find(|v| v.what == Verb::Say && v.span.start >= head.span.end);
    let between = |v: &Mark<Verb>| &text[head.span.end..v.span.start];
    let near = say.filter(|v| between(v).chars().count() <= 26);
    let soon = |v: &&Mark<Verb>| between(v).chars().count() <= 6 && !repeats(between(v));
    let at_once = say.filter(soon);
    let word = marks.verbs.iter().find(|v| v.what == Verb::Word && v.span.start >= head.span.end).filter(soon);
    let mid_speech = reader.in_speech() && !reader.opens_paragraph;
    let answers = reader.turn == Some(Turn::Answers);
    match &head.what {
        // An answer tells what a side does, where it begins with the side, and else what the one who answers thinks.
        Head::Side(_) | Head::Joint | Head::Countries if answers && !first => None,
        Head::Encounter => {
            if mid_speech || answers {
                None
            } else {
                found(Speaker::None, None)
            }
        }
        Head::Person(id) => {
            let (who, person) = reader.side(id);
            if let Some(second) = joined(reader, marks, head) {
                let span = Span::new(head.span.start, second.span.end);
                return Some(Found::new(Speaker::Both, second.rule.clone(), span));
            }
            // 某某强调，我和总统先生都赞同…: he says what the two of them agree on, and goes on speaking.
            if let Some(two) = both_agree(marks, head) {
                return Some(Found { person, recalled: true, ..Found::new(Speaker::Both, two.rule.clone(), two.span) });
            }
            if let Some(together) = meeting(marks, head, say) {
                return Some(reader.meeting(marks, head, person, together));
            }
            // Who stands at the very beginning acts, where nobody's speech goes on.
            let opens = reader.opens_paragraph && first || reader.current.is_none() || begins && !reader.in_speech();
            // In the middle of a speech somebody of another side takes the word where the sentence begins with him.
            let other = begins && reader.current.as_ref() != Some(&who);
            let says = if mid_speech {
                word.is_some() || other && at_once.is_some()
            } else {
                near.is_some_and(|v| !repeats(between(v)))
            };
            // 王毅没有接受…: nor does he who refuses speak in another's voice.
            let refuses = begins && is_refusal(&text[head.span.end..]);
            if opens || says || refuses { found(who, person) } else { None }
        }
        Head::He => {
            let side = reader.last_person();
            at_once.and_then(|_| found(Speaker::Side(side.clone()), Some(side)))
        }
        Head::Side(id) => {
            let (who, _) = reader.side(id);
            if let Some(second) = joined(reader, marks, head).filter(|_| begins && !reader.in_speech()) {
                let span = Span::new(head.span.start, second.span.end);
                return Some(Found::new(Speaker::Both, second.rule.clone(), span));
            }
            // A side that speaks already goes on speaking: 中国说话算数.
            if reader.in_speech() && reader.current.as_ref() == Some(&who) && !reader.opens_paragraph {
                // 美方将…。美方暂停后，中方也将…: behind what was told of the other it is named anew.
                let anew = reader.told.as_ref().is_some_and(|told| Speaker::Side(told.clone()) != who);
                return if anew { found(who, None) } else { None };
            }
            // 印度和巴基斯坦是邻居: what is told of a third state by whoever speaks for himself is his word.
            if reader.is_own() && reader.side(id).1.is_none() {
                return None;
            }
            let own = who == Speaker::Side(reader.publisher.clone());
            let free = !reader.in_speech() || reader.opens_paragraph && reader.current.as_ref() == Some(&who);
            if begins && free && !own && told(&text[head.span.end..]) {
                return Some(reader.published(head.span));
            }
            // 拜登总统表示…。中方始终…: whoever told what the other said goes on for his own side.
            let goes_on = own && reader.in_speech() && reader.before.as_ref() == Some(&who);
            if begins && (goes_on || reader.takes_back(&who)) {
                return found(who.clone(), reader.side(id).1);
            }
            if reader.in_speech() {
                let takes = word.is_some_and(|v| is_at_the_talks(between(v)))
                    || begins && reader.opens_paragraph && promises(&text[head.span.end..]);
                let measure = !own && begins && reader.speaks_alone() && is_measure(&text[head.span.end..]);
                let recalled = measure || !reader.opens_paragraph && recalls(&text[..head.span.start]);
                return if takes || measure { found(who, None).map(|found| Found { recalled, ..found }) } else { None };
            }
            if let Some((judge, id)) = judge(marks, head) {
                return Some(Found { person: None, ..reader.named(judge, id) });
            }
            found(who, None)
        }
        Head::Joint => {
            // 双方同意，应坚定维护…: what they must do is what they agree on.
            const AGREE: [&str; 9] = ["同意", "一致", "重申", "确认", "承诺", "决定", "都认为", "均认为", "还同意"];
            let agree = AGREE.iter().any(|verb| text[head.span.end..].starts_with(verb));
            let near = |v: &&Mark<Verb>| v.span.start >= head.span.end && v.span.start - head.span.end <= 12;
            let must = !agree && marks.verbs.iter().filter(near).any(|v| v.what == Verb::Must);
            // 我和总统先生: what they did together, and not where they met.
            let own = head.span.slice(text).starts_with('我');
            if mid_speech || own {
                let together = [
                    "同意",
                    "都同意",
                    "互致",
                    "互祝",
                    "都赞同",
                    "都支持",
                    "均同意",
                    "均认为",
                    "将",
                    "一致",
                    "还就",
                    "就",
                    "商定",
                    "都认为",
                    "一致认为",
                    "讨论",
                    "还",
                    "决定",
                    "确认",
                    "重申",
                    "回顾了",
                    "宣布",
                    "强调",
                    "赞同",
                    "探讨",
                    "欢迎",
                    "未谈",
                    "未涉及",
                    "未讨论",
                    "没有谈",
                    "没有讨论",
                    "均未",
                    "登上",
                    "步入",
                    "来到",
                    "参观",
                    "合影",
                    "一同",
                    "达成共识",
                    "达成一致",
                    "达成协议",
                    "达成重要共识",
                ];
                // 我同总统先生举行了会谈.
                let met = own && ["举行", "进行了"].iter().any(|w| text[head.span.end..].starts_with(w));
                let rest = &text[head.span.end..];
                let joins = met || fails_to_agree(rest) || together.iter().any(|w| rest.starts_with(w));
                // He goes on speaking who said 我.
                let recalled = |found: Found| Found { recalled: own, ..found };
                return if joins && !must { found(Speaker::Both, None).map(recalled) } else { None };
            }
            // 会谈持续一小时，双方就…交换了意见: so much of the talks nobody says for himself.
            let about = ["就", "围绕"].iter().any(|word| text[head.span.end..].starts_with(word));
            let talked =
                about && ["交换", "讨论", "沟通", "交流"].iter().any(|word| text[head.span.end..].contains(word));
            // Whoever speaks alone says of both what stands in a later clause.
            let alone = reader.speaks_alone() && !first && !agree && !talked;
            if alone || must && reader.in_speech() { None } else { found(Speaker::Both, None) }
        }
        Head::Countries => {
            let agree = at_once.is_some_and(|v| matches!(v.span.slice(text), "同意"));
            let fails = fails_to_agree(&text[head.span.end..]);
            if reader.in_speech() && !agree && !fails { None } else { found(Speaker::Both, None) }
        }
        // 我们一致同意: who speaks beside the other says what they did together, and goes on.
        Head::We if begins && reader.speaks_alone() && at_table(&text[head.span.end..]) => {
            found(Speaker::Both, None).map(|found| Found { recalled: true, ..found })
        }
        // 我们要求: where nobody has spoken, whoever publishes.
        Head::We if begins && reader.current.is_none() && ["我们", "我方", "我国"].contains(&head.span.slice(text)) => {
            found(Speaker::Side(reader.publisher.clone()), None)
        }
        Head::Others | Head::We | Head::You | Head::They => None,
    }
}

/// 'I and the President', of whom one who speaks says that they agree.
fn both_agree<'a>(marks: &'a Marks<'_>, speaker: &Mark<Head>) -> Option<&'a Mark<Head>> {
    const AGREE: [&str; 5] = ["都赞同", "都同意", "一致同意", "都认为", "一致认为"];
    let text = marks.form.text();
    marks.heads.iter().find(|h| {
        let own = h.what == Head::Joint && h.span.slice(text).starts_with('我') && h.span.start > speaker.span.end;
        own && text[..h.span.start].ends_with('，') && AGREE.iter().any(|verb| text[h.span.end..].starts_with(verb))
    })
}

/// 总统先生刚刚重申，美方不寻求…: somebody's speech that gives the word to the one spoken to, or to a leader, for one sentence.
fn retold(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    const SPOKEN_TO: [&str; 4] = ["总统先生", "总统阁下", "国务卿先生", "主席先生"];
    const SAYS: [&str; 5] = ["重申", "表示", "承诺", "保证", "强调"];
    let text = marks.form.text();
    let (head, id) = marks.heads.iter().find_map(|h| match &h.what {
        Head::Side(id) if id.as_ref() != reader.publisher.as_str() => Some((h, id)),
        _ => None,
    })?;
    let before = text.get(reader.said_from..head.span.start)?.strip_suffix('，')?;
    let clause = before.rsplit('，').next()?;
    // 某某总统在会晤中明确表示，美方不寻求…: or to their leader.
    let opens = head.span.start - '，'.len_utf8() - clause.len();
    let leader = marks.heads.iter().any(|h| h.span.start == opens && matches!(&h.what, Head::Person(of) if of == id));
    let leader = leader && ["会晤", "通话", "会谈", "会见"].iter().any(|encounter| clause.contains(encounter));
    let told = (leader || SPOKEN_TO.iter().any(|name| clause.starts_with(name)))
        && SAYS.iter().any(|verb| clause.ends_with(verb));
    let again = ["多次", "曾", "过"].iter().any(|word| clause.contains(word));
    (told && !again).then(|| Found { recalled: true, person: None, ..reader.named(head, id) })
}

/// Who takes the word behind what both talked about: 双方讨论了军控问题，中方指出….
fn then_one_says(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    const TALKS: [&str; 9] = ["讨论", "交换", "交流", "沟通", "谈及", "谈到", "探讨", "磋商", "涉及"];
    const AGREES: [&str; 5] = ["同意", "一致", "达成", "商定", "共识"];
    /// How many characters may stand between whoever says it and the verb.
    const NEAR: usize = 3;
    let text = marks.form.text();
    let first = marks.heads.iter().find(|head| head.span.start >= reader.said_from)?;
    let both = matches!(first.what, Head::Joint | Head::Countries) && first.span.start <= reader.said_from + 3;
    let head = marks.heads.iter().find(|head| {
        let opens = head.span.start > first.span.end && text[..head.span.start].ends_with(['，', '；']);
        let named = matches!(head.what, Head::Person(_)) || head.span.slice(text).ends_with('方');
        let says = |v: &&Mark<Verb>| v.what == Verb::Say && v.span.start >= head.span.end;
        let near = marks.verbs.iter().find(says).is_some_and(|verb| {
            let between = &text[head.span.end..verb.span.start];
            between.chars().count() <= NEAR && !repeats(between)
        });
        opens && named && near
    })?;
    let before = &text[first.span.end..head.span.start];
    let talked = TALKS.iter().any(|talk| before.contains(talk)) && !AGREES.iter().any(|agree| before.contains(agree));
    let (Head::Person(id) | Head::Side(id)) = &head.what else { return None };
    (both && talked).then(|| reader.named(head, id))
}
