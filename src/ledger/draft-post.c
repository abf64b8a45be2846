/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft becomes a voucher: everything wrong is told at once, and the draft goes in the very act
 * that posts it. */
#include "base/i18n.h"
#include "book/act.h"
#include "ledger/attachment.h"
#include "ledger/draft-file.h"
#include "ledger/draft.h"
#include "ledger/error.h"
#include "ledger/voucher-check.h"

gboolean
sheaf_draft_check (SheafBook               *book,
                   const SheafDraft        *draft,
                   const SheafDraftReading *reading,
                   SheafProblems           *problems,
                   GError                 **error)
{
  GError    *failure = NULL;
  GPtrArray *invoices = NULL;
  g_autoptr (SheafVoucher)
      voucher = sheaf_draft_to_voucher (book, draft, reading, NULL, problems, &failure);

  if (failure == NULL && voucher != NULL)
    (void) sheaf_voucher_check (book, voucher, NULL, problems, &failure); /* in failure */
  if (failure == NULL)
    invoices = sheaf_draft_to_invoices (book, draft, reading, NULL, problems, &failure);
  if (invoices != NULL)
    g_ptr_array_unref (invoices); /* only what is wrong with them was asked */
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

typedef struct
{
  SheafVoucher *voucher;
  GPtrArray    *invoices;
  int           code; /* of the first error */
} Read;

static void
clear_read (Read *read)
{
  g_clear_pointer (&read->voucher, sheaf_voucher_free);
  g_clear_pointer (&read->invoices, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Read, clear_read)

/* Reads the cells and judges what they say. FALSE only on a store error. */
static gboolean
read_draft (SheafBook               *book,
            const SheafDraft        *draft,
            const SheafDraftReading *reading,
            SheafProblems           *problems,
            Read                    *read,
            GError                 **error)
{
  GError *failure = NULL;

  read->code = SHEAF_LEDGER_ERROR_DRAFT;
  read->voucher = sheaf_draft_to_voucher (book, draft, reading, NULL, problems, &failure);
  if (read->voucher != NULL &&
      sheaf_voucher_judge (book, read->voucher, NULL, problems, &read->code, &failure) &&
      read->code < 0)
    read->code = SHEAF_LEDGER_ERROR_DRAFT; /* what else there may be is the invoices' */
  if (failure == NULL)
    read->invoices = sheaf_draft_to_invoices (book, draft, reading, NULL, problems, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

gboolean
sheaf_draft_post (SheafBook               *book,
                  const SheafDraft        *draft,
                  const SheafDraftReading *reading,
                  const GPtrArray         *attachments,
                  SheafProblems           *problems,
                  gint64                  *ret_voucher_id,
                  GError                 **error)
{
  g_autoptr (SheafProblems) own = sheaf_problems_new ();
  SheafProblems *found = problems != NULL ? problems : own;
  guint          errors = found->errors;
  g_auto (Read) read = { 0 };
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "voucher-post", draft->description, error);
  gint64 id = 0;

  if (act == NULL || !read_draft (book, draft, reading, found, &read, error))
    return FALSE;
  if (found->errors > errors)
    {
      (void) sheaf_problems_pass (found, SHEAF_LEDGER_ERROR, read.code,
                                  error); /* it does not pass: the first one is the error */
      return FALSE;
    }
  if (attachments == NULL && draft->id != 0 &&
      (kept = sheaf_draft_files_list (book, draft->id, error)) == NULL)
    return FALSE;
  if (!sheaf_voucher_post_with (book, read.voucher, read.invoices,
                                attachments != NULL ? attachments : kept, &id, error) ||
      (draft->id != 0 && !sheaf_draft_delete (book, draft->id, error)) ||
      !sheaf_act_commit (act, error))
    return FALSE;
  if (ret_voucher_id != NULL)
    *ret_voucher_id = id;
  return TRUE;
}
