//! One case, decided by the engine.

use palermo::{
    Certainty, CheckedRecord, ConductEvent, FactValue, IntakeRecord, RecordErrors, Standard,
    rule_set::{Case, CaseFacts, Condition, Rule, RuleSet},
};

use super::{
    Claim, Decides, FailureReason,
    deciding::deciding,
    unknown::{Facts, Turned, Unknown},
};

/// A rule set and the standard that was made of it.
pub(super) struct Trial<'t> {
    pub rule_set: &'t RuleSet,
    standard: &'t Standard,
}

/// The record of a case: its facts, and for a breach the rule's conduct.
pub(super) fn record(rule: &Rule, claim: Claim, facts: &Facts) -> IntakeRecord {
    let breach = rule.breach.as_ref().filter(|_| matches!(claim, Claim::Breached | Claim::NotBreached));
    let conduct = breach.map(|breach| ConductEvent { code: breach.code.clone(), actor: None, certainty: Certainty::Established });
    IntakeRecord { facts: facts.clone(), conduct: conduct.into_iter().collect(), ..IntakeRecord::default() }
}

/// Whether a claim says that something is so, and not that it is not.
fn affirms(claim: Claim) -> bool {
    matches!(claim, Claim::Fires | Claim::Breached)
}

impl<'t> Trial<'t> {
    pub(super) fn new(rule_set: &'t RuleSet, standard: &'t Standard) -> Self {
        Self { rule_set, standard }
    }

    /// What a case says, and of which facts; the loader has seen to it that it says one thing, and that a situation exists.
    pub(super) fn claim(&self, case: &Case) -> Option<(Claim, Facts)> {
        let claims = [
            (Claim::Fires, &case.fires),
            (Claim::Silent, &case.silent),
            (Claim::Breached, &case.breached),
            (Claim::NotBreached, &case.not_breached),
        ];
        let (claim, facts) = claims.into_iter().find_map(|(claim, facts)| Some((claim, facts.as_ref()?)))?;
        let facts = match facts {
            CaseFacts::Situation(name) => &self.rule_set.situations.iter().find(|situation| situation.name == *name)?.facts,
            CaseFacts::Facts(facts) => facts,
        };
        Some((claim, facts.clone()))
    }

    /// Everything in which a case does not come out as it says.
    pub(super) fn case(&self, rule: &Rule, claim: Claim, facts: &Facts, unknown: &[String]) -> Vec<FailureReason> {
        if matches!(claim, Claim::Breached | Claim::NotBreached) && rule.breach.is_none() {
            return vec![FailureReason::NoConduct];
        }
        let came_out = match self.is_so(rule, claim, facts) {
            Ok(came_out) => came_out,
            Err(errors) => return vec![FailureReason::NoRecord { problems: errors.problems() }],
        };
        if came_out != affirms(claim) {
            return vec![FailureReason::TheOtherWay { decides: self.decides(rule, claim, facts, came_out) }];
        }
        let given = |fact: &&String| !matches!(facts.get(*fact), None | Some(FactValue::Unknown));
        let mut failures: Vec<FailureReason> =
            unknown.iter().filter(given).map(|fact| FailureReason::Given { fact: fact.clone() }).collect();
        if unknown.is_empty() || !failures.is_empty() {
            return failures;
        }
        let tried = Unknown::new(self.rule_set, facts, unknown);
        match tried.turned(|completed| self.is_so(rule, claim, completed).ok(), came_out) {
            None => failures.push(FailureReason::TooMany),
            Some(Turned { never: true, .. }) => failures.push(FailureReason::NothingTurns {
                unknown: unknown.to_vec(),
                decides: self.decides(rule, claim, facts, came_out),
            }),
            Some(Turned { without_part, .. }) => {
                failures.extend(without_part.into_iter().map(|fact| FailureReason::NoPart { fact }));
            }
        }
        failures
    }

    /// Whether the rule fires, or whether it is broken.
    fn is_so(&self, rule: &Rule, claim: Claim, facts: &Facts) -> Result<bool, RecordErrors> {
        let record = record(rule, claim, facts);
        let checked = self.standard.check(&record)?;
        let outcome = checked.outcome();
        Ok(match claim {
            Claim::Fires | Claim::Silent => outcome.fired_rules().any(|fired| fired == rule.id),
            Claim::Breached | Claim::NotBreached => {
                let code = rule.breach.as_ref().map(|breach| breach.code.as_str());
                outcome.violations().iter().any(|found| found.rule == rule.id && Some(found.code.as_str()) == code)
            }
        })
    }

    /// The part of the condition that decides.
    fn decides(&self, rule: &Rule, claim: Claim, facts: &Facts, holds: bool) -> Decides {
        let own = rule.breach.as_ref().and_then(|breach| breach.when.as_ref());
        let condition = match claim {
            Claim::Fires | Claim::Silent => &rule.when,
            Claim::Breached | Claim::NotBreached => own.unwrap_or(&rule.when),
        };
        let record = IntakeRecord { facts: facts.clone(), ..IntakeRecord::default() };
        match self.standard.check(&record) {
            Ok(checked) => deciding(condition, &self.rule_set.sets, &values(&checked), holds),
            // What is no record was told before.
            Err(_) => Decides { holds, part: Condition::Always, facts: Vec::new() },
        }
    }
}

/// The value of every fact, as explanations write it.
fn values<'c>(checked: &'c CheckedRecord<'_>) -> impl Fn(&str) -> String + 'c {
    let outcome = checked.outcome();
    move |fact| outcome.value(fact).unwrap_or_default()
}
