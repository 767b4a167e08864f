//! What can be said of a record, in words: errors, warnings, advice.

use palermo::{Problem, ValidationReport};

use super::page::Page;

/// A validation report.
#[must_use]
pub fn report(report: &ValidationReport, width: usize) -> String {
    let mut page = Page::new(width);
    problems(&mut page, "Errors: mend these; nothing is decided before", &report.errors);
    problems(&mut page, "Warnings: probably not meant so", &report.warnings);
    problems(&mut page, "Advice: better not collected", &report.advice);
    if report.errors.is_empty() {
        page.blank();
        if report.warnings.is_empty() && report.advice.is_empty() {
            page.text(0, "The record is valid; nothing to mend.");
        } else {
            page.text(0, "The record is valid; none of this keeps it from being decided on.");
        }
    }
    page.into_text()
}

fn problems(page: &mut Page, heading: &str, problems: &[Problem]) {
    if problems.is_empty() {
        return;
    }
    page.heading(&format!("{heading} ({})", problems.len()));
    for problem in problems {
        let path = if problem.path.is_empty() { "the record" } else { &problem.path };
        page.item(2, &format!("{path}: {}", problem.message));
        page.text(4, &problem.help);
    }
}
