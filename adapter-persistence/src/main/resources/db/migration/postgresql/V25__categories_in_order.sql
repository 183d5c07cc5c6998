-- The list by category goes on anywhere without sorting, in the order of people: category_key is the category without case and accents, and
-- empty for none. No script can compute it: the program does when the database is opened (ComputedColumns).
ALTER TABLE classification DROP CONSTRAINT classification_check;

-- One number for one name, as it is spelled.
DROP INDEX classification_by_names;
CREATE UNIQUE INDEX classification_by_names ON classification
    (household_id, expense_type, coalesce(category, ''), coalesce(subcategory, ''), coalesce(account, ''), common, coalesce(split, ''),
     coalesce(payer, ''), coalesce(bill_id, 0), coalesce(provision_id, 0), coalesce(source, ''), received);

-- Rows on their way into the books have a key of before: what was staged is staged again.
DELETE FROM staged_transaction;
