-- Organizations as the notices were read, before what analysts corrected
-- Grain: one row per name, compared in NFKC without blanks and with (株) written out.
-- Columns:
--   name: the form most often written
--   name_key: the name for comparing
--   prefecture: where the notice says it is, else the prefecture its name begins with; NULL when neither
with named as (
    select organization_id, name_key, name, count(*) as times
    from post_organization
    group by organization_id, name_key, name
),

chosen as (
    select organization_id, name_key, name
    from named
    qualify row_number() over (partition by organization_id order by times desc, length(name) desc, name) = 1
),

located as (
    select post_organization.organization_id, arg_max(fact.value, (fact.weight, fact.value)) as prefecture
    from fact
    join post_organization on post_organization.post_id = fact.post_id and post_organization.role = 'discloser'
    where fact.field = 'prefecture' and coalesce(fact.role, '') = '' and fact.value is not null
    group by post_organization.organization_id
)

select
    chosen.organization_id,
    chosen.name,
    chosen.name_key,
    sector_choice.sector_code,
    coalesce(located.prefecture, prefecture.prefecture) as prefecture
from chosen
left join sector_choice using (organization_id)
left join located using (organization_id)
left join prefecture on starts_with(chosen.name_key, prefecture.prefecture)  -- no prefecture's name begins with another's
