//! What differs between two decisions, as plain data.

use palermo::{ConclusionKind, Pending, Status, Violation};
use serde::Serialize;

use super::{
    because::{Because, because},
    side::Side,
};

/// What differs, in the form of `--format json`.
#[derive(Debug, Serialize)]
pub struct Difference {
    /// The status before and after.
    pub status: BeforeAfter,
    /// The conclusions that are new.
    pub gained: Vec<String>,
    /// The conclusions that are gone.
    pub lost: Vec<String>,
    /// The violations that are new and those that are gone.
    pub violations: NewGone<Violation>,
    /// The pending conduct that is new and that is gone; absent where a short decision does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pending: Option<NewGone<Pending>>,
    /// The facts that changed what was gained or lost; empty where one side is a decision.
    pub because: Vec<Because>,
    /// What to know before the two are compared.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
}

/// A status before and after.
#[derive(Debug, Serialize)]
pub struct BeforeAfter {
    /// Before.
    pub old: Status,
    /// After.
    pub new: Status,
}

/// What is new and what is gone.
#[derive(Debug, Serialize)]
pub struct NewGone<T> {
    /// Only in the later one.
    pub new: Vec<T>,
    /// Only in the earlier one.
    pub gone: Vec<T>,
}

impl Difference {
    /// What differs between two sides.
    pub fn between(old: &Side<'_>, new: &Side<'_>) -> Self {
        let gained = only_in(&new.conclusions, &old.conclusions);
        let lost = only_in(&old.conclusions, &new.conclusions);
        let because = match (&old.record, &new.record) {
            (Some(before), Some(after)) => because(before, after, (old.status, new.status), &gained, &lost),
            _ => Vec::new(),
        };
        Self {
            status: BeforeAfter { old: old.status, new: new.status },
            gained,
            lost,
            violations: NewGone::of(&old.violations, &new.violations),
            pending: old.pending.as_ref().zip(new.pending.as_ref()).map(|(old, new)| NewGone::of(old, new)),
            because,
            warnings: Vec::new(),
        }
    }

    /// Whether something owed, forbidden or offered was lost.
    pub fn lost_protection(&self) -> bool {
        self.lost.iter().any(|id| is_protection(id))
    }
}

/// Whether a conclusion protects the person: everything but the duties of officials and helpers.
fn is_protection(id: &str) -> bool {
    let kind = id.split_once(':').and_then(|(kind, _)| ConclusionKind::from_word(kind));
    kind != Some(ConclusionKind::Obligation)
}

impl<T: Clone + PartialEq> NewGone<T> {
    fn of(old: &[T], new: &[T]) -> Self {
        Self { new: only_in(new, old), gone: only_in(old, new) }
    }
}

/// The entries of one list that the other does not have; an entry that stands twice in one needs two in the other.
fn only_in<T: Clone + PartialEq>(one: &[T], other: &[T]) -> Vec<T> {
    let mut left: Vec<&T> = other.iter().collect();
    one.iter()
        .filter(|entry| left.iter().position(|found| found == entry).map(|found| left.swap_remove(found)).is_none())
        .cloned()
        .collect()
}
