/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The year is closed, its income shared and posted by the core, as the meeting of the sample
 * decided. */
#include "payouts-fixture.h"

#include "app/format.h"
#include "app/payouts/made-dialog.h"
#include "app/widgets/entry-mark.h"
#include "distribution/posting.h"
#include "exchange/csv-import.h"
#include "exchange/sample-book.h"
#include "ledger/chart.h"
#include "ledger/closing.h"
#include "ledger/voucher.h"

#include <string.h>

#define YEAR 2025

static SheafDate today; /* of the tests that run */

/* Closes the year and shares it in the next one, in April. */
static void
share_year (SheafBook     *book,
            int            year,
            const char    *plan,
            SheafProblems *problems,
            GError       **error)
{
  const SheafMeeting meeting = { .resolution = "01", .date = sheaf_date_new (year + 1, 4, 16) };
  SheafClosingKeys   keys;

  (void) (sheaf_closing_keys_parse ("revenue", NULL, &keys, error) &&
          sheaf_closing_post (book, year, &keys, NULL, error) &&
          sheaf_plan_store (book, year, plan, -1, "plan.ini", problems, error) &&
          sheaf_plan_approve (book, year, &meeting, problems, error) &&
          sheaf_plan_post (book, year, sheaf_date_new (year + 1, 4, 17), NULL, error));
}

static SheafBook *
share_2025 (const char *path)
{
  const SheafActor actor = { .user = "x", .today = today };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *plan_path = sheaf_sample_file ("plan.ini");
  g_autofree char *cash_path = sheaf_sample_file ("vouchers-2026.csv");
  g_autofree char *plan = NULL;
  SheafBook       *book = sheaf_book_open (path, SHEAF_BOOK_WRITE, &actor, &error);

  g_assert_no_error (error);
  sheaf_format_set_today (today);
  (void) g_file_get_contents (plan_path, &plan, NULL, &error);
  g_assert_no_error (error);
  share_year (book, YEAR, plan, problems, &error);
  g_assert_no_error (error);
  (void) sheaf_import_file (book, "vouchers", cash_path, NULL, problems, NULL, &error);
  g_assert_no_error (error);
  return book;
}

static void
prepare (const char *path)
{
  g_autoptr (SheafBook) book = share_2025 (path);
}

/* What is sold is paid into the cash box, out of which all shares can be paid. */
static void
prepare_two_years (const char *path)
{
  static const char plan[] = "[plan]\nlaw=vn-2023\nrounding-unit=1000\n"
                             "[common-fund]\ninternal-rate=0.05\nexternal-rate=0.10\n"
                             "[internal]\nlabour=0.6\ncapital=0.4\n[external]\ncapital=1\n";
  g_autoptr (SheafBook) book = share_2025 (path);
  const SheafChart *chart = sheaf_chart_get (book, NULL);
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_new (SHEAF_VOUCHER_RECEIPT,
                                                        sheaf_date_new (2026, 6, 20), "Bán hàng");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  sheaf_voucher_add_row (voucher, sheaf_chart_by_code (chart, "1111")->id,
                         sheaf_chart_by_code (chart, "5111")->id, SHEAF_MONEY (400000000));
  (void) sheaf_voucher_post (book, voucher, NULL, &error);
  g_assert_no_error (error);
  share_year (book, YEAR + 1, plan, problems, &error);
  g_assert_no_error (error);
}

int
payouts_fixture_run (int    argc,
                     char **argv,
                     void (*add_tests) (void))
{
  today = sheaf_date_new (2026, 5, 4);
  return book_fixture_run_on (argc, argv, prepare, add_tests);
}

int
payouts_fixture_run_two_years (int    argc,
                               char **argv,
                               void (*add_tests) (void))
{
  today = sheaf_date_new (2027, 5, 4);
  return book_fixture_run_on (argc, argv, prepare_two_years, add_tests);
}

static GPtrArray *
read_standings (BookFixture *fixture)
{
  const SheafActor actor = { .user = "x", .today = today };
  g_autoptr (SheafBook) book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
  GPtrArray *standings = sheaf_payout_standing_list (book, YEAR, today, NULL);

  g_assert_nonnull (standings);
  return standings;
}

