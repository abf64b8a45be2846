-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the register and the members' capital need beside 0001: facts with their history, events that are taken back, how and why
-- capital moved, when what is promised falls due, certificates; and what counts and letters on debts learnt. Columns added to tables
-- with an act_id are NULL in old rows.

-- ---------------------------------------------------------------- members

-- What is known of a member beside the party's facts; the latest row counts, before the first one what 0001 wrote in member.
CREATE TABLE member_fact (
  id                INTEGER PRIMARY KEY,
  party_id          INTEGER NOT NULL REFERENCES party (id),
  birth             TEXT,
  gender            TEXT,
  nationality       TEXT,
  represents        TEXT,                -- "household", "organisation"; NULL: a person alone
  representative    TEXT,                -- who speaks for a household or organisation (Law 17/2023 Art. 30)
  representative_id TEXT,                -- that person's identity number
  id_day            TEXT,                -- when and by whom the identity paper was issued
  id_place          TEXT,
  hamlet            TEXT,
  team              TEXT,                -- another way of sorting members: a production team, a branch
  reason            TEXT,                -- why it was corrected
  act_id            INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX member_fact_party ON member_fact (party_id, id);

CREATE VIEW member_now AS
  SELECT m.party_id, CASE WHEN f.id IS NULL THEN m.birth ELSE f.birth END AS birth,
         CASE WHEN f.id IS NULL THEN m.gender ELSE f.gender END AS gender,
         CASE WHEN f.id IS NULL THEN m.nationality ELSE f.nationality END AS nationality,
         CASE WHEN f.id IS NULL THEN m.represents ELSE f.represents END AS represents,
         f.representative, f.representative_id, f.id_day, f.id_place,
         CASE WHEN f.id IS NULL THEN m.hamlet ELSE f.hamlet END AS hamlet, f.team
    FROM member m LEFT JOIN member_fact f ON f.id = (SELECT max (x.id) FROM member_fact x WHERE x.party_id = m.party_id);

-- What other folders may read of a party beside its name.
CREATE VIEW party_facts AS
  SELECT id, code, name, tax_code, id_number, address, phone, bank_bin, bank_account FROM party_now;

-- What was known of a member after each act that changed it.
CREATE VIEW member_version AS
  SELECT a.party_id, CASE WHEN f.id IS NULL THEN m.birth ELSE f.birth END AS birth,
         CASE WHEN f.id IS NULL THEN m.gender ELSE f.gender END AS gender,
         CASE WHEN f.id IS NULL THEN m.nationality ELSE f.nationality END AS nationality,
         CASE WHEN f.id IS NULL THEN m.represents ELSE f.represents END AS represents,
         f.representative, f.representative_id, f.id_day, f.id_place,
         CASE WHEN f.id IS NULL THEN m.hamlet ELSE f.hamlet END AS hamlet, f.team,
         p.code, coalesce (c.name, p.name) AS name,
         CASE WHEN c.id IS NULL THEN p.tax_code ELSE c.tax_code END AS tax_code,
         CASE WHEN c.id IS NULL THEN p.id_number ELSE c.id_number END AS id_number,
         CASE WHEN c.id IS NULL THEN p.address ELSE c.address END AS address,
         CASE WHEN c.id IS NULL THEN p.phone ELSE c.phone END AS phone,
         CASE WHEN c.id IS NULL THEN p.bank_bin ELSE c.bank_bin END AS bank_bin,
         CASE WHEN c.id IS NULL THEN p.bank_account ELSE c.bank_account END AS bank_account,
         n.at, n.user, CASE WHEN f.act_id = a.act_id THEN f.reason END AS reason, a.act_id
    FROM (SELECT party_id, act_id FROM member UNION SELECT party_id, act_id FROM member_fact
          UNION SELECT party_id, act_id FROM party_change) a
    JOIN member m ON m.party_id = a.party_id AND m.act_id <= a.act_id
    JOIN party p ON p.id = a.party_id
    JOIN act_name n ON n.id = a.act_id
    LEFT JOIN member_fact f ON f.id = (SELECT max (x.id) FROM member_fact x WHERE x.party_id = a.party_id AND x.act_id <= a.act_id)
    LEFT JOIN party_change c ON c.id = (SELECT max (x.id) FROM party_change x WHERE x.party_id = a.party_id AND x.act_id <= a.act_id);

ALTER TABLE membership_event ADD COLUMN reason TEXT;  -- of leaving: a word of Art. 33; of taking back: a sentence
ALTER TABLE membership_event ADD COLUMN until TEXT;   -- of an agreement signed: its last day; NULL: until it is ended
ALTER TABLE membership_event ADD COLUMN reverses_id INTEGER REFERENCES membership_event (id);
CREATE UNIQUE INDEX membership_event_reverses ON membership_event (reverses_id) WHERE reverses_id IS NOT NULL;

-- ---------------------------------------------------------------- capital

ALTER TABLE capital_event ADD COLUMN cause TEXT;      -- why: "sale", "gift", "inheritance", "leaving", "limit", "deadline", "meeting", "other"
ALTER TABLE capital_event ADD COLUMN document TEXT;   -- handover record, resolution, contract
ALTER TABLE capital_event ADD COLUMN asset TEXT;      -- in kind: what, how much of it
ALTER TABLE capital_event ADD COLUMN quantity INTEGER CHECK (quantity > 0); -- thousandths
ALTER TABLE capital_event ADD COLUMN unit TEXT;
ALTER TABLE capital_event ADD COLUMN until TEXT;      -- in kind, a right of use: its last day (Law 17/2023 Art. 76.2b)
ALTER TABLE capital_event ADD COLUMN price INTEGER CHECK (price >= 0);      -- what the receiver of a transfer paid for it

-- When a commitment is to be paid, or a refund: the latest schedule of a member and kind counts; one without parts takes an earlier back.
CREATE TABLE capital_schedule (
  id       INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  kind     INTEGER NOT NULL CHECK (kind IN (1, 2)),   -- 1 what the member pays in 2 what is refunded
  decided  TEXT NOT NULL,
  document TEXT,
  act_id   INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX capital_schedule_party ON capital_schedule (party_id, kind, id);

CREATE TABLE capital_instalment (
  id          INTEGER PRIMARY KEY,
  schedule_id INTEGER NOT NULL REFERENCES capital_schedule (id),
  due         TEXT NOT NULL,
  amount      INTEGER NOT NULL CHECK (amount > 0),
  act_id      INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE INDEX capital_instalment_schedule ON capital_instalment (schedule_id, due);

-- ---------------------------------------------------------------- certificates

-- What became of certificates of contribution (Law 17/2023 Art. 75), as printed then. event: 1 issued 2 issued anew (lost, damaged)
-- 3 exchanged (its content changed) 4 withdrawn. number: of the certificate in force afterwards, NULL after withdrawal.
CREATE TABLE certificate_event (
  id          INTEGER PRIMARY KEY,
  party_id    INTEGER NOT NULL REFERENCES party (id),
  date        TEXT NOT NULL,
  event       INTEGER NOT NULL CHECK (event BETWEEN 1 AND 4),
  number      TEXT CHECK ((number IS NULL) = (event = 4)),
  replaces_id INTEGER REFERENCES certificate_event (id), -- whose number ended by it
  amount      INTEGER CHECK (amount > 0),
  charter     INTEGER CHECK (charter > 0),
  name        TEXT,                      -- the holder's, with address, nationality and identity number, as they were
  address     TEXT,
  nationality TEXT,
  id_number   TEXT,
  represents  TEXT,                      -- as in member: a household or organisation holds it, through
  representative TEXT,
  asset       TEXT,                      -- of a right of use: what may be used, and its last day
  until       TEXT,
  coop        TEXT,                      -- the co-op's name, code, address of the head office, place of signing, as they were
  coop_code   TEXT,
  coop_address TEXT,
  place       TEXT,
  signer      TEXT,                      -- the legal representative
  reason      TEXT,
  act_id      INTEGER NOT NULL REFERENCES audit (id)
) STRICT;
CREATE UNIQUE INDEX certificate_event_number ON certificate_event (number) WHERE number IS NOT NULL;
CREATE UNIQUE INDEX certificate_event_replaces ON certificate_event (replaces_id) WHERE replaces_id IS NOT NULL;
CREATE INDEX certificate_event_party ON certificate_event (party_id, date, id);

-- ---------------------------------------------------------------- counts and confirmations

ALTER TABLE count_sheet ADD COLUMN time TEXT;         -- of the day: 16:30
ALTER TABLE count_line ADD COLUMN poor INTEGER;       -- of what was counted, thousandths; NULL: nobody judged it
ALTER TABLE count_line ADD COLUMN spoilt INTEGER;

-- Sheets that count no more: wrong, or counted again. Their difference can never be posted.
CREATE TABLE count_withdrawal (
  id       INTEGER PRIMARY KEY,
  count_id INTEGER NOT NULL UNIQUE REFERENCES count_sheet (id),
  reason   TEXT NOT NULL,
  act_id   INTEGER NOT NULL REFERENCES audit (id)
) STRICT;

ALTER TABLE confirmation ADD COLUMN sent TEXT;        -- the day on which the letter went out; NULL: not yet

-- ---------------------------------------------------------------- invoices

-- The VAT lists of a locked period stand, as its vouchers do.
CREATE TRIGGER invoice_guard BEFORE INSERT ON invoice
BEGIN
  SELECT RAISE (ABORT, 'period-locked') FROM voucher
   WHERE id = NEW.voucher_id AND date <= (SELECT until FROM period_lock ORDER BY id DESC LIMIT 1);
END;
