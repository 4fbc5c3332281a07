-- What analysts corrected, as their files say it; what became of it says correction_applied
-- Grain: one row per line of a file of corrections. Kept over reloads; the file given again takes the place of what it gave before.
-- Columns:
--   path: the file, as the user named it
--   line: line of the file
--   field: column of incident, organization, contractor, sector_code, prefecture, data_category, timeline_event, merge, split
--   written: the value as the file has it
--   target: what it decides: the field, data_category:CODE, timeline_event:DAY TIME TYPE, split:POST
--   operation: set, add, remove, merge, split
--   value: the value as the tables hold it; NULL is unknown
--   value_key: the value for comparing, of names and titles
--   precision: of a date: day, month, year
--   event_time: clock time of an event
--   event_type_code: type of an event
--   description: what happened, in the analyst's words
--   note: why
--   corrected_by: who judged
--   corrected_on: on which day
--   load_run_id: the run that first took it
create table if not exists correction (
    path varchar not null,
    line integer not null,
    incident_id varchar not null,
    field varchar not null,
    written varchar,
    target varchar not null,
    operation varchar not null,
    value varchar,
    value_key varchar,
    precision varchar,
    event_time time,
    event_type_code varchar,
    description varchar,
    note varchar,
    corrected_by varchar not null,
    corrected_on date not null,
    load_run_id bigint not null
);
