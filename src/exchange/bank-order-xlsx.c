/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain cells: programs of banks read values, not looks. */
#include "exchange/bank-order-xlsx.h"

#include "base/i18n.h"
#include "exchange/error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define WIDTH 22.0

typedef struct
{
  const SheafBankOrder *order;
  lxw_workbook         *workbook;
  lxw_worksheet        *sheet;
  lxw_format           *text;
  lxw_format           *number;
  lxw_format           *heading;
} Writing;

static gboolean
fail (const char *cause,
      GError    **error)
{
  g_set_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_FILE,
               _ ("The bank’s sheet could not be written (%s): free some space on the disk of "
                  "temporary files, then try again"),
               cause);
  return FALSE;
}

static void
write_text (Writing    *writing,
            guint       row,
            guint       column,
            const char *text,
            lxw_format *format)
{
  if (*text != '\0')
    (void) worksheet_write_string (writing->sheet, row, (lxw_col_t) column, text, format);
}

static void
write_rows (Writing *writing)
{
  const SheafBankOrderForm *form = writing->order->form;
  guint                     row = form->row - 1;

  for (guint i = 0; i < form->titles->len; i++)
    {
      const SheafBankOrderTitle *title = form->titles->pdata[i];

      write_text (writing, title->row - 1, title->column - 1, title->text, writing->heading);
    }
  for (guint i = 0; i < form->columns->len; i++)
    {
      const SheafBankOrderColumn *column = form->columns->pdata[i];

      (void) worksheet_set_column (writing->sheet, (lxw_col_t) i, (lxw_col_t) i, WIDTH, NULL);
      write_text (writing, row, i, column->heading, writing->heading);
    }
  for (guint i = 0; i < writing->order->rows->len; i++)
    {
      const GPtrArray *cells = ((const SheafBankOrderRow *) writing->order->rows->pdata[i])->cells;

      for (guint j = 0; j < cells->len; j++)
        if (sheaf_bank_order_is_number (writing->order, j) &&
            *(const char *) cells->pdata[j] != '\0')
          (void) worksheet_write_number (writing->sheet, row + 1 + i, (lxw_col_t) j,
                                         g_ascii_strtod (cells->pdata[j], NULL), writing->number);
        else
          write_text (writing, row + 1 + i, j, cells->pdata[j], writing->text);
    }
}

static void
make_formats (Writing *writing)
{
  writing->text = workbook_add_format (writing->workbook);
  format_set_num_format (writing->text, "@");
  writing->number = workbook_add_format (writing->workbook);
  format_set_num_format (writing->number, "0");
  writing->heading = workbook_add_format (writing->workbook);
  format_set_bold (writing->heading);
}

static gboolean
write_workbook (const SheafBankOrder *order,
                SheafDate             day,
                const char           *path,
                GError              **error)
{
  lxw_workbook_options options = { .tmpdir = (char *) g_get_tmp_dir () };
  lxw_doc_properties   properties = { .created = (gint64) day.days * 86400 };
  Writing              writing = { .order = order };
  lxw_error            failed;

  writing.workbook = workbook_new_opt (path, &options);
  if (writing.workbook == NULL)
    return fail (g_strerror (ENOMEM), error);
  (void) workbook_set_properties (writing.workbook, &properties);
  writing.sheet = workbook_add_worksheet (writing.workbook, order->form->sheet);
  if (writing.sheet == NULL)
    writing.sheet = workbook_add_worksheet (writing.workbook, NULL);
  make_formats (&writing);
  write_rows (&writing);
  failed = workbook_close (writing.workbook);
  return failed == LXW_NO_ERROR || fail (lxw_strerror (failed), error);
}

GBytes *
sheaf_bank_order_xlsx_make (const SheafBankOrder *order,
                            SheafDate             day,
                            GError              **error)
{
  g_autofree char *path = NULL;
  char            *bytes = NULL;
  gsize            length;
  gboolean         done;
  int              fd;

  g_return_val_if_fail (order != NULL && order->form->type == SHEAF_BANK_ORDER_TABLE, NULL);
  fd = g_file_open_tmp ("sheaf-XXXXXX.xlsx", &path, error);
  if (fd < 0)
    return NULL;
  (void) close (fd); /* nothing was written yet */
  done = write_workbook (order, day, path, error) &&
         g_file_get_contents (path, &bytes, &length, error);
  (void) g_unlink (path); /* a file left over harms nobody */
  return done ? g_bytes_new_take (bytes, length) : NULL;
}
