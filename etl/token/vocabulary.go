package token

// Use is what a part of speech does in making terms.
type Use string

// The uses of parts of speech.
const (
	UseTerm   Use = "term"   // the word is a term, in its base form
	UsePrefix Use = "prefix" // joins the term after it: 再 + 発行 → 発行, 再発行
	UseSuffix Use = "suffix" // joins the term before it: 委託 + 先 → 委託, 委託先
)

// Vocabulary is what a Tokenizer knows besides its dictionary.
type Vocabulary struct {
	Words []Word
	Kinds []Kind
	Stop  []string // words that are no terms, in their base form
}

// Word is a word of the field that the dictionary lacks, or another way to write one.
type Word struct {
	Text  string   // as it is written, in lower case
	Base  string   // the term it is found under; empty: Text
	Parts []string // further terms it is found under
}

// Kind says how a part of speech is used: up to three levels of the dictionary's
// hierarchy (名詞, 接尾, 地域), an empty one standing for any.
type Kind struct {
	Levels [3]string
	Use    Use
}

// base is the term that a word is found under.
func (w Word) base() string {
	if w.Base != "" {
		return w.Base
	}
	return w.Text
}

// lexicon is a Vocabulary made ready for look-ups.
type lexicon struct {
	words map[string]Word
	kinds map[[3]string]Use
	stop  map[string]bool
}

func newLexicon(v Vocabulary) *lexicon {
	l := &lexicon{words: map[string]Word{}, kinds: map[[3]string]Use{}, stop: map[string]bool{}}
	for _, w := range v.Words {
		l.words[w.Text] = w
	}
	for _, k := range v.Kinds {
		l.kinds[k.Levels] = k.Use
	}
	for _, s := range v.Stop {
		l.stop[s] = true
	}
	return l
}

// use finds the use of a part of speech, the finer level before the coarser; empty
// for one that makes no terms.
func (l *lexicon) use(levels [3]string) Use {
	for i := len(levels); i > 0; i-- {
		if u := l.kinds[levels]; u != "" {
			return u
		}
		levels[i-1] = ""
	}
	return ""
}
