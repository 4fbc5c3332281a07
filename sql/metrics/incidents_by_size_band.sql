-- Incidents by band of the number affected, unknown as a band of its own
-- Grain: one row per band, empty ones too. Published by: JNSA (規模別), TSR (レンジ別 + 不明), PPC (人数別).
-- Columns:
--   n: incidents in the band, whatever the unit (persons, records, addresses, accounts)
--   n_known: of them, those that count persons
--   n_left_out: of them, those that count something else, or nothing
--   share: share of all incidents, 0 to 1
--   share_of_known: share of the incidents whose number is known; NULL for unknown
with counted as (
    select
        size_band,
        count(*) as n,
        count(*) filter (records_unit = 'persons') as n_known
    from incident_wide
    group by size_band
)

select
    size_band.size_band,
    size_band.name_ja,
    size_band.name_en,
    size_band.sort_order,
    coalesce(counted.n, 0) as n,
    coalesce(counted.n_known, 0) as n_known,
    coalesce(counted.n - counted.n_known, 0) as n_left_out,
    round(coalesce(counted.n, 0) / nullif(sum(counted.n) over (), 0), 4) as share,
    case when size_band.size_band <> 'unknown'
         then round(coalesce(counted.n, 0) / nullif(sum(counted.n) filter (size_band.size_band <> 'unknown') over (), 0), 4) end as share_of_known
from size_band
left join counted using (size_band)
