/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft saves itself every few seconds; a scan of some megabytes is written once. */
#include "ledger/draft-file.h"

#include "ledger/draft-sql.h"
#include "store/query.h"
#include "store/transaction.h"

static char *
hash (const SheafAttachmentFile *file)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);
}

static guint
count (const GPtrArray *files)
{
  return files != NULL ? files->len : 0;
}

/* TRUE in ret_same when the draft keeps these files already. */
static gboolean
compare (SheafBook       *book,
         gint64           draft_id,
         const GPtrArray *files,
         gboolean        *ret_same,
         GError         **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), DRAFT_FILE_HEADS,
                                                  SHEAF_ARGS (SHEAF_INT (draft_id)), error);
  guint    n = 0;
  gboolean same = TRUE;

  if (query == NULL)
    return FALSE;
  for (; sheaf_query_next (query, NULL); n++)
    {
      const SheafAttachmentFile *file = n < count (files) ? files->pdata[n] : NULL;
      g_autofree char           *sha256 = file != NULL ? hash (file) : NULL;

      same = same && file != NULL && g_str_equal (sheaf_query_text (query, 0), file->name) &&
             g_str_equal (sheaf_query_text (query, 1), sha256);
    }
  *ret_same = same && n == count (files);
  return sheaf_query_finish (query, error);
}

static gboolean
insert (SheafBook                 *book,
        gint64                     draft_id,
        guint                      position,
        const SheafAttachmentFile *file,
        GError                   **error)
{
  g_autofree char *sha256 = hash (file);
  gint64           size = (gint64) g_bytes_get_size (file->bytes);

  return sheaf_store_run (sheaf_book_store (book), DRAFT_FILE_INSERT,
                          SHEAF_ARGS (SHEAF_INT (draft_id), SHEAF_INT (position),
                                      SHEAF_TEXT (file->name), SHEAF_TEXT (sha256),
                                      sheaf_value_blob (g_bytes_get_data (file->bytes, NULL),
                                                        size)),
                          error);
}

gboolean
sheaf_draft_files_set (SheafBook       *book,
                       gint64           draft_id,
                       const GPtrArray *files,
                       GError         **error)
{
  g_autoptr (SheafTransaction) transaction = NULL;
  gboolean same;

  g_return_val_if_fail (book != NULL && sheaf_book_act_id (book) == 0, FALSE);
  if (!compare (book, draft_id, files, &same, error))
    return FALSE;
  if (same)
    return TRUE;
  transaction = sheaf_transaction_begin (sheaf_book_store (book), error);
  if (transaction == NULL || !sheaf_store_run (sheaf_book_store (book), DRAFT_FILE_DELETE,
                                               SHEAF_ARGS (SHEAF_INT (draft_id)), error))
    return FALSE;
  for (guint i = 0; i < count (files); i++)
    if (!insert (book, draft_id, i + 1, files->pdata[i], error))
      return FALSE;
  return sheaf_transaction_commit (transaction, error);
}

GPtrArray *
sheaf_draft_files_list (SheafBook *book,
                        gint64     draft_id,
                        GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), DRAFT_FILE_LIST,
                                                  SHEAF_ARGS (SHEAF_INT (draft_id)), error);
  g_autoptr (GPtrArray) files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_attachment_file_free);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafAttachmentFile *file = g_new0 (SheafAttachmentFile, 1);

      file->name = g_strdup (sheaf_query_text (query, 0));
      file->bytes = sheaf_query_bytes (query, 1);
      g_ptr_array_add (files, file);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&files) : NULL;
}
