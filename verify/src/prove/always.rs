//! What every record has that meets a condition; and conclusions that bring others with them.

use std::collections::BTreeMap;

use super::{Findings, Prover};
use crate::{Failure, Output, charter::Always, report::Refutation};

impl Prover<'_> {
    pub(super) fn always(&self, always: &Always, findings: &mut Findings) -> Result<(), Failure> {
        let when = self.condition(&always.when)?;
        if when.is_never() {
            findings.vacuous("no record meets the condition");
            return Ok(());
        }
        if let Some(holds) = &always.holds {
            let broken = self.space.and_not(&when, &self.condition(holds)?);
            if let Some(broken) = findings.answer(broken) {
                findings.decided();
                let says = "a record meets the condition, and what should then hold does not".to_string();
                let telling = self.telling(&[holds, &always.when], &broken);
                self.by_record(says, telling.as_ref(), &broken).into_iter().for_each(|refutation| findings.refuted(refutation));
            }
        }
        let mut given_by_no_rule = Vec::new();
        for output in always.concludes.iter().flat_map(|concludes| self.outputs(concludes)) {
            if self.model.output(&output).is_none() {
                findings.decided();
                given_by_no_rule.push(output.to_string());
                continue;
            }
            let Some(broken) = findings.answer(self.space.and_not(&when, &self.follows(&output))) else {
                continue;
            };
            findings.decided();
            if !findings.has_room() && !broken.is_never() {
                findings.refuted_further();
                continue;
            }
            let says = format!("a record meets the condition, and {output} does not follow");
            self.by_record(says, Some(&output), &broken).into_iter().for_each(|refutation| findings.refuted(refutation));
        }
        if !given_by_no_rule.is_empty() {
            let says = format!("a record meets the condition, and no rule gives {}", given_by_no_rule.join(", "));
            let refutation = self.by_record(says, None, &when);
            findings.refuted_first(refutation.map(|refutation| Refutation { parts: given_by_no_rule, ..refutation }));
        }
        Ok(())
    }

    pub(super) fn closure(&self, entries: &BTreeMap<String, String>, findings: &mut Findings) {
        for (from, to) in entries {
            let (Ok(from), Ok(to)) = (from.parse::<Output>(), to.parse::<Output>()) else {
                continue;
            };
            let follows = self.follows(&from);
            if follows.is_never() {
                findings.vacuous(self.never_follows(&from));
                continue;
            }
            let Some(broken) = findings.answer(self.space.and_not(&follows, &self.follows(&to))) else {
                continue;
            };
            findings.decided();
            let says = format!("{from} follows, and {to} does not");
            self.by_record(says, Some(&to), &broken).into_iter().for_each(|refutation| findings.refuted(refutation));
        }
    }
}
