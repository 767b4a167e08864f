//! A rule set that takes its dictionary from the folder beside it: what it takes, that it then stands alone, and that what is
//! wrong is shown in the file in which it stands.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

mod sources;

use insta::assert_snapshot;
use palermo::{Standard, load::LoadErrors, rule_set::RuleSet};
use palermo_compile::{compile, compile_files};
use sources::{Sources, folder};

const STANDARD: &str = "standard.yaml";
const NAMED: &str = "dictionary: see-2002\n";

fn practice() -> RuleSet {
    compile_files(&Sources::practice().0).unwrap_or_else(|errors| panic!("{errors}"))
}

#[test]
fn a_folder_and_its_files_compile_to_the_same() {
    let from_folder = compile(&folder().join("../observed-practice-2002")).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(from_folder, practice());
}

#[test]
fn the_dictionary_is_that_of_the_other_rule_set_and_the_rest_its_own() {
    let (practice, other) = (practice(), compile(&folder()).expect("see-2002 compiles"));
    assert_eq!(practice.facts, other.facts);
    assert_eq!(practice.groups, other.groups);
    assert_eq!(practice.sets, other.sets);
    assert_eq!(practice.interview, other.interview);
    assert_eq!(practice.documents, other.documents);
    assert!(practice.rules.iter().all(|rule| !other.rules.iter().any(|known| known.id == rule.id)));
    assert!(practice.conduct.is_empty());
}

#[test]
fn what_is_compiled_stands_alone() -> Result<(), LoadErrors> {
    let practice = practice();
    let loaded = Standard::from_json(&practice.to_canonical_json())?;
    assert_eq!((loaded.id(), loaded.digest()), (practice.id.as_str(), practice.digest().as_str()));
    Ok(())
}

#[test]
fn texts_are_taken_where_they_are_needed_and_not_its_own() {
    let (practice, other) = (practice(), compile(&folder()).expect("see-2002 compiles"));
    let text = |set: &RuleSet, id: &str| set.texts.get(id).cloned();
    assert!(text(&other, "prohibition:deport").is_some() && text(&practice, "prohibition:deport").is_none());
    assert!(text(&other, "conduct:deported").is_some() && text(&practice, "conduct:deported").is_none());
    assert!(text(&other, "family:privacy").is_some() && text(&practice, "family:privacy").is_none());
    assert_eq!(text(&practice, "value:documents=none"), text(&other, "value:documents=none"));
    assert_eq!(text(&practice, "derived:status"), text(&other, "derived:status"));
    assert_ne!(text(&practice, "status:identified"), text(&other, "status:identified"));
}

#[test]
fn a_range_that_nothing_cites_is_not_taken() {
    let practice = practice();
    let compiled =
        compile_files(&Sources::practice().edit("testimony/testify.yaml", "  - { at: \"2.2.2\", lines: [566, 568] }\n", "").0)
            .unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(compiled.source_index.len() + 1, practice.source_index.len());
}

#[test]
fn a_name_that_leads_elsewhere_and_a_folder_that_is_not_there_are_refused() {
    assert_snapshot!("elsewhere", Sources::practice().edit(STANDARD, NAMED, "dictionary: ../rules/see-2002\n").errors());
    assert_snapshot!("not_there", Sources::practice().edit(STANDARD, NAMED, "dictionary: see-2003\n").errors());
    let chained = Sources::practice().append("../see-2002/standard.yaml", "dictionary: see-2001\n");
    assert_snapshot!("chained", chained.errors());
}

#[test]
fn what_comes_with_the_dictionary_is_not_written_again() {
    let again = Sources::practice()
        .append(STANDARD, "groups: [age]\ninterview: []\n")
        .add("facts/age.yaml", "age_years: { label: Age }\n");
    assert_snapshot!("again", again.errors());
}

#[test]
fn an_error_in_the_dictionary_is_shown_where_it_stands() {
    let twice = Sources::practice().edit("../see-2002/facts/age.yaml", "\nage_basis:\n  label:", "\nage_basis:\n  labels:").edit(
        "../see-2002/texts.yaml",
        "\nanswer:yes: { label:",
        "\nanswer:yes: { labels:",
    );
    assert_snapshot!("misspelt_in_the_dictionary", twice.errors());
    let broken = Sources::practice().append("../see-2002/source-index.yaml", "  - { at: \"2.2.1\n");
    assert_snapshot!("broken_index", broken.errors());
    assert_snapshot!("missing_texts", Sources::practice().remove("../see-2002/texts.yaml").errors());
}
