//! Rule sets with their overlays, as commands for rule authors name them: `see-2002`, `see-2002+coe-2005`, or a rule set and
//! `--overlay` for each overlay.

use std::path::{Path, PathBuf};

use palermo::rule_set::{Overlay, RuleSet};
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
    composed: Option<(Vec<Overlay>, RuleSet)>,
    /// The arguments by which another command decides by the rule set without overlays.
    pub base_arguments: Vec<String>,
    /// The arguments by which another command decides by the whole.
    pub arguments: Vec<String>,
}

impl Composed {
    /// The rule set with everything that is composed on it.
    #[must_use]
    pub fn whole(&self) -> &RuleSet {
        self.composed.as_ref().map_or(&self.base, |(_, composed)| composed)
    }

    /// What is held to a charter.
    #[must_use]
    pub fn subject(&self) -> Subject<'_> {
        let Some((overlays, composed)) = &self.composed else { return Subject::new(&self.base) };
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
    let named = rule_sets::named(&base)?;
    let overlays = overlays::named(&names, &named.rule_set)?;
    let composed = match overlays.as_slice() {
        [] => None,
        overlays => Some(overlays::compose(&named.rule_set, overlays)?),
    };
    let mut arguments = named.arguments.clone();
    for name in &names {
        arguments.extend(["--overlay".to_string(), name.display().to_string()]);
    }
    Ok(Composed {
        name: std::iter::once(&base).chain(&names).map(|name| name.display().to_string()).collect::<Vec<_>>().join("+"),
        base: named.rule_set,
        composed: composed.map(|composed| (overlays, composed)),
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
