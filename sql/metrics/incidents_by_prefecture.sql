-- Incidents by prefecture of the organization
-- Grain: one row per prefecture, empty ones too; incidents whose prefecture is not known stand in a row with NULL. Published by: HHS (by state).
-- Columns:
--   region: 北海道, 東北, 関東, 中部, 近畿, 中国, 四国, 九州・沖縄
--   n_organizations: organizations that disclosed
--   n_known: incidents that state a number of persons
--   persons: sum of the persons of the incidents known
with counted as (
    select
        prefecture,
        count(*) as n,
        count(*) filter (records_unit = 'persons') as n_known,
        count(distinct organization_id) as n_organizations,
        sum(records_affected) filter (records_unit = 'persons')::bigint as persons
    from incident_wide
    group by prefecture
)

select
    coalesce(prefecture.prefecture, counted.prefecture) as prefecture,
    prefecture.name_en,
    prefecture.region,
    prefecture.sort_order,
    coalesce(counted.n, 0) as n,
    coalesce(counted.n_known, 0) as n_known,
    coalesce(counted.n - counted.n_known, 0) as n_left_out,
    coalesce(counted.n_organizations, 0) as n_organizations,
    counted.persons
from prefecture
full join counted on counted.prefecture = prefecture.prefecture
