//! What came of the cases of a rule set, in words: those that do not come out as they say, and a count of all.

use palermo::{
    Standard,
    rule_set::{FactSet, RuleSet},
};
use palermo_compile::cases::{CaseFailure, CaseReport, Claim, Decides, FailureReason};

use super::{
    condition::ConditionWriter,
    page::{Page, TOGETHER, clean},
    words::{Words, counted},
};

/// The report on the cases of a rule set.
#[must_use]
pub fn cases(standard: &Standard, rule_set: &RuleSet, report: &CaseReport, width: usize) -> String {
    let mut told = Told { words: Words::new(standard), sets: &rule_set.sets, page: Page::new(width) };
    for failures in report.failures.chunk_by(|one, other| (&one.rule, one.case) == (&other.rule, other.case)) {
        told.case(failures);
    }
    told.counts(report);
    told.page.into_text()
}

struct Told<'t> {
    words: Words<'t>,
    sets: &'t [FactSet],
    page: Page,
}

impl Told<'_> {
    /// Every way in which one case fails.
    fn case(&mut self, failures: &[CaseFailure]) {
        let Some(case) = failures.first() else { return };
        self.page.blank();
        if let Some(place) = &case.place {
            // A path is not wrapped: a terminal opens it as it stands.
            self.page.extend([format!("{}:{}:{}", clean(&place.file), place.line, place.column)]);
        }
        self.page.text(0, &format!("{}, case{TOGETHER}{}", case.rule, case.case));
        for failure in failures {
            self.failure(failure);
        }
        if let Ok(record) = serde_json::to_string(&case.record) {
            self.page.part(2, "The record of this case", &record.replace(',', ", "));
        }
    }

    fn failure(&mut self, failure: &CaseFailure) {
        self.page.text(2, &reason(failure));
        match &failure.reason {
            FailureReason::TheOtherWay { decides } | FailureReason::NothingTurns { decides, .. } => self.decides(decides),
            FailureReason::NoRecord { problems } => {
                for problem in problems {
                    self.page.item(4, &format!("{}: {}", problem.path, problem.message));
                    self.page.text(6, &problem.help);
                }
            }
            _ => {}
        }
    }

    fn decides(&mut self, decides: &Decides) {
        self.page.text(2, if decides.holds { "What meets the condition:" } else { "What is missing:" });
        let asked = ConditionWriter { words: self.words, sets: self.sets }.lines(&decides.part);
        for line in &asked {
            self.page.item(4 + 2 * line.depth, &line.text);
        }
        let so: Vec<String> =
            decides.facts.iter().map(|is| self.words.fact_is(&is.fact, &self.words.value(&is.fact, &is.value))).collect();
        // Where each line is met by the one value that it accepts, what is so has been said.
        if so.iter().all(|so| asked.iter().any(|line| line.text == *so)) {
            return;
        }
        self.page.text(2, "What is so:");
        for so in so {
            self.page.item(4, &so);
        }
    }

    fn counts(&mut self, report: &CaseReport) {
        let of = |claim| report.claims.get(&claim).copied().unwrap_or_default();
        let failed = report.failed();
        self.page.blank();
        let cases = counted(report.cases, "case");
        let all = format!("{cases} of {}", counted(report.rules, "rule"));
        self.page.text(
            0,
            &match failed {
                0 => format!("{all}: every one comes out as it says."),
                wrong => format!("{all}: {wrong} not as {}.", if wrong == 1 { "it says" } else { "they say" }),
            },
        );
        let counts = [
            (of(Claim::Fires), "the rule applies"),
            (of(Claim::Silent), "the rule does not apply"),
            (of(Claim::Breached), "the conduct breaks the rule"),
            (of(Claim::NotBreached), "the conduct does not break it"),
            (report.unknown, "an unknown decides"),
        ];
        self.page.counts(&counts);
        if !report.without.is_empty() {
            self.page.part(0, "Rules that show no case", &report.without.join(", "));
        }
    }
}

/// What the case says, and what came out instead.
fn reason(failure: &CaseFailure) -> String {
    let (says, came_out) = match failure.claim {
        Claim::Fires => ("The case says that the rule applies", "it does not"),
        Claim::Silent => ("The case says that the rule does not apply", "it does"),
        Claim::Breached => ("The case says that the conduct breaks the rule", "it does not"),
        Claim::NotBreached => ("The case says that the conduct does not break the rule", "it does"),
    };
    let quoted = |facts: &[String]| facts.iter().map(|fact| format!("`{fact}`")).collect::<Vec<_>>().join(", ");
    match &failure.reason {
        FailureReason::TheOtherWay { .. } => format!("{says}; {came_out}."),
        FailureReason::NoRecord { .. } => "The facts of the case are no valid record:".to_string(),
        FailureReason::NoConduct => {
            "The case is about a breach, and the rule names no conduct that breaks it. Write `breach: …` into the rule, or take the case out.".to_string()
        }
        FailureReason::Given { fact } => {
            format!("The case says that `{fact}` decides by being unknown, and gives it. Take it out of one of the two.")
        }
        FailureReason::NothingTurns { unknown, .. } => {
            let which = if unknown.len() == 1 { "no value of it" } else { "no values of them" };
            format!("The case says that being unknown decides, of {}; {which} would turn the result round.", quoted(unknown))
        }
        FailureReason::NoPart { fact } => {
            format!("The case says that being unknown decides, of `{fact}` too; it makes no difference, whatever the others are.")
        }
        FailureReason::TooMany => {
            "The case says that being unknown decides, of so many facts that their values cannot all be tried. List fewer.".to_string()
        }
    }
}
