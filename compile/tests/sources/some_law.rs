//! The sources of a small overlay, to be edited before they are compiled.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::{path::Path, sync::LazyLock};

use palermo::rule_set::RuleSet;
use palermo_compile::{CompiledOverlay, SourceErrors, SourceFile, compile, compile_overlay_files_with_places};

use crate::sources::Sources;

/// The rule set that it extends.
pub static BASE: LazyLock<RuleSet> = LazyLock::new(|| {
    compile(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/see-2002")).unwrap_or_else(|errors| panic!("{errors}"))
});

const FILES: [(&str, &str); 10] = [
    (
        "overlay.yaml",
        r#"format: 1
id: some-2020
kind: case
version: 0.1.0
extends: see-2002
title: Some law
summary: What some law adds.
in_force: { from: 2020-01-01 }
instruments:
  - { id: some-2020, title: Some law, publisher: Some parliament, published: "2019-12-01" }
  - { id: coe-2005, title: A convention, publisher: A council, published: "2005" }
groups: [stay]
members:
  purpose: [purpose_forced_marriage]
interview:
  - { stage: situation, ask: [purpose_forced_marriage] }
  - { stage: file, ask: [permit_given, home_country_asked] }
urgency: [permit-office]
not_core:
  - { conclusion: entitlement:some-permit, reason: It is owed at one stage. }
families:
  some-2020: [permit, advice]
citations:
  - rule: assistance/shelter
    cite: { instrument: some-2020, article: "art. 5", confidence: high }
    reading: The same, said later.
"#,
    ),
    (
        "some-2020/permit.yaml",
        r#"sentence: Whoever is protected and asked for at home is owed a permit.
source:
  - { instrument: some-2020, article: "art. 7", confidence: high }
modality: entitlement
derivation: design
when:
  all:
    - { protected: true }
    - { permit_given: [false, unknown] }
    - { home_country_asked: true }
bearers: [state]
then: [entitlement:some-permit]
breach: some_2020_permit_refused
reading: Our condition.
cases:
  - fires: some-2020-asked-home
  - silent: nothing-known
"#,
    ),
    (
        "some-2020/advice.yaml",
        r#"sentence: Whoever is protected is told where permits are given.
source:
  - { instrument: some-2020, article: "art. 8", confidence: unverified }
modality: obligation
derivation: design
bearers: [state]
when: { protected: true }
then: [refer:permit-office]
"#,
    ),
    ("conduct.yaml", "some_2020_permit_refused: { parent: shelter_refused }\n"),
    (
        "situations.yaml",
        "some-2020-asked-home:\n  sentence: The home country asked.\n  facts: { ind_third_party_control: true, home_country_asked: true }\n",
    ),
    (
        "contested.yaml",
        "some-2020-permits:\n  topic: Permits\n  source_says: Nothing.\n  contested: Who gives them.\n  treatment: The state.\n  \
         rules: [some-2020/permit, assistance/shelter]\n",
    ),
    ("texts.yaml", "entitlement:some-permit: { label: A permit, sentence: The person is owed a permit. }\n"),
    ("facts/purpose.yaml", ""),
    ("facts/procedure.yaml", ""),
    ("facts/stay.yaml", ""),
];

impl Sources {
    /// The sources of the overlay.
    pub fn some_law() -> Self {
        let files = FILES.iter().map(|(path, text)| {
            let text = match *path {
                "facts/purpose.yaml" => Self::fact("purpose_forced_marriage").replace("ask: file", "ask: situation"),
                "facts/procedure.yaml" => Self::fact("permit_given"),
                "facts/stay.yaml" => Self::fact("home_country_asked"),
                _ => (*text).to_owned(),
            };
            SourceFile { path: (*path).to_owned(), text }
        });
        Self(files.collect())
    }

    /// A file with one fact.
    pub fn fact(name: &str) -> String {
        format!(
            "{name}:\n  label: A fact\n  meaning: What it means.\n  values: yes_no\n  question: What is asked?\n  help: How it is asked.\n  \
             ask: file\n  sensitivity: low\n  known_by: [case file]\n  shield: false\n  source:\n    \
             - {{ instrument: some-2020, article: \"art. 2\", confidence: high }}\n"
        )
    }

    pub fn only_citations(mut self) -> Self {
        self.0.retain(|file| file.path == "overlay.yaml");
        for file in &mut self.0 {
            let (before, rest) = file.text.split_once("groups:").expect("the head has groups");
            let (_, citations) = rest.split_once("citations:").expect("the head has citations");
            file.text = format!("{before}citations:{citations}");
        }
        self
    }

    pub fn compile_with(&self, base: &RuleSet) -> Result<CompiledOverlay, SourceErrors> {
        compile_overlay_files_with_places(&self.0, base)
    }

    pub fn compiled(&self) -> CompiledOverlay {
        self.compile_with(&BASE).unwrap_or_else(|errors| panic!("{errors}"))
    }

    /// All errors of the overlay, one a line.
    pub fn overlay_errors(&self) -> String {
        match self.compile_with(&BASE) {
            Ok(_) => panic!("nothing is wrong"),
            Err(errors) => errors.to_string(),
        }
    }
}
