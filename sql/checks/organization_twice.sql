-- warn: two organizations that may be one: their names differ by the legal form alone
with bare as (
    select
        organization_id,
        name,
        regexp_replace(name_key, '株式会社|有限会社|合同会社|(一般|公益)?(社団|財団)法人|学校法人|医療法人(社団|財団)?|社会福祉法人|(地方)?独立行政法人|国立大学法人|公立大学法人|特定非営利活動法人|(生活|農業|漁業)?協同組合', '', 'g') as bare_name
    from organization
)

select one.organization_id, one.name, other.organization_id as other_organization_id, other.name as other_name
from bare as one
join bare as other on other.bare_name = one.bare_name and other.organization_id > one.organization_id
where one.bare_name <> ''
