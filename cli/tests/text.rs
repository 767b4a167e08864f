//! What people see: snapshots of every text, and the promises of the first screen on random records.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::{fs, path::PathBuf};

use palermo::{About, Standard, ValidationReport, rule_set::RuleSet, vocabulary::Standing};
use palermo_cli::text::{everything, explanation, first_screen, page, questions, report, rule};
use palermo_tests::{random::RandomRecords, slow::SlowEvaluator};

fn examples() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples")
}

fn example(name: &str) -> String {
    fs::read_to_string(examples().join(format!("{name}.json"))).expect("the example is there")
}

/// Compares with the committed snapshot; the digest of the standard is left out, it changes with every word of it.
fn snapshot(standard: &Standard, name: &str, text: &str) {
    for line in text.lines() {
        assert!(textwrap::core::display_width(line) <= page::WIDTH, "{name}: a line is too wide: {line}");
        assert_eq!(line.trim_end(), line, "{name}: spaces at the end of a line");
    }
    let text = text.replace(standard.digest(), "sha256:(digest)");
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn first_screen_of_every_example() {
    let standard = Standard::see_2002();
    let files = fs::read_dir(examples()).expect("the folder is there");
    let mut names: Vec<String> =
        files.filter_map(|file| file.ok()?.file_name().to_str()?.strip_suffix(".json").map(ToString::to_string)).collect();
    names.sort();
    assert!(names.len() >= 12);
    for name in names {
        let record = standard.read_json(&example(&name)).expect("the example is valid");
        let text = first_screen::first_screen(&standard, &record.decision());
        snapshot(&standard, &format!("first-screen-{name}"), &text);
    }
}

#[test]
fn everything_of_two() {
    let standard = Standard::see_2002();
    for name in ["denial-at-the-station", "witness-before-trial"] {
        let record = standard.read_json(&example(name)).expect("the example is valid");
        snapshot(&standard, &format!("all-{name}"), &everything::everything(&standard, &record.decision(), page::WIDTH));
    }
}

#[test]
fn three_explanations() {
    let standard = Standard::see_2002();
    for (name, conclusion, told) in [
        ("bar-raid", "entitlement:shelter", "shelter-that-holds"),
        ("bar-raid", "status", "status"),
        ("relative-report", "refer:unconditional-shelter", "shelter-that-does-not-hold"),
    ] {
        let record = standard.read_json(&example(name)).expect("the example is valid");
        let explained = record.explain(conclusion).expect("there is such a conclusion");
        let text = explanation::explanation(&standard, &explained, page::WIDTH);
        snapshot(&standard, &format!("explain-{told}"), &text);
    }
}

#[test]
fn two_lists_of_questions() {
    let standard = Standard::see_2002();
    for (name, about, told) in
        [("farm-season", About::Status, "about-the-status"), ("interview-declined", About::Decision, "after-a-refusal")]
    {
        let record = standard.read_json(&example(name)).expect("the example is valid");
        snapshot(
            &standard,
            &format!("questions-{told}"),
            &questions::questions(&standard, &record.questions(about), page::WIDTH),
        );
    }
}

#[test]
fn three_reports() {
    let standard = Standard::see_2002();
    let many = r#"{
        "reference": "case 17", "remark": null,
        "facts": { "age_years": 16.0, "act_recuited": true, "documents": "lost", "time_given": "yes", "status": "presumed",
                   "return_wish": "willing", "return_wish": "unwilling" },
        "declined": ["documents", "age"],
        "conduct": [ { "code": "deportd", "certainty": "established" }, { "code": "deported", "actor": "judge" } ]
    }"#;
    let doubtful = r#"{
        "facts": { "documents": "none", "self_description": "denies", "consent_to_exploitation": "agreed", "age_years": 30,
                   "majority": "adult", "age_doubt": false, "ind_child_begging": false },
        "conduct": [ { "code": "recognition_refused", "certainty": "established" },
                     { "code": "status_denied_over_consent", "certainty": "alleged" },
                     { "code": "child_begging_ignored", "certainty": "alleged" } ]
    }"#;
    let clean = example("bar-raid");
    for (told, record) in [("many-errors", many), ("warnings-and-advice", doubtful), ("clean", clean.as_str())] {
        snapshot(
            &standard,
            &format!("validate-{told}"),
            &report::report(&ValidationReport::from(standard.read_json(record)), page::WIDTH),
        );
    }
}

#[test]
fn three_rules() {
    let standard = Standard::see_2002();
    let rule_set = RuleSet::from_json(palermo_rules::SEE_2002_JSON).expect("the published rule set can be read");
    for id in ["assistance/shelter", "identification/presumed-victim", "identification/purpose-not-met"] {
        let shown = standard.rule(id).expect("there is such a rule");
        let text = rule::rule(&standard, Some(&rule_set), &shown, page::WIDTH);
        snapshot(&standard, &format!("rule-{}", id.replace('/', "-")), &text);
    }
}

