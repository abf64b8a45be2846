-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first schema of a book. A released migration is never edited.
--
-- Every table with an act_id is written once: store/migrate.c gives each such table triggers that refuse UPDATE and
-- DELETE, and an INSERT under an act that is already sealed. Stored enum values are numbers, only ever appended to.

PRAGMA application_id = 1397245254; -- 'SHEF'

-- ---------------------------------------------------------------- book

-- One row an act; digest covers the rows it wrote, hash covers this row and the hash before. While hash is '' the act is open.
CREATE TABLE audit (
  id       INTEGER PRIMARY KEY,
  at       TEXT NOT NULL,             -- instant, UTC
  user     TEXT NOT NULL,
  kind     TEXT NOT NULL,
  summary  TEXT NOT NULL,
  digest   TEXT NOT NULL DEFAULT '',
  previous TEXT NOT NULL DEFAULT '',
  hash     TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TRIGGER audit_one_at_a_time BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE id = (SELECT max (id) FROM audit) AND hash = '')
BEGIN SELECT RAISE (ABORT, 'act-still-open'); END;
CREATE TRIGGER audit_sealed BEFORE UPDATE ON audit WHEN OLD.hash <> ''
BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit
BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;

-- Facts about the book; the latest row of a key counts.
CREATE TABLE setting (
  id     INTEGER PRIMARY KEY,
  key    TEXT NOT NULL,
  value  TEXT NOT NULL,
  act_id INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX setting_key ON setting (key, id);

-- Charts, forms, laws, posting templates as they were when taken in; the latest row of a name counts.
CREATE TABLE data_file (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  text   TEXT NOT NULL,
  act_id INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX data_file_name ON data_file (name, id);

-- ---------------------------------------------------------------- ledger

CREATE TABLE account (
  id             INTEGER PRIMARY KEY,
  code           TEXT NOT NULL UNIQUE,
  parent_id      INTEGER REFERENCES account (id),
  name           TEXT NOT NULL,
  name_en        TEXT,
  name_fr        TEXT,
  type           INTEGER NOT NULL CHECK (type BETWEEN 1 AND 10),
  normal_side    INTEGER NOT NULL CHECK (normal_side BETWEEN 0 AND 3), -- 0 none, 1 debit, 2 credit, 3 both
  needs          INTEGER NOT NULL CHECK (needs BETWEEN 0 AND 5),       -- 0 nothing 1 optional 2 party 3 item 4 either 5 both
  scope          INTEGER NOT NULL CHECK (scope BETWEEN 0 AND 4),       -- 0 none 1 internal 2 external 3 shared 4 must be named
  book           INTEGER NOT NULL CHECK (book BETWEEN 0 AND 3),        -- 0 none 1 cash 2 bank 3 stock
  role           TEXT,
  hidden         INTEGER NOT NULL DEFAULT 0,                           -- 1: the contra of off-balance accounts
  purpose        TEXT,
  act_id         INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX account_parent ON account (parent_id);

CREATE TABLE party (
  id           INTEGER PRIMARY KEY,
  code         TEXT NOT NULL UNIQUE,
  name         TEXT NOT NULL,
  fold         TEXT NOT NULL,           -- the name for search
  kind         INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 8),
  tax_code     TEXT,
  id_number    TEXT,
  address      TEXT,
  phone        TEXT,
  bank_bin     TEXT,
  bank_account TEXT,
  act_id       INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX party_fold ON party (fold);

-- From a day on, whether what is done with the party is internal; the latest row up to a day counts. Written by members.
CREATE TABLE party_standing (
  id       INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  since    TEXT NOT NULL,
  internal INTEGER NOT NULL CHECK (internal IN (0, 1)),
  act_id   INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX party_standing_day ON party_standing (party_id, since, id);

CREATE TABLE item (
  id     INTEGER PRIMARY KEY,
  code   TEXT NOT NULL UNIQUE,
  name   TEXT NOT NULL,
  act_id INTEGER NOT NULL REFERENCES audit (id)
) STRICT;

CREATE TABLE voucher (
  id          INTEGER PRIMARY KEY,
  kind        INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 8),
  year        INTEGER NOT NULL,
  number      TEXT NOT NULL,
  sequence    INTEGER,                  -- the counter inside an automatic number
  date        TEXT NOT NULL,
  layer       INTEGER NOT NULL CHECK (layer BETWEEN 0 AND 3), -- 0 opening 1 ordinary 2 closing 3 distribution
  description TEXT NOT NULL,
  fold        TEXT NOT NULL,            -- number and description for search
  reverses_id INTEGER UNIQUE REFERENCES voucher (id),
  reason      TEXT,                     -- of a reversal
  act_id      INTEGER NOT NULL REFERENCES audit (id),
  UNIQUE (kind, year, number)
) STRICT;
CREATE INDEX voucher_day ON voucher (date, id);
CREATE INDEX voucher_sequence ON voucher (kind, year, sequence) WHERE sequence IS NOT NULL;

CREATE TABLE voucher_row (
  id              INTEGER PRIMARY KEY,
  voucher_id      INTEGER NOT NULL REFERENCES voucher (id),
  date            TEXT NOT NULL,
  month           INTEGER NOT NULL,     -- year × 100 + month
  layer           INTEGER NOT NULL,
  debit_id        INTEGER NOT NULL REFERENCES account (id),
  credit_id       INTEGER NOT NULL REFERENCES account (id),
  amount          INTEGER NOT NULL CHECK (amount <> 0),
  scope           INTEGER NOT NULL CHECK (scope BETWEEN 0 AND 2), -- 0 none 1 internal 2 external
  debit_party_id  INTEGER REFERENCES party (id),
  credit_party_id INTEGER REFERENCES party (id),
  debit_item_id   INTEGER REFERENCES item (id),
  credit_item_id  INTEGER REFERENCES item (id),
  description     TEXT NOT NULL,
  due             TEXT,
  memo            TEXT,
  document        TEXT,
  document_date   TEXT,
  product         TEXT,
  quantity        INTEGER,              -- thousandths
  season          TEXT,
  plan            TEXT,
  act_id          INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX voucher_row_voucher ON voucher_row (voucher_id);
CREATE INDEX voucher_row_debit ON voucher_row (debit_id, date, id);
CREATE INDEX voucher_row_credit ON voucher_row (credit_id, date, id);
CREATE INDEX voucher_row_debit_party ON voucher_row (debit_party_id, date) WHERE debit_party_id IS NOT NULL;
CREATE INDEX voucher_row_credit_party ON voucher_row (credit_party_id, date) WHERE credit_party_id IS NOT NULL;
CREATE INDEX voucher_row_plan ON voucher_row (plan) WHERE plan IS NOT NULL;

CREATE TABLE invoice (
  id          INTEGER PRIMARY KEY,
  voucher_id  INTEGER NOT NULL REFERENCES voucher (id),
  direction   INTEGER NOT NULL CHECK (direction IN (1, 2)), -- 1 in 2 out
  number      TEXT NOT NULL,
  date        TEXT NOT NULL,
  form        TEXT,
  serial      TEXT,
  party_id    INTEGER REFERENCES party (id),
  seller_name TEXT,
  tax_code    TEXT,
  base        INTEGER NOT NULL,
  rate        INTEGER NOT NULL,         -- percent; -1 not taxable, -2 not declared
  vat         INTEGER NOT NULL,
  deductible  INTEGER NOT NULL CHECK (deductible IN (0, 1)),
  act_id      INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX invoice_voucher ON invoice (voucher_id);

-- Nothing may be posted up to and including until; the latest row counts, '' means open.
CREATE TABLE period_lock (
  id     INTEGER PRIMARY KEY,
  until  TEXT NOT NULL,
  reason TEXT,
  act_id INTEGER NOT NULL REFERENCES audit (id)
) STRICT;

-- Closings and reopenings of years; the latest row of a year counts.
CREATE TABLE closing_event (
  id        INTEGER PRIMARY KEY,
  year      INTEGER NOT NULL,
  closed    INTEGER NOT NULL CHECK (closed IN (0, 1)),
  key       TEXT,
  tax_key   TEXT,
  reason    TEXT,
  act_id    INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX closing_event_year ON closing_event (year, id);

-- Kept totals (not written once: they follow the rows).
CREATE TABLE total_pair (
  month     INTEGER NOT NULL,
  layer     INTEGER NOT NULL,
  debit_id  INTEGER NOT NULL,
  credit_id INTEGER NOT NULL,
  scope     INTEGER NOT NULL,
  amount    INTEGER NOT NULL,
  PRIMARY KEY (month, layer, debit_id, credit_id, scope)
) STRICT, WITHOUT ROWID;

-- For accounts that need or may have a party or an item, and for rows that name one; 0 where none is named.
CREATE TABLE total_detail (
  account_id INTEGER NOT NULL,
  party_id   INTEGER NOT NULL,
  item_id    INTEGER NOT NULL,
  month      INTEGER NOT NULL,
  layer      INTEGER NOT NULL,
  debit      INTEGER NOT NULL,
  credit     INTEGER NOT NULL,
  PRIMARY KEY (account_id, party_id, item_id, month, layer)
) STRICT, WITHOUT ROWID;
CREATE INDEX total_detail_party ON total_detail (party_id, account_id);

-- volume: the sum of all amounts without sign. As long as it fits 18 digits every total does.
-- bulk: while an act writes many rows and refills the totals itself, the first id of these rows; else 0.
CREATE TABLE ledger_state (
  id     INTEGER PRIMARY KEY CHECK (id = 1),
  volume INTEGER NOT NULL,
  bulk   INTEGER NOT NULL,
  CONSTRAINT totals_have_18_digits CHECK (volume <= 999999999999999999)
) STRICT;
INSERT INTO ledger_state VALUES (1, 0, 0);

CREATE TRIGGER ledger_state_kept BEFORE DELETE ON ledger_state
BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;

-- A row with its voucher and the codes of what it names, as the journal shows it; hidden accounts have no code.
CREATE VIEW journal_row AS
SELECT v.id AS voucher_id, r.id AS row_id, v.number, v.date, v.kind, v.layer, r.description,
       CASE d.hidden WHEN 1 THEN '' ELSE d.code END AS debit, CASE c.hidden WHEN 1 THEN '' ELSE c.code END AS credit,
       r.amount, dp.code AS debit_party, cp.code AS credit_party, di.code AS debit_item, ci.code AS credit_item,
       r.scope, r.due, r.memo, r.document, r.document_date, r.product, coalesce (r.quantity, 0) AS quantity, r.season, r.plan,
       coalesce (v.reverses_id, 0) AS reverses_id, o.kind AS reverses_kind, o.number AS reverses_number,
       r.debit_id, r.credit_id, v.fold
  FROM voucher v JOIN voucher_row r ON r.voucher_id = v.id
  JOIN account d ON d.id = r.debit_id JOIN account c ON c.id = r.credit_id
  LEFT JOIN party dp ON dp.id = r.debit_party_id LEFT JOIN party cp ON cp.id = r.credit_party_id
  LEFT JOIN item di ON di.id = r.debit_item_id LEFT JOIN item ci ON ci.id = r.credit_item_id
  LEFT JOIN voucher o ON o.id = v.reverses_id;

-- An act may not end with totals that were not refilled.
CREATE TRIGGER ledger_state_settled BEFORE UPDATE OF hash ON audit
WHEN (SELECT bulk FROM ledger_state) <> 0
BEGIN SELECT RAISE (ABORT, 'totals-not-refilled'); END;

CREATE TRIGGER voucher_guard BEFORE INSERT ON voucher
BEGIN
  SELECT RAISE (ABORT, 'period-locked')
   WHERE NEW.date <= (SELECT until FROM period_lock ORDER BY id DESC LIMIT 1);
  SELECT RAISE (ABORT, 'year-closed')
   WHERE NEW.layer IN (0, 1)
     AND (SELECT closed FROM closing_event WHERE year = NEW.year ORDER BY id DESC LIMIT 1) = 1;
  SELECT RAISE (ABORT, 'bad-date')
   WHERE NEW.date NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date (NEW.date, '+0 days') IS NOT NEW.date
      OR NEW.year <> CAST (substr (NEW.date, 1, 4) AS INTEGER) OR NEW.year NOT BETWEEN 1900 AND 2999;
  SELECT RAISE (ABORT, 'opening-out-of-place') WHERE (NEW.layer = 0) <> (NEW.kind = 8);
  SELECT RAISE (ABORT, 'reversal-differs-from-original')
   WHERE NEW.reverses_id IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM voucher WHERE id = NEW.reverses_id AND layer = NEW.layer AND reverses_id IS NULL);
END;

CREATE TRIGGER voucher_row_guard BEFORE INSERT ON voucher_row
BEGIN
  SELECT CASE
    WHEN v.date <> NEW.date OR v.layer <> NEW.layer OR v.act_id <> NEW.act_id
      OR NEW.month <> CAST (substr (NEW.date, 1, 4) || substr (NEW.date, 6, 2) AS INTEGER)
      THEN RAISE (ABORT, 'row-differs-from-voucher')
    WHEN NEW.amount < 0 AND v.reverses_id IS NULL THEN RAISE (ABORT, 'negative-amount')
    WHEN d.needs = 2 AND NEW.debit_party_id IS NULL OR c.needs = 2 AND NEW.credit_party_id IS NULL
      OR d.needs = 3 AND NEW.debit_item_id IS NULL OR c.needs = 3 AND NEW.credit_item_id IS NULL
      OR d.needs = 4 AND coalesce (NEW.debit_party_id, NEW.debit_item_id) IS NULL
      OR c.needs = 4 AND coalesce (NEW.credit_party_id, NEW.credit_item_id) IS NULL
      OR d.needs = 5 AND (NEW.debit_party_id IS NULL OR NEW.debit_item_id IS NULL)
      OR c.needs = 5 AND (NEW.credit_party_id IS NULL OR NEW.credit_item_id IS NULL)
      THEN RAISE (ABORT, 'missing-party')
    WHEN (d.scope IN (1, 2) OR c.scope IN (1, 2))
      AND NOT (d.scope IN (1, 2) AND d.scope = NEW.scope OR c.scope IN (1, 2) AND c.scope = NEW.scope)
      THEN RAISE (ABORT, 'scope-against-account')
    WHEN (d.type = 9) <> (c.type = 9) OR d.type = 9 AND d.hidden = c.hidden
      THEN RAISE (ABORT, 'off-balance-with-balance')
    WHEN (d.hidden = 1 AND d.type <> 9 OR c.hidden = 1 AND c.type <> 9) <> (NEW.layer = 0 AND d.type <> 9)
      THEN RAISE (ABORT, 'opening-out-of-place')
    WHEN NEW.debit_id = NEW.credit_id AND NEW.debit_party_id IS NEW.credit_party_id
      AND NEW.debit_item_id IS NEW.credit_item_id THEN RAISE (ABORT, 'same-account')
    END
    FROM voucher v, account d, account c
   WHERE v.id = NEW.voucher_id AND d.id = NEW.debit_id AND c.id = NEW.credit_id;
  SELECT RAISE (ABORT, 'posting-to-group')
   WHERE EXISTS (SELECT 1 FROM account WHERE parent_id = NEW.debit_id)
      OR EXISTS (SELECT 1 FROM account WHERE parent_id = NEW.credit_id);
END;

CREATE TRIGGER voucher_row_totals AFTER INSERT ON voucher_row
WHEN (SELECT bulk FROM ledger_state) = 0
BEGIN
  INSERT INTO total_pair VALUES (NEW.month, NEW.layer, NEW.debit_id, NEW.credit_id, NEW.scope, NEW.amount)
    ON CONFLICT DO UPDATE SET amount = amount + excluded.amount;
  INSERT INTO total_detail
    SELECT NEW.debit_id, coalesce (NEW.debit_party_id, 0), coalesce (NEW.debit_item_id, 0), NEW.month, NEW.layer, NEW.amount, 0
      FROM account WHERE id = NEW.debit_id
       AND (needs > 0 OR NEW.debit_party_id IS NOT NULL OR NEW.debit_item_id IS NOT NULL)
    ON CONFLICT DO UPDATE SET debit = debit + excluded.debit;
  INSERT INTO total_detail
    SELECT NEW.credit_id, coalesce (NEW.credit_party_id, 0), coalesce (NEW.credit_item_id, 0), NEW.month, NEW.layer, 0, NEW.amount
      FROM account WHERE id = NEW.credit_id
       AND (needs > 0 OR NEW.credit_party_id IS NOT NULL OR NEW.credit_item_id IS NOT NULL)
    ON CONFLICT DO UPDATE SET credit = credit + excluded.credit;
  UPDATE ledger_state SET volume = volume + abs (NEW.amount);
END;

-- What other folders may read of parties and vouchers in their own statements. taken_back: by a reversal.
CREATE VIEW party_name AS SELECT id, code, name FROM party;
CREATE VIEW voucher_name AS
  SELECT v.id, v.kind, v.number, v.date, r.id IS NOT NULL AS taken_back
    FROM voucher v LEFT JOIN voucher r ON r.reverses_id = v.id;

-- ---------------------------------------------------------------- members

CREATE TABLE member (
  id          INTEGER PRIMARY KEY,
  party_id    INTEGER NOT NULL UNIQUE REFERENCES party (id),
  birth       TEXT,
  gender      TEXT,
  nationality TEXT,
  represents  TEXT,
  hamlet      TEXT,
  act_id      INTEGER NOT NULL REFERENCES audit (id)
) STRICT;

-- event: 1 join 2 kind 3 agreement-signed 4 agreement-ended 5 leave 6 death 7 heir
CREATE TABLE membership_event (
  id       INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  date     TEXT NOT NULL,
  event    INTEGER NOT NULL CHECK (event BETWEEN 1 AND 7),
  value    TEXT,
  document TEXT,
  act_id   INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX membership_event_day ON membership_event (party_id, date, id);

-- ---------------------------------------------------------------- capital

-- event: 1 commit 2 reduce 3 pay 4 pay-in-kind 5 transfer-out 6 refund 7 capitalise
CREATE TABLE capital_event (
  id          INTEGER PRIMARY KEY,
  party_id    INTEGER NOT NULL REFERENCES party (id),
  date        TEXT NOT NULL,
  event       INTEGER NOT NULL CHECK (event BETWEEN 1 AND 7),
  amount      INTEGER NOT NULL CHECK (amount > 0),
  to_party_id INTEGER REFERENCES party (id),
  form        INTEGER NOT NULL CHECK (form IN (0, 1)), -- 0 cash 1 bank
  account_id  INTEGER REFERENCES account (id),         -- of what is paid in kind
  description TEXT,
  reverses_id INTEGER UNIQUE REFERENCES capital_event (id),
  voucher_id  INTEGER REFERENCES voucher (id), -- NULL: not posted
  act_id      INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX capital_event_day ON capital_event (party_id, date, id);
CREATE INDEX capital_event_to ON capital_event (to_party_id) WHERE to_party_id IS NOT NULL;

-- ---------------------------------------------------------------- trade

-- kind: 1 produce 2 input 3 service; price and cost in millionths of a unit of money per unit
CREATE TABLE product (
  id                 INTEGER PRIMARY KEY,
  code               TEXT NOT NULL UNIQUE,
  name               TEXT NOT NULL,
  unit               TEXT NOT NULL,
  kind               INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
  price              INTEGER,
  vat_rate           INTEGER,            -- millionths; NULL: not taxable
  stock_account_id   INTEGER REFERENCES account (id),
  revenue_account_id INTEGER REFERENCES account (id),
  cost_account_id    INTEGER REFERENCES account (id),
  cost               INTEGER,
  act_id             INTEGER NOT NULL REFERENCES audit (id)
) STRICT;

CREATE TABLE delivery (
  id          INTEGER PRIMARY KEY,
  party_id    INTEGER NOT NULL REFERENCES party (id),
  product_id  INTEGER NOT NULL REFERENCES product (id),
  date        TEXT NOT NULL,
  quantity    INTEGER NOT NULL,          -- thousandths
  price       INTEGER,                   -- millionths
  amount      INTEGER NOT NULL,
  lot         TEXT,
  gross       INTEGER,
  moisture    INTEGER,
  impurity    INTEGER,
  scope       INTEGER NOT NULL,          -- 1 internal 2 external, by the member's standing on the day
  reverses_id INTEGER UNIQUE REFERENCES delivery (id),
  voucher_id  INTEGER REFERENCES voucher (id),
  act_id      INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX delivery_day ON delivery (party_id, date);

CREATE TABLE supply (
  id          INTEGER PRIMARY KEY,
  party_id    INTEGER NOT NULL REFERENCES party (id),
  product_id  INTEGER NOT NULL REFERENCES product (id),
  date        TEXT NOT NULL,
  quantity    INTEGER NOT NULL,
  price       INTEGER,
  amount      INTEGER NOT NULL,          -- without VAT
  vat         INTEGER NOT NULL,
  cost        INTEGER,
  scope       INTEGER NOT NULL,
  reverses_id INTEGER UNIQUE REFERENCES supply (id),
  voucher_id  INTEGER REFERENCES voucher (id),
  act_id      INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX supply_day ON supply (party_id, date);

-- ---------------------------------------------------------------- labour

CREATE TABLE labour (
  id          INTEGER PRIMARY KEY,
  party_id    INTEGER NOT NULL REFERENCES party (id),
  date        TEXT NOT NULL,
  work        TEXT,
  days        INTEGER,                   -- thousandths
  rate        INTEGER,                   -- millionths of money per day
  amount      INTEGER NOT NULL,
  account_id  INTEGER NOT NULL REFERENCES account (id),
  tax         INTEGER NOT NULL DEFAULT 0,
  insurance   INTEGER NOT NULL DEFAULT 0,
  reverses_id INTEGER UNIQUE REFERENCES labour (id),
  voucher_id  INTEGER REFERENCES voucher (id),
  act_id      INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX labour_day ON labour (party_id, date);

-- ---------------------------------------------------------------- statements

-- Figures printed before this book; the latest row of a line counts.
CREATE TABLE comparative (
  id     INTEGER PRIMARY KEY,
  year   INTEGER NOT NULL,
  form   TEXT NOT NULL,
  line   TEXT NOT NULL,
  amount INTEGER NOT NULL,
  act_id INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX comparative_line ON comparative (year, form, line, id);

-- ---------------------------------------------------------------- distribution

-- Drafts of distribution plans; the latest row of a year counts.
CREATE TABLE plan (
  id     INTEGER PRIMARY KEY,
  year   INTEGER NOT NULL,
  text   TEXT NOT NULL,                  -- the plan as a key file, defaults written out
  act_id INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX plan_year ON plan (year, id);

-- What the general meeting approved; the latest row of a year counts. inputs is the figures in a fixed text form.
CREATE TABLE plan_approval (
  id            INTEGER PRIMARY KEY,
  plan_id       INTEGER NOT NULL REFERENCES plan (id),
  year          INTEGER NOT NULL,
  resolution    TEXT NOT NULL,
  date          TEXT NOT NULL,
  quorum        TEXT,
  votes         TEXT,
  inputs        TEXT NOT NULL,
  hash          TEXT NOT NULL,           -- SHA-256 of plan, law and inputs
  rounding_unit INTEGER NOT NULL,
  act_id        INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX plan_approval_year ON plan_approval (year, id);

-- The approved figures: the steps of the calculation, what holds for each side, the pools, the shares. side: 0 internal 1 external;
-- pool: 0 use 1 labour 2 capital 3 equal. Weights and remainders pass 64 bits and are kept as digits.
CREATE TABLE plan_step (
  id          INTEGER PRIMARY KEY,
  approval_id INTEGER NOT NULL REFERENCES plan_approval (id),
  position    INTEGER NOT NULL,
  name        TEXT NOT NULL,
  internal    INTEGER NOT NULL,
  external    INTEGER NOT NULL,
  act_id      INTEGER NOT NULL REFERENCES audit (id),
  UNIQUE (approval_id, position)
) STRICT;

CREATE TABLE plan_side (
  id           INTEGER PRIMARY KEY,
  approval_id  INTEGER NOT NULL REFERENCES plan_approval (id),
  side         INTEGER NOT NULL CHECK (side IN (0, 1)),
  taken_over   INTEGER NOT NULL,
  profit       INTEGER NOT NULL,         -- the bases of the common fund and the law's floor on each
  income       INTEGER NOT NULL,
  profit_floor INTEGER NOT NULL,
  income_floor INTEGER NOT NULL,
  common_fund  INTEGER NOT NULL,
  act_id       INTEGER NOT NULL REFERENCES audit (id),
  UNIQUE (approval_id, side)
) STRICT;

CREATE TABLE plan_pool (
  id            INTEGER PRIMARY KEY,
  approval_id   INTEGER NOT NULL REFERENCES plan_approval (id),
  side          INTEGER NOT NULL CHECK (side IN (0, 1)),
  pool          INTEGER NOT NULL CHECK (pool BETWEEN 0 AND 3),
  amount        INTEGER NOT NULL,
  undistributed INTEGER NOT NULL,
  units         INTEGER NOT NULL,
  spare_units   INTEGER NOT NULL,
  weight        TEXT NOT NULL,
  sharers       INTEGER NOT NULL,
  act_id        INTEGER NOT NULL REFERENCES audit (id),
  UNIQUE (approval_id, side, pool)
) STRICT;

CREATE TABLE plan_share (
  id          INTEGER PRIMARY KEY,
  approval_id INTEGER NOT NULL REFERENCES plan_approval (id),
  party_id    INTEGER NOT NULL REFERENCES party (id),
  side        INTEGER NOT NULL CHECK (side IN (0, 1)),
  pool        INTEGER NOT NULL CHECK (pool BETWEEN 0 AND 3),
  weight      TEXT NOT NULL,
  whole       INTEGER NOT NULL,
  remainder   TEXT NOT NULL,
  rank        INTEGER NOT NULL,
  extra       INTEGER NOT NULL CHECK (extra IN (0, 1)),
  amount      INTEGER NOT NULL CHECK (amount >= 0),
  act_id      INTEGER NOT NULL REFERENCES audit (id),
  UNIQUE (approval_id, party_id, side, pool)
) STRICT;

-- The posting of an approval; it stands as long as its voucher is not reversed.
CREATE TABLE plan_posting (
  id          INTEGER PRIMARY KEY,
  approval_id INTEGER NOT NULL REFERENCES plan_approval (id),
  voucher_id  INTEGER NOT NULL UNIQUE REFERENCES voucher (id),
  act_id      INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX plan_posting_approval ON plan_posting (approval_id, id);

-- ---------------------------------------------------------------- payouts

-- method: 1 cash 2 bank
CREATE TABLE payout_batch (
  id         INTEGER PRIMARY KEY,
  posting_id INTEGER NOT NULL REFERENCES plan_posting (id),
  year       INTEGER NOT NULL,
  method     INTEGER NOT NULL CHECK (method IN (1, 2)),
  date       TEXT NOT NULL,
  minimum    INTEGER NOT NULL,
  act_id     INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX payout_batch_year ON payout_batch (year, id);

-- A member's payment; it stands as long as its voucher is not reversed.
CREATE TABLE payout_line (
  id         INTEGER PRIMARY KEY,
  batch_id   INTEGER NOT NULL REFERENCES payout_batch (id),
  party_id   INTEGER NOT NULL REFERENCES party (id),
  amount     INTEGER NOT NULL CHECK (amount > 0),
  voucher_id INTEGER NOT NULL UNIQUE REFERENCES voucher (id),
  act_id     INTEGER NOT NULL REFERENCES audit (id),
  UNIQUE (batch_id, party_id)
) STRICT;
CREATE INDEX payout_line_party ON payout_line (party_id, id);
