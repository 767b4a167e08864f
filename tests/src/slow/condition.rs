//! The catalogue's condition language: its parser, its plain reading over known values, and its
//! three-valued reading over sets of possible values.
//!
//! `fact = v`, `!=`, `in {v, w}`, `<`, `>=`, `and`, `or`, `not`, `always`, parentheses.
//! `and` binds closer than `or`, `not` closer than both.

use super::Set;

/// A condition as it is written; facts and values are indices into the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// `always`
    Always,
    /// A comparison, as the values of the fact for which it is true.
    Literal {
        /// The fact that is compared.
        fact: usize,
        /// The values for which the comparison is true.
        accepted: Set,
    },
    /// `… and …`
    All(Vec<Condition>),
    /// `… or …`
    Any(Vec<Condition>),
    /// `not …`
    Not(Box<Condition>),
}

/// What a condition says when facts can have several values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// True whatever the values are.
    Yes,
    /// False whatever the values are.
    No,
    /// Not settled.
    Open,
}

impl Condition {
    /// The plain reading: every fact has one value (`unknown` is a value).
    #[must_use]
    pub fn holds(&self, values: &[usize]) -> bool {
        match self {
            Self::Always => true,
            Self::Literal { fact, accepted } => accepted.has(values[*fact]),
            Self::All(parts) => parts.iter().all(|part| part.holds(values)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(values)),
            Self::Not(part) => !part.holds(values),
        }
    }

    /// The three-valued reading: every fact has a set of possible values.
    #[must_use]
    pub fn reading(&self, possible: &[Set]) -> Reading {
        match self {
            Self::Always => Reading::Yes,
            Self::Literal { fact, accepted } => {
                if possible[*fact].is_within(*accepted) {
                    Reading::Yes
                } else if possible[*fact].overlaps(*accepted) {
                    Reading::Open
                } else {
                    Reading::No
                }
            }
            Self::All(parts) => {
                let readings: Vec<Reading> = parts.iter().map(|part| part.reading(possible)).collect();
                if readings.contains(&Reading::No) {
                    Reading::No
                } else if readings.contains(&Reading::Open) {
                    Reading::Open
                } else {
                    Reading::Yes
                }
            }
            Self::Any(parts) => {
                let readings: Vec<Reading> = parts.iter().map(|part| part.reading(possible)).collect();
                if readings.contains(&Reading::Yes) {
                    Reading::Yes
                } else if readings.contains(&Reading::Open) {
                    Reading::Open
                } else {
                    Reading::No
                }
            }
            Self::Not(part) => match part.reading(possible) {
                Reading::Yes => Reading::No,
                Reading::No => Reading::Yes,
                Reading::Open => Reading::Open,
            },
        }
    }

    /// The open input facts in the open parts of this condition; none if it is settled.
    /// `depends` says for each fact on which open input facts it depends.
    #[must_use]
    pub fn dependencies(&self, possible: &[Set], depends: &[Set]) -> Set {
        if self.reading(possible) != Reading::Open {
            return Set::EMPTY;
        }
        match self {
            Self::Always => Set::EMPTY,
            Self::Literal { fact, .. } => depends[*fact],
            Self::All(parts) | Self::Any(parts) => {
                parts.iter().map(|part| part.dependencies(possible, depends)).fold(Set::EMPTY, Set::union)
            }
            Self::Not(part) => part.dependencies(possible, depends),
        }
    }

    /// Every fact that the condition names.
    #[must_use]
    pub fn facts(&self) -> Set {
        match self {
            Self::Always => Set::EMPTY,
            Self::Literal { fact, .. } => Set::one(*fact),
            Self::All(parts) | Self::Any(parts) => parts.iter().map(Self::facts).fold(Set::EMPTY, Set::union),
            Self::Not(part) => part.facts(),
        }
    }
}

/// The names of all facts, input facts first, and the values of each.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    names: Vec<String>,
    domains: Vec<Vec<String>>,
}

impl Vocabulary {
    /// Adds a fact and returns its index.
    pub fn add(&mut self, name: &str, domain: &[String]) -> usize {
        assert!(!self.names.iter().any(|known| known == name), "two facts of the name {name}");
        self.names.push(name.to_owned());
        self.domains.push(domain.to_vec());
        self.names.len() - 1
    }

    /// The index of a fact.
    #[must_use]
    pub fn fact(&self, name: &str) -> usize {
        let place = self.names.iter().position(|known| known == name);
        place.unwrap_or_else(|| panic!("the catalogue has no fact {name}"))
    }

