//! Compiles written conditions: names to bits, sets to their members, and the tree to clauses.

use alloc::{
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec,
    vec::Vec,
};

use super::{LoadError, LoadErrorCode};
use crate::{
    logic::{FactCode, Index, ValueCodes, at},
    near::nearest,
    record::pointer,
    rule_set::{Accepts, Condition, RuleSet, Value},
    vocabulary::{Sensitivity, Stage},
};

/// How many clauses a condition may have before its parts become facts of their own.
pub(super) const MAX_CLAUSES: usize = 64;

/// A condition with bits for names: groups are flat, literals name a fact and the accepted bits of its word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Expr {
    Always,
    All(Vec<Expr>),
    Any(Vec<Expr>),
    Literal { fact: Index, mask: u64 },
}

/// A clause: for each fact in it, the accepted bits of its word.
pub(super) type Clause = BTreeMap<Index, u64>;

/// Where conditions find their names.
pub(super) struct Names<'a> {
    pub rule_set: &'a RuleSet,
    /// The facts of the rule set, each with its place among the bits.
    pub facts: Vec<FactCode>,
    /// Facts whose values are wrong in themselves: what conditions say of them cannot be judged.
    pub doubtful: Vec<Index>,
    pub errors: Vec<LoadError>,
}

/// What `otherwise` stands for in a rule: the default of the derived fact that the rule gives.
pub(super) type Otherwise = Option<(Index, u64)>;

impl Names<'_> {
    pub(super) fn fact(&self, name: &str) -> Option<Index> {
        self.facts.iter().position(|fact| *fact.name == *name).and_then(|place| Index::try_from(place).ok())
    }

    fn error(&mut self, path: &str, code: LoadErrorCode) {
        self.errors.push(LoadError::new(path, code));
    }

    /// Compiles a condition; with an error, what comes out is not used.
    pub(super) fn expr(&mut self, condition: &Condition, path: &str, otherwise: Otherwise) -> Expr {
        match condition {
            Condition::Always => Expr::Always,
            Condition::Otherwise => {
                let Some((fact, mask)) = otherwise else {
                    let reason = "`otherwise` stands only in a rule that gives the default of a derived fact and nothing else";
                    self.error(path, LoadErrorCode::ImpossibleCondition { reason });
                    return Expr::Always;
                };
                Expr::Literal { fact, mask }
            }
            Condition::All(parts) => all(self.parts(parts, &pointer(path, "all"))),
            Condition::Any(parts) => any(self.parts(parts, &pointer(path, "any"))),
            Condition::AnyOf { set, is } => any(self.members(set, is, path, "any_of")),
            Condition::AllOf { set, is } => all(self.members(set, is, path, "all_of")),
            Condition::Literal { fact, accepts } => self.literal(fact, accepts, &pointer(path, fact), path),
        }
    }

    fn parts(&mut self, parts: &[Condition], path: &str) -> Vec<Expr> {
        parts.iter().enumerate().map(|(place, part)| self.expr(part, &format!("{path}/{place}"), None)).collect()
    }

    /// The members of a set as literals. A member whose condition does not hold takes part in neither quantifier.
    fn members(&mut self, set: &str, is: &[Value], path: &str, quantifier: &str) -> Vec<Expr> {
        let known = self.rule_set.sets.iter();
        let Some((place, found)) = known.enumerate().find(|(_, known)| known.name == set) else {
            let nearest = nearest(set, self.rule_set.sets.iter().map(|set| set.name.as_str())).map(Into::into);
            self.error(&pointer(path, quantifier), LoadErrorCode::UnknownName { what: "set", nearest });
            return vec![Expr::Always];
        };
        let accepts = Accepts::OneOf(is.to_vec());
        let mut parts = Vec::new();
        for (number, member) in found.members.iter().enumerate() {
            let literal = self.literal(&member.fact, &accepts, &pointer(path, "is"), path);
            let Some(when) = &member.when else {
                parts.push(literal);
                continue;
            };
            let when = self.expr(when, &format!("/sets/{place}/members/{number}/when"), None);
            parts.push(match quantifier {
                "any_of" => all(vec![when, literal]),
                _ => any(vec![self.negate(&when), literal]),
            });
        }
        parts
    }

    fn literal(&mut self, name: &str, accepts: &Accepts, path: &str, parent: &str) -> Expr {
        let Some(index) = self.fact(name) else {
            let nearest = nearest(name, self.facts.iter().map(|fact| &*fact.name)).map(Into::into);
            self.error(parent, LoadErrorCode::UnknownName { what: "fact", nearest });
            return Expr::Always;
        };
        let Some(fact) = at(&self.facts, index) else {
            return Expr::Always;
        };
        if self.doubtful.contains(&index) {
            return Expr::Always;
        }
        match mask(fact, accepts) {
            Ok(0) => {
                self.error(
                    path,
                    LoadErrorCode::ImpossibleCondition { reason: "no value is accepted: the condition can never hold" },
                );
                Expr::Always
            }
            Ok(mask) if mask == fact.domain() => {
                self.error(
                    path,
                    LoadErrorCode::ImpossibleCondition { reason: "every value is accepted: the condition says nothing" },
                );
                Expr::Always
            }
            Ok(mask) => Expr::Literal { fact: index, mask },
            Err(code) => {
                self.error(path, code);
                Expr::Always
            }
        }
    }

    /// The opposite of a condition; every domain is finite, so it can be written out.
    fn negate(&self, expr: &Expr) -> Expr {
        match expr {
            Expr::Always => Expr::Any(Vec::new()),
            Expr::All(parts) => any(parts.iter().map(|part| self.negate(part)).collect()),
            Expr::Any(parts) => all(parts.iter().map(|part| self.negate(part)).collect()),
            Expr::Literal { fact, mask } => {
                let domain = at(&self.facts, *fact).map_or(0, FactCode::domain);
                Expr::Literal { fact: *fact, mask: domain & !mask }
            }
        }
    }
}

