/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is booked at the end of each month or of the year: wear, allocations, rates, the bank. */
#include "yearend/checklist-private.h"

#include "base/i18n.h"
#include "book/data.h"
#include "book/setting.h"
#include "ledger/chart.h"
#include "ledger/reconciliation.h"
#include "ledger/revaluation.h"
#include "ledger/totals.h"

#include <string.h>

/* What a group of data/checklists/CHART.ini says of the year. */
typedef struct
{
  gboolean   named;  /* FALSE: the chart has nothing of it */
  SheafMoney left;   /* cost less what was credited, at the year's end */
  SheafMoney booked; /* credited in the year */
  SheafMoney last;   /* and in its last month */
} Wear;

static gboolean
is_under_one (const SheafChart   *chart,
              const SheafAccount *account,
              char              **codes)
{
  for (gsize i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      const SheafAccount *group = sheaf_chart_by_code (chart, codes[i]);

      if (group != NULL && sheaf_chart_is_under (chart, account, group))
        return TRUE;
    }
  return FALSE;
}

static SheafMoney
credit_of (const SheafTotals *totals,
           gint64             account_id)
{
  SheafMoney debit, credit;

  sheaf_totals_turnover (totals, account_id, &debit, &credit);
  return credit;
}

/* Not every chart has such data; none is no error. */
static GKeyFile *
load_data (SheafBook *book)
{
  g_autofree char *chart = sheaf_setting_find (book, "chart");
  g_autofree char *name = g_strdup_printf ("checklists/%s.ini", chart);
  g_autofree char *text = sheaf_data_load (book, name, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (text == NULL || !g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL))
    return NULL;
  return g_steal_pointer (&file);
}

static void
add_account (const SheafAccount *account,
             const SheafChart   *chart,
             char              **assets,
             char              **credited,
             const SheafTotals  *whole,
             const SheafTotals  *month,
             Wear               *wear)
{
  gboolean is_credited = is_under_one (chart, account, credited);

  if (!is_credited && !is_under_one (chart, account, assets))
    return;
  wear->left = sheaf_money_add (wear->left, sheaf_totals_balance (whole, account->id));
  if (!is_credited)
    return;
  wear->booked = sheaf_money_add (wear->booked, credit_of (whole, account->id));
  wear->last = sheaf_money_add (wear->last, credit_of (month, account->id));
}

static gboolean
measure (const SheafChecklistYear *year,
         const char               *group,
         Wear                     *wear,
         GError                  **error)
{
  g_autoptr (GKeyFile) data = load_data (year->book);
  g_auto (GStrv) assets = NULL;
  g_auto (GStrv) credited = NULL;
  SheafDate last_month = sheaf_date_new (sheaf_date_year (year->last),
                                         sheaf_date_month (year->last), 1);
  g_autoptr (SheafTotals) whole = NULL;
  g_autoptr (SheafTotals) month = NULL;
  const SheafChart *chart = sheaf_chart_get (year->book, error);

  if (data != NULL)
    {
      assets = g_key_file_get_string_list (data, group, "assets", NULL, NULL);
      credited = g_key_file_get_string_list (data, group, "credited", NULL, NULL);
    }
  wear->named = assets != NULL && credited != NULL;
  if (chart == NULL || !wear->named)
    return chart != NULL;
  whole = sheaf_totals_load_pairs (year->book, year->first, year->last, error);
  month = whole == NULL ? NULL
                        : sheaf_totals_load_pairs (year->book, last_month, year->last, error);
  if (month == NULL)
    return FALSE;
  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    if (sheaf_chart_at (chart, i)->postable)
      add_account (sheaf_chart_at (chart, i), chart, assets, credited, whole, month, wear);
  return TRUE;
}

SHEAF_CHECKLIST_LOOK (depreciation)
{
  Wear             wear = { .named = FALSE };
  g_autofree char *booked = NULL;

  if (!measure (year, "depreciation", &wear, error))
    return FALSE;
  booked = sheaf_checklist_money (wear.booked);
  if (wear.booked.units <= 0 && wear.left.units <= 0)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_IDLE,
                                g_strdup (_ ("No fixed asset wears off in this year.")));
  if (wear.booked.units <= 0)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_OPEN,
                                g_strdup (_ ("The book has fixed assets, but no depreciation of "
                                             "the year is posted: post it.")));
  if (wear.left.units > 0 && wear.last.units <= 0)
    return sheaf_checklist_say (
        finding, SHEAF_CHECKLIST_OPEN,
        g_strdup_printf (_ ("Depreciation of the year: %s, but none in its last month: post what "
                            "is missing."),
                         booked));
  return sheaf_checklist_say (finding, SHEAF_CHECKLIST_DONE,
                              g_strdup_printf (_ ("Depreciation of the year: %s."), booked));
}

