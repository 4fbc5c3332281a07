-- Incidents by cause in the classes of five schemes
-- Grain: one row per scheme and class that occurs; incidents without a cause stand in the class of unknown. Published by: JNSA (2018), TSR, VERIS, Privacy Rights Clearinghouse.
-- Columns:
--   scheme: own, jnsa (2018), tsr (東京商工リサーチ), veris (actions), prc (Privacy Rights Clearinghouse)
--   class_code: class of that scheme
--   n_known: incidents that state a number of persons
--   persons: sum of the persons of the incidents known; NULL where none is known
--   mean_persons: mean over the incidents known
--   share: share of all incidents, 0 to 1
select
    cause_crosswalk.scheme,
    cause_crosswalk.class_code,
    cause_crosswalk.name_ja,
    cause_crosswalk.name_en,
    min(cause_crosswalk.sort_order) as sort_order,
    count(*) as n,
    count(*) filter (incident.records_unit = 'persons') as n_known,
    count(*) - count(*) filter (incident.records_unit = 'persons') as n_left_out,
    sum(incident.records_affected) filter (incident.records_unit = 'persons')::bigint as persons,
    round(avg(incident.records_affected) filter (incident.records_unit = 'persons'), 1) as mean_persons,
    round(count(*) / sum(count(*)) over (partition by cause_crosswalk.scheme), 4) as share
from incident
join cause_crosswalk on cause_crosswalk.cause_code = coalesce(incident.cause_code, 'unknown')   -- nothing read is not known
group by cause_crosswalk.scheme, cause_crosswalk.class_code, cause_crosswalk.name_ja, cause_crosswalk.name_en
