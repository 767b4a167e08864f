//! Published rule sets, and the charter: immutable JSON whose digests are locked.
//!
//! `LOCK` has a line for each published rule set and, indented below it, one for each of its rules, so that a review sees
//! which rules a new version moved.

use std::{collections::BTreeMap, path::PathBuf, process::Command};

use palermo::{
    load::digest_of,
    rule_set::{Overlay, Rule, RuleSet},
};
use palermo_compile::PublishedRules;

use crate::{
    Outcome, charter, files,
    generate::{self, OVERLAYS, compiled},
};

fn lock_path() -> PathBuf {
    files::root().join("rules/published/LOCK")
}

fn json_path(id: &str, version: &str) -> PathBuf {
    files::root().join(format!("rules/published/{id}-{version}.json"))
}

/// A locked document.
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
    found.retain(|document| document.rule_set != charter::ID);
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

/// A document as it is published.
pub(crate) struct Publication {
    pub id: String,
    pub version: String,
    /// The file that says the version.
    pub source: String,
    /// Its canonical JSON.
    pub json: String,
    /// Its parts with their digests.
    pub parts: Vec<(String, String)>,
}

impl Publication {
    fn of_rule_set(set: &RuleSet) -> Result<Self, String> {
        Ok(Self {
            id: set.id.clone(),
            version: set.version.clone(),
            source: format!("rules/{}/standard.yaml", set.id),
            json: set.to_canonical_json(),
            parts: parts(&set.rules)?,
        })
    }

    fn of_overlay(overlay: &Overlay) -> Result<Self, String> {
        Ok(Self {
            id: overlay.id.clone(),
            version: overlay.version.clone(),
            source: format!("rules/{}/overlay.yaml", overlay.id),
            json: overlay.to_canonical_json(),
            parts: parts(&overlay.rules)?,
        })
    }

    fn digest(&self) -> String {
        digest_of(&self.json)
    }

    /// The lines of the lock that are of it.
    fn entry(&self) -> String {
        let parts = self.parts.iter().map(|(name, digest)| format!("  {name} {digest}\n"));
        std::iter::once(format!("{} {} {}\n", self.id, self.version, self.digest())).chain(parts).collect()
    }

    fn is(&self, locked: &Locked) -> bool {
        locked.id == self.id && locked.version == self.version
    }
}

/// The rules with their digests.
fn parts(rules: &[Rule]) -> Result<Vec<(String, String)>, String> {
    let part = |rule: &Rule| {
        let json = serde_json::to_string(rule).map_err(|error| error.to_string())?;
        Ok((rule.id.clone(), digest_of(&json)))
    };
    rules.iter().map(part).collect()
}

/// Everything that is published, as its sources are now.
fn publications() -> Result<Vec<Publication>, String> {
    let mut publications = compiled()?.iter().map(Publication::of_rule_set).collect::<Result<Vec<_>, String>>()?;
    publications.extend(generate::overlays()?.iter().map(Publication::of_overlay).collect::<Result<Vec<_>, String>>()?);
    publications.push(charter::publication()?);
    Ok(publications)
}

/// Publishes everything whose version is not published yet; of what is named, where anything is.
pub(crate) fn publish(names: &[String]) -> Outcome {
    let mut lock = files::read_text(&lock_path()).unwrap_or_else(|_| {
        "# Digests of published rule sets and of their rules. Written by `cargo xtask publish` alone.\n".to_string()
    });
    let publications = publications()?;
    if let Some(unknown) = names.iter().find(|name| !publications.iter().any(|publication| publication.id == **name)) {
        return Err(format!("there is nothing to publish under the name {unknown}"));
    }
    for publication in publications.into_iter().filter(|publication| names.is_empty() || names.contains(&publication.id)) {
        let known = locked_in(&lock).into_iter().find(|locked| publication.is(locked));
        match known {
            Some(locked) if locked.digest == publication.digest() => continue,
            Some(_) if is_committed(&publication) => {
                return Err(format!(
                    "{} {} is published and its sources have changed since: raise `version` in {}",
                    publication.id, publication.version, publication.source
                ));
            }
            // A version that was never committed was never published to anybody.
            Some(_) => lock = without(&lock, &publication),
            None => {}
        }
        files::write(&json_path(&publication.id, &publication.version), format!("{}\n", publication.json).as_bytes())?;
        lock.push_str(&publication.entry());
        println!("published {} {} {}", publication.id, publication.version, publication.digest());
    }
    files::write(&lock_path(), lock.as_bytes())
}

/// The lock without a publication and its parts.
fn without(lock: &str, publication: &Publication) -> String {
    let head = format!("{} {} ", publication.id, publication.version);
    let mut inside = false;
    let kept = lock.lines().filter(|line| {
        inside = if line.starts_with(' ') { inside } else { line.starts_with(&head) };
        !inside
    });
    kept.flat_map(|line| [line, "\n"]).collect()
}

fn is_committed(publication: &Publication) -> bool {
    let shown = Command::new("git").args(["show", "HEAD:rules/published/LOCK"]).current_dir(files::root()).output();
    shown.is_ok_and(|output| {
        let lock = String::from_utf8_lossy(&output.stdout).into_owned();
        locked_in(&lock).iter().any(|locked| publication.is(locked))
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
    for publication in publications()? {
        let known = locked()?.into_iter().find(|locked| publication.is(locked));
        if known.is_some_and(|known| known.digest != publication.digest()) {
            wrong.push(format!(
                "{} carries the published version {} and says something else: raise the version and run `cargo xtask publish`",
                publication.source, publication.version
            ));
        }
    }
    Ok(wrong)
}
