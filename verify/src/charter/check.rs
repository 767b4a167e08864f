//! Finds every name in a charter that a rule set does not have.

use std::collections::BTreeSet;

use palermo::{
    load::{LoadErrorCode, pointer},
    rule_set::RuleSet,
};

use super::{
    Charter, CharterError, CharterErrors, Compare, Of, Selected, Statement, Structure, resolve::Resolver, statement::Which,
};
use crate::prove::changes;

impl Charter {
    /// Checks that a rule set has everything that the charter names; without overlays, `composed` is the base itself.
    ///
    /// # Errors
    ///
    /// Every fact, group, set, value and status that does not exist, with the nearest known name; conclusions and codes too,
    /// unless the charter says that they may be absent.
    pub fn check(&self, base: &RuleSet, composed: &RuleSet) -> Result<(), CharterErrors> {
        let none = BTreeSet::new();
        let mut of_base = Resolver::new(self, base, &none);
        let mut of_composed = Resolver::new(self, composed, &none);
        for (name, selection) in &self.facts {
            of_composed.fact_selection(selection, &pointer("/facts", name), &mut BTreeSet::from([name.clone()]));
        }
        for (name, selection) in &self.conclusions {
            of_composed.output_selection(selection, &pointer("/conclusions", name), &mut BTreeSet::from([name.clone()]));
        }
        for (place, promise) in self.promises.iter().enumerate() {
            let resolver = if promise.of == Of::Base { &mut of_base } else { &mut of_composed };
            for (number, statement) in promise.prove.iter().enumerate() {
                let path = format!("/promises/{place}/prove/{number}/{}", statement.form());
                check(resolver, statement, &path);
            }
        }
        let mut seen = BTreeSet::new();
        let errors = of_composed.errors.into_iter().chain(of_base.errors);
        let errors: Vec<CharterError> = errors.filter(|error| seen.insert(error.to_string())).collect();
        if errors.is_empty() { Ok(()) } else { Err(CharterErrors::new(errors)) }
    }
}

fn check(resolver: &mut Resolver<'_>, statement: &Statement, path: &str) {
    let at = |key: &str| pointer(path, key);
    match statement {
        Statement::Independent(independent) => {
            resolver.conclusions(&independent.conclusions, &at("conclusions"));
            resolver.facts(&independent.facts, &at("facts"));
        }
        Statement::Always(always) => {
            resolver.condition(&always.when, &at("when"));
            if let Some(holds) = &always.holds {
                resolver.condition(holds, &at("holds"));
            }
            if let Some(concludes) = &always.concludes {
                resolver.conclusions(concludes, &at("concludes"));
            }
        }
        Statement::Never(never) => {
            resolver.condition(&never.when, &at("when"));
            resolver.conclusions(&never.concludes, &at("concludes"));
        }
        Statement::NeverTogether(pairs) => {
            for (place, (first, second)) in pairs.iter().enumerate() {
                resolver.pair(first, second, &format!("{path}/{place}"));
            }
        }
        Statement::UnknownKeeps(keeps) => {
            resolver.conclusions(&keeps.conclusions, &at("conclusions"));
            resolver.facts(&keeps.facts, &at("facts"));
        }
        Statement::Compare(compare) => check_compare(resolver, compare, path),
        Statement::Strengthens(strengthens) => {
            if let Some(conclusions) = &strengthens.conclusions {
                resolver.conclusions(conclusions, &at("conclusions"));
            }
            let status = resolver.rule_set().decision.status.fact.clone();
            check_values(resolver, &status, &strengthens.statuses, &at("statuses"));
        }
        Statement::Closure(entries) => {
            for (from, to) in entries {
                resolver.output(from, &at(from));
                resolver.output(to, &at(from));
            }
        }
        Statement::Exclusive(list) => {
            for (place, exclusive) in list.iter().enumerate() {
                let rule_set = resolver.rule_set();
                if !rule_set.derived.iter().any(|fact| fact.name == exclusive.fact) {
                    let known = rule_set.derived.iter().map(|fact| fact.name.as_str());
                    resolver.unknown(&format!("{path}/{place}/fact"), "derived fact", &exclusive.fact, known);
                }
                check_values(resolver, &exclusive.fact, &exclusive.values, &format!("{path}/{place}/values"));
            }
        }
        Statement::Bijection(_) | Statement::ShownBy(_) => {}
        Statement::Structure(structure) => check_structure(resolver, structure, path),
    }
}

