//! Turns selections into lists of facts and conclusions of one rule set, and conditions of a charter into those of a rule set.

use std::collections::{BTreeMap, BTreeSet};

use palermo::{
    load::{LoadErrorCode, nearest, pointer},
    rule_set::{Accepts, Condition, Fact, Rule, RuleSet, Value, Values},
};

use super::{Charter, CharterError, ConclusionSelection, FactSelection, OutputKind, Selected};
use crate::Output;

/// Looks up what a charter names in one rule set. Errors are collected, each at the place of the charter where the name stands.
pub(crate) struct Resolver<'a> {
    charter: &'a Charter,
    rule_set: &'a RuleSet,
    /// The entitlements that overlays declare to depend, by nature, on a wish, a need or a stage.
    not_core: &'a BTreeSet<String>,
    pub errors: Vec<CharterError>,
}

impl<'a> Resolver<'a> {
    pub(crate) fn new(charter: &'a Charter, rule_set: &'a RuleSet, not_core: &'a BTreeSet<String>) -> Self {
        Self { charter, rule_set, not_core, errors: Vec::new() }
    }

    pub(crate) fn rule_set(&self) -> &'a RuleSet {
        self.rule_set
    }

    fn error(&mut self, path: &str, code: LoadErrorCode) {
        self.errors.push(CharterError { path: path.into(), code });
    }

    pub(crate) fn mismatch(&mut self, path: &str, reason: &str) {
        self.error(path, LoadErrorCode::Mismatch { reason: reason.into() });
    }

    pub(crate) fn unknown<'n>(&mut self, path: &str, what: &'static str, name: &str, known: impl IntoIterator<Item = &'n str>) {
        let nearest = nearest(name, known).map(Into::into);
        self.error(path, LoadErrorCode::UnknownName { what, nearest });
    }

    /// The facts of a selection, each once: those that it names in that order, then the rest as they stand in the rule set. What
    /// a charter names first is looked at first, and told first where a promise is broken.
    pub(crate) fn facts(&mut self, selected: &Selected<FactSelection>, path: &str) -> Vec<&'a Fact> {
        let names = self.fact_names(selected, path, &mut BTreeSet::new());
        let mut seen = BTreeSet::new();
        let each_once = names.into_iter().filter(|name| seen.insert(*name));
        each_once.filter_map(|name| self.rule_set.facts.iter().find(|fact| fact.name == name)).collect()
    }

    fn fact_names(&mut self, selected: &Selected<FactSelection>, path: &str, inside: &mut BTreeSet<String>) -> Vec<&'a str> {
        match selected {
            Selected::Set(name) => self.fact_set(name, path, inside),
            Selected::List(names) => self.listed_facts(names, path),
            Selected::Selection(selection) => self.fact_selection(selection, path, inside),
        }
    }

    fn listed_facts(&mut self, names: &[String], path: &str) -> Vec<&'a str> {
        let mut found = Vec::new();
        for (place, name) in names.iter().enumerate() {
            let known = || self.rule_set.facts.iter().map(|fact| fact.name.as_str());
            if let Some(fact) = known().find(|known| known == name) {
                found.push(fact);
            } else {
                let known: Vec<&str> = known().collect();
                self.unknown(&format!("{path}/{place}"), "fact", name, known);
            }
        }
        found
    }

    fn fact_set(&mut self, name: &str, path: &str, inside: &mut BTreeSet<String>) -> Vec<&'a str> {
        let charter = self.charter;
        let Some(selection) = charter.facts.get(name) else {
            self.unknown(path, "set of facts in the charter", name, charter.facts.keys().map(String::as_str));
            return Vec::new();
        };
        if !inside.insert(name.to_string()) {
            self.mismatch(path, "the set includes itself");
            return Vec::new();
        }
        let found = self.fact_selection(selection, &pointer("/facts", name), inside);
        inside.remove(name);
        found
    }

    /// The facts of a selection that is written out.
    pub(crate) fn fact_selection(
        &mut self,
        selection: &FactSelection,
        path: &str,
        inside: &mut BTreeSet<String>,
    ) -> Vec<&'a str> {
        let facts = &self.rule_set.facts;
        let of_kind = facts.iter().filter(|fact| selection.all || (selection.shielded && fact.shield));
        let mut found = self.listed_facts(&selection.names, &pointer(path, "names"));
        found.extend(of_kind.map(|fact| fact.name.as_str()));
        for (place, group) in selection.groups.iter().enumerate() {
            if !self.rule_set.groups.contains(group) {
                let known = self.rule_set.groups.iter().map(String::as_str);
                self.unknown(&format!("{path}/groups/{place}"), "group of facts", group, known);
            }
            found.extend(facts.iter().filter(|fact| fact.group == *group).map(|fact| fact.name.as_str()));
        }
        for (place, set) in selection.include.iter().enumerate() {
            found.extend(self.fact_set(set, &format!("{path}/include/{place}"), inside));
        }
        if let Some(except) = &selection.except {
            let except = self.fact_names(except, &pointer(path, "except"), inside);
            found.retain(|name| !except.contains(name));
        }
        found
    }

    /// What a selection of conclusions names: ids in their order, kinds in the order of the rule set.
    pub(crate) fn conclusions(&mut self, selected: &Selected<ConclusionSelection>, path: &str) -> Vec<Output> {
        self.outputs(selected, path, &mut BTreeSet::new())
    }

    fn outputs(&mut self, selected: &Selected<ConclusionSelection>, path: &str, inside: &mut BTreeSet<String>) -> Vec<Output> {
        match selected {
            Selected::Set(name) => self.output_set(name, path, inside),
            Selected::List(ids) => self.listed_outputs(ids, path),
            Selected::Selection(selection) => self.output_selection(selection, path, inside),
        }
    }

    fn output_set(&mut self, name: &str, path: &str, inside: &mut BTreeSet<String>) -> Vec<Output> {
        let charter = self.charter;
        let Some(selection) = charter.conclusions.get(name) else {
            let known = charter.conclusions.keys().map(String::as_str);
            self.unknown(path, "set of conclusions in the charter", name, known);
            return Vec::new();
        };
        if !inside.insert(name.to_string()) {
            self.mismatch(path, "the set includes itself");
            return Vec::new();
        }
        let found = self.output_selection(selection, &pointer("/conclusions", name), inside);
        inside.remove(name);
        found
    }

    fn listed_outputs(&mut self, ids: &[String], path: &str) -> Vec<Output> {
        ids.iter().enumerate().filter_map(|(place, id)| self.output(id, &format!("{path}/{place}"))).collect()
    }

    /// What an id stands for; that the rule set gives it is asked for where the charter says so.
    pub(crate) fn output(&mut self, id: &str, path: &str) -> Option<Output> {
        let Ok(output) = id.parse::<Output>() else {
            let expected =
                "`kind:name`: entitlement, prohibition, obligation, refer, status, violation or implied, or `fact:name=value`";
            self.error(path, LoadErrorCode::InvalidName { expected });
            return None;
        };
        if !self.charter.conclusions_may_be_absent && !self.all_outputs().contains(&output) {
            let known: Vec<String> = self.all_outputs().iter().map(ToString::to_string).collect();
            self.unknown(path, "conclusion in the rule set", id, known.iter().map(String::as_str));
        }
        Some(output)
    }

    /// The pairs that a pair stands for: itself, or one for every name that conclusions of two kinds have in common.
    pub(crate) fn pair(&mut self, first: &str, second: &str, path: &str) -> Vec<(Output, Output)> {
        let kind = |id: &str| id.strip_suffix(":*").and_then(|word| OutputKind::ALL.iter().find(|kind| kind.as_str() == word));
        let (Some(one), Some(other)) = (kind(first), kind(second)) else {
            if first.ends_with(":*") || second.ends_with(":*") {
                self.mismatch(path, "`*` stands on both sides of a pair, each behind the kind of a conclusion");
                return Vec::new();
            }
            let first = self.output(first, &format!("{path}/0"));
            return first.zip(self.output(second, &format!("{path}/1"))).into_iter().collect();
        };
        let all = self.all_outputs();
        let named = |wanted: OutputKind| {
            let of_kind = all.iter().filter(move |output| kind_of(output) == Some(wanted));
            of_kind.filter_map(|output| Some((output.to_string().split_once(':')?.1.to_string(), output.clone())))
        };
        let others: BTreeMap<String, Output> = named(*other).collect();
        named(*one).filter_map(|(name, output)| Some((output, others.get(&name)?.clone()))).collect()
    }

    /// What a selection that is written out names.
    pub(crate) fn output_selection(
        &mut self,
        selection: &ConclusionSelection,
        path: &str,
        inside: &mut BTreeSet<String>,
    ) -> Vec<Output> {
        let kinds = &selection.kinds;
        let mut found: Vec<Output> = Vec::new();
        if !kinds.is_empty() {
            found.extend(
                self.all_outputs().into_iter().filter(|output| kind_of(output).is_some_and(|kind| kinds.contains(&kind))),
            );
        }
        found.extend(self.listed_outputs(&selection.ids, &pointer(path, "ids")));
        for (place, name) in selection.facts.iter().enumerate() {
            found.extend(self.values_of(name, &format!("{path}/facts/{place}")));
        }
        for (place, set) in selection.include.iter().enumerate() {
            found.extend(self.output_set(set, &format!("{path}/include/{place}"), inside));
        }
        let mut left_out: BTreeSet<Output> = BTreeSet::new();
        if let Some(except) = &selection.except {
            left_out.extend(self.outputs(except, &pointer(path, "except"), inside));
        }
        if selection.core {
            left_out.extend(self.not_core.iter().cloned().map(Output::Conclusion));
        }
        if !selection.not_reading.is_empty() {
            left_out.extend(self.violations_reading(&selection.not_reading, &pointer(path, "not_reading")));
        }
        let mut seen = BTreeSet::new();
        found.retain(|output| !left_out.contains(output) && seen.insert(output.clone()));
        found
    }

    /// Every value of a derived fact.
    fn values_of(&mut self, name: &str, path: &str) -> Vec<Output> {
        let rule_set = self.rule_set;
        let Some(fact) = rule_set.derived.iter().find(|fact| fact.name == name) else {
            self.unknown(path, "derived fact", name, rule_set.derived.iter().map(|fact| fact.name.as_str()));
            return Vec::new();
        };
        Output::of_fact(rule_set, fact).collect()
    }

    /// The violations whose breach condition itself names one of the facts.
    fn violations_reading(&mut self, names: &[String], path: &str) -> Vec<Output> {
        let rule_set = self.rule_set;
        for (place, name) in names.iter().enumerate() {
            let known = || fact_names(rule_set);
            if !self.charter.conclusions_may_be_absent && !known().any(|known| known == name) {
                self.unknown(&format!("{path}/{place}"), "fact", name, known());
            }
        }
        let reads = |condition: &Condition| {
            let read = rule_set.facts_read([condition]);
            names.iter().any(|name| read.contains(name.as_str()))
        };
        let broken = rule_set.rules.iter().filter_map(|rule| Some((breach_condition(rule)?, rule.breach.as_ref()?)));
        broken
            .filter(|(condition, _)| reads(condition))
            .flat_map(|(_, breach)| [Output::Violation(breach.code.clone()), Output::Implied(breach.code.clone())])
            .collect()
    }

    /// Everything that can follow by the rule set.
    fn all_outputs(&self) -> Vec<Output> {
        let rule_set = self.rule_set;
        let mut seen = BTreeSet::new();
        let conclusions = rule_set.rules.iter().flat_map(|rule| &rule.then).filter_map(|id| match id.parse() {
            Ok(Output::Conclusion(id)) => Some(Output::Conclusion(id)),
            _ => None,
        });
        let derived = rule_set.derived.iter().flat_map(|fact| Output::of_fact(rule_set, fact));
        let broken =
            |code: &str| rule_set.rules.iter().any(|rule| rule.breach.as_ref().is_some_and(|breach| breach.code == code));
        let codes = || rule_set.conduct.iter().filter(|code| broken(&code.code));
        let violations = codes().map(|code| Output::Violation(code.code.clone()));
        let implied = codes().filter(|code| code.implied_when.is_some()).map(|code| Output::Implied(code.code.clone()));
        let all = derived.chain(conclusions).chain(violations).chain(implied);
        all.filter(|output| seen.insert(output.clone())).collect()
    }

    /// A condition of the charter as the rule set can read it: sets of the charter are written out.
    pub(crate) fn condition(&mut self, condition: &Condition, path: &str) -> Condition {
        match condition {
            Condition::Always | Condition::Otherwise => condition.clone(),
            Condition::All(parts) => Condition::All(self.parts(parts, &pointer(path, "all"))),
            Condition::Any(parts) => Condition::Any(self.parts(parts, &pointer(path, "any"))),
            Condition::Literal { fact, accepts } => {
                self.literal(fact, accepts, path);
                condition.clone()
            }
            Condition::AnyOf { set, is } => match self.members(set, is, path, "any_of") {
                Some(parts) => Condition::Any(parts),
                None => condition.clone(),
            },
            Condition::AllOf { set, is } => match self.members(set, is, path, "all_of") {
                Some(parts) => Condition::All(parts),
                None => condition.clone(),
            },
        }
    }

    fn parts(&mut self, parts: &[Condition], path: &str) -> Vec<Condition> {
        parts.iter().enumerate().map(|(place, part)| self.condition(part, &format!("{path}/{place}"))).collect()
    }

    /// The members of a set of the charter as literals; `None` for a set of the rule set, which is left as it is.
    fn members(&mut self, set: &str, is: &[Value], path: &str, quantifier: &str) -> Option<Vec<Condition>> {
        let rule_set = self.rule_set;
        let of_rules = rule_set.sets.iter().find(|known| known.name == set);
        let of_charter = self.charter.facts.contains_key(set);
        let place = pointer(path, quantifier);
        if let Some(found) = of_rules {
            if of_charter {
                self.mismatch(&place, "the rule set has a set of this name too: give the one of the charter another name");
            }
            for member in &found.members {
                self.literal(&member.fact, &Accepts::OneOf(is.to_vec()), path);
            }
            return None;
        }
        if !of_charter {
            let known: BTreeSet<&str> =
                self.charter.facts.keys().map(String::as_str).chain(rule_set.sets.iter().map(|set| set.name.as_str())).collect();
            self.unknown(&place, "set of facts", set, known);
            return None;
        }
        let facts = self.facts(&Selected::Set(set.to_string()), &place);
        let literal = |resolver: &mut Self, fact: &Fact| {
            let accepts = Accepts::OneOf(is.to_vec());
            resolver.literal(&fact.name, &accepts, path);
            Condition::Literal { fact: fact.name.clone(), accepts }
        };
        Some(facts.into_iter().map(|fact| literal(self, fact)).collect())
    }

    fn literal(&mut self, name: &str, accepts: &Accepts, path: &str) {
        let rule_set = self.rule_set;
        let input = rule_set.facts.iter().find(|fact| fact.name == name).map(|fact| (&fact.values, true));
        let derived = rule_set.derived.iter().find(|fact| fact.name == name);
        let derived = derived.map(|fact| (&fact.values, fact.default == Value::Word("unknown".into())));
        let Some((values, has_unknown)) = input.or(derived) else {
            self.unknown(path, "fact", name, fact_names(rule_set));
            return;
        };
        let path = pointer(path, name);
        match (accepts, values) {
            (Accepts::OneOf(list), _) => {
                if list.is_empty() {
                    let reason = "no value is accepted: the condition can never hold";
                    self.error(&path, LoadErrorCode::ImpossibleCondition { reason });
                }
                if list.iter().any(|value| !has_value(values, has_unknown, value)) {
                    self.error(&path, LoadErrorCode::UnknownValue { accepted: value_names(values, has_unknown) });
                }
            }
            (Accepts::Below { .. } | Accepts::AtLeast { .. }, Values::Years { .. }) => {}
            (Accepts::Below { .. } | Accepts::AtLeast { .. }, _) => {
                let reason = "only a number has values below or from a bound";
                self.error(&path, LoadErrorCode::ImpossibleCondition { reason });
            }
        }
    }
}

