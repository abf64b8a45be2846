/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tax sheet of a year. */
#include "statements/tax-private.h"

#include "base/i18n.h"
#include "ledger/error.h"
#include "ledger/tax-answer.h"
#include "ledger/tax-entry.h"
#include "ledger/tax-mark.h"
#include "statements/statement.h"
#include "statements/words.h"

#include <string.h>

static void
clear_line (gpointer data)
{
  SheafTaxLine *line = data;

  g_free (line->text);
  g_free (line->name);
}

void
sheaf_tax_sheet_free (SheafTaxSheet *sheet)
{
  if (sheet == NULL)
    return;
  sheaf_tax_rules_free (sheet->rules);
  g_array_unref (sheet->lines);
  g_array_unref (sheet->losses);
  sheaf_problems_free (sheet->problems);
  g_free (sheet);
}

const SheafTaxLine *
sheaf_tax_sheet_find (const SheafTaxSheet *sheet,
                      const char          *key)
{
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const SheafTaxLine *line = &g_array_index (sheet->lines, SheafTaxLine, i);

      if (strcmp (line->key, key) == 0)
        return line;
    }
  return NULL;
}

static char **
revenue_lines (const SheafTaxRules *rules,
               char               **ret_form)
{
  *ret_form = g_key_file_get_string (rules->data, "tax", "revenue-form", NULL);
  return g_key_file_get_string_list (rules->data, "tax", "revenue-lines", NULL, NULL);
}

/* The year before the book: the earlier column of the first statement, where it has one. */
static gboolean
find_printed (SheafBook  *book,
              const char *form,
              char      **lines,
              int         year,
              gboolean   *ret_known,
              SheafMoney *ret_sum,
              GError    **error)
{
  g_autoptr (SheafStatement)
      statement = sheaf_statement_compute (book, form, year, SHEAF_DATE_NONE, error);

  if (statement == NULL)
    return FALSE;
  *ret_sum = SHEAF_MONEY_ZERO;
  *ret_known = FALSE;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const SheafStatementLine *line = sheaf_statement_find_line (statement, lines[i]);

      if (line == NULL || !line->previous_known)
        continue;
      *ret_sum = sheaf_money_add (*ret_sum, line->previous);
      *ret_known = TRUE;
    }
  return TRUE;
}

gboolean
sheaf_tax_revenue (SheafBook           *book,
                   const SheafTaxRules *rules,
                   int                  year,
                   SheafDate            to,
                   gboolean            *ret_known,
                   SheafMoney          *ret_revenue,
                   GError             **error)
{
  int              first = sheaf_date_year (sheaf_book_first_day (book));
  g_autofree char *form = NULL;
  g_auto (GStrv) lines = revenue_lines (rules, &form);

  *ret_known = FALSE;
  if (form == NULL || lines == NULL)
    return TRUE;
  if (year == first - 1)
    return find_printed (book, form, lines, first, ret_known, ret_revenue, error);
  if (year < first)
    return TRUE;
  *ret_known = TRUE;
  return sheaf_tax_form_sum (book, form, lines, year, to, ret_revenue, error);
}

static SheafTaxLine *
add_rate (SheafTaxSheet *sheet,
          SheafTaxOrigin origin,
          const char    *name,
          const char    *text)
{
  SheafTaxLine *line = sheaf_tax_line_add (sheet, "rate", 0, SHEAF_MONEY (sheet->rate.millionths),
                                           origin);

  line->is_rate = TRUE;
  line->name = g_strdup (name);
  line->text = g_strdup (text);
  return line;
}

/* The rate people chose, with their reason: a part of 1, or one that the law names. */
static gboolean
take_chosen_rate (SheafBook     *book,
                  SheafTaxSheet *sheet)
{
  g_autofree char    *value = sheaf_tax_answer_find (book, sheet->year, "rate");
  g_autofree char    *reason = sheaf_tax_answer_reason (book, sheet->year, "rate");
  const SheafTaxRate *rate;

  if (value == NULL)
    return FALSE;
  rate = sheaf_tax_rules_find (sheet->rules, value);
  if (rate != NULL)
    sheet->rate = rate->rate;
  else if (!sheaf_rate_parse (value, &sheet->rate, NULL))
    return FALSE;
  add_rate (sheet, SHEAF_TAX_FROM_ANSWER, rate != NULL ? rate->name : NULL, reason);
  return TRUE;
}