const SheafPayoutStanding *
payouts_fixture_standing (BookFixture *fixture,
                          const char  *code)
{
  static GPtrArray *standings;

  g_clear_pointer (&standings, g_ptr_array_unref);
  standings = read_standings (fixture);
  for (guint i = 0; i < standings->len; i++)
    if (strcmp (((SheafPayoutStanding *) standings->pdata[i])->code, code) == 0)
      return standings->pdata[i];
  g_error ("%s has no share", code);
}

guint
payouts_fixture_count (BookFixture     *fixture,
                       SheafPayoutState state)
{
  g_autoptr (GPtrArray) standings = read_standings (fixture);
  guint found = 0;

  for (guint i = 0; i < standings->len; i++)
    found += ((SheafPayoutStanding *) standings->pdata[i])->state == state;
  return found;
}

static gboolean
is_read (gpointer page)
{
  return gtk_widget_get_visible (book_fixture_part (page, "foot"));
}

GtkWidget *
payouts_fixture_go (BookFixture *fixture,
                    const char  *detail)
{
  GtkWidget *page = book_fixture_go (fixture, "payouts", detail);

  window_fixture_wait (is_read, page);
  window_fixture_settle ();
  return page;
}

GListModel *
payouts_fixture_rows (GtkWidget  *page,
                      const char *view)
{
  return G_LIST_MODEL (gtk_column_view_get_model (book_fixture_part (page, view)));
}

guint
payouts_fixture_count_rows (GtkWidget  *page,
                            const char *view)
{
  return g_list_model_get_n_items (payouts_fixture_rows (page, view));
}

gboolean
payouts_fixture_is_dialog_there (gpointer fixture)
{
  return book_fixture_find_dialog (fixture) != NULL;
}

GtkWidget *
payouts_fixture_open_act (BookFixture *fixture,
                          GtkWidget   *page,
                          const char  *action)
{
  book_fixture_act (page, action);
  window_fixture_wait (payouts_fixture_is_dialog_there, fixture);
  window_fixture_settle ();
  return book_fixture_find_dialog (fixture);
}

/* The dialog's preview was looked at after the last change: the act can be done, or not. */
static gboolean
was_looked_at (GtkWidget *dialog)
{
  g_autofree char *busy = gtk_test_accessible_check_state (book_fixture_part (dialog, "preview"),
                                                           GTK_ACCESSIBLE_STATE_BUSY, FALSE);

  return busy == NULL;
}

gboolean
payouts_fixture_can_pay (gpointer dialog)
{
  return gtk_widget_is_sensitive (book_fixture_part (dialog, "pay_button"));
}

gpointer
payouts_fixture_preview_part (GtkWidget  *dialog,
                              const char *name)
{
  return book_fixture_part (book_fixture_part (dialog, "preview"), name);
}

gboolean
payouts_fixture_is_refused (gpointer dialog)
{
  return gtk_widget_get_visible (payouts_fixture_preview_part (dialog, "problems")) &&
         was_looked_at (dialog) && !payouts_fixture_can_pay (dialog);
}

gboolean
payouts_fixture_is_marked (gpointer entry)
{
  return sheaf_entry_is_marked (entry);
}

GtkWidget *
payouts_fixture_propose (BookFixture *fixture,
                         GtkWidget   *page,
                         guint        way)
{
  GtkWidget *dialog = payouts_fixture_open_act (fixture, page, "payouts.new");

  g_assert_true (SHEAF_IS_LIST_DIALOG (dialog));
  gtk_drop_down_set_selected (book_fixture_part (dialog, "way_list"), way);
  return dialog;
}

static gboolean
is_made (gpointer fixture)
{
  return SHEAF_IS_MADE_DIALOG (book_fixture_find_dialog (fixture));
}

/* Makes the list, and closes the window that offers the papers. */
void
payouts_fixture_pay (BookFixture *fixture,
                     GtkWidget   *dialog)
{
  window_fixture_settle ();
  window_fixture_wait (payouts_fixture_can_pay, dialog);
  book_fixture_act (dialog, "list.pay");
  window_fixture_wait (is_made, fixture);
  gtk_window_close (GTK_WINDOW (book_fixture_find_dialog (fixture)));
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  window_fixture_settle ();
}
