-- Incidents by quarter, with the change on the quarter before
-- Grain: one row per quarter; incidents that cannot be placed stand in a row with period_start NULL. Published by: OAIC (half-years), ICO.
-- Columns:
--   period_start: first day of the quarter
--   period_end: last day of the quarter
--   is_partial: reaches beyond the days of the loaded incidents: not to be compared with a full one
--   n_organizations: organizations that disclosed
--   n_known: incidents that state a number of persons
--   persons: sum of the persons of the incidents known; NULL where none is known
--   mean_persons: mean over the incidents known
--   median_persons: median over the incidents known
--   n_before: incidents of the quarter before; NULL where none was loaded
--   change: n against n_before, as a share of n_before
--   persons_before: persons of the quarter before
with placed as (
    select
        case when reference_precision in ('day', 'month') then date_trunc('quarter', reference_on)::date end as period_start,   -- by disclosure, else discovery, else occurrence; a year alone has no quarter
        organization_id,
        records_affected,
        records_unit
    from incident_wide
),

counted as (
    select
        period_start,
        count(*) as n,
        count(*) filter (records_unit = 'persons') as n_known,
        count(distinct organization_id) as n_organizations,
        sum(records_affected) filter (records_unit = 'persons')::bigint as persons,
        round(avg(records_affected) filter (records_unit = 'persons'), 1) as mean_persons,
        median(records_affected) filter (records_unit = 'persons') as median_persons
    from placed
    group by period_start
),

bounded as (
    select
        counted.*,
        (period_start + interval 3 months - interval 1 day)::date as period_end
    from counted
)

select
    bounded.period_start,
    bounded.period_end,
    year(bounded.period_start)::integer as year,
    quarter(bounded.period_start)::integer as quarter,
    coalesce(bounded.period_start < observed_span.first_on or bounded.period_end > observed_span.last_on, false) as is_partial,
    bounded.n,
    bounded.n_known,
    bounded.n - bounded.n_known as n_left_out,
    bounded.n_organizations,
    bounded.persons,
    bounded.mean_persons,
    bounded.median_persons,
    before.n as n_before,
    round((bounded.n - before.n) / before.n, 4) as change,
    before.persons as persons_before
from bounded
cross join observed_span
left join counted as before on before.period_start = (bounded.period_start - interval 3 months)::date
