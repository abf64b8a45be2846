/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cash and stock counted in a window: kept, posted, counted again, set aside, refused. */
#include "book-fixture.h"

#include "app/control/count-grid.h"
#include "app/documents/paper-dialog.h"
#include "app/ledger/detail-dialog.h"
#include "book/book.h"
#include "ledger/chart.h"
#include "ledger/closing.h"
#include "ledger/count.h"
#include "ledger/voucher.h"

static SheafBook *
open_book (BookFixture *fixture)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };

  return sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
}

/* The last one kept; NULL while there is none. */
static SheafCount *
load_last (BookFixture *fixture)
{
  g_autoptr (SheafBook) book = open_book (fixture);
  g_autoptr (GPtrArray) all = sheaf_count_list (book, NULL);

  if (all == NULL || all->len == 0)
    return NULL;
  return sheaf_count_load (book, ((SheafCount *) all->pdata[all->len - 1])->id, NULL);
}

static gboolean
shows_sheet (gpointer page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (book_fixture_part (page, "stack")),
                    "sheet") == 0;
}

static gboolean
is_kept_shown (gpointer page)
{
  return shows_sheet (page) && gtk_widget_get_visible (book_fixture_part (page, "kept_box"));
}

static gboolean
is_kept (gpointer fixture)
{
  g_autoptr (SheafCount) count = load_last (fixture);

  return count != NULL;
}

static gboolean
is_second_kept (gpointer fixture)
{
  g_autoptr (SheafCount) count = load_last (fixture);

  return count != NULL && g_strcmp0 (count->number, "KK0002") == 0;
}

static gboolean
is_posted (gpointer fixture)
{
  g_autoptr (SheafCount) count = load_last (fixture);

  return count != NULL && count->vouchers > 0;
}

static gboolean
is_withdrawn (gpointer fixture)
{
  g_autoptr (SheafCount) count = load_last (fixture);

  return count != NULL && count->withdrawn != NULL;
}

static gboolean
has_dialog (gpointer fixture)
{
  return book_fixture_find_dialog (fixture) != NULL;
}

static gboolean
has_refusal (gpointer page)
{
  return gtk_widget_get_visible (book_fixture_part (page, "problems"));
}

static GtkWidget *
begin_count (BookFixture *fixture,
             const char  *account)
{
  GtkWidget *page = book_fixture_go (fixture, "counts", "");

  book_fixture_type (page, "account_picker", account);
  book_fixture_type (page, "day_entry", "31/12/2025");
  book_fixture_act (page, "counts.begin");
  window_fixture_wait (shows_sheet, page);
  window_fixture_settle ();
  return page;
}

