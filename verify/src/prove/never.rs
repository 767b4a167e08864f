//! What no record has that meets a condition, and conclusions that no record has together.

use super::{Findings, Prover};
use crate::{Failure, Output, charter::Never};

impl Prover<'_> {
    pub(super) fn never(&self, never: &Never, findings: &mut Findings) -> Result<(), Failure> {
        let when = self.condition(&never.when)?;
        if when.is_never() {
            findings.vacuous("no record meets the condition");
            return Ok(());
        }
        for output in self.outputs(&never.concludes) {
            let follows = self.follows(&output);
            if follows.is_never() {
                findings.vacuous(self.never_follows(&output));
                continue;
            }
            let Some(broken) = findings.answer(self.space.and(&when, &follows)) else {
                continue;
            };
            findings.decided();
            if !findings.has_room() && !broken.is_never() {
                findings.refuted_further();
                continue;
            }
            let says = format!("a record meets the condition, and {output} follows");
            self.by_record(says, Some(&output), &broken).into_iter().for_each(|refutation| findings.refuted(refutation));
        }
        Ok(())
    }

    pub(super) fn never_together(&self, pairs: &[(String, String)], findings: &mut Findings) {
        for (first, second) in pairs {
            let found = self.pairs_of(first, second);
            if found.is_empty() {
                findings.vacuous(format!("no name stands for both {first} and {second}"));
            }
            for (one, other) in found {
                self.apart(&one, &other, findings);
            }
        }
    }

    fn apart(&self, first: &Output, second: &Output, findings: &mut Findings) {
        let (one, other) = (self.follows(first), self.follows(second));
        let sides = [(first, second, &one), (second, first, &other)];
        if let Some((absent, present, _)) = sides.into_iter().find(|(_, _, function)| function.is_never()) {
            findings.vacuous(format!("{}, so {present} meets nothing against it", self.never_follows(absent)));
            return;
        }
        let Some(broken) = findings.answer(self.space.and(&one, &other)) else {
            return;
        };
        findings.decided();
        let says = format!("{first} and {second} follow together");
        self.by_record(says, Some(first), &broken).into_iter().for_each(|refutation| findings.refuted(refutation));
    }
}
