# The two commands of the README: make demo, make test.
.DEFAULT_GOAL := build
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)
ECHARTS := reports/assets/echarts.min.js

.PHONY: build demo test assets lint bench clean

build: $(ECHARTS) ## bin/jikenbo, one binary
	go build -trimpath -ldflags "-X main.version=$(VERSION)" -o bin/jikenbo ./cmd/jikenbo

assets: $(ECHARTS) ## the chart library, from npm by the lock file

$(ECHARTS): reports/package.json reports/package-lock.json
	cd reports && npm ci --no-audit --no-fund --loglevel=error && npm run --silent assets

demo: build ## sample notices → out/warehouse.duckdb → out/site
	@mkdir -p out
	bin/jikenbo etl --db out/warehouse.duckdb seeds/notices/*.txt seeds/notices/*.html
	bin/jikenbo report --db out/warehouse.duckdb --out out/site
	@echo
	@echo "Open the dashboards:   out/site/index.html"
	@echo "Ask in the shell:      duckdb out/warehouse.duckdb"
	@echo "  or without it:       bin/jikenbo query --db out/warehouse.duckdb 'from incident_wide limit 5'"

test: $(ECHARTS) ## everything; says what it skips and how to get it
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
		echo "make test: no Chromium, so the browser tests are skipped; get it with: apt-get install chromium fonts-noto-cjk"
	@test -d ../shared || echo "make test: no ../shared, so the tests on pages kept outside the project are skipped"
	go test ./...

lint: ## vet, staticcheck, gofmt
	go vet ./...
	go tool staticcheck ./...
	@test -z "$$(gofmt -l cmd etl reports seeds sql)" || { gofmt -l cmd etl reports seeds sql; exit 1; }

bench: ## Go benchmarks, kagome alone beside the etl
	go test -run '^$$' -bench . -benchmem ./...

clean:
	rm -rf bin out
