/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of invoices bought in and sold, grouped by rate, beside the turnover of the tax
 * accounts. */
#include "ledger/vat.h"

#include "ledger/chart.h"
#include "ledger/invoice-private.h"
#include "ledger/vat-private.h"
#include "ledger/vat-sql.h"
#include "store/query.h"

static void
free_line (gpointer data)
{
  SheafVatLine *line = data;

  sheaf_invoice_free (line->invoice);
  g_free (line->voucher_number);
  g_free (line->party_name);
  g_free (line);
}

void
sheaf_vat_list_free (SheafVatList *list)
{
  if (list == NULL)
    return;
  g_ptr_array_unref (list->lines);
  g_array_unref (list->groups);
  g_free (list);
}

static SheafVatLine *
read_line (SheafBook        *book,
           const SheafQuery *query)
{
  SheafVatLine *line = g_new0 (SheafVatLine, 1);
  SheafInvoice *invoice = sheaf_invoice_read (query);

  line->invoice = invoice;
  line->voucher_kind = (SheafVoucherKind) sheaf_query_int (query, 14);
  line->voucher_number = g_strdup (sheaf_query_text (query, 15));
  line->date = sheaf_query_date (query, 16);
  if (*invoice->seller_name != '\0')
    line->party_name = g_strdup (invoice->seller_name);
  else if (!sheaf_query_is_null (query, 17))
    line->party_name = g_strdup (sheaf_query_text (query, 17));
  line->reversed = sheaf_query_int (query, 18) != 0;
  line->in_force = sheaf_vat_rate_in_force (book, invoice->rate, invoice->date);
  line->base = line->reversed ? sheaf_money_neg (invoice->base) : invoice->base;
  line->vat = line->reversed ? sheaf_money_neg (invoice->vat) : invoice->vat;
  return line;
}

static gboolean
load_lines (SheafBook    *book,
            SheafVatList *list,
            GError      **error)
{
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (book), VAT_LINES,
                       SHEAF_ARGS (SHEAF_INT (list->direction), SHEAF_DAY (list->from),
                                   SHEAF_DAY (list->to)),
                       error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (list->lines, read_line (book, query));
  return sheaf_query_finish (query, error);
}

/* What was sold has no deductibility. */
static gboolean
is_deductible (const SheafVatLine *line)
{
  return line->invoice->direction == SHEAF_INVOICE_OUT || line->invoice->deductible;
}

/* 0, 5, 8, 10, then not-taxable (-1), not-declared (-2). */
static int
rank_of (const SheafVatLine *line)
{
  int rate = line->invoice->rate;

  return (is_deductible (line) ? 0 : 1000) + (rate >= 0 ? rate : 100 - rate);
}

/* Lines of one group stay in the order of days. */
static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const SheafVatLine *left = *(SheafVatLine *const *) a;
  const SheafVatLine *right = *(SheafVatLine *const *) b;
  int                 ranks = rank_of (left) - rank_of (right);
  int                 days = sheaf_date_cmp (left->date, right->date);

  if (ranks != 0 || days != 0)
    return ranks != 0 ? ranks : days;
  if (left->invoice->id != right->invoice->id)
    return left->invoice->id < right->invoice->id ? -1 : 1;
  return (left->reversed ? 1 : 0) - (right->reversed ? 1 : 0);
}

static SheafVatGroup *
group_of (SheafVatList       *list,
          const SheafVatLine *line,
          guint               position)
{
  SheafVatGroup  new_group = { .rate = line->invoice->rate,
                               .deductible = is_deductible (line),
                               .first = position };
  SheafVatGroup *last = list->groups->len > 0
                            ? &g_array_index (list->groups, SheafVatGroup, list->groups->len - 1)
                            : NULL;

  if (last != NULL && last->rate == new_group.rate && last->deductible == new_group.deductible)
    return last;
  g_array_append_val (list->groups, new_group);
  return &g_array_index (list->groups, SheafVatGroup, list->groups->len - 1);
}

static void
add_up (SheafVatList *list)
{
  for (guint i = 0; i < list->lines->len; i++)
    {
      const SheafVatLine *line = list->lines->pdata[i];
      SheafVatGroup      *group = group_of (list, line, i);

      group->count++;
      group->base = sheaf_money_add (group->base, line->base);
      group->vat = sheaf_money_add (group->vat, line->vat);
      list->base = sheaf_money_add (list->base, line->base);
      list->vat = sheaf_money_add (list->vat, line->vat);
      if (group->deductible)
        list->deductible_vat = sheaf_money_add (list->deductible_vat, line->vat);
    }
}

gboolean
sheaf_vat_accounts_walk (SheafBook  *book,
                         const char *role,
                         gboolean (*call) (const SheafAccount *account,
                                           gpointer            data,
                                           GError            **error),
                         gpointer data,
                         GError **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *top = chart != NULL ? sheaf_chart_by_role (chart, role, NULL) : NULL;

  if (chart == NULL)
    return FALSE;
  for (guint i = 0; top != NULL && i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);

      if (sheaf_chart_is_under (chart, account, top) && account->postable &&
          !call (account, data, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  SheafBook    *book;
  SheafVatList *list;
  const char   *sql;
} Turnover;

static gboolean
add_turnover (const SheafAccount *account,
              gpointer            data,
              GError            **error)
{
  Turnover *turnover = data;
  gint64    sum;

  if (!sheaf_store_get_int (sheaf_book_store (turnover->book), turnover->sql,
                            SHEAF_ARGS (SHEAF_INT (account->id), SHEAF_DAY (turnover->list->from),
                                        SHEAF_DAY (turnover->list->to)),
                            &sum, error))
    return FALSE;
  turnover->list->ledger = sheaf_money_add (turnover->list->ledger, SHEAF_MONEY (sum));
  return TRUE;
}

/* Input tax is what went onto its accounts, output tax what fell due. That one is set off against
 * the other at the end of a month is on the other side of both. */
static gboolean
load_ledger (SheafBook    *book,
             SheafVatList *list,
             GError      **error)
{
  gboolean bought = list->direction == SHEAF_INVOICE_IN;
  Turnover turnover = { book, list, bought ? VAT_DEBIT : VAT_CREDIT };

  if (!bought)
    return sheaf_vat_accounts_walk (book, "vat-output", add_turnover, &turnover, error);
  return sheaf_vat_accounts_walk (book, "vat-input", add_turnover, &turnover, error) &&
         sheaf_vat_accounts_walk (book, "vat-input-assets", add_turnover, &turnover, error);
}

SheafVatList *
sheaf_vat_list_load (SheafBook            *book,
                     SheafInvoiceDirection direction,
                     SheafDate             from,
                     SheafDate             to,
                     GError              **error)
{
  g_autoptr (SheafVatList) list = g_new0 (SheafVatList, 1);

  list->direction = direction;
  list->from = from;
  list->to = to;
  list->lines = g_ptr_array_new_with_free_func (free_line);
  list->groups = g_array_new (FALSE, TRUE, sizeof (SheafVatGroup));
  if (!load_lines (book, list, error) || !load_ledger (book, list, error))
    return NULL;
  g_ptr_array_sort (list->lines, compare_lines);
  add_up (list);
  list->difference = sheaf_money_sub (list->ledger, list->deductible_vat);
  return g_steal_pointer (&list);
}
