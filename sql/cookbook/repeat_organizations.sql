-- 複数の事案を公表した組織
-- Organizations with more than one incident
select
    organization,
    sector_code,
    n,
    first_on,
    last_on,
    days_between(first_on, last_on) as days_apart,
    persons,
    incident_ids
from repeat_organizations
order by n desc, organization
