//! Rule sets with their overlays, as commands for rule authors name them: `see-2002`, `see-2002+coe-2005`, or a rule set and
//! `--overlay` for each overlay.

use std::{
    collections::BTreeSet,
    iter,
    path::{Path, PathBuf},
};

use palermo::{
    load::digest_of,
    rule_set::{Overlay, RuleSet},
    vocabulary::Standing,
};
use palermo_verify::Subject;

use crate::{failure::Failure, overlays, rule_sets, shipped};

/// A rule set that was named, with what is composed on it.
#[derive(Clone, Debug)]
pub struct Composed {
    /// As it was named.
    pub name: String,
    /// The rule set without overlays.
    pub base: RuleSet,
    /// The overlays, where there are any, and the rule set with them.
    with_overlays: Option<(Vec<Overlay>, RuleSet)>,
    /// The arguments by which another command decides by the rule set without overlays.
    pub base_arguments: Vec<String>,
    /// The arguments by which another command decides by the whole.
    pub arguments: Vec<String>,
}

impl Composed {
    /// The rule set with everything that is composed on it.
    #[must_use]
    pub fn whole(&self) -> &RuleSet {
        self.with_overlays.as_ref().map_or(&self.base, |(_, composed)| composed)
    }

    /// Refuses rules by which nobody can decide.
    ///
    /// # Errors
    ///
    /// Where that is so, with everything that is wrong.
    pub fn is_sound(&self) -> Result<(), Failure> {
        let refused = |errors| Failure::RuleSet { path: PathBuf::from(&self.name), errors };
        self.whole().to_images().map(drop).map_err(refused)
    }

    /// The overlays.
    #[must_use]
    pub fn overlays(&self) -> &[Overlay] {
        self.with_overlays.as_ref().map_or(&[], |(overlays, _)| overlays)
    }

    /// Whether anything is composed on it.
    #[must_use]
    pub fn has_overlays(&self) -> bool {
        !self.overlays().is_empty()
    }

    /// The ids of the instruments that the overlays bring.
    pub fn instruments(&self) -> impl Iterator<Item = &String> {
        self.overlays().iter().flat_map(|overlay| &overlay.instruments).map(|instrument| &instrument.id)
    }

    /// The rules, conduct codes and facts that the overlays add.
    #[must_use]
    pub fn added(&self) -> BTreeSet<String> {
        let names = |rule_set: &RuleSet| -> BTreeSet<String> {
            let rules = rule_set.rules.iter().map(|rule| rule.id.clone());
            let codes = rule_set.conduct.iter().map(|code| code.code.clone());
            rules.chain(codes).chain(rule_set.facts.iter().map(|fact| fact.name.clone())).collect()
        };
        &names(self.whole()) - &names(&self.base)
    }

    /// What is held to a charter.
    #[must_use]
    pub fn subject(&self) -> Subject<'_> {
        let Some((overlays, composed)) = &self.with_overlays else { return Subject::new(&self.base) };
        Subject::composed(&self.base, composed, overlays)
    }
}

/// Reads a rule set with its overlays: those that stand in its name behind a `+`, and further ones.
///
/// # Errors
///
/// Where there is nothing of such a name, it cannot be read or is invalid, or cannot be composed.
pub fn composed(name: &Path, further: &[PathBuf]) -> Result<Composed, Failure> {
    let (base, mut names) = parts(name);
    names.extend(further.iter().cloned());
    shipped::tell_of_what_is_not_read(iter::once(&base).chain(&names).map(PathBuf::as_path));
    of_parts(&base, &names)
}

/// Reads two rule sets with the overlays that stand in their names.
///
/// # Errors
///
/// As [`composed`].
pub fn two(one: &Path, other: &Path) -> Result<(Composed, Composed), Failure> {
    let (one, other) = (parts(one), parts(other));
    let names = [&one, &other].into_iter().flat_map(|(base, names)| iter::once(base).chain(names));
    shipped::tell_of_what_is_not_read(names.map(PathBuf::as_path));
    Ok((of_parts(&one.0, &one.1)?, of_parts(&other.0, &other.1)?))
}

/// Whether rules are those that were published under their names.
#[derive(Clone, Debug)]
pub enum Published {
    /// The rule set and every overlay are, byte for byte.
    Same,
    /// Something of them is not what was published under its name: this is.
    Other(Box<Composed>),
    /// The rule set or an overlay is none that the program has, and the rest is as it was published; or it is no standard.
    Unknown,
}

/// Looks up what was published under the names of a rule set and of its overlays.
///
/// # Errors
///
/// Where what the program has cannot be read.
pub fn published(own: &Composed) -> Result<Published, Failure> {
    let Some(shipped) = shipped::rule_set(&own.base.id).filter(|_| own.base.standing == Standing::Standard) else {
        return Ok(Published::Unknown);
    };
    let mut is_same = own.base.digest() == digest_of(shipped.json.trim_end());
    let mut are_all_known = true;
    let mut names = Vec::new();
    for overlay in own.overlays() {
        match shipped::overlay(&overlay.id) {
            Some(shipped) => {
                is_same &= overlay.digest() == digest_of(shipped.json.trim_end());
                names.push(PathBuf::from(shipped.id));
            }
            None => are_all_known = false,
        }
    }
    match (is_same, are_all_known) {
        (true, true) => Ok(Published::Same),
        (true, false) => Ok(Published::Unknown),
        (false, _) => of_parts(Path::new(shipped.id), &names).map(|published| Published::Other(Box::new(published))),
    }
}

fn of_parts(base: &Path, names: &[PathBuf]) -> Result<Composed, Failure> {
    let named = rule_sets::named(base)?;
    let overlays = overlays::named(names, &named.rule_set)?;
    let composed = match overlays.as_slice() {
        [] => None,
        overlays => Some(overlays::compose(&named.rule_set, overlays)?),
    };
    let mut arguments = named.arguments.clone();
    for name in names {
        arguments.extend(["--overlay".to_string(), name.display().to_string()]);
    }
    Ok(Composed {
        name: iter::once(base)
            .chain(names.iter().map(PathBuf::as_path))
            .map(|name| name.display().to_string())
            .collect::<Vec<_>>()
            .join("+"),
        base: named.rule_set,
        with_overlays: composed.map(|composed| (overlays, composed)),
        base_arguments: named.arguments,
        arguments,
    })
}

/// The rule set and the overlays behind it. What is there under the whole name is meant by it.
fn parts(name: &Path) -> (PathBuf, Vec<PathBuf>) {
    let whole = || (name.to_path_buf(), Vec::new());
    let Some(text) = name.to_str() else { return whole() };
    if shipped::rule_set(text).is_some() || name.symlink_metadata().is_ok() {
        return whole();
    }
    let mut parts = text.split('+').map(PathBuf::from);
    parts.next().map_or_else(whole, |base| (base, parts.collect()))
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::parts;

    #[test]
    fn overlays_stand_behind_a_plus() {
        let paths = |names: &[&str]| names.iter().map(PathBuf::from).collect::<Vec<_>>();
        assert_eq!(parts(Path::new("see-2002")), (PathBuf::from("see-2002"), Vec::new()));
        assert_eq!(parts(Path::new("see-2002+a+./b")), (PathBuf::from("see-2002"), paths(&["a", "./b"])));
        assert_eq!(parts(Path::new("see-2002+")), (PathBuf::from("see-2002"), paths(&[""])));
        assert_eq!(parts(Path::new("src")), (PathBuf::from("src"), Vec::new()));
    }
}
