-- The dated events of each incident, in order
-- Grain: one row per incident, day, precision, clock time and type.
-- Columns:
--   timeline_event_id: incident_id, # and sequence
--   sequence: 1, 2, 3 … in the order of time within the incident
--   event_on: the day, or the first day of the month or year
--   precision: day, month, year
--   event_time: the clock time, where stated
--   description: the phrase of the notice that says what happened, or the analyst's words for an event that was added
with corrected_event as (
    select incident_id, event_on, precision, event_time, event_type_code, description
    from event_found
    anti join (from event_correction where operation = 'remove') as removed
        on removed.incident_id = event_found.incident_id
        and removed.event_on = event_found.event_on
        and removed.precision = event_found.precision
        and removed.event_type_code = event_found.event_type_code
        and (removed.event_time is null or removed.event_time = event_found.event_time)   -- without a clock time the event of any
    union all
    select incident_id, event_on, precision, event_time, event_type_code, description
    from event_correction
    where operation = 'add'
),

ordered as (
    select
        corrected_event.*,
        row_number() over (
            partition by incident_id
            order by event_on, list_position(['year', 'month', 'day'], precision), event_time nulls last, event_type.sort_order, event_type_code
        ) as sequence
    from corrected_event
    left join event_type using (event_type_code)
)

select
    incident_id || '#' || sequence as timeline_event_id,
    incident_id,
    sequence,
    event_type_code,
    event_on,
    precision,
    event_time,
    description
from ordered
