# Vitrine: `make help` says what each target does.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup setup-test setup-bench run build test test-swift test-browser test-tsan test-money format format-check lint bench fuzz map web bench-web clean

SETUP   := deploy/setup
VENV    := .tools/venv
# Release builds carry the Swift runtime inside: the office's computer has none.
RELEASE := swift build -c release --static-swift-stdlib
VITRINE := .build/release/vitrine
SOURCES := Package.swift Sources Tests
# The longest test takes five minutes. One that hangs is named and its process ended: ended by a signal it leaves a browser that can't be closed.
PYTEST  := $(VENV)/bin/python -m pytest -q --timeout 900 --timeout-method thread
PYTHON_TESTS := Tests/Commands Tests/Server Tests/Faults Tests/EndToEnd

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install what building and running needs (Debian packages, browser libraries)
	@$(SETUP)/install-debian.sh $(SETUP)/debian-build.txt
	@python3 $(SETUP)/fetch-web-libraries.py

setup-test: setup ## install what the tests need on top (browser, Python tools)
	@$(SETUP)/install-debian.sh $(SETUP)/debian-test.txt
	@$(SETUP)/python-tools.sh $(SETUP)/python-test.txt $(VENV)

setup-bench: setup ## install the peers that make bench measures against
	@$(SETUP)/install-debian.sh $(SETUP)/debian-bench.txt

build: setup ## build the release, the manual page (.build/man) and the shells' completions (.build/completions)
	@$(RELEASE) --product vitrine
	@$(RELEASE) --product desk
	@deploy/desk/papers.sh .build/release/desk .build

run: build ## build and serve the shipped content on http://127.0.0.1:8080
	@exec $(VITRINE) serve

test: setup-test test-swift test-tsan test-browser ## every test: Swift, thread sanitizer, faults, browser

test-swift:
	@swift test

test-tsan:
	@Tests/tsan.sh

TICKETS ?= 1000000
test-money: ## price, pay and refund random tickets: TICKETS=1000000, and SEED= of a run that failed
	@seed=$${SEED:-$$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')}; echo "SEED=$$seed"; \
		VITRINE_SEED=$$seed VITRINE_TICKETS=$(TICKETS) swift test --filter TillMoneyPropertyTests

test-browser:
	@$(RELEASE) --product vitrine
	@$(RELEASE) --product desk
	@$(PYTEST) -n 2 --dist loadfile $(PYTHON_TESTS) || \
		{ echo "What failed beside another browser is tried by itself:"; $(PYTEST) -n 1 --last-failed --last-failed-no-failures none $(PYTHON_TESTS); }

format: ## rewrite the Swift sources as .swift-format says
	@swift format --in-place --parallel --recursive $(SOURCES)

format-check: ## fail on a Swift source that is not formatted
	@swift format lint --strict --parallel --recursive $(SOURCES)

lint: setup-test ## lint Python, JavaScript, shell and the OpenAPI description (format-check lints Swift)
	@deploy/setup/lint.sh $(VENV)

bench: setup-bench setup-test ## measure against the named peers, a quarter of an hour; figures go to Benchmarks/RESULTS.md by hand
	@$(RELEASE) --product vitrine
	@$(RELEASE) --product desk
	@python3 Benchmarks/bench.py
	@$(VENV)/bin/python Benchmarks/bench_statistics.py

WEB := .build/web
web: setup ## make the web app that is shipped, bundled and minified: .build/web (vitrine serve --web .build/web)
	@python3 deploy/web/release.py $(WEB)

bench-web: setup-test web ## measure the visitor's screens in the kiosk profile, as they are shipped
	@$(RELEASE) --product vitrine
	@$(VENV)/bin/python Benchmarks/bench_web.py --web $(WEB)

SECONDS ?= 30
fuzz: setup ## fuzz every reader of outside input for SECONDS each (30)
	@Tests/Fuzz/run.sh $(SECONDS)

PBF ?=
AREA ?=
map: ## make the map's tiles out of an OpenStreetMap extract: PBF=file.osm.pbf [AREA=west,south,east,north]
	@$(SETUP)/install-debian.sh $(SETUP)/debian-map.txt
	@python3 deploy/map/build.py "$(PBF)" --area="$(AREA)"

clean: ## remove what building made (data/ stays)
	@rm -rf .build .tools kiosk-web/vendor
