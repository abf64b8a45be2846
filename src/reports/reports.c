/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding a report among all there are. */
#include "reports/reports.h"

#include "base/i18n.h"
#include "base/language.h"
#include "reports/error.h"
#include "reports/revision.h"
#include "reports/words.h"

static const SheafReport *const tables[] = {
  sheaf_statement_reports,
  sheaf_book_reports,
  sheaf_list_reports,
};

typedef gboolean (*EachReport) (const SheafReport *report,
                                gpointer           data);

/* Stops where the function says TRUE, and gives that report. */
static const SheafReport *
walk_reports (EachReport each,
              gpointer   data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const SheafReport *report = tables[i]; report->code != NULL; report++)
      if (each (report, data))
        return report;
  return NULL;
}

static gboolean
has_code (const SheafReport *report,
          gpointer           data)
{
  return g_ascii_strcasecmp (report->code, data) == 0;
}

static gboolean
add_code (const SheafReport *report,
          gpointer           data)
{
  g_ptr_array_add (data, (gpointer) report->code);
  return FALSE;
}

void
sheaf_report_entry_free (SheafReportEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->title);
  g_free (entry->withheld);
  g_free (entry);
}

typedef struct
{
  SheafBook  *book;
  const char *language;
  GPtrArray  *entries;
  GError     *error;
} Listing;

static gboolean
add_entry (const SheafReport *report,
           gpointer           data)
{
  Listing          *listing = data;
  SheafReportEntry *entry = g_new0 (SheafReportEntry, 1);

  entry->report = report;
  g_ptr_array_add (listing->entries, entry);
  entry->title = sheaf_report_title (listing->book, report->code, listing->language,
                                     &listing->error);
  if (entry->title != NULL && report->withheld != NULL)
    entry->withheld = report->withheld (report, listing->book);
  return listing->error != NULL;
}

GPtrArray *
sheaf_reports_list (SheafBook  *book,
                    const char *language,
                    GError    **error)
{
  g_autoptr (GPtrArray)
      entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_report_entry_free);
  Listing listing = { book, language, entries, NULL };

  if (walk_reports (add_entry, &listing) != NULL)
    {
      g_propagate_error (error, listing.error);
      return NULL;
    }
  return g_steal_pointer (&entries);
}

/* Ends a report that is only asked what is wrong with it. */
static gboolean
refuse_head (SheafReportSink *sink       G_GNUC_UNUSED,
             const SheafReportHead *head G_GNUC_UNUSED,
             GError                    **error)
{
  g_set_error_literal (error, g_quark_from_static_string ("sheaf-report-head"), 0, "head");
  return FALSE;
}

/* What a report says by the way stands on the paper, so it is in the paper's language; what is
 * wrong with the question is for the person at the screen, so it is said again in the program's. */
static gboolean
write_spoken (const SheafReport         *report,
              SheafBook                 *book,
              const SheafReportQuestion *question,
              SheafReportSink           *sink,
              GError                   **error)
{
  const char *language = question->language != NULL ? question->language : "vi";
  const char *before = sheaf_language_speak (language);
  g_autoptr (GError) failed = NULL;
  g_autoptr (GError) again = NULL;
  SheafReportSink refusing = { .head = refuse_head };
  gboolean        done = report->write (report, book, question, sink, &failed);

  sheaf_language_speak (before);
  if (done)
    return TRUE;
  if (!g_str_has_prefix (language, sheaf_language_current ()) &&
      !report->write (report, book, question, &refusing, &again) && failed != NULL &&
      g_error_matches (again, failed->domain, failed->code))
    g_propagate_error (error, g_steal_pointer (&again));
  else if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

gboolean
sheaf_reports_write (SheafBook                 *book,
                     const char                *code,
                     const SheafReportQuestion *question,
                     SheafReportSink           *sink,
                     GError                   **error)
{
  const SheafReport          *report = walk_reports (has_code, (gpointer) code);
  g_autofree char            *withheld = NULL;
  g_autofree SheafReportSink *told = NULL;

  if (report == NULL)
    {
      g_autoptr (GPtrArray) codes = g_ptr_array_new ();
      g_autofree char *known = NULL;

      walk_reports (add_code, codes);
      g_ptr_array_add (codes, NULL);
      known = g_strjoinv (", ", (char **) codes->pdata);
      g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_UNKNOWN,
                   _ ("There is no report “%s”: take one of %s"), code, known);
      return FALSE;
    }
  withheld = report->withheld != NULL ? report->withheld (report, book) : NULL;
  if (withheld != NULL)
    {
      g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_WITHHELD, "%s", withheld);
      return FALSE;
    }
  told = sheaf_report_revision_sink (book, question->language, sink);
  return write_spoken (report, book, question, told, error);
}
