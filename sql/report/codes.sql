-- Codes with their labels: sectors, causes, categories of data, types of events, bands
-- Grain: one row per code; parent is the cause's group, the category's sensitivity, the band's lower end.
select 'sector' as kind, sector_code as code, name_ja, name_en, '' as parent, ascii(sector_code) as sort_order from sector
union all
select 'cause', cause_code, name_ja, name_en, cause_group, sort_order from cause
union all
select 'category', data_category_code, name_ja, name_en, sensitivity, sort_order from data_category
union all
select 'event', event_type_code, name_ja, name_en, '', sort_order from event_type
union all
select 'size', size_band, name_ja, name_en, coalesce(lower::varchar, ''), sort_order from size_band
order by kind, sort_order, code
