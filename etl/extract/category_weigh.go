package extract

import (
	"jikenbo/etl/notice"
)

// facts gives the mentions as facts. Vague ones count only where no item is said to
// be exposed at all.
func (r *categoryReader) facts() []notice.Fact {
	definite := r.weigh()
	best := map[[2]string]int{}
	for i, m := range r.out {
		key := [2]string{m.code, m.role}
		if b, ok := best[key]; !ok || m.weight > r.out[b].weight {
			best[key] = i
		}
	}
	var facts []notice.Fact
	for i, m := range r.out {
		if definite && m.weight == weightVague {
			continue
		}
		f := r.p.fact(notice.FieldDataCategory, m.rule, m.Span)
		f.Value, f.Role, f.Hedge, f.Weight, f.Confidence = m.code, m.role, m.hedge, m.weight, min(0.95, 0.35+0.2*m.weight)
		if best[[2]string{m.code, m.role}] != i {
			f.Weight = weightRepeated
		}
		facts = append(facts, f)
	}
	return facts
}

// weigh lowers the denial of one item of a broad category where another item of it
// was exposed (the diagnosis is not among the medical data, the examination is), and
// says whether any item is said to be exposed.
func (r *categoryReader) weigh() bool {
	denied := map[[2]string]bool{} // code and word
	for _, m := range r.out {
		if m.role == roleExcluded {
			denied[[2]string{m.code, m.word}] = true
		}
	}
	definite := false
	exposed := map[string]bool{} // code, of a word that is nowhere denied
	for _, m := range r.out {
		if m.role == roleIncluded && m.weight > weightVague {
			definite = true
			exposed[m.code] = exposed[m.code] || !denied[[2]string{m.code, m.word}]
		}
	}
	for i := range r.out {
		if m := &r.out[i]; m.role == roleExcluded && isBroad(m.code) && exposed[m.code] {
			m.weight = min(m.weight, weightPartly)
		}
	}
	return definite
}

// isBroad says whether a category holds items of different kinds.
func isBroad(code string) bool {
	switch code {
	case "name", "address", "phone", "email", "date_of_birth", "age", "gender", "my_number", "credential", "credit_card":
		return false
	}
	return true
}
