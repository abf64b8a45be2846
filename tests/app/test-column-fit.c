/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns that are as wide as what stands in them. */
#include "window-fixture.h"

#include "app/models/record-list.h"
#include "app/widgets/column-choice.h"
#include "app/widgets/column-fit.h"
#include "app/widgets/columns.h"
#include "base/i18n.h"

typedef struct
{
  const char *name;
  const char *figure;
  gboolean    is_total;
} Row;

static char *
format_name (gconstpointer record)
{
  return g_strdup (((const Row *) record)->name);
}

static char *
format_figure (gconstpointer record)
{
  return g_strdup (((const Row *) record)->figure);
}

static const char *
style_row (gconstpointer record)
{
  return ((const Row *) record)->is_total ? "total-row" : NULL;
}

/* Told as untranslated: only their lengths matter. */
static const SheafColumn columns[] = {
  { "Name", SHEAF_COLUMN_WORDS, -100, format_name },
  { "Sum", SHEAF_COLUMN_FIGURE, 100, format_figure },
  { "A title that is longer than the figures", SHEAF_COLUMN_FIGURE, 100, format_figure },
};

static const Row small = { "one", "1.000", FALSE };
static const Row large = { "two", "(1.234.567.890.123)", FALSE };
static const Row large_total = { "two", "(1.234.567.890.123)", TRUE };

static GtkColumnView *
make_view (void)
{
  GtkWidget *view = g_object_ref_sink (gtk_column_view_new (NULL));

  gtk_widget_add_css_class (view, "data-table");
  sheaf_columns_add (GTK_COLUMN_VIEW (view), columns, G_N_ELEMENTS (columns));
  sheaf_columns_set_row_style (GTK_COLUMN_VIEW (view), style_row);
  return GTK_COLUMN_VIEW (view);
}

static GtkColumnViewColumn *
column_at (GtkColumnView *view,
           guint          place)
{
  g_autoptr (GtkColumnViewColumn)
      column = g_list_model_get_item (gtk_column_view_get_columns (view), place);

  return column; /* the view holds it */
}

static int
width_of (GtkColumnView *view,
          guint          place)
{
  return gtk_column_view_column_get_fixed_width (column_at (view, place));
}

static void
fit_times (GtkColumnView *view,
           const Row     *row,
           guint          times)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < times; i++)
    g_ptr_array_add (records, (gpointer) row);
  sheaf_column_fit (view, records);
}

static int
text_width (GtkColumnView *view,
            const char    *text,
            PangoWeight    weight)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width = 0;

  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
test_no_figure_is_cut (void)
{
  GtkColumnView *view = make_view ();

  fit_times (view, &small, 2);
  g_assert_cmpint (width_of (view, 1), <, 100);
  fit_times (view, &large, 2);
  g_assert_cmpint (width_of (view, 1), >=,
                   text_width (view, large.figure, PANGO_WEIGHT_NORMAL) + 20);
  fit_times (view, &large_total, 1);
  g_assert_cmpint (width_of (view, 1), >=, text_width (view, large.figure, PANGO_WEIGHT_BOLD) + 20);
  g_object_unref (view);
}

static void
test_no_title_is_cut (void)
{
  GtkColumnView *view = make_view ();

  fit_times (view, &small, 1);
  g_assert_cmpint (width_of (view, 2), >=,
                   text_width (view, columns[2].title, PANGO_WEIGHT_NORMAL) + 20);
  g_object_unref (view);
}

static void
test_a_drawn_width_stays (void)
{
  GtkColumnView *view = make_view ();

  gtk_column_view_column_set_fixed_width (column_at (view, 1), 321);
  fit_times (view, &large, 1);
  g_assert_cmpint (width_of (view, 1), ==, 321);
  g_object_unref (view);
}

/* Not every row is measured: what the table says is room enough for most. */
static void
test_a_long_list_keeps_the_told_width (void)
{
  GtkColumnView *view = make_view ();

  fit_times (view, &small, 5000);
  g_assert_cmpint (width_of (view, 1), ==, 100);
  g_object_unref (view);
}

static void
test_nothing_to_measure_changes_nothing (void)
{
  GtkColumnView *view = make_view ();

  fit_times (view, &small, 0);
  g_assert_cmpint (width_of (view, 1), ==, 100);
  g_object_unref (view);
}

