/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares of past years, what was paid of them, notices, and what is open between the member and the
 * co-op. */
#include "reports/list-card-private.h"

#include "distribution/past-shares.h"
#include "ledger/chart.h"
#include "ledger/item.h"
#include "ledger/open-item.h"
#include "notices/notice.h"
#include "payouts/past-payments.h"

static const SheafListColumn share_columns[] = { { "year", SHEAF_CELL_TEXT, 3 },
                                                 { "side", SHEAF_CELL_TEXT, 5 },
                                                 { "use", SHEAF_CELL_MONEY, 5 },
                                                 { "labour", SHEAF_CELL_MONEY, 5 },
                                                 { "capital", SHEAF_CELL_MONEY, 5 },
                                                 { "equal", SHEAF_CELL_MONEY, 4 },
                                                 { "amount", SHEAF_CELL_MONEY, 5 },
                                                 { "state", SHEAF_CELL_TEXT, 8 },
                                                 { NULL, SHEAF_CELL_TEXT, 0 } };
static const SheafListColumn payment_columns[] = { { "date", SHEAF_CELL_DAY, 4 },
                                                   { "year", SHEAF_CELL_TEXT, 4 },
                                                   { "method", SHEAF_CELL_TEXT, 7 },
                                                   { "voucher", SHEAF_CELL_TEXT, 5 },
                                                   { "amount", SHEAF_CELL_MONEY, 5 },
                                                   { "note", SHEAF_CELL_TEXT, 6 },
                                                   { NULL, SHEAF_CELL_TEXT, 0 } };
enum
{
  NOTICE_YEAR,
  NOTICE_KIND,
  NOTICE_DATE,
  NOTICE_AMOUNT,
  NOTICE_REDEEMED,
  NOTICE_OPEN
};

static const SheafListColumn notice_columns[] = { { "year", SHEAF_CELL_TEXT, 4 },
                                                  { "kind", SHEAF_CELL_TEXT, 10 },
                                                  { "date", SHEAF_CELL_DAY, 4 },
                                                  { "amount", SHEAF_CELL_MONEY, 5 },
                                                  { "redeemed", SHEAF_CELL_MONEY, 5 },
                                                  { "open", SHEAF_CELL_MONEY, 5 },
                                                  { NULL, SHEAF_CELL_TEXT, 0 } };
static const SheafListColumn debt_columns[] = { { "account", SHEAF_CELL_TEXT, 3 },
                                                { "name", SHEAF_CELL_TEXT, 10 },
                                                { "item", SHEAF_CELL_TEXT, 7 },
                                                { "due", SHEAF_CELL_DAY, 4 },
                                                { "owes", SHEAF_CELL_MONEY, 5 },
                                                { "owed", SHEAF_CELL_MONEY, 5 },
                                                { NULL, SHEAF_CELL_TEXT, 0 } };

/* "Nghị quyết 05/NQ-ĐHTV, đã ghi sổ PK0123" */
static char *
share_state (SheafCardPaper       *paper,
             const SheafPastShare *share)
{
  g_autofree char *booked = sheaf_list_text (
      &paper->writer, share->voucher_number != NULL ? "posted" : "not-posted", "number",
      share->voucher_number, NULL);

  return sheaf_card_join (", ", share->resolution, booked, NULL);
}

static gboolean
write_side (SheafCardPaper       *paper,
            const SheafPastShare *share,
            SheafSide             side,
            gint64               *sums,
            GError              **error)
{
  g_autofree char *year = g_strdup_printf ("%d", share->year);
  g_autofree char *word = sheaf_card_word (paper, "side", sheaf_side_to_text (side));
  g_autofree char *state = share_state (paper, share);
  SheafCell        cells[SHEAF_CARD_CELLS] = { { 0 } };
  gint64           amount = 0;

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      sheaf_cell_set_number (&cells[2 + pool], share->pools[side][pool].units);
      sums[2 + pool] += share->pools[side][pool].units;
      amount += share->pools[side][pool].units;
    }
  if (amount == 0)
    return TRUE;
  sums[6] += amount;
  sheaf_cell_set_text (&cells[0], year);
  sheaf_cell_set_text (&cells[1], word);
  sheaf_cell_set_number (&cells[6], amount);
  sheaf_cell_set_text (&cells[7], state);
  return sheaf_card_row (paper, SHEAF_ROW_KIND_LINE, cells, error);
}

static gboolean
write_shares (SheafCardPaper *paper,
              GError        **error)
{
  static const int summed[] = { 2, 3, 4, 5, 6, -1 };
  const GPtrArray *shares = paper->card->shares;
  gint64           sums[SHEAF_CARD_CELLS] = { 0 };

  if (shares->len == 0)
    return TRUE;
  if (!sheaf_card_section (paper, "shares", share_columns, error))
    return FALSE;
  for (guint i = 0; i < shares->len; i++)
    for (int side = 0; side < SHEAF_SIDES; side++)
      if (!write_side (paper, shares->pdata[i], (SheafSide) side, sums, error))
        return FALSE;
  return sheaf_card_total (paper, 1, sums, summed, error);
}

