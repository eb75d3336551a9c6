"""What a reader sees of a page, for tests that look for sentences."""

import re
from html import unescape

from flask.testing import FlaskClient

# Inside a sentence these leave no gap.
_INLINE = re.compile(r"</?(?:strong|em|b|dfn|a)\b[^>]*>")


def text_of(client: FlaskClient, address: str) -> str:
    """The text of a page as a reader sees it, white space folded."""
    html = _INLINE.sub("", client.get(address).get_data(as_text=True))
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())
