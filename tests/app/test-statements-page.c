/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements and books of account in a window. */
#include "book-fixture.h"

#include "app/page.h"
#include "app/statements/report-board.h"
#include "app/statements/report-files.h"
#include "app/widgets/entry-mark.h"
#include "ledger/tax-answer.h"
#include "statements/note-text.h"

#include <glib/gstdio.h>

typedef struct
{
  BookFixture *fixture;
  const char  *code;
} Awaited;

static SheafReportBoard *
find_board (BookFixture *fixture)
{
  GtkWidget *page = sheaf_book_view_get_page (sheaf_window_get_book_view (fixture->window));

  return SHEAF_REPORT_BOARD (window_fixture_find (page, SHEAF_TYPE_REPORT_BOARD));
}

static gboolean
shows_report (gpointer data)
{
  const Awaited        *awaited = data;
  const SheafCollected *collected = sheaf_report_view_get_collected (
      sheaf_report_board_get_view (find_board (awaited->fixture)));

  return collected != NULL && g_strcmp0 (collected->head->code, awaited->code) == 0;
}

static SheafReportView *
go_to_report (BookFixture *fixture,
              const char  *page,
              const char  *code)
{
  Awaited awaited = { fixture, code };

  (void) book_fixture_go (fixture, page, code);
  window_fixture_wait (shows_report, &awaited);
  window_fixture_settle ();
  return sheaf_report_board_get_view (find_board (fixture));
}

static gboolean
is_line (const SheafReportRow *row,
         gpointer              line)
{
  return g_strcmp0 (row->line, line) == 0;
}

/* The figure of this year, the first column of money. */
static gint64
read_line (SheafReportView *view,
           const char      *line)
{
  const SheafCollected *collected = sheaf_report_view_get_collected (view);

  g_assert_true (sheaf_report_view_select (view, is_line, (gpointer) line));
  for (guint i = 0; i < collected->head->columns->len; i++)
    if (((const SheafReportColumn *) collected->head->columns->pdata[i])->kind == SHEAF_CELL_MONEY)
      return sheaf_report_view_get_row (view)->cells[i].number;
  g_assert_not_reached ();
}

static void
test_the_form_balances_on_the_screen (BookFixture  *fixture,
                                      gconstpointer data)
{
  SheafReportView *view = go_to_report (fixture, "statements", "B01-HTX");

  (void) data;
  g_assert_cmpint (read_line (view, "200"), !=, 0);
  g_assert_cmpint (read_line (view, "200"), ==, read_line (view, "500"));
  (void) go_to_report (fixture, "statements", "B02-HTX");
}

static gboolean
shows_figure (gpointer fixture)
{
  GtkWidget *pane = window_fixture_find (GTK_WIDGET (find_board (fixture)),
                                         g_type_from_name ("SheafFigurePane"));

  return pane != NULL &&
         sheaf_report_view_get_collected (book_fixture_part (pane, "view")) != NULL;
}

/* The vouchers beside the statement add up to the figure; Escape leads back. */
static void
test_a_figure_shows_its_vouchers (BookFixture  *fixture,
                                  gconstpointer data)
{
  SheafReportView       *view = go_to_report (fixture, "statements", "B01-HTX");
  gint64                 cash = read_line (view, "110");
  SheafCollectedSection *section;
  SheafReportRow        *sum;
  GtkWidget             *pane;

  (void) data;
  g_signal_emit_by_name (view, "row-activated", sheaf_report_view_get_row (view), 3);
  window_fixture_wait (shows_figure, fixture);
  pane = window_fixture_find (GTK_WIDGET (find_board (fixture)),
                              g_type_from_name ("SheafFigurePane"));
  section = sheaf_report_view_get_collected (book_fixture_part (pane, "view"))->sections->pdata[0];
  sum = section->rows->pdata[section->rows->len - 1];
  g_assert_cmpint (sum->kind, ==, SHEAF_ROW_KIND_TOTAL);
  g_assert_cmpint (sum->cells[6].number, ==, cash);
  book_fixture_act (pane, "figure.close");
  g_assert_null (window_fixture_find (GTK_WIDGET (find_board (fixture)),
                                      g_type_from_name ("SheafFigurePane")));
}

