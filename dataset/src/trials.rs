//! Whether a percentage is that of its successes and trials.

/// Why a written percentage is not that of k successes in n trials; `None` where it is, or where k and n are no counts,
/// which is told elsewhere.
///
/// It is where rounding explains the difference: of its digits, or of k, which some reckon from percentage and n.
pub(crate) fn refuse_rate(written: &str, k: Option<f64>, n: Option<f64>) -> Option<String> {
    let (k, n) = k.zip(n).filter(|(k, n)| *n >= 1.0 && (0.0..=*n).contains(k))?;
    let value: f64 = written.replace('_', "").parse().ok().filter(|value| (0.0..=100.0).contains(value))?;
    let decimals = written.split_once('.').map_or("", |(_, decimals)| decimals);
    let unit = decimals.chars().fold(1.0_f64, |unit, _| unit / 10.0);
    let rate = 100.0 * k / n;
    let rounding = (unit / 2.0).max(50.0 / n);
    let is_near = (value - rate).abs() <= rounding + 1e-9;
    let shown = (rate * 100.0).round() / 100.0;
    (!is_near).then(|| format!("{written} percent is not {k} of {n}, which is {shown}: mend one of them"))
}
