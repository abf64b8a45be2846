/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of checks: each says how it found the year, in a sentence. */
#include "app/closing/closing-checks.h"

#include "app/format.h"
#include "app/ledger/voucher-lines.h"
#include "app/lists/lists.h"
#include "base/i18n.h"
#include "ledger/confirmation-sheet.h"
#include "ledger/count.h"
#include "ledger/number-report.h"
#include "ledger/period.h"
#include "ledger/reconciliation.h"
#include "ledger/revaluation.h"
#include "ledger/tax-entry.h"
#include "statements/checks.h"
#include "statements/statement.h"

/* What a check is told and fills. */
typedef struct
{
  SheafBook *book;
  int        year;
  SheafDate  first;
  SheafDate  last;
  SheafDate  locked_until;
} Year;

typedef gboolean (*LookFunc) (const Year        *year,
                              SheafClosingCheck *check,
                              GError           **error);

static gboolean
say (SheafClosingCheck *check,
     SheafClosingState  state,
     char              *sentence)
{
  check->state = state;
  check->found = sentence;
  return TRUE;
}

static gboolean
look_drafts (const Year        *year,
             SheafClosingCheck *check,
             GError           **error)
{
  g_autoptr (GPtrArray) drafts = sheaf_voucher_lines_drafts (year->book, error);

  if (drafts == NULL)
    return FALSE;
  if (drafts->len == 0)
    return say (check, SHEAF_CLOSING_GOOD, g_strdup (_ ("No draft is left.")));
  return say (check, SHEAF_CLOSING_OPEN,
              g_strdup_printf (_ ("Drafts that are not posted: %u. Post or delete them."),
                               drafts->len));
}

static gboolean
look_recurring (const Year        *year,
                SheafClosingCheck *check,
                GError           **error)
{
  g_autoptr (GPtrArray) due = sheaf_voucher_lines_due (year->book, year->last, error);

  if (due == NULL)
    return FALSE;
  if (due->len == 0)
    return say (check, SHEAF_CLOSING_GOOD, g_strdup (_ ("Every recurring entry is posted.")));
  return say (
      check, SHEAF_CLOSING_OPEN,
      g_strdup_printf (_ ("Recurring entries that are due: %u. Post them or leave them out."),
                       due->len));
}

static gboolean
look_numbers (const Year        *year,
              SheafClosingCheck *check,
              GError           **error)
{
  g_autoptr (GPtrArray) findings = sheaf_number_report (year->book, year->year, error);
  gint64 missing = 0;
  guint  astray = 0;

  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      const SheafNumberFinding *finding = findings->pdata[i];

      if (finding->what == SHEAF_NUMBER_MISSING)
        missing += finding->count;
      else if (finding->what == SHEAF_NUMBER_OUT_OF_ORDER)
        astray++;
    }
  if (missing == 0 && astray == 0)
    return say (check, SHEAF_CLOSING_GOOD, g_strdup (_ ("Numbers run without a gap.")));
  return say (check, SHEAF_CLOSING_OPEN,
              g_strdup_printf (_ ("Numbers missing: %d; out of the order of days: %u. Be ready to "
                                  "say why."),
                               (int) missing, astray));
}

static void
count_cb (const SheafCheck *check     G_GNUC_UNUSED,
          const SheafProblem *problem G_GNUC_UNUSED,
          gpointer                    user_data)
{
  (*(guint *) user_data)++;
}

static gboolean
look_checks (const Year        *year,
             SheafClosingCheck *check,
             GError           **error)
{
  guint found = 0;
  guint failed = 0;

  if (!sheaf_checks_run (year->book, count_cb, &found, &failed, error))
    return FALSE;
  if (found == 0)
    return say (check, SHEAF_CLOSING_GOOD, g_strdup (_ ("All checks of the book hold.")));
  return say (
      check, failed > 0 ? SHEAF_CLOSING_WRONG : SHEAF_CLOSING_OPEN,
      g_strdup_printf (_ ("Checks that fail: %u; findings in all: %u. Each names what to mend."),
                       failed, found));
}

/* What closing itself would refuse: revenue deductions without a side, and the like. */
static gboolean
look_closing (const Year        *year,
              SheafClosingCheck *check,
              GError           **error)
{
  g_autoptr (SheafTotals) totals = sheaf_totals_load_pairs (year->book, year->first, year->last,
                                                            error);
  SheafClosingKeys keys;
  g_autoptr (GError) refusal = NULL;
  g_autoptr (SheafVoucher) voucher = NULL;

  if (totals == NULL || !sheaf_closing_keys_load (year->book, year->year, &keys, error))
    return FALSE;
  voucher = sheaf_closing_compute (year->book, totals, &keys, &refusal);
  if (voucher == NULL)
    return say (check, SHEAF_CLOSING_WRONG, g_strdup (refusal->message));
  return say (check, SHEAF_CLOSING_GOOD,
              g_strdup (_ ("Every income and cost can be closed to its side.")));
}

