/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Written row by row on the reading thread: a journal of a million rows is never in memory. */
#include "app/statements/report-files.h"

#include "app/messages.h"
#include "base/i18n.h"
#include "documents/report-paper.h"
#include "exchange/report-csv.h"
#include "exchange/report-xlsx.h"

static SheafReportSink *
make_paper (SheafBook             *book,
            const SheafReportWish *wish,
            SheafWriteBytes        write,
            gpointer               data,
            GError               **error)
{
  return sheaf_report_paper_new (book, wish->question.language, wish->question.today, write, data,
                                 error);
}

static SheafReportSink *
make_sheet (SheafBook             *book,
            const SheafReportWish *wish,
            SheafWriteBytes        write,
            gpointer               data,
            GError **error         G_GNUC_UNUSED)
{
  return sheaf_report_xlsx_new (book, wish->question.today, write, data);
}

static SheafReportSink *
make_table (SheafBook *book             G_GNUC_UNUSED,
            const SheafReportWish *wish G_GNUC_UNUSED,
            SheafWriteBytes             write,
            gpointer                    data,
            GError **error              G_GNUC_UNUSED)
{
  return sheaf_report_csv_new (write, data);
}

static const struct
{
  const char *ending;
  const char *title;
  SheafReportSink *(*make) (SheafBook             *book,
                            const SheafReportWish *wish,
                            SheafWriteBytes        write,
                            gpointer               data,
                            GError               **error);
  void (*free) (SheafReportSink *sink);
} formats[] = {
  [SHEAF_REPORT_FILE_PDF] = { "pdf", N_ ("Save the Report as a Paper"), make_paper,
                              sheaf_report_paper_free },
  [SHEAF_REPORT_FILE_XLSX] = { "xlsx", N_ ("Save the Report as a Sheet"), make_sheet,
                               sheaf_report_xlsx_free },
  [SHEAF_REPORT_FILE_CSV] = { "csv", N_ ("Save the Report as a Plain Table"), make_table,
                              sheaf_report_csv_free },
};

gboolean
sheaf_report_files_write (SheafBook             *book,
                          const SheafReportWish *wish,
                          SheafReportFormat      format,
                          SheafWriteBytes        write,
                          gpointer               data,
                          GError               **error)
{
  SheafReportSink *sink = formats[format].make (book, wish, write, data, error);
  gboolean         done;

  if (sink == NULL)
    return FALSE;
  done = sheaf_reports_write (book, wish->code, &wish->question, sink, error);
  formats[format].free (sink);
  return done;
}

void
sheaf_report_saving_free (SheafReportSaving *saving)
{
  if (saving == NULL)
    return;
  sheaf_report_wish_free (saving->wish);
  g_free (saving->path);
  g_free (saving);
}

gpointer
sheaf_report_save_job (gpointer connection,
                       gpointer data,
                       GError **error)
{
  const SheafReportSaving *saving = data;

  g_autoptr (SheafFileStream) stream = sheaf_file_stream_new (saving->path, error);

  if (stream == NULL ||
      !sheaf_report_files_write (connection, saving->wish, saving->format, sheaf_file_stream_write,
                                 stream, error) ||
      !sheaf_file_stream_commit (stream, error))
    return NULL;
  return g_strdup (saving->path);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafPage       *page = SHEAF_PAGE (source);
  g_autofree char *path = sheaf_page_take (page, result);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *said = NULL;

  (void) user_data;
  if (path == NULL || gtk_widget_get_root (GTK_WIDGET (page)) == NULL)
    return;
  said = g_strdup_printf (_ ("Saved as %s"), name);
  sheaf_messages_toast (GTK_WIDGET (page), said);
}

/* The chooser carries what is to be written. */
static void
chosen_cb (GtkNativeDialog *chooser,
           int              response,
           SheafPage       *page)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  SheafReportSaving *saving = g_object_steal_data (G_OBJECT (chooser), "saving");

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    {
      saving->path = g_file_get_path (file);
      sheaf_page_read (page, sheaf_report_save_job, saving,
                       (GDestroyNotify) sheaf_report_saving_free, g_free, saved_cb);
    }
  else
    sheaf_report_saving_free (saving);
  g_object_unref (chooser);
}

/* "B01-HTX-2025.pdf"; with the account where there is one. */
static char *
name_file (const SheafReportWish *wish,
           const char            *ending)
{
  const char *account = wish->question.account;
  char       *name = g_strdup_printf ("%s%s%s-%d.%s", wish->code, account != NULL ? "-" : "",
                                account != NULL ? account : "", wish->question.year, ending);

  return g_strdelimit (name, "/\\:", '-');
}

void
sheaf_report_files_save (SheafPage             *page,
                         const SheafReportWish *wish,
                         SheafReportFormat      format)
{
  GtkWindow            *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  SheafReportSaving    *saving = g_new0 (SheafReportSaving, 1);
  g_autofree char      *name = name_file (wish, formats[format].ending);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ (formats[format].title), window, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);

  saving->wish = sheaf_report_wish_copy (wish);
  saving->format = format;
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data_full (G_OBJECT (chooser), "saving", saving,
                          (GDestroyNotify) sheaf_report_saving_free);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
