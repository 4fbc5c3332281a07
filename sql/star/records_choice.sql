-- The number of persons (or records, addresses, accounts) of each incident
-- Grain: one row per incident that states one.
-- Columns:
--   records_affected: the number
--   records_unit: persons, records, addresses, accounts
--   records_qualifier: exact, about, at_most, at_least
--   record_count_id: the count that decided
select
    incident_id,
    value as records_affected,
    unit as records_unit,
    coalesce(qualifier, 'exact') as records_qualifier,
    record_count_id
from record_count
where role in ('total', 'affected')                 -- parts, populations and recipients are not it, and parts are not summed
    and unit in ('persons', 'records', 'addresses', 'accounts')
    and not superseded
    and coalesce(hedge, 'stated') in ('stated', 'possible')
qualify row_number() over (
    partition by incident_id
    order by weight desc,
        list_position(['persons', 'accounts', 'addresses', 'records'], unit),  -- people before things
        value desc,                                                            -- the larger, as the whole holds its parts
        start_offset, record_count_id
) = 1
