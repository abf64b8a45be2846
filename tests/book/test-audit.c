/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audit trail. */
#include "book/audit.h"

#include "book/act.h"
#include "book/setting.h"
#include "book/verify.h"
#include "helpers/book.h"

#include <string.h>

static const SheafBookSpec spec = { .name = "HTX Mẫu", .year = 2025, .chart = "c", .law = "l" };

static SheafBook *
new_book (void)
{
  SheafActor actor = test_actor (sheaf_date_new (2025, 1, 1));
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_create (":memory:", &spec, &actor, NULL, &error);

  g_assert_no_error (error);
  return book;
}

static guint
count_problems (SheafBook *book)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_audit_check (book, problems, &error));
  g_assert_no_error (error);
  return problems->errors;
}

static gint64
count_acts (SheafBook *book)
{
  gint64 n = -1;

  g_assert_true (sheaf_store_get_int (sheaf_book_store (book), "SELECT count(*) FROM audit",
                                      SHEAF_NO_ARGS, &n, NULL));
  return n;
}

static void
test_nested_acts_are_one_entry (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autofree char *before = sheaf_audit_head (book);
  g_autofree char *after = NULL;

  {
    g_autoptr (SheafAct) act = sheaf_act_begin (book, "settings", "two at once", NULL);

    g_assert_true (sheaf_setting_write (book, "a", "1", NULL));
    {
      g_autoptr (SheafAct) inner = sheaf_act_begin (book, "inner", "given up", NULL);

      g_assert_true (sheaf_setting_write (book, "b", "2", NULL));
      g_assert_nonnull (inner);
    }
    g_assert_true (sheaf_act_commit (act, NULL));
  }
  g_assert_cmpint (count_acts (book), ==, 2);
  after = sheaf_audit_head (book);
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpuint (strlen (after), ==, 64);
  g_assert_null (sheaf_setting_find (book, "b"));
  g_assert_cmpuint (count_problems (book), ==, 0);
}

static void
test_refused_act_leaves_no_entry (void)
{
  g_autoptr (SheafBook) book = new_book ();

  {
    g_autoptr (SheafAct) act = sheaf_act_begin (book, "settings", "given up", NULL);

    g_assert_true (sheaf_setting_write (book, "a", "1", NULL));
    g_assert_nonnull (act);
  }
  {
    g_autoptr (SheafAct) act = sheaf_act_begin (book, "nothing", "nothing written", NULL);

    g_assert_true (sheaf_act_commit (act, NULL));
  }
  g_assert_cmpint (count_acts (book), ==, 1);
  g_assert_true (sheaf_setting_write (book, "a", "2", NULL));
  g_assert_cmpint (count_acts (book), ==, 2);
  g_assert_cmpuint (count_problems (book), ==, 0);
}

static gboolean
warn_of_settings (SheafBook *book,
                  GError   **error)
{
  (void) error;
  sheaf_act_warn (book, "the settings were written");
  return TRUE;
}

static void
count_told (const char *text,
            gpointer    data)
{
  g_assert_cmpstr (text, ==, "the settings were written");
  ++*(guint *) data;
}

/* Asked and given up, asked and done, asked and written on: what was asked about is not told. */
static void
test_warnings_can_be_asked_about_before (void)
{
  g_autoptr (SheafBook) book = new_book ();
  guint told = 0;

  sheaf_book_on_warning (book, count_told, &told);
  for (guint turn = 0; turn < 3; turn++)
    {
      g_autoptr (SheafAct) act = sheaf_act_begin (book, "settings", "asked about", NULL);
      g_autoptr (GPtrArray) warnings = NULL;

      g_assert_true (sheaf_setting_write (book, "a", turn == 0 ? "1" : "2", NULL));
      sheaf_act_at_end (book, warn_of_settings);
      warnings = sheaf_act_ask (act, NULL);
      g_assert_cmpuint (warnings->len, ==, 1);
      g_assert_cmpstr (warnings->pdata[0], ==, "the settings were written");
      if (turn == 0)
        continue;
      if (turn == 2)
        {
          g_assert_true (sheaf_setting_write (book, "b", "3", NULL));
          sheaf_act_at_end (book, warn_of_settings);
        }
      g_assert_true (sheaf_act_commit (act, NULL));
      g_assert_cmpuint (told, ==, 0);
    }
  g_assert_cmpuint (told, ==, 1); /* what was written after asking */
  g_assert_cmpint (count_acts (book), ==, 3);
  g_assert_cmpuint (count_problems (book), ==, 0);
}

