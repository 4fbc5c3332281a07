-- 規模別の件数
-- Incidents by number of records
select
    name_ja,
    name_en,
    n,
    share,
    share_of_known
from incidents_by_size_band
order by sort_order
