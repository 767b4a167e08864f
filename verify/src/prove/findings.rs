//! What came of the separate questions of one statement, and the verdict that they make.

use crate::{
    Failure,
    charter::Test,
    report::{Proof, Refutation, Verdict},
};

/// What came of the separate questions of one statement.
pub(super) struct Findings {
    limit: usize,
    /// How many questions were asked of what can happen.
    checked: usize,
    vacuous: Vec<String>,
    remarks: Vec<String>,
    refutations: Vec<Refutation>,
    further: usize,
    undecided: bool,
    not_applicable: bool,
    pub tests: Vec<Test>,
}

impl Findings {
    /// No finding yet; so many refutations are kept.
    pub(super) const fn new(limit: usize) -> Self {
        Self {
            limit,
            checked: 0,
            vacuous: Vec::new(),
            remarks: Vec::new(),
            refutations: Vec::new(),
            further: 0,
            undecided: false,
            not_applicable: false,
            tests: Vec::new(),
        }
    }

    /// A question about something that can happen was decided.
    pub(super) const fn decided(&mut self) {
        self.checked += 1;
    }

    /// A part of the statement speaks of what never happens.
    pub(super) fn vacuous(&mut self, what: impl Into<String>) {
        let what = what.into();
        if !self.vacuous.contains(&what) {
            self.vacuous.push(what);
        }
    }

    /// Something that is worth knowing beside the verdict.
    pub(super) fn remark(&mut self, remark: impl Into<String>) {
        let remark = remark.into();
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }

    /// Whether another refutation would be kept, so that its witness is worth looking for.
    pub(super) fn has_room(&self) -> bool {
        self.refutations.len() < self.limit
    }

    /// The statement is broken.
    pub(super) fn refuted(&mut self, refutation: Refutation) {
        if self.has_room() {
            self.refutations.push(refutation);
        } else {
            self.further += 1;
        }
    }

    /// The statement is broken by what is to be read before everything else.
    pub(super) fn refuted_first(&mut self, refutation: Option<Refutation>) {
        self.refutations.splice(0..0, refutation);
    }

    /// The statement is broken once more, by what is not shown.
    pub(super) const fn refuted_further(&mut self) {
        self.further += 1;
    }

    /// The statement is not about this rule set.
    pub(super) fn not_applicable(&mut self, why: &str) {
        self.is_not_applicable();
        self.remark(why);
    }

    /// The statement is not about this rule set; why has been said.
    pub(super) const fn is_not_applicable(&mut self) {
        self.not_applicable = true;
    }

    /// A question has no answer: nothing is decided by it.
    pub(super) fn fails(&mut self, failure: &Failure) {
        match failure {
            // What is wrong with it is said once for all promises.
            Failure::RuleSet(_) => self.open("nobody can decide by the rule set"),
            failure => self.open(&failure.to_string()),
        }
    }

    /// A question has no answer, and this is why.
    pub(super) fn open(&mut self, why: &str) {
        self.undecided = true;
        self.remark(why);
    }

    /// What is so, unless the question has no answer.
    pub(super) fn answer<T>(&mut self, answer: Result<T, Failure>) -> Option<T> {
        answer.map_err(|failure| self.fails(&failure)).ok()
    }

    fn verdict(&self) -> Verdict {
        if !self.refutations.is_empty() || self.further > 0 {
            Verdict::Refuted
        } else if self.undecided {
            Verdict::Undecided
        } else if self.not_applicable {
            Verdict::NotApplicable
        } else if !self.tests.is_empty() {
            Verdict::ShownByTests
        } else if self.checked == 0 {
            Verdict::Vacuous
        } else {
            Verdict::Holds
        }
    }

    /// The findings as they are reported.
    pub(super) fn proof(self, form: &str) -> Proof {
        Proof {
            form: form.into(),
            verdict: self.verdict(),
            checked: self.checked,
            remarks: self.remarks,
            vacuous: self.vacuous,
            refutations: self.refutations,
            further: self.further,
            tests: self.tests,
        }
    }
}
