//! `check`: each meeting's accepted comparison held against what the program computes now.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use similar::{ChangeTag, DiffTag, TextDiff};

use crate::codebook::Codebook;
use crate::comparison::{self, CompareError, Order};
use crate::contract::check as contract;
use crate::files;
use crate::readout::{COMPARISON_FILE, Doubt, Found, LoadError, Meeting, Side, stays_inside};
use crate::render::{self, CompareFormat, Options};
use crate::text::merge;
use crate::text::width::{visible, visible_lines};

/// The largest accepted comparison that is read, in bytes. No page of two texts is as large.
const MAX_ACCEPTED: u64 = 64 * 1024 * 1024;

/// Why a check could not be done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CheckError {
    /// A text could not be loaded.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// Texts could not be compared.
    #[error(transparent)]
    Compare(#[from] CompareError),
    /// A file could not be read or written.
    #[error("{}: {source}{}", file.display(), files::mend(source))]
    Io {
        /// The file.
        file: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// There is nothing to check.
    #[error("{}: no meeting in this folder; a meeting is a folder with files named SIDE.md{}", folder.display(), links(doubts))]
    NoMeetings {
        /// The folder.
        folder: PathBuf,
        /// Links in it that are not followed.
        doubts: Vec<Doubt>,
    },
    /// The accepted comparison of a meeting cannot be held against anything.
    #[error("{}: {message}", file.display())]
    Accepted {
        /// The file.
        file: PathBuf,
        /// Why, and the mend.
        message: String,
    },
}

/// Links that are not followed, as the end of a message.
fn links(doubts: &[Doubt]) -> String {
    doubts.iter().map(|doubt| format!("; {doubt}")).collect()
}

/// How an accepted comparison and a fresh one are shown to differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// The unified diff of their lines.
    #[default]
    Lines,
    /// The lines that changed, with the words that are gone and new marked in them as git does: `[-gone-]{+new+}`.
    Words,
}

/// How one meeting stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// The accepted comparison is what the program computes.
    Same,
    /// It is not; how they differ, as [`Form`] has it.
    Changed(String),
    /// There is no accepted comparison.
    Missing,
    /// What is computed now was accepted.
    Accepted,
    /// A text of it could not be loaded, its texts not be compared, or its accepted comparison not be read or written; why.
    Broken(String),
}

/// How every meeting of a folder stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    meetings: Vec<(PathBuf, Standing)>,
    doubts: Vec<Doubt>,
    flags: Vec<String>,
}

