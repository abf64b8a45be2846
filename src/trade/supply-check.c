/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Supplies: judging a row and completing its figures. */
#include "trade/supply-private.h"

#include "base/i18n.h"
#include "trade/supply-sql.h"

static gboolean
judge_reversal (SheafTradeSession  *session,
                const SheafSupply  *supply,
                SheafSupplyFigures *figures,
                GError            **error)
{
  gint64 id = sheaf_trade_find_row (session->book, SUPPLY_BY_NUMBER, supply->reverses,
                                    supply->date);
  g_autoptr (SheafSupply) original = NULL;

  original = id == 0 ? NULL : sheaf_supply_load (session->book, id, error);
  if (id != 0 && original == NULL)
    return FALSE;
  if (original == NULL)
    sheaf_trade_session_error (session, supply->line, "reverses",
                               _ ("no supply has the number %s: give that of its voucher"),
                               supply->reverses);
  else if (original->reverses_id != 0 || original->reversed_by != 0 ||
           !g_hash_table_add (session->taken, g_memdup2 (&id, sizeof id)))
    sheaf_trade_session_error (session, supply->line, "reverses",
                               _ ("%s is a reversal or was reversed already: enter a new supply "
                                  "instead"),
                               supply->reverses);
  else if (original->party_id != supply->party_id || original->product_id != supply->product_id)
    sheaf_trade_session_error (session, supply->line, "reverses",
                               _ ("%s is of another member or product: correct them"),
                               supply->reverses);
  else if ((supply->quantity.thousandths != 0 &&
            ABS (supply->quantity.thousandths) != original->quantity.thousandths) ||
           (supply->amount_given && ABS (supply->amount.units) != original->amount.units))
    sheaf_trade_session_error (session, supply->line, "quantity",
                               _ ("a reversal takes back the whole of %s: give its quantity and "
                                  "amount, then enter what is right as a new row"),
                               supply->reverses);
  else
    *figures = (SheafSupplyFigures){
      .quantity = SHEAF_QUANTITY (-original->quantity.thousandths),
      .price = original->price,
      .amount = sheaf_money_neg (original->amount),
      .vat = sheaf_money_neg (original->vat),
      .cost = sheaf_money_neg (original->cost),
      .scope = original->scope,
      .reverses_id = id,
      .reverses_voucher_id = original->voucher_id,
    };
  return TRUE;
}

/* What the row cost the co-op: as given, else by the product. */
static void
judge_cost (SheafTradeSession        *session,
            const SheafSupply        *supply,
            const SheafProduct       *product,
            const SheafSupplyOptions *options,
            SheafSupplyFigures       *figures)
{
  if (supply->cost_given)
    {
      figures->cost = supply->cost;
      if (supply->cost.units < 0 || supply->cost.units > SHEAF_MONEY_MAX)
        sheaf_trade_session_error (session, supply->line, "cost",
                                   _ ("the cost cannot be negative: correct it"));
    }
  else if (product->cost.millionths > 0)
    (void) sheaf_trade_session_amount (session, supply->line, "cost", figures->quantity,
                                       product->cost, FALSE, &figures->cost);
  else if (!options->without_cost)
    sheaf_trade_session_error (session, supply->line, "cost",
                               _ ("what %s cost is not known: give it here or with the product, or "
                                  "say --no-cost"),
                               product->code);
}

static void
judge_accounts (SheafTradeSession        *session,
                const SheafSupply        *supply,
                const SheafProduct       *product,
                const SheafSupplyOptions *options,
                const SheafSupplyFigures *figures)
{
  if (!options->post)
    return;
  if (product->revenue_account_id == 0)
    sheaf_trade_session_error (session, supply->line, "product",
                               _ ("%s has no revenue account, so it is not for sale: enter a "
                                  "product that names one"),
                               product->code);
  if (product->cost_account_id == 0 && figures->cost.units != 0)
    sheaf_trade_session_error (session, supply->line, "product",
                               _ ("%s has no account for its cost: enter a product that names one"),
                               product->code);
}

static gboolean
judge_figures (SheafTradeSession        *session,
               const SheafSupply        *supply,
               const SheafSupplyOptions *options,
               SheafSupplyFigures       *figures,
               GError                  **error)
{
  const SheafProduct *product = sheaf_trade_session_product (session, supply->product_id, error);
  SheafMemberState    state;

  if (product == NULL ||
      !sheaf_trade_session_state (session, supply->party_id, supply->date, &state, error))
    return FALSE;
  figures->scope = sheaf_member_state_is_internal (&state) ? SHEAF_SCOPE_INTERNAL
                                                           : SHEAF_SCOPE_EXTERNAL;
  figures->quantity = supply->quantity;
  figures->amount = supply->amount;
  figures->price = supply->price;
  if (figures->price.millionths == 0 && !supply->amount_given)
    figures->price = product->price;
  if (supply->quantity.thousandths <= 0)
    sheaf_trade_session_error (session, supply->line, "quantity",
                               _ ("the quantity must be above 0: correct it"));
  else if (figures->price.millionths == 0 && !supply->amount_given)
    sheaf_trade_session_error (session, supply->line, "price",
                               _ ("%s has no price: give one here or with the product"),
                               product->code);
  else if (sheaf_trade_session_amount (session, supply->line, "amount", figures->quantity,
                                       figures->price, supply->amount_given, &figures->amount))
    {
      if (product->taxable)
        figures->vat = sheaf_money_mul_div (figures->amount, product->vat_rate.millionths, 1000000,
                                            SHEAF_ROUND_HALF_UP);
      judge_cost (session, supply, product, options, figures);
    }
  judge_accounts (session, supply, product, options, figures);
  return TRUE;
}

gboolean
sheaf_supply_judge (SheafTradeSession        *session,
                    const SheafSupply        *supply,
                    const SheafSupplyOptions *options,
                    SheafSupplyFigures       *ret_figures,
                    GError                  **error)
{
  gboolean reverses = supply->reverses != NULL && *supply->reverses != '\0';
  gboolean sound;

  *ret_figures = (SheafSupplyFigures){ 0 };
  if (!sheaf_trade_session_check_head (session, supply->line, supply->date, supply->party_id,
                                       supply->product_id, reverses, &sound, error))
    return FALSE;
  if (!sound)
    return TRUE;
  if (!(reverses ? judge_reversal (session, supply, ret_figures, error)
                 : judge_figures (session, supply, options, ret_figures, error)))
    return FALSE;
  sheaf_trade_session_add_volume (session, supply->line, ret_figures->amount);
  sheaf_trade_session_add_volume (session, supply->line, ret_figures->vat);
  sheaf_trade_session_add_volume (session, supply->line, ret_figures->cost);
  return TRUE;
}
