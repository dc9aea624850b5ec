#!/bin/sh
# Writes requirements/*.lock, what images install: every third-party package of one service pinned
# with its hashes, and no address of an index. Run it after a change of dependencies or of
# `exclude-newer` in the root pyproject.toml, and commit what it changes. It takes the newest versions
# that both allow, so that everyone who runs it on the same commit gets the same files.
set -eu
cd "$(dirname "$0")/../.."

locks=deploy/image/requirements
uv lock --quiet --upgrade
for service in gateway config stats admin-api simulator; do
    uv export --quiet --package "botloom-$service" --no-dev --no-emit-workspace \
        --no-header --no-annotate --output-file "$locks/$service.lock"
done

# What builds the wheels of the workspace, the same for each of its packages.
sed -n 's/^requires = \["\(.*\)"\]$/\1/p' runtime/pyproject.toml |
    uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --no-annotate \
        --output-file "$locks/build.lock" -
