//! Values of a derived fact that no two rules give at once, so that their priority never has to choose between them.

use super::{Findings, Prover, prover::rules_for};
use crate::{Failure, Function, Output, Witness, charter::Exclusive, report::Refutation};

impl Prover<'_> {
    pub(super) fn exclusive(&self, list: &[Exclusive], findings: &mut Findings) -> Result<(), Failure> {
        for exclusive in list {
            for (number, first) in exclusive.values.iter().enumerate() {
                for second in exclusive.values.iter().skip(number + 1) {
                    let (one, other) = (self.given(&exclusive.fact, first)?, self.given(&exclusive.fact, second)?);
                    let what = format!("{} {first} and {second}", exclusive.fact);
                    if one.1.is_never() || other.1.is_never() {
                        findings.vacuous(format!("{what}: no rule gives one of them"));
                        continue;
                    }
                    let Some(broken) = findings.answer(self.space.and(&one.1, &other.1)) else {
                        continue;
                    };
                    findings.decided();
                    let Some(witness) = Witness::smallest(self.domain(), &broken) else {
                        continue;
                    };
                    let mut record = self.record(&witness.first, None, self.model, self.by);
                    record.rules = self.fire(&[one.0, other.0].concat(), &witness);
                    findings.refuted(Refutation {
                        says: format!("rules give {what} at once"),
                        output: None,
                        differ: Vec::new(),
                        first: Some(record),
                        second: None,
                        parts: Vec::new(),
                    });
                }
            }
        }
        Ok(())
    }

    /// The rules that give a derived fact a value, and when one of them fires.
    fn given(&self, fact: &str, value: &str) -> Result<(Vec<String>, Function), Failure> {
        let output = Output::of_value(self.rule_set, fact, value);
        let ids = rules_for(self.model, &output);
        let rules = self.model.rules.iter().filter(|rule| ids.contains(&rule.id)).map(|rule| &rule.when);
        let function = self.space.any(rules)?;
        Ok((ids, function))
    }
}
