-- Incidents as the notices were read, before what analysts corrected
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
with report as (
    select
        incident_post.incident_id,
        arg_min(post.post_id, (incident_post.report_sequence, incident_post.is_copy)) as post_id,
        arg_min(post.title, (incident_post.report_sequence, incident_post.is_copy)) as title,
        arg_min(post.case_number, (incident_post.report_sequence, incident_post.is_copy, post.case_number)) as case_number,
        max(incident_post.report_sequence) as report_count,
        count(distinct post.document_id) as document_count
    from incident_post
    join post using (post_id)
    group by incident_post.incident_id
),

dated as (
    select
        incident_id,
        max(reached_on) filter (milestone = 'occurred') as occurred_on,
        max(precision) filter (milestone = 'occurred') as occurred_precision,
        max(reached_on) filter (milestone = 'ended') as ended_on,
        max(precision) filter (milestone = 'ended') as ended_precision,
        max(reached_on) filter (milestone = 'discovered') as discovered_on,
        max(precision) filter (milestone = 'discovered') as discovered_precision,
        max(reached_on) filter (milestone = 'disclosed') as disclosed_on,
        max(precision) filter (milestone = 'disclosed') as disclosed_precision,
        max(reached_on) filter (milestone = 'regulator_reported') as regulator_reported_on,
        max(precision) filter (milestone = 'regulator_reported') as regulator_reported_precision,
        max(reached_on) filter (milestone = 'police_reported') as police_reported_on,
        max(precision) filter (milestone = 'police_reported') as police_reported_precision,
        max(reached_on) filter (milestone = 'subjects_notified') as subjects_notified_on,
        max(precision) filter (milestone = 'subjects_notified') as subjects_notified_precision
    from milestone
    group by incident_id
),

done as (
    select
        incident_id,
        bool_or(flag = 'regulator_reported') as regulator_reported,
        bool_or(flag = 'police_reported') as police_reported,
        bool_or(flag = 'subjects_notified') as subjects_notified
    from flag_choice
    group by incident_id
)

select
    report.incident_id,
    report.post_id,
    report.case_number,
    report.title,
    discloser.organization_id,
    contractor.organization_id as contractor_id,
    cause_choice.cause_code,
    ---------- milestones
    dated.* exclude (incident_id),
    ---------- what was done
    coalesce(done.regulator_reported, false) as regulator_reported,   -- not said is not done, as far as the notice goes
    coalesce(done.police_reported, false) as police_reported,
    coalesce(done.subjects_notified, false) as subjects_notified,
    ---------- size
    records_choice.records_affected,
    records_choice.records_unit,
    records_choice.records_qualifier,
    ---------- reports
    report.report_count,
    report.document_count
from report
left join organization_choice as discloser on discloser.incident_id = report.incident_id and discloser.role = 'discloser'
left join organization_choice as contractor on contractor.incident_id = report.incident_id and contractor.role = 'contractor'
left join cause_choice on cause_choice.incident_id = report.incident_id
left join dated on dated.incident_id = report.incident_id
left join done on done.incident_id = report.incident_id
left join records_choice on records_choice.incident_id = report.incident_id
