-- One incident: the posts and documents in which it stands
-- Grain: one row per incident and post; part is a JSON object, with the text of reports other than the first.
select
    incident_post.incident_id,
    to_json({
        id: incident_post.post_id, n: incident_post.report_sequence, copy: incident_post.is_copy,
        t: post.title, u: post.url, d: post.published_on::varchar, path: document.path,
        b: case when not incident_post.is_copy and incident_post.post_id <> incident.post_id then post.body end
    })::varchar as part
from incident_post
join incident on incident.incident_id = incident_post.incident_id
join post on post.post_id = incident_post.post_id
join document on document.document_id = post.document_id
order by incident_post.incident_id, incident_post.report_sequence, incident_post.is_copy, document.path, post.ordinal
