package etl

import (
	"context"
	"fmt"
	"runtime"

	"golang.org/x/sync/errgroup"

	"jikenbo/etl/notice"
	"jikenbo/etl/source"
)

// task is a batch of posts on its way: read by one goroutine, extracted by any of
// several, written by one, in the order in which it was read.
type task struct {
	item    source.Item
	notices []notice.Notice
	faults  []notice.Reject // posts whose reading failed
	done    chan struct{}   // closed when notices are there
}

// pump reads, extracts and writes all at once. Two short queues hold what is
// between them, so that memory is bounded whatever is loaded: work feeds the
// extracting goroutines, order tells the writer what comes next.
func (ld *loader) pump(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	workers := runtime.GOMAXPROCS(0)
	work, order := make(chan *task, workers), make(chan *task, 2*workers)
	g.Go(func() error {
		defer close(order)
		defer close(work)
		return ld.read(ctx, work, order)
	})
	for range workers {
		g.Go(func() error {
			for t := range work {
				ld.extractPosts(t)
				close(t.done)
			}
			return nil
		})
	}
	g.Go(func() error { return ld.write(ctx, order) })
	return g.Wait()
}

// read walks the inputs and sends their posts on.
func (ld *loader) read(ctx context.Context, work, order chan<- *task) error {
	send := func(it source.Item) error {
		t := &task{item: it, done: make(chan struct{})}
		for _, to := range []chan<- *task{order, work} {
			select {
			case to <- t:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	}
	visit := func(in *source.Input) error {
		ld.seen[in.Path] = true
		if unchanged, err := ld.unchanged(ctx, in); unchanged || err != nil {
			return err
		}
		return source.Read(ctx, in, ld.sources, send)
	}
	reject := func(r notice.Reject) error {
		ld.seen[r.Path], ld.refused[r.Path] = r.Code != notice.RejectMissing, true
		return send(source.Item{Document: notice.Document{Path: r.Path}, Reject: &r})
	}
	return source.Walk(ctx, ld.opt.Paths, ld.sources, visit, reject)
}

// unchanged says whether an input is known as it is. Only those whose path is
// known are hashed for it; what is wrong with an input, Read will say.
func (ld *loader) unchanged(ctx context.Context, in *source.Input) (bool, error) {
	if !ld.known[in.Path] {
		return false, nil
	}
	sum, size, err := in.Hash(ctx)
	if err != nil || !ld.into.Unchanged(in.Path, sum) {
		return false, ctx.Err()
	}
	if ld.meter != nil {
		ld.meter.add(size)
	}
	return true, nil
}

// extractPosts reads the posts of a task. A dry run only counts them.
func (ld *loader) extractPosts(t *task) {
	for _, p := range t.item.Posts {
		if ld.opt.DryRun {
			t.notices = append(t.notices, notice.Notice{Post: p})
			continue
		}
		n, err := ld.extractPost(p)
		if err != nil {
			d := t.item.Document
			t.faults = append(t.faults, notice.Reject{Path: d.Path, SHA256: d.SHA256, Code: notice.RejectBroken,
				Reason: fmt.Sprintf("post %d was left out: %v", p.Ordinal, err)})
			continue
		}
		t.notices = append(t.notices, n)
	}
}

// extractPost reads one post. A fault of the rules costs that post, not the load.
func (ld *loader) extractPost(p notice.Post) (n notice.Notice, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("reading it failed, which is a fault of jikenbo (%v)", r)
		}
	}()
	return ld.extract.Read(p), nil
}

// write takes the tasks in order and hands them to the warehouse.
func (ld *loader) write(ctx context.Context, order <-chan *task) error {
	for t := range order {
		select {
		case <-t.done:
		case <-ctx.Done():
			return ctx.Err()
		}
		if r := t.item.Reject; r != nil {
			t.faults = append(t.faults, *r)
		} else if err := ld.into.Add(t.item.Document, t.notices); err != nil {
			return err
		}
		for _, r := range t.faults {
			ld.rejects = append(ld.rejects, r)
			if err := ld.into.Reject(r); err != nil {
				return err
			}
		}
	}
	return ctx.Err()
}
