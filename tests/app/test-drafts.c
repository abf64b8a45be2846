/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed and not posted yet: put aside, stepped back, kept as a template, due again. */
#include "voucher-fixture.h"

#include "app/ledger/voucher-form.h"

#define TEXT "Thu tiền bán lá khô thử"

/* The name of a view of the page with how many wait there. */
static gboolean
has_view (BookFixture *fixture,
          guint        place,
          const char  *name)
{
  GtkWidget   *page = sheaf_book_view_get_page (sheaf_window_get_book_view (fixture->window));
  GtkDropDown *views = book_fixture_part (page, "view_list");
  g_autoptr (GtkStringObject)
      shown = g_list_model_get_item (gtk_drop_down_get_model (views), place);

  return g_strcmp0 (gtk_string_object_get_string (shown), name) == 0;
}

static gboolean
lists_a_draft (gpointer fixture)
{
  return has_view (fixture, 1, "Drafts (1)");
}

static gboolean
lists_no_draft (gpointer fixture)
{
  return has_view (fixture, 1, "Drafts (0)");
}

static gboolean
lists_three_due (gpointer fixture)
{
  return has_view (fixture, 2, "Due again (3)");
}

static gboolean
lists_two_due (gpointer fixture)
{
  return has_view (fixture, 2, "Due again (2)");
}

static gboolean
lists_one_due (gpointer fixture)
{
  return has_view (fixture, 2, "Due again (1)");
}

static gboolean
shows_the_typed_text (gpointer fixture)
{
  return sheaf_voucher_form_is_typing (SHEAF_VOUCHER_FORM (voucher_fixture_form (fixture))) &&
         g_strcmp0 (voucher_fixture_description (fixture), TEXT) == 0;
}

static GtkWidget *
go_waiting (BookFixture *fixture,
            const char  *view)
{
  return book_fixture_part (book_fixture_go (fixture, "vouchers", view), "view");
}

/* Put aside, found in the list, opened with every cell as typed, also what cannot be read. */
static void
test_a_draft_is_put_aside_and_taken_up (BookFixture  *fixture,
                                        gconstpointer data)
{
  (void) data;
  voucher_fixture_begin (fixture, TEXT, "1111", "131", "mười");
  voucher_fixture_act (fixture, "voucher.put-aside");
  window_fixture_wait (lists_a_draft, fixture);
  g_assert_false (shows_the_typed_text (fixture));
  g_signal_emit_by_name (go_waiting (fixture, "drafts"), "activate", 0);
  window_fixture_wait (shows_the_typed_text, fixture);
  g_assert_cmpstr (voucher_fixture_text (fixture, 1, SHEAF_DRAFT_AMOUNT), ==, "mười");
  g_assert_cmpstr (voucher_fixture_text (fixture, 1, SHEAF_DRAFT_CREDIT), ==, "131");
  /* Posted at last, it waits no more. */
  voucher_fixture_type (fixture, 1, SHEAF_DRAFT_CREDIT, "5118");
  voucher_fixture_type (fixture, 1, SHEAF_DRAFT_AMOUNT, "10k");
  g_assert_cmpint (voucher_fixture_post (fixture), !=, 0);
  window_fixture_wait (lists_no_draft, fixture);
}

static gboolean
shows_first_amount (gpointer fixture)
{
  return g_strcmp0 (voucher_fixture_text (fixture, 1, SHEAF_DRAFT_AMOUNT), "100,000") == 0;
}

static gboolean
shows_second_amount (gpointer fixture)
{
  return g_strcmp0 (voucher_fixture_text (fixture, 1, SHEAF_DRAFT_AMOUNT), "200,000") == 0;
}

static void
test_a_draft_is_stepped_back_and_forth (BookFixture  *fixture,
                                        gconstpointer data)
{
  (void) data;
  voucher_fixture_begin (fixture, TEXT, "1111", "5118", "100000");
  /* It saves itself some seconds after the last key. */
  window_fixture_wait (lists_a_draft, fixture);
  voucher_fixture_type (fixture, 1, SHEAF_DRAFT_AMOUNT, "200000");
  voucher_fixture_act (fixture, "voucher.undo");
  window_fixture_wait (shows_first_amount, fixture);
  voucher_fixture_act (fixture, "voucher.redo");
  window_fixture_wait (shows_second_amount, fixture);
  voucher_fixture_act (fixture, "voucher.undo");
  window_fixture_wait (shows_first_amount, fixture);
  /* There is nothing before the first: it stays as it is. */
  voucher_fixture_act (fixture, "voucher.undo");
  window_fixture_settle ();
  g_assert_true (shows_first_amount (fixture));
  g_assert_cmpstr (voucher_fixture_description (fixture), ==, TEXT);
}

