//! Words in quotation marks that nobody says: terms, names of things, titles, and what a journalist sets apart.

use super::attribution::{Chain, Sentence};
use super::frame::What;
use super::lexicon::Say;
use super::mentions::Part;
use super::people::{People, Who};
use crate::import::article::{NO_SIDE, is_party};
use crate::text::language::is_han;

/// The longest name of a thing in characters.
const NAME: usize = 12;

/// The longest words that may be set apart without anybody's saying them.
const FEW: usize = 5;

/// Whether words in quotation marks at a token are nobody's; `chain` is who speaks before them.
pub(super) fn is_thing(sentence: &Sentence<'_>, at: usize, quoted: &str, chain: &Chain, people: &People) -> bool {
    let words = people.words;
    // Whoever speaks for no party.
    let outside = chain.who.is_none_or(|who| people.side(who) == NO_SIDE);
    let inner = quoted.trim_matches(|c: char| !c.is_alphanumeric());
    let length = inner.chars().filter(|c| c.is_alphanumeric()).count();
    let before = before(sentence, at);
    let behind = behind(sentence, at);
    let spoken = is_of_party(chain, people);
    // 他说，谁要搞“……”, 沈博要求停止炒作“……”: what one of a party holds against another is his word.
    const HELD: [&str; 9] = ["炒作", "搞", "鼓吹", "渲染", "散布", "玩弄", "抛出", "兜售", "制造"];
    if length > 0 && spoken && chain.says && HELD.iter().any(|word| before.ends_with(word)) {
        return false;
    }
    if length == 0 || words.things.terms.iter().any(|term| term == inner) {
        return true;
    }
    // 对港口的“危险行动”表达关切: his word for it.
    if spoken && is_minded(behind) {
        return false;
    }
    // 布罗克引用俗语：「……」: he says it.
    let cited = chain.how == Some(Say::Quote) && chain.who.is_some_and(|who| is_party(people.side(who)));
    // 一句台词「……」, 有一句旁白：「……」: what is quoted of a work.
    let clause = before.trim_end_matches(['：', ':', '，', '是']);
    let of_work = |word: &String| word.chars().nth(1).is_some() && clause.ends_with(word.as_str());
    // 声明称之为“……”: so it calls it.
    let calls = spoken && chain.how == Some(Say::Call) && before.ends_with("称之为") && !before.ends_with("被称之为");
    if !calls && words.things.before.iter().any(of_work) {
        return !cited;
    }
    let plain = length <= NAME && !quoted.contains(['，', '。', '；', '、', '？', '！', ',']);
    if plain && named_by_words(chain, before) {
        return false;
    }
    // 面向未来的“湖城愿景”: a name ends with what it is of.
    let named = |word: &String| {
        let ends = word.chars().nth(1).is_some() && inner.ends_with(word.as_str());
        ends && (chain.how == Some(Say::Call) || before.ends_with('的'))
    };
    if plain && words.things.behind.iter().any(|word| behind.starts_with(word.as_str()) || named(word)) {
        return true;
    }
    // 以“……”为题, but not 可以“……”.
    let modal = ["可以", "得以", "足以", "难以", "予以", "加以"].iter().any(|word| before.ends_with(word));
    let named = |word: &String| before.ends_with(word.as_str()) && !(modal && word == "以");
    if plain && !calls && words.things.before.iter().any(named) {
        return true;
    }
    if spoken && is_predicate(inner, before, behind) {
        return false;
    }
    // “三大工程”都是开放的: in a sentence in which nobody says anything.
    let within = behind.starts_with(is_han) && !behind.starts_with('的');
    if plain && within && !chain.says && chain.source.is_none() {
        return true;
    }
    length <= FEW && plain && !is_said(sentence, at, chain, behind)
        || length <= 2 && outside && is_set_apart(sentence, at, inner)
}

