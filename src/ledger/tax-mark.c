/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks on rows for taxes. */
#include "ledger/tax-mark.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/error.h"
#include "ledger/tax-mark-sql.h"
#include "store/query.h"

#include <string.h>

static const char *const words[] = {
  [SHEAF_TAX_MARK_NONE] = "none",
  [SHEAF_TAX_MARK_NOT_DEDUCTIBLE] = "not-deductible",
  [SHEAF_TAX_MARK_EXEMPT_INCOME] = "exempt",
  [SHEAF_TAX_MARK_EXEMPT_COST] = "exempt-cost",
  [SHEAF_TAX_MARK_VAT_SHARED] = "vat-shared",
  [SHEAF_TAX_MARK_VAT_OWN] = "vat-own",
};

const char *
sheaf_tax_mark_to_word (SheafTaxMarkKind mark)
{
  return words[mark];
}

gboolean
sheaf_tax_mark_from_word (const char       *word,
                          SheafTaxMarkKind *ret_mark)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], word) == 0)
      {
        *ret_mark = (SheafTaxMarkKind) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_input_vat (const SheafChart   *chart,
              const SheafAccount *account)
{
  const SheafAccount *goods = sheaf_chart_by_role (chart, "vat-input", NULL);
  const SheafAccount *assets = sheaf_chart_by_role (chart, "vat-input-assets", NULL);

  return (goods != NULL && sheaf_chart_is_under (chart, account, goods)) ||
         (assets != NULL && sheaf_chart_is_under (chart, account, assets));
}

/* Costs stand on expense accounts, or on stock and work in progress until these are sold. */
static gboolean
speaks_of (const SheafChart   *chart,
           SheafTaxMarkKind    mark,
           const SheafAccount *account,
           gboolean            debit)
{
  switch (mark)
    {
    case SHEAF_TAX_MARK_NOT_DEDUCTIBLE:
    case SHEAF_TAX_MARK_EXEMPT_COST:
      return account->type == SHEAF_ACCOUNT_EXPENSE ||
             (debit && account->book == SHEAF_ACCOUNT_BOOK_STOCK);
    case SHEAF_TAX_MARK_EXEMPT_INCOME:
      return account->type == SHEAF_ACCOUNT_REVENUE ||
             account->type == SHEAF_ACCOUNT_CONTRA_REVENUE;
    case SHEAF_TAX_MARK_VAT_SHARED:
    case SHEAF_TAX_MARK_VAT_OWN:
      return is_input_vat (chart, account);
    case SHEAF_TAX_MARK_NONE:
    default:
      return TRUE;
    }
}

gint64
sheaf_tax_mark_account (const SheafChart *chart,
                        SheafTaxMarkKind  mark,
                        gint64            debit_id,
                        gint64            credit_id,
                        int              *ret_sign)
{
  const SheafAccount *debit = sheaf_chart_by_id (chart, debit_id);
  const SheafAccount *credit = sheaf_chart_by_id (chart, credit_id);
  gboolean            on_debit = debit != NULL && speaks_of (chart, mark, debit, TRUE);
  gboolean            on_credit = credit != NULL && speaks_of (chart, mark, credit, FALSE);

  *ret_sign = 1;
  if (mark == SHEAF_TAX_MARK_NONE)
    return debit_id;
  /* Between two costs nothing changes; from one stock account to another nothing is spent yet. */
  if (on_debit == on_credit || (on_debit && credit != NULL &&
                                debit->book == SHEAF_ACCOUNT_BOOK_STOCK &&
                                credit->book == SHEAF_ACCOUNT_BOOK_STOCK))
    return 0;
  *ret_sign = (mark == SHEAF_TAX_MARK_EXEMPT_INCOME) == on_debit ? -1 : 1;
  return on_debit ? debit_id : credit_id;
}

typedef struct
{
  gint64 id;
  gint64 debit_id;
  gint64 credit_id;
} Row;

static GArray *
load_rows (SheafBook *book,
           gint64     voucher_id,
           GError   **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), TAX_MARK_ROWS,
                                                  SHEAF_ARGS (SHEAF_INT (voucher_id)), error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      Row row = { sheaf_query_int (query, 0), sheaf_query_int (query, 1),
                  sheaf_query_int (query, 2) };

      g_array_append_val (rows, row);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&rows) : NULL;
}

/* Sets the error and gives FALSE. */
static gboolean refuse (GError    **error,
                        const char *format,
                        ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError    **error,
        const char *format,
        ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX, format, args);
  va_end (args);
  return FALSE;
}

