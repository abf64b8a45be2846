/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "What happened?": words in, a case chosen, its amounts typed, the voucher filled and posted. */
#include "voucher-fixture.h"

#include "app/ledger/guide-dialog.h"
#include "app/widgets/code-picker.h"

static GtkListBoxRow *
find_case (GtkWidget  *dialog,
           const char *title)
{
  GtkListBox    *list = book_fixture_part (dialog, "list");
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (book_fixture_says (GTK_WIDGET (row), title))
      return row;
  return NULL;
}

/* What the words leave, not the list of all cases that was there before. */
static gboolean
lists_credit_sale (gpointer dialog)
{
  return find_case (dialog, "Credit sale of goods or services") != NULL &&
         gtk_list_box_get_row_at_index (book_fixture_part (dialog, "list"), 20) == NULL;
}

static gboolean
lists_nothing (gpointer dialog)
{
  return gtk_list_box_get_row_at_index (book_fixture_part (dialog, "list"), 0) == NULL;
}

static gpointer
get_case_part (GtkWidget  *dialog,
               const char *name)
{
  return book_fixture_part (book_fixture_part (dialog, "view"), name);
}

/* The cell whose title begins so. */
static GtkWidget *
find_field (GtkWidget  *dialog,
            const char *title)
{
  GtkGrid   *fields = get_case_part (dialog, "fields");
  GtkWidget *label;

  for (int row = 0; (label = gtk_grid_get_child_at (fields, 0, row)) != NULL; row++)
    if (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), title))
      return gtk_grid_get_child_at (fields, 1, row);
  return NULL;
}

static gboolean
asks_amounts (gpointer dialog)
{
  return find_field (dialog, "amount without VAT") != NULL;
}

static gboolean
shows_total_row (gpointer dialog)
{
  return book_fixture_says (get_case_part (dialog, "preview"), "1,000,000") &&
         book_fixture_says (get_case_part (dialog, "preview"), "100,000") &&
         book_fixture_says (get_case_part (dialog, "preview"), "KH01");
}

static GtkWidget *
open_credit_sale (BookFixture *fixture)
{
  GtkWidget *dialog;

  (void) book_fixture_go (fixture, "vouchers", "new");
  dialog = voucher_fixture_open (fixture, "voucher.guide");
  g_assert_true (SHEAF_IS_GUIDE_DIALOG (dialog));
  book_fixture_type (dialog, "search", "bán chịu");
  window_fixture_wait (lists_credit_sale, dialog);
  gtk_list_box_select_row (book_fixture_part (dialog, "list"),
                           find_case (dialog, "Credit sale of goods or services"));
  window_fixture_wait (asks_amounts, dialog);
  return dialog;
}

static void
type_in (GtkWidget  *cell,
         const char *text)
{
  g_assert_nonnull (cell);
  gtk_editable_set_text (GTK_EDITABLE (cell), text);
}

static void
test_a_case_fills_the_voucher (BookFixture  *fixture,
                               gconstpointer data)
{
  GtkWidget       *dialog = open_credit_sale (fixture);
  g_autofree char *rows = NULL;
  GtkWidget       *choice = find_field (dialog, "Credit");

  (void) data;
  /* The law names several accounts of revenue: the person says which. */
  g_assert_true (SHEAF_IS_CODE_PICKER (choice));
  type_in (choice, "5118");
  type_in (find_field (dialog, "Debit party"), "KH01");
  type_in (find_field (dialog, "amount without VAT"), "1tr");
  type_in (find_field (dialog, "VAT"), "100k");
  window_fixture_wait (shows_total_row, dialog);
  g_assert_false (gtk_widget_get_visible (get_case_part (dialog, "missing")));
  book_fixture_act (dialog, "guide.fill");
  g_assert_null (book_fixture_find_dialog (fixture));
  g_assert_cmpstr (voucher_fixture_text (fixture, 1, SHEAF_DRAFT_DEBIT), ==, "131");
  g_assert_cmpstr (voucher_fixture_text (fixture, 1, SHEAF_DRAFT_CREDIT), ==, "5118");
  g_assert_cmpstr (voucher_fixture_text (fixture, 2, SHEAF_DRAFT_CREDIT), ==, "3331");
  g_assert_nonnull (strstr (gtk_label_get_text (voucher_fixture_part (fixture, "source_label")),
                            "para. 3.1"));
  rows = voucher_fixture_rows (fixture, voucher_fixture_post (fixture));
  g_assert_cmpstr (rows, ==, "131:KH01/5118 1000000; 131:KH01/3331 100000");
}

