//! Publishes rule sets, overlays and the charter, and checks that nothing published has changed.

use std::process::Command;

use palermo::load::digest_of;

use crate::{
    Outcome, charter, files,
    publication::Publication,
    published::{Locked, json_path, lock_path, locked, locked_in},
    rule_sets::{compiled, overlays},
};

/// Everything that is published, as its sources are now.
fn publications() -> Result<Vec<Publication>, String> {
    let mut publications = compiled()?.iter().map(Publication::of_rule_set).collect::<Result<Vec<_>, String>>()?;
    publications.extend(overlays()?.iter().map(Publication::of_overlay).collect::<Result<Vec<_>, String>>()?);
    publications.push(charter::publication()?);
    Ok(publications)
}

fn is(publication: &Publication, locked: &Locked) -> bool {
    locked.id == publication.id && locked.version == publication.version
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
        let known = locked_in(&lock).into_iter().find(|locked| is(&publication, locked));
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
        locked_in(&lock).iter().any(|locked| is(publication, locked))
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
        let known = locked()?.into_iter().find(|locked| is(&publication, locked));
        if known.is_some_and(|known| known.digest != publication.digest()) {
            wrong.push(format!(
                "{} carries the published version {} and says something else: raise the version and run `cargo xtask publish`",
                publication.source, publication.version
            ));
        }
    }
    Ok(wrong)
}
