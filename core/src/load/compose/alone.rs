//! What an overlay may say beside a rule set: it adds, under its own name, and cites nothing that would weaken.
//!
//! What a rule set may not say anyway is found when the composed document is compiled.

use alloc::{collections::BTreeSet, format, string::String, vec::Vec};

use crate::{
    load::{
        LoadError, LoadErrorCode,
        names::{Consequence, check_head, is_name},
    },
    near::nearest,
    record::pointer,
    rule_set::{Citation, Ledger, Overlay, RuleSet},
    vocabulary::ConclusionKind,
};

/// Checks an overlay against the rule set that it is to be composed with.
pub(super) fn check_alone(base: &RuleSet, overlay: &Overlay, ledger: &Ledger) -> Vec<LoadError> {
    let mut alone = Alone { base, overlay, ledger, errors: check_head(&overlay.id, &overlay.version, &overlay.in_force) };
    alone.head();
    alone.prefixes();
    alone.facts();
    alone.sets();
    alone.lists();
    alone.citations();
    alone.not_core();
    alone.errors
}

struct Alone<'a> {
    base: &'a RuleSet,
    overlay: &'a Overlay,
    ledger: &'a Ledger,
    errors: Vec<LoadError>,
}

impl<'a> Alone<'a> {
    fn error(&mut self, path: String, code: LoadErrorCode) {
        self.errors.push(LoadError::new(path, code));
    }

    fn mismatch(&mut self, path: String, reason: &str) {
        self.error(path, LoadErrorCode::Mismatch { reason: reason.into() });
    }

    fn exists(&mut self, path: String, what: &'static str) {
        self.error(path, LoadErrorCode::Exists { what });
    }

    fn unknown(&mut self, path: String, what: &'static str, name: &str, known: &[&str]) {
        let nearest = nearest(name, known.iter().copied()).map(Into::into);
        self.error(path, LoadErrorCode::UnknownName { what, nearest });
    }

    /// Reports names that stand twice.
    fn unique<'n>(&mut self, what: &'static str, names: impl Iterator<Item = (String, &'n str)>) {
        let mut seen = BTreeSet::new();
        for (path, name) in names {
            if !seen.insert(name) {
                self.error(path, LoadErrorCode::DuplicateName { what });
            }
        }
    }

    fn head(&mut self) {
        if self.overlay.extends != self.base.id {
            self.error("/extends".into(), LoadErrorCode::OtherBase { base: self.base.id.clone() });
        }
        if self.overlay.kind != self.base.kind {
            self.mismatch("/kind".into(), "the rule set that it extends is of another kind");
        }
        if self.overlay.id == self.base.id {
            self.exists("/id".into(), "id");
        }
    }

    /// Whatever could stand in another overlay as well says whose it is.
    fn prefixes(&mut self) {
        let overlay = self.overlay;
        let codes = format!("{}_", overlay.id.replace('-', "_"));
        let (family, ids) = (format!("{}/", overlay.id), format!("{}-", overlay.id));
        let rules = overlay.rules.iter().map(|rule| rule.id.as_str()).enumerate();
        let conduct = overlay.conduct.iter().map(|code| code.code.as_str()).enumerate();
        let situations = overlay.situations.iter().map(|situation| situation.name.as_str()).enumerate();
        let contested = overlay.contested.iter().map(|point| point.id.as_str()).enumerate();
        let all = rules
            .map(|(place, name)| (format!("/rules/{place}/id"), name, &family))
            .chain(conduct.map(|(place, name)| (format!("/conduct/{place}/code"), name, &codes)))
            .chain(situations.map(|(place, name)| (format!("/situations/{place}/name"), name, &ids)))
            .chain(contested.map(|(place, name)| (format!("/contested/{place}/id"), name, &ids)));
        for (path, name, prefix) in all {
            if name.strip_prefix(prefix.as_str()).is_none_or(str::is_empty) {
                self.error(path, LoadErrorCode::Prefix { prefix: prefix.clone() });
            }
        }
    }

