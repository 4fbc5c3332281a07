-- Categories of data that were or may have been exposed, as the notices were read
-- Grain: one row per incident and category.
-- Columns:
--   weight: best reading that includes it, less the best that excludes it
with score as (
    select
        incident_id,
        value as data_category_code,
        max(weight) filter (coalesce(role, 'included') = 'included' and coalesce(hedge, 'stated') in ('stated', 'possible')) as included,
        max(weight) filter (role = 'excluded' or hedge = 'denied') as excluded   -- 「…は含まれておりません」
    from incident_fact
    where field = 'data_category' and value is not null
    group by incident_id, value
)

select
    incident_id,
    data_category_code,
    included - coalesce(excluded, 0) as weight
from score
where included - coalesce(excluded, 0) > 0
