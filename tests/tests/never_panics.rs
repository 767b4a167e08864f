//! Whatever comes in as a record, nothing panics: arbitrary bytes, soups of tokens, mutated examples. Every error says
//! where, what, why and what to do, and what the record holds is never echoed.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::{fs, sync::LazyLock};

use palermo::{About, Certainty, ConductEvent, FactValue, IntakeRecord, RecordErrors, Standard, ValidationReport};
use palermo_tests::workspace;
use proptest::{
    collection::vec,
    prelude::{ProptestConfig, Strategy, any, prop_oneof},
    proptest,
};
use serde_json::{Value, json};

static STANDARD: LazyLock<Standard> = LazyLock::new(Standard::see_2002);

static EXAMPLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let entries = fs::read_dir(workspace::examples()).expect("the folder of examples is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("the example can be read")).collect()
});

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Looks at everything that the engine says of a text, and gives the errors.
fn look(bytes: &[u8]) -> Option<RecordErrors> {
    let record = match STANDARD.read_json_bytes(bytes) {
        Ok(record) => record,
        Err(errors) => {
            are_complete(&errors);
            if let Ok(text) = core::str::from_utf8(bytes) {
                assert_eq!(ValidationReport::from(STANDARD.read_json(text)).errors, errors.problems());
            }
            return Some(errors);
        }
    };
    let decision = record.decision_json();
    let read: Value = serde_json::from_str(&decision).expect("a decision is JSON");
    assert!(read.is_object());
    assert!(record.report().errors.is_empty());
    assert!(record.questions(About::Status).len() <= record.questions(About::Decision).len());
    record.explain("status").expect("the status can be explained");
    record.explain("entitlement:shelter").expect("a conclusion can be explained");
    None
}

/// Every error has its four parts, and its JSON is JSON.
fn are_complete(errors: &RecordErrors) {
    assert!(!errors.errors().is_empty(), "a refusal without an error");
    for problem in errors.problems() {
        assert!(problem.path.is_empty() || problem.path.starts_with('/'), "{problem:?}");
        assert!(
            !problem.code.is_empty() && problem.code.bytes().all(|byte| byte == b'_' || byte.is_ascii_lowercase()),
            "{problem:?}"
        );
        assert!(problem.message.len() > 10 && problem.help.len() > 10, "{problem:?}");
    }
    let read: Value = serde_json::from_str(&errors.to_json()).expect("errors are JSON");
    assert_eq!(read.pointer("/errors").and_then(Value::as_array).map(Vec::len), Some(errors.errors().len()));
}

// Arbitrary text

/// What records are made of, and what no record should have.
const TOKENS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "null",
    "true",
    "false",
    "0",
    "16",
    "-0",
    "16.0",
    "1e1",
    "1e999",
    "-",
    "\\",
    "\u{0}",
    "\u{feff}",
    "\"facts\"",
    "\"declined\"",
    "\"conduct\"",
    "\"reference\"",
    "\"code\"",
    "\"certainty\"",
    "\"actor\"",
    "\"age_years\"",
    "\"documents\"",
    "\"deported\"",
    "\"planned\"",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "[[[[[[[[",
    "]]]]]]]]",
    " ",
    "\n",
    "\"facts\":{",
    "\"conduct\":[{",
    "}]",
];

fn token() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => proptest::sample::select(TOKENS).prop_map(str::to_owned),
        1 => "[0-9]{1,400}",
        1 => "\\PC{0,20}".prop_map(|text| json!(text).to_string()),
    ]
}

proptest! {
    #![proptest_config(config(3_000))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in vec(any::<u8>(), 0..600)) {
        look(&bytes);
    }

    #[test]
    fn arbitrary_tokens_never_panic(tokens in vec(token(), 0..40), open in any::<bool>()) {
        let text = if open { format!("{{\"facts\":{{{}}}}}", tokens.concat()) } else { tokens.concat() };
        look(text.as_bytes());
    }
}

// Mutated records

