"""A hello in Flask on granian, without a line of ours: how soon any start on this machine is."""

import sys

from flask import Flask
from granian import Granian

app = Flask("hello")
app.add_url_rule("/", "hello", lambda: "hello")
app.add_url_rule("/gezond", "gezond", lambda: "ja")

if __name__ == "__main__":
    Granian("tests.bench.bare:app", port=int(sys.argv[1]), interface="wsgi", log_enabled=False).serve()
