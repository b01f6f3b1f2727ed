//! Claims on the page: what is claimed, how it stands, and the statements that answer it.

use super::lists::{Head, Row, Table, heads};
use super::markup::Markup;
use super::statement::{Context, marked};
use crate::comparison::{Claim, ClaimStatus};
use crate::render::{wording, words};

/// A statement quoted by a claim.
#[derive(Debug)]
pub(super) struct Quote {
    pub head: Head,
    pub number: usize,
    /// Where the statement stands on the page, if it does.
    pub href: Option<String>,
    pub lang: &'static str,
    pub words: Markup,
}

/// One claim.
#[derive(Debug)]
pub(super) struct View {
    pub number: usize,
    pub head: Markup,
    /// `confirmed`, `partly`, `silent`, `no-text`.
    pub class: &'static str,
    pub status: Markup,
    pub said: Quote,
    pub reasons: Option<Markup>,
    pub answers: Vec<Quote>,
}

/// Every claim.
pub(super) fn views(context: &Context) -> Vec<View> {
    words::in_order(&context.comparison.claims)
        .into_iter()
        .enumerate()
        .filter_map(|(at, claim)| view(context, at, claim))
        .collect()
}

fn view(context: &Context, at: usize, claim: &Claim) -> Option<View> {
    Some(View {
        number: at + 1,
        head: context.text(&wording::claim(claim)),
        class: claim.status.as_str(),
        status: context.text(&wording::status(claim)),
        said: quote(context, &claim.text, claim.statement)?,
        reasons: words::reasons(context.comparison, claim, context.codebook).map(|line| context.text(&line)),
        answers: claim.counterparts.iter().filter_map(|a| quote(context, &a.side, a.statement)).collect(),
    })
}

fn quote(context: &Context, label: &str, index: usize) -> Option<Quote> {
    let text = context.comparison.text(label)?;
    let statement = text.coded.statements.get(index)?;
    Some(Quote {
        head: Head::of(context, text),
        number: index + 1,
        href: context.href(label, index),
        lang: context.scripts.tag(label),
        words: marked(context, text, statement),
    })
}

/// How many claims of each text stand how.
pub(super) fn tally(context: &Context) -> Table {
    let columns: Vec<&str> = context.comparison.columns().map(|t| t.label.as_str()).collect();
    let row = |status: ClaimStatus| {
        let of = |label: &&str| {
            let claims = context.comparison.claims.iter().filter(|c| c.text == **label && c.status == status);
            let part = |c: &&Claim| wording::in_the_main(c) || !c.contrary.is_empty();
            (claims.clone().count(), claims.filter(part).count())
        };
        let part = if status == ClaimStatus::Confirmed { "in the main" } else { "disputed" };
        let counts: Vec<(usize, usize)> = columns.iter().map(of).collect();
        let cell = |(all, some): &(usize, usize)| match some {
            0 => all.to_string(),
            some => format!("{all} ({some} {part})"),
        };
        (counts.iter().any(|(all, _)| *all > 0)).then(|| Row {
            head: Markup::rendered(format!(
                "<span class=\"status {}\">{}</span>",
                status.as_str(),
                wording::standing(status)
            )),
            href: None,
            cells: counts.iter().map(|count| context.text(&cell(count))).collect(),
        })
    };
    let all = [ClaimStatus::Confirmed, ClaimStatus::Partly, ClaimStatus::Silent, ClaimStatus::NoText];
    Table {
        caption: context.text("Claims of each text, by how they stand"),
        corner: "Status",
        columns: heads(context),
        rows: all.into_iter().filter_map(row).collect(),
    }
}
