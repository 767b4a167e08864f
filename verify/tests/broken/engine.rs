//! The engine's word on a witness: what `palermo evaluate` would say of the same record.

use palermo::{Standard, rule_set::RuleSet};
use palermo_verify::{
    Output,
    report::{DecidedBy, Refutation, WitnessRecord},
};

/// What decides the records of a witness.
pub struct Engines {
    base: Standard,
    composed: Standard,
}

impl Engines {
    pub fn new(base: &RuleSet, composed: &RuleSet) -> Self {
        let open = |set| Standard::from_rule_set(set).unwrap_or_else(|errors| panic!("{errors}"));
        Self { base: open(base), composed: open(composed) }
    }

    /// What decides a record; what a rule set is held against stands in the place of a base.
    const fn of(&self, record: &WitnessRecord) -> &Standard {
        match record.by {
            DecidedBy::Base | DecidedBy::Against => &self.base,
            DecidedBy::Composed => &self.composed,
        }
    }

    /// Whether an output follows from a record.
    fn follows(&self, record: &WitnessRecord, output: &Output) -> bool {
        let standard = self.of(record);
        let checked = standard.check(&record.record).unwrap_or_else(|errors| panic!("{errors}"));
        let decision = checked.decision();
        match output {
            Output::Conclusion(id) => decision.conclusions.iter().any(|conclusion| conclusion.id == *id),
            Output::Status(status) => decision.status.as_str() == status,
            Output::Derived { fact, value } => checked.outcome().value(fact).as_ref() == Some(value),
            Output::Violation(code) | Output::Implied(code) => {
                decision.violations.iter().any(|violation| violation.code == *code)
            }
        }
    }

    /// Whether the engine says of the records of a refutation what the refutation says; and that two records differ, in nothing
    /// but the facts that it names.
    pub fn confirm(&self, refutation: &Refutation) {
        let Some(first) = &refutation.first else {
            assert!(!refutation.parts.is_empty(), "neither a record nor a part: {refutation:?}");
            return;
        };
        let records = [Some(first), refutation.second.as_ref()];
        if let Some(output) = &refutation.output {
            let output: Output = output.parse().unwrap_or_else(|()| panic!("{output} is no output"));
            for record in records.into_iter().flatten() {
                assert_eq!(record.follows, Some(self.follows(record, &output)), "{output} {record:?}");
            }
        }
        if let Some(second) = &refutation.second {
            let (one, two) = (&first.record.facts, &second.record.facts);
            let names = one.keys().chain(two.keys());
            let mut differ: Vec<&String> = names.filter(|name| one.get(*name) != two.get(*name)).collect();
            differ.sort_unstable();
            differ.dedup();
            let mut named: Vec<&String> = refutation.differ.iter().collect();
            named.sort_unstable();
            assert_eq!(differ, named, "{refutation:?}");
            if let Some(output) = &refutation.output {
                assert_ne!(first.follows, second.follows, "{output} is the same in both: {refutation:?}");
            }
        }
        for record in records.into_iter().flatten() {
            let standard = self.of(record);
            standard.check(&record.record).unwrap_or_else(|errors| panic!("the witness is no record: {errors}"));
        }
    }
}
