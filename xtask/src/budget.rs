//! How heavy a release may be, and how heavy it is.

use crate::error::Error;
use crate::sizes::{Bytes, Size};

/// The file with the limits, in the root of the workspace.
pub(crate) const FILE: &str = "budget.toml";

/// A part of the release with a limit of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// What a page loads before the widget comes into view.
    Loader,
    /// Loader, glue and the wasm without data.
    Code,
    /// Loader, glue and the wasm with every table.
    Tables,
}

impl Part {
    const ALL: [Self; 3] = [Self::Loader, Self::Code, Self::Tables];

    fn key(self) -> &'static str {
        match self {
            Self::Loader => "loader",
            Self::Code => "code",
            Self::Tables => "tables",
        }
    }
}

/// The most that each part may weigh in brotli, in the order of [`Part::ALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Budget([Bytes; Part::ALL.len()]);

impl Budget {
    /// Reads the text of `budget.toml`: a whole number of KiB for each part.
    ///
    /// # Errors
    /// Where a part is missing, unknown or no whole number.
    pub(crate) fn parse(text: &str) -> Result<Self, Error> {
        let refused = |found: String| Error::new(format!("{FILE}: {found}"), "write one line each, like `code = 130`");
        let mut file: toml::Table =
            text.parse().map_err(|fault: toml::de::Error| refused(fault.to_string().trim_end().to_owned()))?;
        let mut limits = [Bytes::default(); Part::ALL.len()];
        for (part, limit) in Part::ALL.into_iter().zip(&mut limits) {
            let key = part.key();
            let value = file.remove(key).ok_or_else(|| refused(format!("no limit for `{key}`")))?;
            let kib = value.as_integer().and_then(|kib| u64::try_from(kib).ok());
            *limit = kib.map(Bytes::from_kib).ok_or_else(|| refused(format!("`{key}` is no whole number of KiB")))?;
        }
        match file.keys().next() {
            None => Ok(Self(limits)),
            Some(key) => Err(refused(format!("`{key}` is no part of the release"))),
        }
    }

    fn limit(&self, part: Part) -> Bytes {
        self.0[part as usize]
    }
}

/// What the release weighs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Measured {
    pub(crate) loader: Size,
    pub(crate) glue: Size,
    pub(crate) wasm: Size,
    pub(crate) wasm_without_data: Size,
    /// The style sheets by themselves; the wasm contains them.
    pub(crate) styles: Size,
}

impl Measured {
    fn of(&self, part: Part) -> Size {
        match part {
            Part::Loader => self.loader,
            Part::Code => self.loader + self.glue + self.wasm_without_data,
            Part::Tables => self.loader + self.glue + self.wasm,
        }
    }

    /// A table for people, every number in KiB.
    pub(crate) fn table(&self, budget: &Budget) -> String {
        let data = self.wasm - self.wasm_without_data;
        let rows = [
            ("loader", self.loader, Some(Part::Loader)),
            ("glue", self.glue, None),
            ("wasm without data", self.wasm_without_data, None),
            ("  of it styles", self.styles, None),
            ("code (these three)", self.of(Part::Code), Some(Part::Code)),
            ("data adds", data, None),
            ("wasm with data", self.wasm, None),
            ("everything", self.of(Part::Tables), Some(Part::Tables)),
        ];
        let mut table = format!("{:20}{:>10}{:>10}{:>10}", "KiB", "raw", "brotli", "budget");
        for (name, Size { raw, brotli }, part) in rows {
            let limit = part.map_or_else(String::new, |part| budget.limit(part).to_string());
            let row = format!("{name:20}{raw:>10}{brotli:>10}{limit:>10}");
            table.push('\n');
            table.push_str(row.trim_end());
        }
        table
    }

    /// Checks every part against its limit; a part may weigh exactly as much.
    ///
    /// # Errors
    /// Where one weighs more: names each such part.
    pub(crate) fn check(&self, budget: &Budget) -> Result<(), Error> {
        let over: Vec<String> = Part::ALL
            .into_iter()
            .filter(|&part| self.of(part).brotli > budget.limit(part))
            .map(|part| format!("`{}` weighs {} of {} KiB", part.key(), self.of(part).brotli, budget.limit(part)))
            .collect();
        if over.is_empty() {
            return Ok(());
        }
        let remedy =
            format!("make it lighter, or raise the limit in {FILE} and say why beside it; what was built is complete");
        Err(Error::new(format!("the release is over its budget: {}", over.join(", ")), remedy))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: &str = "loader = 3\ncode = 130\ntables = 175";

    fn budget() -> Budget {
        Budget::parse(LIMITS).unwrap()
    }

    fn brotli(bytes: u64) -> Size {
        Size { raw: Bytes(bytes * 3), brotli: Bytes(bytes) }
    }

    fn refusal(text: &str) -> String {
        Budget::parse(text).unwrap_err().to_string()
    }

    #[test]
    fn every_part_has_a_limit_in_kib() {
        let limits = Part::ALL.map(|part| budget().limit(part));
        assert_eq!(limits, [3, 130, 175].map(Bytes::from_kib));
    }

    #[test]
    fn a_budget_without_a_part_is_refused_by_name() {
        assert!(refusal("loader = 3\ncode = 130").contains("no limit for `tables`"));
    }

    #[test]
    fn a_budget_with_an_unknown_part_is_refused_by_name() {
        assert!(refusal(&format!("{LIMITS}\nglue = 9")).contains("`glue` is no part"));
    }

    #[test]
    fn a_limit_that_is_no_whole_number_of_kib_is_refused() {
        assert!(refusal("loader = -3\ncode = 130\ntables = 175").contains("`loader` is no whole number"));
        assert!(refusal("loader = 3\ncode = 1.5\ntables = 175").contains("`code` is no whole number"));
    }

    #[test]
    fn a_part_may_weigh_exactly_its_limit() {
        let measured = Measured { loader: brotli(3 * 1024), ..Measured::default() };
        assert!(measured.check(&budget()).is_ok());
    }

    #[test]
    fn a_part_over_its_limit_is_named_with_its_weight_and_where_to_change_it() {
        let measured = Measured { loader: brotli(3 * 1024 + 512), ..Measured::default() };
        let error = measured.check(&budget()).unwrap_err().to_string();
        assert!(error.contains("`loader` weighs 3.5 of 3.0 KiB"), "{error}");
        assert!(error.contains("budget.toml"), "{error}");
        assert!(!error.contains("code"), "{error}");
    }

    #[test]
    fn data_weighs_on_the_tables_and_not_on_the_code() {
        let measured =
            Measured { wasm: brotli(180 * 1024), wasm_without_data: brotli(120 * 1024), ..Measured::default() };
        let error = measured.check(&budget()).unwrap_err().to_string();
        assert!(error.contains("`tables`") && !error.contains("`code`"), "{error}");
    }

    #[test]
    fn the_table_says_what_data_adds() {
        let measured = Measured { wasm: brotli(4096), wasm_without_data: brotli(1024), ..Measured::default() };
        let table = measured.table(&budget());
        let line = table.lines().find(|line| line.starts_with("data adds"));
        assert_eq!(line, Some("data adds                  9.0       3.0"));
    }
}
