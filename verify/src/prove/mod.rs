//! Holds a rule set to a charter: each statement of each promise is proved, or refuted by a smallest witness.
//!
//! One file for each form. `prover` has what they share: the functions of the rule set, and how a witness is made of a function
//! that should never hold. `findings` collects what came of the separate questions of a statement.

mod always;
mod compare;
mod exclusive;
mod findings;
mod independent;
mod never;
mod prover;
mod strengthens;
mod structure;
mod subject;
mod unknown_keeps;

use std::collections::BTreeSet;

use palermo::{load::LoadError, rule_set::RuleSet};

pub(crate) use self::compare::changes;
pub use self::subject::Subject;
use self::{findings::Findings, prover::Prover};
use crate::{
    Domain, Failure, Model, NODE_LIMIT, Space,
    charter::{Charter, CharterErrors, Kind, Of, Promise, Statement, Strengthens, Structure},
    report::{Counts, DecidedBy, Named, PromiseReport, Proof, REPORT_FORMAT, Report, Verdict},
};

/// How a charter is proved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// How many nodes a function may have before the question counts as undecided.
    pub nodes: usize,
    /// How many refutations of one statement are shown with their records.
    pub refutations: usize,
    /// The names of the promises to prove; all of them where it is empty.
    pub only: BTreeSet<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { nodes: NODE_LIMIT, refutations: 24, only: BTreeSet::new() }
    }
}

/// How far the proofs are.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'p> {
    /// How many promises have been dealt with, this one included.
    pub done: usize,
    /// How many there are.
    pub of: usize,
    /// The promise that was dealt with last.
    pub promise: &'p PromiseReport,
}

/// Holds a rule set to a charter.
///
/// # Errors
///
/// Where the charter names what the rule set does not have.
pub fn prove(
    charter: &Charter,
    subject: &Subject<'_>,
    options: &Options,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Report, CharterErrors> {
    charter.check(subject.base, subject.whole())?;
    let conditions = charter.promises.iter().flat_map(|promise| &promise.prove).flat_map(Statement::conditions);
    let conditions: Vec<_> = conditions.collect();
    let own = [subject.base, subject.whole()];
    let with_against: Vec<&RuleSet> = own.into_iter().chain(subject.against).collect();
    // Where no record suits both, the rule set is held to all that is not about the other one.
    let domain =
        Domain::new(&with_against, conditions.iter().copied()).or_else(|_| Domain::new(&own, conditions.iter().copied()));
    let space = domain.as_ref().map(|domain| Space::new(domain, options.nodes)).map_err(Clone::clone);
    let ground = Ground::new(charter, subject, options, space.as_ref());
    let chosen: Vec<&Promise> =
        charter.promises.iter().filter(|promise| options.only.is_empty() || options.only.contains(&promise.name)).collect();
    let mut promises: Vec<PromiseReport> = Vec::with_capacity(chosen.len());
    for promise in &chosen {
        let report = ground.promise(promise);
        progress(Progress { done: promises.len() + 1, of: chosen.len(), promise: &report });
        promises.push(report);
    }
    let counts = count(&promises);
    Ok(Report {
        format: REPORT_FORMAT,
        rule_set: subject.name(),
        overlays: subject.overlays.clone(),
        against: subject.reference(),
        errors: ground.errors(),
        charter: Named {
            id: charter.id.clone(),
            version: charter.version.clone(),
            digest: Some(charter.digest()),
            overlays: Vec::new(),
        },
        holds: counts.refuted == 0 && counts.undecided == 0,
        counts,
        not_core: subject.not_core.clone(),
        promises,
    })
}

fn count(promises: &[PromiseReport]) -> Counts {
    let mut counts = Counts::default();
    for promise in promises {
        let count = match promise.verdict {
            Verdict::Holds => &mut counts.holds,
            Verdict::Refuted => &mut counts.refuted,
            Verdict::Vacuous => &mut counts.vacuous,
            Verdict::Undecided => &mut counts.undecided,
            Verdict::NotApplicable => &mut counts.not_applicable,
            Verdict::ShownByTests => &mut counts.shown_by_tests,
        };
        *count += 1;
    }
    counts
}

/// What all promises stand on: the functions of the base and of the whole.
struct Ground<'g> {
    charter: &'g Charter,
    subject: &'g Subject<'g>,
    options: &'g Options,
    space: Result<&'g Space<'g>, Failure>,
    base: Result<Model<'g>, Failure>,
    /// The functions of the whole, where that is more than the base.
    composed: Option<Result<Model<'g>, Failure>>,
    /// The functions of what it is held against.
    against: Option<Result<Model<'g>, Failure>>,
    not_core: BTreeSet<String>,
}

