-- 年度別の件数・人数
-- Incidents and persons by Japanese fiscal year (from April)
select
    fiscal_year,
    wareki(period_start) as from_ja,
    is_partial,
    n,
    n_organizations,
    persons,
    n_left_out
from incidents_by_fiscal_year
order by fiscal_year nulls last
