"""The server of a checkout: waitress, which keeps no access log. The only importer of waitress."""

import logging

from flask import Flask
from waitress.server import create_server

# Bytes. What is larger never reaches the program; what is smaller gets our own page.
_BODY_BYTES = 1024 * 1024
_HEADER_BYTES = 64 * 1024


class _NoAddress(logging.Filter):
    """Keeps the address of a page out of what waitress says when a request fails."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = "De server kon een verzoek niet afmaken.", ()
        return True


def serve(app: Flask, host: str, port: int) -> None:
    """Serve until stopped. Port 0 takes a free one. Says where on standard output, and logs no request."""
    logging.getLogger("waitress").addFilter(_NoAddress())
    server = create_server(
        app,
        host=host,
        port=port,
        threads=4,
        ident=None,
        max_request_body_size=_BODY_BYTES,
        max_request_header_size=_HEADER_BYTES,
    )
    print(f"Keuzehulp staat klaar: http://{host}:{server.effective_port}  (stoppen: Ctrl+C)", flush=True)
    server.run()
