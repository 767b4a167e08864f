//! Whoever writes a rule wrongly is told all that is wrong at once: file, line, column, reason, and the name that was
//! probably meant. The snapshots hold the messages as an author reads them.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

mod sources;

use std::{env, fs, path::PathBuf, process};

use insta::assert_snapshot;
use palermo_compile::compile;
use sources::{Sources, folder};

const SHELTER: &str = "assistance/shelter.yaml";
const STANDARD: &str = "standard.yaml";
const CHANCE_OF_ASYLUM: &str = "protection/chance-of-asylum.yaml";

fn see_2002() -> Sources {
    Sources::see_2002()
}

// Names

#[test]
fn an_unknown_fact_in_a_condition_comes_with_the_nearest_one() {
    let sources = see_2002().edit(CHANCE_OF_ASYLUM, "- { able_to_return: unknown }", "- { able_to_retrun: unknown }");
    assert_snapshot!("unknown_fact", sources.errors());
    let sources = see_2002().edit(CHANCE_OF_ASYLUM, "- { able_to_return: unknown }", "- { has_a_visa: unknown }");
    assert_snapshot!("unknown_fact_far", sources.errors());
}

#[test]
fn an_unknown_value_comes_with_the_values_of_the_fact() {
    let sources = see_2002()
        .edit(CHANCE_OF_ASYLUM, "- { return_wish: [unwilling, undecided, unknown] }", "- { return_wish: [unwiling, undecided] }")
        .edit(CHANCE_OF_ASYLUM, "- { able_to_return: unknown }", "- { able_to_return: yes }")
        .edit("identification/act-not-met.yaml", "is: [true] }", "is: [independent] }");
    assert_snapshot!("unknown_value", sources.errors());
    let sources =
        see_2002().edit("child/papers-do-not-settle-age.yaml", "- { age_years: { at_least: 18 } }", "- { age_years: [18] }");
    assert_snapshot!("years_as_values", sources.errors());
    let sources =
        see_2002().edit("child/papers-do-not-settle-age.yaml", "- { age_years: { at_least: 18 } }", "- { age_years: adult }");
    assert_snapshot!("word_as_years", sources.errors());
}

#[test]
fn a_misspelt_key_comes_with_the_right_one() {
    let sources = see_2002().edit(SHELTER, "modality:", "modalty:").edit(SHELTER, "bearers:", "who:");
    assert_snapshot!("misspelt_key", sources.errors());
}

#[test]
fn an_unknown_code_set_situation_or_rule_comes_with_the_nearest_one() {
    let sources = see_2002()
        .edit(CHANCE_OF_ASYLUM, "code: asylum_blocked", "code: asylum_bloked")
        .edit("identification/act-not-met.yaml", "all_of: act,", "all_of: acts,")
        .edit("identification/act-not-met.yaml", "all_of: answered_in_safety,", "all_of: answered_in_safty,")
        .edit(CHANCE_OF_ASYLUM, "- not_breached: nothing-known", "- not_breached: nothing-knwon")
        .edit("contested.yaml", "protection/non-discrimination]", "protection/non-discriminaton]");
    assert_snapshot!("unknown_names", sources.errors());
}

#[test]
fn an_unknown_conclusion_of_the_first_screen_and_an_unknown_destination_are_refused() {
    let sources = see_2002().edit(STANDARD, "    obligation:urgent-safety, ", "    obligation:urgent-saftey, ").edit(
        STANDARD,
        "  safe-place, medical-provider",
        "  save-place, medical-provider",
    );
    assert_snapshot!("unknown_conclusions", sources.errors());
}

#[test]
fn a_consequence_of_no_known_kind_or_value_is_refused() {
    let sources = see_2002()
        .edit(SHELTER, "then: [entitlement:shelter]", "then: [entitlements:shelter, \"right to shelter\", entitlement:Shelter]")
        .edit("identification/act-element.yaml", "fact:act_element=yes", "fact:act_element=true")
        .edit("identification/act-not-met.yaml", "fact:act_element=no", "fact:act_elment=no")
        .edit("identification/not-established.yaml", "then: [status:not_established]", "then: [status:no_victim]")
        .edit("identification/documents-irrelevant.yaml", "irrelevant:documents", "irrelevant:papers");
    assert_snapshot!("unknown_consequences", sources.errors());
}

#[test]
fn a_word_of_a_closed_list_comes_with_the_list() {
    let sources = see_2002()
        .edit(SHELTER, "modality: entitlement", "modality: right")
        .edit(SHELTER, "derivation: explicit", "derivation: E")
        .edit(CHANCE_OF_ASYLUM, "bearers: [state]", "bearers: [states, police]")
        .edit("facts/age.yaml", "question: \"How old are you?\"", "question: 17");
    assert_snapshot!("unknown_words", sources.errors());
}

