//! The commands for rule authors and auditors with overlays: the same by every way of naming them, told what to do where they
//! cannot be composed, and refuted with records that anybody can decide again where one weakens.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops at the first surprise")]

mod program;

use std::{fs, path::Path};

use program::{Said, copied, edit, palermo, palermo_in, scratch, snapshot};
use serde_json::Value;

const BOTH: [&str; 4] = ["--overlay", "palermo-2000", "--overlay", "coe-2005"];

#[test]
fn the_standard_with_its_overlays_keeps_its_promises_however_they_are_named() {
    let said = palermo(&[&["rules", "verify", "see-2002"][..], &BOTH].concat());
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    snapshot("rules-verify-overlays", &said.out);
    let folder = scratch("verify-overlays-named");
    let built = folder.join("coe.json").display().to_string();
    assert_eq!(palermo(&["rules", "build", "rules/coe-2005", "--output", &built]).code, 0);
    for arguments in [
        &["--overlay", "coe-2005", "--overlay", "palermo-2000"][..],
        &["--overlay", "rules/coe-2005", "--overlay", "rules/palermo-2000"],
        &["--overlay", &built, "--overlay", "palermo-2000"],
        &["see-2002+palermo-2000+coe-2005"],
        &["see-2002+coe-2005", "--overlay", "rules/palermo-2000"],
        &["rules/see-2002+coe-2005+rules/palermo-2000"],
    ] {
        let other = palermo(&[&["rules", "verify"][..], arguments].concat());
        assert_eq!((other.code, &other.out), (0, &said.out), "{arguments:?}: {}", other.err);
    }
}

#[test]
fn every_command_for_rule_authors_takes_overlays_in_any_order() {
    for command in ["lint", "coverage"] {
        for format in ["text", "json"] {
            let of = |arguments: &[&str]| {
                let said = palermo(&[&["rules", command, "--format", format][..], arguments].concat());
                assert_eq!((said.code, said.err.as_str()), (0, ""), "{command} {arguments:?}");
                said.out
            };
            let told = of(&BOTH);
            assert_eq!(told, of(&["see-2002+coe-2005+palermo-2000"]));
            assert_eq!(told, of(&["--overlay", "coe-2005", "--overlay", "rules/palermo-2000"]));
            let names =
                ["see-2002 0.1.0 with palermo-2000 0.1.0 with coe-2005 0.1.0\n", "\"overlays\":[{\"id\":\"palermo-2000\""];
            assert!(names.iter().any(|names| told.contains(names)), "it says what it is about: {told}");
        }
    }
    let diff = palermo(&["rules", "diff", "see-2002", "see-2002+coe-2005"]);
    assert_eq!((diff.code, diff.err.as_str()), (0, ""));
    assert!(diff.out.starts_with("From see-2002 0.1.0 to see-2002 0.1.0 with coe-2005 0.1.0\n"), "{}", diff.out);
    assert!(diff.out.ends_with("Nobody loses anything.\n") && diff.out.contains("entitlement:guardian"), "{}", diff.out);
    let back = palermo(&["rules", "diff", "see-2002+coe-2005", "see-2002"]);
    assert_eq!(back.code, 1, "without the overlay somebody loses what it gives");
    let same = palermo(&["rules", "diff", "see-2002+coe-2005+palermo-2000", "see-2002+palermo-2000+coe-2005"]);
    assert_eq!(same.code, 0);
    assert!(same.out.contains("The same follows from both, for every possible record."), "{}", same.out);
}

