#!/bin/sh
# Writes the constraints files again: exact versions with the hashes of every published file, for
# Linux, macOS and Windows and Python 3.11 and newer. Asks the package index that pip is set up
# for; the files name no host. Run by `make constraints`, which installs uv first.
set -eu
cd "$(dirname "$0")/.."
bin=${1:?usage: packaging/pin.sh FOLDER_WITH_UV}

index=$("$bin/python" -m pip config get global.index-url 2>/dev/null || true)
[ -n "${PIP_INDEX_URL:-}" ] && index=$PIP_INDEX_URL
[ -n "$index" ] && export UV_DEFAULT_INDEX="$index"

pin() {
    output=$1
    shift
    "$bin/uv" pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
        --no-annotate --no-emit-index-url --no-emit-find-links --upgrade \
        --custom-compile-command "make constraints" --output-file "$output" "$@"
    if grep -nE '://|file:|^-' "$output"; then
        echo "$output names a host or a path; it is not to be committed" >&2
        exit 1
    fi
}

pin packaging/constraints.txt pyproject.toml packaging/build.in
pin packaging/constraints-dev.txt --extra dev --constraint packaging/constraints.txt \
    pyproject.toml packaging/build.in
pin packaging/constraints-verapdf.txt packaging/verapdf.in
