"""docs/beheer.md works to the letter, and nothing it puts up writes down what someone reads."""

import gzip
import http.client
import json
import re
import shutil
import ssl
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import closing

import pytest
from playwright.sync_api import Browser

from tests.browser.answering import PAGES, WORRY, fill_in, summary
from tests.browser.coding import WHOLE, read
from tests.browser.conftest import CTS
from tests.conftest import shipped
from tests.deploy.following import Machine, blocks, certificate, commit, machine

pytestmark = pytest.mark.full
SECRET = "geheimezoekvraag"


@pytest.fixture(scope="module")
def put_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    assert shutil.which("nginx", path="/usr/sbin:/usr/bin"), "nginx ontbreekt: draai `make test`."
    made = machine(tmp_path_factory.mktemp("machine"))
    made.place.chmod(0o755)
    try:
        for one in blocks()["Van niets naar een site"]:
            made.follow(one)
        yield made
    finally:
        made.stop()


def get(machine: Machine, address: str, **headers: str) -> tuple[bytes, dict[str, str]]:
    asked = urllib.request.Request(machine.address + address, headers=headers)
    with urllib.request.urlopen(asked, timeout=20) as response:
        names = {name.lower() for name in response.headers}
        return response.read(), {name: ", ".join(response.headers.get_all(name, [])) for name in names}


def test_every_heading_with_commands_is_followed_here() -> None:
    first = ["Van niets naar een site", "Https", "Nieuwe inhoud", "Terug naar hoe het was"]
    assert list(blocks()) == [*first, "Een nieuw programma"]
    assert [len(found) for found in blocks().values()] == [4, 1, 1, 1, 1]


def test_the_site_is_there_packed_and_with_its_headers(put_up: Machine) -> None:
    health = json.loads(get(put_up, "/gezond")[0])
    assert (health["in_orde"], health["keuzehulpen"], health["weggelaten"]) == (True, len(shipped().entries), 0)
    plain, headers = get(put_up, f"{CTS}/alles")
    packed, packed_headers = get(put_up, f"{CTS}/alles", **{"Accept-Encoding": "gzip"})
    assert gzip.decompress(packed) == plain
    assert len(packed) < len(plain) / 4
    assert packed_headers["content-encoding"] == "gzip"
    assert "content-encoding" not in headers
    assert headers["content-security-policy"].startswith("default-src 'none'; ")
    assert headers["server"] == "nginx"
    found, search = get(put_up, "/zoeken?q=hernia", **{"Accept-Encoding": "gzip"})
    assert search["cache-control"] == "no-store"
    assert b"Hernia" in gzip.decompress(found)


def test_nginx_keeps_what_is_the_same_for_everyone_and_nothing_else(put_up: Machine) -> None:
    log = put_up.place / "var/log/nginx/keuzehulp.log"
    style = re.findall(r"/static/[^\"]+\.css", get(put_up, "/")[0].decode())[0]
    shared = [f"{CTS}/afspraken", "/suggesties.json", style]
    own = ["/zoeken?q=hernia", f"{CTS}/start?opties=x1", "/gezond", f"{style}?q=1"]
    own.append(style.replace(style.split("/")[2], "oud"))
    for address, then in [*((one, "HIT") for one in shared), *((one, "MISS") for one in own)]:
        _, headers = get(put_up, address, **{"Accept-Encoding": "gzip"})
        _, again = get(put_up, address, **{"Accept-Encoding": "gzip"})
        assert "x-accel-expires" not in headers | again, address
        assert again.get("vary") in {None, "Accept-Encoding"}, address
        told = log.read_text(encoding="utf-8").splitlines()[-1].split()[3]
        assert told == then, (address, told)


def asked_from_elsewhere(machine: Machine, address: str) -> tuple[int, str | None]:
    """The status of an answer and where it leads, for who asks from another address than the machine's own first."""
    with closing(http.client.HTTPConnection("127.0.0.1", machine.port, 20, ("127.0.0.2", 0))) as other:
        other.request("GET", address)
        answer = other.getresponse()
        answer.read()
        return answer.status, answer.headers["Location"]


