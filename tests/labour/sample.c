/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book with members and a worker. */
#include "sample.h"

#include "labour/error.h"
#include "ledger/party.h"

SheafBook *
sample_book_new (void)
{
  const SheafParty worker = { .code = (char *) "NV1",
                              .name = (char *) "NV1",
                              .kind = SHEAF_PARTY_WORKER };
  SheafBook       *book = test_members_new ();
  g_autoptr (GError) error = NULL;

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  test_member (book, "LK1", SHEAF_MEMBER_NON_CONTRIBUTING, "2025-01-01");
  g_assert_true (sheaf_party_insert (book, &worker, NULL, &error));
  g_assert_no_error (error);
  return book;
}

SheafLabour *
sample_labour (SheafBook  *book,
               const char *day,
               const char *code,
               gint64      days)
{
  SheafLabour *labour = sheaf_labour_new ();

  labour->date = test_day (day);
  labour->party_id = sheaf_party_find (book, code);
  labour->days = SHEAF_QUANTITY (days);
  labour->rate = SHEAF_RATE (days == 0 ? 0 : G_GINT64_CONSTANT (220000000000));
  labour->amount_given = days == 0;
  labour->amount = SHEAF_MONEY (days == 0 ? 1000 : 0);
  labour->line = 6;
  return labour;
}

void
sample_work (SheafBook   *book,
             SheafLabour *labour)
{
  g_autoptr (GPtrArray) rows = test_list ((GDestroyNotify) sheaf_labour_free, labour, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_labour_post (book, rows, TRUE, &error));
  g_assert_no_error (error);
}

void
sample_refused (SheafBook   *book,
                SheafLabour *labour,
                const char  *column,
                const char  *text)
{
  g_autoptr (GPtrArray) rows = test_list ((GDestroyNotify) sheaf_labour_free, labour, NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_labour_check (book, rows, TRUE, "labour.csv", problems, &error));
  g_assert_no_error (error);
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 6, column, text));
  g_assert_false (sheaf_labour_post (book, rows, TRUE, &error));
  g_assert_error (error, SHEAF_LABOUR_ERROR, SHEAF_LABOUR_ERROR_REFUSED);
}

SheafLabour *
sample_last (SheafBook *book)
{
  g_autoptr (GPtrArray)
      rows = sheaf_labour_list (book, 0, SHEAF_DATE_NONE, SHEAF_DATE_NONE, NULL);

  g_assert_cmpuint (rows->len, >, 0);
  return g_ptr_array_steal_index (rows, rows->len - 1);
}
