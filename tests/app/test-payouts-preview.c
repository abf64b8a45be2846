/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the dialog for a new list shows is what is paid: debts set off, shares of earlier years paid
 * along. */
#include "payouts-fixture.h"

#include "app/format.h"
#include "app/models/list-row.h"
#include "payouts/batch.h"

typedef struct
{
  guint      lines;
  SheafMoney gross, tax, set_off, net;
} Sums;

static void
add_line (Sums                  *sums,
          const SheafPayoutLine *line)
{
  sums->lines++;
  sums->gross = sheaf_money_add (sums->gross, line->gross);
  sums->tax = sheaf_money_add (sums->tax, line->tax);
  sums->set_off = sheaf_money_add (sums->set_off, line->set_off);
  sums->net = sheaf_money_add (sums->net, line->net);
}

/* The lines that are shown of a year; 0: of all. */
static Sums
read_shown (GtkWidget *dialog,
            int        year)
{
  GtkColumnView *view = payouts_fixture_preview_part (dialog, "line_view");
  GListModel    *rows = G_LIST_MODEL (gtk_column_view_get_model (view));
  Sums           sums = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SheafListRow) row = g_list_model_get_item (rows, i);
      const SheafPayoutLine *line = sheaf_list_row_get_record (row);

      if (year == 0 || line->year == year)
        add_line (&sums, line);
    }
  return sums;
}

/* The members of whose share something is set off, as they are typed. Free with g_free. */
static char *
list_debtors (GtkWidget *dialog)
{
  GtkColumnView *view = payouts_fixture_preview_part (dialog, "line_view");
  GListModel    *rows = G_LIST_MODEL (gtk_column_view_get_model (view));
  GString       *codes = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SheafListRow) row = g_list_model_get_item (rows, i);
      const SheafPayoutLine *line = sheaf_list_row_get_record (row);

      if (line->set_off.units != 0)
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", line->code);
    }
  return g_string_free (codes, FALSE);
}

/* What the book's first list has of a year; 0: of all. */
static Sums
read_paid (BookFixture *fixture,
           int          year)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2027, 5, 4) };
  g_autoptr (SheafBook) book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafPayoutBatch) batch = sheaf_payout_load (book, 1, &error);
  Sums sums = { 0 };

  g_assert_no_error (error);
  for (guint i = 0; i < batch->lines->len; i++)
    {
      const SheafPayoutLine *line = batch->lines->pdata[i];

      if (year == 0 || line->year == year)
        add_line (&sums, line);
    }
  return sums;
}

static void
assert_same (const Sums *shown,
             const Sums *paid)
{
  g_assert_cmpuint (shown->lines, ==, paid->lines);
  g_assert_cmpint (shown->gross.units, ==, paid->gross.units);
  g_assert_cmpint (shown->tax.units, ==, paid->tax.units);
  g_assert_cmpint (shown->set_off.units, ==, paid->set_off.units);
  g_assert_cmpint (shown->net.units, ==, paid->net.units);
}

static void
assert_figure (GtkWidget  *dialog,
               const char *name,
               SheafMoney  money)
{
  g_autofree char *figure = sheaf_format_figure (money);

  g_assert_cmpstr (gtk_label_get_text (payouts_fixture_preview_part (dialog, name)), ==, figure);
}

/* The sums above the lines are those of the lines. */
static void
assert_figures (GtkWidget  *dialog,
                const Sums *sums)
{
  assert_figure (dialog, "gross", sums->gross);
  assert_figure (dialog, "tax", sums->tax);
  assert_figure (dialog, "set_off", sums->set_off);
  assert_figure (dialog, "net", sums->net);
}

static void
check (GtkWidget  *dialog,
       const char *name,
       gboolean    active)
{
  gtk_check_button_set_active (book_fixture_part (dialog, name), active);
  window_fixture_wait (payouts_fixture_can_pay, dialog);
}

static void
test_debts_are_set_off (BookFixture  *fixture,
                        gconstpointer data)
{
  GtkWidget       *page = payouts_fixture_go (fixture, "");
  GtkWidget       *dialog = payouts_fixture_propose (fixture, page, SHEAF_LIST_CASH);
  Sums             without, with, kept, paid;
  g_autofree char *debtors = NULL;

  (void) data;
  window_fixture_wait (payouts_fixture_can_pay, dialog);
  without = read_shown (dialog, 0);
  g_assert_cmpint (without.set_off.units, ==, 0);
  g_assert_false (gtk_widget_is_sensitive (book_fixture_part (dialog, "keep_entry")));
  check (dialog, "set_off_check", TRUE);
  with = read_shown (dialog, 0);
  assert_figures (dialog, &with);
  g_assert_cmpint (with.set_off.units, >, 0);
  g_assert_cmpint (with.gross.units, ==, without.gross.units);
  g_assert_cmpint (with.net.units, ==, without.net.units - with.set_off.units);
  /* Whose debts are left alone gets all the money. */
  debtors = list_debtors (dialog);
  book_fixture_type (dialog, "keep_entry", debtors);
  window_fixture_wait (payouts_fixture_can_pay, dialog);
  kept = read_shown (dialog, 0);
  assert_same (&kept, &without);
  assert_figures (dialog, &without);
  book_fixture_type (dialog, "keep_entry", "");
  payouts_fixture_pay (fixture, dialog);
  paid = read_paid (fixture, 0);
  assert_same (&with, &paid);
}

static void
test_earlier_years_are_paid_along (BookFixture  *fixture,
                                   gconstpointer data)
{
  GtkWidget *page = payouts_fixture_go (fixture, "");
  GtkWidget *dialog = payouts_fixture_propose (fixture, page, SHEAF_LIST_CASH);
  Sums       alone, earlier, latest, both, paid;

  (void) data;
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Pay the Shares of 2026");
  window_fixture_wait (payouts_fixture_can_pay, dialog);
  alone = read_shown (dialog, 2026);
  earlier = read_shown (dialog, 2025);
  g_assert_cmpuint (alone.lines, >, 0);
  g_assert_cmpuint (earlier.lines, ==, 0);
  assert_figures (dialog, &alone);
  check (dialog, "earlier_check", TRUE);
  latest = read_shown (dialog, 2026);
  assert_same (&latest, &alone);
  earlier = read_shown (dialog, 2025);
  g_assert_cmpuint (earlier.lines, ==, payouts_fixture_count (fixture, SHEAF_PAYOUT_TO_PAY));
  both = read_shown (dialog, 0);
  assert_figures (dialog, &both);
  payouts_fixture_pay (fixture, dialog);
  paid = read_paid (fixture, 0);
  assert_same (&both, &paid);
  paid = read_paid (fixture, 2025);
  assert_same (&earlier, &paid);
  g_assert_cmpuint (payouts_fixture_count (fixture, SHEAF_PAYOUT_PAID), ==, earlier.lines);
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/payouts-preview/debts-set-off-are-shown-and-paid", test_debts_are_set_off);
  BOOK_FIXTURE_ADD ("/payouts-preview/earlier-years-are-shown-and-paid-along",
                    test_earlier_years_are_paid_along);
}

int
main (int    argc,
      char **argv)
{
  return payouts_fixture_run_two_years (argc, argv, add_tests);
}
