/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each account of the chart must name: held to every account, on both sides, by the program
 * and by the database. */
#include "book/act.h"
#include "helpers/ledger.h"
#include "ledger/item.h"
#include "ledger/party.h"

#include <string.h>

/* Which accounts need what (Circular 71/2024 asks to keep these by person); what stands under one
 * of them needs the same, all others nothing. */
static const struct
{
  const char *code;
  SheafNeeds  needs;
} table[] = {
  { "131", SHEAF_NEEDS_PARTY },
  { "132", SHEAF_NEEDS_PARTY },
  { "136", SHEAF_NEEDS_OPTIONAL },
  { "138", SHEAF_NEEDS_OPTIONAL },
  { "141", SHEAF_NEEDS_PARTY },
  { "331", SHEAF_NEEDS_PARTY },
  { "332", SHEAF_NEEDS_PARTY },
  { "333", SHEAF_NEEDS_OPTIONAL },
  { "334", SHEAF_NEEDS_PARTY },
  { "335", SHEAF_NEEDS_OPTIONAL },
  { "336", SHEAF_NEEDS_OPTIONAL },
  { "338", SHEAF_NEEDS_EITHER },
  { "341", SHEAF_NEEDS_PARTY },
  { "342", SHEAF_NEEDS_OPTIONAL },
  { "353", SHEAF_NEEDS_OPTIONAL },
  { "4111", SHEAF_NEEDS_PARTY },
};

static SheafNeeds
expected (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_has_prefix (code, table[i].code))
      return table[i].needs;
  return SHEAF_NEEDS_NOTHING;
}

static void
test_chart (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  const SheafChart *chart = sheaf_chart_get (book, NULL);
  guint             given = 0;

  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);

      if (account->hidden)
        continue;
      g_test_message ("%s", account->code);
      g_assert_cmpint (account->needs, ==, expected (account->code));
      given++;
    }
  g_assert_cmpuint (given, ==, 112);
}

static gboolean
is_enough (SheafNeeds needs,
           gboolean   party,
           gboolean   item)
{
  switch (needs)
    {
    case SHEAF_NEEDS_PARTY:
      return party;
    case SHEAF_NEEDS_ITEM:
      return item;
    case SHEAF_NEEDS_EITHER:
      return party || item;
    case SHEAF_NEEDS_BOTH:
      return party && item;
    case SHEAF_NEEDS_NOTHING:
    case SHEAF_NEEDS_OPTIONAL:
    default:
      return TRUE;
    }
}

/* One row with the account on one side; the other side is one that needs nothing. */
static SheafVoucher *
one_row (SheafBook          *book,
         const SheafAccount *account,
         gboolean            debit,
         gint64              party,
         gint64              item)
{
  gboolean      off = account->type == SHEAF_ACCOUNT_OFF_BALANCE;
  const char   *opposite = g_str_equal (account->code, "558") ? "642" : "558";
  gint64        other = off ? 0 : test_account (book, opposite);
  SheafVoucher *voucher =
      sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, test_day ("2025-05-05"), "x");
  SheafVoucherRow *row = sheaf_voucher_add_row (voucher, debit ? account->id : other,
                                                debit ? other : account->id, SHEAF_MONEY (5));

  if (debit)
    row->debit_party_id = party, row->debit_item_id = item;
  else
    row->credit_party_id = party, row->credit_item_id = item;
  return voucher;
}

static gboolean
program_asks (SheafBook          *book,
              const SheafVoucher *voucher)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  g_assert_true (sheaf_voucher_check (book, voucher, NULL, problems, NULL));
  for (guint i = 0; i < problems->items->len; i++)
    {
      const SheafProblem *problem = problems->items->pdata[i];

      if (problem->kind == SHEAF_PROBLEM_ERROR && problem->column != NULL &&
          (g_str_has_suffix (problem->column, "_party") ||
           g_str_has_suffix (problem->column, "_item")))
        return TRUE;
    }
  return FALSE;
}

/* Posted unchecked inside an act that is undone. */
static gboolean
database_asks (SheafBook          *book,
               const SheafVoucher *voucher)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "x", NULL);
  g_autoptr (GError) error = NULL;

  return !sheaf_voucher_post_checked (book, voucher, NULL, &error) &&
         strstr (error->message, "lacks the party or item") != NULL;
}

static void
try_account (SheafBook          *book,
             const SheafAccount *account,
             gint64              party,
             gint64              item)
{
  for (int debit = 0; debit < 2; debit++)
    for (int given = 0; given < 4; given++)
      {
        gboolean with_party = (given & 1) != 0, with_item = (given & 2) != 0;
        gboolean asks = !is_enough (account->needs, with_party, with_item);
        g_autoptr (SheafVoucher) voucher =
            one_row (book, account, debit != 0, with_party ? party : 0, with_item ? item : 0);

        g_test_message ("%s %s party %d item %d", account->code, debit ? "debit" : "credit",
                        with_party, with_item);
        g_assert_cmpint (program_asks (book, voucher), ==, asks);
        g_assert_cmpint (database_asks (book, voucher), ==, asks);
      }
}

static void
test_every_account (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  const SheafChart *chart = sheaf_chart_get (book, NULL);
  gint64            party = sheaf_party_find (book, "KH1"), item;
  guint             tried = 0;

  g_assert_true (sheaf_item_ensure (book, "HD1", &item, NULL));
  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);

      if (account->hidden || !account->postable)
        continue;
      try_account (book, account, party, item);
      tried++;
    }
  g_assert_cmpuint (tried, >, 80);
  test_verify (book);
}

/* A detail opened under an account needs at least what that needs, and may need more. */
static void
test_details (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafAccount more = { .code = "3381",
                        .name = "Phải trả theo hợp đồng",
                        .needs = SHEAF_NEEDS_BOTH };
  SheafAccount bank = { .code = "11211", .name = "Agribank", .needs = SHEAF_NEEDS_ITEM };
  g_autoptr (GError) error = NULL;
  gint64 item;

  g_assert_true (sheaf_item_ensure (book, "HD1", &item, NULL));
  g_assert_true (sheaf_account_insert (book, &more, "338", NULL, &error));
  g_assert_true (sheaf_account_insert (book, &bank, "1121", NULL, &error));
  g_assert_no_error (error);
  for (int i = 0; i < 2; i++)
    {
      const SheafAccount *account =
          sheaf_chart_by_code (sheaf_chart_get (book, NULL), i == 0 ? "3381" : "11211");

      g_assert_cmpint (account->needs, ==, i == 0 ? SHEAF_NEEDS_BOTH : SHEAF_NEEDS_ITEM);
      try_account (book, account, sheaf_party_find (book, "KH1"), item);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/needs/the-chart-says-who-needs-what", test_chart);
  g_test_add_func ("/needs/every-account-on-both-sides", test_every_account);
  g_test_add_func ("/needs/details-need-at-least-the-same", test_details);
  return g_test_run ();
}
