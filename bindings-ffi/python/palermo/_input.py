"""How a record becomes the JSON text that the core reads.

Everything that a record cannot hold has to end as an error at its place, together with all other errors. So nothing is
judged here: whatever has no JSON is written as a number with a fraction, which fits nowhere in a record, and the core says
what would fit there. Nothing is dropped, and nothing becomes "unknown".
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any, Union

from ._record import Record

__all__ = ["IntakeRecord", "RecordLike", "text_of", "well_formed"]

# A record has three levels; the core refuses what is nested deeper than 32.
_DEEPEST = 64

# What fits nowhere.
_UNFIT = 0.5


class IntakeRecord:
    """What is known about one person's situation, and what officials did.

    It shows nothing of what it holds, since what shows itself ends in logs; `to_json` gives it out. It is read when it is
    used, against the standard by which is decided then: only the standard knows which facts there are, and every error comes
    at once, with its place.
    """

    __slots__ = ("_text",)

    def __init__(self, record: Mapping[str, Any]) -> None:
        """A record from a dict, for whichever standard; what is changed in the dict later does not change it."""
        if not isinstance(record, Mapping):
            raise TypeError(f"a record is made of a dict, not of {type(record).__name__}")
        self._text = _written(record)

    @classmethod
    def from_json(cls, text: str) -> IntakeRecord:
        """A record from JSON text. Any text is taken; what is wrong with it is said when it is used."""
        if not isinstance(text, str):
            raise TypeError(f"JSON text is a str, not {type(text).__name__}")
        record = cls.__new__(cls)
        record._text = text
        return record

    def to_json(self) -> str:
        """The record as JSON text."""
        return self._text

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, IntakeRecord) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)

    def __repr__(self) -> str:
        return "<palermo.IntakeRecord>"


# What a record can be handed over as; a text is JSON.
RecordLike = Union[IntakeRecord, Record, str]


def text_of(record: RecordLike) -> str:
    """The JSON text of a record."""
    if isinstance(record, str):
        return well_formed(record)
    if isinstance(record, IntakeRecord):
        return well_formed(record.to_json())
    if isinstance(record, Mapping):
        return _written(record)
    raise TypeError(f"a record is an IntakeRecord, a dict or JSON text, not {type(record).__name__}")


# Half of a surrogate pair, which a str can hold and UTF-8 cannot.
_HALF = re.compile("[\ud800-\udfff]")


def well_formed(text: str) -> str:
    """A text that can cross the border. What cannot becomes NUL, which is refused wherever it stands in JSON, and is no name."""
    return text if text.isascii() else _HALF.sub("\0", text)


def _written(record: Mapping[str, Any]) -> str:
    """A mapping as JSON text."""
    try:
        return _ENCODER.encode(record)
    except (TypeError, ValueError, RecursionError):
        pass
    # Out of the handler, so that no traceback leads to a message of `json`, which names values.
    return _ENCODER.encode(_fit(record, 0))


def _unfit(value: object) -> Any:
    """What stands in JSON for a value that has none."""
    return dict(value) if isinstance(value, Mapping) else _UNFIT


def _fit(value: Any, depth: int) -> Any:
    """A copy of a value in which every key is a text, every number is one, and nothing goes round in circles."""
    if depth > _DEEPEST:
        return _UNFIT
    if isinstance(value, Mapping):
        return {_key(key, place): _fit(item, depth + 1) for place, (key, item) in enumerate(value.items())}
    if isinstance(value, (list, tuple)):
        return [_fit(item, depth + 1) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return _UNFIT
    return value


def _key(key: Any, place: int) -> str:
    """A key that is no text is no name either: it gets one that is unknown wherever it stands."""
    return key if isinstance(key, str) else f"#{place}"


# Escapes keep text that is no Unicode apart from what the core reads: it refuses it there.
_ENCODER = json.JSONEncoder(allow_nan=False, separators=(",", ":"), default=_unfit)