static void
tamper (SheafBook  *book,
        const char *sql)
{
  g_assert_true (sheaf_store_script (sheaf_book_store (book), sql, NULL));
}

static void
test_changed_row_is_named (void)
{
  g_autoptr (SheafBook) book = new_book ();

  g_assert_true (sheaf_setting_write (book, "a", "1", NULL));
  tamper (book, "DROP TRIGGER setting_unchanged; UPDATE setting SET value = '9' WHERE key = 'a'");
  g_assert_cmpuint (count_problems (book), ==, 1);
}

static void
test_removed_row_is_named (void)
{
  g_autoptr (SheafBook) book = new_book ();

  g_assert_true (sheaf_setting_write (book, "a", "1", NULL));
  tamper (book, "DROP TRIGGER setting_kept; DELETE FROM setting WHERE key = 'a'");
  g_assert_cmpuint (count_problems (book), ==, 1);
}

static void
test_changed_entry_is_named (void)
{
  g_autoptr (SheafBook) book = new_book ();

  g_assert_true (sheaf_setting_write (book, "a", "1", NULL));
  tamper (book, "DROP TRIGGER audit_sealed; UPDATE audit SET user = 'somebody else' WHERE id = 1");
  g_assert_cmpuint (count_problems (book), ==, 1);
}

static void
test_rows_without_entry_are_named (void)
{
  g_autoptr (SheafBook) book = new_book ();

  tamper (book, "DROP TRIGGER setting_sealed; PRAGMA foreign_keys = OFF;"
                "INSERT INTO setting (key, value, act_id) VALUES ('x', 'y', 77)");
  g_assert_cmpuint (count_problems (book), ==, 1);
}

/* A value that looks like the next column is not taken for it. */
static void
test_values_cannot_pass_for_columns (void)
{
  g_autoptr (SheafBook) book = new_book ();

  g_assert_true (sheaf_setting_write (book, "a", "1\x1fvalue=2", NULL));
  g_assert_cmpuint (count_problems (book), ==, 0);
  g_assert_true (sheaf_store_script (
      sheaf_book_store (book),
      "DROP TRIGGER setting_unchanged; UPDATE setting SET key = 'a' || char (31) || 'value=1',"
      " value = '2' WHERE key = 'a'",
      NULL));
  g_assert_cmpuint (count_problems (book), ==, 1);
}

/* A rule taken away, changed or added is found even when it is not used. */
static void
test_rules_are_in_place (void)
{
  static const char *const changes[] = {
    "DROP TRIGGER setting_unchanged",
    "DROP TRIGGER setting_kept; CREATE TRIGGER setting_kept BEFORE DELETE ON setting BEGIN SELECT "
    "1; END",
    "DROP INDEX setting_key",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'amount > 0', "
    "'amount "
    "> -1') WHERE name = 'payout_line'",
    "CREATE TRIGGER mine AFTER INSERT ON setting BEGIN SELECT 1; END",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (SheafBook) book = new_book ();
      g_autoptr (SheafProblems) problems = sheaf_problems_new ();

      test_book_verify (book);
      g_assert_true (sheaf_store_script (sheaf_book_store (book), changes[i], NULL));
      for (const SheafCheck *check = sheaf_book_checks; check->name != NULL; check++)
        g_assert_true (check->run (book, problems, NULL));
      g_assert_cmpuint (problems->errors, ==, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audit/nested-acts-are-one-entry", test_nested_acts_are_one_entry);
  g_test_add_func ("/audit/refused-act-leaves-no-entry", test_refused_act_leaves_no_entry);
  g_test_add_func ("/audit/warnings-can-be-asked-about-before",
                   test_warnings_can_be_asked_about_before);
  g_test_add_func ("/audit/changed-row-is-named", test_changed_row_is_named);
  g_test_add_func ("/audit/removed-row-is-named", test_removed_row_is_named);
  g_test_add_func ("/audit/changed-entry-is-named", test_changed_entry_is_named);
  g_test_add_func ("/audit/rows-without-entry-are-named", test_rows_without_entry_are_named);
  g_test_add_func ("/audit/values-cannot-pass-for-columns", test_values_cannot_pass_for_columns);
  g_test_add_func ("/audit/rules-of-the-database-are-in-place", test_rules_are_in_place);
  return g_test_run ();
}
