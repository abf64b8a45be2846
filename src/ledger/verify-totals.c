/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kept totals added up again: one pass over the rows for all tables that hold every row. */
#include "base/i18n.h"
#include "ledger/chart.h"
#include "ledger/merge.h"
#include "ledger/verify-private.h"
#include "ledger/verify-sums.h"
#include "ledger/verify-totals-sql.h"
#include "store/query.h"

#include <inttypes.h>

/* So many differences of a table are told; whoever changed more changed too much to list. */
#define MOST 20

/* What stood with one party and item of an account, and what a month changed. */
typedef struct
{
  gint64 party_id;
  gint64 item_id;
  gint64 month; /* 0: before the first */
  gint64 change;
} Change;

typedef struct
{
  SheafBook         *book;
  const SheafChart  *chart;
  const SheafMerges *merges;
  SheafVerifySums   *sums;
  guint64            volume;
  guint64            foreign_volume;
  GArray            *changes; /* of Change: of one account */
  gint64             account_id;
} Pass;

/* Amounts of a row: on the side that it stands on. */
static void
add_sum (Pass              *pass,
         SheafVerifySumKind kind,
         SheafVerifySum     key,
         gint64             debit,
         gint64             credit)
{
  key.kind = kind;
  key.debit = (guint64) debit;
  key.credit = (guint64) credit;
  sheaf_verify_sums_add (pass->sums, &key);
}

static gint64
magnitude (gint64 number)
{
  return number < 0 ? (gint64) (0 - (guint64) number) : number;
}

/* The account's day, and its party and item where it keeps details. */
static void
add_side (Pass             *pass,
          const SheafQuery *query,
          guint             column,
          gint64            debit,
          gint64            credit)
{
  gint64              account_id = sheaf_query_int (query, column);
  gint64              party_id = sheaf_query_int (query, column + 1);
  gint64              item_id = sheaf_query_int (query, column + 2);
  const SheafAccount *account = sheaf_chart_by_id (pass->chart, account_id);

  add_sum (pass, SHEAF_VERIFY_DAY,
           (SheafVerifySum){ .ids = { account_id, sheaf_query_int (query, 3) } },
           (gint64) ((guint64) debit - (guint64) credit), 0);
  if (party_id != 0 || item_id != 0 || (account != NULL && account->needs != SHEAF_NEEDS_NOTHING))
    add_sum (pass, SHEAF_VERIFY_DETAIL,
             (SheafVerifySum){ .month = (gint32) sheaf_query_int (query, 0),
                               .layer = sheaf_query_int (query, 1),
                               .ids = { account_id, party_id, item_id } },
             debit, credit);
}

static gboolean
add_rows (Pass    *pass,
          GError **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (pass->book), VERIFY_ROWS,
                                                  SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      gint64 amount = sheaf_query_int (query, 4);

      add_sum (pass, SHEAF_VERIFY_PAIR,
               (SheafVerifySum){ .month = (gint32) sheaf_query_int (query, 0),
                                 .layer = sheaf_query_int (query, 1),
                                 .ids = { sheaf_query_int (query, 5), sheaf_query_int (query, 8),
                                          sheaf_query_int (query, 2) } },
               amount, 0);
      add_side (pass, query, 5, amount, 0);
      add_side (pass, query, 8, 0, amount);
      pass->volume += (guint64) magnitude (amount);
      pass->foreign_volume += (guint64) magnitude (sheaf_query_int (query, 11)) +
                              (guint64) magnitude (sheaf_query_int (query, 12));
    }
  return sheaf_query_finish (query, error);
}

/* Takes each kept total off; each sees the kept one first. */
static gboolean
take_kept (Pass              *pass,
           const char        *sql,
           SheafVerifySumKind kind,
           void (*each) (Pass *pass, const SheafVerifySum *kept),
           GError **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (pass->book), sql, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      SheafVerifySum kept = { .kind = kind,
                              .month = (gint32) sheaf_query_int (query, 0),
                              .layer = sheaf_query_int (query, 1),
                              .ids = { sheaf_query_int (query, 2), sheaf_query_int (query, 3),
                                       sheaf_query_int (query, 4) },
                              .debit = (guint64) sheaf_query_int (query, 5),
                              .credit = (guint64) sheaf_query_int (query, 6) };

      if (each != NULL)
        each (pass, &kept);
      kept.debit = 0 - kept.debit;
      kept.credit = 0 - kept.credit;
      sheaf_verify_sums_add (pass->sums, &kept);
    }
  return sheaf_query_finish (query, error);
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const Change *left = a, *right = b;

  if (left->party_id != right->party_id)
    return left->party_id < right->party_id ? -1 : 1;
  if (left->item_id != right->item_id)
    return left->item_id < right->item_id ? -1 : 1;
  return left->month < right->month ? -1 : left->month > right->month;
}

/* How much a balance stands on one side more than before. */
static gint64
rise (gint64 before,
      gint64 after)
{
  return MAX (after, 0) - MAX (before, 0);
}

/* What each month changes the sums of debit and of credit balances by: the balance of each party
 * (with those merged into it) and item, from month to month. */
