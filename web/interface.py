"""Texts of the interface that stand in code: marked here, translated where they are shown."""


def N_(text: str) -> str:
    """Mark a text of the interface for extraction."""
    return text
