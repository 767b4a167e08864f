//! What is composed on a base takes nothing from what the base gives, and lowers no status.

use super::{Findings, Prover};
use crate::{
    Failure, Function, Model, Output, Witness,
    charter::Strengthens,
    report::{DecidedBy, Refutation},
};

impl Prover<'_> {
    pub(super) fn strengthens(
        &self,
        base: &Model<'_>,
        strengthens: &Strengthens,
        findings: &mut Findings,
    ) -> Result<(), Failure> {
        // Of the base: a conclusion that no rule of the whole gives any more is lost too.
        let outputs = |conclusions| self.outputs_of(base.rule_set(), conclusions);
        for output in strengthens.conclusions.iter().flat_map(outputs) {
            let before = self.follows_by(base, &output);
            if before.is_never() {
                findings.vacuous(format!("{output}: it never follows by the base"));
                continue;
            }
            let Some(broken) = findings.answer(self.space.and_not(&before, &self.follows(&output))) else {
                continue;
            };
            findings.decided();
            let says = format!("{output} follows by the base alone, and no longer by what is composed on it");
            self.lost(base, says, &output, &broken, findings);
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
            let says = format!("the status is {status} by the base alone, and lower by what is composed on it");
            self.lost(base, says, &output, &broken, findings);
        }
        Ok(())
    }

    /// The same record, decided by the base alone and by the whole.
    fn lost(&self, base: &Model<'_>, says: String, output: &Output, broken: &Function, findings: &mut Findings) {
        let Some(witness) = Witness::smallest(self.domain(), broken) else {
            return;
        };
        findings.refuted(Refutation {
            says,
            output: Some(output.to_string()),
            differ: Vec::new(),
            first: Some(self.record(&witness.first, Some(output), base, DecidedBy::Base)),
            second: Some(self.record(&witness.first, Some(output), self.model, DecidedBy::Composed)),
            parts: Vec::new(),
        });
    }
}
