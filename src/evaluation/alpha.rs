//! Krippendorff's alpha of two codings, with an interval from resampled statements.
//!
//! Alpha is 1 − observed / expected disagreement (Krippendorff, *Content Analysis*, 4th ed. 2018, ch. 12; 'Computing
//! Krippendorff's Alpha-Reliability', 2011). One of the codings here is the hand, the other the program, and each unit has a
//! value of both. Between single codes disagreement is nominal: 0 or 1. Between sets of codes it is the MASI distance
//! (Passonneau, 'Measuring Agreement on Set-valued Items (MASI) for Semantic and Pragmatic Annotation', LREC 2006), which
//! asks for less than equality and more than overlap: a set within the other is nearer than one that only shares a part.

use std::collections::{BTreeMap, BTreeSet};

use super::random::SplitMix64;

/// How many times the units are resampled for an interval.
pub const RESAMPLES: usize = 1_000;
/// The seed of every resampling, so that the same codings give the same interval: the letters `readout!`.
pub const SEED: u64 = 0x7265_6164_6F75_7421;

/// Two codings of the same units.
#[derive(Debug, Clone, PartialEq)]
pub struct Codings {
    /// The numbers of the two values of each unit.
    units: Vec<[usize; 2]>,
    /// The distance between the values i and j, at i × values + j.
    distances: Vec<f64>,
    values: usize,
}

/// Alpha with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alpha {
    /// How many units have a value in both codings.
    pub units: usize,
    /// Alpha; none where all values are the same, for then nothing shows that codes are told apart.
    pub value: Option<f64>,
    /// The 95% interval, from low to high; none where alpha is.
    pub interval: Option<(f64, f64)>,
}

impl Codings {
    /// Codings by one code each.
    ///
    /// ```
    /// use readout::evaluation::Codings;
    ///
    /// // Krippendorff 2011, section A: binary data, two observers.
    /// let pairs = "01 11 01 00 00 01 00 00 10 00".split(' ').map(|p| (&p[..1], &p[1..]));
    /// assert_eq!(format!("{:.3}", Codings::nominal(pairs).alpha().unwrap_or(0.0)), "0.095");
    /// ```
    pub fn nominal<T: Ord>(pairs: impl IntoIterator<Item = (T, T)>) -> Self {
        Self::with(pairs, |a, b| if a == b { 0.0 } else { 1.0 })
    }

    /// Codings by sets of codes, with [`masi`] as distance.
    pub fn sets<T: Ord>(pairs: impl IntoIterator<Item = (BTreeSet<T>, BTreeSet<T>)>) -> Self {
        Self::with(pairs, masi)
    }

    fn with<T: Ord>(pairs: impl IntoIterator<Item = (T, T)>, distance: impl Fn(&T, &T) -> f64) -> Self {
        let mut numbers: BTreeMap<T, usize> = BTreeMap::new();
        let mut number = |value: T| {
            let next = numbers.len();
            *numbers.entry(value).or_insert(next)
        };
        let units: Vec<[usize; 2]> = pairs.into_iter().map(|(a, b)| [number(a), number(b)]).collect();
        let values = numbers.len();
        let mut distances = vec![0.0; values * values];
        for (a, i) in &numbers {
            for (b, j) in &numbers {
                distances[i * values + j] = distance(a, b);
            }
        }
        Self { units, distances, values }
    }

    /// Alpha; none where all values are the same, or there is none.
    #[must_use]
    pub fn alpha(&self) -> Option<f64> {
        self.alpha_of(self.units.iter(), &mut vec![0; self.values])
    }

    /// The 95% interval: the 2.5th and the 97.5th percentile, by nearest rank, of alpha over [`RESAMPLES`] samples of as many
    /// units, drawn with replacement by SplitMix64 from [`SEED`]. Samples in which all values are the same have no alpha and
    /// are left out. Statements of one text depend on each other, so the true uncertainty is somewhat larger.
    #[must_use]
    pub fn interval(&self) -> Option<(f64, f64)> {
        self.alpha()?;
        let mut random = SplitMix64::new(SEED);
        let mut counts = vec![0; self.values];
        let mut alphas: Vec<f64> = (0..RESAMPLES)
            .filter_map(|_| {
                let sample = (0..self.units.len()).map(|_| &self.units[random.below(self.units.len())]);
                self.alpha_of(sample, &mut counts)
            })
            .collect();
        alphas.sort_by(f64::total_cmp);
        let rank = |per_mille: usize| alphas.get((alphas.len() * per_mille).div_ceil(1_000).max(1) - 1).copied();
        Some((rank(25)?, rank(975)?))
    }

    /// Alpha and its interval.
    #[must_use]
    pub fn measure(&self) -> Alpha {
        Alpha { units: self.units.len(), value: self.alpha(), interval: self.interval() }
    }

    /// Alpha of a sample; `counts` is room for the number of each value.
    fn alpha_of<'a>(&self, sample: impl Iterator<Item = &'a [usize; 2]>, counts: &mut [u32]) -> Option<f64> {
        counts.fill(0);
        let (mut units, mut observed) = (0.0, 0.0);
        for &[a, b] in sample {
            counts[a] += 1;
            counts[b] += 1;
            units += 1.0;
            observed += self.distances[a * self.values + b];
        }
        let present: Vec<(usize, f64)> =
            counts.iter().enumerate().filter(|c| *c.1 > 0).map(|(value, count)| (value, f64::from(*count))).collect();
        let mut expected = 0.0;
        for (place, (a, count)) in present.iter().enumerate() {
            let row = &self.distances[a * self.values..][..self.values];
            expected += count * present[..place].iter().map(|(b, other)| other * row[*b]).sum::<f64>();
        }
        // Each pair of values was taken once of its two orders.
        let pairs = 2.0 * units * (2.0 * units - 1.0);
        (expected > 0.0).then(|| 1.0 - (observed / units) / (2.0 * expected / pairs))
    }
}