static gboolean
look_revaluation (const Year        *year,
                  SheafClosingCheck *check,
                  GError           **error)
{
  gboolean due = FALSE;
  g_autoptr (SheafRevaluation) revaluation = sheaf_revaluation_look (year->book, year->last, error);

  if (revaluation == NULL || !sheaf_revaluation_is_due (year->book, year->last, &due, error))
    return FALSE;
  if (revaluation->lines->len == 0)
    return say (check, SHEAF_CLOSING_IDLE, g_strdup (_ ("The book holds no foreign money.")));
  return due ? say (check, SHEAF_CLOSING_OPEN,
                    g_strdup (_ ("Foreign money does not stand at the rate of the year’s last "
                                 "day: revalue it.")))
             : say (check, SHEAF_CLOSING_GOOD,
                    g_strdup (_ ("Foreign money stands at the rate of the year’s last day.")));
}

/* The last statement of each bank account must reach the year's end. */
static gboolean
look_bank (const Year        *year,
           SheafClosingCheck *check,
           GError           **error)
{
  g_autoptr (GPtrArray) all = sheaf_reconciliation_list (year->book, error);
  guint begun = 0;
  guint reached = 0;

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const SheafReconciliation *one = all->pdata[i];

      if (!one->finished && sheaf_date_cmp (one->date, year->last) <= 0)
        begun++;
      else if (one->finished && sheaf_date_cmp (one->date, year->last) == 0)
        reached++;
    }
  if (begun > 0)
    return say (check, SHEAF_CLOSING_OPEN,
                g_strdup_printf (_ ("Bank statements that are not ticked through: %u."),
                                 begun));
  if (reached == 0)
    return say (check, SHEAF_CLOSING_OPEN,
                g_strdup (_ ("No bank statement of the year’s last day was ticked through.")));
  return say (check, SHEAF_CLOSING_GOOD,
              g_strdup_printf (_ ("Bank statements of the year’s last day that agree: %u."),
                               reached));
}

/* Claims and debts of the year's last day, confirmed by the other side. */
static gboolean
look_confirmations (const Year        *year,
                    SheafClosingCheck *check,
                    GError           **error)
{
  g_autoptr (GPtrArray) sheet = sheaf_confirmation_sheet (year->book, 0, year->last, error);
  SheafConfirmationCount count;

  if (sheet == NULL)
    return FALSE;
  sheaf_confirmation_count (sheet, &count);
  if (count.lines == 0)
    return say (check, SHEAF_CLOSING_IDLE,
                g_strdup (_ ("The book holds no claim or debt that is confirmed by letter.")));
  if (count.asked < count.lines)
    return say (check, SHEAF_CLOSING_OPEN,
                g_strdup_printf (_ ("Balances that nobody was asked about: %u of %u."),
                                 count.lines - count.asked, count.lines));
  if (count.answered < count.lines)
    return say (check, SHEAF_CLOSING_OPEN,
                g_strdup_printf (_ ("Letters without an answer: %u of %u."),
                                 count.lines - count.answered, count.lines));
  if (count.differing > 0)
    return say (check, SHEAF_CLOSING_OPEN,
                g_strdup_printf (_ ("Differences that are not on the books: %u."),
                                 count.differing));
  return say (check, SHEAF_CLOSING_GOOD,
              g_strdup_printf (_ ("Every claim and debt is confirmed: %u."), count.lines));
}

/* Law on Accounting, Art. 40: assets are counted at the end of the year. */
static gboolean
look_count (const Year        *year,
            SheafCountKind     kind,
            SheafClosingCheck *check,
            GError           **error)
{
  gboolean cash = kind == SHEAF_COUNT_CASH;
  g_auto (SheafCountState) state = { 0 };

  if (!sheaf_count_state (year->book, kind, year->last, &state, error))
    return FALSE;
  if (state.held == 0)
    return say (check, SHEAF_CLOSING_IDLE,
                g_strdup (cash ? _ ("The book holds no cash on the year’s last day.")
                               : _ ("The book holds no stock on the year’s last day.")));
  if (*state.missing != '\0')
    return say (check, SHEAF_CLOSING_OPEN,
                g_strdup_printf (_ ("Not counted on the year’s last day: account %s."),
                                 state.missing));
  if (*state.open != '\0')
    return say (check, SHEAF_CLOSING_OPEN,
                g_strdup_printf (_ ("Counted, but the difference is not on the books: %s."),
                                 state.open));
  return say (check, SHEAF_CLOSING_GOOD,
              g_strdup_printf (_ ("Counted on the year’s last day, accounts: %u."), state.counted));
}

static gboolean
look_cash (const Year        *year,
           SheafClosingCheck *check,
           GError           **error)
{
  return look_count (year, SHEAF_COUNT_CASH, check, error);
}

static gboolean
look_stock (const Year        *year,
            SheafClosingCheck *check,
            GError           **error)
{
  return look_count (year, SHEAF_COUNT_STOCK, check, error);
}

static gboolean
look_tax (const Year        *year,
          SheafClosingCheck *check,
          GError           **error)
{
  g_autoptr (GPtrArray) entries = sheaf_tax_entry_list (year->book, year->year, error);

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    if (((const SheafTaxEntry *) entries->pdata[i])->quarter == SHEAF_TAX_FINAL)
      return say (check, SHEAF_CLOSING_GOOD,
                  g_strdup (_ ("The final income tax of the year is entered.")));
  return say (check, SHEAF_CLOSING_OPEN,
              g_strdup (_ ("The final income tax is not entered: look at the tax sheet.")));
}

