-- Contractors at which incidents of others happened
-- Grain: one row per contractor. Published by: PPC (委託先), デジタルアーツ, in totals.
-- Columns:
--   contractor: name of the contractor
--   n: incidents that happened at it
--   n_organizations: organizations that disclosed them: its clients
--   n_known: incidents that state a number of persons
--   persons: sum of the persons of the incidents known; clients may count the same persons
--   first_on: reference day of the first
--   last_on: reference day of the last
select
    contractor_id as organization_id,
    contractor,
    count(*) as n,
    count(*) filter (records_unit = 'persons') as n_known,
    count(*) - count(*) filter (records_unit = 'persons') as n_left_out,
    count(distinct organization_id) as n_organizations,
    sum(records_affected) filter (records_unit = 'persons')::bigint as persons,
    min(reference_on) as first_on,
    max(reference_on) as last_on
from incident_wide
where contractor_id is not null
group by contractor_id, contractor
