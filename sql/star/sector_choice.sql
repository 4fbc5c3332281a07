-- The sector of each organization that disclosed
-- Grain: one row per organization with a sector.
-- Columns:
--   weight: best weight among the readings of the sector
--   readings: number of readings that say so
select
    post_organization.organization_id,
    fact.value as sector_code,
    max(fact.weight) as weight,
    count(*) as readings
from fact
join post_organization on post_organization.post_id = fact.post_id and post_organization.role = 'discloser'
where fact.field = 'sector' and fact.value is not null and coalesce(fact.hedge, 'stated') <> 'denied'
group by post_organization.organization_id, fact.value
qualify row_number() over (
    partition by post_organization.organization_id
    order by max(fact.weight) desc, count(*) desc,   -- the strongest reading over all notices of the organization
        fact.value                                   -- arbitrary, but always the same
) = 1
