/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data of the map from 2017 to 2025, and what the scenarios do not reach. */
#include "base/csv-reader.h"
#include "base/paths.h"
#include "helpers/ledger.h"
#include "ledger/closing.h"
#include "ledger/opening-map.h"
#include "ledger/opening.h"

#include <string.h>

static SheafBook *
new_book (const char *chart,
          int         year)
{
  const SheafBookSpec spec = { .name = "HTX", .year = year, .chart = chart, .law = "vn-2023" };
  const SheafActor    actor = test_actor (sheaf_date_new (2026, 12, 31));
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_create (":memory:", &spec, &actor, sheaf_ledger_set_up, &error);

  g_assert_no_error (error);
  return book;
}

/* The balance of an account at the opening; debit positive. */
typedef struct
{
  const char *account;
  gint64      amount;
} Balance;

static void
enter (SheafBook     *book,
       const Balance *balances,
       guint          n)
{
  g_autoptr (GArray) array = g_array_new (FALSE, TRUE, sizeof (SheafOpeningBalance));
  g_autoptr (GError) error = NULL;
  SheafClosingKeys keys;

  for (guint i = 0; i < n; i++)
    {
      SheafOpeningBalance balance = { .account_id = test_account (book, balances[i].account),
                                      .due = SHEAF_DATE_NONE };

      if (balances[i].amount > 0)
        balance.debit = SHEAF_MONEY (balances[i].amount);
      else
        balance.credit = SHEAF_MONEY (-balances[i].amount);
      g_array_append_val (array, balance);
    }
  g_assert_true (sheaf_opening_post (book, array, &error));
  g_assert_no_error (error);
  g_assert_true (sheaf_closing_keys_parse ("revenue", NULL, &keys, &error));
  g_assert_true (sheaf_closing_post (book, 2024, &keys, NULL, &error));
  g_assert_no_error (error);
}

static SheafOpeningMap *
load (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  SheafOpeningMap *map = sheaf_opening_map_load (book, "vn-tt71", 0, "en", &error);

  g_assert_no_error (error);
  return map;
}

static void
expect_no_map (SheafBook       *book,
               const char      *chart,
               SheafLedgerError code,
               const char      *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_opening_map_load (book, chart, 0, "en", &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, part));
}

/* Every account of the old chart that may have a balance at a year's end is in the map, and what it
 * offers can be posted to. */
static void
test_data (void)
{
  g_autoptr (SheafBook) old = new_book ("vn-tt24", 2024);
  g_autoptr (SheafBook) new = new_book ("vn-tt71", 2025);
  const SheafChart *from = sheaf_chart_get (old, NULL), *to = sheaf_chart_get (new, NULL);
  g_autofree char  *path = sheaf_paths_data ("charts/vn-tt24-to-vn-tt71.csv");
  g_autoptr (SheafCsvReader) reader = sheaf_csv_reader_open (path, NULL);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GPtrArray *fields = sheaf_csv_reader_next (reader, NULL);

  g_assert_cmpuint (fields->len, ==, 8);
  while ((fields = sheaf_csv_reader_next (reader, NULL)) != NULL)
    {
      g_auto (GStrv) targets = g_strsplit (fields->pdata[1], ", ", -1);
      gboolean ask = g_str_equal (fields->pdata[2], "ask");

      g_assert_true (g_hash_table_add (known, g_strdup (fields->pdata[0])));
      g_assert_nonnull (sheaf_chart_by_code (from, fields->pdata[0]));
      for (guint i = 0; targets[i] != NULL; i++)
        {
          const SheafAccount *target = sheaf_chart_by_code (to, targets[i]);

          g_assert_nonnull (target);
          if (sheaf_chart_by_code (from, fields->pdata[0])->postable)
            g_assert_true (target->postable);
        }
      for (guint i = 4; i < 7; i++) /* the questions, in three languages */
        g_assert_true (ask == (*(char *) fields->pdata[i] != '\0'));
      g_assert_true (ask == (g_strv_length (targets) > 1));
      g_assert_cmpstr (fields->pdata[7], !=, "");
    }
  for (guint i = 0; i < sheaf_chart_count (from); i++)
    {
      const SheafAccount *account = sheaf_chart_at (from, i);
      gboolean            result = account->type == SHEAF_ACCOUNT_REVENUE ||
                        account->type == SHEAF_ACCOUNT_CONTRA_REVENUE ||
                        account->type == SHEAF_ACCOUNT_EXPENSE ||
                        account->type == SHEAF_ACCOUNT_CLEARING;

      g_assert_true (result != g_hash_table_contains (known, account->code));
    }
}

/* A code that the co-op opened itself and that the new chart gives another meaning is asked. */
static void
test_collision (void)
{
  g_autoptr (SheafBook) book = new_book ("vn-tt24", 2024);
  const SheafAccount detail = { .code = (char *) "3533", .name = (char *) "Quỹ thăm hỏi" };
  const Balance      balances[] = { { "1111", 700 }, { "3533", -700 } };
  g_autoptr (SheafOpeningMap) map = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GString) text = NULL;
  SheafMapBalance *asked;

  g_assert_true (sheaf_account_insert (book, &detail, "353", NULL, NULL));
  enter (book, balances, G_N_ELEMENTS (balances));
  map = load (book);
  g_assert_cmpuint (map->details->len, ==, 0);
  asked = map->balances->pdata[1];
  g_assert_nonnull (strstr (asked->question, "3533"));
  g_assert_cmpuint (g_strv_length (asked->targets), ==, 3);
  sheaf_opening_map_decide (map, "3533", "", "", "3532", SHEAF_MONEY_ZERO, NULL, 0, problems);
  sheaf_opening_map_check (map, NULL, problems);
  g_assert_cmpuint (problems->errors, ==, 0);
  text = sheaf_opening_map_text (map);
  g_assert_nonnull (strstr (text->str, "3532,,700,"));
}

