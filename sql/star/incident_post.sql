-- Which posts report the same incident, and in which order
-- Grain: one row per post of kind incident.
-- Columns:
--   report_sequence: 1 for the first disclosure, 2 for the next report …; copies have the number of what they copy
--   is_copy: the same notice is taken from another post (a page by date and one by label); its facts are not counted twice
with joined as (
    select
        post_identity.*,
        coalesce(regrouping.incident_id, post_grouping.incident_id) as incident_id   -- what an analyst merged or split overrules the titles
    from post_identity
    join post_grouping using (post_id)
    left join regrouping using (post_id)
),

ranked as (
    select
        *,
        row_number() over (
            partition by incident_id, title_key
            order by body_length desc, path, ordinal    -- of copies the longest: others may be cut off by the page
        ) > 1 as is_copy
    from joined
),

reports as (
    select
        incident_id,
        title_key,
        row_number() over (
            partition by incident_id
            order by is_follow_up, known_on nulls last, title_key
        ) as report_sequence
    from ranked
    where not is_copy
)

select
    ranked.post_id,
    ranked.post_no,
    ranked.incident_id,
    reports.report_sequence,
    ranked.is_copy
from ranked
join reports using (incident_id, title_key)
