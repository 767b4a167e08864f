//! The tutorial for national authors is what it says: its commands are run on the files that it writes, in an empty folder,
//! and print what it shows.
//!
//! Of its blocks, `sh` holds commands, `palermo` and `rm` (with `# exit code 1` behind one that is meant to end so), and a `text`
//! block after them what the last one prints, where `…` stands for lines that are left out. A `yaml` block holds whole
//! files, each behind `# file:` and its path, and a `diff` block changes lines of some.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

mod program;

use std::{fs, path::Path};

use program::{ROOT, Said, palermo_in, scratch};

const TUTORIAL: &str = "rulebook/src/national-author.md";

/// A fenced block of the tutorial.
struct Block<'t> {
    line: usize,
    kind: &'t str,
    lines: Vec<&'t str>,
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        if let Some(kind) = line.strip_prefix("```") {
            let inside = lines.by_ref().map(|(_, line)| line).take_while(|line| *line != "```").collect();
            blocks.push(Block { line: number + 1, kind, lines: inside });
        }
    }
    blocks
}

/// Runs a line of a shell as a reader would, and looks at how it ends.
fn run(folder: &Path, line: &str, place: usize) -> Said {
    let (command, wanted) = line.split_once("# exit code ").unwrap_or((line, "0"));
    let words: Vec<&str> = command.split_whitespace().collect();
    let said = match words.as_slice() {
        ["palermo", arguments @ ..] => palermo_in(folder, arguments),
        ["rm", file] => {
            fs::remove_file(folder.join(file)).unwrap_or_else(|error| panic!("line {place}: {line}: {error}"));
            Said { code: 0, out: String::new(), err: String::new() }
        }
        _ => panic!("line {place}: only `palermo` and `rm` are run: {line}"),
    };
    assert_eq!(said.code.to_string(), wanted.trim(), "line {place}: {line}\n{}{}", said.out, said.err);
    said
}

/// Every shown line is printed, in this order; between two that stand beside each other nothing else is.
fn assert_shown(shown: &[&str], said: &Said, place: usize) {
    let printed: Vec<&str> = said.out.lines().chain(said.err.lines()).map(str::trim_end).collect();
    let mut rest = printed.as_slice();
    let mut anywhere = false;
    for line in shown {
        if line.trim() == "…" {
            anywhere = true;
            continue;
        }
        let found = rest.iter().position(|printed| printed == line).filter(|found| anywhere || *found == 0);
        let Some(found) = found else {
            panic!("line {place}: `{line}` is not printed here:\n{}", printed.join("\n"));
        };
        rest = rest.get(found + 1..).unwrap_or_default();
        anywhere = false;
    }
    assert!(anywhere || rest.is_empty(), "line {place}: more is printed than is shown:\n{}", rest.join("\n"));
}

/// Writes the files of a block; each begins with `# file:` and its path.
fn write(folder: &Path, lines: &[&str], place: usize) {
    for file in lines.chunk_by(|_, next| !next.starts_with("# file: ")) {
        let path = file.first().and_then(|line| line.strip_prefix("# file: "));
        let path = folder.join(path.unwrap_or_else(|| panic!("line {place}: a file begins with `# file:`")));
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("the folder is made");
        fs::write(path, file.join("\n").trim_end().to_owned() + "\n").expect("the file is written");
    }
}

/// Puts the lines that a diff adds where those that it removes stand. `--- ` names a file, `@@` stands between two places of it.
fn change(folder: &Path, lines: &[&str], place: usize) {
    let mut path = None;
    for part in lines.chunk_by(|_, next| !next.starts_with("--- ") && *next != "@@") {
        let (first, lines) = part.split_first().expect("a part of a diff has lines");
        path = first.strip_prefix("--- ").or(path);
        let path = path.unwrap_or_else(|| panic!("line {place}: a diff begins with `--- ` and the file"));
        let side = |left_out: char| {
            let kept = lines.iter().filter(|line| !line.starts_with(left_out));
            kept.flat_map(|line| [line.get(1..).unwrap_or_default(), "\n"]).collect::<String>()
        };
        let (from, to) = (side('+'), side('-'));
        assert!(!from.is_empty() && from != to, "line {place}: the diff changes nothing that stands there");
        program::edit(&folder.join(path), &from, &to);
    }
}

#[test]
fn the_tutorial_leads_from_an_empty_folder_to_a_proved_overlay() {
    let text = fs::read_to_string(Path::new(ROOT).join(TUTORIAL)).expect("the tutorial is there");
    let folder = scratch("tutorial");
    let mut last: Option<Said> = None;
    let mut counts = [0; 4];
    let mut answers_no = 0;
    for block in blocks(&text) {
        match block.kind {
            "sh" => {
                for line in &block.lines {
                    let said = run(&folder, line, block.line);
                    answers_no += usize::from(said.code == 1);
                    last = Some(said);
                    counts[0] += 1;
                }
            }
            "text" => {
                let said = last.take().unwrap_or_else(|| panic!("line {}: nothing was run that could print this", block.line));
                assert_shown(&block.lines, &said, block.line);
                counts[1] += 1;
            }
            "yaml" => {
                write(&folder, &block.lines, block.line);
                counts[2] += 1;
            }
            "diff" => {
                change(&folder, &block.lines, block.line);
                counts[3] += 1;
            }
            other => panic!("line {}: a block of kind `{other}`", block.line),
        }
    }
    assert!(counts.iter().all(|count| *count > 1), "commands, outputs, files, changes: {counts:?}");
    assert!(answers_no > 1, "a wrong case and a broken promise are shown");
    let lines = text.lines().count();
    assert!(lines < 390, "{lines} lines are too many to be read");
}
