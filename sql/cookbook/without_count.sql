-- 件数・人数の記載がない公表
-- Notices that state no number of persons or records
-- stated: the numbers that are there and count something else (places, days), or were taken back.
select
    incident_wide.incident_id,
    incident_wide.disclosed_on,
    incident_wide.organization,
    incident_wide.title,
    string_agg(distinct record_count.quote, ' / ' order by record_count.quote) as stated
from incident_wide
left join record_count using (incident_id)
where incident_wide.records_affected is null
group by all
order by incident_wide.disclosed_on desc nulls last, incident_wide.incident_id
