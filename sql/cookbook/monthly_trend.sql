-- 月別の件数と12か月移動合計
-- Incidents by month, and over the twelve months to it
-- Months without an incident are there with 0; incidents without a date to the month are left out.
with month as (
    select distinct date_trunc('month', day)::date as month_start
    from calendar
    where day between (select min(disclosed_on) from incident) and (select max(disclosed_on) from incident)
),

disclosed as (
    select
        date_trunc('month', disclosed_on)::date as month_start,
        count(*) as n
    from incident
    where disclosed_precision in ('day', 'month')
    group by all
)

select
    month.month_start,
    coalesce(disclosed.n, 0) as n,
    sum(coalesce(disclosed.n, 0)) over (order by month.month_start rows 11 preceding)::bigint as n_twelve_months
from month
left join disclosed using (month_start)
order by month.month_start
