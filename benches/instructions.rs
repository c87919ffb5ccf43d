//! Instructions of the hot path, counted under Valgrind: `cargo bench --bench instructions`.
//!
//! Counts hardly depend on what else the machine does, so two versions can be compared anywhere. It needs
//! Valgrind and `gungraun-runner` of the version in Cargo.lock; without them it compiles and does not run.

// What the macros make has no documentation of its own.
#![allow(missing_docs)]

mod common;

use std::hint::black_box;
use std::path::PathBuf;

use gungraun::prelude::*;
use serumcheck::import::Export;
use serumcheck::quality::SampleQuality;
use serumcheck::report::csv::CsvReport;
use serumcheck::resolve::Resolver;
use serumcheck::{Interpretation, Interpreter};

use common::{check_to_csv, export, row};

/// The rules, for as long as the process lives.
fn interpreter() -> &'static Interpreter {
    Box::leak(Box::new(Interpreter::bundled().expect("bundled data")))
}

/// A resolver that has met the wording of the row before.
fn warm(number: usize) -> (&'static Interpreter, Resolver<'static>, usize) {
    let interpreter = interpreter();
    let mut resolver = interpreter.rules().resolver();
    resolver.resolve(&row(number), "");
    (interpreter, resolver, number)
}

/// A resolver that has met nothing.
fn cold(number: usize) -> (&'static Interpreter, Resolver<'static>, usize) {
    let interpreter = interpreter();
    (interpreter, interpreter.rules().resolver(), number)
}

type Setup = (&'static Interpreter, Resolver<'static>, usize);

#[library_benchmark]
#[bench::known(warm(0))]
#[bench::new(cold(0))]
fn resolve((_, mut resolver, number): Setup) -> bool {
    black_box(resolver.resolve(black_box(&row(number)), ""))
        .analyte
        .is_some()
}

#[library_benchmark]
#[bench::same_unit(warm(1))]
#[bench::converted(warm(3))]
#[bench::censored(warm(11))]
fn judge((interpreter, mut resolver, number): Setup) -> bool {
    let rules = interpreter.rules();
    let row = black_box(row(number));
    let reading = rules.read(&row);
    let resolution = resolver.resolve(&row, reading.unit);
    let result = rules.judge(row, reading, &resolution, &SampleQuality::default());
    black_box(result).flag.is_some()
}

fn judged() -> (Interpretation<'static>, CsvReport<std::io::Sink>) {
    let report = CsvReport::new(std::io::sink(), false).expect("a report");
    (interpreter().interpret(row(4)), report)
}

#[library_benchmark]
#[bench::one(judged())]
fn write_line((result, mut report): (Interpretation<'static>, CsvReport<std::io::Sink>)) {
    report.write(black_box(&result)).expect("a line");
}

// A file of a few lines, opened: what is asked of every cell that may be a header.
#[library_benchmark]
#[bench::wide_in_another_encoding("samples/wide_german.csv")]
#[bench::no_table("samples/README.md")]
fn open(sample: &str) -> bool {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(sample);
    interpreter().open(black_box(&path)).is_ok()
}

struct Opened {
    interpreter: &'static Interpreter,
    files: [Export; 1],
    // The file lives as long as this.
    _kept: (tempfile::TempDir, PathBuf),
}

fn opened(samples: usize) -> Opened {
    let interpreter = interpreter();
    let kept = export(samples);
    let files = [interpreter.open(&kept.1).expect("an export")];
    Opened {
        interpreter,
        files,
        _kept: kept,
    }
}

#[library_benchmark]
#[bench::rows_3000(opened(250))]
fn read(opened: Opened) -> usize {
    let mut rows = opened.files[0].rows().expect("rows");
    let mut count = 0;
    while rows.advance().expect("a row") {
        count += black_box(rows.current()).value.len();
    }
    count
}

#[library_benchmark]
#[bench::rows_3000(opened(250))]
fn row_by_row(opened: Opened) -> usize {
    let mut results = opened.interpreter.results(&opened.files).expect("results");
    let mut report = CsvReport::new(std::io::sink(), false).expect("a report");
    let mut count = 0;
    while let Some(result) = results.next().expect("a result") {
        report.write(&result).expect("a line");
        count += 1;
    }
    count
}

#[library_benchmark]
#[bench::rows_3000(opened(250))]
fn check(opened: Opened) -> usize {
    check_to_csv(opened.interpreter.rules(), &opened.files)
}

library_benchmark_group!(
    name = hot_path,
    benchmarks = [open, resolve, judge, write_line, read, row_by_row, check]
);

main!(library_benchmark_groups = hot_path);
