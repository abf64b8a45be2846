/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What vouchers were posted for, read and taken over. */
#include "ledger/voucher-origin.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/error.h"
#include "ledger/voucher-origin-sql.h"
#include "ledger/voucher.h"
#include "store/query.h"

static const char *
list_sql (SheafVoucherOriginKind kind)
{
  switch (kind)
    {
    case SHEAF_ORIGIN_REVALUATION:
      return VOUCHER_ORIGIN_REVALUATIONS;
    case SHEAF_ORIGIN_TAX:
      return VOUCHER_ORIGIN_TAXES;
    case SHEAF_ORIGIN_VAT_SHARE:
      return VOUCHER_ORIGIN_VAT_SHARES;
    case SHEAF_ORIGIN_DIFFERENCE:
    default:
      return VOUCHER_ORIGIN_DIFFERENCES;
    }
}

GArray *
sheaf_voucher_origin_list (SheafBook             *book,
                           SheafVoucherOriginKind kind,
                           GError               **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (SheafVoucherOrigin));
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), list_sql (kind), SHEAF_NO_ARGS, error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafVoucherOrigin origin = { .kind = kind,
                                    .voucher_id = sheaf_query_int (query, 0),
                                    .date = sheaf_query_date (query, 1),
                                    .year = (int) sheaf_query_int (query, 2),
                                    .period = (guint) sheaf_query_int (query, 3),
                                    .amount = sheaf_query_money (query, 4),
                                    .count_id = sheaf_query_int (query, 5),
                                    .confirmation_id = sheaf_query_int (query, 6) };

      g_array_append_val (list, origin);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&list) : NULL;
}

static gboolean
refuse (GError    **error,
        const char *format,
        const char *number)
{
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", number, 1);
  g_set_error_literal (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ORIGIN, text->str);
  return FALSE;
}

static gboolean
is_told (SheafBook        *book,
         const char       *sql,
         const SheafValue *args,
         gboolean         *ret_told,
         GError          **error)
{
  gint64 told = 0;

  if (!sheaf_store_get_int (sheaf_book_store (book), sql, args, &told, error))
    return FALSE;
  *ret_told = told != 0;
  return TRUE;
}

/* Tax is one sum; of shared VAT rows may go both ways. */
static gboolean
check_amount (const SheafVoucherOrigin *origin,
              const SheafVoucher       *voucher,
              GError                  **error)
{
  SheafMoney sum = SHEAF_MONEY_ZERO;

  if (origin->amount.units == 0)
    return refuse (error, _ ("voucher %s was posted for an amount: give it"), voucher->number);
  if (origin->kind != SHEAF_ORIGIN_TAX)
    return TRUE;
  for (guint i = 0; i < voucher->rows->len; i++)
    sum = sheaf_money_add (sum, ((SheafVoucherRow *) voucher->rows->pdata[i])->amount);
  return ABS (sum.units) == ABS (origin->amount.units) ||
         refuse (error, _ ("the rows of voucher %s come to another amount: correct the amount"),
                 voucher->number);
}

/* Of a year of the book, entered once. A reversed voucher enters nothing. */
static gboolean
check_period (SheafBook                *book,
              const SheafVoucherOrigin *origin,
              const SheafVoucher       *voucher,
              GError                  **error)
{
  gboolean tax = origin->kind == SHEAF_ORIGIN_TAX;
  gboolean told = FALSE;

  if (origin->period > (tax ? 4u : 16u))
    return refuse (error, _ ("there is no such part of a year: correct that of voucher %s"),
                   voucher->number);
  if (sheaf_date_cmp (voucher->date, sheaf_book_year_start (book, origin->year)) < 0 ||
      sheaf_date_cmp (voucher->date, sheaf_book_year_end (book, origin->year)) > 0)
    return refuse (error, _ ("voucher %s is of another year: correct the year"), voucher->number);
  if (sheaf_voucher_reversed_by (book, voucher->id) == 0 &&
      !is_told (book, tax ? VOUCHER_ORIGIN_SAME_TAX : VOUCHER_ORIGIN_SAME_VAT,
                SHEAF_ARGS (SHEAF_INT (origin->year), SHEAF_INT (origin->period)), &told, error))
    return FALSE;
  if (told)
    return refuse (error, _ ("that part of the year was entered already: leave voucher %s out"),
                   voucher->number);
  return check_amount (origin, voucher, error);
}

static gboolean
check (SheafBook                *book,
       const SheafVoucherOrigin *origin,
       GError                  **error)
{
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_load (book, origin->voucher_id, error);
  gboolean told;

  if (voucher == NULL ||
      !is_told (book, VOUCHER_ORIGIN_OF, SHEAF_ARGS (SHEAF_INT (origin->voucher_id)), &told, error))
    return FALSE;
  if (told)
    return refuse (error,
                   _ ("what voucher %s was posted for is told already: leave this row out"),
                   voucher->number);
  switch (origin->kind)
    {
    case SHEAF_ORIGIN_REVALUATION:
      return sheaf_date_cmp (origin->date, voucher->date) == 0 ||
             refuse (error, _ ("voucher %s is of another day: correct the date"),
                     voucher->number);
    case SHEAF_ORIGIN_TAX:
    case SHEAF_ORIGIN_VAT_SHARE:
      return check_period (book, origin, voucher, error);
    case SHEAF_ORIGIN_DIFFERENCE:
    default:
      return TRUE;
    }
}

static gboolean
write_origin (SheafBook                *book,
              const SheafVoucherOrigin *origin,
              gint64                    act_id,
              GError                  **error)
{
  SheafStore *store = sheaf_book_store (book);

  switch (origin->kind)
    {
    case SHEAF_ORIGIN_REVALUATION:
      return sheaf_store_run (store, VOUCHER_ORIGIN_INSERT_REVALUATION,
                              SHEAF_ARGS (SHEAF_DAY (origin->date), SHEAF_INT (origin->voucher_id),
                                          SHEAF_INT (act_id)),
                              error);
    case SHEAF_ORIGIN_TAX:
    case SHEAF_ORIGIN_VAT_SHARE:
      return sheaf_store_run (store,
                              origin->kind == SHEAF_ORIGIN_TAX ? VOUCHER_ORIGIN_INSERT_TAX
                                                               : VOUCHER_ORIGIN_INSERT_VAT_SHARE,
                              SHEAF_ARGS (SHEAF_INT (origin->year), SHEAF_INT (origin->period),
                                          SHEAF_UNITS (origin->amount),
                                          SHEAF_INT (origin->voucher_id), SHEAF_INT (act_id)),
                              error);
    case SHEAF_ORIGIN_DIFFERENCE:
    default:
      return sheaf_store_run (store, VOUCHER_ORIGIN_INSERT_DIFFERENCE,
                              SHEAF_ARGS (SHEAF_ID (origin->count_id),
                                          SHEAF_ID (origin->confirmation_id),
                                          SHEAF_INT (origin->voucher_id), SHEAF_INT (act_id)),
                              error);
    }
}

gboolean
sheaf_voucher_origin_insert (SheafBook                *book,
                             const SheafVoucherOrigin *origin,
                             GError                  **error)
{
  g_autoptr (SheafAct) act = NULL;

  g_return_val_if_fail (origin->kind != SHEAF_ORIGIN_DIFFERENCE ||
                            (origin->count_id == 0) != (origin->confirmation_id == 0),
                        FALSE);
  if (!check (book, origin, error))
    return FALSE;
  act = sheaf_act_begin (book, "voucher-origin", "", error);
  return act != NULL && write_origin (book, origin, sheaf_act_id (act), error) &&
         sheaf_act_commit (act, error);
}