/// The bits that a literal accepts.
fn mask(fact: &FactCode, accepts: &Accepts) -> Result<u64, LoadErrorCode> {
    match accepts {
        Accepts::OneOf(values) => values.iter().try_fold(0, |mask, value| Ok(mask | fact.bit(place(fact, value)?))),
        Accepts::Below { bound, or_unknown } => Ok(cells(fact, *bound, *or_unknown)?.0),
        Accepts::AtLeast { bound, or_unknown } => Ok(cells(fact, *bound, *or_unknown)?.1),
    }
}

/// The bits below a bound and from it on, each with `unknown` where that is accepted.
fn cells(fact: &FactCode, bound: u32, or_unknown: bool) -> Result<(u64, u64), LoadErrorCode> {
    let ValueCodes::Years { from, to, cuts } = &fact.values else {
        return Err(LoadErrorCode::ImpossibleCondition { reason: "only a number has values below or from a bound" });
    };
    let known = u32::try_from(cuts.len()).unwrap_or(u32::MAX).saturating_add(1);
    // A bound outside the years cuts nothing: it has every one of them on the same side.
    let below = match bound {
        _ if bound <= *from => 0,
        _ if bound > *to => known,
        _ => u32::try_from(cuts.iter().take_while(|cut| **cut <= bound).count()).unwrap_or(u32::MAX),
    };
    let unknown = fact.unknown().filter(|_| or_unknown).map_or(0, |place| fact.bit(place));
    let bits = |from: u32, to: u32| (from..to).fold(unknown, |mask, place| mask | fact.bit(place));
    Ok((bits(0, below), bits(below, known)))
}

/// The place of a value.
pub(super) fn place(fact: &FactCode, value: &Value) -> Result<u32, LoadErrorCode> {
    let found = match (value, &fact.values) {
        (Value::Word(word), _) if word == "unknown" => fact.unknown(),
        (Value::YesNo(yes), ValueCodes::YesNo) => Some(u32::from(!yes)),
        (Value::Word(word), _) => fact.place_of_word(word),
        _ => None,
    };
    found.ok_or_else(|| LoadErrorCode::UnknownValue { accepted: value_names(fact) })
}

/// The values of a fact as conditions write them.
pub(super) fn value_names(fact: &FactCode) -> Vec<String> {
    let mut names = match &fact.values {
        ValueCodes::YesNo => vec!["true".to_string(), "false".to_string()],
        ValueCodes::Choice(words) => words.iter().map(ToString::to_string).collect(),
        ValueCodes::Years { .. } => vec!["`{ below: … }`".to_string(), "`{ at_least: … }`".to_string()],
    };
    if fact.has_unknown {
        names.push("unknown".to_string());
    }
    names
}

