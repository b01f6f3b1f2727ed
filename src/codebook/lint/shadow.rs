//! Cues beside other cues: the same one twice, and those that another makes needless or hides.

use std::collections::HashMap;

use super::{Item, Level, Report};
use crate::codebook::CodebookError;
use crate::codebook::Kind;
use crate::codebook::matcher::{Cues, Hit};
use crate::text::form::simplify;
use crate::text::{Form, Language, Span};

/// The same cue, with the same conditions, twice in a list or in two specific topics.
pub(super) fn twice(items: &[Item<'_>], user: bool, report: &mut Report) {
    let mut seen: HashMap<_, Vec<&Item<'_>>> = HashMap::new();
    for item in items {
        let text = simplify(item.cue.text).unwrap_or_else(|| item.cue.text.to_owned());
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let same = seen.entry((text, item.cue.with, item.cue.not)).or_default();
        for first in same.iter() {
            let topics = specific(first) && specific(item);
            let list = first.entry.id == item.entry.id && first.entry.kind == item.entry.kind;
            if !(list && first.cue.list == item.cue.list || !list && topics) {
                continue;
            }
            // Of a user's codebook only the user's file is judged, so the finding stands there.
            let embedded =
                |i: &Item<'_>| user && report.places.get(&i.key()).is_some_and(|(file, _)| is_embedded(file));
            let (at, other) = if embedded(item) { (*first, item) } else { (item, *first) };
            let text = at.cue.text;
            let place = report.whereabouts(&other.cue.rule);
            let message = if list {
                format!("cue `{text}` is in this list twice ({place}; take one out)")
            } else if at.cue.list == other.cue.list {
                let other = other.entry.id;
                format!(
                    "cue `{text}` of topic `{}` is a cue of topic `{other}` too ({place}; leave it to one of them)",
                    at.entry.id
                )
            } else {
                continue;
            };
            at.error(report, message);
        }
        same.push(item);
    }
}

fn is_embedded(file: &str) -> bool {
    crate::codebook::embedded::FILES.iter().any(|(name, _)| *name == file)
}

fn specific(item: &Item<'_>) -> bool {
    item.entry.kind == Kind::Topic && !item.entry.general
}

/// Cues that another of the same topic, act or list makes needless, and cues that another always hides.
/// Of a user's codebook also those that say the same words of two topics.
pub(super) fn hidden(
    items: &[Item<'_>],
    language: Language,
    user: bool,
    report: &mut Report,
) -> Result<(), CodebookError> {
    let mut cues = Cues::new(language);
    for item in items {
        let wrong = |source| CodebookError::Cue { rule: item.cue.rule.clone(), cue: item.cue.text.to_owned(), source };
        cues.add(item.cue.text).map_err(wrong)?;
    }
    let matcher = cues.compile();
    let mut covered: Vec<Vec<usize>> = Vec::with_capacity(items.len());
    for (number, item) in items.iter().enumerate() {
        let hits: Vec<Vec<Hit>> = item.samples.all().map(|s| matcher.find(&Form::new(s, 0))).collect();
        let always = |test: &dyn Fn(&Item<'_>, Span, Span) -> bool| {
            // Those that pass on the first text, then those of them that pass on the others.
            let mut left: Option<Vec<usize>> = None;
            for hits in hits.iter().filter(|h| h.iter().any(|h| h.cue == number)) {
                let own: Vec<Span> = hits.iter().filter(|h| h.cue == number).map(|h| h.span).collect();
                let passes = |other: usize| {
                    let spans = || hits.iter().filter(|h| h.cue == other).map(|h| h.span);
                    own.iter().all(|o| spans().any(|s| test(&items[other], s, *o)))
                };
                left = Some(match left {
                    None => {
                        let mut others: Vec<usize> = hits.iter().map(|h| h.cue).filter(|c| *c != number).collect();
                        others.sort_unstable();
                        others.dedup();
                        others.retain(|o| passes(*o));
                        others
                    }
                    Some(mut others) => {
                        others.retain(|o| passes(*o));
                        others
                    }
                });
            }
            left.unwrap_or_default()
        };
        covered.push(if item.samples.whole {
            always(&|other, span, own| span.contains(own) && stands_in(other, item))
        } else {
            Vec::new()
        });
        if item.entry.kind == Kind::Topic
            && let Some(other) =
                always(&|other, span, own| unconditional(other, item) && hides(other, span, item, own)).first()
        {
            let other = &items[*other];
            let place = report.whereabouts(&other.cue.rule);
            let message = format!(
                "cue `{}` never counts: {} `{}` always hides it ({place}; take it out, or make it longer)",
                item.cue.text,
                other.entry.kind.as_str(),
                other.entry.id
            );
            item.error(report, message);
        }
        // The same text in two topics is told elsewhere; here one stands wherever another does, at the very same words.
        let clashes = |other: &Item<'_>, span: Span, own: Span| {
            let topics = specific(other) && specific(item) && other.entry.id != item.entry.id;
            let one_list = other.cue.list == item.cue.list && other.cue.text != item.cue.text;
            span == own && topics && one_list && unconditional(other, item)
        };
        if user
            && specific(item)
            && let Some(other) = always(&clashes).first()
        {
            let other = &items[*other];
            let place = report.whereabouts(&other.cue.rule);
            let message = format!(
                "cue `{}` of topic `{}` is always found as topic `{}` too, by `{}` ({place}; leave it to one of them)",
                item.cue.text, item.entry.id, other.entry.id, other.cue.text
            );
            item.error(report, message);
        }
    }
    for (number, item) in items.iter().enumerate() {
        // Of two that stand in for each other the later one is needless; the same text twice is told elsewhere.
        let same = |o: &usize| items[*o].cue.text == item.cue.text && items[*o].cue.list == item.cue.list;
        let other = covered[number].iter().find(|o| !same(o) && (**o < number || !covered[**o].contains(&number)));
        if let Some(other) = other {
            let other = &items[*other];
            let place = report.whereabouts(&other.cue.rule);
            let message =
                format!("cue `{}` is needless beside `{}` ({place}; take it out)", item.cue.text, other.cue.text);
            report.add(&item.key(), Level::Note, message);
        }
    }
    Ok(())
}

/// Whether, wherever both match, `other` says all that `item` says.
fn stands_in(other: &Item<'_>, item: &Item<'_>) -> bool {
    let strength = |list: &str| match list {
        "weak" => 0,
        "yields" => 1,
        _ => 2,
    };
    let (stronger, weaker) = (other.cue.list, item.cue.list);
    let lists = match item.entry.kind {
        Kind::Topic => strength(stronger) >= strength(weaker),
        Kind::Act => stronger == weaker || stronger == "cues" && weaker != "governs",
        _ => stronger == weaker,
    };
    (other.entry.kind, other.entry.id) == (item.entry.kind, item.entry.id) && lists && unconditional(other, item)
}

/// Whether `other` holds wherever `item` does, for all that its conditions and neighbours say.
fn unconditional(other: &Item<'_>, item: &Item<'_>) -> bool {
    fn fewer<T: PartialEq>(a: &[T], b: &[T]) -> bool {
        a.iter().all(|x| b.contains(x))
    }
    (other.cue.with.is_empty() || other.cue.with == item.cue.with)
        && fewer(other.cue.not, item.cue.not)
        && fewer(&other.samples.neighbours[0], &item.samples.neighbours[0])
        && fewer(&other.samples.neighbours[1], &item.samples.neighbours[1])
}

/// Whether the match of `other` keeps the match of `item` from being read, by the rules of `coding`.
fn hides(other: &Item<'_>, span: Span, item: &Item<'_>, own: Span) -> bool {
    let longer = own.is_within(span);
    match other.entry.kind {
        Kind::Mask => span.contains(own),
        Kind::Topic if other.entry.id == item.entry.id => false,
        Kind::Topic if !item.entry.general => !other.entry.general && longer,
        Kind::Topic if other.entry.general => longer && (item.cue.list == "weak") == (other.cue.list == "weak"),
        Kind::Topic => other.cue.list != "weak" && span.contains(own),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::codebook::Codebook;
    use crate::codebook::lint::{Codes, check};

    /// The findings for a codebook of topics `a` (specific), `b` (specific) and `g` (general) with these cues, without
    /// those on examples.
    fn findings(a: &str, b: &str, g: &str) -> Vec<String> {
        let topic = |id: &str, cues: &str| format!("[[topic]]\nid = \"{id}\"\nlabel.en = \"x\"\n{cues}\n");
        let text = "extends = \"none\"\n".to_owned()
            + &topic("a", a)
            + &topic("b", b)
            + &topic("g", &format!("general = true\n{g}"));
        let book = Codebook::parse("x", &text).expect("a good codebook");
        let found = check(&book, |_, _| Ok::<_, crate::codebook::CodebookError>(Codes::default())).expect("checked");
        let messages = found.into_iter().map(|f| f.message).filter(|m| !m.contains("example"));
        messages.map(|m| m.split(" (").next().unwrap_or_default().to_owned()).collect()
    }

    const B: &str = "cues.en = [\"bbb\"]";
    const G: &str = "cues.en = [\"ggg\"]";

    #[test]
    fn needless_only_where_the_other_says_it_all() {
        let needless = |cues: &str| findings(cues, B, G);
        assert_eq!(
            needless("cues.en = [\"fish farm\", \"fish* farm*\"]"),
            ["cue `fish farm` is needless beside `fish* farm*`"]
        );
        assert!(needless("cues.en = [\"fish* farm\", \"fish farm\"]")[0].starts_with("cue `fish farm` is needless"));
        assert!(needless("cues.en = [\"fish {3} farm\", \"fish farm\", \"fish {1} farm\"]").len() == 2);
        assert!(
            needless("cues.en = [\"fish {3} farm\", \"fish {5} farm\"]")[0].contains("`fish {3} farm` is needless")
        );
        assert!(needless("cues.en = [\"fish {,3} farm\", \"fish {5} farm\"]").is_empty(), "one crosses commas");
        assert!(needless("cues.en = [\"!(no )fish\", \"fish\"]")[0].contains("`!(no )fish` is needless"));
        assert!(needless("cues.en = [\"!(no )fish\", \"fish\"]").len() == 1);
        assert!(needless("cues.en = [{ cue = \"fish*\", not = [\"tank\"] }, \"fish\"]").is_empty());
        assert!(
            needless("cues.en = [\"fish*\"]\nweak.en = [\"fish\"]")[0].contains("`fish` is needless beside `fish*`")
        );
        assert!(needless("cues.en = [\"fish\"]\nweak.en = [\"fish*\"]").is_empty(), "a weak cue does not stand in");
        assert!(needless("cues.en = [\"(fish|eel) farm\", \"fish farm\"]")[0].contains("`fish farm` is needless"));
    }

    #[test]
    fn hidden_by_the_rules_of_coding() {
        let hidden = |a: &str, b: &str, g: &str| {
            let cues = |cue: &str| format!("cues.en = [\"{cue}\"]");
            findings(&cues(a), &cues(b), &cues(g))
        };
        assert_eq!(hidden("fish", "eel", "fish*"), [""; 0], "open to more than the specific one has");
        assert_eq!(hidden("fish*", "eel", "fish"), ["cue `fish` never counts: topic `a` always hides it"]);
        assert_eq!(hidden("fish", "eel", "fish"), ["cue `fish` never counts: topic `a` always hides it"]);
        assert_eq!(
            hidden("foreign minister", "eel", "g"),
            ["cue `foreign minister` never counts: mask `offices` always hides it"]
        );
        assert_eq!(hidden("fish", "fish", "g"), ["cue `fish` of topic `b` is a cue of topic `a` too"]);
        let clash = "cue `fish` of topic `a` is always found as topic `b` too, by `fish*`";
        assert_eq!(hidden("fish", "fish*", "g"), [clash]);
        assert_eq!(hidden("fish ponds", "fish*", "g"), [""; 0], "longer words are another's");
        assert_eq!(hidden("!(no )fish", "fish*", "g").len(), 1);
        assert_eq!(hidden("fish", "!(no )fish*", "g"), [""; 0]);
    }
}
