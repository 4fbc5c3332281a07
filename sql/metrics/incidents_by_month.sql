-- Incidents by month and cause group
-- Grain: one row per month and cause group; incidents that cannot be placed stand in a row with month_start NULL. Published by: デジタルアーツ (by year), OAIC and ICO (by quarter).
-- Columns:
--   month_start: first day of the month
--   is_partial: reaches beyond the days of the loaded incidents: not to be compared with a full one
--   n_known: incidents that state a number of persons
--   persons: sum of the persons of the incidents known
with placed as (
    select
        case when reference_precision in ('day', 'month')
             then date_trunc('month', reference_on)::date end as month_start,   -- by disclosure, else discovery, else occurrence; a year alone has no month
        cause_group,
        records_affected,
        records_unit
    from incident_wide
)

select
    month_start,
    year(month_start)::integer as year,
    month(month_start)::integer as month,
    cause_group,
    coalesce(month_start < min(observed_span.first_on) or last_day(month_start) > min(observed_span.last_on), false) as is_partial,
    count(*) as n,
    count(*) filter (records_unit = 'persons') as n_known,
    count(*) - count(*) filter (records_unit = 'persons') as n_left_out,
    sum(records_affected) filter (records_unit = 'persons')::bigint as persons
from placed
cross join observed_span
group by month_start, cause_group
