//! What every record has that meets a condition; and conclusions that bring others with them.

use std::collections::BTreeMap;

use super::{Findings, Prover};
use crate::{Failure, Output, charter::Always};

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
                self.by_record(says, None, &broken).into_iter().for_each(|refutation| findings.refuted(refutation));
            }
        }
        for output in always.concludes.iter().flat_map(|concludes| self.outputs(concludes)) {
            let Some(broken) = findings.answer(self.space.and_not(&when, &self.follows(&output))) else {
                continue;
            };
            findings.decided();
            if !findings.has_room() && !broken.is_never() {
                findings.refuted_further();
                continue;
            }
            let says = match self.model.output(&output) {
                Some(_) => format!("a record meets the condition, and {output} does not follow"),
                None => format!("no rule gives {output}"),
            };
            self.by_record(says, Some(&output), &broken).into_iter().for_each(|refutation| findings.refuted(refutation));
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
                findings.vacuous(format!("{from}: it never follows"));
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
