"""The domain of Keuzehulp: content files in, aids and problems out. Knows no web, no clock and no git."""
