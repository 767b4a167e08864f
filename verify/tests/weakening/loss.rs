//! What some record loses by a change, found by comparing two rule sets over all records.

use palermo::rule_set::RuleSet;
use palermo_verify::{Domain, Failure, Function, Model, NODE_LIMIT, Output, Space};

/// The values of the status, the lowest first.
const STATUSES: [&str; 4] = ["not_established", "undetermined", "presumed", "identified"];

/// A duty that is due to those alone whose case was closed: it is no loss where the case is closed no longer.
const DUE_TO_THE_REFUTED: &str = "obligation:reopen-on-new-facts";

/// A conclusion, the breach of a duty, what shows by itself, the status, an element, childhood: what follows before for some record
/// and no longer after, and each no that comes to be said. Empty where nothing is lost for any record that there could be.
pub fn lost(base: &RuleSet, changed: &RuleSet) -> Result<Vec<String>, Failure> {
    let domain = Domain::new(&[base, changed], [])?;
    let space = Space::new(&domain, NODE_LIMIT);
    let compared = Compared { before: Model::new(&space, base)?, after: Model::new(&space, changed)?, space: &space };
    let mut found = Vec::new();
    for (output, function) in compared.before.outputs() {
        let is_lost = match &output {
            Output::Conclusion(id) if id == DUE_TO_THE_REFUTED => {
                let closed = compared.now(&Output::Status("not_established".into()));
                space.and(function, &closed).and_then(|due| compared.is_lost(&due, &compared.now(&output)))?
            }
            Output::Conclusion(_) | Output::Violation(_) | Output::Implied(_) => {
                compared.is_lost(function, &compared.now(&output))?
            }
            Output::Status(status) => {
                let higher = STATUSES.into_iter().skip_while(|known| known != status);
                let higher = higher.map(|status| compared.now(&Output::Status(status.into()))).collect::<Vec<_>>();
                compared.is_lost(function, &space.any(&higher)?)?
            }
            // A no, or that somebody is an adult, must not come to be said where it was not; a yes must not get lost.
            Output::Derived { value, .. } if value == "no" || value == "adult" => {
                compared.is_lost(&compared.now(&output), function)?
            }
            Output::Derived { value, .. } if value == "unknown" => false,
            Output::Derived { fact, value } if value == "presumed_child" => {
                let child = compared.now(&Output::Derived { fact: fact.clone(), value: "child".into() });
                compared.is_lost(function, &space.or(&compared.now(&output), &child)?)?
            }
            Output::Derived { .. } => compared.is_lost(function, &compared.now(&output))?,
        };
        if is_lost {
            found.push(output.to_string());
        }
    }
    Ok(found)
}

struct Compared<'c> {
    before: Model<'c>,
    after: Model<'c>,
    space: &'c Space<'c>,
}

impl Compared<'_> {
    fn now(&self, output: &Output) -> Function {
        self.after.output(output).cloned().unwrap_or_else(|| self.space.never())
    }

    fn is_lost(&self, before: &Function, after: &Function) -> Result<bool, Failure> {
        Ok(!self.space.and_not(before, after)?.is_never())
    }
}
