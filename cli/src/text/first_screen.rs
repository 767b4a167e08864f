//! The first screen of a decision: what somebody who is tired and has one minute has to know. At most 24 lines of at most
//! 80 columns, whatever the record and the rule set, and no ids.

use palermo::{Certainty, ChildStatus, Decision, Question, Stage, Standard};

use super::{
    page::{Page, WIDTH, fitted, padded},
    words::{Words, uncapitalised},
};

/// The screen of the oldest terminals, and what can be taken in at a glance.
pub const LINES: usize = 24;
/// Headings stand in a column of their own.
const MARGIN: usize = 22;
/// No item takes more lines than this.
const ITEM_LINES: usize = 2;

/// The first screen of a decision.
#[must_use]
pub fn first_screen(standard: &Standard, decision: &Decision) -> String {
    let screen = Screen { words: Words::new(standard), decision };
    let mut page = Page::new(WIDTH);
    for room in ROOMS {
        page = screen.page(room);
        if page.lines().len() <= LINES {
            break;
        }
    }
    let mut least = Page::new(WIDTH);
    least.extend(page.lines().iter().take(LINES).cloned());
    least.into_text()
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
    Room { now: 2, must_not: 2, call: 2, ask: 1, air: false, full: false },
];

struct Screen<'d> {
    words: Words<'d>,
    decision: &'d Decision,
}

impl Screen<'_> {
    fn page(&self, room: &Room) -> Page {
        let mut page = Page::new(WIDTH);
        self.status(&mut page, room);
        page.blank();
        for (heading, items) in
            [("screen:now", self.now(room)), ("screen:must_not", self.must_not(room)), ("screen:call", self.call(room))]
        {
            self.part(&mut page, heading, &items);
            if room.air {
                page.blank();
            }
        }
        self.part(&mut page, "screen:ask", &self.ask(room));
        if self.talk_is_not_safe() {
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
        if !adult {
            head = format!("{head}. {}.", self.words.label(&child));
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
    fn part(&self, page: &mut Page, heading: &str, items: &[String]) {
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

    fn shown(&self, ids: &[String], most: usize) -> Vec<String> {
        let holds = |id: &&String| self.decision.conclusions.iter().any(|conclusion| conclusion.id == **id);
        ids.iter().filter(holds).take(most).map(|id| self.words.label(id)).collect()
    }

    fn now(&self, room: &Room) -> Vec<String> {
        self.shown(&self.words.standard().first_screen().now, room.now)
    }

    /// Planned conduct first, so that it is said before it happens; then what nobody may do in any case.
    fn must_not(&self, room: &Room) -> Vec<String> {
        let planned = self.decision.pending.iter().filter(|pending| pending.waits_for.is_empty());
        let mut items: Vec<String> = planned
            .map(|pending| {
                let planned = uncapitalised(&self.words.certainty(Certainty::Planned));
                match self.words.actor(pending.actor) {
                    Some(actor) => format!("{} ({actor}; {planned})", self.words.conduct(&pending.code)),
                    None => format!("{} ({planned})", self.words.conduct(&pending.code)),
                }
            })
            .take(room.must_not.div_ceil(2))
            .collect();
        let left = room.must_not.saturating_sub(items.len());
        items.extend(self.shown(&self.words.standard().first_screen().must_not, left));
        items
    }

    fn call(&self, room: &Room) -> Vec<String> {
        let referrals = self.decision.referrals.iter().take(room.call);
        referrals.map(|referral| self.words.label(&format!("refer:{}", referral.to))).collect()
    }

    /// The questions that may be put now.
    fn asked_now(&self) -> Vec<&Question> {
        self.decision.questions.iter().filter(|question| question.after.is_empty()).collect()
    }

    fn ask(&self, room: &Room) -> Vec<String> {
        self.asked_now().into_iter().take(room.ask).map(|question| self.words.question(&question.fact)).collect()
    }

    /// Whether questions about what happened wait for the talk to be made safe.
    fn talk_is_not_safe(&self) -> bool {
        let interview = self.words.standard().dictionary().interview;
        let waits = |question: &Question| {
            let stage = interview.iter().find(|stage| stage.stage == question.ask);
            stage.is_some_and(|stage| question.after.iter().any(|fact| stage.after.contains(fact)))
        };
        let told = |question: &&Question| matches!(question.ask, Stage::Situation | Stage::Need);
        self.decision.questions.iter().filter(told).any(waits)
    }

    fn end(&self, page: &mut Page, room: &Room) {
        let broken = self.decision.violations.len();
        if broken > 0 {
            let line = format!("{}: {broken}.", self.words.label("screen:broken"));
            page.extend(fitted(WIDTH, 1, &line));
        }
        let advice = self.words.sentence_or_label("screen:advice");
        let rest = "`--all` shows the rest.";
        let line = if room.full {
            format!("{advice} {} {rest}", self.words.sentence_or_label("screen:review"))
        } else {
            format!("{advice} {rest}")
        };
        page.extend(fitted(WIDTH, ITEM_LINES, &line));
    }
}