/* The rate that follows from the revenue of the year before. */
static gboolean
take_rate (SheafBook     *book,
           SheafTaxSheet *sheet,
           GError       **error)
{
  gboolean            known = FALSE, answered;
  SheafMoney          revenue = SHEAF_MONEY_ZERO;
  const SheafTaxRate *rate;
  SheafTaxLine       *line;

  answered = sheaf_tax_answer_money (book, sheet->year, "last-revenue", &revenue);
  if (!answered && !sheaf_tax_revenue (book, sheet->rules, sheet->year - 1, SHEAF_DATE_NONE, &known,
                                       &revenue, error))
    return FALSE;
  known = known || answered;
  line = sheaf_tax_line_add (sheet, "last-revenue", 0, revenue,
                             answered ? SHEAF_TAX_FROM_ANSWER
                             : known  ? SHEAF_TAX_FROM_STATEMENT
                                      : SHEAF_TAX_FROM_NOTHING);
  if (known && !answered)
    {
      g_autofree char *form = NULL;
      g_auto (GStrv) lines = revenue_lines (sheet->rules, &form);
      g_autofree char *names = g_strjoinv (" + ", lines);

      line->text = g_strdup_printf ("%s %s (%d)", form, names, sheet->year - 1);
    }
  if (take_chosen_rate (book, sheet))
    return TRUE;
  rate = sheaf_tax_rules_by_revenue (sheet->rules, known, revenue);
  sheet->rate = rate->rate;
  add_rate (sheet, SHEAF_TAX_FROM_LAW, rate->name, NULL)->law = &rate->law;
  if (!known)
    sheaf_problems_add (sheet->problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                        _ ("the revenue of %d is not known, so the standard rate is taken: answer "
                           "last-revenue"),
                        sheet->year - 1);
  return TRUE;
}

/* A year with little revenue pays nothing. Within a year nobody knows yet. */
static gboolean
is_exempt_year (SheafBook     *book,
                SheafTaxSheet *sheet,
                gboolean      *ret_exempt,
                GError       **error)
{
  const SheafTaxValue *limit = &sheet->rules->exempt_revenue;
  gboolean             known;
  SheafMoney           revenue = SHEAF_MONEY_ZERO;

  *ret_exempt = FALSE;
  if (!limit->known || sheet->interim)
    return TRUE;
  if (!sheaf_tax_revenue (book, sheet->rules, sheet->year, sheet->to, &known, &revenue, error))
    return FALSE;
  *ret_exempt = known && revenue.units <= limit->number;
  if (*ret_exempt)
    sheaf_tax_line_add (sheet, "exempt-year", 0, revenue, SHEAF_TAX_FROM_LAW)->law = limit;
  return TRUE;
}

static gboolean
take_tax (SheafBook     *book,
          SheafTaxSheet *sheet,
          GError       **error)
{
  SheafMoney       reduction;
  gboolean         exempt;
  g_autofree char *reason = sheaf_tax_answer_reason (book, sheet->year, "tax-reduction");

  if (!is_exempt_year (book, sheet, &exempt, error))
    return FALSE;
  if (!exempt)
    sheet->tax = sheaf_money_mul_div (sheet->taxable, sheet->rate.millionths, 1000000,
                                      SHEAF_ROUND_HALF_UP);
  if (!exempt && sheaf_tax_answer_money (book, sheet->year, "tax-reduction", &reduction))
    {
      reduction = SHEAF_MONEY (MIN (reduction.units, sheet->tax.units));
      sheaf_tax_line_add (sheet, "tax-before", 0, sheet->tax, SHEAF_TAX_FROM_ABOVE);
      sheaf_tax_line_add (sheet, "tax-reduction", 0, reduction, SHEAF_TAX_FROM_ANSWER)->text =
          g_strdup (reason);
      sheet->tax = sheaf_money_sub (sheet->tax, reduction);
    }
  sheaf_tax_line_add (sheet, "tax", 0, sheet->tax, SHEAF_TAX_FROM_ABOVE);
  return TRUE;
}