/// Whether words begin with what somebody minds: 表达关切, 感到强烈不满.
fn is_minded(words: &str) -> bool {
    const FEELS: [&str; 8] = ["表达", "表示", "感到", "提出", "深感", "深表", "示以", "表露"];
    const DEGREES: [&str; 8] = ["强烈", "严重", "高度", "深切", "深度", "极度", "非常", "坚决"];
    const MINDS: [&str; 12] =
        ["关切", "关注", "不满", "遗憾", "担忧", "忧虑", "忧心", "不安", "失望", "愤怒", "反对", "谴责"];
    let feeling = FEELS.iter().find_map(|verb| words.strip_prefix(verb));
    let feeling = feeling.map(|rest| DEGREES.iter().find_map(|degree| rest.strip_prefix(degree)).unwrap_or(rest));
    feeling.is_some_and(|rest| MINDS.iter().any(|mind| rest.starts_with(mind)))
}

/// Whether somebody of a party, or its account, speaks.
fn is_of_party(chain: &Chain, people: &People) -> bool {
    let party = |who: Option<Who>| who.is_some_and(|who| is_party(people.side(who)));
    chain.says && party(chain.who) || party(chain.source.map(|source| source.who))
}

/// Whether quoted words, however few, tell what is, is done or is to be done, and the sentence goes on with them: 中国将“有效取消”
/// 管制, 双方“很接近”商定日期, 是“应美方请求”去的, 有人“别有用心”地挑拨.
fn is_predicate(inner: &str, before: &str, behind: &str) -> bool {
    const MODALS: [&str; 13] = ["将", "会", "应", "应该", "须", "必须", "能", "可", "可以", "能够", "曾", "已", "已经"];
    const DONE: [&str; 8] = ["没有", "都", "正在", "已经", "不会", "不是", "从未", "并未"];
    const ADVERBS: [&str; 26] = [
        "绝对",
        "完全",
        "全面",
        "彻底",
        "事实上",
        "实际上",
        "基本上",
        "原则上",
        "有效",
        "正在",
        "已经",
        "很",
        "太",
        "最",
        "非常",
        "十分",
        "越来越",
        "决不",
        "绝不",
        "从未",
        "从不",
        "并未",
        "并非",
        "无法",
        "没有",
        "不",
    ];
    let manner = behind.starts_with('地') && !behind.starts_with("地区");
    let goes_on = behind.starts_with(char::is_alphanumeric) && !behind.starts_with(['的', '之']);
    let modal = MODALS.iter().any(|word| before.ends_with(word));
    let thing = ["的", "所谓", "个", "种", "项", "把", "对"].iter().any(|word| before.ends_with(word));
    let adverb = ADVERBS.iter().any(|word| inner.starts_with(word)) && !thing;
    // 应邀请, 应请求.
    let asked = inner.starts_with('应') && ["请求", "邀请", "要求"].iter().any(|word| inner.ends_with(word));
    // 会中“没有人说教”: a sentence of its own, be it the last of the clause.
    let whole = DONE.iter().any(|word| inner.starts_with(word)) && inner.chars().nth(3).is_some() && !thing;
    manner || whole || goes_on && (modal || adverb || asked)
}

/// Whether a word or two are set apart as a notion and not said, as judgements are: 难望“重启”, but 谈得“很好”.
fn is_set_apart(sentence: &Sentence<'_>, at: usize, inner: &str) -> bool {
    let degree = inner.starts_with(['很', '太', '最', '更', '极', '不', '没', '未', '非', '真', '好']);
    let before = at.checked_sub(1).map(|at| &sentence.tokens[at]);
    let called = before.is_none_or(|t| t.word().say.is_some() || t.what == What::Colon || t.quote().is_some());
    !degree && !called && !sentence.plain[..sentence.tokens[at].span.start].ends_with(['是', '为', '得'])
}

