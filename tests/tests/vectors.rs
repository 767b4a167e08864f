//! The engine makes of every vector in `tests/vectors` what it has to, embedded and loaded, and the files are what their
//! README promises to whoever writes a runner.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    sync::LazyLock,
};

use palermo::{About, ErrorCode, Expected, IntakeRecord, Problem, RecordErrors, Standard, ValidationReport};
use palermo_tests::{slow::SlowEvaluator, workspace};
use serde_json::Value;

const FILES: [&str; 7] = ["examples", "rules", "statuses", "conduct", "reports", "decisive", "refused"];

static CORPUS: LazyLock<BTreeMap<&str, Value>> = LazyLock::new(|| FILES.into_iter().map(|name| (name, file(name))).collect());

fn text(name: &str) -> String {
    fs::read_to_string(workspace::root().join("tests/vectors").join(name)).unwrap()
}

fn file(name: &str) -> Value {
    serde_json::from_str(&text(&format!("{name}.json"))).unwrap()
}

/// Every vector of every file.
fn vectors() -> impl Iterator<Item = &'static Value> {
    CORPUS.values().flat_map(|file| file["vectors"].as_array().unwrap())
}

fn id(vector: &Value) -> &str {
    vector["id"].as_str().unwrap()
}

fn has_flag(vector: &Value, flag: &str) -> bool {
    vector["flags"].as_array().unwrap().iter().any(|known| known == flag)
}

/// The text that a vector hands over.
fn record(vector: &Value) -> String {
    match (&vector["record"], &vector["record_parts"]) {
        (Value::String(text), Value::Null) => text.clone(),
        (Value::Null, Value::Array(parts)) => {
            let part = |part: &Value| part["text"].as_str().unwrap().repeat(part["times"].as_u64().unwrap().try_into().unwrap());
            parts.iter().map(part).collect()
        }
        _ => panic!("{}: either `record` or `record_parts`", id(vector)),
    }
}

/// Paths and codes of a list of the file.
fn remarks(list: &Value) -> Vec<(String, String)> {
    let remark = |remark: &Value| (remark["path"].as_str().unwrap().into(), remark["code"].as_str().unwrap().into());
    list.as_array().unwrap().iter().map(remark).collect()
}

/// Paths and codes of what the engine says.
fn said(problems: Vec<Problem>) -> Vec<(String, String)> {
    problems.into_iter().map(|problem| (problem.path, problem.code)).collect()
}

/// Whether the vector expects this text; a member that is not there expects nothing.
fn compare(vector: &Value, member: &str, way: &str, actual: impl FnOnce() -> String, wrong: &mut Vec<String>) {
    let Some(expected) = vector[member].as_str() else { return };
    let actual = actual();
    if expected == actual {
        return;
    }
    let place = expected.bytes().zip(actual.bytes()).take_while(|(expected, actual)| expected == actual).count();
    let around = |text: &str| {
        String::from_utf8_lossy(text.as_bytes().get(place.saturating_sub(20)..).unwrap_or_default())
            .chars()
            .take(60)
            .collect::<String>()
    };
    wrong.push(format!(
        "{}: {member} ({way}) differs from byte {place} on\n  expected …{}\n  actual   …{}",
        id(vector),
        around(expected),
        around(&actual)
    ));
}

fn compare_remarks(vector: &Value, member: &str, way: &str, expected: &Value, actual: Vec<Problem>, wrong: &mut Vec<String>) {
    let (expected, actual) = (remarks(expected), said(actual));
    let place = expected.iter().zip(&actual).take_while(|(expected, actual)| expected == actual).count();
    if expected != actual {
        let (expected, actual) = (expected.get(place), actual.get(place));
        wrong.push(format!("{}: {member} ({way}) differ from {place} on: expected {expected:?}, actual {actual:?}", id(vector)));
    }
}

