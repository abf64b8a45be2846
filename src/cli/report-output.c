/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One way from a report to a file or the screen. */
#include "cli/report-output.h"

#include "base/file-stream.h"
#include "base/i18n.h"
#include "base/language.h"
#include "cli/error.h"
#include "cli/report-json.h"
#include "cli/report-text.h"
#include "documents/report-paper.h"
#include "exchange/report-csv.h"
#include "exchange/report-xlsx.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Where bytes go: a file, or standard output. */
typedef struct
{
  SheafFileStream *stream; /* NULL: standard output */
} Target;

static gboolean
write_bytes (const char *bytes,
             gsize       length,
             gpointer    data,
             GError    **error)
{
  const Target *target = data;

  if (target->stream != NULL)
    return sheaf_file_stream_write (bytes, length, target->stream, error);
  if (fwrite (bytes, 1, length, stdout) == length)
    return TRUE;
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
               _ ("the result cannot be written (%s): make room, or name another file with -o"),
               g_strerror (errno));
  return FALSE;
}

static gboolean
end_target (Target  *target,
            GError **error)
{
  if (target->stream != NULL)
    return sheaf_file_stream_commit (target->stream, error);
  if (fflush (stdout) == 0)
    return TRUE;
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
               _ ("the result cannot be written (%s): make room, or name another file with -o"),
               g_strerror (errno));
  return FALSE;
}

/* What the sinks have in common. */
typedef struct
{
  const char *format;
  SheafReportSink *(*make) (const SheafCommandLine *line,
                            SheafBook              *book,
                            const char             *language,
                            Target                 *target,
                            GError                **error);
  void (*done) (SheafReportSink *sink);
  gboolean tells; /* warnings go to standard error */
} Kind;

static SheafReportSink *
make_text (const SheafCommandLine *line G_GNUC_UNUSED,
           SheafBook *book              G_GNUC_UNUSED,
           const char                  *language,
           Target                      *target,
           GError **error               G_GNUC_UNUSED)
{
  return sheaf_report_text_new (language, write_bytes, target);
}

static SheafReportSink *
make_csv (const SheafCommandLine *line G_GNUC_UNUSED,
          SheafBook *book              G_GNUC_UNUSED,
          const char *language         G_GNUC_UNUSED,
          Target                      *target,
          GError **error               G_GNUC_UNUSED)
{
  return sheaf_report_csv_new (write_bytes, target);
}

static SheafReportSink *
make_json (const SheafCommandLine *line G_GNUC_UNUSED,
           SheafBook *book              G_GNUC_UNUSED,
           const char *language         G_GNUC_UNUSED,
           Target                      *target,
           GError **error               G_GNUC_UNUSED)
{
  return sheaf_report_json_new (write_bytes, target);
}

static SheafReportSink *
make_paper (const SheafCommandLine *line G_GNUC_UNUSED,
            SheafBook                   *book,
            const char                  *language,
            Target                      *target,
            GError                     **error)
{
  return sheaf_report_paper_new (book, language, sheaf_book_today (book), write_bytes, target,
                                 error);
}

static SheafReportSink *
make_workbook (const SheafCommandLine *line G_GNUC_UNUSED,
               SheafBook                   *book,
               const char *language         G_GNUC_UNUSED,
               Target                      *target,
               GError **error               G_GNUC_UNUSED)
{
  return sheaf_report_xlsx_new (book, sheaf_book_today (book), write_bytes, target);
}

static const Kind kinds[] = {
  { "text", make_text, sheaf_report_text_free, FALSE },
  { "csv", make_csv, sheaf_report_csv_free, TRUE },
  { "json", make_json, sheaf_report_json_free, TRUE },
  { "pdf", make_paper, sheaf_report_paper_free, FALSE },
  { "xlsx", make_workbook, sheaf_report_xlsx_free, FALSE },
};

static const Kind *
find_kind (const char *format)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].format, format))
      return &kinds[i];
  return NULL;
}

