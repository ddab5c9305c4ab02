# One toolbox. `make help` lists what there is; CI calls the same targets.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PORT ?= $(or $(OTHERSIDE_PORT),8000)
PY := .venv/bin/python
BIN := .venv/bin
UNMARKED := not sandbox and not postgres and not contract and not e2e and not processes and not soak

.PHONY: help setup run check test soak fix docs pictures lock clean

help: ## List the targets
	@grep -hE '^[a-z%-]+:.*?## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: ## Install what is missing: system packages, .venv, front end
	@scripts/setup

run: ## Set up and serve the demo company on localhost (PORT=8000)
	@scripts/setup run
	@# Python's compiled files are kept, whatever the shell says: without them every start compiles all anew.
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/otherside demo --port $(PORT)

check: ## Linters, types and the fast tests
	@scripts/setup
	@scripts/check

test: ## Every test but soak: both databases, sandbox, Node, browser
	@scripts/setup
	@scripts/test

soak: ## Long kills and all attacks
	@scripts/setup
	$(BIN)/pytest tests -q -m soak
	$(BIN)/pytest tests/attacks -q
	HYPOTHESIS_PROFILE=soak scripts/fast -m "hypothesis and $(UNMARKED)"

fix: ## Format and mend what linters can mend
	$(BIN)/ruff format src tests benchmarks docs
	$(BIN)/ruff check --fix src tests benchmarks docs
	$(BIN)/djlint --reformat --quiet src/otherside
	npx biome check --write frontend

docs: ## Build the documentation into docs/_build
	@scripts/setup
	$(BIN)/sphinx-build -q -W -b html docs docs/_build

pictures: ## Take the docs' pictures of the real pages anew
	@scripts/setup
	$(PY) scripts/pictures

bench-%: ## Run one benchmark beside its peers: bench-pages, bench-room, bench-relay
	@scripts/setup
	$(PY) -m benchmarks.$*.run

lock: ## Lock the Python dependencies anew, with hashes
	$(BIN)/uv pip compile -q --generate-hashes --no-emit-index-url --python-version 3.11 requirements.in -o requirements.txt
	$(BIN)/uv pip compile -q --generate-hashes --no-emit-index-url --python-version 3.11 requirements-dev.in -o requirements-dev.txt

clean: ## Remove what was built; keeps var/, where the data is
	rm -rf .venv node_modules .setup docs/_build src/otherside/web/static/room .mypy_cache .ruff_cache .pytest_cache
