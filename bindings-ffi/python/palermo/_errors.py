"""What can be refused, with the full list of what is wrong and never a value of the record."""

from __future__ import annotations

from ._native import InternalError
from ._types import Problem

__all__ = [
    "InternalError",
    "InvalidDateError",
    "InvalidRecordError",
    "InvalidRuleSetError",
    "PalermoError",
    "UnknownConclusionError",
]


InternalError.__doc__ = """The library failed inside, which no input is known to cause. The process and the standard can be used on."""


class PalermoError(Exception):
    """Something was refused."""


class _ListedError(PalermoError):
    """An error that says everything that is wrong."""

    _what = ""

    def __init__(self, errors: tuple[Problem, ...]) -> None:
        super().__init__(errors)
        self.errors = errors
        """Everything that is wrong, in the order of the document; there is at least one."""

    def __str__(self) -> str:
        return "\n".join(f"{self._place(one)}: {one.message} ({one.help})" for one in self.errors)

    def _place(self, one: Problem) -> str:
        if one.document is not None:
            return f"overlay {one.document} {one.path}".rstrip()
        return one.path or self._what

    def __repr__(self) -> str:
        return f"{type(self).__name__}({[(one.path, one.code) for one in self.errors]})"


class InvalidRecordError(_ListedError):
    """The record does not fit the standard. `errors` has the place of everything that is wrong as a JSON Pointer."""

    _what = "record"


class InvalidRuleSetError(_ListedError):
    """The rule set cannot be decided by. The paths in `errors` lead into the rule set, or into the overlay that they name."""

    _what = "rule set"


class UnknownConclusionError(PalermoError, LookupError):
    """The standard has no conclusion with this id."""

    def __init__(self, nearest: str | None) -> None:
        super().__init__(nearest)
        self.nearest = nearest
        """The conclusion that was meant, where one is near."""

    def __str__(self) -> str:
        hint = "" if self.nearest is None else f"; did you mean `{self.nearest}`?"
        return f"the standard has no such conclusion{hint}"


class InvalidDateError(PalermoError, ValueError):
    """A text is no day of the calendar, written YYYY-MM-DD."""

    def __str__(self) -> str:
        return "a day is written YYYY-MM-DD"
