-- Incidents by category of data
-- Grain: one row per incident and category.
select incident_wide.*, incident_data_category.data_category_code
from incident_wide
join incident_data_category using (incident_id)
