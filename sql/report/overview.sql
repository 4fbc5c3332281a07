-- Key figures: of everything, of the last twelve months, of the twelve before
-- Grain: one row per period; the periods end with the newest report, not with today.
with bounds as (
    select min(reference_on) as first_day, max(reference_on) as last_day
    from incident_wide
    where reference_precision = 'day'
),

period as (
    select 'all' as period, null::date as from_day, null::date as to_day, true as is_covered from bounds
    union all
    select 'last', (last_day - interval 12 month)::date + 1, last_day, first_day <= (last_day - interval 11 month)::date from bounds
    union all
    select 'previous', (last_day - interval 24 month)::date + 1, (last_day - interval 12 month)::date,
        first_day <= (last_day - interval 23 month)::date  -- a year of which the notices miss the beginning is no year to compare with
    from bounds
),

measured as (
    select incident_wide.*, duration.days
    from incident_wide
    left join duration on duration.incident_id = incident_wide.incident_id and duration.measure = 'time_to_disclosure'
)

select
    period.period,
    period.from_day::varchar as from_day,
    period.to_day::varchar as to_day,
    bool_and(period.is_covered) as is_covered,
    count(incident_id) as n,
    count(*) filter (records_unit = 'persons') as persons_known,
    coalesce(sum(records_affected) filter (records_unit = 'persons'), 0)::bigint as persons,
    count(*) filter (records_unit <> 'persons') as other_unit,
    count(incident_id) - count(records_affected) as records_unknown,
    count(days) as days_known,
    median(days) as median_days,
    count(*) filter (regulator_reported) as regulator_reported
from period
left join measured
    on period.period = 'all' or measured.reference_on between period.from_day and period.to_day
group by period.period, period.from_day, period.to_day
order by period.period
