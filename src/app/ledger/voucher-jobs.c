/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on the threads: nothing here may touch a widget. */
#include "app/ledger/voucher-jobs.h"

#include "app/ledger/voucher-cells.h"
#include "app/warnings.h"
#include "book/act.h"
#include "ledger/attachment.h"
#include "ledger/draft-file.h"
#include "ledger/guide.h"
#include "payouts/reversal.h"

void
sheaf_voucher_sheet_free (SheafVoucherSheet *sheet)
{
  if (sheet == NULL)
    return;
  sheaf_draft_free (sheet->cells);
  g_free (sheet->reason);
  g_free (sheet->reversed_by_number);
  g_free (sheet->reverses_number);
  g_clear_pointer (&sheet->attachments, g_ptr_array_unref);
  g_clear_pointer (&sheet->invoices, g_ptr_array_unref);
  g_free (sheet);
}

void
sheaf_voucher_posting_free (SheafVoucherPosting *posting)
{
  if (posting == NULL)
    return;
  sheaf_draft_slot_unref (posting->slot);
  sheaf_draft_free (posting->draft);
  g_free (posting->due_template);
  g_clear_pointer (&posting->attachments, g_ptr_array_unref);
  g_free (posting);
}

void
sheaf_voucher_outcome_free (SheafVoucherOutcome *outcome)
{
  if (outcome == NULL)
    return;
  g_free (outcome->number);
  sheaf_problems_free (outcome->problems);
  g_free (outcome);
}

void
sheaf_voucher_reversal_free (SheafVoucherReversal *reversal)
{
  if (reversal == NULL)
    return;
  g_free (reversal->reason);
  g_free (reversal);
}

/* Number and day of the voucher on the other end of a reversal. */
static void
load_other (SheafBook *book,
            gint64     id,
            char     **ret_number,
            SheafDate *ret_day)
{
  g_autoptr (SheafVoucher) voucher = id != 0 ? sheaf_voucher_load (book, id, NULL) : NULL;

  if (voucher == NULL)
    return;
  *ret_number = g_strdup (voucher->number);
  *ret_day = voucher->date;
}

gpointer
sheaf_voucher_load_job (gpointer connection,
                        gpointer data,
                        GError **error)
{
  SheafBook    *book = connection;
  const gint64 *id = data;
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_load (book, *id, error);
  SheafVoucherSheet *sheet;

  if (voucher == NULL)
    return NULL;
  sheet = g_new0 (SheafVoucherSheet, 1);
  sheet->id = *id;
  sheet->kind = voucher->kind;
  sheet->layer = voucher->layer;
  sheet->date = voucher->date;
  sheet->total = sheaf_voucher_total (sheaf_chart_get (book, NULL), voucher);
  sheet->reason = g_strdup (voucher->reason);
  sheet->reverses_id = voucher->reverses_id;
  sheet->reversed_by = sheaf_voucher_reversed_by (book, *id);
  load_other (book, sheet->reversed_by, &sheet->reversed_by_number, &sheet->reversed_on);
  load_other (book, voucher->reverses_id, &sheet->reverses_number, &sheet->reverses_day);
  sheet->cells = sheaf_voucher_cells (book, voucher, error);
  if (sheet->cells != NULL)
    sheet->attachments = sheaf_attachment_list (book, *id, FALSE, error);
  if (sheet->attachments != NULL)
    sheet->invoices = sheaf_invoice_list_of (book, *id, error);
  if (sheet->invoices != NULL)
    return sheet;
  sheaf_voucher_sheet_free (sheet);
  return NULL;
}

