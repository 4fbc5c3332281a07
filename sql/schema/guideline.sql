-- Periods for reports under the APPI (個人情報保護法): a guideline to compare with, not a finding of breach
-- Grain: one row per period and time of validity, from seeds/guideline.csv.
-- Columns:
--   guideline_code: the period
--   report: preliminary (速報) or final (確報)
--   applies_to: all, malicious (不正の目的), other
--   days_from: lower end in days; 0 where there is only an upper end
--   days_to: upper end in days
--   valid_from: first day on which it applies
--   valid_to: last day on which it applies; NULL while it does
--   source: article, rule or guideline it comes from
create table if not exists guideline (
    guideline_code varchar not null,
    name_ja varchar not null,
    name_en varchar not null,
    report varchar not null,
    applies_to varchar not null,
    days_from integer not null,
    days_to integer not null,
    valid_from date not null,
    valid_to date,
    source varchar not null
);
