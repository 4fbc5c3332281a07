-- One incident with everything that is known of it
-- Grain: one row per incident; page is JSON with its facts, evidence, events, counts, reports and neighbours.
with quoted as (
    select
        incident_id,
        list({f: field, v: value, q: quote, s: start_offset, e: end_offset, r: rule, c: round(confidence, 2), m: is_chosen, p: post_id}
            order by post_id, start_offset, end_offset, field, rule, fact_id) as evidence
    from evidence
    group by incident_id
),

events as (
    select
        incident_id,
        list({id: timeline_event_id, t: event_type_code, d: event_on::varchar, p: precision, h: left(event_time::varchar, 5), w: description}
            order by sequence) as events
    from timeline_event
    group by incident_id
),

counts as (
    select
        incident_id,
        list({v: value, u: unit, q: qualifier, w: what, r: role, x: superseded, c: quote}
            order by start_offset, record_count_id) as counts
    from record_count
    group by incident_id
),

categories as (
    select incident_id, list(data_category_code order by sort_order) as codes
    from incident_data_category
    left join data_category using (data_category_code)
    group by incident_id
),

reports as (
    select
        incident_id,
        list({id: post_id, n: report_sequence, copy: is_copy, t: post.title, u: post.url, d: post.published_on::varchar, path: document.path}
            order by report_sequence, is_copy, document.path, post.ordinal) as reports
    from incident_post
    join post using (post_id)
    join document using (document_id)
    group by incident_id
),

-- near: the neighbours in size among incidents of the same cause and sector
placed as (
    select incident_id, [lag(incident_id, 2) over w, lag(incident_id) over w, lead(incident_id) over w, lead(incident_id, 2) over w] as near_ids
    from incident
    left join organization using (organization_id)
    window w as (partition by cause_code, sector_code order by records_affected nulls last, disclosed_on, incident_id)
),

near as (
    select
        beside.incident_id,
        list({id: other.incident_id, t: other.title, d: other.disclosed_on::varchar, n: other.records_affected, u: other.records_unit}
            order by other.disclosed_on desc nulls last, other.incident_id) as neighbours
    from (select incident_id, unnest(near_ids) as other_id from placed) as beside
    join incident as other on other.incident_id = beside.other_id
    group by beside.incident_id
)

select
    incident.incident_id,
    to_json({
        id: incident.incident_id, title: incident.title, case_number: incident.case_number, post: incident.post_id, url: post.url,
        org: organization.name, prefecture: organization.prefecture, contractor: contractor.name,
        sector: organization.sector_code, cause: incident.cause_code, categories: categories.codes,
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
        evidence: quoted.evidence, events: events.events, counts: counts.counts, reports: reports.reports, near: near.neighbours,
        body: post.body
    })::varchar as page
from incident
join post using (post_id)
left join organization using (organization_id)
left join organization as contractor on contractor.organization_id = incident.contractor_id
left join quoted using (incident_id)
left join events using (incident_id)
left join counts using (incident_id)
left join categories using (incident_id)
left join reports using (incident_id)
left join near using (incident_id)
order by incident.incident_id