static gboolean
says_what_is_missing (gpointer dialog)
{
  return gtk_widget_get_visible (get_case_part (dialog, "missing"));
}

/* What is not answered is typed in the voucher: the rows that are there are taken. */
static void
test_what_is_missing_is_said_and_can_be_typed_later (BookFixture  *fixture,
                                                     gconstpointer data)
{
  GtkWidget       *dialog = open_credit_sale (fixture);
  g_autofree char *rows = NULL;

  (void) data;
  window_fixture_wait (says_what_is_missing, dialog);
  type_in (find_field (dialog, "Credit"), "5118");
  type_in (find_field (dialog, "amount without VAT"), "2tr");
  /* At once after the last key: what was typed is not lost. */
  book_fixture_act (dialog, "guide.fill");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  voucher_fixture_act (fixture, "voucher.post");
  window_fixture_wait (voucher_fixture_has_problems, fixture);
  voucher_fixture_type (fixture, 1, SHEAF_DRAFT_DEBIT_PARTY, "KH02");
  rows = voucher_fixture_rows (fixture, voucher_fixture_post (fixture));
  g_assert_cmpstr (rows, ==, "131:KH02/5118 2000000");
}

static void
test_words_that_no_case_has_say_so (BookFixture  *fixture,
                                    gconstpointer data)
{
  GtkWidget *dialog = open_credit_sale (fixture);

  (void) data;
  book_fixture_type (dialog, "search", "qqqqq");
  window_fixture_wait (lists_nothing, dialog);
  /* There is nothing to fill the voucher with: the dialog stays. */
  g_assert_false (gtk_widget_is_sensitive (book_fixture_part (dialog, "fill_button")));
  book_fixture_act (dialog, "guide.fill");
  g_assert_true (book_fixture_find_dialog (fixture) == dialog);
  book_fixture_act (dialog, "window.close");
  g_assert_null (book_fixture_find_dialog (fixture));
}

static gboolean
lists_drafts (BookFixture *fixture,
              const char  *shown)
{
  GtkDropDown *views = book_fixture_part (
      sheaf_book_view_get_page (sheaf_window_get_book_view (fixture->window)), "view_list");
  g_autoptr (GtkStringObject) drafts = g_list_model_get_item (gtk_drop_down_get_model (views), 1);

  return g_strcmp0 (gtk_string_object_get_string (drafts), shown) == 0;
}

static gboolean
lists_one_draft (gpointer fixture)
{
  return lists_drafts (fixture, "Drafts (1)");
}

static gboolean
lists_no_draft (gpointer fixture)
{
  return lists_drafts (fixture, "Drafts (0)");
}

/* Words in the voucher's text save themselves before F3 takes them. */
static void
test_words_leave_no_draft_behind (BookFixture  *fixture,
                                  gconstpointer data)
{
  GtkWidget *dialog;

  (void) data;
  (void) book_fixture_go (fixture, "vouchers", "new");
  book_fixture_type (voucher_fixture_form (fixture), "description_entry", "bán chịu");
  window_fixture_wait (lists_one_draft, fixture);
  dialog = voucher_fixture_open (fixture, "voucher.guide");
  window_fixture_wait (lists_credit_sale, dialog);
  window_fixture_wait (asks_amounts, dialog);
  type_in (find_field (dialog, "Credit"), "5118");
  type_in (find_field (dialog, "Debit party"), "KH01");
  type_in (find_field (dialog, "amount without VAT"), "1tr");
  book_fixture_act (dialog, "guide.fill");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  g_assert_cmpint (voucher_fixture_post (fixture), !=, 0);
  window_fixture_wait (lists_no_draft, fixture);
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/guide-dialog/a-case-fills-the-voucher", test_a_case_fills_the_voucher);
  BOOK_FIXTURE_ADD ("/guide-dialog/what-is-missing-is-said-and-can-be-typed-later",
                    test_what_is_missing_is_said_and_can_be_typed_later);
  BOOK_FIXTURE_ADD ("/guide-dialog/words-leave-no-draft-behind",
                    test_words_leave_no_draft_behind);
  BOOK_FIXTURE_ADD ("/guide-dialog/words-that-no-case-has-say-so",
                    test_words_that_no_case_has_say_so);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}