impl Report {
    /// Whether nothing has changed and nothing is missing.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.meetings.iter().all(|(_, s)| matches!(s, Standing::Same | Standing::Accepted))
    }

    /// What looks like a slip in the texts, among them, or in the order of the sides.
    #[must_use]
    pub fn doubts(&self) -> &[Doubt] {
        &self.doubts
    }

    /// The same report, whose remedies are commands with these flags: those that say by what the meetings were checked, without
    /// which something else would be accepted.
    #[must_use]
    pub fn with_flags(self, flags: Vec<String>) -> Self {
        Self { flags, ..self }
    }

    /// The meetings that could not be checked, and why.
    pub fn broken(&self) -> impl Iterator<Item = (&Path, &str)> {
        self.meetings.iter().filter_map(|(folder, standing)| match standing {
            Standing::Broken(why) => Some((folder.as_path(), why.as_str())),
            _ => None,
        })
    }

    /// The report for programs; `folder`, `config` and `codebooks` as they are to be named, `sides` by id.
    #[must_use]
    pub fn for_programs(
        &self,
        folder: String,
        config: Option<String>,
        codebooks: Vec<String>,
        sides: Vec<String>,
    ) -> contract::Check<'_> {
        let meetings = self.meetings.iter().map(|(folder, standing)| {
            let (standing, diff, why) = match standing {
                Standing::Same => (contract::Standing::Same, None, None),
                Standing::Changed(diff) => (contract::Standing::Changed, Some(diff.as_str()), None),
                Standing::Missing => (contract::Standing::Missing, None, None),
                Standing::Accepted => (contract::Standing::Accepted, None, None),
                Standing::Broken(why) => (contract::Standing::Broken, None, Some(why.as_str())),
            };
            let comparison = folder.join(COMPARISON_FILE).display().to_string();
            contract::Checked { folder: folder.display().to_string(), comparison, standing, diff, why }
        });
        contract::Check {
            schema: contract::SCHEMA,
            folder,
            clean: self.is_clean(),
            config,
            codebooks,
            sides,
            meetings: meetings.collect(),
            doubts: self.doubts.iter().map(Doubt::to_string).collect(),
            doubts_at: self.doubts.iter().map(contract::Doubt::of).collect(),
        }
    }

    /// The meetings, by path.
    #[must_use]
    pub fn meetings(&self) -> &[(PathBuf, Standing)] {
        &self.meetings
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut counts = [0; 5];
        for (folder, standing) in &self.meetings {
            let name = folder.to_string_lossy();
            let name = visible(&name);
            match standing {
                Standing::Same => counts[0] += 1,
                Standing::Changed(diff) => {
                    counts[1] += 1;
                    writeln!(f, "changed: {name}\n{}", visible_lines(diff))?;
                }
                Standing::Missing => {
                    counts[2] += 1;
                    let flags: String = self.flags.iter().map(|flag| format!(" {}", quoted(&visible(flag)))).collect();
                    let given = quoted(&name);
                    writeln!(
                        f,
                        "missing: {name}/{COMPARISON_FILE}; `readout check {given} --update{flags}` writes it"
                    )?;
                }
                Standing::Accepted => {
                    counts[3] += 1;
                    writeln!(f, "accepted: {name}/{COMPARISON_FILE}")?;
                }
                Standing::Broken(_) => counts[4] += 1,
            }
        }
        let total = self.meetings.len();
        write!(f, "{total} meeting{}: {} as accepted", if total == 1 { "" } else { "s" }, counts[0])?;
        for (count, word) in [
            (counts[1], "changed"),
            (counts[2], "without an accepted comparison"),
            (counts[3], "accepted now"),
            (counts[4], "not checked"),
        ] {
            if count > 0 {
                write!(f, ", {count} {word}")?;
            }
        }
        writeln!(f)
    }
}

/// A word of a command as a shell takes it.
fn quoted(word: &str) -> Cow<'_, str> {
    let plain = |c: char| c.is_alphanumeric() || "/._-+=,:".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.into();
    }
    format!("'{}'", word.replace('\'', "'\\''")).into()
}

/// Checks every meeting at or below `folder`, compared in `order`. A meeting that cannot be checked is in the report as broken,
/// and the others are checked. With `update`, what is computed now becomes the accepted comparison of all the others: all of it
/// is on the disk before the first file is replaced, and every file is replaced whole or not at all. While one run updates a
/// folder, another does not.
///
/// # Errors
/// When the folder has no meeting, cannot be read, or another run is writing there.
pub fn check(
    folder: &Path,
    codebook: &Codebook,
    order: &Order,
    update: bool,
    form: Form,
) -> Result<Report, CheckError> {
    if !folder.exists() {
        return Err(LoadError::Missing { file: folder.to_owned() }.into());
    }
    let lock = || files::lock(folder).map_err(|source| CheckError::Io { file: folder.to_owned(), source });
    let _lock = if update { Some(lock()?) } else { None };
    let Found { paths, mut doubts } = Found::meetings(folder)?;
    if paths.is_empty() {
        return Err(CheckError::NoMeetings { folder: folder.to_owned(), doubts });
    }
    let (mut meetings, mut staged) = (Vec::new(), Vec::new());
    let mut texts = Texts::default();
    for path in paths {
        let standing = fresh(&path, codebook, order, &mut texts).and_then(|now| {
            let standing = standing(&path, &now, update, form)?;
            if standing == Standing::Accepted {
                files::tidy(&path);
                staged
                    .push((meetings.len(), files::stage(&path.join(COMPARISON_FILE), &now).map_err(unwritten(&path))?));
            }
            Ok(standing)
        });
        meetings.push((path, standing.unwrap_or_else(|e| Standing::Broken(e.to_string()))));
    }
    for (number, one) in staged {
        let (path, standing) = &mut meetings[number];
        if let Err(e) = one.place(true).map_err(unwritten(path)) {
            *standing = Standing::Broken(e.to_string());
        }
    }
    doubts.extend(texts.doubts);
    if let Order::Sides(first) = order {
        doubts.extend(first.iter().filter(|side| !texts.sides.contains(*side)).map(|side| Doubt {
            file: Some(folder.to_owned()),
            line: None,
            message: format!("no text here is of `{side}`, whose column is to come first"),
        }));
    }
    Ok(Report { meetings, doubts, flags: Vec::new() })
}

