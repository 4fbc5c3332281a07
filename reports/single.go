package reports

import (
	"context"
	"errors"
)

// writeSingle writes the whole site as one file.
func (s *site) writeSingle(ctx context.Context, pages []page, list []listRow, scripts vendor) (Summary, error) {
	return Summary{}, errors.New("single file: not yet")
}
