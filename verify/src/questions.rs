//! Which open facts of a record can still matter, exactly.
//!
//! The engine answers the same question quickly, by three-valued logic over what is written, and may list a fact that cannot
//! matter after all. Here what follows from the record is a function of the facts that are open, and a fact matters exactly
//! when one of these functions depends on it: however the others are completed, with any of their values.

use std::collections::{BTreeMap, BTreeSet};

use palermo::{Certainty, IntakeRecord};

use crate::{FactIndex, Failure, Function, Model, Output, Place, Side, Space};

/// The open facts that can matter, each by its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matters {
    /// Those that can change the status.
    pub status: BTreeSet<String>,
    /// Those that can change the status, a conclusion or a violation.
    pub decision: BTreeSet<String>,
}

/// Says of records which open facts can matter to what a rule set makes of them.
#[derive(Clone, Debug)]
pub struct OpenFacts<'m> {
    space: &'m Space<'m>,
    /// The functions of the values of the status.
    status: Vec<Function>,
    /// The functions of conclusions, each once: many follow in the same records.
    conclusions: Vec<Function>,
    /// For each conduct code, when the conduct breaks a duty, and when facts imply that it happened and it does.
    codes: BTreeMap<String, (Function, Option<Function>)>,
}

impl<'m> OpenFacts<'m> {
    /// Prepares the functions of a rule set.
    ///
    /// # Errors
    ///
    /// Where a function grows beyond the limit of the space.
    pub fn new(space: &'m Space<'m>, model: &Model<'_>) -> Result<Self, Failure> {
        let outputs = model.outputs().into_iter();
        let status = outputs.filter(|(output, _)| matches!(output, Output::Status(_))).map(|(_, function)| function.clone());
        let mut conclusions: Vec<Function> = Vec::new();
        for (_, function) in &model.conclusions {
            if !conclusions.contains(function) {
                conclusions.push(function.clone());
            }
        }
        let mut codes = BTreeMap::new();
        for code in &model.codes {
            let implied = code.implied.as_ref().map(|implied| space.and(implied, &code.breach)).transpose()?;
            codes.insert(code.code.clone(), (code.breach.clone(), implied));
        }
        Ok(Self { space, status: status.collect(), conclusions, codes })
    }

    /// The open facts of a record that can matter. What is declined stays unknown; what has a value keeps it.
    #[must_use]
    pub fn of(&self, record: &IntakeRecord) -> Matters {
        let domain = self.space.domain();
        let mut settled = domain.places(&record.facts);
        // A fact that is given as unknown is open.
        settled.retain(|_, place| *place != Place::Unknown);
        settled.extend(record.declined.iter().filter_map(|name| Some((domain.index(name)?, Place::Unknown))));
        let status = self.support(&self.status, &settled);
        let broken = self.violations(record);
        let others = self.support(self.conclusions.iter().chain(broken), &settled);
        let names = |facts: &BTreeSet<FactIndex>| -> BTreeSet<String> {
            facts.iter().filter_map(|index| Some(domain.fact(*index)?.name.clone())).collect()
        };
        Matters { decision: names(&(&status | &others)), status: names(&status) }
    }

    /// The functions of the violations that the record can have: of what happened or is alleged, and of what facts imply where
    /// no event already says that it happened or that it did not.
    fn violations(&self, record: &IntakeRecord) -> Vec<&Function> {
        let has = |code: &str, certainties: [Certainty; 2]| {
            record.conduct.iter().any(|event| event.code == code && certainties.contains(&event.certainty))
        };
        let mut functions = Vec::new();
        for (code, (breach, implied)) in &self.codes {
            if has(code, [Certainty::Established, Certainty::Alleged]) {
                functions.push(breach);
            }
            if !has(code, [Certainty::Established, Certainty::RuledOut]) {
                functions.extend(implied);
            }
        }
        functions
    }

    /// The facts on which functions still depend once some facts are settled.
    fn support<'f>(
        &self,
        functions: impl IntoIterator<Item = &'f Function>,
        settled: &BTreeMap<FactIndex, Place>,
    ) -> BTreeSet<FactIndex> {
        let rests = functions.into_iter().map(|function| self.space.given_all(function, settled, Side::First));
        rests.flat_map(|rest| self.space.support(&rest, Side::First)).collect()
    }
}
