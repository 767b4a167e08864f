//! Opens a logic image and checks it once: what passes cannot send the evaluation outside its tables.

use core::fmt;

use super::{
    ConditionCode, FACT_WORDS, IMAGE_FORMAT, Index, KeyCode, Logic, Node, RULE_WORDS, Span, WORDS,
    image::{Image, Reader},
};

/// Why an image was refused. Images are made by the build of this crate; to see one of these is to have found a defect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ImageError {
    /// The bytes are no tables, or not only tables.
    Undecodable,
    /// The image has another layout version.
    Format,
    /// An index or a size in the table of this name is out of bounds.
    OutOfBounds(&'static str),
}

impl fmt::Display for ImageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undecodable => f.write_str("the image does not decode"),
            Self::Format => f.write_str("the image has another layout version"),
            Self::OutOfBounds(table) => write!(f, "the image points outside the table of {table}"),
        }
    }
}

impl core::error::Error for ImageError {}

impl Logic {
    /// Reads an image.
    #[inline(never)]
    pub(crate) fn open(bytes: &[u8]) -> Result<Self, ImageError> {
        let mut image = Reader::new(bytes);
        let logic = Self::read(&mut image);
        if logic.image_format != IMAGE_FORMAT {
            return Err(ImageError::Format);
        }
        if !image.finished() {
            return Err(ImageError::Undecodable);
        }
        logic.check()?;
        Ok(logic)
    }

    /// Writes the image.
    #[cfg(feature = "load")]
    pub(crate) fn to_image(&self) -> alloc::vec::Vec<u8> {
        let mut image = alloc::vec::Vec::new();
        self.write(&mut image);
        image
    }

    #[inline(never)]
    fn check(&self) -> Result<(), ImageError> {
        let bounds = |table: &'static str, holds: bool| {
            if holds { Ok(()) } else { Err(ImageError::OutOfBounds(table)) }
        };
        let facts = self.facts.len();
        let inside = |index: Index, length: usize| usize::from(index) < length;
        bounds("facts", facts <= FACT_WORDS * 64 && usize::from(self.visible) <= facts && self.inputs <= self.visible)?;
        for fact in &self.facts {
            let end = u32::from(fact.shift).saturating_add(fact.count());
            bounds("bits", usize::from(fact.word) < WORDS && end <= 64 && fact.count() > 0)?;
            bounds("rules", fact.irrelevant.iter().all(|rule| inside(*rule, self.rules.len())))?;
        }
        let span = |span: &Span, length: usize| span.start as usize + span.length as usize <= length;
        bounds("terms", self.clauses.iter().all(|clause| span(clause, self.terms.len())))?;
        bounds("terms", self.terms.iter().all(|term| usize::from(term.word) < WORDS))?;
        bounds("clauses", self.clause_lists.iter().all(|clause| inside(*clause, self.clauses.len())))?;
        for (place, node) in self.nodes.iter().enumerate() {
            // Children stand behind their parent, so that a tree is finite.
            bounds(
                "nodes",
                match node {
                    Node::Always => true,
                    Node::All(parts) | Node::Any(parts) => parts.start as usize > place && span(parts, self.nodes.len()),
                    Node::Literal { fact, word, .. } => *fact < self.visible && usize::from(*word) < WORDS,
                },
            )?;
        }
        bounds("conditions", self.conditions.len() <= RULE_WORDS * 64)?;
        for ConditionCode { clauses, tree, .. } in &self.conditions {
            bounds("clauses", span(clauses, self.clause_lists.len()))?;
            bounds("nodes", span(tree, self.nodes.len()) && tree.length > 0)?;
            let end = tree.start + tree.length;
            let inside = |node: &Node| match node {
                Node::All(parts) | Node::Any(parts) => parts.start + parts.length <= end,
                Node::Always | Node::Literal { .. } => true,
            };
            bounds("nodes", tree.of(&self.nodes).iter().all(inside))?;
        }
        let condition = |index: Index| inside(index, self.conditions.len());
        for derived in &self.derived {
            let fact = super::at(&self.facts, derived.fact).ok_or(ImageError::OutOfBounds("derived"))?;
            let place = |place: u8| u32::from(place) < fact.count();
            let steps = derived.steps.iter();
            bounds("derived", place(derived.default) && steps.clone().all(|step| place(step.place)))?;
            bounds("conditions", steps.flat_map(|step| &step.conditions).all(|index| condition(*index)))?;
        }
        let conclusion = |index: &Index| inside(*index, self.conclusions.len());
        bounds("rules", self.rules.len() <= RULE_WORDS * 64)?;
        for rule in &self.rules {
            bounds("conditions", condition(rule.condition))?;
            bounds("conclusions", rule.conclusions.iter().all(conclusion))?;
            bounds("conduct", rule.conduct.is_none_or(|code| inside(code, self.conduct.len())))?;
            bounds("facts", rule.gives.iter().all(|(fact, _)| inside(*fact, facts)))?;
        }
        for code in &self.conduct {
            bounds("rules", inside(code.rule, self.rules.len()))?;
            bounds("conditions", condition(code.breach) && code.implied_when.is_none_or(condition))?;
            bounds("conduct", code.parent.is_none_or(|parent| inside(parent, self.conduct.len())))?;
        }
        bounds("conduct", self.implied.iter().all(|code| inside(*code, self.conduct.len())))?;
        let lists = [&self.urgency, &self.screen_now, &self.screen_must_not];
        bounds("conclusions", lists.into_iter().flatten().all(conclusion))?;
        for stage in &self.interview {
            let lists = [&stage.after, &stage.not_while, &stage.ask];
            bounds("interview", lists.into_iter().flatten().all(|fact| *fact < self.inputs))?;
        }
        let keys = &self.decision;
        bounds("decision", self.key(&keys.status) && self.key(&keys.act) && self.key(&keys.means))?;
        bounds("decision", self.key(&keys.purpose) && self.key(&keys.child) && self.key(&keys.child_when_trafficked))
    }

    fn key<Word>(&self, key: &KeyCode<Word>) -> bool {
        super::at(&self.facts, key.fact).is_some_and(|fact| fact.count() as usize == key.words.len())
    }
}

