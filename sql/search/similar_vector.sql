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

weighed as (
    select
        notice.incident_id,
        notice.incident_no,
        term.term,
        (1 + ln(post_term.occurrences)) * term.rarity as weight
    from notice
    join post_term using (post_no)
    join term using (term)
    qualify row_number() over (partition by notice.incident_no order by weight desc, term.term) <= 60
),

-- to compare the notices of a common word costs the square of their number: the
-- rarest words first, until each notice is compared with 500 others on average
affordable as (
    select
        term,
        row_number() over (order by term) as term_no
    from (select term, count(*) as notices from weighed group by term)
    qualify sum(notices * notices) over (order by notices, term) <= greatest(10000000, 500 * (select count(*) from notice))
),

unit as (
    select
        incident_id,
        incident_no,
        term,
        weight / sqrt(sum(weight * weight) over (partition by incident_no)) as weight   -- of length 1, so that the product is the cosine
    from weighed
)

select
    unit.incident_id,
    unit.incident_no::integer as incident_no,
    affordable.term_no::integer as term_no,
    unit.term,
    unit.weight::float as weight
from unit
join affordable using (term)
