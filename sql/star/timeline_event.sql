-- The dated events of each incident, in order
-- Grain: one row per incident, day, precision, clock time and type.
-- Columns:
--   timeline_event_id: incident_id, # and sequence
--   sequence: 1, 2, 3 … in the order of time within the incident
--   event_on: the day, or the first day of the month or year
--   precision: day, month, year
--   event_time: the clock time, where stated
--   description: the phrase of the notice that says what happened
with stated as (
    select
        incident_id,
        event_on,
        precision,
        event_time,
        event_type_code,
        arg_max(coalesce(what, quote), (weight, -report_sequence, -start_offset)) as description
    from event_choice
    group by incident_id, event_on, precision, event_time, event_type_code
),

-- the same event told once with and once without its clock time is one
told_once as (
    select * from stated
    qualify event_time is not null
        or count(event_time) over (partition by incident_id, event_on, precision, event_type_code) = 0
),

ordered as (
    select
        told_once.*,
        row_number() over (
            partition by incident_id
            order by event_on, list_position(['year', 'month', 'day'], precision), event_time nulls last, event_type.sort_order, event_type_code
        ) as sequence
    from told_once
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
