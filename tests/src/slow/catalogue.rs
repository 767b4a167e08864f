//! The rows of the catalogue that the evaluator needs: facts and case rules, in their order there.

use std::collections::HashMap;

use super::Set;
use super::condition::{Condition, Vocabulary, parse};
use super::conduct::IMPLIED;
use super::derived::DERIVED;

const CATALOGUE: &str = include_str!("../../catalogue.csv");

/// The bearers, as the catalogue and as the decision write them, in
/// the decision's order.
const BEARERS: [(&str, &str); 8] = [
    ("all", "all"),
    ("police", "police"),
    ("prosecutor", "prosecutor"),
    ("court", "court"),
    ("state", "state"),
    ("NGO", "ngo"),
    ("IO", "international_organisation"),
    ("donor", "donor"),
];

/// What the values of a fact look like in a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactType {
    /// A JSON boolean.
    YesNo,
    /// A string from the domain.
    Enum,
    /// An integer.
    Integer,
}

/// An input fact of the record.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its name in records and conditions.
    pub name: String,
    /// What its values look like in a record.
    pub data_type: FactType,
    /// Its values in words (`yes`, `17`, `bar_raid`); the last is always `unknown`.
    pub domain: Vec<String>,
    /// When a form may ask it.
    pub ask: String,
    /// `low`, `medium`, `high` or `very_high`.
    pub sensitivity: String,
    /// Whether it may never influence status, shelter or core assistance.
    pub shielded: bool,
    /// Its place in the interview; none for facts that are never asked.
    pub interview_rank: Option<u32>,
}

impl Fact {
    /// The index of the value `unknown`.
    #[must_use]
    pub fn unknown(&self) -> usize {
        self.domain.len() - 1
    }

    /// All indices of values, `unknown` included.
    #[must_use]
    pub fn every_value(&self) -> Set {
        Set::below(self.domain.len())
    }
}

/// One consequence in a rule's cell.
#[derive(Clone, Debug)]
pub struct Consequence {
    /// The whole of it, such as `entitlement:shelter`.
    pub id: String,
    /// What stands before the colon.
    pub kind: String,
    /// What stands after the colon.
    pub name: String,
}

impl Consequence {
    /// Whether it is a conclusion about the person, not a derived fact and not a note.
    #[must_use]
    pub fn is_conclusion(&self) -> bool {
        ["entitlement", "prohibition", "obligation", "refer"].contains(&self.kind.as_str())
    }
}

/// A case rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// `family/rule`
    pub id: String,
    /// Whether the source says it, or how it was inferred, in the catalogue's words.
    pub derivation: String,
    /// When it fires.
    pub condition: Condition,
    /// What it gives, in the order of its cell.
    pub consequences: Vec<Consequence>,
    /// Who owes it, in the decision's words and order.
    pub bearers: Vec<&'static str>,
    /// The conduct code that violates it, without `audit_`.
    pub code: Option<String>,
    /// When that conduct is a violation.
    pub breach: Condition,
    /// The derived fact and the value that it gives (indices).
    pub gives: Option<(usize, usize)>,
}

impl Rule {
    /// The conclusions that it gives, in the order of its cell.
    pub fn conclusions(&self) -> impl Iterator<Item = &Consequence> {
        self.consequences.iter().filter(|consequence| consequence.is_conclusion())
    }
}

/// A code that counts as established when its condition holds.
#[derive(Clone, Debug)]
pub struct Implied {
    /// The index of the rule that the code violates.
    pub rule: usize,
    /// When the conduct is implied.
    pub condition: Condition,
}

/// The whole catalogue, as far as case records go.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The input facts; their indices are those of the vocabulary.
    pub facts: Vec<Fact>,
    /// Input facts and then derived facts.
    pub vocabulary: Vocabulary,
    /// The case rules.
    pub rules: Vec<Rule>,
    /// The implied codes, in the order of their rules.
    pub implied: Vec<Implied>,
    givers: HashMap<(usize, usize), Vec<usize>>,
    codes: HashMap<String, usize>,
}

impl Catalogue {
    /// Reads the committed copy.
    #[must_use]
    pub fn read() -> Self {
        let rows = rows();
        let facts: Vec<Fact> = of_type(&rows, "fact").map(fact).collect();
        let mut vocabulary = Vocabulary::default();
        for fact in &facts {
            vocabulary.add(&fact.name, &fact.domain);
        }
        for derived in DERIVED {
            vocabulary.add(derived.name, &derived.domain());
        }
        let rules: Vec<Rule> = of_type(&rows, "case_rule").map(|row| rule(row, &vocabulary)).collect();

        let mut givers: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
        let mut codes = HashMap::new();
        for (place, rule) in rules.iter().enumerate() {
            if let Some(given) = rule.gives {
                givers.entry(given).or_default().push(place);
            }
            if let Some(code) = &rule.code {
                assert!(codes.insert(code.clone(), place).is_none(), "two rules of the code {code}");
            }
        }
        let mut implied: Vec<Implied> = IMPLIED
            .iter()
            .map(|(code, condition)| Implied { rule: codes[*code], condition: parse(condition, &vocabulary) })
            .collect();
        implied.sort_by_key(|implied| implied.rule);
        Self { facts, vocabulary, rules, implied, givers, codes }
    }

