// Package correct reads the corrections that analysts make: a CSV file with the
// header incident_id,field,value,note,by,on, one judgement a line.
//
// Flow: etl hands the rows to warehouse, which keeps them in table correction;
// SQL applies them after the extraction (sql/star) and says in correction_applied
// what became of each. The reader is strict: a file with one bad row gives none.
//
//	incident_id,field,value,note,by,on
//	2024-019,records_affected,1234,the annex says 1234,Sato,2026-11-20
//	2024-019,discovered_on,2024-05,,Sato,2026-11-20
//	2024-019,ended_on,,the notice does not say it,Sato,2026-11-20
//	2024-019,data_category,-my_number,said not to be affected,Sato,2026-11-20
//	2024-019,timeline_event,+2024-05-08 10:30 discovered 外部から通報,,Sato,2026-11-20
//	2024-020,merge,2024-019,second report,Sato,2026-11-20
package correct
