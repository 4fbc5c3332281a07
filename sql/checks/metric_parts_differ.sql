-- fail: a metric whose parts do not add up to the incidents there are
with whole as (
    select count(*) as n, sum(records_affected) filter (records_unit = 'persons') as persons from incident
),

parts as (
    select 'records_by_sector' as metric, sum(n) as n, sum(persons) as persons from records_by_sector
    union all
    select 'records_by_cause', sum(n), sum(persons) from records_by_cause
    union all
    select 'sector_by_cause', sum(n), sum(persons) from sector_by_cause
    union all
    select 'incidents_by_month', sum(n), sum(persons) from incidents_by_month
    union all
    select 'incidents_by_quarter', sum(n), sum(persons) from incidents_by_quarter
    union all
    select 'incidents_by_year', sum(n), sum(persons) from incidents_by_year
    union all
    select 'incidents_by_fiscal_year', sum(n), sum(persons) from incidents_by_fiscal_year
    union all
    select 'incidents_by_prefecture', sum(n), sum(persons) from incidents_by_prefecture
    union all
    select 'incidents_by_sensitivity', sum(n), sum(persons) from incidents_by_sensitivity
    union all
    select 'incidents_by_cause_class, ' || scheme, sum(n), sum(persons)
    from (select distinct scheme from cause_crosswalk) as schemes
    left join incidents_by_cause_class using (scheme)
    group by scheme
    union all
    select 'incidents_by_size_band', sum(n), (select persons from whole) from incidents_by_size_band
    union all
    select 'incident_wide', count(*), sum(records_affected) filter (records_unit = 'persons') from incident_wide
)

select parts.metric, parts.n, whole.n as incidents, parts.persons, whole.persons as persons_of_incidents
from parts
cross join whole
where coalesce(parts.n, 0) <> whole.n or parts.persons is distinct from whole.persons