/* The lines begin with row 1. */
static void
type_cell (GtkWidget  *page,
           int         column,
           int         row,
           const char *text)
{
  GtkGrid   *grid = GTK_GRID (adw_bin_get_child (book_fixture_part (page, "grid")));
  GtkWidget *entry = gtk_grid_get_child_at (grid, column, row);

  g_assert_true (GTK_IS_EDITABLE (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
keep (BookFixture *fixture,
      GtkWidget   *page)
{
  book_fixture_act (page, "counts.keep");
  window_fixture_wait (is_kept, fixture);
  window_fixture_wait (is_kept_shown, page);
  window_fixture_settle ();
}

/* One note of 500,000 is found. */
static GtkWidget *
keep_cash (BookFixture *fixture)
{
  GtkWidget *page = begin_count (fixture, "1111");

  type_cell (page, 1, 1, "1");
  keep (fixture, page);
  /* Only what was said is shown: no empty wells that look as if they took words. */
  g_assert_false (gtk_widget_get_visible (book_fixture_part (page, "people")));
  g_assert_false (gtk_widget_get_visible (book_fixture_part (page, "time_box")));
  return page;
}

static void
answer (BookFixture *fixture,
        const char  *reason)
{
  GtkWidget *dialog;

  window_fixture_wait (has_dialog, fixture);
  dialog = book_fixture_find_dialog (fixture);
  if (reason != NULL)
    book_fixture_type (dialog, "text_entry", reason);
  book_fixture_answer (dialog, "accept");
  window_fixture_settle ();
}

static void
test_cash_is_counted_and_its_difference_posted (BookFixture  *fixture,
                                                gconstpointer data)
{
  GtkWidget *page = begin_count (fixture, "1111");
  g_autoptr (SheafCount) count = NULL;

  (void) data;
  type_cell (page, 1, 1, "2");
  type_cell (page, 1, 4, "3");
  g_assert_true (book_fixture_says (page, "counted 1,150,000"));
  book_fixture_type (page, "time_entry", "16:30");
  book_fixture_type (page, "note_entry", "Thiếu tiền lẻ");
  gtk_editable_set_text (
      GTK_EDITABLE (gtk_grid_get_child_at (book_fixture_part (page, "people"), 0, 1)), "An");
  gtk_editable_set_text (
      GTK_EDITABLE (gtk_grid_get_child_at (book_fixture_part (page, "people"), 2, 1)), "Kế toán");
  keep (fixture, page);
  count = load_last (fixture);
  g_assert_true (gtk_widget_get_visible (book_fixture_part (page, "people")));
  g_assert_null (gtk_grid_get_child_at (book_fixture_part (page, "people"), 0, 2));
  g_assert_true (gtk_widget_get_visible (book_fixture_part (page, "time_box")));
  g_assert_cmpstr (count->people, ==, "An; ; Kế toán");
  g_assert_cmpstr (count->time, ==, "16:30");
  g_assert_cmpint (
      sheaf_money_add (sheaf_count_booked (count), sheaf_count_difference (count)).units, ==,
      1150000);
  g_assert_cmpuint (count->vouchers, ==, 0);
  book_fixture_act (page, "counts.post");
  window_fixture_wait (has_dialog, fixture);
  g_assert_true (book_fixture_says (book_fixture_find_dialog (fixture), "Dr 138 Cr 1111"));
  answer (fixture, NULL);
  window_fixture_wait (is_posted, fixture);
}

static gboolean
has_choices (gpointer dialog)
{
  return *gtk_editable_get_text (book_fixture_part (dialog, "code_row")) != '\0';
}

/* A detail of 138, where what is short waits; the next free number is its code. */
static void
open_detail (BookFixture *fixture,
             const char  *name)
{
  GtkWidget *page = book_fixture_go (fixture, "accounts", "");
  GtkWidget *dialog = sheaf_detail_dialog_new (SHEAF_PAGE (page), "138");

  gtk_window_present (GTK_WINDOW (dialog));
  window_fixture_wait (has_choices, dialog);
  book_fixture_type (dialog, "name_row", name);
  book_fixture_act (dialog, "detail.open");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  window_fixture_settle ();
}

/* The account that the last voucher of a count has on its debit side. */
static char *
find_debit (BookFixture *fixture)
{
  g_autoptr (SheafCount) count = load_last (fixture);
  g_autoptr (SheafBook) book = open_book (fixture);
  g_autoptr (SheafVoucher) voucher =
      sheaf_voucher_load (book, sheaf_count_last_voucher (book, count->id), NULL);

  const SheafVoucherRow *row = voucher->rows->pdata[0];

  return g_strdup (sheaf_chart_by_id (sheaf_chart_get (book, NULL), row->debit_id)->code);
}

static void
test_a_divided_account_is_chosen_from (BookFixture  *fixture,
                                       gconstpointer data)
{
  GtkWidget       *dialog;
  GtkDropDown     *choices;
  g_autofree char *debit = NULL;

  (void) data;
  open_detail (fixture, "Tài sản thiếu chờ xử lý");
  open_detail (fixture, "Phải thu khác");
  book_fixture_act (keep_cash (fixture), "counts.post");
  window_fixture_wait (has_dialog, fixture);
  dialog = book_fixture_find_dialog (fixture);
  choices = book_fixture_part (dialog, "choice_list");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (choices)));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (choices)), ==, 2);
  gtk_drop_down_set_selected (choices, 1);
  answer (fixture, NULL);
  window_fixture_wait (is_posted, fixture);
  debit = find_debit (fixture);
  g_assert_cmpstr (debit, ==, "1382");
}

static void
test_a_question_answered_no_posts_nothing (BookFixture  *fixture,
                                           gconstpointer data)
{
  GtkWidget *page = keep_cash (fixture);

  (void) data;
  book_fixture_act (page, "counts.post");
  window_fixture_wait (has_dialog, fixture);
  book_fixture_answer (book_fixture_find_dialog (fixture), "cancel");
  window_fixture_settle ();
  g_assert_false (is_posted (fixture));
}

