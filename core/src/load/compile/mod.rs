//! Compiles a checked rule set to the tables that are evaluated.

mod facts;
mod order;
mod tables;

use alloc::{
    boxed::Box,
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec,
    vec::Vec,
};

use self::{facts::limit, tables::Tables};
use super::{
    LoadError, LoadErrorCode, LoadErrors,
    condition::{Clause, Clauses, Expr, Layout, Names, Otherwise, place, value_names},
    names::{Consequence, check_names},
};
use crate::{
    OverlayId,
    logic::{
        ConclusionCode, ConductTable, DecisionCode, DerivedCode, FACT_WORDS, IMAGE_FORMAT, Index, KeyCode, Logic, OverlayCode,
        RULE_WORDS, RuleCode, StageCode, Step, ValueCodes, WORDS,
    },
    record::pointer,
    rule_set::{Condition, DecisionKey, Rule, RuleSet, Value},
    vocabulary::{Bearer, ChildStatus, ConclusionKind, Effect, ElementState, Known, Status},
};

/// Compiles a rule set, or says everything that is wrong with it.
pub(super) fn compile(rule_set: &RuleSet) -> Result<Logic, LoadErrors> {
    let too_many = limits(rule_set);
    if !too_many.is_empty() {
        // Indices would not hold what is beyond a limit, and everything said of it would be wrong.
        return Err(LoadErrors::new(too_many));
    }
    let mut errors = check_names(rule_set);
    let doubtful = doubtful(&errors);
    let mut layout = Layout::default();
    let facts = facts::facts(rule_set, &mut layout, &mut errors);
    let visible = facts.len();
    let mut compiler = Compiler {
        names: Names { rule_set, facts, doubtful, errors },
        visible,
        layout,
        hidden: Vec::new(),
        conditions: BTreeMap::new(),
        order: Vec::new(),
    };
    let logic = compiler.logic();
    let errors = compiler.names.errors;
    match logic {
        Some(logic) if errors.is_empty() => Ok(logic),
        _ => Err(LoadErrors::new(errors)),
    }
}

/// The facts whose values are wrong in themselves.
fn doubtful(errors: &[LoadError]) -> Vec<Index> {
    let places = errors.iter().filter_map(|error| error.path.strip_prefix("/facts/")?.strip_suffix("/values"));
    places.filter_map(|place| place.parse().ok()).collect()
}

/// The limits that a rule set can be held against before anything is compiled.
fn limits(rule_set: &RuleSet) -> Vec<LoadError> {
    beyond(&[
        ("/facts", "facts, derived ones included", rule_set.facts.len() + rule_set.derived.len(), FACT_WORDS * 64),
        ("/rules", "rules", rule_set.rules.len(), RULE_WORDS * 64),
        ("/conduct", "conduct codes", rule_set.conduct.len(), usize::from(Index::MAX)),
    ])
}

