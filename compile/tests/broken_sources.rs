//! Sources with random slips, such as a line that is gone, doubled or moved, or a mark too many, are compiled or refused at
//! a place that exists, and never panic.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

mod random;
mod sources;

use palermo_compile::compile_files;
use random::Random;
use sources::Sources;

impl Random {
    /// A text with one slip.
    fn slip(&mut self, text: &str) -> String {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let at = self.below(lines.len());
        match self.below(6) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, lines.get(self.below(lines.len())).cloned().unwrap_or_default()),
            2 => lines.swap(at, text.lines().count() - 1),
            3 => lines.iter_mut().skip(at).take(1).for_each(|line| line.insert_str(0, "  ")),
            _ => {
                let marks = [
                    "\t", "[", "]", "{", "}", ": ", "- ", "\"", "&a ", "*a", "!!int ", "#", "|", ">", "?", "\u{0}", "\u{feff}",
                    "ü", "0x1f",
                ];
                let mark = marks.get(self.below(marks.len())).copied().unwrap_or_default();
                for line in lines.iter_mut().skip(at).take(1) {
                    let places: Vec<usize> = line.char_indices().map(|(place, _)| place).collect();
                    line.insert_str(places.get(self.below(places.len())).copied().unwrap_or_default(), mark);
                }
            }
        }
        lines.join("\n") + "\n"
    }
}

#[test]
fn random_slips_are_refused_at_a_place_that_exists_or_do_no_harm() {
    let sources = Sources::see_2002();
    let mut random = Random(0x0051_1135);
    let mut refused = 0;
    for _ in 0..120 {
        let mut broken = sources.clone();
        for _ in 0..=random.below(3) {
            // The large files are changed as often as all the rules together.
            let large = ["standard.yaml", "conduct.yaml", "texts.yaml", "facts/age.yaml", "contested.yaml", "source-index.yaml"];
            let path = large.get(random.below(12)).copied();
            let any = random.below(broken.0.len());
            let file =
                broken.0.iter_mut().enumerate().find(|(number, file)| path.map_or(*number == any, |path| file.path == path));
            let (_, file) = file.expect("the file exists");
            file.text = random.slip(&file.text);
        }
        let Err(errors) = compile_files(&broken.0) else { continue };
        refused += 1;
        assert!(!errors.errors().is_empty());
        assert!(errors.errors().is_sorted(), "{errors}");
        for error in errors.errors() {
            let file = broken.0.iter().find(|file| file.path == error.file).unwrap_or_else(|| panic!("no file: {error}"));
            let lines = file.text.lines().count();
            assert!(error.line <= lines + 1, "{error}: the file has {lines} lines");
            assert!(!error.message.is_empty());
        }
    }
    assert!((60..120).contains(&refused), "{refused} of 120 were refused");
}
