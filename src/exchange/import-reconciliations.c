/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reconciliations with the bank: what its statement says, the rows that stand in it, how it
 * ended. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "ledger/reconciliation.h"
#include "ledger/voucher.h"

#include <inttypes.h>

/* The first columns of each of the three: which statement. */
enum
{
  ACCOUNT,
  ITEM,
  CURRENCY,
  DATE,
  OWN, /* the kind's own follow */
};

/* clang-format off */
#define STATEMENT_COLUMNS                              \
  [ACCOUNT] = { "account", SHEAF_IMPORT_REQUIRED },     \
  [ITEM] = { "item", SHEAF_IMPORT_OPTIONAL },           \
  [CURRENCY] = { "currency", SHEAF_IMPORT_OPTIONAL },   \
  [DATE] = { "date", SHEAF_IMPORT_REQUIRED }
/* clang-format on */

enum
{
  BALANCE = OWN,
  NOTE,
};

static const SheafImportColumn start_columns[] = {
  STATEMENT_COLUMNS,
  [BALANCE] = { "balance", SHEAF_IMPORT_REQUIRED },
  [NOTE] = { "note", SHEAF_IMPORT_OPTIONAL },
};

/* The texts are the reader's. */
static void
read_statement (SheafImport         *import,
                SheafReconciliation *one)
{
  one->date = SHEAF_DATE_NONE;
  (void) sheaf_import_account (import, ACCOUNT, &one->account_id); /* their problems are added */
  (void) sheaf_import_item (import, ITEM, &one->item_id);
  (void) sheaf_import_date (import, DATE, &one->date);
  if (sheaf_import_has (import, CURRENCY))
    one->currency = (char *) sheaf_import_text (import, CURRENCY);
}

static gboolean
read_start (SheafImport *import,
            GError     **error)
{
  SheafReconciliation start = { 0 };
  SheafMoney          balance = SHEAF_MONEY_ZERO;
  GError             *problem = NULL;
  gint64              id;

  read_statement (import, &start);
  (void) sheaf_import_signed (import, BALANCE, &balance); /* its problem is added */
  start.balance = balance.units;
  if (sheaf_import_has (import, NOTE))
    start.note = (char *) sheaf_import_text (import, NOTE);
  return import->row_is_bad ||
         sheaf_reconciliation_start (import->book, &start, &id, &problem) ||
         sheaf_import_take_error (import, DATE, problem, error);
}

const SheafImportKind sheaf_import_reconciliations = {
  .name = "reconciliations",
  .columns = start_columns,
  .n_columns = G_N_ELEMENTS (start_columns),
  .row = read_start,
};

/* The reconciliation that the row names; 0 with a problem added where there is none. FALSE when
 * the store fails. */
static gboolean
find_statement (SheafImport *import,
                gint64      *ret_id,
                GError     **error)
{
  SheafReconciliation one = { 0 };

  *ret_id = 0;
  read_statement (import, &one);
  if (import->row_is_bad)
    return TRUE;
  if (!sheaf_reconciliation_find (import->book, one.account_id, one.item_id, one.currency,
                                  one.date, ret_id, error))
    return FALSE;
  if (*ret_id == 0)
    sheaf_import_problem (import, DATE,
                          _ ("there is no reconciliation of this account and day, import the "
                             "reconciliation first"));
  return TRUE;
}

enum
{
  VOUCHER_KIND = OWN,
  VOUCHER,
  YEAR,
  ROW,
  SIDE,
};

static const SheafImportColumn tick_columns[] = {
  STATEMENT_COLUMNS,
  [VOUCHER_KIND] = { "voucher_kind", SHEAF_IMPORT_REQUIRED },
  [VOUCHER] = { "voucher", SHEAF_IMPORT_REQUIRED },
  [YEAR] = { "year", SHEAF_IMPORT_REQUIRED },
  [ROW] = { "row", SHEAF_IMPORT_REQUIRED },
  [SIDE] = { "side", SHEAF_IMPORT_REQUIRED },
};

/* Ticks of one reconciliation, one after the other, are given to it together. */
typedef struct
{
  gint64     id; /* of the reconciliation; 0: none yet */
  guint      line;
  GPtrArray *sides; /* of SheafReconciliationRow */
} Ticks;

static gboolean
give_ticks (SheafImport *import,
            GError     **error)
{
  Ticks   *ticks = import->state;
  GError  *problem = NULL;
  guint    line = import->line;
  gboolean row_is_bad = import->row_is_bad;
  gboolean done = TRUE;

  if (ticks->sides == NULL || ticks->sides->len == 0)
    return TRUE;
  import->line = ticks->line;
  if (!sheaf_reconciliation_tick (import->book, ticks->id, ticks->sides, TRUE, &problem))
    done = sheaf_import_take_error (import, ROW, problem, error);
  import->line = line;
  import->row_is_bad = row_is_bad;
  g_ptr_array_set_size (ticks->sides, 0);
  return done;
}

