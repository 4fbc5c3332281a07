-- Incidents by cause and sector
-- Grain: one row per cause and sector that occur together.
select coalesce(m.cause_code, 'unknown') as cause_code, m.sector_code, sum(m.n)::bigint as n, any_value(cause.sort_order) as sort_order
from sector_by_cause as m
left join cause on cause.cause_code = coalesce(m.cause_code, 'unknown')
group by coalesce(m.cause_code, 'unknown'), m.sector_code
order by sort_order, m.sector_code nulls last