static void
test_half_a_note_is_refused_where_it_stands (BookFixture  *fixture,
                                             gconstpointer data)
{
  GtkWidget *page = begin_count (fixture, "1111");

  (void) data;
  type_cell (page, 1, 2, "1.5");
  book_fixture_act (page, "counts.keep");
  window_fixture_settle ();
  g_assert_true (has_refusal (page));
  type_cell (page, 1, 2, "x");
  book_fixture_act (page, "counts.keep");
  window_fixture_settle ();
  g_assert_true (has_refusal (page));
  g_assert_false (is_kept (fixture));
}

static void
test_a_time_that_is_none_is_refused_and_nothing_lost (BookFixture  *fixture,
                                                      gconstpointer data)
{
  GtkWidget *page = begin_count (fixture, "1111");

  (void) data;
  type_cell (page, 1, 1, "2");
  book_fixture_type (page, "time_entry", "25:00");
  book_fixture_act (page, "counts.keep");
  window_fixture_wait (has_refusal, page);
  g_assert_false (is_kept (fixture));
  g_assert_true (book_fixture_says (page, "counted 1,000,000"));
  book_fixture_type (page, "time_entry", "");
  keep (fixture, page);
}

static void
test_an_account_of_another_kind_is_refused (BookFixture  *fixture,
                                            gconstpointer data)
{
  GtkWidget *page = book_fixture_go (fixture, "counts", "");

  (void) data;
  book_fixture_type (page, "account_picker", "131");
  book_fixture_type (page, "day_entry", "31/12/2025");
  book_fixture_act (page, "counts.begin");
  window_fixture_wait (has_dialog, fixture);
  g_assert_false (shows_sheet (page));
  gtk_window_destroy (GTK_WINDOW (book_fixture_find_dialog (fixture)));
}

/* The sample's stock names no products: what lies there is put on lines of its own. */
static void
test_stock_is_judged_by_quality (BookFixture  *fixture,
                                 gconstpointer data)
{
  GtkWidget      *page = begin_count (fixture, "156");
  SheafCountGrid *grid = book_fixture_part (page, "grid");
  int             row = (int) sheaf_count_grid_left (grid) + 1;
  g_autoptr (SheafCount) count = NULL;
  const SheafCountLine *line;

  (void) data;
  book_fixture_act (page, "counts.add-line");
  type_cell (page, 0, row, "BAO");
  type_cell (page, 3, row, "10");
  type_cell (page, 4, row, "50000");
  type_cell (page, 5, row, "11");
  book_fixture_act (page, "counts.keep");
  window_fixture_settle ();
  g_assert_true (has_refusal (page));
  g_assert_false (is_kept (fixture));
  type_cell (page, 5, row, "2");
  type_cell (page, 6, row, "1.5");
  keep (fixture, page);
  count = load_last (fixture);
  line = count->lines->pdata[count->lines->len - 1];
  g_assert_cmpstr (line->name, ==, "BAO");
  g_assert_cmpint (line->counted_amount.units, ==, 50000);
  g_assert_cmpint (sheaf_count_line_good (line).thousandths, ==, 6500);
}

static void
test_a_sheet_is_counted_again (BookFixture  *fixture,
                               gconstpointer data)
{
  GtkWidget *page = keep_cash (fixture);
  g_autoptr (SheafCount) count = NULL;

  (void) data;
  book_fixture_act (page, "counts.again");
  for (guint i = 0; i < 50 && is_kept_shown (page); i++)
    window_fixture_settle ();
  g_assert_true (book_fixture_says (page, "counted 500,000"));
  type_cell (page, 1, 2, "1");
  book_fixture_act (page, "counts.keep");
  window_fixture_wait (is_second_kept, fixture);
  count = load_last (fixture);
  g_assert_cmpuint (count->lines->len, ==, 3); /* the books and two kinds of notes */
}

static void
test_a_sheet_is_set_aside_for_a_reason (BookFixture  *fixture,
                                        gconstpointer data)
{
  GtkWidget *page = keep_cash (fixture);

  (void) data;
  book_fixture_act (page, "counts.withdraw");
  window_fixture_wait (has_dialog, fixture);
  g_assert_false (adw_message_dialog_get_response_enabled (
      ADW_MESSAGE_DIALOG (book_fixture_find_dialog (fixture)), "accept"));
  answer (fixture, "Đếm nhầm");
  window_fixture_wait (is_withdrawn, fixture);
  window_fixture_settle ();
  g_assert_true (book_fixture_says (page, "Set aside: Đếm nhầm"));
}

static gboolean
has_looked (gpointer page)
{
  return !gtk_widget_get_visible (
      book_fixture_part (book_fixture_part (page, "list"), "progress_box"));
}

