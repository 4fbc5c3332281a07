-- fail: a reading whose words are not those of the post at its offsets
select
    fact.fact_id,
    fact.rule,
    fact.quote,
    array_slice(encode(post.body), fact.start_offset + 1, fact.end_offset) as words
from fact
join post using (post_id)
where encode(fact.quote) <> array_slice(encode(post.body), fact.start_offset + 1, fact.end_offset)   -- as bytes: a cut within a character is no text
