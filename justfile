# Recipes for developers. `uv run just` lists them.

set shell := ["bash", "-euo", "pipefail", "-c"]

# Where it is set, each of many processes compiles all that it imports.
export PYTHONDONTWRITEBYTECODE := ""

# List the recipes
default:
    @just --list --unsorted

# Start everything on this machine, with embedded servers; Ctrl-C stops it
up:
    @python -m botloom_local

# Forget the embedded servers' data
reset:
    @python -m botloom_local.reset

# Bring the database of BOTLOOM_DATABASE_URL to the newest revision
migrate:
    @python -m botloom_runtime.migrate

# Check that the log of BOTLOOM_DATABASE_URL gives its tables
replay:
    @python -m botloom_admin_api.replay

# Check that the sums are those of the rows: `just reconcile`, or `--from 2026-11-01 --to 2026-11-08`
reconcile *arguments:
    @python -m botloom_admin_api.reconcile {{ arguments }}

# What could not be consumed: `just dead-letters`, or `show ID`, `replay ID…`, `replay --all`
dead-letters *arguments="list":
    @python -m botloom_runtime.dead_letters {{ arguments }}

# Build the admin panel, where its sources have changed
ui:
    @python -m botloom_local.admin_ui

# Serve the admin panel from its sources, for whoever changes it; `just up` runs beside it
ui-dev:
    @python -m botloom_local.admin_ui.npm run dev

# Check the admin panel's style, types and units
ui-check:
    @python -m botloom_local.admin_ui.npm run check

# Write the admin panel's types of the admin API from its description
client:
    @python -m botloom_admin_api.describe | python -m botloom_local.admin_ui.client_types

# Run all tests but those in a browser, or those named: `just test tests/unit -k patterns`
test *arguments:
    @# Tests wait for processes and clocks part of their time, so there are more of them than cores.
    @pytest -n $(( {{ num_cpus() }} * 3 / 2 )) --dist loadgroup -q {{ arguments }}

# Check the admin panel, then run the tests in a browser, or those named
test-ui *arguments="tests/admin_ui tests/browser": ui-check
    @pytest -n {{ num_cpus() }} --dist loadgroup -q {{ arguments }}

# Kill admin-api 100 times between commit and publication, and stop servers for two minutes
faults kills="100" outage="120":
    @BOTLOOM_KILLS={{ kills }} BOTLOOM_OUTAGE_SECONDS={{ outage }} pytest -q --timeout 3600 \
        tests/faults/test_publishing.py tests/faults/test_outages.py

# Try more made up requests of each operation of the admin API against its description
samples count="20":
    @BOTLOOM_SAMPLES={{ count }} pytest -q tests/integration/admin_api/test_schemathesis.py

# Check style and imports
lint:
    ruff format --check .
    ruff check .
    lint-imports

# Check types
types:
    mypy

# Put the code into its format and mend what can be mended
format:
    ruff format .
    ruff check --fix .

# Measure against the targets: `just bench`, or `just bench gateway`, `stats`, `queries`, `propagation`, `matching`
bench *names:
    @PYTHONPATH=tests python -m load {{ names }}
