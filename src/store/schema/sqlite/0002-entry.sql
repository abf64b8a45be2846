-- SPDX-License-Identifier: GPL-3.0-or-later
-- What entering and keeping vouchers needs beside 0001: parties and items whose facts change, drafts, templates, attachments,
-- foreign currency, search, and guards of money. Columns added to tables with an act_id are NULL in old rows, as the digest of a
-- row leaves NULL out: no old act comes out different.

DROP VIEW journal_row;
DROP VIEW party_name;
DROP TRIGGER voucher_guard;
DROP TRIGGER voucher_row_guard;
DROP TRIGGER voucher_row_totals;

-- ---------------------------------------------------------------- accounts

-- hand: 0 only closings post to it, 1 anybody; NULL: as the type says, clearing accounts not by hand.
ALTER TABLE account ADD COLUMN hand INTEGER CHECK (hand IN (0, 1));
-- money: 1 may not stand below zero at the end of any day; NULL: as the book says, cash and bank.
ALTER TABLE account ADD COLUMN money INTEGER CHECK (money IN (0, 1));
-- currency: 0 home money only, 1 rows must name a foreign currency; NULL: they may.
ALTER TABLE account ADD COLUMN currency INTEGER CHECK (currency IN (0, 1));

-- ---------------------------------------------------------------- parties and items

-- Facts of a party as corrected; the latest row counts, else what stands in party.
CREATE TABLE party_change (
  id           INTEGER PRIMARY KEY,
  party_id     INTEGER NOT NULL REFERENCES party (id),
  name         TEXT NOT NULL,
  fold         TEXT NOT NULL,
  kind         INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 8),
  tax_code     TEXT,
  id_number    TEXT,
  address      TEXT,
  phone        TEXT,
  bank_bin     TEXT,
  bank_account TEXT,
  act_id       INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX party_change_party ON party_change (party_id, id);
CREATE INDEX party_change_fold ON party_change (fold);

CREATE VIEW party_now AS
  SELECT p.id, p.code, coalesce (c.name, p.name) AS name, coalesce (c.fold, p.fold) AS fold, coalesce (c.kind, p.kind) AS kind,
         CASE WHEN c.id IS NULL THEN p.tax_code ELSE c.tax_code END AS tax_code,
         CASE WHEN c.id IS NULL THEN p.id_number ELSE c.id_number END AS id_number,
         CASE WHEN c.id IS NULL THEN p.address ELSE c.address END AS address,
         CASE WHEN c.id IS NULL THEN p.phone ELSE c.phone END AS phone,
         CASE WHEN c.id IS NULL THEN p.bank_bin ELSE c.bank_bin END AS bank_bin,
         CASE WHEN c.id IS NULL THEN p.bank_account ELSE c.bank_account END AS bank_account
    FROM party p LEFT JOIN party_change c ON c.id = (SELECT max (x.id) FROM party_change x WHERE x.party_id = p.id);
CREATE VIEW party_name AS SELECT id, code, name FROM party_now;

