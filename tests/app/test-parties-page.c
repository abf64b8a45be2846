/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties in a real window: entered, found, corrected, merged; and the lists beside. */
#include "book-fixture.h"

#include "app/act-dialog.h"
#include "app/parties/parties-page.h"
#include "app/parties/party-dialog.h"
#include "book/book.h"

static GtkWidget *
get_page (BookFixture *fixture)
{
  return sheaf_book_view_get_page (sheaf_window_get_book_view (fixture->window));
}

static gboolean
is_read (gpointer page)
{
  return !g_str_equal (gtk_stack_get_visible_child_name (book_fixture_part (page, "stack")),
                       "reading");
}

/* Shows a list and waits until it is there. */
static GtkWidget *
go_to_list (BookFixture *fixture,
            const char  *name)
{
  GtkWidget *page = book_fixture_go (fixture, "lists", name);

  window_fixture_wait (is_read, page);
  return page;
}

static guint
count_rows (GtkWidget *page)
{
  GtkColumnView *view = book_fixture_part (page, "view");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
}

static void
search (GtkWidget  *page,
        const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (book_fixture_part (page, "search")), words);
  g_usleep (200000); /* the entry waits until nothing more is typed */
  window_fixture_settle ();
}

/* Types a party and saves it; the dialog stays when it is refused. */
static GtkWidget *
enter_party (BookFixture *fixture,
             const char  *code,
             const char  *name)
{
  GtkWidget *dialog;

  (void) book_fixture_go (fixture, "parties", "");
  book_fixture_act (get_page (fixture), "parties.new");
  dialog = book_fixture_find_dialog (fixture);
  g_assert_true (SHEAF_IS_PARTY_DIALOG (dialog));
  book_fixture_type (dialog, "code_row", code);
  book_fixture_type (dialog, "name_row", name);
  book_fixture_type (dialog, "tax_code_row", "0109999999");
  g_assert_true (gtk_widget_activate_action (dialog, "party.save", NULL));
  return dialog;
}

static void
enter_good_party (BookFixture *fixture,
                  const char  *code,
                  const char  *name)
{
  (void) enter_party (fixture, code, name);
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  window_fixture_settle ();
}

static const char *awaited; /* what the card shall say */

static gboolean
card_says (gpointer fixture)
{
  GtkLabel *label = book_fixture_part (book_fixture_part (get_page (fixture), "card"), "name");

  return g_str_equal (gtk_label_get_text (label), awaited);
}

static void
wait_for_card (BookFixture *fixture,
               const char  *name)
{
  awaited = name;
  window_fixture_wait (card_says, fixture);
}

static void
test_a_party_is_entered_found_and_corrected (BookFixture  *fixture,
                                             gconstpointer data)
{
  GtkWidget *dialog;

  (void) data;
  enter_good_party (fixture, "ZZ1", "Đại lý Thử Nghiệm");
  search (get_page (fixture), "dai ly thu");
  g_assert_cmpuint (count_rows (get_page (fixture)), ==, 1);
  wait_for_card (fixture, "ZZ1  Đại lý Thử Nghiệm");
  book_fixture_act (book_fixture_part (get_page (fixture), "card"), "card.edit");
  dialog = book_fixture_find_dialog (fixture);
  book_fixture_type (dialog, "name_row", "Đại lý Đã Sửa");
  book_fixture_act (dialog, "party.save");
  wait_for_card (fixture, "ZZ1  Đại lý Đã Sửa");
}

/* What the book refuses stays in the dialog. */
static void
test_a_second_party_of_a_code_is_refused (BookFixture  *fixture,
                                          gconstpointer data)
{
  GtkWidget *dialog = enter_party (fixture, "KH01", "Another one");

  (void) data;
  window_fixture_wait (book_fixture_has_problem, dialog);
  g_assert_true (gtk_widget_is_sensitive (dialog));
  gtk_window_close (GTK_WINDOW (dialog));
}

static gboolean
tells_refusal (gpointer fixture)
{
  GtkWidget *dialog = book_fixture_find_dialog (fixture);

  return ADW_IS_MESSAGE_DIALOG (dialog) &&
         strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "KH01") != NULL;
}

