//! Owns what a text says of its meeting where it is certain: the people whom the codebook knows, and the place.

use std::collections::BTreeMap;

use crate::codebook::{Codebook, CodebookError};
use crate::readout::Side;
use crate::text::{Form, Language};

/// How much of a text introduces who met, in bytes.
const OPENING: usize = 1_200;

/// The people whom the title and the opening name and the codebook knows, by side; a name within a longer one of the same
/// side is left out.
pub(super) fn principals(
    title: Option<&str>,
    body: &str,
    language: Language,
    codebook: &Codebook,
) -> Result<BTreeMap<Side, Vec<String>>, CodebookError> {
    let rules = codebook.rules(language)?;
    let opening = &body[..body.floor_char_boundary(OPENING)];
    let first = opening.split("\n\n").next().unwrap_or(opening);
    let mut people: BTreeMap<Side, Vec<String>> = BTreeMap::new();
    for line in title.into_iter().chain(first.lines()) {
        let form = Form::new(line, 0);
        for (side, span) in rules.named(&form).1 {
            let name = form.original(span).slice(line);
            if let Some(side) = Side::new(side) {
                let names = people.entry(side).or_default();
                // Transcripts write names in capitals.
                let within = |one: &str, other: &str| other.to_lowercase().contains(&one.to_lowercase());
                if !names.iter().any(|n| within(name, n)) {
                    names.retain(|n| !within(n, name));
                    names.push(name.to_owned());
                }
            }
        }
    }
    Ok(people)
}

/// Where the encounter took place, if the title or the first sentence says so plainly: `telephone` and `video` for those at
/// a distance.
pub(super) fn place(title: Option<&str>, body: &str, language: Language) -> Option<String> {
    let title = title.unwrap_or("");
    let first = body.lines().next().unwrap_or("");
    match language {
        Language::En => {
            let lower = title.to_lowercase();
            let says = |words: &[&str]| words.iter().any(|w| lower.contains(w));
            if says(&[
                "virtual meeting",
                "video call",
                "video meeting",
                "videoconference",
                "video conference",
                "video link",
            ]) {
                return Some("video".to_owned());
            }
            if says(&[" call with", "phone call", "telephone", "phone conversation", "speaks with", "on the phone"]) {
                return Some("telephone".to_owned());
            }
            english(title)
                .or_else(|| english(first.split(". ").next().unwrap_or(first)).filter(|_| first.contains(" met ")))
        }
        Language::Zh => {
            let called = ["通电话", "通话", "通電話"].iter().any(|w| title.contains(w));
            let video = ["视频会晤", "视频会见", "视频通话", "視頻"].iter().any(|w| title.contains(w));
            (called || video).then(|| if video { "video" } else { "telephone" }.to_owned())
        }
    }
}

/// What titles write with a capital behind 'in' and is no place: 'in Bilateral Meeting', 'in Person'.
const NO_PLACES: [&str; 14] = [
    "Bilateral",
    "Person",
    "Joint",
    "Meeting",
    "Meetings",
    "Support",
    "Honor",
    "Trade",
    "Expanded",
    "Talks",
    "Response",
    "Advance",
    "Recognition",
    "Commemoration",
];

/// The only `in City` or `in City, Country` of a sentence that says `meet`; months and years are no places.
fn english(sentence: &str) -> Option<String> {
    let lower = sentence.to_lowercase();
    if !["met ", "meeting", "meets", "talks"].iter().any(|w| lower.contains(w)) {
        return None;
    }
    let mut found: Vec<String> = Vec::new();
    for (at, _) in sentence.match_indices(" in ") {
        let mut words: Vec<&str> = Vec::new();
        for word in sentence[at + 4..].split(' ').take(5) {
            let bare = word.trim_end_matches([',', '.', ';', ':', '’', '”', '"']);
            let name =
                bare.starts_with(char::is_uppercase) && bare.chars().all(|c| c.is_alphabetic() || "-.'’".contains(c));
            if !name {
                break;
            }
            words.push(word.trim_end_matches(['.', ';', ':']));
            if !word.ends_with(',') && word.len() > bare.len() {
                break;
            }
        }
        let place = words.join(" ");
        let place = place.trim_end_matches(',');
        let first = place.split([' ', ',']).next().unwrap_or("");
        let thing = NO_PLACES.contains(&first);
        if !first.is_empty() && !thing && super::dates::find(&format!("{first} 1, 2000")).is_none() {
            found.push(place.to_owned());
        }
    }
    (found.len() == 1).then(|| found.remove(0))
}

/// A place as the end of a meeting's id: `Bali, Indonesia` is `bali`, the telephone is `call`. None for a place in another
/// script.
#[must_use]
pub fn slug(place: &str) -> Option<String> {
    let city = place.split(',').next().unwrap_or(place).trim().to_lowercase();
    if city == "telephone" {
        return Some("call".to_owned());
    }
    let plain: String = city.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let slug = plain.split_whitespace().collect::<Vec<_>>().join("-");
    (!slug.is_empty() && slug.is_ascii()).then_some(slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_named_plainly_or_not_at_all() {
        let en = |title: &str, body: &str| place(Some(title), body, Language::En);
        assert_eq!(en("Readout of a Call with B", "A spoke.").as_deref(), Some("telephone"));
        assert_eq!(en("A’s Meeting with B in Port Avery", "A met B.").as_deref(), Some("Port Avery"));
        assert_eq!(
            en("A’s Meeting", "A met with B in Bali, Indonesia, on Monday.").as_deref(),
            Some("Bali, Indonesia")
        );
        assert_eq!(en("A’s Meeting", "A met today with B in Jakarta.").as_deref(), Some("Jakarta"));
        assert_eq!(en("A’s Meeting", "A met B in November. They met in Bali."), None);
        assert_eq!(en("A’s Meeting", "A met B in Bali after talks in Rome."), None);
        assert_eq!(place(Some("甲同乙通电话"), "甲说。", Language::Zh).as_deref(), Some("telephone"));
    }

    #[test]
    fn people_whom_the_codebook_knows_are_principals() {
        let people = |title: &str, body: &str, language| {
            let found = principals(Some(title), body, language, &Codebook::embedded()).expect("the embedded codebook");
            found.into_iter().map(|(side, names)| format!("{side}: {}", names.join(", "))).collect::<Vec<_>>()
        };
        let title = "Readout of President Joe Biden’s Call with Director Lu Haiming";
        let body = "Biden spoke with President Xi Jinping.\n\nSecretary Blinken was there.";
        assert_eq!(people(title, body, Language::En), ["cn: Xi Jinping", "us: Joe Biden"]);
        assert_eq!(people("沈博远同拜登通电话", "王毅参加。", Language::Zh), ["cn: 王毅", "us: 拜登"]);
    }

    #[test]
    fn slugs_end_folder_names() {
        assert_eq!(slug("Bali, Indonesia").as_deref(), Some("bali"));
        assert_eq!(slug("telephone").as_deref(), Some("call"));
        assert_eq!(slug("Port Avery").as_deref(), Some("port-avery"));
        assert_eq!(slug("雅加达"), None);
        assert_eq!(slug("../.."), None);
    }
}
