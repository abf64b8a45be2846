-- SPDX-License-Identifier: GPL-3.0-or-later
-- What paying shares needs beside 0005: a voucher for each step of a posting, notices in layers, what a list of payments keeps back,
-- sets off and gets back, taxes on capital that goes out. An empty text of a plan's version forgets it.

-- ---------------------------------------------------------------- posting, a voucher a step

-- What a voucher of the posting is for: a step's name ("loss-cover", "fund:welfare"), shares:internal, shares:external or
-- provisional; NULL: the whole distribution, as it was posted before. Rows of one posting have one act_id.
ALTER TABLE plan_posting ADD COLUMN step TEXT CHECK (step <> '');

-- A posting is taken back whole: whoever reverses one of its vouchers reverses the others in the same act.
CREATE TRIGGER audit_seal_posting BEFORE UPDATE OF hash ON audit WHEN OLD.hash = ''
BEGIN
  SELECT RAISE (ABORT, 'posting-in-part')
   WHERE EXISTS (SELECT 1 FROM plan_posting p CROSS JOIN voucher r ON r.reverses_id = p.voucher_id
                   JOIN plan_posting o ON o.approval_id = p.approval_id AND o.act_id = p.act_id
                  WHERE r.act_id = OLD.id AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = o.voucher_id));
END;

-- ---------------------------------------------------------------- search in long vouchers

