//! `palermo rules lint` and `palermo rules coverage`: advice about a rule set, and what of it is cited and exercised.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

mod program;

use std::fs;

use palermo_verify::{NamedRecord, coverage, lint};
use program::{ROOT, copied, edit, palermo, palermo_in, scratch, snapshot};

fn see_2002() -> palermo::rule_set::RuleSet {
    palermo::rule_set::RuleSet::from_json(palermo_rules::SEE_2002_JSON).expect("it is valid")
}

#[test]
fn findings_are_advice_and_a_denied_one_is_1() {
    let said = palermo(&["rules", "lint"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    snapshot("rules-lint-see-2002", &said.out);
    let json = palermo(&["rules", "lint", "see-2002", "--format", "json"]);
    let report = lint(&see_2002()).expect("it can be looked at");
    assert_eq!((json.code, json.out), (0, serde_json::to_string(&report).expect("it can be written") + "\n"));
    assert_eq!(palermo(&["rules", "lint", "--deny", "rule_never_fires"]).code, 0);
    assert_eq!(palermo(&["rules", "lint", "--deny", "rule_never_fires", "--deny", "rule_subsumed"]).code, 1);
    assert_eq!(palermo(&["rules", "lint", "--deny", "all"]).code, 1);
    let unknown = palermo(&["rules", "lint", "--deny", "rule_never"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (5, ""));
    assert!(unknown.told().contains("name one of rule_never_fires, "), "{}", unknown.told());
}

#[test]
fn what_is_wrong_with_a_draft_is_found() {
    let folder = scratch("rules-lint-draft");
    let rules = copied(&folder, "see-2002");
    // It asks for a person who is protected and whose case is not established: there is none.
    let asks_too_much = "when: { all: [{ protected: true }, { status: not_established }] }";
    edit(&rules.join("assistance/shelter.yaml"), "when: { protected: true }", asks_too_much);
    let said = palermo_in(&folder, &["rules", "lint", "./see-2002", "--deny", "rule_never_fires"]);
    assert_eq!(said.code, 1);
    let (never, _) = said.out.split_once("\n\nRules that another rule contains").expect("there is more");
    snapshot("rules-lint-draft", never);
}

#[test]
fn what_of_the_source_is_cited() {
    let said = palermo(&["rules", "coverage"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    snapshot("rules-coverage-see-2002", &said.out);
    let all = palermo(&["rules", "coverage", "--all"]).out;
    assert!(all.contains("- 2.1 b3, lines 289-290\n    Rules: ") && all.len() > 10 * said.out.len(), "{all}");
}

#[test]
fn what_of_the_rules_the_records_exercise() {
    let said = palermo(&["rules", "coverage", "--records", "examples", "--cases"]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    snapshot("rules-coverage-cases", &said.out);
    let vectors = palermo(&["rules", "coverage", "--records", "tests/vectors"]);
    assert_eq!(vectors.code, 0, "the vectors exercise everything: {}", vectors.out);

    let json = palermo(&["rules", "coverage", "--records", "examples/bar-raid.json", "--format", "json"]);
    let text = fs::read_to_string(format!("{ROOT}/examples/bar-raid.json")).expect("the example is there");
    let record = serde_json::from_str(&text).expect("it is a record");
    let found = coverage(&see_2002(), &[NamedRecord { name: "examples/bar-raid.json".to_string(), record }]);
    let found = serde_json::to_string(&found.expect("it can be looked at")).expect("it can be written");
    assert_eq!((json.code, json.out), (1, found + "\n"));
}

#[test]
fn records_come_in_many_files_and_a_wrong_one_is_3() {
    let folder = scratch("rules-coverage-records");
    let file = |name: &str, text: &str| fs::write(folder.join(name), text).expect("the file is written");
    file("lines.ndjson", "{\"facts\":{\"age_years\":16}}\n\n{\"facts\":{\"immediate_danger\":true}}\n");
    let said = palermo_in(&folder, &["rules", "coverage", "--records", "lines.ndjson", "--records", "."]);
    assert!(said.out.contains("What the records exercise (4)"), "{}", said.out);
    file("schema.json", "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\"}");
    assert_eq!(palermo_in(&folder, &["rules", "coverage", "--records", "."]).code, 1, "a schema beside records is passed over");
    for (name, text, told) in [
        ("broken.json", "{", "it is no JSON"),
        ("secret.json", "{\"facts\":{\"SECRET\":{}}}", "it is no record"),
        ("secret.ndjson", "{}\n{\"SECRET\":1}\n", "line 2 is no record"),
        ("vectors.json", "{\"vectors\":[{\"id\":\"x/y\",\"record\":\"SECRET\"}]}", "the vector x/y is no record"),
    ] {
        file(name, text);
        for path in [name, "."] {
            let said = palermo_in(&folder, &["rules", "coverage", "--records", path]);
            assert_eq!((said.code, said.out.as_str()), (3, ""), "{name}");
            assert!(said.told().contains(told) && !said.err.contains("SECRET"), "{name}: {}", said.told());
        }
        fs::remove_file(folder.join(name)).expect("the file is removed");
    }
    let named = palermo_in(&folder, &["rules", "coverage", "--records", "schema.json"]);
    assert_eq!(named.code, 3, "a schema that is named is meant");
    let nothing = palermo_in(&folder, &["rules", "coverage", "--records", "no-such-file.json"]);
    assert_eq!((nothing.code, nothing.out.as_str()), (4, ""));
}

#[test]
fn with_overlays_it_is_about_what_they_add() {
    let folder = scratch("rules-lint-overlay");
    assert_eq!(palermo_in(&folder, &["rules", "new", "overlay", "a-1"]).code, 0);
    let whole = "see-2002+a-1";
    let clean = palermo_in(&folder, &["rules", "lint", whole, "--deny", "all"]);
    assert_eq!((clean.code, clean.err.as_str()), (0, ""), "{}", clean.out);
    assert!(clean.out.starts_with("see-2002 0.1.0 with a-1 0.1.0\n"), "{}", clean.out);
    assert!(clean.out.ends_with("\n10 findings are about see-2002 alone, and left out.\n"), "{}", clean.out);

    let rule = folder.join("a-1/a-1/written-summary.yaml");
    edit(&rule, "when: { protected: true }", "when: { all: [{ protected: true }, { status: not_established }] }");
    edit(&folder.join("a-1/texts.yaml"), "conduct:a_1_written_summary_refused", "conduct:a_1_written_summary_refusd");
    let said = palermo_in(&folder, &["rules", "lint", whole, "--deny", "rule_never_fires"]);
    assert_eq!(said.code, 1);
    snapshot("rules-lint-overlay", &said.out);
    assert_eq!(palermo_in(&folder, &["rules", "lint", whole, "--deny", "rule_subsumed"]).code, 0, "that is the standard's");
    let json = palermo_in(&folder, &["rules", "lint", whole, "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&json.out).expect("it is JSON");
    let findings = report.get("findings").and_then(serde_json::Value::as_array).expect("there are findings");
    let is_theirs = |finding: &serde_json::Value| finding.to_string().replace('-', "_").contains("written_summary");
    assert!(findings.len() == 6 && findings.iter().all(is_theirs), "{}", json.out);

    // What no record shows of the standard is not the overlay's.
    let coverage = palermo_in(&folder, &["rules", "coverage", "see-2002+palermo-2000", "--cases"]);
    let (_, missing) = coverage.out.split_once("What no record shows").unwrap_or_default();
    assert!(!missing.contains("identification/"), "{missing}");
    assert!(coverage.out.contains("Articles that the overlays cite\n  - palermo-2000, art. "), "{}", coverage.out);
}

#[test]
fn a_practice_is_no_standard_here_either_and_an_empty_folder_has_no_records() {
    for command in ["lint", "coverage"] {
        let said = palermo(&["rules", command, "observed-practice-2002"]);
        assert_eq!(said.code, 0);
        assert!(said.out.starts_with("observed-practice-2002 0.1.0\nNOT A STANDARD: "), "{}", said.out);
    }
    let folder = scratch("rules-coverage-empty");
    let said = palermo_in(&folder, &["rules", "coverage", "--records", "."]);
    assert_eq!((said.code, said.out.as_str()), (3, ""));
    assert!(said.told().contains("there is no record in it"), "{}", said.told());
}
