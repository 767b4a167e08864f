//! The floor for a stream of records: read a file line by line and parse each into the public record, nothing else.

use std::{
    env,
    error::Error,
    fs::File,
    io::{BufRead, BufReader},
};

use palermo::IntakeRecord;

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("name a file of records, one a line")?;
    let mut facts = 0;
    for line in BufReader::new(File::open(path)?).lines() {
        facts += serde_json::from_str::<IntakeRecord>(&line?)?.facts.len();
    }
    println!("{facts} facts");
    Ok(())
}
