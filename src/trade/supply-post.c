/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Supplies: entering them. */
#include "trade/supply-private.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/template.h"
#include "trade/error.h"
#include "trade/supply-sql.h"

static SheafVoucher *
make_voucher (SheafTradeSession        *session,
              const SheafSupply        *supply,
              const SheafSupplyFigures *figures,
              GError                  **error)
{
  const SheafProduct *product = sheaf_trade_session_product (session, supply->product_id, error);
  const SheafAccount *stock = product == NULL
                                  ? NULL
                                  : sheaf_trade_session_stock (session, product, error);
  SheafPostingFacts   facts = { .event = "supply",
                                .date = supply->date,
                                .party_id = supply->party_id,
                                .amount = figures->amount,
                                .vat = figures->vat,
                                .cost = figures->cost,
                                .quantity = figures->quantity,
                                .line = supply->line };

  if (stock == NULL)
    return NULL;
  facts.stock_account_id = stock->id;
  facts.revenue_account_id = product->revenue_account_id;
  facts.cost_account_id = product->cost_account_id;
  facts.product = product->code;
  facts.product_name = product->name;
  return sheaf_template_fill (session->book, &facts, error);
}

static gboolean
check_row (SheafTradeSession        *session,
           const SheafSupply        *supply,
           const SheafSupplyOptions *options,
           GError                  **error)
{
  guint              before = session->problems->errors;
  SheafSupplyFigures figures;
  g_autoptr (SheafVoucher) voucher = NULL;

  if (!sheaf_supply_judge (session, supply, options, &figures, error))
    return FALSE;
  if (session->problems->errors > before)
    return TRUE;
  if (!options->post && figures.reverses_voucher_id != 0)
    sheaf_trade_session_error (session, supply->line, "reverses",
                               _ ("%s was posted, so its reversal must be posted too: leave "
                                  "--no-post out"),
                               supply->reverses);
  if (options->post && figures.reverses_voucher_id != 0)
    return sheaf_trade_session_check_reversal (session, supply->line, figures.reverses_voucher_id,
                                               supply->date, error);
  if (!options->post || figures.reverses_id != 0)
    return TRUE;
  voucher = make_voucher (session, supply, &figures, error);
  return voucher != NULL && sheaf_voucher_check (session->book, voucher, session->file,
                                                 session->problems, error);
}

gboolean
sheaf_supply_check (SheafBook                *book,
                    const GPtrArray          *supplies,
                    const SheafSupplyOptions *options,
                    const char               *file,
                    SheafProblems            *problems,
                    GError                  **error)
{
  g_autoptr (SheafTradeSession) session = NULL;

  g_return_val_if_fail (book != NULL && supplies != NULL && options != NULL, FALSE);
  session = sheaf_trade_session_new (book, SUPPLY_VOLUME, file, problems, error);
  if (session == NULL)
    return FALSE;
  for (guint i = 0; i < supplies->len; i++)
    if (!check_row (session, g_ptr_array_index (supplies, i), options, error))
      return FALSE;
  return TRUE;
}

static gboolean
post_voucher (SheafTradeSession        *session,
              const SheafSupply        *supply,
              const SheafSupplyFigures *figures,
              gint64                   *ret_id,
              GError                  **error)
{
  g_autoptr (SheafVoucher) voucher = NULL;

  if (figures->reverses_voucher_id != 0)
    return sheaf_voucher_reverse (session->book, figures->reverses_voucher_id, supply->date,
                                  supply->reverses, ret_id, error);
  if (figures->reverses_id != 0)
    return TRUE;
  voucher = make_voucher (session, supply, figures, error);
  return voucher != NULL && sheaf_voucher_post (session->book, voucher, ret_id, error);
}

static gboolean
post_row (SheafTradeSession        *session,
          const SheafSupply        *supply,
          const SheafSupplyOptions *options,
          gint64                    act_id,
          GError                  **error)
{
  SheafSupplyFigures figures;
  gint64             voucher_id = 0;

  if (!sheaf_supply_judge (session, supply, options, &figures, error) ||
      !sheaf_problems_pass (session->problems, SHEAF_TRADE_ERROR, SHEAF_TRADE_ERROR_REFUSED,
                            error) ||
      (options->post && !post_voucher (session, supply, &figures, &voucher_id, error)))
    return FALSE;
  return sheaf_store_run (
      sheaf_book_store (session->book), SUPPLY_INSERT,
      SHEAF_ARGS (SHEAF_INT (supply->party_id), SHEAF_INT (supply->product_id),
                  SHEAF_DAY (supply->date), SHEAF_INT (figures.quantity.thousandths),
                  figures.price.millionths == 0 ? SHEAF_TEXT (NULL)
                                                : SHEAF_INT (figures.price.millionths),
                  SHEAF_UNITS (figures.amount), SHEAF_UNITS (figures.vat),
                  figures.cost.units == 0 ? SHEAF_TEXT (NULL) : SHEAF_UNITS (figures.cost),
                  SHEAF_INT (figures.scope), SHEAF_ID (figures.reverses_id), SHEAF_ID (voucher_id),
                  SHEAF_INT (act_id)),
      error);
}

gboolean
sheaf_supply_post (SheafBook                *book,
                   const GPtrArray          *supplies,
                   const SheafSupplyOptions *options,
                   GError                  **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafTradeSession) session = NULL;
  g_autoptr (SheafAct) act = NULL;

  if (!sheaf_supply_check (book, supplies, options, NULL, problems, error) ||
      !sheaf_problems_pass (problems, SHEAF_TRADE_ERROR, SHEAF_TRADE_ERROR_REFUSED, error))
    return FALSE;
  session = sheaf_trade_session_new (book, SUPPLY_VOLUME, NULL, problems, error);
  act = session == NULL ? NULL : sheaf_act_begin (book, "supply", "", error);
  if (act == NULL)
    return FALSE;
  for (guint i = 0; i < supplies->len; i++)
    if (!post_row (session, g_ptr_array_index (supplies, i), options, sheaf_act_id (act), error))
      return FALSE;
  return sheaf_act_commit (act, error);
}
