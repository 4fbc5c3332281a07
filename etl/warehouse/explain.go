package warehouse

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"jikenbo/seeds"
	behindSQL "jikenbo/sql/explain"
)

// ErrNoIncident is the error of explaining an incident that there is not.
var ErrNoIncident = errors.New("there is no such incident")

// ErrNoFigure is the error of explaining a relation that is no metric.
var ErrNoFigure = errors.New("there is no such metric")

// Explain gives every reading of an incident's facts: the ones that won, those
// that agree, and those that lost, each with its sentence and why.
func (db *DB) Explain(ctx context.Context, incidentID string) (*Result, error) {
	text, err := fs.ReadFile(behindSQL.Files, "incident.sql")
	if err != nil {
		return nil, err
	}
	known, err := db.query(ctx, "select 1 from incident where incident_id = $1", incidentID)
	if err == nil && len(known.Rows) == 0 {
		err = ErrNoIncident
	}
	if err != nil {
		return nil, fmt.Errorf("explain incident %s: %w", incidentID, err)
	}
	r, err := db.query(ctx, string(text), incidentID)
	if err != nil {
		return nil, fmt.Errorf("explain incident %s: %w", incidentID, err)
	}
	return r, nil
}

// Headline gives one row that says which incident it is: incident_id, title,
// organization, path, url.
func (db *DB) Headline(ctx context.Context, incidentID string) (*Result, error) {
	return db.query(ctx, "select incident_id, title, organization, path, url from incident_wide where incident_id = $1", incidentID)
}

// figure says how a metric rests on incidents: a line of figure.csv.
type figure struct {
	metric, behind string
	keys           []string // METRIC=INCIDENT, or one name for both
}

func figures() ([]figure, error) {
	rows, err := seeds.Read(behindSQL.Files, "figure.csv", "metric", "behind", "keys")
	if err != nil {
		return nil, err
	}
	var all []figure
	for _, r := range rows {
		all = append(all, figure{r.Get("metric"), r.Get("behind"), strings.Fields(r.Get("keys"))})
	}
	return all, nil
}

// Figures gives the names of the metrics that ExplainFigure knows.
func Figures() ([]string, error) {
	all, err := figures()
	var names []string
	for _, f := range all {
		names = append(names, f.metric)
	}
	return names, err
}

// ExplainFigure lists the incidents behind the rows of a metric that where, a
// condition in SQL on the metric's columns, leaves; an empty one leaves all.
func (db *DB) ExplainFigure(ctx context.Context, metric, where string) (*Result, error) {
	all, err := figures()
	if err != nil {
		return nil, err
	}
	for _, f := range all {
		if f.metric != metric {
			continue
		}
		r, err := db.explainFigure(ctx, f, where)
		if err != nil {
			return nil, fmt.Errorf("explain %s: %w", metric, err)
		}
		return r, nil
	}
	return nil, fmt.Errorf("explain %s: %w", metric, ErrNoFigure)
}

func (db *DB) explainFigure(ctx context.Context, f figure, where string) (*Result, error) {
	behind, err := fs.ReadFile(behindSQL.Files, "behind_"+f.behind+".sql")
	if err != nil {
		return nil, err
	}
	on := []string{"true"}
	for _, k := range f.keys {
		theirs, ours, differ := strings.Cut(k, "=")
		if !differ {
			ours = theirs
		}
		on = append(on, fmt.Sprintf("behind.%s is not distinct from figure.%s", ours, theirs))
	}
	if strings.TrimSpace(where) == "" {
		where = "true"
	}
	return db.query(ctx, fmt.Sprintf(`with figure as (select * from %s where (
%s
)), behind as (
%s
)
select distinct behind.incident_id, behind.reference_on, behind.organization, behind.sector_code, behind.cause_code,
	behind.records_affected, behind.records_unit, behind.title
from behind join figure on %s
order by behind.reference_on desc nulls last, behind.incident_id`, f.metric, where, behind, strings.Join(on, " and ")))
}
