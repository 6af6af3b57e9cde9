#!/bin/sh
# Installs the Debian packages named in the given lists that this machine lacks; says so, and says nothing when none is missing.
# usage: install-debian.sh LIST...
set -eu
missing=""
# shellcheck disable=SC2013 # words are wanted: one package each
for package in $(sed 's/#.*//' "$@"); do
    dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
done
[ -z "$missing" ] && exit 0
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
        echo "set-up: Debian packages are missing and neither root nor sudo is here. Ask an administrator for: apt-get install$missing" >&2
        exit 1
    }
    as_root="sudo"
fi
echo "set-up: installing Debian packages:$missing"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# shellcheck disable=SC2086 # a list of names
$as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
