/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files behind vouchers: taken in, listed, opened, withdrawn. */
#include "ledger/attachment.h"

#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "book/act.h"
#include "book/setting.h"
#include "ledger/attachment-sql.h"
#include "ledger/error.h"
#include "store/query.h"

#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>

#define MEGABYTE G_GINT64_CONSTANT (1000000)
#define LIMIT_DEFAULT 20
#define LIMIT_MAX 500
#define NAME_MAX_LETTERS 200

void
sheaf_attachment_free (SheafAttachment *attachment)
{
  if (attachment == NULL)
    return;
  g_free (attachment->voucher_number);
  g_free (attachment->name);
  g_free (attachment->type);
  g_free (attachment->sha256);
  g_free (attachment->at);
  g_free (attachment->user);
  g_free (attachment->withdrawn);
  g_free (attachment);
}

void
sheaf_attachment_file_free (SheafAttachmentFile *file)
{
  if (file == NULL)
    return;
  g_free (file->name);
  g_clear_pointer (&file->bytes, g_bytes_unref);
  g_free (file);
}

gint64
sheaf_attachment_limit (SheafBook *book)
{
  g_autofree char *text = sheaf_setting_find (book, "attachment-limit");
  guint64          megabytes;

  if (text == NULL ||
      !g_ascii_string_to_unsigned (text, 10, 1, LIMIT_MAX, &megabytes, NULL))
    megabytes = LIMIT_DEFAULT;
  return (gint64) megabytes * MEGABYTE;
}

static gboolean
fail_large (const char *name,
            gint64      size,
            gint64      limit,
            GError    **error)
{
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ATTACHMENT,
               _ ("%s has %" PRId64 " bytes and a file may have at most %" PRId64
                  " MB: make it smaller or raise the limit “attachment-limit”"),
               name, size, limit / MEGABYTE);
  return FALSE;
}

/* By the name's ending, the same on every machine. */
const char *
sheaf_attachment_guess_type (const char *name)
{
  static const struct
  {
    const char *ending;
    const char *type;
  } types[] = {
    { ".pdf", "application/pdf" },
    { ".jpg", "image/jpeg" },
    { ".jpeg", "image/jpeg" },
    { ".png", "image/png" },
    { ".heic", "image/heic" },
    { ".webp", "image/webp" },
    { ".tif", "image/tiff" },
    { ".tiff", "image/tiff" },
    { ".xml", "application/xml" },
    { ".txt", "text/plain" },
    { ".csv", "text/csv" },
    { ".html", "text/html" },
    { ".zip", "application/zip" },
    { ".doc", "application/msword" },
    { ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
    { ".xls", "application/vnd.ms-excel" },
    { ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
    { ".ods", "application/vnd.oasis.opendocument.spreadsheet" },
    { ".odt", "application/vnd.oasis.opendocument.text" },
    { ".eml", "message/rfc822" },
    { ".mp3", "audio/mpeg" },
    { ".mp4", "video/mp4" },
  };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_has_suffix (lower, types[i].ending))
      return types[i].type;
  return "application/octet-stream";
}

/* A line end in a name would tear every list that shows it. */
static gboolean
has_control (const char *name)
{
  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

static gboolean
check_file (SheafBook                 *book,
            const SheafAttachmentFile *file,
            const char                *name,
            GError                   **error)
{
  gsize  size = g_bytes_get_size (file->bytes);
  gint64 limit = sheaf_attachment_limit (book);

  if (name == NULL || *name == '\0' || strchr (name, '/') != NULL || has_control (name) ||
      g_utf8_strlen (name, -1) > NAME_MAX_LETTERS)
    g_set_error (
        error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ATTACHMENT,
        _ ("an attachment needs a file name of 1 to 200 letters without “/” or line ends: rename "
           "it"));
  else if (size == 0)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ATTACHMENT,
                 _ ("%s is empty: choose the file that holds the document"), name);
  else if ((gint64) size > limit)
    return fail_large (name, (gint64) size, limit, error);
  else
    return TRUE;
  return FALSE;
}

SheafAttachmentFile *
sheaf_attachment_file_read (SheafBook  *book,
                            const char *path,
                            GError    **error)
{
  g_autofree char     *name = g_path_get_basename (path);
  g_autofree char     *clean = NULL;
  gint64               limit = sheaf_attachment_limit (book);
  struct stat          facts;
  char                *bytes;
  gsize                length;
  SheafAttachmentFile *file;

  if (stat (path, &facts) == 0 && S_ISREG (facts.st_mode) && facts.st_size > limit)
    {
      (void) fail_large (name, facts.st_size, limit, error); /* the error says it */
      return NULL;
    }
  if (!sheaf_file_read (path, (gsize) limit, &bytes, &length, error))
    return NULL;
  file = g_new0 (SheafAttachmentFile, 1);
  file->name = g_steal_pointer (&name);
  file->bytes = g_bytes_new_take (bytes, length);
  clean = sheaf_text_clean (file->name, -1);
  if (check_file (book, file, clean, error))
    return file;
  sheaf_attachment_file_free (file);
  return NULL;
}

static gboolean
check_repeat (SheafBook  *book,
              gint64      voucher_id,
              const char *name,
              const char *sha256,
              GError    **error)
{
  gboolean found;
  gint64   id;

  if (!sheaf_store_find_int (sheaf_book_store (book), ATTACHMENT_SAME,
                             SHEAF_ARGS (SHEAF_INT (voucher_id), SHEAF_TEXT (sha256)), &found, &id,
                             error))
    return FALSE;
  if (found)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ATTACHMENT,
                 _ ("%s is attached to this voucher already: choose another file"), name);
  return !found;
}