static void
take_side (SheafImport *import,
           gint64       id,
           gint64       row_id,
           guint        side)
{
  Ticks                  *ticks = import->state;
  SheafReconciliationRow *tick = g_new0 (SheafReconciliationRow, 1);

  if (ticks->sides == NULL)
    ticks->sides = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_reconciliation_row_free);
  if (ticks->sides->len == 0)
    ticks->line = import->line;
  ticks->id = id;
  tick->row_id = row_id;
  tick->side = side;
  g_ptr_array_add (ticks->sides, tick);
}

static gboolean
read_tick (SheafImport *import,
           GError     **error)
{
  static const char *const sides[] = { "debit", "credit", NULL };
  Ticks                   *ticks = import->state;
  gint64                   id, voucher_id = 0, row_id = 0;
  guint                    place = 0, side = 0;

  if (!find_statement (import, &id, error))
    return FALSE;
  if (sheaf_import_voucher (import, VOUCHER_KIND, VOUCHER, YEAR, &voucher_id) &&
      sheaf_import_count (import, ROW, &place))
    {
      row_id = sheaf_voucher_row_at (import->book, voucher_id, place);
      if (row_id == 0)
        sheaf_import_problem (import, ROW,
                              _ ("voucher %s has no row %u, count its rows from 1"),
                              sheaf_import_text (import, VOUCHER), place);
    }
  (void) sheaf_import_word (import, SIDE, sides, &side); /* its problem is added */
  if (import->row_is_bad)
    return TRUE;
  if (ticks->id != id && !give_ticks (import, error))
    return FALSE;
  take_side (import, id, row_id, side + 1);
  return TRUE;
}

static void
clear_ticks (gpointer state)
{
  g_clear_pointer (&((Ticks *) state)->sides, g_ptr_array_unref);
}

const SheafImportKind sheaf_import_reconciliation_ticks = {
  .name = "reconciliation-ticks",
  .columns = tick_columns,
  .n_columns = G_N_ELEMENTS (tick_columns),
  .state_size = sizeof (Ticks),
  .row = read_tick,
  .finish = give_ticks,
  .clear = clear_ticks,
};

enum
{
  FINISHED = OWN,
  END_NOTE,
};

static const SheafImportColumn end_columns[] = {
  STATEMENT_COLUMNS,
  [FINISHED] = { "finished", SHEAF_IMPORT_REQUIRED },
  [END_NOTE] = { "note", SHEAF_IMPORT_OPTIONAL },
};

/* One that is even and yet open was finished and opened again. */
static gboolean
end_one (SheafImport               *import,
         const SheafReconciliation *one,
         gboolean                   finished,
         GError                   **problem)
{
  const char *note = sheaf_import_text (import, END_NOTE);

  if (!sheaf_reconciliation_finish (import->book, one->id, *note != '\0' ? note : NULL, problem))
    return FALSE;
  return finished || one->difference != 0 ||
         sheaf_reconciliation_reopen (import->book, one->id, note, problem);
}

static gboolean
read_end (SheafImport *import,
          GError     **error)
{
  gboolean finished = FALSE;
  gint64   id;
  g_autoptr (SheafReconciliation) one = NULL;
  GError *problem = NULL;

  if (!find_statement (import, &id, error))
    return FALSE;
  (void) sheaf_import_yes (import, FINISHED, &finished); /* its problem is added */
  if (!import->row_is_bad && !finished && !sheaf_import_has (import, END_NOTE))
    sheaf_import_problem (import, END_NOTE,
                          _ ("nothing says why this reconciliation is open, give the reason or "
                             "leave the row out"));
  if (import->row_is_bad)
    return TRUE;
  one = sheaf_reconciliation_load (import->book, id, error);
  if (one == NULL)
    return FALSE;
  if (finished && one->difference != 0)
    {
      sheaf_import_problem (import, FINISHED,
                            _ ("the ticked rows differ from the statement by %" PRId64
                               ", import the ticks first or say no and why"),
                            one->difference);
      return TRUE;
    }
  return end_one (import, one, finished, &problem) ||
         sheaf_import_take_error (import, FINISHED, problem, error);
}

const SheafImportKind sheaf_import_reconciliation_ends = {
  .name = "reconciliation-ends",
  .columns = end_columns,
  .n_columns = G_N_ELEMENTS (end_columns),
  .row = read_end,
};
