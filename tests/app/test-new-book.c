/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new book by the dialog, empty and out of an older one. */
#include "old-book.h"
#include "window-fixture.h"

#include "app/carry-page.h"
#include "app/carry-question.h"
#include "app/home-currency.h"
#include "app/new-book-dialog.h"
#include "app/overview-figures.h"
#include "app/widgets/problem-list.h"
#include "helpers/book.h"
#include "ledger/chart-list.h"
#include "ledger/totals.h"

#include <string.h>

typedef struct
{
  char      *folder;
  char      *old;
  char      *path;
  GtkWidget *dialog;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  (void) data;
  fixture->folder = test_folder_new ();
  fixture->old = g_build_filename (fixture->folder, "old.sheaf", NULL);
  fixture->path = g_build_filename (fixture->folder, "new.sheaf", NULL);
  fixture->dialog = g_object_ref_sink (sheaf_new_book_dialog_new (NULL));
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  window_fixture_settle ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  g_object_unref (fixture->dialog);
  window_fixture_settle ();
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->old);
  g_free (fixture->path);
}

/* A named part of the dialog. */
static gpointer
part (Fixture    *fixture,
      const char *name)
{
  return gtk_widget_get_template_child (fixture->dialog, SHEAF_TYPE_NEW_BOOK_DIALOG, name);
}

static void
press (Fixture    *fixture,
       const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->dialog, action, NULL));
}

static gboolean
is_ready (gpointer dialog)
{
  return gtk_widget_get_sensitive (dialog);
}

static gboolean
is_carrying (gpointer stack)
{
  return g_str_equal (gtk_stack_get_visible_child_name (stack), "carry");
}

static gboolean
has_text (gpointer row)
{
  return *gtk_editable_get_text (row) != '\0';
}

static gint64
find_balance (SheafBook  *book,
              const char *code)
{
  const SheafAccount *account = sheaf_chart_by_code (sheaf_chart_get (book, NULL), code);
  g_autoptr (SheafTotals) totals = sheaf_totals_load (book, sheaf_book_first_day (book),
                                                      sheaf_book_first_day (book), NULL);

  return sheaf_totals_balance (totals, account->id).units;
}

static void
expect_balance (SheafBook  *book,
                const char *code,
                gint64      amount)
{
  g_assert_cmpint (find_balance (book, code), ==, amount);
}

/* The chart follows the year. */
static void
test_charts (Fixture      *fixture,
             gconstpointer data)
{
  AdwComboRow *chart = part (fixture, "chart_row");

  (void) data;
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (chart)), >=, 3);
  gtk_spin_button_set_value (part (fixture, "year_spin"), 2024);
  g_assert_cmpuint (adw_combo_row_get_selected (chart), ==, 1);
  gtk_spin_button_set_value (part (fixture, "year_spin"), 2026);
  g_assert_cmpuint (adw_combo_row_get_selected (chart), ==, 0);
  adw_combo_row_set_selected (chart, 2);
  gtk_spin_button_set_value (part (fixture, "year_spin"), 2020);
  g_assert_cmpuint (adw_combo_row_get_selected (chart), ==, 2); /* for any year */
}

static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  const SheafActor actor = test_actor (sheaf_date_new (2025, 1, 10));
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBook) book = NULL;

  (void) data;
  gtk_editable_set_text (part (fixture, "name_row"), "Coop");
  gtk_spin_button_set_value (part (fixture, "year_spin"), 2024);
  sheaf_new_book_dialog_make (SHEAF_NEW_BOOK_DIALOG (fixture->dialog), fixture->path);
  window_fixture_wait (is_ready, fixture->dialog);
  book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, &error);
  g_assert_no_error (error);
  g_assert_nonnull (sheaf_chart_by_code (sheaf_chart_get (book, NULL), "632"));
}

/* Windows show whole đồng: a book made in one opens in one. */
static void
test_every_chart_makes_a_book_that_opens (Fixture      *fixture,
                                          gconstpointer data)
{
  const SheafActor actor = test_actor (sheaf_date_new (2025, 1, 10));
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBook) book = NULL;

  (void) data;
  gtk_editable_set_text (part (fixture, "name_row"), "Coop");
  adw_combo_row_set_selected (part (fixture, "chart_row"), 2);
  sheaf_new_book_dialog_make (SHEAF_NEW_BOOK_DIALOG (fixture->dialog), fixture->path);
  window_fixture_wait (is_ready, fixture->dialog);
  book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, &error);
  g_assert_no_error (error);
  g_assert_true (sheaf_home_currency_check (book, &error));
}

