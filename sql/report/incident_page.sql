-- One incident: what is known of it, and the whole text
-- Grain: one row per incident; page is a JSON object.
select
    incident.incident_id,
    to_json({
        id: incident.incident_id, title: incident.title, case_number: incident.case_number, post: incident.post_id, url: post.url,
        org: organization.name, prefecture: organization.prefecture, contractor: contractor.name,
        sector: organization.sector_code, cause: incident.cause_code,
        n: incident.records_affected, u: incident.records_unit, q: incident.records_qualifier,
        dates: {
            occurred: [incident.occurred_on::varchar, incident.occurred_precision],
            ended: [incident.ended_on::varchar, incident.ended_precision],
            discovered: [incident.discovered_on::varchar, incident.discovered_precision],
            regulator_reported: [incident.regulator_reported_on::varchar, incident.regulator_reported_precision],
            police_reported: [incident.police_reported_on::varchar, incident.police_reported_precision],
            subjects_notified: [incident.subjects_notified_on::varchar, incident.subjects_notified_precision],
            disclosed: [incident.disclosed_on::varchar, incident.disclosed_precision]
        },
        done: {regulator_reported: incident.regulator_reported, police_reported: incident.police_reported, subjects_notified: incident.subjects_notified},
        body: post.body
    })::varchar as page
from incident
join post using (post_id)
left join organization using (organization_id)
left join organization as contractor on contractor.organization_id = incident.contractor_id
order by incident.incident_id