SHEAF_CHECKLIST_LOOK (allocation)
{
  Wear             wear = { .named = FALSE };
  g_autofree char *booked = NULL;

  if (!measure (year, "allocation", &wear, error))
    return FALSE;
  booked = sheaf_checklist_money (wear.booked);
  if (wear.booked.units <= 0 && wear.left.units <= 0)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_IDLE,
                                g_strdup (_ ("Nothing was paid in advance.")));
  if (wear.booked.units <= 0)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_OPEN,
                                g_strdup (_ ("Costs paid in advance stand in the book, but nothing "
                                             "of them was allocated in the year: allocate what "
                                             "belongs to it.")));
  if (wear.left.units > 0 && wear.last.units <= 0)
    return sheaf_checklist_say (
        finding, SHEAF_CHECKLIST_OPEN,
        g_strdup_printf (_ ("Allocated in the year: %s, but nothing in its last month: allocate "
                            "what is missing."),
                         booked));
  return sheaf_checklist_say (finding, SHEAF_CHECKLIST_DONE,
                              g_strdup_printf (_ ("Allocated in the year: %s."), booked));
}

SHEAF_CHECKLIST_LOOK (revaluation)
{
  gboolean due = FALSE;
  g_autoptr (SheafRevaluation) revaluation = sheaf_revaluation_look (year->book, year->last, error);

  if (revaluation == NULL || !sheaf_revaluation_is_due (year->book, year->last, &due, error))
    return FALSE;
  if (revaluation->lines->len == 0)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_IDLE,
                                g_strdup (_ ("The book holds no foreign money.")));
  if (due)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_OPEN,
                                g_strdup (_ ("Foreign money does not stand at the rate of the "
                                             "year’s last day: revalue it.")));
  return sheaf_checklist_say (
      finding, SHEAF_CHECKLIST_DONE,
      g_strdup (_ ("Foreign money stands at the rate of the year’s last day.")));
}

/* Whether the year's last statement of the bank account is there and ticked through. */
static gboolean
is_reconciled (const GPtrArray *all,
               gint64           account_id,
               SheafDate        day)
{
  for (guint i = 0; i < all->len; i++)
    {
      const SheafReconciliation *one = all->pdata[i];

      if (one->account_id == account_id && one->finished && sheaf_date_cmp (one->date, day) == 0)
        return TRUE;
    }
  return FALSE;
}

static guint
count_begun (const GPtrArray *all,
             SheafDate        until)
{
  guint begun = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const SheafReconciliation *one = all->pdata[i];

      begun += !one->finished && sheaf_date_cmp (one->date, until) <= 0;
    }
  return begun;
}

/* Codes of bank accounts that have a balance or moved in the year and were not reconciled. */
static char *
name_missing (const SheafChart  *chart,
              const SheafTotals *totals,
              const GPtrArray   *all,
              SheafDate          day,
              guint             *ret_used)
{
  GString *missing = g_string_new (NULL);

  *ret_used = 0;
  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);
      SheafMoney          debit, credit;

      if (!account->postable || account->book != SHEAF_ACCOUNT_BOOK_BANK)
        continue;
      sheaf_totals_turnover (totals, account->id, &debit, &credit);
      if (debit.units == 0 && credit.units == 0 &&
          sheaf_totals_balance (totals, account->id).units == 0)
        continue;
      (*ret_used)++;
      if (!is_reconciled (all, account->id, day))
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", account->code);
    }
  return g_string_free (missing, FALSE);
}

SHEAF_CHECKLIST_LOOK (bank)
{
  const SheafChart *chart = sheaf_chart_get (year->book, error);
  g_autoptr (GPtrArray) all = chart == NULL ? NULL : sheaf_reconciliation_list (year->book, error);
  g_autoptr (SheafTotals) totals = NULL;
  g_autofree char *missing = NULL;
  guint            begun, used;

  if (all == NULL ||
      (totals = sheaf_totals_load_pairs (year->book, year->first, year->last, error)) == NULL)
    return FALSE;
  begun = count_begun (all, year->last);
  missing = name_missing (chart, totals, all, year->last, &used);
  if (used == 0 && begun == 0)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_IDLE,
                                g_strdup (_ ("The co-op had no money at a bank in this year.")));
  if (begun > 0)
    return sheaf_checklist_say (
        finding, SHEAF_CHECKLIST_OPEN,
        g_strdup_printf (_ ("Bank statements that are not ticked through: %u."), begun));
  if (*missing != '\0')
    return sheaf_checklist_say (
        finding, SHEAF_CHECKLIST_OPEN,
        g_strdup_printf (_ ("No bank statement of the year’s last day was ticked through for: "
                            "%s."),
                         missing));
  return sheaf_checklist_say (
      finding, SHEAF_CHECKLIST_DONE,
      g_strdup (_ ("Every bank account agrees with its statement of the year’s last day.")));
}
