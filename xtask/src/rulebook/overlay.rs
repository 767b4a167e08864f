//! An overlay: what it adds to its base, what it confirms, what is no core assistance, what waits, and what is not imported.

use palermo::{
    rule_set::{Ledger, Overlay},
    vocabulary::Import,
};

use super::{
    book::{Book, View},
    charter::verdict,
    markdown::{Page, anchor, code, count, escaped, linked, part},
    places::{Kind, relative},
    review_state,
};
use crate::files;

/// The page of the ledger.
pub(crate) const LEDGER: &str = "not-imported.md";
/// How articles that wait are written in a comment of the overlay.
const WAITS: &str = "#   art. ";

impl View<'_> {
    /// What an overlay is.
    pub(crate) fn about_overlay(&self, overlay: &Overlay) -> Result<Page, String> {
        let mut page = Page::new(self.chapter.page("standard"), format!("What {} adds", overlay.id));
        page.quote(&escaped(&overlay.title));
        page.paragraph(&escaped(&overlay.summary));
        let rules = self.chapter.rules();
        page.list(
            [
                part("Extends", &code(&overlay.extends)),
                part("Version", &escaped(&overlay.version)),
                part("Digest", &code(&overlay.digest())),
                part("In force", &escaped(&format!("from {}", overlay.in_force.from))),
                part("Rules", &rules.len().to_string()),
                part("Facts", &self.chapter.facts().len().to_string()),
                part("Conduct codes", &self.chapter.conduct().len().to_string()),
                part("Citations added to rules of the base", &overlay.citations.len().to_string()),
                part("Review", &escaped(&review_state::counted(rules.iter().map(|rule| self.state(&rule.id))))),
            ]
            .map(|entry| (0, entry)),
        );
        page.paragraph(
            "An overlay adds and cannot take away. Its conditions, bearers and breaches are ours, since an instrument seldom says to \
             whom, when and by whom in one case: every rule is marked D, and the reading gives the reason.",
        );
        self.strengthens(&mut page, overlay);
        page.heading(2, "Instruments", "instruments");
        page.list(overlay.instruments.iter().map(|instrument| {
            (0, escaped(&format!("{}. {}, {}.", instrument.title, instrument.publisher, instrument.published)))
        }));
        self.citations_added(&mut page, overlay);
        self.members_added(&mut page, overlay);
        self.not_core(&mut page, overlay);
        waiting(&mut page, overlay)?;
        page.paragraph(&format!(
            "What of its instruments is not imported stands on [its own page]({}).",
            relative(&page.path, LEDGER, "")
        ));
        Ok(page)
    }

    /// The proof that nobody loses anything by it.
    fn strengthens(&self, page: &mut Page, overlay: &Overlay) {
        let Some(held) = self.book.proofs.standards.iter().find(|held| held.overlays == [overlay.id.as_str()]) else { return };
        let path = page.path.clone();
        let about = held.report.promises.iter().filter(|promise| {
            promise.proofs.iter().any(|proof| proof.form == "strengthens" || proof.form == "structure") && {
                let base = self.book.proofs.standards.first().and_then(|base| base.of(&promise.name));
                base.is_some_and(|base| base.verdict != promise.verdict)
            }
        });
        page.lead("Proved of the base with this overlay");
        page.list(about.map(|promise| {
            let name = linked(&escaped(&promise.name), self.book.places.link(&path, Kind::Promise, &promise.name));
            (0, format!("{name}: {}. {}", verdict(promise.verdict), escaped(&promise.sentence)))
        }));
        let counts = &held.report.counts;
        page.paragraph(&format!(
            "Of {}, holding: {}, refuted: {}, undecided: {}. The [charter]({}) has all of them.",
            count(held.report.promises.len(), "promise", "promises"),
            counts.holds,
            counts.refuted,
            counts.undecided,
            relative(&path, super::charter::PAGE, "")
        ));
    }

    fn citations_added(&self, page: &mut Page, overlay: &Overlay) {
        if overlay.citations.is_empty() {
            return;
        }
        page.heading(2, "What it confirms", "citations");
        page.paragraph(
            "Articles that say again what the standard says already, or say it in a weaker mood. Each adds its citation to a rule of \
             the base and nothing else.",
        );
        let path = page.path.clone();
        page.table(
            &["Rule of the base", "Article", "How it is read"],
            overlay.citations.iter().map(|added| {
                vec![
                    linked(&code(&added.rule), self.book.places.link(&path, Kind::Rule, &added.rule)),
                    self.citations(&path, std::slice::from_ref(&added.cite)),
                    escaped(added.reading.as_deref().unwrap_or_default()),
                ]
            }),
        );
    }

    fn members_added(&self, page: &mut Page, overlay: &Overlay) {
        if overlay.members.is_empty() {
            return;
        }
        page.heading(2, "What it adds to sets of facts", "members");
        page.paragraph("A set that grows also widens the rule by which the element is not met.");
        let path = page.path.clone();
        for added in &overlay.members {
            page.lead(&self.linked(&path, Kind::Set, &added.set, &added.set));
            for member in &added.members {
                page.list([(0, self.linked(&path, Kind::Fact, &member.fact, &self.words().fact(&member.fact)))]);
                if let Some(when) = &member.when {
                    page.paragraph("but only where:");
                    self.condition(page, when);
                }
            }
        }
    }

    fn not_core(&self, page: &mut Page, overlay: &Overlay) {
        page.heading(2, "What is no core assistance", "not-core");
        if overlay.not_core.is_empty() {
            page.paragraph("Every entitlement that it adds is core assistance: it depends on no shielded fact.");
            return;
        }
        page.paragraph(
            "Every other entitlement that it adds is core assistance and depends on no shielded fact. These by their nature depend on a \
             wish, a need or a stage:",
        );
        let path = page.path.clone();
        page.list(overlay.not_core.iter().flat_map(|entry| {
            let label = self.linked(&path, Kind::Conclusion, &entry.conclusion, &self.words().label(&entry.conclusion));
            [(0, format!("{label} {}", code(&entry.conclusion))), (1, escaped(&entry.reason))]
        }));
    }
}

