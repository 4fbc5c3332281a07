-- Which posts report the same incident, and in which order
-- Grain: one row per post of kind incident.
-- Columns:
--   report_sequence: 1 for the first disclosure, 2 for the next report …; copies have the number of what they copy
--   is_copy: the same notice is taken from another post (a page by date and one by label); its facts are not counted twice
with follow_up as (
    select
        later.post_id,
        arg_min(
            earlier.own_incident_id,
            (
                earlier.is_follow_up,                                       -- the notice itself before another report of it
                coalesce(abs(days_between(earlier.known_on, later.known_on)), 400) * (case when earlier.is_follow_up then -1 else 1 end), -- the nearest notice, or the first of the reports
                earlier.own_incident_id
            )
        ) as incident_id
    from post_identity as later
    join post_identity as earlier
        on earlier.organization_key = later.organization_key
        and earlier.case_title_key = later.case_title_key
        and earlier.own_incident_id <> later.own_incident_id
    where later.is_follow_up
        and later.organization_key <> ''
        and later.case_title_key <> ''
        and coalesce(days_between(earlier.known_on, later.known_on) between 0 and 400, not earlier.is_follow_up) -- a case is reported within 400 days
        and (not earlier.is_follow_up or earlier.known_on < later.known_on)
    group by later.post_id
),

joined as (
    select
        post_identity.*,
        coalesce(follow_up.incident_id, post_identity.own_incident_id) as incident_id
    from post_identity
    left join follow_up using (post_id)
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
