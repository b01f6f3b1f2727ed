//! What the words behind a side, or before it, make of it: whether it takes the word, promises, or is only told of.

use crate::codebook::{Head, Verb};
use crate::coding::marks::{Mark, Marks};

/// Whether what 'we' do takes two: 一致同意, 就…进行了讨论.
pub(super) fn at_table(rest: &str) -> bool {
    const AGREE: [&str; 5] = ["一致", "同意", "都同意", "商定", "还同意"];
    const TALK: [&str; 5] = ["进行了", "交换", "讨论", "达成", "沟通"];
    let clause = rest.split(['，', '。']).next().unwrap_or_default();
    let about = ["就", "还就", "也就"].iter().any(|word| clause.starts_with(word));
    AGREE.iter().any(|word| clause.starts_with(word)) || about && TALK.iter().any(|word| clause.contains(word))
}

/// Whether what stands before a side tells of another time: 去年在巴厘岛，美方表示.
pub(super) fn recalls(before: &str) -> bool {
    const TIMES: [&str; 12] =
        ["去年", "前年", "今年", "年前", "上次", "上周", "上个月", "此前", "当时", "当年", "前不久", "会晤时"];
    TIMES.iter().any(|time| before.contains(time))
}

/// Whether what follows a side makes it the one who speaks, where it begins a paragraph: 美方承诺, 美方就此作出保证.
pub(super) fn promises(rest: &str) -> bool {
    const PROMISES: [&str; 4] = ["承诺", "同意", "保证", "答应"];
    const SAYS: [&str; 10] =
        ["表达", "表明", "表示", "作出承诺", "作出了承诺", "做出承诺", "作出保证", "阐明", "提出", "申明"];
    let clause = rest.split('，').next().unwrap_or_default();
    let about = clause.starts_with('就') || clause.starts_with("还就") || clause.starts_with("也就");
    PROMISES.iter().any(|verb| rest.trim_start_matches("还").starts_with(verb)) && !rest.contains('应')
        || about && SAYS.iter().any(|verb| clause.contains(verb))
}

/// Whether nothing stands between a side and its verb, or only that it was at the talks: 美方在会谈中重申.
pub(super) fn is_at_the_talks(between: &str) -> bool {
    const AT: [&str; 12] =
        ["会谈中", "会谈时", "会晤中", "会晤时", "会见时", "会见中", "通话中", "会上", "磋商中", "对话中", "也", "则"];
    let between = between.trim_start_matches(['在', '还']);
    between.is_empty() || AT.contains(&between)
}

/// Whether what follows a side is a step that it has promised: 美方将暂停…, 美方将继续延长…, and none against the other.
pub(super) fn is_measure(rest: &str) -> bool {
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

/// Whether what follows a side is what another makes of its doings: 美方无视, 美方近来不断滥施. No side says so of itself.
fn is_judged(rest: &str) -> bool {
    const HOW: [&str; 18] = [
        "近来",
        "近期",
        "一段时间以来",
        "却",
        "竟",
        "竟然",
        "反而",
        "不断",
        "持续",
        "频频",
        "再次",
        "又",
        "仍",
        "继续",
        "还",
        "一再",
        "屡次",
        "不但",
    ];
    const DOES: [&str; 34] = [
        "无视",
        "无理",
        "罔顾",
        "漠视",
        "滥用",
        "滥施",
        "泛化",
        "执意",
        "悍然",
        "肆意",
        "粗暴",
        "大肆",
        "蓄意",
        "妄图",
        "企图",
        "打着",
        "顽固",
        "抹黑",
        "诬蔑",
        "污蔑",
        "甩锅",
        "推卸",
        "挑动",
        "煽动",
        "纵容",
        "怂恿",
        "炒作",
        "捏造",
        "编造",
        "歪曲",
        "曲解",
        "公然",
        "口口声声",
        "动辄",
    ];
    let rest = (0..3).fold(rest, |rest, _| HOW.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest));
    DOES.iter().any(|word| rest.starts_with(word))
}

/// Whether what follows a side is what it must do, or what its doings are: 美方应, 美方的做法.
pub(super) fn told(rest: &str) -> bool {
    if is_judged(rest) {
        return true;
    }
    const MUST: [&str; 16] = [
        "应",
        "必须",
        "须",
        "需要",
        "不应",
        "不要",
        "不能",
        "务必",
        "要切实",
        "要停止",
        "不得",
        "不该",
        "绝不能",
        "切勿",
        "不可",
        "有责任",
    ];
    let rest = ["也", "更", "首先", "尤其", "就", "理"]
        .iter()
        .fold(rest, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
    MUST.iter().any(|word| rest.starts_with(word) && !rest.starts_with("应询") && !rest.starts_with("应邀"))
        || ["的做法", "的行为", "的行径", "的举措", "的言行", "的错误", "的指责", "的有关做法", "有关做法", "有关行为"]
            .iter()
            .any(|words| rest.starts_with(words))
}

/// 美方此次决定取消关税，中方对此表示欢迎: the side that judges in a later clause what another one did.
pub(super) fn judge<'a>(marks: &'a Marks<'_>, first: &Mark<Head>) -> Option<(&'a Mark<Head>, &'a str)> {
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

/// Whether a speaker only says that somebody said it, more than once or before.
pub(super) fn repeats(between: &str) -> bool {
    ["多次", "曾", "已", "有关", "的"].iter().any(|w| between.contains(w))
}

/// Whether what follows a side is what it will, will not or always does, as a side says of itself alone: 绝不允许, 坚决反对, 愿.
pub(super) fn is_bound(rest: &str) -> bool {
    const WORDS: [&str; 20] = [
        "不会",
        "绝不",
        "决不",
        "坚决",
        "坚定",
        "愿",
        "一贯",
        "始终",
        "历来",
        "强烈",
        "敦促",
        "从不",
        "无意",
        "主张",
        "反对",
        "高度重视",
        "对此坚决",
        "对此强烈",
        "严正",
        "也坚决",
    ];
    WORDS.iter().any(|word| rest.starts_with(word))
}

/// Whether what follows a person is that he did not do something, or refused to: 没有接受, 拒绝.
pub(super) fn is_refusal(rest: &str) -> bool {
    ["没有", "未", "并未", "从未", "不接受", "不同意", "不承认", "拒绝"].iter().any(|word| rest.starts_with(word))
}

/// Whether what follows the two sides is that they did not agree: 没有就…达成一致, 均不愿.
pub(super) fn fails_to_agree(rest: &str) -> bool {
    const WORDS: [&str; 13] = [
        "没有就",
        "没有达成",
        "未就",
        "未能",
        "未达成",
        "并未",
        "尚未",
        "均不愿",
        "都不愿",
        "均无意",
        "都没有",
        "均没有",
        "没能",
    ];
    WORDS.iter().any(|word| rest.starts_with(word))
}
