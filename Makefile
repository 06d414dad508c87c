# Every target sets up what it needs; nothing but Python 3.11 (with venv) and make is expected.
# .venv is rebuilt when the lock file changes.

PYTHON ?= python3
BIN := .venv/bin
PIP_FLAGS := --quiet --quiet --disable-pip-version-check

.PHONY: demo test view screenshots lint help docs licences audit release readme lock clean

demo: .venv/run          ## set up and run the main job on seeds/
	$(BIN)/truecopy score seeds/reference.txt seeds/roundtrip.txt seeds/excerpt.txt seeds/ocr.txt seeds/edited.txt seeds/related.txt
	$(BIN)/truecopy families seeds/*.txt
	@echo
	@echo "That is the whole of it in text: what each version is, what went wrong, and which files belong together."
	@echo "Read on in docs/tutorial.md, or see it side by side: make view"

test: .venv/dev          ## set up and pass every check and test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto

view: .venv/dev          ## open the viewer
	$(BIN)/truecopy view

screenshots: .venv/dev   ## pictures of the viewer into docs/screenshots/ (needs Chromium)
	$(BIN)/python benchmarks/screenshots.py

docs: .venv/dev          ## the pages of docs/ into build/docs; fails for a dead link
	$(BIN)/mkdocs build --strict

licences: .venv/dev      ## list the licences of all dependencies; fails for one that nobody has looked at
	$(BIN)/python -m tools.licences

audit: .venv/dev         ## ask a public database for known weaknesses of dependencies; skipped where none answers
	$(BIN)/python -m tools.audit

release: audit licences  ## source archive, wheel, bill of materials and checksums into dist/
	$(BIN)/python -m tools.release

lint: .venv/dev          ## mend what can be mended, and check the rest
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/mypy

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run: .venv/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install $(PIP_FLAGS) --require-hashes -r requirements.lock
	$(BIN)/python -m pip install $(PIP_FLAGS) --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q compare ui   # where Python may write no bytecode by itself, each start costs 0.15 s
	@touch $@

.venv/dev: .venv/run requirements-dev.lock
	$(BIN)/python -m pip install $(PIP_FLAGS) --require-hashes -r requirements-dev.lock
	@touch $@

readme: .venv/dev        ## write the examples of the README and of docs/ anew
	$(BIN)/python -m tools.examples

lock:                    ## write both lock files anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  pyproject.toml --extra html --group build -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  pyproject.toml --all-extras --group build --group dev --group bench --group docs --group release -c requirements.lock -o requirements-dev.lock

help:                    ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1: /p' $(MAKEFILE_LIST)

clean:                   ## remove all that was set up and built
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
