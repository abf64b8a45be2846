/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties, items, and on which side of the co-op a party stands on a day. */
#include "ledger/party.h"

#include "book/act.h"
#include "helpers/ledger.h"

static gboolean
insert (SheafBook  *book,
        const char *code,
        const char *name,
        GError    **error)
{
  SheafParty party = { .code = (char *) code, .name = (char *) name, .kind = SHEAF_PARTY_CUSTOMER };

  return sheaf_party_insert (book, &party, NULL, error);
}

static void
expect_refused (SheafBook  *book,
                const char *code,
                const char *name)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (insert (book, code, name, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PARTY);
}

static void
test_codes (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafParty) loaded = NULL;

  expect_refused (book, "KH1", "Trùng mã");
  expect_refused (book, "có dấu cách", "Tên");
  expect_refused (book, "", "Tên");
  expect_refused (book, "KH2", "");
  g_assert_true (insert (book, "KH2", "Trần Văn Đức", &error));
  g_assert_no_error (error);
  loaded = sheaf_party_load (book, sheaf_party_find (book, "KH2"), &error);
  g_assert_cmpstr (loaded->name, ==, "Trần Văn Đức");
  g_assert_cmpint (sheaf_party_find (book, "kh2"), ==, 0);
  g_assert_null (sheaf_party_load (book, 4711, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_NOT_FOUND);
}

static void
expect_found (SheafBook  *book,
              const char *text,
              guint       limit,
              guint       n,
              const char *first)
{
  g_autoptr (GPtrArray) found = sheaf_party_list (book, text, limit, NULL);

  g_assert_cmpuint (found->len, ==, n);
  if (n > 0)
    g_assert_cmpstr (((SheafParty *) found->pdata[0])->code, ==, first);
}

static void
test_search (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  g_assert_true (insert (book, "A_1", "Trần Văn Đức", NULL));
  g_assert_true (insert (book, "AX1", "Lê Thị Ước", NULL));
  expect_found (book, NULL, 0, 5, "AX1");
  expect_found (book, NULL, 2, 2, "AX1");
  expect_found (book, "duc", 0, 1, "A_1");
  expect_found (book, "ĐỨC", 0, 1, "A_1");
  expect_found (book, "uoc", 0, 1, "AX1");
  expect_found (book, "kh", 0, 1, "KH1");
  expect_found (book, "a_", 0, 1, "A_1");
  expect_found (book, "%", 0, 0, NULL);
}

/* A party of an act that is undone is not remembered. */
static void
test_undone (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  {
    g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "x", NULL);

    g_assert_nonnull (act);
    g_assert_true (insert (book, "KH9", "Chưa chắc", NULL));
    g_assert_cmpint (sheaf_party_find (book, "KH9"), >, 0);
  }
  g_assert_cmpint (sheaf_party_find (book, "KH9"), ==, 0);
  g_assert_cmpint (sheaf_party_find (book, "KH1"), >, 0);
  g_assert_true (insert (book, "KH9", "Thật", NULL));
  test_verify (book);
}

static void
expect_standing (SheafBook  *book,
                 const char *code,
                 const char *day,
                 gboolean    expected)
{
  gboolean internal = !expected;

  g_assert_true (sheaf_party_is_internal (book, sheaf_party_find (book, code), test_day (day),
                                          &internal, NULL));
  g_assert_cmpint (internal, ==, expected);
}

static void
test_standing (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 id = sheaf_party_find (book, "KH1");

  expect_standing (book, "KH1", "2025-06-01", FALSE);
  g_assert_true (sheaf_party_set_standing (book, id, test_day ("2025-06-02"), TRUE, NULL));
  g_assert_true (sheaf_party_set_standing (book, id, test_day ("2025-09-01"), FALSE, NULL));
  expect_standing (book, "KH1", "2025-06-01", FALSE);
  expect_standing (book, "KH1", "2025-06-02", TRUE);
  expect_standing (book, "KH1", "2025-08-31", TRUE);
  expect_standing (book, "KH1", "2025-09-01", FALSE);
  /* what is written later about the same day counts */
  g_assert_true (sheaf_party_set_standing (book, id, test_day ("2025-09-01"), TRUE, NULL));
  expect_standing (book, "KH1", "2025-12-31", TRUE);
  test_verify (book);
}

static void
test_items (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  gint64           first = 0, again = 0;

  g_assert_true (sheaf_item_ensure (book, "HD-01", &first, &error));
  g_assert_true (sheaf_item_ensure (book, "HD-01", &again, &error));
  g_assert_no_error (error);
  g_assert_cmpint (first, ==, again);
  code = sheaf_item_code (book, first);
  g_assert_cmpstr (code, ==, "HD-01");
  g_assert_null (sheaf_item_code (book, 0));
  g_assert_false (sheaf_item_ensure (book, "hai từ", &again, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PARTY);
  test_verify (book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/party/codes-are-codes-and-taken-once", test_codes);
  g_test_add_func ("/party/search-ignores-accents-and-takes-no-wildcards", test_search);
  g_test_add_func ("/party/undone-is-forgotten", test_undone);
  g_test_add_func ("/party/standing-of-a-day-is-the-latest-up-to-it", test_standing);
  g_test_add_func ("/party/items-come-into-being-once", test_items);
  return g_test_run ();
}
