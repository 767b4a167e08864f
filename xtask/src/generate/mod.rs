//! Every file that is derived from another one, made in memory: written by `generate`, compared by `check`.

mod command_line;
mod ffi;
mod lacks;
mod names;
mod readmes;
mod schemas;
mod typescript;

use crate::{Outcome, derived::Derived, files, published, rule_sets, rule_sets::RULE_SETS, rulebook, vectors};

/// Makes every derived file but the lists of what a binding lacks, which look into the others.
fn derived() -> Result<Vec<Derived>, String> {
    let mut files = command_line::command_line()?;
    files.extend(readmes::readmes()?);
    files.extend(vectors::vectors()?);
    files.extend(rulebook::pages()?);
    files.push(rule_sets::ledger()?);
    for (number, id) in RULE_SETS.iter().enumerate() {
        let set = published::newest(id)?;
        files.extend(rule_sets::images(&set)?);
        files.push(names::names(&set)?);
        if number == 0 {
            files.extend(schemas::schemas(&set)?);
            files.extend(typescript::typescript(&set)?);
            files.extend(ffi::ffi(&set)?);
        }
    }
    Ok(files)
}

/// Writes every derived file that has changed.
pub(crate) fn generate() -> Outcome {
    write(derived()?)?;
    write(lacks::lacks()?)
}

fn write(files: Vec<Derived>) -> Outcome {
    for file in files {
        let path = files::root().join(&file.path);
        if files::read(&path).ok().as_deref() != Some(&file.bytes) {
            files::write(&path, &file.bytes)?;
            println!("wrote {}", file.path.display());
        }
    }
    Ok(())
}

/// The derived files that are not what they would be if they were made now.
pub(crate) fn stale() -> Result<Vec<String>, String> {
    let changed = |file: &Derived| files::read(&files::root().join(&file.path)).ok().as_deref() != Some(&file.bytes);
    Ok(derived()?.into_iter().chain(lacks::lacks()?).filter(changed).map(|file| file.path.display().to_string()).collect())
}
