// Package explain holds the queries of jikenbo explain and evaluate: the readings behind the
// facts of an incident, and the incidents behind the figures of the metrics.
//
// Flow: warehouse runs them. incident.sql takes an incident_id; figure.csv says by
// which columns (METRIC=INCIDENT where the names differ) the rows of a metric are
// joined with the incidents of behind_NAME.sql.
package explain

import "embed"

// Files are the queries and figure.csv.
//
//go:embed *.sql *.csv
var Files embed.FS
