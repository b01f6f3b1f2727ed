//! What stands above an article in Chinese, and whose paper it is.

use super::words::Words;
use crate::import::article::Heading;

/// How much of an article says who wrote it, in lines and in characters of each.
const LINES: usize = 6;
const HEAD: usize = 80;

/// The headline is the first line where that is no sentence of the text; who wrote it stands behind 记者 in a line of its own
/// or in the brackets of the first paragraph, the outlet there or in such a line. `plain` is the article in Simplified
/// characters.
pub(super) fn of(article: &str, plain: &str) -> Heading {
    let lines: Vec<(&str, &str)> = article
        .lines()
        .zip(plain.lines())
        .map(|(line, simple)| (line.trim(), simple.trim()))
        .filter(|(line, _)| !line.is_empty())
        .take(LINES)
        .collect();
    let title = lines.first().map(|(line, _)| *line).filter(|line| is_title(line) && lines.len() > 1);
    let heads = || lines.iter().skip(1).map(|(line, simple)| (*line, head(simple)));
    Heading {
        title: title.map(str::to_owned),
        authors: heads().map(|(line, simple)| authors(line, simple)).find(|a| !a.is_empty()).unwrap_or_default(),
        outlet: heads().find_map(|(line, simple)| outlet(line, simple)),
    }
}

/// The beginning of a line.
fn head(line: &str) -> &str {
    line.char_indices().nth(HEAD).map_or(line, |(at, _)| &line[..at])
}

fn is_title(line: &str) -> bool {
    line.chars().count() <= HEAD && !line.ends_with(['。', '！', '；', '，', '：'])
}

/// Whether a line says who wrote the article and no more, or where its words on that end: in the brackets at its beginning.
fn byline(simple: &str) -> Option<&str> {
    let opened = ['（', '(', '【', '['].iter().any(|c| simple.starts_with(*c));
    if opened {
        let end = simple.rfind(['）', ')', '】', ']'])?;
        return Some(&simple[..end]);
    }
    if let Some(end) = simple.find("日电") {
        let close = simple[end..].find(['）', ')']).map_or(end, |at| end + at);
        return Some(&simple[..close]);
    }
    (simple.chars().count() <= 40 && !simple.contains(['。', '，', '“', '「'])).then_some(simple)
}

/// The names behind 记者 and the like.
fn authors(line: &str, simple: &str) -> Vec<String> {
    let words = Words::carried();
    let Some(byline) = byline(simple) else { return Vec::new() };
    let after = |word: &String| byline.find(word.as_str()).map(|at| at + word.len());
    let Some(start) = words.media.bylines.iter().filter_map(after).max() else {
        return by_outlet(line, byline);
    };
    let mut names = Vec::new();
    let mut at = start;
    for part in byline[start..].split_inclusive(|c: char| !(c.is_alphanumeric() || c == '·')) {
        let piece = part.trim_matches(|c: char| !(c.is_alphanumeric() || c == '·'));
        let from = at + part.find(piece).unwrap_or(0);
        at += part.len();
        // 华盛顿28日专电: a place and a day are nobody.
        let count = piece.chars().count();
        if count == 0 {
            continue;
        }
        let known = words.lexicon.longest(piece).is_some_and(|(n, w)| n == piece.len() && w.role.is_some());
        let ends = words.names.ends.iter().any(|w| piece.contains(w.as_str()));
        let place = piece.contains(|c: char| c.is_ascii_digit());
        if known || ends || place || !(2..=8).contains(&count) {
            // 汪品言华盛顿28日专电: the name stands before.
            let length = super::names::opening(piece, words, false).filter(|_| names.is_empty());
            let before = length.or_else(|| place_behind(piece));
            names.extend(before.and_then(|n| line.get(from..from + n)).map(str::to_owned));
            break;
        }
        names.extend(line.get(from..from + piece.len()).map(str::to_owned));
    }
    names
}

