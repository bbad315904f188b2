# Everything a checkout needs: Python 3.11 or newer with venv and pip, git, and make.

PYTHON ?= python3
OUT ?= build/brief
AS_OF ?=
NAME ?=
PYTEST_ARGS ?=
PORT ?= 8000
PYTEST_WORKERS ?= auto
UPGRADE ?=

VENV := .venv
STAMP := $(VENV)/.stamp
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup brief serve web test lint bench docs lock clean python-check

help:
	@echo "make setup             install Yalu and its tools into .venv (from wheels, by hash)"
	@echo "make brief             write the brief to $(OUT); AS_OF=2017-06-13 for an earlier day, OUT=DIR for another place"
	@echo "make serve             the workbench on http://127.0.0.1:$(PORT); PORT=9000 for another"
	@echo "make web               bundle web/src into the package anew (needs Node 20 and npm)"
	@echo "make test              run the tests (about 23 minutes on two cores); PYTEST_ARGS='-k name' for some, PYTEST_WORKERS=0 in one process"
	@echo "make lint              ruff, mypy --strict, and the layer contracts"
	@echo "make bench NAME=...    run one benchmark; without NAME, list them"
	@echo "make docs              build the documentation into build/site, warnings are errors"
	@echo "make lock              write requirements/lock.txt anew; UPGRADE=1 takes the newest versions"
	@echo "make clean             remove what was built (keeps .venv and the workspace .yalu)"

python-check:
	@command -v "$(PYTHON)" >/dev/null 2>&1 || { \
	  echo "yalu needs Python 3.11 or newer, and '$(PYTHON)' was not found." >&2; \
	  echo "Install it (Debian, Ubuntu: apt-get install python3 python3-venv), or name it: make setup PYTHON=/path/to/python3" >&2; \
	  exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "yalu needs Python 3.11 or newer, and '$(PYTHON)' is $$("$(PYTHON)" -V 2>&1)." >&2; \
	  echo "Install a newer one, or name it: make setup PYTHON=python3.12" >&2; \
	  exit 1; }
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "'$(PYTHON)' has no venv module with pip." >&2; \
	  echo "Install it (Debian, Ubuntu: apt-get install python3-venv), then run make again." >&2; \
	  exit 1; }

setup: $(STAMP)
	@echo "ready: $(BIN)/yalu"

$(STAMP): requirements/lock.txt pyproject.toml
	@$(MAKE) --no-print-directory python-check
	@"$(BIN)/python" -m pip --version >/dev/null 2>&1 || { \
	  echo "making $(VENV)"; "$(PYTHON)" -m venv --clear "$(VENV)"; }
	@echo "installing the locked packages into $(VENV) (a few minutes on a slow line)"
	@$(PIP) install -qq --only-binary :all: --require-hashes -r requirements/lock.txt
	@$(PIP) install -qq --no-deps --no-build-isolation --no-index -e .
	@touch $(STAMP)

brief: $(STAMP)
	@mkdir -p "$(OUT)"
	@$(BIN)/yalu brief --out "$(OUT)" $(if $(AS_OF),--as-of "$(AS_OF)")
	@echo "the brief is in $(OUT):"
	@ls -1 "$(OUT)" | sed 's|^|  $(OUT)/|'

serve: $(STAMP)
	@$(BIN)/yalu serve --port "$(PORT)"

web:
	@cd web && npm ci --no-audit --no-fund --silent && npm run --silent build

test: $(STAMP)
	@$(BIN)/python -m pytest -n $(PYTEST_WORKERS) --maxprocesses 4 --dist loadfile $(PYTEST_ARGS)

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict src
	$(BIN)/lint-imports

bench: $(STAMP)
ifeq ($(strip $(NAME)),)
	@echo "benchmarks (make bench NAME=...):"
	@for file in benchmarks/[a-z]*.py; do \
	  [ -e "$$file" ] || { echo "  none yet"; break; }; echo "  $$(basename "$$file" .py)"; done
else
	@$(BIN)/python -m benchmarks.$(NAME)
endif

ftm-conformance: $(STAMP)
	@test -x build/ftm/bin/python || $(BIN)/python -m venv build/ftm
	@build/ftm/bin/python -m pip install --quiet --only-binary :all: followthemoney==3.8.2
	@YALU_FTM_PYTHON=build/ftm/bin/python $(BIN)/python -m pytest tests/publish/ftm/test_conformance.py

docs: $(STAMP)
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet --site-dir build/site
	@echo "the documentation is in build/site/index.html"

lock: python-check
	@"$(PYTHON)" -m venv build/uv
	@build/uv/bin/python -m pip --disable-pip-version-check install -qq uv
	@build/uv/bin/uv pip compile pyproject.toml --quiet --universal --extra serve --extra ships --extra dev --extra docs --python-version 3.11 \
	  --generate-hashes --no-build --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
	  $(if $(UPGRADE),--upgrade) --output-file requirements/lock.txt
	@echo "requirements/lock.txt: $$(grep -c '==' requirements/lock.txt) packages"

clean:
	rm -rf build site dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
