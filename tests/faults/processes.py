"""Processes that die, and a log that cannot be written."""

import contextlib
import os
import random
import signal
import time

from tests.faults.outcome import Outcome, outcome
from tests.faults.site import site, visitors

# Seconds between two kills: a new worker is killed too, soon after it came.
AGAIN_SECONDS = 2.5


def kill_worker() -> Outcome:
    """kill -9 of a worker while people read; the other goes on, and a new one comes."""
    with site() as found, visitors(found) as people:
        for _ in range(4):
            os.kill(found.workers()[0], signal.SIGKILL)
            time.sleep(AGAIN_SECONDS)
        time.sleep(3)
        alive = len(found.workers())
        people.stopped.set()
        return outcome("kill -9 of a worker", 4, found, people, restarts=True, note=f"{alive} workers at the end")


def kill_during_reload() -> Outcome:
    """kill -9 of a worker at another moment of each reload."""
    dice = random.Random(14)
    with site() as found, visitors(found) as people:
        for _ in range(4):
            found.reload()
            time.sleep(dice.random() * 1.5)
            with contextlib.suppress(ProcessLookupError, IndexError):
                os.kill(dice.choice(found.workers()), signal.SIGKILL)
            time.sleep(AGAIN_SECONDS)
        time.sleep(3)
        alive = len(found.workers())
        people.stopped.set()
        return outcome("kill -9 during a reload", 4, found, people, restarts=True, note=f"{alive} workers at the end")


def full_disk() -> Outcome:
    """A log on a full disk: the server starts, serves, and reads its content again."""
    with site(log="/dev/full") as found, visitors(found) as people:
        for _ in range(3):
            found.reload()
            time.sleep(2)
        people.stopped.set()
        return outcome("disk full for logs", 3, found, people)
