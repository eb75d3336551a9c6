"""Writes docs/bestand.md from the schemas, docs/fouten.md from the fixtures, and what the check says into
docs/redacteur.md (`make docs`)."""

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from engine import library
from tests.conftest import FIXTURES, GOOD, ROOT, TODAY

SCHEMAS = ROOT / "schemas"
MADE = "<!-- Gemaakt met `make docs`. Verander dit bestand niet met de hand. -->\n"
MISTAKE = re.compile(
    r"(?P<before>GOED\n\n```yaml\n(?P<right>.*?\n)```\n\nFOUT\n\n```yaml\n(?P<wrong>.*?\n)```\n\n"
    r"De controle zegt:\n\n```text\n)(?P<report>.*?)```",
    re.DOTALL,
)
_LINES, _WIDTH, _REPORT = 14, 110, 5
_WORDS = {
    "regel": "tekst op één regel",
    "vraag": "één vraag, met een vraagteken",
    "tekst": "tekst, ook over meer regels",
    "id": "korte naam: kleine letters, cijfers, streepjes",
    "datum": "datum, als jaar-maand-dag",
    "url": "webadres, met https://",
    "jaar": "jaartal",
}
Node = dict[str, Any]


def bestand() -> str:
    """Every part of every file an editor or a browser writes, in reading order."""
    files = sorted(SCHEMAS.glob("*.schema.json"), key=lambda file: (file.name == "antwoorden.schema.json", file.name))
    # An overlay has the same parts, so a chapter of its own would only repeat.
    files = [file for file in files if file.name != "overlay.schema.json"]
    told: dict[str, str] = {}
    parts = [line for file in files for line in _Chapter(file.name, told).lines()]
    intro = (
        "Elk onderdeel van een keuzehulp: hoe het heet, wat erin komt, of het moet, en een voorbeeld. "
        "Een heel bestand met uitleg staat in [aids/_voorbeeld](../aids/_voorbeeld/keuzehulp.yaml)."
    )
    beside = (
        "Naast `keuzehulp.yaml` kan een overlay staan: `nl.kind.yaml`, `nl.ouder.yaml` of `en.yaml`. Daarin staan "
        "alleen de teksten, met dezelfde namen als hieronder. Wat een id heeft, staat daar onder dat id. Getallen, "
        "bronnen en de volgorde komen altijd uit `keuzehulp.yaml`. Schema: `overlay.schema.json`."
    )
    return "\n".join([MADE, "# Het bestand van een keuzehulp", "", intro, "", beside, *parts]) + "\n"


def fouten() -> str:
    """Every mistake in the fixtures: right beside wrong, and what the check says."""
    intro = (
        "Achter elke melding van `keuzehulp controleer` staat tussen haakjes een naam. Zoek die naam hier op. "
        "Bij elke naam staat hoe het wel moet (GOED), hoe het niet moet (FOUT), en wat de controle zegt. "
        "Een naam in hoofdletters is een regel over taal; `keuzehulp leesbaarheid` gebruikt dezelfde namen. "
        "Van een melding over een heel bestand of een hele map staat hier geen voorbeeld."
    )
    folders = sorted(folder for folder in (FIXTURES / "fout").iterdir() if any(folder.glob("*.yaml")))
    names = ", ".join(f"[{folder.name}](#{folder.name.lower()})" for folder in folders)
    lines = [MADE, "# Meldingen van de controle", "", intro, "", names]
    for folder in folders:
        lines += ["", f"## {folder.name}"]
        for case in sorted(folder.glob("*.yaml")):
            change = yaml.safe_load(case.read_text(encoding="utf-8"))
            lines += ["", f"### {case.stem.replace('-', ' ').capitalize()}"]
            lines += ["", "GOED", "", *_fenced("yaml", change["oud"])]
            lines += ["", "FOUT", "", *_fenced("yaml", change["nieuw"])]
            lines += ["", "De controle zegt:", "", *_fenced("text", _report(change["verwacht"]))]
    return "\n".join(lines) + "\n"


def redacteur() -> str:
    """The guide for editors, with what the check says today about each mistake in it."""
    return MISTAKE.sub(_answered, (ROOT / "docs" / "redacteur.md").read_text(encoding="utf-8"))


def _answered(mistake: re.Match[str]) -> str:
    good = GOOD.read_text(encoding="utf-8")
    right, wrong = mistake["right"].rstrip("\n"), mistake["wrong"].rstrip("\n")
    assert good.count(right) == 1, f"docs/redacteur.md: must stand in the small aid once: {right}"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "keuzehulp.yaml"
        file.write_text(good.replace(right, wrong), encoding="utf-8")
        report = [str(one).removeprefix("x:") for one in library.check_file(file, "x", TODAY).problems]
    return f"{mistake['before']}{_report(report)}\n```"


