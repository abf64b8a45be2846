/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Losses carried forward: the oldest first, whole and year after year, as long as the law lets
 * them. What earlier years used is worked out anew from their own sheets. */
#include "statements/tax-private.h"

#include "ledger/tax-answer.h"

/* Losses of years before the book, as people said; the latest year's answer counts. */
static void
take_answers (SheafBook *book,
              int        year,
              GArray    *losses)
{
  int first = sheaf_date_year (sheaf_book_first_day (book));

  for (int lost = first - 20; lost < first; lost++)
    {
      g_autofree char *key = g_strdup_printf ("loss-%d", lost);
      SheafTaxLoss     loss = { .year = lost, .answered = TRUE };
      gboolean         found = FALSE;

      for (int said = year; !found && said >= first; said--)
        found = sheaf_tax_answer_money (book, said, key, &loss.loss);
      if (!found || loss.loss.units == 0)
        continue;
      loss.left = loss.loss;
      g_array_append_val (losses, loss);
    }
}

/* What is too old goes; the income of the year takes off the rest. Gives what it took. */
static SheafMoney
pass_year (GArray    *losses,
           int        year,
           gint64     term,
           SheafMoney income)
{
  SheafMoney used = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < losses->len; i++)
    {
      SheafTaxLoss *loss = &g_array_index (losses, SheafTaxLoss, i);
      gint64        room = income.units - used.units;

      loss->until = loss->year + (int) term;
      loss->used = SHEAF_MONEY_ZERO;
      if (loss->until < year)
        loss->left = SHEAF_MONEY_ZERO;
      loss->before = loss->left;
      if (room <= 0)
        continue;
      loss->used = SHEAF_MONEY (MIN (room, loss->left.units));
      loss->left = sheaf_money_sub (loss->left, loss->used);
      used = sheaf_money_add (used, loss->used);
    }
  return used;
}

static gboolean
pass_earlier (SheafBook *book,
              int        year,
              GArray    *losses,
              GError   **error)
{
  g_autoptr (SheafTaxRules) rules = sheaf_tax_rules_load (book, year, error);
  SheafMoney income;

  if (rules == NULL ||
      !sheaf_tax_income (book, rules, sheaf_book_year_end (book, year), NULL, &income, error))
    return FALSE;
  (void) pass_year (losses, year, rules->loss_years.number, income);
  if (income.units < 0)
    {
      const SheafMoney lost = sheaf_money_neg (income);
      SheafTaxLoss     entry = { .year = year, .loss = lost, .left = lost };

      g_array_append_val (losses, entry);
    }
  return TRUE;
}

gboolean
sheaf_tax_set_off (SheafBook     *book,
                   SheafTaxSheet *sheet,
                   SheafMoney    *ret_used,
                   GError       **error)
{
  g_autoptr (GArray) losses = g_array_new (FALSE, TRUE, sizeof (SheafTaxLoss));

  take_answers (book, sheet->year, losses);
  for (int year = sheaf_date_year (sheaf_book_first_day (book)); year < sheet->year; year++)
    if (!pass_earlier (book, year, losses, error))
      return FALSE;
  *ret_used = pass_year (losses, sheet->year, sheet->rules->loss_years.number, sheet->income);
  for (guint i = 0; i < losses->len; i++)
    if (g_array_index (losses, SheafTaxLoss, i).before.units != 0)
      g_array_append_val (sheet->losses, g_array_index (losses, SheafTaxLoss, i));
  return TRUE;
}
