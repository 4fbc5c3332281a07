// Package text holds a notice's words twice: as they came (raw) and as the
// rules read them (normalised), with the way back from the second to the first.
//
// Flow: source gives raw text → text → jdate, quantity and extract read Norm and
// quote Raw. All offsets in this package are bytes. The package is pure.
package text