/// Where the place begins behind a name of two or three characters: 汪品言华盛顿28日专电.
fn place_behind(piece: &str) -> Option<usize> {
    let words = Words::carried();
    let ends = piece.char_indices().map(|(at, _)| at).skip(2).take(2);
    { ends }.find(|at| {
        words.lexicon.longest(&piece[*at..]).is_some_and(|(_, w)| matches!(w.role, Some(super::lexicon::Role::Body(_))))
    })
}

/// The name behind an outlet that stands first in a line of its own: 湖城时报 何沐.
fn by_outlet(line: &str, byline: &str) -> Vec<String> {
    let words = Words::carried();
    let outlet = words.media.names.iter().filter(|n| byline.starts_with(n.as_str())).map(String::len).max();
    let name = outlet.and_then(|n| line.get(n..)).map(str::trim).filter(|n| (2..=4).contains(&n.chars().count()));
    name.map(str::to_owned).into_iter().collect()
}

/// The outlet that a byline names.
fn outlet(line: &str, simple: &str) -> Option<String> {
    let words = Words::carried();
    let byline = byline(simple)?;
    let names = words.media.names.iter().chain(&words.media.agencies);
    let found = names.filter_map(|name| byline.find(name.as_str()).map(|at| (at, name.len())));
    let (at, length) =
        found.filter(|(at, _)| *at <= 12).min_by_key(|(at, length)| (*at, std::cmp::Reverse(*length)))?;
    line.get(at..at + length).map(str::to_owned)
}

/// The state of the paper, where its ministries have no nation before them there and it is no party: by the name of the paper, or
/// where an article in Traditional characters calls it its own.
pub(super) fn home(article: &str, plain: &str) -> Option<String> {
    let words = Words::carried();
    let lines = || plain.lines().map(str::trim).filter(|l| !l.is_empty()).take(LINES).filter_map(|l| byline(head(l)));
    let of = |names: &[String]| names.iter().any(|name| lines().any(|line| line.contains(name.as_str())));
    let paper = words.media.home.iter().find(|(_, names)| of(names)).map(|(side, _)| side);
    let own = || words.media.ours.iter().find(|(_, word)| plain.contains(word.as_str())).map(|(side, _)| side);
    paper.or_else(|| own().filter(|_| article != plain)).cloned()
}

/// Whether the first lines tell of a call, and not of a meeting at which one was agreed on.
pub(super) fn tells_of_call(plain: &str) -> bool {
    let mut lines = plain.lines().map(str::trim).filter(|l| !l.is_empty()).take(LINES).map(head);
    let first = |line: &str, words: &[&str]| words.iter().filter_map(|w| line.find(w)).min();
    lines.any(|line| {
        let line = line.split(['“', '「', '『', '"']).next().unwrap_or(line);
        // 双方同意适时举行视频通话: it is still to come.
        let call = first(line, &["通电话", "通了电话", "通话"]).filter(|call| {
            let clause = line[..*call].rsplit(['，', '。', '；']).next().unwrap_or_default();
            !["同意", "商定", "将", "拟", "计划", "适时", "适当时候", "安排"].iter().any(|w| clause.contains(w))
        });
        let met = first(line, &["会见", "会晤", "会谈", "会面", "访华", "访美", "之行"]);
        call.is_some_and(|call| met.is_none_or(|met| call < met))
    })
}

/// The agency that speaks for a side, where the article is its own report: 新华社北京5月12日电.
pub(super) fn agency(plain: &str) -> Option<&'static str> {
    let words = Words::carried();
    let lines = plain.lines().map(str::trim).filter(|l| !l.is_empty()).take(LINES).map(head);
    let own =
        |line: &str| words.media.agencies.iter().find(|name| line.starts_with(name.as_str()) && reports(line, name));
    { lines }.find_map(|line| own(line.trim_start_matches(['（', '(', '【']))).map(String::as_str)
}

/// Whether a line begins as an agency's own report does: with place and day, or who wrote it.
fn reports(line: &str, name: &str) -> bool {
    let rest: String = line[name.len()..].chars().take(24).collect();
    rest.contains('电') && rest.contains('日') || rest.contains("记者") || rest.contains("消息")
}
