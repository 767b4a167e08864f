//! All errors of a record at once, in the order of the document: examples by hand, each with its whole list.
#![allow(clippy::panic, reason = "a test stops at the first surprise")]

use std::sync::LazyLock;

use palermo::{MAX_RECORD_BYTES, Problem, Standard};

static STANDARD: LazyLock<Standard> = LazyLock::new(Standard::see_2002);

/// What is wrong with a text; nothing where it is a record.
fn problems(bytes: &[u8]) -> Vec<Problem> {
    STANDARD.read_json_bytes(bytes).map_or_else(|errors| errors.problems(), |_| Vec::new())
}

/// The paths and codes of all errors of a text, `path code` each; none where it is a record.
fn errors(text: &str) -> Vec<String> {
    problems(text.as_bytes()).iter().map(|problem| format!("{} {}", problem.path, problem.code)).collect()
}

#[test]
fn a_record_may_be_empty_null_under_every_key_or_say_unknown() {
    for text in [
        "{}",
        " \r\n\t{ } \n",
        r#"{"reference":null,"facts":null,"declined":null,"conduct":null}"#,
        r#"{"facts":{},"declined":[],"conduct":[]}"#,
        r#"{"facts":{"documents":"unknown","age_years":null,"time_given":null}}"#,
        r#"{"declined":["documents","documents"],"facts":{"documents":"unknown"}}"#,
        r#"{"conduct":[{"code":"deported","actor":null,"certainty":"planned"},{"certainty":"alleged","code":"deported"}]}"#,
        r#"{"reference":"01jd8z3v7q4m2k9x5t6r0b1c2d","facts":{"age_years":120}}"#,
        r#"{"facts":{"age_\u0079ears":0}}"#,
    ] {
        assert_eq!(errors(text), [""; 0], "{text}");
    }
}

#[test]
fn facts_are_checked_one_by_one_in_the_order_of_the_document() {
    let text = r#"{"facts":{
        "age_yaers": 16, "Maria Petrova": true, "protected": true, "time_given": "yes", "safe_space_given": "unknown",
        "age_years": 16.0, "documents": "passport", "return_wish": 3, "rights_explained": null, "age_doubt": [true],
        "rights_explained": true, "majority_when_trafficked": false, "age_when_trafficked": "unknown"
    }}"#;
    assert_eq!(
        errors(text),
        [
            "/facts/age_yaers unknown_fact",
            "/facts/#1 unknown_fact",
            "/facts/protected derived_fact",
            "/facts/time_given wrong_type",
            "/facts/safe_space_given wrong_type",
            "/facts/age_years not_whole",
            "/facts/documents unknown_value",
            "/facts/return_wish wrong_type",
            "/facts/age_doubt wrong_type",
            "/facts/rights_explained duplicate_key",
            "/facts/majority_when_trafficked wrong_type",
            "/facts/age_when_trafficked wrong_type",
        ]
    );
}

#[test]
fn keys_of_the_record_are_checked_in_the_order_of_the_document() {
    let text = r#"{"refrence":null,"name":"Maria","reference":"case 17","facts":[],"declined":{},"conduct":null,"facts":{"age_years":"x"},"conduct":[7]}"#;
    assert_eq!(
        errors(text),
        [
            "/refrence unknown_key",
            "/#1 unknown_key",
            "/reference invalid_reference",
            "/facts wrong_type",
            "/declined wrong_type",
            "/facts duplicate_key",
            "/conduct duplicate_key",
        ]
    );
    assert_eq!(errors(r#"{"reference":17}"#), ["/reference wrong_type"]);
}

#[test]
fn a_declined_fact_with_a_value_is_named_where_it_is_declined() {
    let before =
        r#"{"declined":["age_years","documents","age_years","protected","Maria",7,null],"facts":{"age_years":16,"majority":1}}"#;
    assert_eq!(
        errors(before),
        [
            "/declined/0 declined_and_given",
            "/declined/2 declined_and_given",
            "/declined/3 derived_fact",
            "/declined/4 unknown_fact",
            "/declined/5 wrong_type",
            "/declined/6 wrong_type",
            "/facts/majority wrong_type",
        ]
    );
    let behind = r#"{"facts":{"age_years":16},"declined":["documents","age_years"],"name":1}"#;
    assert_eq!(errors(behind), ["/declined/1 declined_and_given", "/#2 unknown_key"]);
}

#[test]
fn every_event_of_conduct_is_checked() {
    let text = r#"{"conduct":[
        {"actor":"police","certainty":"established"},
        {"code":"deported","certainty":"certain"},
        {"code":"deported","actor":null,"certainty":"planned"},
        {"code":"deported","actor":"mayor","certainty":null},
        {"code":"deprted","certainty":"alleged","note":"x"},
        {"code":"something else","certainty":"alleged"},
        null, "deported", [],
        {"code":3,"cod":"x","code":"deported"},
        {}
    ]}"#;
    assert_eq!(
        errors(text),
        [
            "/conduct/0/code missing_key",
            "/conduct/1/certainty unknown_value",
            "/conduct/3/actor unknown_value",
            "/conduct/3/certainty wrong_type",
            "/conduct/4/code unknown_conduct",
            "/conduct/4/#2 unknown_key",
            "/conduct/5/code unknown_conduct",
            "/conduct/6 wrong_type",
            "/conduct/7 wrong_type",
            "/conduct/8 wrong_type",
            "/conduct/9/code wrong_type",
            "/conduct/9/#1 unknown_key",
            "/conduct/9/code duplicate_key",
            "/conduct/9/certainty missing_key",
            "/conduct/10/code missing_key",
            "/conduct/10/certainty missing_key",
        ]
    );
}

