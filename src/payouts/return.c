/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A return is a receipt of its own day for each member, with a row for each line. */
#include "payouts/return.h"

#include "base/i18n.h"
#include "base/language.h"
#include "book/act.h"
#include "distribution/draft.h"
#include "ledger/voucher.h"
#include "payouts/error.h"
#include "payouts/making.h"
#include "payouts/return-sql.h"
#include "payouts/tally.h"
#include "store/query.h"

/* Sets the error and gives FALSE. */
static gboolean refuse (GError **error, SheafPayoutsError code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static gboolean
refuse (GError          **error,
        SheafPayoutsError code,
        const char       *format,
        ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (SHEAF_PAYOUTS_ERROR, (int) code, format, args);
  va_end (args);
  return FALSE;
}

/* The member's lines with money that stands; of SheafPayoutLine, borrowed. */
static GPtrArray *
list_lines (const SheafPayoutBatch *batch,
            gint64                  party_id,
            GError                **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  const SheafPayoutLine *known = NULL;

  for (guint i = 0; i < batch->lines->len; i++)
    {
      SheafPayoutLine *line = batch->lines->pdata[i];

      if (line->party_id != party_id)
        continue;
      known = line;
      if (line->paid && line->net.units > 0)
        g_ptr_array_add (lines, line);
    }
  if (lines->len > 0)
    return g_steal_pointer (&lines);
  if (known == NULL)
    (void) refuse (error, SHEAF_PAYOUTS_ERROR_NOT_FOUND,
                   _ ("the member is not on this payment list: see who is on it"));
  else if (known->state == SHEAF_PAYOUT_REVERSED)
    (void) refuse (error, SHEAF_PAYOUTS_ERROR_STATE,
                   _ ("the payment of %s was reversed and is open again: nothing can come back"),
                   known->code);
  else if (!known->paid)
    (void) refuse (error, SHEAF_PAYOUTS_ERROR_STATE,
                   _ ("the payment of %s came back already: take that return back first if it is "
                      "wrong"),
                   known->code);
  else
    (void) refuse (error, SHEAF_PAYOUTS_ERROR_STATE,
                   _ ("%s got no money on this list, all was set off: reverse the set-off instead"),
                   known->code);
  return NULL;
}

static gboolean
check (const SheafPayoutBatch *batch,
       SheafPayoutReturnKind   kind,
       SheafDate               date,
       const char             *reason,
       GError                **error)
{
  if (reason == NULL || *reason == '\0')
    return refuse (error, SHEAF_PAYOUTS_ERROR_STATE,
                   _ ("a return needs its reason: write what the bank or the cashier said"));
  if ((kind == SHEAF_PAYOUT_RETURN_BOUNCED) != (batch->method == SHEAF_PAYOUT_BANK))
    return refuse (error, SHEAF_PAYOUTS_ERROR_STATE,
                   _ ("banks return transfers and cash is left unclaimed: choose what fits the "
                      "list"));
  if (sheaf_date_cmp (date, batch->date) < 0)
    return refuse (error, SHEAF_PAYOUTS_ERROR_STATE,
                   _ ("money cannot come back before the list was paid: choose its day or a later "
                      "one"));
  return TRUE;
}

/* The account that the payment took the money from; 0: none. */
static gint64
find_money (const SheafChart   *chart,
            const SheafVoucher *voucher)
{
  for (guint i = 0; i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[i];
      SheafAccountBook       kept = sheaf_chart_by_id (chart, row->credit_id)->book;

      if (kept == SHEAF_ACCOUNT_BOOK_CASH || kept == SHEAF_ACCOUNT_BOOK_BANK)
        return row->credit_id;
    }
  return 0;
}

static SheafVoucher *
make_voucher (SheafBook              *book,
              const SheafPayoutBatch *batch,
              const GPtrArray        *lines,
              SheafPayoutReturnKind   kind,
              SheafDate               date,
              GError                **error)
{
  const SheafChart      *chart = sheaf_chart_get (book, error);
  const SheafPayoutLine *first = lines->pdata[0];
  g_autoptr (SheafLaw) law = sheaf_law_of_year (book, batch->year, error);
  g_autoptr (SheafVoucher) payment = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  SheafVoucher    *voucher;

  payment = chart == NULL || law == NULL ? NULL
                                         : sheaf_voucher_load (book, first->voucher_id, error);
  if (payment == NULL)
    return NULL;
  words = sheaf_payout_words (law, kind == SHEAF_PAYOUT_RETURN_BOUNCED ? "bounced" : "unclaimed",
                              batch->year);
  text = g_strdup_printf ("%s: %s", words, first->name);
  voucher = sheaf_voucher_new (batch->method == SHEAF_PAYOUT_CASH ? SHEAF_VOUCHER_RECEIPT
                                                                  : SHEAF_VOUCHER_BANK_IN,
                               date, text);
  for (guint i = 0; i < lines->len; i++)
    {
      const SheafPayoutLine *line = lines->pdata[i];
      const SheafVoucherRow *paid = payment->rows->pdata[0];
      SheafVoucherRow       *row = sheaf_voucher_add_row (voucher, find_money (chart, payment),
                                                          paid->debit_id, line->net);

      row->credit_party_id = line->party_id;
      row->plan = sheaf_plan_code (line->year);
    }
  return voucher;
}

static gboolean
write_return (SheafBook              *book,
              const SheafPayoutBatch *batch,
              const GPtrArray        *lines,
              SheafPayoutReturnKind   kind,
              SheafDate               date,
              const char             *reason,
              gint64                  act_id,
              gint64                 *ret_voucher_id,
              GError                **error)
{
  g_autoptr (SheafVoucher) voucher = make_voucher (book, batch, lines, kind, date, error);
  gint64 id;

  if (voucher == NULL || !sheaf_voucher_post (book, voucher, &id, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const SheafPayoutLine *line = lines->pdata[i];

      if (!sheaf_store_run (sheaf_book_store (book), RETURN_INSERT,
                            SHEAF_ARGS (SHEAF_INT (line->id), SHEAF_DAY (date), SHEAF_INT (kind),
                                        SHEAF_TEXT (reason), SHEAF_UNITS (line->net),
                                        SHEAF_INT (id), SHEAF_INT (act_id)),
                            error))
        return FALSE;
    }
  if (ret_voucher_id != NULL)
    *ret_voucher_id = id;
  return TRUE;
}

gboolean
sheaf_payout_return_of (SheafBook              *book,
                        const SheafPayoutBatch *batch,
                        gint64                  party_id,
                        SheafPayoutReturnKind   kind,
                        SheafDate               date,
                        const char             *reason,
                        gint64                 *ret_voucher_id,
                        GError                **error)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "payout-return", reason ? reason : "", error);
  g_autoptr (GPtrArray) lines = NULL;

  if (act == NULL || !check (batch, kind, date, reason, error))
    return FALSE;
  lines = list_lines (batch, party_id, error);
  return lines != NULL &&
         write_return (book, batch, lines, kind, date, reason, sheaf_act_id (act), ret_voucher_id,
                       error) &&
         sheaf_act_commit (act, error);
}

