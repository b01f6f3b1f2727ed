//! Chinese: one paragraph, one speaker; the name that opens a clause takes the word, and the sides together do when they
//! agree on something.

use super::{Found, Reader, Turn};
use crate::codebook::{Head, RuleId, Verb, Without};
use crate::coding::Speaker;
use crate::coding::clauses::is_object;
use crate::coding::marks::{Mark, Marks};
use crate::text::Span;

/// How many opening clauses are looked through for a subject.
const CLAUSES: usize = 5;

pub(super) fn find(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    let text = marks.form.text();
    if let Some(found) = retold(reader, marks) {
        return Some(found);
    }
    if let Some(found) =
        attendance(reader, marks).or_else(|| encounter(reader, marks)).or_else(|| exchange(reader, marks))
    {
        return Some(found);
    }
    if let Some(found) = jointly(reader, marks) {
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
        // 如果美方…，中方将…: the subject of a condition speaks as little.
        let condition = ["如果", "如美", "如对方", "倘若", "假如", "只要", "除非"]
            .iter()
            .any(|word| text[from..].starts_with(word));
        // 关于中美关系，某某表示: what it is about.
        let about = ["关于", "围绕", "对于", "至于", "谈到", "谈及"].iter().any(|word| text[from..].starts_with(word));
        let circumstance = end < text.len()
            && (condition
                || about
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
        // 此外，双方同意 …: a word that only goes on.
        let goes_on =
            matches!(text[from..end].trim(), "此外" | "另外" | "同时" | "下一步" | "为此" | "对此" | "与此同时");
        first &= circumstance || goes_on;
        from = behind;
        if from >= text.len() {
            break;
        }
    }
    None
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
            if let Some(second) = joined(marks, head) {
                let span = Span::new(head.span.start, second.span.end);
                return Some(Found::new(Speaker::Both, second.rule.clone(), span));
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
            if opens || says { found(who, person) } else { None }
        }
        Head::He => {
            let side = reader.last_person();
            at_once.and_then(|_| found(Speaker::Side(side.clone()), Some(side)))
        }
        Head::Side(id) => {
            let (who, _) = reader.side(id);
            // A side that speaks already goes on speaking: 中国说话算数.
            if reader.in_speech() && reader.current.as_ref() == Some(&who) && !reader.opens_paragraph {
                // 美方将…。美方暂停后，中方也将…: behind what was told of the other it is named anew.
                let anew = reader.told.as_ref().is_some_and(|told| Speaker::Side(told.clone()) != who);
                return if anew { found(who, None) } else { None };
            }
            let own = who == Speaker::Side(reader.publisher.clone());
            let free = !reader.in_speech() || reader.opens_paragraph && reader.current.as_ref() == Some(&who);
            if begins && free && !own && told(&text[head.span.end..]) {
                return Some(reader.published(head.span));
            }
            // 拜登总统表示…。中方始终…: whoever told what the other said goes on for his own side.
            if begins && own && reader.in_speech() && reader.before.as_ref() == Some(&who) {
                return found(who.clone(), reader.side(id).1);
            }
            // A paragraph that begins with the publisher's own side is no longer the other's.
            if begins && own && reader.opens_paragraph && reader.in_speech() && reader.current.as_ref() != Some(&who) {
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
            let agree = ["同意", "一致"].iter().any(|verb| text[head.span.end..].starts_with(verb));
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
                let joins = met || together.iter().any(|w| text[head.span.end..].starts_with(w));
                // He goes on speaking who said 我.
                let recalled = |found: Found| Found { recalled: own, ..found };
                return if joins && !must { found(Speaker::Both, None).map(recalled) } else { None };
            }
            // Whoever speaks alone says of both what stands in a later clause.
            let alone = reader.speaks_alone() && !first && !agree;
            if alone || must && reader.in_speech() { None } else { found(Speaker::Both, None) }
        }
        Head::Countries => {
            let agree = at_once.is_some_and(|v| matches!(v.span.slice(text), "同意"));
            if reader.in_speech() && !agree { None } else { found(Speaker::Both, None) }
        }
        // 我们一致同意: who speaks beside the other says what they did together, and goes on.
        Head::We if begins && reader.speaks_alone() && at_table(&text[head.span.end..]) => {
            found(Speaker::Both, None).map(|found| Found { recalled: true, ..found })
        }
        Head::Others | Head::We | Head::You | Head::They => None,
    }
}

/// What follows the number of an item that a text is counted out in: 一、, （二）, 第三，.
fn numbered(text: &str) -> &str {
    let rest = text.trim_start_matches(['（', '(', '第']);
    let number = rest.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    let behind = number.trim_start_matches(['）', ')', '、', '，', '.']);
    if number.len() < rest.len() && behind.len() < number.len() { behind.trim_start() } else { text }
}

