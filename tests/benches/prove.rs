//! How long it takes to make functions of a rule set, and to hold it to the whole charter.

#![allow(clippy::unwrap_used, reason = "a benchmark stops at the first surprise")]
#![allow(missing_docs, reason = "the macros of criterion write functions without documentation")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use palermo::rule_set::RuleSet;
use palermo_tests::workspace;
use palermo_verify::{Domain, Model, NODE_LIMIT, Options, Space, Subject, charter::Charter, prove};

fn proofs(criterion: &mut Criterion) {
    let base = RuleSet::from_json(palermo_rules::SEE_2002_JSON).unwrap();
    let charter = Charter::from_json(palermo_rules::CHARTER_JSON).unwrap();
    let domain = Domain::new(&[&base], []).unwrap();
    let space = Space::new(&domain, NODE_LIMIT);
    let mut group = criterion.benchmark_group("prove");
    group.sample_size(10);
    group.bench_function("model", |bencher| bencher.iter(|| black_box(Model::new(&space, black_box(&base)).unwrap())));
    group.bench_function("charter", |bencher| {
        bencher.iter(|| {
            let report = prove(&charter, &Subject::new(&base), &Options::default(), &mut |_| ()).unwrap();
            assert!(report.holds);
        });
    });
    let overlay = |id: &str| palermo_compile::compile_overlay(&workspace::overlay(id), &base).unwrap();
    let overlays = workspace::OVERLAYS.map(overlay);
    let composed = base.compose(&overlays).unwrap();
    group.bench_function("charter_with_overlays", |bencher| {
        bencher.iter(|| {
            let subject = Subject::composed(&base, &composed, &overlays);
            let report = prove(&charter, &subject, &Options::default(), &mut |_| ()).unwrap();
            assert!(report.holds);
        });
    });
    group.finish();
}

criterion_group!(benches, proofs);
criterion_main!(benches);