    fn facts(&mut self) {
        let (base, overlay) = (self.base, self.overlay);
        for (place, group) in overlay.groups.iter().enumerate() {
            if base.groups.contains(group) {
                self.exists(format!("/groups/{place}"), "group");
            }
        }
        let facts = || overlay.facts.iter().enumerate();
        self.unique("fact", facts().map(|(place, fact)| (format!("/facts/{place}/name"), fact.name.as_str())));
        for (place, fact) in facts() {
            let known = base.facts.iter().map(|known| &known.name).chain(base.derived.iter().map(|known| &known.name));
            if known.into_iter().any(|known| *known == fact.name) {
                self.exists(format!("/facts/{place}/name"), "fact");
            }
            if !base.groups.iter().chain(&overlay.groups).any(|group| *group == fact.group) {
                let known: Vec<&str> = base.groups.iter().chain(&overlay.groups).map(String::as_str).collect();
                self.unknown(format!("/facts/{place}/group"), "group", &fact.group, &known);
            }
            for (number, citation) in fact.source.iter().enumerate() {
                self.citation(&format!("/facts/{place}/source/{number}"), citation);
            }
        }
        self.interview();
    }

    fn interview(&mut self) {
        let (base, overlay) = (self.base, self.overlay);
        for (place, added) in overlay.interview.iter().enumerate() {
            if !base.interview.iter().any(|known| known.stage == added.stage) {
                self.mismatch(format!("/interview/{place}/stage"), "the interview of the rule set has no such stage");
            }
            for (number, fact) in added.ask.iter().enumerate() {
                let path = format!("/interview/{place}/ask/{number}");
                if base.interview.iter().any(|known| known.ask.contains(fact)) {
                    self.exists(path, "question");
                } else if !overlay.facts.iter().any(|known| known.name == *fact) {
                    let known: Vec<&str> = overlay.facts.iter().map(|known| known.name.as_str()).collect();
                    self.unknown(path, "fact of this overlay", fact, &known);
                }
            }
        }
        let asked = overlay.interview.iter().enumerate().flat_map(|(place, added)| {
            let path = move |number: usize| format!("/interview/{place}/ask/{number}");
            added.ask.iter().enumerate().map(move |(number, fact)| (path(number), fact.as_str()))
        });
        self.unique("question", asked);
    }

    fn sets(&mut self) {
        let (base, overlay) = (self.base, self.overlay);
        let lists = overlay.members.iter().enumerate();
        self.unique("set", lists.clone().map(|(place, added)| (format!("/members/{place}/set"), added.set.as_str())));
        for (place, added) in lists {
            let Some(set) = base.sets.iter().find(|set| set.name == added.set) else {
                let known: Vec<&str> = base.sets.iter().map(|set| set.name.as_str()).collect();
                self.unknown(format!("/members/{place}/set"), "set", &added.set, &known);
                continue;
            };
            let members = added.members.iter().enumerate();
            let path = |number: usize| format!("/members/{place}/members/{number}");
            self.unique("member", members.clone().map(|(number, member)| (path(number), member.fact.as_str())));
            for (number, member) in members {
                if set.members.iter().any(|known| known.fact == member.fact) {
                    self.exists(path(number), "member");
                }
                let known = || base.facts.iter().chain(&overlay.facts).map(|fact| fact.name.as_str());
                if !known().any(|known| known == member.fact) {
                    self.unknown(path(number), "fact", &member.fact, &known().collect::<Vec<_>>());
                }
            }
        }
    }

    fn lists(&mut self) {
        let (base, overlay) = (self.base, self.overlay);
        let urgency = overlay.urgency.iter().enumerate();
        self.unique("destination", urgency.clone().map(|(place, to)| (format!("/urgency/{place}"), to.as_str())));
        for (place, to) in urgency {
            if base.urgency.contains(to) {
                self.exists(format!("/urgency/{place}"), "destination");
            }
        }
        for id in overlay.texts.keys() {
            if base.texts.contains_key(id) {
                self.exists(pointer("/texts", id), "text");
            }
        }
        for (place, rule) in overlay.rules.iter().enumerate() {
            if let Some(breach) = &rule.breach
                && !overlay.conduct.iter().any(|code| code.code == breach.code)
            {
                let known: Vec<&str> = overlay.conduct.iter().map(|code| code.code.as_str()).collect();
                self.unknown(format!("/rules/{place}/breach/code"), "conduct code of this overlay", &breach.code, &known);
            }
        }
    }

