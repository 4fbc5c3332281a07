-- First reports to a regulator against the guideline for preliminary reports, by year of discovery
-- Grain: one row per year of discovery; NULL where the day of discovery is not known. A guideline (「速やか」, 概ね3～5日), not a finding of breach; which incidents had to be reported is not judged. The notices do not date final reports, so the 30 and 60 days of table guideline are not compared.
-- Columns:
--   n: incidents in all
--   n_reported: incidents that say they were reported
--   n_known: reported incidents whose delay is known and to which a guideline applies
--   n_left_out: reported incidents without (n_reported - n_known)
--   guideline_days: upper end of the guideline
--   n_within: of n_known, those within it
--   share_within: n_within of n_known, 0 to 1
--   median_days: median delay of n_known
select
    year(incident.discovered_on)::integer as year,
    count(*) as n,
    count(*) filter (incident.regulator_reported) as n_reported,
    count(delay.within_guideline) as n_known,
    count(*) filter (incident.regulator_reported) - count(delay.within_guideline) as n_left_out,
    max(delay.guideline_days) as guideline_days,
    count(*) filter (delay.within_guideline) as n_within,
    round(avg(delay.within_guideline::integer), 4) as share_within,
    median(delay.days) filter (delay.within_guideline is not null) as median_days
from incident
left join regulator_report_delay as delay using (incident_id)
group by year(incident.discovered_on)
