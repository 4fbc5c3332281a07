-- What the checks found when the star was last built
-- Grain: one row per check of sql/checks.
-- Columns:
--   check_name: name of the check's file
--   severity: fail (the warehouse is wrong) or warn (odd, to be looked at)
--   title: what is wrong with the offenders
--   offenders: number of rows the check returned
create table if not exists check_result (
    check_name varchar not null,
    severity varchar not null,
    title varchar not null,
    offenders bigint not null,
    sort_order integer not null
);
