-- fail: a count that a correction or a later report superseded is the number of the incident
select records_choice.incident_id, records_choice.records_affected, record_count.quote
from records_choice
join record_count using (record_count_id)
where record_count.superseded
