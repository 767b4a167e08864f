//! `palermo rules verify` of a copy that goes by the name of a published rule set or overlay: an auditor sees that it is not what
//! was published, and whether anybody loses something by it.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops at the first surprise")]

mod program;

use std::{fs, path::Path};

use program::{copied, edit, palermo, palermo_in, replayed_in, scratch, snapshot};
use serde_json::Value;

/// A copy of the published standard, changed as JSON.
fn copy(folder: &Path, name: &str, change: impl FnOnce(&mut Value)) {
    let mut copy: Value = serde_json::from_str(palermo_rules::SEE_2002_JSON).expect("it is JSON");
    change(&mut copy);
    fs::write(folder.join(name), copy.to_string()).expect("the file is written");
}

/// A rule of a copy.
fn rule<'c>(copy: &'c mut Value, id: &str) -> &'c mut Value {
    let rules = copy["rules"].as_array_mut().expect("there are rules");
    rules.iter_mut().find(|rule| rule["id"] == id).expect("the rule is there")
}

fn weakened(copy: &mut Value) {
    rule(copy, "assistance/shelter")["when"] =
        serde_json::json!({ "all": [{ "protected": [true] }, { "testimony_wish": ["willing"] }] });
}

const HELD: &str = "held against the published one: nothing that it gives may be lost";

#[test]
fn a_weakened_copy_of_a_published_standard_is_held_against_it() {
    let folder = scratch("verify-against-weakened");
    copy(&folder, "my-see-2002.json", weakened);
    let arguments = ["rules", "verify", "my-see-2002.json", "--promise", "INV-12", "--promise", "INV-13"];
    let said = palermo_in(&folder, &arguments);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    snapshot("rules-verify-copy", &said.out);
    // By the commands that it prints, the shelter is there by what was published, and gone by the copy.
    let owed: Vec<bool> = said
        .out
        .lines()
        .filter(|line| line.contains("| palermo evaluate"))
        .map(|line| replayed_in(&folder, line).contains("[entitlement:shelter: "))
        .collect();
    assert_eq!(owed, [true, false]);

    let json = palermo_in(&folder, &[&arguments[..], &["--format", "json"]].concat());
    let report: Value = serde_json::from_str(&json.out).expect("it is JSON");
    assert_eq!(report.pointer("/against/of_same_name"), Some(&Value::Bool(true)));
    let digest = |path: &str| report.pointer(path).and_then(Value::as_str).expect("a digest").to_string();
    assert_ne!(digest("/against/rule_set/digest"), digest("/rule_set/digest"));
    let none = palermo_in(&folder, &[&arguments[..], &["--against", "none"]].concat());
    assert_eq!(none.code, 0);
    assert!(!none.out.contains("held against") && none.out.contains("nothing is composed"), "{}", none.out);
    // The same with a standard of another name, if somebody says against what.
    copy(&folder, "mine.json", |copy| {
        weakened(copy);
        copy["id"] = "mine-2024".into();
    });
    let other = ["rules", "verify", "mine.json", "--promise", "INV-12"];
    assert_eq!(palermo_in(&folder, &other).code, 0);
    let against = palermo_in(&folder, &[&other[..], &["--against", "see-2002"]].concat());
    assert_eq!(against.code, 1);
    assert!(against.out.contains("held against see-2002 0.1.0: nothing that it gives may be lost"), "{}", against.out);
}

