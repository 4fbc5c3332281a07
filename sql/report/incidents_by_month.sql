-- Incidents by month and group of causes
-- Grain: one row per month between the first and the last, and group of causes; is_partial marks the two months at the ends.
with months as (
    select distinct date_trunc('month', day)::date as month_start
    from calendar
    where day between (select min(month_start) from incidents_by_month) and (select max(month_start) from incidents_by_month)
),

classes as (select distinct cause_group from cause)

select
    strftime(months.month_start, '%Y-%m') as month,
    classes.cause_group,
    coalesce(sum(m.n), 0)::bigint as n,
    months.month_start in ((select min(month_start) from incidents_by_month), (select max(month_start) from incidents_by_month)) as is_partial,
    (select sum(n)::bigint from incidents_by_month where month_start is null) as n_without_month
from months
cross join classes
left join incidents_by_month as m on m.month_start = months.month_start and coalesce(m.cause_group, 'other') = classes.cause_group
group by months.month_start, classes.cause_group
order by month, classes.cause_group