static void
test_empty_lines_are_left_out (BookFixture  *fixture,
                               gconstpointer data)
{
  SheafReportView *view = go_to_report (fixture, "statements", "B01-HTX");
  guint            rows = sheaf_report_view_get_collected (view)->n_rows;
  GtkWidget       *board = GTK_WIDGET (find_board (fixture));
  GtkWidget       *check = window_fixture_find (board, GTK_TYPE_CHECK_BUTTON);

  (void) data;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  for (guint i = 0; i < 100 && sheaf_report_view_get_collected (view)->n_rows == rows; i++)
    window_fixture_settle ();
  g_assert_cmpuint (sheaf_report_view_get_collected (view)->n_rows, <, rows);
}

static void
test_a_report_is_saved_in_each_format (BookFixture  *fixture,
                                       gconstpointer data)
{
  static const char *const begins[] = { "%PDF", "PK" };
  SheafReportQuestion      question = { .year = 2025,
                                        .from = SHEAF_DATE_NONE,
                                        .to = SHEAF_DATE_NONE };
  const SheafActor         actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };
  g_autoptr (SheafBook) book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);

  (void) data;
  for (guint format = SHEAF_REPORT_FILE_PDF; format <= SHEAF_REPORT_FILE_CSV; format++)
    {
      SheafReportSaving *saving = g_new0 (SheafReportSaving, 1);
      g_autofree char   *path = g_build_filename (fixture->folder, "report", NULL);
      g_autofree char   *bytes = NULL;
      g_autofree char   *saved = NULL;
      g_autoptr (GError) error = NULL;

      saving->wish = sheaf_report_wish_new ("B01-HTX", &question);
      saving->format = format;
      saving->path = g_strdup (path);
      saved = sheaf_report_save_job (book, saving, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
      if (format < SHEAF_REPORT_FILE_CSV)
        g_assert_true (g_str_has_prefix (bytes, begins[format]));
      else
        g_assert_nonnull (strstr (bytes, ",200,"));
      sheaf_report_saving_free (saving);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static char *
read_note (BookFixture *fixture)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };
  g_autoptr (SheafBook) book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);

  return sheaf_note_text_find (book, 2025, "B09-HTX", "I.1", NULL);
}

static gboolean
is_note_kept (gpointer fixture)
{
  g_autofree char *text = read_note (fixture);

  return g_strcmp0 (text, "Trồng cỏ ngọt") == 0;
}

static gboolean
has_notes (gpointer dialog)
{
  return gtk_drop_down_get_model (book_fixture_part (dialog, "list")) != NULL;
}

static void
test_a_text_of_the_notes_is_kept_for_its_year (BookFixture  *fixture,
                                               gconstpointer data)
{
  SheafReportView *view = go_to_report (fixture, "statements", "B09-HTX");
  GtkWidget       *dialog;

  (void) data;
  book_fixture_act (gtk_widget_get_ancestor (GTK_WIDGET (view), SHEAF_TYPE_PAGE),
                    "statements.notes");
  dialog = book_fixture_find_dialog (fixture);
  g_assert_nonnull (dialog);
  window_fixture_wait (has_notes, dialog);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (book_fixture_part (dialog, "view")),
                            "Trồng cỏ ngọt", -1);
  book_fixture_act (dialog, "notes.save");
  window_fixture_wait (is_note_kept, fixture);
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_settle ();
}

static char *
read_answer (BookFixture *fixture,
             const char  *key)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };
  g_autoptr (SheafBook) book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);

  return sheaf_tax_answer_find (book, 2025, key);
}

static gboolean
is_answered (gpointer fixture)
{
  g_autofree char *interest = read_answer (fixture, "interest");
  g_autofree char *share = read_answer (fixture, "exempt-share");

  return g_strcmp0 (interest, "1500000") == 0 && g_strcmp0 (share, "0.99") == 0;
}