/// An error for each size that is beyond its limit.
fn beyond(sizes: &[(&str, &'static str, usize, usize)]) -> Vec<LoadError> {
    let over = sizes.iter().filter(|(_, _, size, greatest)| size > greatest);
    over.map(|(path, what, _, greatest)| limit(path, what, *greatest)).collect()
}

/// A condition that was compiled once for all places at which it stands.
struct Compiled {
    expr: Expr,
    clauses: Vec<Clause>,
    effects: u8,
    is_a_rules: bool,
}

struct Compiler<'a> {
    names: Names<'a>,
    /// How many of the facts are those of the rule set; behind them stand those that parts of conditions became.
    visible: usize,
    layout: Layout,
    hidden: Vec<(Index, Expr)>,
    conditions: BTreeMap<Expr, Index>,
    order: Vec<Compiled>,
}

impl Compiler<'_> {
    fn error(&mut self, path: String, code: LoadErrorCode) {
        self.names.errors.push(LoadError::new(path, code));
    }

    fn logic(&mut self) -> Option<Logic> {
        let rule_set = self.names.rule_set;
        let (conclusions, conclusion_places) = conclusions(rule_set);
        let mut rules = Vec::new();
        for (place, rule) in rule_set.rules.iter().enumerate() {
            rules.push(self.rule(place, rule, &conclusion_places));
        }
        let derived = self.derived(&rules);
        let (conduct, implied) = self.conduct(&mut rules);
        let decision = self.decision();
        if !self.names.errors.is_empty() {
            return None;
        }
        let derived = self.with_hidden(derived);
        let derived = self.sorted(derived)?;
        let mut tables = Tables::default();
        for compiled in &self.order {
            tables.condition(compiled, &self.names.facts);
        }
        self.limits(&tables);
        let index_of = |id: &String| conclusion_places.get(id.as_str()).copied();
        let refer = |to: &String| conclusion_places.get(format!("refer:{to}").as_str()).copied();
        let fact = |name: &String| self.names.fact(name);
        Some(Logic {
            image_format: IMAGE_FORMAT,
            id: rule_set.id.as_str().into(),
            version: rule_set.version.as_str().into(),
            digest: rule_set.composed.as_ref().map_or_else(|| rule_set.digest(), |composed| composed.base.clone()).into(),
            overlays: overlays(rule_set),
            kind: rule_set.kind,
            in_force_from: rule_set.in_force.from.as_str().into(),
            in_force_to: rule_set.in_force.to.as_deref().map(Into::into),
            inputs: Index::try_from(rule_set.facts.len()).ok()?,
            visible: Index::try_from(self.visible).ok()?,
            facts: self.names.facts.clone(),
            terms: tables.terms,
            clauses: tables.clauses,
            clause_lists: tables.clause_lists,
            nodes: tables.nodes,
            conditions: tables.conditions,
            derived,
            rules,
            conclusions,
            conduct,
            implied,
            interview: rule_set
                .interview
                .iter()
                .map(|stage| StageCode {
                    stage: stage.stage,
                    after: stage.after.iter().filter_map(fact).collect(),
                    not_while: stage.not_while.iter().filter_map(fact).collect(),
                    ask: stage.ask.iter().filter_map(fact).collect(),
                })
                .collect(),
            urgency: rule_set.urgency.iter().filter_map(refer).collect(),
            screen_now: rule_set.first_screen.now.iter().filter_map(index_of).collect(),
            screen_must_not: rule_set.first_screen.must_not.iter().filter_map(index_of).collect(),
            decision: decision?,
        })
    }

    /// What only the compiled tables show to be too much.
    fn limits(&mut self, tables: &Tables) {
        let sizes = [
            ("/facts", "facts, hidden ones included", self.names.facts.len(), FACT_WORDS * 64),
            ("/facts", "words of values", self.layout.words(), WORDS),
            ("/rules", "different conditions", tables.conditions.len(), RULE_WORDS * 64),
            ("/rules", "different clauses", tables.clauses.len(), usize::from(Index::MAX)),
        ];
        self.names.errors.extend(beyond(&sizes));
    }

    /// The index of a condition, compiled once.
    fn condition(&mut self, expr: Expr) -> Index {
        if let Some(index) = self.conditions.get(&expr) {
            return *index;
        }
        let clauses = Clauses { facts: &mut self.names.facts, layout: &mut self.layout, hidden: &mut self.hidden }.of(&expr);
        let index = Index::try_from(self.order.len()).unwrap_or(Index::MAX);
        self.conditions.insert(expr.clone(), index);
        self.order.push(Compiled { expr, clauses, effects: 0, is_a_rules: false });
        index
    }

    fn written(&mut self, condition: &Condition, path: &str, otherwise: Otherwise) -> Index {
        let expr = self.names.expr(condition, path, otherwise);
        self.condition(expr)
    }

    fn rule(&mut self, place: usize, rule: &Rule, conclusions: &BTreeMap<&str, Index>) -> RuleCode {
        let path = format!("/rules/{place}");
        let gives: Vec<(Index, u8)> = rule
            .then
            .iter()
            .enumerate()
            .filter_map(|(number, text)| self.gives(&format!("{path}/then/{number}"), text))
            .collect();
        let otherwise = self.otherwise(&gives);
        let condition = self.written(&rule.when, &pointer(&path, "when"), otherwise);
        let concluded: Vec<Index> = rule.then.iter().filter_map(|text| conclusions.get(text.as_str()).copied()).collect();
        if let Some(compiled) = self.order.get_mut(usize::from(condition)) {
            compiled.is_a_rules = true;
            for text in &rule.then {
                if let Some(Consequence::Conclusion(kind)) = Consequence::parse(text) {
                    compiled.effects |= 1 << Effect::from(kind) as u8;
                }
            }
        }
        RuleCode {
            id: rule.id.as_str().into(),
            condition,
            conclusions: concluded,
            gives,
            bearers: rule.bearers.iter().fold(0, |mask, bearer| mask | 1 << *bearer as u8),
            conduct: None,
        }
    }

    /// The derived fact and the value that a consequence gives.
    fn gives(&mut self, path: &str, text: &str) -> Option<(Index, u8)> {
        let status = self.names.rule_set.decision.status.fact.clone();
        let (name, word) = match Consequence::parse(text)? {
            Consequence::Gives { fact, value } => (fact.to_string(), value),
            Consequence::Status { value } => (status, value),
            _ => return None,
        };
        let index = self.names.fact(&name)?;
        let fact = self.names.facts.get(usize::from(index)).cloned()?;
        let value = match word {
            "yes" if fact.values == ValueCodes::YesNo => Value::YesNo(true),
            "no" if fact.values == ValueCodes::YesNo => Value::YesNo(false),
            word => Value::Word(word.into()),
        };
        if let Ok(place) = place(&fact, &value) {
            return Some((index, u8::try_from(place).ok()?));
        }
        let accepted = value_names(&fact).into_iter().map(|name| match name.as_str() {
            "true" => "yes".into(),
            "false" => "no".into(),
            _ => name,
        });
        let code = LoadErrorCode::UnknownValue { accepted: accepted.collect() };
        self.error(path.into(), code);
        None
    }

    fn otherwise(&self, gives: &[(Index, u8)]) -> Otherwise {
        let [(fact, place)] = gives else { return None };
        let code = self.names.facts.get(usize::from(*fact))?;
        let derived = self.names.rule_set.derived.iter().find(|derived| *derived.name == *code.name)?;
        let default = super::condition::place(code, &derived.default).ok()?;
        (default == u32::from(*place)).then(|| (*fact, code.bit(default)))
    }

    /// How each derived fact gets its value, in the order of the document.
    fn derived(&mut self, rules: &[RuleCode]) -> Vec<DerivedCode> {
        let rule_set = self.names.rule_set;
        let mut list = Vec::new();
        for (number, derived) in rule_set.derived.iter().enumerate() {
            let path = format!("/derived/{number}");
            let Some(fact) = self.names.fact(&derived.name) else {
                continue;
            };
            let Some(code) = self.names.facts.get(usize::from(fact)).cloned() else {
                continue;
            };
            let mut place_of = |value: &Value, path: String| match place(&code, value) {
                Ok(place) => u8::try_from(place).ok(),
                Err(error) => {
                    self.names.errors.push(LoadError::new(path, error));
                    None
                }
            };
            let Some(default) = place_of(&derived.default, pointer(&path, "default")) else {
                continue;
            };
            let mut steps = Vec::new();
            for (place, value) in derived.priority.iter().enumerate() {
                let Some(place) = place_of(value, format!("{path}/priority/{place}")) else {
                    continue;
                };
                let giving = rule_set
                    .rules
                    .iter()
                    .zip(rules)
                    .filter(|(written, rule)| written.when != Condition::Otherwise && rule.gives.contains(&(fact, place)));
                steps.push(Step { place, conditions: giving.map(|(_, rule)| rule.condition).collect() });
            }
            let given = |place: &u8| steps.iter().any(|step| step.place == *place);
            for (rule, written) in rules.iter().zip(&rule_set.rules) {
                let missing = rule.gives.iter().find(|(given_fact, place)| *given_fact == fact && !given(place));
                if missing.is_some() && written.when != Condition::Otherwise {
                    let reason = format!("`{}` gives a value that is not in this list", written.id);
                    self.names.errors.push(LoadError::new(pointer(&path, "priority"), LoadErrorCode::Mismatch { reason }));
                }
            }
            list.push(DerivedCode { fact, default, steps });
        }
        list
    }

    fn conduct(&mut self, rules: &mut [RuleCode]) -> (Vec<ConductTable>, Vec<Index>) {
        let rule_set = self.names.rule_set;
        let mut table = Vec::new();
        for (place, code) in rule_set.conduct.iter().enumerate() {
            let implied_when =
                code.implied_when.as_ref().map(|when| self.written(when, &format!("/conduct/{place}/implied_when"), None));
            let broken = rule_set.rules.iter().enumerate().find_map(|(number, rule)| {
                rule.breach.as_ref().filter(|breach| breach.code == code.code).map(|breach| (number, breach.when.as_ref()))
            });
            let Some((number, when)) = broken else {
                continue;
            };
            let own = rules.get(number).map_or(0, |rule| rule.condition);
            let breach = when.map_or(own, |when| self.written(when, &format!("/rules/{number}/breach/when"), None));
            if let Some(rule) = rules.get_mut(number) {
                rule.conduct = Index::try_from(place).ok();
            }
            let parent = code.parent.as_ref().and_then(|parent| rule_set.conduct.iter().position(|known| known.code == *parent));
            table.push(ConductTable {
                code: code.code.as_str().into(),
                parent: parent.and_then(|parent| Index::try_from(parent).ok()),
                rule: Index::try_from(number).unwrap_or(Index::MAX),
                breach,
                implied_when,
            });
        }
        let mut implied: Vec<(Index, Index)> =
            (0..).zip(&table).filter(|(_, code)| code.implied_when.is_some()).map(|(index, code)| (code.rule, index)).collect();
        implied.sort_unstable();
        (table, implied.into_iter().map(|(_, index)| index).collect())
    }

    fn decision(&mut self) -> Option<DecisionCode> {
        let keys = &self.names.rule_set.decision;
        Some(DecisionCode {
            status: self.key("status", &keys.status, Status::from_word, Status::ALL)?,
            act: self.key("act", &keys.act, ElementState::from_word, ElementState::ALL)?,
            means: self.key("means", &keys.means, ElementState::from_word, ElementState::ALL)?,
            purpose: self.key("purpose", &keys.purpose, ElementState::from_word, ElementState::ALL)?,
            child: self.key("child", &keys.child, ChildStatus::from_word, ChildStatus::ALL)?,
            child_when_trafficked: self.key(
                "child_when_trafficked",
                &keys.child_when_trafficked,
                Known::from_word,
                Known::ALL,
            )?,
        })
    }

    /// A key of the decision: each value of the derived fact has a word of the decision's list.
    fn key<Word: ToString>(
        &mut self,
        name: &str,
        key: &DecisionKey,
        from_word: fn(&str) -> Option<Word>,
        all: &[Word],
    ) -> Option<KeyCode<Word>> {
        let path = format!("/decision/{name}");
        let derived = &self.names.rule_set.derived;
        let Some(fact) = derived.iter().find(|known| known.name == key.fact).and_then(|known| self.names.fact(&known.name))
        else {
            let nearest = crate::near::nearest(&key.fact, derived.iter().map(|known| known.name.as_str())).map(Into::into);
            self.error(pointer(&path, "fact"), LoadErrorCode::UnknownName { what: "derived fact", nearest });
            return None;
        };
        let code = self.names.facts.get(usize::from(fact)).cloned()?;
        let mut words = Vec::new();
        for value in value_names(&code) {
            let word = key.words.get(&value).map_or(value.as_str(), String::as_str);
            let Some(word) = from_word(word) else {
                let accepted = all.iter().map(ToString::to_string).collect();
                let code = LoadErrorCode::UnknownWord { what: "word of the decision for a value of this fact", accepted };
                self.error(pointer(&path, "words"), code);
                return None;
            };
            words.push(word);
        }
        Some(KeyCode { fact, words })
    }

    /// Adds how the hidden facts get their values: yes where their part of a condition holds, else no.
    fn with_hidden(&mut self, mut derived: Vec<DerivedCode>) -> Vec<DerivedCode> {
        let mut number = 0;
        // Compiling the condition of a hidden fact may hide parts of it in turn.
        while let Some((fact, part)) = self.hidden.get(number).cloned() {
            let condition = self.condition(part);
            derived.push(DerivedCode { fact, default: 1, steps: vec![Step { place: 0, conditions: vec![condition] }] });
            number += 1;
        }
        derived
    }
}

