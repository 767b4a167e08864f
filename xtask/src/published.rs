//! Published rule sets: immutable JSON whose digests are locked.
//!
//! `LOCK` has a line for each published rule set and, indented below it, one for each of its rules, so that a review sees
//! which rules a new version moved.

use std::{collections::BTreeMap, fmt::Write, path::PathBuf, process::Command};

use palermo::{load::digest_of, rule_set::RuleSet};
use palermo_compile::PublishedRules;

use crate::{Outcome, files, generate::compiled};

fn lock_path() -> PathBuf {
    files::root().join("rules/published/LOCK")
}

fn json_path(id: &str, version: &str) -> PathBuf {
    files::root().join(format!("rules/published/{id}-{version}.json"))
}

/// A locked rule set.
pub(crate) struct Locked {
    pub id: String,
    pub version: String,
    pub digest: String,
}

fn locked_in(lock: &str) -> Vec<Locked> {
    lock.lines()
        .filter(|line| !line.starts_with([' ', '#']))
        .filter_map(|line| {
            let mut words = line.split_whitespace().map(String::from);
            Some(Locked { id: words.next()?, version: words.next()?, digest: words.next()? })
        })
        .collect()
}

/// The locked rule sets, in the order in which they were published.
pub(crate) fn locked() -> Result<Vec<Locked>, String> {
    Ok(locked_in(&files::read_text(&lock_path())?))
}

/// The rules of every published version with their digests, in the order in which the versions were published.
pub(crate) fn rules() -> Result<Vec<PublishedRules>, String> {
    Ok(rules_in(&files::read_text(&lock_path())?))
}

fn rules_in(lock: &str) -> Vec<PublishedRules> {
    let mut found: Vec<PublishedRules> = Vec::new();
    for line in lock.lines().filter(|line| !line.starts_with('#')) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match (words.as_slice(), found.last_mut()) {
            ([rule, digest], Some(version)) if line.starts_with(' ') => {
                version.digests.insert((*rule).to_string(), (*digest).to_string());
            }
            ([id, version, _], _) => found.push(PublishedRules {
                rule_set: (*id).to_string(),
                version: (*version).to_string(),
                digests: BTreeMap::new(),
            }),
            _ => {}
        }
    }
    found
}

/// A published version of a rule set.
pub(crate) fn version(id: &str, version: &str) -> Result<RuleSet, String> {
    RuleSet::from_json(&files::read_text(&json_path(id, version))?).map_err(|errors| errors.to_string())
}

/// The newest published version of a rule set.
pub(crate) fn newest(id: &str) -> Result<RuleSet, String> {
    let newest = locked()?.into_iter().rfind(|locked| locked.id == id);
    let newest = newest.ok_or_else(|| format!("{id} is not published; run `cargo xtask publish`"))?;
    version(id, &newest.version)
}

/// Publishes every rule set whose version is not published yet.
pub(crate) fn publish() -> Outcome {
    let mut lock = files::read_text(&lock_path()).unwrap_or_else(|_| {
        "# Digests of published rule sets and of their rules. Written by `cargo xtask publish` alone.\n".to_string()
    });
    for set in compiled()? {
        let known = locked_in(&lock).into_iter().find(|locked| locked.id == set.id && locked.version == set.version);
        match known {
            Some(locked) if locked.digest == set.digest() => continue,
            Some(_) if is_committed(&set) => {
                return Err(format!(
                    "{} {} is published and its sources have changed since: raise `version` in rules/{}/standard.yaml",
                    set.id, set.version, set.id
                ));
            }
            // A version that was never committed was never published to anybody.
            Some(_) => lock = without(&lock, &set),
            None => {}
        }
        files::write(&json_path(&set.id, &set.version), format!("{}\n", set.to_canonical_json()).as_bytes())?;
        lock.push_str(&entry(&set)?);
        println!("published {} {} {}", set.id, set.version, set.digest());
    }
    files::write(&lock_path(), lock.as_bytes())
}

fn entry(set: &RuleSet) -> Result<String, String> {
    let mut entry = format!("{} {} {}\n", set.id, set.version, set.digest());
    for rule in &set.rules {
        let json = serde_json::to_string(rule).map_err(|error| error.to_string())?;
        writeln!(entry, "  {} {}", rule.id, digest_of(&json)).map_err(|error| error.to_string())?;
    }
    Ok(entry)
}

/// The lock without a rule set and its rules.
fn without(lock: &str, set: &RuleSet) -> String {
    let head = format!("{} {} ", set.id, set.version);
    let mut inside = false;
    let kept = lock.lines().filter(|line| {
        inside = if line.starts_with(' ') { inside } else { line.starts_with(&head) };
        !inside
    });
    kept.flat_map(|line| [line, "\n"]).collect()
}

fn is_committed(set: &RuleSet) -> bool {
    let shown = Command::new("git").args(["show", "HEAD:rules/published/LOCK"]).current_dir(files::root()).output();
    shown.is_ok_and(|output| {
        let lock = String::from_utf8_lossy(&output.stdout).into_owned();
        locked_in(&lock).iter().any(|locked| locked.id == set.id && locked.version == set.version)
    })
}

/// Says what is wrong with the published rule sets.
pub(crate) fn check() -> Result<Vec<String>, String> {
    let mut wrong = Vec::new();
    for locked in locked()? {
        let text = files::read_text(&json_path(&locked.id, &locked.version))?;
        if digest_of(text.trim_end()) != locked.digest {
            wrong.push(format!(
                "rules/published/{}-{}.json is not what LOCK says: a published rule set never changes",
                locked.id, locked.version
            ));
        }
    }
    for set in compiled()? {
        let known = locked()?.into_iter().find(|locked| locked.id == set.id && locked.version == set.version);
        if known.is_some_and(|known| known.digest != set.digest()) {
            wrong.push(format!(
                "rules/{} carries the published version {} and compiles to something else: raise the version and run `cargo xtask publish`",
                set.id, set.version
            ));
        }
    }
    Ok(wrong)
}
