-- The sentence behind each fact of each incident
-- Grain: one row per incident and field; categories and events are left out.
select evidence.incident_id, evidence.field,
    any_value(sentence_of(post.body, evidence.start_offset, evidence.end_offset)) as sentence
from (
    select * from evidence
    where not contains(field, ':')
    qualify row_number() over (partition by incident_id, field order by is_chosen desc, confidence desc, fact_id) = 1
) as evidence
join post on post.post_id = evidence.post_id
group by evidence.incident_id, evidence.field
