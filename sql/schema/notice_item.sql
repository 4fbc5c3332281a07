-- The nine items that a report under Article 8 of the APPI Enforcement Rules holds
-- Grain: one row per item, from seeds/notice_item.csv.
-- Columns:
--   item_code: the item
create table if not exists notice_item (
    item_code varchar not null,
    name_ja varchar not null,
    name_en varchar not null,
    sort_order integer not null
);
