//! Owns the byte span: the one way this crate points into a text.

/// A half-open range of bytes, `start..end`, into some text.
///
/// ```
/// use readout::text::span::Span;
///
/// let text = "中美 agreed.";
/// assert_eq!(Span::new(7, 13).slice(text), "agreed");
/// assert_eq!(Span::new(1, 3).slice(text), ""); // off a character boundary
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, schemars::JsonSchema)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// A span from byte `start` up to, not including, byte `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The length in bytes; 0 when the span ends before it starts.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether every byte of `other` lies in this span; a span contains itself.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether this span is a part of `other` and not all of it.
    pub const fn is_within(self, other: Span) -> bool {
        other.contains(self) && (other.start != self.start || other.end != self.end)
    }

    /// Whether the two spans share at least one byte; spans that only touch do not, nor does an empty one.
    pub const fn overlaps(self, other: Span) -> bool {
        !self.is_empty() && !other.is_empty() && self.start < other.end && other.start < self.end
    }

    /// The bytes of `text` under this span; the empty string when the span is out of bounds or off a character boundary.
    pub fn slice<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// The same span `bytes` further on, as when a part's spans are told in the whole's.
    #[must_use]
    pub const fn shift(self, bytes: usize) -> Self {
        Self { start: self.start.saturating_add(bytes), end: self.end.saturating_add(bytes) }
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn bytes_of_a_span() {
        let span = Span::new(3, 6);
        assert_eq!((span.len(), span.is_empty()), (3, false));
        assert_eq!((Span::new(6, 3).len(), Span::new(6, 3).is_empty()), (0, true));
        assert!(span.contains(span) && span.contains(Span::new(4, 5)) && !span.contains(Span::new(2, 5)));
        assert!(Span::new(3, 5).is_within(span) && !span.is_within(span) && !Span::new(5, 9).is_within(span));
        assert!(span.overlaps(Span::new(5, 9)) && !span.overlaps(Span::new(6, 9)) && !span.overlaps(Span::new(4, 4)));
        assert_eq!(span.shift(10), Span::new(13, 16));
        assert_eq!(Span::new(usize::MAX, usize::MAX).shift(1), Span::new(usize::MAX, usize::MAX));
    }

    #[test]
    fn slices_never_panic() {
        let text = "中美 ok";
        assert_eq!(Span::new(0, 3).slice(text), "中");
        assert_eq!(Span::new(0, 99).slice(text), "");
        assert_eq!(Span::new(1, 3).slice(text), "");
        assert_eq!(Span::new(3, 0).slice(text), "");
    }

    #[test]
    fn spans_serialise_as_start_and_end() -> Result<(), serde_json::Error> {
        assert_eq!(serde_json::to_string(&Span::new(1, 2))?, r#"{"start":1,"end":2}"#);
        Ok(())
    }
}
