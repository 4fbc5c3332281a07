-- The durations of each incident, in days
-- Grain: one row per incident and measure, whether it is known or not.
-- Columns:
--   measure: time_to_disclosure (discovered to disclosed), time_to_discovery (occurred to discovered), exposure_duration (occurred to ended), regulator_report_delay (discovered to regulator), subject_notice_delay (discovered to persons told), occurrence_to_disclosure
--   from_on: day from which it is counted
--   from_precision: how precise from_on is
--   to_on: day to which it is counted
--   to_precision: how precise to_on is
--   days: days between, only where both are known to the day and in order; else NULL
--   left_out_because: not_stated, not_to_the_day, reversed; NULL where days is known
with pair as (
    select incident_id, 'time_to_disclosure' as measure, discovered_on as from_on, discovered_precision as from_precision,
        disclosed_on as to_on, disclosed_precision as to_precision from incident
    union all
    select incident_id, 'time_to_discovery', occurred_on, occurred_precision, discovered_on, discovered_precision from incident
    union all
    select incident_id, 'exposure_duration', occurred_on, occurred_precision, ended_on, ended_precision from incident
    union all
    select incident_id, 'regulator_report_delay', discovered_on, discovered_precision, regulator_reported_on, regulator_reported_precision from incident
    union all
    select incident_id, 'subject_notice_delay', discovered_on, discovered_precision, subjects_notified_on, subjects_notified_precision from incident
    union all
    select incident_id, 'occurrence_to_disclosure', occurred_on, occurred_precision, disclosed_on, disclosed_precision from incident
),

judged as (
    select
        *,
        case
            when from_on is null or to_on is null then 'not_stated'
            when from_precision <> 'day' or to_precision <> 'day' then 'not_to_the_day'  -- a month would make days up
            when to_on < from_on then 'reversed'                                         -- odd, shown by a check, and not averaged
        end as left_out_because
    from pair
)

select
    incident_id,
    measure,
    from_on,
    from_precision,
    to_on,
    to_precision,
    case when left_out_because is null then days_between(from_on, to_on) end as days,
    left_out_because
from judged
