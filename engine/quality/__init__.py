"""The quality sheet: for one aid, every criterion of the standards with a verdict and its reason.

Made from the file format, the rules, and the records of who did what. It never says more than can be decided: what
only people can judge is "geen informatie" until they have, and a text that says TODO is not there.
"""

from engine.quality.criterion import Basis, Criterion, Means, Standard, Verdict
from engine.quality.evaluation import Component, Evaluation
from engine.quality.json_text import as_json
from engine.quality.measure import Measure
from engine.quality.own_rules import COVERED
from engine.quality.sheet import CRITERIA, NOBODY, Count, People, Row, Sheet, sheet

__all__ = [
    "COVERED",
    "CRITERIA",
    "NOBODY",
    "Basis",
    "Component",
    "Count",
    "Criterion",
    "Evaluation",
    "Means",
    "Measure",
    "People",
    "Row",
    "Sheet",
    "Standard",
    "Verdict",
    "as_json",
    "sheet",
]
