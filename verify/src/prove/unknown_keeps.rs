//! What follows for every known value of a fact also follows while the fact is unknown.
//!
//! To show it for each fact on its own is to show it for all of them: if something follows however several facts are known, it
//! follows with one of them unknown however the others are known, and so on.

use super::{Findings, Prover, prover::pair_with};
use crate::{Place, Side, Witness, charter::UnknownKeeps};

impl Prover<'_> {
    pub(super) fn unknown_keeps(&self, keeps: &UnknownKeeps, findings: &mut Findings) {
        let facts = self.facts(&keeps.facts);
        for output in self.outputs(&keeps.conclusions) {
            let follows = self.follows(&output);
            if follows.is_never() {
                findings.vacuous(self.never_follows(&output));
                continue;
            }
            for (_, _, fact) in &facts {
                if !self.space.depends_on(&follows, fact, Side::First) {
                    findings.decided();
                    continue;
                }
                let given = |place| self.space.given(&follows, fact, place, Side::First);
                let known: Vec<_> = fact.places().filter(|place| *place != Place::Unknown).map(given).collect();
                let broken = self.space.all(&known).and_then(|known| self.space.and_not(&known, &given(Place::Unknown)));
                let Some(broken) = findings.answer(broken) else {
                    continue;
                };
                findings.decided();
                let Some(witness) = Witness::smallest(self.domain(), &broken) else {
                    continue;
                };
                let (first, second) = pair_with(&witness.first, fact, Place::Known(0), Place::Unknown);
                let says = format!("{output} follows whatever {} is known to be, and not while it is unknown", fact.name);
                findings.refuted(self.by_pair(says, Some(&output), &first, &second));
            }
        }
    }
}
