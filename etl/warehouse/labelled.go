package warehouse

import (
	"context"
	"fmt"
	"io/fs"

	behindSQL "jikenbo/sql/explain"
)

// Labelled is the star in the terms of labels, for scoring it.
type Labelled struct {
	Posts      *Result // path, ordinal, and the facts of the incident: dates as precise as they are
	Categories *Result // incident_id, data_category_code
	Events     *Result // incident_id, event: "2024-05 disclosed"
	Sentences  *Result // incident_id, field, sentence
}

// Labelled reads the star in the terms of labels.
func (db *DB) Labelled(ctx context.Context) (l Labelled, err error) {
	for _, q := range []struct {
		to    **Result
		query string
	}{
		{&l.Posts, file("labelled_post.sql")},
		{&l.Categories, "select incident_id, data_category_code from incident_data_category order by all"},
		{&l.Events, "select distinct incident_id, written_date(event_on, precision) || ' ' || event_type_code as event from timeline_event order by all"},
		{&l.Sentences, file("labelled_sentence.sql")},
	} {
		if *q.to, err = db.query(ctx, q.query); err != nil {
			return l, fmt.Errorf("read what is labelled: %w", err)
		}
	}
	return l, nil
}

// file gives a query of folder sql/explain, which is embedded: it is there.
func file(name string) string {
	b, err := fs.ReadFile(behindSQL.Files, name)
	if err != nil {
		panic(err)
	}
	return string(b)
}
