"""The standard: every call of the core, passed on."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable
from typing import Any, NoReturn, TypeVar

from . import _native, _types
from ._errors import (
    InvalidDateError,
    InvalidRecordError,
    InvalidRuleSetError,
    PalermoError,
    UnknownConclusionError,
)
from ._input import RecordLike, text_of, well_formed
from ._types import (
    About,
    CompactDecision,
    ConductCode,
    Decision,
    Dictionary,
    Explanation,
    Fact,
    FirstScreen,
    OverlayId,
    Problem,
    Question,
    Rule,
    RuleSetKind,
    StandardId,
    StandardInfo,
    Text,
    ValidationReport,
)

__all__ = ["Standard"]

_Result = TypeVar("_Result")

_ABOUT = {About.DECISION: _native.About.DECISION, About.STATUS: _native.About.STATUS}


class Standard:
    """A rule set, ready to decide by: the embedded one, or one of your own.

    Make one, keep it, and share it between threads: nothing in it ever changes. The texts that a record is read from stay
    here; nothing leaves the process.
    """

    __slots__ = ("_standard",)

    _standard: Any

    def __init__(self) -> None:
        raise TypeError("a standard is opened with Standard.see_2002() or Standard.from_json(text)")

    @classmethod
    def see_2002(cls) -> Standard:
        """The standard of 2002 for the protection of trafficked people in South-eastern Europe, which is embedded."""
        return cls._of(_native.Standard.see_2002())

    @classmethod
    def from_json(cls, text: str) -> Standard:
        """Loads a compiled rule set from its JSON.

        Raises InvalidRuleSetError where it cannot be decided by, with everything that is wrong with it.
        """
        return cls._of(_call(_native.Standard.from_json, _text(text)))

    @classmethod
    def compose_json(cls, base: str, overlays: Iterable[str]) -> Standard:
        """Composes overlays with a rule set, all of them JSON: what later texts add to it. Their order does not matter.

        Raises InvalidRuleSetError where they cannot be composed, with everything that is wrong; a problem inside an overlay
        names it under `document`.
        """
        return cls._of(_call(_native.Standard.compose_json, _text(base), [_text(overlay) for overlay in overlays]))

    @classmethod
    def _of(cls, standard: Any) -> Standard:
        made = cls.__new__(cls)
        made._standard = standard
        return made

    @property
    def id(self) -> str:
        """The id of the rule set."""
        return str(self._standard.id())

    @property
    def version(self) -> str:
        """The version of the rule set."""
        return str(self._standard.version())

    @property
    def digest(self) -> str:
        """`sha256:` and the digest of the rule set's canonical JSON."""
        return str(self._standard.digest())

    @property
    def kind(self) -> RuleSetKind:
        """What the rule set speaks about."""
        return RuleSetKind[self._standard.kind().name]

    def identity(self) -> StandardId:
        """Id, version, digest and overlays, as they stand in every decision."""
        of = self._standard.identity()
        overlays = tuple(OverlayId(overlay.id, overlay.version, overlay.digest) for overlay in of.overlays)
        return StandardId(of.id, of.version, of.digest, overlays)

    def about(self) -> StandardInfo | None:
        """What the rule set is: title, summary, days in force, documents."""
        of = json.loads(self._standard.about_json())
        return None if of is None else _types.read_standard_info(of)

    def is_in_force(self, date: datetime.date | str) -> bool:
        """Whether the rule set is in force on a day. The caller brings the day: there is no clock inside.

        Raises InvalidDateError where a text is no day written YYYY-MM-DD.
        """
        day = date.isoformat()[:10] if isinstance(date, datetime.date) else date
        return bool(_call(self._standard.is_in_force, _text(day)))

    def evaluate(self, record: RecordLike) -> Decision:
        """Decides on a record: what the person is owed, what nobody may do, who is called, what was broken, what to ask.

        Raises InvalidRecordError where the record does not fit the standard, with everything that is wrong with it. A partial
        record always fits: what is absent is unknown, never "no". For a standard that you loaded, whose facts no type knows,
        hand over an `IntakeRecord`.
        """
        return _types.read_decision(json.loads(_call(self._standard.evaluate_json, text_of(record))))

    def evaluate_json(self, text: str) -> str:
        """As `evaluate`, from JSON text to the canonical JSON text of the decision: the same bytes in every language."""
        return str(_call(self._standard.evaluate_json_bytes, _text(text).encode()))

    def evaluate_compact(self, record: RecordLike) -> CompactDecision:
        """As `evaluate`, in the short form."""
        return _types.read_compact_decision(json.loads(_call(self._standard.evaluate_compact_json, text_of(record))))

    def evaluate_compact_json(self, text: str) -> str:
        """As `evaluate_json`, in the short form."""
        return str(_call(self._standard.evaluate_compact_json, _text(text)))

    def explain(self, record: RecordLike, subject: str) -> Explanation:
        """Why a conclusion holds or does not: `entitlement:shelter`, `status`, or `status:` and a status.

        Raises InvalidRecordError as `evaluate`, and UnknownConclusionError where the standard has no such conclusion.
        """
        return _types.read_explanation(json.loads(_call(self._standard.explain_json, text_of(record), _text(subject))))

    def explain_json(self, text: str, subject: str) -> str:
        """As `explain`, from JSON text to JSON text."""
        return str(_call(self._standard.explain_json, _text(text), _text(subject)))

    def questions(self, record: RecordLike, about: About = About.DECISION) -> tuple[Question, ...]:
        """What to ask next, in the interview order: the open facts that could still change something.

        Raises InvalidRecordError as `evaluate`.
        """
        found = json.loads(_call(self._standard.questions_json, text_of(record), _ABOUT[about]))
        return tuple(map(_types.read_question, found))

    def questions_json(self, text: str, about: About = About.DECISION) -> str:
        """As `questions`, from JSON text to JSON text."""
        return str(_call(self._standard.questions_json, _text(text), _ABOUT[about]))

    def validate(self, record: RecordLike) -> ValidationReport:
        """Says everything that can be said of a record: errors, warnings, and advice on what not to collect."""
        return _types.read_validation_report(json.loads(_call(self._standard.validate_json, text_of(record))))

    def validate_json(self, text: str) -> str:
        """As `validate`, from JSON text to JSON text."""
        return str(_call(self._standard.validate_json, _text(text)))

    def dictionary(self) -> Dictionary:
        """The dictionary: every fact with its question and help, the interview order, the conduct codes. A form keeps it."""
        return _types.read_dictionary(json.loads(self._standard.dictionary_json()))

    def fact(self, name: str) -> Fact | None:
        """A fact of the dictionary."""
        return _read(self._standard.fact_json(_text(name)), _types.read_fact)

    def conduct(self, code: str) -> ConductCode | None:
        """A conduct code of the dictionary."""
        return _read(self._standard.conduct_json(_text(code)), _types.read_conduct_code)

    def rules(self) -> tuple[Rule, ...]:
        """The rules, in catalogue order."""
        return tuple(map(_types.read_rule, json.loads(self._standard.rules_json())))

    def rule(self, id: str) -> Rule | None:
        """A rule."""
        return _read(self._standard.rule_json(_text(id)), _types.read_rule)

    def text(self, id: str) -> Text | None:
        """The label and the sentence for an id.

        An id is a conclusion (`entitlement:shelter`), a status (`status:presumed`), a conduct code (`conduct:deported`), a
        value (`value:documents=none`) or a word of a vocabulary (`bearer:police`).
        """
        of = self._standard.text(_text(id))
        return None if of is None else Text(of.label, of.sentence)

    def first_screen(self) -> FirstScreen:
        """What a first screen shows of a long decision, the most pressing first."""
        of = self._standard.first_screen()
        return FirstScreen(tuple(of.now), tuple(of.must_not))

    def conclusions(self) -> tuple[str, ...]:
        """The ids of every conclusion that some rule can give, in catalogue order."""
        return tuple(self._standard.conclusions())

    def fact_names(self) -> tuple[str, ...]:
        """The names of the facts of a record, in catalogue order."""
        return tuple(self._standard.fact_names())

    def conduct_codes(self) -> tuple[str, ...]:
        """The conduct codes, in catalogue order."""
        return tuple(self._standard.conduct_codes())

    def __repr__(self) -> str:
        return f"<palermo.Standard {self._standard}>"


