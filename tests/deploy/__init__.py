"""A site put up by following docs/beheer.md to the letter, on loopback."""
