//! The facts of rule sets with their finite domains, as Boolean variables.
//!
//! Every known value of a fact has one variable, in the order of the values. The value of the fact is the first one whose
//! variable is on; with none on, the fact is unknown. So every assignment of the variables is a record, a function depends on
//! a fact exactly when it depends on one of its variables, and the fewest variables on are the fewest facts known.
//!
//! Whole numbers are cut into the cells that the thresholds of the rule sets and of further conditions make: inside a cell no
//! condition can tell one number from another.
//!
//! Every variable has a second copy beside it, for statements about two records.

use std::collections::{BTreeMap, BTreeSet};

use palermo::{
    FactValue,
    rule_set::{Accepts, Condition, RuleSet, Value, Values},
};

use crate::Failure;

/// A fact by its place in a [`Domain`].
pub type FactIndex = usize;

/// Which of two records a fact is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The first record, or the only one.
    First,
    /// The second record.
    Second,
}

/// A value of a fact by its place: a known one, or unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The value at this place of [`DomainFact::values`].
    Known(usize),
    /// Not known.
    Unknown,
}

/// A known value of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Yes or no.
    YesNo(bool),
    /// A word of its list.
    Word(String),
    /// Every number from the first to the last.
    Years {
        /// The least.
        from: u32,
        /// The greatest.
        to: u32,
    },
}

/// A fact and its known values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainFact {
    /// The name of the fact.
    pub name: String,
    /// Its known values; for numbers, the cells.
    pub values: Vec<Cell>,
    /// The number of its first variable.
    first: usize,
}

impl DomainFact {
    /// Every value, unknown last.
    pub fn places(&self) -> impl Iterator<Item = Place> + use<> {
        (0..self.values.len()).map(Place::Known).chain([Place::Unknown])
    }

    /// The variable of a known value.
    #[must_use]
    pub fn variable(&self, value: usize, side: Side) -> u16 {
        let number = 2 * (self.first + value) + usize::from(side == Side::Second);
        u16::try_from(number).unwrap_or(u16::MAX)
    }

    /// The variables of all its known values.
    pub fn variables(&self, side: Side) -> impl Iterator<Item = u16> {
        (0..self.values.len()).map(move |value| self.variable(value, side))
    }

    /// The value as a record holds it. A cell of years is shown by its number next to the threshold.
    #[must_use]
    pub fn value(&self, place: Place) -> FactValue {
        let Place::Known(number) = place else {
            return FactValue::Unknown;
        };
        match self.values.get(number) {
            Some(Cell::YesNo(yes)) => FactValue::YesNo(*yes),
            Some(Cell::Word(word)) => FactValue::Word(word.clone()),
            // The first cell ends at the first threshold; every other one begins at its own.
            Some(Cell::Years { from, to }) => FactValue::Years(if number == 0 && self.values.len() > 1 { *to } else { *from }),
            None => FactValue::Unknown,
        }
    }

    /// The place of a value as conditions write it.
    #[must_use]
    pub fn place_of(&self, value: &Value) -> Option<Place> {
        match value {
            Value::Word(word) if word == "unknown" => Some(Place::Unknown),
            Value::Word(word) => self.values.iter().position(|cell| *cell == Cell::Word(word.clone())).map(Place::Known),
            Value::YesNo(yes) => self.values.iter().position(|cell| *cell == Cell::YesNo(*yes)).map(Place::Known),
        }
    }

    /// The place of a value as a record holds it.
    #[must_use]
    pub fn place_in_record(&self, value: &FactValue) -> Option<Place> {
        match value {
            FactValue::Unknown => Some(Place::Unknown),
            FactValue::YesNo(yes) => self.place_of(&Value::YesNo(*yes)),
            FactValue::Word(word) => self.place_of(&Value::Word(word.clone())),
            FactValue::Years(years) => {
                let holds = |cell: &Cell| matches!(cell, Cell::Years { from, to } if (*from..=*to).contains(years));
                self.values.iter().position(holds).map(Place::Known)
            }
        }
    }

