"""Freeze the Dutch word frequencies that the program ships. Run by hand; the result is in Git.

The program itself never needs wordfreq: an update of it cannot move a result, and 57 MB stays out of the wheel.
"""

import subprocess
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "engine" / "words" / "data" / "frequencies.txt"
VERSION = "3.1.1"
# Zipf: the power of ten per billion words. Below this a word is rare whatever its exact number.
LOWEST = 2.0
READ = f"""
import math, re, wordfreq
word = re.compile(r"[^\\W\\d_]+(?:['’-][^\\W\\d_]+)*")
for name, share in wordfreq.get_frequency_dict("nl", "large").items():
    zipf = round(math.log10(share) + 9, 1)
    if zipf >= {LOWEST} and word.fullmatch(name):
        print(f"{{zipf}} {{name}}")
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        binary = Path(folder) / "bin"
        subprocess.run([binary / "pip", "install", "--quiet", f"wordfreq=={VERSION}"], check=True)
        done = subprocess.run([binary / "python", "-c", READ], check=True, capture_output=True, text=True)
    blocks: dict[float, list[str]] = {}
    for line in done.stdout.splitlines():
        zipf, word = line.split()
        blocks.setdefault(float(zipf), []).append(word)
    lines = [f"# {zipf}\n" + "\n".join(sorted(blocks[zipf])) + "\n" for zipf in sorted(blocks, reverse=True)]
    TARGET.write_text("".join(lines), encoding="utf-8")
    print(f"{sum(map(len, blocks.values()))} words in {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
