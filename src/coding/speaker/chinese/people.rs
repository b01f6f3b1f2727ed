//! People and sides who do something together: who meet, agree, answer each other, or were there.

use super::opens_circumstance;
use super::sides::repeats;
use crate::codebook::{Head, RuleId, Verb, Without};
use crate::coding::Speaker;
use crate::coding::marks::{Mark, Marks};
use crate::coding::speaker::{Found, Reader};
use crate::text::Span;

/// 双方将…, 甲国政府和乙国政府, 甲方代表是…，乙方代表是…: in a statement of the sides together, one sentence of which both are
/// subjects.
pub(super) fn jointly(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    let text = marks.form.text();
    // 考虑到上述合作，双方将…: after what one side did the two go on.
    let opens = |h: &&Mark<Head>| text[..h.span.start].is_empty() || text[..h.span.start].ends_with('，');
    let two = marks.heads.first().filter(|h| reader.joint() && matches!(h.what, Head::Joint | Head::Countries));
    if let Some(head) = two.filter(opens) {
        return Some(Found::new(Speaker::Both, head.rule.clone(), head.span));
    }
    let mut sides = marks.heads.iter().filter(|h| reader.joint() && matches!(h.what, Head::Side(_)));
    let first = sides.next().filter(|h| h.span.start == 0)?;
    let subject = |h: &&Mark<Head>| {
        let before = &text[..h.span.start];
        h.what != first.what && ["和", "与", "同", "及", "，", "；"].iter().any(|link| before.ends_with(link))
    };
    let second = sides.find(subject)?;
    Some(Found::new(Speaker::Both, second.rule.clone(), Span::new(first.span.start, second.span.end)))
}

/// 美方将取消…，中方将相应调整…: what each of two sides will do in one sentence both have agreed on, where nobody speaks.
pub(super) fn each_will(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    const WILL: [&str; 8] = ["将", "也将", "同意", "承诺", "相应", "则将", "已", "并将"];
    let text = marks.form.text();
    let does = |h: &&Mark<Head>| {
        let leads = text[..h.span.start].is_empty() || text[..h.span.start].ends_with(['，', '；', '：']);
        leads && WILL.iter().any(|will| text[h.span.end..].starts_with(will))
    };
    let mut sides = marks.heads.iter().filter(|h| matches!(h.what, Head::Side(_))).filter(does);
    let first = sides.next()?;
    let second = sides.find(|h| h.what != first.what)?;
    let party = |h: &Mark<Head>| matches!(&h.what, Head::Side(id) if reader.side(id).1.is_some());
    let speaks = reader.is_own()
        || reader.in_speech()
        || marks.verbs.iter().any(|v| v.what == Verb::Say && v.span.end <= first.span.start);
    let span = Span::new(first.span.start, second.span.end);
    (party(first) && party(second) && !speaks).then(|| Found::new(Speaker::Both, second.rule.clone(), span))
}

/// The person of another side with whom one does something together, or the other side: 某某同某某同意, 甲国与乙国同意.
pub(super) fn joined<'a>(reader: &Reader<'_>, marks: &'a Marks<'_>, first: &Mark<Head>) -> Option<&'a Mark<Head>> {
    const TOGETHER: [&str; 10] = ["同意", "一致", "商定", "共同", "决定", "宣布", "均", "都", "还就", "就"];
    let text = marks.form.text();
    let second = marks.heads.iter().find(|h| h.span.start >= first.span.end)?;
    let between = &text[first.span.end..second.span.start];
    let party = |id: &str| reader.side(id).1.is_some();
    let other = match (&first.what, &second.what) {
        (Head::Person(a), Head::Person(b)) | (Head::Side(a), Head::Side(b)) => a != b && party(a) && party(b),
        _ => false,
    };
    let links = ["和", "与", "同", "及", "、"].iter().any(|w| between.starts_with(w)) && between.chars().count() <= 14;
    let together = TOGETHER.iter().any(|w| text[second.span.end..].starts_with(w));
    (other && links && together).then_some(second)
}

