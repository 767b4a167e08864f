//! `palermo rules verify`: what an auditor sees of promises that hold and of promises that are broken.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

mod program;

use std::fs;

use palermo_verify::{Options, Subject, charter::Charter, prove};
use program::{copied, edit, palermo, palermo_in, replayed, scratch, snapshot};

/// Promises of an auditor: one that holds, one that is broken, one about what never happens.
const OWN: &str = "\
format: 1
id: my-promises
version: 0.1.0
title: What an auditor wants to know
promises:
  - name: shelter-for-the-protected
    sentence: Whoever is protected has a shelter.
    formal: \"protected(r) ⇒ shelter ∈ C(r)\"
    prove:
      - always: { when: { protected: true }, concludes: { ids: [entitlement:shelter] } }
  - name: shelter-for-everybody
    number: A 2
    sentence: Everybody has a shelter, whoever they are.
    formal: \"∀r: shelter ∈ C(r)\"
    prove:
      - always: { when: always, concludes: { ids: [entitlement:shelter] } }
  - name: nobody-is-both
    sentence: Nobody is a child and an adult at once.
    formal: \"¬(child ∧ adult)\"
    prove:
      - never:
          when: { all: [{ child_status: child }, { child_status: adult }] }
          concludes: { ids: [entitlement:shelter] }
";

