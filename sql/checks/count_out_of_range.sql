-- warn: a number affected that is 0, negative, or more than the people of Japan
select incident_id, records_affected, records_unit
from incident
where records_affected <= 0 or records_affected > 130000000
