/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes and coins of the book's currency. */
#include "ledger/denomination.h"

#include "helpers/ledger.h"

static SheafBook *
make_book (const char *currency)
{
  SheafBookSpec    spec = { .name = "Co-op", .year = 2025, .chart = "intl", .law = "charter" };
  const SheafActor actor = test_actor (sheaf_date_new (2026, 12, 31));
  g_autoptr (GError) error = NULL;
  SheafBook *book;

  spec.currency = currency;
  book = sheaf_book_create (":memory:", &spec, &actor, sheaf_ledger_set_up, &error);
  g_assert_no_error (error);
  return book;
}

/* The largest first, each once; in the smallest unit of the currency. */
static void
test_known (void)
{
  static const struct
  {
    const char *currency;
    gint64      largest;
    gint64      smallest;
  } cases[] = { { "VND", 500000, 200 }, { "EUR", 50000, 1 }, { "USD", 10000, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SheafBook) book = make_book (cases[i].currency);
      g_autoptr (GArray) list = sheaf_denomination_list (book);

      g_assert_cmpuint (list->len, >, 1);
      g_assert_cmpint (g_array_index (list, SheafMoney, 0).units, ==, cases[i].largest);
      g_assert_cmpint (g_array_index (list, SheafMoney, list->len - 1).units, ==,
                       cases[i].smallest);
      for (guint n = 1; n < list->len; n++)
        g_assert_cmpint (g_array_index (list, SheafMoney, n).units, <,
                         g_array_index (list, SheafMoney, n - 1).units);
    }
}

static void
test_unknown (void)
{
  g_autoptr (SheafBook) book = make_book ("JPY");
  g_autoptr (GArray) list = sheaf_denomination_list (book);

  g_assert_cmpuint (list->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/denomination/of-the-currency-largest-first", test_known);
  g_test_add_func ("/denomination/of-an-unknown-currency-none", test_unknown);
  return g_test_run ();
}