/* What stands on the expense account, with the entries it is made of. */
static gboolean
take_entered (SheafBook     *book,
              SheafTaxSheet *sheet,
              GError       **error)
{
  g_autofree char *form = g_key_file_get_string (sheet->rules->data, "tax", "profit-form", NULL);
  g_auto (GStrv) lines =
      g_key_file_get_string_list (sheet->rules->data, "tax", "tax-line", NULL, NULL);
  g_autofree char *names = lines != NULL ? g_strjoinv (" + ", lines) : NULL;
  g_autoptr (GPtrArray) entries = sheaf_tax_entry_list (book, sheet->year, error);
  SheafMoney other;

  if (entries == NULL || !sheaf_tax_form_sum (book, form, lines, sheet->year, sheet->to,
                                              &sheet->entered, error))
    return FALSE;
  sheaf_tax_line_add (sheet, "entered", 0, sheet->entered, SHEAF_TAX_FROM_STATEMENT)->text =
      g_strdup_printf ("%s %s", form, names);
  other = sheet->entered;
  for (guint i = 0; i < entries->len; i++)
    {
      const SheafTaxEntry *entry = entries->pdata[i];
      SheafTaxLine        *line;

      if (sheaf_date_cmp (entry->date, sheet->to) > 0)
        continue;
      line = sheaf_tax_line_add (sheet, entry->quarter == 0 ? "entered-final" : "entered-quarter",
                                 1, entry->amount, SHEAF_TAX_FROM_VOUCHER);
      line->text = g_strdup (entry->number);
      line->voucher_id = entry->voucher_id;
      line->count = entry->quarter;
      other = sheaf_money_sub (other, entry->amount);
    }
  if (other.units != 0)
    sheaf_tax_line_add (sheet, "entered-otherwise", 1, other, SHEAF_TAX_FROM_LEDGER);
  sheet->difference = sheaf_money_sub (sheet->tax, sheet->entered);
  sheaf_tax_line_add (sheet, "difference", 0, sheet->difference, SHEAF_TAX_FROM_ABOVE);
  return TRUE;
}

/* Decree 126/2020 Art. 8.6, Decree 252/2026 Art. 24: four fifths in advance. */
static gboolean
check_advance (SheafBook     *book,
               SheafTaxSheet *sheet,
               GError       **error)
{
  const SheafTaxRules *rules = sheet->rules;
  SheafMoney           least, paid, missing;
  g_autofree char     *day = sheaf_words_date (rules->provisional_until);

  if (!rules->provisional.known || sheaf_date_is_none (rules->provisional_until) ||
      sheet->interim || sheet->tax.units == 0)
    return TRUE;
  least = sheaf_money_mul_div (sheet->tax, rules->provisional.number, 1000000, SHEAF_ROUND_UP);
  if (!sheaf_tax_paid (book, sheet->year, rules->provisional_until, &paid, error))
    return FALSE;
  missing = SHEAF_MONEY (MAX (0, least.units - paid.units));
  sheaf_tax_line_add (sheet, "advance-least", 0, least, SHEAF_TAX_FROM_LAW)->law =
      &rules->provisional;
  sheaf_tax_line_add (sheet, "advance-paid", 0, paid, SHEAF_TAX_FROM_LEDGER);
  sheaf_tax_line_add (sheet, "advance-missing", 0, missing, SHEAF_TAX_FROM_ABOVE);
  if (missing.units > 0)
    {
      g_autofree char *text = sheaf_words_figure (missing);

      sheaf_problems_add (sheet->problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                          _ ("%s of the tax of %d is missing from what must be paid in advance "
                             "until %s: pay it, or reckon with late interest"),
                          text, sheet->year, day);
    }
  return TRUE;
}