/// Whether what 'we' do takes two: 一致同意, 就…进行了讨论.
fn at_table(rest: &str) -> bool {
    const AGREE: [&str; 5] = ["一致", "同意", "都同意", "商定", "还同意"];
    const TALK: [&str; 5] = ["进行了", "交换", "讨论", "达成", "沟通"];
    let clause = rest.split(['，', '。']).next().unwrap_or_default();
    let about = ["就", "还就", "也就"].iter().any(|word| clause.starts_with(word));
    AGREE.iter().any(|word| clause.starts_with(word)) || about && TALK.iter().any(|word| clause.contains(word))
}

/// 总统先生刚刚重申，美方不寻求…: somebody's speech that gives the word to the one spoken to, for one sentence.
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
    let told = SPOKEN_TO.iter().any(|name| clause.starts_with(name)) && SAYS.iter().any(|verb| clause.ends_with(verb));
    let again = ["多次", "曾", "过"].iter().any(|word| clause.contains(word));
    (told && !again).then(|| Found { recalled: true, person: None, ..reader.named(head, id) })
}

/// Whether what stands before a side tells of another time: 去年在巴厘岛，美方表示.
fn recalls(before: &str) -> bool {
    const TIMES: [&str; 12] =
        ["去年", "前年", "今年", "年前", "上次", "上周", "上个月", "此前", "当时", "当年", "前不久", "会晤时"];
    TIMES.iter().any(|time| before.contains(time))
}

/// Whether what follows a side makes it the one who speaks, where it begins a paragraph: 美方承诺, 美方就此作出保证.
fn promises(rest: &str) -> bool {
    const PROMISES: [&str; 4] = ["承诺", "同意", "保证", "答应"];
    const SAYS: [&str; 10] =
        ["表达", "表明", "表示", "作出承诺", "作出了承诺", "做出承诺", "作出保证", "阐明", "提出", "申明"];
    let clause = rest.split('，').next().unwrap_or_default();
    let about = clause.starts_with('就') || clause.starts_with("还就") || clause.starts_with("也就");
    PROMISES.iter().any(|verb| rest.trim_start_matches("还").starts_with(verb)) && !rest.contains('应')
        || about && SAYS.iter().any(|verb| clause.contains(verb))
}

/// Whether nothing stands between a side and its verb, or only that it was at the talks: 美方在会谈中重申.
fn is_at_the_talks(between: &str) -> bool {
    const AT: [&str; 12] =
        ["会谈中", "会谈时", "会晤中", "会晤时", "会见时", "会见中", "通话中", "会上", "磋商中", "对话中", "也", "则"];
    let between = between.trim_start_matches(['在', '还']);
    between.is_empty() || AT.contains(&between)
}

