"""Content that is half written when it is read, and a clock that jumps over a review date."""

import time
from datetime import date, timedelta

import yaml

from tests.faults.outcome import Outcome, outcome
from tests.faults.site import site, visitors

HALVES = 8
_OLD = "Deze tekst is oud"


def half_written() -> Outcome:
    """A file cut off at another place before each reload: readers keep what was there, and the log says so."""
    with site() as found, visitors(found) as people:
        file = found.aids / "hernia" / "keuzehulp.yaml"
        whole = file.read_bytes()
        refused = 0
        for number in range(1, HALVES + 1):
            file.write_bytes(whole[: len(whole) * number // (HALVES + 1)])
            before = found.log.count("Niet herladen")
            found.reload()
            refused += found.wait_for_log("Niet herladen", 30, more_than=before)
        file.write_bytes(whole)
        found.reload()
        took = found.wait_for_log("\nHerladen: ", 30)
        time.sleep(2)
        people.stopped.set()
        note = f"{refused} of {HALVES} refused; the whole file {'taken' if took else 'NOT taken'}"
        return outcome("content half written", HALVES, found, people, note=note)


def changing() -> Outcome:
    """A folder that changes while it is read is not taken, or taken whole."""
    with site() as found, visitors(found) as people:
        file = found.aids / "hernia" / "keuzehulp.yaml"
        whole = file.read_bytes()
        end = time.monotonic() + 8
        times = 0
        while time.monotonic() < end:
            found.reload()
            for _ in range(20):
                file.write_bytes(whole[:-100])
                time.sleep(0.01)
                file.write_bytes(whole)
                time.sleep(0.03)
                times += 1
        time.sleep(3)
        people.stopped.set()
        said = found.log.count("Niet herladen"), found.log.count("\nHerladen: ")
        return outcome("content changes while read", times, found, people, note=f"{said[0]} refused, {said[1]} taken")


def clock() -> Outcome:
    """The clock jumps over a review date and back: pages kept from before are not shown after."""
    with site(clocked=True) as found:
        text = (found.aids / "hernia" / "keuzehulp.yaml").read_text(encoding="utf-8")
        day = date.fromisoformat(str(yaml.safe_load(text)["herzien_voor"]))
        found.set_day(day - timedelta(days=1))
        right = 0
        with visitors(found) as people:
            time.sleep(1)
            people.stopped.set()
        jumps = 0
        for days in (-1, 1, -1, 400, -30, 1, 0, -1) * 4:
            found.set_day(day + timedelta(days=days))
            jumps += 1
            for _ in range(4):
                status, body = found.get("/k/hernia/start")
                people.count["requests"] += 1
                told = _OLD in body.decode()
                good = status == 200 and told == (days > 0)
                people.count["good" if good else "wrong"] += 1
                right += good
        return outcome("clock jumps over a review date", jumps, found, people, note=f"{right} pages told it rightly")
