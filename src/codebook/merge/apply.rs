//! What a file says, done to the codebook.

use super::Places;
use super::read::{Both, Entry, Patch, PersonEntry, PlacedCues, PlacedTexts, SideEntry};
use crate::codebook::raw::{RawAct, RawCue, RawCues, RawMask, RawPerson, RawSide, RawSpeech, RawTopic, Sources};
use crate::codebook::{Act, Bilingual, Examples, Without};
use crate::tables::{Fault, Placed, Source, nearest};

/// Leaves of an act what it is called.
pub(super) fn empty(act: &mut RawAct) {
    let (label, definition) = (std::mem::take(&mut act.label), std::mem::take(&mut act.definition));
    *act = RawAct { label, definition, ..RawAct::of(act.id) };
}

/// A list that stands once in a codebook.
pub(super) fn single<'s>(sources: &'s mut Sources, name: &str) -> Option<&'s mut RawCues> {
    match name {
        "anaphora" => Some(&mut sources.topics.anaphora),
        "joint" => Some(&mut sources.sides.joint),
        "countries" => Some(&mut sources.sides.countries),
        _ => sources.speech.lists_mut().into_iter().find(|(list, _)| *list == name).map(|(_, cues)| cues),
    }
}

/// Adds, changes and removes what a file says.
pub(super) fn apply(
    sources: &mut Sources,
    places: &mut Places,
    source: &Source<'_>,
    patch: Patch,
) -> Result<(), Fault> {
    for id in &patch.remove {
        let Some(at) = sources.topics.topic.iter().position(|t| t.id == id.value) else {
            let known = sources.topics.topic.iter().map(|t| t.id.as_str());
            let message = format!("there is no topic `{}` to remove; {}", id.value, meant(&id.value, known));
            return Err(source.fault(id.place, message));
        };
        if let Some(topic) = patch.topics.iter().find(|t| t.id.value == id.value) {
            let message =
                format!("topic `{}` is removed in line {} and changed here; leave one out", id.value, id.place.line);
            return Err(source.fault(topic.id.place, message));
        }
        sources.topics.topic.remove(at);
    }
    for entry in patch.topics {
        topic(sources, places, source, entry)?;
    }
    for entry in patch.acts {
        act(sources, places, entry);
    }
    for (id, cues) in patch.masks {
        if sources.topics.topic.iter().any(|t| t.id == id.value) || reserved(&id.value) {
            return Err(source.fault(id.place, taken(&id.value)));
        }
        places.note(format!("mask {}", id.value), id.place);
        let masks = &mut sources.topics.mask;
        let at = masks.iter().position(|m| m.id == id.value).unwrap_or(masks.len());
        if at == masks.len() {
            masks.push(RawMask { id: id.value.clone().into(), en: Vec::new(), zh: Vec::new() });
        }
        extend(&mut masks[at].en, cues.en, &format!("{}.en", id.value), places);
        extend(&mut masks[at].zh, cues.zh, &format!("{}.zh", id.value), places);
    }
    for (name, cues) in patch.lists {
        if let Some(list) = single(sources, name) {
            lengthen(list, cues, name, places);
        }
    }
    let offices = &mut sources.sides.offices;
    offices.en.extend(noted(patch.offices.en, "office", places).into_iter().map(Into::into));
    offices.zh.extend(noted(patch.offices.zh, "office", places).into_iter().map(Into::into));
    for entry in patch.sides {
        side(sources, places, source, entry)?;
    }
    Ok(())
}

