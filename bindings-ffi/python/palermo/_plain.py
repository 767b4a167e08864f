"""What the generated types have in common, and how they become JSON again."""

from __future__ import annotations

import enum
import json
from dataclasses import fields
from typing import Any, Callable, ClassVar, Dict, Tuple, TypeVar, Union

__all__ = ["Condition", "Lists", "Plain", "Word", "to_json"]

_Word = TypeVar("_Word", bound="Word")

# When something applies, as a rule set writes it: "always", "otherwise", or an object such as {"all": [...]},
# {"any_of": "means", "is": [True]} or {"age_years": {"below": 18}}. The schema `rule-set.json` says all its forms.
Condition = Union[str, Dict[str, Any]]


class Word(str, enum.Enum):
    """A word of a closed list. It is a `str` as well: `decision.status == "presumed"` is true of `Status.PRESUMED`."""

    def __str__(self) -> str:
        return str(self.value)


class Lists(Dict[Tuple[str, ...], Tuple[_Word, ...]]):
    """Lists of words, each made once: a decision holds the same few very often, and there are not many more."""

    def __init__(self, words: dict[str, _Word]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, key: tuple[str, ...]) -> tuple[_Word, ...]:
        made = tuple([self._words[word] for word in key])
        self[key] = made
        return made


class Plain:
    """Plain data that cannot be changed, that compares by what it holds, and that can be written as canonical JSON."""

    __slots__ = ()

    _left_out_where_empty: ClassVar[frozenset[str]] = frozenset()

    def to_json(self) -> str:
        """The canonical JSON: the bytes that every binding gives."""
        return to_json(self)


def to_json(data: Any) -> str:
    """The canonical JSON of plain data."""
    return json.dumps(_as_json(data), ensure_ascii=False, separators=(",", ":"))


def _as_json(data: Any) -> Any:
    if isinstance(data, tuple):
        return [_as_json(item) for item in data]
    if not isinstance(data, Plain):
        return data
    form = _FORMS.get(type(data).__name__)
    values = [getattr(data, field.name) for field in fields(data)]  # type: ignore[arg-type]
    if form is not None:
        return form(*values)
    skipped = data._left_out_where_empty
    # `from` is no name in Python; the field is called `from_`.
    names = (field.name.rstrip("_") for field in fields(data))  # type: ignore[arg-type]
    return {name: _as_json(value) for name, value in zip(names, values) if value not in (None, ()) or name not in skipped}


# Types whose JSON is not an object with their fields.
_FORMS: dict[str, Callable[..., Any]] = {
    "Lines": lambda first, last: [first] if first == last else [first, last],
    "ValuesChoice": list,
    "ValuesYears": lambda least, greatest: {"from": least, "to": greatest},
    "ValuesYesNo": lambda: "yes_no",
}
