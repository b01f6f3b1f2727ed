//! Decimal numbers, exact: 82亿 and 8.2 billion are one.

use std::fmt;

/// `digits` times ten to the `exponent`; the last digit is no zero, so that equal numbers are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount {
    digits: u128,
    exponent: i32,
}

/// How many digits a number may have. What has more counts nothing that people agree on.
const MOST_DIGITS: usize = 24;

impl Amount {
    fn of(mut digits: u128, mut exponent: i32) -> Self {
        if digits == 0 {
            return Self { digits, exponent: 0 };
        }
        while digits.is_multiple_of(10) {
            digits /= 10;
            exponent += 1;
        }
        Self { digits, exponent }
    }

    /// A whole number.
    pub fn whole(number: u128) -> Self {
        Self::of(number, 0)
    }

    /// The number that digits are, with commas between thousands or not, and a fraction or none.
    pub fn read(written: &str) -> Option<Self> {
        let (whole, fraction) = written.split_once('.').unwrap_or((written, ""));
        let digits: String = whole.chars().filter(|c| *c != ',').chain(fraction.chars()).collect();
        let exponent = i32::try_from(fraction.len()).ok()?;
        if digits.is_empty() || digits.len() > MOST_DIGITS || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        Some(Self::of(digits.parse().ok()?, -exponent))
    }

    /// It, ten to the `zeros` times.
    pub fn times(self, zeros: i32) -> Self {
        Self::of(self.digits, self.exponent + zeros)
    }

    /// It as a whole number, where it is one and not immense.
    pub fn as_whole(self) -> Option<u128> {
        let zeros = u32::try_from(self.exponent).ok()?;
        self.digits.checked_mul(10_u128.checked_pow(zeros)?)
    }

    /// Whether it is at least a whole number.
    pub fn is_at_least(self, least: u128) -> bool {
        match u32::try_from(self.exponent) {
            Ok(zeros) => {
                10_u128.checked_pow(zeros).and_then(|ten| self.digits.checked_mul(ten)).is_none_or(|n| n >= least)
            }
            Err(_) => {
                let ten = 10_u128.checked_pow(self.exponent.unsigned_abs());
                ten.is_some_and(|ten| self.digits / ten >= least)
            }
        }
    }
}

impl fmt::Display for Amount {
    /// In digits, without commas: `8200000000`, `0.25`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits.to_string();
        match usize::try_from(self.exponent) {
            Ok(zeros) => write!(f, "{digits}{}", "0".repeat(zeros)),
            Err(_) => {
                let places = usize::try_from(self.exponent.unsigned_abs()).unwrap_or(0);
                let padded = format!("{digits:0>width$}", width = places + 1);
                let (whole, fraction) = padded.split_at(padded.len() - places);
                write!(f, "{whole}.{fraction}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_exact() {
        let read = |written: &str| Amount::read(written).expect("a number");
        assert_eq!(read("8.2").times(9), read("82").times(8));
        assert_eq!(read("8.2").times(9).to_string(), "8200000000");
        assert_eq!(read("2,500.50").to_string(), "2500.5");
        assert_eq!(read("0.05").to_string(), "0.05");
        assert_eq!(read("0").to_string(), "0");
        assert_eq!(read("50").as_whole(), Some(50));
        assert_eq!(read("0.5").as_whole(), None);
        assert!(read("10.5").is_at_least(10) && !read("9.99").is_at_least(10));
        assert!(Amount::read(&"9".repeat(40)).is_none() && Amount::read("").is_none());
    }

    proptest::proptest! {
        #[test]
        fn billions_are_tens_of_yi(whole in 0_u32..10_000, tenths in 0_u32..10) {
            let billions = Amount::read(&format!("{whole}.{tenths}")).expect("a number").times(9);
            let yi = Amount::whole(u128::from(whole * 10 + tenths)).times(8);
            proptest::prop_assert_eq!(billions, yi);
            proptest::prop_assert_eq!(Amount::read(&billions.to_string()), Some(billions));
        }
    }
}
