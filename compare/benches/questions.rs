//! What questions cost, each beside the plainest code that answers about the same (`plain_*`), so that one run gives
//! the ratio. The plain code knows no natural order, no ties and no accents.

use compare::catalog::{Builder, ColumnSpec, Fault, Header, Rules, Table, Value};
use compare::query::{Clause, Direction, Field, Filter, Indexed, Question, SortKey, Test, Tradeoff};
use compare::units::{Letters, Weight};
use divan::Bencher;
use std::cmp::Ordering;
use unicode_normalization::UnicodeNormalization;

const SIZES: [usize; 3] = [100, 10_000, 100_000];
const PAGE: usize = 25;
const VENDORS: [&str; 8] = ["OpenAI", "Anthropic", "Google", "Meta", "Alibaba", "DeepSeek", "Mistral", "xAI"];
const FAMILIES: [&str; 8] = ["GPT", "Claude", "Gemini", "Llama", "Qwen", "DeepSeek", "Mixtral", "Grok"];

/// What the host knows of letters, for accents are taken off as the browser does it.
const LETTERS: Letters = Letters { lower: str::to_lowercase, decompose: |text| text.nfd().collect() };

fn main() {
    divan::main();
}

/// A row as the plainest code would keep it.
struct Row {
    name: String,
    vendor: &'static str,
    score: Option<f64>,
    cost: Option<f64>,
}

/// Knuth's linear congruential generator (MMIX): the same rows in every run.
struct Random(u64);

impl Random {
    /// A number from 0 to 1.
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, end: usize) -> usize {
        (self.share() * end as f64) as usize
    }

    /// What is missing one time in ten.
    fn known(&mut self, number: f64) -> Option<f64> {
        (self.share() >= 0.1).then_some(number)
    }
}

fn rows(len: usize) -> Vec<Row> {
    let mut random = Random(1);
    let mut row = || {
        let maker = random.below(VENDORS.len());
        let name = format!("{}-{}.{} {}B", FAMILIES[maker], random.below(10), random.below(20), random.below(500));
        let (score, cost) = (random.share() * 100.0, (random.share() * 10.0 - 4.0).exp());
        Row { name, vendor: VENDORS[maker], score: random.known(score), cost: random.known(cost) }
    };
    (0..len).map(|_| row()).collect()
}

fn column(id: &str, kind: &str, better: Option<&str>) -> ColumnSpec {
    let text = |text: &str| Some(text.to_owned());
    ColumnSpec { id: text(id), label: text(id), kind: text(kind), better: better.and_then(text), ..Default::default() }
}

fn table(rows: &[Row]) -> Result<Table, Vec<Fault>> {
    let columns = vec![
        column("name", "text", None),
        column("vendor", "category", None),
        column("score", "number", Some("higher")),
        column("cost", "number", Some("lower")),
    ];
    let header = Header { columns, score: Some("score".into()), cost: Some("cost".into()), ..Header::default() };
    let mut builder = Builder::new(header, Rules { sources: false, make_ids: false }, str::to_lowercase);
    for (position, row) in rows.iter().enumerate() {
        let number = |number: Option<f64>| number.map_or(Value::Missing, Value::Number);
        let (name, vendor) = (Value::Text(row.name.as_str().into()), Value::Text(row.vendor.into()));
        let cells = [("name", name), ("vendor", vendor), ("score", number(row.score)), ("cost", number(row.cost))];
        builder.row(Some(&format!("m{position}")), cells);
    }
    builder.finish()
}

/// A table of generated rows that is asked questions.
struct Asked {
    table: Indexed,
    tradeoff: Tradeoff,
    all: Vec<u32>,
}

impl Asked {
    fn new(len: usize) -> Self {
        let table = table(&rows(len)).unwrap_or_else(|faults| unreachable!("{faults:?}"));
        let tradeoff = Tradeoff::new(&table, table.score, table.cost, &table.workload);
        let all = (0..len as u32).collect();
        Self { table: Indexed::new(table, LETTERS), tradeoff, all }
    }

