//! The charter misses no weakening: the standard is weakened in one place at a time, in every way in which a slip of the pen or an
//! intention could weaken it, and each change by which some record loses something is refuted by a promise.
//!
//! What is lost by a change is found by comparing the changed rule set with the published one over all records; whether a promise
//! sees it, by proving the charter of the changed rule set alone. `cargo test` tries a part, spread evenly over all kinds of change;
//! README.md says how all of them are tried.
#![allow(clippy::panic, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

#[path = "weakening/conditions.rs"]
mod conditions;
#[path = "broken/edit.rs"]
#[allow(dead_code, reason = "other tests need more of it")]
mod edit;
#[path = "weakening/loss.rs"]
mod loss;
#[path = "weakening/parts.rs"]
mod parts;
#[path = "weakening/rules.rs"]
mod rules;

use std::collections::{BTreeMap, BTreeSet};

use palermo::rule_set::RuleSet;
use palermo_verify::{
    Options, Subject,
    charter::{Charter, Statement},
    prove,
};

type Outcome = Result<(), Box<dyn std::error::Error>>;
type Change = Box<dyn Fn(&mut RuleSet) + Send + Sync>;

/// One way to weaken a rule set.
pub struct Mutant {
    kind: &'static str,
    what: String,
    change: Change,
    /// Whether what is written is the loss, whatever follows from a record: whose duty it is, when something is asked.
    is_written: bool,
}

impl Mutant {
    fn new(kind: &'static str, of: &str, what: &str, change: impl Fn(&mut RuleSet) + Send + Sync + 'static) -> Self {
        Self { kind, what: format!("{of}: {what}"), change: Box::new(change), is_written: false }
    }

    fn by_what_is_written(self) -> Self {
        Self { is_written: true, ..self }
    }
}

/// What becomes of a weakening.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Seen {
    /// It is no rule set that could be decided by, or has not even what the charter names.
    Refused,
    /// A promise is broken.
    Refuted,
    /// No promise is broken, and no record loses anything.
    LosesNothing,
    /// No promise is broken, and this is lost.
    Unseen(Vec<String>),
}

/// The charter, and with which promises to begin: most weakenings break one of those that are proved in no time.
struct Guard {
    base: RuleSet,
    charter: Charter,
    quick: BTreeSet<String>,
    others: BTreeSet<String>,
}

impl Guard {
    fn new() -> Result<Self, Box<dyn std::error::Error>> {
        let charter = Charter::from_json(palermo_rules::CHARTER_JSON)?;
        let is_quick = |statement: &Statement| {
            matches!(statement, Statement::Always(_) | Statement::Never(_) | Statement::Structure(_) | Statement::Bijection(_))
        };
        let names = charter.promises.iter().map(|promise| (promise.prove.iter().all(is_quick), promise.name.clone()));
        let (quick, others): (Vec<_>, Vec<_>) = names.partition(|(is_quick, _)| *is_quick);
        let names = |promises: Vec<(bool, String)>| promises.into_iter().map(|(_, name)| name).collect();
        let base = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
        Ok(Self { base, quick: names(quick), others: names(others), charter })
    }

    fn sees(&self, mutant: &Mutant) -> Seen {
        let mut changed = self.base.clone();
        (mutant.change)(&mut changed);
        assert_ne!(changed, self.base, "{}", mutant.what);
        if changed.to_images().is_err() {
            return Seen::Refused;
        }
        for only in [&self.quick, &self.others] {
            let options = Options { refutations: 1, only: only.clone(), ..Options::default() };
            match prove(&self.charter, &Subject::new(&changed), &options, &mut |_| {}) {
                Err(_) => return Seen::Refused,
                Ok(report) if report.counts.refuted > 0 => return Seen::Refuted,
                Ok(report) => assert_eq!(report.counts.undecided, 0, "{}", mutant.what),
            }
        }
        match loss::lost(&self.base, &changed) {
            Err(failure) => Seen::Unseen(vec![failure.to_string()]),
            Ok(lost) if !lost.is_empty() => Seen::Unseen(lost),
            Ok(_) if mutant.is_written => Seen::Unseen(vec!["what is written".into()]),
            Ok(_) => Seen::LosesNothing,
        }
    }
}

