/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of a draft on foreign money. */
#include "base/i18n.h"
#include "base/rate.h"
#include "ledger/currency.h"
#include "ledger/draft-private.h"
#include "ledger/error.h"

#include <string.h>

/* The code that a cell names; NULL for none and for the book's own currency. One that is unknown is
 * told by its first reader: told is then TRUE, and no other finding hangs on it. */
static const char *
take_code (SheafDraftReader    *reader,
           const SheafDraftRow *cells,
           SheafDraftCell       which,
           gboolean            *told)
{
  const char      *code = cells->cells[which];
  g_autofree char *home = NULL;

  if (*code == '\0')
    return NULL;
  home = sheaf_currency_home (reader->book);
  if (g_strcmp0 (home, code) == 0)
    return NULL;
  if (sheaf_currency_is_known (code))
    return code;
  if (!*told)
    sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, sheaf_draft_cell_name (which),
                      _ ("“%s” is no currency: write its three capital letters, as USD"), code);
  *told = TRUE;
  return NULL;
}

static void
take_side (SheafDraftReader    *reader,
           const SheafDraftRow *cells,
           SheafDraftCell       own,
           SheafDraftCell       units,
           gboolean            *told, /* of the row's currency */
           char               **ret_currency,
           gint64              *ret_units)
{
  const char *text = cells->cells[units];
  gboolean    unknown = FALSE;
  const char *code = take_code (reader, cells, own, &unknown);
  g_autoptr (GError) error = NULL;

  if (code == NULL && *text != '\0' && !unknown)
    {
      code = take_code (reader, cells, SHEAF_DRAFT_CURRENCY, told);
      unknown = *told;
    }
  if (unknown)
    return;
  if (*text == '\0' && code != NULL)
    sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, sheaf_draft_cell_name (units),
                      _ ("the amount in %s is missing: fill it in"), code);
  else if (*text != '\0' && code == NULL)
    sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, "currency",
                      _ ("a foreign amount stands without its currency: name the currency"));
  else if (*text != '\0' && !sheaf_currency_parse (text, code, ret_units, &error))
    sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, sheaf_draft_cell_name (units), "%s",
                      error->message);
  else if (*text != '\0')
    *ret_currency = g_strdup (code);
}

static void
take_rate (SheafDraftReader *reader,
           const char       *text,
           gint64           *ret_rate)
{
  g_autoptr (GError) error = NULL;
  SheafRate rate;

  if (*text == '\0')
    return;
  if (!sheaf_rate_parse (text, &rate, &error))
    sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, "rate", "%s", error->message);
  else if (rate.millionths == 0)
    sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, "rate",
                      _ ("the rate is 0, give one above 0 or leave it empty"));
  else
    *ret_rate = rate.millionths;
}

gboolean
sheaf_draft_take_currency (SheafDraftReader    *reader,
                           const SheafDraftRow *cells,
                           SheafVoucherRow     *row)
{
  gboolean told = FALSE;

  take_side (reader, cells, SHEAF_DRAFT_DEBIT_CURRENCY, SHEAF_DRAFT_DEBIT_FOREIGN, &told,
             &row->debit_currency, &row->debit_foreign);
  take_side (reader, cells, SHEAF_DRAFT_CREDIT_CURRENCY, SHEAF_DRAFT_CREDIT_FOREIGN, &told,
             &row->credit_currency, &row->credit_foreign);
  take_rate (reader, cells->cells[SHEAF_DRAFT_RATE], &row->rate);
  return row->debit_currency != NULL || row->credit_currency != NULL;
}

gboolean
sheaf_draft_settle (SheafDraftReader *reader,
                    SheafVoucher     *voucher,
                    GError          **error)
{
  g_autoptr (GError) failure = NULL;

  if (sheaf_currency_settle (reader->book, voucher, &failure))
    return TRUE;
  if (failure->domain != SHEAF_LEDGER_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, "amount", "%s", failure->message);
  return TRUE;
}
