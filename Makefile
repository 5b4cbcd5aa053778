# Everything that is done with a checkout, from `make help`. What takes more than a line is a script in .ci/.

.DEFAULT_GOAL := help
.PHONY: help deps demo build test test-cassandra torture bench bench-lint check format sanitize fuzz docs docs-rules nightly faults clean

PACKAGES := libuv1-dev libssl-dev zlib1g-dev libyaml-dev pkg-config
SECONDS ?= 60

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

deps: ## Install the Debian packages that are missing
	@.ci/install-missing $(PACKAGES)

demo: build ## Take Examples/quickstart through the main job on an in-memory node
	@.ci/demo

build: deps ## Build bin/cqlmig: release, stripped, static against everything but the C library
	@.ci/build-release bin/cqlmig

test: deps ## Run the tests that need no server
	@env -u CASSANDRA_HOMES -u FUZZ -u THOROUGH .ci/run-tests

test-cassandra: build ## Run the tests against real nodes: CASSANDRA_HOMES=folder[:folder], SMOKE=1 for the short ones alone
	@.ci/test-cassandra

torture: build ## Disturb real nodes and many runs by chance: CASSANDRA_HOMES, SEED=1, MINUTES=20
	@SEED=$${SEED:-1} MINUTES=$${MINUTES:-20} TEST_TIMEOUT=120m ONLY=TortureTests .ci/test-cassandra

bench: build ## Measure bin/cqlmig on three nodes beside a loop without log and lock: CASSANDRA_HOMES, ROUNDS=5, TABLES=20
	@.ci/bench

bench-lint: build ## Measure `lint` on 2,000 files of ten tables, beside cql-track where CQLTRACK names it
	@.ci/bench-lint

check: deps ## Check format, imports, lengths of files, and size and libraries of bin/cqlmig if it is there
	@.ci/check

format: ## Lay out the sources as `make check` wants them
	@# What the import check is tried on tells of its mistakes by their lines.
	swift format format --in-place --recursive --parallel Sources $(filter-out Tests/ImportCheck,$(wildcard Tests/*)) Package.swift .ci

faults: deps ## Disturb a run at every point in every way, and hold it against what the nodes did: RELEASES="5.0"
	@.ci/faults

sanitize: deps ## Run the tests under the thread sanitizer and under the address sanitizer
	@.ci/sanitize

fuzz: deps ## Fuzz each target for SECONDS=60; TARGET=FuzzLexer, FuzzFrames or FuzzNode for one
	@.ci/fuzz "$(SECONDS)" $(TARGET)

docs: deps ## Build the documentation of the library MigrationEngine in .build/docs; a broken link is an error
	@.ci/build-docs

docs-rules: deps ## Write the pages below Docs/rules from the code; a test fails when they are stale
	@UPDATE_DOCS=1 .ci/run-tests --filter RuleDocumentationTests

nightly: ## What takes long: all that is generated, the sanitizers, ten minutes of each fuzz target, all faults, spoiled frames
	@THOROUGH=1 .ci/run-tests --filter 'CQLSyntaxTests|SchemaModelTests'
	@$(MAKE) --no-print-directory sanitize
	@$(MAKE) --no-print-directory fuzz SECONDS=600
	@$(MAKE) --no-print-directory faults RELEASES="3.11 4.1 5.0 6.0"
	@SOCKET_FUZZ_ROUNDS=20000 .ci/run-tests --filter SocketFuzzTests

clean: ## Remove everything that was built
	rm -rf .build bin
