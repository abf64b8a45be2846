/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Debts confirmed in a window: letters, answers, differences, papers, and what is refused. */
#include "book-fixture.h"

#include "app/control/answer-dialog.h"
#include "app/control/difference-dialog.h"
#include "app/documents/paper-dialog.h"
#include "app/widgets/amount-entry.h"
#include "app/widgets/date-entry.h"
#include "book/book.h"
#include "ledger/chart.h"
#include "ledger/confirmation-sheet.h"
#include "ledger/totals.h"

#define DAY sheaf_date_new (2025, 12, 31)

static SheafBook *
open_book (BookFixture *fixture)
{
  const SheafActor actor = { .user = "x", .today = DAY };

  return sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
}

static SheafConfirmationCount
read_count (BookFixture *fixture)
{
  g_autoptr (SheafBook) book = open_book (fixture);
  g_autoptr (GPtrArray) sheet = sheaf_confirmation_sheet (book, 0, DAY, NULL);
  SheafConfirmationCount count;

  sheaf_confirmation_count (sheet, &count);
  return count;
}

/* How many lines are in a state. */
static guint
count_state (BookFixture           *fixture,
             SheafConfirmationState state)
{
  g_autoptr (SheafBook) book = open_book (fixture);
  g_autoptr (GPtrArray) sheet = sheaf_confirmation_sheet (book, 0, DAY, NULL);
  guint found = 0;

  for (guint i = 0; i < sheet->len; i++)
    found += ((SheafConfirmationLine *) sheet->pdata[i])->state == state;
  return found;
}

static GListModel *
rows_of (GtkWidget *page)
{
  return G_LIST_MODEL (gtk_column_view_get_model (book_fixture_part (page, "view")));
}

static gboolean
has_rows (gpointer page)
{
  return g_list_model_get_n_items (rows_of (page)) > 0;
}

static gboolean
has_no_rows (gpointer page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (book_fixture_part (page, "stack")),
                    "empty") == 0;
}

static gboolean
is_all_made (gpointer fixture)
{
  SheafConfirmationCount count = read_count (fixture);

  return count.lines > 0 && count.asked == count.lines;
}

static gboolean
is_all_sent (gpointer fixture)
{
  SheafConfirmationCount count = read_count (fixture);

  return count.lines > 0 && count.sent == count.lines;
}

static gboolean
is_one_answered (gpointer fixture)
{
  return read_count (fixture).answered == 1;
}

static gboolean
is_none_answered (gpointer fixture)
{
  return read_count (fixture).answered == 0;
}

static gboolean
is_posted (gpointer fixture)
{
  return count_state (fixture, SHEAF_CONFIRMATION_POSTED) == 1;
}

static gboolean
is_not_posted (gpointer fixture)
{
  return count_state (fixture, SHEAF_CONFIRMATION_POSTED) == 0;
}

static GtkWidget *
go_to_page (BookFixture *fixture)
{
  GtkWidget *page = book_fixture_go (fixture, "confirmations", "");

  window_fixture_wait (has_rows, page);
  window_fixture_settle ();
  return page;
}

static GtkWidget *
open_act (BookFixture *fixture,
          GtkWidget   *page,
          const char  *action)
{
  GtkWidget *dialog;

  book_fixture_act (page, action);
  window_fixture_settle ();
  dialog = book_fixture_find_dialog (fixture);
  g_assert_nonnull (dialog);
  return dialog;
}

/* The first row's party says so much, debts being told by the amount alone. */
static void
note_answer (BookFixture *fixture,
             GtkWidget   *page,
             const char  *amount)
{
  GtkWidget *dialog = open_act (fixture, page, "confirm.answer");

  g_assert_true (SHEAF_IS_ANSWER_DIALOG (dialog));
  book_fixture_type (dialog, "amount_entry", amount);
  book_fixture_type (dialog, "note_row", "Theo biên bản");
  book_fixture_act (dialog, "answer.save");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  window_fixture_settle ();
}

