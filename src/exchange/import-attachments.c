/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files behind vouchers: the list names each by its place beside it. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "ledger/attachment.h"

#include <string.h>

enum
{
  VOUCHER_KIND,
  VOUCHER,
  YEAR,
  NAME,
  TYPE,
  SIZE,
  SHA256,
  FILE_PATH,
  WITHDRAWN,
};

static const SheafImportColumn columns[] = {
  [VOUCHER_KIND] = { "voucher_kind", SHEAF_IMPORT_REQUIRED },
  [VOUCHER] = { "voucher", SHEAF_IMPORT_REQUIRED },
  [YEAR] = { "year", SHEAF_IMPORT_REQUIRED },
  [NAME] = { "name", SHEAF_IMPORT_REQUIRED },
  [TYPE] = { "type", SHEAF_IMPORT_OPTIONAL }, /* follows from the name */
  [SIZE] = { "size", SHEAF_IMPORT_OPTIONAL },
  [SHA256] = { "sha256", SHEAF_IMPORT_OPTIONAL },
  [FILE_PATH] = { "file", SHEAF_IMPORT_REQUIRED },
  [WITHDRAWN] = { "withdrawn", SHEAF_IMPORT_OPTIONAL },
};

/* The file beside the list; nothing outside of its folder is read. */
static SheafAttachmentFile *
read_file (SheafImport *import)
{
  const char *place = sheaf_import_text (import, FILE_PATH);
  g_auto (GStrv) parts = g_strsplit (place, "/", -1);
  g_autofree char *folder = g_path_get_dirname (import->file);
  g_autofree char *path = g_build_filename (folder, place, NULL);
  g_autofree char *sha256 = NULL;
  g_autoptr (SheafAttachmentFile) file = NULL;
  g_autoptr (GError) problem = NULL;

  if (g_path_is_absolute (place) || g_strv_contains ((const char *const *) parts, ".."))
    {
      sheaf_import_problem (import, FILE_PATH,
                            _ ("“%s” lies outside of the folder of the list, put it beside it"),
                            place);
      return NULL;
    }
  file = sheaf_attachment_file_read (import->book, path, &problem);
  if (file == NULL)
    {
      sheaf_import_problem (import, FILE_PATH, "%s", problem->message);
      return NULL;
    }
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);
  if (sheaf_import_has (import, SHA256) && strcmp (sheaf_import_text (import, SHA256), sha256) != 0)
    sheaf_import_problem (import, SHA256,
                          _ ("the content of %s is not the one that was listed, take the file as "
                             "it was exported"),
                          place);
  g_free (file->name);
  file->name = g_strdup (sheaf_import_text (import, NAME));
  return g_steal_pointer (&file);
}

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  gint64 voucher = 0;
  g_autoptr (SheafAttachmentFile) file = NULL;
  GError *problem = NULL;
  gint64  id;

  (void) sheaf_import_voucher (import, VOUCHER_KIND, VOUCHER, YEAR,
                               &voucher); /* its problem is added */
  file = read_file (import);
  if (import->row_is_bad)
    return TRUE;
  return (sheaf_attachment_insert (import->book, voucher, file, &id, &problem) &&
          (!sheaf_import_has (import, WITHDRAWN) ||
           sheaf_attachment_withdraw (import->book, id, sheaf_import_text (import, WITHDRAWN),
                                      &problem))) ||
         sheaf_import_take_error (import, FILE_PATH, problem, error);
}

const SheafImportKind sheaf_import_attachments = {
  .name = "attachments",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .row = read_record,
};
