package warehouse

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"jikenbo/seeds"
)

// Schema is what stands in a database, and how it hangs together.
type Schema struct {
	Relations []Relation // in the order in which they are built; the search index last
	Macros    []Macro    // by name
	Links     []Link     // between relations that are there
}

// Relation is a table or a view.
type Relation struct {
	Name    string
	Kind    string // table or view
	Comment string // title, then lines of notes
	Columns []Column
}

// Column is one of a relation.
type Column struct{ Name, Type, Comment string }

// Macro is a function of the shell.
type Macro struct {
	Name       string
	Parameters []string
	Comment    string
}

// Link says that a column refers to the key of another relation.
type Link struct {
	FromTable, FromColumn string
	ToTable, ToColumn     string
	Optional              bool // the column may be NULL
}

// Schema reads what the database says of its tables, views, columns and macros.
func (db *DB) Schema(ctx context.Context) (Schema, error) {
	s, err := db.schema(ctx)
	if err != nil {
		return s, fmt.Errorf("read schema of %s: %w", db.path, err)
	}
	return s, nil
}

// ErrSchemaFormat is the error of WriteSchema for a format that there is not.
var ErrSchemaFormat = errors.New("no such format: text, markdown or mermaid")

// EmptySchema is the Schema of a database into which nothing has been loaded yet.
func EmptySchema(ctx context.Context) (Schema, error) {
	db, err := Open(ctx, ":memory:", Options{})
	if err != nil {
		return Schema{}, err
	}
	defer db.Close()
	l, err := db.Begin(ctx, RunInfo{})
	if err != nil {
		return Schema{}, err
	}
	if _, err := l.Finish(ctx, time.Time{}); err != nil {
		return Schema{}, errors.Join(err, l.Abort())
	}
	if err := errors.Join(db.IndexTerms(ctx, Terms{}, nil), db.IndexSimilar(ctx)); err != nil {
		return Schema{}, err
	}
	return db.Schema(ctx)
}

func (db *DB) schema(ctx context.Context) (Schema, error) {
	relations, err := db.relations(ctx)
	if err != nil {
		return Schema{}, err
	}
	s := Schema{Relations: relations}
	if s.Macros, err = db.macros(ctx); err != nil {
		return s, err
	}
	s.Links, err = links(db.seeds, s)
	return s, err
}

func (db *DB) relations(ctx context.Context) ([]Relation, error) {
	r, err := db.query(ctx, `with relation as (
			select table_oid as oid, table_name as name, 'table' as kind, comment from duckdb_tables() where not internal and not temporary
			union all
			select view_oid, view_name, 'view', comment from duckdb_views() where not internal and not temporary)
		select relation.name, relation.kind, coalesce(relation.comment, ''), column_name, data_type, coalesce(columns.comment, '')
		from relation join duckdb_columns() as columns on columns.table_oid = relation.oid and columns.table_name = relation.name
		where columns.database_name = current_database() and columns.schema_name = 'main'
		order by relation.name, column_index`)
	if err != nil {
		return nil, err
	}
	var all []Relation
	for _, row := range r.Rows {
		name := row[0].(string)
		if len(all) == 0 || all[len(all)-1].Name != name {
			all = append(all, Relation{Name: name, Kind: row[1].(string), Comment: row[2].(string)})
		}
		last := &all[len(all)-1]
		last.Columns = append(last.Columns, Column{row[3].(string), row[4].(string), row[5].(string)})
	}
	plan, err := readPlan()
	if err != nil {
		return nil, err
	}
	place := func(r Relation) int {
		i := slices.IndexFunc(plan, func(m model) bool { return m.name == r.Name && m.verb != verbCheck })
		if i < 0 {
			return len(plan)
		}
		return i
	}
	slices.SortStableFunc(all, func(a, b Relation) int { return place(a) - place(b) })
	return all, nil
}

func (db *DB) macros(ctx context.Context) ([]Macro, error) {
	r, err := db.query(ctx, `select function_name, array_to_string(parameters, ' '), coalesce(comment, '') from duckdb_functions()
		where not internal and schema_name = 'main' and database_name = current_database() order by function_name`)
	if err != nil {
		return nil, err
	}
	var all []Macro
	for _, row := range r.Rows {
		all = append(all, Macro{row[0].(string), strings.Fields(row[1].(string)), row[2].(string)})
	}
	return all, nil
}

// links reads those whose both ends are there.
func links(fsys fs.FS, s Schema) ([]Link, error) {
	rows, err := seeds.Read(fsys, "table_relation.csv", "from_table", "from_column", "to_table", "to_column", "is_null")
	if err != nil {
		return nil, err
	}
	var all []Link
	for _, r := range rows {
		l := Link{r.Get("from_table"), r.Get("from_column"), r.Get("to_table"), r.Get("to_column"), r.Get("is_null") == "sometimes"}
		if s.has(l.FromTable, l.FromColumn) && s.has(l.ToTable, l.ToColumn) {
			all = append(all, l)
		}
	}
	return all, nil
}

func (s Schema) has(table, column string) bool {
	for _, r := range s.Relations {
		if r.Name == table {
			return slices.ContainsFunc(r.Columns, func(c Column) bool { return c.Name == column })
		}
	}
	return false
}

// Only is the part of a schema that has those relations and macros. An error names
// one that is not there.
func (s Schema) Only(names ...string) (Schema, error) {
	var only Schema
	for _, name := range names {
		found := false
		for _, r := range s.Relations {
			if r.Name == name {
				only.Relations, found = append(only.Relations, r), true
			}
		}
		for _, m := range s.Macros {
			if m.Name == name {
				only.Macros, found = append(only.Macros, m), true
			}
		}
		if !found {
			return only, fmt.Errorf("no table, view or macro %q", name)
		}
	}
	for _, l := range s.Links {
		if only.has(l.FromTable, l.FromColumn) && only.has(l.ToTable, l.ToColumn) {
			only.Links = append(only.Links, l)
		}
	}
	return only, nil
}
