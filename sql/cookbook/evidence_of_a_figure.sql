-- ある事案の数字と日付の根拠（原文の引用）
-- The words behind the figures of an incident
-- Of the largest incident; for another one first: set variable incident = '2024-001';
select
    field,
    value,
    quote,
    substr(post.body, greatest(start_char - 30, 0) + 1, end_char - start_char + 60) as around,    -- the same words with what stands beside them
    rule,
    confidence,
    is_chosen
from evidence
join post using (post_id)
where incident_id = coalesce(getvariable('incident'), (select incident_id from top_incidents order by place, incident_id limit 1))
order by field, is_chosen desc, start_offset, rule