static void
add_sides_of_account (Pass *pass)
{
  gint64 balance = 0;

  g_array_sort (pass->changes, compare_changes);
  for (guint i = 0; i < pass->changes->len; i++)
    {
      const Change *change = &g_array_index (pass->changes, Change, i), *before = change - 1;
      gint64        after;

      if (i == 0 || before->party_id != change->party_id || before->item_id != change->item_id)
        balance = 0;
      after = (gint64) ((guint64) balance + (guint64) change->change);
      add_sum (pass, SHEAF_VERIFY_SIDE,
               (SheafVerifySum){ .month = (gint32) change->month, .ids = { pass->account_id } },
               rise (balance, after), rise (-balance, -after));
      balance = after;
    }
  g_array_set_size (pass->changes, 0);
}

static void
take_change (Pass                 *pass,
             const SheafVerifySum *kept)
{
  Change change = { .party_id = sheaf_merges_survivor (pass->merges, kept->ids[1]),
                    .item_id = kept->ids[2],
                    .month = kept->layer == 0 ? 0 : kept->month,
                    .change = (gint64) (kept->debit - kept->credit) };

  if (kept->ids[0] != pass->account_id)
    add_sides_of_account (pass);
  pass->account_id = kept->ids[0];
  if (kept->ids[1] != 0 || kept->ids[2] != 0)
    g_array_append_val (pass->changes, change);
}

static void
tell_volume (SheafProblems *problems)
{
  sheaf_problems_add (
      problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
      _ ("the kept sum of all amounts is not the sum of the rows: restore a backup"));
}

static gboolean
check_volume (Pass          *pass,
              SheafProblems *problems,
              GError       **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (pass->book), VERIFY_KEPT_VOLUME,
                                                  SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  if (!sheaf_query_next (query, NULL) || (guint64) sheaf_query_int (query, 0) != pass->volume ||
      (guint64) sheaf_query_int (query, 1) != pass->foreign_volume ||
      sheaf_query_int (query, 2) != 0)
    tell_volume (problems);
  return sheaf_query_finish (query, error);
}

static const char *
code_of (const Pass *pass,
         gint64      id)
{
  const SheafAccount *account = sheaf_chart_by_id (pass->chart, id);

  return account == NULL ? "?" : account->code;
}

static char *
describe (const Pass           *pass,
          const SheafVerifySum *sum)
{
  const char *code = code_of (pass, sum->ids[0]);
  gint64      month = sum->month;
  char        day[40];

  switch ((SheafVerifySumKind) sum->kind)
    {
    case SHEAF_VERIFY_PAIR:
      return g_strdup_printf (_ ("the kept total of %s / %s in month %" PRId64
                                 " is not the sum of its rows: restore a backup"),
                              code, code_of (pass, sum->ids[1]), month);
    case SHEAF_VERIFY_DETAIL:
      return g_strdup_printf (_ ("the kept details of account %s in month %" PRId64
                                 " are not the sums of their rows: restore a backup"),
                              code, month);
    case SHEAF_VERIFY_SIDE:
      return g_strdup_printf (_ ("the kept sides of account %s in month %" PRId64
                                 " are not the sums of its details: restore a backup"),
                              code, month);
    case SHEAF_VERIFY_DAY:
    case SHEAF_VERIFY_SUMS:
      break;
    }
  (void) g_snprintf (day, sizeof day, "%04d-%02d-%02d", (int) (sum->ids[1] / 10000),
                     (int) (sum->ids[1] / 100 % 100), (int) (sum->ids[1] % 100));
  return g_strdup_printf (_ ("the kept money of account %s on %s is not the sum of its rows: "
                             "restore a backup"),
                          code, day);
}

static void
tell_differences (const Pass    *pass,
                  SheafProblems *problems)
{
  for (guint kind = 0; kind < SHEAF_VERIFY_SUMS; kind++)
    {
      g_autoptr (GArray) list = sheaf_verify_sums_list (pass->sums, (SheafVerifySumKind) kind);

      for (guint i = 0; i < MIN (list->len, MOST); i++)
        {
          g_autofree char *text = describe (pass, &g_array_index (list, SheafVerifySum, i));

          sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL, "%s", text);
        }
    }
}

gboolean
sheaf_verify_totals (SheafBook     *book,
                     SheafProblems *problems,
                     GError       **error)
{
  g_autoptr (SheafVerifySums) sums = sheaf_verify_sums_new ();
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  Pass pass = { .book = book,
                .chart = sheaf_chart_get (book, error),
                .sums = sums,
                .changes = changes };

  if (pass.chart == NULL)
    return FALSE;
  pass.merges = sheaf_merges_get (book, error);
  if (pass.merges == NULL || !add_rows (&pass, error) ||
      !take_kept (&pass, VERIFY_KEPT_PAIRS, SHEAF_VERIFY_PAIR, NULL, error) ||
      !take_kept (&pass, VERIFY_KEPT_DETAILS, SHEAF_VERIFY_DETAIL, take_change, error))
    return FALSE;
  add_sides_of_account (&pass);
  if (!take_kept (&pass, VERIFY_KEPT_SIDES, SHEAF_VERIFY_SIDE, NULL, error) ||
      !take_kept (&pass, VERIFY_KEPT_DAYS, SHEAF_VERIFY_DAY, NULL, error))
    return FALSE;
  tell_differences (&pass, problems);
  return check_volume (&pass, problems, error);
}
