/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers the taxes that were kept back, by person. */
#include "payouts/withheld.h"

#include "base/i18n.h"
#include "distribution/draft.h"
#include "ledger/chart.h"
#include "payouts/withheld-sql.h"
#include "payouts/withholding.h"
#include "store/query.h"

static void
line_free (gpointer data)
{
  SheafWithheldLine *line = data;

  g_free (line->code);
  g_free (line->name);
  g_free (line->tax_code);
  g_free (line->id_number);
  g_free (line->tax);
  g_free (line->title);
  g_free (line->article);
  g_array_unref (line->days);
  g_free (line);
}

/* The row belongs to the line. */
static gboolean
is_of (const SheafWithheldLine *line,
       const SheafQuery        *query)
{
  return line->party_id == sheaf_query_int (query, 0) &&
         g_str_equal (line->tax, sheaf_query_text (query, 5)) &&
         line->basis == (int) sheaf_query_int (query, 6) &&
         line->rate.millionths == sheaf_query_int (query, 7);
}

static SheafWithheldLine *
new_line (const SheafLaw   *law,
          const SheafQuery *query)
{
  SheafWithheldLine *line = g_new0 (SheafWithheldLine, 1);
  const SheafLawTax *tax;

  line->party_id = sheaf_query_int (query, 0);
  line->code = sheaf_query_dup_text (query, 1);
  line->name = sheaf_query_dup_text (query, 2);
  line->tax_code = sheaf_query_dup_text (query, 3);
  line->id_number = sheaf_query_dup_text (query, 4);
  line->tax = sheaf_query_dup_text (query, 5);
  line->basis = (int) sheaf_query_int (query, 6);
  line->rate = SHEAF_RATE (sheaf_query_int (query, 7));
  line->days = g_array_new (FALSE, FALSE, sizeof (SheafDate));
  tax = sheaf_law_rules_tax_named (law->rules, line->tax);
  line->title = tax != NULL ? g_strdup (tax->title) : NULL;
  line->article = tax != NULL ? g_strdup (tax->rate.article) : NULL;
  return line;
}

static void
add_row (SheafWithheldLine *line,
         const SheafQuery  *query)
{
  SheafDate day = sheaf_query_date (query, 10);

  line->base = sheaf_money_add (line->base, sheaf_query_money (query, 8));
  line->amount = sheaf_money_add (line->amount, sheaf_query_money (query, 9));
  if (line->days->len == 0 ||
      sheaf_date_cmp (g_array_index (line->days, SheafDate, line->days->len - 1), day) != 0)
    g_array_append_val (line->days, day);
}

GPtrArray *
sheaf_withheld_list (SheafBook *book,
                     SheafDate  from,
                     SheafDate  until,
                     GError   **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (SheafLaw) law = sheaf_law_of_payments (book, error);
  g_autoptr (SheafQuery) query = NULL;

  if (law == NULL)
    return NULL;
  query = sheaf_query_new (sheaf_book_store (book), WITHHELD_ROWS,
                           SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (until)), error);
  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      if (lines->len == 0 || !is_of (lines->pdata[lines->len - 1], query))
        g_ptr_array_add (lines, new_line (law, query));
      add_row (lines->pdata[lines->len - 1], query);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&lines) : NULL;
}

gboolean
sheaf_withheld_check (SheafBook     *book,
                      SheafProblems *problems,
                      GError       **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *account;
  g_autoptr (SheafQuery) query = NULL;

  if (chart == NULL)
    return FALSE;
  /* A chart without such an account never kept anything back. */
  account = sheaf_chart_by_role (chart, SHEAF_WITHHOLDING_ROLE, NULL);
  query = sheaf_query_new (sheaf_book_store (book), WITHHELD_DIFFERENCES,
                           SHEAF_ARGS (SHEAF_INT (account != NULL ? account->id : 0)), error);
  while (query != NULL && sheaf_query_next (query, NULL))
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, sheaf_query_text (query, 1),
                        _ ("%s of tax were kept back by voucher %s but %s are on the account of "
                           "tax: restore a backup"),
                        sheaf_money_word (sheaf_query_money (query, 2)).text,
                        sheaf_query_text (query, 0),
                        sheaf_money_word (sheaf_query_money (query, 3)).text);
  return query != NULL && sheaf_query_finish (query, error);
}
