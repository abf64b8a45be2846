/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report on the screen: what is shown, sorted, chosen. */
#include "window-fixture.h"

#include "app/widgets/report-text.h"
#include "app/widgets/report-view.h"

typedef struct
{
  GtkWidget       *window;
  SheafReportView *view;
} Fixture;

typedef struct
{
  gint64 voucher_id;
  guint  column;
  guint  times;
} Activation;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  (void) data;
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  fixture->view = g_object_new (SHEAF_TYPE_REPORT_VIEW, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_fixture_settle ();
}

static SheafReportHead *
make_head (const char *code)
{
  SheafReportHead *head = sheaf_report_head_new (code);

  head->title = g_strdup ("Sổ nhật ký chung");
  sheaf_report_column_add (head->columns, "day", NULL, "Ngày", "A", SHEAF_CELL_DAY, 2);
  sheaf_report_column_add (head->columns, "text", NULL, "Diễn giải", "B", SHEAF_CELL_TEXT, 6);
  sheaf_report_column_add (head->columns, "debit", "Số phát sinh", "Nợ", "1", SHEAF_CELL_MONEY, 3);
  sheaf_report_column_add (head->columns, "credit", "Số phát sinh", "Có", "2", SHEAF_CELL_MONEY, 3);
  return head;
}

static void
add_row (SheafReportSink   *sink,
         SheafReportRowKind kind,
         const char        *text,
         gint64             debit,
         gint64             credit,
         gint64             voucher_id)
{
  SheafCell      cells[4] = { 0 };
  SheafReportRow row = { .kind = kind, .cells = cells, .voucher_id = voucher_id };

  if (kind == SHEAF_ROW_KIND_LINE)
    sheaf_cell_set_day (&cells[0], sheaf_date_new (2025, 3, 31));
  sheaf_cell_set_text (&cells[1], text);
  sheaf_cell_set_number (&cells[2], debit);
  sheaf_cell_set_number (&cells[3], credit);
  g_assert_true (sheaf_report_sink_row (sink, &row, NULL));
}

static SheafReportSink *
begin_report (guint limit)
{
  SheafReportSink    *sink = sheaf_collected_sink_new (limit);
  SheafReportHead    *head = make_head ("S03a-HTX");
  SheafReportSection *section = sheaf_report_section_new ("");

  g_assert_true (sheaf_report_sink_head (sink, head, NULL));
  g_assert_true (sheaf_report_sink_section (sink, section, NULL));
  sheaf_report_section_free (section);
  sheaf_report_head_free (head);
  return sink;
}

static SheafCollected *
end_report (SheafReportSink *sink)
{
  SheafCollected *collected;

  g_assert_true (sheaf_report_sink_finish (sink, NULL));
  collected = sheaf_collected_sink_take (sink);
  sheaf_collected_sink_free (sink);
  return collected;
}

static SheafCollected *
make_journal (void)
{
  SheafReportSink *sink = begin_report (0);

  add_row (sink, SHEAF_ROW_KIND_LINE, "Bán thóc", 300, 0, 11);
  add_row (sink, SHEAF_ROW_KIND_LINE, "Mua phân bón", 0, 500, 12);
  add_row (sink, SHEAF_ROW_KIND_LINE, "Ấn phẩm", 100, 0, 13);
  add_row (sink, SHEAF_ROW_KIND_TOTAL, "Cộng", 400, 500, 0);
  return end_report (sink);
}

static void
activated_cb (SheafReportView      *view,
              const SheafReportRow *row,
              guint                 column,
              Activation           *activation)
{
  (void) view;
  activation->voucher_id = row->voucher_id;
  activation->column = column;
  activation->times++;
}

static GtkWidget *
get_part (Fixture    *fixture,
          const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->view),
                                                    SHEAF_TYPE_REPORT_VIEW, name));
}

static GtkWidget *
find_list (Fixture *fixture)
{
  return get_part (fixture, "list");
}

static guint
count_lines (Fixture *fixture)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find_list (fixture)))));
}

/* The voucher of the row at a position. */
static gint64
voucher_at (Fixture *fixture,
            guint    position)
{
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (find_list (fixture)));

  (void) gtk_selection_model_select_item (model, position, TRUE);
  return sheaf_report_view_get_row (fixture->view)->voucher_id;
}

static void
test_the_one_total_stays_in_sight (Fixture      *fixture,
                                   gconstpointer data)
{
  GtkWidget *foot = get_part (fixture, "foot");

  (void) data;
  sheaf_report_view_show (fixture->view, make_journal (), NULL);
  window_fixture_settle ();
  g_assert_cmpuint (count_lines (fixture), ==, 3);
  g_assert_true (gtk_widget_get_mapped (foot));
  g_assert_cmpint (gtk_widget_get_height (foot), >, 10);
}

