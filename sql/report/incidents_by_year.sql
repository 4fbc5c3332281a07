-- Incidents by year and group of causes
-- Grain: one row per year between the first and the last, and group of causes; is_partial marks the two years at the ends unless they are whole.
with bounds as (
    select min(reference_on) as first_day, max(reference_on) as last_day from incident_wide
),

years as (
    select distinct calendar.year
    from calendar, bounds
    where calendar.day between bounds.first_day and bounds.last_day
),

classes as (select distinct cause_group from cause)

select
    years.year,
    classes.cause_group,
    count(w.incident_id) as n,
    any_value(years.year = year(first_day) and month(first_day) > 1 or years.year = year(last_day) and month(last_day) < 12) as is_partial,
    (select count(*) from incident_wide where year is null) as n_without_year
from years
cross join classes
cross join bounds
left join incident_wide as w on w.year = years.year and coalesce(w.cause_group, 'other') = classes.cause_group
group by years.year, classes.cause_group
order by years.year, classes.cause_group
