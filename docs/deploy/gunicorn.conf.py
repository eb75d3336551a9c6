"""For who prefers gunicorn: the same site, forked after loading, with the same reload on SIGHUP.

    pip install gunicorn
    KEUZEHULP_AIDS=/srv/keuzehulp/aids gunicorn --config gunicorn.conf.py

Settings stand in the environment: KEUZEHULP_AIDS, KEUZEHULP_VOORRAAD, KEUZEHULP_THEMA, KEUZEHULP_ADRES, and
KEUZEHULP_MET_PROEF=ja. A slow visitor holds a thread of gunicorn: let nginx stand before it.
"""

from web import starting

wsgi_app = "web.starting:application()"
bind = "127.0.0.1:8000"
workers = 2
worker_class = "gthread"
threads = 4
preload_app = True
graceful_timeout = 10
timeout = 30
# Bytes, as in the other servers.
limit_request_line = 8190
limit_request_field_size = 8190
# No request is written down: which page someone reads is about their health.
accesslog = None
# A warning would name the address that someone asked for.
loglevel = "error"


def on_reload(server):
    """New workers fork from this process, so here is where it takes the new content."""
    starting.from_environment().reload()
    server.app.callable = starting.application()