static void
test_larger_text_widens_the_column (void)
{
  GtkColumnView *view = make_view ();
  GtkSettings   *settings = gtk_settings_get_default ();
  int            dpi, before;

  fit_times (view, &large, 1);
  before = width_of (view, 1);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024 * 13 / 10, NULL);
  g_assert_cmpint (width_of (view, 1), >=, before * 5 / 4);
  fit_times (view, &large, 1);
  g_assert_cmpint (width_of (view, 1), >=,
                   text_width (view, large.figure, PANGO_WEIGHT_NORMAL) + 20);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  g_object_unref (view);
}

/* GTK 4.8 measures rows by the told widths: one that takes the rest is told none. */
static void
test_the_only_column_of_words_takes_the_rest (void)
{
  GtkColumnView *view = make_view ();

  g_assert_cmpint (width_of (view, 0), ==, -1);
  sheaf_columns_set_shown (column_at (view, 0), FALSE);
  g_assert_cmpint (width_of (view, 0), ==, 0);
  g_assert_cmpint (sheaf_columns_get_width (column_at (view, 0)), ==, 100);
  sheaf_columns_set_shown (column_at (view, 0), TRUE);
  g_assert_cmpint (width_of (view, 0), ==, -1);
  g_assert_cmpint (sheaf_columns_get_width (column_at (view, 0)), ==, 100);
  g_object_unref (view);
}

/* The sign of the order would push the title off its figures. */
static void
test_the_title_of_figures_ends_over_them (void)
{
  GtkColumnView *view = make_view ();
  GtkWidget     *title = gtk_widget_get_last_child (
          gtk_widget_get_first_child (GTK_WIDGET (view)));

  g_assert_true (GTK_IS_LABEL (gtk_widget_get_last_child (gtk_widget_get_first_child (title))));
  g_object_unref (view);
}

static gboolean
is_shown (gpointer column)
{
  return gtk_column_view_column_get_visible (column);
}

static gboolean
is_left_out (gpointer column)
{
  return !gtk_column_view_column_get_visible (column);
}

/* Columns of the highest rank go first when the others get wider. */
static void
test_wider_columns_leave_out_the_last (void)
{
  static const SheafColumnChoice choices[] = { { "name", 0 }, { "sum", 0 }, { "again", 1 } };
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (SheafRecordList) list = NULL;
  GtkColumnView *view = make_view ();
  GtkWidget     *window = gtk_window_new ();
  GtkWidget     *scrolled = gtk_scrolled_window_new ();

  g_ptr_array_add (records, (gpointer) &small);
  list = sheaf_record_list_new (g_ptr_array_ref (records));
  gtk_column_view_set_model (
      view, GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (list)))));
  sheaf_column_choice_add (view, choices, G_N_ELEMENTS (choices), NULL, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (view));
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 200);
  gtk_window_present (GTK_WINDOW (window));
  sheaf_column_fit (view, records);
  window_fixture_wait (is_shown, column_at (view, 2));
  sheaf_columns_set_scaled_width (column_at (view, 1), 400);
  sheaf_column_choice_look_again (view);
  window_fixture_wait (is_left_out, column_at (view, 2));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (view);
}

int
main (int    argc,
      char **argv)
{
  (void) window_fixture_init (&argc, &argv, NULL);
  g_test_add_func ("/column-fit/no-figure-is-cut", test_no_figure_is_cut);
  g_test_add_func ("/column-fit/no-title-is-cut", test_no_title_is_cut);
  g_test_add_func ("/column-fit/a-drawn-width-stays", test_a_drawn_width_stays);
  g_test_add_func ("/column-fit/a-long-list-keeps-the-told-width",
                   test_a_long_list_keeps_the_told_width);
  g_test_add_func ("/column-fit/nothing-to-measure-changes-nothing",
                   test_nothing_to_measure_changes_nothing);
  g_test_add_func ("/column-fit/larger-text-widens-the-column",
                   test_larger_text_widens_the_column);
  g_test_add_func ("/columns/the-only-column-of-words-takes-the-rest",
                   test_the_only_column_of_words_takes_the_rest);
  g_test_add_func ("/columns/the-title-of-figures-ends-over-them",
                   test_the_title_of_figures_ends_over_them);
  g_test_add_func ("/column-choice/wider-columns-leave-out-the-last",
                   test_wider_columns_leave_out_the_last);
  return g_test_run ();
}
