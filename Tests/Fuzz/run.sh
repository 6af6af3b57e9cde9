#!/bin/sh
# Feeds each reader with broken input for a bounded time, under AddressSanitizer.
#
#   Tests/Fuzz/run.sh [seconds for each reader, 30] [reader…]
#
# What is found is kept in .build/fuzz/found/<reader>/ and the script fails; run it again with one such file:
#   FUZZ_READER=<reader> .build/fuzz/build/debug/fuzz <file>
# What was learnt is kept in .build/fuzz/corpus/<reader>/, so that each run goes on from the one before.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-30}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- gpx markdown interactions place drawing pmtiles

# gold, the toolchain's usual linker, breaks on what the sanitizers export.
VITRINE_FUZZ=1 swift build --quiet --scratch-path .build/fuzz/build --product fuzz \
    -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld -Xcc -fsanitize=fuzzer-no-link,address

# A crash is reported by libFuzzer; Swift's own backtrace would wait at the terminal.
export SWIFT_BACKTRACE=enable=no
failed=0
for reader in "$@"; do
    case $reader in
        gpx) examples=Tests/Fixtures/gpx ;;
        markdown) examples=$(find content -name '*.md' -printf '%h\n' 2>/dev/null | sort -u) ;;
        place) examples=$(find content -name place.yaml -printf '%h\n' 2>/dev/null | sort -u) ;;
        drawing) examples=$(find content -name '*.svg' -printf '%h\n' 2>/dev/null | sort -u) ;;
        interactions) examples=Tests/Fixtures/interactions ;;
        pmtiles) examples=Tests/Fixtures/pmtiles ;;
        *) echo "run.sh: no reader is called $reader" >&2 && exit 2 ;;
    esac
    corpus=.build/fuzz/corpus/$reader found=.build/fuzz/found/$reader
    mkdir -p "$corpus" "$found"
    echo "fuzz: $reader for $seconds s"
    # shellcheck disable=SC2086 # examples is a list of folders
    FUZZ_READER=$reader .build/fuzz/build/debug/fuzz -max_total_time="$seconds" -max_len=8192 -timeout=10 \
        -rss_limit_mb=1024 -dict=Tests/Fuzz/Dictionaries/"$reader".txt -artifact_prefix="$found"/ \
        -print_final_stats=1 -verbosity=0 "$corpus" $examples </dev/null >"$found"/log.txt 2>&1 || failed=1
    grep -E 'stat::number_of_executed_units|SUMMARY|Fatal error' "$found"/log.txt || true
done
[ $failed -eq 0 ] || { echo "fuzz: found something, see .build/fuzz/found" >&2; exit 1; }