/// Values of a derived fact by their names; the fact itself has been looked up.
fn check_values(resolver: &mut Resolver<'_>, name: &str, values: &[String], path: &str) {
    let Some(fact) = resolver.rule_set().derived.iter().find(|fact| fact.name == name) else {
        return;
    };
    let accepted: BTreeSet<&str> = fact.priority.iter().chain([&fact.default]).map(palermo::rule_set::Value::name).collect();
    for (place, value) in values.iter().enumerate() {
        if !accepted.contains(value.as_str()) {
            let accepted = accepted.iter().map(ToString::to_string).collect();
            let code = LoadErrorCode::UnknownValue { accepted };
            resolver.errors.push(CharterError { path: format!("{path}/{place}"), code });
        }
    }
}

fn check_compare(resolver: &mut Resolver<'_>, compare: &Compare, path: &str) {
    let at = |key: &str| pointer(path, key);
    let before = resolver.errors.len();
    let facts = resolver.facts(&compare.change, &at("change"));
    if resolver.errors.len() == before && !facts.is_empty() && !facts.iter().any(|fact| changes(fact, &compare.from, &compare.to))
    {
        let key = if compare.from == Which::Any { "to" } else { "from" };
        resolver.mismatch(&at(key), "no fact that is to change has such values");
    }
    for (key, condition) in [("when", &compare.when), ("then_when", &compare.then_when), ("then_holds", &compare.then_holds)] {
        if let Some(condition) = condition {
            resolver.condition(condition, &at(key));
        }
    }
    for (place, name) in compare.where_equal.iter().enumerate() {
        let rule_set = resolver.rule_set();
        if !rule_set.derived.iter().any(|fact| fact.name == *name) {
            let known = rule_set.derived.iter().map(|fact| fact.name.as_str());
            resolver.unknown(&format!("{path}/where_equal/{place}"), "derived fact", name, known);
        }
    }
    for (key, conclusions) in [("keeps", &compare.keeps), ("same", &compare.same)] {
        if let Some(conclusions) = conclusions {
            resolver.conclusions(conclusions, &at(key));
        }
    }
}

fn check_structure(resolver: &mut Resolver<'_>, structure: &Structure, path: &str) {
    let path = pointer(path, structure.word());
    match structure {
        Structure::Numbers(numbers) => drop(resolver.facts(&numbers.of, &pointer(&path, "of"))),
        Structure::NotRead(facts) | Structure::NotAsked(facts) | Structure::MarkedAsShielded(facts) => {
            resolver.facts(facts, &path);
        }
        Structure::BorneBy(list) => {
            for (place, borne) in list.iter().enumerate() {
                resolver.conclusions(&borne.conclusions, &format!("{path}/{place}/conclusions"));
            }
        }
        Structure::AskedAfter(list) => {
            for (place, asked) in list.iter().enumerate() {
                resolver.facts(&asked.facts, &format!("{path}/{place}/facts"));
                for (key, names) in [("after", &asked.after), ("not_while", &asked.not_while)] {
                    resolver.facts(&Selected::List(names.clone()), &format!("{path}/{place}/{key}"));
                }
            }
        }
        Structure::ToldAs(facts) => {
            for (fact, words) in facts {
                let rule_set = resolver.rule_set();
                if !rule_set.derived.iter().any(|known| known.name == *fact) {
                    let known = rule_set.derived.iter().map(|fact| fact.name.as_str());
                    resolver.unknown(&pointer(&path, fact), "derived fact", fact, known);
                }
                let values: Vec<String> = words.keys().cloned().collect();
                check_values(resolver, fact, &values, &pointer(&path, fact));
            }
        }
        Structure::EveryRuleCites
        | Structure::EveryDutyHasABearer
        | Structure::EveryRuleCanFire
        | Structure::EveryDutyCanBeBroken
        | Structure::ConductIsAForest
        | Structure::OverlaysOnlyAdd
        | Structure::NothingBlockedIsCited
        | Structure::NoFactNamed(_)
        | Structure::NoConclusionNamed { .. }
        | Structure::Bullets(_) => {}
    }
}