-- As in 0002, but what a row says is left out wherever the voucher's description has the same words: a distribution says it once
-- instead of for each of a hundred thousand members.
DROP VIEW voucher_words;
CREATE VIEW voucher_words AS
  SELECT v.id, replace (replace (v.number || ' ' || v.description || coalesce (' ' || v.reason, '') ||
         coalesce ((SELECT group_concat (' ' || abs (r.amount)
                           || CASE WHEN instr (' ' || replace (replace (v.description, ':', ' '), ';', ' ') || ' ',
                                             ' ' || replace (replace (r.description, ':', ' '), ';', ' ') || ' ') > 0
                                   THEN '' ELSE ' ' || r.description END
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

-- ---------------------------------------------------------------- reversals of long vouchers

-- As in 0002, but for the last rule, which is a trigger of its own now: only reversals ask it.
DROP TRIGGER voucher_row_guard;
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

-- Looked for among the party's rows of that day: through the voucher it would cost the square of a long voucher's rows. The plus
-- signs keep the search from the voucher; rows without a party are few in any voucher.
CREATE TRIGGER voucher_row_mirror BEFORE INSERT ON voucher_row
WHEN (SELECT reverses_id FROM voucher WHERE id = NEW.voucher_id) IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'reversal-differs-from-original')
    FROM voucher v JOIN voucher w ON w.id = v.reverses_id
   WHERE v.id = NEW.voucher_id
     AND CASE
       WHEN NEW.credit_party_id IS NOT NULL THEN NOT EXISTS (SELECT 1 FROM voucher_row o
         WHERE o.credit_party_id = NEW.credit_party_id AND o.date = w.date AND +o.voucher_id = w.id
           AND +o.debit_id = NEW.debit_id AND +o.credit_id = NEW.credit_id AND o.amount = -NEW.amount AND o.scope = NEW.scope
           AND +o.debit_party_id IS NEW.debit_party_id
           AND +o.debit_item_id IS NEW.debit_item_id AND +o.credit_item_id IS NEW.credit_item_id
           AND o.debit_currency IS NEW.debit_currency AND o.credit_currency IS NEW.credit_currency
           AND coalesce (o.debit_foreign, 0) = -coalesce (NEW.debit_foreign, 0)
           AND coalesce (o.credit_foreign, 0) = -coalesce (NEW.credit_foreign, 0))
       WHEN NEW.debit_party_id IS NOT NULL THEN NOT EXISTS (SELECT 1 FROM voucher_row o
         WHERE o.debit_party_id = NEW.debit_party_id AND o.date = w.date AND +o.voucher_id = w.id
           AND +o.debit_id = NEW.debit_id AND +o.credit_id = NEW.credit_id AND o.amount = -NEW.amount AND o.scope = NEW.scope
           AND +o.credit_party_id IS NULL
           AND +o.debit_item_id IS NEW.debit_item_id AND +o.credit_item_id IS NEW.credit_item_id
           AND o.debit_currency IS NEW.debit_currency AND o.credit_currency IS NEW.credit_currency
           AND coalesce (o.debit_foreign, 0) = -coalesce (NEW.debit_foreign, 0)
           AND coalesce (o.credit_foreign, 0) = -coalesce (NEW.credit_foreign, 0))
       ELSE NOT EXISTS (SELECT 1 FROM voucher_row o
         WHERE o.voucher_id = w.id AND +o.debit_id = NEW.debit_id AND +o.credit_id = NEW.credit_id
           AND o.amount = -NEW.amount AND o.scope = NEW.scope
           AND +o.debit_party_id IS NULL AND +o.credit_party_id IS NULL
           AND +o.debit_item_id IS NEW.debit_item_id AND +o.credit_item_id IS NEW.credit_item_id
           AND o.debit_currency IS NEW.debit_currency AND o.credit_currency IS NEW.credit_currency
           AND coalesce (o.debit_foreign, 0) = -coalesce (NEW.debit_foreign, 0)
           AND coalesce (o.credit_foreign, 0) = -coalesce (NEW.credit_foreign, 0))
       END;
END;
-- ---------------------------------------------------------------- notices of allocation and retains

-- What members were given as a claim to be redeemed later: a layer for each year of origin, member, kind and account. kind: 1 qualified
-- notice 2 nonqualified notice 3 per-unit retain 4 nonqualified per-unit retain. A row stands as long as its voucher is not reversed;
-- without one it came in with the opening balances. rule and quantity: of retains, the plan's [retain NAME] and the units it was taken of.
CREATE TABLE notice (
  id         INTEGER PRIMARY KEY,
  year       INTEGER NOT NULL,
  party_id   INTEGER NOT NULL REFERENCES party (id),
  kind       INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
  account_id INTEGER NOT NULL REFERENCES account (id),
  date       TEXT NOT NULL,
  amount     INTEGER NOT NULL CHECK (amount > 0),
  rule       TEXT CHECK (rule <> ''),
  quantity   INTEGER CHECK (quantity > 0),
  voucher_id INTEGER REFERENCES voucher (id),
  act_id     INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX notice_layer ON notice (year, party_id, id);
CREATE INDEX notice_voucher ON notice (voucher_id);

-- Layers given back. It stands as long as its voucher is not reversed. year: the plan whose payments take it along. sequence: 1 oldest
-- layer first 2 oldest member first 3 the same part of every layer.
CREATE TABLE redemption (
  id         INTEGER PRIMARY KEY,
  year       INTEGER NOT NULL,
  date       TEXT NOT NULL,
  sequence   INTEGER NOT NULL CHECK (sequence BETWEEN 1 AND 3),
  resolution TEXT,
  voucher_id INTEGER NOT NULL UNIQUE REFERENCES voucher (id),
  act_id     INTEGER NOT NULL REFERENCES audit (id)
) STRICT;

CREATE TABLE redemption_line (
  id            INTEGER PRIMARY KEY,
  redemption_id INTEGER NOT NULL REFERENCES redemption (id),
  notice_id     INTEGER NOT NULL REFERENCES notice (id),
  amount        INTEGER NOT NULL CHECK (amount > 0),
  act_id        INTEGER NOT NULL REFERENCES audit (id),
  UNIQUE (redemption_id, notice_id)
) STRICT;
CREATE INDEX redemption_line_notice ON redemption_line (notice_id);

-- ---------------------------------------------------------------- payouts

-- part: millionths of each share up to which the list pays (an instalment); NULL: the whole share. set_off: 1 where members' own
-- debts were set off, with their consent. earlier: 1 where it also paid what was open of the years before.
ALTER TABLE payout_batch ADD COLUMN part INTEGER CHECK (part BETWEEN 1 AND 1000000);
ALTER TABLE payout_batch ADD COLUMN set_off INTEGER CHECK (set_off IN (0, 1));
ALTER TABLE payout_batch ADD COLUMN earlier INTEGER CHECK (earlier IN (0, 1));

-- A member's line of one year. amount is what leaves the account of what members are owed: taxes + set-offs + net. Old rows have
-- no year (the list's) and no net (all of the amount). voucher_id pays net and puts the taxes on their account; one voucher for all
-- lines of a member on a list; NULL where all was set off. The line stands as long as its vouchers are not reversed.
ALTER TABLE payout_line RENAME TO payout_line_before;
DROP INDEX payout_line_party;
CREATE TABLE payout_line (
  id         INTEGER PRIMARY KEY,
  batch_id   INTEGER NOT NULL REFERENCES payout_batch (id),
  party_id   INTEGER NOT NULL REFERENCES party (id),
  amount     INTEGER NOT NULL CHECK (amount > 0),
  voucher_id INTEGER REFERENCES voucher (id),
  act_id     INTEGER NOT NULL REFERENCES audit (id),
  year       INTEGER,
  net        INTEGER CHECK (net BETWEEN 0 AND amount),
  UNIQUE (batch_id, party_id, year)
) STRICT;
INSERT INTO payout_line (id, batch_id, party_id, amount, voucher_id, act_id)
  SELECT id, batch_id, party_id, amount, voucher_id, act_id FROM payout_line_before;
DROP TABLE payout_line_before;
CREATE INDEX payout_line_party ON payout_line (party_id, id);
CREATE INDEX payout_line_voucher ON payout_line (voucher_id);

-- Which of the member's shares a line is taken from; what was taxed before (a payment that came back) is in no row. The rows of a
-- member and year never come to more than the shares.
CREATE TABLE payout_part (
  id      INTEGER PRIMARY KEY,
  line_id INTEGER NOT NULL REFERENCES payout_line (id),
  side    INTEGER NOT NULL CHECK (side IN (0, 1)),
  pool    INTEGER NOT NULL CHECK (pool BETWEEN 0 AND 3),
  amount  INTEGER NOT NULL CHECK (amount > 0),
  act_id  INTEGER NOT NULL REFERENCES audit (id),
  UNIQUE (line_id, side, pool)
) STRICT;

-- Tax kept back of a part: name and rate (millionths) as in the law pack. Stands and falls with the line's voucher.
CREATE TABLE payout_tax (
  id      INTEGER PRIMARY KEY,
  line_id INTEGER NOT NULL REFERENCES payout_line (id),
  name    TEXT NOT NULL CHECK (name <> ''),
  side    INTEGER NOT NULL CHECK (side IN (0, 1)),
  pool    INTEGER NOT NULL CHECK (pool BETWEEN 0 AND 3),
  base    INTEGER NOT NULL CHECK (base > 0),
  rate    INTEGER NOT NULL CHECK (rate BETWEEN 0 AND 1000000),
  amount  INTEGER NOT NULL CHECK (amount BETWEEN 0 AND base),
  act_id  INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX payout_tax_line ON payout_tax (line_id);

-- A debt of the member's own that the line met; the voucher is apart from the payment's, so that money which comes back leaves it.
CREATE TABLE payout_set_off (
  id         INTEGER PRIMARY KEY,
  line_id    INTEGER NOT NULL REFERENCES payout_line (id),
  account_id INTEGER NOT NULL REFERENCES account (id),
  item_id    INTEGER REFERENCES item (id),
  amount     INTEGER NOT NULL CHECK (amount > 0),
  voucher_id INTEGER NOT NULL REFERENCES voucher (id),
  act_id     INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX payout_set_off_line ON payout_set_off (line_id);
CREATE INDEX payout_set_off_voucher ON payout_set_off (voucher_id);

-- Money that came back, on its own day: 1 bounced (the bank returned it) 2 unclaimed (the member did not come). Tax and set-offs
-- stay. Stands as long as its voucher is not reversed.
CREATE TABLE payout_return (
  id         INTEGER PRIMARY KEY,
  line_id    INTEGER NOT NULL REFERENCES payout_line (id),
  date       TEXT NOT NULL,
  kind       INTEGER NOT NULL CHECK (kind IN (1, 2)),
  reason     TEXT NOT NULL CHECK (reason <> ''),
  amount     INTEGER NOT NULL CHECK (amount > 0),
  voucher_id INTEGER NOT NULL REFERENCES voucher (id),
  act_id     INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX payout_return_line ON payout_return (line_id, id);
CREATE INDEX payout_return_voucher ON payout_return (voucher_id);

-- The bank's word that a transfer went through; the latest row of a line counts, stands 0 takes the word back.
CREATE TABLE payout_confirmed (
  id        INTEGER PRIMARY KEY,
  line_id   INTEGER NOT NULL REFERENCES payout_line (id),
  date      TEXT NOT NULL,
  reference TEXT,                        -- the bank's own
  stands    INTEGER NOT NULL CHECK (stands IN (0, 1)),
  act_id    INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX payout_confirmed_line ON payout_confirmed (line_id, id);

-- What the shares of an approval are in money: less what is kept as capital or given as notices. For payments.
CREATE VIEW plan_share_money AS
  SELECT s.approval_id, s.party_id, s.side, s.pool,
         s.amount - coalesce ((SELECT sum (f.amount) FROM plan_form f WHERE f.approval_id = s.approval_id AND f.party_id = s.party_id
                                 AND f.side = s.side AND f.pool = s.pool AND f.form <> 1), 0) AS amount
    FROM plan_share s;
CREATE VIEW plan_year_posted AS
  SELECT DISTINCT a.year FROM plan_posting p JOIN plan_approval a ON a.id = p.approval_id;

-- Taxes kept back with whom, when and of which year; for other folders.
CREATE VIEW payout_tax_kept AS
  SELECT t.id, t.line_id, l.party_id, coalesce (l.year, b.year) AS year, b.date, t.name, t.side, t.pool, t.base, t.rate, t.amount
    FROM payout_tax t JOIN payout_line l ON l.id = t.line_id JOIN payout_batch b ON b.id = l.batch_id
    JOIN voucher_name v ON v.id = l.voucher_id
   WHERE v.taken_back = 0;

-- ---------------------------------------------------------------- tax on income that became capital

-- What a refund or transfer kept back of capitalised income: name and rate (millionths) as in the law pack; amount 0: exempt.
CREATE TABLE capital_tax (
  id       INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES capital_event (id),
  name     TEXT NOT NULL CHECK (name <> ''),
  base     INTEGER NOT NULL CHECK (base > 0),
  rate     INTEGER NOT NULL CHECK (rate BETWEEN 0 AND 1000000),
  amount   INTEGER NOT NULL CHECK (amount BETWEEN 0 AND base),
  act_id   INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX capital_tax_event ON capital_tax (event_id);

-- Those that stand; for other folders.
CREATE VIEW capital_tax_kept AS
  SELECT t.id, e.party_id, e.date, t.name, t.base, t.rate, t.amount, e.voucher_id
    FROM capital_tax t JOIN capital_event e ON e.id = t.event_id JOIN voucher_name v ON v.id = e.voucher_id
   WHERE v.taken_back = 0 AND NOT EXISTS (SELECT 1 FROM capital_event r WHERE r.reverses_id = e.id);