/// The kind of an output; values of derived facts have none.
fn kind_of(output: &Output) -> Option<OutputKind> {
    match output {
        Output::Status(_) => Some(OutputKind::Status),
        Output::Violation(_) => Some(OutputKind::Violation),
        Output::Implied(_) => Some(OutputKind::Implied),
        Output::Derived { .. } => None,
        Output::Conclusion(id) => {
            let kind = id.split(':').next()?;
            OutputKind::ALL.iter().copied().find(|known| known.as_str() == kind)
        }
    }
}

/// The names of all facts, of a record and derived.
fn fact_names(rule_set: &RuleSet) -> impl Iterator<Item = &str> {
    let input = rule_set.facts.iter().map(|fact| fact.name.as_str());
    input.chain(rule_set.derived.iter().map(|fact| fact.name.as_str()))
}

fn has_value(values: &Values, has_unknown: bool, value: &Value) -> bool {
    match (value, values) {
        (Value::Word(word), _) if word == "unknown" => has_unknown,
        (Value::YesNo(_), Values::YesNo) => true,
        (Value::Word(word), Values::Choice(words)) => words.contains(word),
        _ => false,
    }
}

fn value_names(values: &Values, has_unknown: bool) -> Vec<String> {
    let mut names: Vec<String> = match values {
        Values::YesNo => vec!["true".into(), "false".into()],
        Values::Choice(words) => words.clone(),
        Values::Years { .. } => vec!["`{ below: … }`".into(), "`{ at_least: … }`".into()],
    };
    if has_unknown {
        names.push("unknown".into());
    }
    names
}

/// The condition under which conduct breaks a rule.
fn breach_condition(rule: &Rule) -> Option<&Condition> {
    let breach = rule.breach.as_ref()?;
    Some(breach.when.as_ref().unwrap_or(&rule.when))
}