static gint64
first_balance (BookFixture *fixture)
{
  g_autoptr (SheafBook) book = open_book (fixture);
  g_autoptr (GPtrArray) sheet = sheaf_confirmation_sheet (book, 0, DAY, NULL);

  return ((SheafConfirmationLine *) sheet->pdata[0])->balance.units;
}

static void
note_less (BookFixture *fixture,
           GtkWidget   *page,
           gint64       less)
{
  g_autofree char *amount = g_strdup_printf ("%" G_GINT64_FORMAT, first_balance (fixture) - less);

  note_answer (fixture, page, amount);
  window_fixture_wait (is_one_answered, fixture);
  window_fixture_settle ();
}

static void
test_letters_are_made_and_sent (BookFixture  *fixture,
                                gconstpointer data)
{
  GtkWidget *page = go_to_page (fixture);
  GtkWidget *dialog;

  (void) data;
  g_assert_true (book_fixture_says (page, "letters 0"));
  book_fixture_act (page, "confirm.make");
  window_fixture_wait (is_all_made, fixture);
  window_fixture_settle ();
  dialog = open_act (fixture, page, "confirm.send");
  book_fixture_answer (dialog, "accept");
  window_fixture_wait (is_all_sent, fixture);
  window_fixture_settle ();
}

static void
test_a_day_before_the_balance_is_refused (BookFixture  *fixture,
                                          gconstpointer data)
{
  GtkWidget *page = go_to_page (fixture);
  GtkWidget *dialog;

  (void) data;
  book_fixture_act (page, "confirm.make");
  window_fixture_wait (is_all_made, fixture);
  window_fixture_settle ();
  dialog = open_act (fixture, page, "confirm.send");
  book_fixture_type (dialog, "date_entry", "30/12/2025");
  book_fixture_answer (dialog, "accept");
  window_fixture_settle ();
  dialog = book_fixture_find_dialog (fixture);
  g_assert_nonnull (dialog);
  g_assert_true (book_fixture_says (dialog, "give a later day"));
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_cmpuint (read_count (fixture).sent, ==, 0);
}

static gboolean
says_entry (gpointer dialog)
{
  return book_fixture_says (dialog, "Debit 138");
}

static gboolean
is_view_focused (gpointer page)
{
  GtkWidget *view = book_fixture_part (page, "view");
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (page));

  return focus != NULL && gtk_widget_is_ancestor (focus, view);
}

/* The rows are read anew after each act: the next key is still for the row at work. */
static void
test_the_list_keeps_the_focus_after_an_act (BookFixture  *fixture,
                                            gconstpointer data)
{
  GtkWidget *page = go_to_page (fixture);

  (void) data;
  (void) gtk_widget_grab_focus (book_fixture_part (page, "view"));
  window_fixture_wait (is_view_focused, page);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (rows_of (page)), 1);
  book_fixture_act (page, "confirm.make");
  window_fixture_wait (is_all_made, fixture);
  window_fixture_settle ();
  window_fixture_wait (is_view_focused, page);
  g_assert_cmpuint (
      gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (rows_of (page))), ==, 1);
}

/* The whole way of a difference: answered, looked at, posted, taken back, forgotten. */
static void
test_a_difference_is_posted_and_taken_back (BookFixture  *fixture,
                                            gconstpointer data)
{
  GtkWidget *page = go_to_page (fixture);
  GtkWidget *dialog;

  (void) data;
  note_less (fixture, page, 1000);
  g_assert_true (book_fixture_says (page, "differences not posted 1"));
  dialog = open_act (fixture, page, "confirm.post");
  g_assert_true (SHEAF_IS_DIFFERENCE_DIALOG (dialog));
  window_fixture_wait (says_entry, dialog);
  g_assert_true (book_fixture_says (dialog, "Credit 131"));
  g_assert_true (is_not_posted (fixture));
  book_fixture_act (dialog, "difference.post");
  window_fixture_wait (is_posted, fixture);
  window_fixture_settle ();
  dialog = open_act (fixture, page, "confirm.take-back");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  book_fixture_type (dialog, "text_entry", "Đối chiếu lại");
  book_fixture_answer (dialog, "accept");
  window_fixture_wait (is_not_posted, fixture);
  window_fixture_settle ();
  dialog = open_act (fixture, page, "confirm.take-back");
  book_fixture_answer (dialog, "accept");
  window_fixture_wait (is_none_answered, fixture);
}

