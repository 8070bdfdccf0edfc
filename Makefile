# `make run` and `make test` do all the set-up: a virtual environment in .venv, with Python's own
# venv and pip. pip's configuration (index, proxy, certificates, constraints) is the machine's own.

.DEFAULT_GOAL := help
.PHONY: help read-aloud run test check bench screenshots profile docs languages clean

PYTHON ?= python3
BIN := .venv/bin
# Two processes: pytest's own summary line still closes the run. `make test ARGS="tests/test_x.py -n0"`
ARGS ?=

help:  ## list the targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 20

run: .venv/installed  ## open the window (sets everything up the first time)
	@if [ -f ui/__main__.py ]; then $(BIN)/python -m ui $(ARGS); \
	else $(BIN)/modeller project met-plan-2025; fi

test: .venv/installed-dev  ## run the tests (sets everything up the first time)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 --dist worksteal \
	  --junit-xml=build/test-results.xml $(ARGS)

check: .venv/installed-dev  ## lint, format, types, direction of imports: what CI runs after the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/installed-bench  ## speed against the common ways of doing the same, as ratios
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks $(ARGS)

screenshots: .venv/installed-dev  ## draw the pictures in docs/images again
	@QT_QPA_PLATFORM=offscreen $(BIN)/python docs/screenshots.py $(ARGS)

docs: .venv/installed-dev  ## write the generated pages in docs/ again
	@QT_QPA_PLATFORM=offscreen $(BIN)/python docs/generate.py $(ARGS)

languages: .venv/installed-dev  ## collect the texts to translate, compile the translations
	@$(BIN)/python docs/languages.py $(ARGS)

read-aloud: .venv/installed  ## read the window as a screen reader would (apt packages: see the script)
	@/usr/bin/python3 tests/read_aloud.py $(ARGS)

profile: .venv/installed-bench  ## where the time goes in a live and in a settled projection
	@$(BIN)/python -m benchmarks.profile $(ARGS)

clean:  ## remove the virtual environment and everything that can be made again
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage .coverage.*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- set-up -----------------------------------------------------------------------------------

.venv/bin/python:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "Python 3.11 or newer is needed, and there is no $(PYTHON) here." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) -V 2>&1). Try: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "Python's venv module is missing. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv .venv

# The stamps hang on pyproject.toml: a changed dependency is installed by the next make.
define install
	@echo "Setting up .venv (once, a few minutes at most) ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.$(1)'
	@touch $@
endef

.venv/installed: pyproject.toml | .venv/bin/python
	$(call install,)

.venv/installed-dev: pyproject.toml | .venv/bin/python
	$(call install,[dev])
	@touch .venv/installed

.venv/installed-bench: pyproject.toml | .venv/bin/python
	$(call install,[dev$(comma)bench])
	@touch .venv/installed .venv/installed-dev

comma := ,
