# The two commands of the README: make demo, make test.
.DEFAULT_GOAL := build
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)
ASSETS := reports/assets/echarts.min.js reports/assets/table-core.min.js
CLIENT := sql/test/node_modules/.package-lock.json

.PHONY: build demo test assets lint race bench clean help

build: $(ASSETS) ## bin/jikenbo, one binary
	go build -trimpath -ldflags "-X main.version=$(VERSION)" -o bin/jikenbo ./cmd/jikenbo

demo: build ## sample notices → out/warehouse.duckdb → out/site
	@mkdir -p out
	bin/jikenbo etl --db out/warehouse.duckdb seeds/notices/*.txt seeds/notices/*.html
	@echo
	bin/jikenbo report --db out/warehouse.duckdb --out out/site
	@echo
	@echo "Open the dashboards:  file://$(CURDIR)/out/site/index.html"
	@echo "Ask in the shell:     duckdb out/warehouse.duckdb"
	@echo "  or without it:      bin/jikenbo query --db out/warehouse.duckdb 'from incident_wide limit 5'"

test: ## everything; says what it skips and how to get it
	@$(MAKE) --no-print-directory assets || \
		echo "make test: no npm packages, so pages are tested without charts; get them with Node's npm: make assets"
	@$(MAKE) --no-print-directory $(CLIENT) || \
		echo "make test: no @duckdb/node-api, so the database is not asked from a client that is not ours; get it with: npm ci --prefix sql/test"
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
		echo "make test: no Chromium, so the browser tests are skipped; get it with: apt-get install chromium fonts-noto-cjk"
	@test -d ../shared || \
		echo "make test: no folder ../shared, so the tests on notices that are kept outside the project are skipped"
	go test -timeout 20m ./...

assets: $(ASSETS) ## chart and table libraries, from npm by the lock file

$(ASSETS) &: reports/package.json reports/package-lock.json reports/script/table-core.mjs
	@command -v npm >/dev/null || { echo "make: npm is needed once, to fetch the chart library: install Node's npm"; exit 1; }
	cd reports && npm ci --no-audit --no-fund --loglevel=error && npm run --silent assets
	@touch $(ASSETS)

$(CLIENT): sql/test/package.json sql/test/package-lock.json
	cd sql/test && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

lint: ## vet, staticcheck, gofmt
	go vet ./...
	go tool staticcheck ./...
	@unformatted=$$(gofmt -l cmd etl reports/*.go seeds sql); test -z "$$unformatted" || { echo "gofmt these:"; echo "$$unformatted"; exit 1; }

race: ## the concurrent part under the race detector
	go test -race -short ./etl ./etl/source

bench: ## Go benchmarks, kagome alone beside the etl
	go test -run '^$$' -bench . -benchmem ./...

clean: ## what make made, but for the npm packages
	rm -rf bin out

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10
