# Two commands do all the set-up: `make site` and `make test`. Only Python 3.11+, git and make are needed.
# Windows without make: see "Windows" in README.md for the same steps by hand.

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
PYTHON := python
else
BIN := $(VENV)/bin
endif

.PHONY: site test unit lint serve docs screenshots clean

site: $(VENV)/.installed
	$(BIN)/hiroba check
	$(BIN)/hiroba build --quiet
	@echo "To look at it: $(BIN)/hiroba serve --built, then http://127.0.0.1:8000/"

test: $(VENV)/.tested
	$(BIN)/python scripts/browser.py
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python scripts/hosted.py
	$(BIN)/python scripts/javascript.py
	$(BIN)/python -m pytest -n 2 --dist loadfile

unit: $(VENV)/.tested
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "not site and not browser and not process"

lint: $(VENV)/.tested
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy
	$(BIN)/python scripts/hosted.py
	$(BIN)/python scripts/javascript.py

serve: $(VENV)/.installed
	$(BIN)/hiroba serve

docs: $(VENV)/.tested
	$(BIN)/hiroba schema
	$(BIN)/python scripts/reference.py
	$(BIN)/python -m scripts.tables

screenshots: $(VENV)/.tested
	$(BIN)/python scripts/browser.py
	$(BIN)/python scripts/screenshots.py

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	$(BIN)/python -c "open('$(VENV)/.installed', 'w').close()"

$(VENV)/.tested: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[test,dev]"
	$(BIN)/python -c "open('$(VENV)/.tested', 'w').close()"

clean:
	$(PYTHON) -c "import shutil; [shutil.rmtree(p, ignore_errors=True) for p in ('.mypy_cache', '.ruff_cache', '.pytest_cache', 'dist', 'node_modules')]"
