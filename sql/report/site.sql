-- What the site is made from: span of the notices and the newest load
-- Grain: one row.
select
    (select count(*) from incident) as incidents,
    (select count(*) from post where kind = 'article') as articles,
    (select count(*) from document) as documents,
    (select min(reference_on)::varchar from incident_wide) as first_day,
    (select max(reference_on)::varchar from incident_wide) as last_day,
    (select strftime(max(finished_at), '%Y-%m-%d %H:%M') from load_run) as loaded_at,
    (select max_by(tool_version, load_run_id) from load_run) as tool_version
