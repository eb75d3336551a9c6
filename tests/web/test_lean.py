"""Our scripts reach a browser without the lines that only builders read, and with all others."""

from flask.testing import FlaskClient

from web.lean import script
from web.site import STATIC, asset

SCRIPTS = sorted((STATIC / "js").glob("*.js"))


def test_only_lines_of_comment_are_left_out() -> None:
    assert len(SCRIPTS) >= 30
    for file in SCRIPTS:
        lines = file.read_text(encoding="utf-8").split("\n")
        # A text of more lines could hold a line that only looks like one.
        assert not [line for line in lines if line.count("`") % 2 and "‘`´" not in line], file.name
        assert script(file).split("\n") == [line for line in lines if not line.strip().startswith("//")], file.name


def test_a_browser_gets_them_so_and_other_files_as_they_are(client: FlaskClient) -> None:
    with client.application.test_request_context():
        ours, theirs = asset("js/answers.js"), asset("vendor/lean-qr/nano.mjs")
    served = client.get(ours)
    assert served.mimetype == "text/javascript"
    assert served.get_data(as_text=True) == script(STATIC / "js" / "answers.js")
    assert client.get(ours, headers={"If-None-Match": served.headers["ETag"]}).status_code == 304
    file = STATIC / "vendor" / "lean-qr" / "nano.mjs"
    assert client.get(theirs).get_data() == file.read_bytes()
