-- The 47 prefectures
-- Grain: one row per prefecture, from seeds/prefecture.csv.
-- Columns:
--   prefecture: name with its ending, such as 埼玉県
--   region: 北海道, 東北, 関東, 中部, 近畿, 中国, 四国, 九州・沖縄
create table if not exists prefecture (
    prefecture varchar not null,
    name_en varchar not null,
    region varchar not null,
    sort_order integer not null
);
