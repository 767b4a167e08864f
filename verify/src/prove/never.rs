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
                findings.vacuous(format!("{output}: it never follows"));
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
            let (Ok(first), Ok(second)) = (first.parse::<Output>(), second.parse::<Output>()) else {
                continue;
            };
            let (one, other) = (self.follows(&first), self.follows(&second));
            if let Some(absent) = [(&first, &one), (&second, &other)].into_iter().find(|(_, function)| function.is_never()) {
                findings.vacuous(format!("{first} and {second}: {} never follows", absent.0));
                continue;
            }
            let Some(broken) = findings.answer(self.space.and(&one, &other)) else {
                continue;
            };
            findings.decided();
            let says = format!("{first} and {second} follow together");
            self.by_record(says, Some(&first), &broken).into_iter().for_each(|refutation| findings.refuted(refutation));
        }
    }
}
