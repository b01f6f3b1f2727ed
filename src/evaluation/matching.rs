//! Which statements of the program stand for a statement that was coded by hand.

use crate::text::Span;

/// The bytes that two spans share.
#[must_use]
pub fn shared(a: Span, b: Span) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// Whether two statements are held against each other: they share at least half of the shorter one, and at least one byte.
///
/// ```
/// use readout::{evaluation::matches, text::Span};
///
/// assert!(matches(Span::new(0, 100), Span::new(90, 110))); // 10 of 20
/// assert!(!matches(Span::new(0, 100), Span::new(91, 110))); // 9 of 19
/// ```
#[must_use]
pub fn matches(a: Span, b: Span) -> bool {
    let shared = shared(a, b);
    shared > 0 && 2 * shared >= a.len().min(b.len())
}

/// The numbers of all spans that match, and of the one among them that shares most, the first of several.
pub(super) fn find(gold: Span, spans: impl Iterator<Item = Span>) -> (Vec<usize>, Option<usize>) {
    let mut found = Vec::new();
    let mut best: Option<(usize, usize)> = None;
    for (number, span) in spans.enumerate().filter(|s| matches(gold, s.1)) {
        found.push(number);
        let bytes = shared(gold, span);
        if best.is_none_or(|b| bytes > b.1) {
            best = Some((number, bytes));
        }
    }
    (found, best.map(|b| b.0))
}

#[cfg(test)]
mod tests {
    use super::{find, matches};
    use crate::text::Span;

    #[test]
    fn half_of_the_shorter_one_is_enough() {
        let gold = Span::new(10, 30);
        for (start, end, wanted) in [
            (10, 30, true),
            (0, 100, true),  // holds it whole
            (25, 27, true),  // lies in it
            (0, 20, true),   // 10 of 20
            (0, 19, false),  // 9 of 19
            (20, 60, true),  // 10 of 20
            (21, 60, false), // 9 of 20
            (30, 40, false), // only touches
            (20, 20, false), // holds nothing
            (29, 31, true),  // 1 of 2
        ] {
            let own = Span::new(start, end);
            assert_eq!((matches(gold, own), matches(own, gold)), (wanted, wanted), "{own:?}");
        }
    }

    #[test]
    fn all_that_match_count_for_topics_and_the_largest_for_the_rest() {
        let spans = [(0, 5), (5, 20), (20, 40), (40, 55), (55, 99)].map(|(a, b)| Span::new(a, b));
        assert_eq!(find(Span::new(5, 55), spans.into_iter()), (vec![1, 2, 3], Some(2)));
        // 15 bytes each: the first.
        assert_eq!(find(Span::new(5, 20), spans.into_iter()), (vec![1], Some(1)));
        let equal = [(0, 10), (10, 20)].map(|(a, b)| Span::new(a, b));
        assert_eq!(find(Span::new(0, 20), equal.into_iter()), (vec![0, 1], Some(0)));
        assert_eq!(find(Span::new(100, 120), spans.into_iter()), (vec![], None));
    }
}
