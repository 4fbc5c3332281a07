-- The largest incidents
-- Grain: one row per incident that states a number of persons. Published by: JNSA (トップ10), TSR (ランキング).
-- Columns:
--   place: 1 is the largest; equal numbers have equal places
--   persons: number of persons
--   n: incidents in all
--   n_known: incidents that state a number of persons: those ranked
--   n_left_out: incidents that do not, and could be larger than any of these
select
    rank() over (order by records_affected desc) as place,
    incident_id,
    organization,
    sector_code,
    cause_code,
    title,
    reference_on,
    records_affected as persons,
    records_qualifier,
    whole.n,
    whole.n_known,
    whole.n - whole.n_known as n_left_out
from incident_wide
cross join (select count(*) as n, count(*) filter (records_unit = 'persons') as n_known from incident) as whole
where records_unit = 'persons'          -- records and accounts are not ranked among persons
