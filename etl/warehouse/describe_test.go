package warehouse

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"jikenbo/seeds"
)

func emptySchema(t *testing.T) Schema {
	t.Helper()
	s, err := EmptySchema(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEmptySchemaHasEverything(t *testing.T) {
	s := emptySchema(t)
	plan, err := readPlan()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range plan {
		if m.verb != verbCheck && m.verb != verbMacro && !s.has(m.name, firstColumn(s, m.name)) {
			t.Errorf("%s is not in the schema", m.name)
		}
	}
	for _, name := range []string{"post_term", "indexed_post", "search_index", "similar_incident"} {
		if firstColumn(s, name) == "" {
			t.Errorf("%s of the search is not in the schema", name)
		}
	}
	for _, r := range s.Relations {
		if r.Comment == "" {
			t.Errorf("%s %s has no comment", r.Kind, r.Name)
		}
		for _, c := range r.Columns {
			if c.Comment == "" {
				t.Errorf("column %s.%s has no comment", r.Name, c.Name)
			}
		}
	}
	for _, m := range s.Macros {
		if m.Comment == "" {
			t.Errorf("macro %s has no comment", m.Name)
		}
	}
}

func firstColumn(s Schema, table string) string {
	for _, r := range s.Relations {
		if r.Name == table {
			return r.Columns[0].Name
		}
	}
	return ""
}

func TestEveryLinkIsThere(t *testing.T) {
	rows, err := seeds.Read(seeds.Files, "table_relation.csv", "from_table", "from_column", "to_table", "to_column", "is_null")
	if err != nil {
		t.Fatal(err)
	}
	if got := len(emptySchema(t).Links); got != len(rows) {
		t.Errorf("%d of %d rows of table_relation.csv name columns that are there", got, len(rows))
	}
}

func TestSchemaIsReadFromTheDatabase(t *testing.T) {
	g := givenNotices(t, told("2024-001", "紛失"))
	s, err := g.db.Schema(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if firstColumn(s, "incident") != "incident_id" || firstColumn(s, "post_term") != "" {
		t.Error("the schema is not that of the database")
	}
	if s.Relations[0].Name != "schema_version" {
		t.Errorf("the first relation is %s", s.Relations[0].Name)
	}
}

func TestWriteSchema(t *testing.T) {
	s := Schema{
		Relations: []Relation{
			{"cause", "table", "Causes\nGrain: one row per cause.", []Column{{"cause_code", "VARCHAR", "code"}, {"name_ja", "VARCHAR", `日本語の "名前"`}}},
			{"incident", "table", "Incidents", []Column{{"cause_code", "VARCHAR", "cause | reason"}, {"on", "TIMESTAMP WITH TIME ZONE", ""}}},
			{"alone", "view", "Refers to none", []Column{{"n", "BIGINT", "<n>"}}},
		},
		Macros: []Macro{{"days_between", []string{"a", "b"}, "Days from one date to another."}},
		Links:  []Link{{"incident", "cause_code", "cause", "cause_code", true}},
	}
	check := func(format, want string) {
		t.Helper()
		var b bytes.Buffer
		if err := WriteSchema(&b, s, format); err != nil {
			t.Fatal(err)
		}
		if b.String() != want {
			t.Errorf("%s is\n%s\nwant\n%s", format, b.String(), want)
		}
	}
	check("text", `cause (table)
  Causes
  Grain: one row per cause.
    cause_code  VARCHAR  code
    name_ja     VARCHAR  日本語の "名前"

incident (table)
  Incidents
    cause_code  VARCHAR                   cause | reason
    on          TIMESTAMP WITH TIME ZONE

alone (view)
  Refers to none
    n  BIGINT  <n>

days_between(a, b) (macro)
  Days from one date to another.
`)
	check("markdown", strings.ReplaceAll(`## cause (table)

Causes␠␠
Grain: one row per cause.␠␠

| column | type | |
| --- | --- | --- |
| cause_code | VARCHAR | code |
| name_ja | VARCHAR | 日本語の "名前" |

## incident (table)

Incidents␠␠

| column | type | |
| --- | --- | --- |
| cause_code | VARCHAR | cause \| reason |
| on | TIMESTAMP WITH TIME ZONE |  |

## alone (view)

Refers to none␠␠

| column | type | |
| --- | --- | --- |
| n | BIGINT | &lt;n&gt; |

## Macros

| macro | |
| --- | --- |
| days_between(a, b) | Days from one date to another. |
`, "␠", " "))
	check("mermaid", `erDiagram
    cause |o--o{ incident : cause_code
    cause {
        VARCHAR cause_code PK "code"
        VARCHAR name_ja "日本語の '名前'"
    }
    incident {
        VARCHAR cause_code FK "cause | reason"
        TIMESTAMP_WITH_TIME_ZONE on ""
    }
`)
	if err := WriteSchema(&bytes.Buffer{}, s, "xml"); !errors.Is(err, ErrSchemaFormat) {
		t.Errorf("error is %v", err)
	}
}

func TestOnly(t *testing.T) {
	s := emptySchema(t)
	only, err := s.Only("incident", "cause", "wareki")
	if err != nil || len(only.Relations) != 2 || len(only.Macros) != 1 || len(only.Links) != 1 {
		t.Errorf("only %+v, %v", only, err)
	}
	if _, err := s.Only("incidents"); err == nil || !strings.Contains(err.Error(), `"incidents"`) {
		t.Errorf("error is %v", err)
	}
}
