//! What the rulebook is made of: the rule sets as they are shown, where everything stands, and the reviews.

use std::collections::{BTreeMap, BTreeSet};

use palermo::{
    Standard,
    rule_set::{ConductCode, ContestedPoint, DerivedFact, Fact, FactSet, Overlay, Rule, RuleSet},
    vocabulary::Standing,
};
use palermo_cli::text::{rule_words::RuleWords, words::Words};
use palermo_compile::Review;

use super::{
    charter,
    markdown::{anchor, escaped, linked},
    places::{Kind, Places, name_of},
    proofs::Proofs,
    sources,
};
use crate::{
    published,
    reviews::{self, Lapsed},
};

/// A rule set as it is shown: an overlay together with its base, of which only what it adds has pages here.
pub(crate) struct Chapter {
    /// Under what it stands in the table of contents.
    pub part: &'static str,
    /// The folder of its pages, which is the id of the rule set.
    pub folder: String,
    /// The version, by which reviews name it.
    pub version: String,
    /// Everything it decides by.
    pub set: RuleSet,
    /// The same, compiled: it has the words.
    pub standard: Standard,
    /// Whether all its rules stand on one page, and all its facts.
    small: bool,
    /// What stands in the chapter of another rule set.
    inherited: BTreeSet<(Kind, String)>,
    /// The overlay, where it is one.
    pub overlay: Option<Overlay>,
}

impl Chapter {
    /// A rule set that stands on its own.
    pub(crate) fn of(part: &'static str, set: RuleSet) -> Result<Self, String> {
        let standard = Standard::from_rule_set(&set).map_err(|errors| format!("{}: {errors}", set.id))?;
        let (folder, version) = (set.id.clone(), set.version.clone());
        Ok(Self { part, folder, version, set, standard, small: false, inherited: BTreeSet::new(), overlay: None })
    }

    /// A small rule set with the dictionary of another one.
    pub(crate) fn with_dictionary_of(part: &'static str, set: RuleSet, other: &Self) -> Result<Self, String> {
        let inherited = other.set.facts.iter().map(|fact| (Kind::Fact, fact.name.clone())).collect();
        Ok(Self { small: true, inherited, ..Self::of(part, set)? })
    }

    /// An overlay on its base: of both together, only what it adds.
    pub(crate) fn overlay(part: &'static str, overlay: Overlay, base: &Self) -> Result<Self, String> {
        let set = base.set.compose(std::slice::from_ref(&overlay)).map_err(|errors| errors.to_string())?;
        let inherited = Self::everything(&base.set);
        let (folder, version) = (overlay.id.clone(), overlay.version.clone());
        Ok(Self { folder, version, small: true, inherited, overlay: Some(overlay), ..Self::of(part, set)? })
    }

    /// Everything of a rule set that has a place in its chapter.
    fn everything(set: &RuleSet) -> BTreeSet<(Kind, String)> {
        let rules = set.rules.iter().map(|rule| (Kind::Rule, rule.id.clone()));
        let facts = set.facts.iter().map(|fact| (Kind::Fact, fact.name.clone()));
        let derived = set.derived.iter().map(|fact| (Kind::Fact, fact.name.clone()));
        let sets = set.sets.iter().map(|set| (Kind::Set, set.name.clone()));
        let conduct = set.conduct.iter().map(|code| (Kind::Conduct, code.code.clone()));
        let contested = set.contested.iter().map(|point| (Kind::Contested, point.id.clone()));
        rules.chain(facts).chain(derived).chain(sets).chain(conduct).chain(contested).collect()
    }

    fn own<'s, T>(&'s self, kind: Kind, items: &'s [T], name: impl Fn(&T) -> &str) -> Vec<&'s T> {
        items.iter().filter(|item| !self.inherited.contains(&(kind, name(item).to_string()))).collect()
    }

    /// The rules that have a page in this chapter.
    pub(crate) fn rules(&self) -> Vec<&Rule> {
        self.own(Kind::Rule, &self.set.rules, |rule| &rule.id)
    }

    /// Its facts of the record.
    pub(crate) fn facts(&self) -> Vec<&Fact> {
        self.own(Kind::Fact, &self.set.facts, |fact| &fact.name)
    }

    /// The facts that its rules give.
    pub(crate) fn derived_facts(&self) -> Vec<&DerivedFact> {
        self.own(Kind::Fact, &self.set.derived, |fact| &fact.name)
    }

    /// Its named sets of facts.
    pub(crate) fn sets(&self) -> Vec<&FactSet> {
        self.own(Kind::Set, &self.set.sets, |set| &set.name)
    }

    /// Its conduct codes.
    pub(crate) fn conduct(&self) -> Vec<&ConductCode> {
        self.own(Kind::Conduct, &self.set.conduct, |code| &code.code)
    }

    /// Its contested points.
    pub(crate) fn contested(&self) -> Vec<&ContestedPoint> {
        self.own(Kind::Contested, &self.set.contested, |point| &point.id)
    }

    /// The families of its rules, each with its rules.
    pub(crate) fn families(&self) -> Vec<(&str, Vec<&Rule>)> {
        let mut families: Vec<(&str, Vec<&Rule>)> = Vec::new();
        for rule in self.rules() {
            let family = family(&rule.id);
            match families.last_mut() {
                Some((known, rules)) if *known == family => rules.push(rule),
                _ => families.push((family, vec![rule])),
            }
        }
        families
    }

