//! Conduct that can break nothing, and conduct that facts can never imply.

use super::{Finding, Lint, Looked};
use crate::Failure;

pub(super) fn broken_never(looked: &Looked<'_>) -> Vec<Finding> {
    let never = looked.model.codes.iter().filter(|code| code.breach.is_never());
    let found = |code: &crate::CodeModel| {
        let sentence = format!("There is no record in which the conduct {} breaks the rule {}.", code.code, code.rule);
        Finding::new(Lint::BreachNever, &code.code, sentence)
    };
    never.map(found).collect()
}

pub(super) fn implied_never(looked: &Looked<'_>) -> Result<Vec<Finding>, Failure> {
    let mut findings = Vec::new();
    for code in looked.model.codes.iter().filter(|code| !code.breach.is_never()) {
        let Some(implied) = &code.implied else { continue };
        if looked.space.and(implied, &code.breach)?.is_never() {
            let sentence = format!("There is no record in which facts imply the conduct {} and it breaks a rule.", code.code);
            findings.push(Finding::new(Lint::ImpliedNever, &code.code, sentence));
        }
    }
    Ok(findings)
}
