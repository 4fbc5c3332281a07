-- Every reading of some words of a post, those that lost included
-- Grain: one row per reading. Which of them counts is decided in the star; none is dropped.
-- Columns:
--   fact_id: post_id, a colon and n
--   post_id: the post whose words it reads
--   document_id: the document of the post
--   n: 1, 2, 3 … within the post
--   value: code, name or text that was read
select
    post.post_id || ':' || reading.n as fact_id,
    post.post_id,
    post.document_id,
    reading.*
from reading
join post using (post_no)
