-- Categories of personal data
-- Grain: one row per category, from seeds/data_category.csv.
-- Columns:
--   sensitivity: basic, contact, financial, credential, special_care (要配慮個人情報), other
--   veris_variety: attribute.confidentiality.data.variety of VERIS 1.4.1
create table if not exists data_category (
    data_category_code varchar not null,
    name_ja varchar not null,
    name_en varchar not null,
    sensitivity varchar not null,
    veris_variety varchar not null,
    sort_order integer not null
);
