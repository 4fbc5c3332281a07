package reports

import "context"

// categoryFigure draws in how many incidents each category of data was exposed.
func (s *site) categoryFigure(ctx context.Context) (block, error) {
	r, err := query(ctx, s.db, "by_category")
	if err != nil {
		return block{}, err
	}
	var bars []bar
	var known, all int64
	t := table{Columns: []column{{Name: s.t("col.category")}, {Name: s.t("col.sensitivity")}, {Name: s.t("col.n"), Numeric: true}, {Name: s.t("col.share_known"), Numeric: true}}}
	for i := range r.len() {
		known, all = r.count(i, "n_known"), r.count(i, "n_all")
		c, n := r.text(i, "data_category_code"), r.count(i, "n")
		link, color, name := listLink("category", c), "d-"+orElse(r.text(i, "sensitivity"), "other"), orElse(r.label(i, "name_"+s.lang), clean(c))
		bars = append(bars, bar{name, float64(n), color, link})
		t.Rows = append(t.Rows, []cell{
			{Text: name, Href: s.href("", "incidents", link), Color: color}, {Text: s.msg.or("sensitivity."+r.text(i, "sensitivity"), "")},
			s.countCell(n), {Text: s.share(n, known), Raw: ratio(n, known)},
		})
	}
	f, err := s.newFigure("by_category", 6, len(bars)*barRow+40, lyingBars(s.t("col.n"), bars, formatCount, false), t)
	if err != nil {
		return block{}, err
	}
	if len(bars) > 0 {
		f.Takeaway = s.t("take.most", bars[0].Name, s.num(int64(bars[0].Value)), s.share(int64(bars[0].Value), known))
	}
	f.Note = s.t("note.category", s.num(all), s.num(known), s.num(all-known))
	return block{Figure: f}, nil
}
