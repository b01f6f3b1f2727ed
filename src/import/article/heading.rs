//! What an article says of itself: its headline, who wrote it, and for whom.

use serde::Serialize;

use super::press::Press;

/// What stands above an article.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, schemars::JsonSchema)]
pub struct Heading {
    /// The headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    /// The newspaper, agency or broadcaster.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
}

impl Heading {
    /// The headline is the first line where that is no sentence of the text; the line that begins with 'By' has the authors;
    /// the outlet stands behind them, on a line of its own, or where the text begins ('CITY (Reuters) -').
    #[must_use]
    pub fn of(article: &str) -> Self {
        let lines: Vec<&str> = article.lines().map(str::trim).filter(|l| !l.is_empty()).take(8).collect();
        let mut heading = Self::default();
        if let Some(first) =
            lines.first().filter(|l| l.chars().count() <= 220 && !l.ends_with(['.', '”', '"']) && lines.len() > 1)
        {
            heading.title = Some((*first).to_owned());
        }
        for line in &lines {
            if let Some(names) = line.strip_prefix("By ").or_else(|| line.strip_prefix("BY ")) {
                (heading.authors, heading.outlet) = authors(names);
            }
        }
        heading.outlet = heading.outlet.or_else(|| lines.iter().find(|l| is_outlet(l)).map(|l| (*l).to_owned()));
        heading.outlet = heading.outlet.or_else(|| lines.iter().find_map(|l| dateline(l)));
        heading
    }
}

/// The names of a byline, and the outlet where it closes the line: 'A B and C D, Agency'.
fn authors(names: &str) -> (Vec<String>, Option<String>) {
    let mut pieces: Vec<&str> = names.split(&[',', ';'][..]).flat_map(|p| p.split(" and ")).map(str::trim).collect();
    pieces.retain(|p| !p.is_empty() && p.chars().next().is_some_and(char::is_uppercase) && p.split(' ').count() <= 6);
    let outlet = pieces.last().filter(|p| is_outlet(p)).map(|p| (*p).to_owned());
    if outlet.is_some() {
        pieces.pop();
    }
    // 'By A B in Beijing': the place is no name.
    let name = |p: &&str| p.split(" in ").next().unwrap_or(p).trim().to_owned();
    (pieces.iter().map(name).collect(), outlet)
}

fn is_outlet(words: &str) -> bool {
    Press::carried().media.contains(words.to_lowercase().as_str())
}

/// The outlet of 'BEIJING (Reuters) -' or 'CNN  —'.
fn dateline(line: &str) -> Option<String> {
    let head: String = line.chars().take(60).collect();
    if let Some((_, rest)) = head.split_once('(') {
        let inner = rest.split(')').next()?;
        return (is_outlet(inner) || inner == "Xinhua").then(|| inner.to_owned());
    }
    let (outlet, _) = head.split_once('—')?;
    is_outlet(outlet.trim()).then(|| outlet.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_headline_byline_and_outlet() {
        let heading = Heading::of("Envoys meet\n\nBy Ada Brook and Jon Vale, CNN\n\nThe envoys met.\n");
        assert_eq!(heading.title.as_deref(), Some("Envoys meet"));
        assert_eq!(heading.authors, ["Ada Brook", "Jon Vale"]);
        assert_eq!(heading.outlet.as_deref(), Some("CNN"));
        let heading = Heading::of("Envoys meet\n\nLAKEFORD (Reuters) - The envoys met.\n");
        assert_eq!(heading.outlet.as_deref(), Some("Reuters"));
        assert_eq!(Heading::of("“We met,” he said."), Heading::default());
    }
}
