# make demo   set up and lint the sample story
# make test   set up, then check style and types and run the tests
# make wheel  build the wheel, models and gazetteer in it, into dist/
#
# For rebuilding what is shipped (not needed for use), DATA is a folder with gazetteer/ and parallel/:
# make gazetteer DATA=…, make corpus DATA=…, make models

PYTHON ?= python3
VENV   ?= .venv
STORY  ?= fixtures/summit.md
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
SETUP  := setup.cfg pyproject.toml constraints.txt

.PHONY: demo test wheel gazetteer corpus models clean
.DEFAULT_GOAL := demo

demo: $(VENV)/.installed
	@echo '$$ mtqa lint $(STORY)'
	@# Exit status 1 says that the story has errors, which is what the demo is to show.
	@$(BIN)/mtqa lint $(STORY); status=$$?; [ $$status -eq 0 ] || [ $$status -eq 1 ]

test: $(VENV)/.installed-test
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/python -m pytest -q

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || \
	    { echo "mtqa needs Python 3.10 or later; name one: make PYTHON=python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(SETUP) | $(BIN)/python
	@echo "Installing mtqa into $(VENV) (once; some minutes for torch)"
	$(PIP) -e .
	@touch $@

$(VENV)/.installed-test: $(SETUP) | $(BIN)/python
	@echo "Installing mtqa and the tools of its tests into $(VENV) (once; some minutes for torch)"
	$(PIP) -e '.[test]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-build: $(SETUP) | $(BIN)/python
	$(PIP) -e '.[build]'
	@touch $@

wheel: $(VENV)/.installed
	rm -rf build/lib build/bdist.*
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .

gazetteer: $(VENV)/.installed-build
	@test -d "$(DATA)/gazetteer" || { echo "make gazetteer DATA=folder (with gazetteer/ in it)" >&2; exit 2; }
	$(BIN)/mtqa gazetteer build $(DATA)/gazetteer --dictionaries $(DATA)/parallel -o mtqa/gazetteer/data/gazetteer.mtqg

corpus: $(VENV)/.installed-build
	@test -d "$(DATA)/parallel" || { echo "make corpus DATA=folder (with parallel/ and gazetteer/ in it)" >&2; exit 2; }
	$(BIN)/mtqa model corpus $(DATA) -o build/corpus --sample models/es-en

models: $(VENV)/.installed-build
	@test -d build/corpus || { echo "build/corpus is missing: make corpus DATA=folder first" >&2; exit 2; }
	for direction in en-es es-en; do \
	    $(BIN)/mtqa model train models/recipes/$$direction.yaml && \
	    $(BIN)/mtqa model export build/train/$$direction models/$$direction || exit; \
	done

# What training made (build/corpus, build/train) took hours and stays.
clean:
	rm -rf $(VENV) dist build/lib build/bdist.* mtqa.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .mtqa_cache
	find mtqa tests models -name __pycache__ -type d -exec rm -rf {} +
