/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files behind vouchers: their list, and beside it each content once, named by its hash. */
#include "base/file.h"
#include "base/i18n.h"
#include "exchange/csv-export-private.h"
#include "exchange/error.h"
#include "ledger/attachment.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <inttypes.h>

#define FOLDER "files"

static void
write_attachment (SheafExport           *out,
                  const SheafAttachment *attachment)
{
  g_autofree char *year = g_strdup_printf ("%d", sheaf_date_year (attachment->voucher_date));
  g_autofree char *size = g_strdup_printf ("%" PRId64, attachment->size);
  g_autofree char *file = g_strconcat (FOLDER "/", attachment->sha256, NULL);

  sheaf_export_cell (out, sheaf_voucher_kind_to_word (attachment->voucher_kind));
  sheaf_export_cell (out, attachment->voucher_number);
  sheaf_export_cell (out, year);
  sheaf_export_cell (out, attachment->name);
  sheaf_export_cell (out, attachment->type);
  sheaf_export_cell (out, size);
  sheaf_export_cell (out, attachment->sha256);
  sheaf_export_cell (out, file);
  sheaf_export_cell (out, attachment->withdrawn);
  sheaf_export_end (out);
}

static gboolean
write_attachments (SheafExport *out,
                   GError     **error)
{
  g_autoptr (GPtrArray) list = sheaf_attachment_list (out->book, 0, TRUE, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    write_attachment (out, list->pdata[i]);
  return list != NULL;
}

const SheafExportKind sheaf_export_attachment_kinds[] = {
  { "attachments", "voucher_kind,voucher,year,name,type,size,sha256,file,withdrawn",
    write_attachments },
  { NULL, NULL, NULL },
};

static gboolean
write_content (SheafBook             *book,
               const char            *folder,
               const SheafAttachment *attachment,
               GError               **error)
{
  g_autofree char *path = g_build_filename (folder, attachment->sha256, NULL);
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize         length;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE; /* the same content behind another voucher */
  bytes = sheaf_attachment_open (book, attachment->id, error);
  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  return sheaf_file_write (path, data, length, error);
}

gboolean
sheaf_export_attached_files (SheafBook  *book,
                             const char *folder,
                             GError    **error)
{
  g_autofree char *path = g_build_filename (folder, FOLDER, NULL);
  g_autoptr (GPtrArray) list = sheaf_attachment_list (book, 0, TRUE, error);

  if (list == NULL || list->len == 0)
    return list != NULL;
  if (g_mkdir (path, 0777) != 0)
    {
      g_set_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_FILE,
                   _ ("the folder %s cannot be made (%s): name another one"), path,
                   g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; i < list->len; i++)
    if (!write_content (book, path, list->pdata[i], error))
      return FALSE;
  return TRUE;
}