/* What moves to an account that names somebody gets an item from the data; answers that leave a
 * common asset without its source are warned of. */
static void
test_source (void)
{
  g_autoptr (SheafBook) book = new_book ("vn-tt24", 2024);
  const Balance balances[] = { { "2111", 900 }, { "359", -400 }, { "421", -500 } };
  g_autoptr (SheafOpeningMap) map = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  enter (book, balances, G_N_ELEMENTS (balances));
  map = load (book);
  sheaf_opening_map_decide (map, "2111", "", "", "212", SHEAF_MONEY_ZERO, NULL, 0, problems);
  sheaf_opening_map_decide (map, "421", "", "", "4212", SHEAF_MONEY (200), NULL, 0, problems);
  sheaf_opening_map_decide (map, "421", "", "", "4211", SHEAF_MONEY (300), NULL, 0, problems);
  sheaf_opening_map_check (map, NULL, problems);
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_cmpuint (problems->warnings, ==, 1);
  {
    g_autoptr (GString) text = sheaf_opening_map_text (map);

    g_assert_cmpstr (text->str, ==,
                     "account,debit,credit,party,item,currency,foreign_amount\n"
                     "212,900,,,,,\n"
                     "338,,400,,DU-PHONG-RRTD,,\n"
                     "4212,,200,,,,\n"
                     "4211,,300,,,,\n");
  }
}

static void
test_refusals (void)
{
  g_autoptr (SheafBook) book = new_book ("vn-tt24", 2024);
  const Balance balances[] = { { "1111", 700 }, { "421", -700 } };

  expect_no_map (book, "vn-tt71", SHEAF_LEDGER_ERROR_DATE, "2024");
  enter (book, balances, G_N_ELEMENTS (balances));
  expect_no_map (book, "vn-tt24", SHEAF_LEDGER_ERROR_CHART, "already");
  expect_no_map (book, "intl", SHEAF_LEDGER_ERROR_CHART, "by hand");
  (void) test_post (book, "2025-03-01", "642", "1111", 5, "", ""); /* a later year */
  expect_no_map (book, "vn-tt71", SHEAF_LEDGER_ERROR_DATE, "2025-03-01");
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (SheafOpeningMap) map = sheaf_opening_map_load (book, "vn-tt71", 2024, "en", &error);

    g_assert_no_error (error); /* named, the year is taken as it stands */
    g_assert_cmpint (((SheafMapBalance *) map->balances->pdata[0])->amount.units, ==, 700);
  }
}

/* Whatever the answers are, no side gains or loses. */
static void
test_sums (void)
{
  for (guint run = 0; run < 20; run++)
    {
      g_autoptr (SheafBook) book = new_book ("vn-tt24", 2024);
      gint64        grant = g_test_rand_int_range (2, 1000000);
      gint64        profit = g_test_rand_int_range (2, 1000000);
      const Balance balances[] = {
        { "2111", grant }, { "1111", profit }, { "442", -grant }, { "421", -profit }
      };
      g_autoptr (SheafOpeningMap) map = NULL;
      g_autoptr (SheafProblems) problems = sheaf_problems_new ();
      gint64 debit = 0, credit = 0;

      enter (book, balances, G_N_ELEMENTS (balances));
      map = load (book);
      for (guint i = 0; i < map->balances->len; i++)
        {
          SheafMapBalance *balance = map->balances->pdata[i];
          gint64           size = ABS (balance->amount.units);
          gint64           first = g_test_rand_int_range (1, (int) size);
          guint            n = g_strv_length (balance->targets);

          if (balance->question == NULL)
            continue;
          sheaf_opening_map_decide (map, balance->account, "", "", balance->targets[0],
                                    SHEAF_MONEY (first), NULL, 0, problems);
          sheaf_opening_map_decide (map, balance->account, "", "", balance->targets[n - 1],
                                    SHEAF_MONEY_ZERO, NULL, 0, problems);
        }
      sheaf_opening_map_check (map, NULL, problems);
      g_assert_cmpuint (problems->errors, ==, 0);
      for (guint i = 0; i < map->balances->len; i++)
        {
          const SheafMapBalance *balance = map->balances->pdata[i];

          for (guint part = 0; part < balance->parts->len; part++)
            *(balance->amount.units > 0 ? &debit : &credit) +=
                sheaf_map_part_amount (balance, part).units;
        }
      g_assert_cmpint (debit, ==, grant + profit);
      g_assert_cmpint (credit, ==, grant + profit);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opening-map/every-balance-has-somewhere-to-go", test_data);
  g_test_add_func ("/opening-map/own-code-of-another-meaning-is-asked", test_collision);
  g_test_add_func ("/opening-map/common-assets-need-their-source", test_source);
  g_test_add_func ("/opening-map/open-year-same-chart-unknown-chart-are-refused", test_refusals);
  g_test_add_func ("/opening-map/sums-stay", test_sums);
  return g_test_run ();
}
