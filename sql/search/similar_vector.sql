-- What stands for a notice when notices are compared: its heaviest words
-- Grain: one row per incident and word, numbers in place of ids: the table is joined with itself.
with notice as (
    select
        incident.incident_id,
        incident_post.post_no,
        row_number() over (order by incident.incident_id) as incident_no
    from incident
    join incident_post on incident_post.post_id = incident.post_id   -- the first report: what follows repeats it
    semi join indexed_post on indexed_post.post_no = incident_post.post_no
),

term as (
    select
        post_term.term,
        count(*) as notices,
        ln((select count(*) from notice) / count(*)) as rarity
    from post_term
    semi join notice using (post_no)
    group by post_term.term
    having count(*) > 1                                                          -- a word of one notice is shared with none
        and (count(*) <= 0.5 * (select count(*) from notice) or count(*) <= 3)   -- a word of most notices says nothing
),

-- the words of many notices cost the most to compare and say the least: the
-- rarest first, until each notice is compared with 5,000 others on average
affordable as (
    select
        *,
        row_number() over (order by term) as term_no
    from term
    qualify sum(notices * notices) over (order by notices, term) <= greatest(10000000, 5000 * (select count(*) from notice))
),

weighed as (
    select
        notice.incident_id,
        notice.incident_no,
        affordable.term_no,
        affordable.term,
        (1 + ln(post_term.occurrences)) * affordable.rarity as weight
    from notice
    join post_term using (post_no)
    join affordable using (term)
    qualify row_number() over (partition by notice.incident_no order by weight desc, affordable.term) <= 60
)

select
    incident_id,
    incident_no::integer as incident_no,
    term_no::integer as term_no,
    term,
    (weight / sqrt(sum(weight * weight) over (partition by incident_no)))::float as weight   -- of length 1, so that the product is the cosine
from weighed