static gboolean
check_cash (SheafBook     *book,
            SheafTaxSheet *sheet,
            GError       **error)
{
  g_autoptr (GPtrArray) rows = sheaf_tax_cash_list (book, sheet->rules, error);
  SheafMoney sum = SHEAF_MONEY_ZERO;
  guint      count = 0;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SheafTaxCashRow *row = rows->pdata[i];

      if (sheaf_date_cmp (row->date, sheet->to) > 0)
        continue;
      sum = sheaf_money_add (sum, row->amount);
      count++;
    }
  if (count > 0)
    {
      g_autofree char *text = sheaf_words_figure (sum);
      g_autofree char *limit = sheaf_words_figure (SHEAF_MONEY (sheet->rules->non_cash.number));

      sheaf_problems_add (sheet->problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                          _ ("%u rows of %s together were paid in cash although payments of %s "
                             "and more need proof that they were not: mark what is not "
                             "deductible"),
                          count, text, limit);
    }
  return rows != NULL;
}

static gboolean
fill_sheet (SheafBook     *book,
            SheafTaxSheet *sheet,
            GError       **error)
{
  SheafMoney used;

  if (!sheaf_tax_income (book, sheet->rules, sheet->to, sheet, &sheet->income, error))
    return FALSE;
  sheaf_tax_line_add (sheet, "income", 0, sheet->income, SHEAF_TAX_FROM_ABOVE);
  if (!sheaf_tax_set_off (book, sheet, &used, error))
    return FALSE;
  sheaf_tax_line_add (sheet, "losses", 0, used,
                      sheet->losses->len > 0 ? SHEAF_TAX_FROM_LAW : SHEAF_TAX_FROM_NOTHING)
      ->law = &sheet->rules->loss_years;
  sheet->taxable =
      SHEAF_MONEY (MAX (0, sheaf_money_sub (sheet->income, used).units));
  sheaf_tax_line_add (sheet, "taxable", 0, sheet->taxable, SHEAF_TAX_FROM_ABOVE);
  return take_rate (book, sheet, error) && take_tax (book, sheet, error) &&
         take_entered (book, sheet, error) && check_advance (book, sheet, error) &&
         check_cash (book, sheet, error);
}

SheafTaxSheet *
sheaf_tax_sheet_compute (SheafBook *book,
                         int        year,
                         SheafDate  to,
                         GError   **error)
{
  g_autoptr (SheafTaxSheet) sheet = g_new0 (SheafTaxSheet, 1);
  SheafDate end = sheaf_book_year_end (book, year);

  sheet->year = year;
  sheet->to = sheaf_date_is_none (to) ? end : to;
  sheet->interim = sheaf_date_cmp (sheet->to, end) < 0;
  sheet->lines = g_array_new (FALSE, TRUE, sizeof (SheafTaxLine));
  g_array_set_clear_func (sheet->lines, clear_line);
  sheet->losses = g_array_new (FALSE, TRUE, sizeof (SheafTaxLoss));
  sheet->problems = sheaf_problems_new ();
  sheet->rules = sheaf_tax_rules_load (book, year, error);
  if (sheet->rules == NULL || !fill_sheet (book, sheet, error))
    return NULL;
  return g_steal_pointer (&sheet);
}

gboolean
sheaf_tax_sheet_post (SheafBook *book,
                      int        year,
                      guint      quarter,
                      SheafDate  date,
                      gint64    *ret_voucher_id,
                      GError   **error)
{
  SheafDate to = quarter == 0 ? SHEAF_DATE_NONE : sheaf_tax_quarter_end (book, year, quarter);
  g_autoptr (SheafTaxSheet) sheet = sheaf_tax_sheet_compute (book, year, to, error);

  if (sheet == NULL)
    return FALSE;
  *ret_voucher_id = 0;
  if (sheet->difference.units == 0)
    return TRUE;
  return sheaf_tax_entry_post (book, year, quarter, sheet->difference, date, ret_voucher_id, error);
}
