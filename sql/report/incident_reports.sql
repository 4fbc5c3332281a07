-- One incident: the posts and documents in which it stands
-- Grain: one row per incident and post; part is a JSON object.
select
    incident_post.incident_id,
    to_json({id: post_id, n: report_sequence, copy: is_copy, t: post.title, u: post.url, d: post.published_on::varchar, path: document.path})::varchar as part
from incident_post
join post using (post_id)
join document using (document_id)
order by incident_post.incident_id, report_sequence, is_copy, document.path, post.ordinal
