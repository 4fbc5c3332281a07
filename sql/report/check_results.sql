-- What the checks found
-- Grain: one row per check.
select check_name, severity, title, offenders from check_result order by offenders = 0, severity, sort_order, check_name
