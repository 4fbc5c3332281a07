-- 個人情報保護委員会への報告が速報の目安より後になった事案
-- Reports to the regulator after the guideline of the preliminary report
-- A guideline (3 to 5 days), not a breach of law: the notice may date the final report, or the discovery that it was personal data.
select
    days,
    guideline_days,
    discovered_on,
    regulator_reported_on,
    organization,
    incident_id
from regulator_report_delay
where not within_guideline
order by days desc, incident_id
