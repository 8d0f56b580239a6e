//! How many tests passed and failed.

use std::fmt;
use std::ops::AddAssign;

use crate::error::Error;

/// Tests and checks, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Tally {
    pub(crate) const ONE_PASSED: Self = Self { passed: 1, failed: 0 };
    pub(crate) const ONE_FAILED: Self = Self { passed: 0, failed: 1 };

    /// The counts of one of cargo's lines `test result: ok. 3 passed; 0 failed; …`; `None` for any other line.
    pub(crate) fn in_line(line: &str) -> Option<Self> {
        let counts = line.strip_prefix("test result: ")?;
        Some(Self { passed: number_before(counts, " passed")?, failed: number_before(counts, " failed")? })
    }

    /// What a run of tests comes to that counted this and ended so.
    ///
    /// A run that broke off without a failed test, for it did not compile or crashed, is one failure; and so is one
    /// that found no test at all.
    pub(crate) fn settled(self, ended: &Result<(), Error>) -> Self {
        match (ended, self) {
            (Err(_), Self { failed: 0, .. }) | (Ok(()), Self { passed: 0, failed: 0 }) => Self { failed: 1, ..self },
            _ => self,
        }
    }
}

fn number_before(text: &str, word: &str) -> Option<u32> {
    let (before, _) = text.split_once(word)?;
    before.rsplit(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broke_off() -> Result<(), Error> {
        Err(Error::new("it broke off", "mend it"))
    }

    #[test]
    fn counts_are_read_from_a_result_line() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.05s";
        assert_eq!(Tally::in_line(line), Some(Tally { passed: 12, failed: 3 }));
    }

    #[test]
    fn a_coloured_result_line_counts_too() {
        let line = "test result: \u{1b}[32mok\u{1b}(B\u{1b}[m. 5 passed; 0 failed; 0 ignored";
        assert_eq!(Tally::in_line(line), Some(Tally { passed: 5, failed: 0 }));
    }

    #[test]
    fn other_lines_count_nothing() {
        for line in
            ["running 3 tests", "test tests::a_row ... ok", "it printed test result: ok. 1 passed; 0 failed;", ""]
        {
            assert_eq!(Tally::in_line(line), None, "{line}");
        }
    }

    #[test]
    fn a_run_that_breaks_off_without_a_failed_test_is_one_failure() {
        let counted = Tally { passed: 4, failed: 0 };
        assert_eq!(counted.settled(&broke_off()), Tally { passed: 4, failed: 1 });
    }

    #[test]
    fn failed_tests_are_not_counted_again_for_how_the_run_ended() {
        let counted = Tally { passed: 4, failed: 2 };
        assert_eq!(counted.settled(&broke_off()), counted);
    }

    #[test]
    fn a_run_without_a_test_is_one_failure() {
        assert_eq!(Tally::default().settled(&Ok(())), Tally::ONE_FAILED);
    }

    #[test]
    fn the_last_line_says_how_many_passed_and_failed() {
        assert_eq!(Tally { passed: 120, failed: 0 }.to_string(), "120 passed, 0 failed");
    }
}
