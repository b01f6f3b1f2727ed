//! What the words beside somebody make of him: what is asked about, to whom something is said, where a report comes from.

use super::frame::{Token, What};
use super::phrases::Phrase;

/// Whether a token lies in what somebody is asked, or comes to speak of: 被问到是否信任沈博时，他说.
pub(super) fn is_asked_about(tokens: &[Token], at: usize, plain: &str) -> bool {
    let start = tokens[..at].iter().rposition(Token::parts).map_or(0, |comma| comma + 1);
    let end = tokens[at..].iter().position(Token::parts).map_or(tokens.len(), |comma| (at + comma).max(at + 1));
    let before = &plain[tokens[start].span.start..tokens[at].span.start];
    let asked = ["问到", "问及", "谈到", "谈及", "谈起", "提到", "提及", "说到", "说起"];
    let behind = &plain[tokens[at].span.end..tokens[end - 1].span.end];
    let when = behind.contains('时') || behind.ends_with("之际");
    is_asked(before) || when && asked.iter().any(|w| before.contains(w))
}

/// Whether words before something in its clause make it a part of what somebody is asked: 被问及是否担心.
pub(super) fn is_asked(before: &str) -> bool {
    ["被问", "被追问", "被记者问", "被媒体问", "被记者追问", "被媒体追问"].iter().any(|w| before.contains(w))
}

/// Whether words make whoever stands behind them the one to whom something is said: 对来访的布罗克说.
pub(super) fn is_described_object(words: &str) -> bool {
    /// What describes him has no more bytes.
    const MOST: usize = 24;
    // 坐在他对面的沈博说: that is where he sits; 参加对话的官员.
    let other = ["对面", "对话", "对峙", "对决", "对抗", "向来"];
    let spoken = |at: usize| words.len() - at <= MOST && !other.iter().any(|w| words[at..].starts_with(w));
    words.ends_with('的') && words.rfind(['对', '向']).is_some_and(spoken)
}

/// Whether 的 or a part of an institution stands before a spokesperson: 布罗克的发言人, 外交部北美司发言人.
pub(super) fn of_another(tokens: &[Token], first: usize, plain: &str) -> bool {
    let before = first.checked_sub(1).map(|at| &tokens[at]).filter(|t| t.what == What::Other);
    before.is_some_and(|t| {
        let words = t.span.slice(plain);
        words == "的" || words.ends_with(['司', '署', '处', '厅', '局', '团', '馆'])
    })
}

/// Whether media stand before the place and day of their report, and do nothing: 路透湖城4月25日 - 沈博说.
pub(super) fn is_dateline(tokens: &[Token], phrase: &Phrase, plain: &str) -> bool {
    /// Place and day have no more characters.
    const MOST: usize = 24;
    let rest = &plain[tokens[phrase.last].span.end..tokens.last().map_or(0, |t| t.span.end)];
    let end = rest.char_indices().nth(MOST).map_or(rest.len(), |(at, _)| at);
    let head = &rest[..end];
    let signed = [" - ", " — ", "—", "电 ", "讯 ", "电）", "报导）", "报道）"].iter().any(|w| head.contains(w));
    phrase.first == 0 && signed || phrase.first <= 1 && head.contains("电）")
}
