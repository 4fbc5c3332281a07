-- Posts with the facts of their incident, as labels write them
-- Grain: one row per post.
select
    document.path, post.ordinal, post.kind, post.case_number, post.title, incident.incident_id,
    organization.name as organization, organization.sector_code, contractor.name as contractor, incident.cause_code,
    incident.records_affected, incident.records_unit, incident.records_qualifier,
    written_date(occurred_on, occurred_precision) as occurred_on,
    written_date(ended_on, ended_precision) as ended_on,
    written_date(discovered_on, discovered_precision) as discovered_on,
    written_date(disclosed_on, disclosed_precision) as disclosed_on,
    written_date(regulator_reported_on, regulator_reported_precision) as regulator_reported_on,
    written_date(police_reported_on, police_reported_precision) as police_reported_on,
    written_date(subjects_notified_on, subjects_notified_precision) as subjects_notified_on,
    incident.regulator_reported, incident.police_reported, incident.subjects_notified
from post
join document using (document_id)
left join incident using (post_id)
left join organization on organization.organization_id = incident.organization_id
left join organization as contractor on contractor.organization_id = incident.contractor_id
order by document.path, post.ordinal
