# `make run` and `make test` do all the set-up: a virtual environment in .venv, with Python's own
# venv and pip. pip's configuration (index, proxy, certificates, constraints) is the machine's own.

.DEFAULT_GOAL := help
.PHONY: help read-aloud run library wasm test coverage mutants test-lowest fuzz soak night check bench \
  screenshots profile \
  docs examples notebooks manual languages clean bundle test-bundle installers sbom wheel install-desktop uninstall-desktop

PYTHON ?= python3
BIN := .venv/bin
# Two processes: pytest's own summary line still closes the run. `make test ARGS="tests/test_x.py -n0"`
ARGS ?=
# What touches each library that the modeller asks for, in a minute
LOWEST := $(addprefix tests/test_,kernel.py places_mixes.py briefing_files.py briefing_pages.py \
  briefing_slides.py chart.py window_start.py records.py record_cells.py)

help:  ## list the targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 20

run: .venv/installed-compiler .venv/machine-code  ## open the window (sets everything up the first time)
	@$(BIN)/python -m ui $(ARGS)

library: .venv/installed-compiler  ## compile the kernels ahead, for every processor of this platform
	@$(BIN)/python -m modeller.kernel.library_build

wasm: .venv/installed-pages  ## compile the live kernel for explorable pages (committed)
	@$(BIN)/python -m modeller.kernel.wasm_build

test: .venv/installed-dev  ## run the tests (sets everything up the first time)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 --dist worksteal \
	  --junit-xml=build/test-results.xml $(ARGS)

coverage: .venv/installed-dev  ## what the tests reach; ARGS=required: the files that must be complete
	@$(BIN)/python .ci/reached.py $(ARGS)

mutants: .venv/installed-dev  ## small faults put into the code, one by one: do the tests notice?
	@$(BIN)/python .ci/mutants.py $(ARGS)

check: .venv/installed-dev  ## lint, format, types, direction of imports: what CI runs after the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test-lowest: .venv-lowest/installed  ## run some of the tests with the lowest versions allowed
	@# beside them stand the newest of what they bring along, which they may use in old ways
	@QT_QPA_PLATFORM=offscreen .venv-lowest/bin/python -m pytest -n 2 --dist worksteal \
	  -W ignore::DeprecationWarning $(or $(ARGS),$(LOWEST))

night: .venv/installed-fuzz  ## all long runs and every reader fuzzed, minutes each: make night ARGS=60
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -W ignore -m benchmarks.soak night $(ARGS)

soak: .venv/installed-dev  ## long runs against faults: make soak ARGS="kills save 1000"
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -W ignore -m benchmarks.soak $(ARGS)

fuzz: .venv/installed-fuzz  ## fuzz a reader: make fuzz ARGS="scenario 600"
	@$(BIN)/python -m benchmarks.soak.fuzz $(ARGS)

bench: .venv/installed-bench  ## speed against the common ways of doing the same, as ratios
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks $(ARGS)

screenshots: .venv/installed-dev  ## draw the pictures in docs/images again
	@QT_QPA_PLATFORM=offscreen $(BIN)/python docs/screenshots.py $(ARGS)

docs: .venv/installed-dev  ## write the generated pages in docs/ again
	@QT_QPA_PLATFORM=offscreen $(BIN)/python docs/generate.py $(ARGS)

examples: .venv/installed-dev  ## write the example briefings in docs/examples again (minutes)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python docs/examples/write.py $(ARGS)

notebooks: .venv/installed-dev  ## run the manual's notebooks and keep what they show (a minute)
	@$(BIN)/python docs/run_notebooks.py

manual: .venv/installed-manual  ## make a site of docs/ in build/manual; a dead link fails
	@$(BIN)/sphinx-build -W --keep-going -q -b html docs build/manual
	@echo "build/manual/index.html"

languages: .venv/installed-dev  ## collect the texts to translate, compile the translations
	@$(BIN)/python docs/languages.py $(ARGS)

read-aloud: .venv/installed  ## read the window as a screen reader would (apt packages: see the script)
	@/usr/bin/python3 -m tests.read_aloud $(ARGS)

profile: .venv/installed-bench  ## where the time goes in a live and in a settled projection
	@$(BIN)/python -m benchmarks.profile $(ARGS)

