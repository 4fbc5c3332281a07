-- どの文書からどの事案が読み取られたか
-- Which documents the incidents came from
select
    document.path,
    document.media_type,
    count(distinct post.post_id) as n_posts,
    count(distinct incident_post.incident_id) as n_incidents,
    count(distinct incident_post.post_id) filter (incident_post.is_copy) as n_copies
from document
left join post using (document_id)
left join incident_post using (post_id)
group by document.path, document.media_type
order by document.path
