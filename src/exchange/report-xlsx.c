/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report of few rows is kept until it is whole, as headings that are merged downwards can only be
 * written then; a longer one streams. */
#include "exchange/report-xlsx.h"

#include "base/i18n.h"
#include "book/setting.h"
#include "exchange/error.h"
#include "exchange/sheet-writer.h"
#include "reports/collected.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define ROWS_KEPT 20000
#define PIECE 65536

typedef struct
{
  SheafReportSink  sink;
  SheafBook       *book;
  SheafDate        day;
  SheafWriteBytes  write;
  gpointer         data;
  SheafReportHead *head;
  SheafReportSink *kept; /* the report so far; NULL once it streams */
  guint            n_rows;
  lxw_workbook    *workbook;
  SheafReportSink *writer;
  SheafSheetFrame  frame;
  char            *address;
  char            *signing;
  char            *signers[3];
  char            *path; /* where libxlsxwriter puts the workbook */
} XlsxSink;

/* The book's people, in the order of the blocks of three. */
static const char *const signer_settings[] = { "accountant", "chief-accountant", "director" };

static gboolean
fail (const char *cause,
      GError    **error)
{
  g_set_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_FILE,
               _ ("The workbook could not be written (%s): free some space on the disk of "
                  "temporary files, then try again"),
               cause);
  return FALSE;
}

/* The date line; dots for a day that is not known. */
static char *
fill_day (const char *pattern,
          SheafDate   day)
{
  GString         *text = g_string_new (pattern != NULL ? pattern : "");
  gboolean         none = sheaf_date_is_none (day);
  g_autofree char *d = none ? g_strdup ("…") : g_strdup_printf ("%02d", sheaf_date_day (day));
  g_autofree char *m = none ? g_strdup ("…") : g_strdup_printf ("%02d", sheaf_date_month (day));
  g_autofree char *y = none ? g_strdup ("…") : g_strdup_printf ("%d", sheaf_date_year (day));

  g_string_replace (text, "{day}", d, 0);
  g_string_replace (text, "{month}", m, 0);
  g_string_replace (text, "{year}", y, 0);
  return g_string_free (text, FALSE);
}

static void
set_properties (XlsxSink *self)
{
  lxw_doc_properties properties = { 0 };
  SheafDate          day = sheaf_date_is_none (self->day) ? sheaf_book_today (self->book)
                                                          : self->day;

  properties.title = (char *) (self->head->title != NULL ? self->head->title : self->head->code);
  properties.author = (char *) sheaf_book_name (self->book);
  properties.created = (gint64) day.days * 86400; /* the same report is the same file */
  workbook_set_properties (self->workbook, &properties);
}

static gboolean
open_workbook (XlsxSink *self,
               gboolean  streaming,
               GError  **error)
{
  lxw_workbook_options options = { .constant_memory = streaming ? LXW_TRUE : LXW_FALSE };
  int                  fd = g_file_open_tmp ("sheaf-XXXXXX.xlsx", &self->path, error);

  if (fd < 0)
    return FALSE;
  (void) close (fd); /* nothing was written yet */
  options.tmpdir = (char *) g_get_tmp_dir ();
  self->workbook = workbook_new_opt (self->path, &options);
  if (self->workbook == NULL)
    return fail (g_strerror (ENOMEM), error);
  set_properties (self);
  self->address = sheaf_setting_find (self->book, "address");
  for (gsize i = 0; i < G_N_ELEMENTS (self->signers); i++)
    self->signers[i] = sheaf_setting_find (self->book, signer_settings[i]);
  self->signing = fill_day (self->head->signing_date, self->day);
  self->frame = (SheafSheetFrame){ .name = sheaf_book_name (self->book),
                                   .address = self->address != NULL ? self->address : "",
                                   .day = self->signing,
                                   .signers = (const char *const *) self->signers,
                                   .streaming = streaming };
  self->writer = sheaf_sheet_writer_new (self->workbook, &self->frame);
  return TRUE;
}

