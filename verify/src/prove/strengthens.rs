//! What is composed on a base takes nothing from what the base gives, and lowers no status.

use super::{Findings, Prover};
use crate::{
    Failure, Function, Model, Output, Witness,
    charter::Strengthens,
    report::{DecidedBy, Named, Refutation},
};

impl Prover<'_> {
    pub(super) fn strengthens(
        &self,
        base: &Model<'_>,
        by: DecidedBy,
        strengthens: &Strengthens,
        findings: &mut Findings,
    ) -> Result<(), Failure> {
        let is_base = by == DecidedBy::Base;
        let name = Named::of(base.rule_set()).to_string();
        let places =
            if is_base { ["the base alone", "what is composed on it"] } else { [name.as_str(), "the rule set held against it"] };
        let [before_it, after_it] = places;
        // Of the base: a conclusion that no rule of the whole gives any more is lost too.
        let outputs = |conclusions| self.outputs_of(base.rule_set(), conclusions);
        for output in strengthens.conclusions.iter().flat_map(outputs) {
            let before = self.follows_by(base, &output);
            if before.is_never() {
                findings.vacuous(format!("{output}: it never follows by {}", if is_base { "the base" } else { &name }));
                continue;
            }
            let Some(broken) = findings.answer(self.space.and_not(&before, &self.follows(&output))) else {
                continue;
            };
            findings.decided();
            let says = format!("{output} follows by {before_it}, and no longer by {after_it}");
            self.lost((base, by), says, &output, &broken, findings);
        }
        for (number, status) in strengthens.statuses.iter().enumerate() {
            let output = Output::Status(status.clone());
            let before = self.follows_by(base, &output);
            let lower = strengthens.statuses.iter().take(number).map(|lower| self.follows(&Output::Status(lower.clone())));
            let lower = self.space.any(&lower.collect::<Vec<_>>())?;
            let Some(broken) = findings.answer(self.space.and(&before, &lower)) else {
                continue;
            };
            findings.decided();
            let says = format!("the status is {status} by {before_it}, and lower by {after_it}");
            self.lost((base, by), says, &output, &broken, findings);
        }
        Ok(())
    }

    /// The same record, decided by the base alone and by the whole.
    fn lost(
        &self,
        (base, by): (&Model<'_>, DecidedBy),
        says: String,
        output: &Output,
        broken: &Function,
        findings: &mut Findings,
    ) {
        let Some(witness) = Witness::smallest(self.domain(), broken) else {
            return;
        };
        let first = self.record(&witness.first, Some(output), base, by);
        let second = self.record(&witness.first, Some(output), self.model, DecidedBy::Composed);
        let (one, two) = (&first.record.facts, &second.record.facts);
        // Only what one of them does not have.
        let differ = witness.first.keys().filter(|name| one.get(*name) != two.get(*name)).cloned().collect();
        findings.refuted(Refutation {
            says,
            output: Some(output.to_string()),
            differ,
            first: Some(first),
            second: Some(second),
            parts: Vec::new(),
        });
    }
}
