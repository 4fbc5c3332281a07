-- The part of incidents that happened at a contractor, by year
-- Grain: one row per year; incidents without any date stand in a row with NULL. Published by: PPC, デジタルアーツ.
-- Columns:
--   n_contractor: incidents whose notice names a contractor; a contractor left unnamed is not seen
--   share: n_contractor of n, 0 to 1
--   n_known: incidents that state a number of persons
--   persons: sum of the persons of the incidents known
--   persons_contractor: of them, at contractors
select
    year,
    count(*) as n,
    count(contractor_id) as n_contractor,
    round(count(contractor_id) / count(*), 4) as share,
    count(*) filter (records_unit = 'persons') as n_known,
    count(*) - count(*) filter (records_unit = 'persons') as n_left_out,
    sum(records_affected) filter (records_unit = 'persons')::bigint as persons,
    sum(records_affected) filter (records_unit = 'persons' and contractor_id is not null)::bigint as persons_contractor
from incident_wide
group by year
