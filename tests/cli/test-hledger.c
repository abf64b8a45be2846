/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another program reads what “export ledger” writes: hledger finds the same balance of every
 * account, and of every party on it, on the sample's year and on random books. */
#include "base/csv-reader.h"
#include "helpers/cli.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEAD                                                                            \
  "number,date,kind,description,debit,credit,amount,debit_party,credit_party,currency," \
  "debit_foreign,credit_foreign,reverses\n"

static gboolean
have_hledger (void)
{
  g_autofree char *program = g_find_program_in_path ("hledger");

  if (program == NULL)
    g_test_skip ("hledger is not installed: “./dev deps” installs it");
  return program != NULL;
}

/* Adds to the sum of a key; 0 is as good as no line at all. */
static void
add (GHashTable *sums,
     const char *key,
     gint64      amount)
{
  gint64 *known = g_hash_table_lookup (sums, key);

  if (known != NULL)
    *known += amount;
  else if (amount != 0)
    g_hash_table_insert (sums, g_strdup (key), g_memdup2 (&amount, sizeof amount));
}

static GHashTable *
new_sums (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* Lines of hledger: "account","1000 VND", or "0". */
static GHashTable *
ask_hledger (const char *journal,
             const char *party_of) /* NULL: accounts, else the parties of this account */
{
  g_autofree char *query = g_strdup_printf ("acct:^%s$", party_of != NULL ? party_of : ".*");
  const char      *words[] = { "hledger", "-f", journal, "balance", "--flat",
                               "--no-total", "--empty", "-O", "csv", query,
                          party_of != NULL ? "--pivot" : NULL, "party", NULL };
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafCsvReader) reader = NULL;
  const GPtrArray *cells;
  GHashTable      *sums = new_sums ();
  int              status;

  g_assert_true (g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out,
                               &err, &status, &error));
  g_assert_no_error (error);
  if (status != 0)
    g_error ("hledger: %s", err);
  reader = sheaf_csv_reader_open_text (out);
  (void) sheaf_csv_reader_next (reader, NULL); /* the columns' names */
  while ((cells = sheaf_csv_reader_next (reader, NULL)) != NULL)
    add (sums, cells->pdata[0], g_ascii_strtoll (cells->pdata[1], NULL, 10));
  return sums;
}

/* What our balance says, accounts under groups only, or the parties of one account. */
static GHashTable *
ask_book (const char *book,
          const char *party_of)
{
  g_autofree char *csv = test_done ("balance", book, "--from", "2025-01-01", "--to", "2030-12-31",
                                    "--format=csv", party_of != NULL ? "--party" : NULL, NULL);
  g_autoptr (SheafCsvReader) reader = sheaf_csv_reader_open_text (csv);
  g_autofree char *group = NULL;
  GHashTable      *sums = new_sums ();
  const GPtrArray *cells;

  (void) sheaf_csv_reader_next (reader, NULL); /* the columns' names */
  while ((cells = sheaf_csv_reader_next (reader, NULL)) != NULL)
    {
      const char *code = cells->pdata[0];
      gint64      closing = g_ascii_strtoll (cells->pdata[6], NULL, 10) -
                       g_ascii_strtoll (cells->pdata[7], NULL, 10);

      if (*code == '0' || (party_of != NULL && strcmp (code, party_of) != 0))
        continue;
      if (party_of != NULL)
        {
          if (*(const char *) cells->pdata[8] != '\0')
            add (sums, cells->pdata[8], closing);
          continue;
        }
      /* A group comes before the first of its accounts. */
      if (group != NULL && g_str_has_prefix (code, group))
        (void) g_hash_table_remove (sums, group);
      add (sums, code, closing);
      g_free (group);
      group = g_strdup (code);
    }
  return sums;
}

static void
expect_equal (GHashTable *ours,
              GHashTable *theirs,
              const char *what)
{
  GHashTableIter iter;
  gpointer       key, value;

  g_hash_table_iter_init (&iter, ours);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const gint64 *other = g_hash_table_lookup (theirs, key);
      const gint64 *own = value;

      if (*own != (other == NULL ? 0 : *other))
        g_error ("%s %s: %" G_GINT64_FORMAT " in the book, %" G_GINT64_FORMAT " in hledger", what,
                 (const char *) key, *own, other == NULL ? 0 : *other);
    }
}

