-- 第一報から続報までの経過
-- From the first report of an incident to the later ones
select
    incident_post.incident_id,
    incident_post.report_sequence,
    post.title,
    fact.event_on as disclosed_on,
    document.path
from incident_post
join incident using (incident_id)
join post on post.post_id = incident_post.post_id
join document using (document_id)
left join fact on fact.post_id = post.post_id and fact.field = 'event' and fact.value = 'disclosed' and fact.role = 'publication_date'
where incident.report_count > 1 and not incident_post.is_copy
group by all
order by incident_post.incident_id, incident_post.report_sequence, disclosed_on
