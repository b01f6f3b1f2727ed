//! The people of one document: the principals of its front matter, in full and by surname, and those whom the text
//! itself introduces with an office.

use crate::codebook::matcher::{Cues, Matcher};
use crate::codebook::{Codebook, Rules, SideEntry};
use crate::readout::{Readout, Side};
use crate::text::language::is_han;
use crate::text::{Form, Language, Span};

/// How much of the body is read for introductions, in bytes.
const INTRODUCTION: usize = 2_000;

/// How far before an office its country is looked for, in characters.
const OFFICE: usize = 80;

/// Finds the people of one document.
pub(super) struct Names {
    matcher: Option<Matcher>,
    sides: Vec<(Side, String)>,
    /// The offices with which the text introduces people, in the form of matching, each with whose it is.
    offices: Vec<(String, Side)>,
}

impl Names {
    /// The people of a document whose statements have these forms.
    pub fn of(readout: &Readout, forms: &[Form], rules: &Rules, codebook: &Codebook) -> Self {
        let mut cues = Cues::new(readout.language);
        let mut sides = Vec::new();
        let mut learn = |side: &Side, name: &str| {
            for form in namings(bare(name, rules), codebook.side(side.as_str())) {
                if form.chars().any(is_han) == (readout.language == Language::Zh) {
                    cues.add_name(&form);
                    sides.push((side.clone(), form));
                }
            }
        };
        for (side, names) in &readout.principals {
            names.iter().for_each(|name| learn(side, name));
        }
        // The front matter knows best whose side somebody is on.
        let known = |name: &str| {
            let of = |(side, names): (&Side, &Vec<String>)| {
                let same = |own: &String| {
                    let han = own.chars().count() > 1 && own.chars().all(is_han);
                    own == name || name.split(' ').any(|word| word == own) || han && name.starts_with(own.as_str())
                };
                names.iter().any(same).then(|| side.clone())
            };
            readout.principals.iter().find_map(of)
        };
        let (mut offices, mut learned) = (Vec::new(), Vec::new());
        for Introduced { side, name, office } in introduced(readout, forms, rules, codebook) {
            let side = known(&name).unwrap_or(side);
            if !learned.contains(&name) {
                learn(&side, &name);
                learned.push(name);
            }
            offices.extend(office.map(|office| (office, side)));
        }
        // What the publisher's own are called without a name is theirs, whoever else has the office.
        let own = || codebook.side(readout.side.as_str()).into_iter().flat_map(|side| side.own_offices.iter());
        offices.retain(|(office, _)| !own().any(|own| own.strip_prefix("the ") == Some(office)));
        let matcher = if sides.is_empty() { None } else { Some(cues.compile()) };
        Self { matcher, sides, offices }
    }

    /// Whose an office is that stands without a name, in the form of matching, where the text has introduced people of one side
    /// alone with it: 'the foreign minister', and 'the minister' of one.
    pub fn holder(&self, office: &str) -> Option<&Side> {
        let same = |known: &str| {
            known == office || known.ends_with(&format!(" {office}")) || known.starts_with(&format!("{office} of "))
        };
        let mut sides = self.offices.iter().filter(|(known, _)| same(known)).map(|(_, side)| side);
        let first = sides.next()?;
        sides.all(|side| side == first).then_some(first)
    }

    /// Every person named in `form`: where (bytes of the form), whose side, and the name.
    pub fn find(&self, form: &Form) -> Vec<(Span, &Side, &str)> {
        let hits = self.matcher.as_ref().map(|m| m.find(form)).unwrap_or_default();
        hits.into_iter().map(|h| (h.span, &self.sides[h.cue].0, self.sides[h.cue].1.as_str())).collect()
    }
}

/// A name without the offices before it: `President Xi Jinping`, 国务卿布林肯.
fn bare<'n>(name: &'n str, rules: &Rules) -> &'n str {
    let form = Form::new(name, 0);
    let (offices, _) = rules.named(&form);
    let leading = offices.iter().filter(|office| office.start == 0).map(|office| form.original(*office).end).max();
    match leading.map(|end| name[end..].trim_start()) {
        Some(rest) if !rest.is_empty() => bare(rest, rules),
        _ => name,
    }
}

/// The forms in which a text may name a person of a side: in full, and the surname, where that stands among the side's
/// people. A surname that is an English word needs a title, and is left to the codebook.
fn namings(name: &str, side: Option<&SideEntry>) -> Vec<String> {
    let mut forms = vec![name.to_owned()];
    if is_word(name) {
        forms.clear();
    }
    let suffix = |word: &&str| matches!(word.trim_matches(['.', ',']), "Jr" | "Sr" | "II" | "III" | "IV");
    let words: Vec<&str> = name.split_whitespace().filter(|word| !suffix(word)).collect();
    if words.len() >= 2 && !name.chars().any(is_han) {
        let surname = if side.is_some_and(|side| side.surname_first) { words[0] } else { words[words.len() - 1] };
        let surname = surname.trim_matches(|c: char| !c.is_alphanumeric());
        if surname.len() > 1 && !is_word(surname) {
            forms.push(surname.to_owned());
        }
    }
    forms
}

fn is_word(name: &str) -> bool {
    matches!(name, "He" | "She" | "An" | "You" | "Do" | "Long" | "Will" | "May" | "So" | "Are" | "Can")
}

/// Somebody whom a text introduces.
struct Introduced {
    side: Side,
    name: String,
    /// The office that stands before the name, in the form of matching.
    office: Option<String>,
}

