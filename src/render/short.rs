//! What a reader looks for first, at the head of every form: which topics one text alone has, what one says of the other that
//! the other does not have, and which pieces of a side's formula the other has it say. Nothing stands here that does not stand
//! below with its evidence.

use super::lines::{Entry, Line, Piece, joined, numbers};
use super::sections::unlike_versions;
use super::wording::{self, count, label};
use super::words;
use crate::codebook::concepts::Concept;
use crate::codebook::{Act, Codebook};
use crate::coding::{Basis, Speaker, Statement};
use crate::comparison::{Claim, ClaimStatus, ClaimType, Comparison, EditKind, Raised, Text, TopicRow, WordingPairs};
use crate::text::language::is_han;
use crate::text::width::Widths;

/// How many things a line names before it says how many more there are.
const NAMED: usize = 6;
/// How many claims a line quotes.
const QUOTED: usize = 3;
/// How wide a quotation may be, in display columns.
const WIDEST: usize = 72;

/// Said where the columns are versions of one statement.
const ONE_STATEMENT: &str = "one statement of the sides together, which each publishes";
/// Behind it, where the versions are in two languages.
const VERSIONS: &str = ": where its versions are not alike stands under ‘Versions’";

/// The entries; none where there is but one text.
pub(super) fn short(comparison: &Comparison, codebook: &Codebook) -> Vec<Entry> {
    if comparison.columns().count() < 2 {
        return Vec::new();
    }
    // Where the columns are one statement, what one version has and the other has not is no silence of a side.
    if comparison.is_joint() {
        let where_to = if comparison.versions.is_empty() { unlike(comparison) } else { VERSIONS.to_owned() };
        return vec![Entry {
            title: format!("{ONE_STATEMENT}{where_to}"),
            lines: unlike_versions(comparison, codebook),
        }];
    }
    let two = comparison.columns().count() == 2;
    let of = if two { "the other side, or of both" } else { "another side, or of all" };
    let entries = [
        (SORTS.to_owned(), sorts(comparison)),
        (ASKED.to_owned(), asked(comparison)),
        ("topics".to_owned(), topics(comparison, codebook)),
        (format!("what one text says of {of}"), claims(comparison, codebook)),
        (UNDISCUSSED.to_owned(), undiscussed(comparison, codebook)),
        ("one side's formula in another's text".to_owned(), formulas(comparison, codebook)),
        ("what each text warns of".to_owned(), warnings(comparison, codebook)),
        ("one text in two languages, not alike".to_owned(), unlike_versions(comparison, codebook)),
    ];
    let filled = entries.into_iter().filter(|(_, lines)| !lines.is_empty());
    filled.map(|(title, lines)| Entry { title, lines }).collect()
}

/// In how many statements versions of one language are not alike, behind [`ONE_STATEMENT`]; nothing where they all are.
fn unlike(comparison: &Comparison) -> String {
    let of = |pairs: &WordingPairs| {
        let differ =
            pairs.pairs.iter().filter(|pair| pair.edits.iter().any(|edit| edit.kind != EditKind::Same)).count();
        differ + pairs.first_alone.len().max(pairs.second_alone.len())
    };
    match comparison.wording.iter().map(of).sum() {
        0 => String::new(),
        statements => format!(": {} not alike, as stands under ‘Wording’", count(statements, "statement")),
    }
}

/// Said where the columns are not all of one sort.
const SORTS: &str = "texts of different sorts: what one leaves out it may leave out for that";

/// What sort of text each column is, where they are not all of one.
fn sorts(comparison: &Comparison) -> Vec<Line> {
    let sort = |text: &Text| wording::sort(text.readout());
    let mut all = comparison.columns().map(sort);
    let first = all.next();
    if all.all(|other| Some(other) == first) {
        return Vec::new();
    }
    comparison.columns().map(|text| Line::said(label(&text.label), sort(text))).collect()
}

/// Said where texts do not agree on who asked for the encounter.
const ASKED: &str = "who asked for the encounter, or invited to it: the texts do not say the same";

