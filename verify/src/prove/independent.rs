//! Conclusions that do not depend on facts. A diagram reads a variable exactly when the function depends on it, so nothing
//! has to be tried: what it does not read makes no difference, for one fact alone and for all of them at once.

use super::{
    Findings, Prover,
    prover::{pair_with, size},
};
use crate::{DomainFact, Facts, Failure, Function, Side, Witness, charter::Independent};

impl Prover<'_> {
    pub(super) fn independent(&self, independent: &Independent, findings: &mut Findings) -> Result<(), Failure> {
        let facts = self.facts(&independent.facts);
        for output in self.outputs(&independent.conclusions) {
            let follows = self.follows(&output);
            if follows.is_never() {
                findings.vacuous(self.never_follows(&output));
                continue;
            }
            for (_, _, fact) in &facts {
                findings.decided();
                if !self.space.depends_on(&follows, fact, Side::First) {
                    continue;
                }
                if !findings.has_room() {
                    findings.refuted_further();
                    continue;
                }
                if let Some((first, second)) = self.pair_that_differs(&follows, fact)? {
                    let says = format!("{output} depends on {}", fact.name);
                    findings.refuted(self.by_pair(says, Some(&output), &first, &second));
                }
            }
        }
        Ok(())
    }

    /// The smallest pair of records that differ in one fact alone and of which a function holds for one only.
    fn pair_that_differs(&self, function: &Function, fact: &DomainFact) -> Result<Option<(Facts, Facts)>, Failure> {
        let places: Vec<_> = fact.places().collect();
        let mut smallest: Option<(Facts, Facts)> = None;
        for (number, first) in places.iter().enumerate() {
            for second in places.iter().skip(number + 1) {
                let given = |place| self.space.given(function, fact, place, Side::First);
                let differ = self.space.differ(&given(*first), &given(*second))?;
                let Some(witness) = Witness::smallest(self.domain(), &differ) else {
                    continue;
                };
                let pair = pair_with(&witness.first, fact, *first, *second);
                if smallest.as_ref().is_none_or(|known| size(&pair) < size(known)) {
                    smallest = Some(pair);
                }
            }
        }
        Ok(smallest)
    }
}
