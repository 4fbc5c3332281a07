-- The cause of each incident, and the one that came second
-- Grain: one row per incident with a cause.
-- Columns:
--   weight: sum of the weights of the readings that speak for it
--   second_cause_code: the next best; NULL when nothing else was read
--   second_weight: sum of its weights
with score as (
    select
        incident_id,
        value as cause_code,
        sum(weight) as weight                       -- every place that speaks for a cause counts, in all reports of the incident
    from incident_fact
    where field = 'cause' and value is not null and coalesce(hedge, 'stated') in ('stated', 'possible')
    group by incident_id, value
),

placed as (
    select
        score.*,
        row_number() over (
            partition by incident_id
            order by round(weight, 6) desc,
                coalesce(cause.specificity, 0) desc, -- the finer code over the coarser when equally supported
                cause.sort_order, cause_code
        ) as place
    from score
    left join cause using (cause_code)
)

select
    incident_id,
    max(cause_code) filter (place = 1) as cause_code,
    max(weight) filter (place = 1) as weight,
    max(cause_code) filter (place = 2) as second_cause_code,
    max(weight) filter (place = 2) as second_weight
from placed
group by incident_id
