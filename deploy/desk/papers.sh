#!/bin/sh
# Writes what goes with the desk's command: its manual page and what shells complete. usage: papers.sh DESK FOLDER
# FOLDER/man is a manpath (man -M); FOLDER/completions has a file for each shell, named as the shell looks for it.
set -eu
here=$(dirname "$0")
python3 "$here/manual.py" "$1" "$2/man"
mkdir -p "$2/completions/bash" "$2/completions/zsh" "$2/completions/fish"
# What words mean stands in the scripts themselves: in French, as the desk speaks first.
export LC_ALL=fr_FR.UTF-8
"$1" --generate-completion-script bash >"$2/completions/bash/desk"
"$1" --generate-completion-script zsh >"$2/completions/zsh/_desk"
"$1" --generate-completion-script fish >"$2/completions/fish/desk.fish"
