//! A folder of meetings as linked pages: what each page shows, before it takes a form, and the folder that holds the pages.

mod folder;
mod heat;
mod ledger;
mod report;

use std::collections::BTreeMap;

use serde::Serialize;

pub use folder::{Folder, FolderError, LIST, Old};
pub use heat::{Cell, Heat, Raise};
pub use ledger::LedgerEntry;
pub use report::{Report, Standing};

use crate::codebook::Codebook;
use crate::comparison::{Comparison, Raised, Text, TopicRow};
use crate::readout::Side;
use crate::trace::{self, Met, Trace};

/// What the index says of one meeting.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Card {
    /// The meeting's id, which names its page.
    pub id: String,
    /// The earliest day that its texts give.
    pub date: Option<String>,
    /// Where, as the first English text that says so, else the first in Chinese.
    pub place: Option<String>,
    /// Who met: the first name that the front matter gives, else the highest person of a title or an opening.
    pub met: Met,
    /// The texts, by label.
    pub texts: Vec<String>,
    /// The sides that have a text.
    pub sides: Vec<Side>,
    /// The topics that a column raises, most shared first.
    pub topics: Vec<String>,
    /// The topics that one column alone raises and the others leave out; none where no other is there to leave a topic out,
    /// or only fragments of it.
    pub one_sided: Option<usize>,
    /// The claims, and those of them that the other text does not confirm.
    pub claims: usize,
    /// Claims of which the other side's text says nothing, or too little.
    pub silent: usize,
}

/// Everything that a site shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Model {
    /// The meetings, latest first; those without a day at the end, by id.
    pub meetings: Vec<Card>,
    /// Who raised what, when.
    pub heat: Heat,
    /// Everything that one side says of the other or of both and the other text does not confirm.
    pub ledger: Vec<LedgerEntry>,
    /// Every side over time, with the statements on every topic.
    pub trace: Trace,
}

/// What a site of these comparisons shows. Their order does not matter.
#[must_use]
pub fn model(comparisons: &[Comparison], codebook: &Codebook) -> Model {
    let levels = trace::Levels::of(codebook);
    let mut meetings: Vec<Card> = comparisons.iter().map(|comparison| card(comparison, &levels)).collect();
    // Latest first; of one day by id, so that the order is the same every time.
    meetings.sort_by(|a, b| (b.date.is_some(), &b.date).cmp(&(a.date.is_some(), &a.date)).then(a.id.cmp(&b.id)));
    let by_id: BTreeMap<&str, &Comparison> = comparisons.iter().map(|c| (c.meeting.as_str(), c)).collect();
    let topics = codebook.topics.iter().map(|t| t.id.to_string()).collect();
    let options = trace::Options { topics, ..trace::Options::default() };
    Model {
        heat: Heat::of(&by_id, &meetings, codebook),
        ledger: ledger::ledger(&by_id, &meetings),
        trace: trace::trace(comparisons, &options, codebook),
        meetings,
    }
}

fn card(comparison: &Comparison, levels: &trace::Levels) -> Card {
    let readouts = || comparison.texts.iter().map(|t| t.readout());
    // Whom a front matter gives counts before whom other texts name.
    let given = |text: &&Text| !text.readout().principals.is_empty();
    let any = comparison.texts.iter().any(|text| given(&text));
    let mut met = Met::default();
    for one in comparison.texts.iter().filter(|text| !any || given(text)).map(|text| levels.met(text)) {
        met.apart = met.apart.or(one.apart);
        for (side, name) in one.people {
            met.people.entry(side).or_insert(name);
        }
    }
    let mut sides: Vec<Side> = readouts().map(|r| r.side.clone()).collect();
    sides.sort_unstable();
    sides.dedup();
    let raised = comparison.topics.iter().filter(|t| t.raised != Raised::Beside);
    Card {
        id: comparison.meeting.clone(),
        date: comparison.day().map(str::to_owned),
        place: comparison.place().map(str::to_owned),
        met,
        texts: comparison.texts.iter().map(|t| t.label.clone()).collect(),
        topics: raised.map(|t| t.id.clone()).collect(),
        one_sided: (sides.len() > 1 && comparison.columns().any(|t| !t.is_fragments())).then(|| {
            let one = |t: &&TopicRow| t.raised == Raised::One && t.is_only_there();
            comparison.topics.iter().filter(one).count()
        }),
        claims: comparison.claims.len(),
        silent: comparison.claims.iter().filter(|c| ledger::is_silent(c)).count(),
        sides,
    }
}

#[cfg(test)]
mod tests;