/// Which side asked for the encounter as each text has it, where they do not say the same.
fn asked(comparison: &Comparison) -> Vec<Line> {
    let encounter = &comparison.encounter;
    if !encounter.asked_differs() {
        return Vec::new();
    }
    let line = |text: &Text| {
        let asked = encounter.asked.get(&text.label)?;
        let mut said = vec![Piece::said(format!("says that {} did: “", asked.side.label()))];
        said.push(words::at(comparison, &text.label, Some(&asked.place)));
        said.push(Piece::said("”"));
        Some(Line::run(label(&text.label), said))
    };
    comparison.columns().filter_map(line).collect()
}

/// The title over what one text says was not discussed.
pub(super) const UNDISCUSSED: &str = "said not to have been discussed, and in another text";

/// What each text says was not discussed, and where another names it.
pub(super) fn undiscussed(comparison: &Comparison, codebook: &Codebook) -> Vec<Line> {
    let mut lines = Vec::new();
    for same in comparison.undiscussed.chunk_by(|a, b| (&a.text, a.statement) == (&b.text, b.statement)) {
        let Some(text) = comparison.text(&same[0].text) else { continue };
        let mut pieces = quotation(text, same[0].statement);
        for other in comparison.columns() {
            let named = same.iter().filter_map(|one| {
                let name = words::name(&one.concept, codebook).to_owned();
                Some(words::named_by_voice(comparison, other, name, one.named.get(&other.label)?))
            });
            let named = joined(named, ", ");
            if !named.is_empty() {
                pieces.push(Piece::said(format!("; {} names ", label(&other.label))));
                pieces.extend(named);
            }
        }
        lines.push(Line::run(label(&text.label), pieces));
    }
    lines
}

/// How many topics all texts have, and which only some of them, as the table says it. Where only some topics were asked for, that
/// would say nothing of the texts.
fn topics(comparison: &Comparison, codebook: &Codebook) -> Vec<Line> {
    if !comparison.only_topics.is_empty() {
        return Vec::new();
    }
    let some = |n: usize| if n == 0 { "no topic".to_owned() } else { count(n, "topic") };
    let everywhere = |row: &&TopicRow| row.raised == Raised::All && comparison.second_hand(row).next().is_none();
    let (all, others): (Vec<&TopicRow>, Vec<&TopicRow>) =
        comparison.topics.iter().filter(|row| row.raised != Raised::Beside).partition(everywhere);
    let two = comparison.columns().count() == 2;
    let mut groups: Vec<(String, Vec<&TopicRow>)> = Vec::new();
    // Of two whole texts it is said too that one has nothing that the other has not.
    if two && !comparison.columns().any(Text::is_fragments) {
        groups.extend(comparison.columns().map(|text| (format!("{} only", label(&text.label)), Vec::new())));
    }
    for row in others {
        let told = comparison.second_hand(row).next().is_some();
        let who = if told { wording::raised(comparison, row) } else { wording::raisers(comparison, row) };
        match groups.iter_mut().find(|(known, _)| *known == who) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((who, vec![row])),
        }
    }
    let name = |row: &&TopicRow| {
        let name = wording::topic(codebook, &row.id);
        let denied = comparison.columns().filter_map(|text| {
            let denial = wording::denied(text, &row.id)?;
            Some(format!("{} says that {}", label(&text.label), denial.said()))
        });
        let denied: Vec<String> = denied.collect();
        if !denied.is_empty() {
            return format!("{name} ({})", denied.join(", "));
        }
        match comparison.told(row) {
            Some((text, side)) => format!("{name} ({})", wording::as_words(text, side.as_str())),
            None => name,
        }
    };
    let line = |(who, rows): (String, Vec<&TopicRow>)| {
        // What a text has in passing is no headline.
        let (passing, own): (Vec<&TopicRow>, Vec<&TopicRow>) = rows.iter().copied().partition(|row| is_passing(row));
        let mut names: Vec<String> = own.iter().chain(&passing).take(NAMED).map(name).collect();
        if let Some(first) = names.get_mut(own.len()).filter(|_| !own.is_empty()) {
            *first = format!("{PASSING}: {first}");
        }
        if rows.len() > NAMED {
            names.push(format!("and {} more", rows.len() - NAMED));
        }
        let silent = |text: &&Text| rows.iter().any(|row| row.silent.contains(&text.label));
        let unquoted = comparison.columns().filter(silent).any(Text::is_fragments);
        let beyond = if unquoted {
            format!(", {}", wording::unquoted(comparison.columns().filter(silent)))
        } else {
            String::new()
        };
        let passing = if own.is_empty() && !rows.is_empty() { format!(" {PASSING}") } else { String::new() };
        let colon = if rows.is_empty() { "" } else { ": " };
        Line::said(who, format!("{}{passing}{beyond}{colon}{}", some(rows.len()), names.join("; ")))
    };
    let everywhere = Line::said(if two { "both" } else { "all" }, some(all.len()));
    std::iter::once(everywhere).chain(groups.into_iter().map(line)).collect()
}

