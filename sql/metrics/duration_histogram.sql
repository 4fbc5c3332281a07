-- Durations in bands, unknown as a band of its own
-- Grain: one row per measure and band, empty ones too. Published by: OAIC, ICO (bands of time to report).
-- Columns:
--   measure: as in duration_summary
--   duration_band: band of days
--   n: incidents in the band
--   n_known: incidents of the measure whose duration is known: what share is of
--   n_left_out: incidents of the measure whose duration is not
--   share: n of n_known, 0 to 1; NULL for unknown
with measures as (
    select measure, count(days) as n_known, count(*) - count(days) as n_left_out from duration group by measure
),

banded as (
    select
        duration.measure,
        coalesce(duration_band.duration_band, 'unknown') as duration_band,
        count(*) as n
    from duration
    left join duration_band on duration.days >= duration_band.lower
        and (duration.days <= duration_band.upper or duration_band.upper is null)
    group by all
)

select
    measures.measure,
    duration_band.duration_band,
    duration_band.name_ja,
    duration_band.name_en,
    duration_band.sort_order,
    coalesce(banded.n, 0) as n,
    measures.n_known,
    measures.n_left_out,
    case when duration_band.duration_band <> 'unknown'
         then round(coalesce(banded.n, 0) / nullif(measures.n_known, 0), 4) end as share
from measures
cross join duration_band
left join banded on banded.measure = measures.measure and banded.duration_band = duration_band.duration_band