    fn citations(&mut self) {
        let (base, overlay) = (self.base, self.overlay);
        let instruments = overlay.instruments.iter().enumerate();
        for (place, instrument) in instruments.clone() {
            if !is_name(&instrument.id, '-') {
                let expected = "lower-case words joined by `-`";
                self.error(format!("/instruments/{place}/id"), LoadErrorCode::InvalidName { expected });
            }
        }
        self.unique("instrument", instruments.map(|(place, known)| (format!("/instruments/{place}/id"), known.id.as_str())));
        for (place, rule) in overlay.rules.iter().enumerate() {
            for (number, citation) in rule.source.iter().enumerate() {
                let path = format!("/rules/{place}/source/{number}");
                if matches!(citation, Citation::Reference { .. }) {
                    let reason = "a rule of an overlay cites an article of an instrument that the overlay declares";
                    self.mismatch(path, reason);
                } else {
                    self.citation(&path, citation);
                }
            }
        }
        for (place, added) in overlay.citations.iter().enumerate() {
            let path = format!("/citations/{place}/cite");
            let is_article = matches!(added.cite, Citation::Article { .. });
            if is_article {
                self.citation(&path, &added.cite);
            } else {
                self.mismatch(path.clone(), "what an overlay adds to a rule is an article of an instrument that it declares");
            }
            let Some(rule) = base.rules.iter().find(|rule| rule.id == added.rule) else {
                let known: Vec<&str> = base.rules.iter().map(|rule| rule.id.as_str()).collect();
                self.unknown(format!("/citations/{place}/rule"), "rule in the rule set", &added.rule, &known);
                continue;
            };
            if is_article && rule.source.contains(&added.cite) {
                self.exists(path, "citation");
            } else if overlay.citations.iter().take(place).any(|one| one.rule == added.rule && one.cite == added.cite) {
                self.error(path, LoadErrorCode::DuplicateName { what: "citation" });
            }
        }
    }

    /// An article is one of an instrument that the overlay declares, and none that the ledger forbids.
    fn citation(&mut self, path: &str, citation: &Citation) {
        let Citation::Article { instrument, article, .. } = citation else {
            return;
        };
        if !self.overlay.instruments.iter().any(|known| known.id == *instrument) {
            let known: Vec<&str> = self.overlay.instruments.iter().map(|known| known.id.as_str()).collect();
            self.unknown(pointer(path, "instrument"), "instrument of this overlay", instrument, &known);
        }
        if let Some(code) = self.ledger.check(instrument, article) {
            self.error(pointer(path, "article"), code);
        }
    }

    /// Only an entitlement that the overlay itself brings may be outside core assistance.
    fn not_core(&mut self) {
        let overlay = self.overlay;
        let gives =
            |rules: &'a [crate::rule_set::Rule], id: &str| rules.iter().any(|rule| rule.then.iter().any(|then| then == id));
        let all = overlay.not_core.iter().enumerate();
        let names = all.clone().map(|(place, entry)| (format!("/not_core/{place}/conclusion"), entry.conclusion.as_str()));
        self.unique("conclusion", names);
        for (place, entry) in all {
            let path = format!("/not_core/{place}/conclusion");
            if gives(&self.base.rules, &entry.conclusion) {
                self.mismatch(path, "the rule set itself gives this conclusion, and an overlay does not say how much it weighs");
            } else if !gives(&overlay.rules, &entry.conclusion) {
                let known: Vec<&str> = overlay.rules.iter().flat_map(|rule| &rule.then).map(String::as_str).collect();
                self.unknown(path, "conclusion of this overlay", &entry.conclusion, &known);
            } else if !matches!(Consequence::parse(&entry.conclusion), Some(Consequence::Conclusion(ConclusionKind::Entitlement)))
            {
                self.mismatch(path, "only an entitlement can be core assistance or not");
            }
        }
    }
}
