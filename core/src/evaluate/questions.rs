//! What to ask next: the open facts that could still change something, in the interview order of the standard.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use super::Analysis;
use crate::{
    logic::{FactBits, Index, StageCode, at},
    record::CheckedRecord,
    vocabulary::{Effect, Sensitivity, Stage},
};

/// What the questions are to be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum About {
    /// The whole decision.
    #[default]
    Decision,
    /// The status alone.
    Status,
}

/// A fact that could still change something, and when it may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Question {
    /// The name of the fact; the dictionary has its question and help.
    pub fact: String,
    /// When and of whom it may be asked.
    pub ask: Stage,
    /// How intrusive it is.
    pub sensitivity: Sensitivity,
    /// What has to be settled before it is asked: facts that are not yet yes, and facts that must not be yes. A form shows
    /// only questions without this.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<String>,
    /// What an answer may still change.
    pub may_change: Vec<Effect>,
}

/// A question by index, and the effects of an answer as bits of [`Effect`].
pub(crate) struct OpenQuestion<'l> {
    pub fact: Index,
    pub stage: &'l StageCode,
    pub effects: u8,
}

impl OpenQuestion<'_> {
    pub(crate) fn effects(&self) -> impl Iterator<Item = Effect> {
        let effects = self.effects;
        Effect::ALL.iter().copied().filter(move |effect| effects >> (*effect as u8) & 1 == 1)
    }

    /// The facts that stand before the question, by index.
    pub(crate) fn after<'r>(&'r self, record: &'r CheckedRecord<'_>) -> impl Iterator<Item = Index> + 'r {
        let is_yes = |fact: &Index| record.fact(*fact).is_some_and(|code| record.bits.word(code.word) & code.bit(0) != 0);
        let missing = self.stage.after.iter().copied().filter(move |fact| !is_yes(fact));
        missing.chain(self.stage.not_while.iter().copied().filter(move |fact| is_yes(fact)))
    }
}

/// The questions that are open for a record.
pub(crate) fn questions<'s>(record: &CheckedRecord<'s>, about: About) -> Vec<OpenQuestion<'s>> {
    let logic = &record.standard.logic;
    let analysis = Analysis::new(record, false);
    let mut depends = [FactBits::EMPTY; Effect::ALL.len()];
    for (effect, depends) in Effect::ALL.iter().zip(&mut depends) {
        for (condition, index) in logic.conditions.iter().zip(0..) {
            if condition.effects >> (*effect as u8) & 1 == 1 {
                analysis.condition_depends_on(index, depends);
            }
        }
        match effect {
            Effect::Status => analysis.fact_depends_on(logic.decision.status.fact, depends),
            Effect::Violation => violations(record, &analysis, depends),
            _ => {}
        }
    }
    let effects = |fact: Index| {
        depends.iter().zip(0_u8..).filter(|(set, _)| set.contains(fact)).fold(0, |effects, (_, effect)| effects | 1 << effect)
    };
    let wanted = match about {
        About::Decision => u8::MAX,
        About::Status => 1 << Effect::Status as u8,
    };
    logic
        .interview
        .iter()
        .flat_map(|stage| stage.ask.iter().map(move |fact| (stage, *fact)))
        .map(|(stage, fact)| OpenQuestion { fact, stage, effects: effects(fact) })
        .filter(|question| question.effects & wanted != 0)
        .collect()
}

/// Adds the open facts on which a violation depends: for each event the breach condition of its code, for each code that
/// facts can imply that condition as well.
fn violations(record: &CheckedRecord<'_>, analysis: &Analysis<'_>, depends: &mut FactBits) {
    let logic = &record.standard.logic;
    for conduct in record.events.iter().filter_map(|event| at(&logic.conduct, event.code)) {
        analysis.condition_depends_on(conduct.breach, depends);
    }
    for conduct in logic.implied.iter().filter_map(|code| at(&logic.conduct, *code)) {
        analysis.condition_depends_on(conduct.breach, depends);
        if let Some(condition) = conduct.implied_when {
            analysis.condition_depends_on(condition, depends);
        }
    }
}