#[test]
fn what_cannot_be_composed_is_told_with_what_to_do() {
    let folder = scratch("verify-overlays-refused");
    let other = copied(&folder, "coe-2005");
    edit(&other.join("overlay.yaml"), "extends: see-2002", "extends: our-2024");
    let json = fs::read_to_string(program_rules("coe-2005-0.1.0.json")).expect("it is published");
    fs::write(folder.join("of-another.json"), json.replace("\"extends\":\"see-2002\"", "\"extends\":\"our-2024\""))
        .expect("written");
    let blocked = scratch("verify-overlays-blocked");
    let guardian = copied(&blocked, "coe-2005").join("coe-2005/guardian.yaml");
    edit(&guardian, "\"art. 10(4)\"", "\"art. 13(3)\"");
    for command in ["verify", "lint", "coverage"] {
        let told = |folder: &Path, arguments: &[&str], code: i32, words: &[&str]| {
            let said = palermo_in(folder, &[&["rules", command][..], arguments].concat());
            assert_eq!((said.code, said.out.as_str()), (code, ""), "{command} {arguments:?}: {}", said.told());
            for words in words {
                assert!(said.told().contains(words), "{command} {arguments:?}: {words}: {}", said.told());
            }
        };
        told(&folder, &["see-2002+coe-2005+coe-2005"], 3, &["cannot be composed with see-2002", "this overlay stands twice"]);
        told(&folder, &["see-2002+coe-2005", "--overlay", "coe-2005"], 3, &["this overlay stands twice"]);
        told(&folder, &["see-2002+coe-2006"], 5, &["there is no overlay of this name", "did you mean `coe-2005`?"]);
        told(&folder, &["see-2002+"], 5, &["the name of an overlay is empty", "name one of palermo-2000, coe-2005"]);
        told(&folder, &["see-2002", "--overlay", "nobody-knows-it"], 5, &["name one of palermo-2000, coe-2005"]);
        told(&folder, &["coe-2005"], 5, &["is an overlay, and no rule set of its own", "`--overlay coe-2005`"]);
        told(&folder, &["see-2002+see-2002"], 5, &["is a rule set of its own, and no overlay"]);
        told(&folder, &["see-2002+./coe-2005"], 3, &["overlay.yaml:", "extends"]);
        told(&folder, &["see-2002+of-another.json"], 3, &["/extends", "see-2002"]);
        told(&folder, &["observed-practice-2002+coe-2005"], 3, &["the rule set is no standard"]);
        told(&blocked, &["see-2002+./coe-2005"], 3, &["coe-2005/guardian.yaml:", "art. 13(3) is not imported"]);
    }
    let diff = palermo_in(&folder, &["rules", "diff", "see-2002", "see-2002+coe-2005+coe-2005"]);
    assert_eq!((diff.code, diff.out.as_str()), (3, ""));
}

