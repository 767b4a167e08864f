//! How long it takes to open a standard, to decide, to explain, to ask and to validate, each next to the floor of the same
//! run: `serde_json::from_str` into the public record plus `to_vec` of the public decision that was built before.
//!
//! Each is measured for a silent, a presumed and an identified record.

#![allow(clippy::unwrap_used, reason = "a benchmark stops at the first surprise")]
#![allow(missing_docs, reason = "the macros of criterion write functions without documentation")]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use palermo::{About, IntakeRecord, Standard};

/// The records: nothing known, a raid with a few signs, and a full account with conduct and wishes.
const RECORDS: [(&str, &str); 3] = [
    ("silent", include_str!("records/silent.json")),
    ("presumed", include_str!("records/presumed.json")),
    ("identified", include_str!("records/identified.json")),
];

fn open(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("open");
    group.bench_function("embedded", |bencher| bencher.iter(Standard::see_2002));
    group.bench_function("from_json", |bencher| {
        bencher.iter(|| Standard::from_json(black_box(palermo_rules::SEE_2002_JSON)).unwrap());
    });
    group.finish();
}

fn decide(criterion: &mut Criterion) {
    let standard = Standard::see_2002();
    for (name, text) in RECORDS {
        let plain: IntakeRecord = serde_json::from_str(text).unwrap();
        let record = standard.read_json(text).unwrap();
        let decision = record.decision();
        let mut group = criterion.benchmark_group(name);
        let mut measure = |what: &str, run: &mut dyn FnMut()| {
            group.bench_function(BenchmarkId::from_parameter(what), |bencher| bencher.iter(&mut *run));
        };
        measure("floor", &mut || {
            let record: IntakeRecord = serde_json::from_str(black_box(text)).unwrap();
            black_box((record, serde_json::to_vec(black_box(&decision)).unwrap()));
        });
        measure("floor_parse", &mut || {
            black_box(serde_json::from_str::<IntakeRecord>(black_box(text)).unwrap());
        });
        measure("read", &mut || {
            black_box(standard.read_json(black_box(text)).unwrap());
        });
        measure("plain_to_outcome", &mut || {
            let record = standard.check(black_box(&plain)).unwrap();
            let outcome = record.outcome();
            black_box((outcome.status(), outcome.violation_count()));
        });
        measure("outcome", &mut || {
            let outcome = black_box(&record).outcome();
            black_box((outcome.status(), outcome.violation_count()));
        });
        measure("decision", &mut || {
            black_box(black_box(&record).decision());
        });
        measure("decision_json", &mut || {
            black_box(black_box(&record).decision_json());
        });
        measure("json_to_json", &mut || {
            black_box(standard.evaluate_json(black_box(text)).unwrap());
        });
        measure("json_to_compact", &mut || {
            black_box(standard.read_json(black_box(text)).unwrap().compact_json());
        });
        measure("explain", &mut || {
            black_box(black_box(&record).explain("status").unwrap());
        });
        measure("questions", &mut || {
            black_box(black_box(&record).questions(About::Decision));
        });
        measure("validate", &mut || {
            black_box(standard.validate_json(black_box(text)));
        });
        group.finish();
    }
}

criterion_group!(benches, open, decide);
criterion_main!(benches);