gboolean
sheaf_payout_return (SheafBook            *book,
                     gint64                batch_id,
                     gint64                party_id,
                     SheafPayoutReturnKind kind,
                     SheafDate             date,
                     const char           *reason,
                     gint64               *ret_voucher_id,
                     GError              **error)
{
  g_autoptr (SheafAct) act = NULL;
  g_autoptr (SheafPayoutBatch) batch = NULL;

  g_return_val_if_fail (book != NULL, FALSE);
  /* Read inside the act: what another program wrote meanwhile is known. */
  act = sheaf_act_begin (book, "payout-return", reason != NULL ? reason : "", error);
  batch = act != NULL ? sheaf_payout_load (book, batch_id, error) : NULL;
  return batch != NULL &&
         sheaf_payout_return_of (book, batch, party_id, kind, date, reason, ret_voucher_id,
                                 error) &&
         sheaf_act_commit (act, error);
}

/* What came back of a year may not have been paid again, on a list or by hand. */
static gboolean
check_open (const GPtrArray *tallies,
            gint64           party_id,
            int              year,
            SheafMoney       amount,
            GError         **error)
{
  for (guint i = 0; i < tallies->len; i++)
    {
      const SheafPayoutStanding *standing = tallies->pdata[i];

      if (standing->party_id != party_id || standing->year != year)
        continue;
      if (sheaf_money_cmp (standing->open, amount) >= 0)
        return TRUE;
      return refuse (error, SHEAF_PAYOUTS_ERROR_STATE,
                     _ ("%s was paid again meanwhile and only %s is open: reverse that payment "
                        "first"),
                     standing->code, sheaf_money_word (standing->open).text);
    }
  return refuse (error, SHEAF_PAYOUTS_ERROR_NOT_FOUND,
                 _ ("the member is not on this payment list: see who is on it"));
}

/* What is open may be the next instalment: then it does not tell that the money was paid again. */
static gboolean
check_no_list_since (SheafBook *book,
                     gint64     voucher_id,
                     GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), RETURN_PAID_AGAIN,
                                                  SHEAF_ARGS (SHEAF_INT (voucher_id)), error);
  g_autofree char *day = NULL;

  if (query == NULL)
    return FALSE;
  if (!sheaf_query_next (query, NULL))
    return sheaf_query_finish (query, error);
  day = sheaf_date_format (sheaf_query_date (query, 1), sheaf_language_current ());
  return refuse (error, SHEAF_PAYOUTS_ERROR_STATE,
                 _ ("the money was paid again by list %d of %s: take that payment back first"),
                 (int) sheaf_query_int (query, 0), day);
}

