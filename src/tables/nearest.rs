//! Which of the known words somebody may have meant.

/// The known words that are near to `word`, nearest first, at most three: those that differ in a letter or so, then those
/// that begin with it or hold it.
///
/// ```
/// use readout::codebook::nearest;
///
/// assert_eq!(nearest("taiwn", ["trade", "taiwan"]), ["taiwan"]);
/// assert_eq!(nearest("china", ["south-china-sea", "us"]), ["south-china-sea"]);
/// assert!(nearest("fisheries", ["taiwan", "trade"]).is_empty());
/// ```
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let word: Vec<char> = word.trim().to_lowercase().chars().collect();
    let most = (word.len() / 3).clamp(1, 3);
    let mut found: Vec<(usize, &str)> = Vec::new();
    for candidate in known {
        let letters: Vec<char> = candidate.to_lowercase().chars().collect();
        let held = word.len() > 2 && letters.windows(word.len()).any(|w| w == word);
        let distance = distance(&word, &letters);
        if distance <= most && distance < word.len() {
            found.push((distance, candidate));
        } else if held {
            found.push((if letters.starts_with(&word) { most + 1 } else { most + 2 }, candidate));
        }
    }
    found.sort_by_key(|(distance, candidate)| (*distance, candidate.len()));
    found.dedup();
    found.into_iter().take(3).map(|(_, candidate)| candidate).collect()
}

/// How many letters must be put in, taken out, exchanged or swapped with the next one.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut two_up = Vec::new();
    let mut up: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut best = (up[j] + usize::from(x != y)).min(up[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(two_up_at(&two_up, j - 1) + 1);
            }
            row.push(best);
        }
        two_up = std::mem::replace(&mut up, row);
    }
    up.last().copied().unwrap_or(0)
}

fn two_up_at(row: &[usize], at: usize) -> usize {
    row.get(at).copied().unwrap_or(usize::MAX - 1)
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn counts_letters() {
        let of = |a: &str, b: &str| distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>());
        for (a, b, want) in
            [("", "", 0), ("", "ab", 2), ("cue", "cues", 1), ("lable", "label", 1), ("kitten", "sitting", 3)]
        {
            assert_eq!((of(a, b), of(b, a)), (want, want), "{a} {b}");
        }
    }

    #[test]
    fn short_words_are_not_near_everything() {
        assert!(nearest("x", ["en", "zh"]).is_empty());
        assert_eq!(nearest("eng", ["en", "zh"]), ["en"]);
        assert_eq!(nearest("examplse", ["cues", "examples"]), ["examples"]);
    }
}
