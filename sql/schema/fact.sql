-- Every reading of some words of a post, those that lost included
-- Grain: one row per reading. Which of them counts is decided in the star; none is dropped.
-- Columns:
--   fact_id: post_id, a colon and n
--   post_id: the post whose words it reads
--   document_id: the document of the post
--   n: 1, 2, 3 … within the post
--   field: organization, sector, cause, data_category, count, event, flag, prefecture
--   value: code, name or text that was read
--   value_key: for names: NFKC, lower case, without blanks, (株) and the like written out: for comparing
--   number: for counts: the number
--   unit: for counts: persons, records, addresses, accounts, households, facilities, days, amount, other
--   qualifier: for counts: exact, about, at_most, at_least
--   role: what the reading plays in the sentence: discloser, alias, contractor, parent, mentioned; included, excluded; total, part, population, recipient, superseded, other; start, end
--   event_on: for events: the day, or the first day of the month or year
--   precision: for events: day, month, year
--   event_time: for events: the clock time
--   what: for counts and events: the phrase that says what it is
--   section: class of the heading it stands under
--   hedge: stated, possible, denied, planned
--   weight: how strongly it speaks for its value among readings of the same field
--   quote: the words of the notice
--   start_offset: byte of the post's body at which the quote begins
--   end_offset: byte of the post's body after the quote
--   start_char: the same in characters
--   end_char: the same in characters
--   rule: id of the rule that found it
--   confidence: 0 to 1, that this reading of these words is right
create table if not exists fact (
    fact_id varchar not null,
    post_id varchar not null,
    document_id varchar not null,
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
    start_offset bigint not null,
    end_offset bigint not null,
    start_char bigint not null,
    end_char bigint not null,
    rule varchar,
    confidence double not null
);
