-- Posts that analysts put into another incident: merged, or split off
-- Grain: one row per post that is moved.
-- Columns:
--   from_incident_id: the incident that the titles say
--   incident_id: the incident it is put into; split off, the one it would be were it the only report
--   target: the correction: merge or split:POST
with merged as (
    select * from correction_ruling as one
    where operation = 'merge' and ruling = 'stands'
        and exists (select 1 from post_grouping where post_grouping.incident_id = one.value)
        -- an incident that goes into another takes in none: which is meant is not clear
        and not exists (select 1 from correction_ruling as other where other.operation = 'merge' and other.ruling = 'stands' and other.incident_id = one.value)
),

split_off as (
    select post_grouping.post_id, post_grouping.incident_id as from_incident_id, correction_ruling.target,
        if(post_identity.own_incident_id <> post_grouping.incident_id, post_identity.own_incident_id,
            short_hash('split|' || post_grouping.incident_id || '|' || post_identity.post_key)) as incident_id   -- two notices with one number
    from correction_ruling
    join post_grouping using (incident_id)
    join post_identity using (post_id)
    join post using (post_id)
    join (select incident_id, count(*) as posts from post_grouping group by incident_id) as whole using (incident_id)
    where correction_ruling.operation = 'split' and correction_ruling.ruling = 'stands'
        and (correction_ruling.value in (post_identity.own_incident_id, post.case_number, post.post_key, post.url, post.post_id)
            or correction_ruling.value_key = post_identity.title_key)
    qualify count(*) over (partition by post_grouping.incident_id, correction_ruling.target) < whole.posts   -- to split all off splits nothing
)

select post_id, from_incident_id, incident_id, target from split_off
union all
select post_grouping.post_id, post_grouping.incident_id, merged.value, merged.target
from merged
join post_grouping using (incident_id)
anti join split_off using (post_id)                 -- what is split off is not merged with the rest
qualify row_number() over (partition by post_id order by target) = 1