-- Two parties that are one: the latest row of a party counts, into_id NULL parts them again. Rows keep the party they were
-- written with; readers take the one it was merged into.
CREATE TABLE party_merge (
  id       INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  into_id  INTEGER REFERENCES party (id) CHECK (into_id <> party_id),
  reason   TEXT NOT NULL,
  act_id   INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX party_merge_party ON party_merge (party_id, id);
CREATE INDEX party_merge_into ON party_merge (into_id);
CREATE VIEW party_merged AS
  SELECT m.party_id, m.into_id FROM party_merge m
   WHERE m.into_id IS NOT NULL AND m.id = (SELECT max (x.id) FROM party_merge x WHERE x.party_id = m.party_id);
-- Who stands for a merged party in the end: merges may follow on each other.
CREATE VIEW party_survivor AS
  WITH RECURSIVE walk (party_id, into_id) AS (
    SELECT party_id, into_id FROM party_merged
    UNION SELECT w.party_id, m.into_id FROM walk w JOIN party_merged m ON m.party_id = w.into_id)
  SELECT party_id, into_id AS survivor_id FROM walk WHERE into_id NOT IN (SELECT party_id FROM party_merged);
-- Those who are or were members: each has its own entry in the register (Law 17/2023 Art. 30), so they are never merged away.
CREATE VIEW party_in_register AS SELECT party_id FROM member UNION SELECT id FROM party_now WHERE kind = 8;

CREATE TRIGGER party_merge_guard BEFORE INSERT ON party_merge
BEGIN
  SELECT RAISE (ABORT, 'merge-of-merged')
   WHERE (NEW.into_id IS NULL) <> EXISTS (SELECT 1 FROM party_merged WHERE party_id = NEW.party_id)
      OR NEW.into_id IN (SELECT party_id FROM party_merged);
  SELECT RAISE (ABORT, 'merge-of-member') WHERE NEW.into_id IS NOT NULL AND NEW.party_id IN (SELECT party_id FROM party_in_register);
END;

-- Facts of an item; the latest row counts. kind is a word: contract, invoice, advance, bank-account, tax, fund-source, asset,
-- cost-kind, project, other.
CREATE TABLE item_fact (
  id       INTEGER PRIMARY KEY,
  item_id  INTEGER NOT NULL REFERENCES item (id),
  name     TEXT NOT NULL,
  fold     TEXT NOT NULL,
  kind     TEXT NOT NULL,
  party_id INTEGER REFERENCES party (id),
  due      TEXT,
  document TEXT,
  closed   TEXT,                         -- the last day on which it takes rows
  act_id   INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX item_fact_item ON item_fact (item_id, id);
CREATE VIEW item_now AS
  SELECT i.id, i.code, coalesce (f.name, i.name) AS name, coalesce (f.fold, lower (i.name)) AS fold, coalesce (f.kind, 'other') AS kind,
         f.party_id, f.due, f.document, f.closed
    FROM item i LEFT JOIN item_fact f ON f.id = (SELECT max (x.id) FROM item_fact x WHERE x.item_id = i.id);

-- ---------------------------------------------------------------- vouchers

-- Kinds 9 advance settlement (04-TT), 10 purchase list (06-VT), 11 allocation (07-VT). Widening a CHECK changes nothing on disk.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace (sql, 'CHECK (kind BETWEEN 1 AND 8)', 'CHECK (kind BETWEEN 1 AND 11)')
 WHERE type = 'table' AND name = 'voucher';
PRAGMA writable_schema = RESET;

ALTER TABLE voucher_row ADD COLUMN scope_reason TEXT;    -- why the scope is not the one that follows from the party
-- A side in foreign money: how much in the smallest unit of the currency; a difference of rates has 0. rate: millionths of home
-- money for one whole unit of the currency.
ALTER TABLE voucher_row ADD COLUMN debit_currency TEXT;
ALTER TABLE voucher_row ADD COLUMN debit_foreign INTEGER CHECK ((debit_foreign IS NULL) = (debit_currency IS NULL));
ALTER TABLE voucher_row ADD COLUMN credit_currency TEXT;
ALTER TABLE voucher_row ADD COLUMN credit_foreign INTEGER CHECK ((credit_foreign IS NULL) = (credit_currency IS NULL));
ALTER TABLE voucher_row ADD COLUMN rate INTEGER CHECK (rate > 0);
CREATE INDEX voucher_row_debit_item ON voucher_row (debit_item_id, date) WHERE debit_item_id IS NOT NULL;
CREATE INDEX voucher_row_credit_item ON voucher_row (credit_item_id, date) WHERE credit_item_id IS NOT NULL;

-- What was typed and not posted yet. Drafts are no part of the books: they change, go, and leave no trace but their versions while
-- they are there. body is a text that holds every cell as typed.
CREATE TABLE draft (
  id          INTEGER PRIMARY KEY,
  user        TEXT NOT NULL,
  saved_at    TEXT NOT NULL,             -- instant, UTC
  kind        INTEGER NOT NULL,
  date        TEXT NOT NULL,             -- as typed, perhaps ''
  description TEXT NOT NULL,
  amount      INTEGER NOT NULL,          -- the sum of the amounts that can be read
  body        TEXT NOT NULL,
  version     INTEGER NOT NULL           -- the one of draft_version that body is
) STRICT;
CREATE TABLE draft_version (
  draft_id INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
  version  INTEGER NOT NULL,
  saved_at TEXT NOT NULL,
  amount   INTEGER NOT NULL,
  body     TEXT NOT NULL,
  PRIMARY KEY (draft_id, version)
) STRICT, WITHOUT ROWID;

-- The co-op's own templates; the latest row of a name counts, an empty body takes it away.
CREATE TABLE voucher_template (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  fold   TEXT NOT NULL,
  kind   INTEGER NOT NULL,
  body   TEXT NOT NULL,
  act_id INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX voucher_template_name ON voucher_template (name, id);

-- Entries that come again: the latest row of a template counts, months 0 ends it.
CREATE TABLE recurrence (
  id       INTEGER PRIMARY KEY,
  template TEXT NOT NULL,
  months   INTEGER NOT NULL CHECK (months BETWEEN 0 AND 120),
  first    TEXT NOT NULL,
  last     TEXT,
  act_id   INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX recurrence_template ON recurrence (template, id);
-- What was done about a day on which one was due; voucher_id NULL: left out, with a reason.
CREATE TABLE recurrence_done (
  id         INTEGER PRIMARY KEY,
  template   TEXT NOT NULL,
  due        TEXT NOT NULL,
  voucher_id INTEGER REFERENCES voucher (id),
  reason     TEXT,
  act_id     INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX recurrence_done_template ON recurrence_done (template, due);

-- Files behind vouchers. The bytes stand once for each content; their hash stands in the audited row.
CREATE TABLE attachment (
  id         INTEGER PRIMARY KEY,
  voucher_id INTEGER NOT NULL REFERENCES voucher (id),
  name       TEXT NOT NULL,
  type       TEXT NOT NULL,
  size       INTEGER NOT NULL,
  sha256     TEXT NOT NULL,
  act_id     INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX attachment_voucher ON attachment (voucher_id);
CREATE INDEX attachment_content ON attachment (sha256);
-- A file attached to the wrong voucher: shown no more, never deleted.
CREATE TABLE attachment_withdrawal (
  id            INTEGER PRIMARY KEY,
  attachment_id INTEGER NOT NULL UNIQUE REFERENCES attachment (id),
  reason        TEXT NOT NULL,
  act_id        INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE TABLE attachment_data (
  sha256 TEXT PRIMARY KEY,
  bytes  BLOB NOT NULL
) STRICT;
CREATE TRIGGER attachment_data_unchanged BEFORE UPDATE ON attachment_data
BEGIN SELECT RAISE (ABORT, 'written-row-changed'); END;
CREATE TRIGGER attachment_data_kept BEFORE DELETE ON attachment_data
BEGIN SELECT RAISE (ABORT, 'written-row-deleted'); END;

CREATE INDEX invoice_number ON invoice (number);

-- Who wrote an act and when, for other folders.
CREATE VIEW act_name AS SELECT id, at, user FROM audit;

-- ---------------------------------------------------------------- foreign currency

-- Rates of a day, millionths of home money for one unit; the latest row of currency and day counts.
CREATE TABLE currency_rate (
  id       INTEGER PRIMARY KEY,
  currency TEXT NOT NULL,
  date     TEXT NOT NULL,
  buying   INTEGER,
  selling  INTEGER,
  rate     INTEGER NOT NULL CHECK (rate > 0), -- the average of both
  source   TEXT,
  act_id   INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX currency_rate_day ON currency_rate (currency, date, id);

CREATE TABLE revaluation (
  id         INTEGER PRIMARY KEY,
  date       TEXT NOT NULL,
  voucher_id INTEGER NOT NULL UNIQUE REFERENCES voucher (id),
  act_id     INTEGER NOT NULL REFERENCES audit (id)
) STRICT;

-- Kept totals of sides in foreign money, in home money and in units; they follow the rows.
CREATE TABLE total_currency (
  account_id     INTEGER NOT NULL,
  party_id       INTEGER NOT NULL,
  item_id        INTEGER NOT NULL,
  currency       TEXT NOT NULL,
  month          INTEGER NOT NULL,
  layer          INTEGER NOT NULL,
  debit          INTEGER NOT NULL,
  credit         INTEGER NOT NULL,
  foreign_debit  INTEGER NOT NULL,
  foreign_credit INTEGER NOT NULL,
  PRIMARY KEY (account_id, party_id, item_id, currency, month, layer)
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------- money by day

-- Debit less credit of each day on the accounts that may not fall below zero; it follows the rows.
CREATE TABLE total_day (
  account_id INTEGER NOT NULL,
  date       TEXT NOT NULL,
  amount     INTEGER NOT NULL,
  PRIMARY KEY (account_id, date)
) STRICT, WITHOUT ROWID;
-- The first day on which the act under way takes money off an account; empty between acts.
CREATE TABLE money_taken (
  account_id INTEGER PRIMARY KEY,
  since      TEXT NOT NULL
) STRICT;

-- indexed…: up to where the search indices hold vouchers, parties, items, and changes of both. foreign_volume: as volume, of
-- foreign units.
ALTER TABLE ledger_state ADD COLUMN indexed_voucher INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger_state ADD COLUMN indexed_party INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger_state ADD COLUMN indexed_change INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger_state ADD COLUMN indexed_item INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger_state ADD COLUMN indexed_fact INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger_state ADD COLUMN foreign_volume INTEGER NOT NULL DEFAULT 0
  CONSTRAINT foreign_totals_have_18_digits CHECK (foreign_volume <= 999999999999999999);

INSERT INTO total_day
  SELECT account_id, date, sum (amount)
    FROM (SELECT debit_id AS account_id, date, amount FROM voucher_row UNION ALL SELECT credit_id, date, -amount FROM voucher_row)
   WHERE account_id IN (SELECT id FROM account WHERE coalesce (money, book IN (1, 2)) = 1) GROUP BY 1, 2;

-- ---------------------------------------------------------------- search

-- Filled at the end of each act by the program (a trigger may not write to a virtual table where the schema is not trusted), from
-- where ledger_state says they end, so that what a second program wrote is taken in with the next act.
-- What a voucher says, its rows' words, parties, items and amounts; rowid is the voucher's. đ is no d with a mark for the
-- tokenizer, so it is replaced in what is written and in what is asked. Where a party or item is corrected, what it was called
-- before finds it as well. hashsize: bytes gathered in memory before a piece is written, so that an import makes few pieces.
CREATE VIRTUAL TABLE voucher_search USING fts5 (text, content = '', columnsize = 0, detail = none,
  tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE party_search USING fts5 (party_id UNINDEXED, text, columnsize = 0, detail = none, prefix = '1 2 3',
  tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE item_search USING fts5 (item_id UNINDEXED, text, columnsize = 0, detail = none,
  tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO voucher_search (voucher_search, rank) VALUES ('hashsize', 33554432);

-- Everything that a party is or was called.
CREATE VIEW party_names AS
  SELECT p.id, p.code,
         ' ' || p.name || coalesce ((SELECT group_concat (' ' || c.name, '') FROM party_change c WHERE c.party_id = p.id), '') AS names
    FROM party p;
CREATE VIEW voucher_words AS
  SELECT v.id, replace (replace (v.number || ' ' || v.description || coalesce (' ' || v.reason, '') ||
         coalesce ((SELECT group_concat (' ' || abs (r.amount)
                           || CASE WHEN r.description = v.description THEN '' ELSE ' ' || r.description END
                           || coalesce (' ' || r.memo, '') || coalesce (' ' || r.document, '') || coalesce (' ' || r.product, '')
                           || coalesce (' ' || r.season, '') || coalesce (' ' || r.plan, '')
                           || coalesce (' ' || nullif (abs (coalesce (r.debit_foreign, r.credit_foreign)), 0), '')
                           || coalesce (' ' || dp.code || dp.names, '') || coalesce (' ' || cp.code || cp.names, '')
                           || coalesce (' ' || di.code, '') || coalesce (' ' || ci.code, ''), '')
                           || CASE WHEN count (*) > 1
                                   THEN ' ' || abs (coalesce (sum (r.amount) FILTER (WHERE d.type <> 9), sum (r.amount)))
                                   ELSE '' END
                      FROM voucher_row r JOIN account d ON d.id = r.debit_id
                      LEFT JOIN party_names dp ON dp.id = r.debit_party_id LEFT JOIN party_names cp ON cp.id = r.credit_party_id
                      LEFT JOIN item di ON di.id = r.debit_item_id LEFT JOIN item ci ON ci.id = r.credit_item_id
                     WHERE r.voucher_id = v.id), ''), 'đ', 'd'), 'Đ', 'D') AS text
    FROM voucher v;
-- Each fact of a party or item as it was first written and as it was corrected.
CREATE VIEW party_words AS
  SELECT id, replace (replace (code || ' ' || name || coalesce (' ' || tax_code, '') || coalesce (' ' || id_number, '')
                               || coalesce (' ' || phone || ' ' || replace (replace (replace (phone, ' ', ''), '.', ''), '-', ''), '')
                               || coalesce (' ' || address, ''), 'đ', 'd'), 'Đ', 'D') AS text
    FROM party;
CREATE VIEW party_change_words AS
  SELECT c.id, c.party_id, replace (replace (p.code || ' ' || c.name || coalesce (' ' || c.tax_code, '')
                                             || coalesce (' ' || c.id_number, '') || coalesce (' ' || c.phone || ' '
                                             || replace (replace (replace (c.phone, ' ', ''), '.', ''), '-', ''), '')
                                             || coalesce (' ' || c.address, ''), 'đ', 'd'), 'Đ', 'D') AS text
    FROM party_change c JOIN party p ON p.id = c.party_id;
CREATE VIEW item_words AS SELECT id, replace (replace (code || ' ' || name, 'đ', 'd'), 'Đ', 'D') AS text FROM item;
CREATE VIEW item_fact_words AS
  SELECT f.id, f.item_id, replace (replace (i.code || ' ' || f.name || coalesce (' ' || f.document, ''), 'đ', 'd'), 'Đ', 'D') AS text
    FROM item_fact f JOIN item i ON i.id = f.item_id;
-- What search may read of trade.
CREATE VIEW product_name AS SELECT id, code, name, unit FROM product;

INSERT INTO voucher_search (rowid, text) SELECT id, text FROM voucher_words ORDER BY id;
INSERT INTO party_search (party_id, text) SELECT id, text FROM party_words ORDER BY id;
INSERT INTO item_search (item_id, text) SELECT id, text FROM item_words ORDER BY id;
UPDATE ledger_state
   SET indexed_voucher = (SELECT coalesce (max (id), 0) FROM voucher), indexed_party = (SELECT coalesce (max (id), 0) FROM party),
       indexed_item = (SELECT coalesce (max (id), 0) FROM item);

-- ---------------------------------------------------------------- rules

CREATE VIEW journal_row AS
SELECT v.id AS voucher_id, r.id AS row_id, v.number, v.date, v.kind, v.layer, r.description,
       CASE d.hidden WHEN 1 THEN '' ELSE d.code END AS debit, CASE c.hidden WHEN 1 THEN '' ELSE c.code END AS credit,
       r.amount, dp.code AS debit_party, cp.code AS credit_party, di.code AS debit_item, ci.code AS credit_item,
       r.scope, r.due, r.memo, r.document, r.document_date, r.product, coalesce (r.quantity, 0) AS quantity, r.season, r.plan,
       coalesce (v.reverses_id, 0) AS reverses_id, o.kind AS reverses_kind, o.number AS reverses_number,
       r.debit_id, r.credit_id, v.fold,
       r.debit_currency, coalesce (r.debit_foreign, 0) AS debit_foreign, r.credit_currency, coalesce (r.credit_foreign, 0) AS credit_foreign,
       coalesce (r.rate, 0) AS rate, r.scope_reason
  FROM voucher v JOIN voucher_row r ON r.voucher_id = v.id
  JOIN account d ON d.id = r.debit_id JOIN account c ON c.id = r.credit_id
  LEFT JOIN party dp ON dp.id = r.debit_party_id LEFT JOIN party cp ON cp.id = r.credit_party_id
  LEFT JOIN item di ON di.id = r.debit_item_id LEFT JOIN item ci ON ci.id = r.credit_item_id
  LEFT JOIN voucher o ON o.id = v.reverses_id;

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
  SELECT RAISE (ABORT, 'before-first-day')
   WHERE NEW.date < (SELECT value FROM setting WHERE key = 'year-start' ORDER BY id DESC LIMIT 1);
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
      AND NEW.debit_item_id IS NEW.credit_item_id AND NEW.debit_currency IS NEW.credit_currency THEN RAISE (ABORT, 'same-account')
    WHEN NEW.layer = 1 AND v.reverses_id IS NULL
      AND (coalesce (d.hand, d.type <> 8) = 0 OR coalesce (c.hand, c.type <> 8) = 0) THEN RAISE (ABORT, 'not-by-hand')
    WHEN d.currency = 1 AND NEW.debit_currency IS NULL OR c.currency = 1 AND NEW.credit_currency IS NULL
      OR d.currency = 0 AND NEW.debit_currency IS NOT NULL OR c.currency = 0 AND NEW.credit_currency IS NOT NULL
      THEN RAISE (ABORT, 'currency-against-account')
    WHEN NEW.debit_foreign < 0 AND NEW.amount > 0 OR NEW.debit_foreign > 0 AND NEW.amount < 0
      OR NEW.credit_foreign < 0 AND NEW.amount > 0 OR NEW.credit_foreign > 0 AND NEW.amount < 0
      THEN RAISE (ABORT, 'foreign-against-amount')
    WHEN NEW.layer = 1 AND v.reverses_id IS NULL AND NEW.amount >
         (SELECT CAST (nullif (value, '') AS INTEGER) FROM setting WHERE key = 'amount-limit' ORDER BY id DESC LIMIT 1)
      THEN RAISE (ABORT, 'amount-above-limit')
    WHEN v.reverses_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM voucher_row o
           WHERE o.voucher_id = v.reverses_id AND o.debit_id = NEW.debit_id AND o.credit_id = NEW.credit_id AND o.amount = -NEW.amount
             AND o.scope = NEW.scope AND o.debit_party_id IS NEW.debit_party_id AND o.credit_party_id IS NEW.credit_party_id
             AND o.debit_item_id IS NEW.debit_item_id AND o.credit_item_id IS NEW.credit_item_id
             AND o.debit_currency IS NEW.debit_currency AND o.credit_currency IS NEW.credit_currency
             AND coalesce (o.debit_foreign, 0) = -coalesce (NEW.debit_foreign, 0)
             AND coalesce (o.credit_foreign, 0) = -coalesce (NEW.credit_foreign, 0))
      THEN RAISE (ABORT, 'reversal-differs-from-original')
    WHEN NEW.layer = 1 AND v.reverses_id IS NULL AND NEW.scope = 0 AND (d.scope = 4 OR c.scope = 4)
      THEN RAISE (ABORT, 'scope-missing')
    -- Another scope than the one that follows from the party needs a reason.
    WHEN NEW.layer = 1 AND v.reverses_id IS NULL AND NEW.scope <> 0 AND NEW.scope_reason IS NULL AND coalesce (NEW.memo, '') = ''
      AND d.scope NOT BETWEEN 1 AND 3 AND c.scope NOT BETWEEN 1 AND 3
      AND coalesce (NEW.debit_party_id, NEW.credit_party_id) IS NOT NULL
      AND NEW.scope <> CASE WHEN coalesce ((SELECT internal FROM party_standing
            WHERE party_id = coalesce (NEW.debit_party_id, NEW.credit_party_id) AND since <= NEW.date
            ORDER BY since DESC, id DESC LIMIT 1), 0) = 1
          AND (SELECT value FROM setting WHERE key = 'separate' ORDER BY id DESC LIMIT 1) = 'yes' THEN 1 ELSE 2 END
      THEN RAISE (ABORT, 'scope-without-reason')
    END
    FROM voucher v, account d, account c
   WHERE v.id = NEW.voucher_id AND d.id = NEW.debit_id AND c.id = NEW.credit_id;
  SELECT RAISE (ABORT, 'posting-to-group')
   WHERE EXISTS (SELECT 1 FROM account WHERE parent_id = NEW.debit_id)
      OR EXISTS (SELECT 1 FROM account WHERE parent_id = NEW.credit_id);
END;

-- Apart from the other rules, as most rows are neither asked.
CREATE TRIGGER voucher_row_party BEFORE INSERT ON voucher_row
WHEN EXISTS (SELECT 1 FROM party_merge) AND (NEW.debit_party_id IS NOT NULL OR NEW.credit_party_id IS NOT NULL)
BEGIN
  SELECT RAISE (ABORT, 'merged-party')
   WHERE EXISTS (SELECT 1 FROM party_merged WHERE party_id IN (NEW.debit_party_id, NEW.credit_party_id))
     AND (SELECT reverses_id FROM voucher WHERE id = NEW.voucher_id) IS NULL;
END;

CREATE TRIGGER voucher_row_item BEFORE INSERT ON voucher_row
WHEN NEW.debit_item_id IS NOT NULL OR NEW.credit_item_id IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'item-closed')
   WHERE EXISTS (SELECT 1 FROM item_now WHERE id IN (NEW.debit_item_id, NEW.credit_item_id) AND closed < NEW.date)
     AND (SELECT reverses_id FROM voucher WHERE id = NEW.voucher_id) IS NULL;
  SELECT RAISE (ABORT, 'item-of-other-party')
   WHERE EXISTS (SELECT 1 FROM item_now i WHERE i.id = NEW.debit_item_id AND i.party_id <> NEW.debit_party_id
                    AND i.party_id NOT IN (SELECT party_id FROM party_survivor WHERE survivor_id = NEW.debit_party_id)
         UNION ALL SELECT 1 FROM item_now i WHERE i.id = NEW.credit_item_id AND i.party_id <> NEW.credit_party_id
                    AND i.party_id NOT IN (SELECT party_id FROM party_survivor WHERE survivor_id = NEW.credit_party_id))
     AND (SELECT reverses_id FROM voucher WHERE id = NEW.voucher_id) IS NULL;
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
  INSERT INTO total_day
    SELECT id, NEW.date, CASE WHEN id = NEW.debit_id THEN NEW.amount ELSE 0 END - CASE WHEN id = NEW.credit_id THEN NEW.amount ELSE 0 END
      FROM account WHERE id IN (NEW.debit_id, NEW.credit_id) AND coalesce (money, book IN (1, 2)) = 1
    ON CONFLICT DO UPDATE SET amount = amount + excluded.amount;
  INSERT INTO money_taken
    SELECT id, NEW.date FROM account
     WHERE id = CASE WHEN NEW.amount > 0 THEN NEW.credit_id ELSE NEW.debit_id END AND coalesce (money, book IN (1, 2)) = 1
    ON CONFLICT DO UPDATE SET since = min (since, excluded.since);
  UPDATE ledger_state SET volume = volume + abs (NEW.amount);
END;

CREATE TRIGGER voucher_row_currency AFTER INSERT ON voucher_row
WHEN NEW.debit_currency IS NOT NULL OR NEW.credit_currency IS NOT NULL -- also in a bulk act: payments ask what is held
BEGIN
  INSERT INTO total_currency
    SELECT NEW.debit_id, coalesce (NEW.debit_party_id, 0), coalesce (NEW.debit_item_id, 0), NEW.debit_currency, NEW.month, NEW.layer,
           NEW.amount, 0, NEW.debit_foreign, 0
     WHERE NEW.debit_currency IS NOT NULL
    ON CONFLICT DO UPDATE SET debit = debit + excluded.debit, foreign_debit = foreign_debit + excluded.foreign_debit;
  INSERT INTO total_currency
    SELECT NEW.credit_id, coalesce (NEW.credit_party_id, 0), coalesce (NEW.credit_item_id, 0), NEW.credit_currency, NEW.month, NEW.layer,
           0, NEW.amount, 0, NEW.credit_foreign
     WHERE NEW.credit_currency IS NOT NULL
    ON CONFLICT DO UPDATE SET credit = credit + excluded.credit, foreign_credit = foreign_credit + excluded.foreign_credit;
  UPDATE ledger_state SET foreign_volume = foreign_volume + abs (coalesce (NEW.debit_foreign, 0)) + abs (coalesce (NEW.credit_foreign, 0));
END;

-- Days at whose end an account that the act under way took money off stands below zero. Money is judged after the whole act, so that
-- the order of its rows is of no account.
CREATE VIEW money_below_zero AS
  SELECT account_id, date, balance
    FROM (SELECT d.account_id, d.date, t.since, sum (d.amount) OVER (PARTITION BY d.account_id ORDER BY d.date) AS balance
            FROM money_taken t CROSS JOIN total_day d ON d.account_id = t.account_id)
   WHERE date >= since AND balance < 0;

CREATE TRIGGER audit_seal BEFORE UPDATE OF hash ON audit WHEN OLD.hash = ''
BEGIN
  SELECT RAISE (ABORT, 'money-below-zero')
   WHERE coalesce ((SELECT value FROM setting WHERE key = 'money-below-zero' ORDER BY id DESC LIMIT 1), 'refuse') = 'refuse'
     AND EXISTS (SELECT 1 FROM money_below_zero);
  DELETE FROM money_taken;
END;
