"""The command an editor types: what it prints, where, and how it ends."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from engine import library, strict
from tests.conftest import ROOT, TODAY
from web.cli import main


def run(*arguments: str, env: dict[str, str] | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, arguments, env=env)
    return result.exit_code, result.stdout, result.stderr


def test_a_mistake_is_shown_at_its_place_and_the_command_fails(aids: Path, good: str) -> None:
    (aids / "klein" / "keuzehulp.yaml").write_text(good.replace("soort: afwachten", "soort: waakzaam-afwachten"))
    code, out, err = run("controleer", str(aids))
    assert code == 1
    assert re.fullmatch(
        r"\S+/klein/keuzehulp\.yaml:30:12: fout: 'waakzaam-afwachten' is geen soort\. .+ \(onbekende-waarde\)\n", out
    )
    assert err == "1 fout, 0 let op.\n"


def test_a_warning_does_not_fail(aids: Path, good: str) -> None:
    (aids / "klein" / "keuzehulp.yaml").write_text(good.replace("titel: Piepknie", "titel: Piepknie #2"))
    code, out, err = run("controleer", str(aids / "klein"))
    assert (code, err) == (0, "0 fout, 1 let op.\n")
    assert "(tekst-afgekapt)" in out


def test_strict_fails_on_a_warning_and_tells_how_each_aid_reads(aids: Path, good: str) -> None:
    code, _, err = run("controleer", "--streng", str(aids))
    assert code == 0
    assert re.match(r"\S+/klein/keuzehulp\.yaml: \d+ woorden, \d+,\d woorden per zin, \d+,\d opmerkingen ", err)
    (aids / "klein" / "keuzehulp.yaml").write_text(good.replace("titel: Piepknie", "titel: Piepknie #2"))
    for place in (aids, aids / "klein", aids / "klein" / "keuzehulp.yaml"):
        assert run("controleer", str(place))[0] == 0
        code, _, err = run("controleer", "--streng", str(place))
        assert code == 1
        assert err.count("woorden per zin") == 1


@pytest.mark.parametrize(("name", "limit"), [("STRICT_SENTENCE_WORDS", 3), ("STRICT_REMARKS", -1)])
def test_strict_fails_where_the_text_as_a_whole_reads_with_difficulty(
    aids: Path, monkeypatch: pytest.MonkeyPatch, name: str, limit: int
) -> None:
    judged = strict.judge(library.look(aids, "aids", TODAY)[1])
    assert len(judged) == 1
    assert list(strict.problems(judged[0])) == []
    monkeypatch.setattr(strict, name, limit)
    found = list(strict.problems(judged[0]))
    assert [str(problem).startswith("aids/klein/keuzehulp.yaml:1:1: fout: ") for problem in found] == [True]
    assert run("controleer", "--streng", str(aids))[0] == 1


@pytest.mark.walk
def test_every_shipped_aid_is_good_by_the_strict_measure() -> None:
    """The same as the step `inhoud` of `make check`; here with the exact words."""
    code, out, err = run("controleer", "--streng")
    assert code == 0
    assert err.count("woorden per zin") >= 9
    assert re.search(r"\n0 fout, 0 let op", err)
    # Only exceptions that an editor gave a reason for.
    assert all(line.endswith("(UITZONDERING)") for line in out.splitlines())


def test_strict_looks_at_the_dutch_overlays_too(voiced: Path) -> None:
    for place in (voiced, voiced / "klein"):
        files = [Path(one.file).name for one in strict.judge(library.look(place, "aids", TODAY)[1])]
        assert files == ["keuzehulp.yaml", "nl.kind.yaml", "nl.ouder.yaml"]


def test_updating_says_what_is_left_and_refuses_what_is_wrong(voiced: Path) -> None:
    file = voiced / "klein" / "keuzehulp.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("als u loopt", "als u rent"), encoding="utf-8")
    code, out, err = run("bijwerken", "klein", "--aids", str(voiced))
    assert code == 1
    assert "Nog niet: nl.kind situatie. De keuzehulp veranderde, deze tekst niet." in out
    assert "met --klopt-nog" in err
    code, out, err = run("bijwerken", "klein", "--klopt-nog", "--aids", str(voiced))
    assert (code, err) == (0, "")
    assert "Vastgelegd in" in out
    (voiced / "klein" / "en.yaml").write_text("schema: 1\nonzin: Ja.\n", encoding="utf-8")
    code, _, err = run("bijwerken", "klein", "--aids", str(voiced))
    assert code == 1
    assert "Er zijn nog fouten." in err
    for name in ("nl.kind", "nl.ouder", "en"):
        (voiced / "klein" / f"{name}.yaml").unlink()
    code, _, err = run("bijwerken", "klein", "--aids", str(voiced))
    assert code == 1
    assert "Naast deze keuzehulp staat geen overlay." in err


def test_several_places_in_one_run_and_other_formats(aids: Path, good: str) -> None:
    (aids / "klein" / "keuzehulp.yaml").write_text(good.replace("nr: 1\n", "nr: 0\n"))
    (aids / "tweede").mkdir()
    (aids / "tweede" / "keuzehulp.yaml").write_text("a: [\n")
    places = [str(aids / "klein" / "keuzehulp.yaml"), str(aids / "tweede")]
    code, out, _ = run("controleer", *places, "--formaat", "json")
    rows = json.loads(out)
    assert code == 1
    assert [(row["regel"], row["kolom"], row["niveau"], row["id"]) for row in rows] == [
        *((4, 5, "fout", "grootte"), (1, 4, "fout", "haak"))
    ]
    _, out, _ = run("controleer", *places, "--formaat", "github")
    assert out.count("::error file=") == 2


def test_the_folder_comes_from_the_option_or_the_environment(aids: Path, good: str) -> None:
    (aids / "klein" / "keuzehulp.yaml").write_text(good.replace("nr: 1\n", "nr: 0\n"))
    assert run("controleer", "--aids", str(aids))[0] == 1
    assert run("controleer", env={"KEUZEHULP_AIDS": str(aids)})[0] == 1


@pytest.mark.parametrize("content", [None, "", "a: [\n"])
def test_nothing_good_says_so_and_ends(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "x").mkdir()
        (tmp_path / "x" / "keuzehulp.yaml").write_text(content)
    code, _, err = run("start", "--port", "0", "--met-proef", "--aids", str(tmp_path))
    assert code == 1
    assert "Er is geen keuzehulp om te laten zien" in err
    assert "fout:" in err


def test_only_trials_without_the_switch_says_what_to_do(aids: Path) -> None:
    code, _, err = run("start", "--port", "0", "--aids", str(aids))
    assert code == 1
    assert "Met --met-proef ziet u ook proefversies." in err


def test_the_server_serves_the_good_leaves_out_the_bad_and_logs_no_address(aids: Path, good: str) -> None:
    (aids / "kapot").mkdir()
    (aids / "kapot" / "keuzehulp.yaml").write_text(good.replace("titel:", "titul:").replace("nr: 1\n", "nr: 2\n"))
    command = [sys.executable, "-m", "web.cli", "start", "--port", "0", "--met-proef", "--aids", str(aids)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout
        where = re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline())
        assert where
        statuses = {}
        for address in ("/k/klein/start", "/zoeken?q=geheimwoord", "/k/kapot/start", "/k/klein/geheimepagina"):
            try:
                with urllib.request.urlopen(where[0] + address, timeout=10) as response:
                    statuses[address] = response.status
            except urllib.error.HTTPError as error:
                statuses[address] = error.code
                error.close()
        request = urllib.request.Request(where[0], headers={"X-Long": "x" * 70_000})
        with pytest.raises(urllib.error.HTTPError) as refused, urllib.request.urlopen(request, timeout=10):
            pass
        refusal = refused.value.read().decode()
    finally:
        server.send_signal(signal.SIGINT)
        out, err = server.communicate(timeout=10)
    assert list(statuses.values()) == [200, 200, 404, 404]
    assert refused.value.code == 431
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in refusal
    assert "kapot/keuzehulp.yaml:7:1: fout: 'titul' kennen we niet" in err
    assert "Niet te zien tot de fouten weg zijn" in err
    assert not [word for word in ("geheim", "klein/start", "zoeken", "GET") if word in out + err]


def test_a_port_that_is_taken_is_said_in_one_sentence(aids: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "web.cli", "start", "--port", port, "--met-proef", "--aids", str(aids)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30)
    assert done.returncode == 1
    assert f"Poort {port} op 127.0.0.1 is niet vrij" in done.stderr
    assert "Traceback" not in done.stderr
