//! Advice about a rule set, in words.

use palermo_verify::{Finding, Lint, LintReport, Story};

use super::{page::Page, words::counted};

/// What is found in a rule set, lint by lint.
#[must_use]
pub fn lint(story: &Story<'_>, report: &LintReport, width: usize) -> String {
    let mut page = Page::new(width);
    page.text(0, &report.rule_set.to_string());
    for lint in Lint::ALL {
        let found: Vec<&Finding> = report.findings.iter().filter(|finding| finding.lint == lint).collect();
        let is_undecided = report.undecided.contains(&lint);
        if found.is_empty() && !is_undecided {
            continue;
        }
        page.heading(&format!("{} ({}) [{lint}]", heading(lint), found.len()));
        page.text(2, lint.advice());
        for finding in found {
            page.item(2, &finding.sentence);
            if let Some(witness) = &finding.witness {
                page.part(4, "Shown by", &story.record(witness).join(" "));
            }
        }
        if is_undecided {
            page.text(2, "Undecided whether there is more: a limit was reached.");
        }
    }
    page.blank();
    page.text(
        0,
        &match report.findings.len() {
            0 if report.undecided.is_empty() => "Nothing is found.".to_string(),
            count => format!("{}. None is an error; each is for a person to weigh.", counted(count, "finding")),
        },
    );
    page.into_text()
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
        _ => "Other findings",
    }
}