/// The MASI distance of two sets: 1 − J × M, where J is the size of what they share by the size of both together, and M is 1
/// for equal sets, ⅔ where one holds the other, ⅓ where they share a part, 0 where they share nothing. Two empty sets are equal.
///
/// ```
/// use std::collections::BTreeSet;
/// use readout::evaluation::masi;
///
/// let (both, one) = (BTreeSet::from(["trade", "ai"]), BTreeSet::from(["ai"]));
/// assert_eq!(masi(&both, &both), 0.0);
/// assert!((masi(&both, &one) - 2.0 / 3.0).abs() < 1e-12); // 1 − ½ × ⅔
/// ```
#[must_use]
#[allow(clippy::cast_precision_loss)] // sets of codes are small
pub fn masi<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> f64 {
    if a == b {
        return 0.0;
    }
    let shared = a.intersection(b).count();
    let together = a.len() + b.len() - shared;
    let monotonicity = match shared {
        0 => return 1.0,
        s if s == a.len() || s == b.len() => 2.0 / 3.0,
        _ => 1.0 / 3.0,
    };
    1.0 - monotonicity * shared as f64 / together as f64
}

#[cfg(test)]
mod tests {
    use super::{Codings, masi};
    use std::collections::BTreeSet;

    fn alpha(a: &str, b: &str) -> Option<f64> {
        Codings::nominal(a.split(' ').zip(b.split(' '))).alpha()
    }

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-12
    }

    fn set(codes: &str) -> BTreeSet<char> {
        codes.chars().collect()
    }

    /// 'Computing Krippendorff's Alpha-Reliability' (2011), sections A (binary) and B (nominal), both of two observers.
    #[test]
    fn published_examples() {
        let meg = alpha("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0").expect("alpha");
        assert!(close(meg, 1.0 - 19.0 * 4.0 / (14.0 * 6.0)), "{meg}");
        assert_eq!(format!("{meg:.3}"), "0.095");
        let ben = alpha("a a b b d c c c e d d a", "b a b b b c c c e d d d").expect("alpha");
        // Coincidences on the diagonal: 18 of 24; expected: 4·3 + 6·5 + 6·5 + 6·5 + 2·1 = 104 of 24·23.
        assert!(close(ben, (23.0 * 18.0 - 104.0) / (24.0 * 23.0 - 104.0)), "{ben}");
        assert_eq!(format!("{ben:.3}"), "0.692");
    }

    #[test]
    fn the_ends_of_the_scale() {
        assert_eq!(alpha("a b a", "a b a"), Some(1.0));
        assert_eq!(alpha("a a a", "a a a"), None, "nothing was told apart");
        assert_eq!(Codings::nominal(Vec::<(u8, u8)>::new()).alpha(), None);
        // One unit, two values: as much disagreement as by chance.
        assert_eq!(alpha("a", "b"), Some(0.0));
        // a:2 b:2, all units differ: 1 − 1 / (2·2·2 / 12) = −½.
        assert!(close(alpha("a b", "b a").expect("alpha"), -0.5));
    }

    #[test]
    fn masi_by_hand() {
        for (a, b, wanted) in [
            ("", "", 0.0),
            ("", "x", 1.0),
            ("xy", "zw", 1.0),
            ("xy", "yx", 0.0),
            ("x", "xy", 1.0 - 1.0 / 2.0 * 2.0 / 3.0),
            ("xyz", "xy", 1.0 - 2.0 / 3.0 * 2.0 / 3.0),
            ("xy", "yz", 1.0 - 1.0 / 3.0 * 1.0 / 3.0),
        ] {
            assert!(close(masi(&set(a), &set(b)), wanted), "{a} {b}");
            assert!(close(masi(&set(b), &set(a)), wanted), "{b} {a}");
        }
    }

    /// Units {x}–{x}, {x,y}–{x}, {z}–{z}. Values: x 3, xy 1, z 2. Observed: (0 + ⅔ + 0) / 3 = 2/9.
    /// Expected: 2 · (3·1·⅔ + 3·2·1 + 1·2·1) / (6·5) = 20/30. Alpha: 1 − (2/9) / (2/3) = ⅔.
    #[test]
    fn alpha_of_sets_by_hand() {
        let codings = Codings::sets([("x", "x"), ("xy", "x"), ("z", "z")].map(|(a, b)| (set(a), set(b))));
        assert!(close(codings.alpha().expect("alpha"), 2.0 / 3.0));
    }

    #[test]
    fn the_interval_is_the_same_each_time_and_holds_alpha() {
        let pairs = (0..200).map(|i| (i % 3, if i % 10 == 0 { (i + 1) % 3 } else { i % 3 }));
        let codings = Codings::nominal(pairs);
        let (alpha, (low, high)) = (codings.alpha().expect("alpha"), codings.interval().expect("an interval"));
        assert!(low < alpha && alpha < high && low > 0.75 && high < 0.95, "{low} {alpha} {high}");
        // The standard error by the delta method is about 1.5 · √(0.1 · 0.9 / 200) = 0.032.
        assert!((0.09..0.16).contains(&(high - low)), "{low} {high}");
        assert_eq!(codings.interval(), codings.clone().interval());
        assert_eq!(Codings::nominal([(1, 1), (2, 2)]).interval(), Some((1.0, 1.0)));
        assert_eq!(Codings::nominal([(1, 1), (1, 1)]).interval(), None);
    }
}
