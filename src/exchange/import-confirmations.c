/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What parties were asked about balances, and what they answered. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "ledger/confirmation.h"

enum
{
  ACCOUNT,
  PARTY,
  DATE,
  BOOKED,
  CONFIRMED,
  ANSWERED,
  NOTE,
  SENT,
};

static const SheafImportColumn columns[] = {
  [ACCOUNT] = { "account", SHEAF_IMPORT_REQUIRED },
  [PARTY] = { "party", SHEAF_IMPORT_REQUIRED },
  [DATE] = { "date", SHEAF_IMPORT_REQUIRED },
  [BOOKED] = { "booked", SHEAF_IMPORT_REQUIRED },
  [CONFIRMED] = { "confirmed", SHEAF_IMPORT_OPTIONAL },
  [ANSWERED] = { "answered", SHEAF_IMPORT_OPTIONAL },
  [NOTE] = { "note", SHEAF_IMPORT_OPTIONAL },
  [SENT] = { "sent", SHEAF_IMPORT_OPTIONAL },
};

/* Debit balances are positive, credit balances negative. */
static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  SheafConfirmation one = { .date = SHEAF_DATE_NONE,
                            .answered = SHEAF_DATE_NONE,
                            .sent = SHEAF_DATE_NONE,
                            .is_answered = sheaf_import_has (import, CONFIRMED) };
  GError           *problem = NULL;

  (void) sheaf_import_account (import, ACCOUNT, &one.account_id); /* their problems are added */
  (void) sheaf_import_any_party (import, PARTY, &one.party_id);
  (void) sheaf_import_date (import, DATE, &one.date);
  (void) sheaf_import_signed (import, BOOKED, &one.booked);
  (void) sheaf_import_signed (import, CONFIRMED, &one.confirmed);
  (void) sheaf_import_date (import, ANSWERED, &one.answered);
  (void) sheaf_import_date (import, SENT, &one.sent);
  if (sheaf_import_has (import, NOTE))
    one.note = (char *) sheaf_import_text (import, NOTE);
  if (one.is_answered != sheaf_import_has (import, ANSWERED))
    sheaf_import_problem (import, ANSWERED,
                          _ ("an answer has a figure and a day, give both or leave both empty"));
  return import->row_is_bad || sheaf_confirmation_keep (import->book, &one, &problem) ||
         sheaf_import_take_error (import, PARTY, problem, error);
}

const SheafImportKind sheaf_import_confirmations = {
  .name = "confirmations",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .row = read_record,
};
