"""The server of a checkout: waitress, which keeps no access log. The only importer of waitress."""

import logging
from typing import TYPE_CHECKING, Any

from waitress.server import create_server
from waitress.utilities import Error

from web import headers

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

# Bytes. What is larger never reaches the program.
_BODY_BYTES = 1024 * 1024
_HEADER_BYTES = 64 * 1024
_PAGE = (
    '<!doctype html><html lang="nl"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    "<title>Dit verzoek kunnen wij niet lezen</title>"
    "<h1>Dit verzoek kunnen wij niet lezen</h1><p>Misschien is het adres te lang.</p>"
    '<p><a href="/">Zoek een keuzehulp</a></p></html>'
)


class _NoAddress(logging.Filter):
    """Keeps the address of a page out of what waitress says when a request fails."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = "De server kon een verzoek niet afmaken.", ()
        return True


def _plain_page(error: Any, _ident: object = None) -> tuple[str, list[tuple[str, str]], bytes]:
    """What waitress answers to a request that it does not pass on: our page instead of its own English text."""
    found = {"Content-Type": "text/html; charset=utf-8", "Connection": "close", **headers.SECURITY}
    return f"{error.code} {error.reason}", list(found.items()), _PAGE.encode()


def listen(app: "WSGIApplication", host: str, port: int) -> Any:
    """A server bound to an address; port 0 takes a free one. Raises OSError or ValueError where that cannot be."""
    logging.getLogger("waitress").addFilter(_NoAddress())
    # That a short queue forms is no news to who runs the site.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    Error.to_response = _plain_page
    return create_server(
        app,
        host=host,
        port=port,
        threads=4,
        ident=None,
        max_request_body_size=_BODY_BYTES,
        max_request_header_size=_HEADER_BYTES,
    )


def serve(server: Any) -> None:
    """Serve until stopped. Says where on standard output, and logs no request."""
    bound = getattr(server, "effective_listen", None) or [(server.effective_host, server.effective_port)]
    host, port = bound[0]
    address = f"[{host}]" if ":" in host else host
    print(f"Keuzehulp staat klaar: http://{address}:{port}  (stoppen: Ctrl+C)", flush=True)
    server.run()