static gboolean
is_closed (gpointer fixture)
{
  g_autoptr (SheafBook) book = open_book (fixture);
  gboolean closed = FALSE;

  return sheaf_closing_is_closed (book, 2025, &closed, NULL) && closed;
}

static void
test_a_closed_year_takes_no_difference (BookFixture  *fixture,
                                        gconstpointer data)
{
  GtkWidget *page = keep_cash (fixture);
  GtkWidget *closing;

  (void) data;
  closing = book_fixture_go (fixture, "closing", "");
  window_fixture_wait (has_looked, closing);
  window_fixture_settle ();
  book_fixture_act (closing, "closing.close");
  answer (fixture, NULL);
  window_fixture_wait (is_closed, fixture);
  window_fixture_settle ();
  page = book_fixture_go (fixture, "counts", "1");
  window_fixture_wait (is_kept_shown, page);
  book_fixture_act (page, "counts.post");
  answer (fixture, NULL);
  window_fixture_wait (has_refusal, page);
  g_assert_false (is_posted (fixture));
}

static void
test_what_is_typed_stays_while_elsewhere (BookFixture  *fixture,
                                          gconstpointer data)
{
  GtkWidget *page = begin_count (fixture, "1111");

  (void) data;
  type_cell (page, 1, 1, "7");
  (void) book_fixture_go (fixture, "vouchers", "");
  page = book_fixture_go (fixture, "counts", "");
  g_assert_false (shows_sheet (page));
  g_assert_true (book_fixture_says (page, "not kept yet"));
  gtk_widget_activate (
      GTK_WIDGET (gtk_list_box_get_row_at_index (book_fixture_part (page, "list"), 0)));
  window_fixture_settle ();
  g_assert_true (shows_sheet (page));
  g_assert_true (book_fixture_says (page, "counted 3,500,000"));
  book_fixture_act (page, "counts.discard");
  window_fixture_wait (has_dialog, fixture);
  book_fixture_answer (book_fixture_find_dialog (fixture), "accept");
  window_fixture_settle ();
  g_assert_false (shows_sheet (page));
  g_assert_false (is_kept (fixture));
}

static void
test_the_paper_comes_up (BookFixture  *fixture,
                         gconstpointer data)
{
  GtkWidget *page = keep_cash (fixture);
  GtkWidget *dialog;

  (void) data;
  book_fixture_act (page, "counts.paper");
  window_fixture_wait (has_dialog, fixture);
  dialog = book_fixture_find_dialog (fixture);
  g_assert_true (SHEAF_IS_PAPER_DIALOG (dialog));
  for (guint i = 0; i < 10; i++)
    window_fixture_settle ();
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/counts-page/cash-is-counted-and-its-difference-posted",
                    test_cash_is_counted_and_its_difference_posted);
  BOOK_FIXTURE_ADD ("/counts-page/a-divided-account-is-chosen-from",
                    test_a_divided_account_is_chosen_from);
  BOOK_FIXTURE_ADD ("/counts-page/a-question-answered-no-posts-nothing",
                    test_a_question_answered_no_posts_nothing);
  BOOK_FIXTURE_ADD ("/counts-page/half-a-note-is-refused-where-it-stands",
                    test_half_a_note_is_refused_where_it_stands);
  BOOK_FIXTURE_ADD ("/counts-page/a-time-that-is-none-is-refused-and-nothing-lost",
                    test_a_time_that_is_none_is_refused_and_nothing_lost);
  BOOK_FIXTURE_ADD ("/counts-page/an-account-of-another-kind-is-refused",
                    test_an_account_of_another_kind_is_refused);
  BOOK_FIXTURE_ADD ("/counts-page/stock-is-judged-by-quality", test_stock_is_judged_by_quality);
  BOOK_FIXTURE_ADD ("/counts-page/a-sheet-is-counted-again", test_a_sheet_is_counted_again);
  BOOK_FIXTURE_ADD ("/counts-page/a-sheet-is-set-aside-for-a-reason",
                    test_a_sheet_is_set_aside_for_a_reason);
  BOOK_FIXTURE_ADD ("/counts-page/a-closed-year-takes-no-difference",
                    test_a_closed_year_takes_no_difference);
  BOOK_FIXTURE_ADD ("/counts-page/what-is-typed-stays-while-elsewhere",
                    test_what_is_typed_stays_while_elsewhere);
  BOOK_FIXTURE_ADD ("/counts-page/the-paper-comes-up", test_the_paper_comes_up);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}
