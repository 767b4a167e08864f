//! The sources of see-2002, to be edited before they are compiled.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]
#![allow(dead_code, reason = "each test file uses a part of this")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use palermo_compile::{SourceFile, compile_files};

pub fn folder() -> PathBuf {
    rules().join("see-2002")
}

fn rules() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules")
}

/// Source files that can be edited.
#[derive(Clone)]
pub struct Sources(pub Vec<SourceFile>);

impl Sources {
    pub fn see_2002() -> Self {
        let mut files = Vec::new();
        read(&folder(), "", &mut files);
        files.sort_by(|left, right| left.path.cmp(&right.path));
        assert!(files.len() > 200, "only {} files", files.len());
        Self(files)
    }

    /// The sources of the practice of 2002, and those from which it takes its dictionary.
    pub fn practice() -> Self {
        let mut files = Vec::new();
        read(&rules().join("observed-practice-2002"), "", &mut files);
        let dictionary =
            Self::see_2002().0.into_iter().map(|file| SourceFile { path: format!("../see-2002/{}", file.path), ..file });
        files.extend(dictionary);
        Self(files)
    }

    fn file(&mut self, path: &str) -> &mut SourceFile {
        self.0.iter_mut().find(|file| file.path == path).unwrap_or_else(|| panic!("there is no file {path}"))
    }

    /// Puts `to` where `from` stands, which has to stand exactly once.
    pub fn edit(mut self, path: &str, from: &str, to: &str) -> Self {
        let file = self.file(path);
        assert_eq!(file.text.matches(from).count(), 1, "{path}: `{from}`");
        file.text = file.text.replace(from, to);
        self
    }

    /// Puts `to` wherever `from` stands.
    pub fn replace(mut self, from: &str, to: &str) -> Self {
        for file in &mut self.0 {
            file.text = file.text.replace(from, to);
        }
        self
    }

    pub fn rename(mut self, from: &str, to: &str) -> Self {
        to.clone_into(&mut self.file(from).path);
        self
    }

    /// Adds lines to the end of a file.
    pub fn append(mut self, path: &str, text: &str) -> Self {
        self.file(path).text.push_str(text);
        self
    }

    pub fn add(mut self, path: &str, text: &str) -> Self {
        self.0.push(SourceFile { path: path.to_owned(), text: text.to_owned() });
        self
    }

    pub fn remove(mut self, path: &str) -> Self {
        let before = self.0.len();
        self.0.retain(|file| file.path != path);
        assert_eq!(self.0.len(), before - 1, "there is no file {path}");
        self
    }

    /// Adds a rule with this condition as the first of the family `monitoring`.
    pub fn add_rule(self, name: &str, when: &str, then: &str) -> Self {
        let text = format!(
            "sentence: \"A rule of a test.\"\nsource:\n  - {{ at: \"2.1 b1\", lines: [283, 284] }}\nmodality: obligation\n\
             derivation: design\nbearers: [all]\nwhen: {when}\nthen: [{then}]\n"
        );
        self.edit("standard.yaml", "  monitoring: [\n", &format!("  monitoring: [\n    {name},\n"))
            .add(&format!("monitoring/{name}.yaml"), &text)
    }

    /// All errors, one a line.
    pub fn errors(&self) -> String {
        match compile_files(&self.0) {
            Ok(_) => panic!("nothing is wrong"),
            Err(errors) => errors.to_string(),
        }
    }
}

fn read(folder: &Path, prefix: &str, files: &mut Vec<SourceFile>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("the name is text").to_owned();
        if path.is_dir() {
            read(&path, &format!("{prefix}{name}/"), files);
        } else {
            files.push(SourceFile { path: format!("{prefix}{name}"), text: fs::read_to_string(&path).expect("it is text") });
        }
    }
}