    /// Whether all its rules stand on one page, and all its facts.
    pub(crate) const fn is_small(&self) -> bool {
        self.small
    }

    /// The page of a family of rules.
    pub(crate) fn rule_page(&self, family: &str) -> String {
        self.page(if self.small { "rules" } else { family })
    }

    /// The anchor of a rule on that page.
    pub(crate) fn rule_anchor(&self, rule: &str) -> String {
        anchor(if self.small { rule } else { name_of(rule) })
    }

    /// The page of a group of facts.
    pub(crate) fn fact_page(&self, group: &str) -> String {
        if self.small { self.page("facts") } else { self.page(&format!("facts/{group}")) }
    }

    /// Whether nobody is to be treated by its rules.
    pub(crate) fn is_practice(&self) -> bool {
        self.set.standing == Standing::ObservedPractice
    }

    /// Another of its pages.
    pub(crate) fn page(&self, name: &str) -> String {
        format!("{}/{name}.md", self.folder)
    }
}

/// The family of a rule.
pub(crate) fn family(rule: &str) -> &str {
    rule.split_once('/').map_or("", |(family, _)| family)
}

/// What has been said about a rule by those who read it.
pub(crate) struct State<'b> {
    /// The reviews that stand.
    pub standing: Vec<&'b Review>,
    /// Those that lapsed, and why.
    pub lapsed: Vec<(&'b Review, Lapsed)>,
}

/// The whole rulebook before it is written.
pub(crate) struct Book {
    /// The rule sets.
    pub chapters: Vec<Chapter>,
    /// Where everything stands.
    pub places: Places,
    /// The charter, and what came of holding the rule sets to it.
    pub proofs: Proofs,
    reviews: Vec<Review>,
    /// The published versions that reviews are of.
    reviewed: BTreeMap<(String, String), RuleSet>,
}

impl Book {
    /// Reads everything that is shown.
    pub(crate) fn read() -> Result<Self, String> {
        let base = Chapter::of("The standard see-2002", published::newest("see-2002")?)?;
        let practice = published::newest("observed-practice-2002")?;
        let practice = Chapter::with_dictionary_of("The observed practice", practice, &base)?;
        let overlays = published::overlays()?.into_iter().map(|overlay| Chapter::overlay("Overlays", overlay, &base));
        let overlays = overlays.collect::<Result<Vec<_>, _>>()?;
        Self::of(std::iter::once(base).chain(overlays).chain([practice]).collect(), reviews::all()?)
    }

    /// The book of rule sets and reviews that were read.
    pub(crate) fn of(chapters: Vec<Chapter>, reviews: Vec<Review>) -> Result<Self, String> {
        let mut places = Places::default();
        for chapter in &chapters {
            places.add_chapter(chapter);
            let cited = chapter.set.rules.iter().flat_map(|rule| &rule.source);
            sources::add_places(&mut places, cited.chain(chapter.set.facts.iter().flat_map(|fact| &fact.source)));
        }
        let proofs = Proofs::of(&chapters)?;
        for promise in &proofs.charter.promises {
            places.add(Kind::Promise, &promise.name, charter::PAGE, &anchor(&promise.name));
        }
        let mut reviewed = BTreeMap::new();
        for review in &reviews {
            let version = published::version(&review.rule_set, &review.version)?;
            reviewed.insert((review.rule_set.clone(), review.version.clone()), version);
        }
        Ok(Self { chapters, places, proofs, reviews, reviewed })
    }

    /// A chapter with everything that its pages need.
    pub(crate) fn view<'b>(&'b self, chapter: &'b Chapter) -> View<'b> {
        let words = Words::new(&chapter.standard);
        View { book: self, chapter, told: RuleWords { words, rule_set: Some(&chapter.set) } }
    }
}

/// A chapter on its way into pages.
#[derive(Clone, Copy)]
pub(crate) struct View<'b> {
    /// The book.
    pub book: &'b Book,
    /// The chapter.
    pub chapter: &'b Chapter,
    /// The words for its rules.
    pub told: RuleWords<'b>,
}

impl<'b> View<'b> {
    /// The words of the chapter.
    pub(crate) fn words(&self) -> Words<'b> {
        self.told.words
    }

    /// A label on a page, linked to where the thing stands.
    pub(crate) fn linked(&self, page: &str, kind: Kind, name: &str, label: &str) -> String {
        linked(&escaped(label), self.book.places.link(page, kind, name))
    }

    /// Rules on a page, each linked to where it stands.
    pub(crate) fn rules(&self, page: &str, ids: impl IntoIterator<Item = &'b str>) -> String {
        let linked = ids.into_iter().map(|id| linked(&super::markdown::code(id), self.book.places.link(page, Kind::Rule, id)));
        linked.collect::<Vec<_>>().join(", ")
    }

    /// What reviewers have said about a rule of the chapter.
    pub(crate) fn state(&self, rule: &str) -> State<'b> {
        let mut state = State { standing: Vec::new(), lapsed: Vec::new() };
        let of_rule = |review: &&Review| review.rule_set == self.chapter.folder && review.rule == rule;
        for review in self.book.reviews.iter().filter(of_rule) {
            let read = self.book.reviewed.get(&(review.rule_set.clone(), review.version.clone()));
            match read.map_or(Some(Lapsed::Rule), |read| reviews::lapsed(rule, read, &self.chapter.set)) {
                None => state.standing.push(review),
                Some(why) => state.lapsed.push((review, why)),
            }
        }
        state
    }
}