/* The entry with a title. */
static GtkWidget *
find_entry (GtkWidget  *below,
            const char *title)
{
  if (ADW_IS_ENTRY_ROW (below) &&
      strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (below)), title) != NULL)
    return below;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* People type amounts and per cent as everywhere else; the sheet keeps đồng and parts of 1. */
static void
test_answers_for_the_tax_sheet_are_kept (BookFixture  *fixture,
                                         gconstpointer data)
{
  SheafReportView *view = go_to_report (fixture, "statements", "tax-sheet");
  GtkWidget       *dialog;

  (void) data;
  book_fixture_act (gtk_widget_get_ancestor (GTK_WIDGET (view), SHEAF_TYPE_PAGE),
                    "statements.tax-answers");
  dialog = book_fixture_find_dialog (fixture);
  g_assert_nonnull (dialog);
  window_fixture_settle ();
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "Interest on loans")), "1,5tr");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "Exempt part")), "99");
  book_fixture_act (dialog, "tax.save");
  window_fixture_wait (is_answered, fixture);
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
}

static gboolean
lists_books (gpointer page)
{
  return gtk_list_box_get_row_at_index (book_fixture_part (page, "list"), 3) != NULL;
}

/* The window closes on the list, which has rows with a heading above some. */
static void
test_books_are_listed_and_opened (BookFixture  *fixture,
                                  gconstpointer data)
{
  GtkWidget *page = book_fixture_go (fixture, "books", "");

  (void) data;
  window_fixture_wait (lists_books, page);
  g_assert_true (book_fixture_says (page, "Nothing to write in these"));
  (void) go_to_report (fixture, "books", "S03a-HTX");
  (void) book_fixture_go (fixture, "books", "");
}

static gboolean
is_claim (const SheafReportRow *row,
          gpointer              data)
{
  (void) data;
  return row->party_id != 0 && g_strcmp0 (row->line, "claims") == 0;
}

static guint
find_column (SheafReportView *view,
             const char      *key)
{
  const GPtrArray *columns = sheaf_report_view_get_collected (view)->head->columns;

  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (((const SheafReportColumn *) columns->pdata[i])->key, key))
      return i;
  return G_MAXUINT;
}

/* From an amount of the ageing to the rows behind it, and from these to their voucher. */
static void
test_an_amount_of_the_ageing_shows_its_rows (BookFixture  *fixture,
                                             gconstpointer data)
{
  SheafReportView       *view = go_to_report (fixture, "statements", "ageing");
  guint                  balance = find_column (view, "balance");
  GtkWidget             *pane;
  SheafReportView       *rows;
  SheafCollectedSection *section;
  SheafReportRow        *sum;
  gint64                 amount;

  (void) data;
  g_assert_true (sheaf_report_view_select (view, is_claim, NULL));
  amount = sheaf_report_view_get_row (view)->cells[balance].number;
  g_signal_emit_by_name (view, "row-activated", sheaf_report_view_get_row (view), balance);
  window_fixture_wait (shows_figure, fixture);
  pane = window_fixture_find (GTK_WIDGET (find_board (fixture)),
                              g_type_from_name ("SheafFigurePane"));
  rows = book_fixture_part (pane, "view");
  section = sheaf_report_view_get_collected (rows)->sections->pdata[0];
  sum = section->rows->pdata[section->rows->len - 1];
  g_assert_cmpint (sum->kind, ==, SHEAF_ROW_KIND_TOTAL);
  g_assert_cmpint (sum->cells[7].number, ==, amount);
  g_assert_cmpint (((SheafReportRow *) section->rows->pdata[0])->voucher_id, !=, 0);
  book_fixture_act (pane, "figure.close");
}

typedef struct
{
  SheafReportView *view;
  const char      *key;
} Stretch;

static gboolean
has_stretch (gpointer data)
{
  Stretch *stretch = data;

  return find_column (stretch->view, stretch->key) != G_MAXUINT;
}

