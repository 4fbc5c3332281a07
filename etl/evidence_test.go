package etl_test

import "testing"

// TestEvidence cuts every piece of evidence out of its post: the words must be there.
func TestEvidence(t *testing.T) {
	for _, s := range sets {
		t.Run(s.name, func(t *testing.T) {
			rows := ask(t, loaded(t, s), `select i.incident_id, e.field, e.rule, p.body, e.quote, e.start_offset::bigint, e.end_offset::bigint
				from evidence e join incident i using (incident_id) join post p on p.post_id = e.post_id`)
			for _, r := range rows {
				body, quote, start, end := r[3].(string), r[4].(string), r[5].(int64), r[6].(int64)
				if start < 0 || end < start || int(end) > len(body) || body[start:end] != quote || quote == "" {
					t.Errorf("%s %s by rule %s: the words at %d..%d are not %q", r[0], r[1], r[2], start, end, quote)
				}
			}
			if len(rows) < 100 {
				t.Errorf("%d pieces of evidence: too few to have tested anything", len(rows))
			}
		})
	}
}
