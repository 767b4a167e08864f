//! What overlays may not say beside each other.

use alloc::{format, string::String, vec::Vec};

use crate::{
    load::{LoadError, LoadErrorCode},
    rule_set::{Fact, Overlay, RuleSet},
};

/// Checks overlays, in canonical order, against each other.
pub(super) fn check_together(base: &RuleSet, overlays: &[&Overlay]) -> Vec<LoadError> {
    let mut errors = Vec::new();
    for (number, overlay) in overlays.iter().enumerate() {
        let mut error = |path: String, code| errors.push(LoadError::new(path, code).of(&overlay.id));
        let earlier = || overlays.iter().take(number);
        if earlier().any(|other| other.id == overlay.id) {
            error("/id".into(), LoadErrorCode::DuplicateName { what: "overlay" });
            continue;
        }
        for (place, fact) in overlay.facts.iter().enumerate() {
            let shared = earlier().flat_map(|other| other.facts.iter().map(move |known| (*other, known)));
            if let Some((other, key)) = shared
                .filter(|(_, known)| known.name == fact.name)
                .find_map(|(other, known)| Some((other, differing(known, fact)?)))
            {
                let reason = format!("the overlay `{}` has this fact too, with another `{key}`", other.id);
                error(format!("/facts/{place}/{key}"), LoadErrorCode::Mismatch { reason });
            }
        }
        for (place, instrument) in overlay.instruments.iter().enumerate() {
            let other =
                earlier().find(|other| other.instruments.iter().any(|known| known.id == instrument.id && known != instrument));
            if let Some(other) = other {
                let reason = format!("the overlay `{}` says something else of this instrument", other.id);
                error(format!("/instruments/{place}"), LoadErrorCode::Mismatch { reason });
            }
        }
    }
    errors.extend(no_day(base, overlays));
    errors
}

/// That there is no day on which everything is in force, said of what begins last. Days are written so that their order is that of
/// the letters.
fn no_day(base: &RuleSet, overlays: &[&Overlay]) -> Option<LoadError> {
    let ends =
        overlays.iter().map(|overlay| &overlay.in_force).chain([&base.in_force]).filter_map(|days| days.to.as_ref()).min()?;
    let last = overlays.iter().max_by_key(|overlay| &overlay.in_force.from)?;
    let alone = last.in_force.to.as_ref().is_some_and(|to| *to < last.in_force.from);
    (*ends < last.in_force.from && !alone).then(|| {
        let reason =
            format!("what it is composed with ends on {ends}, before it begins: there is no day on which both are in force");
        LoadError::new("/in_force/from", LoadErrorCode::Mismatch { reason }).of(&last.id)
    })
}

/// The key in which two declarations of a fact differ, of those that decide what may be recorded and what it may influence.
fn differing(one: &Fact, other: &Fact) -> Option<&'static str> {
    let same = [
        ("group", one.group == other.group),
        ("values", one.values == other.values),
        ("ask", one.ask == other.ask),
        ("shield", one.shield == other.shield),
    ];
    same.into_iter().find(|(_, same)| !same).map(|(key, _)| key)
}