/* One that was reversed stays, its amount crossed out: the member did not get it. */
static gboolean
write_payments (SheafCardPaper *paper,
                GError        **error)
{
  static const int summed[] = { 4, -1 };
  const GPtrArray *payments = paper->card->payments;
  gint64           sums[SHEAF_CARD_CELLS] = { 0 };

  if (payments->len == 0)
    return TRUE;
  if (!sheaf_card_section (paper, "payments", payment_columns, error))
    return FALSE;
  for (guint i = 0; i < payments->len; i++)
    {
      const SheafPastPayment *one = payments->pdata[i];
      g_autofree char        *year = g_strdup_printf ("%d", one->year);
      g_autofree char        *method = sheaf_card_word (
                 paper, "method", one->method == SHEAF_PAYOUT_CASH ? "cash" : "bank");
      g_autofree char *note = one->paid ? g_strdup ("")
                                        : sheaf_list_text (&paper->writer, "not-paid", NULL);
      SheafCell        cells[SHEAF_CARD_CELLS] = { { 0 } };

      sheaf_cell_set_day (&cells[0], one->date);
      sheaf_cell_set_text (&cells[1], year);
      sheaf_cell_set_text (&cells[2], method);
      sheaf_cell_set_text (&cells[3], one->voucher_number != NULL ? one->voucher_number : "");
      sheaf_cell_set_number (&cells[4], one->amount.units);
      if (!one->paid)
        sheaf_cell_cross (&cells[4]);
      sums[4] += one->paid ? one->amount.units : 0;
      sheaf_cell_set_text (&cells[5], note);
      if (!sheaf_card_row (paper, SHEAF_ROW_KIND_LINE, cells, error))
        return FALSE;
    }
  return sheaf_card_total (paper, 2, sums, summed, error);
}

static gboolean
write_notice (SheafCardPaper    *paper,
              const SheafNotice *notice,
              gint64            *sums,
              GError           **error)
{
  const gint64     amounts[] = { notice->amount.units, notice->redeemed.units,
                                 sheaf_money_sub (notice->amount, notice->redeemed).units };
  g_autofree char *year = g_strdup_printf ("%d", notice->year);
  g_autofree char *kind = sheaf_card_word (paper, "notice",
                                           sheaf_notice_kind_to_word (notice->kind));
  SheafCell        cells[SHEAF_CARD_CELLS] = { { 0 } };

  sheaf_cell_set_text (&cells[NOTICE_YEAR], year);
  sheaf_cell_set_text (&cells[NOTICE_KIND], kind);
  sheaf_cell_set_day (&cells[NOTICE_DATE], notice->date);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      sheaf_cell_set_number (&cells[NOTICE_AMOUNT + i], amounts[i]);
      sums[NOTICE_AMOUNT + i] += amounts[i];
    }
  return sheaf_card_row (paper, SHEAF_ROW_KIND_LINE, cells, error);
}

/* Layers by year of origin; what was redeemed wholly stays, as the member's history. */
static gboolean
write_notices (SheafCardPaper *paper,
               GError        **error)
{
  static const int summed[] = { NOTICE_AMOUNT, NOTICE_REDEEMED, NOTICE_OPEN, -1 };
  const GPtrArray *notices = paper->card->notices;
  gint64           sums[SHEAF_CARD_CELLS] = { 0 };

  if (notices->len == 0)
    return TRUE;
  if (!sheaf_card_section (paper, "notices", notice_columns, error))
    return FALSE;
  for (guint i = 0; i < notices->len; i++)
    if (!write_notice (paper, notices->pdata[i], sums, error))
      return FALSE;
  return sheaf_card_total (paper, NOTICE_KIND, sums, summed, error);
}

static gboolean
write_debt (SheafCardPaper      *paper,
            const SheafOpenItem *one,
            GError             **error)
{
  const SheafChart   *chart = sheaf_chart_get (paper->writer.book, error);
  const SheafAccount *account = chart != NULL ? sheaf_chart_by_id (chart, one->account_id) : NULL;
  g_autoptr (SheafItem) item = NULL;
  g_autofree char *title = NULL;
  SheafCell        cells[SHEAF_CARD_CELLS] = { { 0 } };

  if (account == NULL)
    return FALSE;
  if (one->item_id != 0)
    {
      item = sheaf_item_load (paper->writer.book, one->item_id, error);
      if (item == NULL)
        return FALSE;
      title = sheaf_card_join (" ", item->code, item->name, NULL);
    }
  sheaf_cell_set_text (&cells[0], account->code);
  sheaf_cell_set_text (&cells[1], account->name);
  sheaf_cell_set_text (&cells[2], title != NULL ? title : "");
  if (!sheaf_date_is_none (one->due))
    sheaf_cell_set_day (&cells[3], one->due);
  sheaf_cell_set_number (&cells[one->balance.units > 0 ? 4 : 5], ABS (one->balance.units));
  return sheaf_card_row (paper, SHEAF_ROW_KIND_LINE, cells, error);
}

/* Written even where there are none: that nothing is owed is worth being told. */
static gboolean
write_debts (SheafCardPaper *paper,
             GError        **error)
{
  static const int summed[] = { 4, 5, -1 };
  gint64           sums[SHEAF_CARD_CELLS] = { 0 };
  SheafMoney       owes, owed;

  if (!sheaf_card_section (paper, "debts", debt_columns, error))
    return FALSE;
  for (guint i = 0; i < paper->card->debts->len; i++)
    if (!write_debt (paper, &g_array_index (paper->card->debts, SheafOpenItem, i), error))
      return FALSE;
  sheaf_card_debts (paper->card, &owes, &owed);
  sums[4] = owes.units;
  sums[5] = owed.units;
  return sheaf_card_total (paper, 1, sums, summed, error);
}

gboolean
sheaf_card_write_money (SheafCardPaper *paper,
                        GError        **error)
{
  return write_shares (paper, error) && write_payments (paper, error) &&
         write_notices (paper, error) && write_debts (paper, error);
}
