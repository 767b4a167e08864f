//! Many records in a stream: one line out for every line in, in order, whatever stands in the lines.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use std::{
    fmt::Write as _,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use palermo::{MAX_RECORD_BYTES, Standard};
use palermo_cli::{Answer, stream};

fn scratch(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

fn decide(path: &Path, compact: bool) -> (Answer, Vec<String>) {
    let mut out = Vec::new();
    let answer = stream::run(&Standard::see_2002(), path, compact, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.is_empty() || text.ends_with('\n'));
    (answer, text.lines().map(str::to_string).collect())
}

fn code(line: &str) -> String {
    let object: serde_json::Value = serde_json::from_str(line).unwrap();
    object["errors"][0]["code"].as_str().unwrap().to_string()
}

/// A ULID that carries a number, so that a decision shows to which line it belongs.
fn reference(number: usize) -> String {
    format!("01JD8Z3V7Q4M2K9X{number:010}")
}

#[test]
fn order_is_kept_over_many_lines_with_bad_ones_between() {
    let mut input = String::new();
    for number in 0..20_000 {
        match number % 7 {
            3 => input.push_str("{\"facts\":{\"act_recruted\":true}}\n"),
            5 => input.push_str("no json at all\n"),
            other => {
                let (reference, yes) = (reference(number), other % 2 == 0);
                writeln!(input, "{{\"reference\":\"{reference}\",\"facts\":{{\"ctrl_confined\":{yes}}}}}").unwrap();
            }
        }
    }
    let path = scratch("many.ndjson", input.as_bytes());
    for compact in [false, true] {
        let (answer, lines) = decide(&path, compact);
        assert_eq!(answer, Answer::Invalid);
        assert_eq!(lines.len(), 20_000);
        for (number, line) in lines.iter().enumerate() {
            match number % 7 {
                3 => assert_eq!(code(line), "unknown_fact"),
                5 => assert_eq!(code(line), "invalid_json"),
                _ => assert!(line.starts_with(&format!("{{\"reference\":\"{}\"", reference(number))), "line {number}"),
            }
        }
    }
}

#[test]
fn each_line_is_decided_as_if_alone() {
    let standard = Standard::see_2002();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
    let mut input = Vec::new();
    let (mut full, mut compact) = (Vec::new(), Vec::new());
    let mut paths: Vec<PathBuf> = fs::read_dir(examples).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "json")) {
        let text = fs::read_to_string(path).unwrap();
        let record = standard.read_json(&text).unwrap();
        full.push(record.decision_json());
        compact.push(record.compact_json());
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        input.extend(serde_json::to_vec(&value).unwrap());
        input.push(b'\n');
    }
    assert!(full.len() >= 12);
    let path = scratch("examples.ndjson", &input);
    assert_eq!(decide(&path, false), (Answer::Yes, full));
    assert_eq!(decide(&path, true), (Answer::Yes, compact));
}

#[test]
fn strange_lines_keep_their_place() {
    let good = b"{\"facts\":{\"ind_afraid_of_controller\":true}}";
    let mut input = b"\xEF\xBB\xBF".to_vec();
    input.extend(good); // 0: behind a byte order mark
    input.extend(b"\r\n\r\n \t\n"); // two blank lines
    input.extend(good); // 1
    input.extend(b"\n\xFF\xFE\n"); // 2: not UTF-8
    input.extend(b"\0\0\n"); // 3: NUL bytes
    input.extend(b"[]\r\n"); // 4: no object
    input.extend(b"\xEF\xBB\xBF{}\n"); // 5: a mark where none belongs
    input.extend(vec![b'x'; 3 * MAX_RECORD_BYTES]); // 6: far too long
    input.push(b'\n');
    input.extend(vec![b' '; MAX_RECORD_BYTES - 2]);
    input.extend(b"{}\r\n"); // 7: as long as a record can be
    input.extend(vec![b' '; MAX_RECORD_BYTES - 1]);
    input.extend(b"{}\n"); // 8: one byte too long
    input.extend(vec![0xFF; MAX_RECORD_BYTES + 1]); // 9: one byte too long, and no UTF-8
    input.push(b'\n');
    input.extend(good); // 10: without a line feed at the end
    let (answer, lines) = decide(&scratch("strange.ndjson", &input), true);
    assert_eq!(answer, Answer::Invalid);
    let codes: Vec<String> =
        lines.iter().map(|line| if line.contains("\"errors\"") { code(line) } else { "decided".to_string() }).collect();
    let expected = [
        "decided",
        "decided",
        "invalid_json",
        "invalid_json",
        "wrong_type",
        "invalid_json",
        "too_large",
        "decided",
        "too_large",
        "too_large",
        "decided",
    ];
    assert_eq!(codes, expected);
    assert_eq!(lines[0], lines[1]);
    assert_eq!(lines[0], lines[10]);
}

#[test]
fn errors_do_not_repeat_what_a_line_said() {
    let path = scratch("secret.ndjson", b"{\"facts\":{\"Jane Doe 1980\":true,\"documents\":\"P1234567\"},\"x\":\"Jane\"}\n");
    let (_, lines) = decide(&path, false);
    assert!(!lines[0].contains("Jane") && !lines[0].contains("P1234567"), "{}", lines[0]);
}

#[test]
fn nothing_in_nothing_out() {
    for (name, bytes) in [("empty.ndjson", &b""[..]), ("blank.ndjson", b"\n \n\r\n"), ("mark.ndjson", b"\xEF\xBB\xBF")] {
        assert_eq!(decide(&scratch(name, bytes), false), (Answer::Yes, Vec::new()), "{name}");
    }
}

#[test]
fn the_program_reads_standard_input_and_ends_with_three() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_palermo"))
        .args(["evaluate", "-", "--format", "ndjson", "--compact"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"{}\n{\n{}").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    let lines: Vec<&str> = str::from_utf8(&output.stdout).unwrap().lines().collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(code(lines[1]), "invalid_json");
    assert_eq!(lines[0], lines[2]);
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "2 records decided, 1 record invalid\n");
}

#[test]
fn a_line_is_answered_before_the_next_is_written() {
    use std::io::{BufRead, BufReader};
    let mut child = Command::new(env!("CARGO_BIN_EXE_palermo"))
        .args(["evaluate", "-", "--format", "ndjson", "--compact"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for _ in 0..3 {
        input.write_all(b"{}\n{").unwrap();
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        assert!(line.starts_with("{\"status\":"), "{line}");
        input.write_all(b"}\n").unwrap();
        line.clear();
        output.read_line(&mut line).unwrap();
        assert!(line.starts_with("{\"status\":"), "{line}");
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_that_has_heard_enough_ends_it_quietly() {
    let path = scratch("pipe.ndjson", "{}\n".repeat(20_000).as_bytes());
    let mut child = Command::new(env!("CARGO_BIN_EXE_palermo"))
        .args(["evaluate", path.to_str().unwrap(), "--format", "ndjson"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(output.stderr.is_empty());
}
