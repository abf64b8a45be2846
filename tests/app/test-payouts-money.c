/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares paid in two instalments: codes and questions name one payment's money, of the list that it
 * is on, and never what was paid before. */
#include "payouts-fixture.h"

#include "app/act-dialog.h"
#include "app/format.h"
#include "app/models/list-row.h"
#include "app/payouts/payouts-table.h"
#include "app/payouts/result-dialog.h"
#include "app/widgets/qr-view.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define MEMBER "TV001" /* has a bank account */

/* Puts the member alone on a list, up to a part of the share. */
static void
pay (BookFixture *fixture,
     GtkWidget   *page,
     SheafListWay way,
     const char  *part)
{
  GtkWidget *dialog = payouts_fixture_propose (fixture, page, way);

  book_fixture_type (dialog, "only_entry", MEMBER);
  book_fixture_type (dialog, "part_entry", part);
  payouts_fixture_pay (fixture, dialog);
}

static gint64
paid_in_money (BookFixture *fixture)
{
  return payouts_fixture_standing (fixture, MEMBER)->money.units;
}

static gboolean
is_paid (gpointer fixture)
{
  return payouts_fixture_standing (fixture, MEMBER)->ordered.units == 0;
}

static gboolean
is_bounced (gpointer fixture)
{
  return payouts_fixture_standing (fixture, MEMBER)->state == SHEAF_PAYOUT_BOUNCED;
}

static gboolean
is_unclaimed (gpointer fixture)
{
  return payouts_fixture_standing (fixture, MEMBER)->state == SHEAF_PAYOUT_UNCLAIMED;
}

static gboolean
can_apply (gpointer dialog)
{
  return gtk_widget_is_sensitive (book_fixture_part (dialog, "apply_button"));
}

/* The bank says that it paid the amount. */
static void
confirm (BookFixture *fixture,
         GtkWidget   *page,
         gint64       amount)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  GtkWidget       *dialog;
  int              file = g_file_open_tmp ("sheaf_answer_XXXXXX.csv", &path, NULL);

  g_assert_cmpint (file, >=, 0);
  (void) close (file);
  text = g_strdup_printf ("account_no,amount,description,status,reason\n"
                          ",%" G_GINT64_FORMAT ",CHIA THU NHAP HTX 2025 " MEMBER ",paid,\n",
                          amount);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  dialog = payouts_fixture_open_act (fixture, page, "payouts.result");
  sheaf_result_dialog_set_path (SHEAF_RESULT_DIALOG (dialog), path);
  window_fixture_wait (can_apply, dialog);
  book_fixture_act (dialog, "result.apply");
  window_fixture_wait (is_paid, fixture);
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  window_fixture_settle ();
  (void) g_remove (path);
}

/* Selects the member in the list of members. */
static void
choose (GtkWidget *page)
{
  GListModel *rows = payouts_fixture_rows (page, "payee_view");

  gtk_stack_set_visible_child_name (book_fixture_part (page, "views"), "members");
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SheafListRow) row = g_list_model_get_item (rows, i);
      const SheafPayeeRow *payee = sheaf_list_row_get_record (row);

      if (strcmp (payee->standing->code, MEMBER) == 0)
        gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (rows), i);
    }
  window_fixture_settle ();
}

/* The history comes with the code: then it is known whether there is one. */
static gboolean
is_read (gpointer card)
{
  return gtk_widget_get_visible (book_fixture_part (card, "history"));
}

/* Expects the card's code to be of the amount; 0: there is none. */
static void
assert_code (BookFixture *fixture,
             GtkWidget   *page,
             gint64       amount)
{
  GtkWidget *dialog = payouts_fixture_open_act (fixture, page, "payouts.card");
  GtkWidget *card = window_fixture_find (dialog, g_type_from_name ("SheafPayeeCard"));
  GtkWidget *code = book_fixture_part (card, "qr");

  window_fixture_wait (is_read, card);
  g_assert_cmpint (gtk_widget_get_visible (code), ==, amount > 0);
  if (amount > 0)
    {
      g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, amount);
      g_autofree char *object = g_strdup_printf ("530370454%02u%s5802VN",
                                                 (guint) strlen (digits), digits);

      g_assert_nonnull (strstr (sheaf_qr_view_get_text (SHEAF_QR_VIEW (code)), object));
    }
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
}

static void
test_a_code_is_of_what_waits (BookFixture  *fixture,
                              gconstpointer data)
{
  GtkWidget *page = payouts_fixture_go (fixture, "");
  gint64     first, second;

  (void) data;
  pay (fixture, page, SHEAF_LIST_BANK, "50");
  first = paid_in_money (fixture);
  assert_code (fixture, page, first);
  confirm (fixture, page, first);
  /* A code would pay again what the bank has paid. */
  assert_code (fixture, page, 0);
  choose (page);
  assert_code (fixture, page, 0);
  pay (fixture, page, SHEAF_LIST_BANK, "");
  second = paid_in_money (fixture) - first;
  g_assert_cmpint (second, >, 0);
  assert_code (fixture, page, second);
  choose (page);
  assert_code (fixture, page, second);
}

