//! `palermo rules test`: what an author sees of cases that come out as they say, and of those that do not.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

mod program;

use std::fs;

use program::{copied, edit, palermo, palermo_in, scratch, snapshot};

/// Cases that are wrong, each in its own way.
const WRONG: &str = "cases:
  - fires: { documents: none }
    unknown: [documents, act_recruited]
  - fires: nothing-known
  - silent: presumed-person
  - silent: nothing-known
    unknown: [return_wish]
  - silent: nothing-known
    unknown: [return_wish, ind_third_party_control, documents]
  - silent: { documents: lost, age_years: 200 }
  - breached: nothing-known
  - not_breached: { ctrl_debt_used: true }
";

#[test]
fn cases_that_come_out_as_they_say_are_counted() {
    let said = palermo(&["rules", "test", "rules/see-2002"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    snapshot("rules-test-see-2002", &said.out);
    let json = palermo(&["rules", "test", "rules/see-2002", "--format", "json"]);
    assert_eq!(json.code, 0);
    let report: serde_json::Value = serde_json::from_str(&json.out).expect("it is JSON");
    assert_eq!(report.pointer("/failures"), Some(&serde_json::json!([])));
    assert_eq!(report.pointer("/claims/fires").and_then(serde_json::Value::as_u64), Some(315));
}

#[test]
fn a_wrong_case_is_1_with_its_place_and_what_decided() {
    let folder = scratch("rules-test-wrong");
    let shelter = copied(&folder, "see-2002").join("assistance/shelter.yaml");
    let text = fs::read_to_string(&shelter).expect("the file is there");
    let (rule, _) = text.split_once("cases:\n").expect("it has cases");
    fs::write(&shelter, format!("{rule}{WRONG}")).expect("the file is written");
    let adult = folder.join("see-2002/child/adult-only-when-known.yaml");
    edit(&adult, "  - fires: adult\n", "  - fires: { age_years: 17, majority: adult }\n");

    let said = palermo_in(&folder, &["rules", "test", "see-2002"]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    snapshot("rules-test-wrong", &said.out);

    let json = palermo_in(&folder, &["rules", "test", "see-2002", "--format", "json"]);
    assert_eq!(json.code, 1);
    let report: serde_json::Value = serde_json::from_str(&json.out).expect("it is JSON");
    let failures = report.pointer("/failures").and_then(serde_json::Value::as_array).expect("there are failures");
    let told: Vec<&str> = failures.iter().filter_map(|failure| failure.get("came_out")?.as_str()).collect();
    assert_eq!(
        told,
        [
            "the_other_way",
            "the_other_way",
            "the_other_way",
            "the_other_way",
            "nothing_turns",
            "no_part",
            "no_part",
            "no_record",
            "the_other_way",
            "the_other_way",
        ]
    );
    let first = failures.get(1).expect("there is a second");
    let place = serde_json::json!({ "file": "see-2002/assistance/shelter.yaml", "line": 16, "column": 5 });
    assert_eq!(first.get("place"), Some(&place));
    assert_eq!(first.pointer("/decides/part"), Some(&serde_json::json!({ "protected": [true] })));
    assert_eq!(first.pointer("/record"), Some(&serde_json::json!({ "facts": { "documents": "none" } })));
}

#[test]
fn what_does_not_compile_is_3_and_no_case_is_run() {
    let folder = scratch("rules-test-broken");
    let standard = copied(&folder, "see-2002").join("standard.yaml");
    edit(&standard, "  - stage: first\n", "  - stage: frist\n");
    let said = palermo_in(&folder, &["rules", "test", "see-2002"]);
    assert_eq!((said.code, said.out.as_str()), (3, ""));
    assert!(said.told().contains("standard.yaml"), "{}", said.told());
    let nowhere = palermo_in(&folder, &["rules", "test", "no-such-folder"]);
    assert_eq!((nowhere.code, nowhere.out.as_str()), (3, ""));
}
