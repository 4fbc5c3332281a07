-- Macros for the shell and for the models
create or replace macro cut(body, start_offset, end_offset) as decode(array_slice(encode(body), start_offset + 1, end_offset));
comment on macro cut is 'The words of a post between two byte offsets: cut(body, start_offset, end_offset) is the quote of an evidence row.';

create or replace macro short_hash(words) as left(md5(words), 16);
comment on macro short_hash is 'Sixteen hex digits that stand for a text: the same on every machine.';

create or replace macro days_between(from_day, to_day) as date_diff('day', from_day, to_day);
comment on macro days_between is 'Days from one date to another: 0 on the same day, negative when the second is earlier.';

create or replace macro fiscal_year(day) as year(day - interval 3 month)::integer;
comment on macro fiscal_year is 'Japanese fiscal year of a date: it begins in April.';

create or replace macro period_end(day, exactness) as (case exactness when 'year' then last_day(make_date(year(day), 12, 1)) when 'month' then last_day(day) else day end);
comment on macro period_end is 'Last day of the period that a date of that precision (day, month, year) stands for.';

create or replace macro era_year_name(first_year, day) as if(year(day) = first_year, '元', (year(day) - first_year + 1)::varchar) || '年';
comment on macro era_year_name is 'Year of an era that began in first_year: 元年, 2年 ….';

create or replace macro wareki(day) as (
    case when day >= date '2019-05-01' then '令和' || era_year_name(2019, day)
         when day >= date '1989-01-08' then '平成' || era_year_name(1989, day)
         when day >= date '1926-12-25' then '昭和' || era_year_name(1926, day)
         when day >= date '1912-07-30' then '大正' || era_year_name(1912, day)
         when day >= date '1868-10-23' then '明治' || era_year_name(1868, day) end
    || month(day)::varchar || '月' || day(day)::varchar || '日');
comment on macro wareki is 'A date in the Japanese calendar: wareki(date ''2024-05-07'') is 令和6年5月7日.';

-- Words that mark a later report of a case, on a title without blanks: （第二報）, 続報, 最終報告, 追加報告, 調査報告.
create or replace macro report_mark() as '[（(【「\[〔<＜]?(第[0-9一二三四五六七八九十]+[報回]|続報|続々報|最終報告?|中間報告|追加報告|調査(結果|完了)?の?(ご|御)?報告書?|その[0-9一二三四五六七八九十]+)[）)】」\]〕>＞]?';
comment on macro report_mark is 'Regular expression of the words of a title that mark which report of a case it is.';

create or replace macro is_follow_up(title_key) as coalesce(regexp_matches(regexp_replace(title_key, '第[1一]報|その[1一]', ''), report_mark()), false);
comment on macro is_follow_up is 'Whether a title says that it is a later report of a case; 第一報 is not.';

create or replace macro without_report_mark(title_key) as regexp_replace(title_key, report_mark(), '', 'g');
comment on macro without_report_mark is 'A title without the words that mark which report of a case it is.';

-- A value as found unless an analyst set it: said maps the fields set to their values, NULL for set to unknown.
create or replace macro corrected(said, field, found) as case when map_contains(said, field) then said[field] else found end;
comment on macro corrected is 'A value as found unless a correction sets it: said maps fields to values.';
create or replace macro corrected_date(said, field, found) as case when map_contains(said, field) then said[field]::date else found end;
comment on macro corrected_date is 'A date as found unless a correction sets it.';
create or replace macro corrected_number(said, field, found) as case when map_contains(said, field) then said[field]::bigint else found end;
comment on macro corrected_number is 'A number as found unless a correction sets it.';
create or replace macro corrected_flag(said, field, found) as case when map_contains(said, field) then said[field]::boolean else found end;
comment on macro corrected_flag is 'A flag as found unless a correction sets it.';

create or replace macro written_date(day, exactness) as left(day::varchar, case exactness when 'year' then 4 when 'month' then 7 else 10 end);
comment on macro written_date is 'A date as precise as it is known: 2024, 2024-05, 2024-05-07.';

create or replace macro sentence_of(body, start_offset, end_offset) as
    regexp_extract(cut(body, 0, start_offset), '[^。\n]*$') || cut(body, start_offset, end_offset)
    || if(ends_with(cut(body, start_offset, end_offset), '。'), '', regexp_extract(cut(body, end_offset, octet_length(encode(body))), '^[^。\n]*。?'));
comment on macro sentence_of is 'The sentence of a post around the words between two byte offsets.';
