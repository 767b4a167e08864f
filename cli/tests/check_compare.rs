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
        ("\"means\":\"open\"", "\"means\":\"established\"", "Means"),
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
    let (code, out, _) = check(&full.replacen("\"entitlement:shelter\"", "\"Jane Doe\"", 1), "strange-id.json");
    assert_eq!(code, 1);
    assert!(out.contains("entitlement:shelter") && !out.contains("Jane"), "{out}");
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
