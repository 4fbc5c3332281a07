package reports

import "context"

// categoryFigure draws in how many incidents each category of data was exposed.
func (s *site) categoryFigure(ctx context.Context) (block, error) {
	r, err := s.query(ctx, "by_category")
	if err != nil {
		return block{}, err
	}
	var bars []bar
	var known, all int64
	for i := range r.len() {
		known, all = r.count(i, "n_known"), r.count(i, "n_all")
		c := s.codeOf("category", r.text(i, "data_category_code"))
		bars = append(bars, bar{c.Name, r.number(i, "n"), categoryColor(c.Parent), listLink("category", c.Code)})
	}
	t := s.tableOf(r, s.categoryField(r, "data_category_code"), s.sensitivityField(r), s.countField(r, "col.n", "n"), s.shareField(r, "col.share_known", "n", known))
	f, err := s.newFigure("by_category", 6, barsHeight(bars), lyingBars(s.t("col.n"), bars, formatCount, false), t)
	if err != nil {
		return block{}, err
	}
	if len(bars) > 0 {
		f.Takeaway = s.t("take.most", bars[0].Name, s.num(int64(bars[0].Value)), s.share(int64(bars[0].Value), known))
	}
	f.Note = s.t("note.category", s.num(all), s.num(known), s.num(all-known))
	return block{Figure: f}, nil
}

// categoryColor names the colour of a sensitivity.
func categoryColor(sensitivity string) string { return "d-" + orElse(sensitivity, "other") }

// categoryField shows categories of data and leads to their incidents.
func (s *site) categoryField(r rows, name string) field {
	return field{column{Name: s.t("col.category")}, func(i int) cell {
		c := s.codeOf("category", r.text(i, name))
		return cell{Text: c.Name, Href: s.href("", "incidents", listLink("category", c.Code)), Color: categoryColor(c.Parent)}
	}}
}

// sensitivityField shows the sensitivity of a category.
func (s *site) sensitivityField(r rows) field {
	return field{column{Name: s.t("col.sensitivity")}, func(i int) cell {
		return cell{Text: s.msg.or("sensitivity."+r.text(i, "sensitivity"), s.t("dash"))}
	}}
}
