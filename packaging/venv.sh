#!/bin/sh
# Makes .venv with a Python that is new enough, or says what to install. Installs nothing into it.
set -eu
cd "$(dirname "$0")/.."

new_enough='import sys; sys.exit(sys.version_info < (3, 11))'
python=
for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
    if command -v "$candidate" >/dev/null 2>&1 && "$candidate" -c "$new_enough" 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Early Help Desk needs Python 3.11 or newer, and there is none on this computer's path." >&2
    echo "Install it, or name it:  make run PYTHON=/where/it/is/python3" >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    echo "This Python cannot make environments. On Debian and Ubuntu:" >&2
    echo "  sudo apt-get install $("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')" >&2
    exit 1
fi
rm -rf .venv
"$python" -m venv .venv