static gboolean
check_not_paid_again (SheafBook *book,
                      gint64     voucher_id,
                      gint64     party_id,
                      SheafDate  date,
                      GError   **error)
{
  g_autoptr (GPtrArray) tallies = sheaf_payout_tally_list (book, date, error);
  g_autoptr (SheafQuery) query = NULL;

  query = tallies == NULL ? NULL
                          : sheaf_query_new (sheaf_book_store (book), RETURN_LINES,
                                             SHEAF_ARGS (SHEAF_INT (voucher_id)), error);
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    if (!check_open (tallies, party_id, (int) sheaf_query_int (query, 0),
                     sheaf_query_money (query, 1), error))
      return FALSE;
  return sheaf_query_finish (query, error);
}

gboolean
sheaf_payout_return_take_back (SheafBook  *book,
                               gint64      batch_id,
                               gint64      party_id,
                               SheafDate   date,
                               const char *reason,
                               GError    **error)
{
  g_autoptr (SheafAct) act = NULL;
  gint64 voucher_id = 0;

  g_return_val_if_fail (book != NULL && reason != NULL, FALSE);
  act = sheaf_act_begin (book, "payout-return-back", reason, error);
  if (act == NULL ||
      !sheaf_store_find_int (sheaf_book_store (book), RETURN_VOUCHER,
                             SHEAF_ARGS (SHEAF_INT (batch_id), SHEAF_INT (party_id)), NULL,
                             &voucher_id, error))
    return FALSE;
  if (voucher_id == 0)
    return refuse (error, SHEAF_PAYOUTS_ERROR_STATE,
                   _ ("no money of the member came back on this list: there is nothing to take "
                      "back"));
  return check_no_list_since (book, voucher_id, error) &&
         check_not_paid_again (book, voucher_id, party_id, date, error) &&
         sheaf_voucher_reverse (book, voucher_id, date, reason, NULL, error) &&
         sheaf_act_commit (act, error);
}

/* Two numbers of the first row; 0 where there is none. */
static gboolean
find_member (SheafBook  *book,
             const char *sql,
             gint64      voucher_id,
             gint64     *ret_batch_id,
             gint64     *ret_party_id,
             GError    **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), sql,
                                                  SHEAF_ARGS (SHEAF_INT (voucher_id)), error);

  *ret_batch_id = *ret_party_id = 0;
  if (query == NULL)
    return FALSE;
  if (sheaf_query_next (query, NULL))
    {
      *ret_batch_id = sheaf_query_int (query, 0);
      *ret_party_id = sheaf_query_int (query, 1);
    }
  return sheaf_query_finish (query, error);
}

gboolean
sheaf_payout_of_voucher (SheafBook          *book,
                         gint64              voucher_id,
                         SheafPayoutVoucher *ret_kind,
                         gint64             *ret_batch_id,
                         gint64             *ret_party_id,
                         GError            **error)
{
  *ret_kind = SHEAF_PAYOUT_VOUCHER_PAYMENT;
  if (!find_member (book, RETURN_PAYMENT_OF_VOUCHER, voucher_id, ret_batch_id, ret_party_id,
                    error))
    return FALSE;
  if (*ret_batch_id != 0)
    return TRUE;
  *ret_kind = SHEAF_PAYOUT_VOUCHER_RETURN;
  if (!find_member (book, RETURN_OF_VOUCHER, voucher_id, ret_batch_id, ret_party_id, error))
    return FALSE;
  if (*ret_batch_id == 0)
    *ret_kind = SHEAF_PAYOUT_VOUCHER_NONE;
  return TRUE;
}

gboolean
sheaf_payout_take_back (SheafBook  *book,
                        gint64      batch_id,
                        gint64      party_id,
                        SheafDate   date,
                        const char *reason,
                        GError    **error)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "payout-back", reason, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SheafQuery) query = NULL;
  gint64            returned = 0, confirmed = 0;
  const SheafValue *args = SHEAF_ARGS (SHEAF_INT (batch_id), SHEAF_INT (party_id));

  if (act == NULL ||
      !sheaf_store_find_int (sheaf_book_store (book), RETURN_VOUCHER, args, NULL, &returned,
                             error) ||
      !sheaf_store_find_int (sheaf_book_store (book), RETURN_CONFIRMED, args, NULL, &confirmed,
                             error))
    return FALSE;
  if (returned != 0)
    return refuse (
        error, SHEAF_PAYOUTS_ERROR_STATE,
        _ ("the money of this payment came back: take the return back before the payment "
           "is reversed"));
  /* Open again, the next list would pay a second time what the member has. */
  if (confirmed != 0)
    return refuse (error, SHEAF_PAYOUTS_ERROR_STATE,
                   _ ("the bank has confirmed this payment: once the money came back enter that, "
                      "the payment itself stays"));
  query = sheaf_query_new (sheaf_book_store (book), RETURN_PAYMENT_VOUCHERS, args, error);
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      gint64 id = sheaf_query_int (query, 0);

      g_array_append_val (ids, id);
    }
  if (!sheaf_query_finish (query, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!sheaf_voucher_reverse (book, g_array_index (ids, gint64, i), date, reason, NULL, error))
      return FALSE;
  return sheaf_act_commit (act, error);
}