    /// The index of a value in its fact's domain.
    #[must_use]
    pub fn value(&self, fact: usize, value: &str) -> usize {
        let place = self.domains[fact].iter().position(|known| known == value);
        place.unwrap_or_else(|| panic!("the fact {} has no value {value}", self.names[fact]))
    }

    /// The name of a fact.
    #[must_use]
    pub fn name(&self, fact: usize) -> &str {
        &self.names[fact]
    }

    /// The values of a fact.
    #[must_use]
    pub fn domain(&self, fact: usize) -> &[String] {
        &self.domains[fact]
    }
}

/// Parses one cell of the catalogue; stops at anything that it does not understand.
#[must_use]
pub fn parse(text: &str, vocabulary: &Vocabulary) -> Condition {
    let mut parser = Parser { tokens: tokens(text), next: 0, vocabulary };
    let condition = parser.any();
    assert_eq!(parser.next, parser.tokens.len(), "something is left over in the condition `{text}`");
    condition
}

fn tokens(text: &str) -> Vec<String> {
    let mut spaced = text.to_owned();
    for mark in ["(", ")", "{", "}", ","] {
        spaced = spaced.replace(mark, &format!(" {mark} "));
    }
    spaced.split_whitespace().map(str::to_owned).collect()
}

struct Parser<'a> {
    tokens: Vec<String>,
    next: usize,
    vocabulary: &'a Vocabulary,
}

impl Parser<'_> {
    fn any(&mut self) -> Condition {
        let mut parts = vec![self.all()];
        while self.takes("or") {
            parts.push(self.all());
        }
        one_or(parts, Condition::Any)
    }

    fn all(&mut self) -> Condition {
        let mut parts = vec![self.part()];
        while self.takes("and") {
            parts.push(self.part());
        }
        one_or(parts, Condition::All)
    }

    fn part(&mut self) -> Condition {
        if self.takes("not") {
            Condition::Not(Box::new(self.part()))
        } else if self.takes("always") {
            Condition::Always
        } else if self.takes("(") {
            let inside = self.any();
            self.expect(")");
            inside
        } else {
            self.literal()
        }
    }

    fn literal(&mut self) -> Condition {
        let name = self.token();
        let fact = self.vocabulary.fact(&name);
        let accepted = match self.token().as_str() {
            "=" => Set::one(self.value(fact)),
            "!=" => {
                let refused = self.value(fact);
                self.values_where(fact, |value| value != refused)
            }
            "in" => {
                self.expect("{");
                let mut listed = Set::one(self.value(fact));
                while self.takes(",") {
                    listed = listed.union(Set::one(self.value(fact)));
                }
                self.expect("}");
                listed
            }
            "<" => {
                let limit = self.number();
                self.numbers_where(fact, |number| number < limit)
            }
            ">=" => {
                let limit = self.number();
                self.numbers_where(fact, |number| number >= limit)
            }
            other => panic!("`{other}` is no comparison"),
        };
        Condition::Literal { fact, accepted }
    }

    fn value(&mut self, fact: usize) -> usize {
        let value = self.token();
        self.vocabulary.value(fact, &value)
    }

    fn number(&mut self) -> u32 {
        self.token().parse().expect("a number stands after `<` and `>=`")
    }

    fn values_where(&self, fact: usize, wanted: impl Fn(usize) -> bool) -> Set {
        (0..self.vocabulary.domain(fact).len()).filter(|&value| wanted(value)).collect()
    }

    /// A comparison with an unknown number is false: `unknown` is never among these values.
    fn numbers_where(&self, fact: usize, wanted: impl Fn(u32) -> bool) -> Set {
        let domain = self.vocabulary.domain(fact);
        assert!(domain.iter().any(|value| value == "0"), "only a number can be compared with `<` or `>=`");
        self.values_where(fact, |value| domain[value].parse().is_ok_and(&wanted))
    }

    fn takes(&mut self, wanted: &str) -> bool {
        let there = self.tokens.get(self.next).is_some_and(|token| token == wanted);
        if there {
            self.next += 1;
        }
        there
    }

    fn expect(&mut self, wanted: &str) {
        assert!(self.takes(wanted), "`{wanted}` is missing in {:?}", self.tokens);
    }

    fn token(&mut self) -> String {
        let token = self.tokens.get(self.next).expect("the condition ends too early").clone();
        self.next += 1;
        token
    }
}

fn one_or(mut parts: Vec<Condition>, several: impl Fn(Vec<Condition>) -> Condition) -> Condition {
    if parts.len() == 1 { parts.remove(0) } else { several(parts) }
}