/// Whether the words themselves are what somebody is said to use: 用的是“……”四字.
fn named_by_words(chain: &Chain, before: &str) -> bool {
    chain.how == Some(Say::Call) && (before.ends_with('是') || before.ends_with("用了"))
}

/// Whether a few words are what somebody says: right behind a verb of saying, or where they end a clause in which somebody
/// speaks, or judge of a thing (“坦率”的对话).
fn is_said(sentence: &Sentence<'_>, at: usize, chain: &Chain, behind: &str) -> bool {
    let direct = at > 0 && {
        let last = &sentence.tokens[at - 1];
        let words = last.span.slice(sentence.plain);
        let short = last.what == What::Other && matches!(words, "是" | "为" | "作" | "成" | "了" | "了一声" | "了一句");
        let verb = sentence.tokens[if short && at > 1 { at - 2 } else { at - 1 }];
        verb.word().say.is_some() || last.what == What::Colon
    };
    let ends = behind.chars().next().is_none_or(|c| !c.is_alphanumeric());
    // 对“……”有关切: somebody feels so. 同意“……”美方的货: somebody of a party does so by his words.
    let felt = ["有关切", "表示", "表达", "深感", "感到", "提出", "深表"].iter().any(|w| behind.starts_with(w));
    let verb = at > 0 && sentence.tokens[at - 1].word().say == Some(Say::Act);
    // “……”，“……”体现了善意; 沈博“……”要来.
    let goes_on = at > 1 && sentence.tokens[at - 1].what == What::Comma && sentence.tokens[at - 2].quote().is_some();
    let does = sentence.mentions.iter().any(|m| {
        m.last + 1 == at
            && m.part == Part::Subject
            && !m.pronoun
            && matches!(m.who, Some(Who::Person(_) | Who::Body(_)))
    });
    let does = does || sentence.plain[..sentence.tokens[at].span.start].ends_with("政府");
    // “挑衅性”军演: how somebody judges it.
    let judged = quoted_word(sentence, at).ends_with('性');
    if chain.says && chain.who.is_some() && (judged || felt || verb || goes_on || does) {
        return true;
    }
    let other_quote = sentence.tokens.get(at + 1).is_some_and(|t| t.quote().is_some());
    // 清单列举了数字：逆差“……”，十年间“……”: what it rests on says both.
    let listed = chain.source.is_some() && sentence.tokens[..at].iter().any(|t| t.quote().is_some());
    let spoken =
        chain.says && chain.who.is_some() || listed || sentence.tokens[..at].iter().all(|t| t.quote().is_some());
    direct && (ends || behind.starts_with(['的', '，'])) || spoken && (ends || behind.starts_with('的')) && !other_quote
}

/// The words between the marks of a token.
fn quoted_word<'a>(sentence: &Sentence<'a>, at: usize) -> &'a str {
    sentence.tokens[at].span.slice(sentence.plain).trim_matches(|c: char| !c.is_alphanumeric())
}

/// The words of the sentence right before a token.
fn before<'a>(sentence: &Sentence<'a>, at: usize) -> &'a str {
    let start = sentence.tokens[..at].iter().rposition(|t| t.quote().is_some()).map_or(0, |quote| quote + 1);
    match (sentence.tokens.get(start), at.checked_sub(1).and_then(|last| sentence.tokens.get(last))) {
        (Some(first), Some(last)) if start < at => &sentence.plain[first.span.start..last.span.end],
        _ => "",
    }
}

/// The words of the sentence right behind a token.
fn behind<'a>(sentence: &Sentence<'a>, at: usize) -> &'a str {
    let start = sentence.tokens[at].span.end;
    let end = sentence.tokens[at + 1..].iter().take_while(|t| t.quote().is_none()).last().map_or(start, |t| t.span.end);
    &sentence.plain[start..end]
}

/// Whether words are any that somebody can say in Chinese.
pub(super) fn has_han(words: &str) -> bool {
    words.chars().any(is_han)
}