/// A change to the bytes of a text.
#[derive(Clone, Debug)]
enum Mutation {
    Delete(usize, usize),
    Insert(usize, Vec<u8>),
    Replace(usize, u8),
    /// A piece of the text, once more somewhere else: duplicate keys, swapped words.
    Copy(usize, usize, usize),
    /// A word of the text gives way to another text.
    Token(usize, String),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    prop_oneof![
        (any::<usize>(), 0_usize..40).prop_map(|(at, length)| Mutation::Delete(at, length)),
        (any::<usize>(), vec(any::<u8>(), 0..12)).prop_map(|(at, bytes)| Mutation::Insert(at, bytes)),
        (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Mutation::Replace(at, byte)),
        (any::<usize>(), any::<usize>(), 0_usize..80).prop_map(|(from, to, length)| Mutation::Copy(from, to, length)),
        (any::<usize>(), token()).prop_map(|(number, token)| Mutation::Token(number, token)),
    ]
}

/// Where the words and marks of a text begin and end.
fn tokens(bytes: &[u8]) -> Vec<(usize, usize)> {
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.\"".contains(byte);
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, byte) in bytes.iter().enumerate().filter(|(_, byte)| !byte.is_ascii_whitespace()) {
        match found.last_mut() {
            Some((_, end)) if *end == at && is_word(byte) && at > 0 && bytes.get(at - 1).is_some_and(is_word) => *end = at + 1,
            _ => found.push((at, at + 1)),
        }
    }
    found
}

fn mutate(bytes: &mut Vec<u8>, mutation: &Mutation) {
    let place = |at: usize| at % (bytes.len() + 1);
    match mutation {
        Mutation::Delete(at, length) => {
            let from = place(*at);
            bytes.drain(from..(from + length).min(bytes.len()));
        }
        Mutation::Insert(at, more) => {
            let at = place(*at);
            bytes.splice(at..at, more.iter().copied());
        }
        Mutation::Replace(at, byte) => {
            let at = place(*at);
            if let Some(old) = bytes.get_mut(at) {
                *old = *byte;
            }
        }
        Mutation::Copy(from, to, length) => {
            let (from, to) = (place(*from), place(*to));
            let piece = bytes.get(from..(from + length).min(bytes.len())).unwrap_or_default().to_vec();
            bytes.splice(to..to, piece);
        }
        Mutation::Token(number, token) => {
            let tokens = tokens(bytes);
            if let Some((from, to)) = tokens.get(number % tokens.len().max(1)) {
                bytes.splice(*from..*to, token.bytes());
            }
        }
    }
}

proptest! {
    #![proptest_config(config(4_000))]

    #[test]
    fn mutated_examples_never_panic(example in any::<usize>(), mutations in vec(mutation(), 1..6)) {
        let text = EXAMPLES.get(example % EXAMPLES.len()).expect("there are examples");
        let mut bytes = text.clone().into_bytes();
        for mutation in &mutations {
            mutate(&mut bytes, mutation);
        }
        look(&bytes);
    }
}

#[test]
fn deep_nesting_never_panics() {
    for depth in [1, 31, 32, 33, 127, 128, 129, 1_000, 100_000] {
        let list = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let map = format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
        let open = "[".repeat(depth);
        for value in [list, map, open] {
            for text in [
                value.clone(),
                format!("{{\"facts\":{value}}}"),
                format!("{{\"facts\":{{\"age_years\":{value}}}}}"),
                format!("{{\"facts\":{{\"name\":{value}}}}}"),
                format!("{{\"declined\":[{value}]}}"),
                format!("{{\"conduct\":[{value}]}}"),
                format!("{{\"conduct\":[{{\"code\":{value},\"certainty\":\"planned\"}}]}}"),
                format!("{{\"name\":{value}}}"),
            ] {
                assert!(look(text.as_bytes()).is_some(), "nothing of this is a record, depth {depth}");
            }
        }
    }
}

// Nothing is echoed

/// A word that is near no name of the standard, and a number that is near no bound.
fn secret() -> impl Strategy<Value = String> {
    prop_oneof!["Qzx[A-Z]{3}[a-z]{4,20}", "7[3-9]{3}[0-9]{9}"]
}

