-- Incidents by duration
-- Grain: one row per incident and measure.
select incident_wide.*, duration.measure, duration.days, coalesce(duration_band.duration_band, 'unknown') as duration_band
from incident_wide
join duration using (incident_id)
left join duration_band on duration.days >= duration_band.lower and (duration.days <= duration_band.upper or duration_band.upper is null)