fn topic(sources: &mut Sources, places: &mut Places, source: &Source<'_>, entry: Entry) -> Result<(), Fault> {
    let (id, place) = (entry.id.value, entry.id.place);
    places.note(format!("topic {id}"), place);
    let topics = &mut sources.topics.topic;
    let known = topics.iter().position(|t| t.id == id);
    if known.is_none() && (sources.topics.mask.iter().any(|m| m.id == id) || reserved(&id)) {
        return Err(source.fault(place, taken(&id)));
    }
    if entry.replace && known.is_none() {
        let message =
            format!("there is no topic `{id}` to replace; {}", meant(&id, topics.iter().map(|t| t.id.as_str())));
        return Err(source.fault(place, message));
    }
    let at = known.unwrap_or(topics.len());
    if entry.replace || known.is_none() {
        if entry.label.en.is_none() && entry.label.zh.is_none() {
            let near = nearest(&id, topics.iter().map(|t| t.id.as_str()));
            let or =
                near.first().map_or_else(String::new, |near| format!(", or write `{near}` if you meant that topic"));
            return Err(source.fault(place, format!("topic `{id}` is new and has no label; add label.en = \"…\"{or}")));
        }
        if entry.lists.iter().all(|(_, cues)| cues.en.is_empty() && cues.zh.is_empty()) {
            return Err(source.fault(place, format!("topic `{id}` is new and has no cue; add cues.en = [\"…\"]")));
        }
        let new = RawTopic::of(&id);
        if known.is_some() { topics[at] = new } else { topics.push(new) }
    }
    let topic = &mut topics[at];
    topic.general = entry.general.unwrap_or(topic.general);
    topic.between.extend(entry.between.into_iter().map(|side| side.value.into()));
    say(&mut topic.label, entry.label);
    say(&mut topic.definition, entry.definition);
    exemplify(&mut topic.examples, entry.examples, &id, places);
    for (list, cues) in entry.lists {
        match list {
            "yields" => lengthen(&mut topic.yields, cues, &format!("{id}.yields"), places),
            "weak" => lengthen(&mut topic.weak, cues, &format!("{id}.weak"), places),
            _ => lengthen(&mut topic.cues, cues, &id, places),
        }
    }
    Ok(())
}

fn act(sources: &mut Sources, places: &mut Places, entry: Entry) {
    let Some(id) = Act::from_id(&entry.id.value) else { return };
    places.note(format!("act {id}"), entry.id.place);
    let acts = &mut sources.acts.act;
    let at = acts.iter().position(|a| a.id == id).unwrap_or(acts.len());
    if at == acts.len() {
        acts.push(RawAct::of(id));
    }
    let act = &mut acts[at];
    if entry.replace {
        empty(act);
    }
    say(&mut act.label, entry.label);
    say(&mut act.definition, entry.definition);
    exemplify(&mut act.examples, entry.examples, id.as_str(), places);
    for (list, cues) in entry.lists {
        match list {
            "own" => lengthen(&mut act.own, cues, &format!("{id}.own"), places),
            "asks" => lengthen(&mut act.asks, cues, &format!("{id}.asks"), places),
            "of" => lengthen(&mut act.of, cues, &format!("{id}.of"), places),
            "governs" => lengthen(&mut act.governs, cues, &format!("{id}.governs"), places),
            "weak" => lengthen(&mut act.weak, cues, &format!("{id}.weak"), places),
            _ => lengthen(&mut act.cues, cues, id.as_str(), places),
        }
    }
}

