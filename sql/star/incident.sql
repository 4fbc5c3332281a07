-- Incidents: an accumulating snapshot, one date column per milestone
-- Grain: one row per incident, however many posts and documents report it.
-- Columns:
--   post_id: the post of the first disclosure from which it is read
--   case_number: number that the publisher gave the case; NULL when none
--   title: title of the first disclosure
--   organization_id: who disclosed it; NULL when not found
--   contractor_id: the outsourcing party at which it happened, an organization too; NULL when none is named
--   cause_code: the best supported cause; NULL when nothing was read
--   regulator_reported: the notice says that a regulator was told, dated or not
--   police_reported: the notice says that the police were told, dated or not
--   subjects_notified: the notice says that the persons were told, dated or not
--   records_affected: headline number of persons, else of records, addresses or accounts; NULL when not stated, never 0 for unknown
--   records_unit: persons, records, addresses, accounts
--   records_qualifier: exact, about, at_most, at_least
--   report_count: number of reports (notice and follow-ups)
--   document_count: number of documents in which it stands
with correction_of as (
    select incident_id, map(list(field), list(value)) as said
    from correction_set
    group by incident_id
)

select
    found.incident_id,
    found.post_id,
    corrected(said, 'case_number', found.case_number) as case_number,
    corrected(said, 'title', found.title) as title,
    corrected(said, 'organization_id', found.organization_id) as organization_id,
    corrected(said, 'contractor_id', found.contractor_id) as contractor_id,
    corrected(said, 'cause_code', found.cause_code) as cause_code,
    ---------- milestones
    corrected_date(said, 'occurred_on', found.occurred_on) as occurred_on,
    corrected(said, 'occurred_precision', found.occurred_precision) as occurred_precision,
    corrected_date(said, 'ended_on', found.ended_on) as ended_on,
    corrected(said, 'ended_precision', found.ended_precision) as ended_precision,
    corrected_date(said, 'discovered_on', found.discovered_on) as discovered_on,
    corrected(said, 'discovered_precision', found.discovered_precision) as discovered_precision,
    corrected_date(said, 'disclosed_on', found.disclosed_on) as disclosed_on,
    corrected(said, 'disclosed_precision', found.disclosed_precision) as disclosed_precision,
    corrected_date(said, 'regulator_reported_on', found.regulator_reported_on) as regulator_reported_on,
    corrected(said, 'regulator_reported_precision', found.regulator_reported_precision) as regulator_reported_precision,
    corrected_date(said, 'police_reported_on', found.police_reported_on) as police_reported_on,
    corrected(said, 'police_reported_precision', found.police_reported_precision) as police_reported_precision,
    corrected_date(said, 'subjects_notified_on', found.subjects_notified_on) as subjects_notified_on,
    corrected(said, 'subjects_notified_precision', found.subjects_notified_precision) as subjects_notified_precision,
    ---------- what was done
    corrected_flag(said, 'regulator_reported', found.regulator_reported) as regulator_reported,
    corrected_flag(said, 'police_reported', found.police_reported) as police_reported,
    corrected_flag(said, 'subjects_notified', found.subjects_notified) as subjects_notified,
    ---------- size
    corrected_number(said, 'records_affected', found.records_affected) as records_affected,
    corrected(said, 'records_unit', found.records_unit) as records_unit,
    corrected(said, 'records_qualifier', found.records_qualifier) as records_qualifier,
    ---------- reports
    found.report_count,
    found.document_count
from incident_found as found
left join correction_of using (incident_id)
order by found.incident_id