#[cfg(all(test, feature = "see-2002"))]
mod tests {
    use alloc::borrow::Cow;

    use proptest::prelude::*;

    use crate::{About, Standard};

    /// Whatever the bytes are, opening them is refused, or what was opened answers without a panic.
    fn open_and_use(logic: &[u8], texts: &[u8]) {
        let Ok(standard) = Standard::open(logic, Cow::Owned(texts.to_vec())) else { return };
        let Ok(record) = standard.read_json("{\"facts\":{\"immediate_danger\":true}}") else { return };
        drop((record.decision_json(), record.decision(), record.compact_json(), record.report()));
        drop((record.questions(About::Decision), record.explain("status"), record.explain("entitlement:shelter")));
        drop((standard.dictionary(), standard.rules(), standard.text("status:presumed"), standard.first_screen()));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

        #[test]
        fn a_damaged_logic_image_never_panics(
            changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
            length in any::<prop::sample::Index>(),
            cut in any::<bool>(),
        ) {
            let image = palermo_rules::SEE_2002;
            let mut bytes = image.logic.to_vec();
            for (place, byte) in changes {
                *place.get_mut(&mut bytes) = byte;
            }
            if cut {
                bytes.truncate(length.index(image.logic.len()));
            }
            open_and_use(&bytes, image.texts);
        }

        #[test]
        fn a_damaged_text_image_never_panics(
            changes in proptest::collection::vec((0_usize..6_000, any::<u8>()), 1..6),
            length in any::<prop::sample::Index>(),
            cut in any::<bool>(),
        ) {
            let image = palermo_rules::SEE_2002;
            let mut bytes = image.texts.to_vec();
            for (place, byte) in changes {
                if let Some(to) = bytes.get_mut(place) {
                    *to = byte;
                }
            }
            if cut {
                bytes.truncate(length.index(image.texts.len()));
            }
            open_and_use(image.logic, &bytes);
        }

        #[test]
        fn arbitrary_bytes_are_refused_or_harmless(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            open_and_use(&bytes, &bytes);
        }
    }
}
