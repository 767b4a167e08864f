//! One rule set as Boolean functions: its derived facts, rules, conclusions and breach conditions.

use std::collections::{BTreeMap, BTreeSet};

use palermo::{
    ConclusionKind,
    rule_set::{Accepts, Condition, Rule, RuleSet, Value},
};

use crate::{FactIndex, Failure, Function, Output, Side, Space};

/// A rule as functions.
#[derive(Clone, Debug)]
pub struct RuleModel {
    /// The id of the rule.
    pub id: String,
    /// When it fires.
    pub when: Function,
}

/// A conduct code as functions.
#[derive(Clone, Debug)]
pub struct CodeModel {
    /// The code.
    pub code: String,
    /// The rule that the conduct breaks.
    pub rule: String,
    /// When it does, once it happened.
    pub breach: Function,
    /// When recorded facts imply that it happened, and it does.
    pub implied: Option<Function>,
}

/// One rule set as Boolean functions of the facts of a record.
#[derive(Clone, Debug)]
pub struct Model<'a> {
    rule_set: &'a RuleSet,
    second: BTreeSet<FactIndex>,
    /// Every value of every derived fact, with the function by which the fact has it.
    derived: BTreeMap<String, Vec<(Value, Function)>>,
    /// The rules, in catalogue order.
    pub rules: Vec<RuleModel>,
    /// The conclusions about a person, in the order in which rules name them first.
    pub conclusions: Vec<(String, Function)>,
    /// The conduct codes that break a rule, in catalogue order.
    pub codes: Vec<CodeModel>,
}

impl<'a> Model<'a> {
    /// Reads a rule set as functions of the first record.
    ///
    /// # Errors
    ///
    /// Where the rule set cannot be decided by, or a function grows beyond the limit of the space.
    pub fn new(space: &Space<'_>, rule_set: &'a RuleSet) -> Result<Self, Failure> {
        rule_set.to_images().map_err(Failure::RuleSet)?;
        Self::of_sound(space, rule_set, BTreeSet::new())
    }

    /// Reads the same rule set as functions of a second record, which is the first one but for some facts of its own.
    ///
    /// # Errors
    ///
    /// Where a function grows beyond the limit of the space.
    pub fn of_second(&self, space: &Space<'_>, second: BTreeSet<FactIndex>) -> Result<Self, Failure> {
        Self::of_sound(space, self.rule_set, second)
    }

    /// Reads a rule set that can be decided by.
    fn of_sound(space: &Space<'_>, rule_set: &'a RuleSet, second: BTreeSet<FactIndex>) -> Result<Self, Failure> {
        let mut model =
            Self { rule_set, second, derived: BTreeMap::new(), rules: Vec::new(), conclusions: Vec::new(), codes: Vec::new() };
        // The rule set is free of circles: what every pass leaves waits for something that the pass resolved.
        let mut waiting: Vec<_> = rule_set.derived.iter().collect();
        while !waiting.is_empty() {
            let mut left = Vec::new();
            let before = waiting.len();
            for fact in waiting {
                match model.derive(space, &fact.name, &fact.priority, &fact.default)? {
                    Some(values) => drop(model.derived.insert(fact.name.clone(), values)),
                    None => left.push(fact),
                }
            }
            if left.len() == before {
                let name = left.first().map(|fact| fact.name.clone()).unwrap_or_default();
                return Err(Failure::UnknownName { what: "order for the derived fact", name });
            }
            waiting = left;
        }
        for rule in &rule_set.rules {
            let when = model.rule_fires(space, rule)?;
            for id in rule.then.iter().filter(|id| is_conclusion(id)) {
                match model.conclusions.iter_mut().find(|(known, _)| known == id) {
                    Some((_, function)) => *function = space.or(function, &when)?,
                    None => model.conclusions.push((id.clone(), when.clone())),
                }
            }
            model.rules.push(RuleModel { id: rule.id.clone(), when });
        }
        for code in &rule_set.conduct {
            let broken = rule_set.rules.iter().zip(&model.rules).filter_map(|(rule, function)| {
                let breach = rule.breach.as_ref().filter(|breach| breach.code == code.code)?;
                Some((&rule.id, breach.when.as_ref(), &function.when))
            });
            for (rule, when, own) in broken.collect::<Vec<_>>() {
                let breach = when.map_or_else(|| Ok(own.clone()), |when| model.condition(space, when))?;
                let implied = code.implied_when.as_ref().map(|when| model.condition(space, when)).transpose()?;
                let implied = implied.map(|implied| space.and(&implied, &breach)).transpose()?;
                model.codes.push(CodeModel { code: code.code.clone(), rule: rule.clone(), breach, implied });
            }
        }
        Ok(model)
    }

