//! Time of the single steps, from one wording to one sheet: `cargo bench --bench micro`.
//!
//! What a step costs depends on the machine and on what else it does. Compare two runs on the same
//! quiet machine, or count instructions (`--bench instructions`).

mod common;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use jiff::civil::date;
use serumcheck::check::{Results, Work};
use serumcheck::preop::{self, Gatherer, Plan, Policy};
use serumcheck::quality::SampleQuality;
use serumcheck::reference::Catalog;
use serumcheck::report::csv::CsvReport;
use serumcheck::{Interpreter, Options};

use common::{RESULTS, check_to_csv, export, row};

/// Samples of a block: some two hundred kilobytes.
const SAMPLES: usize = 250;

fn main() {
    divan::main();
}

/// A wording that was met before: almost every row.
#[divan::bench]
fn resolve_known_wording(bencher: Bencher) {
    let interpreter = Interpreter::bundled().expect("bundled data");
    let mut resolver = interpreter.rules().resolver();
    bencher.bench_local(|| resolver.resolve(black_box(&row(0)), ""));
}

/// A wording that is new: once per spelling of a file.
#[divan::bench]
fn resolve_new_wording(bencher: Bencher) {
    let interpreter = Interpreter::bundled().expect("bundled data");
    bencher
        .with_inputs(|| interpreter.rules().resolver())
        .bench_local_refs(|resolver| resolver.resolve(black_box(&row(5)), ""));
}

/// Finding the conversion of a unit; mass to moles is the longest way.
#[divan::bench]
fn find_conversion(bencher: Bencher) {
    let catalog = Catalog::bundled().expect("bundled data");
    let creatinine = catalog.analyte("creatinine").expect("creatinine");
    let [unit] = catalog.units().read("mg/dL") else {
        panic!("one unit");
    };
    bencher.bench(|| creatinine.conversion(black_box(unit), None));
}

/// Using it.
#[divan::bench]
fn convert_value(bencher: Bencher) {
    let catalog = Catalog::bundled().expect("bundled data");
    let creatinine = catalog.analyte("creatinine").expect("creatinine");
    let [unit] = catalog.units().read("mg/dL") else {
        panic!("one unit");
    };
    let conversion = creatinine.conversion(unit, None).expect("a conversion");
    bencher.bench(|| conversion.apply(black_box(0.9)));
}

/// One result: value, interval, flag, critical limit, usability.
#[divan::bench]
fn judge_one_result(bencher: Bencher) {
    let interpreter = Interpreter::bundled().expect("bundled data");
    let rules = interpreter.rules();
    let mut resolver = rules.resolver();
    let sample = SampleQuality::default();
    bencher.bench_local(|| {
        let row = black_box(row(1));
        let reading = rules.read(&row);
        let resolution = resolver.resolve(&row, reading.unit);
        rules.judge(row, reading, &resolution, &sample).flag
    });
}

/// One panel, by the entry for programs that embed the library: every wording is new to it.
#[divan::bench]
fn judge_one_panel(bencher: Bencher) {
    let interpreter = Interpreter::bundled().expect("bundled data");
    bencher
        .counter(ItemsCount::new(RESULTS.len()))
        .bench(|| (0..RESULTS.len()).all(|at| interpreter.interpret(row(at)).flag.is_some()));
}

/// Rows of a file of about one block of the parallel reader.
#[divan::bench]
fn read_one_csv_block(bencher: Bencher) {
    let interpreter = Interpreter::bundled().expect("bundled data");
    let (_kept, path) = export(SAMPLES);
    let file = interpreter.open(&path).expect("an export");
    bencher
        .counter(ItemsCount::new(SAMPLES * RESULTS.len()))
        .bench_local(|| {
            let mut rows = file.rows().expect("rows");
            let mut count = 0;
            while rows.advance().expect("a row") {
                count += black_box(rows.current()).value.len();
            }
            count
        });
}

/// The same rows read twice and judged, each understood anew: what a program that embeds the library gets.
#[divan::bench]
fn judge_one_csv_block(bencher: Bencher) {
    let interpreter = Interpreter::bundled().expect("bundled data");
    let (_kept, path) = export(SAMPLES);
    let files = [interpreter.open(&path).expect("an export")];
    bencher
        .counter(ItemsCount::new(SAMPLES * RESULTS.len()))
        .bench_local(|| {
            let mut results = interpreter.results(&files).expect("results");
            let mut flagged = 0;
            while let Some(result) = results.next().expect("a result") {
                flagged += u64::from(result.flag.is_some());
            }
            flagged
        });
}

/// The same rows by the way that `check --to csv` takes, on one thread, written to memory.
#[divan::bench]
fn check_one_csv_block(bencher: Bencher) {
    let interpreter = Interpreter::bundled().expect("bundled data");
    let (_kept, path) = export(SAMPLES);
    let files = [interpreter.open(&path).expect("an export")];
    bencher
        .counter(ItemsCount::new(SAMPLES * RESULTS.len()))
        .bench_local(|| check_to_csv(interpreter.rules(), &files));
}

/// One line of the CSV form.
#[divan::bench]
fn write_one_csv_line(bencher: Bencher) {
    let interpreter = Interpreter::bundled().expect("bundled data");
    let result = interpreter.interpret(row(4));
    let mut report = CsvReport::new(std::io::sink(), false).expect("a report");
    bencher.bench_local(|| report.write(black_box(&result)));
}

/// Results of one patient gathered, held against the bundled policy, and put on a sheet.
#[divan::bench]
fn gather_one_sheet(bencher: Bencher) {
    let interpreter = Interpreter::with(Options {
        derive: Some(Default::default()),
        ..Options::default()
    })
    .expect("bundled data");
    let rules = interpreter.rules();
    let policy = Policy::bundled(rules.catalog()).expect("the policy");
    let plan = Plan {
        date: Some(date(2026, 12, 1)),
        ..Plan::default()
    };
    let (_kept, path) = export(2);
    let files = [interpreter.open(&path).expect("an export")];
    bencher.bench_local(|| {
        let mut results = Results::of(rules, &files, Work::default(), |_| {}).expect("results");
        let mut gatherer = Gatherer::new(rules.catalog());
        while let Some((result, resolution)) = results.next_traced().expect("a result") {
            gatherer.see(&result, &resolution);
        }
        let patients = gatherer.patients();
        preop::sheet(
            &policy,
            &plan,
            &patients[0],
            date(2026, 11, 26),
            rules.catalog(),
        )
    });
}