/// Holds one standard against one vector.
fn run(standard: &Standard, way: &str, vector: &Value, wrong: &mut Vec<String>) {
    let text = record(vector);
    let report = ValidationReport::from(standard.read_json(&text));
    if let Some(errors) = vector.get("errors") {
        let problems = standard.evaluate_json(&text).err().map(|errors| errors.problems()).unwrap_or_default();
        compare_remarks(vector, "errors", way, errors, problems, wrong);
        compare_remarks(vector, "errors of the report", way, errors, report.errors, wrong);
        return;
    }
    let checked = match standard.read_json(&text) {
        Ok(checked) => checked,
        Err(errors) => return wrong.push(format!("{}: refused ({way}): {errors}", id(vector))),
    };
    compare(vector, "decision", way, || standard.evaluate_json(&text).unwrap(), wrong);
    compare(vector, "decision", &format!("{way}, plain data"), || serde_json::to_string(&checked.decision()).unwrap(), wrong);
    compare(vector, "compact", way, || checked.compact_json(), wrong);
    let explain = || serde_json::to_string(&checked.explain(vector["subject"].as_str().unwrap()).unwrap()).unwrap();
    compare(vector, "explanation", way, explain, wrong);
    compare(vector, "status_questions", way, || serde_json::to_string(&checked.questions(About::Status)).unwrap(), wrong);
    if let Some(expected) = vector.get("report") {
        assert!(report.errors.is_empty(), "{}", id(vector));
        compare_remarks(vector, "warnings", way, &expected["warnings"], report.warnings, wrong);
        compare_remarks(vector, "advice", way, &expected["advice"], report.advice, wrong);
    }
    // The record as plain data takes another way in.
    let plain: IntakeRecord = serde_json::from_str(&text).unwrap();
    let way = format!("{way}, plain record");
    let plain = standard.check(&plain).unwrap();
    compare(vector, "decision", &way, || plain.decision_json(), wrong);
    compare(vector, "compact", &way, || plain.compact_json(), wrong);
}

fn run_all(standard: &Standard, way: &str) {
    let mut wrong = Vec::new();
    vectors().for_each(|vector| run(standard, way, vector, &mut wrong));
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_embedded_standard_makes_of_every_vector_what_it_has_to() {
    run_all(&Standard::see_2002(), "embedded");
}

#[test]
fn the_loaded_standard_makes_of_every_vector_what_it_has_to() {
    run_all(&Standard::from_json(palermo_rules::SEE_2002_JSON).unwrap(), "loaded");
}

#[test]
fn the_vectors_are_of_the_embedded_standard() {
    let identity = serde_json::to_value(Standard::see_2002().identity()).unwrap();
    for (name, file) in &*CORPUS {
        assert_eq!(file["standard"], identity, "{name}");
    }
}

#[test]
fn every_file_is_as_the_schema_says_and_ascii() {
    let schema: Value = serde_json::from_str(&text("schema.json")).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    for (name, file) in &*CORPUS {
        let wrong: Vec<String> = validator.iter_errors(file).take(3).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{name}: {wrong:?}");
        assert!(text(&format!("{name}.json")).is_ascii(), "{name} is ASCII alone");
        let mut with_more = file.clone();
        with_more["vectors"][0]["message"] = "x".into();
        assert!(!validator.is_valid(&with_more), "{name}: an unknown member is refused");
        let mut of_both = file.clone();
        of_both["vectors"][0]["errors"] = serde_json::json!([{"path": "", "code": "too_large"}]);
        of_both["vectors"][0]["decision"] = "{}".into();
        assert!(!validator.is_valid(&of_both), "{name}: what is refused has no decision");
    }
    let folder = fs::read_dir(workspace::root().join("tests/vectors")).unwrap();
    let names: BTreeSet<String> = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let expected =
        FILES.map(|name| format!("{name}.json")).into_iter().chain(["README.md", "ids.txt", "schema.json"].map(String::from));
    assert_eq!(names, expected.collect(), "no file stands there that nobody runs");
}

#[test]
fn the_table_of_the_readme_says_how_many_vectors_there_are() {
    let readme = text("README.md");
    for (name, file) in &*CORPUS {
        let row = format!("| `{name}.json` | {} |", file["count"]);
        assert!(readme.contains(&row), "{row}");
    }
}

#[test]
fn counts_are_right_and_ids_are_used_once_and_listed() {
    let list = text("ids.txt");
    let listed: BTreeSet<&str> = list.lines().filter(|line| !line.starts_with(['#', 'w'])).collect();
    let withdrawn: BTreeSet<&str> = list.lines().filter_map(|line| line.strip_prefix("withdrawn ")).collect();
    let mut seen = BTreeSet::new();
    for (name, file) in &*CORPUS {
        assert_eq!(file["count"].as_u64(), Some(file["vectors"].as_array().unwrap().len() as u64), "{name}");
    }
    for vector in vectors() {
        assert!(seen.insert(id(vector)), "two vectors are called {}", id(vector));
    }
    assert_eq!(seen, listed);
    assert!(seen.is_disjoint(&withdrawn));
}

#[test]
fn every_flag_is_explained_and_every_explained_flag_is_used() {
    for (name, file) in &*CORPUS {
        let explained: BTreeSet<&str> = file["flags"].as_object().unwrap().keys().map(String::as_str).collect();
        let vectors = file["vectors"].as_array().unwrap();
        let flags = vectors.iter().flat_map(|vector| vector["flags"].as_array().unwrap());
        let used: BTreeSet<&str> = flags.map(|flag| flag.as_str().unwrap()).collect();
        assert_eq!(explained, used, "{name}");
    }
}

/// Every kind of error.
fn error_codes() -> Vec<&'static str> {
    let name = None;
    let all = [
        ErrorCode::InvalidJson { line: 1, column: 1 },
        ErrorCode::TooLarge { limit: 1 },
        ErrorCode::TooManyErrors { limit: 1 },
        ErrorCode::TooDeep { limit: 1 },
        ErrorCode::WrongType { expected: Expected::Word },
        ErrorCode::NotWhole,
        ErrorCode::OutOfRange { from: 0, to: 1 },
        ErrorCode::UnknownValue { accepted: Vec::new() },
        ErrorCode::UnknownKey { nearest: name.clone() },
        ErrorCode::DuplicateKey,
        ErrorCode::UnknownFact { nearest: name.clone() },
        ErrorCode::DerivedFact,
        ErrorCode::UnknownConduct { nearest: name },
        ErrorCode::MissingKey,
        ErrorCode::InvalidReference,
        ErrorCode::DeclinedAndGiven,
    ];
    all.iter().map(ErrorCode::as_str).collect()
}

