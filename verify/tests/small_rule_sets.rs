//! Random small rule sets: what the functions say of them is what the engine says of every single record, down to which facts
//! can matter and how small a witness can be. Nothing here is read off the functions that is not counted out as well.
#![allow(clippy::panic, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

mod small;

use std::collections::{BTreeMap, BTreeSet};

use palermo::rule_set::RuleSet;
use palermo_verify::{Domain, FactIndex, Function, Model, NODE_LIMIT, Place, Side, Space, Witness};
use proptest::{collection::vec, prelude::*};
use small::{Everything, Said, Tape, rule_set};

/// Whether something holds, record by record.
type Table = Vec<bool>;

/// A rule set with all that is said of it: by the functions and, for every record, by the engine.
struct Case<'a> {
    space: &'a Space<'a>,
    domain: &'a Domain,
    engine: &'a Everything,
    places: Vec<BTreeMap<FactIndex, Place>>,
    /// Every rule and output: its name, its function, and where the engine says it.
    all: Vec<(String, Function, Table)>,
}

impl<'a> Case<'a> {
    fn new(space: &'a Space<'a>, model: &Model<'_>, engine: &'a Everything) -> Self {
        let domain = space.domain();
        let said = &engine.said;
        let table = |holds: &dyn Fn(&Said) -> bool| said.iter().map(holds).collect::<Table>();
        let mut all = Vec::new();
        for rule in &model.rules {
            all.push((rule.id.clone(), rule.when.clone(), table(&|said| said.rules.contains(&rule.id))));
        }
        for (output, function) in model.outputs() {
            let name = output.to_string();
            all.push((name.clone(), function.clone(), table(&|said| said.outputs.contains(&name))));
        }
        Self { space, domain, engine, places: said.iter().map(|said| domain.places(&said.facts)).collect(), all }
    }

    /// Every function holds exactly for the records of which the engine says so.
    fn agrees(&self) {
        for (name, function, table) in &self.all {
            for ((said, places), expected) in self.engine.said.iter().zip(&self.places).zip(table) {
                assert_eq!(function.holds_for(self.domain, places), *expected, "{name} {:?}", said.facts);
            }
            assert_eq!(function.is_never(), !table.contains(&true), "{name}");
            assert_eq!(function.is_always(), !table.contains(&false), "{name}");
        }
        // Where the functions name nothing, the engine never says anything either.
        let named: BTreeSet<&str> = self.all.iter().map(|(name, ..)| name.as_str()).collect();
        for output in self.engine.said.iter().flat_map(|said| &said.outputs) {
            assert!(named.contains(output.as_str()), "{output}");
        }
    }

    /// A function depends on a fact exactly where two records that differ in nothing else are told apart.
    fn depends(&self) {
        let variants: Vec<_> = (0..self.domain.facts().len()).map(|fact| self.engine.variants(fact)).collect();
        for (name, function, table) in &self.all {
            let mut support = Vec::new();
            for (index, fact) in self.domain.facts().iter().enumerate() {
                let matters =
                    variants[index].iter().any(|records| records.iter().any(|record| table[*record] != table[records[0]]));
                assert_eq!(self.space.depends_on(function, fact, Side::First), matters, "{name} and {}", fact.name);
                if matters {
                    support.push(index);
                }
            }
            assert_eq!(self.space.support(function, Side::First), support, "{name}");
        }
    }

    /// The smallest witness is a record of which the engine says so, and no record with fewer facts known is.
    fn smallest(&self) {
        for (name, function, table) in &self.all {
            let fewest = self.engine.said.iter().zip(table).filter(|(_, holds)| **holds).map(|(said, _)| said.facts.len()).min();
            let witness = Witness::smallest(self.domain, function);
            assert_eq!(witness.as_ref().map(Witness::size), fewest, "{name}");
            if let Some(witness) = witness {
                assert!(table[self.engine.number(&witness.first)], "{name} {:?}", witness.first);
            }
        }
    }