fn side(sources: &mut Sources, places: &mut Places, source: &Source<'_>, entry: SideEntry) -> Result<(), Fault> {
    let (id, place) = (entry.id.value, entry.id.place);
    if ["both", "none"].contains(&id.as_str()) {
        return Err(source.fault(place, taken(&id)));
    }
    places.note(format!("side {id}"), place);
    let sides = &mut sources.sides.side;
    let known = sides.iter().position(|s| s.id == id);
    if entry.replace && known.is_none() {
        let message =
            format!("there is no side `{id}` to replace; {}", meant(&id, sides.iter().map(|s| s.id.as_str())));
        return Err(source.fault(place, message));
    }
    let at = known.unwrap_or(sides.len());
    if entry.replace || known.is_none() {
        if entry.name.en.is_none() && entry.name.zh.is_none() {
            return Err(source.fault(place, format!("side `{id}` is new and has no name; add name.en = \"…\"")));
        }
        let new = RawSide { id: id.clone().into(), ..RawSide::default() };
        if known.is_some() { sides[at] = new } else { sides.push(new) }
    }
    let side = &mut sides[at];
    say(&mut side.name, entry.name);
    side.publishes = entry.publishes.unwrap_or(side.publishes);
    side.language = entry.language.unwrap_or(side.language);
    side.surname = entry.surname.unwrap_or(side.surname);
    side.speakers = entry.speakers.unwrap_or(side.speakers);
    side.own_offices.extend(entry.own_offices.into_iter().map(|office| office.value.into()));
    side.nation.en.extend(entry.nation.en.into_iter().map(|word| word.value.into()));
    side.nation.zh.extend(entry.nation.zh.into_iter().map(|word| word.value.into()));
    lengthen(&mut side.actor, entry.actor, &format!("side.{id}"), places);
    lengthen(&mut side.title, entry.title, &format!("side.{id}.title"), places);
    for PersonEntry { names, level, gender, office, years } in entry.people {
        for name in &names {
            places.note(format!("person.{}", name.value), name.place);
        }
        let names = names.into_iter().map(|n| n.value.into()).collect();
        let mut called = Bilingual::default();
        say(&mut called, office);
        let office = Some(called).filter(|office| !office.en.is_empty());
        let (level, gender) = (level.map(Into::into), gender.map(Into::into));
        side.person.push(RawPerson { names, level, gender, office, from: years.0, to: years.1 });
    }
    Ok(())
}

/// Names of rules that are no topics: evidence would not tell which is meant.
fn reserved(id: &str) -> bool {
    // Lists and voices that are no topics, and what evidence says without a cue.
    const OTHERS: [&str; 7] = ["anaphora", "joint", "countries", "office", "side", "both", "none"];
    Act::from_id(id).is_some() || RawSpeech::NAMES.contains(&id) || OTHERS.contains(&id) || Without::of(id).is_some()
}

fn taken(id: &str) -> String {
    format!("the codebook uses `{id}` for something else, so evidence would not tell which is meant; choose another id")
}

/// What somebody may have meant.
pub(super) fn meant<'a>(word: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    match nearest(word, known.clone()).first() {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("there are {}", known.collect::<Vec<_>>().join(", ")),
    }
}

/// What is given, in place of what was said; a language in which nothing is said takes the other's words.
pub(super) fn say(text: &mut Bilingual, given: Both<Option<String>>) {
    if let Some(en) = given.en {
        text.en = en.into();
    }
    if let Some(zh) = given.zh {
        text.zh = zh.into();
    }
    if text.en.is_empty() {
        text.en.clone_from(&text.zh);
    }
    if text.zh.is_empty() {
        text.zh.clone_from(&text.en);
    }
}

pub(super) fn exemplify(examples: &mut Examples, given: PlacedTexts, id: &str, places: &mut Places) {
    for (list, texts, language) in [(&mut examples.en, given.en, "en"), (&mut examples.zh, given.zh, "zh")] {
        for text in texts {
            list.to_mut().push(text.value.into());
            places.note(format!("example {id}.{language}.{}", list.len()), text.place);
        }
    }
}

fn lengthen(list: &mut RawCues, given: PlacedCues, id: &str, places: &mut Places) {
    extend(&mut list.en, given.en, &format!("{id}.en"), places);
    extend(&mut list.zh, given.zh, &format!("{id}.zh"), places);
}

fn extend(list: &mut Vec<RawCue>, given: Vec<Placed<RawCue>>, id: &str, places: &mut Places) {
    for cue in given {
        list.push(cue.value);
        places.note(format!("{id}.{}", list.len()), cue.place);
    }
}

fn noted(given: Vec<Placed<String>>, kind: &str, places: &mut Places) -> Vec<String> {
    let note = |text: Placed<String>| {
        places.note(format!("{kind} {}", text.value), text.place);
        text.value
    };
    given.into_iter().map(note).collect()
}