/// The words between quotation marks behind a sign, in a source file of the crate.
fn words_behind(source: &str, sign: &str) -> BTreeSet<String> {
    let source = fs::read_to_string(workspace::root().join("core/src").join(source)).unwrap();
    source.split(sign).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn every_error_every_warning_and_every_advice_occurs() {
    let codes = |list: &Value| remarks(list).into_iter().map(|(_, code)| code).collect::<Vec<_>>();
    let errors: BTreeSet<String> = vectors().filter_map(|vector| vector.get("errors")).flat_map(codes).collect();
    let known: BTreeSet<String> = error_codes().into_iter().map(String::from).collect();
    // The enumeration can grow and has no list of its own, so the one above is held against the words in its source.
    assert_eq!(
        known,
        words_behind("record/error.rs", "=> \"").into_iter().filter(|word| is_code(word)).collect(),
        "the list above is whole"
    );
    assert_eq!(errors, known, "every kind of error is in refused.json");

    let reports = vectors().filter_map(|vector| vector.get("report"));
    let said: BTreeSet<String> =
        reports.flat_map(|report| [codes(&report["warnings"]), codes(&report["advice"])].concat()).collect();
    assert_eq!(said, words_behind("validate.rs", "code: \""), "every warning and advice is in reports.json");
}

fn is_code(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// The decisions and explanations of all vectors, as JSON.
fn parsed(member: &str) -> impl Iterator<Item = Value> {
    vectors().filter_map(move |vector| vector[member].as_str()).map(|text| serde_json::from_str(text).unwrap())
}

fn strings(list: &Value, member: &str) -> Vec<String> {
    list.as_array().unwrap().iter().map(|item| item[member].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_rule_fires_in_its_vector() {
    let slow = SlowEvaluator::new();
    let by_id: BTreeMap<&str, &Value> = vectors().map(|vector| (id(vector), vector)).collect();
    for rule in slow.rules() {
        let vector = by_id[format!("rule/{}", rule.id).as_str()];
        let record: Value = serde_json::from_str(&record(vector)).unwrap();
        assert!(slow.fired_rules(&record).contains(&rule.id), "{}", rule.id);
        let decided = by_id.values().any(|other| other["record"] == vector["record"] && other["decision"].is_string());
        assert!(decided, "the decision about the record of {} stands in some vector", rule.id);
    }
}

#[test]
fn every_conclusion_is_explained_and_many_that_do_not_hold() {
    let explained: Vec<Value> = parsed("explanation").collect();
    let that = |holds: bool| -> BTreeSet<String> {
        let those = explained.iter().filter(|explanation| explanation["holds"] == holds);
        those.map(|explanation| explanation["conclusion"].as_str().unwrap().to_owned()).collect()
    };
    let standard = Standard::see_2002();
    let explained_where_it_holds = that(true);
    let missing: Vec<&str> = standard.conclusions().filter(|id| !explained_where_it_holds.contains(*id)).collect();
    assert!(missing.is_empty(), "every conclusion is explained where it holds, but for {missing:?}");
    assert!(that(false).len() > 5, "{:?}", that(false));
    for vector in vectors().filter(|vector| vector["explanation"].is_string()) {
        let holds = vector["explanation"].as_str().unwrap().contains("\"holds\":true");
        assert_ne!(has_flag(vector, "does_not_hold"), holds, "{}", id(vector));
    }
}

#[test]
fn every_word_of_a_decision_occurs() {
    let decisions: Vec<Value> = parsed("decision").collect();
    let words = |pointer: &str| -> BTreeSet<String> {
        decisions.iter().map(|decision| decision.pointer(pointer).unwrap().as_str().unwrap().to_owned()).collect()
    };
    let set = |words: &[&str]| -> BTreeSet<String> { words.iter().map(|word| (*word).to_owned()).collect() };
    assert_eq!(words("/status"), set(&["identified", "presumed", "undetermined", "not_established"]));
    for element in ["act", "means", "purpose"] {
        assert_eq!(words(&format!("/elements/{element}")), set(&["established", "open", "not_met"]), "{element}");
    }
    assert_eq!(words("/child"), set(&["child", "presumed_child", "adult", "unknown"]));
    assert_eq!(words("/child_when_trafficked"), set(&["yes", "no", "unknown"]));

    let standard = Standard::see_2002();
    let conclusions: BTreeSet<String> = decisions.iter().flat_map(|decision| strings(&decision["conclusions"], "id")).collect();
    assert_eq!(conclusions, standard.conclusions().map(String::from).collect(), "every conclusion");
    let asked: BTreeSet<String> = decisions.iter().flat_map(|decision| strings(&decision["questions"], "fact")).collect();
    let all: BTreeSet<String> = standard.fact_names().map(String::from).collect();
    assert!(asked.is_subset(&all) && asked.len() > 50, "most facts are asked");
}

#[test]
fn every_conduct_code_occurs_as_what_it_can_be() {
    let standard = Standard::see_2002();
    let codes: BTreeSet<String> = standard.conduct_codes().map(String::from).collect();
    let listed = |list: &str, certainty: &str| -> BTreeSet<String> {
        let decisions = parsed("decision");
        let of = |decision: Value| decision[list].as_array().unwrap().clone();
        let entries = decisions.flat_map(of).filter(|entry| certainty.is_empty() || entry["certainty"] == certainty);
        entries.map(|entry| entry["code"].as_str().unwrap().to_owned()).collect()
    };
    let either = &listed("violations", "") | &listed("pending", "");
    assert_eq!(either, codes, "every code is a violation or pending somewhere");
    assert_eq!(
        listed("violations", "established").union(&listed("violations", "alleged")).count(),
        codes.len(),
        "every code is a violation"
    );
    assert!(listed("pending", "planned").len() * 2 > codes.len(), "most codes are pending somewhere");

    let mut said = BTreeSet::new();
    for vector in vectors().filter(|vector| vector.get("errors").is_none()) {
        let record: Value = serde_json::from_str(&record(vector)).unwrap();
        for event in record["conduct"].as_array().into_iter().flatten() {
            said.insert(format!("{} {}", event["code"].as_str().unwrap(), event["certainty"].as_str().unwrap()));
            said.extend(event["actor"].as_str().map(String::from));
        }
    }
    for code in &codes {
        for certainty in ["established", "alleged", "planned", "ruled_out"] {
            assert!(said.contains(&format!("{code} {certainty}")), "{code} is {certainty} in some record");
        }
    }
    for actor in palermo::Actor::ALL {
        assert!(said.contains(actor.as_str()), "{actor}");
    }
}

#[test]
fn what_is_not_for_the_text_alone_is_the_same_when_it_is_read_and_written_again() {
    let standard = Standard::see_2002();
    let problems = |result: Result<String, RecordErrors>| result.err().map(|errors| said(errors.problems())).unwrap_or_default();
    for vector in vectors().filter(|vector| !has_flag(vector, "text_only")) {
        let text = record(vector);
        // A value of `serde_json` sorts its keys, so the order of the errors is not looked at.
        let again = serde_json::from_str::<Value>(&text).unwrap().to_string();
        if let Some(errors) = vector.get("errors") {
            let sorted = |mut list: Vec<(String, String)>| {
                for (path, _) in &mut list {
                    *path = path.split('#').next().unwrap().to_owned();
                }
                list.sort();
                list
            };
            assert_eq!(sorted(problems(standard.evaluate_json(&again))), sorted(remarks(errors)), "{}", id(vector));
        } else {
            assert_eq!(standard.evaluate_json(&again).unwrap(), standard.evaluate_json(&text).unwrap(), "{}", id(vector));
        }
    }
}
