-- 業種別の公表までの日数（中央値・9割値）
-- Days from discovery to disclosure by sector: median and 90th percentile
-- n_left_out: incidents whose dates are not stated to the day; a median of one or two incidents says little.
select
    sector_ja,
    sector_en,
    n,
    n_known,
    n_left_out,
    median_days,
    p90_days,
    share_within_7_days,
    share_within_30_days
from time_to_disclosure_by_sector
where n_known > 0
order by median_days desc, sector_code
