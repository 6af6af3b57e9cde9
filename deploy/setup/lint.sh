#!/bin/sh
# Lints everything that is not Swift (swift format lints that). usage: lint.sh VENV
set -eu
tools="$1/bin"
cd "$(dirname "$0")/../.."
"$tools/ruff" check --quiet Tests Benchmarks deploy
"$tools/shellcheck" deploy/setup/*.sh deploy/desk/*.sh Tests/*.sh Tests/Fuzz/*.sh .ci/run
"$tools/oxlint" --quiet --deny-warnings --ignore-pattern 'kiosk-web/vendor/**' kiosk-web
"$tools/openapi-spec-validator" docs/openapi.yaml >/dev/null
echo "lint: Python, shell, JavaScript and OpenAPI are clean"