/* Nobody may believe that it was saved. */
static void
test_a_refusal_after_closing_is_told_by_the_window (BookFixture  *fixture,
                                                    gconstpointer data)
{
  (void) data;
  gtk_window_destroy (GTK_WINDOW (enter_party (fixture, "KH01", "Another one")));
  window_fixture_wait (tells_refusal, fixture);
  book_fixture_answer (book_fixture_find_dialog (fixture), "close");
}

static void
test_a_party_saved_after_closing_is_in_the_list (BookFixture  *fixture,
                                                 gconstpointer data)
{
  (void) data;
  gtk_window_destroy (GTK_WINDOW (enter_party (fixture, "ZZ3", "Đại lý Muộn")));
  window_fixture_settle ();
  search (get_page (fixture), "ZZ3");
  wait_for_card (fixture, "ZZ3  Đại lý Muộn");
}

static void
ask_merge (BookFixture *fixture,
           const char  *code,
           const char  *answer)
{
  g_autofree char *shown = g_strdup_printf ("%s  Đại lý Nhập Hai Lần", code);
  GtkWidget       *dialog;

  (void) book_fixture_go (fixture, "parties", "");
  search (get_page (fixture), code);
  wait_for_card (fixture, shown);
  book_fixture_act (book_fixture_part (get_page (fixture), "card"), "card.merge");
  dialog = book_fixture_find_dialog (fixture);
  g_assert_true (SHEAF_IS_ACT_DIALOG (dialog));
  book_fixture_type (dialog, "text_entry", answer);
  book_fixture_answer (dialog, "accept");
}

static void
test_what_was_entered_twice_is_merged (BookFixture  *fixture,
                                       gconstpointer data)
{
  (void) data;
  enter_good_party (fixture, "ZZ1", "Đại lý Thử Nghiệm");
  enter_good_party (fixture, "ZZ2", "Đại lý Nhập Hai Lần");
  g_assert_cmpuint (count_rows (go_to_list (fixture, "duplicates")), >=, 2);
  ask_merge (fixture, "ZZ2", "ZZ1 one shop");
  wait_for_card (fixture, "ZZ1  Đại lý Thử Nghiệm"); /* whoever looks for one finds the other */
  g_assert_cmpuint (count_rows (get_page (fixture)), ==, 1);
}

/* The answer comes when the window has gone: it is for nobody, and the book is left alone. */
static void
test_a_merge_may_end_after_the_book_is_closed (BookFixture  *fixture,
                                               gconstpointer data)
{
  (void) data;
  enter_good_party (fixture, "ZZ2", "Đại lý Nhập Hai Lần");
  ask_merge (fixture, "ZZ2", "QQQQ no such party");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-book", NULL));
  window_fixture_settle ();
}

/* Every list is made without a failure; the checks of the sample hold. */
static void
test_every_list_is_made (BookFixture  *fixture,
                         gconstpointer data)
{
  static const char *const names[] = { "open", "vat-in", "vat-out", "currencies",
                                       "numbers", "scopes", "duplicates", "checks" };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *page = go_to_list (fixture, names[i]);

      if (g_str_equal (names[i], "open") || g_str_equal (names[i], "numbers"))
        g_assert_cmpuint (count_rows (page), >, 3);
    }
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/parties/a-party-is-entered-found-and-corrected",
                    test_a_party_is_entered_found_and_corrected);
  BOOK_FIXTURE_ADD ("/parties/a-second-party-of-a-code-is-refused",
                    test_a_second_party_of_a_code_is_refused);
  BOOK_FIXTURE_ADD ("/parties/a-refusal-after-closing-is-told-by-the-window",
                    test_a_refusal_after_closing_is_told_by_the_window);
  BOOK_FIXTURE_ADD ("/parties/a-party-saved-after-closing-is-in-the-list",
                    test_a_party_saved_after_closing_is_in_the_list);
  BOOK_FIXTURE_ADD ("/parties/what-was-entered-twice-is-merged",
                    test_what_was_entered_twice_is_merged);
  BOOK_FIXTURE_ADD ("/parties/a-merge-may-end-after-the-book-is-closed",
                    test_a_merge_may_end_after_the_book_is_closed);
  BOOK_FIXTURE_ADD ("/parties/every-list-is-made", test_every_list_is_made);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}
