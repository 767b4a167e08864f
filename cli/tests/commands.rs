//! The built program: exit codes, errors, and that no input value is ever echoed.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

mod program;

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use palermo::Standard;
use program::{ROOT, output_for as palermo_reads};

fn palermo(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_palermo")).args(arguments).current_dir(ROOT).output().expect("the program runs")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("the program ends by itself")
}

/// Standard output and standard error in one, with every run of spaces and frames as one space: errors are wrapped.
fn said(output: &Output) -> String {
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    let text = String::from_utf8(both).expect("the program writes UTF-8");
    text.replace('│', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("the program writes UTF-8")
}

fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn json_is_the_canonical_json_of_the_library() {
    let standard = Standard::see_2002();
    let text = fs::read_to_string(format!("{ROOT}/examples/bar-raid.json")).expect("the example is there");
    let record = standard.read_json(&text).expect("the example is valid");

    let full = palermo(&["evaluate", "examples/bar-raid.json", "--format", "json"]);
    assert_eq!((code(&full), stdout(&full)), (0, record.decision_json() + "\n"));
    let compact = palermo_reads(&["evaluate", "-", "--format", "json", "--compact"], &text);
    assert_eq!((code(&compact), stdout(&compact)), (0, record.compact_json() + "\n"));

    let explained = palermo(&["explain", "examples/bar-raid.json", "--conclusion", "entitlement:shelter", "--format", "json"]);
    let explanation = serde_json::to_string(&record.explain("entitlement:shelter").expect("it can be explained"));
    assert_eq!(stdout(&explained), explanation.expect("it can be written") + "\n");
    let asked = palermo(&["questions", "examples/bar-raid.json", "--about", "status", "--format", "json"]);
    let questions = serde_json::to_string(&record.questions(palermo::About::Status));
    assert_eq!(stdout(&asked), questions.expect("they can be written") + "\n");
    let report = palermo(&["validate", "examples/bar-raid.json", "--format", "json"]);
    assert_eq!((code(&report), stdout(&report)), (0, "{\"errors\":[],\"warnings\":[],\"advice\":[]}\n".to_string()));
}

#[test]
fn text_is_plain_and_shorter_without_all() {
    let first = stdout(&palermo(&["evaluate", "examples/bar-raid.json"]));
    let all = stdout(&palermo(&["evaluate", "examples/bar-raid.json", "--all"]));
    assert!(first.lines().count() <= 24 && all.lines().count() > 100);
    assert!(!first.contains('\u{1b}') && !all.contains('\u{1b}'));
    assert!(!first.contains("entitlement:") && all.contains("entitlement:shelter"));
}

#[test]
fn a_command_line_that_makes_no_sense_is_2() {
    for arguments in [
        &["evaluate"][..],
        &["evaluate", "examples/bar-raid.json", "--format", "xml"],
        &["evaluate", "examples/bar-raid.json", "--compact"],
        &["evaluate", "examples/bar-raid.json", "--as-of", "yesterday"],
        &["explain", "examples/bar-raid.json"],
    ] {
        let output = palermo(arguments);
        assert_eq!((code(&output), output.stdout.len()), (2, 0), "{arguments:?}");
    }
    assert!(said(&palermo(&["evaluate", "examples/bar-raid.json", "--compact"])).contains("`--format json`"));
}

#[test]
fn a_file_that_is_not_there_is_4() {
    for arguments in [
        &["evaluate", "no-such-file.json"][..],
        &["validate", "no-such-file.json"],
        &["evaluate", "examples/bar-raid.json", "--standard", "no-such-file.json"],
        &["rules", "build", "rules/see-2002", "-o", "/no-such-folder/rules.json"],
    ] {
        let output = palermo(arguments);
        assert_eq!((code(&output), output.stdout.len()), (4, 0), "{arguments:?}");
        assert!(said(&output).contains("no-such-f"), "{}", said(&output));
    }
}

#[test]
fn what_the_standard_does_not_have_is_5_with_the_nearest() {
    for (arguments, help) in [
        (&["explain", "examples/bar-raid.json", "--conclusion", "entitlement:sheltr"][..], "did you mean `entitlement:shelter`?"),
        (&["explain", "examples/bar-raid.json", "--conclusion", "something"], "or `status`"),
        (&["rules", "show", "asistance/shelter"], "did you mean `assistance/shelter`?"),
        (&["rules", "show", "shelter"], "did you mean `assistance/shelter`?"),
        (&["rules", "show", "something"], "`palermo rules list`"),
        (&["rules", "list", "--family", "kids"], "name one of identification, child,"),
        (&["evaluate", "examples/bar-raid.json", "--as-of", "1999-12-31"], "leave --as-of out"),
    ] {
        let output = palermo(arguments);
        assert_eq!((code(&output), output.stdout.len()), (5, 0), "{arguments:?}");
        assert!(said(&output).contains(help), "{arguments:?}: {}", said(&output));
    }
}

/// Every value and every unknown key of this record is a secret.
const SECRETS: &str = r#"{
    "reference": "SECRET-Maria",
    "SECRET_surname": "SECRET-Ivanova",
    "facts": {
        "documents": "SECRET passport 1234567",
        "SECRET Maria Ivanova": true,
        "age_years": 987654321,
        "act_recuited": "SECRET-by-whom",
        "time_given": "SECRET-yes",
        "return_wish": { "SECRET-deep": 1 }
    },
    "declined": ["SECRET-fact", "rights_explaned"],
    "conduct": [ { "code": "SECRET-code", "actor": "SECRET-officer", "certainty": "SECRET-sure", "SECRET_note": "SECRET" } ]
}"#;

