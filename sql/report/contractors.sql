-- Contractors at which incidents happened
-- Grain: one row per contractor, those named by the most incidents first, a hundred at most.
select
    contractor, count(*) as n, count(distinct organization_id) as n_organizations,
    sum(records_affected) filter (records_unit = 'persons')::bigint as persons,
    min(reference_on)::varchar as first_on, max(reference_on)::varchar as last_on
from incident_wide
where contractor is not null
group by contractor, contractor_id
order by n desc, persons desc nulls last, contractor, contractor_id
limit 100
