#!/bin/sh
# Runs MicroHTTP's own tests under ThreadSanitizer: its callbacks come from libmicrohttpd's threads.
set -eu
cd "$(dirname "$0")/.."
VITRINE_TSAN=1 exec swift test --quiet --sanitize=thread --scratch-path .build/tsan --filter MicroHTTPTests