/* again: place in the list of how often; first: the first day on which it is due. */
static void
keep_template (BookFixture *fixture,
               const char  *name,
               guint        again,
               const char  *first)
{
  GtkWidget *dialog = voucher_fixture_open (fixture, "voucher.save-template");

  /* Without a name nothing is kept. */
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  book_fixture_type (dialog, "text_entry", name);
  gtk_drop_down_set_selected (book_fixture_part (dialog, "choice_list"), again);
  /* As people type it: the focus is still there when the question goes. */
  if (first != NULL)
    {
      (void) gtk_widget_grab_focus (book_fixture_part (dialog, "date_entry"));
      book_fixture_type (dialog, "date_entry", first);
    }
  book_fixture_answer (dialog, "accept");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  window_fixture_settle ();
}

static gboolean
lists_template (gpointer dialog)
{
  GtkWidget *row = GTK_WIDGET (
      gtk_list_box_get_row_at_index (book_fixture_part (dialog, "list"), 0));

  return row != NULL && book_fixture_says (row, "Template of your own");
}

static void
test_a_template_is_kept_and_used (BookFixture  *fixture,
                                  gconstpointer data)
{
  GtkWidget       *dialog;
  g_autofree char *rows = NULL;

  (void) data;
  voucher_fixture_begin (fixture, TEXT, "1111", "5118", "=250*600");
  keep_template (fixture, "Bán lá", 0, NULL);
  g_assert_cmpint (voucher_fixture_post (fixture), !=, 0);
  dialog = voucher_fixture_open (fixture, "voucher.guide");
  book_fixture_type (dialog, "search", "ban la");
  window_fixture_wait (lists_template, dialog);
  book_fixture_act (dialog, "guide.fill");
  window_fixture_wait (shows_the_typed_text, fixture);
  rows = voucher_fixture_rows (fixture, voucher_fixture_post (fixture));
  g_assert_cmpstr (rows, ==, "1111/5118 150000");
}

static GtkWidget *
open_first_due (BookFixture *fixture)
{
  GtkWidget *view = go_waiting (fixture, "due");

  window_fixture_settle ();
  g_signal_emit_by_name (view, "activate", 0);
  window_fixture_wait (shows_the_typed_text, fixture);
  return view;
}

/* First due on 31 October, the next on 30 November and 31 December. */
static void
test_an_entry_that_is_due_is_posted_or_left_out (BookFixture  *fixture,
                                                 gconstpointer data)
{
  GtkWidget       *dialog;
  GtkWidget       *page;
  g_autofree char *rows = NULL;

  (void) data;
  voucher_fixture_begin (fixture, TEXT, "1111", "5118", "70k");
  keep_template (fixture, "Tiền thuê", 1, "31/10/2025");
  window_fixture_wait (lists_three_due, fixture);
  voucher_fixture_act (fixture, "voucher.put-aside");
  (void) open_first_due (fixture);
  g_assert_cmpstr (gtk_editable_get_text (voucher_fixture_part (fixture, "date_entry")), ==,
                   "31 Oct 2025");
  rows = voucher_fixture_rows (fixture, voucher_fixture_post (fixture));
  g_assert_cmpstr (rows, ==, "1111/5118 70000");
  window_fixture_wait (lists_two_due, fixture);
  /* The day it was due on is not the day of what is typed next. */
  g_assert_cmpstr (gtk_editable_get_text (voucher_fixture_part (fixture, "date_entry")), ==,
                   "31 Dec 2025");
  /* The next is left out, with a reason. */
  (void) go_waiting (fixture, "due");
  window_fixture_settle ();
  page = sheaf_book_view_get_page (sheaf_window_get_book_view (fixture->window));
  book_fixture_act (page, "page.delete");
  dialog = book_fixture_find_dialog (fixture);
  g_assert_nonnull (dialog);
  book_fixture_type (dialog, "text_entry", "Nghỉ thuê tháng này");
  book_fixture_answer (dialog, "accept");
  window_fixture_wait (lists_one_due, fixture);
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/drafts/a-draft-is-put-aside-and-taken-up",
                    test_a_draft_is_put_aside_and_taken_up);
  BOOK_FIXTURE_ADD ("/drafts/a-draft-is-stepped-back-and-forth",
                    test_a_draft_is_stepped_back_and_forth);
  BOOK_FIXTURE_ADD ("/drafts/a-template-is-kept-and-used", test_a_template_is_kept_and_used);
  BOOK_FIXTURE_ADD ("/drafts/an-entry-that-is-due-is-posted-or-left-out",
                    test_an_entry_that_is_due_is_posted_or_left_out);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}
