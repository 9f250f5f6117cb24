#!/bin/sh
# Installs what a constraints file pins into .venv, every file checked against its hash, and then
# the project itself as it lies here. Nothing is built but the project, and that without a download.
set -eu
cd "$(dirname "$0")/.."
constraints=${1:?usage: packaging/install.sh CONSTRAINTS_FILE}

echo "Installing what $constraints pins into .venv (some minutes the first time) ..."
export PIP_DISABLE_PIP_VERSION_CHECK=1
.venv/bin/python -m pip install --quiet --quiet --require-hashes --only-binary :all: -r "$constraints"
.venv/bin/python -m pip install --quiet --quiet --no-deps --no-build-isolation --no-index --editable .