/* The statement's own checks: nothing may be left without a line. */
static gboolean
look_statement (const Year        *year,
                SheafClosingCheck *check,
                GError           **error)
{
  g_autoptr (SheafStatement) statement = sheaf_statement_compute (year->book, "B01-HTX", year->year,
                                                                  SHEAF_DATE_NONE, NULL);
  const SheafProblem *first;

  (void) error;
  if (statement == NULL)
    return say (check, SHEAF_CLOSING_IDLE,
                g_strdup (_ ("This chart’s statements check themselves when they are shown.")));
  if (statement->problems->items->len == 0)
    return say (check, SHEAF_CLOSING_GOOD,
                g_strdup (_ ("Assets equal sources, and every balance has its line.")));
  first = statement->problems->items->pdata[0];
  return say (check, SHEAF_CLOSING_WRONG, g_strdup (first->text));
}

static gboolean
look_months (const Year        *year,
             SheafClosingCheck *check,
             GError **error     G_GNUC_UNUSED)
{
  SheafDate        before = sheaf_date_add_days (sheaf_date_new (year->year, 12, 1), -1);
  g_autofree char *day = sheaf_format_date (year->locked_until);

  if (sheaf_date_is_none (year->locked_until) ||
      sheaf_date_cmp (year->locked_until, year->first) < 0)
    return say (check, SHEAF_CLOSING_OPEN,
                g_strdup (_ ("No month of the year is locked: lock each when it is done.")));
  return say (check,
              sheaf_date_cmp (year->locked_until, before) >= 0 ? SHEAF_CLOSING_GOOD
                                                               : SHEAF_CLOSING_OPEN,
              g_strdup_printf (_ ("Locked until %s."), day));
}

static const struct
{
  const char *name;
  const char *title;
  const char *page;
  const char *detail;
  LookFunc    look;
} looks[] = {
  { "months", N_ ("Months locked"), NULL, NULL, look_months },
  { "drafts", N_ ("Drafts"), "vouchers", "drafts", look_drafts },
  { "recurring", N_ ("Recurring entries"), "vouchers", "due", look_recurring },
  { "numbers", N_ ("Numbers of vouchers"), "lists", "numbers", look_numbers },
  { "revaluation", N_ ("Foreign money"), "lists", "currencies", look_revaluation },
  { "bank", N_ ("Bank statements"), "reconciliation", "", look_bank },
  { "cash", N_ ("Cash counted"), NULL, NULL, look_cash },
  { "stock", N_ ("Stock counted"), NULL, NULL, look_stock },
  { "confirmations", N_ ("Debts confirmed"), "statements", "confirmations", look_confirmations },
  { "tax", N_ ("Income tax"), "statements", "tax-sheet", look_tax },
  { "sides", N_ ("Internal and external"), "lists", "scopes", look_closing },
  { "statement", N_ ("Balances and their lines"), "statements", "B01-HTX", look_statement },
  { "checks", N_ ("Checks of the book"), "lists", "checks", look_checks },
};

static void
free_check (gpointer data)
{
  SheafClosingCheck *check = data;

  g_free (check->found);
  g_free (check);
}

void
sheaf_closing_outlook_free (SheafClosingOutlook *outlook)
{
  if (outlook == NULL)
    return;
  g_ptr_array_unref (outlook->checks);
  g_free (outlook);
}

static gboolean
look_at_all (const Year          *year,
             SheafClosingOutlook *outlook,
             GError             **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      SheafClosingCheck *check = g_new0 (SheafClosingCheck, 1);

      check->name = looks[i].name;
      check->title = looks[i].title;
      check->page = looks[i].page;
      check->detail = looks[i].detail;
      g_ptr_array_add (outlook->checks, check);
      if (!looks[i].look (year, check, error))
        return FALSE;
      outlook->wrong += check->state == SHEAF_CLOSING_WRONG;
      outlook->open += check->state == SHEAF_CLOSING_OPEN;
    }
  return TRUE;
}

gpointer
sheaf_closing_outlook_job (gpointer connection,
                           gpointer data,
                           GError **error)
{
  int                  asked = *(const int *) data;
  SheafClosingOutlook *outlook = g_new0 (SheafClosingOutlook, 1);
  Year                 year = { .book = connection,
                                .year = asked,
                                .first = sheaf_book_year_start (connection, asked),
                                .last = sheaf_book_year_end (connection, asked) };

  outlook->year = asked;
  outlook->checks = g_ptr_array_new_with_free_func (free_check);
  if (sheaf_period_locked_until (connection, &year.locked_until, error) &&
      sheaf_closing_is_closed (connection, asked, &outlook->closed, error) &&
      sheaf_closing_keys_load (connection, asked, &outlook->keys, error) &&
      look_at_all (&year, outlook, error))
    {
      outlook->locked_until = year.locked_until;
      return outlook;
    }
  sheaf_closing_outlook_free (outlook);
  return NULL;
}
