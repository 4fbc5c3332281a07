-- warn: an event that was read without a date that exists
select fact_id, value, quote, rule
from fact
where field = 'event' and event_on is null
