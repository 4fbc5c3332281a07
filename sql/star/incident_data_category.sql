-- Categories of data that were or may have been exposed
-- Grain: one row per incident and category.
-- Columns:
--   weight: best reading that includes it, less the best that excludes it; NULL where an analyst added it
with said as (
    select incident_id, value as data_category_code, operation
    from correction_ruling
    where ruling = 'stands' and field = 'data_category'
)

select incident_id, data_category_code, weight
from data_category_found
anti join (from said where operation = 'remove') as removed using (incident_id, data_category_code)
union all
select said.incident_id, said.data_category_code, null
from said
join incident_found using (incident_id)            -- of an incident that is gone nothing is added
anti join data_category_found using (incident_id, data_category_code)
where said.operation = 'add'