/// Articles that bind states and not a case, which the overlay lists in a comment.
fn waiting(page: &mut Page, overlay: &Overlay) -> Result<(), String> {
    let text = files::read_text(&files::root().join("rules").join(&overlay.id).join("overlay.yaml"))?;
    let waiting: Vec<(&str, &str)> = text.lines().filter_map(|line| line.strip_prefix(WAITS)?.split_once("  ")).collect();
    if waiting.is_empty() {
        return Ok(());
    }
    page.heading(2, "What waits", "waits");
    page.paragraph("Articles that bind states and say nothing of one person's case wait for a rule set about referral systems:");
    page.list(
        waiting.iter().map(|(article, what)| (0, format!("{} {}", escaped(&format!("art. {}:", article.trim())), escaped(what)))),
    );
    Ok(())
}

/// The clauses that are not imported.
pub(crate) fn ledger(book: &Book) -> Page {
    let ledger = Ledger::embedded();
    let mut page = Page::new(LEDGER, &ledger.title);
    page.paragraph(&escaped(&ledger.summary));
    page.paragraph(
        "Of some clauses nothing may be imported: an overlay that cites one is refused when it is loaded. Of others a part is left out.",
    );
    let called = |id: &str| {
        let instruments = book.chapters.iter().flat_map(|chapter| &chapter.set.instruments);
        instruments.into_iter().find(|known| known.id == id).map_or_else(|| id.to_string(), |known| known.title.clone())
    };
    page.table(
        &["Clause", "Imported", "Why"],
        ledger.clauses.iter().map(|clause| {
            let imported = match (clause.import, &clause.left_out) {
                (Import::Nothing, _) => "nothing".to_string(),
                (_, Some(left_out)) => format!("a part; left out: {left_out}"),
                (_, None) => "a part".to_string(),
            };
            let id = super::markdown::target(&anchor(&format!("{} {}", clause.instrument, clause.article)));
            let told = format!("{}, {}", called(&clause.instrument), clause.article);
            vec![format!("{id}{}", escaped(&told)), escaped(&imported), escaped(&clause.why)]
        }),
    );
    page
}
