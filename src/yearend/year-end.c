/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One report after the other, each in every format that is asked for. */
#include "yearend/year-end.h"

#include "base/error.h"
#include "base/file-stream.h"
#include "base/i18n.h"
#include "documents/report-paper.h"
#include "exchange/error.h"
#include "exchange/report-csv.h"
#include "exchange/report-xlsx.h"
#include "reports/words.h"
#include "store/error.h"
#include "store/transaction.h"
#include "yearend/contents.h"
#include "yearend/error.h"
#include "yearend/folder.h"

#include <string.h>

#define CONTENTS "contents"
#define CONTENTS_CODE "year-end"

typedef struct
{
  SheafBook              *book;
  const SheafYearEndWish *wish;
  SheafFolder            *folder;
  GPtrArray              *entries;
  SheafReportQuestion     question;
} Act;

void
sheaf_year_end_entry_free (SheafYearEndEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->code);
  g_free (entry->title);
  g_free (entry->reason);
  g_ptr_array_unref (entry->files);
  g_free (entry);
}

static SheafYearEndEntry *
add_entry (Act        *act,
           const char *code,
           const char *title,
           const char *reason)
{
  SheafYearEndEntry *entry = g_new0 (SheafYearEndEntry, 1);

  entry->code = g_strdup (code);
  entry->title = g_strdup (title);
  entry->reason = g_strdup (reason);
  entry->files = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (act->entries, entry);
  return entry;
}

/* Gives a report, or the contents, to a sink. */
typedef gboolean (*Fill) (Act             *act,
                          const char      *code,
                          SheafReportSink *sink,
                          GError         **error);

static gboolean
fill_report (Act             *act,
             const char      *code,
             SheafReportSink *sink,
             GError         **error)
{
  return sheaf_reports_write (act->book, code, &act->question, sink, error);
}

static gboolean
fill_contents (Act             *act,
               const char *code G_GNUC_UNUSED,
               SheafReportSink *sink,
               GError         **error)
{
  return sheaf_contents_write (act->book, act->wish, act->entries, sink, error);
}

static SheafReportSink *
make_paper (Act             *act,
            SheafFileStream *stream,
            GError         **error)
{
  return sheaf_report_paper_new (act->book, act->question.language, act->question.today,
                                 sheaf_file_stream_write, stream, error);
}

static SheafReportSink *
make_workbook (Act             *act,
               SheafFileStream *stream,
               GError **error   G_GNUC_UNUSED)
{
  return sheaf_report_xlsx_new (act->book, act->question.today, sheaf_file_stream_write, stream);
}

static SheafReportSink *
make_csv (Act *act         G_GNUC_UNUSED,
          SheafFileStream *stream,
          GError **error   G_GNUC_UNUSED)
{
  return sheaf_report_csv_new (sheaf_file_stream_write, stream);
}

static const struct
{
  SheafYearEndFormats format;
  const char         *suffix;
  SheafReportSink *(*make) (Act             *act,
                            SheafFileStream *stream,
                            GError         **error);
  void (*done) (SheafReportSink *sink);
} kinds[] = {
  { SHEAF_YEAR_END_PDF, "pdf", make_paper, sheaf_report_paper_free },
  { SHEAF_YEAR_END_XLSX, "xlsx", make_workbook, sheaf_report_xlsx_free },
  { 0, "csv", make_csv, sheaf_report_csv_free },
};

#define KIND_CSV 2

static gboolean
write_file (Act        *act,
            gsize       kind,
            Fill        fill,
            const char *code,
            const char *name,
            guint      *ret_pages,
            GError    **error)
{
  g_autofree char *path = sheaf_folder_file (act->folder, name);
  g_autoptr (SheafFileStream) stream = sheaf_file_stream_new (path, error);
  SheafReportSink *sink = stream != NULL ? kinds[kind].make (act, stream, error) : NULL;
  gboolean         done = sink != NULL && fill (act, code, sink, error) &&
                  sheaf_file_stream_commit (stream, error);

  if (done && kinds[kind].format == SHEAF_YEAR_END_PDF)
    *ret_pages = sheaf_report_paper_pages (sink);
  kinds[kind].done (sink);
  return done;
}

/* Disk, database and workbook end the act. What a report itself says, that it needs an answer, has
 * nothing to show or is too long for paper, is the reason why the set goes on without it. */
static gboolean
is_reason (const GError *cause)
{
  return cause->domain != SHEAF_BASE_ERROR && cause->domain != SHEAF_STORE_ERROR &&
         cause->domain != SHEAF_EXCHANGE_ERROR;
}

