//! What to ask next, in words: stage by stage, with help and with what stands before a question.

use palermo::{Question, Standard, rule_set::Interview};

use super::{page::Page, words::Words};

/// The stages of the interview: what has to be settled before each is entered.
#[derive(Clone, Debug)]
pub struct Stages {
    interview: Vec<Interview>,
}

impl Stages {
    /// The stages of a standard.
    #[must_use]
    pub fn new(standard: &Standard) -> Self {
        Self { interview: standard.dictionary().interview }
    }

    fn stage(&self, question: &Question) -> Option<&Interview> {
        self.interview.iter().find(|stage| stage.stage == question.ask)
    }

    /// The facts that have to be yes first and are not.
    pub fn missing<'q>(&self, question: &'q Question) -> impl Iterator<Item = &'q str> {
        let stage = self.stage(question);
        let missing = question.after.iter().filter(move |fact| stage.is_some_and(|stage| stage.after.contains(fact)));
        missing.map(String::as_str)
    }

    /// The facts while which are yes the question is not put.
    pub fn forbidding<'q>(&self, question: &'q Question) -> impl Iterator<Item = &'q str> {
        let stage = self.stage(question);
        let forbidding = question.after.iter().filter(move |fact| stage.is_some_and(|stage| stage.not_while.contains(fact)));
        forbidding.map(String::as_str)
    }

    /// Writes what stands before a question; it is the same for all questions of a stage.
    pub fn write(&self, page: &mut Page, words: Words<'_>, question: &Question, indent: usize) {
        let labels = |facts: Vec<&str>| facts.into_iter().map(|fact| words.fact(fact)).collect::<Vec<_>>().join("; ");
        let missing = labels(self.missing(question).collect());
        if !missing.is_empty() {
            page.part(indent, "Only after this", &missing);
        }
        let forbidding = labels(self.forbidding(question).collect());
        if !forbidding.is_empty() {
            page.part(indent, "Not while this is so", &forbidding);
        }
    }
}

/// Questions with everything that whoever asks has to know.
#[must_use]
pub fn questions(standard: &Standard, questions: &[Question], width: usize) -> String {
    let (words, stages) = (Words::new(standard), Stages::new(standard));
    let mut page = words.page(width);
    if questions.is_empty() {
        page.text(0, "Nothing more to ask: no open fact could still change anything.");
        return page.into_text();
    }
    page.text(0, &words.sentence_or_label("screen:ask"));
    let mut stage = None;
    for question in questions {
        if stage != Some(question.ask) {
            stage = Some(question.ask);
            let id = format!("stage:{}", question.ask);
            page.heading(&words.label(&id));
            if let Some(sentence) = words.sentence(&id) {
                page.text(0, &sentence);
            }
            stages.write(&mut page, words, question, 0);
        }
        page.blank();
        page.item(2, &words.question(&question.fact));
        if let Some(fact) = standard.fact(&question.fact).filter(|fact| !fact.help.trim().is_empty()) {
            page.text(4, &fact.help);
        }
        page.text(4, &format!("{}.", words.label(&format!("sensitivity:{}", question.sensitivity))));
        may_change(&mut page, words, question, 4);
    }
    page.into_text()
}

/// What an answer may change, and the name of the fact.
pub fn may_change(page: &mut Page, words: Words<'_>, question: &Question, indent: usize) {
    page.part(indent, "May change", &words.effects(&question.may_change));
    page.text(indent, &format!("[{}]", question.fact));
}
