//! Whoever decides by the rules of a practice is told first, and on every page, that they are no standard.
#![allow(clippy::expect_used, reason = "a test stops at the first surprise")]

use std::process::Command;

use palermo::{About, Standard, rule_set::RuleSet, vocabulary::Standing};
use palermo_cli::text::{everything, explanation, first_screen, page, questions, rule};

const WARNING: &str = "NOT A STANDARD";

fn with_standing(standing: Standing) -> Standard {
    let mut rule_set = RuleSet::from_json(palermo_rules::SEE_2002_JSON).expect("the published rule set can be read");
    rule_set.standing = standing;
    Standard::from_json(&rule_set.to_canonical_json()).expect("the rule set loads")
}

/// Every page that is made of a record.
fn pages(standard: &Standard) -> Vec<String> {
    let record = standard.read_json(r#"{"facts":{"return_wish":"unwilling"}}"#).expect("the record is valid");
    let decision = record.decision();
    let shown = standard.rule("assistance/shelter").expect("there is such a rule");
    vec![
        first_screen::first_screen(standard, &decision),
        everything::everything(standard, &decision, page::WIDTH),
        explanation::explanation(standard, &record.explain("status").expect("there is a status"), page::WIDTH),
        questions::questions(standard, &record.questions(About::Decision), page::WIDTH),
        rule::rule(standard, None, &shown, page::WIDTH),
    ]
}

#[test]
fn a_practice_is_told_from_a_standard_before_anything_else_is_said() {
    for page in pages(&with_standing(Standing::ObservedPractice)) {
        assert!(page.starts_with(WARNING), "{page}");
    }
    for page in pages(&with_standing(Standing::Standard)) {
        assert!(!page.contains(WARNING), "{page}");
    }
}

fn palermo(arguments: &[&str]) -> (String, String) {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let output = Command::new(env!("CARGO_BIN_EXE_palermo")).args(arguments).current_dir(root).output();
    let output = output.expect("the program runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
    (text(output.stdout), text(output.stderr))
}

#[test]
fn the_practice_is_asked_for_by_name_and_announced_beside_what_programs_read() {
    const PRACTICE: [&str; 2] = ["--standard", "observed-practice-2002"];
    let told = |command: &[&str]| palermo(&[command, &PRACTICE].concat());
    let (text, _) = told(&["evaluate", "examples/relative-report.json"]);
    assert!(text.starts_with(WARNING), "{text}");
    for command in
        [["evaluate", "examples/relative-report.json", "--format", "json"], ["rules", "list", "--family", "identification"]]
    {
        let (out, err) = told(&command);
        assert!(!out.contains(WARNING) && err.starts_with(WARNING), "{out}\n{err}");
    }
    let (shown, _) = told(&["rules", "show", "return/programme"]);
    assert!(shown.contains("How the source is read"), "{shown}");
}

#[test]
fn the_standard_that_is_built_in_has_a_name_too() {
    let by_name = palermo(&["evaluate", "examples/bar-raid.json", "--format", "json", "--standard", "see-2002"]);
    assert_eq!(by_name, palermo(&["evaluate", "examples/bar-raid.json", "--format", "json"]));
    assert_eq!(by_name.1, "");
}
