-- Organizations that disclosed more than one incident
-- Grain: one row per organization, those with the most first, a hundred at most.
select organization, sector_code, n, n_known, persons, first_on::varchar as first_on, last_on::varchar as last_on
from repeat_organizations
order by n desc, persons desc nulls last, organization, organization_id
limit 100
