//! Prints the microseconds of a decision from and to JSON text, in Rust itself: what the bindings are measured against.
//!
//! It reads every record of the folder that it is given and prints the median over rounds of the mean over the records, as
//! the tests of the other languages do.

use std::{error::Error, fs, hint::black_box, time::Instant};

const ROUNDS: usize = 31;
const CALLS: u32 = 300;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("name the folder of the records")?;
    let mut records = Vec::new();
    for entry in fs::read_dir(folder)? {
        records.push(fs::read_to_string(entry?.path())?);
    }
    let standard = palermo::Standard::see_2002();
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        for _ in 0..CALLS {
            for record in &records {
                black_box(standard.evaluate_json(black_box(record))?);
            }
        }
        let calls = f64::from(CALLS) * f64::from(u32::try_from(records.len())?);
        rounds.push(begun.elapsed().as_secs_f64() * 1e6 / calls);
    }
    rounds.sort_by(f64::total_cmp);
    let median = rounds.get(ROUNDS / 2).ok_or("nothing was measured")?;
    println!("{median:.3}");
    Ok(())
}
