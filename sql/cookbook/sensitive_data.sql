-- 要配慮個人情報・財産的被害のおそれのある情報を含む事案
-- Incidents with special-care, financial or credential data
-- Special-care data, and data that may cause financial damage, are reported whatever the number of persons (APPI Enforcement Rules, Article 7).
select
    incident_id,
    organization,
    string_agg(data_category.name_ja, '、' order by data_category.sort_order) as categories_ja,
    string_agg(data_category.name_en, ', ' order by data_category.sort_order) as categories_en,
    any_value(records_affected) as records_affected,
    any_value(records_unit) as records_unit,
    any_value(regulator_reported) as regulator_reported
from incident_wide
join incident_data_category using (incident_id)
join data_category using (data_category_code)
where data_category.sensitivity in ('special_care', 'financial', 'credential')
group by incident_id, organization
order by incident_id
