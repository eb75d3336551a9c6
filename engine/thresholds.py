"""The one table of limits. Each has its unit and the reason or source."""

# Bytes. A complete aid measures about 40 KiB; a mebibyte leaves room for any real one.
FILE_BYTES = 1024 * 1024
# Nested blocks. The format itself needs 5; the YAML library ends the process at some 50,000.
FILE_DEPTH = 40
# Problems shown per file: a broken indent can make hundreds that say the same.
PROBLEMS_PER_FILE = 200
# Days before `herzien_voor` from which an aid counts as almost due (field.md KH15).
REVIEW_SOON_DAYS = 90
# Words of background text (NICE: only as much as is needed to choose; field.md KH21).
SITUATION_WORDS = 120
# Characters of a search query that are looked at, and different words of it.
QUERY_CHARACTERS = 200
QUERY_WORDS = 12
# Results shown for a query.
SEARCH_HITS = 10
# Letters a word needs before a typing error in it is forgiven: shorter words are too alike.
TYPO_LETTERS = 4