static gboolean
is_file (const char *format)
{
  return g_str_equal (format, "pdf") || g_str_equal (format, "xlsx");
}

/* Files of rows have no place for words: what a reader must know before the figures is told beside
 * them. */
typedef struct
{
  SheafReportSink  sink;
  SheafReportSink *to;
} TellingSink;

static gboolean
tell_head (SheafReportSink       *sink,
           const SheafReportHead *head,
           GError               **error)
{
  for (char **warning = head->warnings; *warning != NULL; warning++)
    (void) fprintf (stderr, "%s\n", *warning); /* nobody to tell that nobody hears */
  return sheaf_report_sink_head (((TellingSink *) sink)->to, head, error);
}

static gboolean
pass_section (SheafReportSink          *sink,
              const SheafReportSection *section,
              GError                  **error)
{
  return sheaf_report_sink_section (((TellingSink *) sink)->to, section, error);
}

static gboolean
pass_row (SheafReportSink      *sink,
          const SheafReportRow *row,
          GError              **error)
{
  return sheaf_report_sink_row (((TellingSink *) sink)->to, row, error);
}

static gboolean
pass_finish (SheafReportSink *sink,
             GError         **error)
{
  return sheaf_report_sink_finish (((TellingSink *) sink)->to, error);
}

gboolean
sheaf_report_output_filled (const SheafCommandLine *line,
                            SheafBook              *book,
                            const char             *language,
                            SheafReportFill         fill,
                            gpointer                data,
                            GError                **error)
{
  const char *format = sheaf_command_format (line);
  const char *path = sheaf_command_option (line, "o");
  const Kind *kind = find_kind (format);
  g_autoptr (SheafFileStream) stream = NULL;
  Target           target = { NULL };
  TellingSink      telling = { { tell_head, pass_section, pass_row, pass_finish }, NULL };
  SheafReportSink *sink;
  gboolean         done;

  if (kind == NULL)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                   _ ("--format %s is not in this version: take --format csv"), format);
      return FALSE;
    }
  if (path == NULL && is_file (format) && isatty (STDOUT_FILENO))
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("--format %s makes a file, not text: name the file with -o"), format);
      return FALSE;
    }
  if (path != NULL)
    target.stream = stream = sheaf_file_stream_new (path, error);
  if (path != NULL && stream == NULL)
    return FALSE;
  sink = kind->make (line, book, language, &target, error);
  telling.to = sink;
  done = sink != NULL && fill (kind->tells ? &telling.sink : sink, data, error) &&
         end_target (&target, error);
  kind->done (sink);
  return done;
}

typedef struct
{
  SheafBook                 *book;
  const char                *code;
  const SheafReportQuestion *question;
} Asked;

static gboolean
fill_asked (SheafReportSink *sink,
            gpointer         data,
            GError         **error)
{
  const Asked *asked = data;

  return sheaf_reports_write (asked->book, asked->code, asked->question, sink, error);
}

/* Programs read Vietnamese words, and so is statutory paper, whatever the program's language is;
 * people who ask for another one by --lang get their paper in it. */
const char *
sheaf_report_output_language (const SheafCommandLine *line)
{
  const char *format = sheaf_command_format (line);

  if (g_str_equal (format, "text") ||
      (is_file (format) && sheaf_command_option (line, "lang") != NULL))
    return sheaf_language_current ();
  return "vi";
}

gboolean
sheaf_report_output (const SheafCommandLine    *line,
                     SheafBook                 *book,
                     const char                *code,
                     const SheafReportQuestion *question,
                     GError                   **error)
{
  SheafReportQuestion whole = *question;
  SheafActor          actor;
  Asked               asked = { book, code, &whole };

  if (!sheaf_command_actor (line, &actor, error))
    return FALSE;
  whole.today = actor.today;
  if (whole.language == NULL)
    whole.language = sheaf_report_output_language (line);
  return sheaf_report_output_filled (line, book, whole.language, fill_asked, &asked, error);
}