/// Whether what follows a side is a step that it has promised: 美方将暂停…, 美方将继续延长…, and none against the other.
fn is_measure(rest: &str) -> bool {
    const STEPS: [&str; 17] = [
        "取消", "暂停", "停止", "延长", "降低", "下调", "调整", "恢复", "购买", "采购", "进口", "扩大", "放宽", "撤销",
        "解除", "批准", "不再",
    ];
    const AGAINST: [&str; 7] = ["军售", "对台", "对话", "制裁范围", "管制范围", "打压", "威胁"];
    let clause = rest.split(['，', '。', '；']).next().unwrap_or_default();
    let will = ["将", "同意", "承诺"].iter().find_map(|word| clause.strip_prefix(word));
    will.is_some_and(|rest| {
        let rest = ["继续", "相应", "同步", "立即", "分阶段", "进一步"]
            .iter()
            .fold(rest, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
        STEPS.iter().any(|step| rest.starts_with(step)) && !AGAINST.iter().any(|word| rest.contains(word))
    })
}

/// Whether what follows a side is what it must do, or what its doings are: 美方应, 美方的做法.
fn told(rest: &str) -> bool {
    const MUST: [&str; 9] = ["应", "必须", "须", "需要", "不应", "不要", "不能", "务必", "要切实"];
    let rest = ["也", "更", "首先", "尤其", "就", "理"]
        .iter()
        .fold(rest, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
    MUST.iter().any(|word| rest.starts_with(word) && !rest.starts_with("应询") && !rest.starts_with("应邀"))
        || ["的做法", "的行为", "的行径", "的举措", "的言行", "的错误", "的指责", "的有关做法", "有关做法", "有关行为"]
            .iter()
            .any(|words| rest.starts_with(words))
}

/// 美方此次决定取消关税，中方对此表示欢迎: the side that judges in a later clause what another one did.
fn judge<'a>(marks: &'a Marks<'_>, first: &Mark<Head>) -> Option<(&'a Mark<Head>, &'a str)> {
    const FIRM: [&str; 9] = ["对此", "一贯", "一直", "坚决", "始终", "强烈", "已", "也", "高度"];
    let text = marks.form.text();
    let says = |from: usize| {
        marks.verbs.iter().filter(move |v| matches!(v.what, Verb::Say | Verb::Word) && v.span.start >= from)
    };
    let own_end = text[first.span.end..].find(['，', '；']).map(|i| first.span.end + i)?;
    if says(first.span.end).any(|v| v.span.end <= own_end) {
        return None;
    }
    marks.heads.iter().filter(|h| h.span.start > own_end).find_map(|h| {
        let Head::Side(id) = &h.what else { return None };
        let leads = text[..h.span.start].ends_with(['，', '；']) && h.what != first.what;
        let near = says(h.span.end).next().is_some_and(|v| {
            let between = FIRM.iter().fold(text[h.span.end..v.span.start].to_owned(), |rest, w| rest.replace(w, ""));
            between.is_empty()
        });
        (leads && near).then_some((h, id.as_str()))
    })
}

/// 甲国政府和乙国政府, 甲方代表是…，乙方代表是…: in a statement of the sides together, one sentence of which both are subjects.
fn jointly(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    let text = marks.form.text();
    let mut sides = marks.heads.iter().filter(|h| reader.joint && matches!(h.what, Head::Side(_)));
    let first = sides.next().filter(|h| h.span.start == 0)?;
    let subject = |h: &&Mark<Head>| {
        let before = &text[..h.span.start];
        h.what != first.what && ["和", "与", "同", "及", "，", "；"].iter().any(|link| before.ends_with(link))
    };
    let second = sides.find(subject)?;
    Some(Found::new(Speaker::Both, second.rule.clone(), Span::new(first.span.start, second.span.end)))
}

/// The person of another side with whom one does something together: 某某同某某同意.
fn joined<'a>(marks: &'a Marks<'_>, first: &Mark<Head>) -> Option<&'a Mark<Head>> {
    const TOGETHER: [&str; 10] = ["同意", "一致", "商定", "共同", "决定", "宣布", "均", "都", "还就", "就"];
    let text = marks.form.text();
    let second = marks.heads.iter().find(|h| h.span.start >= first.span.end)?;
    let between = &text[first.span.end..second.span.start];
    let other = matches!((&first.what, &second.what), (Head::Person(a), Head::Person(b)) if a != b);
    let links = ["和", "与", "同", "及", "、"].iter().any(|w| between.starts_with(w)) && between.chars().count() <= 14;
    let together = TOGETHER.iter().any(|w| text[second.span.end..].starts_with(w));
    (other && links && together).then_some(second)
}

/// Whether a speaker only says that somebody said it, more than once or before.
fn repeats(between: &str) -> bool {
    ["多次", "曾", "已", "有关", "的"].iter().any(|w| between.contains(w))
}

/// 某某欢迎某某访华，某某表示感谢: people of two sides, each in a clause of their own with a verb of saying.
fn exchange(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
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
fn encounter(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    let mut people = marks.heads.iter().filter_map(|h| match &h.what {
        Head::Person(id) => Some((id, h)),
        _ => None,
    });
    let (first, head) = people.next()?;
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
fn is_encounter(marks: &Marks<'_>, verb: &Mark<Verb>) -> bool {
    let rest = &marks.form.text()[verb.span.end..];
    // 会见中方: no time.
    let during = rest.strip_prefix('中').is_some_and(|rest| !rest.starts_with(['美', '方', '国', '共', '央']));
    let when = during || ["时", "期间", "之际"].iter().any(|when| rest.starts_with(when));
    matches!(verb.what, Verb::Meets | Verb::Visits) && !when
}

/// Whether the sentence only says that two people met: a verb of meeting before any verb of saying, and somebody of
/// another side. Then, whether they met, and not only one came or was there.
fn meeting(marks: &Marks<'_>, head: &Mark<Head>, say: Option<&Mark<Verb>>) -> Option<bool> {
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
fn attendance(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    let text = marks.form.text();
    let verb = ["参加会", "参加上述", "参加活动", "参加有关", "参加通话", "陪同", "在座", "出席会", "参加了"]
        .iter()
        .filter_map(|v| text.find(v))
        .min()?;
    let list = &text[..verb];
    if !(list.contains('、') || list.ends_with('等') || text.chars().count() < 20) || list.contains(['，', '。']) {
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