/// The overlays that the rule set was composed with.
fn overlays(rule_set: &RuleSet) -> Vec<OverlayCode> {
    let composed = rule_set.composed.iter().flat_map(|composed| &composed.overlays);
    let code = |overlay: &OverlayId| OverlayCode {
        id: overlay.id.as_str().into(),
        version: overlay.version.as_str().into(),
        digest: overlay.digest.as_str().into(),
    };
    composed.map(code).collect()
}

/// The conclusions about a person, each once, in catalogue order.
fn conclusions(rule_set: &RuleSet) -> (Vec<ConclusionCode>, BTreeMap<&str, Index>) {
    let mut list = Vec::new();
    let mut places = BTreeMap::new();
    for text in rule_set.rules.iter().flat_map(|rule| &rule.then) {
        let Some(Consequence::Conclusion(kind)) = Consequence::parse(text) else {
            continue;
        };
        if !places.contains_key(text.as_str()) {
            places.insert(text.as_str(), Index::try_from(list.len()).unwrap_or(Index::MAX));
            list.push(ConclusionCode { id: Box::from(text.as_str()), kind });
        }
    }
    (list, places)
}

// The bearers of a rule are bits of one byte.
const _: () = assert!(Bearer::ALL.len() <= 8 && Effect::ALL.len() <= 8 && ConclusionKind::ALL.len() <= 8);
