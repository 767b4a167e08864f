//! The ids of all vectors: one that was ever given is never given up in silence, and never to another vector.

use std::{collections::BTreeSet, process::Command};

use super::{FOLDER, format::File};
use crate::{derived::Derived, files};

/// Stands before an id that has no vector any more.
const WITHDRAWN: &str = "withdrawn ";

const HEAD: &str = "# Every id that a vector ever had, written by `cargo xtask vectors`. A vector is given up only by hand: write\n\
                    # `withdrawn` before its id, and say why in the commit. No id is used again.\n";

fn path() -> String {
    format!("{FOLDER}/ids.txt")
}

/// The lines of a list.
fn lines(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.starts_with('#')).collect()
}

/// The ids that were ever given.
pub(super) struct Known {
    /// Those that vectors have.
    pub given: BTreeSet<String>,
    /// Those that no vector has any more.
    pub withdrawn: BTreeSet<String>,
}

/// The ids of the list as it stands.
pub(super) fn known() -> Known {
    let text = files::read_text(&files::root().join(path())).unwrap_or_default();
    let (withdrawn, given) = lines(&text).into_iter().partition::<Vec<&str>, _>(|line| line.starts_with(WITHDRAWN));
    let bare = |line: &str| line.strip_prefix(WITHDRAWN).unwrap_or(line).to_string();
    Known { given: given.into_iter().map(bare).collect(), withdrawn: withdrawn.into_iter().map(bare).collect() }
}

/// The list of ids: those that were there, in their order, and behind them the new ones.
pub(super) fn list(files: &[File]) -> Result<Derived, String> {
    let known = files::read_text(&files::root().join(path())).unwrap_or_default();
    let ids: Vec<&str> = files.iter().flat_map(|file| &file.vectors).map(|vector| vector.id.as_str()).collect();
    let mut text = HEAD.to_string();
    let mut listed = BTreeSet::new();
    for line in lines(&known) {
        let id = line.strip_prefix(WITHDRAWN).unwrap_or(line);
        let is_there = ids.contains(&id);
        if is_there && id != line {
            return Err(format!("the vector {id} was withdrawn: give the new one another id"));
        }
        if !is_there && id == line {
            return Err(format!("there is no vector {id} any more; if that is meant, write `withdrawn` before it in {}", path()));
        }
        listed.insert(id);
        text.extend([line, "\n"]);
    }
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(format!("two vectors have the id {id}"));
        }
        if !listed.contains(id) {
            text.extend([id, "\n"]);
        }
    }
    Ok(Derived::new(path(), text))
}

/// Says which ids of the last commit are no longer listed.
pub(super) fn check() -> Result<Vec<String>, String> {
    let committed = Command::new("git").args(["show", &format!("HEAD:{}", path())]).current_dir(files::root()).output();
    // Without git, or before the first commit of the list, there is nothing to hold it against.
    let committed = committed.ok().filter(|output| output.status.success());
    let committed = committed.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let now = files::read_text(&files::root().join(path()))?;
    let now: BTreeSet<&str> = lines(&now).into_iter().map(|line| line.strip_prefix(WITHDRAWN).unwrap_or(line)).collect();
    let lost = |line: &&str| !now.contains(line.strip_prefix(WITHDRAWN).unwrap_or(line));
    let lost: Vec<String> = lines(&committed).into_iter().filter(lost).map(|id| format!("{} lost the id {id}", path())).collect();
    Ok(lost)
}