/// Said before the topics that no text has but beside another subject.
const PASSING: &str = "in passing, beside another subject";

/// Whether every text that has a topic has it in passing.
fn is_passing(row: &TopicRow) -> bool {
    row.parts.iter().all(|part| part.passing)
}

/// What each text says of another side, and of both, that the other text does not have.
fn claims(comparison: &Comparison, codebook: &Codebook) -> Vec<Line> {
    let mut lines = Vec::new();
    for text in comparison.columns() {
        lines.extend(unheard(comparison, text));
        let own: Vec<&Claim> = comparison
            .claims
            .iter()
            .filter(|claim| claim.text == text.label && claim.status != ClaimStatus::NoText)
            .collect();
        let mut sorts: Vec<(ClaimType, &Speaker)> = own.iter().map(|claim| (claim.kind, &claim.speaker)).collect();
        sorts.sort_by(|a, b| (a.0, a.1.as_str()).cmp(&(b.0, b.1.as_str())));
        sorts.dedup();
        for (kind, speaker) in sorts {
            let same = own.iter().filter(|claim| claim.kind == kind && claim.speaker == *speaker);
            let told = OfOne::new(comparison, text, same.copied(), codebook);
            lines.extend(told.disputed());
            lines.extend(told.differing(comparison, codebook));
            lines.extend(told.silent_or_found());
        }
    }
    lines
}

/// Of two texts: that a whole account has nothing of the other side's words tells as much as what it has.
fn unheard(comparison: &Comparison, text: &Text) -> Vec<Line> {
    let side = &text.readout().side;
    let tells = text.coded.statements.iter().any(|s| s.speaker.other_than(side).is_some());
    if comparison.columns().count() != 2 || text.is_fragments() || tells || !comparison.only_topics.is_empty() {
        return Vec::new();
    }
    let others = comparison.columns().filter(|other| other.readout().side != *side);
    let none = |other: &Text| {
        format!("no statement of it reports what {} alone said or did there", label(other.readout().side.as_str()))
    };
    others.map(|other| Line::said(label(&text.label), none(other))).collect()
}

/// The claims of one text on one side, or on all of them, by how they stand.
struct OfOne<'c> {
    text: &'c Text,
    /// What the text says of whom.
    what: String,
    all: Vec<&'c Claim>,
    disputed: Vec<&'c Claim>,
    /// Those that it has with another number, word or measure.
    differing: Vec<&'c Claim>,
    /// Those that the other text does not have, those first that have more that tells.
    silent: Vec<&'c Claim>,
    /// Those of which it has only what is general.
    general: Vec<&'c Claim>,
    /// The same where the codebook has no concept for a claim: that it is not found tells little.
    unknown: Vec<usize>,
}

