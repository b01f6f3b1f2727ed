//! The table of topics for a terminal: one row a topic, one cell a column, as detailed as the width allows.

use super::wording;
use crate::codebook::Codebook;
use crate::comparison::Comparison;
use crate::render::Options;
use crate::text::width::Widths;
use crate::text::wrap::wrap;

/// The narrowest column of topics, in display columns.
const NARROWEST: usize = 16;
/// The head of the last column.
const RAISED: &str = "RAISED BY";
/// The longest bar, in display columns: all of a text.
const BAR: f64 = 10.0;

/// How much of a cell is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// Bar, share, rank, act.
    Bar,
    /// Share, rank, act.
    Rank,
    /// Share, act.
    Act,
}

/// What one text has on one topic.
#[derive(Debug, Clone)]
pub(super) enum Cell {
    Has {
        share: f64,
        percent: String,
        rank: String,
        act: String,
    },
    Nothing,
    /// The text is known only in fragments.
    Unquoted,
    /// The text says in the statement of this number, from 1, that the topic was not discussed, or not raised.
    Denied(usize, &'static str),
}

impl Cell {
    pub fn show(&self, detail: Detail) -> String {
        match (self, detail) {
            (Self::Has { share, percent, rank, act }, Detail::Bar) => {
                format!("{} {percent}  {rank:<4}  {act}", bar(*share))
            }
            (Self::Has { percent, rank, act, .. }, Detail::Rank) => format!("{percent}  {rank:<4}  {act}"),
            (Self::Has { percent, act, .. }, Detail::Act) => format!("{percent} {act}"),
            (Self::Nothing, _) => "–".to_owned(),
            (Self::Denied(number, what), _) => format!("{what} [{number}]"),
            (Self::Unquoted, Detail::Act) => "not quoted".to_owned(),
            (Self::Unquoted, _) => wording::UNQUOTED.to_owned(),
        }
    }
}

/// A bar of whole blocks and eighths of one, padded to its longest.
fn bar(share: f64) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a share lies between 0 and 1
    let eighths = (share.clamp(0.0, 1.0) * BAR * 8.0).round().max(1.0) as usize;
    let bar = "█".repeat(eighths / 8) + EIGHTHS[eighths % 8];
    format!("{bar:<10}")
}

/// One row.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub topic: String,
    pub cells: Vec<Cell>,
    pub raised: String,
}

/// The table, before it is laid out.
#[derive(Debug, Clone)]
pub(super) struct Table {
    pub sides: Vec<String>,
    pub rows: Vec<Row>,
}

/// The table of a comparison, without the topics that no column raises.
pub(super) fn table(comparison: &Comparison, codebook: &Codebook, options: &Options) -> Table {
    let rows = wording::glanced(comparison, options).map(|row| Row {
        topic: wording::topic(codebook, &row.id),
        cells: comparison
            .columns()
            .map(|text| match row.part(&text.label) {
                Some(p) => Cell::Has {
                    share: p.share,
                    percent: format!("{:>4}", wording::percent(p.share)),
                    rank: wording::ordinal(p.rank),
                    act: wording::acts(codebook, p, text),
                },
                None => match wording::denied(text, &row.id) {
                    Some(denial) => Cell::Denied(denial.number, denial.short()),
                    None if text.is_fragments() => Cell::Unquoted,
                    None => Cell::Nothing,
                },
            })
            .collect(),
        raised: wording::raised(comparison, row),
    });
    Table { sides: comparison.columns().map(|t| wording::label(&t.label)).collect(), rows: rows.collect() }
}

impl Table {
    /// The lines, the head first, with the most detail that fits `width` columns, which is told; none where nothing fits.
    pub fn lines(&self, width: usize, widths: Widths) -> Option<(Detail, Vec<String>)> {
        let laid_out = |detail| Some((detail, self.laid_out(width, widths, detail)?));
        [Detail::Bar, Detail::Rank, Detail::Act].into_iter().find_map(laid_out)
    }

    fn laid_out(&self, width: usize, widths: Widths, detail: Detail) -> Option<Vec<String>> {
        let shown: Vec<Vec<String>> =
            self.rows.iter().map(|r| r.cells.iter().map(|c| c.show(detail)).collect()).collect();
        let columns: Vec<usize> = (0..self.sides.len())
            .map(|i| {
                let cells = shown.iter().map(|r| r[i].as_str()).chain([self.sides[i].as_str()]);
                cells.map(|c| widths.str_width(c)).max().unwrap_or(0)
            })
            .collect();
        // What is longer wraps.
        let raised = self.rows.iter().map(|r| widths.str_width(&r.raised)).max().unwrap_or(0).clamp(RAISED.len(), 12);
        let fixed = columns.iter().map(|w| w + 2).sum::<usize>() + raised;
        let longest = self.rows.iter().map(|r| widths.str_width(&r.topic)).max().unwrap_or(0).max(5);
        let topic = longest.min(width.checked_sub(fixed + 2)?);
        // Wrapping a topic is better than leaving out the bar, but not than a column of single words.
        if topic < NARROWEST.min(longest) || detail == Detail::Bar && topic < longest {
            return None;
        }
        let mut lines = Vec::new();
        let mut push = |first: &str, cells: &[String], last: &str| {
            let (topics, lasts) = (wrap(first, topic, widths), wrap(last, raised, widths));
            for at in 0..topics.len().max(lasts.len()) {
                let mut line = widths.pad(topics.get(at).map_or("", |range| &first[range.clone()]), topic + 2);
                for (cell, column) in cells.iter().zip(&columns) {
                    line.push_str(&widths.pad(if at == 0 { cell } else { "" }, column + 2));
                }
                line.push_str(lasts.get(at).map_or("", |range| &last[range.clone()]));
                lines.push(line.trim_end().to_owned());
            }
        };
        push("TOPIC", &self.sides, RAISED);
        for (row, cells) in self.rows.iter().zip(&shown) {
            push(&row.topic, cells, &row.raised);
        }
        Some(lines)
    }
}