#[test]
fn an_age_is_written_in_plain_digits() {
    let huge = "1".repeat(400);
    for (number, code) in [
        ("16.0", "not_whole"),
        ("1e1", "not_whole"),
        ("1E+1", "not_whole"),
        ("-0", "not_whole"),
        ("-1", "not_whole"),
        ("1e999", "not_whole"),
        ("-1e-999", "not_whole"),
        ("121", "out_of_range"),
        ("4294967312", "out_of_range"),
        (huge.as_str(), "out_of_range"),
        ("\"16\"", "wrong_type"),
        ("true", "wrong_type"),
    ] {
        assert_eq!(
            errors(&format!("{{\"facts\":{{\"age_years\":{number}}}}}")),
            [format!("/facts/age_years {code}")],
            "{number}"
        );
    }
    for number in ["0", "16", "120"] {
        assert_eq!(errors(&format!("{{\"facts\":{{\"age_years\":{number}}}}}")), [""; 0], "{number}");
    }
}

#[test]
fn numbers_that_no_type_holds_are_errors_of_their_place_wherever_they_stand() {
    for number in ["1e999", "-1e999", "123456789012345678901234567890", "1e-999"] {
        for (text, error) in [
            (format!("{{\"facts\":{number}}}"), "/facts wrong_type"),
            (format!("{{\"declined\":{number}}}"), "/declined wrong_type"),
            (format!("{{\"declined\":[{number}]}}"), "/declined/0 wrong_type"),
            (format!("{{\"conduct\":{number}}}"), "/conduct wrong_type"),
            (format!("{{\"conduct\":[{number}]}}"), "/conduct/0 wrong_type"),
            (format!("{{\"conduct\":[{{\"code\":{number},\"certainty\":\"planned\"}}]}}"), "/conduct/0/code wrong_type"),
            (format!("{{\"name\":{number}}}"), "/#0 unknown_key"),
            (format!("{{\"facts\":{{\"time_given\":{number}}}}}"), "/facts/time_given wrong_type"),
            (number.to_owned(), " wrong_type"),
        ] {
            assert_eq!(errors(&text), [error], "{text}");
        }
    }
}

#[test]
fn what_is_no_object_is_no_record() {
    for text in ["null", "true", "17", "\"Maria\"", "[]", "[{}]"] {
        assert_eq!(errors(text), [" wrong_type"], "{text}");
    }
}

#[test]
fn only_broken_json_stops_and_what_was_found_before_is_still_said() {
    for text in
        ["", "  ", "{", "{\"facts\":}", "{'facts':{}}", "\u{feff}{}", "{}{}", "{} x", "{\"facts\":{\"age_years\":016}}", "\u{0}"]
    {
        assert_eq!(errors(text), [" invalid_json"], "{text:?}");
    }
    assert_eq!(
        errors("{\"facts\":{\"age_years\":\"x\",\n\"documents\":valid}}"),
        ["/facts/age_years wrong_type", " invalid_json"]
    );
    let at = |bytes: &[u8]| problems(bytes).into_iter().map(|problem| problem.message).collect::<String>();
    assert!(at(b"{\n  \"facts\": {,}").contains("line 2, column 13"), "{}", at(b"{\n  \"facts\": {,}"));
    assert!(at(b"{\"facts\":\n{\"a\xff\":1}}").contains("line 2, column 4"), "{}", at(b"{\"facts\":\n{\"a\xff\":1}}"));
}

#[test]
fn a_half_of_a_surrogate_pair_is_no_word_and_no_name() {
    assert_eq!(errors(r#"{"facts":{"documents":"\ud800"}}"#), ["/facts/documents unknown_value"]);
    assert_eq!(errors(r#"{"declined":["\ud800"]}"#), ["/declined/0 unknown_fact"]);
    assert_eq!(errors(r#"{"reference":"\udfff"}"#), ["/reference invalid_reference"]);
    // As a key, the JSON reader cannot give it a name at all.
    assert_eq!(errors(r#"{"facts":{"\ud800":true}}"#), [" invalid_json"]);
}

#[test]
fn a_value_that_is_nested_too_deep_is_called_that() {
    let nested = |depth: usize| format!("{{\"facts\":{{\"age_years\":{}{}}}}}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(errors(&nested(32)), ["/facts/age_years wrong_type"]);
    assert_eq!(errors(&nested(33)), ["/facts/age_years too_deep"]);
    assert_eq!(errors(&nested(5_000)), ["/facts/age_years too_deep"]);
}

#[test]
fn a_record_of_more_than_a_mebibyte_is_too_large() {
    let padded = |length: usize| format!("{{{}}}", " ".repeat(length - 2));
    assert_eq!(errors(&padded(MAX_RECORD_BYTES)), [""; 0]);
    assert_eq!(errors(&padded(MAX_RECORD_BYTES + 1)), [" too_large"]);
}

#[test]
fn a_near_name_is_suggested_and_a_far_one_is_shown_by_its_position_only() {
    let text =
        r#"{"facts":{"act_recuited":true,"Act recruited by Maria":true},"conduct":[{"code":"deporte","certainty":"planned"}]}"#;
    let problems = problems(text.as_bytes());
    let help: Vec<&str> = problems.iter().map(|problem| problem.help.as_str()).collect();
    let [recruited, far, deported] = help.as_slice() else { panic!("{problems:?}") };
    assert_eq!(*recruited, "did you mean `act_recruited`?");
    assert_eq!(*deported, "did you mean `deported`?");
    assert!(!far.contains("did you mean"), "{far}");
    assert_eq!(problems.get(1).map(|problem| problem.path.as_str()), Some("/facts/#1"));
}
