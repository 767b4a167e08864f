//! Properties of a rule set as a document, and of each of its rules.

mod conduct;
mod duties;
mod interview;
mod names;
mod overlays;
mod rules;

use palermo::rule_set::{Citation, RuleSet};

use self::names::Facts;
use super::{Findings, Ground};
use crate::{
    charter::{Resolver, Structure},
    report::Refutation,
};

pub(super) use self::conduct::bijection;

/// A property of the document.
pub(super) fn document(ground: &Ground<'_>, rule_set: &RuleSet, property: &Structure, findings: &mut Findings) {
    let mut resolver = Resolver::new(ground.charter, rule_set, &ground.not_core);
    let mut facts = |selected| Facts::new(rule_set, resolver.facts(selected, ""));
    match property {
        Structure::EveryRuleCites => rules::every_rule_cites(rule_set, findings),
        Structure::EveryDutyHasABearer => duties::every_duty_has_a_bearer(rule_set, findings),
        Structure::ConductIsAForest => conduct::forest(rule_set, findings),
        Structure::OverlaysOnlyAdd => overlays::only_add(ground.subject, findings),
        Structure::NothingBlockedIsCited => overlays::nothing_blocked_is_cited(ground.subject, findings),
        Structure::Numbers(numbers) => facts(&numbers.of).numbers(&numbers.allowed, findings),
        Structure::NotRead(selected) => facts(selected).not_read(findings),
        Structure::NotAsked(selected) => facts(selected).not_asked(findings),
        Structure::MarkedAsShielded(selected) => facts(selected).marked_as_shielded(findings),
        Structure::NoFactNamed(forbidden) => names::no_fact_named(rule_set, forbidden, findings),
        Structure::NoConclusionNamed { kinds, words, anywhere, except } => {
            names::no_conclusion_named(rule_set, kinds, (words, anywhere), except, findings);
        }
        Structure::BorneBy(list) => {
            for borne in list {
                let outputs = Resolver::new(ground.charter, rule_set, &ground.not_core).conclusions(&borne.conclusions, "");
                duties::borne_by(rule_set, &borne.bearers, &outputs, findings);
            }
        }
        Structure::AskedAfter(list) => {
            for asked in list {
                let facts = Resolver::new(ground.charter, rule_set, &ground.not_core).facts(&asked.facts, "");
                interview::asked_after(rule_set, asked, &facts, findings);
            }
        }
        Structure::ToldAs(facts) => interview::told_as(rule_set, facts, findings),
        Structure::Bullets(bullets) => rules::bullets(rule_set, bullets, findings),
        // These are proved of the functions.
        Structure::EveryRuleCanFire | Structure::EveryDutyCanBeBroken => {}
    }
}

/// The document itself breaks a statement.
fn broken(says: impl Into<String>, parts: impl IntoIterator<Item = String>) -> Refutation {
    Refutation {
        says: says.into(),
        output: None,
        differ: Vec::new(),
        first: None,
        second: None,
        parts: parts.into_iter().collect(),
    }
}

/// Whether a citation leads somewhere; otherwise why not.
fn leads_nowhere(rule_set: &RuleSet, citation: &Citation) -> Option<String> {
    match citation {
        Citation::Source { at, lines } => {
            let range = rule_set.source_index.iter().find(|range| range.at == *at && range.lines == *lines);
            let is_digest = |text: &str| text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
            match range {
                None => Some(format!("the source index has no {at} with lines {} to {}", lines.first, lines.last)),
                Some(range) if !is_digest(&range.sha256) => Some(format!("the range of {at} has no digest")),
                Some(_) => None,
            }
        }
        Citation::Article { instrument, article, .. } => {
            let is_named = rule_set.instruments.iter().any(|known| known.id == *instrument);
            match (is_named, article.trim().is_empty()) {
                (false, _) => Some("the rule set does not name the instrument".to_string()),
                (true, true) => Some("no article is named".to_string()),
                (true, false) => None,
            }
        }
        Citation::Reference { by_reference } => by_reference.trim().is_empty().then(|| "a reference says nothing".to_string()),
    }
}
