-- Periods for reports to the Personal Information Protection Commission
-- Grain: one row per period and time of validity.
select guideline_code, name_ja, name_en, report, applies_to, days_from, days_to, valid_from::varchar as valid_from, valid_to::varchar as valid_to, source
from guideline
order by days_to, guideline_code
