-- Incidents by the facts that a coverage counts, stated or not
-- Grain: one row per incident and fact.
select incident_wide.*, fact_coverage.fact
from incident_wide
cross join fact_coverage
