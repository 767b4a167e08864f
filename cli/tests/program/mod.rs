//! Runs the built program, and gives it folders of its own.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]
#![allow(dead_code, reason = "each test file uses a part of this")]

use std::{
    ffi::OsStr,
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

/// The root of the workspace.
pub const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// What the program said and how it ended.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
        let code = output.status.code().expect("the program ends by itself");
        Self { code, out: text(output.stdout), err: text(output.stderr) }
    }

    /// Standard error with every run of spaces and frames as one space: errors are wrapped.
    pub fn told(&self) -> String {
        self.err.replace('│', " ").split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Runs the program in a folder.
pub fn palermo_in<Argument: AsRef<OsStr>>(folder: &Path, arguments: &[Argument]) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_palermo")).args(arguments).current_dir(folder).output();
    Said::of(output.expect("the program runs"))
}

/// Runs the program at the root of the workspace.
pub fn palermo(arguments: &[&str]) -> Said {
    palermo_in(Path::new(ROOT), arguments)
}

/// Runs the program at the root of the workspace with something on standard input.
pub fn output_for(arguments: &[&str], input: &str) -> Output {
    output_in(Path::new(ROOT), arguments, input)
}

/// Runs the program in a folder with something on standard input.
fn output_in(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_palermo"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    child.stdin.take().expect("standard input is piped").write_all(input.as_bytes()).expect("the program reads");
    child.wait_with_output().expect("the program ends")
}

/// What a command prints that was printed to be copied: `echo '{…}' | palermo evaluate - …`, at the root of the workspace.
pub fn replayed(line: &str) -> String {
    replayed_in(Path::new(ROOT), line)
}

/// The same in a folder.
pub fn replayed_in(folder: &Path, line: &str) -> String {
    let (record, arguments) = line.trim().split_once(" | palermo ").expect("it is a command");
    let record = record.strip_prefix("echo '").and_then(|record| record.strip_suffix('\'')).expect("it is JSON");
    let said = Said::of(output_in(folder, &arguments.split_whitespace().collect::<Vec<_>>(), record));
    assert_eq!(said.code, 0, "{line}: {}", said.err);
    said.out
}

/// An empty folder of this name.
pub fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the old folder can be removed");
    }
    fs::create_dir_all(&folder).expect("the folder is made");
    folder
}

/// A copy of the sources of a rule set, to be edited: `<scratch>/<id>`.
pub fn copied(scratch: &Path, id: &str) -> PathBuf {
    let to = scratch.join(id);
    copy(&Path::new(ROOT).join("rules").join(id), &to);
    to
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder is made");
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let entry = entry.expect("the folder can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("the file is copied");
        }
    }
}

/// Puts `to` where `from` stands in a file, which has to stand exactly once.
pub fn edit(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).expect("the file is there");
    assert_eq!(text.matches(from).count(), 1, "{}: `{from}`", file.display());
    fs::write(file, text.replace(from, to)).expect("the file is written");
}

/// Compares with the committed snapshot, after a look at the width of its lines.
pub fn snapshot(name: &str, text: &str) {
    for line in text.lines() {
        // Commands are printed as they are copied.
        let is_command = line.contains("palermo evaluate ");
        assert!(is_command || textwrap::core::display_width(line) <= 80, "{name}: a line is too wide: {line}");
        assert_eq!(line.trim_end(), line, "{name}: spaces at the end of a line");
    }
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}
