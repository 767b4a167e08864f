//! `palermo import`: the data of other systems, turned into records.
//!
//! `mapping` reads the table that says which column means what, `rows` reads the CSV in bounded memory, `report`
//! counts what could not be carried over and says so.

mod mapping;
mod report;
mod rows;

use std::{
    collections::{BTreeMap, btree_map::Entry},
    fs::File,
    io::{self, Read, Write},
    path::Path,
};

use palermo::FactValue;
use serde::Serialize;

use self::{
    mapping::{Gives, Mapping, Meaning, Reading},
    report::{Loss, Report},
    rows::{Row, Rows},
};
use crate::{
    Answer,
    arguments::{Import, ImportCommand, ImportCtdc},
    failure::Failure,
    input::is_stdin,
};

/// The columns of the Counter-Trafficking Data Collaborative and what they mean.
const CTDC: &str = include_str!("../../../import/ctdc.csv");

/// Runs the command.
///
/// # Errors
///
/// What kept it from being done.
pub fn run(arguments: &Import, out: &mut dyn Write) -> Result<Answer, Failure> {
    match &arguments.command {
        ImportCommand::Ctdc(ctdc) => import_ctdc(ctdc, out, &mut io::stderr()),
    }
}

/// Turns the CSV of the Counter-Trafficking Data Collaborative into records, one a line, and says on `told` what was not
/// carried over.
///
/// # Errors
///
/// Where the file cannot be read, has none of the columns, or the output cannot be written. A row that cannot be read is no
/// failure.
pub fn import_ctdc(arguments: &ImportCtdc, out: &mut dyn Write, told: &mut dyn Write) -> Result<Answer, Failure> {
    let mapping = Mapping::parse(CTDC).map_err(|error| Failure::Document {
        path: "import/ctdc.csv".into(),
        reason: format!("the table of columns cannot be read: {error}"),
        help: "this is a mistake in the program; please report it".to_string(),
    })?;
    let always = if arguments.as_recognised { mapping.when_recognised() } else { &[] };
    let path = &arguments.file;
    if is_stdin(path) {
        import(&mapping, always, path, io::stdin().lock(), out, told)
    } else {
        let file = File::open(path).map_err(|error| Failure::input(path, error))?;
        import(&mapping, always, path, file, out, told)
    }
}

fn import(
    mapping: &Mapping,
    always: &[Gives],
    path: &Path,
    input: impl Read,
    out: &mut dyn Write,
    told: &mut dyn Write,
) -> Result<Answer, Failure> {
    let mut rows = Rows::new(input);
    let header = rows.header().map_err(|error| error.into_failure(path))?;
    let columns: Vec<Option<&Meaning>> = header.iter().map(|name| mapping.meaning(name)).collect();
    if columns.iter().all(Option::is_none) {
        // Names are not shown here: without a header, the first line is data of a person.
        return Err(Failure::Document {
            path: path.to_path_buf(),
            reason: "the first line names no known column".to_string(),
            help: "give the CSV with its header, separated by commas".to_string(),
        });
    }
    let mut report = Report::new(&header, &columns);
    loop {
        let row = match rows.next().map_err(|error| error.into_failure(path))? {
            Row::End => break,
            Row::Unreadable(place) => {
                report.unreadable(&place, told);
                continue;
            }
            Row::Values(row) => row,
        };
        let mut facts = Facts::default();
        facts.give(always);
        for (column, (meaning, value)) in columns.iter().zip(row).enumerate() {
            let Some(Meaning::Read(values)) = meaning else {
                continue;
            };
            match mapping.read(values, value) {
                Reading::Nothing => {}
                Reading::Lost => report.lost(column, Loss::Ambiguous),
                Reading::Contradiction => report.lost(column, Loss::Contradiction),
                Reading::Unrecognised => report.lost(column, Loss::Unrecognised),
                Reading::Gives(given) => {
                    if !facts.give(given) {
                        report.lost(column, Loss::Contradiction);
                    }
                }
            }
        }
        out.write_all(&facts.to_line()).map_err(Failure::output)?;
        report.record();
    }
    out.flush().map_err(Failure::output)?;
    report.tell(told);
    Ok(if report.has_unreadable() { Answer::Invalid } else { Answer::Yes })
}

/// What a row says; a fact of which two columns say different things is unknown.
#[derive(Default)]
struct Facts<'m> {
    facts: BTreeMap<&'m str, Option<&'m FactValue>>,
}

#[derive(Serialize)]
struct Record<'m> {
    facts: BTreeMap<&'m str, &'m FactValue>,
}

impl<'m> Facts<'m> {
    /// Puts what a value gives; `false` where another column says something else.
    fn give(&mut self, given: &'m [Gives]) -> bool {
        let mut agrees = true;
        for Gives { fact, value } in given {
            match self.facts.entry(fact) {
                Entry::Vacant(free) => {
                    free.insert(Some(value));
                }
                Entry::Occupied(mut taken) => {
                    if taken.get().is_none_or(|other| other != value) {
                        taken.insert(None);
                        agrees = false;
                    }
                }
            }
        }
        agrees
    }

    /// The record as a line of JSON.
    fn to_line(&self) -> Vec<u8> {
        let facts = self.facts.iter().filter_map(|(fact, value)| value.map(|value| (*fact, value))).collect();
        // Names and words only, so serialising cannot fail.
        let mut line = serde_json::to_vec(&Record { facts }).unwrap_or_default();
        line.push(b'\n');
        line
    }
}
