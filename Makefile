# Everything runs in .venv, which the first target that needs it creates. Only Python 3.11 or newer and make are needed.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

.PHONY: visuals test check check-sizes bench fuzz gallery studio sites schema cldr goldens requirements clean help
.DEFAULT_GOAL := visuals

visuals: $(READY)  ## render every spec in specs/ to output/
	@$(BIN)/visuals build specs -o output

test: $(READY)  ## run the tests
	@$(BIN)/python -m pytest -n auto --dist worksteal

check: $(READY)  ## format, lint and types
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy

check-sizes: $(READY)  ## are all pictures there, up to date, and of the pixels and bytes of their sizes?
	@$(BIN)/visuals check specs -o output

bench: $(READY)  ## measure speed, size and memory, as ratios of one run
	@$(BIN)/python -m tests.bench

fuzz: $(READY)  ## 20,000 spoilt inputs, 500 killed builds, 1,000 hostile requests, all pages; FUZZ="--seed 7 --inputs 500"
	@EXAMPLES_SHARE=1 $(BIN)/python -m pytest -n auto --dist worksteal tests/properties
	@$(BIN)/python -m tests.fuzz $(FUZZ)
	@$(BIN)/python -m tests.fuzz.pages

gallery: $(READY)  ## make docs/gallery.html and the pictures of the documents
	@$(BIN)/visuals gallery specs -o docs
	@$(BIN)/visuals kinds --preview -o docs/pictures/kinds.webp
	@$(BIN)/visuals themes --preview -o docs/pictures/themes.webp
	@$(BIN)/python -m tests.moods

studio: $(READY)  ## make docs/pictures/studio.webp, the page of `visuals studio`, in the Chromium of this machine
	@$(BIN)/python -m tests.studio.portrait

sites: $(READY)  ## weave for real site generators, installed into .venv/sites, and read the pages that they build
	@$(PYTHON) -m venv .venv/sites
	@.venv/sites/bin/python -m pip install --quiet --disable-pip-version-check -r tests/weaving/sites/requirements.txt
	@cp tests/weaving/sites/package.json .venv/sites/
	@npm install --silent --no-audit --no-fund --prefix .venv/sites || \
		echo "npm is missing or cannot install: the sites that need it are skipped" >&2
	@VISUALS_SITES=.venv/sites $(BIN)/python -m pytest tests/weaving/test_sites.py -rs

schema: $(READY)  ## write the JSON Schema of every kind to schema/, for editors
	@$(BIN)/visuals schema -o schema

cldr: $(READY)  ## write what CLDR knows of each language to pipeline/words/cldr.py
	@$(BIN)/python -m tests.cldr

goldens: $(READY)  ## accept the pictures that the golden tests drew
	@$(BIN)/python -m pytest tests --accept-goldens

requirements: $(READY)  ## pin the newest versions of requirements.in in requirements.txt
	@$(PYTHON) -m venv .venv/lock
	@.venv/lock/bin/python -m pip install --quiet uv
	@.venv/lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
		--no-annotate --no-emit-index-url --no-emit-find-links -o requirements.txt requirements.in

clean:  ## remove .venv and all that is not in git but the pictures
	rm -rf .venv *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis output/failed
	find pipeline tests -name __pycache__ -type d -prune -exec rm -rf {} +

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

# The stamp is written last: an installation that was cut short is done again. `compat` puts this folder on the path
# by a plain .pth file; the default is an import hook that costs every start 11 ms: docs/decisions/0003. Byte code is
# written here: where the environment lets Python write none, each start would compile our modules again, for 100 ms.
$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; $(PYTHON) is older or missing. Name another: make PYTHON=python3.12" >&2; exit 1; }
	@echo "Installing the pinned packages into .venv ..."
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation \
		--config-settings editable_mode=compat -e .
	@$(BIN)/python -m compileall -q pipeline
	@touch $(READY)
