package reports

import (
	"context"
	"slices"
)

// sectorsPage shows incidents by sector, crossed with causes and sizes.
func sectorsPage(ctx context.Context, s *site) ([]block, error) {
	return gather(ctx, s.sectorFigure, s.sectorPersonsFigure, s.crossFigure, s.sizeBySectorFigure, s.sizeFigure)
}

// crossFigure is the heat map of causes and sectors.
func (s *site) crossFigure(ctx context.Context) (block, error) {
	r, err := s.query(ctx, "cause_by_sector")
	if err != nil {
		return block{}, err
	}
	causes, sectors := r.distinct("cause_code"), r.distinct("sector_code")
	slices.Sort(sectors)
	var squares []square
	for i := range r.len() {
		cause, sector := r.text(i, "cause_code"), r.text(i, "sector_code")
		squares = append(squares, square{slices.Index(sectors, sector), slices.Index(causes, cause), r.number(i, "n"), listLink("sector", sector, "cause", cause)})
	}
	xs, ys := make([]string, len(sectors)), make([]string, len(causes))
	for i, c := range sectors {
		xs[i] = s.brief("sector", c)
	}
	for i, c := range causes {
		ys[i] = s.name("cause", c)
	}
	t := s.tableOf(r, s.causeField(r, "cause_code"), s.sectorField(r, "sector_code"), s.countField(r, "col.n", "n"))
	for i := range t.Rows { // a row leads to the incidents of both
		t.Rows[i][0].Href = s.href("", "incidents", squares[i].Link)
		t.Rows[i][1].Href = ""
	}
	f, err := s.newFigure("cause_by_sector", 12, len(ys)*28+150, heatMap(s.t("col.n"), xs, ys, squares, formatCount), t)
	if err != nil {
		return block{}, err
	}
	f.Least = 900
	f.Note = s.t("note.cross", s.num(sumOf(r, "n", nil)),
		s.num(sumOf(r, "n", func(i int) bool { return r.text(i, "cause_code") == "unknown" })),
		s.num(sumOf(r, "n", func(i int) bool { return r.null(i, "sector_code") })))
	return block{Figure: f}, nil
}

// sizeColors are the colours of the bands of size, from small to large, unknown last.
func sizeColors(n int) []string {
	all := []string{"z-1", "z-2", "z-3", "z-4", "z-5", "z-6", "z-7"}
	colors := make([]string, n)
	for i := range colors {
		colors[i] = all[min(i, len(all)-1)]
		if i == n-1 {
			colors[i] = "c-other"
		}
	}
	return colors
}

// sizeBySectorFigure stacks the bands of size of each sector to a hundred percent.
func (s *site) sizeBySectorFigure(ctx context.Context) (block, error) {
	r, err := s.query(ctx, "size_by_sector")
	if err != nil {
		return block{}, err
	}
	sectors, bands := r.distinct("sector_code"), r.distinct("size_band")
	counts := map[[2]string]float64{}
	totals := map[string]float64{}
	for i := range r.len() {
		counts[[2]string{r.text(i, "sector_code"), r.text(i, "size_band")}] = r.number(i, "n")
		totals[r.text(i, "sector_code")] += r.number(i, "n")
	}
	st := stack{Format: formatPercent, Lying: true}
	inNumbers := stack{}
	for _, c := range sectors {
		st.Classes = append(st.Classes, s.t("chart.named", s.brief("sector", c), s.num(int64(totals[c]))))
		st.Links = append(st.Links, listLink("sector", c))
	}
	colors := sizeColors(len(bands))
	for b, band := range bands {
		l := layer{Name: s.name("size", band), Color: colors[b], Link: listLink("size", band)}
		n := l
		for _, c := range sectors {
			x := counts[[2]string{c, band}]
			n.Values = append(n.Values, x)
			l.Values = append(l.Values, roundTenth(100*x/totals[c]))
		}
		st.Layers, inNumbers.Layers = append(st.Layers, l), append(inNumbers.Layers, n)
	}
	inNumbers.Classes, inNumbers.Links = st.Classes, st.Links
	f, err := s.newFigure("size_by_sector", 6, len(sectors)*26+80, st.spec(), s.stackTable(inNumbers, s.t("col.sector"), "incidents"))
	if err != nil {
		return block{}, err
	}
	f.Note = s.t("note.size", s.num(sumOf(r, "n", nil)), s.num(sumOf(r, "n", func(i int) bool { return r.text(i, "size_band") == "unknown" })))
	return block{Figure: f}, nil
}

// sizeFigure draws the bands of size over all sectors.
func (s *site) sizeFigure(ctx context.Context) (block, error) {
	r, err := s.query(ctx, "size_bands")
	if err != nil {
		return block{}, err
	}
	var bars []bar
	colors := sizeColors(r.len())
	for i := range r.len() {
		band := r.text(i, "size_band")
		bars = append(bars, bar{s.name("size", band), r.number(i, "n"), colors[i], listLink("size", band)})
	}
	total := sumOf(r, "n", nil)
	band := field{column{Name: s.t("col.size")}, func(i int) cell {
		return cell{Text: bars[i].Name, Raw: r.text(i, "size_band"), Href: s.href("", "incidents", bars[i].Link)}
	}}
	f, err := s.newFigure("size_bands", 6, 300, standingBars(s.t("col.n"), bars, formatCount, nil),
		s.tableOf(r, band, s.countField(r, "col.n", "n"), s.shareField(r, "col.share", "n", total)))
	if err != nil {
		return block{}, err
	}
	f.Note = s.t("note.size", s.num(total), s.num(sumOf(r, "n", func(i int) bool { return r.text(i, "size_band") == "unknown" })))
	return block{Figure: f}, nil
}