/// How many weakenings of a kind were refused, refuted, lose nothing, and go unseen.
type Counts = BTreeMap<&'static str, [usize; 4]>;

fn try_all(guard: &Guard, mutants: &[&Mutant]) -> (Counts, Vec<String>) {
    let (mut counts, mut unseen) = (Counts::new(), Vec::new());
    for mutant in mutants {
        let seen = guard.sees(mutant);
        let place = match &seen {
            Seen::Refused => 0,
            Seen::Refuted => 1,
            Seen::LosesNothing => 2,
            Seen::Unseen(_) => 3,
        };
        counts.entry(mutant.kind).or_default()[place] += 1;
        if let Seen::Unseen(lost) = seen {
            unseen.push(format!("{}: {}; lost is {}", mutant.kind, mutant.what, lost.join(", ")));
        }
    }
    (counts, unseen)
}

fn every_mutant(base: &RuleSet) -> Vec<Mutant> {
    let mut mutants = rules::mutants(base);
    mutants.extend(parts::mutants(base));
    mutants
}

/// Tries weakenings on two threads, and says what became of them.
fn each_is_seen(guard: &Guard, chosen: &[&Mutant]) -> Outcome {
    let (left, right): (Vec<_>, Vec<_>) = chosen.iter().enumerate().partition(|(place, _)| place % 2 == 0);
    let [left, right] =
        [left, right].map(|half: Vec<(usize, &&Mutant)>| half.into_iter().map(|(_, mutant)| *mutant).collect::<Vec<_>>());
    let (mut counts, mut unseen) = std::thread::scope(|scope| {
        let other = scope.spawn(|| try_all(guard, &left));
        let own = try_all(guard, &right);
        let (counts, mut unseen) = other.join().map_err(|_| "a proof panicked")?;
        unseen.extend(own.1);
        let mut all = own.0;
        for (kind, found) in counts {
            all.entry(kind).or_default().iter_mut().zip(found).for_each(|(all, found)| *all += found);
        }
        Ok::<_, Box<dyn std::error::Error>>((all, unseen))
    })?;
    unseen.sort();
    println!("{:<28}{:>8}{:>8}{:>8}{:>8}", "", "refused", "refuted", "no loss", "unseen");
    let all = counts.values().fold([0; 4], |all: [usize; 4], found| std::array::from_fn(|place| all[place] + found[place]));
    counts.insert("together", all);
    for (kind, [refused, refuted, nothing, unseen]) in &counts {
        println!("{kind:<28}{refused:>8}{refuted:>8}{nothing:>8}{unseen:>8}");
    }
    assert!(unseen.is_empty(), "{} of {} weakenings are seen by no promise:\n{}", unseen.len(), chosen.len(), unseen.join("\n"));
    assert!(all[1] > chosen.len() / 2, "only {} of {} changes are refuted", all[1], chosen.len());
    Ok(())
}

/// One of how many is tried by `cargo test`; of each kind of change at least one.
const STEP: usize = 29;

#[test]
fn a_weakening_is_refuted_or_loses_nothing() -> Outcome {
    let guard = Guard::new()?;
    let mutants = every_mutant(&guard.base);
    let mut of_kind: BTreeMap<&str, usize> = BTreeMap::new();
    let chosen = mutants.iter().filter(|mutant| {
        let number = of_kind.entry(mutant.kind).or_default();
        *number += 1;
        *number % STEP == 1
    });
    each_is_seen(&guard, &chosen.collect::<Vec<_>>())
}

#[test]
#[ignore = "it takes a quarter of an hour; README.md says how to run it"]
fn every_weakening_is_refuted_or_loses_nothing() -> Outcome {
    let guard = Guard::new()?;
    let mutants = every_mutant(&guard.base);
    each_is_seen(&guard, &mutants.iter().collect::<Vec<_>>())
}
