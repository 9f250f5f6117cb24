# Every chore of the project, one command each; `make help` lists them.
# Plain enough for GNU make 3.81, which macOS brings.

VENV := .venv
BIN := $(VENV)/bin
OFFSCREEN := QT_QPA_PLATFORM=offscreen
ifeq ($(shell uname -s),Linux)
OFFSCREEN += LC_ALL=C.UTF-8
endif
DEMO := build/demo
FAMILIES := 5000
DEMO_PASSWORD := kettle harbour plum ladder

.DEFAULT_GOAL := help
.PHONY: help run test tour demo check format format-check lint types imports bench forms \
	migration roles pathway constraints wheel clean libraries offscreen-libraries

help: ## list these chores
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

# Stamps: an install is repeated only when what it installs from has changed.

$(BIN)/python:
	@sh packaging/venv.sh

$(VENV)/installed: packaging/constraints.txt pyproject.toml | $(BIN)/python
	@sh packaging/install.sh packaging/constraints.txt
	@touch $@

$(VENV)/installed-dev: packaging/constraints-dev.txt $(VENV)/installed
	@sh packaging/install.sh packaging/constraints-dev.txt
	@touch $@

libraries: | $(BIN)/python
	@$(BIN)/python packaging/desktop.py libraries

offscreen-libraries: | $(BIN)/python
	@$(BIN)/python packaging/desktop.py libraries --offscreen

run: | libraries $(VENV)/installed ## install and open the app (without a screen: the tour)
	@if $(BIN)/python packaging/desktop.py screen; then \
		$(BIN)/ehdesk $(ARGS); \
	else \
		echo "There is no screen here, so the app cannot be shown. Taking the tour instead."; \
		$(MAKE) --no-print-directory tour; \
	fi

test: | offscreen-libraries $(VENV)/installed-dev ## run every test, without a display (ARGS="-k words" for some)
	@$(OFFSCREEN) $(BIN)/python -m pytest -n 2 --dist worksteal $(ARGS)

tour: | offscreen-libraries $(VENV)/installed ## walk the whole journey offscreen: pictures and PDFs in build/tour
	@$(OFFSCREEN) $(BIN)/python -m tests.tour

demo: | libraries $(VENV)/installed ## open the app on a store of made-up families in build/demo
	@ls -d $(DEMO)/stores/*.ehdesk >/dev/null 2>&1 || \
		EHDESK_PASSWORD="$(DEMO_PASSWORD)" $(BIN)/ehdesk demo --home $(DEMO)
	@echo "The password of the demo store is:  $(DEMO_PASSWORD)"
	@if $(BIN)/python packaging/desktop.py screen; then $(BIN)/ehdesk --home $(DEMO); \
	else echo "There is no screen here. Try:  $(BIN)/ehdesk cases --home $(DEMO)"; fi

check: format-check lint types imports test ## all that must pass before a change goes in

format: | $(VENV)/installed-dev ## put every file into the one format
	@$(BIN)/ruff format .

format-check: | $(VENV)/installed-dev ## say which files are not in the one format
	@$(BIN)/ruff format --check .

lint: | $(VENV)/installed-dev ## look for faults of style and substance
	@$(BIN)/ruff check .

types: | $(VENV)/installed-dev ## check the types
	@$(BIN)/mypy

imports: | $(VENV)/installed-dev ## check that the layers of the house hold
	@$(BIN)/lint-imports --no-logo

bench: | $(VENV)/installed-dev ## measure screens on a large store (FAMILIES=50000 for the full size)
	@$(BIN)/python -m tests.bench $(FAMILIES)

forms: | $(VENV)/installed ## check the shipped forms and list them
	@$(BIN)/ehdesk forms --check resources/authority/leicester/forms
	@$(BIN)/ehdesk forms

pathway: | $(VENV)/installed-dev ## write docs/pathway.md again: every state and move, with its source
	@$(BIN)/python -m tests.tools.pathway_page

migration: | $(VENV)/installed-dev ## write the next revision of the tables: WHAT="add a column"
	@test -n "$(WHAT)" || { echo 'Say what it does:  make migration WHAT="add a column"' >&2; exit 2; }
	@$(BIN)/python -m tests.tools.new_migration "$(WHAT)"

roles: | $(VENV)/installed ## write docs/roles.md, who may do what, from the code
	@$(BIN)/python -m tests.tools.roles_table

constraints: | $(VENV)/installed-dev ## pin the newest allowed versions again, with hashes
	@sh packaging/pin.sh $(BIN)

wheel: | $(VENV)/installed ## build the wheel into dist
	@rm -rf build/lib build/bdist.*
	@$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --no-index --wheel-dir dist .
	@rm -rf build/lib build/bdist.*
	@ls dist/*.whl

clean: ## take away the environments, everything built and every cache
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache \
		.hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
