"""The stem of a word: what its forms share. The only importer of Stemmer (Snowball's Dutch, Kraaij-Pohlmann)."""

from functools import lru_cache

import Stemmer

# Words whose forms the stemmer does not bring together.
_BY_HAND = {
    "kinderen": "kind",
    "kinder": "kind",
    "kinderens": "kind",
    "knieën": "knie",
    "knieen": "knie",
    "knietje": "knie",
    "knietjes": "knie",
    "babys": "baby",
    "baby's": "baby",
    "baby’s": "baby",
    "koeien": "koe",
    "eieren": "ei",
    "ogen": "oog",
    "oren": "oor",
    "puistjes": "puist",
    "puistje": "puist",
    "bestraald": "bestraal",
    "vergruisd": "vergruis",
    "gebroken": "breek",
    "gezwollen": "zwel",
    "dove": "doof",
    "zere": "zeer",
    "zieke": "ziek",
    "menstrueren": "menstrueer",
    "menstrueer": "menstrueer",
    "menstrueel": "menstrueer",
}
# No cache of its own: the one below also spares the call.
_STEMMER = Stemmer.Stemmer("dutch", 0)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a word, in small letters."""
    small = word.lower()
    found: str = _BY_HAND.get(small) or _STEMMER.stemWord(small)
    return found