    /// The rules that give this value to this derived fact.
    pub fn rules_giving(&self, fact: usize, value: usize) -> impl Iterator<Item = &Rule> {
        self.givers.get(&(fact, value)).into_iter().flatten().map(|&place| &self.rules[place])
    }

    /// The index of the rule that a conduct code violates.
    #[must_use]
    pub fn rule_of_code(&self, code: &str) -> usize {
        self.codes[code]
    }
}

type Row = HashMap<String, String>;

fn rows() -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(CATALOGUE.as_bytes());
    let header = reader.headers().expect("the catalogue has a header").clone();
    reader
        .records()
        .map(|record| {
            let record = record.expect("the catalogue is well-formed CSV");
            header.iter().zip(&record).map(|(column, cell)| (column.to_owned(), cell.to_owned())).collect()
        })
        .collect()
}

fn of_type<'a>(rows: &'a [Row], record_type: &'a str) -> impl Iterator<Item = &'a Row> {
    rows.iter().filter(move |row| row["record_type"] == record_type)
}

fn fact(row: &Row) -> Fact {
    let data_type = match row["data_type"].as_str() {
        "yes/no/unknown" => FactType::YesNo,
        "enum" => FactType::Enum,
        "integer" => FactType::Integer,
        other => panic!("`{other}` is no type of fact"),
    };
    let domain: Vec<String> = match row["values"].as_str() {
        "0..120,unknown" => (0..=120).map(|age| age.to_string()).chain(["unknown".to_owned()]).collect(),
        listed => listed.split(',').map(str::to_owned).collect(),
    };
    assert_eq!(domain.last().map(String::as_str), Some("unknown"), "`unknown` is the last value");
    Fact {
        name: row["id"].clone(),
        data_type,
        domain,
        ask: row["ask"].clone(),
        sensitivity: row["sensitivity"].replace(' ', "_"),
        shielded: row["shielded"] == "yes",
        interview_rank: row["interview_rank"].parse().ok(),
    }
}

fn rule(row: &Row, vocabulary: &Vocabulary) -> Rule {
    // `undetermined` is the default of the status: it stands exactly when no other status rule fires.
    let condition = parse(&row["condition"].replace("status_default = yes", "status = undetermined"), vocabulary);
    let breach = match row["breach_condition"].as_str() {
        "" => condition.clone(),
        written => parse(written, vocabulary),
    };
    let consequences: Vec<Consequence> = row["consequence"].split(';').map(|cell| consequence(cell.trim())).collect();
    let gives = consequences.iter().find_map(|consequence| gives(consequence, vocabulary));
    let code = row["audit_fact"].strip_prefix("audit_").map(str::to_owned);
    let derivation = row["derivation"].clone();
    Rule { id: row["id"].clone(), derivation, condition, consequences, bearers: bearers(&row["bearer"]), code, breach, gives }
}

fn consequence(id: &str) -> Consequence {
    let (kind, name) = id.split_once(':').expect("a consequence is `kind:name`");
    Consequence { id: id.to_owned(), kind: kind.to_owned(), name: name.to_owned() }
}

/// `fact:act_element=yes` and `status:presumed` give a value to a derived fact.
fn gives(consequence: &Consequence, vocabulary: &Vocabulary) -> Option<(usize, usize)> {
    let (fact, value) = match consequence.kind.as_str() {
        "fact" => consequence.name.split_once('=').expect("`fact:` gives a value"),
        "status" => ("status", consequence.name.as_str()),
        _ => return None,
    };
    let fact = vocabulary.fact(fact);
    Some((fact, vocabulary.value(fact, value)))
}

fn bearers(cell: &str) -> Vec<&'static str> {
    let named: Vec<&str> = cell.split(',').map(str::trim).collect();
    assert!(named.iter().all(|name| BEARERS.iter().any(|(known, _)| known == name)), "an unknown bearer in {cell}");
    BEARERS.iter().filter(|(known, _)| named.contains(known)).map(|&(_, word)| word).collect()
}

/// Whoever bears one of the rules, in the decision's order.
#[must_use]
pub fn union_of_bearers(rules: &[&Rule]) -> Vec<&'static str> {
    let bears = |word: &&str| rules.iter().any(|rule| rule.bearers.contains(word));
    BEARERS.iter().map(|&(_, word)| word).filter(bears).collect()
}
