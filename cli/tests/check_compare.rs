//! Decisions are checked byte by byte, and two records or decisions of one case are compared.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use palermo::Standard;

fn scratch(name: &str, text: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path
}

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples").join(name)
}

fn decisions(name: &str) -> (String, String) {
    let standard = Standard::see_2002();
    let text = fs::read_to_string(example(name)).unwrap();
    let record = standard.read_json(&text).unwrap();
    (record.decision_json(), record.compact_json())
}

/// The exit code, standard output and standard error of the program.
fn palermo(arguments: &[&str], files: &[&Path]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_palermo")).args(arguments).args(files).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn check(decision: &str, file: &str) -> (i32, String, String) {
    palermo(&["check"], &[&scratch(file, decision), &example("bar-raid.json")])
}

#[test]
fn the_same_bytes_are_the_same_bytes() {
    let (full, compact) = decisions("bar-raid.json");
    for (number, decision) in [full.clone(), format!("{full}\n"), format!("{compact}\r\n")].iter().enumerate() {
        let (code, out, _) = check(decision, &format!("same-{number}.json"));
        assert_eq!((code, out.as_str()), (0, "the same bytes\n"));
    }
}

#[test]
fn other_spacing_is_not_canonical() {
    let (full, compact) = decisions("bar-raid.json");
    for (number, decision) in [full, compact].iter().enumerate() {
        let value: serde_json::Value = serde_json::from_str(decision).unwrap();
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        let (code, out, _) = check(&pretty, &format!("pretty-{number}.json"));
        assert_eq!(code, 1);
        assert!(out.contains("not written as canonical JSON"), "{out}");
    }
}

#[test]
fn what_was_tampered_with_is_named() {
    let (full, compact) = decisions("bar-raid.json");
    let standard = Standard::see_2002();
    for (number, (from, to, told)) in [
        ("\"status\":\"presumed\"", "\"status\":\"identified\"", "the status is"),
        ("\"version\":\"0.1.0\"", "\"version\":\"0.0.9\"", "another standard: the decision names see-2002 0.0.9"),
        (standard.digest(), "sha256:00", "see-2002 0.1.0 (sha256:00)"),
        (
            "{\"id\":\"entitlement:shelter\"",
            "{\"id\":\"entitlement:chelter\"",
            "missing from the decision: entitlement:shelter (",
        ),
        ("\"certainty\":\"planned\"", "\"certainty\":\"alleged\"", "pending conduct differ in their rules or particulars"),
        ("\"means\":\"open\"", "\"means\":\"established\"", "means: "),
        ("2D\",\"standard\"", "2E\",\"standard\"", "the reference is another"),
    ]
    .into_iter()
    .enumerate()
    {
        assert!(full.contains(from), "{from}");
        let (code, out, _) = check(&full.replacen(from, to, 1), &format!("tampered-{number}.json"));
        assert_eq!(code, 1);
        assert!(out.starts_with("not the same decision\n") && out.contains(told), "{told}: {out}");
    }
    let (code, out, _) = check(&compact.replacen("\"entitlement:shelter\",", "", 1), "tampered-compact.json");
    assert_eq!(code, 1);
    assert!(out.contains("missing from the decision: entitlement:shelter ("), "{out}");
}

#[test]
fn what_is_no_decision_is_not_repeated() {
    let (full, _) = decisions("bar-raid.json");
    let documents = [
        "{\"status\":\"Jane Doe\"}".to_string(),
        "{\"status\":\"presumed\",\"Jane Doe\":1}".to_string(),
        full.replacen("\"presumed\"", "\"Jane Doe\"", 1),
        "Jane Doe".to_string(),
        "{}".to_string(),
        "[1]".to_string(),
    ];
    for (number, document) in documents.iter().enumerate() {
        let (code, out, err) = check(document, &format!("no-decision-{number}.json"));
        assert_eq!((code, out.as_str()), (3, ""), "{document}");
        assert!(!err.contains("Jane"), "{err}");
    }
}

