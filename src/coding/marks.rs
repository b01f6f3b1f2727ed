//! What the cues find in one statement, sorted by meaning, with what lies inside something longer left out.

use super::names::Names;
use super::statements::beginning;
use super::{Basis, Evidence};
use crate::codebook::{Act, Head, Role, RuleId, Rules, Stance, Strength, Use, Verb, Without};
use crate::readout::{Attribution, Side};
use crate::text::{Form, Span};

/// One match: the span counts bytes of the statement's matching form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark<T> {
    pub span: Span,
    pub what: T,
    pub rule: RuleId,
}

/// How many marks of a sort most statements have at most.
const USUAL: usize = 16;

/// Everything found in one statement.
#[derive(Debug)]
pub(super) struct Marks<'f> {
    pub form: &'f Form,
    /// Who or what may be a subject, by place.
    pub heads: Vec<Mark<Head>>,
    /// The verbs that such a subject may have, by place; one stretch may be several sorts of verb.
    pub verbs: Vec<Mark<Verb>>,
    /// The cues of acts, by place.
    pub acts: Vec<Mark<(Act, Use)>>,
    /// Topic number, and beside which other topics the cue counts.
    pub topics: Vec<Mark<(usize, Strength)>>,
    /// Whether words such as 'in this regard' take up the subject before.
    pub anaphora: bool,
    /// Where words end that close a clause of circumstance, in bytes of the form.
    pub circumstances: Vec<usize>,
    /// The words that say that something was not discussed, and their rule.
    pub denial: Option<(Span, RuleId)>,
    /// Words that turn what stands right behind them into its opposite, by place.
    pub negations: Vec<Mark<()>>,
    /// The words by which the sides together are of different minds, and their rule.
    pub differ: Option<(Span, RuleId)>,
    /// Words that say what becomes of the thing behind them, by place.
    pub stances: Vec<(Span, Stance)>,
    /// Whether words make what it says hang on something.
    pub conditional: bool,
    /// Whether the first word opens a clause before the main one.
    pub opens: bool,
}