// Parts

#[test]
fn a_missing_part_of_a_rule_is_named() {
    let text = "source: []\nmodality: obligation\nderivation: design\nbearers: []\nwhen: always\nthen: []\n";
    let mut sources = see_2002();
    sources.0.iter_mut().find(|file| file.path == "monitoring/voice-of-the-person.yaml").expect("it is there").text = text.into();
    assert_snapshot!("missing_parts", sources.errors());
    // What has the wrong shape is reported before what does not fit; mend one, see the other.
    sources.0.iter_mut().find(|file| file.path == "monitoring/voice-of-the-person.yaml").expect("it is there").text =
        format!("sentence: Something.\n{text}");
    assert_snapshot!("empty_parts", sources.errors());
}

#[test]
fn a_key_that_stands_twice_is_refused() {
    let sources = see_2002()
        .append(SHELTER, "sentence: \"Another sentence.\"\n")
        .append("texts.yaml", "status:identified: { label: a, sentence: b }\n");
    assert_snapshot!("duplicate_keys", sources.errors());
    let sources = see_2002().append("conduct.yaml", "recognition_refused: {}\n").edit(
        STANDARD,
        "    act_recruited, act_transported, act_transferred",
        "    act_recruited, act_recruited, act_transferred",
    );
    assert_snapshot!("duplicate_names", sources.errors());
}

#[test]
fn a_situation_that_stands_twice_is_refused() {
    let sources = see_2002().append("situations.yaml", "adult:\n  sentence: Again.\n  facts: {}\n");
    assert!(sources.errors().contains("twice"), "{}", sources.errors());
}

#[test]
fn a_contested_point_that_stands_twice_is_refused() {
    let sources = see_2002().edit("contested.yaml", "C-02:\n", "C-01:\n");
    assert!(sources.errors().contains("twice"), "{}", sources.errors());
}

#[test]
fn a_rule_that_is_listed_twice_is_refused() {
    let sources = see_2002().edit(STANDARD, "    reasons, review-on-request", "    reasons, reasons, review-on-request");
    assert!(sources.errors().contains("twice"), "{}", sources.errors());
}

#[test]
fn a_group_that_is_listed_twice_is_refused() {
    let sources = see_2002().edit(STANDARD, "groups: [age, act", "groups: [age, age, act");
    assert!(sources.errors().contains("twice"), "{}", sources.errors());
}

#[test]
fn a_value_of_the_wrong_type_is_refused() {
    let sources = see_2002()
        .edit(SHELTER, "bearers: [", "bearers: [7, ")
        .edit(SHELTER, "then: [entitlement:shelter]", "then: entitlement:shelter")
        .edit(
            "facts/age.yaml",
            "values: { from: 0, to: 120 }\n  question: \"How old are you?\"",
            "values: 0-120\n  question: \"How old are you?\"",
        )
        .edit(CHANCE_OF_ASYLUM, "- { at: \"2.1 b6\", lines: [298, 299] }", "- { at: 2.1, lines: [299, 298] }")
        .edit(STANDARD, "version: 0.1.0", "version: 0.1");
    assert_snapshot!("wrong_types", sources.errors());
}

#[test]
fn a_case_claims_exactly_one_thing() {
    let sources = see_2002()
        .edit(
            CHANCE_OF_ASYLUM,
            "- silent: { return_wish: unwilling }",
            "- silent: { return_wish: unwilling }\n    fires: { return_wish: willing }",
        )
        .edit(CHANCE_OF_ASYLUM, "- not_breached: nothing-known", "- note: \"It shows nothing.\"");
    assert_snapshot!("cases", sources.errors());
}

// Conditions

#[test]
fn conditions_that_say_nothing_or_cannot_be_are_refused() {
    let bad = [
        ("empty-any", "{ any: [] }"),
        ("empty-all", "{ all: [ { any: [] }, { protected: true } ] }"),
        ("every-value", "{ return_wish: [willing, unwilling, undecided, unknown] }"),
        ("no-value", "{ return_wish: [] }"),
        ("two-facts", "{ protected: true, open_case: true }"),
        ("below-nothing", "{ age_years: { below: 0 } }"),
        ("both-bounds", "{ age_years: { below: 18, at_least: 12 } }"),
        ("bound-of-a-word", "{ documents: { below: 3 } }"),
        ("word", "sometimes"),
        ("set-without-is", "{ any_of: act }"),
        ("number", "18"),
        ("unknown-of-a-derived-fact", "{ protected: unknown }"),
    ];
    for (name, when) in bad {
        let errors = see_2002().add_rule(name, when, "obligation:something").errors();
        assert_snapshot!(format!("condition_{}", name.replace('-', "_")), errors);
    }
}

