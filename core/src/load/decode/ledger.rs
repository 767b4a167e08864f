//! Decodes the do-not-import ledger.

use super::{Decoder, Shape};
use crate::{
    load::{LoadErrorCode, Tree, article::Clauses},
    rule_set::{Ledger, LedgerClause},
    vocabulary::Import,
};

impl Decoder {
    pub(super) fn ledger(&mut self, tree: &Tree) -> Ledger {
        let object = self.object(tree, "", &["format", "id", "version", "title", "summary", "clauses"]);
        Ledger {
            format: self.format(object),
            id: self.text(object, "id"),
            version: self.text(object, "version"),
            title: self.text(object, "title"),
            summary: self.text(object, "summary"),
            clauses: self.list(object, "clauses", Self::ledger_clause),
        }
    }

    fn ledger_clause(&mut self, tree: &Tree, path: &str) -> LedgerClause {
        let object = self.object(tree, path, &["instrument", "article", "import", "why", "left_out"]);
        let clause = LedgerClause {
            instrument: self.text(object, "instrument"),
            article: self.text(object, "article"),
            import: self.import(object, "import"),
            why: self.text(object, "why"),
            left_out: self.optional_text(object, "left_out"),
        };
        if Clauses::read(&clause.article).is_none() {
            let expected = "the article as `art. 13(1)`, several as `art. 13(1)-(2)`";
            self.error(&object.path("article"), LoadErrorCode::InvalidName { expected });
        }
        if clause.left_out.is_some() != (clause.import == Import::Part) {
            let reason = "`left_out` says what is left out of a clause of which a part is imported".into();
            self.error(path, LoadErrorCode::Mismatch { reason });
        }
        clause
    }
}
