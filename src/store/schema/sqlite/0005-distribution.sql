-- SPDX-License-Identifier: GPL-3.0-or-later
-- What sharing the year's income needs beside 0001: versions of a plan, how the general meeting was judged, and in what form a share
-- is paid. Columns added to tables with an act_id are NULL in old rows.

-- ---------------------------------------------------------------- versions of a plan

-- The latest row of a year and name counts; rows without a name are the year's plan itself.
ALTER TABLE plan ADD COLUMN name TEXT CHECK (name <> '');
CREATE INDEX plan_year_name ON plan (year, name, id);

-- ---------------------------------------------------------------- the general meeting

-- Counted heads, where they were said (Law 17/2023 Art. 59-61): official members, those present or stood for, votes for the plan.
ALTER TABLE plan_approval ADD COLUMN members INTEGER CHECK (members > 0);
ALTER TABLE plan_approval ADD COLUMN present INTEGER CHECK (present BETWEEN 0 AND members);
ALTER TABLE plan_approval ADD COLUMN in_favour INTEGER CHECK (in_favour BETWEEN 0 AND present);
ALTER TABLE plan_approval ADD COLUMN call INTEGER CHECK (call BETWEEN 1 AND 3);  -- which call of the meeting it was
ALTER TABLE plan_approval ADD COLUMN call_before TEXT; -- the day of the call before, which too few attended

-- ---------------------------------------------------------------- forms of payment

-- What a member's shares of one profit are paid in, where it is not all money. form: 1 money 2 capital 3 qualified notice
-- 4 nonqualified notice. Rows of one member and profit add up to the shares.
CREATE TABLE plan_form (
  id          INTEGER PRIMARY KEY,
  approval_id INTEGER NOT NULL REFERENCES plan_approval (id),
  party_id    INTEGER NOT NULL REFERENCES party (id),
  side        INTEGER NOT NULL CHECK (side IN (0, 1)),
  pool        INTEGER NOT NULL CHECK (pool BETWEEN 0 AND 3),
  form        INTEGER NOT NULL CHECK (form BETWEEN 1 AND 4),
  amount      INTEGER NOT NULL CHECK (amount > 0),
  act_id      INTEGER NOT NULL REFERENCES audit (id),
  UNIQUE (approval_id, party_id, side, pool, form)
) STRICT;

-- ---------------------------------------------------------------- members' capital

-- What a locked period said of promises stands, as its vouchers do.
CREATE TRIGGER capital_event_guard BEFORE INSERT ON capital_event WHEN NEW.voucher_id IS NULL
BEGIN
  SELECT RAISE (ABORT, 'period-locked')
   WHERE coalesce ((SELECT o.date FROM capital_event o WHERE o.id = NEW.reverses_id), NEW.date)
      <= (SELECT until FROM period_lock ORDER BY id DESC LIMIT 1);
END;

-- ---------------------------------------------------------------- forms by year

-- The first day from which a text of the name holds, where a later version was taken in; NULL: from the book's beginning. Of a day
-- the latest row counts; an empty text takes the version of that day back, so that the one before it holds on.
ALTER TABLE data_file ADD COLUMN valid_from TEXT CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
