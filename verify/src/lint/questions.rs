//! Facts that are asked, are read, and can still change nothing: no status, no conclusion, no violation, whatever else is
//! known. A question that nobody needs is an intrusion.

use std::collections::BTreeSet;

use palermo::Stage;

use super::{Finding, Lint, Looked, facts};
use crate::{Failure, Output, Side};

pub(super) fn find(looked: &Looked<'_>) -> Result<Vec<Finding>, Failure> {
    let Looked { space, model, .. } = looked;
    let rule_set = model.rule_set();
    let mut matter = BTreeSet::new();
    for (output, function) in model.outputs() {
        if !matches!(output, Output::Derived { .. }) {
            matter.extend(space.support(function, Side::First));
        }
    }
    for code in &model.codes {
        if let Some(implied) = &code.implied {
            matter.extend(space.support(&space.and(implied, &code.breach)?, Side::First));
        }
    }
    let (read, waited_for) = (facts::read(rule_set), facts::waited_for(rule_set));
    let needless = rule_set.facts.iter().filter(|fact| {
        let matters = space.domain().index(&fact.name).is_some_and(|index| matter.contains(&index));
        // A fact that nothing reads is a finding of its own, unless it is shielded: then it is not to be asked either.
        let is_here = read.contains(fact.name.as_str()) || fact.shield;
        fact.ask != Stage::Never && !matters && is_here && !waited_for.contains(fact.name.as_str())
    });
    let found = |name: &String| {
        let sentence = format!("The fact {name} is asked, and no answer changes the status, a conclusion or a violation.");
        Finding::new(Lint::QuestionNeedless, name, sentence)
    };
    Ok(needless.map(|fact| found(&fact.name)).collect())
}
