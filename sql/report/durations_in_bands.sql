-- How many incidents took how many days, by measure
-- Grain: one row per measure and band of days; the bands end where the guidelines for reports end (5, 30, 60 days).
with band as (
    select unnest([
        {sort_order: 1, lower: 0, upper: 0}, {sort_order: 2, lower: 1, upper: 3}, {sort_order: 3, lower: 4, upper: 5},
        {sort_order: 4, lower: 6, upper: 10}, {sort_order: 5, lower: 11, upper: 20}, {sort_order: 6, lower: 21, upper: 30},
        {sort_order: 7, lower: 31, upper: 45}, {sort_order: 8, lower: 46, upper: 60}, {sort_order: 9, lower: 61, upper: 90},
        {sort_order: 10, lower: 91, upper: 180}, {sort_order: 11, lower: 181, upper: 365}, {sort_order: 12, lower: 366, upper: null}
    ], recursive := true)
),

summary as (
    select
        measure,
        count(*) as n,
        count(days) as n_known,
        count(*) filter (left_out_because = 'not_stated') as n_not_stated,
        count(*) filter (left_out_because = 'not_to_the_day') as n_not_to_the_day,
        count(*) filter (left_out_because = 'reversed') as n_reversed,
        median(days) as median_days,
        quantile_cont(days, 0.9) as p90_days,
        count(*) filter (days <= 5) as n_within_5,
        count(*) filter (days <= 30) as n_within_30
    from duration
    group by measure
)

select summary.*, band.lower, band.upper, count(duration.incident_id) as n_band
from summary
cross join band
left join duration
    on duration.measure = summary.measure
    and duration.days >= band.lower
    and (duration.days <= band.upper or band.upper is null)
group by all
order by summary.measure, band.lower
