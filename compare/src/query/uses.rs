use crate::catalog::Workload;
use crate::units::Tokens;

/// A use of a model that many readers have, with round numbers for it.
///
/// The numbers are assumptions of this project, not measurements: each is said in words, and a reader puts their own in
/// their place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Use {
    /// What it is called.
    pub name: &'static str,
    /// How much of what it takes.
    pub workload: Workload,
    /// Why so much, in words.
    pub assumed: &'static str,
}

impl Use {
    /// Every such use, that with the shortest requests first.
    pub const ALL: [Self; 4] = [
        Self {
            name: "Chat",
            workload: workload(100_000.0, 1_500.0, 400.0, 0.2),
            assumed: "A question with the turns before it, answered in a few paragraphs; the standing instructions, a fifth of the input, come from the cache.",
        },
        Self {
            name: "Retrieval",
            workload: workload(100_000.0, 6_000.0, 300.0, 0.1),
            assumed: "Ten passages of some 500\u{a0}tokens with the question, and a short answer; the passages change each time, so that only the instructions come from the cache.",
        },
        Self {
            name: "Coding agent",
            workload: workload(20_000.0, 30_000.0, 1_000.0, 0.8),
            assumed: "Each step sends files and the conversation so far once more; most of that comes from the cache.",
        },
        Self {
            name: "Batch extraction",
            workload: workload(1_000_000.0, 2_000.0, 200.0, 0.0),
            assumed: "A short record out of each document; every document is new, so that nothing comes from the cache. Rebates for batches are not counted.",
        },
    ];
}

const fn workload(requests: f64, input: f64, output: f64, cached: f64) -> Workload {
    Workload { requests, input: Tokens(input), output: Tokens(output), cached }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_use_is_another_one() {
        for (at, one) in Use::ALL.iter().enumerate() {
            assert!((0.0..=1.0).contains(&one.workload.cached), "{}", one.name);
            assert!(Use::ALL[..at].iter().all(|other| other.workload != one.workload && other.name != one.name));
        }
    }

    #[test]
    fn a_table_that_says_nothing_starts_with_a_chat() {
        assert_eq!(Use::ALL[0].workload, Workload::DEFAULT);
    }
}
