//! `palermo rules new`: writes the skeleton of an overlay, which compiles, passes its cases and keeps every promise.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process,
};

use crate::{
    Answer,
    arguments::{NewOverlay, RulesNew, RulesNewCommand},
    failure::Failure,
    replay, shipped,
    text::page,
};

/// The files of the skeleton: the path, in which `@ID@` stands for the id, and the text.
const FILES: [(&str, &str); 5] = [
    ("overlay.yaml", include_str!("../../skeleton/overlay.yaml")),
    ("@ID@/written-summary.yaml", include_str!("../../skeleton/rule.yaml")),
    ("facts/procedure.yaml", include_str!("../../skeleton/facts.yaml")),
    ("conduct.yaml", include_str!("../../skeleton/conduct.yaml")),
    ("texts.yaml", include_str!("../../skeleton/texts.yaml")),
];
/// The longest id: it is also the name of a folder, and stands in front of every id inside.
const LONGEST_ID: usize = 40;

/// Runs the command.
///
/// # Errors
///
/// Where the id is none or is taken, the base is not known, something of that name is there already, or a file cannot be
/// written.
pub(super) fn run(arguments: &RulesNew, out: &mut dyn Write) -> Result<Answer, Failure> {
    match &arguments.command {
        RulesNewCommand::Overlay(overlay) => new_overlay(overlay, out),
    }
}

fn new_overlay(arguments: &NewOverlay, out: &mut dyn Write) -> Result<Answer, Failure> {
    let NewOverlay { id, extends, folder } = arguments;
    if !is_id(id) {
        return Err(Failure::Usage {
            what: "this is no id of an overlay".to_string(),
            help: format!("lower-case words and numbers joined by `-`, a letter first, at most {LONGEST_ID}: ruritania-2026"),
        });
    }
    if shipped::rule_set(id).or_else(|| shipped::overlay(id)).is_some() {
        return Err(Failure::Usage {
            what: format!("the id {id} is taken: the program has a rule set of that name"),
            help: "choose an id of your own, for example the country and the year of the law: ruritania-2026".to_string(),
        });
    }
    // The rule of the skeleton reads what this standard derives.
    if extends != shipped::DEFAULT {
        return Err(Failure::NotFound {
            what: "there is no such standard to extend".to_string(),
            help: format!("name {}, or change `extends` in what is written", shipped::DEFAULT),
        });
    }
    let target = if folder.as_os_str() == "." { PathBuf::from(id) } else { folder.join(id) };
    write_all(id, extends, &target)?;
    let mut page = page::Page::new(page::output_width());
    tell(&mut page, id, extends, &target);
    out.write_all(page.into_text().as_bytes()).map_err(Failure::output)?;
    Ok(Answer::Yes)
}

fn is_id(id: &str) -> bool {
    id.len() <= LONGEST_ID
        && id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.split('-').all(|word| !word.is_empty())
        && id.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '-')
}

/// Writes the files beside their place first, so that there is a whole skeleton or none; nothing is overwritten.
fn write_all(id: &str, extends: &str, target: &Path) -> Result<(), Failure> {
    let taken = || Failure::Output {
        path: Some(target.to_path_buf()),
        error: io::Error::new(io::ErrorKind::AlreadyExists, "something of this name is there already, and stays as it is"),
    };
    // A link that leads nowhere is there, too.
    if target.symlink_metadata().is_ok() {
        return Err(taken());
    }
    let beside = target.with_file_name(format!(".{id}.{}.tmp", process::id()));
    let written = write_files(id, extends, &beside).and_then(|()| fs::rename(&beside, target));
    written.map_err(|error| {
        // What is left of it is of no use; the failure is what counts.
        fs::remove_dir_all(&beside).ok();
        if target.symlink_metadata().is_ok() { taken() } else { Failure::Output { path: Some(target.to_path_buf()), error } }
    })
}

fn write_files(id: &str, extends: &str, folder: &Path) -> io::Result<()> {
    fs::create_dir(folder)?;
    for (path, text) in FILES {
        let path = folder.join(filled(path, id, extends));
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, filled(text, id, extends))?;
    }
    Ok(())
}

/// The text of the skeleton for an overlay.
fn filled(text: &str, id: &str, extends: &str) -> String {
    text.replace("@ID@", id).replace("@CODE@", &id.replace('-', "_")).replace("@BASE@", extends)
}

fn tell(page: &mut page::Page, id: &str, extends: &str, target: &Path) {
    let inside = |path: &str| target.join(filled(path, id, extends));
    let shown = replay::quoted(&target.display().to_string());
    page.text(0, "Wrote an overlay with one invented rule, which shows the form:");
    // Paths and commands are not wrapped: they are copied as they stand.
    page.extend(FILES.iter().map(|(path, _)| format!("  {}", inside(path).display())));
    page.heading("What to do next");
    page.text(2, "1. Run its cases, and prove that it takes nothing away from anybody:");
    page.extend([format!("     palermo rules test {shown}"), format!("     palermo rules verify {extends} --overlay {shown}")]);
    let overlay: PathBuf = inside("overlay.yaml");
    page.wrapped("  2. ", "     ", "Read its files: comments in each say what may stand there. Begin with");
    page.extend([format!("     {}", overlay.display())]);
    page.wrapped("  3. ", "     ", "Replace the invented law by yours, one rule at a time, and run both commands after each.");
}
