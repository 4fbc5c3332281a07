-- The columns of incident that corrections set
-- Grain: one row per incident and column.
-- Columns:
--   field: column of incident
--   value: what it is set to, as text; NULL is unknown
--   target: the correction it comes from
with standing as (
    select * from correction_ruling where ruling = 'stands' and operation = 'set'
),

follows as (
    select incident_id, target as field, value, target, 1 as rank from standing
    where target not in ('organization', 'contractor', 'sector_code', 'prefecture')   -- the last two are columns of the organization
    union all
    select incident_id, target || '_id', short_hash(value_key), target, 1 from standing where target in ('organization', 'contractor')
    union all
    select incident_id, replace(target, '_on', '_precision'), precision, target, 1 from standing where ends_with(target, '_on')
    union all
    -- a date says that it was done, unless the analyst says otherwise
    select incident_id, replace(target, '_on', ''), 'true', target, 2 from standing
    where target in ('regulator_reported_on', 'police_reported_on', 'subjects_notified_on') and value is not null
    union all
    -- what was not done has no date
    select incident_id, target || suffix, null, target, 2 from standing
    cross join (values ('_on'), ('_precision')) as dated (suffix)
    where target in ('regulator_reported', 'police_reported', 'subjects_notified') and value = 'false'
    union all
    -- the words about and at least belonged to the number that was read
    select incident_id, 'records_qualifier', if(value is null, null, 'exact'), target, 2 from standing where target = 'records_affected'
    union all
    -- no number, no unit; another number keeps the unit that was read
    select incident_id, 'records_unit', null, target, 2 from standing where target = 'records_affected' and value is null
)

select incident_id, field, value, target
from follows
qualify row_number() over (partition by incident_id, field order by rank, target) = 1
