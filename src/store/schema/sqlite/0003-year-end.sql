-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the year end needs beside 0002: texts and figures of notes that no posting tells, tax marks and the tax sheet, bank
-- reconciliation, counts and confirmations of debts. Columns added to tables with an act_id are NULL in old rows.

-- ---------------------------------------------------------------- items

DROP VIEW item_now;
ALTER TABLE item_fact ADD COLUMN rate INTEGER CHECK (rate >= 0);    -- interest a year, millionths
ALTER TABLE item_fact ADD COLUMN since TEXT;                        -- the day of the contract, or on which an asset came into use
ALTER TABLE item_fact ADD COLUMN frozen TEXT;                       -- since when the debt is frozen (khoanh nợ)
ALTER TABLE item_fact ADD COLUMN place TEXT;                        -- who keeps it, where it stands
CREATE VIEW item_now AS
  SELECT i.id, i.code, coalesce (f.name, i.name) AS name, coalesce (f.fold, lower (i.name)) AS fold, coalesce (f.kind, 'other') AS kind,
         f.party_id, f.due, f.document, f.closed, f.rate, f.since, f.frozen, f.place
    FROM item i LEFT JOIN item_fact f ON f.id = (SELECT max (x.id) FROM item_fact x WHERE x.item_id = i.id);

CREATE INDEX voucher_row_product ON voucher_row (product, date) WHERE product IS NOT NULL;
-- Rows with a day on which they fall due, the latest day first for what is still open.
CREATE INDEX voucher_row_debit_due ON voucher_row (debit_id, debit_party_id, due) WHERE due IS NOT NULL;
CREATE INDEX voucher_row_credit_due ON voucher_row (credit_id, credit_party_id, due) WHERE due IS NOT NULL;

-- ---------------------------------------------------------------- notes