/// What is known of the texts of all meetings.
#[derive(Default)]
struct Texts {
    doubts: Vec<Doubt>,
    sides: BTreeSet<Side>,
    /// The first file of each side with some words, by their hash: they may be many.
    words: HashMap<(Side, [u8; 32]), PathBuf>,
}

impl Texts {
    /// Notes the texts of a meeting; the same words under two meetings are a copy that was not filled in, or that was left
    /// behind.
    fn note(&mut self, meeting: &Meeting, codebook: &Codebook) {
        self.doubts.extend(meeting.doubts_by(codebook));
        let mut here = HashMap::new();
        for text in &meeting.readouts {
            self.sides.insert(text.side.clone());
            let key = (text.side.clone(), Sha256::digest(text.body.trim().as_bytes()).into());
            if let Some(earlier) = self.words.get(&key) {
                let message =
                    format!("the same words as {}, of another meeting; keep one of the two", earlier.display());
                self.doubts.push(Doubt { file: Some(text.file.clone()), line: None, message });
            } else {
                // Twice in one meeting is told by the meeting.
                here.entry(key).or_insert_with(|| text.file.clone());
            }
        }
        self.words.extend(here);
    }
}

/// The comparison of a meeting as it is computed now.
fn fresh(folder: &Path, codebook: &Codebook, order: &Order, texts: &mut Texts) -> Result<String, CheckError> {
    let meeting = Meeting::load(folder)?;
    texts.note(&meeting, codebook);
    let comparison = comparison::compare(meeting, order, codebook)?;
    let mut page = Vec::new();
    render::comparison(&mut page, &comparison, codebook, CompareFormat::Markdown, &Options::default())
        .map_err(|source| CheckError::Io { file: folder.join(COMPARISON_FILE), source })?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

/// How the accepted comparison of a meeting stands against one of now; with `update`, whatever is not the same is to be
/// accepted.
fn standing(folder: &Path, now: &str, update: bool, form: Form) -> Result<Standing, CheckError> {
    let file = folder.join(COMPARISON_FILE);
    let wrong = |message: String| CheckError::Accepted { file: file.clone(), message };
    let Ok(about) = file.symlink_metadata() else {
        return Ok(if update { Standing::Accepted } else { Standing::Missing });
    };
    if about.is_symlink() {
        stays_inside(folder, &file)?;
    }
    if file.is_dir() {
        return Err(wrong(
            "a folder, where the accepted comparison is to stand; move it away, and accept one with --update"
                .to_owned(),
        ));
    }
    let bytes = match files::read(&file, MAX_ACCEPTED) {
        Ok(bytes) => bytes,
        // To write another in its place, its own permissions do not matter.
        Err(e) if e.kind() == ErrorKind::PermissionDenied && update => return Ok(Standing::Accepted),
        Err(e) if e.kind() == ErrorKind::PermissionDenied => {
            return Err(wrong(format!("cannot be read: {e}; change its permissions, or accept anew with --update")));
        }
        Err(e) if e.kind() == ErrorKind::FileTooLarge => {
            let most = MAX_ACCEPTED / (1024 * 1024);
            return Err(wrong(format!(
                "larger than {most} MiB, which no comparison is; move it away, and accept one with --update"
            )));
        }
        Err(e) => {
            return Err(wrong(format!("cannot be read: {e}; move it away, and accept one with --update")));
        }
    };
    let text = String::from_utf8_lossy(&bytes);
    // Editors put a mark before a text, and version control other ends of lines into it.
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    if text == now || text.replace("\r\n", "\n") == now {
        return Ok(Standing::Same);
    }
    if update {
        return Ok(Standing::Accepted);
    }
    if let Some(line) = merge::unfinished(text) {
        let name = format!("{}:{line}", file.display());
        return Err(CheckError::Accepted {
            file: name.into(),
            message: "a merge was not finished here: its marks stand in the comparison; accept what is computed now with --update"
                .to_owned(),
        });
    }
    Ok(Standing::Changed(match form {
        Form::Lines => lines(&file, text, now),
        Form::Words => words(&file, text, now),
    }))
}

/// What is said of a folder whose comparison cannot be written.
fn unwritten(folder: &Path) -> impl Fn(std::io::Error) -> CheckError {
    let file = folder.join(COMPARISON_FILE);
    move |source| CheckError::Accepted {
        file: file.clone(),
        message: format!("cannot be written: {source}{}", files::mend(&source)),
    }
}

fn lines(file: &Path, accepted: &str, now: &str) -> String {
    let name = file.display().to_string();
    TextDiff::from_lines(accepted, now)
        .unified_diff()
        .context_radius(2)
        .header(&format!("{name} (accepted)"), &format!("{name} (now)"))
        .to_string()
}

/// The changed lines, each with the words that changed; of a long line only what is near to them.
fn words(file: &Path, accepted: &str, now: &str) -> String {
    let diff = TextDiff::from_lines(accepted, now);
    let mut page = format!("--- {0} (accepted)\n+++ {0} (now)\n", file.display());
    for op in diff.ops().iter().filter(|op| op.tag() != DiffTag::Equal) {
        let (old, new) = (op.old_range(), op.new_range());
        let gone: String = old.filter_map(|i| diff.old_slice(i)).collect();
        let come: String = new.clone().filter_map(|i| diff.new_slice(i)).collect();
        page.push_str(&format!("@@ line {} @@\n", new.start + 1));
        page.push_str(marked(&gone, &come).trim_end_matches('\n'));
        page.push('\n');
    }
    page
}

/// A passage with what is gone and what is new marked in it.
fn marked(gone: &str, come: &str) -> String {
    let diff = TextDiff::from_unicode_words(gone, come);
    let mut runs: Vec<(ChangeTag, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        match runs.last_mut() {
            Some((tag, run)) if *tag == change.tag() => run.push_str(change.value()),
            _ => runs.push((change.tag(), change.value().to_owned())),
        }
    }
    let mut page = String::new();
    for (tag, run) in runs {
        match tag {
            ChangeTag::Equal => page.push_str(&near(&run)),
            ChangeTag::Delete => page.extend(["[-", run.trim_end_matches('\n'), "-]"]),
            ChangeTag::Insert => page.extend(["{+", run.trim_end_matches('\n'), "+}"]),
        }
    }
    page
}

/// The ends of a long passage that did not change.
fn near(run: &str) -> Cow<'_, str> {
    /// How many characters are kept at each end.
    const KEPT: usize = 60;
    let total = run.chars().count();
    if total <= 3 * KEPT {
        return run.into();
    }
    let head: String = run.chars().take(KEPT).collect();
    let tail: String = run.chars().skip(total - KEPT).collect();
    format!("{head} … {tail}").into()
}
