"""How well search finds what people mean: a corpus, a table of queries, and a report (`make zoekrapport`)."""
