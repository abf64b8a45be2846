/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work of members and workers. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "labour/labour.h"
#include "members/membership.h"

enum
{
  DATE,
  MEMBER,
  WORKER,
  WORK,
  DAYS,
  RATE,
  AMOUNT,
  ACCOUNT,
  TAX,
  INSURANCE,
  REVERSES,
};

static const SheafImportColumn columns[] = {
  [DATE] = { "date", SHEAF_IMPORT_REQUIRED },
  [MEMBER] = { "member", SHEAF_IMPORT_OPTIONAL },
  [WORKER] = { "worker", SHEAF_IMPORT_OPTIONAL },
  [WORK] = { "work", SHEAF_IMPORT_OPTIONAL },
  [DAYS] = { "days", SHEAF_IMPORT_OPTIONAL },
  [RATE] = { "rate", SHEAF_IMPORT_OPTIONAL },
  [AMOUNT] = { "amount", SHEAF_IMPORT_OPTIONAL },
  [ACCOUNT] = { "account", SHEAF_IMPORT_OPTIONAL },
  [TAX] = { "tax", SHEAF_IMPORT_OPTIONAL },
  [INSURANCE] = { "insurance", SHEAF_IMPORT_OPTIONAL },
  [REVERSES] = { "reverses", SHEAF_IMPORT_OPTIONAL },
};

/* Who stands as a member is one on the day; a row is taken back on any day. */
static void
check_member (SheafImport       *import,
              const SheafLabour *labour)
{
  SheafMemberState state;

  if (sheaf_date_is_none (labour->date) || sheaf_import_has (import, REVERSES) ||
      !sheaf_member_on (import->book, labour->party_id, labour->date, &state, NULL) ||
      state.kind != SHEAF_MEMBER_NONE)
    return;
  sheaf_import_problem (import, MEMBER,
                        _ ("%s is no member on %s, correct the day or the code, or put the code "
                           "in the column worker"),
                        sheaf_import_text (import, MEMBER), sheaf_import_text (import, DATE));
}

/* The person stands in one of two columns. */
static void
read_person (SheafImport *import,
             SheafLabour *labour)
{
  gboolean member = sheaf_import_has (import, MEMBER);
  gboolean worker = sheaf_import_has (import, WORKER);

  if (member && worker)
    sheaf_import_problem (import, WORKER,
                          _ ("a member is named too, leave one of the two empty"));
  else if (!member && !worker)
    sheaf_import_problem (import, MEMBER, _ ("nobody is named, give a member or a worker"));
  else if (sheaf_import_party (import, member ? MEMBER : WORKER, &labour->party_id) && member)
    check_member (import, labour);
}

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  SheafLabour *labour = sheaf_labour_new ();

  (void) error;
  labour->line = import->line;
  (void) sheaf_import_date (import, DATE, &labour->date); /* its problem is added; likewise below */
  read_person (import, labour);
  (void) sheaf_import_quantity (import, DAYS, &labour->days);
  (void) sheaf_import_rate (import, RATE, &labour->rate);
  labour->amount_given = sheaf_import_amount (import, AMOUNT, &labour->amount);
  (void) sheaf_import_account (import, ACCOUNT, &labour->account_id);
  (void) sheaf_import_amount (import, TAX, &labour->tax);
  (void) sheaf_import_amount (import, INSURANCE, &labour->insurance);
  if (sheaf_import_has (import, WORK))
    labour->work = g_strdup (sheaf_import_text (import, WORK));
  if (sheaf_import_has (import, REVERSES))
    labour->reverses = g_strdup (sheaf_import_text (import, REVERSES));
  sheaf_import_list_take (import, labour, (GDestroyNotify) sheaf_labour_free);
  return TRUE;
}

static gboolean
finish (SheafImport *import,
        GError     **error)
{
  SheafImportList *list = import->state;
  guint            before = import->problems->errors;

  if (list->items == NULL)
    return TRUE;
  if (!sheaf_labour_check (import->book, list->items, !import->options->no_post, import->file,
                           import->problems, error))
    return FALSE;
  return list->incomplete || import->problems->errors > before ||
         sheaf_labour_post (import->book, list->items, !import->options->no_post, error);
}

const SheafImportKind sheaf_import_labour = {
  .name = "labour",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .state_size = sizeof (SheafImportList),
  .row = read_record,
  .finish = finish,
  .clear = sheaf_import_list_clear,
};
