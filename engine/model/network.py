"""The sheet on which a child tells how things are, before there is anything to choose."""

from dataclasses import dataclass

from engine.model.conversation import Conversation


@dataclass(frozen=True)
class AdultWords:
    """A theme in words for a parent or a teacher, who make a sheet of their own."""

    name: str
    prompts: tuple[str, ...]


@dataclass(frozen=True)
class Area:
    """A part of life; `changes` and `helps` are what children often say of it. Answers hold `nr` for good."""

    nr: int
    id: str
    name: str
    prompts: tuple[str, ...]
    changes: tuple[str, ...]
    helps: tuple[str, ...]
    adult: AdultWords


@dataclass(frozen=True)
class NetworkRole:
    """Who someone can be to a child."""

    nr: int
    name: str


@dataclass(frozen=True, kw_only=True)
class NetworkSheet(Conversation):
    """Goals, agreements and looking back are those of any conversation. `aids` are folders where one can choose."""

    areas: tuple[Area, ...]
    roles: tuple[NetworkRole, ...]
    tries: tuple[str, ...]
    aids: tuple[str, ...] = ()
    check_questions: tuple[str, ...] = ()