#[test]
fn an_invalid_record_gives_every_error_and_echoes_nothing() {
    let expected = [
        "/reference:",
        "/#1: there is no such key",
        "/facts/documents: the word is not one of those that can stand here",
        "/facts/#1: the dictionary has no such fact",
        "/facts/age_years: the number is not between",
        "/facts/act_recuited: the dictionary has no such fact",
        "/facts/time_given: true, false or null is expected here",
        "/facts/return_wish: a word is expected here",
        "/declined/0: the dictionary has no such fact",
        "/declined/1: the dictionary has no such fact",
        "/conduct/0/code: the standard has no such conduct code",
        "/conduct/0/actor:",
        "/conduct/0/certainty:",
        "/conduct/0/#3: there is no such key",
    ];
    let help =
        ["did you mean `act_recruited`?", "did you mean `rights_explained`?", "use a random UUID or ULID", "use one of `valid`"];
    for (arguments, wanted) in [
        (&["evaluate", "-"][..], 3),
        (&["evaluate", "-", "--all"], 3),
        (&["evaluate", "-", "--format", "json"], 3),
        (&["explain", "-", "--conclusion", "status"], 3),
        (&["questions", "-"], 3),
        (&["validate", "-"], 1),
    ] {
        let output = palermo_reads(arguments, SECRETS);
        let said = said(&output);
        assert_eq!(code(&output), wanted, "{arguments:?}: {said}");
        for place in expected.iter().chain(&help) {
            assert!(said.contains(place), "{arguments:?} does not say `{place}`: {said}");
        }
        for secret in ["SECRET", "Maria", "Ivanova", "1234567", "987654321"] {
            assert!(!said.contains(secret), "{arguments:?} echoes `{secret}`: {said}");
        }
    }
    let json = palermo_reads(&["validate", "-", "--format", "json"], SECRETS);
    assert_eq!(code(&json), 1);
    assert!(!said(&json).contains("SECRET") && stdout(&json).contains("\"path\":\"/facts/#1\""));
}

