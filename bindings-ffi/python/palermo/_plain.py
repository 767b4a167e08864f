"""What the generated types have in common, and how they become JSON again."""

from __future__ import annotations

import enum
import json
from dataclasses import fields
from typing import Any, Callable, ClassVar, Dict, Union

__all__ = ["Condition", "Plain", "Word", "to_json"]

# When something applies, as a rule set writes it: "always", "otherwise", or an object such as {"all": [...]},
# {"any_of": "means", "is": [True]} or {"age_years": {"below": 18}}. The schema `rule-set.json` says all its forms.
Condition = Union[str, Dict[str, Any]]


class Word(str, enum.Enum):
    """A word of a closed list. It is a `str` as well: `decision.status == "presumed"` is true of `Status.PRESUMED`."""

    def __str__(self) -> str:
        return str(self.value)


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
