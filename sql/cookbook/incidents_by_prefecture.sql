-- 都道府県別の件数と人数
-- Incidents and persons by prefecture
-- The prefecture of the organization, where it is known; NULL is not known.
select
    prefecture,
    name_en,
    region,
    n,
    n_organizations,
    n_known,
    n_left_out,
    persons
from incidents_by_prefecture
where n > 0
order by n desc, prefecture nulls last
