//! The rows of the catalogue as they are written, for comparing them with what the rule set says.
#![allow(clippy::expect_used, clippy::missing_panics_doc, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;

const CATALOGUE: &str = include_str!("../catalogue.csv");

/// A row: each cell under the name of its column.
#[derive(Clone, Debug)]
pub struct Row(BTreeMap<String, String>);

impl Row {
    /// A cell; a column that does not exist is a mistake of the test.
    #[must_use]
    pub fn cell(&self, column: &str) -> &str {
        self.0.get(column).expect("the catalogue has the column")
    }

    /// The parts of a cell between separators, without the spaces around them; none of an empty cell.
    pub fn parts<'r>(&'r self, column: &str, separator: char) -> impl Iterator<Item = &'r str> {
        self.cell(column).split(separator).map(str::trim).filter(|part| !part.is_empty())
    }
}

/// The rows of one type, in their order.
#[must_use]
pub fn rows(record_type: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(CATALOGUE.as_bytes());
    let columns = reader.headers().expect("the catalogue has a header").clone();
    let records = reader.records().map(|record| record.expect("the catalogue is well-formed CSV"));
    let row = |record: csv::StringRecord| Row(columns.iter().zip(&record).map(|(k, v)| (k.to_owned(), v.to_owned())).collect());
    records.map(row).filter(|row: &Row| row.cell("record_type") == record_type).collect()
}
