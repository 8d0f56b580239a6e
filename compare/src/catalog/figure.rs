use crate::units::{Date, Text};

/// What makes the number of one cell true, beside the number itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Position of the row.
    pub row: u32,
    /// Between which bounds the true number lies.
    pub interval: Interval,
    /// Position in the table's sources; `None` falls back on the column's source.
    pub source: Option<u16>,
    /// The date of the figure; `None` falls back on the table's dating column.
    pub as_of: Option<Date>,
    /// Who says so.
    pub reported_by: Option<Reporter>,
    /// Who charges a price; empty where nobody is named.
    pub provider: Text,
    /// What a reader must know to compare the figure; may be empty.
    pub note: Text,
}

/// Between which bounds the true number lies, at 95 % confidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Interval {
    /// Nobody said.
    Unknown,
    /// The published bounds, in the unit of the column.
    Bounds {
        /// The lower bound.
        low: f64,
        /// The upper bound.
        high: f64,
    },
    /// k successes in n trials.
    Trials {
        /// Successes.
        k: u32,
        /// Trials.
        n: u32,
    },
}

impl Interval {
    /// The lower and the upper bound in the unit of the column; a proportion counts in percent.
    pub fn bounds(self) -> Option<(f64, f64)> {
        match self {
            Self::Unknown => None,
            Self::Bounds { low, high } => Some((low, high)),
            Self::Trials { k, n } => wilson(k, n).map(|(low, high)| (low * 100.0, high * 100.0)),
        }
    }
}

/// Who says that a figure is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reporter {
    /// Who made the model.
    Vendor,
    /// Somebody else.
    Independent,
}

impl Reporter {
    /// The reporter that a data file names.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "vendor" => Some(Self::Vendor),
            "independent" => Some(Self::Independent),
            _ => None,
        }
    }
}

/// The 0.975 quantile of the normal distribution: so many standard errors to each side hold 95 %.
pub(crate) const Z: f64 = 1.959_963_984_540_054;

/// Wilson's 95 % interval of a proportion of k successes in n trials, from 0 to 1; `None` without trials.
///
/// Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical inference", Journal of the
/// American Statistical Association 22, 209–212, without correction for continuity.
fn wilson(k: u32, n: u32) -> Option<(f64, f64)> {
    if n == 0 || k > n {
        return None;
    }
    let (none, all) = (k == 0, k == n);
    let (k, n) = (f64::from(k), f64::from(n));
    let p = k / n;
    let center = p + Z * Z / (2.0 * n);
    let spread = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + Z * Z / n;
    // Exact at the ends, where rounding would leave the proportion itself outside.
    Some((if none { 0.0 } else { (center - spread) / scale }, if all { 1.0 } else { (center + spread) / scale }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reference: `statsmodels.stats.proportion.proportion_confint(k, n, method="wilson")`, statsmodels 0.15.0.
    #[test]
    fn wilson_agrees_with_statsmodels() {
        for (k, n, low, high) in WILSON {
            let (l, h) = wilson(k, n).unwrap();
            assert!((l - low).abs() < 1e-9 && (h - high).abs() < 1e-9, "{k} of {n}: {l} {h}");
        }
    }

    const WILSON: [(u32, u32, f64, f64); 6] = [
        (198, 225, 0.831_037_662_942_235_5, 0.916_204_558_293_493_1),
        (0, 225, 0.0, 0.016_786_551_005_620_244),
        (225, 225, 0.983_213_448_994_379_8, 1.0),
        (8, 225, 0.018_124_653_403_947_2, 0.068_579_298_419_051_17),
        (138, 224, 0.550_934_251_330_508_8, 0.677_294_624_437_543_6),
        (1, 1, 0.206_549_314_377_237_4, 1.0),
    ];

    #[test]
    fn there_is_no_interval_without_trials() {
        assert_eq!(wilson(0, 0), None);
        assert_eq!(wilson(2, 1), None);
    }
}