static void
test_two_totals_stay_in_their_place (Fixture      *fixture,
                                     gconstpointer data)
{
  SheafReportSink *sink = begin_report (0);

  (void) data;
  add_row (sink, SHEAF_ROW_KIND_LINE, "Tiền", 300, 0, 0);
  add_row (sink, SHEAF_ROW_KIND_TOTAL, "Tổng cộng tài sản", 300, 0, 0);
  add_row (sink, SHEAF_ROW_KIND_TOTAL, "Tổng cộng nguồn vốn", 300, 0, 0);
  sheaf_report_view_show (fixture->view, end_report (sink), NULL);
  window_fixture_settle ();
  g_assert_cmpuint (count_lines (fixture), ==, 3);
  g_assert_false (sheaf_report_view_sort (fixture->view, 2));
}

static void
test_a_flat_list_is_sorted_by_a_column (Fixture      *fixture,
                                        gconstpointer data)
{
  (void) data;
  sheaf_report_view_show (fixture->view, make_journal (), NULL);
  window_fixture_settle ();
  g_assert_true (sheaf_report_view_sort (fixture->view, 1)); /* words: Ấn, Bán, Mua */
  g_assert_cmpint (voucher_at (fixture, 0), ==, 13);
  g_assert_cmpint (voucher_at (fixture, 2), ==, 12);
  g_assert_true (sheaf_report_view_sort (fixture->view, 1)); /* downwards */
  g_assert_cmpint (voucher_at (fixture, 0), ==, 12);
  g_assert_true (sheaf_report_view_sort (fixture->view, 1)); /* as written */
  g_assert_cmpint (voucher_at (fixture, 0), ==, 11);
  g_assert_true (sheaf_report_view_sort (fixture->view, 3));
  g_assert_true (sheaf_report_view_sort (fixture->view, 3));
  g_assert_cmpint (voucher_at (fixture, 0), ==, 12);
}

static void
test_a_balance_carried_forward_is_not_sorted (Fixture      *fixture,
                                              gconstpointer data)
{
  SheafReportSink *sink = begin_report (0);

  (void) data;
  add_row (sink, SHEAF_ROW_KIND_OPENING, "Số dư đầu kỳ", 300, 0, 0);
  add_row (sink, SHEAF_ROW_KIND_LINE, "Bán thóc", 300, 0, 11);
  add_row (sink, SHEAF_ROW_KIND_LINE, "Mua phân", 0, 100, 12);
  sheaf_report_view_show (fixture->view, end_report (sink), NULL);
  g_assert_false (sheaf_report_view_sort (fixture->view, 2));
}

static void
test_a_row_leads_to_its_voucher (Fixture      *fixture,
                                 gconstpointer data)
{
  Activation activation = { 0 };

  (void) data;
  sheaf_report_view_show (fixture->view, make_journal (), NULL);
  window_fixture_settle ();
  g_signal_connect (fixture->view, "row-activated", G_CALLBACK (activated_cb), &activation);
  g_signal_emit_by_name (find_list (fixture), "activate", 1);
  g_assert_cmpuint (activation.times, ==, 1);
  g_assert_cmpint (activation.voucher_id, ==, 12);
  g_assert_cmpuint (activation.column, ==, 2); /* the first of figures */
}

