-- How many incidents state each fact
-- Grain: one row per fact.
select fact, n, n_known, n_left_out from fact_coverage order by sort_order
