-- The days between which the loaded incidents lie
-- Grain: one row. A period that reaches beyond them is partial: other notices of it may not be loaded.
-- Columns:
--   first_on: earliest reference day (disclosed, else discovered, else occurred)
--   last_on: latest reference day; of a month or year its end
--   n: incidents in all
--   n_known: incidents with a reference day, month or year
--   n_left_out: incidents without
select
    min(reference_on) as first_on,
    max(period_end(reference_on, reference_precision)) as last_on,
    count(*) as n,
    count(reference_on) as n_known,
    count(*) - count(reference_on) as n_left_out
from incident_wide