-- Running text of a statement's notes, a year; the latest row of year, form and key counts.
CREATE TABLE statement_text (
  id     INTEGER PRIMARY KEY,
  year   INTEGER NOT NULL,
  form   TEXT NOT NULL,
  key    TEXT NOT NULL,                  -- "I.1", "VI"
  text   TEXT NOT NULL,
  act_id INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX statement_text_key ON statement_text (year, form, key, id);

-- ---------------------------------------------------------------- income tax

-- What a row is for taxes; the latest row counts. mark: 0 as the book has it; for income tax 1 cost not deductible, 2 income exempt,
-- 3 cost of exempt income; for input VAT 4 shared between taxable and other revenue, 5 of taxable revenue alone.
CREATE TABLE tax_mark (
  id     INTEGER PRIMARY KEY,
  row_id INTEGER NOT NULL REFERENCES voucher_row (id),
  mark   INTEGER NOT NULL CHECK (mark BETWEEN 0 AND 5),
  reason TEXT NOT NULL,
  act_id INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX tax_mark_row ON tax_mark (row_id, id);

-- What a person answers on a year's tax sheet; the latest row of year and key counts.
CREATE TABLE tax_answer (
  id     INTEGER PRIMARY KEY,
  year   INTEGER NOT NULL,
  key    TEXT NOT NULL,
  value  TEXT NOT NULL,
  act_id INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX tax_answer_key ON tax_answer (year, key, id);

-- Tax put on the books: quarter 1 to 4 provisional, 0 the year's final difference.
CREATE TABLE tax_entry (
  id         INTEGER PRIMARY KEY,
  year       INTEGER NOT NULL,
  quarter    INTEGER NOT NULL CHECK (quarter BETWEEN 0 AND 4),
  amount     INTEGER NOT NULL,
  voucher_id INTEGER NOT NULL UNIQUE REFERENCES voucher (id),
  act_id     INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX tax_entry_year ON tax_entry (year, quarter);

-- The part of shared input VAT that is not deductible, put to cost. period: 0 the year's adjustment, 1 to 12 a month, 13 to 16 a quarter.
CREATE TABLE vat_share_entry (
  id         INTEGER PRIMARY KEY,
  year       INTEGER NOT NULL,
  period     INTEGER NOT NULL CHECK (period BETWEEN 0 AND 16),
  amount     INTEGER NOT NULL,           -- put to cost; negative: taken back
  voucher_id INTEGER NOT NULL UNIQUE REFERENCES voucher (id),
  act_id     INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX vat_share_entry_year ON vat_share_entry (year, period);

-- ---------------------------------------------------------------- bank reconciliation

-- What the bank's statement says on a day; the rows that stand in it are in reconciliation_tick.
CREATE TABLE reconciliation (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  item_id    INTEGER REFERENCES item (id),
  currency   TEXT,
  date       TEXT NOT NULL,
  balance    INTEGER NOT NULL,           -- in the bank's statement, smallest units, of currency where there is one
  note       TEXT,
  act_id     INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX reconciliation_account ON reconciliation (account_id, date);
-- The latest row of a side (1 debit, 2 credit) of a voucher row counts; reconciliation_id NULL takes the tick away.
CREATE TABLE reconciliation_tick (
  id                INTEGER PRIMARY KEY,
  row_id            INTEGER NOT NULL REFERENCES voucher_row (id),
  side              INTEGER NOT NULL CHECK (side IN (1, 2)),
  reconciliation_id INTEGER REFERENCES reconciliation (id),
  act_id            INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX reconciliation_tick_row ON reconciliation_tick (row_id, side, id);
CREATE INDEX reconciliation_tick_of ON reconciliation_tick (reconciliation_id);
-- Finished (with a difference of 0) or kept open with a note; the latest row counts.
CREATE TABLE reconciliation_end (
  id                INTEGER PRIMARY KEY,
  reconciliation_id INTEGER NOT NULL REFERENCES reconciliation (id),
  finished          INTEGER NOT NULL CHECK (finished IN (0, 1)),
  difference        INTEGER NOT NULL,
  note              TEXT,
  act_id            INTEGER NOT NULL REFERENCES audit (id),
  CHECK (finished = 0 OR difference = 0)
) STRICT;
CREATE INDEX reconciliation_end_of ON reconciliation_end (reconciliation_id, id);

-- ---------------------------------------------------------------- counts and confirmations

-- A count of stock (05-VT) or cash (08a-TT).
CREATE TABLE count_sheet (
  id         INTEGER PRIMARY KEY,
  kind       INTEGER NOT NULL CHECK (kind IN (1, 2)), -- 1 cash 2 stock
  number     TEXT NOT NULL,
  date       TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (id),
  people     TEXT,                       -- who counted, one a line: name; office
  note       TEXT,
  act_id     INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE TABLE count_line (
  id               INTEGER PRIMARY KEY,
  count_id         INTEGER NOT NULL REFERENCES count_sheet (id),
  name             TEXT NOT NULL,        -- a note or coin in smallest units of money, or a product
  price            INTEGER,              -- millionths
  booked_quantity  INTEGER,              -- thousandths
  booked_amount    INTEGER NOT NULL,
  counted_quantity INTEGER,
  counted_amount   INTEGER NOT NULL,
  note             TEXT,
  act_id           INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX count_line_count ON count_line (count_id);

-- What a party was asked about a balance, what it answered; the latest row of account, party and day counts.
CREATE TABLE confirmation (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  party_id   INTEGER NOT NULL REFERENCES party (id),
  date       TEXT NOT NULL,
  booked     INTEGER NOT NULL,           -- debit positive
  confirmed  INTEGER,                    -- NULL: not answered yet
  answered   TEXT,                       -- the day of the answer
  note       TEXT,
  act_id     INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX confirmation_day ON confirmation (date, account_id, party_id, id);

-- The voucher that put a difference on the books.
CREATE TABLE difference_posting (
  id              INTEGER PRIMARY KEY,
  count_id        INTEGER REFERENCES count_sheet (id),
  confirmation_id INTEGER REFERENCES confirmation (id),
  voucher_id      INTEGER NOT NULL UNIQUE REFERENCES voucher (id),
  act_id          INTEGER NOT NULL REFERENCES audit (id),
  CHECK ((count_id IS NULL) <> (confirmation_id IS NULL))
) STRICT;

-- ---------------------------------------------------------------- sides of details

-- How much the sum of the debit balances and the sum of the credit balances of an account's details (a party with an item, merged
-- parties as one) change in a month; 0: by the opening balances. So the sum up to a month is what stands on each side at its end, and
-- a statement need not read what every party holds. It follows total_detail; rows that name neither party nor item are not in it.
CREATE TABLE total_side (
  account_id INTEGER NOT NULL,
  month      INTEGER NOT NULL,
  debit      INTEGER NOT NULL,
  credit     INTEGER NOT NULL,
  PRIMARY KEY (account_id, month)
) STRICT, WITHOUT ROWID;

-- The same made anew.
CREATE VIEW detail_side AS
SELECT account_id, month, sum (max (balance, 0) - max (balance - change, 0)) AS debit,
       sum (max (-balance, 0) - max (change - balance, 0)) AS credit
  FROM (SELECT account_id, month, change, sum (change) OVER (PARTITION BY account_id, party_id, item_id ORDER BY month) AS balance
          FROM (SELECT d.account_id, coalesce (s.survivor_id, d.party_id) AS party_id, d.item_id,
                       CASE d.layer WHEN 0 THEN 0 ELSE d.month END AS month, sum (d.debit - d.credit) AS change
                  FROM total_detail d LEFT JOIN party_survivor s ON s.party_id = d.party_id
                 WHERE d.party_id <> 0 OR d.item_id <> 0 GROUP BY 1, 2, 3, 4))
 GROUP BY account_id, month;
INSERT INTO total_side SELECT account_id, month, debit, credit FROM detail_side WHERE debit <> 0 OR credit <> 0;

-- A detail that grows by some amount in a month stands that much higher in all its later months too: what each month changes the
-- sums by, with and without the amount.
CREATE VIEW side_growth AS
  SELECT account_id, party_id, item_id, month, debit AS amount FROM total_detail WHERE 0;
CREATE TRIGGER side_growth_taken INSTEAD OF INSERT ON side_growth
BEGIN
  INSERT INTO total_side
    SELECT NEW.account_id, month,
           max (balance, 0) - max (balance - change, 0) - max (balance - NEW.amount, 0) + max (balance - change - earlier, 0),
           max (-balance, 0) - max (change - balance, 0) - max (NEW.amount - balance, 0) + max (change + earlier - balance, 0)
      FROM (SELECT month, change, sum (change) OVER (ORDER BY month) AS balance,
                   CASE WHEN month > NEW.month THEN NEW.amount ELSE 0 END AS earlier
              FROM (SELECT CASE layer WHEN 0 THEN 0 ELSE month END AS month, sum (debit - credit) AS change
                      FROM total_detail
                     WHERE account_id = NEW.account_id AND item_id = NEW.item_id
                       AND party_id IN (WITH RECURSIVE together (id) AS (SELECT NEW.party_id
                             UNION SELECT m.into_id FROM together t JOIN party_merged m ON m.party_id = t.id
                             UNION SELECT m.party_id FROM together t JOIN party_merged m ON m.into_id = t.id)
                           SELECT id FROM together)
                     GROUP BY 1))
     WHERE month >= NEW.month
    ON CONFLICT DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit;
END;

-- Bulk acts refill the sums themselves.
CREATE TRIGGER total_detail_added AFTER INSERT ON total_detail
WHEN (NEW.party_id <> 0 OR NEW.item_id <> 0) AND NEW.debit <> NEW.credit AND (SELECT bulk FROM ledger_state) = 0
BEGIN
  INSERT INTO side_growth VALUES (NEW.account_id, NEW.party_id, NEW.item_id, CASE NEW.layer WHEN 0 THEN 0 ELSE NEW.month END,
                                  NEW.debit - NEW.credit);
END;
CREATE TRIGGER total_detail_grown AFTER UPDATE ON total_detail
WHEN (NEW.party_id <> 0 OR NEW.item_id <> 0) AND NEW.debit - NEW.credit <> OLD.debit - OLD.credit
  AND (SELECT bulk FROM ledger_state) = 0
BEGIN
  INSERT INTO side_growth VALUES (NEW.account_id, NEW.party_id, NEW.item_id, CASE NEW.layer WHEN 0 THEN 0 ELSE NEW.month END,
                                  NEW.debit - NEW.credit - OLD.debit + OLD.credit);
END;

-- What a party holds together with those it is merged with, taken out of the sums (sign -1) or put in (1).
CREATE VIEW side_party AS SELECT party_id, 1 AS sign FROM total_detail WHERE 0;
CREATE TRIGGER side_party_taken INSTEAD OF INSERT ON side_party
BEGIN
  INSERT INTO total_side
    SELECT account_id, month, NEW.sign * sum (max (balance, 0) - max (balance - change, 0)),
           NEW.sign * sum (max (-balance, 0) - max (change - balance, 0))
      FROM (SELECT account_id, month, change, sum (change) OVER (PARTITION BY account_id, item_id ORDER BY month) AS balance
              FROM (SELECT account_id, item_id, CASE layer WHEN 0 THEN 0 ELSE month END AS month, sum (debit - credit) AS change
                      FROM total_detail
                     WHERE party_id IN (WITH RECURSIVE together (id) AS (SELECT NEW.party_id
                             UNION SELECT m.into_id FROM together t JOIN party_merged m ON m.party_id = t.id
                             UNION SELECT m.party_id FROM together t JOIN party_merged m ON m.into_id = t.id)
                           SELECT id FROM together)
                     GROUP BY 1, 2, 3))
     GROUP BY account_id, month
    ON CONFLICT DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit;
END;

-- Two that are merged are taken out each by itself and put in as one; one that is parted goes the other way.
CREATE TRIGGER party_merge_out BEFORE INSERT ON party_merge
BEGIN
  INSERT INTO side_party VALUES (NEW.party_id, -1);
  INSERT INTO side_party SELECT NEW.into_id, -1 WHERE NEW.into_id IS NOT NULL;
END;
CREATE TRIGGER party_merge_in AFTER INSERT ON party_merge
BEGIN
  INSERT INTO side_party VALUES (NEW.party_id, 1);
  INSERT INTO side_party
    SELECT into_id, 1 FROM party_merge WHERE NEW.into_id IS NULL AND party_id = NEW.party_id AND into_id IS NOT NULL
     ORDER BY id DESC LIMIT 1;
END;

-- ---------------------------------------------------------------- stock by product

-- Kept totals of stock accounts (account.book 3) by product, in money and in quantity (thousandths); they follow the rows that name a
-- product. A reversal has its quantity with the sign of its amount.
CREATE TABLE total_product (
  account_id      INTEGER NOT NULL,
  product         TEXT NOT NULL,
  month           INTEGER NOT NULL,
  layer           INTEGER NOT NULL,
  debit           INTEGER NOT NULL,
  credit          INTEGER NOT NULL,
  quantity_debit  INTEGER NOT NULL,
  quantity_credit INTEGER NOT NULL,
  PRIMARY KEY (account_id, product, month, layer)
) STRICT, WITHOUT ROWID;

-- Both sides of the rows that name a product, on stock accounts.
CREATE VIEW product_side AS
  SELECT r.id, r.debit_id AS account_id, r.product, r.month, r.layer, r.amount AS debit, 0 AS credit,
         CASE WHEN r.amount < 0 THEN -1 ELSE 1 END * coalesce (r.quantity, 0) AS quantity_debit, 0 AS quantity_credit
    FROM voucher_row r JOIN account a ON a.id = r.debit_id WHERE r.product IS NOT NULL AND a.book = 3
  UNION ALL
  SELECT r.id, r.credit_id, r.product, r.month, r.layer, 0, r.amount, 0,
         CASE WHEN r.amount < 0 THEN -1 ELSE 1 END * coalesce (r.quantity, 0)
    FROM voucher_row r JOIN account a ON a.id = r.credit_id WHERE r.product IS NOT NULL AND a.book = 3;

INSERT INTO total_product
  SELECT account_id, product, month, layer, sum (debit), sum (credit), sum (quantity_debit), sum (quantity_credit)
    FROM product_side GROUP BY 1, 2, 3, 4;

CREATE TRIGGER voucher_row_product AFTER INSERT ON voucher_row
WHEN NEW.product IS NOT NULL AND (SELECT bulk FROM ledger_state) = 0
BEGIN
  INSERT INTO total_product
    SELECT NEW.debit_id, NEW.product, NEW.month, NEW.layer, NEW.amount, 0,
           CASE WHEN NEW.amount < 0 THEN -1 ELSE 1 END * coalesce (NEW.quantity, 0), 0
      FROM account WHERE id = NEW.debit_id AND book = 3
    ON CONFLICT DO UPDATE SET debit = debit + excluded.debit, quantity_debit = quantity_debit + excluded.quantity_debit;
  INSERT INTO total_product
    SELECT NEW.credit_id, NEW.product, NEW.month, NEW.layer, 0, NEW.amount, 0,
           CASE WHEN NEW.amount < 0 THEN -1 ELSE 1 END * coalesce (NEW.quantity, 0)
      FROM account WHERE id = NEW.credit_id AND book = 3
    ON CONFLICT DO UPDATE SET credit = credit + excluded.credit, quantity_credit = quantity_credit + excluded.quantity_credit;
END;

-- ---------------------------------------------------------------- days of accounts

-- total_day holds every account from now on, not those of money alone, so that a register opens in the middle of a busy month.
INSERT INTO total_day
  SELECT account_id, date, sum (amount)
    FROM (SELECT debit_id AS account_id, date, amount FROM voucher_row UNION ALL SELECT credit_id, date, -amount FROM voucher_row)
   WHERE account_id NOT IN (SELECT id FROM account WHERE coalesce (money, book IN (1, 2)) = 1) GROUP BY 1, 2;
CREATE TRIGGER voucher_row_days AFTER INSERT ON voucher_row
WHEN (SELECT bulk FROM ledger_state) = 0
BEGIN
  INSERT INTO total_day
    SELECT id, NEW.date, CASE WHEN id = NEW.debit_id THEN NEW.amount ELSE 0 END - CASE WHEN id = NEW.credit_id THEN NEW.amount ELSE 0 END
      FROM account WHERE id IN (NEW.debit_id, NEW.credit_id) AND coalesce (money, book IN (1, 2)) <> 1
    ON CONFLICT DO UPDATE SET amount = amount + excluded.amount;
END;

-- ---------------------------------------------------------------- search

-- Pieces of the index are put together a little with each act (index_merge), never many at once: one posting in some hundred stood
-- still for a second on a big book. Sixteen pieces were the bound for that; 200 small ones are found as fast.
INSERT INTO voucher_search (voucher_search, rank) VALUES ('automerge', 0);
INSERT INTO voucher_search (voucher_search, rank) VALUES ('crisismerge', 200);

-- ---------------------------------------------------------------- drafts

-- Files that wait with a draft; posting makes attachments of them.
CREATE TABLE draft_file (
  draft_id INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,
  sha256   TEXT NOT NULL,
  content  BLOB NOT NULL,
  PRIMARY KEY (draft_id, position)
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------- acts

-- A second program that writes an act sealed from the start passes by the guards of sealing (totals refilled, money not below zero):
-- an act is opened first, then sealed.
CREATE TRIGGER audit_open BEFORE INSERT ON audit WHEN NEW.hash <> ''
BEGIN SELECT RAISE (ABORT, 'act-not-opened'); END;
