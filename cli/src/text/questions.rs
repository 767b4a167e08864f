//! What to ask next, in words: stage by stage, with help and with what stands before a question.

use palermo::{Question, Standard};

use super::{page::Page, words::Words};

/// Questions with everything that whoever asks has to know.
#[must_use]
pub fn questions(standard: &Standard, questions: &[Question], width: usize) -> String {
    let words = Words::new(standard);
    let mut page = Page::new(width);
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
        }
        page.blank();
        page.item(2, &words.question(&question.fact));
        if let Some(fact) = standard.fact(&question.fact).filter(|fact| !fact.help.trim().is_empty()) {
            page.text(4, &fact.help);
        }
        let sensitivity = words.label(&format!("sensitivity:{}", question.sensitivity));
        page.text(4, &format!("{sensitivity}."));
        question_parts(&mut page, words, question, 4);
    }
    page.into_text()
}

/// What an answer may change, what stands before the question, and the name of the fact.
pub fn question_parts(page: &mut Page, words: Words<'_>, question: &Question, indent: usize) {
    if !question.after.is_empty() {
        let after: Vec<String> = question.after.iter().map(|fact| words.fact(fact)).collect();
        page.part(indent, "Only after this is settled", &after.join("; "));
    }
    page.part(indent, "May change", &words.effects(&question.may_change));
    page.text(indent, &format!("[{}]", question.fact));
}