impl<'c> OfOne<'c> {
    /// Sorts claims of one type and speaker, of which there is at least one.
    fn new(
        comparison: &Comparison,
        text: &'c Text,
        claims: impl Iterator<Item = &'c Claim>,
        codebook: &Codebook,
    ) -> Self {
        let all: Vec<&Claim> = claims.collect();
        let what = match all.first().map(|claim| (claim.kind, &claim.speaker)) {
            Some((ClaimType::Attribution, speaker)) => {
                format!("that it says {} said or did", label(speaker.as_str()))
            }
            _ if comparison.columns().count() == 2 => "that it says both agreed or did together".to_owned(),
            _ => "that it says all agreed or did together".to_owned(),
        };
        let disputed = all.iter().copied().filter(|claim| !claim.contrary.is_empty()).collect();
        let differing = all.iter().copied().filter(|claim| claim.differs()).collect();
        let general = all.iter().copied().filter(|claim| claim.general && !claim.differs()).collect();
        let (mut silent, unknown): (Vec<&Claim>, Vec<&Claim>) =
            all.iter().copied().filter(|claim| claim.status == ClaimStatus::Silent).partition(|claim| claim.telling);
        // A stable sort: of claims that weigh as much the first in the text comes first.
        silent.sort_by(|a, b| weight(b, codebook).total_cmp(&weight(a, codebook)));
        let unknown = unknown.into_iter().map(|claim| claim.statement).collect();
        Self { text, what, all, disputed, differing, silent, general, unknown }
    }

    /// `3 things`, or `2 of 3 things`.
    fn some(&self, number: usize) -> String {
        let things = count(self.all.len(), "thing");
        if number == self.all.len() { things } else { format!("{number} of {things}") }
    }

    /// What the other text has otherwise.
    fn disputed(&self) -> Option<Line> {
        let contrary = self.disputed.iter().flat_map(|claim| &claim.contrary);
        let mut there: Vec<String> = contrary.map(|contrary| label(&contrary.side)).collect();
        there.sort_unstable();
        there.dedup();
        let of = self.some(self.disputed.len());
        let head = format!("{of} {}, of which {} says the opposite: ", self.what, there.join(" and "));
        let line = [vec![Piece::said(head)], first(self.text, &self.disputed, disputed)].concat();
        (!self.disputed.is_empty()).then(|| Line::run(label(&self.text.label), line))
    }

    /// What the other text has with another number, word or measure, and how.
    fn differing(&self, comparison: &Comparison, codebook: &Codebook) -> Option<Line> {
        let there = texts(&self.differing, |status| status == ClaimStatus::Partly);
        let head = format!("{} {}, in {there} otherwise: ", self.some(self.differing.len()), self.what);
        let one = |claim: &&Claim| {
            let how = words::differences(comparison, claim, codebook).join("; ");
            let how = Piece::said(format!(" ({how})"));
            quotation(self.text, claim.statement).into_iter().chain(std::iter::once(how)).collect::<Vec<_>>()
        };
        let mut pieces = vec![Piece::said(head)];
        pieces.extend(joined(self.differing.iter().take(QUOTED).map(one), "; "));
        pieces.extend(rest(self.text, self.differing.iter().skip(QUOTED).map(|claim| claim.statement).collect()));
        (!self.differing.is_empty()).then(|| Line::run(label(&self.text.label), pieces))
    }

    /// What the other text has not, or that it has all of it.
    fn silent_or_found(&self) -> Option<Line> {
        let (all, silent) = (self.all.len(), self.silent.len());
        let told = self.disputed.len() + self.differing.len();
        if told == all {
            return None;
        }
        let found = all - silent - self.unknown.len() - self.general.len() - told;
        let mut pieces = if silent > 0 {
            let there = texts(&self.silent, |status| status == ClaimStatus::Silent);
            let head = format!("{} {}, not found in {there}: ", self.some(silent), self.what);
            [vec![Piece::said(head)], first(self.text, &self.silent, |_, _| 0)].concat()
        } else if found > 0 {
            let every = if found == all && found > 1 { "all " } else { "" };
            let there = texts(&self.all, |_| true);
            let found = self.some(found);
            vec![Piece::said(format!("{found} {}: {every}found in {there}, at least in part", self.what))]
        } else if !self.general.is_empty() {
            let there = texts(&self.general, |status| status == ClaimStatus::Partly);
            let head = format!("{} {}, in {there} only what is general: ", self.some(self.general.len()), self.what);
            [vec![Piece::said(head)], first(self.text, &self.general, |_, _| 0)].concat()
        } else {
            vec![Piece::said(format!("{} {}", self.some(all), self.what))]
        };
        // Where it heads the line it is quoted there.
        if silent > 0 || found > 0 {
            let there = texts(&self.general, |status| status == ClaimStatus::Partly);
            let statements: Vec<usize> = self.general.iter().map(|claim| claim.statement).collect();
            pieces.extend(numbered(self.text, &statements, |count| {
                format!("; of {count} {there} has only what is general")
            }));
        }
        pieces.extend(numbered(self.text, &self.unknown, |count| {
            format!("; for {count} the codebook has nothing distinctive")
        }));
        Some(Line::run(label(&self.text.label), pieces))
    }
}

