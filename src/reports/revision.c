/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No report need think of revisions: every head passes here. */
#include "reports/revision.h"

#include "ledger/revision.h"
#include "reports/words.h"
#include "statements/words.h"

/* The words of what stands on any report. */
#define WORDS "words"

gboolean
sheaf_report_revision (SheafBook  *book,
                       SheafDate   from,
                       SheafDate   to,
                       const char *language,
                       guint      *ret_number,
                       char      **ret_note,
                       GError    **error)
{
  g_auto (SheafRevision) revision = { 0 };
  g_autoptr (GKeyFile) words = NULL;
  g_autofree char *pattern = NULL;
  g_autofree char *number = NULL;
  g_autofree char *day = NULL;
  GString         *text;

  if (!sheaf_period_revision (book, from, to, &revision, error))
    return FALSE;
  if (ret_number != NULL)
    *ret_number = revision.number;
  *ret_note = NULL;
  if (revision.number <= 1)
    return TRUE;
  words = sheaf_report_words_load (book, WORDS, error);
  if (words == NULL)
    return FALSE;
  pattern = sheaf_words_text (words, "revision", language);
  number = g_strdup_printf ("%u", revision.number);
  day = sheaf_date_format (revision.opened, language);
  text = g_string_new (pattern != NULL ? pattern : "{number} · {day} · {reason}");
  g_string_replace (text, "{number}", number, 1);
  g_string_replace (text, "{day}", day, 1);
  g_string_replace (text, "{reason}", revision.reason != NULL ? revision.reason : "–", 1);
  *ret_note = g_string_free (text, FALSE);
  return TRUE;
}

typedef struct
{
  SheafReportSink  sink;
  SheafBook       *book;
  const char      *language;
  SheafReportSink *to;
} RevisionSink;

static gboolean
take_head (SheafReportSink       *sink,
           const SheafReportHead *head,
           GError               **error)
{
  RevisionSink *self = (RevisionSink *) sink;
  g_autoptr (SheafReportHead) told = NULL;

  if (sheaf_date_is_none (head->from) || sheaf_date_is_none (head->to))
    return sheaf_report_sink_head (self->to, head, error);
  told = sheaf_report_head_copy (head);
  g_clear_pointer (&told->revision_note, g_free);
  return sheaf_report_revision (self->book, head->from, head->to, self->language, &told->revision,
                                &told->revision_note, error) &&
         sheaf_report_sink_head (self->to, told, error);
}

static gboolean
take_section (SheafReportSink          *sink,
              const SheafReportSection *section,
              GError                  **error)
{
  return sheaf_report_sink_section (((RevisionSink *) sink)->to, section, error);
}

static gboolean
take_row (SheafReportSink      *sink,
          const SheafReportRow *row,
          GError              **error)
{
  return sheaf_report_sink_row (((RevisionSink *) sink)->to, row, error);
}

static gboolean
finish (SheafReportSink *sink,
        GError         **error)
{
  return sheaf_report_sink_finish (((RevisionSink *) sink)->to, error);
}

SheafReportSink *
sheaf_report_revision_sink (SheafBook       *book,
                            const char      *language,
                            SheafReportSink *to)
{
  RevisionSink *self = g_new0 (RevisionSink, 1);

  self->sink = (SheafReportSink){ take_head, take_section, take_row, finish };
  self->book = book;
  self->language = language != NULL ? language : "vi";
  self->to = to;
  return &self->sink;
}