def _read(text: str | None, read: Callable[[Any], _Result]) -> _Result | None:
    return None if text is None else read(json.loads(text))


def _text(text: str) -> str:
    if isinstance(text, str):
        return well_formed(text)
    raise TypeError(f"a str is expected, not {type(text).__name__}")


def _call(function: Callable[..., Any], *arguments: Any) -> Any:
    """Calls the library, and raises what it refuses as an error of this package."""
    try:
        return function(*arguments)
    except _native.PalermoError as error:
        refused = error
    # Out of the handler, so that the errors of the library do not stand behind those of the package.
    _refuse(refused)


def _refuse(error: Any) -> NoReturn:
    if isinstance(error, _native.PalermoError.InvalidRecord):
        raise InvalidRecordError(_problems(error))
    if isinstance(error, _native.PalermoError.InvalidRuleSet):
        raise InvalidRuleSetError(_problems(error))
    if isinstance(error, _native.PalermoError.UnknownConclusion):
        raise UnknownConclusionError(error.nearest)
    if isinstance(error, _native.PalermoError.InvalidDate):
        raise InvalidDateError()
    raise PalermoError()


def _problems(error: Any) -> tuple[Problem, ...]:
    return tuple(Problem(one.path, one.code, one.message, one.help, one.document) for one in error.problems)
