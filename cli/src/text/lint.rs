//! Advice about a rule set, in words.

use palermo_verify::{Finding, Lint, LintReport, Story};

use super::{
    page::Page,
    words::{counted, warning_of},
};
use crate::subjects::Composed;

/// What is told.
pub struct Told<'t> {
    /// The rule set.
    pub composed: &'t Composed,
    /// Its words.
    pub story: &'t Story<'t>,
    /// How many findings are left out, because they stand without the overlays too.
    pub without: usize,
}

impl Told<'_> {
    /// What is found in a rule set, lint by lint.
    #[must_use]
    pub fn lint(&self, report: &LintReport, width: usize) -> String {
        let mut page = Page::new(width);
        page.text(0, &report.rule_set.to_string());
        if let Some(warning) = warning_of(self.composed.whole()) {
            page.text(0, warning);
        }
        for lint in Lint::ALL {
            self.findings(&mut page, report, lint);
        }
        page.blank();
        page.text(
            0,
            &match report.findings.len() {
                0 if report.undecided.is_empty() && self.composed.has_overlays() => {
                    "Nothing is found in what the overlays add.".to_string()
                }
                0 if report.undecided.is_empty() => "Nothing is found.".to_string(),
                count => format!("{}. None is an error; each is for a person to weigh.", counted(count, "finding")),
            },
        );
        if self.without > 0 {
            let are = if self.without == 1 { "is" } else { "are" };
            let found = counted(self.without, "finding");
            page.text(0, &format!("{found} {are} about {} alone, and left out.", self.composed.base.id));
        }
        page.into_text()
    }

    fn findings(&self, page: &mut Page, report: &LintReport, lint: Lint) {
        let found: Vec<&Finding> = report.findings.iter().filter(|finding| finding.lint == lint).collect();
        let is_undecided = report.undecided.contains(&lint);
        if found.is_empty() && !is_undecided {
            return;
        }
        page.heading(&format!("{} ({}) [{lint}]", heading(lint), found.len()));
        page.text(2, lint.advice());
        for finding in found {
            page.item(2, &finding.sentence);
            if let Some(witness) = &finding.witness {
                page.part(4, "Shown by", &self.story.record(witness).join(" "));
            }
        }
        if is_undecided {
            page.text(2, "Undecided whether there is more: a limit was reached.");
        }
    }
}

fn heading(lint: Lint) -> &'static str {
    match lint {
        Lint::RuleNeverFires => "Rules that apply to nobody",
        Lint::RuleSubsumed => "Rules that another rule contains",
        Lint::RuleDuplicate => "Rules that say the same as another one",
        Lint::FactUnread => "Facts that nothing reads",
        Lint::QuestionNeedless => "Questions that change nothing",
        Lint::BreachNever => "Conduct that never breaks a duty",
        Lint::ImpliedNever => "Conduct that facts never imply",
        Lint::LiteralIdle => "Parts of conditions that never decide",
        Lint::SetUnread => "Sets that nothing reads",
        Lint::MemberIdle => "Members of sets that never decide",
        Lint::TextMissing => "Without words of their own",
        _ => "Other findings",
    }
}
