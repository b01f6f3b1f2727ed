//! The rules of evidence that are no cues: how a code came without words that the codebook lists.

/// How a code came without a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Without {
    /// What stands before goes on.
    Carried,
    /// The editor's note on what a fragment is about.
    On,
    /// The editor's note on whose words a fragment reports.
    Attribution,
    /// The subject of the title.
    Title,
    /// The act that such a speaker has by default.
    Default,
    /// The publisher's view.
    Publisher,
    /// The text is a statement of the sides together.
    Joint,
    /// The publisher narrates.
    Narration,
    /// A sentence on who attended.
    Attendance,
    /// 'Our counterparts' of a text: those on the other side of the table.
    Counterparts,
    /// 'We' and 'thank you' of a text that says 'I'.
    FirstPerson,
    /// A reporter's question.
    Question,
    /// What follows a question.
    Answer,
    /// A person of the front matter, or whom the text introduces: `principal.NAME`.
    Principal,
}

impl Without {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Carried,
        Self::On,
        Self::Attribution,
        Self::Title,
        Self::Default,
        Self::Publisher,
        Self::Joint,
        Self::Narration,
        Self::Attendance,
        Self::Counterparts,
        Self::FirstPerson,
        Self::Question,
        Self::Answer,
        Self::Principal,
    ];

    /// The rule as evidence names it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Carried => "carried",
            Self::On => "on",
            Self::Attribution => "attribution",
            Self::Title => "title",
            Self::Default => "default",
            Self::Publisher => "publisher",
            Self::Joint => "joint",
            Self::Narration => "narration",
            Self::Attendance => "attendance",
            Self::Counterparts => "counterparts",
            Self::FirstPerson => "first-person",
            Self::Question => "question",
            Self::Answer => "answer",
            Self::Principal => "principal",
        }
    }

    /// What it means, as `readout codebook show` prints it.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Carried => {
                "The subject, the speaker or, in a list, the act of what stands before goes on: no words of this sentence say so."
            }
            Self::On => "The editor's note on a quoted fragment says what it is about (`on:`).",
            Self::Attribution => {
                "The editor's note on a quoted fragment says whose words it reports (`subject:`, or the name)."
            }
            Self::Title => "The title names one specific subject, and this sentence names none.",
            Self::Default => "No cue says otherwise, so the act is the one that such a speaker has by default.",
            Self::Publisher => "No words say whose view it is, so it is the publisher's.",
            Self::Joint => {
                "The title, or a first line that is no sentence, says that the text is a statement of the sides together: what it says without naming one of them, both say, and agree on."
            }
            Self::Narration => "No words say whose view it is, and the publisher narrates.",
            Self::Attendance => "The whole sentence says who attended.",
            Self::Counterparts => {
                "'Our counterparts', 'their delegation' or 'the other side' says it: of two sides, the other one."
            }
            Self::FirstPerson => "The text says 'I', so its 'we' and its thanks are its publisher's.",
            Self::Question => "A reporter asks, in an interview.",
            Self::Answer => "In an interview, what follows a question is the publisher's answer.",
            Self::Principal => {
                "A person whom the front matter lists under `principals`, or whom the text introduces with an office (`principal.NAME`)."
            }
        }
    }

    /// The one that a rule of evidence names.
    #[must_use]
    pub fn of(rule: &str) -> Option<Self> {
        let rule = if rule.starts_with("principal.") { "principal" } else { rule };
        Self::ALL.into_iter().find(|without| without.as_str() == rule)
    }
}
