//! `palermo rules new overlay`: a skeleton that compiles, passes its cases and keeps every promise, and nothing overwritten.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

mod program;

use std::{collections::BTreeMap, fs, path::Path};

use program::{palermo_in, scratch, snapshot};

/// Every file below a folder, by its path.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(&next).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("it is below").display().to_string();
                found.insert(name, fs::read_to_string(&path).expect("it is text"));
            }
        }
    }
    found
}

#[test]
fn a_skeleton_compiles_passes_its_cases_and_keeps_every_promise() {
    let folder = scratch("rules-new");
    let said = palermo_in(&folder, &["rules", "new", "overlay", "ruritania-2026"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    snapshot("rules-new", &said.out);
    let written = files(&folder);
    assert_eq!(written.len(), 5, "{:?}", written.keys());
    for (path, text) in &written {
        assert!(!text.contains('@'), "{path}: something is not filled in");
        assert!(said.out.contains(&format!("  {path}\n")), "{path} is not told");
        assert!(text.starts_with("# "), "{path} begins with what it is for");
        for line in text.lines() {
            assert!(line.chars().count() <= 130, "{path}: {line}");
        }
    }
    // The commands that it names are those that succeed.
    let commands: Vec<&str> = said.out.lines().filter_map(|line| line.trim().strip_prefix("palermo ")).collect();
    assert_eq!(commands.len(), 2);
    for command in commands {
        let done = palermo_in(&folder, &command.split_whitespace().collect::<Vec<_>>());
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{command}: {}", done.out);
        assert!(done.out.contains("every one comes out as it says") || done.out.contains("ruritania-2026 0.1.0"), "{}", done.out);
    }
    // Nothing in it can never happen, says nothing new or asks for what nobody needs.
    let lint = palermo_in(&folder, &["rules", "lint", "see-2002", "--overlay", "ruritania-2026"]);
    assert!(lint.out.contains("Nothing is found in what the overlays add."), "{}", lint.out);
    let shows = palermo_in(&folder, &["rules", "coverage", "see-2002+ruritania-2026", "--cases"]);
    assert_eq!(shows.code, 0, "its cases exercise all of it: {}", shows.out);
}

#[test]
fn every_id_that_is_one_makes_a_skeleton_that_works() {
    let folder = scratch("rules-new-ids");
    for id in ["a", "x-1", "federation-of-seven-long-named-cantons-02"] {
        assert_eq!(palermo_in(&folder, &["rules", "new", "overlay", id]).code, if id.len() > 40 { 2 } else { 0 }, "{id}");
        if id.len() <= 40 {
            let tested = palermo_in(&folder, &["rules", "test", id]);
            assert_eq!(tested.code, 0, "{id}: {}{}", tested.out, tested.err);
        }
    }
    let inside = folder.join("my rules");
    fs::create_dir(&inside).expect("the folder is made");
    let said = palermo_in(&folder, &["rules", "new", "overlay", "b", "--in", "my rules"]);
    assert!(said.code == 0 && said.out.contains("palermo rules test 'my rules/b'"), "{}", said.out);
    assert_eq!(palermo_in(&folder, &["rules", "test", "my rules/b"]).code, 0);
}

#[test]
fn what_is_there_stays_and_what_cannot_be_is_refused() {
    let folder = scratch("rules-new-refused");
    fs::create_dir(folder.join("there")).expect("the folder is made");
    fs::write(folder.join("file"), "mine").expect("the file is written");
    for (arguments, code, told) in [
        (&["there"][..], 4, "is there already, and stays as it is"),
        (&["file"], 4, "is there already, and stays as it is"),
        (&["see-2002"], 2, "the id see-2002 is taken"),
        (&["coe-2005"], 2, "the id coe-2005 is taken"),
        (&["Ruritania"], 2, "this is no id of an overlay"),
        (&["2026-act"], 2, "this is no id of an overlay"),
        (&["a--b"], 2, "this is no id of an overlay"),
        (&["../a"], 2, "this is no id of an overlay"),
        (&[""], 2, "this is no id of an overlay"),
        (&["ruritänia"], 2, "this is no id of an overlay"),
        (&["a", "--extends", "observed-practice-2002"], 5, "name see-2002"),
        (&["a", "--in", "no-such-folder"], 4, "cannot be written"),
        (&["a", "--in", "file"], 4, "cannot be written"),
    ] {
        let said = palermo_in(&folder, &[&["rules", "new", "overlay"], arguments].concat());
        assert_eq!((said.code, said.out.as_str()), (code, ""), "{arguments:?}: {}", said.told());
        assert!(said.told().contains(told), "{arguments:?}: {}", said.told());
    }
    assert_eq!(fs::read_to_string(folder.join("file")).expect("the file is there"), "mine");
    assert_eq!(fs::read_dir(&folder).expect("the folder is there").count(), 2, "nothing is left behind");
}

#[test]
#[cfg(unix)]
fn a_folder_that_nobody_may_write_to_is_4() {
    use std::os::unix::fs::PermissionsExt;

    let folder = scratch("rules-new-read-only");
    let closed = folder.join("closed");
    fs::create_dir(&closed).expect("the folder is made");
    let may = |mode| fs::set_permissions(&closed, fs::Permissions::from_mode(mode)).expect("it is ours");
    may(0o555);
    let said = palermo_in(&folder, &["rules", "new", "overlay", "a", "--in", "closed"]);
    may(0o755);
    // Whoever may do everything may do this too.
    let is_written = closed.join("a").is_dir();
    assert_eq!(said.code, if is_written { 0 } else { 4 }, "{}", said.told());
}
