-- Which posts report the same incident, as their titles say
-- Grain: one row per post of kind incident. What analysts moved is in incident_post.
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
)

select
    post_identity.post_id,
    post_identity.post_no,
    coalesce(follow_up.incident_id, post_identity.own_incident_id) as incident_id
from post_identity
left join follow_up using (post_id)
