//! The examples are valid records, come out as their README says, and are decided alike by the engine and the slow evaluator.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::{collections::BTreeMap, fs};

use palermo::Standard;
use palermo_tests::{slow::SlowEvaluator, workspace};
use serde_json::Value;

/// The examples by the names of their files.
fn examples() -> BTreeMap<String, String> {
    let entries = fs::read_dir(workspace::examples()).expect("the folder of examples is there");
    let paths = entries.map(|entry| entry.expect("the folder can be read").path());
    paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| {
            let name = path.file_name().and_then(|name| name.to_str()).expect("the name is text").to_owned();
            (name, fs::read_to_string(&path).expect("the example can be read"))
        })
        .collect()
}

/// The first word in backticks of a cell.
fn ticked(cell: &str) -> Option<&str> {
    cell.split('`').nth(1)
}

fn readme() -> String {
    fs::read_to_string(workspace::examples().join("README.md")).expect("the examples have a README")
}

/// The table of the README: file and status.
fn table() -> BTreeMap<String, String> {
    let readme = readme();
    let rows = readme.lines().filter(|line| line.starts_with("| [`"));
    rows.map(|line| {
        let mut cells = line.split('|').skip(1);
        let mut next = || cells.next().and_then(ticked).unwrap_or_else(|| panic!("no file and status in: {line}")).to_owned();
        (next(), next())
    })
    .collect()
}

#[test]
fn the_table_of_the_readme_names_every_example_and_no_other_file() {
    let examples = examples();
    assert_eq!(examples.keys().collect::<Vec<_>>(), table().keys().collect::<Vec<_>>());
    assert!(examples.len() >= 12);
}

#[test]
fn every_example_has_the_status_that_the_readme_says() {
    let standard = Standard::see_2002();
    let table = table();
    let mut statuses = std::collections::BTreeSet::new();
    for (name, text) in examples() {
        let record = standard.read_json(&text).unwrap_or_else(|errors| panic!("{name}: {errors}"));
        let status = record.outcome().status().to_string();
        assert_eq!(table.get(&name), Some(&status), "{name}");
        statuses.insert(status);
    }
    assert_eq!(statuses.len(), 4, "every status occurs among the examples");
}

#[test]
fn the_sections_of_the_readme_say_the_same_status_as_its_table() {
    let table = table();
    let mut current = None;
    let mut said = BTreeMap::new();
    for line in readme().lines() {
        if let Some(heading) = line.strip_prefix("### ") {
            current = ticked(heading).map(str::to_owned);
        } else if let (Some(name), Some(status)) = (&current, line.strip_prefix("**Status:**").and_then(ticked)) {
            said.insert(name.clone(), status.to_owned());
        }
    }
    assert_eq!(said, table);
}

#[test]
fn what_the_readme_says_of_codes_and_facts_is_in_the_record_or_in_its_decision() {
    let standard = Standard::see_2002();
    let readme = readme();
    let examples = examples();
    for section in readme.split("\n### ").skip(1) {
        let name = ticked(section).expect("a section names its file");
        let text = examples.get(name).unwrap_or_else(|| panic!("there is no example {name}"));
        let decision = standard.evaluate_json(text).unwrap_or_else(|errors| panic!("{name}: {errors}"));
        for word in section.split('`').skip(3).step_by(2) {
            let is_a_name = standard.fact(word).is_some() || standard.conduct(word).is_some();
            assert!(!is_a_name || text.contains(word) || decision.contains(word), "{name}: the README speaks of `{word}`");
        }
    }
}

#[test]
fn the_engine_and_the_slow_evaluator_decide_every_example_alike() {
    let standard = Standard::see_2002();
    let slow = SlowEvaluator::new();
    let identity = serde_json::to_string(&standard.identity()).expect("an identity is JSON");
    for (name, text) in examples() {
        let record: Value = serde_json::from_str(&text).expect("an example is JSON");
        assert_eq!(standard.evaluate_json(&text).ok(), Some(slow.decision_text(&record, &identity)), "{name}");
    }
}
