-- The dated events of each incident, as the notices were read
-- Grain: one row per incident, day, precision, clock time and type.
-- Columns:
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
)

-- the same event told once with and once without its clock time is one
select * from stated
qualify event_time is not null
    or count(event_time) over (partition by incident_id, event_on, precision, event_type_code) = 0
