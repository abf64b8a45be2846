/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages are recorded on the reading thread; on the main thread they are only played back. */
#include "app/documents/paper-print.h"

#include "app/messages.h"
#include "base/i18n.h"

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                number,
              GPtrArray         *pages)
{
  cairo_t          *cr = gtk_print_context_get_cairo_context (context);
  cairo_rectangle_t extents;

  (void) operation;
  if (!cairo_recording_surface_get_extents (g_ptr_array_index (pages, (guint) number), &extents))
    return;
  cairo_scale (cr, gtk_print_context_get_width (context) / extents.width,
               gtk_print_context_get_height (context) / extents.height);
  cairo_set_source_surface (cr, g_ptr_array_index (pages, (guint) number), 0, 0);
  cairo_paint (cr);
}

static void
recorded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  SheafPage       *page = SHEAF_PAGE (source);
  g_autofree char *title = user_data;
  GPtrArray       *pages = sheaf_page_take (page, result);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GtkPaperSize) size = NULL;
  g_autoptr (GError) error = NULL;
  cairo_rectangle_t extents = { 0, 0, 0, 0 };

  if (pages == NULL)
    return;
  operation = gtk_print_operation_new ();
  setup = gtk_page_setup_new ();
  size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  (void) cairo_recording_surface_get_extents (g_ptr_array_index (pages, 0), &extents);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, extents.width > extents.height
                                             ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                             : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_n_pages (operation, (int) pages->len);
  /* The paper's own margins are in the drawing. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), pages,
                         (GClosureNotify) (void (*) (void)) g_ptr_array_unref, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    sheaf_messages_show_error (GTK_WIDGET (page), _ ("The paper could not be printed"), error);
}

void
sheaf_paper_print (SheafPage      *page,
                   SheafMadePaper *paper,
                   const char     *title)
{
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (page)), sheaf_paper_record_job,
                   sheaf_made_paper_ref (paper), (GDestroyNotify) sheaf_made_paper_unref,
                   (GDestroyNotify) g_ptr_array_unref, page, NULL, recorded_cb, g_strdup (title));
}
