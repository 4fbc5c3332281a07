-- 閲覧・流出できる状態が長く続いた事案
-- Exposures that lasted longest
select
    days,
    from_on,
    to_on,
    organization,
    cause_code,
    incident_id
from exposure_duration
where days is not null
order by days desc, incident_id
limit 20