/// The first of some claims of a text in its words, each from a byte on, and the numbers of the others.
fn first(text: &Text, claims: &[&Claim], from: impl Fn(&Statement, &Claim) -> usize) -> Vec<Piece> {
    let one = |claim: &&Claim| {
        let statement = text.coded.statements.get(claim.statement);
        quoted(text, claim.statement, statement.map_or(0, |statement| from(statement, claim)))
    };
    let mut pieces = joined(claims.iter().take(QUOTED).map(one), "; ");
    pieces.extend(rest(text, claims.iter().skip(QUOTED).map(|claim| claim.statement).collect()));
    pieces
}

/// What is said of so many statements of a text, with their numbers; nothing of none.
fn numbered(text: &Text, statements: &[usize], said: impl Fn(usize) -> String) -> Vec<Piece> {
    if statements.is_empty() {
        return Vec::new();
    }
    let mut pieces = vec![Piece::said(format!("{} [", said(statements.len())))];
    pieces.extend(numbers(&text.label, statements));
    pieces.push(Piece::said("]"));
    pieces
}

/// How many statements of a text there are beside those that are quoted, with their numbers.
fn rest(text: &Text, statements: Vec<usize>) -> Vec<Piece> {
    numbered(text, &statements, |count| format!("; and {count} more"))
}

/// How much tells what a claim has and the other text has not: of thanks and of frames nothing does.
fn weight(claim: &Claim, codebook: &Codebook) -> f64 {
    let concept = |id: &String| codebook.inventory().concept(id).map_or(Concept::TELLING, |concept| concept.weight);
    claim.missing.iter().chain(&claim.elsewhere).map(concept).filter(|weight| *weight >= Concept::TELLING).sum()
}

/// The texts that were asked for claims, those alone that stand so to one of them: `JP and US`.
fn texts(claims: &[&Claim], stands: impl Fn(ClaimStatus) -> bool) -> String {
    let asked = claims.iter().flat_map(|claim| &claim.answers).filter(|(_, status)| stands(**status));
    let mut labels: Vec<String> = asked.map(|(text, _)| label(text)).collect();
    labels.sort_unstable();
    labels.dedup();
    labels.join(" and ")
}

/// The warnings of each text's own side, quoted from the clause on in which it warns.
fn warnings(comparison: &Comparison, codebook: &Codebook) -> Vec<Line> {
    let of = |text: &Text| {
        let side = &text.readout().side;
        let asked = |s: &Statement| {
            comparison.only_topics.is_empty() || s.topics.iter().any(|topic| comparison.only_topics.contains(topic))
        };
        let warns = |s: &&Statement| s.act == Act::Warn && s.speaker.as_str() == side.as_str() && asked(s);
        let all: Vec<&Statement> = text.coded.statements.iter().filter(warns).collect();
        if all.is_empty() {
            return None;
        }
        let one = |s: &&Statement| {
            // Of a sentence in parts, what the part that warns is about.
            let warned = s.topics.iter().zip(&s.acts).find(|(_, act)| **act == Act::Warn).map(|(id, _)| id);
            let topic = warned.or(s.topics.first());
            let topic = topic.map(|id| Piece::said(format!("{}: ", wording::topic(codebook, id))));
            topic.into_iter().chain(quoted(text, s.index, clause(s))).collect::<Vec<Piece>>()
        };
        let mut pieces = joined(all.iter().take(QUOTED).map(one), "; ");
        pieces.extend(rest(text, all.iter().skip(QUOTED).map(|s| s.index).collect()));
        Some(Line::run(label(&text.label), pieces))
    };
    comparison.columns().filter_map(of).collect()
}