fn all(parts: Vec<Expr>) -> Expr {
    let mut flat = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Expr::All(inner) => flat.extend(inner),
            Expr::Always => {}
            part => flat.push(part),
        }
    }
    match flat.len() {
        0 => Expr::Always,
        1 => flat.remove(0),
        _ => Expr::All(flat),
    }
}

fn any(parts: Vec<Expr>) -> Expr {
    let mut flat = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Expr::Any(inner) => flat.extend(inner),
            Expr::Always => return Expr::Always,
            part => flat.push(part),
        }
    }
    if flat.len() == 1 { flat.remove(0) } else { Expr::Any(flat) }
}

/// Makes clauses of conditions, and facts of the parts that would make them explode.
pub(super) struct Clauses<'a> {
    pub facts: &'a mut Vec<FactCode>,
    pub layout: &'a mut Layout,
    /// The parts that became facts, with their indices.
    pub hidden: &'a mut Vec<(Index, Expr)>,
}

impl Clauses<'_> {
    /// The clauses of a condition, every one of which has to meet the record.
    pub(super) fn of(&mut self, expr: &Expr) -> Vec<Clause> {
        let mut list = match expr {
            Expr::Always => Vec::new(),
            Expr::Literal { fact, mask } => vec![Clause::from([(*fact, *mask)])],
            Expr::All(parts) => parts.iter().flat_map(|part| self.of(part)).collect(),
            Expr::Any(parts) => self.any(parts),
        };
        list.sort();
        list.dedup();
        // A clause that another one implies adds nothing.
        let implied = |clause: &Clause, by: &Clause| {
            clause != by && by.iter().all(|(fact, mask)| clause.get(fact).is_some_and(|wider| mask & !wider == 0))
        };
        list.iter().filter(|clause| !list.iter().any(|by| implied(clause, by))).cloned().collect()
    }

    /// The clauses of `any`: each combination of one clause of every part. A part that would carry the combinations beyond
    /// the limit becomes a fact of its own, so that their number grows no faster than the condition is long.
    fn any(&mut self, parts: &[Expr]) -> Vec<Clause> {
        let mut product = vec![Clause::new()];
        for part in parts {
            let mut factors = self.of(part);
            if factors.len() > 1 && product.len() * factors.len() > MAX_CLAUSES {
                factors = vec![self.hide(part)];
            }
            let mut next = Vec::with_capacity(product.len() * factors.len());
            for clause in &product {
                for factor in &factors {
                    let mut joined = clause.clone();
                    for (fact, mask) in factor {
                        *joined.entry(*fact).or_default() |= mask;
                    }
                    let says_nothing =
                        joined.iter().any(|(fact, mask)| at(self.facts, *fact).is_some_and(|fact| fact.domain() == *mask));
                    if !says_nothing {
                        next.push(joined);
                    }
                }
            }
            product = next;
        }
        product
    }

    /// The clause that says that a part holds, by the fact that stands for it.
    fn hide(&mut self, part: &Expr) -> Clause {
        let known = self.hidden.iter().find(|(_, known)| known == part).map(|(index, _)| *index);
        let index = known.unwrap_or_else(|| {
            let index = Index::try_from(self.facts.len()).unwrap_or(Index::MAX);
            let mut fact = FactCode {
                name: format!("hidden_{}", self.hidden.len()).into(),
                word: 0,
                shift: 0,
                values: ValueCodes::YesNo,
                has_unknown: false,
                ask: Stage::Never,
                sensitivity: Sensitivity::Low,
                shield: false,
                irrelevant: Vec::new(),
            };
            self.layout.place(&mut fact);
            self.facts.push(fact);
            self.hidden.push((index, part.clone()));
            index
        });
        Clause::from([(index, at(self.facts, index).map_or(0, |fact| fact.bit(0)))])
    }
}

/// Where the next fact goes among the bits: no fact crosses a word, so that a literal is one mask.
#[derive(Default)]
pub(super) struct Layout {
    word: u8,
    shift: u32,
}

impl Layout {
    /// Gives a fact its place.
    pub(super) fn place(&mut self, fact: &mut FactCode) {
        let count = fact.count();
        if self.shift + count > 64 {
            self.word = self.word.saturating_add(1);
            self.shift = 0;
        }
        fact.word = self.word;
        fact.shift = u8::try_from(self.shift).unwrap_or_default();
        self.shift += count;
    }

    /// How many words are in use.
    pub(super) fn words(&self) -> usize {
        usize::from(self.word) + 1
    }
}
