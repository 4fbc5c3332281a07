-- Which corrections stand, where several are about the same thing
-- Grain: one row per correction.
-- Columns:
--   value: the value as the tables hold it; NULL is unknown
--   description: what happened, in the analyst's words
--   ruling: stands, superseded (a later one, or the same said twice), conflicting (two of one day say otherwise)
--   said: what the correction says, for comparing
with spoken as (
    select *, concat_ws('|', operation, coalesce(value_key, value, 'unknown'), precision, description) as said
    from correction
)

select
    * exclude (value, value_key, precision, event_time, event_type_code, description),
    value, value_key, precision, event_time, event_type_code, description,
    case
        when corrected_on < max(corrected_on) over same then 'superseded'    -- the later judgement knew the earlier one
        when min(said) over same_day <> max(said) over same_day then 'conflicting'   -- neither holds: jikenbo does not choose between analysts
        when row_number() over (partition by incident_id, target order by corrected_on desc, path, line) > 1 then 'superseded'
        else 'stands' end as ruling
from spoken
window same as (partition by incident_id, target), same_day as (partition by incident_id, target, corrected_on)
