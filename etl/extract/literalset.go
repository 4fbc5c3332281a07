package extract

import "encoding/binary"

// bitset is a set of small numbers.
type bitset []uint64

func newBitset(size int) bitset { return make(bitset, size/64+1) }

func (b bitset) add(n int32) { b[n/64] |= 1 << (n % 64) }

func (b bitset) has(n int32) bool { return b[n/64]&(1<<(n%64)) != 0 }

func (b bitset) addAll(ns []int32) {
	for _, n := range ns {
		b.add(n)
	}
}

func (b bitset) hasAny(ns []int32) bool {
	for _, n := range ns {
		if b.has(n) {
			return true
		}
	}
	return false
}

func (b bitset) hasAll(ns []int32) bool {
	for _, n := range ns {
		if !b.has(n) {
			return false
		}
	}
	return true
}

// literalSets are the distinct parts of patterns, each the literals that may stand
// for it. Patterns share them: a group of words is one set.
type literalSets struct {
	lits    [][]int32 // set → its literals
	members []bitset  // set → its literals
	of      [][]int32 // literal → the sets that hold it and are asked for
	ids     map[string]int32
}

func newLiteralSets() literalSets { return literalSets{ids: map[string]int32{}} }

// add puts a set in and gives its number; the same literals give the same one.
func (s *literalSets) add(lits []int32) int32 {
	key := make([]byte, 0, 4*len(lits))
	for _, l := range lits {
		key = binary.LittleEndian.AppendUint32(key, uint32(l))
	}
	id, ok := s.ids[string(key)]
	if !ok {
		id = int32(len(s.lits))
		s.ids[string(key)] = id
		s.lits = append(s.lits, lits)
	}
	return id
}

// index readies the sets for look-up once all are in. Only the sets that a pattern
// asks for beside its last part need be noted while a sentence is read.
func (s *literalSets) index(literals int, patterns []pattern) {
	s.of = make([][]int32, literals)
	s.members = make([]bitset, len(s.lits))
	asked := newBitset(len(s.lits))
	for _, p := range patterns {
		asked.addAll(p.parts[:len(p.parts)-1])
		asked.addAll(p.never)
	}
	for id, lits := range s.lits {
		if !asked.has(int32(id)) {
			continue
		}
		s.members[id] = newBitset(literals)
		for _, l := range lits {
			s.members[id].add(l)
			s.of[l] = append(s.of[l], int32(id))
		}
	}
}

func (s *literalSets) has(set, lit int32) bool { return s.members[set].has(lit) }

// seenSets is which sets have a literal in the sentence, and before a place in it.
type seenSets struct{ sentence, before bitset }

func (v *vocabulary) newSeen() *seenSets {
	return &seenSets{newBitset(len(v.sets.lits)), newBitset(len(v.sets.lits))}
}

func (s *seenSets) clear() {
	clear(s.sentence)
	clear(s.before)
}