gboolean
sheaf_attachment_insert (SheafBook                 *book,
                         gint64                     voucher_id,
                         const SheafAttachmentFile *file,
                         gint64                    *ret_id,
                         GError                   **error)
{
  SheafStore      *store = sheaf_book_store (book);
  g_autofree char *name = sheaf_text_clean (file->name, -1);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_load (book, voucher_id, error);
  g_autoptr (SheafAct) act = NULL;
  gint64 size = (gint64) g_bytes_get_size (file->bytes);
  gint64 id;

  if (voucher == NULL || !check_file (book, file, name, error) ||
      !check_repeat (book, voucher_id, name, sha256, error))
    return FALSE;
  act = sheaf_act_begin (book, "attachment", name, error);
  if (act == NULL ||
      !sheaf_store_run (store, ATTACHMENT_DATA_INSERT,
                        SHEAF_ARGS (SHEAF_TEXT (sha256),
                                    sheaf_value_blob (g_bytes_get_data (file->bytes, NULL),
                                                      g_bytes_get_size (file->bytes))),
                        error) ||
      !sheaf_store_insert (store, ATTACHMENT_INSERT,
                           SHEAF_ARGS (SHEAF_INT (voucher_id), SHEAF_TEXT (name),
                                       SHEAF_TEXT (sheaf_attachment_guess_type (name)),
                                       SHEAF_INT (size), SHEAF_TEXT (sha256),
                                       SHEAF_INT (sheaf_act_id (act))),
                           &id, error) ||
      !sheaf_act_commit (act, error))
    return FALSE;
  if (ret_id != NULL)
    *ret_id = id;
  return TRUE;
}

static SheafAttachment *
read_row (const SheafQuery *query)
{
  SheafAttachment *attachment = g_new0 (SheafAttachment, 1);

  attachment->id = sheaf_query_int (query, 0);
  attachment->voucher_id = sheaf_query_int (query, 1);
  attachment->voucher_kind = (SheafVoucherKind) sheaf_query_int (query, 2);
  attachment->voucher_number = g_strdup (sheaf_query_text (query, 3));
  attachment->voucher_date = sheaf_query_date (query, 4);
  attachment->name = g_strdup (sheaf_query_text (query, 5));
  attachment->type = g_strdup (sheaf_query_text (query, 6));
  attachment->size = sheaf_query_int (query, 7);
  attachment->sha256 = g_strdup (sheaf_query_text (query, 8));
  attachment->at = g_strdup (sheaf_query_text (query, 9));
  attachment->user = g_strdup (sheaf_query_text (query, 10));
  if (!sheaf_query_is_null (query, 11))
    attachment->withdrawn = g_strdup (sheaf_query_text (query, 11));
  return attachment;
}

