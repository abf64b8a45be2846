/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each filter of the journal gives the rows that a walk over all of them would pick. */
#include "ledger/journal.h"

#include "helpers/ledger.h"
#include "ledger/party.h"

#include <string.h>

static gboolean
is_picked (SheafBook                *book,
           const SheafJournalFilter *filter,
           const SheafJournalRow    *row)
{
  const SheafChart   *chart = sheaf_chart_get (book, NULL);
  const SheafAccount *group = sheaf_chart_by_id (chart, filter->account_id);

  if (!sheaf_date_is_none (filter->from) && sheaf_date_cmp (row->date, filter->from) < 0)
    return FALSE;
  if (!sheaf_date_is_none (filter->to) && sheaf_date_cmp (row->date, filter->to) > 0)
    return FALSE;
  if (group != NULL &&
      !sheaf_chart_is_under (chart, sheaf_chart_by_code (chart, row->debit), group) &&
      !sheaf_chart_is_under (chart, sheaf_chart_by_code (chart, row->credit), group))
    return FALSE;
  return filter->party_id == 0 || filter->party_id == sheaf_party_find (book, row->debit_party) ||
         filter->party_id == sheaf_party_find (book, row->credit_party);
}

/* The ids of the rows, in the journal's order. */
static char *
list_rows (SheafBook                *book,
           const SheafJournalFilter *filter,
           const SheafJournalFilter *pick)
{
  g_autoptr (SheafJournal) journal = sheaf_journal_open (book, filter, NULL);
  g_autoptr (GString) ids = g_string_new ("");
  g_autoptr (GError) error = NULL;
  SheafJournalRow row;

  while (sheaf_journal_next (journal, &row, &error))
    if (pick == NULL || is_picked (book, pick, &row))
      g_string_append_printf (ids, "%" G_GINT64_FORMAT " ", row.row_id);
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static const SheafJournalFilter everything = { .from = { .days = G_MININT32 },
                                               .to = { .days = G_MININT32 } };

static void
compare (SheafBook         *book,
         SheafJournalFilter filter)
{
  g_autofree char *found = list_rows (book, &filter, NULL);
  g_autofree char *expected = list_rows (book, &everything, &filter);

  g_assert_cmpstr (found, ==, expected);
}

static void
post_some (SheafBook *book)
{
  static const char *const days[] = { "2025-03-01", "2025-01-15", "2025-12-31", "2025-06-30" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      test_post (book, days[i], "131", "5112", 100, "KH1", "");
      test_post (book, days[i], "1111", "131", 50, "", "KH1");
      test_post (book, days[i], "131", "131", 7, "TV1", "KH1");
      test_post (book, days[i], "642", "1121", 30, "", "");
    }
}

static void
test_filters (void)
{
  static const char *const accounts[] = { NULL, "131", "111", "642", "5112", "3334" };
  static const char *const parties[] = { "", "KH1", "TV1", "NCC1" };
  g_autoptr (SheafBook) book = test_ledger_new ();

  post_some (book);
  for (gsize a = 0; a < G_N_ELEMENTS (accounts); a++)
    for (gsize p = 0; p < G_N_ELEMENTS (parties); p++)
      {
        SheafJournalFilter filter = everything;

        filter.account_id = accounts[a] == NULL ? 0 : test_account (book, accounts[a]);
        filter.party_id = sheaf_party_find (book, parties[p]);
        compare (book, filter);
        filter.from = test_day ("2025-02-01");
        compare (book, filter);
        filter.to = test_day ("2025-06-30");
        compare (book, filter);
      }
}

static guint
count_found (SheafBook  *book,
             const char *search)
{
  SheafJournalFilter filter = everything;
  g_autofree char   *found = NULL;
  guint              n = 0;

  filter.search = search;
  found = list_rows (book, &filter, NULL);
  for (const char *c = found; *c != '\0'; c++)
    n += *c == ' ';
  return n;
}

static void
test_search (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVoucher) voucher = test_voucher (book, "2025-03-01", "1111", "558", 4200, "", "");

  g_free (voucher->description);
  voucher->description = g_strdup ("Bán phế liệu cho Đức");
  voucher->number = g_strdup ("XYZ-9");
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, NULL));
  post_some (book);
  g_assert_cmpuint (count_found (book, "phe lieu"), ==, 1);
  g_assert_cmpuint (count_found (book, "ĐỨC"), ==, 1);
  g_assert_cmpuint (count_found (book, "xyz"), ==, 1);
  g_assert_cmpuint (count_found (book, "4200"), ==, 1);
  g_assert_cmpuint (count_found (book, "420"), ==, 1);
  g_assert_cmpuint (count_found (book, "200"), ==, 0);
  g_assert_cmpuint (count_found (book, "%"), ==, 0);
}

static void
test_words (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 id = test_post (book, "2025-03-01", "131", "5121", 100, "TV1", "");
  g_autoptr (SheafJournal) journal = NULL;
  SheafJournalRow row;

  g_assert_true (
      sheaf_voucher_reverse (book, id, test_day ("2025-04-01"), "Nhập nhầm", NULL, NULL));
  journal = sheaf_journal_open (book, &everything, NULL);
  g_assert_true (sheaf_journal_next (journal, &row, NULL));
  g_assert_cmpstr (row.debit, ==, "131");
  g_assert_cmpstr (row.debit_party, ==, "TV1");
  g_assert_cmpstr (row.credit_party, ==, "");
  g_assert_cmpint (row.scope, ==, SHEAF_SCOPE_INTERNAL);
  g_assert_cmpstr (row.reverses, ==, "");
  g_assert_true (sheaf_journal_next (journal, &row, NULL));
  g_assert_cmpint (row.amount.units, ==, -100);
  g_assert_cmpstr (row.reverses, ==, "journal/PK00001");
  g_assert_false (sheaf_journal_next (journal, &row, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/filters-pick-what-a-walk-would", test_filters);
  g_test_add_func ("/journal/search-in-number-text-and-amount", test_search);
  g_test_add_func ("/journal/rows-in-words", test_words);
  return g_test_run ();
}
