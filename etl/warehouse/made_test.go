package warehouse

import (
	"fmt"
	"strings"

	"jikenbo/etl/notice"
)

// maker writes a body and the facts of its words side by side, so that offsets
// are right.
type maker struct {
	post  notice.Post
	facts []notice.Fact
}

func newMaker(doc string, ordinal int, title string) *maker {
	return &maker{post: notice.Post{DocumentID: doc, Ordinal: ordinal, Kind: notice.Incident, Title: title, Body: title + "\n"}}
}

// say adds words to the body.
func (m *maker) say(words string) *maker {
	m.post.Body += words
	return m
}

// fact adds words to the body and a fact that they state; what the fact leaves
// open is stated, of weight 1 and confidence 1.
func (m *maker) fact(words string, f notice.Fact) *maker {
	f.Start = len(m.post.Body)
	m.post.Body += words
	f.End, f.Quote = len(m.post.Body), words
	if f.Hedge == "" {
		f.Hedge = notice.Stated
	}
	if f.Weight == 0 {
		f.Weight = 1
	}
	if f.Rule == "" {
		f.Rule = "made"
	}
	f.Confidence = 1
	m.facts = append(m.facts, f)
	return m
}

func (m *maker) organization(name string) *maker {
	return m.fact(name, notice.Fact{Field: notice.FieldOrganization, Value: name, Role: "discloser"})
}

func (m *maker) contractor(name string) *maker {
	return m.fact(name, notice.Fact{Field: notice.FieldOrganization, Value: name, Role: "contractor"})
}

func (m *maker) sector(code string) *maker {
	return m.fact("業種"+code, notice.Fact{Field: notice.FieldSector, Value: code})
}

func (m *maker) cause(code string) *maker {
	return m.fact("原因"+code, notice.Fact{Field: notice.FieldCause, Value: code})
}

func (m *maker) category(code string) *maker {
	return m.fact("項目"+code, notice.Fact{Field: notice.FieldDataCategory, Value: code, Role: "included"})
}

// event adds a dated event; on is 2024-05-07, 2024-05 or 2024.
func (m *maker) event(typ, on string) *maker {
	return m.fact(on+"に"+typ, eventFact(typ, on))
}

func eventFact(typ, on string) notice.Fact {
	f := notice.Fact{Field: notice.FieldEvent, Value: typ, On: on, Precision: "day", What: typ}
	switch len(on) {
	case len("2024-05"):
		f.On, f.Precision = on+"-01", "month"
	case len("2024"):
		f.On, f.Precision = on+"-01-01", "year"
	}
	return f
}

func (m *maker) persons(n int64) *maker { return m.count(n, "persons", "total") }

func (m *maker) count(n int64, unit, role string) *maker {
	return m.fact(fmt.Sprintf("%d%s", n, unit), notice.Fact{Field: notice.FieldCount, Number: n, Unit: unit, Qualifier: "exact", Role: role})
}

func (m *maker) flag(name string) *maker {
	return m.fact("報告済"+name, notice.Fact{Field: notice.FieldFlag, Value: name})
}

func (m *maker) notice() notice.Notice { return notice.Notice{Post: m.post, Facts: m.facts} }

// made gives notice n of an endless row of varied ones, always the same.
func made(doc string, ordinal, n int) notice.Notice {
	pick := func(list string, i int) string {
		all := strings.Fields(list)
		return all[i%len(all)]
	}
	day := func(i int) string { return fmt.Sprintf("20%02d-%02d-%02d", 18+i/360%8, 1+i/30%12, 1+i%28) }
	m := newMaker(doc, ordinal, fmt.Sprintf("事例%dに関するお知らせ", n))
	m.post.CaseNumber = fmt.Sprintf("%d-%03d", 2018+n%8, n)
	m.organization(fmt.Sprintf("株式会社見本%d", n%7919)).sector(pick("A E G H I J K L M N O P R S", n))
	m.cause(pick("loss misdelivery_email ransomware misconfiguration publishing_error theft phishing", n))
	m.cause(pick("unauthorized_access other malware", n))
	m.event("occurred", day(n)).event("discovered", day(n+3)).event("ended", day(n+4)).event("reported_regulator", day(n+5))
	m.event("notified_subjects", day(n+9)).event("disclosed", day(n+9+n%40)).event("investigation", day(n+12))
	for i, c := range strings.Fields("name address phone email credential credit_card medical membership_id") {
		if (n>>i)%2 == 0 {
			m.category(c)
		}
	}
	m.persons(int64(1+n*37%50000)).count(int64(n%100), "persons", "part").flag("police_reported")
	for len(m.post.Body) < 3300 {
		m.say("　本件により、関係する皆様に多大なるご迷惑とご心配をおかけしますことを、深くお詫び申し上げます。")
	}
	return m.notice()
}
