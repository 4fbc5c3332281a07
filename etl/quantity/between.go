package quantity

// rangeJoiners stand between the two ends of a range.
var rangeJoiners = []string{"~", "～", "〜", "-", "－", "–", "から", "ないし", "乃至"}

// changes after the second number say that one number became the other, so that
// they are no range: 「100件から150件に訂正」.
var changes = []string{"に", "へ", "まで増", "まで減"}

// rangeTo reads the second end of a range and joins it to m.
func (f *finder) rangeTo(m *Mention, n num) {
	if m.Qualifier == Range || m.Unit == Ordinal {
		return
	}
	if f.neighbours(m, n) {
		return
	}
	for _, j := range rangeJoiners {
		if hasPrefixAt(f.s, m.End, j) {
			f.join(m, n, m.End+len(j), j)
			return
		}
	}
}

// join takes the number at i as the upper end when it is one.
func (f *finder) join(m *Mention, n num, i int, joiner string) {
	at := skipBlanks(f.s, i)
	if p := "約"; hasPrefixAt(f.s, at, p) {
		at += len(p)
	}
	b, ok := parseNumber(f.s, at)
	if !ok || b.lead0 || b.some || f.skip(b) > 0 {
		return
	}
	second := Mention{Start: b.start, End: b.end, NumStart: b.start, NumEnd: b.end, Value: b.value}
	f.tail(&second, b)
	if second.Unit == Ordinal || m.Unit != None && m.Unit != second.Unit {
		return
	}
	for _, w := range changes {
		if joiner == "から" && hasPrefixAt(f.s, second.End, w) {
			return
		}
	}
	m.take2(second, n, b)
}

// take2 joins the second end, giving 「2~3万人」 its 万 on both ends.
func (m *Mention) take2(second Mention, n, b num) {
	low := m.Value
	if b.scaled && !n.scaled && low == n.value && b.value%b.scale == 0 && low < b.value/b.scale {
		low *= b.scale
	}
	if low >= b.value {
		return
	}
	m.Value, m.Upper, m.Float = low, b.value, float64(low)
	m.NumEnd, m.End, m.Qualifier = b.end, second.End, Range
	m.Unit, m.UnitWord, m.Bun = second.Unit, second.UnitWord, second.Bun
}

// neighbours reads 「2、3名」 and 「二,三名」: two single figures in a row.
func (f *finder) neighbours(m *Mention, n num) bool {
	if m.Unit != None || !n.short || n.end-n.start > 3 {
		return false
	}
	r, size := runeAt(f.s, n.end)
	if r != '、' && r != ',' {
		return false
	}
	b, ok := parseNumber(f.s, n.end+size)
	if !ok || !b.short || !follows(b.value, n.value) || f.skip(b) > 0 {
		return false
	}
	second := Mention{Start: b.start, End: b.end, NumStart: b.start, NumEnd: b.end, Value: b.value}
	f.tail(&second, b)
	if second.Unit == None || second.Unit == Ordinal || second.Unit == Amount {
		return false
	}
	m.Value = n.value * (b.value / (n.value + 1))
	m.take2(second, n, b)
	return true
}

// follows says whether b is the figure after a, times a power of ten: 六千 after 五.
func follows(b, a int64) bool {
	for b%10 == 0 && b > 9 && b != a+1 {
		b /= 10
	}
	return b == a+1
}