    /// The places that a literal accepts, or `None` where it names a value that the fact does not have.
    #[must_use]
    pub fn accepted(&self, accepts: &Accepts) -> Option<BTreeSet<Place>> {
        let years = |wanted: &dyn Fn(u32) -> bool, or_unknown: bool| {
            let wanted = |place: &Place| match place {
                Place::Unknown => or_unknown,
                Place::Known(number) => {
                    matches!(self.values.get(*number), Some(Cell::Years { from, .. }) if wanted(*from))
                }
            };
            let are_years = matches!(self.values.first(), Some(Cell::Years { .. }));
            are_years.then(|| self.places().filter(wanted).collect())
        };
        match accepts {
            Accepts::OneOf(values) => values.iter().map(|value| self.place_of(value)).collect(),
            Accepts::Below { bound, or_unknown } => years(&|from| from < *bound, *or_unknown),
            Accepts::AtLeast { bound, or_unknown } => years(&|from| from >= *bound, *or_unknown),
        }
    }
}

/// The facts of one or more rule sets, as Boolean variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Domain {
    facts: Vec<DomainFact>,
    by_name: BTreeMap<String, FactIndex>,
}

impl Domain {
    /// The facts of all the rule sets, each once, cut by the thresholds of their conditions and of the further ones.
    ///
    /// # Errors
    ///
    /// Where two rule sets give a fact different values.
    pub fn new<'a>(rule_sets: &[&'a RuleSet], further: impl IntoIterator<Item = &'a Condition>) -> Result<Self, Failure> {
        let mut cuts: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
        let written = rule_sets.iter().flat_map(|set| set.conditions().chain(set.member_conditions()));
        for (fact, bound) in written.chain(further).flat_map(Condition::bounds) {
            cuts.entry(fact).or_default().insert(bound);
        }
        let mut domain = Self { facts: Vec::new(), by_name: BTreeMap::new() };
        let mut known: BTreeMap<&str, &Values> = BTreeMap::new();
        let mut first = 0;
        for fact in rule_sets.iter().flat_map(|set| &set.facts) {
            match known.insert(&fact.name, &fact.values) {
                Some(values) if *values == fact.values => continue,
                Some(_) => return Err(Failure::Incompatible { fact: fact.name.clone() }),
                None => {}
            }
            let values = cells(&fact.values, cuts.get(fact.name.as_str()));
            domain.by_name.insert(fact.name.clone(), domain.facts.len());
            let count = values.len();
            domain.facts.push(DomainFact { name: fact.name.clone(), values, first });
            first += count;
        }
        Ok(domain)
    }

    /// The facts, in the order of the rule sets.
    #[must_use]
    pub fn facts(&self) -> &[DomainFact] {
        &self.facts
    }

    /// A fact by its place.
    #[must_use]
    pub fn fact(&self, index: FactIndex) -> Option<&DomainFact> {
        self.facts.get(index)
    }

    /// The place of a fact.
    #[must_use]
    pub fn index(&self, name: &str) -> Option<FactIndex> {
        self.by_name.get(name).copied()
    }

    /// The places of the values of a record. What the domain does not have is left out.
    #[must_use]
    pub fn places(&self, facts: &BTreeMap<String, FactValue>) -> BTreeMap<FactIndex, Place> {
        let of = |(name, value): (&String, &FactValue)| {
            let index = self.index(name)?;
            Some((index, self.fact(index)?.place_in_record(value)?))
        };
        facts.iter().filter_map(of).collect()
    }

    /// How many variables there are, second copies included.
    #[must_use]
    pub fn variables(&self) -> u16 {
        self.facts.last().map_or(0, |fact| fact.variable(fact.values.len(), Side::First))
    }
}

fn cells(values: &Values, cuts: Option<&BTreeSet<u32>>) -> Vec<Cell> {
    match values {
        Values::YesNo => vec![Cell::YesNo(true), Cell::YesNo(false)],
        Values::Choice(words) => words.iter().cloned().map(Cell::Word).collect(),
        Values::Years { from, to } => {
            let starts = cuts.into_iter().flatten().copied().filter(|cut| (*from + 1..=*to).contains(cut));
            let starts: Vec<u32> = std::iter::once(*from).chain(starts).collect();
            let ends = starts.iter().skip(1).map(|start| start - 1).chain([*to]);
            starts.iter().copied().zip(ends).map(|(from, to)| Cell::Years { from, to }).collect()
        }
    }
}