    fn question(&self, weight: f64) -> Question<'_> {
        let weight = Weight::new(weight).unwrap_or(Weight::EVEN);
        Question { table: &self.table, tradeoff: &self.tradeoff, weight }
    }

    fn field(&self, id: &str) -> Field {
        self.table.column(id).map_or(Field::Value, Field::Column)
    }

    fn order(&self, id: &str, direction: Direction) -> Vec<u32> {
        self.question(0.5).order(&self.all, &[SortKey { field: self.field(id), direction }])
    }

    fn pass(&self, filter: &Filter) -> Vec<u32> {
        self.question(0.5).passing(filter).rows()
    }

    fn clause(&self, id: &str, test: Test) -> Filter {
        Filter::default().with(Clause { field: self.field(id), test: Some(test), missing: false })
    }
}

/// Descending, what is missing last.
fn compare_plain(a: Option<f64>, b: Option<f64>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => b.partial_cmp(&a).unwrap_or(Ordering::Equal),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

#[divan::bench_group]
mod sort {
    use super::{Asked, Bencher, Direction, Row, SIZES, compare_plain, rows};

    #[divan::bench(args = SIZES)]
    fn by_number(bencher: Bencher<'_, '_>, len: usize) {
        let asked = Asked::new(len);
        bencher.bench_local(|| asked.order("score", Direction::Descending));
    }

    #[divan::bench(args = SIZES)]
    fn plain_by_number(bencher: Bencher<'_, '_>, len: usize) {
        let rows = rows(len);
        bencher.bench_local(|| {
            let mut order: Vec<&Row> = rows.iter().collect();
            order.sort_by(|a, b| compare_plain(a.score, b.score));
            order
        });
    }

    #[divan::bench(args = SIZES)]
    fn by_name(bencher: Bencher<'_, '_>, len: usize) {
        let asked = Asked::new(len);
        bencher.bench_local(|| asked.order("name", Direction::Ascending));
    }

    /// The first of all sorts ranks the names.
    #[divan::bench(args = SIZES, sample_size = 1)]
    fn by_name_first(bencher: Bencher<'_, '_>, len: usize) {
        bencher.with_inputs(|| Asked::new(len)).bench_local_refs(|asked| asked.order("name", Direction::Ascending));
    }

    #[divan::bench(args = SIZES)]
    fn plain_by_name(bencher: Bencher<'_, '_>, len: usize) {
        let rows = rows(len);
        bencher.bench_local(|| {
            let mut order: Vec<&Row> = rows.iter().collect();
            order.sort_by_key(|row| row.name.to_lowercase());
            order
        });
    }
}

#[divan::bench_group]
mod filter {
    use super::{Asked, Bencher, Filter, Row, SIZES, Test, rows};

    fn plain(bencher: Bencher<'_, '_>, len: usize, passes: impl Fn(&Row) -> bool) {
        let rows = rows(len);
        bencher.bench_local(|| rows.iter().filter(|row| passes(row)).collect::<Vec<&Row>>());
    }

    fn plain_search(bencher: Bencher<'_, '_>, len: usize, text: &str) {
        let rows = rows(len);
        bencher.bench_local(|| {
            let word = text.to_lowercase();
            let holds =
                |row: &&Row| row.name.to_lowercase().contains(&word) || row.vendor.to_lowercase().contains(&word);
            rows.iter().filter(holds).collect::<Vec<&Row>>()
        });
    }

    #[divan::bench(args = SIZES)]
    fn text(bencher: Bencher<'_, '_>, len: usize) {
        let asked = Asked::new(len);
        bencher.bench_local(|| asked.pass(&Filter { text: "GPT-4.1".to_owned(), ..Filter::default() }));
    }

    #[divan::bench(args = SIZES)]
    fn plain_text(bencher: Bencher<'_, '_>, len: usize) {
        plain_search(bencher, len, "GPT-4.1");
    }

    /// One letter, which most rows hold.
    #[divan::bench(args = SIZES)]
    fn letter(bencher: Bencher<'_, '_>, len: usize) {
        let asked = Asked::new(len);
        bencher.bench_local(|| asked.pass(&Filter { text: "e".to_owned(), ..Filter::default() }));
    }

    #[divan::bench(args = SIZES)]
    fn plain_letter(bencher: Bencher<'_, '_>, len: usize) {
        plain_search(bencher, len, "e");
    }

    #[divan::bench(args = SIZES)]
    fn range(bencher: Bencher<'_, '_>, len: usize) {
        let asked = Asked::new(len);
        let filter = asked.clause("cost", Test::Numbers(Some(0.1), Some(10.0)));
        bencher.bench_local(|| asked.pass(&filter));
    }

    #[divan::bench(args = SIZES)]
    fn plain_range(bencher: Bencher<'_, '_>, len: usize) {
        plain(bencher, len, |row| row.cost.is_some_and(|cost| (0.1..=10.0).contains(&cost)));
    }

    #[divan::bench(args = SIZES)]
    fn category(bencher: Bencher<'_, '_>, len: usize) {
        let asked = Asked::new(len);
        let filter = asked.clause("vendor", Test::Any(vec!["OpenAI".to_owned(), "Google".to_owned()]));
        bencher.bench_local(|| asked.pass(&filter));
    }

    #[divan::bench(args = SIZES)]
    fn plain_category(bencher: Bencher<'_, '_>, len: usize) {
        plain(bencher, len, |row| ["OpenAI", "Google"].contains(&row.vendor));
    }
}

#[divan::bench_group]
mod reweigh {
    use super::{Asked, Bencher, PAGE, Row, SIZES, SortKey, Tradeoff, compare_plain, rows};

    /// Quality and cheapness of a row.
    type Scaled = Option<(f64, f64)>;

    fn scale(rows: &[Row]) -> Vec<Scaled> {
        let ends = |number: fn(&Row) -> Option<f64>| {
            let known = rows.iter().filter_map(number);
            known.fold((f64::MAX, f64::MIN), |(low, high), number| (low.min(number), high.max(number)))
        };
        let (scores, costs) = (ends(|row| row.score), ends(|row| row.cost.map(f64::ln)));
        let scaled = |row: &Row| {
            let quality = (row.score? - scores.0) / (scores.1 - scores.0);
            Some((quality, (costs.1 - row.cost?.ln()) / (costs.1 - costs.0)))
        };
        rows.iter().map(scaled).collect()
    }

    fn plain_page(scaled: &[Scaled], weight: f64) -> Vec<(Option<f64>, usize)> {
        let value = |scaled: &Scaled| scaled.map(|(quality, cheapness)| weight * quality + (1.0 - weight) * cheapness);
        let mut order: Vec<(Option<f64>, usize)> =
            scaled.iter().enumerate().map(|(row, scaled)| (value(scaled), row)).collect();
        order.sort_by(|a, b| compare_plain(a.0, b.0));
        order.truncate(PAGE);
        order
    }

    #[divan::bench(args = SIZES)]
    fn page_by_value(bencher: Bencher<'_, '_>, len: usize) {
        let asked = Asked::new(len);
        bencher.bench_local(|| asked.question(0.61).page(&asked.all, &[SortKey::BY_VALUE], 0..PAGE));
    }

    #[divan::bench(args = SIZES)]
    fn plain_page_by_value(bencher: Bencher<'_, '_>, len: usize) {
        let scaled = scale(&rows(len));
        bencher.bench_local(|| plain_page(&scaled, 0.61));
    }

    /// The first of all steps scales scores and costs.
    #[divan::bench(args = SIZES)]
    fn first_step(bencher: Bencher<'_, '_>, len: usize) {
        let mut asked = Asked::new(len);
        bencher.bench_local(|| {
            asked.tradeoff = Tradeoff::new(&asked.table, asked.table.score, asked.table.cost, &asked.table.workload);
            asked.question(0.61).page(&asked.all, &[SortKey::BY_VALUE], 0..PAGE)
        });
    }

    #[divan::bench(args = SIZES)]
    fn plain_first_step(bencher: Bencher<'_, '_>, len: usize) {
        let rows = rows(len);
        bencher.bench_local(|| plain_page(&scale(&rows), 0.61));
    }
}

#[divan::bench_group]
mod insights {
    use super::{Asked, Bencher, Row, SIZES, compare_plain, rows};

    /// Winner bands, frontier and ties.
    #[divan::bench(args = SIZES)]
    fn all(bencher: Bencher<'_, '_>, len: usize) {
        let asked = Asked::new(len);
        let question = asked.question(0.5);
        bencher.bench_local(|| (question.bands(&asked.all), question.frontier(&asked.all), question.ties(&asked.all)));
    }

    #[divan::bench(args = SIZES)]
    fn bands(bencher: Bencher<'_, '_>, len: usize) {
        let asked = Asked::new(len);
        bencher.bench_local(|| asked.question(0.5).bands(&asked.all));
    }

    #[divan::bench(args = SIZES)]
    fn frontier(bencher: Bencher<'_, '_>, len: usize) {
        let asked = Asked::new(len);
        bencher.bench_local(|| asked.question(0.5).frontier(&asked.all));
    }

    #[divan::bench(args = SIZES)]
    fn plain_frontier(bencher: Bencher<'_, '_>, len: usize) {
        let rows = rows(len);
        bencher.bench_local(|| {
            let mut order: Vec<&Row> = rows.iter().filter(|row| row.score.is_some() && row.cost.is_some()).collect();
            order.sort_by(|a, b| compare_plain(b.cost, a.cost).then_with(|| compare_plain(a.score, b.score)));
            let mut best = None;
            order.retain(|row| {
                let kept = compare_plain(row.score, best).is_lt();
                best = if kept { row.score } else { best };
                kept
            });
            order
        });
    }
}

#[divan::bench_group]
mod chart {
    use super::{Asked, Bencher};
    use compare::chart::{Area, Axes, Label, Path, Plot, Point, Try, place_labels};
    use compare::units::Weight;

    const AREA: Area = Area { left: 40.0, top: 26.0, right: 988.0, bottom: 330.0 };

    fn points(asked: &Asked) -> (Plot, Vec<Point>) {
        let plot = Plot::new(Axes::new(&asked.table, &asked.tradeoff), AREA, 48.0);
        let place = |row: &u32| plot.point(&asked.table, &asked.tradeoff, *row as usize);
        (plot, asked.all.iter().filter_map(place).collect())
    }

    /// What a filter costs: every point and its mark.
    #[divan::bench(args = [2_000])]
    fn points_and_marks(bencher: Bencher<'_, '_>, len: usize) {
        let asked = Asked::new(len);
        bencher.bench_local(|| {
            let mut path = Path::default();
            for point in points(&asked).1 {
                path.diamond(point, 3.0);
            }
            path.text()
        });
    }

    /// What a step of the weight costs: the line and twenty names among all points.
    #[divan::bench(args = [2_000])]
    fn line_and_names(bencher: Bencher<'_, '_>, len: usize) {
        let (plot, points) = points(&Asked::new(len));
        let name = Try { width: 120.0, clear: false };
        let labels: Vec<Label> = points.iter().take(20).map(|at| Label { at: *at, tries: vec![name] }).collect();
        let marks: Vec<Area> = points.iter().map(|at| Area::around(*at, 6.0)).collect();
        bencher.bench_local(|| {
            let line = points.first().map(|point| plot.equal_value(*point, Weight::EVEN));
            (line, place_labels(&labels, 15.0, &AREA, 6.0, (&marks, &[])))
        });
    }
}