static gboolean
replay (XlsxSink *self,
        GError  **error)
{
  g_autoptr (SheafCollected) collected = sheaf_collected_sink_take (self->kept);

  g_clear_pointer (&self->kept, sheaf_collected_sink_free);
  if (!sheaf_report_sink_head (self->writer, self->head, error))
    return FALSE;
  for (guint i = 0; i < collected->sections->len; i++)
    {
      const SheafCollectedSection *section = collected->sections->pdata[i];

      if (!sheaf_report_sink_section (self->writer, section->section, error))
        return FALSE;
      for (guint k = 0; k < section->rows->len; k++)
        if (!sheaf_report_sink_row (self->writer, section->rows->pdata[k], error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
take_head (SheafReportSink       *sink,
           const SheafReportHead *head,
           GError               **error)
{
  XlsxSink *self = (XlsxSink *) sink;

  g_return_val_if_fail (self->head == NULL, FALSE);
  self->head = sheaf_report_head_copy (head);
  return sheaf_report_sink_head (self->kept, head, error);
}

static gboolean
take_section (SheafReportSink          *sink,
              const SheafReportSection *section,
              GError                  **error)
{
  XlsxSink *self = (XlsxSink *) sink;

  return sheaf_report_sink_section (self->kept != NULL ? self->kept : self->writer, section, error);
}

static gboolean
take_row (SheafReportSink      *sink,
          const SheafReportRow *row,
          GError              **error)
{
  XlsxSink *self = (XlsxSink *) sink;

  if (self->kept != NULL && self->n_rows++ == ROWS_KEPT &&
      (!open_workbook (self, TRUE, error) || !replay (self, error)))
    return FALSE;
  return sheaf_report_sink_row (self->kept != NULL ? self->kept : self->writer, row, error);
}

static gboolean
hand_on (XlsxSink *self,
         int       fd,
         GError  **error)
{
  g_autofree char *piece = g_malloc (PIECE);

  for (;;)
    {
      gssize got = read (fd, piece, PIECE);

      if (got < 0)
        return fail (g_strerror (errno), error);
      if (got == 0)
        return TRUE;
      if (!self->write (piece, (gsize) got, self->data, error))
        return FALSE;
    }
}

static gboolean
finish (SheafReportSink *sink,
        GError         **error)
{
  XlsxSink *self = (XlsxSink *) sink;
  lxw_error failed;
  gboolean  done;
  int       fd;

  if (self->kept != NULL && (!open_workbook (self, FALSE, error) || !replay (self, error)))
    return FALSE;
  if (!sheaf_report_sink_finish (self->writer, error))
    return FALSE;
  failed = workbook_close (g_steal_pointer (&self->workbook));
  if (failed != LXW_NO_ERROR)
    return fail (lxw_strerror (failed), error);
  fd = g_open (self->path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    return fail (g_strerror (errno), error);
  done = hand_on (self, fd, error);
  (void) close (fd); /* opened for reading: nothing can be lost */
  return done;
}

SheafReportSink *
sheaf_report_xlsx_new (SheafBook      *book,
                       SheafDate       day,
                       SheafWriteBytes write,
                       gpointer        data)
{
  XlsxSink *self = g_new0 (XlsxSink, 1);

  g_return_val_if_fail (book != NULL && write != NULL, NULL);
  self->sink = (SheafReportSink){ take_head, take_section, take_row, finish };
  self->book = book;
  self->day = day;
  self->write = write;
  self->data = data;
  self->kept = sheaf_collected_sink_new (0);
  return &self->sink;
}

void
sheaf_report_xlsx_free (SheafReportSink *sink)
{
  XlsxSink *self = (XlsxSink *) sink;

  if (self == NULL)
    return;
  sheaf_collected_sink_free (self->kept);
  sheaf_sheet_writer_free (self->writer);
  if (self->workbook != NULL)
    (void) workbook_close (self->workbook); /* given up: the file goes below */
  if (self->path != NULL)
    (void) g_unlink (self->path); /* a file left over harms nobody */
  sheaf_report_head_free (self->head);
  g_free (self->address);
  g_free (self->signing);
  for (gsize i = 0; i < G_N_ELEMENTS (self->signers); i++)
    g_free (self->signers[i]);
  g_free (self->path);
  g_free (self);
}
