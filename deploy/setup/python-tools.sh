#!/bin/sh
# Makes a virtual environment with the Python tools of a pinned list; does nothing when it already holds that list.
# usage: python-tools.sh LIST VENV
set -eu
list=$1
venv=$2
if [ -f "$venv/installed.txt" ] && cmp -s "$list" "$venv/installed.txt"; then exit 0; fi
echo "set-up: installing the Python tools of $list"
python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check --require-virtualenv --requirement "$list"
cp "$list" "$venv/installed.txt"