/* Every balance of either side is that of the other. */
static void
compare (const char *book,
         const char *folder,
         guint       accounts,
         guint       parties)
{
  g_autofree char *text = test_done ("export", book, "ledger", NULL);
  g_autofree char *journal = test_file (folder, "book.journal", text, -1);
  g_autoptr (GHashTable) ours = ask_book (book, NULL);
  g_autoptr (GHashTable) theirs = ask_hledger (journal, NULL);
  GHashTableIter iter;
  gpointer       key;
  guint          n_parties = 0;

  (void) g_hash_table_remove (theirs, "Equity:Opening-Balances");
  expect_equal (ours, theirs, "account");
  expect_equal (theirs, ours, "account");
  g_assert_cmpuint (g_hash_table_size (ours), >=, accounts);
  g_hash_table_iter_init (&iter, ours);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_autoptr (GHashTable) own = ask_book (book, key);
      g_autoptr (GHashTable) other = NULL;

      if (g_hash_table_size (own) == 0)
        continue;
      other = ask_hledger (journal, key);
      (void) g_hash_table_remove (other, ""); /* rows that name nobody */
      expect_equal (own, other, key);
      expect_equal (other, own, key);
      n_parties += g_hash_table_size (own);
    }
  g_assert_cmpuint (n_parties, >=, parties);
}

static void
test_sample (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *demo = g_build_filename (folder, "demo", NULL);
  g_autofree char *book = g_build_filename (demo, "demo.sheaf", NULL);

  if (have_hledger ())
    {
      test_do ("demo", demo, NULL);
      compare (book, folder, 20, 20);
    }
  test_folder_remove (folder);
}

/* ---- random books */

static const struct
{
  const char *debit;
  const char *credit;
  const char *debit_party;
  const char *credit_party;
} pairs[] = {
  { "1111", "5111", "", "" },
  { "131", "5112", "KH1", "" },
  { "131", "5111", "NCC1", "" },
  { "1111", "131", "", "KH1" },
  { "642", "331", "", "NCC1" },
  { "331", "1111", "NCC1", "" },
  { "154", "334", "", "NLD1" },
  { "001", "", "", "" },
  { "", "002", "", "" },
  { "131", "131", "KH1", "NCC1" },
  { "3532", "1121", "", "" },
};

/* Words that could be read as the format's own signs. */
static const char *const texts[] = { "Thu tiền", "a; b", "x | y", "(x) y", "= z", "\"\"q\"\"", "%",
                                     "2025-01-01 t", "party: P", "  hai  dấu", "* !", "@ 5 USD" };

static void
append_row (GString    *csv,
            guint       number,
            const char *day,
            guint       pair,
            int         amount,
            const char *reverses)
{
  g_string_append_printf (csv, "Q%u,%s,journal,\"%s\",%s,%s,%d,%s,%s,,,,%s\n", number, day,
                          texts[number % G_N_ELEMENTS (texts)], pairs[pair].debit,
                          pairs[pair].credit, amount, pairs[pair].debit_party,
                          pairs[pair].credit_party, reverses);
}

/* A voucher in dollars: both sides in the books' own money. */
static void
append_foreign (GString    *csv,
                guint       number,
                const char *day)
{
  int cents = g_test_rand_int_range (100, 100000);

  g_string_append_printf (csv, "Q%u,%s,journal,Tiền đô,1122,1121,%d,,,USD,%d,,\n", number, day,
                          cents * 254, cents);
}

static char *
random_vouchers (void)
{
  GString *csv = g_string_new (HEAD);

  for (guint i = 1; i <= 150; i++)
    {
      guint            pair = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (pairs));
      int              amount = g_test_rand_int_range (1, 1000000);
      g_autofree char *day = g_strdup_printf ("2025-%02u-15", 1 + i * 12 / 151);
      g_autofree char *original = g_strdup_printf ("journal/Q%u", i);

      if (g_test_rand_int_range (0, 6) == 0)
        {
          append_foreign (csv, i, day);
          continue;
        }
      append_row (csv, i, day, pair, amount, "");
      if (g_test_rand_int_range (0, 4) == 0)
        append_row (csv, 1000 + i, day, pair, -amount, original);
    }
  return g_string_free (csv, FALSE);
}

static void
test_random (void)
{
  g_autofree char *folder = test_folder_new ();

  for (guint turn = 0; turn < 3 && have_hledger (); turn++)
    {
      g_autofree char *book = test_cli_book (folder);
      g_autofree char *csv = random_vouchers ();
      g_autofree char *vouchers = test_file (folder, "v.csv", csv, -1);
      g_autofree char *opening = test_file (
          folder, "o.csv",
          "account,debit,credit,party\n1111,900000000,,\n1121,90000000000,,\n131,5000,,KH1\n"
          "331,,7000,NCC1\n4118,,90899998000,\n001,77,,\n",
          -1);

      test_do ("import", book, "opening", opening, NULL);
      test_do ("import", book, "vouchers", vouchers, NULL);
      test_do ("verify", book, NULL);
      compare (book, folder, 8, 3);
      g_assert_cmpint (g_remove (book), ==, 0);
    }
  test_folder_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hledger/finds-the-sample's-balances", test_sample);
  g_test_add_func ("/hledger/finds-the-balances-of-random-books", test_random);
  return g_test_run ();
}
