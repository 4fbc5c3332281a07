-- Types of events on the timeline of an incident
-- Grain: one row per type, from seeds/event_type.csv.
-- Columns:
--   sort_order: order of display, and of events of the same moment
create table if not exists event_type (
    event_type_code varchar not null,
    name_ja varchar not null,
    name_en varchar not null,
    sort_order integer not null
);
