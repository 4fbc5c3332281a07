-- The organization that disclosed each incident, and the contractor at which it happened
-- Grain: one row per incident and role (discloser, contractor).
-- Columns:
--   role: discloser or contractor
--   name_key: the name for comparing
--   fact_id: the reading that decided
select
    incident_post.incident_id,
    post_organization.role,
    post_organization.organization_id,
    post_organization.name_key,
    post_organization.fact_id
from post_organization
join incident_post using (post_id)
left join post_organization as discloser
    on discloser.post_id = post_organization.post_id and discloser.role = 'discloser'
where not incident_post.is_copy
    and (post_organization.role = 'discloser' or post_organization.name_key is distinct from discloser.name_key) -- nobody is its own contractor
qualify row_number() over (
    partition by incident_post.incident_id, post_organization.role
    order by incident_post.report_sequence          -- the first disclosure names its party; later reports fill a gap
) = 1