static void
test_what_cannot_be_read_is_told_in_the_dialog (BookFixture  *fixture,
                                                gconstpointer data)
{
  GtkWidget *page = go_to_page (fixture);
  GtkWidget *dialog = open_act (fixture, page, "confirm.answer");

  (void) data;
  book_fixture_type (dialog, "amount_entry", "");
  book_fixture_act (dialog, "answer.save");
  g_assert_true (book_fixture_says (dialog, "Type the amount"));
  book_fixture_type (dialog, "amount_entry", "nhiều");
  book_fixture_act (dialog, "answer.save");
  g_assert_true (book_fixture_has_problem (dialog));
  book_fixture_type (dialog, "amount_entry", "5");
  book_fixture_type (dialog, "day_entry", "30/12/2025");
  book_fixture_act (dialog, "answer.save");
  window_fixture_wait (book_fixture_has_problem, dialog);
  window_fixture_settle ();
  g_assert_true (book_fixture_says (dialog, "give a later day"));
  g_assert_cmpuint (read_count (fixture).answered, ==, 0);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_the_difference_is_shown_while_typing (BookFixture  *fixture,
                                           gconstpointer data)
{
  GtkWidget       *page = go_to_page (fixture);
  GtkWidget       *dialog = open_act (fixture, page, "confirm.answer");
  g_autofree char *more = g_strdup_printf ("%" G_GINT64_FORMAT, first_balance (fixture) + 7);

  (void) data;
  g_assert_true (book_fixture_says (dialog, "agrees"));
  book_fixture_type (dialog, "amount_entry", more);
  g_assert_true (book_fixture_says (dialog, "difference 7 Dr"));
  adw_combo_row_set_selected (book_fixture_part (dialog, "side_row"), 1);
  g_assert_false (book_fixture_says (dialog, "difference 7 Dr"));
  gtk_window_close (GTK_WINDOW (dialog));
}

/* Account 138 takes no party's word where another account is named. */
static void
test_an_account_that_cannot_take_it_is_told (BookFixture  *fixture,
                                             gconstpointer data)
{
  GtkWidget *page = go_to_page (fixture);
  GtkWidget *dialog;

  (void) data;
  note_less (fixture, page, 1000);
  dialog = open_act (fixture, page, "confirm.post");
  book_fixture_type (dialog, "other_picker", "99999");
  window_fixture_settle ();
  g_assert_true (book_fixture_has_problem (dialog));
  gtk_widget_activate_action (dialog, "difference.post", NULL);
  window_fixture_settle ();
  g_assert_true (is_not_posted (fixture));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_filters_show_what_is_left (BookFixture  *fixture,
                                gconstpointer data)
{
  GtkWidget *page = go_to_page (fixture);
  guint      all = g_list_model_get_n_items (rows_of (page));

  (void) data;
  gtk_drop_down_set_selected (book_fixture_part (page, "show_list"), 2);
  g_assert_true (has_no_rows (page));
  g_assert_true (book_fixture_says (page, "Nothing of that kind"));
  book_fixture_act (page, "confirm.next-view");
  note_less (fixture, page, 1000);
  book_fixture_act (page, "confirm.next-view");
  g_assert_cmpuint (g_list_model_get_n_items (rows_of (page)), ==, all - 1);
  book_fixture_act (page, "confirm.next-view");
  g_assert_cmpuint (g_list_model_get_n_items (rows_of (page)), ==, 1);
  book_fixture_act (page, "confirm.next-view");
  g_assert_cmpuint (g_list_model_get_n_items (rows_of (page)), ==, all);
}

static gboolean
has_accounts (gpointer page)
{
  GtkDropDown *list = book_fixture_part (page, "account_list");

  return g_list_model_get_n_items (gtk_drop_down_get_model (list)) > 1;
}

static gboolean
shows_fewer (gpointer page)
{
  return g_list_model_get_n_items (rows_of (page)) == 3;
}

static void
test_one_account_is_asked_alone (BookFixture  *fixture,
                                 gconstpointer data)
{
  GtkWidget *page = go_to_page (fixture);

  (void) data;
  window_fixture_wait (has_accounts, page);
  g_assert_cmpuint (g_list_model_get_n_items (rows_of (page)), ==, 5);
  gtk_drop_down_set_selected (book_fixture_part (page, "account_list"), 1);
  window_fixture_wait (shows_fewer, page);
  book_fixture_act (page, "confirm.make");
  window_fixture_settle ();
  g_assert_cmpuint (read_count (fixture).asked, ==, 3);
}

static void
test_papers_are_looked_at (BookFixture  *fixture,
                           gconstpointer data)
{
  static const char *const actions[] = { "confirm.print", "confirm.print-one",
                                         "confirm.print-list" };
  GtkWidget               *page = go_to_page (fixture);

  (void) data;
  book_fixture_act (page, "confirm.make");
  window_fixture_wait (is_all_made, fixture);
  window_fixture_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *dialog = open_act (fixture, page, actions[i]);

      g_assert_true (SHEAF_IS_PAPER_DIALOG (dialog));
      gtk_window_close (GTK_WINDOW (dialog));
      window_fixture_settle ();
    }
}

static gboolean
says_nobody (gpointer closing)
{
  return book_fixture_says (closing, "nobody was asked about: 5 of 5");
}

static void
test_the_checklist_leads_here (BookFixture  *fixture,
                               gconstpointer data)
{
  GtkWidget *closing = book_fixture_go (fixture, "closing", "");

  (void) data;
  window_fixture_wait (says_nobody, closing);
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/confirmation-page/the-list-keeps-the-focus-after-an-act",
                    test_the_list_keeps_the_focus_after_an_act);
  BOOK_FIXTURE_ADD ("/confirmation-page/letters-are-made-and-sent", test_letters_are_made_and_sent);
  BOOK_FIXTURE_ADD ("/confirmation-page/a-day-before-the-balance-is-refused",
                    test_a_day_before_the_balance_is_refused);
  BOOK_FIXTURE_ADD ("/confirmation-page/a-difference-is-posted-and-taken-back",
                    test_a_difference_is_posted_and_taken_back);
  BOOK_FIXTURE_ADD ("/confirmation-page/what-cannot-be-read-is-told-in-the-dialog",
                    test_what_cannot_be_read_is_told_in_the_dialog);
  BOOK_FIXTURE_ADD ("/confirmation-page/the-difference-is-shown-while-typing",
                    test_the_difference_is_shown_while_typing);
  BOOK_FIXTURE_ADD ("/confirmation-page/an-account-that-cannot-take-it-is-told",
                    test_an_account_that_cannot_take_it_is_told);
  BOOK_FIXTURE_ADD ("/confirmation-page/filters-show-what-is-left", test_filters_show_what_is_left);
  BOOK_FIXTURE_ADD ("/confirmation-page/one-account-is-asked-alone",
                    test_one_account_is_asked_alone);
  BOOK_FIXTURE_ADD ("/confirmation-page/papers-are-looked-at", test_papers_are_looked_at);
  BOOK_FIXTURE_ADD ("/confirmation-page/the-checklist-leads-here", test_the_checklist_leads_here);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}
