//! `palermo rules diff`: who loses something between two rule sets, and what is written differently.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

mod program;

use program::{copied, edit, palermo, palermo_in, replayed, scratch, snapshot};

/// A rule set in which shelter is given to whoever testifies, and a duty is gone.
fn weakened(name: &str) -> std::path::PathBuf {
    let folder = scratch(name);
    let rules = copied(&folder, "see-2002");
    let shelter = rules.join("assistance/shelter.yaml");
    edit(&shelter, "when: { protected: true }", "when: { all: [{ protected: true }, { testimony_wish: willing }] }");
    edit(&rules.join("standard.yaml"), "version: 0.1.0", "version: 0.2.0");
    let needs_no_wish = rules.join("privacy/no-disclosure.yaml");
    edit(&needs_no_wish, "when: always", "when: { documents: valid }");
    folder
}

#[test]
fn the_same_rule_set_changes_nothing() {
    let said = palermo(&["rules", "diff", "see-2002", "rules/see-2002"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    snapshot("rules-diff-same", &said.out);
}

#[test]
fn whoever_loses_something_is_told_and_the_answer_is_1() {
    let folder = weakened("rules-diff-weakened");
    let said = palermo_in(&folder, &["rules", "diff", "see-2002", "see-2002"]);
    assert_eq!(said.code, 0, "a name goes before a folder of the same name");
    let said = palermo_in(&folder, &["rules", "diff", "see-2002", "./see-2002"]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    snapshot("rules-diff-weakened", &said.out);
    let back = palermo_in(&folder, &["rules", "diff", "./see-2002", "see-2002"]);
    assert_eq!(back.code, 0, "{}", back.out);
    assert!(back.out.contains("Nobody loses anything.") && back.out.contains("Gained by"), "{}", back.out);
}

#[test]
fn json_is_the_diff_of_the_library() {
    let folder = weakened("rules-diff-json");
    let said = palermo_in(&folder, &["rules", "diff", "see-2002", "./see-2002", "--format", "json"]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    let before = palermo::rule_set::RuleSet::from_json(palermo_rules::SEE_2002_JSON).expect("it is valid");
    let after = palermo_compile::compile(&folder.join("see-2002")).expect("it compiles");
    let diff = palermo_verify::diff(&before, &after).expect("they can be compared");
    assert_eq!(said.out, serde_json::to_string(&diff).expect("it can be written") + "\n");
}

#[test]
fn practice_and_standard_say_who_loses_shelter_and_by_which_command_to_see_it() {
    let said = palermo(&["rules", "diff", "see-2002", "observed-practice-2002", "--all"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("observed-practice-2002: NOT A STANDARD"), "{}", said.out);
    let (_, shelter) = said.out.split_once("[entitlement:shelter]").expect("shelter is lost");
    let commands: Vec<&str> = shelter.lines().filter(|line| line.contains("| palermo evaluate")).take(2).collect();
    let owed: Vec<bool> = commands.iter().map(|line| replayed(line).contains("[entitlement:shelter: ")).collect();
    assert_eq!(owed, [true, false], "{commands:?}");
}

#[test]
fn what_cannot_be_compared_has_an_exit_code_of_its_own() {
    let folder = weakened("rules-diff-refused");
    let ages = folder.join("see-2002/facts/age.yaml");
    edit(&ages, "label: \"Age in years\"", "label: \"Age\"");
    for (arguments, code, told) in [
        (["rules", "diff", "see-2002", "see-2003"], 5, "name one of see-2002, observed-practice-2002"),
        (["rules", "diff", "see-2002", "no/such/file.json"], 4, "cannot be read"),
        (["rules", "diff", "no-such-file.json", "see-2002"], 4, "cannot be read"),
        (["rules", "diff", "see-2002", "see-2002/standard.yaml"], 3, "is no valid rule set"),
        (["rules", "diff", "see-2002", "see-2002/child"], 3, "standard.yaml: the file is missing"),
    ] {
        let said = palermo_in(&folder, &arguments);
        assert_eq!((said.code, said.out.as_str()), (code, ""), "{arguments:?}");
        assert!(said.told().contains(told), "{arguments:?}: {}", said.told());
    }
    // Another label is told; other values of one fact leave no records to compare.
    let said = palermo_in(&folder, &["rules", "diff", "see-2002", "./see-2002"]);
    assert!(said.out.contains("- age_years: label"), "{}", said.out);
    let bounds = "values: { from: 0, to: 120 }\n  question: \"How old are you?";
    edit(&ages, bounds, &bounds.replace("120", "99"));
    let said = palermo_in(&folder, &["rules", "diff", "see-2002", "./see-2002"]);
    assert_eq!((said.code, said.out.as_str()), (3, ""));
    assert!(said.told().contains("give the fact age_years different values"), "{}", said.told());
}
