"""Faults on purpose, against a real server on loopback (`python -m tests.faults`); each is bounded in time and counts."""