#[test]
fn what_is_published_says_so_and_a_copy_byte_for_byte_is_that() {
    let folder = scratch("verify-against-same");
    copy(&folder, "same.json", |_| {});
    for rules in ["see-2002", "same.json"] {
        let said = palermo_in(&folder, &["rules", "verify", rules, "--promise", "INV-12"]);
        assert_eq!(said.code, 0);
        assert!(said.out.starts_with("see-2002 0.1.0\nas published, byte for byte\nheld to"), "{}", said.out);
    }
    let both = palermo(&["rules", "verify", "see-2002+coe-2005", "--promise", "INV-12"]);
    assert!(both.out.starts_with("see-2002 0.1.0 with coe-2005 0.1.0\nas published, byte for byte\nheld to"), "{}", both.out);
    // Nothing was published of an overlay of somebody's own.
    assert_eq!(palermo_in(&folder, &["rules", "new", "overlay", "ruritania-2026"]).code, 0);
    let own = palermo_in(&folder, &["rules", "verify", "see-2002+ruritania-2026", "--promise", "INV-12"]);
    assert!(own.out.starts_with("see-2002 0.1.0 with ruritania-2026 0.1.0\nheld to"), "{}", own.out);
}

#[test]
fn a_copy_is_judged_by_what_it_changes() {
    let folder = scratch("verify-against-changes");
    let all = ["rules", "verify", "copy.json", "--promise", "INV-12", "--promise", "INV-13"];
    let said = |change: &dyn Fn(&mut Value)| {
        copy(&folder, "copy.json", |copy| change(copy));
        palermo_in(&folder, &all)
    };
    let words = said(&|copy| rule(copy, "assistance/shelter")["sentence"] = "A bed may be given.".into());
    assert_eq!(words.code, 1);
    assert!(words.out.contains("NOT AS PUBLISHED") && words.out.contains("Refuted: overlays-append-only\n"), "{}", words.out);
    let title = said(&|copy| copy["title"] = "Something else".into());
    assert_eq!(title.code, 0);
    assert!(title.out.contains("NOT AS PUBLISHED: ") && title.out.contains(HELD), "{}", title.out);
    let later = said(&|copy| {
        copy["version"] = "0.2.0".into();
        rule(copy, "assistance/shelter")["sentence"] = "Whoever is protected has a shelter.".into();
    });
    assert_eq!(later.code, 0);
    assert!(later.out.contains("held against see-2002 0.1.0, which is published"), "{}", later.out);
    assert!(later.out.contains("(INV-13): not about this rule set"), "{}", later.out);
    let later = said(&|copy| {
        copy["version"] = "0.2.0".into();
        weakened(copy);
    });
    assert_eq!(later.code, 1);
    assert!(later.out.contains("Refuted: overlays-only-strengthen\n"), "{}", later.out);
}

