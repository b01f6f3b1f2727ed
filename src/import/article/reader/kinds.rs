//! From what sort of source quoted words are: a written account, somebody without a name, or remarks on record.

use super::paragraph::Line;
use super::{Reader, Source};
use crate::import::article::attribution::{Found, Sentence};
use crate::import::article::cues::Cues;
use crate::import::article::sources::Who;
use crate::import::article::{NO_SIDE, is_party};
use crate::readout::Kind;

impl Reader<'_> {
    /// From what sort of source words are, by who says them, the words around and what was before.
    pub(super) fn kind(&self, found: Found, line: &Line<'_>) -> Kind {
        let Line { sentence, cues, around, .. } = line;
        match found.who {
            Who::Unnamed(i) if self.sources.unnamed[i].public => Kind::Remarks,
            Who::Unnamed(i) if self.sources.unnamed[i].is_many() && sentence.have_said(found.who) => Kind::Remarks,
            Who::Unnamed(_) => Kind::Background,
            // 'The agency said in a commentary …. It added': still there.
            Who::Body(_) if sentence.begins_with_it() && self.is_still_heard(found.who) && !cues.document => {
                Kind::Remarks
            }
            Who::Body(i) if cues.comment || self.sources.bodies[i].name.to_lowercase().contains("embassy") => {
                Kind::Remarks
            }
            Who::Body(_) if self.sources.is_joint(found.who) => Kind::Readout,
            // 'Per Lakeford, Brock told them that': its account has it.
            Who::Body(i) if found.given_to.is_some() && self.sources.bodies[i].is.gives_remarks() && !cues.answers => {
                Kind::Readout
            }
            // 'A spokesperson for the ministry said in a statement': an answer, where it is not of the meeting.
            Who::Body(_) if self.sources.is_spoken_for(found.who) && cues.stated && !cues.encounter => Kind::Remarks,
            // Who is of no state gives no account.
            Who::Body(i) if self.sources.bodies[i].is.side == NO_SIDE => Kind::Remarks,
            // A third party's list of measures is one all the same.
            Who::Body(_) if cues.sheet && !sentence.has_account_of(found.who) => Kind::FactSheet,
            // Third parties have no account of the meeting, nor has an embassy.
            Who::Body(i)
                if !is_party(&self.sources.bodies[i].is.side) && !cues.document && !self.goes_on_of(i, line) =>
            {
                Kind::Remarks
            }
            Who::Body(i) if is_party(&self.sources.bodies[i].is.side) && self.is_of_sheet(i, sentence, cues) => {
                Kind::FactSheet
            }
            // 'Asked about the speech, the ministry said …'.
            Who::Body(_) if cues.answers && !cues.document => Kind::Remarks,
            // 'The ministry has said only that': over time, and of no meeting.
            Who::Body(_) if !cues.document && !cues.encounter && sentence.has_said_only(found.who) => Kind::Remarks,
            Who::Body(i) if self.sources.bodies[i].is.gives_account() => Kind::Readout,
            Who::Body(_) if cues.document => Kind::Readout,
            Who::Body(_) => Kind::Remarks,
            Who::Person(i) => {
                let person = &self.sources.people[i];
                let party = is_party(&person.side) && !person.is_lawmaker(self.sources.press);
                let spokes = person.speaks_for(self.sources.press);
                let principal = self.sources.is_principal(found.who);
                let via = matches!(found.via, Some(Who::Body(_)));
                // What a spokesperson tells of the principal's words is an account of them, or said before the press as what
                // else he says.
                if let Some(via @ Who::Person(_)) = found.via.filter(|via| party && *via != found.who) {
                    let spoken = match self.kinds.get(&via) {
                        Some((kind, _)) => *kind == Kind::Remarks,
                        None => !sentence.quotes_another() && !cues.told_by,
                    };
                    return if spoken && !cues.document { Kind::Remarks } else { Kind::Readout };
                }
                // 'A ministry's spokesman said in a statement', of no meeting: where accounts give the words of their people, he
                // only answers.
                if party && spokes && cues.stated && !cues.encounter && !self.sources.narrates(&person.side) {
                    return Kind::Remarks;
                }
                // 'The department's account was short. Both spoke of “…,” wrote A, its spokesman.'
                if party && spokes && sentence.is_written() && self.accounts.contains(&person.side) {
                    return Kind::Readout;
                }
                // 'The readout is short; we ask what to think of a shield that A says means “…”': what he keeps saying is in no account.
                if party && !via && sentence.says_by_the_way(found.who) {
                    return Kind::Remarks;
                }
                let embassy = person.titles.iter().any(|t| t == "embassy");
                // 'Its summary has no numbers. It names fields in which, A told B, they “have prospects”.'
                let of_account = principal && sentence.begins_in_account(&person.side, &self.sources);
                if party && !embassy && (via || of_account || cues.document && (cues.told_by || !cues.speech)) {
                    return Kind::Readout;
                }
                // 'According to a summary by Northland's ministry, its minister told B that': so has it whoever is a party.
                let lawmaker = person.is_lawmaker(self.sources.press);
                let told = via || cues.document && cues.told_by;
                if person.side != NO_SIDE && !party && !lawmaker && !embassy && !spokes && told && !cues.speech {
                    return Kind::Readout;
                }
                if cues.speech || !party || embassy {
                    return Kind::Remarks;
                }
                if found.via == Some(found.who) && spokes {
                    return Kind::Readout;
                }
                // 'A said to open the meeting. … B, across the table, called on him': so is what the other says there.
                let scene = self.scene.is_some_and(|paragraph| self.paragraphs - paragraph <= 1);
                if scene && principal && !cues.document && !cues.told_by && !cues.inside {
                    return Kind::Remarks;
                }
                let between = sentence.between_principals(found.who, &self.sources) && !around.speech;
                // Who has spoken in public in this paragraph goes on so.
                // Who has done so in the paragraph before, and is 'he' at the beginning of this sentence, does too.
                let goes_on = sentence.begins_with_pronoun(found.who) || sentence.closes_with_pronoun(found.who);
                let most = usize::from(goes_on);
                let spoke =
                    |(kind, paragraph): &(Kind, usize)| *kind == Kind::Remarks && self.paragraphs - paragraph <= most;
                // 'A and B held a call, with A warning Lakeland not to “…”': no reporter heard it.
                let between = between || cues.call && principal && sentence.names_both(&self.sources) && !around.speech;
                let public = !cues.inside && self.kinds.get(&found.who).is_some_and(spoke);
                if between || principal && around.inside && !public {
                    return Kind::Readout;
                }
                let lead = self.lead.as_deref() == Some(person.side.as_str());
                if principal && !around.speech && !public && (lead || self.is_published(&person.side)) {
                    return Kind::Readout;
                }
                // Who was known by an account alone stays so a little longer, until he is seen to speak.
                let near = |(kind, paragraph): &&(Kind, usize)| {
                    let compared = self.last.is_some_and(|l| l.kind == Kind::Readout);
                    let most = match kind {
                        // Accounts are held against each other, one paragraph after another.
                        Kind::Readout if compared && !around.speech => 6,
                        Kind::Readout if !around.speech => 3,
                        _ => 2,
                    };
                    spokes || self.paragraphs - paragraph <= most
                };
                if let Some((kind, _)) = self.kinds.get(&found.who).filter(near) {
                    return *kind;
                }
                // What a principal says goes on with an account of his side.
                let account = self.last.filter(|l| l.kind == Kind::Readout && l.who != found.who);
                let theirs = account.is_some_and(|l| self.sources.side(l.who) == person.side);
                if theirs && principal && !around.speech {
                    return Kind::Readout;
                }
                if self.document && (person.known || principal) && !self.of_other_account(&person.side) {
                    return Kind::Readout;
                }
                if around.speech || spokes {
                    return Kind::Remarks;
                }
                // What two say to each other in a call is known by their accounts alone.
                if principal && self.callers.contains(&found.who) && self.sources.account_of(&person.side).is_some() {
                    return Kind::Readout;
                }
                // A party's own news agency gives its account of what was said.
                if self.agency.is_some() && (person.known || principal) { Kind::Readout } else { Kind::Remarks }
            }
        }
    }

    /// Whether an account of an institution goes on that the paragraph has told of: 'The summary also said'.
    fn goes_on_of(&self, body: usize, line: &Line<'_>) -> bool {
        let same = |last: &Source| self.sources.side(last.who) == self.sources.bodies[body].is.side;
        let [the, noun, ..] = line.sentence.tokens else { return false };
        let account = the.lower() == "the" && self.sources.press.is_account(noun);
        account && self.last.is_some_and(|last| last.kind == Kind::Readout && same(&last))
    }

    /// Whether somebody spoke last, in this paragraph, and not in an account.
    fn is_still_heard(&self, who: Who) -> bool {
        let here = self.kinds.get(&who).is_some_and(|(_, paragraph)| *paragraph == self.paragraphs);
        here && self.last.is_some_and(|last| last.who == who && last.kind == Kind::Remarks)
    }

    /// Whether an institution's words are those of the list of measures that the article has just told of.
    fn is_of_sheet(&self, body: usize, sentence: &Sentence<'_>, cues: &Cues) -> bool {
        let side = &self.sources.bodies[body].is.side;
        let near = |(of, paragraph): &(String, usize)| {
            let most = usize::from(sentence.goes_on_of_account());
            of == side && self.paragraphs - paragraph <= most
        };
        !cues.document && self.sheet.as_ref().is_some_and(near)
    }

    /// Whether the accounts that the paragraph names are all another side's.
    fn of_other_account(&self, side: &str) -> bool {
        !self.accounts.is_empty() && !self.accounts.contains(side)
    }

    /// Whether the words of a side are those of the accounts that the article has just told of.
    fn is_published(&self, side: &str) -> bool {
        self.published.as_ref().is_some_and(|(of, paragraph)| match of {
            Some(of) => of == side && self.paragraphs - paragraph <= 1,
            None => self.paragraphs == *paragraph,
        })
    }
}