/// 某某欢迎某某访华，某某表示感谢: people of two sides, each in a clause of their own with a verb of saying.
pub(super) fn exchange(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    let text = marks.form.text();
    let speaks = |h: &&Mark<Head>| {
        let leads = text[..h.span.start].is_empty() || text[..h.span.start].ends_with(['，', '；']);
        let says = |v: &Mark<Verb>| matches!(v.what, Verb::Say | Verb::Word) && v.span.start >= h.span.end;
        leads && marks.verbs.iter().any(|v| says(v) && text[h.span.end..v.span.start].chars().count() <= 4)
    };
    let mut people = marks.heads.iter().filter(speaks).filter_map(|h| match &h.what {
        Head::Person(id) if reader.side(id).1.is_some() => Some((id, h)),
        _ => None,
    });
    let (first, head) = people.next()?;
    let (other, second) = people.find(|(id, _)| *id != first)?;
    // 发言人说，某某表示: the first only reports what the second said.
    let reports = |v: &Mark<Verb>| {
        v.what == Verb::Say && v.span.start >= head.span.end && text.get(v.span.end..second.span.start) == Some("，")
    };
    if marks.verbs.iter().any(reports) && text[head.span.end..second.span.start].chars().count() <= 4 {
        // 王毅强调，拜登总统多次表示: one who speaks for himself recalls what the other said.
        let verb = marks.verbs.iter().find(|v| v.what == Verb::Say && v.span.start >= second.span.end);
        let recalls = verb.is_some_and(|v| repeats(&text[second.span.end..v.span.start]));
        return Some(if recalls { reader.named(head, first) } else { reader.named(second, other) });
    }
    let span = Span::new(head.span.start, second.span.end);
    Some(Found::new(Speaker::Both, second.rule.clone(), span))
}

/// People of two sides, a verb of meeting, and nobody who says anything.
pub(super) fn encounter(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    let mut people = marks.heads.iter().filter_map(|h| match &h.what {
        Head::Person(id) => Some((id, h)),
        _ => None,
    });
    let (first, head) = people.next()?;
    // 关于某某同某某会谈，中方已经发布…: they met in what the sentence is about.
    let text = marks.form.text();
    let about = opens_circumstance(&text[reader.said_from..]);
    let clause = text[reader.said_from..].find('，').map_or(text.len(), |i| reader.said_from + i);
    if about && head.span.end <= clause && marks.heads.iter().any(|h| h.span.start > clause) {
        return None;
    }
    let other = people.any(|(id, _)| id != first);
    let told = |sort: &dyn Fn(&Mark<Verb>) -> bool| marks.verbs.iter().any(|v| sort(v) && v.span.start > head.span.end);
    let meets = told(&|v| is_encounter(marks, v));
    let together = told(&|v| v.what == Verb::Meets);
    let at_once =
        |v: &Mark<Verb>| v.what == Verb::Say && v.span.start >= head.span.end && v.span.start - head.span.end <= 18;
    // 双方同意…，中美商务部长每年会面一次: what is agreed on before is no encounter.
    let before = |v: &Mark<Verb>| v.what == Verb::Say && v.span.end <= head.span.start;
    let says = marks.verbs.iter().any(|v| v.what == Verb::Word || at_once(v) || before(v));
    (other && meets && !says).then(|| reader.meeting(marks, head, reader.side(first).1, together))
}

/// Whether a verb says that people met, came or were there, and not only when something else was: 会晤时提出.
pub(super) fn is_encounter(marks: &Marks<'_>, verb: &Mark<Verb>) -> bool {
    let rest = &marks.form.text()[verb.span.end..];
    // 会见中方: no time.
    let during = rest.strip_prefix('中').is_some_and(|rest| !rest.starts_with(['美', '方', '国', '共', '央']));
    let when = during || ["时", "期间", "之际"].iter().any(|when| rest.starts_with(when));
    matches!(verb.what, Verb::Meets | Verb::Visits) && !when
}

