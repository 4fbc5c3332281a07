-- Every reading of some words of a post as it is stored; ask fact, which names the post
-- Grain: one row per reading. Numbers stand in place of the posts' long ids: the table is the largest.
-- Columns:
--   n: 1, 2, 3 … within the post
--   value: code, name or text that was read
create table if not exists reading (
    post_no bigint not null,
    n integer not null,
    field varchar not null,
    value varchar,
    value_key varchar,
    number bigint,
    unit varchar,
    qualifier varchar,
    role varchar,
    event_on date,
    precision varchar,
    event_time time,
    what varchar,
    section varchar,
    hedge varchar,
    weight double not null,
    quote varchar not null,
    start_offset integer not null,
    end_offset integer not null,
    start_char integer not null,
    end_char integer not null,
    rule varchar,
    confidence double not null,
    load_run_id bigint not null
);
