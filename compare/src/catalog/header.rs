/// A table without its rows, as it was written, before it is checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Header {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Option<String>,
    /// A sentence or two about it.
    pub description: Option<String>,
    /// The columns.
    pub columns: Vec<ColumnSpec>,
    /// Where its figures come from.
    pub sources: Vec<SourceSpec>,
    /// Id of the column that the trade-off takes as score.
    pub score: Option<String>,
    /// Id of the column that it takes as cost, or `workload`.
    pub cost: Option<String>,
    /// Id of the source of every figure that names none.
    pub source: Option<String>,
    /// Id of the date column that dates figures without a date.
    pub dated_by: Option<String>,
    /// Id of the column that tells rows of one name apart.
    pub tell_apart: Option<String>,
    /// Requests a month, input and output tokens a request, share of cached input.
    pub workload: Option<[f64; 4]>,
}

/// A column as it was written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnSpec {
    /// Its id.
    pub id: Option<String>,
    /// Its heading.
    pub label: Option<String>,
    /// What its cells are.
    pub kind: Option<String>,
    /// What its numbers count.
    pub unit: Option<String>,
    /// `lower` or `higher`.
    pub better: Option<String>,
    /// What its numbers are for.
    pub role: Option<String>,
    /// What it tells.
    pub description: Option<String>,
    /// Whether it is shown before the reader chooses.
    pub shown: Option<bool>,
    /// Id of the source of every figure that names none.
    pub source: Option<String>,
    /// After how many months its figures count as old.
    pub stale_after: Option<u16>,
    /// Id of the column whose figures it holds as somebody else has them.
    pub same_as: Option<String>,
}

/// A source as it was written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceSpec {
    /// Its id.
    pub id: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// When it was published or read.
    pub date: Option<String>,
    /// The licence of its data.
    pub licence: Option<String>,
    /// Id of the source in which its figures were found.
    pub via: Option<String>,
    /// When somebody last looked whether it still says so.
    pub checked: Option<String>,
    /// Pages that cite it for what could not be traced to it.
    pub cited_by: Vec<String>,
    /// What a reader must know about it.
    pub note: Option<String>,
}
