"""A measure of readability, as handed to the sheet. Reported with its range, never as a level (field.md 2.3)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """One number about the text. `lowest` and `highest` are the range it can be trusted within.

    `limit` is what the value may be at most (field.md KH20); None where there is no such limit.
    """

    id: str
    name: str
    value: float
    unit: str
    lowest: float
    highest: float
    limit: float | None = None