/* The overview has figures in a book of every chart. */
static void
test_overview (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GPtrArray) charts = sheaf_chart_list (NULL);

  (void) data;
  (void) fixture;
  for (guint i = 0; i < charts->len; i++)
    {
      const SheafChartEntry *entry = charts->pdata[i];
      const SheafBookSpec    spec = {
           .name = "X", .year = 2024, .chart = entry->id, .law = entry->law
      };
      const SheafActor actor = test_actor (sheaf_date_new (2025, 1, 10));
      g_autoptr (GError) error = NULL;
      g_autoptr (SheafBook) book = NULL;
      const SheafAccount   *cash, *income;
      SheafVoucher         *voucher;
      SheafOverviewFigures *figures;
      int                   year = 2024;

      book = sheaf_book_create (":memory:", &spec, &actor, sheaf_ledger_set_up, &error);
      g_assert_no_error (error);
      cash = sheaf_chart_posting_account (sheaf_chart_get (book, NULL), "cash", NULL);
      income = sheaf_chart_posting_account (sheaf_chart_get (book, NULL), "other-income", NULL);
      voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, sheaf_date_new (2024, 3, 1), "x");
      (void) sheaf_voucher_add_row (voucher, cash->id, income->id, SHEAF_MONEY (700));
      g_assert_true (sheaf_voucher_post (book, voucher, NULL, &error));
      sheaf_voucher_free (voucher);
      figures = sheaf_overview_figures_job (book, &year, &error);
      g_assert_no_error (error);
      g_assert_cmpint (figures->cash.units, ==, 700);
      g_assert_cmpint (figures->result[SHEAF_SIDE_EXTERNAL].units, ==, 700);
      sheaf_overview_figures_free (figures);
    }
}

static void
test_carry (Fixture      *fixture,
            gconstpointer data)
{
  const SheafActor actor = test_actor (sheaf_date_new (2025, 1, 10));
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBook) book = NULL;
  SheafCarryPage *page = part (fixture, "carry_page");
  GtkWidget      *question;

  (void) data;
  old_book_make (fixture->old);
  sheaf_new_book_dialog_take_old (SHEAF_NEW_BOOK_DIALOG (fixture->dialog), fixture->old);
  window_fixture_wait (has_text, part (fixture, "name_row"));
  g_assert_cmpstr (gtk_editable_get_text (part (fixture, "name_row")), ==, "HTX Cũ & Mới");
  press (fixture, "new-book.create");
  window_fixture_wait (is_carrying, part (fixture, "stack"));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (part (fixture, "year_spin")), ==, 2025);
  g_assert_false (sheaf_carry_page_answer (page)); /* nobody has answered yet */
  question = window_fixture_find (GTK_WIDGET (page), SHEAF_TYPE_CARRY_QUESTION);
  g_assert_nonnull (question);
  sheaf_carry_question_choose (SHEAF_CARRY_QUESTION (question), 0, "");
  question = gtk_widget_get_next_sibling (question); /* 421 */
  sheaf_carry_question_choose (SHEAF_CARRY_QUESTION (question), 0, "");
  question = gtk_widget_get_next_sibling (question); /* 442 */
  sheaf_carry_question_choose (SHEAF_CARRY_QUESTION (question), 0, "");
  sheaf_carry_question_choose (SHEAF_CARRY_QUESTION (question), 2, "60tr");
  g_assert_true (sheaf_carry_page_answer (page));
  sheaf_new_book_dialog_make (SHEAF_NEW_BOOK_DIALOG (fixture->dialog), fixture->path);
  window_fixture_wait (is_ready, fixture->dialog);
  book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, &error);
  g_assert_no_error (error);
  expect_balance (book, "1111", 90000000);
  expect_balance (book, "2111", 110000000);
  expect_balance (book, "4421", -90000000);
  expect_balance (book, "4118", -60000000);
  expect_balance (book, "4211", -50000000);
}

int
main (int    argc,
      char **argv)
{
  (void) window_fixture_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/new-book/chart-follows-year", test_charts);
  ADD ("/new-book/empty", test_empty);
  ADD ("/new-book/every-chart-makes-a-book-that-opens", test_every_chart_makes_a_book_that_opens);
  ADD ("/new-book/overview-of-every-chart", test_overview);
  ADD ("/new-book/out-of-an-older-one", test_carry);
#undef ADD
  return g_test_run ();
}