def asked_securely(address: str, trusted: ssl.SSLContext, seconds: float = 20) -> tuple[Mapping[str, str], str]:
    """The headers and the page that a server gives which may still have to begin."""
    end = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(address, timeout=20, context=trusted) as response:
                return response.headers, response.read().decode()
        except OSError:
            assert time.monotonic() < end
            time.sleep(0.1)


def test_https_is_on_and_whoever_comes_without_is_led_to_it(put_up: Machine) -> None:
    trusted = ssl.create_default_context(cafile=str(certificate(put_up)))
    for one in blocks()["Https"]:
        put_up.follow(one)
    # `systemctl reload` returns before nginx listens at the new place.
    headers, page = asked_securely(f"https://127.0.0.1:{put_up.secure_port}{CTS}/start", trusted)
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "Carpaletunnelsyndroom" in page
    led = f"https://keuzehulp.example{CTS}/start?opties=afwachten"
    # Workers of before the reload may still answer for a moment.
    end = time.monotonic() + 20
    while asked_from_elsewhere(put_up, f"{CTS}/start?opties=afwachten") != (301, led):
        assert time.monotonic() < end
        time.sleep(0.1)
    assert json.loads(get(put_up, "/gezond")[0])["in_orde"], "the machine itself still looks without https"
    assert CTS not in put_up.logs()


def test_new_content_comes_and_goes_without_a_stop(put_up: Machine) -> None:
    before = json.loads(get(put_up, "/gezond")[0])["inhoud"]
    content = put_up.place / "git/inhoud.git"
    folder = content / "hernia-2"
    shutil.copytree(content / "hernia", folder, ignore=shutil.ignore_patterns("versies"))
    file = folder / "keuzehulp.yaml"
    text = file.read_text(encoding="utf-8")
    number = next(line for line in text.splitlines() if line.startswith("nr: "))
    file.write_text(text.replace(number, "nr: 900", 1), encoding="utf-8")
    commit(content, "een keuzehulp erbij")
    put_up.follow(blocks()["Nieuwe inhoud"][0])
    changed = wait_for_other(put_up, before)
    assert json.loads(get(put_up, "/gezond")[0])["keuzehulpen"] == len(shipped().entries) + 1
    put_up.follow(blocks()["Terug naar hoe het was"][0])
    assert wait_for_other(put_up, changed) == before


def wait_for_other(machine: Machine, than: str) -> str:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        now: str = json.loads(get(machine, "/gezond")[0])["inhoud"]
        if now != than:
            time.sleep(2)
            return now
        time.sleep(0.1)
    raise AssertionError(f"the content stays {than}: {machine.journal}")


def test_no_log_holds_what_someone_reads_searches_or_answers(put_up: Machine, browser: Browser) -> None:
    context = browser.new_context(base_url=put_up.address)
    page = context.new_page()
    opened = 0
    for name in PAGES:
        page.goto(f"{CTS}/{name}")
        opened += 1
    fill_in(page)
    assert WORRY in summary(page)
    read(page, WHOLE)
    page.goto("/")
    page.get_by_role("searchbox").or_(page.get_by_role("combobox")).first.fill(SECRET)
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken?*")
    for address in ("/k/bestaat-niet/start", "/x", f"{CTS}/start?utm=volgmij", f"/blad%23{WHOLE}"):
        page.goto(address)
    context.close()
    for address in ("/%00", f"/{'a' * 20_000}", "/k//hernia"):
        with pytest.raises(urllib.error.HTTPError):
            get(put_up, address)
    put_up.stop()
    logs = put_up.logs()
    assert opened >= 25
    assert logs.count("\n") >= 40, "the walk must have been written down as times and statuses"
    words = (SECRET, "carpaletunnelsyndroom", "hernia", "zwaluwnest", "naaien", "volgmij", "bestaat-niet", "Chrome")
    for word in (*words, "/k/", "/zoeken", "GET", "127.0.0.1:", WHOLE, WHOLE.replace("-", "")):
        assert word not in logs.replace(put_up.address, ""), word