/// A text in which the secret stands in a place where people put names and numbers.
fn planted(secret: &str, place: usize) -> String {
    let quoted = json!(secret).to_string();
    let number = if secret.bytes().all(|byte| byte.is_ascii_digit()) { secret.to_owned() } else { quoted.clone() };
    let escaped: String =
        secret.chars().flat_map(|char| format!("\\u{:04x}", u32::from(char)).chars().collect::<Vec<_>>()).collect();
    let places = [
        format!("{{\"reference\":{quoted}}}"),
        format!("{{\"reference\":{number}}}"),
        format!("{{{quoted}:1}}"),
        format!("{{\"name\":{quoted}}}"),
        format!("{{\"facts\":{quoted}}}"),
        format!("{{\"facts\":{{{quoted}:true}}}}"),
        format!("{{\"facts\":{{\"{escaped}\":true}}}}"),
        format!("{{\"facts\":{{\"age_years{secret}\":16}}}}"),
        format!("{{\"facts\":{{\"documents\":{quoted}}}}}"),
        format!("{{\"facts\":{{\"documents\":\"{escaped}\"}}}}"),
        format!("{{\"facts\":{{\"age_years\":{number}}}}}"),
        format!("{{\"facts\":{{\"age_years\":-{secret}}}}}"),
        format!("{{\"facts\":{{\"time_given\":{{{quoted}:{quoted}}}}}}}"),
        format!("{{\"facts\":{{\"age_yaers\":{quoted}}}}}"),
        format!("{{\"facts\":{{\"protected\":{quoted}}}}}"),
        format!("{{\"declined\":[{quoted}]}}"),
        format!("{{\"declined\":{{{quoted}:{number}}}}}"),
        format!("{{\"conduct\":[{{\"code\":{quoted},\"certainty\":{quoted},\"actor\":{quoted}}}]}}"),
        format!("{{\"conduct\":[{{{quoted}:{number},\"code\":\"deported\",\"certainty\":\"planned\"}}]}}"),
        format!("{{\"conduct\":[{quoted},{number}]}}"),
        format!("{{\"facts\":{{\"age_years\":16}} {secret}"),
        format!("{secret}{{\"facts\":{{}}}}"),
        format!("{{\"facts\":{{}}}} {quoted}"),
        format!("{{\"facts\":{{{quoted}:"),
    ];
    places.get(place % places.len()).expect("there are places").clone()
}

fn is_silent(errors: &RecordErrors, secret: &str) {
    for said in [errors.to_json(), errors.to_string(), format!("{:?}", errors.problems()), format!("{errors:?}")] {
        assert!(!said.contains(secret), "{said} gives {secret} away");
    }
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn no_input_is_ever_echoed(secret in secret(), place in any::<usize>(), mutations in vec(mutation(), 0..3)) {
        let mut bytes = planted(&secret, place).into_bytes();
        let errors = STANDARD.read_json_bytes(&bytes).expect_err("a secret is no part of a record");
        are_complete(&errors);
        is_silent(&errors, &secret);
        for mutation in &mutations {
            mutate(&mut bytes, mutation);
        }
        if let Err(errors) = STANDARD.read_json_bytes(&bytes) {
            is_silent(&errors, &secret);
        }
    }

    #[test]
    fn no_input_of_a_plain_record_is_ever_echoed(secret in secret()) {
        let facts = [
            (secret.clone(), FactValue::from(true)),
            (format!("age_years{secret}"), FactValue::from(16)),
            ("documents".to_owned(), FactValue::Word(secret.clone())),
            ("time_given".to_owned(), FactValue::Word(secret.clone())),
        ];
        let record = IntakeRecord {
            facts: facts.into(),
            declined: vec![secret.clone()],
            conduct: vec![ConductEvent { code: secret.clone(), actor: None, certainty: Certainty::Planned }],
            ..IntakeRecord::default()
        };
        let errors = STANDARD.check(&record).expect_err("a secret is no part of a record");
        assert_eq!(errors.errors().len(), 6);
        are_complete(&errors);
        is_silent(&errors, &secret);
    }
}
