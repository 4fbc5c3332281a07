-- 公表文に書かれている事実の割合
-- How many notices state each fact
select
    fact,
    n,
    n_known,
    n_left_out,
    share
from fact_coverage
order by sort_order
