-- Years of the incidents
-- Grain: one row per year, newest first; the last row is of incidents without any date.
select year, count(*) as n from incident_wide group by year order by year desc nulls last