/* A pair of accounts that no prescribed entry has is asked about, as long as nothing is wrong. */
static gboolean
ask_pairs (SheafBook                 *book,
           const SheafVoucherPosting *posting,
           SheafVoucherOutcome       *outcome,
           GError                   **error)
{
  g_autoptr (SheafProblems) told = sheaf_problems_new (); /* by the check before */
  g_autoptr (SheafVoucher) voucher = NULL;
  GError *failure = NULL;

  if (posting->confirmed || outcome->problems->errors > 0)
    return TRUE;
  voucher = sheaf_draft_to_voucher (book, posting->draft, NULL, NULL, told, &failure);
  if (failure == NULL && voucher != NULL)
    (void) sheaf_guide_ask_pairs (book, voucher, outcome->problems, &failure); /* in failure */
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
needs_answer (const SheafVoucherPosting *posting,
              const SheafVoucherOutcome *outcome)
{
  return outcome->problems->errors > 0 ||
         (outcome->problems->warnings > 0 && !posting->confirmed);
}

/* The voucher, and that it was due, in one act. Undone while there is something to be asked: what
 * only the whole act shows, such as money below zero in a book that warns of it, too. */
static gboolean
write_posting (SheafBook                 *book,
               const SheafVoucherPosting *posting,
               SheafVoucherOutcome       *outcome,
               gint64                    *ret_id,
               GError                   **error)
{
  g_autoptr (SheafProblems) again = sheaf_problems_new ();
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "voucher-post", posting->draft->description,
                                              error);
  gint64 id;

  posting->draft->id = posting->slot->id;
  if (act == NULL ||
      !sheaf_draft_post (book, posting->draft, NULL, posting->attachments, again, &id, error) ||
      (posting->due_template != NULL &&
       !sheaf_recurrence_done (book, posting->due_template, posting->due, id, error)) ||
      !sheaf_warnings_ask (act, outcome->problems, error))
    return FALSE;
  if (needs_answer (posting, outcome))
    return TRUE;
  if (!sheaf_act_commit (act, error))
    return FALSE;
  *ret_id = id;
  return TRUE;
}

static gboolean
post (SheafBook                 *book,
      const SheafVoucherPosting *posting,
      SheafVoucherOutcome       *outcome,
      GError                   **error)
{
  if (!sheaf_draft_check (book, posting->draft, NULL, outcome->problems, error) ||
      !ask_pairs (book, posting, outcome, error))
    return FALSE;
  /* All that is to be asked comes in one question. */
  if (outcome->problems->errors == 0 &&
      !write_posting (book, posting, outcome, &outcome->id, error))
    return FALSE;
  if (outcome->id != 0)
    posting->slot->id = 0;
  return TRUE;
}

/* What is not posted is kept as a draft: the form may be closed by now. */
static gint64
keep (SheafBook                 *book,
      const SheafVoucherPosting *posting)
{
  posting->draft->id = posting->slot->id;
  if (!sheaf_draft_save (book, posting->draft, NULL, NULL))
    return 0;
  posting->slot->id = posting->draft->id;
  return posting->attachments == NULL ||
                 sheaf_draft_files_set (book, posting->slot->id, posting->attachments, NULL)
             ? posting->slot->id
             : 0;
}

gpointer
sheaf_voucher_post_job (gpointer connection,
                        gpointer data,
                        GError **error)
{
  const SheafVoucherPosting *posting = data;
  SheafVoucherOutcome       *outcome = g_new0 (SheafVoucherOutcome, 1);

  outcome->problems = sheaf_problems_new ();
  if (!post (connection, posting, outcome, error))
    {
      (void) keep (connection, posting); /* the failure is told; the form still has it */
      sheaf_voucher_outcome_free (outcome);
      return NULL;
    }
  if (outcome->id == 0)
    outcome->draft_id = keep (connection, posting);
  load_other (connection, outcome->id, &outcome->number, &outcome->date);
  return outcome;
}

static gboolean
reverse (SheafBook                  *book,
         const SheafVoucherReversal *reversal,
         SheafVoucherOutcome        *outcome,
         GError                    **error)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "reverse", reversal->reason, error);
  gint64 id;

  if (act == NULL ||
      !sheaf_journal_reverse (book, reversal->id, reversal->date, reversal->reason, &id, error) ||
      !sheaf_warnings_ask (act, outcome->problems, error))
    return FALSE;
  if (outcome->problems->warnings > 0 && !reversal->confirmed)
    return TRUE;
  if (!sheaf_act_commit (act, error))
    return FALSE;
  outcome->id = id;
  return TRUE;
}

gpointer
sheaf_voucher_reverse_job (gpointer connection,
                           gpointer data,
                           GError **error)
{
  SheafVoucherOutcome *outcome = g_new0 (SheafVoucherOutcome, 1);

  outcome->problems = sheaf_problems_new ();
  if (reverse (connection, data, outcome, error))
    {
      load_other (connection, outcome->id, &outcome->number, &outcome->date);
      return outcome;
    }
  sheaf_voucher_outcome_free (outcome);
  return NULL;
}

gpointer
sheaf_voucher_copy_job (gpointer connection,
                        gpointer data,
                        GError **error)
{
  const gint64 *id = data;

  return sheaf_voucher_copy (connection, *id, error);
}
