//! The table of columns: which value of which column gives which fact, and why the others give none.
//!
//! The table is data (`import/*.csv`): column, value, fact, gives, strength, note. The column `*` lists words that stand for
//! "unknown" in every column: `unknown` where nothing was said, `lost` where something was said that cannot be told. The
//! value `*` marks a column whose values are never read; its note says why. A column that starts with `--` is an option of
//! the command.

use std::collections::BTreeMap;

use palermo::FactValue;
use serde::Deserialize;

const ANY: &str = "*";
const OPTION: &str = "--";
/// What separates several answers in one value.
const JOINED: char = ';';

/// A line of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    column: String,
    value: String,
    fact: String,
    gives: String,
    #[serde(rename = "strength")]
    _strength: Strength,
    note: String,
}

/// How much a value says; for whoever reviews the table.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Strength {
    Establishes,
    Indicates,
    Provenance,
    None,
}

/// A fact and the value that it is given.
#[derive(Debug, PartialEq, Eq)]
pub struct Gives {
    /// The name of the fact.
    pub fact: String,
    /// Its value.
    pub value: FactValue,
}

/// What a column means.
#[derive(Debug)]
pub enum Meaning {
    /// Its values give facts.
    Read(Values),
    /// Its values are never read, for a reason.
    Unused(String),
}

/// The values of a column, in lower case, with what each gives.
pub type Values = BTreeMap<String, Vec<Gives>>;

/// What a value of a column says.
#[derive(Debug, PartialEq, Eq)]
pub enum Reading<'m> {
    /// Nothing: blank, or a word for "not recorded".
    Nothing,
    /// Something that cannot be told, and so is unknown.
    Lost,
    /// Several things that exclude each other, and so unknown.
    Contradiction,
    /// Something that the table does not know.
    Unrecognised,
    /// These facts.
    Gives(&'m [Gives]),
}

/// The table of columns of a data set.
#[derive(Debug, Default)]
pub struct Mapping {
    columns: BTreeMap<String, Meaning>,
    /// Words for "unknown", in lower case, and whether something is lost.
    unknown: BTreeMap<String, bool>,
    recognised: Vec<Gives>,
}

impl Mapping {
    /// Reads a table.
    pub fn parse(table: &str) -> Result<Self, csv::Error> {
        let mut mapping = Self::default();
        for entry in csv::Reader::from_reader(table.as_bytes()).into_deserialize() {
            mapping.add(entry?);
        }
        Ok(mapping)
    }

    fn add(&mut self, entry: Entry) {
        let column = key(&entry.column);
        if column == ANY {
            self.unknown.insert(key(&entry.value), entry.gives == "lost");
            return;
        }
        if entry.value == ANY && entry.fact.is_empty() {
            self.columns.insert(column, Meaning::Unused(entry.note));
            return;
        }
        let value = match entry.gives.as_str() {
            "yes" => FactValue::YesNo(true),
            word => FactValue::Word(word.to_string()),
        };
        let gives = Gives { fact: entry.fact, value };
        if column.starts_with(OPTION) {
            self.recognised.push(gives);
            return;
        }
        let meaning = self.columns.entry(column).or_insert_with(|| Meaning::Read(Values::new()));
        if let Meaning::Read(values) = meaning {
            values.entry(key(&entry.value)).or_default().push(gives);
        }
    }

    /// What a column means, or nothing where the table does not know it. Case and blanks around the name do not matter.
    pub fn meaning(&self, column: &str) -> Option<&Meaning> {
        self.columns.get(&key(column))
    }

    /// What is recorded of every row on request.
    pub fn when_recognised(&self) -> &[Gives] {
        &self.recognised
    }

    /// What a value says.
    pub fn read<'m>(&'m self, values: &'m Values, value: &[u8]) -> Reading<'m> {
        let Ok(text) = str::from_utf8(value) else {
            return Reading::Unrecognised;
        };
        let mut parts: Vec<String> = text.split(JOINED).map(key).filter(|part| !part.is_empty()).collect();
        parts.sort_unstable();
        parts.dedup();
        match parts.as_slice() {
            [] => Reading::Nothing,
            [part] => match (self.unknown.get(part), values.get(part)) {
                (Some(false), _) => Reading::Nothing,
                (Some(true), _) => Reading::Lost,
                (None, Some(given)) => Reading::Gives(given),
                (None, None) => Reading::Unrecognised,
            },
            _ => Reading::Contradiction,
        }
    }
}

fn key(text: &str) -> String {
    text.trim().to_ascii_lowercase()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]
mod tests {
    use palermo::{Standard, rule_set::Values as Domain};

    use super::*;

    #[test]
    fn every_fact_and_value_of_the_table_is_in_the_dictionary() {
        let standard = Standard::see_2002();
        let mapping = Mapping::parse(super::super::CTDC).unwrap();
        let read = mapping.columns.values().filter_map(|meaning| match meaning {
            Meaning::Read(values) => Some(values.values().flatten()),
            Meaning::Unused(reason) => {
                assert!(!reason.is_empty());
                None
            }
        });
        let given: Vec<&Gives> = read.flatten().chain(mapping.when_recognised()).collect();
        assert!(given.len() > 30);
        for Gives { fact, value } in given {
            let domain = standard.fact(fact).unwrap_or_else(|| panic!("no fact {fact}")).values;
            let fits = match (&domain, value) {
                (Domain::YesNo, FactValue::YesNo(true)) => true,
                (Domain::Choice(words), FactValue::Word(word)) => words.contains(word),
                _ => false,
            };
            assert!(fits, "{fact} has no such value");
        }
    }

    #[test]
    fn nothing_is_ever_read_as_no() {
        let mapping = Mapping::parse(super::super::CTDC).unwrap();
        let Some(Meaning::Read(values)) = mapping.meaning(" ISFORCEDLABOUR ") else { panic!("the column is read") };
        for (value, reading) in [
            ("", Reading::Nothing),
            ("  ", Reading::Nothing),
            ("-99", Reading::Nothing),
            ("not specified", Reading::Nothing),
            ("unknown", Reading::Nothing),
            ("0", Reading::Lost),
            ("00", Reading::Lost),
            ("No;Yes", Reading::Contradiction),
            ("0;1", Reading::Contradiction),
            ("1;-99", Reading::Contradiction),
            ("no", Reading::Unrecognised),
        ] {
            assert_eq!(mapping.read(values, value.as_bytes()), reading, "{value}");
        }
        assert_eq!(mapping.read(values, b"\xFF"), Reading::Unrecognised);
        assert!(matches!(mapping.read(values, b"1"), Reading::Gives(_)));
        assert!(matches!(mapping.read(values, b" 1;1; "), Reading::Gives(_)));
        assert!(mapping.meaning("--as-recognised").is_none());
    }
}