#[test]
fn a_copy_by_which_nobody_can_decide_is_told_with_all_that_is_wrong() {
    let folder = scratch("verify-against-unsound");
    copy(&folder, "copy.json", |copy| {
        copy["rules"].as_array_mut().expect("there are rules").retain(|rule| rule["id"] != "protection/no-deportation");
    });
    let said = palermo_in(&folder, &["rules", "verify", "copy.json"]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    let (head, _) = said.out.split_once("\n\n").expect("a head");
    assert!(head.contains("NOBODY CAN DECIDE BY THIS RULE SET: 3 errors\n  - /conduct/"), "{head}");
    assert_eq!(said.out.matches("no rule names this code").count(), 1, "what is wrong is told once: {}", said.out);
    assert!(said.out.contains("The rule protection/no-deportation of see-2002 0.1.0 is gone"), "{}", said.out);
    let one = palermo_in(&folder, &["rules", "verify", "copy.json", "--promise", "INV-01"]);
    assert_eq!(one.code, 3, "nothing is refuted, and nothing can be proved: the rule set is invalid");
    for arguments in [
        &["rules", "lint", "copy.json"][..],
        &["rules", "coverage", "copy.json"],
        &["rules", "diff", "see-2002", "copy.json"],
        &["rules", "diff", "copy.json", "see-2002"],
        &["rules", "verify", "see-2002", "--against", "copy.json"],
    ] {
        let said = palermo_in(&folder, arguments);
        assert_eq!((said.code, said.out.as_str()), (3, ""), "{arguments:?}");
        assert!(said.told().contains("`copy.json` is no valid rule set: 3 errors"), "{arguments:?}: {}", said.told());
    }
}

#[test]
fn a_copy_whose_facts_have_other_values_ends_in_a_sentence() {
    let folder = scratch("verify-against-facts");
    copy(&folder, "copy.json", |copy| {
        let facts = copy["facts"].as_array_mut().expect("there are facts");
        let documents = facts.iter_mut().find(|fact| fact["name"] == "documents").expect("the fact is there");
        documents["values"].as_array_mut().expect("it has values").push("lost".into());
    });
    let said = palermo_in(&folder, &["rules", "verify", "copy.json", "--promise", "INV-12"]);
    assert_eq!((said.code, said.err.as_str()), (6, ""), "{}", said.out);
    assert!(said.out.contains("the rule sets give the fact documents different values"), "{}", said.out);
    assert!(palermo_in(&folder, &["rules", "verify", "copy.json"]).out.contains("(INV-01): holds"));
}

#[test]
fn an_overlay_that_was_changed_is_held_against_the_published_one() {
    let folder = scratch("verify-against-overlay");
    let rules = copied(&folder, "coe-2005");
    let permit = rules.join("coe-2005/recovery-and-reflection-period.yaml");
    let text = fs::read_to_string(&permit).expect("the file is there");
    let (_, when) = text.split_once("\nwhen: ").expect("it has a condition");
    let (when, _) = when.split_once("\nthen:").expect("it gives something");
    let cases = text.split_once("\ncases:").expect("it has cases").1;
    edit(&permit, &format!("\ncases:{cases}"), "\ncases: []\n");
    edit(&permit, &format!("when: {when}\n"), "when: { all: [{ protected: true }, { testimony_wish: willing }] }\n");
    let only = ["--promise", "INV-12", "--promise", "INV-13"];
    let said = palermo_in(&folder, &[&["rules", "verify", "see-2002+./coe-2005"][..], &only].concat());
    assert_eq!((said.code, said.err.as_str()), (1, ""), "{}", said.told());
    assert!(said.out.contains("NOT AS PUBLISHED: the published see-2002 0.1.0 with coe-2005 0.1.0 says"), "{}", said.out);
    let owed: Vec<bool> = said
        .out
        .lines()
        .filter(|line| line.contains("| palermo evaluate"))
        .map(|line| replayed_in(&folder, line).contains("[entitlement:reflection-period-of-30-days:"))
        .collect();
    assert_eq!(owed, [true, false], "{}", said.out);
    // The published overlay on a standard that was changed is held against both as they were published.
    copy(&folder, "copy.json", weakened);
    let said = palermo_in(&folder, &[&["rules", "verify", "copy.json", "--overlay", "coe-2005"][..], &only].concat());
    assert_eq!(said.code, 1);
    assert!(said.out.contains("| palermo evaluate - --overlay coe-2005 --all\n"), "{}", said.out);
}

#[test]
fn a_folder_that_has_the_name_of_a_published_standard_is_not_taken_for_it_in_silence() {
    let folder = scratch("verify-against-name");
    let shelter = copied(&folder, "see-2002").join("assistance/shelter.yaml");
    edit(&shelter, "when: { protected: true }", "when: { all: [{ protected: true }, { testimony_wish: willing }] }");
    for command in [
        &["rules", "verify", "--promise", "INV-12", "see-2002"][..],
        &["rules", "lint", "see-2002"],
        &["rules", "diff", "see-2002", "see-2002"],
        &["rules", "list", "--standard", "see-2002"],
    ] {
        let said = palermo_in(&folder, command);
        assert_eq!(said.code, 0, "{command:?}: {}", said.err);
        assert!(said.told().contains("What stands here is not read; `./see-2002` names it."), "{command:?}: {}", said.err);
    }
    let said = palermo_in(&folder, &["rules", "verify", "./see-2002", "--promise", "INV-12"]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    assert!(said.out.contains("NOT AS PUBLISHED"), "{}", said.out);
}
