//! The lines that README.md shows for a runtime, taken out of it so that they are run as they stand there.

use crate::files;

/// The first block of code in a language below a heading of the second level.
pub(crate) fn block(heading: &str, language: &str) -> Result<String, String> {
    let text = files::read_text(&files::root().join("README.md"))?;
    let section = text.split("\n## ").skip(1).find_map(|section| section.strip_prefix(heading)?.strip_prefix('\n'));
    let section = section.ok_or_else(|| format!("README.md has no section `{heading}`"))?;
    let after = section.split_once(&format!("```{language}\n")).map(|(_, after)| after);
    let block = after.and_then(|after| after.split_once("```")).map(|(block, _)| block.to_string());
    block.ok_or_else(|| format!("the section `{heading}` of README.md shows no block of {language}"))
}
