package source

import (
	"context"
	"fmt"

	"jikenbo/etl/notice"
)

// sink numbers the posts of a document and hands them on in batches.
type sink struct {
	ctx     context.Context
	emit    func(Item) error
	doc     notice.Document
	batch   []notice.Post
	bytes   int
	posts   int // so far
	rejects int
}

const (
	batchPosts = 200
	batchBytes = 4 * mib
	maxRejects = 20 // parts of one document that are told apart
)

// emitError marks an error of the receiver, which ends the load.
type emitError struct{ err error }

func (e emitError) Error() string { return e.err.Error() }
func (e emitError) Unwrap() error { return e.err }

func (s *sink) post(p notice.Post) error {
	s.posts++
	p.DocumentID, p.Ordinal = s.doc.ID, s.posts
	s.batch = append(s.batch, p)
	s.bytes += len(p.Body)
	if len(s.batch) >= batchPosts || s.bytes >= batchBytes {
		return s.flush()
	}
	return nil
}

func (s *sink) flush() error {
	if err := s.ctx.Err(); err != nil {
		return err
	}
	if len(s.batch) == 0 {
		return nil
	}
	item := Item{Document: s.doc, Posts: s.batch}
	s.batch, s.bytes = nil, 0
	return s.send(item)
}

func (s *sink) send(item Item) error {
	if err := s.emit(item); err != nil {
		return emitError{err}
	}
	return nil
}

// reject tells of a part that could not be taken. Beyond maxRejects they are only
// counted: a file of a million broken lines has one cause.
func (s *sink) reject(code, reason string) error {
	s.rejects++
	if s.rejects > maxRejects {
		return nil
	}
	if err := s.flush(); err != nil {
		return err
	}
	return s.send(Item{Document: s.doc, Reject: &notice.Reject{Path: s.doc.Path, SHA256: s.doc.SHA256, Code: code, Reason: reason}})
}

// end hands on what is left, and says so if there was nothing.
func (s *sink) end() error {
	err := s.flush()
	if err == nil && s.rejects > maxRejects {
		err = s.send(Item{Document: s.doc, Reject: &notice.Reject{Path: s.doc.Path, SHA256: s.doc.SHA256, Code: notice.RejectBroken,
			Reason: fmt.Sprintf("%d more parts were rejected", s.rejects-maxRejects)}})
	}
	if err == nil && s.posts == 0 && s.rejects == 0 {
		err = s.reject(notice.RejectNoPost, "no notice or article in Japanese was found in it")
	}
	if stop, ok := err.(emitError); ok {
		return stop.err
	}
	return err
}