/* 30, 60, 90 first; 90, 180, 365 by one choice; the person's own as typed, wrong ones said. */
static void
test_stretches_of_the_ageing_are_chosen (BookFixture  *fixture,
                                         gconstpointer data)
{
  SheafReportView *view = go_to_report (fixture, "statements", "ageing");
  GtkWidget       *choice = window_fixture_find (GTK_WIDGET (find_board (fixture)),
                                                 g_type_from_name ("SheafAgeingChoice"));
  GtkDropDown     *presets = book_fixture_part (choice, "preset_list");
  GtkWidget       *own = book_fixture_part (choice, "own_entry");

  (void) data;
  g_assert_cmpuint (find_column (view, "overdue_over_90"), !=, G_MAXUINT);
  gtk_drop_down_set_selected (presets, 1);
  window_fixture_wait (has_stretch, &(Stretch){ view, "overdue_181_365" });
  gtk_drop_down_set_selected (presets, 3);
  g_assert_true (gtk_widget_get_visible (own));
  book_fixture_type (choice, "own_entry", "45 15");
  g_signal_emit_by_name (own, "activate");
  g_assert_true (sheaf_entry_is_marked (own));
  book_fixture_type (choice, "own_entry", "15; 45");
  g_signal_emit_by_name (own, "activate");
  g_assert_false (sheaf_entry_is_marked (own));
  window_fixture_wait (has_stretch, &(Stretch){ view, "overdue_16_45" });
}

/* An account asked of one book would leave the next one empty. */
static void
test_codes_stay_with_their_report (BookFixture  *fixture,
                                   gconstpointer data)
{
  Awaited awaited = { fixture, "S04a-HTX" };

  (void) data;
  (void) go_to_report (fixture, "books", "S03b-HTX");
  sheaf_report_board_ask_account (find_board (fixture), "131");
  window_fixture_settle ();
  (void) book_fixture_go (fixture, "books", "S04a-HTX");
  window_fixture_wait (shows_report, &awaited);
}

/* A book that there is nothing for says why; nothing can be asked of it. */
static void
test_a_book_without_entries_asks_nothing (BookFixture  *fixture,
                                          gconstpointer data)
{
  GtkWidget *page;

  (void) data;
  (void) go_to_report (fixture, "books", "S03a-HTX");
  page = book_fixture_go (fixture, "books", "S24-HTX");
  window_fixture_settle ();
  g_assert_false (gtk_widget_get_visible (
      window_fixture_find (page, g_type_from_name ("SheafReportFilters"))));
  g_assert_false (
      gtk_widget_get_sensitive (window_fixture_find (page, GTK_TYPE_MENU_BUTTON)));
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/statements-page/an-amount-of-the-ageing-shows-its-rows",
                    test_an_amount_of_the_ageing_shows_its_rows);
  BOOK_FIXTURE_ADD ("/statements-page/stretches-of-the-ageing-are-chosen",
                    test_stretches_of_the_ageing_are_chosen);
  BOOK_FIXTURE_ADD ("/statements-page/codes-stay-with-their-report",
                    test_codes_stay_with_their_report);
  BOOK_FIXTURE_ADD ("/statements-page/a-book-without-entries-asks-nothing",
                    test_a_book_without_entries_asks_nothing);
  BOOK_FIXTURE_ADD ("/statements-page/the-form-balances-on-the-screen",
                    test_the_form_balances_on_the_screen);
  BOOK_FIXTURE_ADD ("/statements-page/a-figure-shows-its-vouchers",
                    test_a_figure_shows_its_vouchers);
  BOOK_FIXTURE_ADD ("/statements-page/books-are-listed-and-opened",
                    test_books_are_listed_and_opened);
  BOOK_FIXTURE_ADD ("/statements-page/empty-lines-are-left-out", test_empty_lines_are_left_out);
  BOOK_FIXTURE_ADD ("/statements-page/a-text-of-the-notes-is-kept-for-its-year",
                    test_a_text_of_the_notes_is_kept_for_its_year);
  BOOK_FIXTURE_ADD ("/statements-page/answers-for-the-tax-sheet-are-kept",
                    test_answers_for_the_tax_sheet_are_kept);
  BOOK_FIXTURE_ADD ("/statements-page/a-report-is-saved-in-each-format",
                    test_a_report_is_saved_in_each_format);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}
