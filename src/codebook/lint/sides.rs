//! Sides that a text could not tell apart, and a side that no text can name.

use super::{Item, Level, Report, finds};
use crate::codebook::lists::{Entry, Kind};
use crate::text::{Form, Span};

/// Words for a side that are words for another: whose act it is would be a matter of their order.
pub(super) fn twice(items: &[Item<'_>], user: bool, report: &mut Report) {
    let sides = || items.iter().filter(|item| item.entry.kind == Kind::Side);
    for item in sides() {
        let whole = |other: &Item<'_>, text: &String| {
            let form = Form::new(text, 0);
            other.own.find(&form).iter().any(|hit| hit.span == Span::new(0, form.text().len()))
        };
        let other = sides().filter(|other| other.entry.id != item.entry.id).find(|other| {
            // Of two the later one is told, and of a user's and the program's the user's.
            let later = user || other.cue.rule < item.cue.rule;
            later && item.samples.plain.iter().any(|text| finds(&item.own, text) && whole(other, text))
        });
        if let Some(other) = other {
            let place = report.whereabouts(&other.cue.rule);
            let (text, id, whose) = (item.cue.text, item.entry.id, other.entry.id);
            let message =
                format!("`{text}` of side `{id}` is a word for side `{whose}` too ({place}; leave it to one of them)");
            item.error(report, message);
        }
    }
}

/// A name that people of two sides have.
pub(super) fn names_twice(entries: &[Entry<'_>], report: &mut Report) {
    let names = || {
        let sides = entries.iter().filter(|entry| entry.kind == Kind::Side);
        sides.flat_map(|side| side.cues.iter().filter(|cue| cue.list == "names").map(|cue| (side.id, cue)))
    };
    for (number, (id, cue)) in names().enumerate() {
        if let Some((whose, _)) = names().take(number).find(|(other, known)| *other != id && known.text == cue.text) {
            let name = cue.text;
            let message = format!("`{name}` of side `{id}` is a name of side `{whose}` too (leave it to one of them)");
            report.add(&cue.rule, Level::Error, message);
        }
    }
}

/// A side without any words for it and without people: no text says what it does.
pub(super) fn nobody(entries: &[Entry<'_>], report: &mut Report) {
    for side in entries.iter().filter(|entry| entry.kind == Kind::Side && entry.cues.is_empty()) {
        let id = side.id;
        let message = format!(
            "side `{id}` has no words by which a text names it, and no people (add actor.en = [\"…\"], actor.zh = [\"…\"] or a [[side.person]])"
        );
        report.add(&format!("side {id}"), Level::Error, message);
    }
}