#[test]
fn broken_json_is_placed_and_not_echoed() {
    let output = palermo_reads(&["evaluate", "-"], "{\n  \"facts\": { SECRET }\n}");
    assert_eq!((code(&output), output.stdout.len()), (3, 0));
    assert!(said(&output).contains("line 2, column 14"), "{}", said(&output));
    assert!(!said(&output).contains("SECRET"));
    let bytes = palermo(&["evaluate", "cli/Cargo.toml"]);
    assert_eq!(code(&bytes), 3);
}

#[test]
fn validate_answers_by_its_exit_code() {
    let clean = palermo(&["validate", "examples/bar-raid.json"]);
    assert_eq!(code(&clean), 0);
    assert!(stdout(&clean).contains("nothing to mend"));
    let advised = palermo_reads(&["validate", "-"], r#"{"facts":{"self_description":"denies"}}"#);
    assert_eq!(code(&advised), 0);
    assert!(stdout(&advised).contains("do not collect it"));
}

#[test]
fn rules_are_listed_one_a_line() {
    let all = stdout(&palermo(&["rules", "list"]));
    assert_eq!(all.lines().count(), Standard::see_2002().rules().len());
    let child = stdout(&palermo(&["rules", "list", "--family", "child"]));
    assert!(child.lines().all(|line| line.get(3..).is_some_and(|rest| rest.starts_with("child/"))), "{child}");
    let shown = stdout(&palermo(&["rules", "show", "assistance/shelter"]));
    for part in ["T2-R3, line 612", "As written", "Shelter refused", "C-09", "Cases"] {
        assert!(shown.contains(part), "`{part}` is missing: {shown}");
    }
}

#[test]
fn a_rule_set_that_was_built_decides_like_the_embedded_one() {
    let built = scratch("see-2002.json");
    let path = built.to_str().expect("the path is UTF-8");
    let output = palermo(&["rules", "build", "rules/see-2002", "-o", path]);
    assert_eq!((code(&output), output.stdout.len()), (0, 0), "{}", said(&output));
    let json = fs::read_to_string(&built).expect("the rule set was written");
    let standard = Standard::from_json(&json).expect("the rule set is valid");
    assert_eq!(said(&output), format!("{} {} {}", standard.id(), standard.version(), standard.digest()));
    let to_stdout = palermo(&["rules", "build", "rules/see-2002"]);
    assert_eq!(stdout(&to_stdout), json);

    let own = palermo(&["evaluate", "examples/bar-raid.json", "--standard", path]);
    assert_eq!(stdout(&own), stdout(&palermo(&["evaluate", "examples/bar-raid.json"])));
    let shown = palermo(&["rules", "show", "assistance/shelter", "--standard", path]);
    assert!(stdout(&shown).contains("Cases"));
}

#[test]
fn sources_and_rule_sets_that_are_invalid_are_3() {
    let sources = palermo(&["rules", "build", "examples"]);
    assert_eq!((code(&sources), sources.stdout.len()), (3, 0), "{}", said(&sources));
    let rule_set = palermo(&["evaluate", "examples/bar-raid.json", "--standard", "examples/bar-raid.json"]);
    assert_eq!((code(&rule_set), rule_set.stdout.len()), (3, 0));
    assert!(said(&rule_set).contains("is no valid rule set"), "{}", said(&rule_set));
}

#[test]
fn a_reader_who_has_heard_enough_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_palermo"))
        .args(["evaluate", "-", "--all"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    // The program waits for its input; when it writes, nobody reads any more.
    drop(child.stdout.take());
    child.stdin.take().expect("standard input is piped").write_all(b"{}").expect("the program reads");
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((code(&output), output.stderr.len()), (0, 0), "{}", said(&output));
}

#[test]
#[cfg(target_os = "linux")]
fn errors_that_nobody_can_hear_keep_their_exit_code() {
    let full = fs::File::options().write(true).open("/dev/full").expect("the device is there");
    let status = Command::new(env!("CARGO_BIN_EXE_palermo"))
        .args(["evaluate", "no-such-file.json"])
        .stderr(Stdio::from(full))
        .status()
        .expect("the program runs");
    assert_eq!(status.code(), Some(4));
}

#[test]
#[cfg(target_os = "linux")]
fn an_input_without_end_ends() {
    for arguments in [
        &["evaluate", "/dev/zero"][..],
        &["validate", "/dev/zero"],
        &["check", "/dev/zero", "examples/bar-raid.json"],
        &["compare", "/dev/zero", "examples/bar-raid.json"],
        &["evaluate", "examples/bar-raid.json", "--standard", "/dev/zero"],
    ] {
        let output = palermo(arguments);
        let validates = arguments.first() == Some(&"validate");
        assert_eq!(code(&output), if validates { 1 } else { 3 }, "{arguments:?}");
        let record = validates || arguments.get(1) == Some(&"/dev/zero") && arguments.len() == 2;
        let told = if record { "1048576 bytes" } else { "longer than 64 MiB" };
        assert!(said(&output).contains(told), "{arguments:?}: {}", said(&output));
    }
}

#[test]
fn a_byte_order_mark_is_no_part_of_any_document() {
    let marked = |name: &str, from: &str| {
        let path = scratch(name);
        let text = fs::read_to_string(format!("{ROOT}/{from}")).expect("the file is there");
        fs::write(&path, format!("\u{feff}{text}")).expect("the file is written");
        path.to_str().expect("the path is text").to_string()
    };
    let record = marked("marked-record.json", "examples/bar-raid.json");
    let decision = scratch("marked-decision.json");
    let decided = stdout(&palermo(&["evaluate", &record, "--format", "json"]));
    fs::write(&decision, format!("\u{feff}{decided}")).expect("the file is written");
    let decision = decision.to_str().expect("the path is text");
    let built = scratch("marked-rules.json");
    let rules = stdout(&palermo(&["rules", "build", "rules/see-2002"]));
    fs::write(&built, format!("\u{feff}{rules}")).expect("the file is written");
    let built = built.to_str().expect("the path is text");
    for arguments in [
        &["validate", &record][..],
        &["compare", &record, decision],
        &["check", decision, &record],
        &["evaluate", &record, "--standard", built],
    ] {
        let output = palermo(arguments);
        assert_eq!(code(&output), 0, "{arguments:?}: {}", said(&output));
    }
}

#[test]
fn standard_input_is_read_once() {
    for arguments in [
        &["check", "-", "-"][..],
        &["compare", "-", "-"],
        &["compare", "-", "examples/bar-raid.json", "--standard", "-"],
        &["evaluate", "-", "--standard", "-"],
        &["explain", "-", "--conclusion", "status", "--standard", "-"],
        &["questions", "-", "--standard", "-"],
        &["validate", "-", "--standard", "-"],
    ] {
        let output = palermo_reads(arguments, "");
        assert_eq!((code(&output), output.stdout.len()), (2, 0), "{arguments:?}");
        assert!(said(&output).contains("standard input can be read once"), "{}", said(&output));
    }
}

#[test]
fn a_rule_set_is_replaced_as_a_whole() {
    let folder = scratch("replaced");
    fs::create_dir_all(&folder).expect("the folder is made");
    let path = folder.join("rules.json");
    fs::write(&path, "old").expect("the file is written");
    let output = palermo(&["rules", "build", "rules/see-2002", "-o", path.to_str().expect("the path is text")]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert!(fs::read_to_string(&path).expect("the file is there").starts_with('{'));
    assert_eq!(fs::read_dir(&folder).expect("the folder is there").count(), 1);
}

#[test]
fn an_error_of_a_whole_document_names_it() {
    let output = palermo_reads(&["evaluate", "examples/bar-raid.json", "--standard", "-"], "nothing");
    assert!(said(&output).contains("the rule set: ") && !said(&output).contains(" : "), "{}", said(&output));
}
