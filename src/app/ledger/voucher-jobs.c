/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on the threads: nothing here may touch a widget. */
#include "app/ledger/voucher-jobs.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/party.h"

void
sheaf_voucher_sheet_free (SheafVoucherSheet *sheet)
{
  if (sheet == NULL)
    return;
  sheaf_voucher_free (sheet->voucher);
  g_hash_table_unref (sheet->item_codes);
  g_free (sheet->reversed_by_number);
  g_free (sheet->reverses_number);
  g_free (sheet);
}

void
sheaf_voucher_draft_free (SheafVoucherDraft *draft)
{
  if (draft == NULL)
    return;
  g_free (draft->number);
  g_free (draft->description);
  g_clear_pointer (&draft->rows, g_ptr_array_unref);
  g_free (draft);
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

static void
note_item (SheafVoucherSheet *sheet,
           SheafBook         *book,
           gint64             id)
{
  if (id != 0 && !g_hash_table_contains (sheet->item_codes, &id))
    g_hash_table_insert (sheet->item_codes, g_memdup2 (&id, sizeof id), sheaf_item_code (book, id));
}

static char *
load_number (SheafBook *book,
             gint64     id)
{
  g_autoptr (SheafVoucher) voucher = id != 0 ? sheaf_voucher_load (book, id, NULL) : NULL;

  return voucher != NULL ? g_strdup (voucher->number) : NULL;
}

gpointer
sheaf_voucher_load_job (gpointer connection,
                        gpointer data,
                        GError **error)
{
  SheafBook         *book = connection;
  const gint64      *id = data;
  SheafVoucher      *voucher = sheaf_voucher_load (book, *id, error);
  SheafVoucherSheet *sheet;

  if (voucher == NULL)
    return NULL;
  sheet = g_new0 (SheafVoucherSheet, 1);
  sheet->voucher = voucher;
  sheet->item_codes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = g_ptr_array_index (voucher->rows, i);

      note_item (sheet, book, row->debit_item_id);
      note_item (sheet, book, row->credit_item_id);
    }
  sheet->reversed_by = sheaf_voucher_reversed_by (book, *id);
  sheet->reversed_by_number = load_number (book, sheet->reversed_by);
  sheet->reverses_number = load_number (book, voucher->reverses_id);
  return sheet;
}

static gboolean
ensure_item (SheafBook  *book,
             const char *code,
             gint64     *ret_id,
             GError    **error)
{
  return code == NULL || sheaf_item_ensure (book, code, ret_id, error);
}

/* The rows' texts stay with the draft: the voucher gets copies. */
static gboolean
add_rows (SheafBook               *book,
          SheafVoucher            *voucher,
          const SheafVoucherDraft *draft,
          GError                 **error)
{
  for (guint i = 0; i < draft->rows->len; i++)
    {
      const SheafTypedRow *typed = g_ptr_array_index (draft->rows, i);
      SheafVoucherRow     *row = sheaf_voucher_add_row (voucher, typed->row.debit_id,
                                                        typed->row.credit_id, typed->row.amount);

      row->scope = typed->row.scope;
      row->debit_party_id = typed->row.debit_party_id;
      row->credit_party_id = typed->row.credit_party_id;
      row->description = g_strdup (typed->row.description);
      row->line = typed->row.line;
      if (!ensure_item (book, typed->debit_item, &row->debit_item_id, error) ||
          !ensure_item (book, typed->credit_item, &row->credit_item_id, error))
        return FALSE;
    }
  return TRUE;
}

/* All in one act: items made for a voucher that is refused go again. */
static gboolean
post_draft (SheafBook               *book,
            const SheafVoucherDraft *draft,
            SheafVoucherOutcome     *outcome,
            GError                 **error)
{
  g_autofree char *summary = g_strdup_printf (_ ("Voucher: %s"), draft->description);
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "voucher-post", summary, error);
  g_autoptr (SheafVoucher)
      voucher = sheaf_voucher_new (draft->kind, draft->date, draft->description);

  voucher->number = g_strdup (draft->number);
  if (act == NULL || !add_rows (book, voucher, draft, error) ||
      !sheaf_voucher_check (book, voucher, NULL, outcome->problems, error))
    return FALSE;
  if (outcome->problems->errors > 0 || (outcome->problems->warnings > 0 && !draft->confirmed))
    return TRUE;
  if (!sheaf_voucher_post_checked (book, voucher, &outcome->id, error))
    return FALSE;
  return sheaf_act_commit (act, error);
}

gpointer
sheaf_voucher_post_job (gpointer connection,
                        gpointer data,
                        GError **error)
{
  const SheafVoucherDraft *draft = data;
  SheafVoucherOutcome     *outcome = g_new0 (SheafVoucherOutcome, 1);

  outcome->problems = sheaf_problems_new ();
  outcome->date = draft->date;
  if (!post_draft (connection, draft, outcome, error))
    {
      sheaf_voucher_outcome_free (outcome);
      return NULL;
    }
  outcome->number = load_number (connection, outcome->id);
  return outcome;
}

gpointer
sheaf_voucher_reverse_job (gpointer connection,
                           gpointer data,
                           GError **error)
{
  const SheafVoucherReversal *reversal = data;
  SheafVoucherOutcome        *outcome = g_new0 (SheafVoucherOutcome, 1);

  outcome->problems = sheaf_problems_new ();
  outcome->date = reversal->date;
  if (sheaf_voucher_reverse (connection, reversal->id, reversal->date, reversal->reason,
                             &outcome->id, error))
    {
      outcome->number = load_number (connection, outcome->id);
      return outcome;
    }
  sheaf_voucher_outcome_free (outcome);
  return NULL;
}
