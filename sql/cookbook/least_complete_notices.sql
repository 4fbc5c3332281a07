-- 規則第8条の項目のうち記載の少ない公表
-- Notices with the fewest of the nine items of Article 8
select
    notice_completeness.incident_id,
    incident_wide.organization,
    count(*) filter (notice_completeness.is_present) as n_items,
    string_agg(notice_completeness.name_ja, '、' order by notice_completeness.sort_order) filter (not notice_completeness.is_present) as missing_ja,
    string_agg(notice_completeness.name_en, ', ' order by notice_completeness.sort_order) filter (not notice_completeness.is_present) as missing_en
from notice_completeness
join incident_wide using (incident_id)
group by all
order by n_items, notice_completeness.incident_id
limit 20