/// Whether the sentence only says that two people met: a verb of meeting before any verb of saying, and somebody of
/// another side. Then, whether they met, and not only one came or was there.
pub(super) fn meeting(marks: &Marks<'_>, head: &Mark<Head>, say: Option<&Mark<Verb>>) -> Option<bool> {
    let text = marks.form.text();
    let meets = marks.verbs.iter().find(|v| is_encounter(marks, v) && v.span.start >= head.span.end)?;
    // 会见某某时表示: he said it when they met.
    let when = |between: &str| between.contains('时') || between.starts_with('中');
    if say.is_some_and(|v| v.span.start > meets.span.end && when(&text[meets.span.end..v.span.start])) {
        return None;
    }
    // 某某将访问: what somebody will do himself.
    if meets.what == Verb::Visits && text[head.span.end..meets.span.start].contains('将') {
        return None;
    }
    let other = marks.heads.iter().any(|h| {
        h.span.start >= head.span.end
            && matches!((&h.what, &head.what), (Head::Person(a) | Head::Side(a), Head::Person(b)) if a != b)
    });
    let together =
        marks.verbs.iter().any(|v| v.what == Verb::Meets && say.is_none_or(|say| v.span.start < say.span.start));
    (other && say.is_none_or(|v| v.span.start > meets.span.start)).then_some(together)
}

/// 某某、某某等参加会见: what the side of those who are named did.
pub(super) fn attendance(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    let text = marks.form.text();
    if !text.contains(['参', '陪', '座', '席']) {
        return None;
    }
    let verb = ["参加会", "参加上述", "参加活动", "参加有关", "参加通话", "陪同", "在座", "出席会", "参加了"]
        .iter()
        .filter_map(|v| text.find(v))
        .min()?;
    let list = &text[..verb];
    // 邀请某某参加会谈: whom one asks was not there.
    let asked =
        ["邀请", "希望", "反对", "同意", "要求", "欢迎", "支持", "将", "愿"].iter().any(|word| list.contains(word));
    if asked
        || !(list.contains('、') || list.ends_with('等') || text.chars().count() < 20)
        || list.contains(['，', '。'])
    {
        return None;
    }
    let mut sides = marks.heads.iter().filter_map(|h| match &h.what {
        Head::Person(id) => Some(id),
        _ => None,
    });
    let who = match sides.next() {
        Some(first) if sides.all(|id| id == first) => reader.side(first).0,
        Some(_) => Speaker::None,
        None => Speaker::Side(reader.publisher.clone()),
    };
    Some(Found::new(who, RuleId::of(Without::Attendance.as_str()), Span::new(0, text.len())))
}

/// 某某邀请某某访问，对方接受了邀请: somebody invites another, who accepts.
pub(super) fn invites_who_accepts(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    /// How many characters may stand between who accepts and the verb: 愉快地.
    const NEAR: usize = 6;
    let text = marks.form.text();
    let mut people = marks.heads.iter().filter_map(|h| match &h.what {
        Head::Person(id) | Head::Side(id) if reader.side(id).1.is_some() => Some((id, h)),
        _ => None,
    });
    let (host, first) = people.next().filter(|(_, head)| head.span.start == reader.said_from)?;
    let invites = text[first.span.end..].find("邀请").map(|at| first.span.end + at)?;
    let (_, second) = people.find(|(id, head)| {
        *id != host && head.span.start > invites && text[..head.span.start].ends_with(['，', '；'])
    })?;
    let accepts = text[second.span.end..].find("接受").map(|at| &text[second.span.end..second.span.end + at])?;
    let near = accepts.chars().count() <= NEAR && !accepts.contains(['不', '未', '没']);
    let span = Span::new(first.span.start, second.span.end);
    near.then(|| Found::new(Speaker::Both, second.rule.clone(), span))
}