/// At most 24 lines of at most 80 columns.
fn assert_fits(text: &str, record: &str) {
    assert!(text.lines().count() <= first_screen::LINES, "too long for {record}:\n{text}");
    for line in text.lines() {
        assert!(textwrap::core::display_width(line) <= page::WIDTH, "too wide for {record}: {line}");
    }
}

/// Whether a word has the form of an id: `kind:name`, `family/name` or `fact_name`.
fn is_id(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.windows(3).any(|three| match three {
        [before, ':' | '/' | '_' | '=', after] => before.is_alphanumeric() && after.is_alphanumeric(),
        _ => false,
    })
}

fn records(count: usize, seed: u64) -> Vec<String> {
    let evaluator = SlowEvaluator::new();
    RandomRecords::new(&evaluator, seed).take(count).map(|record| record.to_string()).collect()
}

#[test]
fn the_first_screen_keeps_its_promises_on_random_records() {
    let standard = Standard::see_2002();
    assert!(is_id("(entitlement:shelter)") && is_id("assistance/shelter,") && !is_id("happen:") && !is_id("`--all`"));
    for record in records(2_000, 80_24) {
        let checked = standard.read_json(&record).expect("random records are valid");
        let text = first_screen::first_screen(&standard, &checked.decision());
        assert_fits(&text, &record);
        assert!(!text.split_whitespace().any(is_id), "an id is shown for {record}:\n{text}");
        assert!(!text.to_lowercase().contains("not a victim"), "{text}");
        assert!(text.contains("`--all`") && text.contains("a person decides"), "{record}:\n{text}");
    }
}

#[test]
fn the_first_screen_fits_whatever_the_texts_of_a_rule_set() {
    let mut rule_set = RuleSet::from_json(palermo_rules::SEE_2002_JSON).expect("the published rule set can be read");
    // The warning that it is none takes the most room.
    rule_set.standing = Standing::ObservedPractice;
    let told = |standard: &Standard, seed| {
        for (number, record) in records(60, seed).into_iter().enumerate() {
            let checked = standard.read_json(&record).expect("random records are valid");
            let decision = checked.decision();
            let text = first_screen::first_screen(standard, &decision);
            assert_fits(&text, &record);
            assert!(text.contains("`--all`"), "{text}");
            assert!(!text.contains('\u{1b}'));
            if number < 3 {
                assert!(!everything::everything(standard, &decision, page::WIDTH).contains('\u{1b}'));
            }
        }
    };
    for label in ["word ".repeat(90), "木".repeat(200), "unbroken".repeat(40)] {
        for text in rule_set.texts.values_mut() {
            text.label.clone_from(&label);
            text.sentence.clone_from(&label);
        }
        for fact in &mut rule_set.facts {
            fact.label.clone_from(&label);
            fact.question.clone_from(&label);
        }
        told(&Standard::from_rule_set(&rule_set).expect("the rule set compiles"), 1);
    }
    let mut controls = rule_set.clone();
    for text in controls.texts.values_mut() {
        text.label = "\u{1b}[31mred\n\n\tand\u{7} more".to_string();
    }
    assert!(Standard::from_rule_set(&controls).is_err(), "a text has no control characters");
    rule_set.standing = Standing::Standard;
    rule_set.texts.clear();
    for fact in &mut rule_set.facts {
        fact.label.clear();
        fact.question.clear();
    }
    let bare = Standard::from_rule_set(&rule_set).expect("the rule set compiles");
    told(&bare, 2);
    let record = bare.read_json(&example("bar-raid")).expect("the example is valid");
    snapshot(&bare, "first-screen-without-texts", &first_screen::first_screen(&bare, &record.decision()));
}

#[test]
fn the_example_of_the_readme_is_what_the_program_prints() {
    let standard = Standard::see_2002();
    let record = standard.read_json(&example("bar-raid")).expect("the example is valid");
    let screen = first_screen::first_screen(&standard, &record.decision());
    let readme = fs::read_to_string(examples().join("../README.md")).expect("the file is there");
    let (_, block) = readme.split_once("```text\n").expect("there is an example");
    let (block, _) = block.split_once("```").expect("the example ends");
    let mut printed = screen.lines();
    let mut shown = 0;
    for line in block.lines().filter(|line| line.trim() != "…") {
        assert!(printed.any(|found| found == line), "not printed, or not in this order: {line}");
        shown += 1;
    }
    assert!(shown > 5);
}