static GPtrArray *
list (SheafBook        *book,
      const char       *sql,
      const SheafValue *args,
      gboolean          with_withdrawn,
      GError          **error)
{
  g_autoptr (GPtrArray)
      found = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_attachment_free);
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), sql, args, error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    if (with_withdrawn || sheaf_query_is_null (query, 11))
      g_ptr_array_add (found, read_row (query));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&found) : NULL;
}

GPtrArray *
sheaf_attachment_list (SheafBook *book,
                       gint64     voucher_id,
                       gboolean   with_withdrawn,
                       GError   **error)
{
  if (voucher_id == 0)
    return list (book, ATTACHMENT_LIST, SHEAF_NO_ARGS, with_withdrawn, error);
  return list (book, ATTACHMENT_LIST_OF, SHEAF_ARGS (SHEAF_INT (voucher_id)), with_withdrawn,
               error);
}

SheafAttachment *
sheaf_attachment_load (SheafBook *book,
                       gint64     id,
                       GError   **error)
{
  g_autoptr (GPtrArray)
      found = list (book, ATTACHMENT_LOAD, SHEAF_ARGS (SHEAF_INT (id)), TRUE, error);

  if (found == NULL)
    return NULL;
  if (found->len == 1)
    return g_ptr_array_steal_index (found, 0);
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_NOT_FOUND,
               _ ("there is no attachment %" PRId64 ": choose one of the list"), id);
  return NULL;
}

GBytes *
sheaf_attachment_open (SheafBook *book,
                       gint64     id,
                       GError   **error)
{
  g_autoptr (SheafAttachment) attachment = sheaf_attachment_load (book, id, error);
  g_autoptr (SheafQuery) query = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;

  if (attachment == NULL)
    return NULL;
  query = sheaf_query_new (sheaf_book_store (book), ATTACHMENT_BYTES,
                           SHEAF_ARGS (SHEAF_TEXT (attachment->sha256)), error);
  if (query == NULL)
    return NULL;
  if (sheaf_query_next (query, NULL))
    {
      bytes = sheaf_query_bytes (query, 0);
      sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
    }
  if (!sheaf_query_finish (query, error))
    return NULL;
  if (g_strcmp0 (sha256, attachment->sha256) == 0)
    return g_steal_pointer (&bytes);
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ATTACHMENT,
               _ ("the content of %s is not as it was attached: restore a backup"),
               attachment->name);
  return NULL;
}

gboolean
sheaf_attachment_withdraw (SheafBook  *book,
                           gint64      id,
                           const char *reason,
                           GError    **error)
{
  g_autoptr (SheafAttachment) attachment = sheaf_attachment_load (book, id, error);
  g_autoptr (SheafAct) act = NULL;

  if (attachment == NULL)
    return FALSE;
  if (attachment->withdrawn != NULL || reason == NULL || *reason == '\0')
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ATTACHMENT,
                   attachment->withdrawn != NULL
                       ? _ ("%s was withdrawn already: nothing is left to do")
                       : _ ("withdrawing %s needs a reason: give one"),
                   attachment->name);
      return FALSE;
    }
  act = sheaf_act_begin (book, "attachment-withdraw", attachment->name, error);
  return act != NULL &&
         sheaf_store_run (sheaf_book_store (book), ATTACHMENT_WITHDRAWAL_INSERT,
                          SHEAF_ARGS (SHEAF_INT (id), SHEAF_TEXT (reason),
                                      SHEAF_INT (sheaf_act_id (act))),
                          error) &&
         sheaf_act_commit (act, error);
}
