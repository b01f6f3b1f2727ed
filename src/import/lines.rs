//! Owns the patterns of lines that are on a page and not of its text: `###`, `责任编辑*`.

/// A pattern for a whole line; `*` stands for any run of signs. Letters match in either case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinePattern {
    pieces: Vec<String>,
}

impl LinePattern {
    /// Longer lines are text, whatever they begin with.
    const LONGEST: usize = 240;

    /// Reads a pattern.
    ///
    /// ```
    /// use readout::import::lines::LinePattern;
    ///
    /// let pattern = LinePattern::new("The below is attributable to Spokesperson *:");
    /// assert!(pattern.matches("The below is attributable to Spokesperson Dana Whitfield:"));
    /// assert!(!pattern.matches("The below is attributable to Spokesperson Dana Whitfield: The two"));
    /// ```
    #[must_use]
    pub fn new(pattern: &str) -> Self {
        Self { pieces: pattern.to_lowercase().split('*').map(str::to_owned).collect() }
    }

    /// Whether the pattern is that of the line.
    #[must_use]
    pub fn matches(&self, line: &str) -> bool {
        if line.chars().nth(Self::LONGEST).is_some() {
            return false;
        }
        let line = line.trim().to_lowercase();
        let (Some(first), Some(last)) = (self.pieces.first(), self.pieces.last()) else { return false };
        if self.pieces.len() == 1 {
            return line == *first;
        }
        let Some(rest) = line.strip_prefix(first.as_str()) else { return false };
        let Some(mut rest) = rest.strip_suffix(last.as_str()) else { return false };
        for piece in &self.pieces[1..self.pieces.len() - 1] {
            let Some(at) = rest.find(piece.as_str()) else { return false };
            rest = &rest[at + piece.len()..];
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_stand_for_anything() {
        for (pattern, line, want) in [
            ("###", " ### ", true),
            ("###", "####", false),
            ("责任编辑*", "责任编辑：某某", true),
            ("editor: *", "Editor: A B", true),
            ("*official website*government*", "An official website of the United States Government here", true),
            ("a*a", "a", false),
            ("*", "", true),
        ] {
            assert_eq!(LinePattern::new(pattern).matches(line), want, "{pattern} {line}");
        }
        assert!(!LinePattern::new("a*").matches(&"a".repeat(241)));
    }
}