/// The people whom the first paragraphs introduce with an office, with their side.
fn introduced(readout: &Readout, forms: &[Form], rules: &Rules, codebook: &Codebook) -> Vec<Introduced> {
    let body = readout.body.as_str();
    let mut found: Vec<Introduced> = Vec::new();
    for form in forms.iter().take_while(|form| form.original(Span::new(0, 0)).start < INTRODUCTION) {
        // Whoever is named in full may be named by surname alone afterwards.
        let (offices, people) = rules.named(form);
        for (side, span) in people.iter().copied() {
            let name = form.original(span).slice(body);
            if let Some(side) = Side::new(side)
                && !found.iter().any(|one| one.name == name)
            {
                found.push(Introduced { side, name: name.to_owned(), office: None });
            }
        }
        for office in offices {
            let name = match readout.language {
                Language::En => english_name(body, form, office),
                Language::Zh => chinese_name(form, office),
            };
            let Some(name) = name else { continue };
            // The codebook knows better than the words around an office whose side its people are on.
            let behind = people.iter().find(|(_, span)| span.start >= office.end && span.start <= office.end + 2);
            let known = behind.and_then(|(side, _)| Side::new(side));
            if let Some(side) = known.or_else(|| side_of(form, office, readout, codebook)) {
                let office = office.slice(form.text()).to_owned();
                found.push(Introduced { side, name, office: Some(office) });
            }
        }
    }
    found
}

/// The capitalised words behind an office: two to four of them, up to a comma or a small word.
fn english_name(body: &str, form: &Form, office: Span) -> Option<String> {
    let sentence = form.original(Span::new(0, form.text().len()));
    let rest = body.get(form.original(office).end..sentence.end)?;
    let mut words = Vec::new();
    for word in rest.split_whitespace().take(4) {
        let bare = word.trim_end_matches([',', '.', ';', ':']);
        let capital = bare.starts_with(char::is_uppercase) && bare.chars().all(|c| c.is_alphabetic() || c == '-');
        if !capital {
            break;
        }
        words.push(bare);
        if word.ends_with([',', ';', ':']) || word.ends_with('.') && bare.len() > 1 {
            break;
        }
    }
    (rest.starts_with(' ') && words.len() >= 2).then(|| words.join(" "))
}

/// The two to eight characters behind an office, up to a mark or a word that goes on.
fn chinese_name(form: &Form, office: Span) -> Option<String> {
    const LONGEST: usize = 8;
    // No character stands here alone that begins or ends a name: 于, 向, 致, 时.
    const STOPS: [&str; 70] = [
        "，", "。", "、", "；", "在", "同", "与", "和", "会", "举", "应", "通", "一", "等", "的", "表", "指", "强",
        "及", "率", "分", "出", "进", "抵", "访", "（", "(", "重申", "说", "介绍", "阐", "认为", "希望", "感谢",
        "欢迎", "敦促", "要求", "承诺", "将", "对", "就", "谈", "称", "回应", "还", "也", "已", "视频", "电话", "主持",
        "共同", "再次", "随后", "当天", "今天", "致电", "致函", "致信", "签署", "宣布", "先后", "参加", "陪同", "联合",
        "主张", "指责", "批评", "反对", "支持", "呼吁",
    ];
    // Nor does a name begin with one of these.
    const GOES_ON: [char; 40] = [
        '为', '把', '被', '给', '让', '使', '以', '因', '而', '并', '又', '再', '不', '没', '未', '正', '均', '都',
        '所', '其', '此', '该', '这', '那', '是', '有', '能', '可', '须', '必', '要', '愿', '想', '去', '来', '到',
        '至', '自', '推', '继',
    ];
    let rest = &form.text()[office.end..];
    let stops = |at: &usize| STOPS.iter().any(|stop| rest[*at..].starts_with(stop));
    let end = rest.char_indices().map(|(at, _)| at).take(LONGEST + 1).find(stops).unwrap_or(rest.len());
    let name = &rest[..end];
    let count = name.chars().take(LONGEST + 1).count();
    // 总统为中美关系…: a word that goes on, and no name.
    let goes_on = name.starts_with(GOES_ON);
    (!goes_on && (2..=LONGEST).contains(&count) && name.chars().all(|c| is_han(c) || c == '·')).then(|| name.to_owned())
}

/// Whose office it is: the nation named last in the words just before it, else the publisher's.
fn side_of(form: &Form, office: Span, readout: &Readout, codebook: &Codebook) -> Option<Side> {
    let text = form.text();
    let from = text[..office.start].char_indices().rev().nth(OFFICE).map_or(0, |(i, _)| i);
    let before = &text[from..office.end];
    // 美国国务院: the nation before it says whose it is.
    let behind_another = |side: &SideEntry, at: usize| {
        let others = codebook.sides.iter().filter(|other| other.id != side.id);
        others
            .flat_map(|other| other.nation.iter())
            .any(|nation| !nation.is_ascii() && before[..at].ends_with(&**nation))
    };
    let last = |side: &SideEntry| {
        side.nation.iter().filter_map(|nation| last_word(before, nation)).filter(|at| !behind_another(side, *at)).max()
    };
    let named = codebook.sides.iter().filter_map(|side| Some((last(side)?, side)));
    match named.max_by_key(|(at, _)| *at) {
        Some((_, side)) => Side::new(&side.id),
        None => Some(readout.side.clone()),
    }
}

/// Where a word stands last in a text: an English one whole, a Chinese one anywhere.
fn last_word(text: &str, word: &str) -> Option<usize> {
    let whole = |at: &usize| {
        let letter = |c: char| c.is_ascii_alphanumeric();
        !word.is_ascii() || !text[..*at].ends_with(letter) && !text[at + word.len()..].starts_with(letter)
    };
    text.rmatch_indices(word).map(|(at, _)| at).find(whole)
}
