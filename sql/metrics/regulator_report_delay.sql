-- Days from discovery to the first report to a regulator, beside the guideline for preliminary reports
-- Grain: one row per incident that says it was reported. A guideline to compare with (「速やか」, 概ね3～5日), not a finding of breach. Published by: none; PPC publishes totals.
-- Columns:
--   guideline_days: upper end of the guideline in force on the day of discovery; NULL before there was one, or when that day is not known
--   days: days between, where both are known to the day and in order; else NULL
--   within_guideline: at most guideline_days; NULL when either is not known
--   left_out_because: not_stated, not_to_the_day, reversed; NULL where days is known
select
    duration.incident_id,
    organization.name as organization,
    organization.sector_code,
    incident.cause_code,
    incident.discovered_on,
    incident.discovered_precision,
    incident.regulator_reported_on,
    incident.regulator_reported_precision,
    duration.days,
    guideline.days_to as guideline_days,
    duration.days <= guideline.days_to as within_guideline,
    duration.left_out_because
from duration
join incident using (incident_id)
left join organization using (organization_id)
left join guideline
    on guideline.report = 'preliminary'
    and incident.discovered_on >= guideline.valid_from            -- the duty to report began on 2022-04-01
    and (guideline.valid_to is null or incident.discovered_on <= guideline.valid_to)
where duration.measure = 'regulator_report_delay'
    and incident.regulator_reported
