-- How many notices speak of each of the nine items of Article 8 of the APPI Enforcement Rules
-- Grain: one row per item. Published by: none.
-- Columns:
--   item_code: the item
--   judged_by: fact (read, with evidence), words (words in the text, not read further), nature (every notice does), none
--   n_present: incidents whose notice speaks of it
--   n_known: incidents of which it can be told
--   n_left_out: incidents of which it cannot
--   share: n_present of n_known, 0 to 1
select
    item_code,
    name_ja,
    name_en,
    sort_order,
    judged_by,
    count(*) as n,
    count(is_present) as n_known,
    count(*) - count(is_present) as n_left_out,
    count(*) filter (is_present) as n_present,
    round(count(*) filter (is_present) / nullif(count(is_present), 0), 4) as share
from notice_completeness
group by item_code, name_ja, name_en, sort_order, judged_by