    /// The smallest pair of records that differ in one fact alone, of which the engine says something of the first only.
    fn smallest_pair(&self, second: &Model<'_>, fact: usize) {
        let changed = self.domain.facts()[fact].name.as_str();
        let variants = self.engine.variants(fact);
        for (output, other) in second.outputs() {
            let name = output.to_string();
            let Some((_, function, table)) = self.all.iter().find(|(known, ..)| *known == name) else {
                panic!("the first record has no {name}");
            };
            let lost = self.space.and_not(function, other).unwrap_or_else(|failure| panic!("{failure}"));
            let size = |number: usize| usize::from(self.engine.said[number].facts.contains_key(changed));
            let pairs =
                variants.iter().flat_map(|records| records.iter().flat_map(|one| records.iter().map(move |two| (*one, *two))));
            let pairs = pairs.filter(|(one, two)| table[*one] && !table[*two]);
            let fewest = pairs.map(|(one, two)| self.engine.said[one].facts.len() + size(two)).min();
            let side = |fact: &palermo_verify::DomainFact| if fact.name == changed { Side::Second } else { Side::First };
            let witness = Witness::smallest_pair(self.domain, &lost, side);
            let found = witness.map(|witness| {
                let one = self.engine.number(&witness.first);
                let two = witness.second.as_ref().map_or(one, |second| self.engine.number(second));
                assert!(table[one] && !table[two], "{name} {witness:?}");
                self.engine.said[one].facts.len() + size(two)
            });
            assert_eq!(found, fewest, "{name} by {changed}");
        }
    }
}

/// Holds a rule set's functions against the engine.
fn look(rule_set: &RuleSet, changed: usize) {
    let engine = Everything::new(rule_set);
    let domain = Domain::new(&[rule_set], []).unwrap_or_else(|failure| panic!("{failure}"));
    let space = Space::new(&domain, NODE_LIMIT);
    let model = Model::new(&space, rule_set).unwrap_or_else(|failure| panic!("{failure}"));
    let case = Case::new(&space, &model, &engine);
    case.agrees();
    case.depends();
    case.smallest();
    let changed = changed % domain.facts().len();
    let second = model.of_second(&space, BTreeSet::from([changed])).unwrap_or_else(|failure| panic!("{failure}"));
    case.smallest_pair(&second, changed);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn functions_of_random_rule_sets_say_what_the_engine_says(choices in vec(any::<u8>(), 0..240), changed in 0_usize..5) {
        look(&rule_set(&mut Tape::new(&choices)), changed);
    }
}

/// What the random rule sets are worth: each thing that a rule set can have occurs, and decides something.
#[test]
fn random_rule_sets_have_everything_that_rule_sets_can_have() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut random = palermo_tests::random::SplitMix64::new(7);
    for _ in 0..400 {
        let choices: Vec<u8> = (0..200).map(|_| u8::try_from(random.below(256)).unwrap_or_default()).collect();
        let rule_set = rule_set(&mut Tape::new(&choices));
        let text = rule_set.to_canonical_json();
        for sign in ["any_of", "all_of", "below", "at_least", "or_unknown", "otherwise", "always", "implied_when", "\"marks\""] {
            *seen.entry(sign).or_default() += usize::from(text.contains(sign));
        }
        let conditional = rule_set.sets.iter().flat_map(|set| &set.members).any(|member| member.when.is_some());
        *seen.entry("conditional members").or_default() += usize::from(conditional);
        let said = Everything::new(&rule_set).said;
        let decides = |holds: &dyn Fn(&Said) -> bool| {
            let count = said.iter().filter(|said| holds(said)).count();
            usize::from(count > 0 && count < said.len())
        };
        for rule in &rule_set.rules {
            *seen.entry("rules that depend").or_default() += decides(&|said| said.rules.contains(&rule.id));
        }
        for code in &rule_set.conduct {
            let breach = format!("violation:{}", code.code);
            *seen.entry("breaches that depend").or_default() += decides(&|said| said.outputs.contains(&breach));
            *seen.entry("implied breaches that depend").or_default() += decides(&|said| said.implied.contains(&code.code));
        }
    }
    for (what, count) in &seen {
        assert!(*count >= 100, "{what}: {count}\n{seen:#?}");
    }
}
