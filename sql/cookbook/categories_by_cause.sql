-- どの原因でどの情報が漏えいしたか
-- Which categories of data go with which causes
-- share_of_cause: of the incidents of the cause, those that exposed the category.
select
    cause_ja,
    cause_en,
    name_ja as category_ja,
    name_en as category_en,
    n,
    share_of_cause
from data_category_by_cause
where n > 0
order by cause_code nulls last, n desc, data_category_code