static void
test_figures_are_written_as_on_paper (void)
{
  SheafCell        zero = { .state = SHEAF_CELL_FILLED };
  SheafCell        negative = { .state = SHEAF_CELL_FILLED, .number = -1234567 };
  SheafCell        rate = { .state = SHEAF_CELL_FILLED, .number = 125000 };
  SheafCell        fall = { .state = SHEAF_CELL_FILLED, .number = -534900 };
  SheafCell        liquidity = { .state = SHEAF_CELL_FILLED, .number = 7702200 };
  SheafCell        foreign = { .state = SHEAF_CELL_FILLED, .number = 1234, .currency = "USD" };
  SheafCell        crossed = { .state = SHEAF_CELL_CROSSED };
  SheafCell        empty = { .state = SHEAF_CELL_EMPTY };
  g_autofree char *dash = sheaf_report_text_cell (&zero, SHEAF_CELL_MONEY, NULL);
  g_autofree char *loss = sheaf_report_text_cell (&negative, SHEAF_CELL_MONEY, NULL);
  g_autofree char *percent = sheaf_report_text_cell (&rate, SHEAF_CELL_RATE, NULL);
  g_autofree char *less = sheaf_report_text_cell (&fall, SHEAF_CELL_RATE, NULL);
  g_autofree char *ratio = sheaf_report_text_cell (&liquidity, SHEAF_CELL_RATIO, NULL);
  g_autofree char *dollars = sheaf_report_text_cell (&foreign, SHEAF_CELL_MONEY, NULL);
  g_autofree char *cross = sheaf_report_text_cell (&crossed, SHEAF_CELL_MONEY, NULL);
  g_autofree char *nothing = sheaf_report_text_cell (&empty, SHEAF_CELL_MONEY, NULL);

  g_assert_cmpstr (dash, ==, "–");
  g_assert_cmpstr (loss, ==, "(1,234,567)");
  g_assert_cmpstr (percent, ==, "12.50%");
  g_assert_cmpstr (less, ==, "(53.49%)");
  g_assert_cmpstr (ratio, ==, "7.70");
  g_assert_cmpstr (dollars, ==, "12.34");
  g_assert_cmpstr (cross, ==, "x");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_ten_thousand_rows_open_at_once (Fixture      *fixture,
                                     gconstpointer data)
{
  SheafReportSink *sink = begin_report (SHEAF_REPORT_VIEW_ROWS);
  GtkWidget       *cut = get_part (fixture, "cut");
  gint64           begin;

  (void) data;
  for (guint i = 0; i <= SHEAF_REPORT_VIEW_ROWS; i++)
    add_row (sink, SHEAF_ROW_KIND_LINE, "Mua phân bón của hợp tác xã", i, 0, i);
  begin = g_get_monotonic_time ();
  sheaf_report_view_show (fixture->view, end_report (sink), NULL);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_test_message ("shown after %d ms", (int) ((g_get_monotonic_time () - begin) / 1000));
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 2 * G_USEC_PER_SEC);
  g_assert_cmpuint (count_lines (fixture), ==, SHEAF_REPORT_VIEW_ROWS);
  g_assert_true (gtk_widget_get_visible (cut));
  sheaf_report_view_show (fixture->view, make_journal (), NULL);
  g_assert_false (gtk_widget_get_visible (cut));
}

/* Where the person begins is a row, not the title or the head above it; sorting keeps the row. */
static void
test_a_row_is_chosen_not_a_title (Fixture      *fixture,
                                  gconstpointer data)
{
  SheafReportSink *sink = begin_report (0);

  (void) data;
  add_row (sink, SHEAF_ROW_KIND_HEADING, "Tài sản", 0, 0, 0);
  add_row (sink, SHEAF_ROW_KIND_LINE, "Tiền", 300, 0, 21);
  sheaf_report_view_show (fixture->view, end_report (sink), NULL);
  window_fixture_settle ();
  g_assert_cmpint (sheaf_report_view_get_row (fixture->view)->voucher_id, ==, 21);
  sheaf_report_view_show (fixture->view, make_journal (), NULL);
  window_fixture_settle ();
  g_assert_cmpint (voucher_at (fixture, 1), ==, 12);
  g_assert_true (sheaf_report_view_sort (fixture->view, 1));
  g_assert_cmpint (sheaf_report_view_get_row (fixture->view)->voucher_id, ==, 12);
}

/* The action of the key sorts by the column marked: the first of figures, to begin with. */
static void
test_sorting_needs_no_mouse (Fixture      *fixture,
                             gconstpointer data)
{
  (void) data;
  sheaf_report_view_show (fixture->view, make_journal (), NULL);
  window_fixture_settle ();
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "report-view.sort", NULL));
  g_assert_cmpint (voucher_at (fixture, 0), ==, 12); /* 0, 100, 300 */
  g_assert_cmpint (voucher_at (fixture, 1), ==, 13);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/report-view/the-one-total-stays-in-sight", test_the_one_total_stays_in_sight },
    { "/report-view/two-totals-stay-in-their-place", test_two_totals_stay_in_their_place },
    { "/report-view/a-flat-list-is-sorted-by-a-column", test_a_flat_list_is_sorted_by_a_column },
    { "/report-view/a-balance-carried-forward-is-not-sorted",
      test_a_balance_carried_forward_is_not_sorted },
    { "/report-view/a-row-leads-to-its-voucher", test_a_row_leads_to_its_voucher },
    { "/report-view/a-row-is-chosen-not-a-title", test_a_row_is_chosen_not_a_title },
    { "/report-view/sorting-needs-no-mouse", test_sorting_needs_no_mouse },
    { "/report-view/ten-thousand-rows-open-at-once", test_ten_thousand_rows_open_at_once },
  };

  (void) window_fixture_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].run, tear_down);
  g_test_add_func ("/report-view/figures-are-written-as-on-paper",
                   test_figures_are_written_as_on_paper);
  return g_test_run ();
}
