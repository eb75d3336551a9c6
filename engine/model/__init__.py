"""What a decision aid is: frozen data with the field's standard terms, and nothing about files or pages.

`terms.py` holds the fixed terms, `build.py` the Dutch keys.
"""

from engine.model.aid import Aid, Codes, GroupChoice, KnowledgeQuestion, PreferenceQuestion
from engine.model.conversation import AlarmSign, Conversation, Phase, Phases
from engine.model.evidence import (
    Arm,
    DetectionRate,
    FactCell,
    FactRow,
    MeasuredArm,
    MedicalTest,
    Outcome,
    OutcomeRow,
    Period,
    Scale,
    ScaleRow,
    TestAccuracy,
)
from engine.model.network import AdultWords, Area, NetworkRole, NetworkSheet
from engine.model.option import Option, Pictogram, Waiting
from engine.model.practice import DuoCard, PracticeSheet, TeamPart, TeamPhases, Yardstick
from engine.model.record import Guideline, Person, ReaderTest, Release, ReleaseList, Reviewer, Source, Support

__all__ = [
    "AdultWords",
    "Aid",
    "AlarmSign",
    "Area",
    "Arm",
    "Codes",
    "Conversation",
    "DetectionRate",
    "DuoCard",
    "FactCell",
    "FactRow",
    "GroupChoice",
    "Guideline",
    "KnowledgeQuestion",
    "MeasuredArm",
    "MedicalTest",
    "NetworkRole",
    "NetworkSheet",
    "Option",
    "Outcome",
    "OutcomeRow",
    "Period",
    "Person",
    "Phase",
    "Phases",
    "Pictogram",
    "PracticeSheet",
    "PreferenceQuestion",
    "ReaderTest",
    "Release",
    "ReleaseList",
    "Reviewer",
    "Scale",
    "ScaleRow",
    "Source",
    "Support",
    "TeamPart",
    "TeamPhases",
    "TestAccuracy",
    "Waiting",
    "Yardstick",
]
