-- Events that corrections add to the timelines, or take out
-- Grain: one row per incident, operation and event.
-- Columns:
--   operation: add or remove
--   event_on: the day, or the first day of the month or year
--   event_time: the clock time, where given
--   description: the analyst's words, else the notice's
--   target: the correction it comes from
with moved as (
    -- a milestone that is set moves its event: the timeline and the columns say the same
    select correction_set.incident_id, correction_set.field, correction_set.value::date as event_on, exact.value as precision,
        milestone_type.event_type_code, correction_set.target, milestone.reached_on, milestone.precision as reached_precision
    from correction_set
    join milestone_type using (field)
    join correction_set as exact on exact.incident_id = correction_set.incident_id and exact.field = replace(correction_set.field, '_on', '_precision')
    left join milestone on milestone.incident_id = correction_set.incident_id and milestone.milestone || '_on' = correction_set.field
),

asked as (
    select incident_id, operation, value::date as event_on, precision, event_time, event_type_code, description, target, 1 as rank
    from correction_ruling
    where ruling = 'stands' and field = 'timeline_event'
    union all
    select incident_id, 'remove', reached_on, reached_precision, null, event_type_code, null, target, 2
    from moved
    where reached_on is not null and (reached_on, reached_precision) is distinct from (event_on, precision)
    union all
    select moved.incident_id, 'add', moved.event_on, moved.precision, null, moved.event_type_code, any_value(event_found.description), moved.target, 2
    from moved
    left join event_found
        on event_found.incident_id = moved.incident_id and event_found.event_on = moved.reached_on
        and event_found.precision = moved.reached_precision and event_found.event_type_code = moved.event_type_code
    where moved.event_on is not null
    group by moved.incident_id, moved.event_on, moved.precision, moved.event_type_code, moved.target
)

select asked.* exclude (rank)
from asked
join incident_found using (incident_id)             -- of an incident that is gone nothing is added
where asked.operation = 'remove' or not exists (
    -- what the notice says too is not said twice
    select 1 from event_found
    where event_found.incident_id = asked.incident_id and event_found.event_on = asked.event_on
        and event_found.precision = asked.precision and event_found.event_type_code = asked.event_type_code
        and (asked.event_time is null or event_found.event_time = asked.event_time)
)
qualify row_number() over (partition by asked.incident_id, asked.operation, event_on, precision, event_time, event_type_code order by rank) = 1
