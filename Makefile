# Himpun: two commands for newcomers, a few for those who work on it. `make help` lists them.
PORT ?= 8080
DATA ?= demo-data
DATABASE ?=
SECONDS_PER_FUZZER ?= 600

.DEFAULT_GOAL := help
.PHONY: help demo test build deep bench pictures clean

help: ## This list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: ## Install what is missing, build, and serve a demo office on http://localhost:8080 (PORT=… DATA=… DATABASE=…)
	@scripts/install.sh build
	@scripts/build.sh himpun
	@exec build/himpun demo --data "$(DATA)" --port "$(PORT)" --signing-keys $(if $(DATABASE),--database "$(DATABASE)")

test: ## Install what is missing, build, and run every test (what a change must pass)
	@scripts/install.sh test
	@scripts/build.sh
	@scripts/test.sh

build: ## Build build/himpun with the web application inside
	@scripts/install.sh build
	@scripts/build.sh himpun

deep: ## Sanitizer builds and the full fault, random-walk and fuzz campaigns (hours)
	@scripts/install.sh test
	@SECONDS_PER_FUZZER=$(SECONDS_PER_FUZZER) scripts/deep.sh

bench: ## Measure, and print one `name value unit` line for each figure
	@scripts/install.sh build >&2
	@scripts/build.sh benchmarks >&2
	@scripts/bench.sh

pictures: ## Make the pictures of the manual again (docs/manual/pictures)
	@scripts/install.sh pictures
	@scripts/build.sh himpun
	@scripts/pictures.sh

clean: ## Remove what was built; installed packages and demo data stay
	rm -rf build build-* web/dist tests/e2e/out