#[test]
fn otherwise_stands_only_where_it_means_something() {
    let sources = see_2002().edit(SHELTER, "when: { protected: true }", "when: otherwise").add_rule(
        "inner-otherwise",
        "{ all: [ otherwise, { open_case: true } ] }",
        "obligation:something",
    );
    assert_snapshot!("otherwise", sources.errors());
}

#[test]
fn a_condition_that_is_nested_too_deep_is_refused() {
    let nested = |depth: usize| format!("{}{{ open_case: true }}{}", "{ all: [ ".repeat(depth), " ] }".repeat(depth));
    assert_snapshot!("nested_conditions", see_2002().add_rule("deep", &nested(33), "obligation:something").errors());
    assert_snapshot!("nested_files", see_2002().add_rule("deep", &nested(100), "obligation:something").errors());
    let levels = "{ all: [ ".repeat(20_000);
    assert_snapshot!("nested_hopelessly", see_2002().add_rule("deep", &levels, "obligation:something").errors());
}

#[test]
fn derived_facts_in_a_circle_are_refused_with_the_circle() {
    let sources = see_2002().add_rule("circle", "{ status: [presumed] }", "\"fact:act_element=yes\"");
    assert_snapshot!("circle", sources.errors());
    let itself = see_2002().add_rule("itself", "{ act_element: true }", "\"fact:act_element=yes\"");
    assert_snapshot!("circle_of_one", itself.errors());
}

#[test]
fn a_derived_fact_gets_only_values_that_its_priority_ranks() {
    let sources = see_2002().add_rule("not-ranked", "{ open_case: true }", "\"fact:protected=no\"");
    assert_snapshot!("not_ranked", sources.errors());
}

// Files and lists

