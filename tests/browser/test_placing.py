"""The drawing of any sheet: nothing overlaps, nothing is cut, everyone stands in the right ring, and it is quick."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visitor
from web.site import static_mark

pytestmark = pytest.mark.walk
MILLISECONDS = 200
SHEETS = 160
PAGES = (
    {"width": 328, "size": 15},
    {"width": 900, "size": 17},
    {"width": 718, "height": 940},
    {"width": 1040, "height": 600},
    {"width": 1500, "height": 940},
)
NAMES = (
    *("School", "Thuis", "Mijn lijf", "Oma", "Juf Anja", "Sem", "Ik", "Voetbal op zaterdag", "Dokter De Vries"),
    *(
        "x" * 60,
        "Wiebelkontenclub " * 3 + "vandaag!!",
        "W" * 30,
        "iiii " * 12,
        "👩‍👩‍👧‍👦" * 8,
        "🦄 paard 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "مدرسة وأصدقاء",
        "‮omgekeerd",
    ),
    *("בית ספר וחברים", "<script>alert(1)</script>", "e\u0301" * 30, "學校學校學校學校學校學校", "a-b-c-d-e/f"),
)
WORDS = ("Heel goed", "Goed", "Gaat wel", "Niet zo goed", "Slecht", "Weet ik nog niet")
LABELS = ("heel dichtbij", "dichtbij", "verder weg")
# Everything that must hold of one drawing, in the browser itself: its own letters, its own boxes.
JUDGE = """([sheet, page]) => {
  const { place, draw, measurer } = window.drawing;
  const times = [];
  let found;
  do {
    const start = performance.now();
    found = place(sheet, page, measurer());
    draw(window.svg, found);
    times.push(performance.now() - start);
  } while (Math.min(...times) > 200 && times.length < 3);
  window.svg.setAttribute("width", found.width);
  window.svg.setAttribute("height", found.height);
  const wrong = [];
  const inside = (a, b) => a.x >= b.x - 0.5 && a.y >= b.y - 0.5
    && a.x + a.w <= b.x + b.w + 0.5 && a.y + a.h <= b.y + b.h + 0.5;
  const over = (a, b) => a.x < b.x + b.w - 0.1 && b.x < a.x + a.w - 0.1
    && a.y < b.y + b.h - 0.1 && b.y < a.y + a.h - 0.1;
  const whole = { x: 0, y: 0, w: found.width, h: found.height };
  const band = (ring) => found.bands.filter((one) => one.ring === ring)[0];
  found.blocks.forEach((one, at) => {
    if (!inside(one, whole)) wrong.push(["outside", one]);
    found.blocks.slice(at + 1).forEach((other) => {
      const disc = one.kind === "child";
      if (over(one, other) && !disc) wrong.push(["overlap", one, other]);
      if (!disc) return;
      const x = Math.max(other.x, Math.min(one.x + one.r, other.x + other.w));
      const y = Math.max(other.y, Math.min(one.y + one.r, other.y + other.h));
      if (Math.hypot(x - one.x - one.r, y - one.y - one.r) < one.r - 0.1) wrong.push(["child", other]);
    });
    const own = one.kind === "person" ? band(one.about.ring) : band(0) || whole;
    if (!inside(one, own)) wrong.push(["ring", one]);
    const inner = found.bands.filter((other) => other.ring < own.ring).sort((a, b) => b.ring - a.ring)[0];
    if (one.kind === "person" && over(one, inner)) wrong.push(["inner ring", one]);
  });
  const groups = Array.from(window.svg.querySelectorAll(":scope > g"));
  const texts = [];
  groups.forEach((group, at) => {
    const block = found.blocks[at];
    const lines = Array.from(group.querySelectorAll("text")).map((text) => {
      const box = text.getBBox();
      return { x: box.x, y: box.y + box.height * 0.12, w: box.width, h: box.height * 0.76, text: text.textContent };
    });
    lines.forEach((line, nr) => {
      texts.push(line.text);
      if (!inside(line, block)) wrong.push(["cut", line, block]);
      lines.slice(nr + 1).forEach((other) => {
        const less = (l) => ({ ...l, y: l.y + l.h * 0.2, h: l.h * 0.6 });
        if (over(less(line), less(other))) wrong.push(["lines", line, other]);
      });
    });
  });
  const count = (kind) => found.blocks.filter((one) => one.kind === kind).length;
  const sizes = Array.from(window.svg.querySelectorAll("text"), (text) => Number(text.getAttribute("font-size")));
  const smallest = Math.min(99, ...sizes);
  return {
    wrong: wrong.slice(0, 3), time: Math.min(...times), left: found.left, cut: found.cut, size: found.size, smallest,
    shown: [count("child"), count("theme"), count("person")], groups: groups.length, texts,
    found: JSON.stringify(found), height: found.height,
  };
}"""


@pytest.fixture
def page(visitor: Visitor) -> Iterator[Page]:
    visit = visitor.visit("/", width=1600)
    start = f"/static/{static_mark()}/js"
    visit.page.evaluate(
        """start => Promise.all([import(`${start}/placing.js`), import(`${start}/drawing.js`)]).then(([a, b]) => {
          window.drawing = { ...a, ...b };
          const main = document.querySelector("main");
          main.innerHTML = "<svg></svg>";
          window.svg = main.firstChild;
        })""",
        start,
    )
    visit.page.evaluate("document.fonts.load('20px Andika').then(() => document.fonts.load('700 20px Andika'))")
    yield visit.page
    assert not visit.complaints


def judge(page: Page, sheet: dict[str, Any], paper: dict[str, int]) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(JUDGE, [sheet, paper])
    return found


def sheet(themes: int, people: int, dice: random.Random) -> dict[str, Any]:
    def how() -> dict[str, Any]:
        answer = dice.randint(1, 6)
        return {"how": answer, "word": WORDS[answer - 1], "wish": dice.random() < 0.4}

    def who() -> dict[str, Any]:
        helps, knows = dice.random() < 0.5, dice.random() < 0.5
        return {"role": dice.choice(NAMES[:6]), "ring": dice.randint(1, 3), "helps": helps, "knows": knows}

    return {
        "name": dice.choice([*NAMES, ""]),
        "themes": [{"name": dice.choice(NAMES), **how()} for _ in range(themes)],
        "people": [{"name": dice.choice([*NAMES, ""]), **who()} for _ in range(people)],
        "labels": LABELS,
    }


def test_any_sheet_is_drawn_whole_without_overlap_and_quickly(page: Page) -> None:
    seen = slowest = 0.0
    for seed in range(SHEETS):
        dice = random.Random(seed)
        # Sheets of everyday size and the largest in turn.
        themes, people = (
            (dice.randint(0, 40), dice.randint(0, 30)) if seed % 2 else (dice.randint(0, 9), dice.randint(0, 8))
        )
        asked = sheet(themes, people, dice)
        paper = PAGES[seed % len(PAGES)]
        found = judge(page, asked, paper)
        assert not found["wrong"], (seed, paper, found["wrong"])
        assert found["shown"] == [1, themes - found["left"]["themes"], people - found["left"]["people"]]
        assert found["groups"] == sum(found["shown"])
        # Other work on the machine only makes a drawing slower: the best of three counts.
        best = found["time"]
        if best >= MILLISECONDS:
            best = min(best, *(judge(page, asked, paper)["time"] for _ in range(2)))
        assert best < MILLISECONDS, (seed, paper, best)
        assert found["smallest"] >= 8, (seed, found["smallest"])
        seen += 1
        slowest = max(slowest, best)
    assert seen == SHEETS
    print(f"slowest of {SHEETS}: {slowest:.0f} ms")


@pytest.mark.parametrize("paper", PAGES, ids=lambda paper: "x".join(str(part) for part in paper.values()))
def test_forty_themes_and_thirty_people_are_all_there(page: Page, paper: dict[str, int]) -> None:
    dice = random.Random(1)
    asked = sheet(40, 30, dice)
    for group in ("themes", "people"):
        for at, one in enumerate(asked[group]):
            one["name"] = f"{'Theater en dans'[: 4 + at % 12]} {at}"
    found = judge(page, asked, paper)
    assert not found["wrong"]
    assert found["left"] == {"themes": 0, "people": 0}
    assert found["shown"] == [1, 40, 30]


def test_what_does_not_fit_is_counted(page: Page) -> None:
    asked = {**sheet(40, 30, random.Random(2)), "name": "W" * 60}
    for one in (*asked["themes"], *asked["people"]):
        one["name"] = "W" * 60
    found = judge(page, asked, PAGES[2])
    assert not found["wrong"]
    whole = found["shown"][1] + found["left"]["themes"], found["shown"][2] + found["left"]["people"]
    assert whole == (40, 30)
    assert found["cut"] or found["left"]["themes"]
    small = judge(page, asked, {"width": 300, "height": 200})
    assert not small["wrong"]
    assert small["left"]["themes"] + small["shown"][1] == 40
    assert small["left"]["themes"] > 0


def test_the_same_sheet_gives_the_same_drawing(page: Page) -> None:
    for seed in range(4):
        asked = sheet(8, 6, random.Random(seed))
        drawings = {judge(page, asked, PAGES[seed])["found"] for _ in range(3)}
        assert len(drawings) == 1


def test_one_theme_and_none(page: Page) -> None:
    for themes, people in ((0, 0), (1, 0), (0, 1), (1, 1)):
        for paper in PAGES:
            found = judge(page, sheet(themes, people, random.Random(3)), paper)
            assert not found["wrong"], (themes, people, paper, found["wrong"])
            assert found["shown"] == [1, themes, people]
