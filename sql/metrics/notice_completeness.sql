-- Which of the nine items of Article 8 of the APPI Enforcement Rules each notice speaks of
-- Grain: one row per incident and item. The article lists what a report to the Commission holds, not what a public notice must. Published by: none.
-- Columns:
--   item_code: the item
--   is_present: the notice speaks of it; NULL where that cannot be told from a notice
--   judged_by: fact (read, with evidence), words (words in the text, not read further), nature (every notice does), none
with judged as (
    select
        incident.incident_id,
        exists (select 1 from timeline_event where timeline_event.incident_id = incident.incident_id) or incident.cause_code is not null as overview,
        exists (select 1 from incident_data_category where incident_data_category.incident_id = incident.incident_id) as data_items,
        coalesce(incident.records_unit = 'persons', false) as subject_count,
        coalesce(incident.cause_code <> 'unknown', false) as cause,
        contains(post.body, '二次被害') or contains(post.body, '不正利用') or contains(post.body, '悪用') as secondary_damage, -- whether it is affirmed or denied is not told
        incident.subjects_notified as subject_response,
        true as publication,                                     -- a notice is one
        contains(post.body, '再発防止') as prevention
    from incident
    join post using (post_id)
),

long as (
    unpivot judged on * exclude (incident_id) into name item_code value is_present
)

select
    judged.incident_id,
    notice_item.item_code,
    notice_item.name_ja,
    notice_item.name_en,
    notice_item.sort_order,
    long.is_present,
    case when notice_item.item_code in ('secondary_damage', 'prevention') then 'words'
         when notice_item.item_code = 'publication' then 'nature'
         when notice_item.item_code = 'other_matters' then 'none'
         else 'fact' end as judged_by
from judged
cross join notice_item
left join long on long.incident_id = judged.incident_id and long.item_code = notice_item.item_code