/// Every text of a document by its pointer.
fn texts(value: &serde_json::Value, pointer: &str, found: &mut Vec<String>) {
    match value {
        serde_json::Value::String(_) => found.push(pointer.to_string()),
        serde_json::Value::Array(entries) => {
            for (at, entry) in entries.iter().enumerate() {
                texts(entry, &format!("{pointer}/{at}"), found);
            }
        }
        serde_json::Value::Object(entries) => {
            for (key, entry) in entries {
                texts(entry, &format!("{pointer}/{key}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn names_planted_anywhere_in_a_decision_are_refused_by_their_place() {
    let (full, compact) = decisions("bar-raid.json");
    let mut planted = 0;
    for decision in [full, compact] {
        let value: serde_json::Value = serde_json::from_str(&decision).unwrap();
        let mut places = Vec::new();
        texts(&value, "", &mut places);
        // One of each kind of place: list entries beyond the second are like the others.
        places.retain(|place| place.split('/').all(|part| part.parse::<usize>().map_or(true, |at| at < 1)));
        for (at, place) in places.iter().enumerate() {
            let name = ["Maria Popescu passport 1234567", "Ivan Petrov", "Popescu-Maria-1984"][at % 3];
            for name in [name.to_string(), format!("entitlement:{name}"), format!("assistance/{name}")] {
                let mut changed = value.clone();
                *changed.pointer_mut(place).unwrap() = name.into();
                let file = scratch("planted.json", &changed.to_string());
                for arguments in [&["check"][..], &["compare"], &["compare", "--format", "json"]] {
                    let (code, out, err) = palermo(arguments, &[&file, &example("bar-raid.json")]);
                    assert_eq!((code, out.as_str()), (3, ""), "{place}: {arguments:?}");
                    for word in ["Maria", "Popescu", "1234567", "Ivan", "Petrov", "1984"] {
                        assert!(!err.contains(word), "{place}: {err}");
                    }
                }
                planted += 1;
            }
        }
    }
    assert!(planted > 60, "{planted}");
    // A place is named.
    let (full, _) = decisions("bar-raid.json");
    let (_, _, err) = check(&full.replacen("\"entitlement:safe-space\"", "\"Ivan Petrov\"", 1), "planted-place.json");
    assert!(err.contains("conclusions/5/id"), "{err}");
}

#[test]
fn ids_that_the_standard_does_not_have_are_not_repeated() {
    let (full, _) = decisions("bar-raid.json");
    let other = full
        .replace("entitlement:safe-space", "entitlement:ivan-petrov")
        .replace("\"arrested_or_detained_for_situation\"", "\"maria_popescu\"");
    let file = scratch("other-ids.json", &other);
    for command in ["check", "compare"] {
        let (code, out, err) = palermo(&[command], &[&file, &example("bar-raid.json")]);
        assert_eq!((code, err.as_str()), (1, ""), "{out}");
        assert!(!out.contains("ivan") && !out.contains("maria"), "{out}");
        let words = out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("a conclusion that this standard does not have"), "{out}");
        assert!(words.contains("conduct that this standard does not have"), "{out}");
    }
}

#[test]
fn warnings_stand_in_json_where_there_are_any() {
    let (full, _) = decisions("bar-raid.json");
    let other = full.replacen("2D\",\"standard\"", "2E\",\"standard\"", 1).replacen("\"0.1.0\"", "\"0.0.9\"", 1);
    let files = [scratch("warned-old.json", &full), scratch("warned-new.json", &other)];
    let (_, out, err) = palermo(&["compare", "--format", "json"], &[&files[0], &files[1]]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let warnings = json["warnings"].as_array().unwrap();
    assert_eq!((warnings.len(), err.lines().count()), (2, 2), "{out}");
    assert!(warnings[0].as_str().unwrap().contains("different references"), "{out}");
    let (_, out, _) = palermo(&["compare", "--format", "json"], &[&files[0], &files[0]]);
    assert!(!out.contains("warnings"), "{out}");
}

#[test]
fn later_facts_explain_what_was_gained_and_lost() {
    let files = [example("bar-raid.json"), example("bar-raid-later.json")];
    let (code, out, err) = palermo(&["compare", "--format", "json"], &[&files[0], &files[1]]);
    assert_eq!((code, err.as_str()), (1, ""));
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["status"], serde_json::json!({ "old": "presumed", "new": "identified" }));
    let has = |key: &str, id: &str| json[key].as_array().unwrap().iter().any(|entry| entry == id);
    assert!(has("gained", "obligation:recognise-as-trafficked"));
    assert!(has("lost", "refer:safe-place"));
    assert!(!has("lost", "entitlement:shelter") && !has("gained", "entitlement:shelter"));
    assert_eq!(json["pending"]["gone"][0]["code"], "deported");
    let because = json["because"].as_array().unwrap();
    let facts = |id: &str| {
        let entry = because.iter().find(|entry| entry["conclusion"] == id).unwrap();
        entry["facts"].as_array().unwrap().iter().map(|fact| fact.as_str().unwrap().to_string()).collect::<Vec<_>>()
    };
    let elements = [
        "act_recruited",
        "act_transported",
        "ctrl_confined",
        "ctrl_debt_used",
        "means_fraud_or_deception",
        "purpose_sexual_exploitation",
    ];
    assert_eq!(facts("status"), elements);
    assert_eq!(facts("refer:safe-place"), ["safe_space_given"]);
    // Everything that was gained or lost is explained, and only by facts that changed.
    for entry in because {
        assert!(!entry["facts"].as_array().unwrap().is_empty(), "{entry}");
        assert!(
            !entry["facts"].as_array().unwrap().iter().any(|fact| fact == "documents" || fact == "contact_channel"),
            "{entry}"
        );
    }

    let (code, out, _) = palermo(&["compare"], &[&files[0], &files[1]]);
    assert_eq!(code, 1);
    for words in
        ["Presumed to be trafficked → Identified as trafficked", "Lost (", "Gained (", "Safe place to think was given: No → Yes"]
    {
        assert!(out.contains(words), "{out}");
    }
    assert!(!out.contains("safe_space_given") && !out.contains("entitlement:"), "{out}");
}

#[test]
fn nothing_changed_nothing_lost() {
    let file = example("bar-raid.json");
    let (code, out, _) = palermo(&["compare"], &[&file, &file]);
    assert_eq!(code, 0);
    assert_eq!(out.lines().count(), 1, "{out}");
}

#[test]
fn decisions_are_compared_without_reasons() {
    let (full, _) = decisions("bar-raid.json");
    let (_, compact) = decisions("bar-raid-later.json");
    let (full, compact) = (scratch("old-full.json", &full), scratch("new-compact.json", &compact));
    let (code, out, _) = palermo(&["compare", "--format", "json"], &[&full, &compact]);
    assert_eq!(code, 1);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert!(json["because"].as_array().unwrap().is_empty() && json.get("pending").is_none());
    // A record and its own decision do not differ.
    let (code, out, _) = palermo(&["compare"], &[&full, &example("bar-raid.json")]);
    assert_eq!((code, out.lines().count()), (0, 1), "{out}");
}

#[test]
fn a_protection_that_is_lost_says_so() {
    let danger = "{\"reference\":\"01JD8Z3V7Q4M2K9X5T6R0B1C2D\",\"facts\":{\"ctrl_confined\":true,\"age_years\":16}}";
    let later = "{\"reference\":\"01JD8Z3V7Q4M2K9X5T6R0B1C2E\",\"facts\":{\"ctrl_confined\":null,\"age_years\":17},\"declined\":[\"ctrl_confined\"]}";
    let later = later.replace("\"ctrl_confined\":null,", "");
    let (old, new) = (scratch("lost-old.json", danger), scratch("lost-new.json", &later));
    let (code, out, _) = palermo(&["compare"], &[&old, &new]);
    assert_eq!(code, 1);
    assert!(out.starts_with("Warning: the two have different references"), "{out}");
    assert!(out.contains("Locked in, guarded or never out alone: Yes → Prefers not to be asked"), "{out}");
    assert!(!out.contains("Age in years"), "a birthday below 18 changes nothing: {out}");
    let (code, _, _) = palermo(&["compare"], &[&new, &old]);
    assert!(code == 0 || code == 1);
}

#[test]
fn an_invalid_record_is_told_as_such() {
    let bad = scratch("bad-record.json", "{\"facts\":{\"ctrl_confined\":\"Jane Doe\"}}");
    let (code, _, err) = palermo(&["compare"], &[&bad, &example("bar-raid.json")]);
    assert_eq!(code, 3);
    assert!(err.contains("/facts/ctrl_confined") && !err.contains("Jane"), "{err}");
}