/// Where the clause begins in which a statement does what it does, in bytes of its words: 0 where that is within what is quoted.
fn clause(statement: &Statement) -> usize {
    let code = format!("act:{}", statement.act.as_str());
    let cue = statement.evidence.iter().find(|e| e.code == code && e.basis == Basis::Cue);
    clause_at(statement, cue.map_or(0, |e| e.span.start))
}

/// Where the clause of a claim begins that the other text says the opposite of.
fn disputed(statement: &Statement, claim: &Claim) -> usize {
    claim.contrary.first().and_then(|contrary| contrary.of).map_or(0, |of| clause_at(statement, of.start))
}

/// Where the clause begins in which a byte of the body stands, in bytes of the statement's words: 0 where that is within what
/// is quoted.
fn clause_at(statement: &Statement, byte: usize) -> usize {
    let at = byte.saturating_sub(statement.span.start);
    let before = statement.text.get(..at).unwrap_or_default();
    if Widths::default().str_width(before) * 2 < WIDEST {
        return 0;
    }
    // 'If it goes on, there will be consequences': the condition belongs to it.
    const IF: [&str; 8] = ["if ", "should ", "unless ", "and if ", "如果", "一旦", "若", "如"];
    let begins = |before: &str| {
        let sign = before.char_indices().rfind(|(_, c)| matches!(c, '，' | '；' | ',' | ';' | '：' | ':'));
        sign.map_or(0, |(at, sign)| at + sign.len_utf8() + usize::from(before[at + sign.len_utf8()..].starts_with(' ')))
    };
    let own = begins(before);
    let last = begins(before[..own].trim_end().trim_end_matches([',', '，']));
    if own > 0 && IF.iter().any(|word| before[last..].starts_with(word)) { last } else { own }
}

/// The beginning of a statement, with its number.
fn quotation(text: &Text, statement: usize) -> Vec<Piece> {
    quoted(text, statement, 0)
}

/// A statement from a byte of its words on, with its number.
fn quoted(text: &Text, statement: usize, from: usize) -> Vec<Piece> {
    let words = text.coded.statements.get(statement).and_then(|s| s.text.get(from..)).unwrap_or_default();
    let words = if from > 0 { format!("…{words}") } else { words.to_owned() };
    let words = wording::one_line(&words);
    let short = Widths::default().truncate(&words, WIDEST);
    let words = wording::inner(&at_word(&words, &short));
    let quoted = Piece::Quoted { text: text.label.clone(), from: Some(statement), words };
    let number = Piece::Number { text: text.label.clone(), statement };
    vec![Piece::said("“"), quoted, Piece::said("” ["), number, Piece::said("]")]
}

/// The beginning of a text that is cut off in it (`short`, with its mark), without the word that is cut through.
fn at_word(text: &str, short: &str) -> String {
    let Some(kept) = short.strip_suffix('…') else { return short.to_owned() };
    let through =
        text[kept.len()..].starts_with(char::is_alphanumeric) && kept.ends_with(|c: char| c.is_alphanumeric());
    let word = kept.rfind(' ').filter(|space| through && !kept[*space..].chars().any(is_han));
    format!("{}…", kept[..word.unwrap_or(kept.len())].trim_end_matches([' ', ',', ';']))
}

/// What one text gives as pieces of another side's formula, and how much that side's own text has of it: of formulas on a topic,
/// since the pieces of others are words that everybody uses.
fn formulas(comparison: &Comparison, codebook: &Codebook) -> Vec<Line> {
    let inventory = codebook.inventory();
    let mut lines = Vec::new();
    for used in &comparison.formulas {
        let Some(formula) = inventory.formula(&used.id).filter(|formula| !formula.topics.is_empty()) else { continue };
        for (text, pieces) in words::ascribed(comparison, used, formula) {
            let own = words::own_share(comparison, used, &formula.side);
            let head = format!("{own}; {} gives {}: ", label(&text.label), wording::as_words(text, &formula.side));
            let named = pieces.iter().map(|piece| {
                words::named(comparison, &text.label, words::component(formula, piece).into_owned(), piece.words())
            });
            lines
                .push(Line::run(formula.label.en.to_string(), [vec![Piece::said(head)], joined(named, "; ")].concat()));
        }
    }
    lines
}
