//! `check`: each meeting's accepted comparison held against what the program computes now.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

use similar::{ChangeTag, DiffTag, TextDiff};

use crate::codebook::Codebook;
use crate::comparison::{self, CompareError, Order};
use crate::contract::check as contract;
use crate::files;
use crate::readout::{COMPARISON_FILE, LoadError, Meeting, find_meetings, stays_inside};
use crate::render::{self, CompareFormat, Options};
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
    #[error("{}: {source}", file.display())]
    Io {
        /// The file.
        file: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// There is nothing to check.
    #[error("{}: no meeting in this folder; a meeting is a folder with files named SIDE.md", folder.display())]
    NoMeetings {
        /// The folder.
        folder: PathBuf,
    },
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
    /// A text of it could not be loaded, or its texts not be compared; why.
    Broken(String),
}

/// How every meeting of a folder stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    meetings: Vec<(PathBuf, Standing)>,
    doubts: Vec<String>,
}

impl Report {
    /// Whether nothing has changed and nothing is missing.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.meetings.iter().all(|(_, s)| matches!(s, Standing::Same | Standing::Accepted))
    }

    /// What looks like a slip in the texts, or in the order of the sides, a line each.
    pub fn doubts(&self) -> impl Iterator<Item = &str> {
        self.doubts.iter().map(String::as_str)
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
            doubts: self.doubts().collect(),
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
                    let plain = |c: char| c.is_alphanumeric() || "/._-+".contains(c);
                    let given = if name.chars().all(plain) { name.to_string() } else { format!("'{name}'") };
                    writeln!(f, "missing: {name}/{COMPARISON_FILE}; `readout check {given} --update` writes it")?;
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

/// Checks every meeting at or below `folder`, compared in `order`. With `update`, what is computed now becomes the accepted
/// comparison: all of it is on the disk before the first file is replaced, every file is replaced whole or not at all, and
/// none is when one text cannot be loaded. Without `update` such a meeting is in the report as broken, and the others are
/// checked. While one run updates a folder, another does not.
///
/// # Errors
/// When the folder has no meeting, a file cannot be read or written, another run is writing, or, with `update`, a text cannot
/// be loaded.
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
    let io = |file: &Path| {
        let file = file.to_owned();
        move |source| CheckError::Io { file, source }
    };
    let _lock = if update { Some(files::lock(folder).map_err(io(folder))?) } else { None };
    let folders = find_meetings(folder)?;
    if folders.is_empty() {
        return Err(CheckError::NoMeetings { folder: folder.to_owned() });
    }
    let (mut doubts, mut sides) = (Vec::new(), BTreeSet::new());
    let mut computed = |folder: &Path| -> Result<String, CheckError> {
        let meeting = Meeting::load(folder)?;
        let accepted = folder.join(COMPARISON_FILE);
        if accepted.symlink_metadata().is_ok() {
            stays_inside(folder, &accepted)?;
        }
        doubts.extend(meeting.doubts_by(codebook));
        sides.extend(meeting.readouts.iter().map(|text| text.side.clone()));
        let comparison = comparison::compare(meeting, order, codebook)?;
        let mut page = Vec::new();
        render::comparison(&mut page, &comparison, codebook, CompareFormat::Markdown, &Options::default())
            .map_err(io(&folder.join(COMPARISON_FILE)))?;
        Ok(String::from_utf8_lossy(&page).into_owned())
    };
    let (mut fresh, mut meetings) = (Vec::new(), Vec::new());
    for folder in folders {
        match computed(&folder) {
            Err(e) if update => return Err(e),
            Err(e) => meetings.push((folder, Standing::Broken(e.to_string()))),
            Ok(page) => fresh.push((folder, page)),
        }
    }
    if let Order::Sides(first) = order {
        let missing = first.iter().filter(|side| !sides.contains(*side));
        doubts.extend(
            missing.map(|side| {
                format!("{}: no text here is of `{side}`, whose column is to come first", folder.display())
            }),
        );
    }
    let mut staged = Vec::new();
    for (folder, now) in fresh {
        let file = folder.join(COMPARISON_FILE);
        let accepted = match file.symlink_metadata() {
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => None,
            _ => {
                let bytes = files::read(&file, MAX_ACCEPTED).map_err(io(&file))?;
                Some(String::from_utf8_lossy(&bytes).into_owned())
            }
        };
        let standing = match accepted {
            Some(text) if text == now || text.replace("\r\n", "\n") == now => Standing::Same,
            _ if update => {
                files::tidy(&folder);
                staged.push(files::stage(&file, &now).map_err(io(&file))?);
                Standing::Accepted
            }
            None => Standing::Missing,
            Some(text) => Standing::Changed(match form {
                Form::Lines => lines(&file, &text, &now),
                Form::Words => words(&file, &text, &now),
            }),
        };
        meetings.push((folder, standing));
    }
    meetings.sort_by(|a, b| a.0.cmp(&b.0));
    for one in staged {
        let file = one.path().to_owned();
        one.place(true).map_err(io(&file))?;
    }
    Ok(Report { meetings, doubts })
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
