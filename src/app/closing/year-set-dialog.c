/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The work is done on the reading thread; the window looks from time to time how far it is. */
#include "app/closing/year-set-dialog.h"

#include "app/messages.h"
#include "base/i18n.h"
#include "base/language.h"
#include "yearend/error.h"
#include "yearend/year-end.h"

#define LOOK_MS 120

/* Shared by the window and the thread. */
typedef struct
{
  GMutex   lock;
  int      year;
  char    *folder;
  char    *title; /* of what is being written */
  guint    done;
  guint    of;
  gboolean stop;
} Progress;

typedef struct
{
  Progress       *progress;
  SheafPage      *page;
  GtkWindow      *window;
  GtkLabel       *what;
  GtkProgressBar *bar;
  guint           timer;
} Writing;

static void
clear_progress (gpointer data)
{
  Progress *progress = data;

  g_mutex_clear (&progress->lock);
  g_free (progress->folder);
  g_free (progress->title);
}

static void
unref_progress (gpointer progress)
{
  g_atomic_rc_box_release_full (progress, clear_progress);
}

static gboolean
tell_cb (const char *title,
         guint       done,
         guint       of,
         gpointer    data)
{
  Progress *progress = data;
  gboolean  go_on;

  g_mutex_lock (&progress->lock);
  g_free (progress->title);
  progress->title = g_strdup (title);
  progress->done = done;
  progress->of = of;
  go_on = !progress->stop;
  g_mutex_unlock (&progress->lock);
  return go_on;
}

static gpointer
write_job (gpointer connection,
           gpointer data,
           GError **error)
{
  Progress        *progress = data;
  SheafYearEndWish wish = { .year = progress->year,
                            .folder = progress->folder,
                            .formats = SHEAF_YEAR_END_PDF | SHEAF_YEAR_END_XLSX,
                            .language = sheaf_language_current (),
                            .replace = TRUE };

  return sheaf_year_end_write (connection, &wish, tell_cb, progress, error);
}

static gboolean
look_cb (gpointer data)
{
  Writing  *writing = data;
  Progress *progress = writing->progress;

  g_mutex_lock (&progress->lock);
  if (progress->of > 0)
    {
      g_autofree char *text = g_strdup_printf (_ ("%u of %u: %s"), progress->done + 1, progress->of,
                                               progress->title);

      gtk_label_set_text (writing->what, text);
      gtk_progress_bar_set_fraction (writing->bar, (double) progress->done / progress->of);
    }
  g_mutex_unlock (&progress->lock);
  return G_SOURCE_CONTINUE;
}

static void
free_writing (Writing *writing)
{
  g_clear_handle_id (&writing->timer, g_source_remove);
  unref_progress (writing->progress);
  g_object_unref (writing->page);
  g_object_unref (writing->window);
  g_free (writing);
}

/* What was written, and what was left out and why. */
static void
say_result (SheafPage       *page,
            const GPtrArray *entries,
            const char      *folder)
{
  g_autoptr (SheafProblems) left_out = sheaf_problems_new ();
  g_autofree char *text = NULL;
  guint            written = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const SheafYearEndEntry *entry = entries->pdata[i];

      if (entry->reason == NULL)
        written++;
      else
        sheaf_problems_add (left_out, SHEAF_PROBLEM_WARNING, NULL, 0, NULL, "%s: %s", entry->title,
                            entry->reason);
    }
  text = g_strdup_printf (_ ("Reports written to %s: %u"), folder, written);
  if (left_out->items->len > 0)
    sheaf_messages_show_problems (GTK_WIDGET (page), text, left_out);
  else
    sheaf_messages_toast (GTK_WIDGET (page), text);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Writing *writing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = sheaf_jobs_finish (result, &error);

  (void) source;
  gtk_window_destroy (writing->window);
  if (sheaf_page_get_session (writing->page) == NULL ||
      gtk_widget_get_root (GTK_WIDGET (writing->page)) == NULL)
    {
      free_writing (writing);
      return;
    }
  if (entries != NULL)
    say_result (writing->page, entries, writing->progress->folder);
  else if (g_error_matches (error, SHEAF_YEAREND_ERROR, SHEAF_YEAREND_ERROR_STOPPED))
    sheaf_messages_toast (GTK_WIDGET (writing->page), _ ("Stopped; nothing was written"));
  else
    sheaf_messages_show_error (GTK_WIDGET (writing->page), _ ("The set could not be written"),
                               error);
  free_writing (writing);
}

