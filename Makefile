# Each target sets up what it needs: an environment in .venv, a database in var/.
# Every path is relative, so that the folder may stand anywhere and have any name.

.PHONY: help run test lint lint-with-database bench environment environment-dev environment-bench

python := .venv/bin/python
# What tests and checks make stands apart from the archive itself.
checks := VAR_DIR=var/checks SECRET_KEY=for-checks-alone-and-long-enough-to-be-called-a-secret-key \
	ALLOWED_HOSTS=verbatim.example

help:
	@echo "make run   serve Verbatim on http://127.0.0.1:8000 (PORT=8001 make run: elsewhere)"
	@echo "make test  run every test (PYTEST_ARGS='-k dates' make test: some of them)"
	@echo "make lint  check the style, the types, the templates and the settings"
	@echo "make bench measure a made archive of 1,000,000 statements: docs/benchmarks.md (an hour)"

run: environment
	@$(python) -m config.serve

test: environment-dev
	@$(python) -m tests.chromium
	@$(python) -m pytest -n 2 $(PYTEST_ARGS)

lint: environment-dev
	@$(python) -m ruff format --check .
	@$(python) -m ruff check .
	@$(python) -m djlint --lint --quiet templates
	@$(checks) $(python) -m config.postgres run $(MAKE) --no-print-directory lint-with-database

# With the settings of production, which name a database that has to be up.
lint-with-database:
	@$(python) -m mypy .
	@$(python) manage.py makemigrations --check --dry-run
	@$(python) manage.py check --deploy --fail-level WARNING

bench: environment-bench
	@$(python) -m bench $(BENCH_ARGS)

environment:
	@found=$$(config/find-python) && "$$found" -m config.install requirements.txt

environment-dev:
	@found=$$(config/find-python) && "$$found" -m config.install requirements-dev.txt

environment-bench:
	@found=$$(config/find-python) && "$$found" -m config.install requirements-bench.txt
