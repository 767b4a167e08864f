//! The program `palermo`.

use std::{
    io::{self, BufWriter, Write},
    process::ExitCode,
};

use clap::Parser;
use palermo_cli::{
    arguments::Arguments,
    failure::{Failure, Told},
    run,
};

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let done = run(Arguments::parse(), &mut out).and_then(|answer| {
        out.flush().map_err(Failure::output)?;
        Ok(answer)
    });
    match done {
        Ok(answer) => answer.exit_code(),
        // Whoever reads the output has heard enough (`palermo … | head`).
        Err(Failure::Output { ref error, .. }) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            let code = failure.exit_code();
            // Whether anybody hears this does not matter to the exit code.
            writeln!(io::stderr(), "{:?}", miette::Report::new(Told::from(failure))).ok();
            code
        }
    }
}
