//! What differs, in words for people.

use palermo::{FactValue, Standard};

use super::{
    difference::{Difference, NewGone},
    side::{Facts, Side},
};
use crate::{
    commands::check::{UNKNOWN_CONCLUSION, UNKNOWN_CONDUCT, standard_name},
    text::{self, page::Page},
};

/// What to know before the two are compared.
pub fn warnings(old: &Side<'_>, new: &Side<'_>) -> Vec<String> {
    let mut warnings = Vec::new();
    if old.reference != new.reference {
        warnings.push("the two have different references; they may not be of one case.".to_string());
    }
    if let (Some(before), Some(after)) = (&old.standard, &new.standard)
        && before != after
    {
        warnings.push(format!("decided by different standards: {}, then {}.", standard_name(before), standard_name(after)));
    }
    warnings
}

/// What differs, laid out for a page of so many columns.
pub fn text(standard: &Standard, old: &Side<'_>, new: &Side<'_>, difference: &Difference, width: usize) -> String {
    let mut page = text::words::Words::new(standard).page(width);
    for warning in warnings(old, new) {
        page.text(0, &format!("Warning: {warning}"));
    }
    let words = Words { standard, records: old.record.as_ref().zip(new.record.as_ref()) };
    let status = words.label("derived:status", "Status");
    let before = words.label(&format!("status:{}", difference.status.old), difference.status.old.as_str());
    if difference.status.old == difference.status.new {
        page.text(0, &format!("{status}: {before} ({})", words.label("screen:same", "unchanged").to_lowercase()));
    } else {
        let after = words.label(&format!("status:{}", difference.status.new), difference.status.new.as_str());
        page.text(0, &format!("{status}: {before} → {after}"));
        words.reasons(facts(difference, "status"), None, &mut page);
    }
    words.conclusions("screen:lost", "Lost", &difference.lost, difference, &mut page);
    words.conclusions("screen:gained", "Gained", &difference.gained, difference, &mut page);
    words.conduct("screen:broken", "Duties broken", &codes(&difference.violations, |violation| &violation.code), &mut page);
    if let Some(pending) = &difference.pending {
        words.conduct("screen:pending", "Not yet a breach", &codes(pending, |pending| &pending.code), &mut page);
    }
    page.into_text()
}

fn codes<T>(changed: &NewGone<T>, code: impl Fn(&T) -> &String) -> NewGone<String> {
    let all = |list: &[T]| list.iter().map(|entry| code(entry).clone()).collect();
    NewGone { new: all(&changed.new), gone: all(&changed.gone) }
}

/// The facts that explain what was gained or lost.
fn facts<'d>(difference: &'d Difference, conclusion: &str) -> &'d [String] {
    let found = difference.because.iter().find(|because| because.conclusion == conclusion);
    found.map(|because| because.facts.as_slice()).unwrap_or_default()
}

struct Words<'w, 's> {
    standard: &'w Standard,
    records: Option<(&'w Facts<'s>, &'w Facts<'s>)>,
}

impl Words<'_, '_> {
    /// The words of an id; where the standard has none, others, never a word of another decision.
    fn label(&self, id: &str, otherwise: &str) -> String {
        self.standard.text(id).map_or_else(|| otherwise.to_string(), |text| text.label)
    }

    /// Conclusions under a heading; those with the same reasons stand together, with their reasons below.
    fn conclusions(&self, heading: &str, otherwise: &str, ids: &[String], difference: &Difference, page: &mut Page) {
        if ids.is_empty() {
            return;
        }
        page.heading(&format!("{} ({})", self.label(heading, otherwise), ids.len()));
        let mut groups: Vec<(&[String], Vec<&String>)> = Vec::new();
        for id in ids {
            let facts = facts(difference, id);
            match groups.iter_mut().find(|(known, _)| *known == facts) {
                Some((_, group)) => group.push(id),
                None => groups.push((facts, vec![id])),
            }
        }
        for (facts, group) in groups {
            for id in group {
                let kind = id.split_once(':').map_or("", |(kind, _)| kind);
                let kind = self.label(&format!("kind:{kind}"), kind);
                page.item(0, &format!("{kind}: {}", self.label(id, UNKNOWN_CONCLUSION)));
            }
            self.reasons(facts, Some(difference), page);
        }
    }

    /// Facts that changed, with their values before and after. Where they hold all that changed the status, the status
    /// stands for these.
    fn reasons(&self, names: &[String], difference: Option<&Difference>, page: &mut Page) {
        let Some((old, new)) = self.records.filter(|_| !names.is_empty()) else {
            return;
        };
        page.text(4, &format!("{}:", self.label("screen:why", "Why")));
        let of_status = difference.map(|difference| facts(difference, "status")).unwrap_or_default();
        let by_status = !of_status.is_empty() && of_status.iter().all(|name| names.contains(name));
        if by_status {
            page.item(4, &format!("{} (see above)", self.label("derived:status", "Status")));
        }
        for name in names.iter().filter(|name| !(by_status && of_status.contains(name))) {
            let label = self.standard.fact(name).map_or_else(|| name.clone(), |fact| fact.label);
            page.item(4, &format!("{label}: {} → {}", self.value(old, name), self.value(new, name)));
        }
    }

    fn value(&self, facts: &Facts<'_>, name: &str) -> String {
        match facts.known.get(name) {
            Some(FactValue::YesNo(true)) => self.label("answer:yes", "yes"),
            Some(FactValue::YesNo(false)) => self.label("answer:no", "no"),
            Some(FactValue::Years(years)) => years.to_string(),
            Some(FactValue::Word(word)) => self.label(&format!("value:{name}={word}"), word),
            Some(FactValue::Unknown) | None if facts.declined.contains(name) => self.label("answer:declined", "declined"),
            Some(FactValue::Unknown) | None => self.label("answer:unknown", "unknown"),
        }
    }

    fn conduct(&self, heading: &str, otherwise: &str, changed: &NewGone<String>, page: &mut Page) {
        if changed.new.is_empty() && changed.gone.is_empty() {
            return;
        }
        page.heading(&self.label(heading, otherwise));
        for (sign, codes) in [("new", &changed.new), ("gone", &changed.gone)] {
            for code in codes {
                page.item(0, &format!("{sign}: {}", self.label(&format!("conduct:{code}"), UNKNOWN_CONDUCT)));
            }
        }
    }
}
