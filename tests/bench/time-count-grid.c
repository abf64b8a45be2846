/* SPDX-License-Identifier: GPL-3.0-or-later */
/* time-count-grid [LINES]: how long a key takes on a sheet of stock of so many lines, in the
 * handler and until it is painted; median and worst of keys all over the sheet. Needs a display. */
#include "app/control/count-grid.h"

#include <stdio.h>

#define TURNS 41

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *painted)
{
  (void) clock;
  *painted = TRUE;
}

/* Until the frame that shows what was asked for is out. */
static void
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean       painted = FALSE;
  gulong         handler;

  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  gtk_widget_queue_draw (window);
  while (!painted)
    (void) g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static SheafCountSheet *
make_sheet (guint lines)
{
  SheafCountSheet *sheet = g_new0 (SheafCountSheet, 1);

  sheet->count = sheaf_count_new ();
  sheet->count->kind = SHEAF_COUNT_STOCK;
  sheet->count->date = sheaf_date_new (2025, 12, 31);
  sheet->title = g_strdup ("156");
  sheet->account_code = g_strdup ("156");
  sheet->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < lines; i++)
    {
      g_autofree char *name = g_strdup_printf ("SP%05u", i);
      SheafCountLine  *line = sheaf_count_add_line (sheet->count, name);

      line->booked_quantity = SHEAF_QUANTITY (1000 * (gint64) (i + 1));
      line->booked_amount = SHEAF_MONEY (125000 * (gint64) (i + 1));
      g_hash_table_insert (sheet->names, g_strdup (name),
                           g_strdup_printf ("Hàng hóa số %u (kg)", i));
    }
  return sheet;
}

static GtkEditable *
find_quantity (GtkWidget *grid,
               guint      line)
{
  GtkGrid *cells = GTK_GRID (adw_bin_get_child (ADW_BIN (grid)));

  return GTK_EDITABLE (gtk_grid_get_child_at (cells, 3, (int) line + 1));
}

static void
tell (const char *what,
      gint64     *taken)
{
  qsort (taken, TURNS, sizeof *taken, compare);
  (void) printf ("%s: median %.1f ms, worst %.1f ms\n", what, (double) taken[TURNS / 2] / 1000,
                 (double) taken[TURNS - 1] / 1000);
}

int
main (int    argc,
      char **argv)
{
  guint            lines = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 500;
  GtkWidget       *window, *scroller, *grid;
  SheafCountSheet *sheet = make_sheet (lines);
  gint64           handled[TURNS], shown[TURNS], began;

  adw_init ();
  window = gtk_window_new ();
  scroller = gtk_scrolled_window_new ();
  grid = g_object_new (SHEAF_TYPE_COUNT_GRID, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  began = g_get_monotonic_time ();
  sheaf_count_grid_show (SHEAF_COUNT_GRID (grid), sheet, TRUE);
  wait_for_frame (window);
  (void) printf ("a sheet of %u lines comes up in %.0f ms\n", lines,
                 (double) (g_get_monotonic_time () - began) / 1000);
  for (guint i = 0; i < lines; i++)
    gtk_editable_set_text (find_quantity (grid, i), "7");
  wait_for_frame (window);
  for (guint i = 0; i < TURNS; i++)
    {
      GtkEditable *entry = find_quantity (grid, i * 7919 % lines);
      int          position = -1;

      began = g_get_monotonic_time ();
      gtk_editable_insert_text (entry, "3", 1, &position);
      handled[i] = g_get_monotonic_time () - began;
      wait_for_frame (window);
      shown[i] = g_get_monotonic_time () - began;
    }
  tell ("a key on it, until it is understood (below 16)", handled);
  tell ("a key on it, until it is painted", shown);
  gtk_window_destroy (GTK_WINDOW (window));
  sheaf_count_sheet_free (sheet);
  return 0;
}