#[test]
fn files_and_lists_that_do_not_agree_are_refused() {
    let sources = see_2002()
        .remove("assistance/medical.yaml")
        .add("assistance/dental.yaml", "sentence: A rule that no list names.\n")
        .add("facts/shoes.yaml", "shoe_size: {}\n");
    assert_snapshot!("files", sources.errors());
    assert_snapshot!(
        "no_standard",
        see_2002().remove(STANDARD).remove("texts.yaml").errors().lines().take(3).collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn a_code_belongs_to_one_rule_exactly() {
    let sources = see_2002().edit(CHANCE_OF_ASYLUM, "code: asylum_blocked", "code: shelter_refused").edit(
        "conduct.yaml",
        "status_denied_over_no_border: { parent: recognition_refused }",
        "status_denied_over_no_border: { parent: status_denied_over_no_border }",
    );
    assert_snapshot!("codes", sources.errors());
}

#[test]
fn an_anchor_that_is_not_in_the_index_comes_with_the_nearest() {
    let sources = see_2002()
        .edit(CHANCE_OF_ASYLUM, "lines: [298, 299]", "lines: [298, 300]")
        .edit(CHANCE_OF_ASYLUM, "\"T2-R6\"", "\"T9-R6\"")
        .edit("facts/age.yaml", "{ at: \"T1-O3\", lines: [485] }", "{ at: \"4.1\", lines: [1] }");
    assert_snapshot!("anchors", sources.errors());
}

#[test]
fn the_interview_order_and_the_facts_agree() {
    let sources = see_2002()
        .edit(STANDARD, "      immediate_danger, urgent_health_need", "      immediate_danger, age_years")
        .edit(STANDARD, "return_wish, documents, able_to_return", "return_wish, documents, documents, able_to_retrun");
    assert_snapshot!("interview", sources.errors());
}

// YAML

#[test]
fn what_is_no_yaml_is_refused_where_it_breaks() {
    for (name, from, to) in [
        ("tab", "bearers: ", "bearers:\n\t- "),
        ("quote", "sentence: ", "sentence: \"unended "),
        ("colon", "modality: entitlement", "modality: entitlement: really"),
        ("alias", "modality: entitlement", "modality: *entitlement"),
        ("anchor", "modality: entitlement", "modality: &entitlement entitlement"),
        ("tag", "modality: entitlement", "modality: !!str entitlement"),
        ("merge", "modality: entitlement", "<<: { a: b }"),
        ("complex_key", "modality: entitlement", "? [modality]\n: entitlement"),
        ("two_documents", "modality: entitlement", "---\nmodality: entitlement"),
    ] {
        assert_snapshot!(format!("yaml_{name}"), see_2002().edit(SHELTER, from, to).errors());
    }
    let mut empty = see_2002();
    empty.0.iter_mut().find(|file| file.path == SHELTER).expect("it is there").text = "# nothing yet\n".into();
    assert_snapshot!("yaml_empty", empty.errors());
    empty.0.iter_mut().find(|file| file.path == SHELTER).expect("it is there").text = "- a\n- b\n".into();
    assert_snapshot!("yaml_list", empty.errors());
}

// All at once

#[test]
fn all_errors_are_listed_at_once_in_the_order_of_files_and_lines() {
    let sources = see_2002()
        .edit(SHELTER, "when: { protected: true }", "when: { protectd: true }")
        .edit(SHELTER, "then: [entitlement:shelter]", "then: [entitlement:shelter, \"irrelevant:documnts\"]")
        .edit(CHANCE_OF_ASYLUM, "code: asylum_blocked", "code: asylum_bloked")
        .edit(
            "facts/age.yaml",
            "  values: [minor, adult]\n  question: \"Are you",
            "  values: [minor, unknown]\n  question: \"Are you",
        )
        .edit(STANDARD, "priority: [identified, presumed, not_established]", "priority: [identified, presumed, not_proven]")
        .edit(STANDARD, "groups: [age, act", "groups: [act, age");
    let errors = sources.errors();
    assert_snapshot!("several", errors);
    let places: Vec<(String, u32)> = errors
        .lines()
        .map(|line| {
            let mut parts = line.split(':');
            let mut next = || parts.next().expect("an error names its place");
            (next().to_owned(), next().parse().expect("a line is a number"))
        })
        .collect();
    assert!(places.is_sorted(), "{errors}");
    assert!(places.len() >= 6, "{errors}");
}

#[test]
fn broken_yaml_in_one_file_does_not_hide_it_in_another() {
    let sources = see_2002()
        .edit(SHELTER, "modality: entitlement", "modality: *entitlement")
        .edit(CHANCE_OF_ASYLUM, "bearers: [state]", "bearers: [state")
        .add("assistance/dental.yaml", "sentence: A rule that no list names.\n");
    assert_snapshot!("several_files", sources.errors());
}

#[test]
fn every_error_has_a_file_and_a_line_that_exist() {
    let sources = see_2002().edit(SHELTER, "when: { protected: true }", "when: { protectd: true }").edit(
        STANDARD,
        "default: undetermined",
        "default: undecided",
    );
    let errors = palermo_compile::compile_files(&sources.0).expect_err("two things are wrong");
    for error in errors.errors() {
        let file = sources.0.iter().find(|file| file.path == error.file).unwrap_or_else(|| panic!("{error}"));
        let line = file.text.lines().nth(error.line - 1).unwrap_or_else(|| panic!("{error}"));
        assert!(error.column >= 1 && error.column <= line.chars().count() + 1, "{error}");
    }
    assert!(errors.errors().len() >= 2, "{errors}");
}

// Folders

/// A folder of its own that is gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("palermo-compile-{}-{name}", process::id()));
        fs::create_dir_all(&path).expect("a folder can be made");
        Self(path)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

#[test]
fn a_copied_folder_compiles_to_the_same_rule_set() {
    let copy = Folder::new("copy");
    for file in see_2002().0 {
        copy.write(&file.path, file.text.as_bytes());
    }
    copy.write("notes.txt", b"What is no YAML is left alone.");
    copy.write(".git/config.yaml", b"So is a hidden folder.");
    let compiled = compile(&copy.0).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(compiled.digest(), compile(&folder()).expect("the rule set compiles").digest());
}

#[test]
fn files_that_cannot_be_read_are_named() {
    let folder = Folder::new("bytes");
    for file in see_2002().0 {
        folder.write(&file.path, file.text.as_bytes());
    }
    folder.write(SHELTER, b"sentence: \xff\n");
    folder.write("facts/age.yaml", &vec![b' '; (4 << 20) + 1]);
    assert_snapshot!("unreadable", compile(&folder.0).expect_err("a file is no text").to_string());
    let missing = compile(&folder.0.join("nowhere")).expect_err("there is no folder").to_string();
    assert!(missing.contains("cannot be read"), "{missing}");
}

#[test]
fn a_source_that_nothing_names_is_reported_wherever_it_lies() {
    let from = folder();
    let strays = env::temp_dir().join(format!("palermo-stray-{}", process::id()));
    copy(&from, &strays);
    fs::create_dir_all(strays.join("assistance/more")).expect("a folder");
    fs::write(strays.join("assistance/more/deep.yaml"), "sentence: x\n").expect("a file");
    fs::write(strays.join("assistance/other-ending.yml"), "sentence: x\n").expect("a file");
    let errors = compile(&strays).expect_err("two sources are not named");
    fs::remove_dir_all(&strays).expect("the folder goes");
    let files: Vec<&str> = errors.errors().iter().map(|error| error.file.as_str()).collect();
    assert_eq!(files, ["assistance/more/deep.yaml", "assistance/other-ending.yml"]);
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a file");
        }
    }
}