static gboolean
stop_cb (Writing *writing)
{
  g_mutex_lock (&writing->progress->lock);
  writing->progress->stop = TRUE;
  g_mutex_unlock (&writing->progress->lock);
  gtk_label_set_text (writing->what, _ ("Stopping after this report…"));
  return TRUE; /* the window closes when the thread has stopped */
}

static void
make_window (Writing *writing,
             int      year)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget       *stop = gtk_button_new_with_mnemonic (_ ("_Stop"));
  g_autofree char *title = g_strdup_printf (_ ("Year-End Set of %d"), year);

  writing->window = g_object_ref (GTK_WINDOW (adw_window_new ()));
  writing->what = GTK_LABEL (gtk_label_new (_ ("Looking through the reports…")));
  writing->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_window_set_title (writing->window, title);
  gtk_window_set_modal (writing->window, TRUE);
  gtk_window_set_default_size (writing->window, 460, -1);
  gtk_window_set_transient_for (writing->window,
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (writing->page))));
  gtk_label_set_ellipsize (writing->what, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (writing->what, 0.0f);
  gtk_widget_set_halign (stop, GTK_ALIGN_END);
  gtk_widget_add_css_class (box, "page-head");
  gtk_box_append (GTK_BOX (box), gtk_label_new (title));
  gtk_widget_add_css_class (gtk_widget_get_first_child (box), "heading");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (writing->what));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (writing->bar));
  gtk_box_append (GTK_BOX (box), stop);
  adw_window_set_content (ADW_WINDOW (writing->window), box);
  g_signal_connect_swapped (stop, "clicked", G_CALLBACK (stop_cb), writing);
  g_signal_connect_swapped (writing->window, "close-request", G_CALLBACK (stop_cb), writing);
}

GtkWidget *
sheaf_year_set_write (SheafPage  *page,
                      const char *folder)
{
  Writing  *writing = g_new0 (Writing, 1);
  Progress *progress = g_atomic_rc_box_new0 (Progress);

  g_mutex_init (&progress->lock);
  progress->year = sheaf_session_get_year (sheaf_page_get_session (page));
  progress->folder = g_strdup (folder);
  writing->progress = progress;
  writing->page = g_object_ref (page);
  make_window (writing, progress->year);
  gtk_window_present (writing->window);
  writing->timer = g_timeout_add (LOOK_MS, look_cb, writing);
  sheaf_jobs_read_long (sheaf_session_get_jobs (sheaf_page_get_session (page)), write_job,
                        g_atomic_rc_box_acquire (progress), unref_progress,
                        (GDestroyNotify) g_ptr_array_unref, page, NULL, written_cb, writing);
  return GTK_WIDGET (writing->window);
}

static void
chosen_cb (GtkNativeDialog *chooser,
           int              response,
           SheafPage       *page)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL && sheaf_page_get_session (page) != NULL)
    {
      /* A folder of its own, so that nothing else lies in it. */
      name = g_strdup_printf ("year-end-%d",
                              sheaf_session_get_year (sheaf_page_get_session (page)));
      folder = g_build_filename (path, name, NULL);
      (void) sheaf_year_set_write (page, folder);
    }
  g_object_unref (chooser);
}

void
sheaf_year_set_ask (SheafPage *page)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("A Folder for the Year-End Set"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
      GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
