-- Who each post says discloses, and the contractor at which it happened
-- Grain: one row per post and role (discloser, contractor).
-- Columns:
--   role: discloser or contractor
--   organization_id: short hash of name_key
--   name: the name as the post writes it
--   name_key: the name for comparing
--   fact_id: the reading that decided
select
    post_id,
    role,
    short_hash(value_key) as organization_id,
    value as name,
    value_key as name_key,
    fact_id
from fact
where field = 'organization'
    and role in ('discloser', 'contractor')       -- parents and mere mentions are not parties
    and coalesce(value_key, '') <> ''
    and coalesce(hedge, 'stated') <> 'denied'
qualify row_number() over (
    partition by post_id, role
    order by weight desc, start_offset, n         -- of equal weight the first named, as titles and openings name the discloser
) = 1
