"""Faults on purpose, against a real server on loopback: `python -m tests.faults`. Each is bounded in time."""
