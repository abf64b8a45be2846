/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An older book, to begin a new one with. */
#include "old-book.h"

#include "ledger/chart.h"
#include "ledger/closing.h"
#include "ledger/opening.h"

static void
enter_balance (SheafBook  *book,
               GArray     *balances,
               const char *code,
               gint64      amount)
{
  const SheafAccount *account = sheaf_chart_by_code (sheaf_chart_get (book, NULL), code);
  SheafOpeningBalance balance = { .account_id = account->id, .due = SHEAF_DATE_NONE };

  if (amount > 0)
    balance.debit = SHEAF_MONEY (amount);
  else
    balance.credit = SHEAF_MONEY (-amount);
  g_array_append_val (balances, balance);
}

void
old_book_make (const char *path)
{
  const SheafBookSpec spec = {
    .name = "HTX Cũ & Mới", .year = 2024, .chart = "vn-tt24", .law = "vn-2023"
  };
  const SheafActor actor = { .user = "tester", .today = sheaf_date_new (2025, 1, 10) };
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBook) book = sheaf_book_create (path, &spec, &actor, sheaf_ledger_set_up, &error);
  g_autoptr (GArray) balances = g_array_new (FALSE, TRUE, sizeof (SheafOpeningBalance));
  SheafClosingKeys keys;

  g_assert_no_error (error);
  enter_balance (book, balances, "1111", 90000000);
  enter_balance (book, balances, "2111", 110000000);
  enter_balance (book, balances, "442", -150000000);
  enter_balance (book, balances, "421", -50000000);
  g_assert_true (sheaf_opening_post (book, balances, &error));
  g_assert_true (sheaf_closing_keys_parse ("revenue", NULL, &keys, &error));
  g_assert_true (sheaf_closing_post (book, 2024, &keys, NULL, &error));
  g_assert_no_error (error);
}