impl<'g> Ground<'g> {
    fn new(charter: &'g Charter, subject: &'g Subject<'g>, options: &'g Options, space: Result<&'g Space<'g>, &Failure>) -> Self {
        let space = space.map_err(Clone::clone);
        let model = |rule_set: &'g RuleSet| space.clone().and_then(|space| Model::new(space, rule_set));
        Self {
            charter,
            subject,
            options,
            base: model(subject.base),
            composed: subject.composed.map(model),
            against: subject.against.map(|against| {
                space.clone().and_then(|space| {
                    // Facts of one name and other values have other variables, or none.
                    Domain::new(&[subject.base, subject.whole(), against], [])?;
                    Model::new(space, against)
                })
            }),
            space: space.clone(),
            not_core: subject.not_core.iter().map(|entry| entry.conclusion.clone()).collect(),
        }
    }

    fn promise(&self, promise: &Promise) -> PromiseReport {
        let proofs: Vec<Proof> = if promise.kind == Kind::Case {
            promise.prove.iter().map(|statement| self.statement(promise, statement)).collect()
        } else {
            Vec::new()
        };
        PromiseReport {
            name: promise.name.clone(),
            number: promise.number.clone(),
            sentence: promise.sentence.clone(),
            formal: promise.formal.clone(),
            verdict: Verdict::of_all(proofs.iter().map(|proof| proof.verdict)),
            proofs,
        }
    }

    fn statement(&self, promise: &Promise, statement: &Statement) -> Proof {
        let (rule_set, by) = match promise.of {
            Of::Base => (self.subject.base, DecidedBy::Base),
            Of::Composed => (self.subject.whole(), DecidedBy::Composed),
        };
        let mut findings = Findings::new(self.options.refutations);
        match statement {
            Statement::ShownBy(tests) => findings.tests.clone_from(tests),
            Statement::Bijection(_) => structure::bijection(rule_set, &mut findings),
            Statement::Structure(property) if !needs_functions(property) => {
                structure::document(self, rule_set, property, &mut findings);
            }
            _ if matches!(statement, Statement::Strengthens(_)) && self.subject.references().is_empty() => {
                findings.not_applicable("nothing is composed on the rule set");
            }
            _ => {
                if let Err(failure) =
                    self.prover(rule_set, by).and_then(|prover| self.functions(&prover, statement, &mut findings))
                {
                    findings.fails(&failure);
                }
            }
        }
        findings.proof(statement.form())
    }

    fn model(&self, by: DecidedBy) -> Result<&Model<'g>, Failure> {
        let model = match (by, &self.composed, &self.against) {
            (DecidedBy::Composed, Some(composed), _) => composed,
            (DecidedBy::Against, _, Some(against)) => against,
            _ => &self.base,
        };
        model.as_ref().map_err(Clone::clone)
    }

    /// Why nobody can decide by the whole.
    fn errors(&self) -> Vec<String> {
        match self.model(DecidedBy::Composed) {
            Err(Failure::RuleSet(errors)) => {
                let told = |error: &LoadError| format!("{}: {}", error.path, error.code.message());
                errors.errors().iter().map(told).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Nothing is lost of anything that the whole may not fall behind.
    fn strengthens(&self, prover: &Prover<'_>, strengthens: &Strengthens, findings: &mut Findings) -> Result<(), Failure> {
        for (_, by) in self.subject.references() {
            match (self.model(by), by) {
                (Ok(model), _) => prover.strengthens(model, by, strengthens, findings)?,
                (Err(Failure::RuleSet(_)), DecidedBy::Against) => {
                    findings.open("nobody can decide by the rule set that it is held against");
                }
                (Err(failure), _) => findings.fails(&failure),
            }
        }
        Ok(())
    }

    fn prover(&self, rule_set: &'g RuleSet, by: DecidedBy) -> Result<Prover<'_>, Failure> {
        let space = self.space.clone()?;
        Ok(Prover { charter: self.charter, rule_set, not_core: &self.not_core, space, model: self.model(by)?, by })
    }

    fn functions(&self, prover: &Prover<'_>, statement: &Statement, findings: &mut Findings) -> Result<(), Failure> {
        match statement {
            Statement::Independent(independent) => prover.independent(independent, findings)?,
            Statement::Always(always) => prover.always(always, findings)?,
            Statement::Never(never) => prover.never(never, findings)?,
            Statement::NeverTogether(pairs) => prover.never_together(pairs, findings),
            Statement::UnknownKeeps(keeps) => prover.unknown_keeps(keeps, findings),
            Statement::Compare(compare) => prover.compare(compare, findings)?,
            Statement::Closure(entries) => prover.closure(entries, findings),
            Statement::Exclusive(list) => prover.exclusive(list, findings)?,
            Statement::Strengthens(strengthens) => self.strengthens(prover, strengthens, findings)?,
            Statement::Structure(Structure::EveryRuleCanFire) => prover.every_rule_can_fire(findings),
            Statement::Structure(_) => prover.every_duty_can_be_broken(findings),
            Statement::Bijection(_) | Statement::ShownBy(_) => {}
        }
        Ok(())
    }
}

/// Whether a property is one of what the rules mean, and not of how the document is written.
const fn needs_functions(property: &Structure) -> bool {
    matches!(property, Structure::EveryRuleCanFire | Structure::EveryDutyCanBeBroken)
}
