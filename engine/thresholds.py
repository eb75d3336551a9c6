"""The one table of limits. Each has its unit and the reason or source."""

# Bytes. A complete aid measures about 40 KiB; a mebibyte leaves room for any real one.
FILE_BYTES = 1024 * 1024
# Nested blocks. The format itself needs 5; the YAML library ends the process at some 50,000.
FILE_DEPTH = 40
# Problems shown per file: a broken indent can make hundreds that say the same.
PROBLEMS_PER_FILE = 200
# Days before `herzien_voor` from which an aid counts as almost due (field.md KH15).
REVIEW_SOON_DAYS = 90
# Days after `herzien_voor` from which search shows an aid last (part 5; field.md KH15).
REVIEW_LONG_AGO_DAYS = 180
# Months ahead that `herzien_voor` may lie: evidence ages (leidraad step 9; field.md KH14).
REVIEW_MONTHS = 36
# Words of background text (NICE: only as much as is needed to choose; field.md KH21).
SITUATION_WORDS = 120
# Characters of a search query that are looked at, and different words of it.
QUERY_CHARACTERS = 200
QUERY_WORDS = 12
# Results shown for a query.
SEARCH_HITS = 10
# Share of what a query says that a document must have to be an answer at all (measured: make zoekrapport).
SEARCH_SHARE = 0.44
# The same where one word says as much as SEARCH_TELLING by itself, such as the name of a disease.
SEARCH_SHARE_TELLING = 0.34
SEARCH_TELLING = 0.55
# Share of the best score below which a further hit is not shown.
SEARCH_BESIDE_BEST = 0.53
# Texts of an aid that are suggested while typing, and their letters: 200 aids must fit in 15 KiB.
SUGGESTED_WORDS = 10
SUGGESTED_LETTERS = 130
# Of those, how many search words come before the names of the options.
SUGGESTED_FIRST = 8
# Letters a word needs before a typing error in it is forgiven: shorter words are too alike.
TYPO_LETTERS = 4
# Times the words of the middle option that an option may have more, or less: a remark, then a mistake (KH05).
OPTION_WORDS_FACTOR = 1.5
OPTION_WORDS_FACTOR_MAX = 2.5
# Pros, or cons, that one option may have more than another (field.md KH05).
PROS_OR_CONS_APART = 2
# Words in the name of an option: a longer name weighs more than its neighbour (field.md KH22).
OPTION_NAME_WORDS = 4
# The longest `betekent` of a question beside the shortest: times its words and words more, both passed (KH05).
MEANING_WORDS_FACTOR = 1.5
MEANING_WORDS_APART = 6
# Words of a sentence or list item: more is a remark, many more a mistake (readability: 8% and 2% of plain sentences).
SENTENCE_WORDS = 15
SENTENCE_WORDS_MAX = 20
# Words of the mean sentence in the texts for a child (part 11).
CHILD_SENTENCE_WORDS = 9
# Zipf of a word below which it is called difficult, and that of the parts a compound must have to be easy.
COMMON_WORD = 3.0
COMMON_PART = 3.3
# Zipf below which a word of this many letters is a mistake instead of a remark.
RARE_WORD = 2.0
RARE_LETTERS = 10
# Words that start a subordinate clause in one sentence, and commas, from which it is a remark.
SUBORDINATE_CLAUSES = 3
SENTENCE_COMMAS = 4
# Words between the parts of a verb, in a sentence of more than so many words: worth a look.
VERB_GAP = 7
VERB_GAP_SENTENCE = 12
# Words of a text below which LIX and Brouwer say nothing (readability 2c).
SCORE_WORDS = 100
# Points of LIX, and remarks per 100 words, that one option may differ from another (readability, OPTIE-BALANS).
OPTION_LIX_APART = 6
OPTION_REMARKS_APART = 4
# `controleer --streng`: words of the mean sentence, and remarks per 100 words, lists of exceptions not counted off
# (readability 2c: plain texts about care have 7.5 to 12.4, and up to 4.3).
STRICT_SENTENCE_WORDS = 12
STRICT_REMARKS = 4
# Remarks about one loose text: who gets more has seen enough, and a page of code must not take minutes.
REMARKS_PER_TEXT = 2000
# Characters of a text that a reader writes; shape.js and antwoorden.schema.json say the same.
OWN_CHARACTERS = 500
