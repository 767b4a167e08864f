//! The first screen of a decision: what somebody who is tired and has one minute has to know. At most 24 lines of at most
//! 80 columns, whatever the record and the rule set, and no ids.

use palermo::{Certainty, ChildStatus, Decision, Pending, Question, Stage, Standard};

use textwrap::core::display_width;

use super::{
    page::{Page, WIDTH, fitted, padded},
    questions::Stages,
    words::{Words, uncapitalised},
};

/// The screen of the oldest terminals, and what can be taken in at a glance.
pub const LINES: usize = 24;
/// Headings stand in a column of their own.
const MARGIN: usize = 22;
/// No part shows more items than this.
const MOST: usize = 6;
/// No item takes more lines than this.
const ITEM_LINES: usize = 2;

/// The first screen of a decision.
#[must_use]
pub fn first_screen(standard: &Standard, decision: &Decision) -> String {
    let screen = Screen::new(Words::new(standard), decision);
    let mut page = Page::new(WIDTH);
    for room in ROOMS {
        page = screen.page(room);
        if page.lines().len() <= LINES {
            break;
        }
    }
    // The tightest room fits by its numbers; this holds the promise should they be changed.
    let mut first = Page::new(WIDTH);
    first.extend(page.lines().iter().take(LINES).cloned());
    first.into_text()
}

/// How much is shown of each part.
struct Room {
    now: usize,
    must_not: usize,
    call: usize,
    ask: usize,
    /// Empty lines between the parts.
    air: bool,
    /// The sentence about age behind the one about the status, and the standing advice in full.
    full: bool,
}

/// From roomy to tight; the first that fits is taken.
const ROOMS: &[Room] = &[
    Room { now: 6, must_not: 6, call: 5, ask: 5, air: true, full: true },
    Room { now: 5, must_not: 5, call: 4, ask: 4, air: true, full: true },
    Room { now: 5, must_not: 4, call: 4, ask: 3, air: true, full: true },
    Room { now: 4, must_not: 4, call: 3, ask: 3, air: true, full: true },
    Room { now: 4, must_not: 4, call: 3, ask: 3, air: true, full: false },
    Room { now: 4, must_not: 4, call: 3, ask: 3, air: false, full: true },
    Room { now: 4, must_not: 4, call: 3, ask: 3, air: false, full: false },
    Room { now: 4, must_not: 4, call: 3, ask: 2, air: false, full: false },
    Room { now: 3, must_not: 3, call: 3, ask: 2, air: false, full: false },
    Room { now: 2, must_not: 2, call: 1, ask: 1, air: false, full: false },
    Room { now: 1, must_not: 1, call: 1, ask: 1, air: false, full: false },
];

/// What there is to show, of each part the most pressing first.
struct Screen<'d> {
    words: Words<'d>,
    decision: &'d Decision,
    now: Vec<String>,
    /// Planned conduct, so that it is said before it happens.
    planned: Vec<String>,
    must_not: Vec<String>,
    call: Vec<String>,
    ask: Vec<String>,
    /// Whether questions about what happened wait for the talk to be made safe.
    talk_first: bool,
}

impl<'d> Screen<'d> {
    fn new(words: Words<'d>, decision: &'d Decision) -> Self {
        let chosen = words.standard().first_screen();
        let held = |ids: &[String], most: usize| -> Vec<String> {
            let holds = |id: &&String| decision.conclusions.iter().any(|conclusion| conclusion.id == **id);
            ids.iter().filter(holds).take(most).map(|id| words.label(id)).collect()
        };
        let planned = |pending: &Pending| {
            let when = words.label("screen:prevent");
            let actor = words.actor(pending.actor).map_or(String::new(), |actor| format!(" ({actor})"));
            format!("{when}: {}{actor}", words.conduct(&pending.code))
        };
        let asked = decision.questions.iter().filter(|question| question.after.is_empty());
        let stages = Stages::new(words.standard());
        let told = |question: &&Question| matches!(question.ask, Stage::Situation | Stage::Need);
        Self {
            words,
            decision,
            now: held(&chosen.now, MOST),
            planned: decision.pending.iter().filter(|pending| pending.waits_for.is_empty()).map(planned).collect(),
            must_not: held(&chosen.must_not, MOST),
            call: decision.referrals.iter().take(MOST).map(|referral| words.label(&format!("refer:{}", referral.to))).collect(),
            ask: asked.take(MOST).map(|question| words.question(&question.fact)).collect(),
            talk_first: decision.questions.iter().filter(told).any(|question| stages.missing(question).next().is_some()),
        }
    }

