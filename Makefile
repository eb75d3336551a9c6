# One verb per task. `make start` and `make test` are all a newcomer needs.
PYTHON ?= python3
BIN := .venv/bin
RUN_LOCK := .lock/run.txt
TEST_LOCK := .lock/test.txt
# A machine that keeps no compiled modules would compile them for every process that a test starts.
unexport PYTHONDONTWRITEBYTECODE
PIP_FLAGS := --quiet --disable-pip-version-check

.PHONY: start check test test-all bench zoekrapport bronnen docs talen lock clean

start: .venv/.run
	$(BIN)/keuzehulp start --met-proef

.venv/.run: $(RUN_LOCK) pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 of nieuwer is nodig.")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install $(PIP_FLAGS) --require-hashes -r $(RUN_LOCK)
	$(BIN)/pip install $(PIP_FLAGS) --no-deps --no-build-isolation -e .
	touch $@

.venv/.test: .venv/.run $(TEST_LOCK)
	$(BIN)/pip install $(PIP_FLAGS) --require-hashes -r $(TEST_LOCK)
	sh .ci/chromium
	touch $@

check: .venv/.test
	$(BIN)/python .ci/check.py

test: check
	$(BIN)/pytest -q -n 2 -m walk

test-all: test
	$(BIN)/pytest -q -n 2 -m full

bench: .venv/.test
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.site

zoekrapport: .venv/.test
	$(BIN)/python -m tests.search

bronnen: .venv/.run
	@test -n "$(SLUG)" || { echo "Noem een keuzehulp: make bronnen SLUG=carpaletunnelsyndroom" >&2; exit 1; }
	@$(BIN)/keuzehulp bronnen "$(SLUG)"

docs: .venv/.test
	$(BIN)/python -m tests.documents

talen: .venv/.test
	$(BIN)/python -m tests.languages

lock: .venv/.test
	$(BIN)/python .ci/lock.py

clean:
	rm -rf .venv dist .pytest_cache .mypy_cache .ruff_cache .hypothesis test-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
