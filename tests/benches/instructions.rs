//! How many instructions it takes to decide, counted by valgrind: the same number on every run, whatever else the machine
//! does. Needs `valgrind` and `gungraun-runner`; `cargo xtask bench` brings the runner where valgrind is there.

#![allow(clippy::unwrap_used, reason = "a benchmark stops at the first surprise")]
#![allow(missing_docs, unused_qualifications, reason = "the macros write functions so")]

use std::hint::black_box;

use gungraun::{library_benchmark, library_benchmark_group, main};
use palermo::{CheckedRecord, Standard};

const SILENT: &str = include_str!("records/silent.json");
const PRESUMED: &str = include_str!("records/presumed.json");
const IDENTIFIED: &str = include_str!("records/identified.json");

/// A standard that lives as long as the program, and a record read by it.
fn record(text: &'static str) -> CheckedRecord<'static> {
    let standard: &'static Standard = Box::leak(Box::new(Standard::see_2002()));
    standard.read_json(text).unwrap()
}

fn standard(text: &'static str) -> (Standard, &'static str) {
    (Standard::see_2002(), text)
}

#[library_benchmark]
fn open() -> Standard {
    Standard::see_2002()
}

#[library_benchmark]
#[bench::silent(args = (SILENT), setup = record)]
#[bench::presumed(args = (PRESUMED), setup = record)]
#[bench::identified(args = (IDENTIFIED), setup = record)]
fn outcome(record: CheckedRecord<'static>) -> usize {
    let outcome = black_box(&record).outcome();
    outcome.status() as usize + outcome.violation_count()
}

#[library_benchmark]
#[bench::silent(args = (SILENT), setup = standard)]
#[bench::presumed(args = (PRESUMED), setup = standard)]
#[bench::identified(args = (IDENTIFIED), setup = standard)]
fn json_to_json((standard, text): (Standard, &'static str)) -> usize {
    black_box(standard.evaluate_json(black_box(text)).unwrap()).len()
}

library_benchmark_group!(name = decide; benchmarks = open, outcome, json_to_json);
main!(library_benchmark_groups = decide);