impl<'f> Marks<'f> {
    pub fn find(rules: &Rules, names: &Names, form: &'f Form) -> Self {
        let mut marks = Self {
            form,
            heads: Vec::with_capacity(USUAL),
            verbs: Vec::with_capacity(USUAL),
            acts: Vec::with_capacity(USUAL),
            topics: Vec::with_capacity(USUAL),
            anaphora: false,
            circumstances: Vec::new(),
            denial: None,
            negations: Vec::new(),
            differ: None,
            stances: Vec::new(),
            conditional: false,
            opens: false,
        };
        let mut masks = Vec::new();
        let mut general_topics = Vec::new();
        for hit in rules.find(form) {
            let rule = rules.rule(hit);
            let (span, id) = (hit.span, rule.id.clone());
            match &rule.role {
                Role::Topic { topic, strength, general } => {
                    let list = if *general { &mut general_topics } else { &mut marks.topics };
                    list.push(Mark { span, what: (*topic, *strength), rule: id });
                }
                Role::Anaphora => marks.anaphora = true,
                Role::Mask => masks.push(span),
                Role::Act(act, r#use) => marks.acts.push(Mark { span, what: (*act, *r#use), rule: id }),
                Role::Head(head) => marks.heads.push(Mark { span, what: head.clone(), rule: id }),
                Role::Verb(verb) => marks.verbs.push(Mark { span, what: *verb, rule: id }),
                Role::Opens => marks.opens |= marks.form.text()[..span.start].trim().is_empty(),
                Role::Circumstance => marks.circumstances.push(span.end),
                Role::Denial if is_qualified(&form.text()[span.end..]) => {}
                Role::Denial => marks.denial = marks.denial.or(Some((span, id))),
                Role::Negation => marks.negations.push(Mark { span, what: (), rule: id }),
                Role::Differ => marks.differ = marks.differ.or(Some((span, id))),
                Role::Stance(stance) => marks.stances.push((span, *stance)),
                Role::Condition => marks.conditional = true,
            }
        }
        for (span, side, name) in names.find(form) {
            marks.heads.retain(|a| a.span != span);
            let what = Head::Person(side.as_str().into());
            marks.heads.push(Mark { span, what, rule: RuleId::of(&format!("{}.{name}", Without::Principal.as_str())) });
        }
        // 'The Foreign Minister': whoever was introduced so.
        for head in marks.heads.iter_mut().filter(|h| h.what == Head::He) {
            let office = head.span.slice(form.text()).strip_prefix("the ");
            if let Some(side) = office.and_then(|office| names.holder(office)) {
                head.what = Head::Person(side.as_str().into());
            }
        }
        // 'the Chinese say': without a verb beside it, it is an adjective.
        marks.heads.retain(|h| {
            let adjective = h.span.slice(form.text()).strip_prefix("the ").is_some_and(|word| word.ends_with("ese"));
            let adverb = |word: &str| {
                matches!(word, "also" | "again" | "then" | "further" | "have" | "had") || word.ends_with("ly")
            };
            let behind = |v: &Mark<Verb>| {
                let between = form.text().get(h.span.end..v.span.start);
                between.is_some_and(|words| words.starts_with(' ') && words.split_whitespace().all(adverb))
            };
            !adjective || marks.verbs.iter().any(behind)
        });
        // 'The two choices', 'both positions': without a verb behind it, it is no pronoun.
        marks.heads.retain(|h| {
            let numeral = h.what == Head::They && matches!(h.span.slice(form.text()), "the two" | "both");
            !numeral || goes_on_as_verb(&marks.verbs, form.text(), h.span.end)
        });
        // 中共中央 in 中共中央政治局委员 is a part of an office and acts in nothing.
        marks.heads.retain(|h| !matches!(h.what, Head::Side(_)) || !masks.iter().any(|m| m.contains(h.span)));
        keep_longest(&mut marks.heads, &[]);
        let heads = &marks.heads;
        marks.acts.retain_mut(|mark| {
            let of = (mark.what.1 == Use::Of).then(|| named_behind(heads, form.text(), mark.span.end));
            if let Some(Some(end)) = of {
                mark.span = Span::new(mark.span.start, end);
            }
            of != Some(None)
        });
        marks.topics = topics(marks.topics, general_topics, &masks);
        keep_longest(&mut marks.acts, &[]);
        keep_longest(&mut marks.verbs, &[]);
        keep_longest(&mut marks.negations, &[]);
        let all = marks.stances.clone();
        // 考虑放宽: what is only looked into is still what becomes of the thing.
        let longer =
            |one: &Span| all.iter().any(|(other, stance)| one.is_within(*other) && *stance != Stance::Explores);
        marks.stances.retain(|(one, _)| !longer(one));
        marks
    }

    /// Leaves out the topics that only the name of a side of the meeting, or of its people, would raise: 'Country A and we agreed
    /// to trade more' is not about Country A. `is_nation` says of a word whether it makes an office one of a side of the meeting;
    /// `countries` is the topic of those who are no side.
    pub fn without_own_names(
        &mut self,
        is_party: impl Fn(&str) -> bool,
        is_nation: impl Fn(&str) -> bool,
        countries: Option<usize>,
    ) {
        let (heads, form) = (&self.heads, self.form);
        let names = |mark: &Mark<(usize, Strength)>| {
            let (span, country) = (mark.span, countries == Some(mark.what.0));
            let office = |name: Span| country && is_office_of(form, span, name);
            heads.iter().any(|head| match &head.what {
                Head::Side(id) => head.span == span && is_party(id),
                Head::Person(id) => is_party(id) && (head.span.contains(span) || office(head.span)),
                _ => false,
            }) || country && is_nation(span.slice(form.text()))
        };
        self.topics.retain(|mark| !names(mark));
    }

    /// Leaves out the weak cues of topics that do not count in this meeting.
    pub fn without_weak(&mut self, topics: &[usize]) {
        self.topics.retain(|mark| mark.what.1 != Strength::Weak || !topics.contains(&mark.what.0));
    }

    /// The evidence for a code that rests on the words under `span` (bytes of the form).
    pub fn evidence(&self, code: String, rule: &RuleId, span: Span) -> Evidence {
        Evidence { code, rule: rule.written(), basis: Basis::Cue, span: self.form.original(span) }
    }
}

/// Whether a word stands before somebody's office and name, so that it only says whose official he is: (某国)外长某某.
fn is_office_of(form: &Form, word: Span, name: Span) -> bool {
    /// How an office ends.
    const ENDS: [char; 14] = ['长', '使', '席', '理', '统', '相', '表', '记', '员', '任', '臣', '官', '委', '王'];
    const MOST: usize = 10;
    let Some(office) = form.text().get(word.end..name.start) else { return false };
    if office.is_ascii() {
        let mut at = word.end;
        let capitals = office.split_inclusive(' ').all(|part| {
            let upper = part.trim().is_empty() || part.trim() == "of" || form.is_upper(at);
            at += part.len();
            upper
        });
        return capitals && !office.contains([',', '.', ';']) && (1..=6).contains(&office.split_whitespace().count());
    }
    let han = office.chars().all(crate::text::language::is_han);
    han && office.chars().count() <= MOST && office.ends_with(ENDS)
}

/// Where a side ends that is named right behind byte `at`, or a word behind it: 希望(印方), 'hoped that (the other side)'.
fn named_behind(heads: &[Mark<Head>], text: &str, at: usize) -> Option<usize> {
    const BETWEEN: [&str; 8] = ["", "that", "the", "that the", "今后", "未来", "看到", "能够"];
    let named = heads.iter().find(|head| head.span.start >= at).filter(|head| {
        let between = text.get(at..head.span.start).map(str::trim);
        // 'Told the other side to', and not 'told the other side that': it is asked to do something.
        let asked = !head.span.slice(text).is_ascii()
            || [" will ", " would ", " to ", " can ", " could ", " may ", " not to "]
                .iter()
                .any(|verb| text[head.span.end..].starts_with(verb));
        let named = between.is_some_and(|between| BETWEEN.contains(&between));
        matches!(head.what, Head::Side(_)) && named && asked
    });
    named.map(|head| head.span.end).or_else(|| short_name(text, at))
}

/// Where the short name of a side ends that begins at byte `at` and that the codebook need not know: 越方, 泰方.
fn short_name(text: &str, at: usize) -> Option<usize> {
    /// With these 方 is no side: 地方, 官方, 印方面.
    const NONE: [char; 20] = [
        '地', '官', '多', '大', '前', '后', '军', '警', '校', '资', '远', '院', '厂', '药', '百', '双', '各', '一',
        '两', '三',
    ];
    const GOES_ON: [char; 11] = ['面', '便', '向', '式', '案', '针', '法', '圆', '言', '块', '米'];
    let mut characters = text[at..].char_indices();
    let (_, sign) = characters.next()?;
    let (word, _) = characters.next().filter(|(_, word)| *word == '方')?;
    let goes_on = characters.next().is_some_and(|(_, next)| GOES_ON.contains(&next));
    (!goes_on && !NONE.contains(&sign)).then_some(at + word + '方'.len_utf8())
}

/// Whether a verb stands at byte `at` of the form, or an auxiliary, an adverb or a sign.
fn goes_on_as_verb(verbs: &[Mark<Verb>], text: &str, at: usize) -> bool {
    const SMALL: [&str; 26] = [
        "also", "then", "again", "later", "even", "still", "have", "had", "has", "are", "were", "will", "would",
        "should", "must", "can", "could", "may", "do", "did", "need", "ought", "at", "in", "of", "on",
    ];
    let behind = text[at..].trim_start();
    let word = behind.split_whitespace().next().unwrap_or("");
    let plain = word.trim_end_matches([',', '.', ';']);
    plain.is_empty()
        || plain.len() < word.len()
        || plain.ends_with("ly")
        || SMALL.contains(&plain)
        || verbs.iter().any(|v| v.span.start == text.len() - behind.len())
}

/// The cues of topics that count. A longer cue hides what lies inside it, but a weak cue hides no stronger one, and a cue
/// of a general topic none of a specific one.
fn topics(
    mut specific: Vec<Mark<(usize, Strength)>>,
    general: Vec<Mark<(usize, Strength)>>,
    masks: &[Span],
) -> Vec<Mark<(usize, Strength)>> {
    keep_longest(&mut specific, masks);
    let hides = |o: &Mark<(usize, Strength)>| o.what.1 != Strength::Weak;
    let hiding: Vec<Span> = specific.iter().filter(|m| hides(m)).map(|m| m.span).chain(masks.iter().copied()).collect();
    let (mut strong, mut weak): (Vec<_>, Vec<_>) = general.into_iter().partition(hides);
    keep_longest(&mut strong, &hiding);
    keep_longest(&mut weak, &hiding);
    specific.extend(strong);
    specific.extend(weak);
    specific.sort_by_key(|m| (m.span.start, m.span.end));
    specific
}

/// Leaves out what lies strictly inside another match or inside a mask, and sorts by place.
fn keep_longest<T: Clone>(marks: &mut Vec<Mark<T>>, masks: &[Span]) {
    if !masks.is_empty() {
        marks.retain(|m| !masks.iter().any(|s| s.contains(m.span)));
    }
    if marks.iter().any(|m| marks.iter().any(|of| m.span.is_within(of.span))) {
        let spans: Vec<Span> = marks.iter().map(|m| m.span).collect();
        marks.retain(|m| !spans.iter().any(|s| m.span.is_within(*s)));
    }
    marks.sort_by_key(|m| (m.span.start, m.span.end));
}

/// What the attribution of a quoted fragment adds.
#[derive(Debug)]
pub(super) struct Context {
    /// The sides of the people whose words or acts are reported.
    pub subject: Vec<Side>,
    /// What the editor's note is about, by topic number.
    pub topics: Vec<usize>,
}

impl Context {
    pub fn of(attribution: &Attribution, rules: &Rules, names: &Names) -> Self {
        let sides = |text: &str| {
            let mut sides: Vec<Side> = Vec::new();
            for mark in Marks::find(rules, names, &Form::new(beginning(text), 0)).heads {
                if let Head::Person(id) | Head::Side(id) = &mark.what
                    && let Some(side) = Side::new(id)
                    && !sides.contains(&side)
                {
                    sides.push(side);
                }
            }
            sides
        };
        let subject = sides(attribution.subject.as_deref().unwrap_or(&attribution.who));
        let mut topics = Vec::new();
        let on = beginning(attribution.on.as_deref().unwrap_or(""));
        for mark in Marks::find(rules, names, &Form::new(on, 0)).topics {
            if !topics.contains(&mark.what.0) {
                topics.push(mark.what.0);
            }
        }
        Self { subject, topics }
    }
}

/// Whether what was not discussed was only not so in detail.
fn is_qualified(behind: &str) -> bool {
    const WORDS: [&str; 7] = [" in detail", " at length", " in depth", " extensively", " specifically", "详细", "深入"];
    let clause = behind.find([',', ';', '，', '；']).map_or(behind, |end| &behind[..end]);
    WORDS.iter().any(|word| clause.contains(word))
}
