-- Organizations that disclosed an incident, or were the contractor at which it happened
-- Grain: one row per name, compared in NFKC without blanks and with (株) written out.
-- Columns:
--   name: the form most often written
--   name_key: the name for comparing
--   prefecture: where the notice says it is, else the prefecture its name begins with; NULL when neither
with named as (
    select organization_id, name, name_key, sector_code, prefecture from organization_found
    union all
    -- a name that only an analyst gives: its sector is not known until one gives that too
    select short_hash(value_key), any_value(value), value_key, null, any_value(prefecture.prefecture)
    from correction_ruling
    left join prefecture on starts_with(value_key, prefecture.prefecture)
    where ruling = 'stands' and target in ('organization', 'contractor') and value is not null
        and short_hash(value_key) not in (select organization_id from organization_found)
    group by value_key
),

correction_of as (
    select organization_id, map(list(field), list(value)) as said
    from (select distinct organization_id, field, value from organization_correction where ruling = 'stands')
    group by organization_id
)

select
    named.organization_id,
    named.name,
    named.name_key,
    corrected(said, 'sector_code', named.sector_code) as sector_code,
    corrected(said, 'prefecture', named.prefecture) as prefecture
from named
left join correction_of using (organization_id)