    /// The rule set that it is of.
    #[must_use]
    pub fn rule_set(&self) -> &'a RuleSet {
        self.rule_set
    }

    /// The functions of the values of a derived fact, or `None` while a rule that gives it reads one that is not resolved.
    fn derive(
        &self,
        space: &Space<'_>,
        name: &str,
        priority: &[Value],
        default: &Value,
    ) -> Result<Option<Vec<(Value, Function)>>, Failure> {
        let mut values = Vec::new();
        // What no value before has taken.
        let mut left = space.always();
        for value in priority {
            let mut given = space.never();
            for rule in self.rule_set.rules.iter().filter(|rule| self.gives(rule, name, value)) {
                if rule.when == Condition::Otherwise {
                    continue;
                }
                if !self.is_resolved(&rule.when) {
                    return Ok(None);
                }
                given = space.or(&given, &self.condition(space, &rule.when)?)?;
            }
            values.push((value.clone(), space.and(&left, &given)?));
            left = space.and_not(&left, &given)?;
        }
        match values.iter_mut().find(|(value, _)| value == default) {
            Some((_, function)) => *function = space.or(function, &left)?,
            None => values.push((default.clone(), left)),
        }
        Ok(Some(values))
    }

    /// Whether a rule gives a derived fact a value.
    fn gives(&self, rule: &Rule, name: &str, value: &Value) -> bool {
        rule.then.iter().any(|text| self.given(text).is_some_and(|(fact, given)| fact == name && given == value.name()))
    }

    /// The derived fact and the value that a consequence gives.
    pub(crate) fn given<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)>
    where
        'a: 't,
    {
        let (kind, name) = text.split_once(':')?;
        match kind {
            "fact" => name.split_once('='),
            "status" => Some((self.rule_set.decision.status.fact.as_str(), name)),
            _ => None,
        }
    }

    /// Whether every derived fact that a condition names has its functions.
    fn is_resolved(&self, condition: &Condition) -> bool {
        let read = self.rule_set.facts_read([condition]);
        let mut derived = self.rule_set.derived.iter().filter(|derived| read.contains(derived.name.as_str()));
        derived.all(|derived| self.derived.contains_key(&derived.name))
    }

    /// When a rule fires. A rule for everything else fires where the fact that it gives has its default.
    fn rule_fires(&self, space: &Space<'_>, rule: &Rule) -> Result<Function, Failure> {
        if rule.when != Condition::Otherwise {
            return self.condition(space, &rule.when);
        }
        let given = rule.then.iter().find_map(|text| self.given(text));
        let (fact, value) = given.ok_or_else(|| unknown("value behind `otherwise` of the rule", &rule.id))?;
        self.derived_by_name(fact, value).cloned().ok_or_else(|| unknown("derived fact", fact))
    }

    fn derived_by_name(&self, fact: &str, value: &str) -> Option<&Function> {
        self.derived.get(fact)?.iter().find(|(known, _)| known.name() == value).map(|(_, function)| function)
    }

    /// Every value of a derived fact with the function by which the fact has it; nothing where there is no such fact.
    pub fn derived(&self, fact: &str) -> impl Iterator<Item = (&Value, &Function)> {
        self.derived.get(fact).into_iter().flatten().map(|(value, function)| (value, function))
    }

    /// The function of a condition, over the facts, derived facts and sets of the rule set.
    ///
    /// # Errors
    ///
    /// Where the condition names what the rule set does not have, or a function grows beyond the limit.
    pub fn condition(&self, space: &Space<'_>, condition: &Condition) -> Result<Function, Failure> {
        match condition {
            Condition::Always => Ok(space.always()),
            Condition::Otherwise => Err(unknown("condition", "otherwise")),
            Condition::All(parts) => {
                parts.iter().try_fold(space.always(), |all, part| space.and(&all, &self.condition(space, part)?))
            }
            Condition::Any(parts) => {
                parts.iter().try_fold(space.never(), |any, part| space.or(&any, &self.condition(space, part)?))
            }
            Condition::Literal { fact, accepts } => self.literal(space, fact, accepts),
            Condition::AnyOf { set, is } => {
                let parts = self.members(space, set, is)?;
                let met = parts.iter().map(|(takes_part, literal)| space.and(takes_part, literal));
                met.collect::<Result<Vec<_>, _>>().and_then(|met| space.any(&met))
            }
            Condition::AllOf { set, is } => {
                let parts = self.members(space, set, is)?;
                let missed = parts.iter().map(|(takes_part, literal)| space.and_not(takes_part, literal));
                let missed = missed.collect::<Result<Vec<_>, _>>()?;
                Ok(space.not(&space.any(&missed)?))
            }
        }
    }

    /// For each member of a set: when it takes part, and when it has one of the values.
    fn members(&self, space: &Space<'_>, set: &str, is: &[Value]) -> Result<Vec<(Function, Function)>, Failure> {
        let found = self.rule_set.sets.iter().find(|known| known.name == set).ok_or_else(|| unknown("set", set))?;
        let accepts = Accepts::OneOf(is.to_vec());
        let part = |member: &palermo::rule_set::Member| {
            let when = member.when.as_ref().map_or_else(|| Ok(space.always()), |when| self.condition(space, when))?;
            Ok((when, self.literal(space, &member.fact, &accepts)?))
        };
        found.members.iter().map(part).collect()
    }

    fn literal(&self, space: &Space<'_>, name: &str, accepts: &Accepts) -> Result<Function, Failure> {
        if let Some(values) = self.derived.get(name) {
            let Accepts::OneOf(accepted) = accepts else {
                return Err(unknown("number of the derived fact", name));
            };
            let functions = values.iter().filter(|(value, _)| accepted.contains(value)).map(|(_, function)| function);
            return space.any(functions);
        }
        let index = space.domain().index(name).ok_or_else(|| unknown("fact", name))?;
        let fact = space.domain().fact(index).ok_or_else(|| unknown("fact", name))?;
        let places = fact.accepted(accepts).ok_or_else(|| unknown("such value of the fact", name))?;
        space.fact_is(fact, &places, self.side(index))
    }

    /// Where it makes a difference whether a rule, by its place, fires: no other rule gives one of its conclusions, or a value
    /// of a derived fact that wins over the values that other rules give.
    ///
    /// # Errors
    ///
    /// Where a function grows beyond the limit.
    pub fn rule_shows(&self, space: &Space<'_>, place: usize) -> Result<Function, Failure> {
        let mut shows = space.never();
        for text in self.rule_set.rules.get(place).into_iter().flat_map(|rule| &rule.then) {
            let rivals: Vec<String> = match self.given(text) {
                Some((name, value)) => {
                    let derived = self.rule_set.derived.iter().find(|derived| derived.name == name);
                    let priority = derived.into_iter().flat_map(|derived| &derived.priority);
                    let up_to_own = priority.map(Value::name).take_while(|earlier| *earlier != value).chain([value]);
                    let status = self.rule_set.decision.status.fact == name;
                    up_to_own
                        .map(|value| if status { format!("status:{value}") } else { format!("fact:{name}={value}") })
                        .collect()
                }
                None if is_conclusion(text) => vec![text.clone()],
                None => continue,
            };
            let mut alone = space.always();
            for (other, (rule, function)) in self.rule_set.rules.iter().zip(&self.rules).enumerate() {
                if other != place && rule.when != Condition::Otherwise && rule.then.iter().any(|text| rivals.contains(text)) {
                    alone = space.and_not(&alone, &function.when)?;
                }
            }
            shows = space.or(&shows, &alone)?;
        }
        Ok(shows)
    }

    /// From which record a fact is read.
    #[must_use]
    pub fn side(&self, fact: FactIndex) -> Side {
        if self.second.contains(&fact) { Side::Second } else { Side::First }
    }

    /// The function of something that follows, or `None` where no rule of the set gives it.
    #[must_use]
    pub fn output(&self, output: &Output) -> Option<&Function> {
        match output {
            Output::Conclusion(id) => self.conclusions.iter().find(|(known, _)| known == id).map(|(_, function)| function),
            Output::Status(value) => self.derived_by_name(&self.rule_set.decision.status.fact, value),
            Output::Derived { fact, value } => self.derived_by_name(fact, value),
            Output::Violation(code) => self.codes.iter().find(|known| known.code == *code).map(|known| &known.breach),
            Output::Implied(code) => self.codes.iter().find(|known| known.code == *code)?.implied.as_ref(),
        }
    }

    /// Every output with its function: conclusions, statuses, values of other derived facts, violations, implied conduct.
    #[must_use]
    pub fn outputs(&self) -> Vec<(Output, &Function)> {
        let status = &self.rule_set.decision.status.fact;
        let conclusions = self.conclusions.iter().map(|(id, function)| (Output::Conclusion(id.clone()), function));
        let derived = self.derived.iter().flat_map(|(fact, values)| {
            values.iter().map(move |(value, function)| {
                let value = value.name().to_string();
                let output = if fact == status { Output::Status(value) } else { Output::Derived { fact: fact.clone(), value } };
                (output, function)
            })
        });
        let codes = self.codes.iter().map(|code| (Output::Violation(code.code.clone()), &code.breach));
        let implied = self.codes.iter().filter_map(|code| Some((Output::Implied(code.code.clone()), code.implied.as_ref()?)));
        conclusions.chain(derived).chain(codes).chain(implied).collect()
    }
}

fn unknown(what: &'static str, name: &str) -> Failure {
    Failure::UnknownName { what, name: name.into() }
}

/// Whether a consequence is a conclusion about a person, and no note and no fact.
fn is_conclusion(text: &str) -> bool {
    text.split_once(':').is_some_and(|(kind, _)| ConclusionKind::from_word(kind).is_some())
}
