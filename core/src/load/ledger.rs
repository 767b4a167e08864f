//! The do-not-import ledger as the loader holds overlays against it.

use alloc::string::String;

use super::{LoadErrorCode, LoadErrors, Tree, article::Clauses, canonical, decode};
use crate::{
    rule_set::{Ledger, LedgerClause},
    vocabulary::Import,
};

impl Ledger {
    /// The ledger of the project. It is part of the crate, and every overlay is held against it when it is composed.
    ///
    /// # Panics
    ///
    /// Never: the ledger is part of the build, and a test reads it.
    ///
    /// ```
    /// # #[cfg(feature = "load")] {
    /// use palermo::rule_set::Ledger;
    ///
    /// let ledger = Ledger::embedded();
    /// assert!(ledger.refused("coe-2005", "art. 13(3)(a)").is_some());
    /// assert!(ledger.refused("coe-2005", "art. 13(1)").is_none());
    /// # }
    /// ```
    #[must_use]
    pub fn embedded() -> Self {
        // Without the errors, whose debug forms would be a tenth of a module that composes in a browser.
        let ledger = Tree::from_json(palermo_rules::DO_NOT_IMPORT_JSON).and_then(|tree| Self::from_tree(&tree)).ok();
        #[expect(clippy::expect_used, reason = "the ledger is part of the build; a test reads it")]
        ledger.expect("the embedded ledger is read")
    }

    /// Reads a ledger from a tree of values, JSON or YAML.
    ///
    /// # Errors
    ///
    /// Every place at which the tree has not the shape of a ledger.
    pub fn from_tree(tree: &Tree) -> Result<Self, LoadErrors> {
        let (ledger, errors) = decode::decode_ledger(tree);
        if errors.is_empty() { Ok(ledger) } else { Err(LoadErrors::new(errors)) }
    }

    /// The canonical JSON (RFC 8785).
    #[must_use]
    pub fn to_canonical_json(&self) -> String {
        canonical::of(self)
    }

    /// The clause by which the citation of an article is refused: one of which nothing may be imported, and in which the article
    /// lies. An article that is wider than the clause is not refused.
    #[must_use]
    pub fn refused(&self, instrument: &str, article: &str) -> Option<&LedgerClause> {
        let cited = Clauses::read(article)?;
        self.forbidden(instrument).find(|clause| Clauses::read(&clause.article).is_some_and(|clauses| cited.lie_in(&clauses)))
    }

    /// What is wrong with the citation of an article of an instrument.
    pub(super) fn check(&self, instrument: &str, article: &str) -> Option<LoadErrorCode> {
        if let Some(clause) = self.refused(instrument, article) {
            return Some(LoadErrorCode::NotImported { clause: clause.article.clone(), why: clause.why.clone() });
        }
        // Where a clause is forbidden, whoever cites has to say which clause is meant.
        let unclear = self.forbidden(instrument).next().is_some() && Clauses::read(article).is_none();
        unclear.then(|| LoadErrorCode::Mismatch {
            reason:
                "parts of this instrument are not imported, and which article this is cannot be read: write `art. 13(1)`, or of \
                     several `art. 13(1)-(2)`"
                    .into(),
        })
    }

    fn forbidden<'l>(&'l self, instrument: &str) -> impl Iterator<Item = &'l LedgerClause> {
        self.clauses.iter().filter(move |clause| clause.import == Import::Nothing && clause.instrument == instrument)
    }
}

#[cfg(test)]
mod tests {
    use super::{Clauses, Ledger};
    use crate::vocabulary::Import;

    #[test]
    fn every_clause_of_the_embedded_ledger_is_refused_or_says_what_is_left_out() {
        let ledger = Ledger::embedded();
        assert!(ledger.clauses.iter().any(|clause| clause.import == Import::Nothing));
        for clause in &ledger.clauses {
            assert!(Clauses::read(&clause.article).is_some(), "{} can be read", clause.article);
            let refused = ledger.refused(&clause.instrument, &clause.article).is_some();
            assert_eq!(refused, clause.import == Import::Nothing, "{} {}", clause.instrument, clause.article);
            assert_eq!(clause.left_out.is_some(), clause.import == Import::Part, "{} {}", clause.instrument, clause.article);
        }
    }
}
