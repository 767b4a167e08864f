"""What a type checker has to know of UniFFI's module: that it is not for users. The package types what it gives out."""

from typing import Any

def __getattr__(name: str) -> Any: ...