static void
test_what_is_paid_in_cash_has_no_code (BookFixture  *fixture,
                                       gconstpointer data)
{
  GtkWidget *page = payouts_fixture_go (fixture, "");

  (void) data;
  pay (fixture, page, SHEAF_LIST_CASH, "");
  assert_code (fixture, page, 0);
  choose (page);
  assert_code (fixture, page, 0);
}

/* Expects the question of the act at hand to name the amount, and enters the return. */
static void
enter_return (BookFixture *fixture,
              GtkWidget   *page,
              const char  *question,
              gint64       amount)
{
  GtkWidget       *dialog = payouts_fixture_open_act (fixture, page, "payouts.return");
  g_autofree char *sum = sheaf_format_money_unit (SHEAF_MONEY (amount));
  g_autofree char *words = g_strdup_printf (", %s:", sum);

  g_assert_true (SHEAF_IS_ACT_DIALOG (dialog));
  g_assert_true (book_fixture_says (dialog, question));
  g_assert_true (book_fixture_says (dialog, words));
  book_fixture_type (dialog, "text_entry", "đi vắng");
  book_fixture_answer (dialog, "accept");
}

static void
test_a_return_names_the_lists_money (BookFixture  *fixture,
                                     gconstpointer data)
{
  GtkWidget *page = payouts_fixture_go (fixture, "");
  gint64     first, second;

  (void) data;
  pay (fixture, page, SHEAF_LIST_CASH, "50");
  first = paid_in_money (fixture);
  pay (fixture, page, SHEAF_LIST_CASH, "");
  second = paid_in_money (fixture) - first;
  choose (page);
  enter_return (fixture, page, "The member did not come?", second);
  window_fixture_wait (is_unclaimed, fixture);
  g_assert_cmpint (payouts_fixture_standing (fixture, MEMBER)->returned.units, ==, second);
  g_assert_cmpint (paid_in_money (fixture), ==, first);
}

/* The row says "ordered" of the older list, though a later one paid the rest in cash. */
static void
test_a_return_is_of_the_list_in_the_state_shown (BookFixture  *fixture,
                                                 gconstpointer data)
{
  GtkWidget *page = payouts_fixture_go (fixture, "");
  gint64     first;

  (void) data;
  pay (fixture, page, SHEAF_LIST_BANK, "50");
  first = paid_in_money (fixture);
  pay (fixture, page, SHEAF_LIST_CASH, "");
  g_assert_cmpint (payouts_fixture_standing (fixture, MEMBER)->state, ==, SHEAF_PAYOUT_ORDERED);
  choose (page);
  assert_code (fixture, page, first);
  enter_return (fixture, page, "The bank returned the money?", first);
  window_fixture_wait (is_bounced, fixture);
  g_assert_cmpint (payouts_fixture_standing (fixture, MEMBER)->returned.units, ==, first);
}

/* Of a list, "paid in money" is what stands: what came back is with the co-op. */
static void
test_a_lists_money_is_what_stands (BookFixture  *fixture,
                                   gconstpointer data)
{
  GtkWidget *page = payouts_fixture_go (fixture, "");
  g_autoptr (SheafListRow) row = NULL;
  const SheafPaymentList *list;

  (void) data;
  pay (fixture, page, SHEAF_LIST_CASH, "");
  choose (page);
  enter_return (fixture, page, "The member did not come?", paid_in_money (fixture));
  window_fixture_wait (is_unclaimed, fixture);
  window_fixture_settle ();
  row = g_list_model_get_item (payouts_fixture_rows (page, "list_view"), 0);
  list = sheaf_list_row_get_record (row);
  g_assert_cmpint (list->returned, ==, 1);
  g_assert_cmpint (list->net.units, ==, 0);
  g_assert_cmpint (list->gross.units, >, 0);
  g_assert_cmpint (list->back.units, >, 0);
  g_assert_cmpint (list->gross.units, ==,
                   list->tax.units + list->set_off.units + list->back.units + list->net.units);
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/payouts/a-code-is-of-what-waits-for-the-bank", test_a_code_is_of_what_waits);
  BOOK_FIXTURE_ADD ("/payouts/what-is-paid-in-cash-has-no-code",
                    test_what_is_paid_in_cash_has_no_code);
  BOOK_FIXTURE_ADD ("/payouts/a-return-names-the-lists-money",
                    test_a_return_names_the_lists_money);
  BOOK_FIXTURE_ADD ("/payouts/a-return-is-of-the-list-in-the-state-shown",
                    test_a_return_is_of_the_list_in_the_state_shown);
  BOOK_FIXTURE_ADD ("/payouts/a-lists-money-is-what-stands", test_a_lists_money_is_what_stands);
}

int
main (int    argc,
      char **argv)
{
  return payouts_fixture_run (argc, argv, add_tests);
}