def overlay_schema() -> str:
    """The schema of an overlay, made from that of an aid: its texts, and under an id what has one (ADR 20)."""
    whole = json.loads((SCHEMAS / "keuze.schema.json").read_text("utf-8"))
    made = _Overlay(whole["$defs"])
    root = made.block({**whole, "properties": {k: v for k, v in whole["properties"].items() if k not in _NO_TEXT}})
    schema = whole["properties"]["schema"]
    head = {
        "$schema": whole["$schema"],
        "$id": "overlay.schema.json",
        "title": "Overlay",
        "description": (
            "Een bestand naast keuzehulp.yaml met alleen teksten: nl.kind.yaml, nl.ouder.yaml of en.yaml. "
            "Wat een id heeft, staat hier onder dat id."
        ),
        **root,
        "required": ["schema"],
        "properties": {"schema": schema, **root["properties"]},
        "$defs": {name: whole["$defs"][name] for name in _TEXTS},
    }
    return json.dumps(head, ensure_ascii=False, indent=2) + "\n"


_TEXTS = ("regel", "vraag", "tekst", "zinsdeel")
_NO_TEXT = frozenset({"zoekwoorden", "bronnen", "richtlijn", "eigenaar", "steun", "kaart", "codes", "thema"})


class _Overlay:
    """Takes from the schema of an aid what an overlay can say."""

    def __init__(self, known: Node) -> None:
        self.known = known

    def block(self, node: Node) -> Node:
        parts = {key: self.part(key, part, node) for key, part in node["properties"].items()}
        kept = {key: part for key, part in parts.items() if part is not None}
        return {"type": "object", "additionalProperties": False, "properties": kept}

    def part(self, key: str, part: Node, inside: Node) -> Node | None:
        """The part as an overlay has it; None where it holds no text."""
        told = {name: part[name] for name in ("title", "description") if name in part}
        if key in ("licentie", "bron", "url") or (key == "naam" and "rol" in inside["properties"]):
            return None
        word = part.get("$ref", "").removeprefix("#/$defs/")
        if word in _TEXTS or key == "zin":
            return part
        target = {**self.known.get(word, {}), **{name: value for name, value in part.items() if name != "$ref"}}
        inner = target.get("items") or target.get("additionalProperties")
        if target.get("type") == "object" and "properties" in target:
            made = self.block(target)
        elif isinstance(inner, dict) and (one := self.part("", inner, {"properties": {}})) is not None:
            resolved = self.known.get(inner.get("$ref", "").removeprefix("#/$defs/"), {})
            with_id = "id" in resolved.get("properties", {})
            as_list = target.get("type") == "array" and not with_id
            made = {"type": "array", "items": one} if as_list else {"type": "object", "additionalProperties": one}
        else:
            return None
        return {**told, **made} if made.get("properties", True) else None