    fn page(&self, room: &Room) -> Page {
        let mut page = self.words.page(WIDTH);
        self.status(&mut page, room);
        page.blank();
        // Nothing that is planned drops out unseen: what has no line of its own is counted.
        let shown = room.must_not.div_ceil(2);
        let unseen = self.planned.len().saturating_sub(shown);
        let counted = (unseen > 0).then(|| format!("{}: +{unseen}", self.words.label("screen:prevent")));
        let planned = self.planned.iter().take(shown).chain(&counted);
        let must_not: Vec<&String> = planned.chain(&self.must_not).take(room.must_not.max(shown + 1)).collect();
        for (heading, items) in [
            ("screen:now", self.now.iter().take(room.now).collect()),
            ("screen:must_not", must_not),
            ("screen:call", self.call.iter().take(room.call).collect()),
        ] {
            self.part(&mut page, heading, &items);
            if room.air {
                page.blank();
            }
        }
        self.part(&mut page, "screen:ask", &self.ask.iter().take(room.ask).collect::<Vec<_>>());
        if self.talk_first {
            page.extend(fitted(WIDTH, ITEM_LINES, &self.words.sentence_or_label("screen:talk_first")));
        }
        page.blank();
        self.end(&mut page, room);
        page
    }

    /// What the status is, with the words for it, and whether this is about a child.
    fn status(&self, page: &mut Page, room: &Room) {
        let status = format!("status:{}", self.decision.status);
        let child = format!("child:{}", self.decision.child);
        let mut head = format!("{}: {}", self.words.label("kind:status"), self.words.label(&status));
        let adult = self.decision.child == ChildStatus::Adult;
        if let Some(of_child) = self.words.known_label(&child).filter(|_| !adult) {
            head = format!("{head}. {of_child}.");
        }
        let mut sentence = self.words.sentence(&status).unwrap_or_default();
        let of_child = self.words.sentence(&child).filter(|_| room.full && !adult);
        if let Some(of_child) = of_child {
            sentence = format!("{sentence} {of_child}");
        }
        page.extend(fitted(WIDTH, ITEM_LINES, &head));
        if !sentence.is_empty() {
            page.extend(fitted(WIDTH, 3, &sentence));
        }
    }

    /// A heading in the margin, and the items beside it.
    fn part(&self, page: &mut Page, heading: &str, items: &[&String]) {
        if items.is_empty() {
            return;
        }
        let heading = fitted(MARGIN - 1, ITEM_LINES, &self.words.label(heading));
        let items = items.iter().flat_map(|item| {
            let lines = fitted(WIDTH - MARGIN - 2, ITEM_LINES, item);
            lines.into_iter().enumerate().map(|(place, line)| if place == 0 { format!("- {line}") } else { format!("  {line}") })
        });
        let items: Vec<String> = items.collect();
        let rows = heading.len().max(items.len());
        let row = |place: usize| {
            let heading = heading.get(place).map_or("", String::as_str);
            let item = items.get(place).map_or("", String::as_str);
            format!("{}{item}", padded(MARGIN, heading)).trim_end().to_string()
        };
        page.extend((0..rows).map(row));
    }

    fn end(&self, page: &mut Page, room: &Room) {
        // What is established comes first; what is only alleged is said to be so.
        let told = |certainty, code: &str| match certainty {
            Certainty::Established => self.words.conduct(code),
            other => format!("({}) {}", uncapitalised(&self.words.certainty(other)), self.words.conduct(code)),
        };
        let mut broken: Vec<_> = self.decision.violations.iter().collect();
        broken.sort_by_key(|violation| violation.certainty != Certainty::Established);
        let broken: Vec<String> = broken.iter().map(|violation| told(violation.certainty, &violation.code)).collect();
        self.line(page, "screen:broken", &broken);
        let waiting = self.decision.pending.iter().filter(|pending| !pending.waits_for.is_empty());
        let waiting: Vec<String> = waiting.map(|pending| told(pending.certainty, &pending.code)).collect();
        self.line(page, "screen:pending", &waiting);
        let standing = if room.full { self.words.standing() } else { self.words.advice() };
        let line = format!("`--all` shows the rest. {standing}");
        page.extend(fitted(WIDTH, ITEM_LINES, &line));
    }

    /// A heading with a count, and as many items as one line holds, each of them whole.
    fn line(&self, page: &mut Page, heading: &str, items: &[String]) {
        let Some((first, others)) = items.split_first() else { return };
        let mut line = format!("{} ({}): {first}", self.words.label(heading), items.len());
        for (place, other) in others.iter().enumerate() {
            let longer = format!("{line}; {other}");
            let more = if place + 1 < others.len() { " …" } else { "" };
            if display_width(&longer) + display_width(more) > WIDTH {
                line.push_str(" …");
                break;
            }
            line = longer;
        }
        page.extend(fitted(WIDTH, 1, &line));
    }
}
