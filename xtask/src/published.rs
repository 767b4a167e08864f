//! What is published: immutable JSON whose digests are locked.
//!
//! `LOCK` has a line for each published rule set and, indented below it, one for each of its rules, so that a review sees
//! which rules a new version moved.

use std::{collections::BTreeMap, path::PathBuf};

use palermo::rule_set::{Overlay, RuleSet};
use palermo_compile::PublishedRules;

use crate::{files, rule_sets::OVERLAYS};

/// The id of the charter: what it promises are no rules.
pub(crate) const CHARTER: &str = "charter";

pub(crate) fn lock_path() -> PathBuf {
    files::root().join("rules/published/LOCK")
}

pub(crate) fn json_path(id: &str, version: &str) -> PathBuf {
    files::root().join(format!("rules/published/{id}-{version}.json"))
}

/// A locked document.
pub(crate) struct Locked {
    pub id: String,
    pub version: String,
    pub digest: String,
}

pub(crate) fn locked_in(lock: &str) -> Vec<Locked> {
    lock.lines()
        .filter(|line| !line.starts_with([' ', '#']))
        .filter_map(|line| {
            let mut words = line.split_whitespace().map(String::from);
            Some(Locked { id: words.next()?, version: words.next()?, digest: words.next()? })
        })
        .collect()
}

/// The locked documents, in the order in which they were published.
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
    found.retain(|document| document.rule_set != CHARTER);
    found
}

/// A published version of a rule set; of an overlay, together with the version of its base that was the newest then.
pub(crate) fn version(id: &str, version: &str) -> Result<RuleSet, String> {
    let text = files::read_text(&json_path(id, version))?;
    if !OVERLAYS.contains(&id) {
        return RuleSet::from_json(&text).map_err(|errors| errors.to_string());
    }
    let overlay = Overlay::from_json(&text).map_err(|errors| errors.to_string())?;
    let before = locked()?.into_iter().take_while(|locked| locked.id != id || locked.version != version);
    let base = before.filter(|locked| locked.id == overlay.extends).last();
    let base = base.ok_or_else(|| format!("{id} {version} was published before any version of {}", overlay.extends))?;
    self::version(&base.id, &base.version)?.compose(&[overlay]).map_err(|errors| errors.to_string())
}

/// The newest published version of every overlay that is published.
pub(crate) fn overlays() -> Result<Vec<Overlay>, String> {
    let locked = locked()?;
    let published = OVERLAYS.iter().filter(|id| locked.iter().any(|locked| locked.id == **id));
    published.map(|id| Overlay::from_json(&newest_json(id)?).map_err(|errors| errors.to_string())).collect()
}

/// The newest published version of a document, as its JSON.
pub(crate) fn newest_json(id: &str) -> Result<String, String> {
    let newest = locked()?.into_iter().rfind(|locked| locked.id == id);
    let newest = newest.ok_or_else(|| format!("{id} is not published; run `cargo xtask publish`"))?;
    files::read_text(&json_path(id, &newest.version))
}

/// The newest published version of a rule set.
pub(crate) fn newest(id: &str) -> Result<RuleSet, String> {
    RuleSet::from_json(&newest_json(id)?).map_err(|errors| errors.to_string())
}
