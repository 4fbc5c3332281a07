-- ある語句を含む公表（全文検索）
-- Notices with certain words
-- For other words first: set variable word = 'ランサムウェア'; jikenbo search finds other forms and spellings too.
with asked as (
    select coalesce(getvariable('word'), '不正アクセス') as word
)

select
    incident_wide.incident_id,
    incident_wide.disclosed_on,
    incident_wide.organization,
    regexp_extract(post.body, '[^。\n]*' || regexp_escape(asked.word) || '[^。\n]*。?') as sentence
from incident_wide
join post using (post_id)
cross join asked
where contains(post.body, asked.word)    -- as like '%word%', but for a word that has % or _ in it
order by incident_wide.disclosed_on desc nulls last, incident_wide.incident_id
