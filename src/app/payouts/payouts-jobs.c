/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on the threads: nothing here may touch a widget. */
#include "app/payouts/payouts-jobs.h"

#include "base/file.h"
#include "distribution/draft.h"
#include "exchange/bank-order-xlsx.h"
#include "ledger/bank.h"
#include "ledger/party.h"
#include "payouts/bank-order.h"
#include "payouts/past-payments.h"
#include "payouts/transfer-code.h"
#include "payouts/transfer-text.h"

#include <string.h>

void
sheaf_payee_facts_free (SheafPayeeFacts *facts)
{
  if (facts == NULL)
    return;
  g_clear_pointer (&facts->payments, g_ptr_array_unref);
  g_free (facts->bank);
  g_free (facts->account);
  g_free (facts->purpose);
  g_free (facts->qr);
  g_free (facts->qr_refusal);
  g_free (facts);
}

/* What a bank cannot take is told in place of the code. */
static gboolean
add_transfer (SheafBook            *book,
              const SheafPayeeWish *wish,
              SheafPayeeFacts      *facts,
              GError              **error)
{
  g_autoptr (SheafParty) party = sheaf_party_load (book, wish->party_id, error);
  g_autoptr (SheafLaw) law = party != NULL ? sheaf_law_of_book (book, error) : NULL;
  g_autoptr (GError) refusal = NULL;
  const SheafBank *bank;
  SheafVietqr      qr = { 0 };

  if (law == NULL)
    return FALSE;
  if (party->bank_bin == NULL || *party->bank_bin == '\0' || party->bank_account == NULL ||
      *party->bank_account == '\0')
    return TRUE;
  bank = sheaf_bank_find (book, party->bank_bin);
  facts->bank = g_strdup (bank != NULL ? bank->name : party->bank_bin);
  facts->account = g_strdup (party->bank_account);
  facts->purpose = sheaf_transfer_text (law, wish->year, party->code, SHEAF_TRANSFER_MAX);
  qr.bin = party->bank_bin;
  qr.account = party->bank_account;
  qr.amount = wish->amount;
  qr.purpose = facts->purpose;
  if (!sheaf_transfer_code (book, law,
                            wish->amount.units > 0 ? SHEAF_PAYOUT_ORDERED : SHEAF_PAYOUT_PAID,
                            &qr, &facts->qr, &refusal))
    facts->qr_refusal = g_strdup (refusal->message);
  return TRUE;
}

gpointer
sheaf_payee_facts_job (gpointer connection,
                       gpointer data,
                       GError **error)
{
  const SheafPayeeWish *wish = data;
  SheafPayeeFacts      *facts = g_new0 (SheafPayeeFacts, 1);

  facts->party_id = wish->party_id;
  facts->payments = sheaf_past_payment_list (connection, wish->party_id, wish->on, error);
  if (facts->payments != NULL && add_transfer (connection, wish, facts, error))
    return facts;
  sheaf_payee_facts_free (facts);
  return NULL;
}

void
sheaf_bank_file_wish_free (SheafBankFileWish *wish)
{
  if (wish == NULL)
    return;
  g_free (wish->form);
  g_free (wish->path);
  g_free (wish);
}

static gboolean
write_order (SheafBook               *book,
             const SheafBankFileWish *wish,
             const SheafPayoutBatch  *batch,
             const SheafBankOrder    *order,
             GError                 **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) sheet = NULL;
  g_autoptr (GDateTime) now = NULL;

  if (order->form->type == SHEAF_BANK_ORDER_PAIN)
    {
      now = g_date_time_new_now_local ();
      text = sheaf_bank_order_to_pain (book, batch, order, now, error);
      return text != NULL && sheaf_file_write (wish->path, text, strlen (text), error);
    }
  if (g_str_has_suffix (wish->path, ".csv"))
    {
      text = sheaf_bank_order_to_csv (order);
      return sheaf_file_write (wish->path, text, strlen (text), error);
    }
  sheet = sheaf_bank_order_xlsx_make (order, batch->date, error);
  return sheet != NULL && sheaf_file_write (wish->path, g_bytes_get_data (sheet, NULL),
                                            g_bytes_get_size (sheet), error);
}

gpointer
sheaf_bank_file_job (gpointer connection,
                     gpointer data,
                     GError **error)
{
  const SheafBankFileWish *wish = data;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafPayoutBatch) batch = sheaf_payout_load (connection, wish->batch_id, error);
  g_autoptr (SheafBankOrderForm) form = NULL;
  g_autoptr (SheafBankOrder) order = NULL;

  form = batch != NULL ? sheaf_bank_order_form_load (connection, wish->form, error) : NULL;
  order = form != NULL ? sheaf_bank_order_new (connection, batch, form, problems, error) : NULL;
  if (order == NULL || !write_order (connection, wish, batch, order, error))
    return NULL;
  return g_steal_pointer (&problems);
}

gpointer
sheaf_bank_forms_job (gpointer connection,
                      gpointer data,
                      GError **error)
{
  g_autoptr (GPtrArray) ids = sheaf_bank_order_form_list (connection);
  g_autoptr (GPtrArray)
      forms = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_bank_order_form_free);

  (void) data;
  for (guint i = 0; i < ids->len; i++)
    {
      SheafBankOrderForm *form = sheaf_bank_order_form_load (connection, ids->pdata[i], error);

      if (form == NULL)
        return NULL;
      g_ptr_array_add (forms, form);
    }
  return g_steal_pointer (&forms);
}

void
sheaf_return_act_free (SheafReturnAct *act)
{
  if (act == NULL)
    return;
  g_free (act->reason);
  g_free (act);
}

gpointer
sheaf_return_act_job (gpointer connection,
                      gpointer data,
                      GError **error)
{
  const SheafReturnAct *act = data;
  gboolean              done;

  done = act->take_back ? sheaf_payout_return_take_back (connection, act->batch_id, act->party_id,
                                                         act->date, act->reason, error)
                        : sheaf_payout_return (connection, act->batch_id, act->party_id, act->kind,
                                               act->date, act->reason, NULL, error);
  return done ? GINT_TO_POINTER (TRUE) : NULL;
}
