-- Incidents by month and cause group
-- Grain: one row per month and cause group; incidents without a day or month stand in a row with month_start NULL. Published by: デジタルアーツ (by year), OAIC and ICO (by quarter).
-- Columns:
--   month_start: first day of the month of the disclosure, else discovery, else occurrence
--   is_partial: the first or the last month seen: other notices of that month may not be loaded
--   n_known: incidents that state a number of persons
--   persons: sum of the persons of the incidents known
with placed as (
    select
        case when reference_precision in ('day', 'month') then date_trunc('month', reference_on)::date end as month_start, -- a year alone is no month
        incident_wide.*
    from incident_wide
)

select
    month_start,
    year(month_start)::integer as year,
    month(month_start)::integer as month,
    cause_group,
    coalesce(month_start = min(month_start) over () or month_start = max(month_start) over (), false) as is_partial,
    count(*) as n,
    count(*) filter (records_unit = 'persons') as n_known,
    count(*) - count(*) filter (records_unit = 'persons') as n_left_out,
    sum(records_affected) filter (records_unit = 'persons')::bigint as persons
from placed
group by month_start, cause_group