#[test]
fn nothing_of_an_overlay_that_is_no_overlay_is_repeated() {
    let folder = scratch("verify-overlays-echo");
    fs::write(folder.join("record.json"), r#"{"facts":{"name":"Mara Example"}}"#).expect("the file is written");
    fs::write(folder.join("text.json"), "Mara Example").expect("the file is written");
    for file in ["record.json", "text.json"] {
        let said = palermo_in(&folder, &["rules", "verify", "--overlay", file]);
        assert_eq!((said.code, said.out.as_str()), (3, ""), "{}", said.err);
        assert!(!said.err.contains("Mara"), "{}", said.err);
    }
}

fn program_rules(name: &str) -> std::path::PathBuf {
    Path::new(program::ROOT).join("rules/published").join(name)
}

/// An overlay of somebody's own, of which one rule decides against the person: who was let go by a controller is nobody.
fn weakening(folder: &Path) {
    assert_eq!(palermo_in(folder, &["rules", "new", "overlay", "ruritania-2026"]).code, 0);
    let rules = folder.join("ruritania-2026");
    edit(&rules.join("overlay.yaml"), "[written-summary]", "[written-summary, released]");
    let rule = "\
sentence: \"Whoever was let go by a controller, and of whose case a decision was taken, is not treated as trafficked.\"
source:
  - { instrument: ruritania-2026-act, article: \"s. 8\", confidence: high }
modality: presumption
derivation: design
bearers: [police]
when: { all: [{ identification_completed: true }, { contact_channel: controller_release }, { written_summary_given: true }] }
then: [\"status:not_established\"]
reading: It is written to weaken.
cases: []
";
    fs::write(rules.join("ruritania-2026/released.yaml"), rule).expect("the file is written");
}

/// Runs a command of `replay.txt`.
fn decided_again(folder: &Path, command: &str) -> Said {
    let words: Vec<&str> = command.split_whitespace().skip(1).map(|word| word.trim_matches('\'')).collect();
    palermo_in(folder, &words)
}

#[test]
fn an_overlay_that_weakens_is_refuted_by_records_that_anybody_can_decide_again() {
    let folder = scratch("verify-overlays-weakening");
    weakening(&folder);
    let arguments = ["rules", "verify", "see-2002+coe-2005", "--overlay", "ruritania-2026"];
    let said = palermo_in(&folder, &[&arguments[..], &["--all", "--write-witnesses", "witnesses"]].concat());
    assert_eq!((said.code, said.err.as_str()), (1, ""), "{}", said.told());
    assert!(said.out.contains("overlays-only-strengthen (INV-12): REFUTED"), "{}", said.out);
    assert!(!said.out.contains("AS PUBLISHED"), "all that is published of it is as it was: {}", said.out);

    let json = palermo_in(&folder, &[&arguments[..], &["--all", "--format", "json"]].concat());
    let report: Value = serde_json::from_str(&json.out).expect("it is JSON");
    let refuted: Vec<&Value> =
        report["promises"].as_array().expect("promises").iter().filter(|promise| promise["verdict"] == "refuted").collect();
    let mut expected = Vec::new();
    for promise in &refuted {
        let proofs = promise["proofs"].as_array().expect("proofs").iter();
        for refutation in proofs.filter_map(|proof| proof["refutations"].as_array()).flatten() {
            for record in ["first", "second"].iter().filter_map(|which| refutation.get(*which)) {
                expected.push((refutation["output"].as_str().map(ToString::to_string), record.clone()));
            }
        }
    }
    let replay = fs::read_to_string(folder.join("witnesses/replay.txt")).expect("the file is there");
    let commands: Vec<&str> = replay.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(commands.len(), expected.len());
    assert!(commands.len() > 10, "{replay}");

    let schema = |overlays: &[&str]| {
        let said = palermo_in(&folder, &[&["schema", "record"][..], overlays].concat());
        jsonschema::validator_for(&serde_json::from_str(&said.out).expect("it is JSON")).expect("it is a schema")
    };
    let said = decided_again(&folder, commands.first().expect("there are commands"));
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let (of_base, of_composed) = (schema(&[]), schema(&["--overlay", "coe-2005", "--overlay", "ruritania-2026"]));
    for (command, (output, record)) in commands.iter().zip(&expected) {
        let file = command.split_whitespace().nth(2).expect("a file");
        let written: Value = serde_json::from_str(&fs::read_to_string(folder.join(file)).expect("it is there")).expect("JSON");
        assert_eq!(written, record["record"]);
        let is_base = record["by"] == "base";
        assert_eq!(is_base, !command.contains("--overlay"), "{command}");
        let schema = if is_base { &of_base } else { &of_composed };
        assert!(schema.is_valid(&written), "{command}: {written}");
        // The command as it stands gives text for people; what it decides is easier read as JSON.
        let as_json = [command.trim_end_matches(" --all"), "--format json"].join(" ");
        let decided = decided_again(&folder, &as_json);
        assert_eq!((decided.code, decided.err.as_str()), (0, ""), "{command}");
        let decision: Value = serde_json::from_str(&decided.out).expect("a decision");
        if let (Some(output), Some(follows)) = (output, record["follows"].as_bool()) {
            assert_eq!(follows_in(&decision, output), Some(follows), "{command}: {output}");
        }
    }
}

/// Whether an output follows by a decision; none where a decision does not say it.
fn follows_in(decision: &Value, output: &str) -> Option<bool> {
    let list = |name: &str| decision[name].as_array().expect("it is a list");
    Some(match output.split_once(':')? {
        ("status", status) => decision["status"] == status,
        ("violation" | "implied", code) => list("violations").iter().any(|violation| violation["code"] == code),
        ("fact", _) => return None,
        _ => list("conclusions").iter().any(|conclusion| conclusion["id"] == output),
    })
}

#[test]
fn a_limit_that_is_reached_is_undecided_and_never_holds() {
    let said = palermo(&["rules", "verify", "--promise", "INV-10", "--node-limit", "1000"]);
    assert_eq!((said.code, said.err.as_str()), (6, ""));
    assert!(said.out.contains("(INV-10): UNDECIDED"), "{}", said.out);
    assert!(said.out.contains("a function grew beyond 1000 nodes: nothing is decided"), "{}", said.out);
    assert!(said.out.contains("\n  1  undecided\nUndecided: presumed-equals-identified\n"), "{}", said.out);
    assert_eq!(palermo(&["rules", "verify", "--promise", "INV-10"]).code, 0, "with room it is proved");
    // With no room at all nothing about the rules is proved; what is proved is about how they are written.
    let json = palermo(&["rules", "verify", "--node-limit", "1", "--format", "json"]);
    assert_eq!(json.code, 6);
    let report: Value = serde_json::from_str(&json.out).expect("it is JSON");
    assert_eq!(report["holds"], false);
    for promise in report["promises"].as_array().expect("promises").iter().filter(|promise| promise["verdict"] == "holds") {
        for proof in promise["proofs"].as_array().expect("proofs") {
            let is_written = ["structure", "bijection", "shown_by"].iter().any(|form| proof["form"] == *form);
            assert!(is_written, "{}: {}", promise["name"], proof["form"]);
        }
    }
    // What is refuted is refuted, whatever else has no answer.
    let practice = palermo(&["rules", "verify", "observed-practice-2002", "--node-limit", "1"]);
    assert_eq!(practice.code, 1, "how a rule is written needs no room: {}", practice.out);
    let diff = palermo(&["rules", "diff", "see-2002", "observed-practice-2002", "--node-limit", "10"]);
    assert_eq!((diff.code, diff.out.as_str()), (6, ""));
    assert!(diff.told().contains("nothing is decided") && diff.told().contains("--node-limit"), "{}", diff.told());
    assert_eq!(palermo(&["rules", "verify", "--node-limit", "many"]).code, 2);
}
