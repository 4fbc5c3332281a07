package reports

import "strconv"

// table is rows behind a figure, or a list of a page by itself.
type table struct {
	ID      string // of the element; also the name of the file that CSV is saved as
	Caption string
	Columns []column
	Rows    [][]cell
}

// column is the head of a column.
type column struct {
	Name    string
	Numeric bool // set at the right, in tabular figures
	Wide    bool // holds long texts and takes what room there is
	Tight   bool // never breaks its lines
}

// cell is one value as it is shown and as it is sorted and saved.
type cell struct {
	Text  string // as shown
	Raw   string // as sorted and as it stands in CSV; the same as Text where empty
	Href  string // where it leads; may be empty
	Title string // on hover
	Share int    // 1..100 draws a bar of that many percent under the number; 0 draws none
	Color string // name of the colour beside the text, such as c-insider; may be empty
	Class string // of the cell; may be empty
}

// field is a column with the way to make its cells from a row of a query.
type field struct {
	column
	cell func(i int) cell
}

// tableOf makes a table of a query's rows.
func (s *site) tableOf(r rows, fields ...field) table {
	t := table{}
	for _, f := range fields {
		t.Columns = append(t.Columns, f.column)
	}
	for i := range r.len() {
		row := make([]cell, len(fields))
		for j, f := range fields {
			row[j] = f.cell(i)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// textField shows a text, cut where it is very long.
func (s *site) textField(r rows, key, name string) field {
	return field{column{Name: s.t(key)}, func(i int) cell { return s.textCell(r.label(i, name)) }}
}

// wideField shows a text that may take much room.
func (s *site) wideField(r rows, key, name string) field {
	f := s.textField(r, key, name)
	f.Wide = true
	return f
}

// textCell shows a text, cut where it is very long; CSV has the whole.
func (s *site) textCell(text string) cell {
	if text == "" {
		return cell{Text: s.t("dash")}
	}
	return cell{Text: short(text, 160), Raw: text}
}

// countField shows counts; NULL is a dash.
func (s *site) countField(r rows, key, name string) field {
	return field{column{Name: s.t(key), Numeric: true}, func(i int) cell {
		if r.null(i, name) {
			return cell{Text: s.t("dash")}
		}
		return s.countCell(r.count(i, name))
	}}
}

// decimalField shows numbers with one digit after the point; NULL is a dash.
func (s *site) decimalField(r rows, key, name string) field {
	return field{column{Name: s.t(key), Numeric: true}, func(i int) cell {
		if r.null(i, name) {
			return cell{Text: s.t("dash")}
		}
		x := r.number(i, name)
		return cell{Text: decimal(s.lang, x), Raw: strconv.FormatFloat(x, 'f', -1, 64)}
	}}
}

// ratioField shows a column of 0..1 in percent; NULL is a dash.
func (s *site) ratioField(r rows, key, name string) field {
	return field{column{Name: s.t(key), Numeric: true}, func(i int) cell {
		if r.null(i, name) {
			return cell{Text: s.t("dash")}
		}
		x := r.number(i, name)
		return cell{Text: percent(x), Raw: strconv.FormatFloat(x, 'f', 4, 64)}
	}}
}

// shareField shows a count as a share of a whole.
func (s *site) shareField(r rows, key, name string, whole int64) field {
	return field{column{Name: s.t(key), Numeric: true}, func(i int) cell {
		n := r.count(i, name)
		return cell{Text: s.share(n, whole), Raw: ratio(n, whole)}
	}}
}

// dateField shows dates as far as their precision goes, with the era on hover.
func (s *site) dateField(r rows, key, name, precision string) field {
	return field{column{Name: s.t(key), Tight: true}, func(i int) cell {
		p := "day"
		if precision != "" {
			p = r.text(i, precision)
		}
		return s.dateCell(r.text(i, name), p)
	}}
}

// sectorField shows sectors and leads to their incidents.
func (s *site) sectorField(r rows, name string) field {
	return field{column{Name: s.t("col.sector")}, func(i int) cell {
		c := r.text(i, name)
		return cell{Text: s.name("sector", c), Href: s.href("", "incidents", listLink("sector", c)), Color: sectorColor(c)}
	}}
}

// causeField shows causes and leads to their incidents.
func (s *site) causeField(r rows, name string) field {
	return field{column{Name: s.t("col.cause")}, func(i int) cell {
		c := s.codeOf("cause", r.text(i, name))
		return cell{Text: c.Name, Href: s.href("", "incidents", listLink("cause", c.Code)), Color: causeColor(c.Parent)}
	}}
}

// titleField shows the titles of incidents and leads to their pages.
func (s *site) titleField(r rows) field {
	return field{column{Name: s.t("list.title"), Wide: true}, func(i int) cell {
		id := r.text(i, "incident_id")
		title := r.label(i, "title")
		return cell{Text: orElse(short(title, 120), clean(id)), Raw: title, Href: s.incidentHref("", id)}
	}}
}

// countCell is a count as shown and as it is sorted.
func (s *site) countCell(n int64) cell { return cell{Text: s.num(n), Raw: raw(n)} }

// dateCell is a date as far as its precision goes, with its era on hover.
func (s *site) dateCell(on, precision string) cell {
	if on == "" {
		return cell{Text: s.t("dash")}
	}
	return cell{Text: cutDate(on, precision), Title: eraDate(s.eras, on, precision)}
}

// raw writes a count as CSV holds it.
func raw(n int64) string { return strconv.FormatInt(n, 10) }

// ratio writes a share as CSV holds it, 0 to 1.
func ratio(part, whole int64) string {
	if whole == 0 {
		return ""
	}
	return strconv.FormatFloat(float64(part)/float64(whole), 'f', 4, 64)
}
