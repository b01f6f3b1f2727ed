//! Drawings, as inline SVG from the same numbers that stand beside them in words. Attributes only: the page's policy
//! forbids styles in elements.

use super::markup::Markup;
use super::statement::Context;
use crate::coding::Speaker;
use crate::comparison::{Comparison, Text};

/// A bar for a share, where the longest bar of the page is `longest`; it has the colour of the cell that it stands in.
pub(super) fn bar(share: f64, longest: f64) -> Markup {
    let width = (share / longest.max(f64::MIN_POSITIVE) * 100.0).clamp(1.0, 100.0);
    Markup::rendered(format!(
        "<svg class=\"bar\" aria-hidden=\"true\"><rect width=\"{width:.1}%\" height=\"100%\"/></svg>"
    ))
}

/// The largest share of any text on any topic.
pub(super) fn longest(comparison: &Comparison) -> f64 {
    comparison.topics.iter().flat_map(|row| &row.parts).map(|p| p.share).fold(0.0, f64::max)
}

/// The sides that look the same on every page; others take what is left, by the alphabet.
const KNOWN: [&str; 2] = ["cn", "us"];
/// Colours and patterns.
const HUES: usize = 4;

/// The class that carries a side's colour and pattern; `sides` are all sides of the page, by the alphabet.
pub(super) fn hue(sides: &[&str], side: &str) -> String {
    let others = || sides.iter().filter(|s| !KNOWN.contains(s)).position(|s| *s == side);
    match KNOWN.iter().position(|s| *s == side).or_else(|| Some(KNOWN.len() + others()?)) {
        Some(place) if place < HUES => format!("hue-{place}"),
        _ => "hue-other".to_owned(),
    }
}

/// A text from its beginning to its end, each stretch in the pattern of the side whose words it reports. The line of
/// figures beside it says the same in words.
#[allow(clippy::cast_precision_loss)] // lengths are far below 2^52
pub(super) fn strip(context: &Context, text: &Text) -> Markup {
    let total = text.length.max(1);
    let mut stretches: Vec<(&Speaker, usize, usize)> = Vec::new();
    let mut before = 0;
    for statement in &text.coded.statements {
        match stretches.last_mut() {
            Some((speaker, _, so_far)) if *speaker == &statement.speaker => *so_far += statement.length,
            _ => stretches.push((&statement.speaker, before, statement.length)),
        }
        before += statement.length;
    }
    let mut svg = String::from("<svg class=\"strip\" aria-hidden=\"true\">");
    for (speaker, from, length) in stretches {
        let percent = |part: usize| part as f64 * 100.0 / total as f64;
        svg.push_str(&format!(
            "<rect class=\"{}\" x=\"{:.1}%\" width=\"{:.1}%\" height=\"100%\"/>",
            pattern(context, speaker),
            percent(from),
            percent(length)
        ));
    }
    svg.push_str("</svg>");
    Markup::rendered(svg)
}

/// The class of a speaker's pattern.
pub(super) fn pattern(context: &Context, speaker: &Speaker) -> String {
    match speaker {
        Speaker::Side(side) => format!("by-{}", context.hue_of(side.as_str())),
        Speaker::Both => "by-both".to_owned(),
        Speaker::None => "by-none".to_owned(),
    }
}