static gboolean
check_voucher (SheafBook  *book,
               gint64      voucher_id,
               const char *reason,
               char      **ret_number,
               GError    **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), TAX_MARK_VOUCHER,
                                                  SHEAF_ARGS (SHEAF_INT (voucher_id)), error);
  const char *number;

  if (query == NULL)
    return FALSE;
  if (reason == NULL || *reason == '\0')
    return refuse (error, _ ("a tax mark needs a reason: say why, as the tax office will ask"));
  if (!sheaf_query_next (query, NULL))
    return sheaf_query_finish (query, error) &&
           refuse (error, _ ("there is no such voucher: choose a posted one"));
  number = sheaf_query_text (query, 0);
  if (sheaf_query_int (query, 2) != 0)
    return refuse (error,
                   _ ("voucher %s is a reversal and follows what it reverses: mark that voucher"),
                   number);
  if (sheaf_query_int (query, 1) != SHEAF_LAYER_ORDINARY)
    return refuse (error,
                   _ ("voucher %s was made by opening, closing or sharing out: mark the vouchers "
                      "of the year itself"),
                   number);
  *ret_number = g_strdup (number);
  return TRUE;
}

static gboolean
write_mark (SheafBook       *book,
            const Row       *row,
            SheafTaxMarkKind mark,
            const char      *reason,
            GError         **error)
{
  return sheaf_store_run (sheaf_book_store (book), TAX_MARK_INSERT,
                          SHEAF_ARGS (SHEAF_INT (row->id), SHEAF_INT (mark), SHEAF_TEXT (reason),
                                      SHEAF_INT (sheaf_book_act_id (book))),
                          error);
}

static gboolean
mark_rows (SheafBook       *book,
           const GArray    *rows,
           guint            only,
           SheafTaxMarkKind mark,
           const char      *reason,
           guint           *ret_marked,
           GError         **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);

  *ret_marked = 0;
  for (guint i = 0; chart != NULL && i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      int        sign;

      if ((only != 0 && only != i + 1) ||
          sheaf_tax_mark_account (chart, mark, row->debit_id, row->credit_id, &sign) == 0)
        continue;
      if (!write_mark (book, row, mark, reason, error))
        return FALSE;
      ++*ret_marked;
    }
  return chart != NULL;
}

gboolean
sheaf_tax_mark_set (SheafBook       *book,
                    gint64           voucher_id,
                    guint            row,
                    SheafTaxMarkKind mark,
                    const char      *reason,
                    guint           *ret_marked,
                    GError         **error)
{
  g_autofree char *number = NULL;
  g_autofree char *summary = NULL;
  g_autoptr (GArray) rows = load_rows (book, voucher_id, error);
  g_autoptr (SheafAct) act = NULL;
  guint marked;

  if (rows == NULL || !check_voucher (book, voucher_id, reason, &number, error))
    return FALSE;
  if (row > rows->len)
    return refuse (error, _ ("voucher %s has no row %u, only %u: name one of these"), number, row,
                   rows->len);
  summary = g_strdup_printf ("%s: %s", number, words[mark]);
  act = sheaf_act_begin (book, "tax-mark", summary, error);
  if (act == NULL || !mark_rows (book, rows, row, mark, reason, &marked, error))
    return FALSE;
  if (marked == 0)
    return refuse (error,
                   _ ("the mark “%s” fits no row named of voucher %s: costs stand on the debit of "
                      "cost accounts, income on the credit of revenue, input VAT on its account"),
                   words[mark], number);
  if (ret_marked != NULL)
    *ret_marked = marked;
  return sheaf_act_commit (act, error);
}

void
sheaf_tax_mark_row_free (SheafTaxMarkRow *row)
{
  if (row == NULL)
    return;
  g_free (row->number);
  g_free (row->description);
  g_free (row->reason);
  g_free (row);
}

static SheafTaxMarkRow *
read_row (const SheafChart *chart,
          const SheafQuery *query)
{
  SheafTaxMarkRow *row = g_new0 (SheafTaxMarkRow, 1);
  int              sign = 1;

  row->row_id = sheaf_query_int (query, 0);
  row->voucher_id = sheaf_query_int (query, 1);
  row->kind = (SheafVoucherKind) sheaf_query_int (query, 2);
  row->number = g_strdup (sheaf_query_text (query, 3));
  row->date = sheaf_query_date (query, 4);
  row->position = (guint) sheaf_query_int (query, 5);
  row->description = g_strdup (sheaf_query_text (query, 6));
  row->debit_id = sheaf_query_int (query, 7);
  row->credit_id = sheaf_query_int (query, 8);
  row->amount = sheaf_query_money (query, 9);
  row->mark = (SheafTaxMarkKind) sheaf_query_int (query, 10);
  row->reason = g_strdup (sheaf_query_text (query, 11));
  row->reversal = sheaf_query_int (query, 12) != 0;
  row->account_id = sheaf_tax_mark_account (chart, row->mark, row->debit_id, row->credit_id, &sign);
  row->effect = sign > 0 ? row->amount : sheaf_money_neg (row->amount);
  return row;
}

GPtrArray *
sheaf_tax_mark_list (SheafBook *book,
                     SheafDate  from,
                     SheafDate  to,
                     GError   **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (GPtrArray)
      rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_tax_mark_row_free);
  g_autoptr (SheafQuery) query = NULL;

  if (chart == NULL)
    return NULL;
  query = sheaf_query_new (sheaf_book_store (book), TAX_MARK_LIST,
                           SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (to)), error);
  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (rows, read_row (chart, query));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&rows) : NULL;
}