/* The name without suffix is that of the files. */
static gboolean
write_formats (Act               *act,
               SheafYearEndEntry *entry,
               Fill               fill,
               const char        *stem,
               GError           **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%d.%s", stem, act->wish->year, kinds[i].suffix);
      g_autoptr (GError) cause = NULL;

      if ((act->wish->formats & kinds[i].format) == 0)
        continue;
      if (write_file (act, i, fill, entry->code, name, &entry->pages, &cause))
        g_ptr_array_add (entry->files, g_steal_pointer (&name));
      else if (cause != NULL && is_reason (cause))
        {
          g_free (entry->reason);
          entry->reason = g_strdup (cause->message);
        }
      else
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
is_wanted (const SheafYearEndWish *wish,
           const char             *code)
{
  for (const char *const *only = wish->only; only != NULL && *only != NULL; only++)
    if (g_ascii_strcasecmp (*only, code) == 0)
      return TRUE;
  return wish->only == NULL;
}

static gboolean
check_wish (SheafBook              *book,
            const SheafYearEndWish *wish,
            const GPtrArray        *reports,
            GError                **error)
{
  int first = sheaf_date_year (sheaf_book_first_day (book));

  if (wish->year < first)
    {
      g_set_error (error, SHEAF_YEAREND_ERROR, SHEAF_YEAREND_ERROR_YEAR,
                   _ ("the book has no year %d, it begins with %d: give a year from then on"),
                   wish->year, first);
      return FALSE;
    }
  for (const char *const *only = wish->only; only != NULL && *only != NULL; only++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < reports->len && !found; i++)
        found = g_ascii_strcasecmp (*only,
                                    ((SheafReportEntry *) reports->pdata[i])->report->code) == 0;
      if (found)
        continue;
      g_set_error (error, SHEAF_YEAREND_ERROR, SHEAF_YEAREND_ERROR_CODE,
                   _ ("There is no report “%s”: leave it out, or see the list of books"), *only);
      return FALSE;
    }
  return TRUE;
}

/* Forms of other charts of accounts are nothing that this book lacks. */
static gboolean
is_of_another_chart (const SheafReportEntry *entry)
{
  return entry->report->group == SHEAF_REPORT_STATEMENT && entry->withheld != NULL;
}

static gboolean
write_reports (Act             *act,
               const GPtrArray *reports,
               SheafYearEndTell tell,
               gpointer         data,
               GError         **error)
{
  for (guint i = 0; i < reports->len; i++)
    {
      const SheafReportEntry *report = reports->pdata[i];
      SheafYearEndEntry      *entry;

      if (!is_wanted (act->wish, report->report->code) || is_of_another_chart (report))
        continue;
      if (tell != NULL && !tell (report->title, i, reports->len, data))
        {
          g_set_error_literal (error, SHEAF_YEAREND_ERROR, SHEAF_YEAREND_ERROR_STOPPED,
                               _ ("The year-end set was stopped: nothing was written"));
          return FALSE;
        }
      entry = add_entry (act, report->report->code, report->title, report->withheld);
      if (report->withheld == NULL &&
          !write_formats (act, entry, fill_report, report->report->code, error))
        return FALSE;
    }
  return TRUE;
}

/* The contents stand first in their own list. */
static gboolean
write_contents (Act     *act,
                GError **error)
{
  g_autofree char   *title = sheaf_report_title (act->book, CONTENTS_CODE, act->question.language,
                                                 error);
  SheafYearEndEntry *entry;
  guint              pages = 0;

  if (title == NULL)
    return FALSE;
  entry = add_entry (act, CONTENTS_CODE, title, NULL);
  g_ptr_array_insert (act->entries, 0,
                      g_ptr_array_steal_index (act->entries, act->entries->len - 1));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((act->wish->formats & kinds[i].format) != 0)
      g_ptr_array_add (entry->files, g_strdup_printf (CONTENTS "-%d.%s", act->wish->year,
                                                      kinds[i].suffix));
  for (gsize i = 0, file = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((act->wish->formats & kinds[i].format) != 0 &&
        !write_file (act, i, fill_contents, CONTENTS_CODE, entry->files->pdata[file++], &pages,
                     error))
      return FALSE;
  return write_file (act, KIND_CSV, fill_contents, CONTENTS_CODE, SHEAF_YEAREND_CONTENTS, &pages,
                     error);
}

GPtrArray *
sheaf_year_end_write (SheafBook              *book,
                      const SheafYearEndWish *wish,
                      SheafYearEndTell        tell,
                      gpointer                data,
                      GError                **error)
{
  g_autoptr (GPtrArray)
      entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_year_end_entry_free);
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (SheafFolder) folder = NULL;
  g_autoptr (SheafTransaction) reading = NULL;
  Act act = { .book = book, .wish = wish, .entries = entries };

  g_return_val_if_fail (book != NULL && wish != NULL && wish->folder != NULL && wish->formats != 0,
                        NULL);
  act.question = (SheafReportQuestion){ .year = wish->year,
                                        .from = SHEAF_DATE_NONE,
                                        .to = SHEAF_DATE_NONE,
                                        .language = wish->language != NULL ? wish->language : "vi",
                                        .today = sheaf_book_today (book) };
  /* Statements and books of one set agree, also when somebody posts while it is written. */
  reading = sheaf_transaction_begin_reading (sheaf_book_store (book), error);
  if (reading == NULL)
    return NULL;
  reports = sheaf_reports_list (book, act.question.language, error);
  if (reports == NULL || !check_wish (book, wish, reports, error))
    return NULL;
  act.folder = folder = sheaf_folder_new (wish->folder, wish->replace, error);
  if (folder == NULL || !write_reports (&act, reports, tell, data, error) ||
      !write_contents (&act, error) || !sheaf_folder_commit (folder, error))
    return NULL;
  return g_steal_pointer (&entries);
}
