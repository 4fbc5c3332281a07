-- The date of each milestone of an incident, and the reading that decided
-- Grain: one row per incident and milestone that is dated.
-- Columns:
--   milestone: column of incident without _on: occurred, ended, discovered, disclosed, regulator_reported, police_reported, subjects_notified
--   event_type_code: the type of event it comes from
--   reached_on: the day, or the first day of the month or year
--   precision: day, month, year
--   fact_id: the reading that decided
with candidate as (
    select
        event_choice.incident_id,
        event_choice.report_sequence,
        milestone_type.milestone,
        milestone_type.event_type_code,
        event_choice.event_on,
        event_choice.precision,
        event_choice.weight,
        event_choice.start_offset,
        event_choice.n,
        event_choice.fact_id
    from event_choice
    join milestone_type using (event_type_code)
    where milestone_type.milestone = 'ended' or event_choice.role <> 'end'   -- the end of a period is no beginning
),

-- of each report only readings at least half as strong as its best
strong as (
    select * from candidate
    qualify weight >= 0.5 * max(weight) over (partition by incident_id, milestone, report_sequence)
)

select
    incident_id,
    milestone,
    event_type_code,
    event_on as reached_on,
    precision,
    fact_id
from strong as one
where not exists (
    -- a month or year yields to a day within it
    select 1 from strong as finer
    where finer.incident_id = one.incident_id
        and finer.milestone = one.milestone
        and finer.report_sequence = one.report_sequence
        and one.precision <> 'day'
        and (finer.precision = 'day' or (finer.precision = 'month' and one.precision = 'year'))
        and finer.event_on between one.event_on and period_end(one.event_on, one.precision)
)
qualify row_number() over (
    partition by incident_id, milestone
    order by report_sequence,      -- the milestones of the first disclosure stay; later reports fill gaps
        event_on,                  -- the earliest: begun, first known, first reported
        weight desc, start_offset, n
) = 1