#[test]
fn the_standard_keeps_its_promises() {
    let said = palermo(&["rules", "verify"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    snapshot("rules-verify-see-2002", &said.out);
    assert_eq!(palermo(&["rules", "verify", "rules/see-2002"]).out, said.out, "the folder is the published rule set");
}

#[test]
fn the_practice_breaks_them_and_each_witness_shows_it() {
    let said = palermo(&["rules", "verify", "observed-practice-2002"]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    snapshot("rules-verify-observed-practice-2002", &said.out);
    let all = palermo(&["rules", "verify", "observed-practice-2002", "--promise", "INV-01", "--all"]);
    assert_eq!(all.code, 1);
    let (_, told) = all.out.split_once("- entitlement:shelter by `return_wish`").expect("the wish to return decides");
    let commands: Vec<&str> = told.lines().filter(|line| line.contains("| palermo evaluate")).take(2).collect();
    let owed: Vec<bool> = commands.iter().map(|line| replayed(line).contains("[entitlement:shelter: ")).collect();
    assert!(owed == [true, false] || owed == [false, true], "{owed:?} {commands:?}");
}

#[test]
fn json_is_the_report_of_the_library() {
    let said = palermo(&["rules", "verify", "observed-practice-2002", "--format", "json"]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    let charter = Charter::from_json(palermo_rules::CHARTER_JSON).expect("the charter is valid");
    let rule_set = palermo::rule_set::RuleSet::from_json(palermo_rules::OBSERVED_PRACTICE_2002_JSON).expect("it is valid");
    let report = prove(&charter, &Subject::new(&rule_set), &Options::default(), &mut |_| {}).expect("it can be held to it");
    assert_eq!(said.out, serde_json::to_string(&report).expect("it can be written") + "\n");
}

#[test]
fn a_rule_set_that_was_weakened_is_refuted_and_the_records_are_written() {
    let folder = scratch("rules-verify-weakened");
    let shelter = copied(&folder, "see-2002").join("assistance/shelter.yaml");
    edit(&shelter, "when: { protected: true }", "when: { all: [{ protected: true }, { testimony_wish: willing }] }");
    let arguments = ["rules", "verify", "./see-2002", "--promise", "inv-01", "--write-witnesses", "my witnesses"];
    let said = palermo_in(&folder, &arguments);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    snapshot("rules-verify-weakened", &said.out);

    let witnesses = folder.join("my witnesses");
    let mut names: Vec<String> = fs::read_dir(&witnesses)
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be read").file_name().into_string().expect("it is text"))
        .collect();
    names.sort();
    let stem = "shelter-independent-of-shield-1";
    assert_eq!(names, ["replay.txt".to_string(), format!("{stem}-first.json"), format!("{stem}-second.json")]);
    let replay = fs::read_to_string(witnesses.join("replay.txt")).expect("the file is there");
    assert_eq!(replay.lines().filter(|line| line.starts_with("palermo evaluate 'my witnesses/")).count(), 2, "{replay}");
    let built = folder.join("weakened.json");
    let built = built.to_str().expect("the path is text");
    assert_eq!(palermo_in(&folder, &["rules", "build", "see-2002", "-o", built]).code, 0);
    let owed = |which: &str| {
        let record = format!("my witnesses/{stem}-{which}.json");
        let said = palermo_in(&folder, &["evaluate", &record, "--standard", built, "--all"]);
        assert_eq!(said.code, 0, "{}", said.err);
        said.out.contains("[entitlement:shelter: ")
    };
    assert_ne!(owed("first"), owed("second"));

    // Records of another run are not mixed with these.
    let again = palermo_in(&folder, &arguments);
    assert_eq!((again.code, again.out.as_str()), (2, ""));
    assert!(again.told().contains("is not empty"), "{}", again.told());
}

#[test]
fn an_auditor_adds_promises_of_their_own() {
    let folder = scratch("rules-verify-own");
    fs::write(folder.join("own.yaml"), OWN).expect("the file is written");
    let said = palermo_in(&folder, &["rules", "verify", "--charter", "own.yaml", "--only-own"]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    snapshot("rules-verify-own", &said.out);

    let both = palermo_in(&folder, &["rules", "verify", "--charter", "own.yaml"]);
    let (shipped, own) = both.out.split_once("\n\nsee-2002 0.1.0\n").expect("two reports");
    assert!(shipped.contains("held to the promises of charter") && own.contains("held to the promises of my-promises"));
    let lines = palermo_in(&folder, &["rules", "verify", "--charter", "own.yaml", "--format", "json"]);
    let reports: Vec<serde_json::Value> =
        lines.out.lines().map(|line| serde_json::from_str(line).expect("each line is a report")).collect();
    assert_eq!(reports.len(), 2);
    let one = palermo_in(&folder, &["rules", "verify", "--charter", "own.yaml", "--promise", "a 2", "--promise", "INV-04"]);
    assert_eq!(one.code, 1);
    assert_eq!(one.out.matches("1 promise:").count(), 2, "{}", one.out);
    let holds = palermo_in(&folder, &["rules", "verify", "--charter", "own.yaml", "--promise", "shelter-for-the-protected"]);
    assert_eq!((holds.code, holds.out.matches("held to the promises").count()), (0, 1));
}

#[test]
fn what_cannot_be_verified_has_an_exit_code_of_its_own() {
    let folder = scratch("rules-verify-refused");
    let file = |name: &str, text: &str| fs::write(folder.join(name), text).expect("the file is written");
    file("misspelt.yaml", &OWN.replace("entitlement:shelter] } }", "entitlement:sheltr] } }"));
    file("no-fact.yaml", &OWN.replace("{ protected: true }", "{ protectd: true }"));
    file("form.yaml", &OWN.replace("always: {", "allways: {"));
    file("no-yaml.yaml", "promises: [");
    fs::write(folder.join("bytes.yaml"), [0xff, 0xfe, 0x00]).expect("the file is written");
    for (arguments, code, told) in [
        (&["rules", "verify", "--promise", "INV-1"][..], 5, "`--promise`"),
        (&["rules", "verify", "--promise", "shelter-independent-of-sheild"], 5, "did you mean `shelter-independent-of-shield`?"),
        (&["rules", "verify", "--only-own"], 2, "--charter"),
        (&["rules", "verify", "see-2003"], 5, "name one of see-2002"),
        (&["rules", "verify", "--charter", "no-such.yaml"], 4, "cannot be read"),
        (&["rules", "verify", "--charter", "."], 4, "cannot be read"),
        (&["rules", "verify", "--charter", "misspelt.yaml"], 3, "misspelt.yaml:10:65: there is no such conclusion"),
        (&["rules", "verify", "--charter", "no-fact.yaml"], 3, "did you mean `protected`?"),
        (&["rules", "verify", "--charter", "form.yaml"], 3, "did you mean `always`?"),
        (&["rules", "verify", "--charter", "no-yaml.yaml"], 3, "no valid YAML"),
        (&["rules", "verify", "--charter", "bytes.yaml"], 3, "not UTF-8"),
        (&["rules", "verify", "--write-witnesses", "own.yaml/below"], 4, "cannot be written"),
    ] {
        file("own.yaml", OWN);
        let said = palermo_in(&folder, arguments);
        assert_eq!((said.code, said.out.as_str()), (code, ""), "{arguments:?}: {}", said.told());
        assert!(said.told().contains(told), "{arguments:?}: {}", said.told());
    }
}