bundle: library build/bundle-environment/installed  ## a folder that runs without Python, in dist
	@build/bundle-environment/bin/pyinstaller --noconfirm --log-level WARN \
	  --workpath build/bundle ui/packaging/modeller.spec
	@du -sh dist/policy-scenario-modeller

# Not among what CI runs: it takes minutes. PROGRAMS=/usr/bin tries what a package installed.
test-bundle: .venv/installed-dev $(if $(PROGRAMS),,bundle)  ## every command and the window of the bundle
	@MODELLER_PROGRAMS=$(PROGRAMS) QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n0 \
	  tests/installed/check_commands.py tests/installed/check_machines.py tests/installed/check_window.py \
	  $(ARGS)

installers: bundle  ## of the bundle, what is handed out for Linux: deb, tar.xz, checksums
	@build/bundle-environment/bin/python -m ui.packaging.installers deb tar.xz sums

sbom: build/bundle-environment/installed  ## what the bundle is made of, as CycloneDX, in dist
	@mkdir -p dist
	@build/bundle-environment/bin/python -m ui.packaging.sbom dist/policy-scenario-modeller.cdx.json

wheel: .venv/installed-dev  ## sdist and wheel, in dist
	@$(BIN)/python -m hatchling build --directory dist

install-desktop:  ## menu entry, icon and file type, for this user of a Linux desktop
	@sh ui/packaging/desktop.sh install

uninstall-desktop:  ## take them away again
	@sh ui/packaging/desktop.sh uninstall

clean:  ## remove the virtual environment and everything that can be made again
	rm -rf .venv .venv-lowest build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage .coverage.*
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
	@MODELLER_LIBRARY=off $(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.$(1)'
	@touch $@
endef

.venv/installed: pyproject.toml | .venv/bin/python
	$(call install,)

.venv/installed-compiler: pyproject.toml | .venv/bin/python
	$(call install,[compiler])
	@touch .venv/installed

.venv/installed-dev: pyproject.toml | .venv/bin/python
	$(call install,[dev])
	@touch .venv/installed .venv/installed-compiler

.venv/installed-pages: pyproject.toml | .venv/bin/python
	$(call install,[dev$(comma)pages])
	@touch .venv/installed .venv/installed-dev

.venv/installed-bench: pyproject.toml | .venv/bin/python
	$(call install,[dev$(comma)bench])
	@touch .venv/installed .venv/installed-dev

.venv/installed-fuzz: pyproject.toml | .venv/bin/python
	$(call install,[dev$(comma)fuzz])
	@touch .venv/installed .venv/installed-dev

# For this processor alone; without a C compiler numba makes it, and keeps it. A window would have
# that done in the background, and move its charts haltingly until it is there.
.venv/machine-code: $(wildcard modeller/kernel/*.py modeller/model/*.py) | .venv/installed-compiler
	@echo "Preparing the fast engine (once, half a minute) ..."
	@$(BIN)/python -m modeller.kernel.library_build --here >/dev/null || \
	  $(BIN)/python -m modeller.kernel >/dev/null
	@touch $@

# Nothing of the tests' own tools is lowered, only what the modeller asks for.
.venv-lowest/installed: pyproject.toml .ci/lowest.py
	@echo "Setting up .venv-lowest (a few minutes at most) ..."
	@$(PYTHON) -m venv --clear .venv-lowest
	@$(PYTHON) .ci/lowest.py compiler > .venv-lowest/constraints.txt
	@MODELLER_LIBRARY=off .venv-lowest/bin/python -m pip install -qq --disable-pip-version-check \
	  --constraint .venv-lowest/constraints.txt --editable '.[compiler]' \
	  hypothesis jsonschema packaging pypdf pytest pytest-qt pytest-xdist scipy
	@touch $@

.venv/installed-manual: pyproject.toml | .venv/bin/python
	$(call install,[manual])
	@touch .venv/installed

# An environment of its own: what is installed for the tests must not get into the bundle.
build/bundle-environment/installed: pyproject.toml | .venv/bin/python
	@echo "Setting up build/bundle-environment (a few minutes at most) ..."
	@$(PYTHON) -m venv build/bundle-environment
	@MODELLER_LIBRARY=off build/bundle-environment/bin/python -m pip install -qq --disable-pip-version-check \
	  --editable '.[bundle]'
	@touch $@

comma := ,
