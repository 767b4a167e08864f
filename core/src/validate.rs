//! What can be said of a record before it is decided on: errors, warnings, and advice on what not to collect.

use alloc::{format, string::ToString, vec, vec::Vec};

use serde::{Deserialize, Serialize};

use crate::{
    evaluate::{Analysis, Tri, outcome},
    logic::{Index, at},
    record::{CheckedRecord, Problem, RecordErrors, pointer},
    vocabulary::{Certainty, Stage},
};

/// Everything that can be said of a record.
///
/// A record with an error cannot be decided on. Warnings and advice change no decision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ValidationReport {
    /// What has to be mended before anything is decided, in the order of the document.
    pub errors: Vec<Problem>,
    /// What is probably not meant so.
    pub warnings: Vec<Problem>,
    /// What should rather not be collected.
    pub advice: Vec<Problem>,
}

impl From<Result<CheckedRecord<'_>, RecordErrors>> for ValidationReport {
    fn from(record: Result<CheckedRecord<'_>, RecordErrors>) -> Self {
        match record {
            Ok(record) => record.report(),
            Err(errors) => Self { errors: errors.problems(), ..Self::default() },
        }
    }
}

impl CheckedRecord<'_> {
    /// The warnings and the advice on a valid record.
    #[must_use]
    pub fn report(&self) -> ValidationReport {
        let mut warnings = self.contradicted();
        warnings.extend(self.coded_twice());
        ValidationReport { errors: Vec::new(), warnings, advice: self.not_needed() }
    }

    /// Conduct whose breach condition holds although the circumstances that the rule names are known not to hold.
    fn contradicted(&self) -> Vec<Problem> {
        let logic = &self.standard.logic;
        if self.events.is_empty() {
            return Vec::new();
        }
        let outcome = outcome(self);
        let analysis = Analysis::new(self, true);
        let contradicts = |event: &crate::record::Event| {
            let code = at(&logic.conduct, event.code)?;
            let own = at(&logic.rules, code.rule)?.condition;
            Some(event.certainty != Certainty::RuledOut && outcome.condition(code.breach) && analysis.condition(own) == Tri::No)
        };
        let found = self.events.iter().enumerate().filter(|(_, event)| contradicts(event).unwrap_or(false));
        found
            .map(|(place, _)| Problem {
                path: format!("/conduct/{place}"),
                code: "conduct_contradicted".to_string(),
                message: "the other facts say that the circumstances of this conduct do not hold".to_string(),
                help: "check the facts and the code; if both are right, leave them: the breach counts".to_string(),
                document: None,
            })
            .collect()
    }

    /// Conduct that is recorded under a code and under a wider one as well.
    fn coded_twice(&self) -> Vec<Problem> {
        let logic = &self.standard.logic;
        let parent = |code: &Index| at(&logic.conduct, *code)?.parent;
        let counts = |event: &&crate::record::Event| event.certainty != Certainty::RuledOut;
        // The codes form a forest; no chain is longer than the list of codes.
        let wider = |code: Index| core::iter::successors(parent(&code), parent).take(logic.conduct.len());
        let mut wider_ones = vec![false; logic.conduct.len()];
        for code in self.events.iter().filter(counts).flat_map(|event| wider(event.code)) {
            if let Some(wider) = wider_ones.get_mut(usize::from(code)) {
                *wider = true;
            }
        }
        let found =
            self.events.iter().enumerate().filter(|(_, event)| counts(event) && at(&wider_ones, event.code) == Some(&true));
        found
            .map(|(place, _)| Problem {
                path: format!("/conduct/{place}/code"),
                code: "conduct_coded_twice".to_string(),
                message: "a narrower code of the same kind is recorded as well".to_string(),
                help: "if both are one event, keep the narrower code alone".to_string(),
                document: None,
            })
            .collect()
    }

    /// Facts that change nothing and that nobody should collect.
    fn not_needed(&self) -> Vec<Problem> {
        let never = |index: &Index| self.fact(*index).is_some_and(|fact| fact.ask == Stage::Never);
        self.given
            .iter()
            .filter(never)
            .map(|index| Problem {
                path: pointer("/facts", self.standard.fact_name(index)),
                code: "not_needed".to_string(),
                message: "this fact changes nothing".to_string(),
                help: "do not collect it".to_string(),
                document: None,
            })
            .collect()
    }
}
