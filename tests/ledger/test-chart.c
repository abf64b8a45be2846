/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart of Circular 71. */
#include "book/act.h"
#include "book/setting.h"
#include "helpers/ledger.h"

#include <string.h>

static void
test_whole (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  const SheafChart *chart = sheaf_chart_get (book, NULL);
  guint             first_level = 0, off_balance = 0;

  g_assert_cmpuint (sheaf_chart_count (chart), ==, 112);
  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);

      first_level += account->level == 1;
      off_balance += account->type == SHEAF_ACCOUNT_OFF_BALANCE;
      g_assert_false (account->hidden);
    }
  /* regulation: 51 level-1 accounts, 8 of them off-balance */
  g_assert_cmpuint (first_level, ==, 51);
  g_assert_cmpuint (off_balance, ==, 8);
  g_assert_cmpstr (sheaf_account_name (sheaf_chart_by_code (chart, "4421"), "vi"), ==,
                   "Quỹ chung không chia");
  g_assert_false (sheaf_chart_by_code (chart, "1321")->postable);
  g_assert_true (sheaf_chart_by_code (chart, "13211")->postable);
}

static void
test_roles (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  const SheafChart *chart = sheaf_chart_get (book, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (sheaf_chart_by_role (chart, "member-capital", NULL)->code, ==, "4111");
  g_assert_null (sheaf_chart_by_role (chart, "no-such-role", &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART);
}

static void
test_hints (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autofree char *hint = sheaf_chart_hint (book, "711");

  g_assert_nonnull (strstr (hint, "558"));
  g_assert_null (sheaf_chart_hint (book, "7"));
}

static void
test_details (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafAccount detail = { .code = (char *) "6421", .name = (char *) "Lương quản lý" };
  SheafAccount stray = { .code = (char *) "9999", .name = (char *) "Lạc" };
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_account_insert (book, &detail, "642", NULL, &error));
  g_assert_no_error (error);
  test_post (book, "2025-01-02", "6421", "1111", 5, "", "");
  test_refused (book, test_voucher (book, "2025-01-02", "642", "1111", 5, "", ""),
                SHEAF_LEDGER_ERROR_ACCOUNT);
  g_assert_cmpint (sheaf_chart_by_code (sheaf_chart_get (book, NULL), "6421")->scope, ==,
                   SHEAF_ACCOUNT_SCOPE_SHARED);
  g_assert_false (sheaf_account_insert (book, &detail, "642", NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT);
  g_clear_error (&error);
  g_assert_false (sheaf_account_insert (book, &stray, "642", NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT);
  g_clear_error (&error);
  detail.code = (char *) "11111";
  g_assert_false (sheaf_account_insert (book, &detail, "1111", NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT);
  test_verify (book);
}

static void
expect_no_detail (SheafBook          *book,
                  const SheafAccount *detail,
                  const char         *parent)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_account_insert (book, detail, parent, NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT);
}

/* A detail may not be what its account is not, nor ask for less, nor take another's role. */
static void
test_detail_is_of_its_account (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafAccount expense = { .code = (char *) "1388",
                           .name = (char *) "Lạc",
                           .type = SHEAF_ACCOUNT_EXPENSE };
  SheafAccount internal = { .code = (char *) "51121",
                            .name = (char *) "Lạc",
                            .scope = SHEAF_ACCOUNT_SCOPE_INTERNAL };
  SheafAccount cash = { .code = (char *) "1388", .name = (char *) "Lạc", .role = (char *) "cash" };
  SheafAccount loose = { .code = (char *) "1311",
                         .name = (char *) "Khách lẻ",
                         .needs = SHEAF_NEEDS_EITHER };
  SheafAccount orphan = { .code = (char *) "7991", .name = (char *) "Lạc" };

  expect_no_detail (book, &expense, "138");
  expect_no_detail (book, &internal, "5112");
  expect_no_detail (book, &cash, "138");
  expect_no_detail (book, &orphan, "799");
  g_assert_true (sheaf_account_insert (book, &loose, "131", NULL, NULL));
  test_refused (book, test_voucher (book, "2025-01-02", "1311", "558", 5, "", ""),
                SHEAF_LEDGER_ERROR_PARTY);
}

static gint64
open_detail (SheafBook  *book,
             const char *code,
             const char *parent,
             const char *role)
{
  SheafAccount detail = { .code = (char *) code, .name = (char *) code, .role = (char *) role };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_true (sheaf_account_insert (book, &detail, parent, &id, &error));
  g_assert_no_error (error);
  return id;
}

static void
expect_posting (SheafBook  *book,
                const char *role,
                const char *code)
{
  g_autoptr (GError) error = NULL;
  const SheafAccount *account = sheaf_chart_posting_account (sheaf_chart_get (book, NULL), role,
                                                             &error);

  if (code != NULL)
    g_assert_cmpstr (account->code, ==, code);
  else
    g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT);
  g_assert_cmpstr (sheaf_chart_by_role (sheaf_chart_get (book, NULL), role, NULL)->code, ==,
                   "1121"); /* the role stays with the whole */
}

/* The same from the book as from memory. */
static void
expect_posting_twice (SheafBook  *book,
                      const char *role,
                      const char *code)
{
  expect_posting (book, role, code);
  sheaf_book_refresh (book);
  expect_posting (book, role, code);
}

static void
test_role_goes_to_a_detail (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  const SheafChart *chart = sheaf_chart_get (book, NULL);
  g_autoptr (GError) error = NULL;

  expect_posting_twice (book, "bank", "1121");
  (void) open_detail (book, "11211", "1121", NULL); /* found by its code below */
  expect_posting_twice (book, "bank", NULL);
  chart = sheaf_chart_get (book, NULL);
  g_assert_true (
      sheaf_account_take_role (book, sheaf_chart_by_code (chart, "11211"), "bank", &error));
  expect_posting_twice (book, "bank", "11211");
  (void) open_detail (book, "11212", "1121", "bank"); /* likewise */
  expect_posting_twice (book, "bank", "11212");
  chart = sheaf_chart_get (book, NULL);
  g_assert_true (
      sheaf_account_take_role (book, sheaf_chart_by_code (chart, "11211"), "bank", &error));
  expect_posting_twice (book, "bank", "11211");
  chart = sheaf_chart_get (book, NULL);
  g_assert_false (
      sheaf_account_take_role (book, sheaf_chart_by_code (chart, "1111"), "bank", &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT);
  test_verify (book);
}

/* Whoever reads a chart while an account is inserted or an act undone goes on reading it. */
static void
test_chart_outlives_change (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  const SheafChart   *chart = sheaf_chart_get (book, NULL);
  const SheafAccount *parent = sheaf_chart_by_code (chart, "642");
  SheafAccount        detail = *parent;
  guint               count = sheaf_chart_count (chart);

  detail.code = (char *) "6421";
  {
    g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "x", NULL);

    g_assert_nonnull (act);
    g_assert_true (sheaf_account_insert (book, &detail, "642", NULL, NULL));
    g_assert_cmpuint (sheaf_chart_count (sheaf_chart_get (book, NULL)), ==, count + 1);
    g_assert_false (parent->postable);
  }
  g_assert_cmpstr (parent->code, ==, "642");
  g_assert_cmpuint (sheaf_chart_count (sheaf_chart_get (book, NULL)), ==, count);
  g_assert_true (sheaf_chart_by_code (sheaf_chart_get (book, NULL), "642")->postable);
  g_assert_true (sheaf_account_insert (book, &detail, "642", NULL, NULL));
  chart = sheaf_chart_get (book, NULL);
  for (guint i = 0; i + 1 < sheaf_chart_count (chart); i++)
    if (sheaf_chart_at (chart, i + 1)->type != SHEAF_ACCOUNT_OFF_BALANCE)
      g_assert_cmpstr (sheaf_chart_at (chart, i)->code, <, sheaf_chart_at (chart, i + 1)->code);
  g_assert_cmpuint (sheaf_chart_by_code (chart, "6421")->level, ==, 2);
  test_post (book, "2025-01-02", "6421", "1111", 5, "", "");
}

/* Somebody who reads beside a writer takes the accounts in that the writer opened. */
static void
test_reader_follows (void)
{
  g_autofree char    *folder = test_folder_new ();
  g_autofree char    *path = g_build_filename (folder, "b.sheaf", NULL);
  const SheafBookSpec spec = {
    .name = "HTX Mẫu", .year = 2025, .chart = "vn-tt71", .law = "vn-2023"
  };
  SheafActor        actor = test_actor (sheaf_date_new (2025, 12, 31));
  SheafBook        *writer = sheaf_book_create (path, &spec, &actor, sheaf_ledger_set_up, NULL);
  SheafBook        *reader = sheaf_book_open (path, SHEAF_BOOK_READ, &actor, NULL);
  const SheafChart *before = sheaf_chart_get (reader, NULL);

  g_assert_true (sheaf_book_follow (reader, NULL));
  g_assert_true (sheaf_chart_get (reader, NULL) == before); /* nothing was written */
  (void) open_detail (writer, "11211", "1121", NULL);
  g_assert_true (sheaf_setting_write (writer, "name", "HTX Mới", NULL));
  g_assert_null (sheaf_chart_by_code (sheaf_chart_get (reader, NULL), "11211"));
  g_assert_true (sheaf_book_follow (reader, NULL));
  g_assert_nonnull (sheaf_chart_by_code (sheaf_chart_get (reader, NULL), "11211"));
  g_assert_cmpstr (sheaf_book_name (reader), ==, "HTX Mới");
  g_assert_false (sheaf_chart_by_code (sheaf_chart_get (reader, NULL), "1121")->postable);
  before = sheaf_chart_get (writer, NULL);
  g_assert_true (sheaf_book_follow (writer, NULL));
  g_assert_true (sheaf_chart_get (writer, NULL) == before); /* what one wrote oneself is known */
  sheaf_book_free (reader);
  sheaf_book_free (writer);
  test_folder_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/112-accounts-51-of-level-1-8-off-balance", test_whole);
  g_test_add_func ("/chart/roles-name-accounts", test_roles);
  g_test_add_func ("/chart/accounts-of-other-charts-are-told-where-to-go", test_hints);
  g_test_add_func ("/chart/details-under-given-accounts", test_details);
  g_test_add_func ("/chart/detail-is-of-the-nature-of-its-account", test_detail_is_of_its_account);
  g_test_add_func ("/chart/role-goes-to-a-detail-that-people-name", test_role_goes_to_a_detail);
  g_test_add_func ("/chart/outlives-insertion-and-undoing", test_chart_outlives_change);
  g_test_add_func ("/chart/reader-follows-the-writer", test_reader_follows);
  return g_test_run ();
}
