-- 業種別の件数と人数
-- Incidents and persons by sector
-- persons: the sum over the n_known incidents that state a number of persons.
select
    sector_code,
    name_ja,
    name_en,
    n,
    n_known,
    n_left_out,
    persons,
    median_persons
from records_by_sector
order by n desc, sector_code nulls last