class _Chapter:
    """One schema in words. `told` remembers blocks that an earlier table told, so that none is told twice."""

    def __init__(self, name: str, told: dict[str, str]) -> None:
        self.name = name
        self.files = {file.name: json.loads(file.read_text("utf-8")) for file in SCHEMAS.glob("*.schema.json")}
        self.told = told

    def lines(self) -> Iterator[str]:
        root = self.files[self.name]
        yield from ("", f"## {root['title']}", "", f"{root['description']} Schema: `{self.name}`.", "")
        yield from self._table({**root, "$at": self.name}, ())

    def _table(self, node: Node, path: tuple[str, ...]) -> Iterator[str]:
        yield from ("| onderdeel | wat | verplicht | wat u schrijft | voorbeeld |", "|---|---|---|---|---|")
        needed, sometimes = set(node.get("required", [])), _sometimes(node)
        properties = {key: self._resolved(part, node["$at"]) for key, part in _properties(node).items()}
        for key, part in properties.items():
            must = "ja" if key in needed else "soms" if key in sometimes else "nee"
            example = ", ".join(_code(item) for item in part.get("examples", [])[:1])
            what = f"**{part.get('title', '')}**. {part.get('description', '')}"
            cells = (f"`{key}`", what, must, self._kind(part), example)
            yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
        for key, part in properties.items():
            block = self._block(part)
            if block is None:
                continue
            heading = " › ".join([*path, key])
            known = json.dumps(
                {name: value for name, value in block.items() if name[0] != "$"}
                | {"title": "", "description": "", "examples": []},
                sort_keys=True,
            )
            yield from ("", f"### {heading}", "")
            if known in self.told:
                yield f"Zelfde onderdelen als bij {self.told[known]}."
            else:
                self.told[known] = f"`{heading}` onder *{self.files[self.name]['title']}*"
                yield from self._table(block, (*path, key))

    def _block(self, part: Node) -> Node | None:
        """The object with named parts that a part is, or holds many of."""
        if _properties(part):
            return part
        for key in ("items", "additionalProperties"):
            if isinstance(part.get(key), dict):
                return self._block(self._resolved(part[key], part["$at"]))
        return None

    def _resolved(self, node: Node, at: str) -> Node:
        """The node with what it refers to filled in; its own title, description and examples win."""
        while "$ref" in node:
            name, _, pointer = node["$ref"].partition("#/")
            at = name or at
            target = self.files[at]
            for step in pointer.split("/") if pointer else []:
                target = target[step]
            kept = {key: value for key, value in node.items() if key != "$ref"}
            node = {**target, "$word": node["$ref"].split("/")[-1], **kept}
        return {"$at": at, **node}

    def _kind(self, node: Node) -> str:
        if "const" in node:
            return f"altijd {_code(node['const'])}"
        if "enum" in node:
            return f"kies: {', '.join(_code(value) for value in node['enum'])}"
        for key in ("oneOf", "anyOf"):
            if key in node and "type" not in node:
                return " of ".join(self._kind(self._resolved(part, node["$at"])) for part in node[key])
        if node.get("type") == "array":
            items = self._kind(self._resolved(node["items"], node["$at"])) if "items" in node else "iets"
            return f"lijst{_range(node, 'minItems', 'maxItems')}: {items}"
        if node.get("type") == "integer":
            return f"heel getal{_range(node, 'minimum', 'maximum')}"
        if _properties(node):
            return "blok, zie hieronder"
        if isinstance(node.get("additionalProperties"), dict):
            return f"per naam: {self._kind(self._resolved(node['additionalProperties'], node['$at']))}"
        words = _WORDS.get(
            node.get("$word", ""), {"string": "tekst", "boolean": "ja of nee"}.get(node.get("type"), "iets")
        )
        return f"{words}, hoogstens {node['maxLength']} tekens" if "maxLength" in node else words


def _properties(node: Node) -> Node:
    found: Node = dict(node.get("properties", {}))
    for part in node.get("allOf", []):
        found |= part.get("properties", {}) if "if" not in part else {}
    return found


def _sometimes(node: Node) -> set[str]:
    """Parts that only some files must have: by a condition, or because another part is there."""
    found = {name for names in node.get("dependentRequired", {}).values() for name in names}
    for part in [node, *node.get("allOf", [])]:
        for key in ("then", "else"):
            found |= set(part.get(key, {}).get("required", []))
    return found


def _range(node: Node, low: str, high: str) -> str:
    least, most = node.get(low), node.get(high)
    if least is not None and most is not None:
        return f", {least}" if least == most else f" van {least} tot en met {most}"
    return f", minstens {least}" if least is not None else f", hoogstens {most}" if most is not None else ""


def _code(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"`{text}`"


def _report(lines: list[str]) -> str:
    bare = [re.sub(r"^\d+:\d+: ", "", line) for line in lines]
    more = [f"… en nog {len(bare) - _REPORT}."] if len(bare) > _REPORT else []
    return "\n".join([*bare[:_REPORT], *more])


def _fenced(kind: str, text: str) -> list[str]:
    """The text as a block of code: strange characters made visible, and not longer than a screen."""
    width = _WIDTH if kind == "yaml" else 1000
    lines = [_visible(line) for line in text.strip("\n").split("\n")]
    short = [line if len(line) <= width else f"{line[:width]} …" for line in lines[:_LINES]]
    fence = "````" if "```" in text else "```"
    return [f"{fence}{kind}", *short, *(["…"] if len(lines) > _LINES else []), fence]


def _visible(line: str) -> str:
    shown = "".join(sign if sign.isprintable() else "→" if sign == "\t" else f"<{ord(sign):04X}>" for sign in line)
    return shown.rstrip()


def main() -> None:
    (SCHEMAS / "overlay.schema.json").write_text(overlay_schema(), encoding="utf-8", newline="\n")
    for name, made in (("bestand", bestand), ("fouten", fouten), ("redacteur", redacteur)):
        (ROOT / "docs" / f"{name}.md").write_text(made(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
