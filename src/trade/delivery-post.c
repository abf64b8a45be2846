/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliveries: judging and entering them. */
#include "trade/delivery-private.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/template.h"
#include "trade/delivery-sql.h"
#include "trade/error.h"

#define PERCENT_MAX 100000 /* thousandths */

static gboolean
judge_reversal (SheafTradeSession    *session,
                const SheafDelivery  *delivery,
                SheafDeliveryFigures *figures,
                GError              **error)
{
  gint64 id = sheaf_trade_find_row (session->book, DELIVERY_BY_NUMBER, delivery->reverses,
                                    delivery->date);
  g_autoptr (SheafDelivery) original = NULL;

  original = id == 0 ? NULL : sheaf_delivery_load (session->book, id, error);
  if (id != 0 && original == NULL)
    return FALSE;
  if (original == NULL)
    sheaf_trade_session_error (session, delivery->line, "reverses",
                               _ ("no delivery has the number %s: give that of its voucher"),
                               delivery->reverses);
  else if (original->reverses_id != 0 || original->reversed_by != 0 ||
           !g_hash_table_add (session->taken, g_memdup2 (&id, sizeof id)))
    sheaf_trade_session_error (session, delivery->line, "reverses",
                               _ ("%s is a reversal or was reversed already: enter a new delivery "
                                  "instead"),
                               delivery->reverses);
  else if (original->party_id != delivery->party_id || original->product_id != delivery->product_id)
    sheaf_trade_session_error (session, delivery->line, "reverses",
                               _ ("%s is of another member or product: correct them"),
                               delivery->reverses);
  else if ((delivery->quantity.thousandths != 0 &&
            ABS (delivery->quantity.thousandths) != original->quantity.thousandths) ||
           (delivery->amount_given && ABS (delivery->amount.units) != original->amount.units))
    sheaf_trade_session_error (session, delivery->line, "quantity",
                               _ ("a reversal takes back the whole of %s: give its quantity and "
                                  "amount, then enter what is right as a new row"),
                               delivery->reverses);
  else
    *figures = (SheafDeliveryFigures){
      .quantity = SHEAF_QUANTITY (-original->quantity.thousandths),
      .price = original->price,
      .amount = sheaf_money_neg (original->amount),
      .scope = original->scope,
      .reverses_id = id,
      .reverses_voucher_id = original->voucher_id,
    };
  return TRUE;
}

static gboolean
judge_figures (SheafTradeSession    *session,
               const SheafDelivery  *delivery,
               SheafDeliveryFigures *figures,
               GError              **error)
{
  const SheafProduct *product = sheaf_trade_session_product (session, delivery->product_id, error);
  SheafMemberState    state;

  if (product == NULL ||
      !sheaf_trade_session_state (session, delivery->party_id, delivery->date, &state, error))
    return FALSE;
  figures->scope = sheaf_member_state_is_internal (&state) ? SHEAF_SCOPE_INTERNAL
                                                           : SHEAF_SCOPE_EXTERNAL;
  figures->quantity = delivery->quantity;
  figures->amount = delivery->amount;
  figures->price = delivery->price;
  if (figures->price.millionths == 0 && !delivery->amount_given)
    figures->price = product->price;
  if (delivery->quantity.thousandths <= 0)
    sheaf_trade_session_error (session, delivery->line, "quantity",
                               _ ("the quantity must be above 0: correct it"));
  else if (figures->price.millionths == 0 && !delivery->amount_given)
    sheaf_trade_session_error (session, delivery->line, "price",
                               _ ("%s has no price: give one here or with the product"),
                               product->code);
  else
    (void) sheaf_trade_session_amount (session, delivery->line, "amount", figures->quantity,
                                       figures->price, delivery->amount_given, &figures->amount);
  if (delivery->moisture.thousandths > PERCENT_MAX || delivery->impurity.thousandths > PERCENT_MAX)
    sheaf_trade_session_error (
        session, delivery->line,
        delivery->moisture.thousandths > PERCENT_MAX ? "moisture" : "impurity",
        _ ("more than 100 %% cannot be: correct it"));
  return TRUE;
}

gboolean
sheaf_delivery_judge (SheafTradeSession    *session,
                      const SheafDelivery  *delivery,
                      SheafDeliveryFigures *ret_figures,
                      GError              **error)
{
  gboolean reverses = delivery->reverses != NULL && *delivery->reverses != '\0';
  gboolean sound;

  *ret_figures = (SheafDeliveryFigures){ 0 };
  if (!sheaf_trade_session_check_head (session, delivery->line, delivery->date, delivery->party_id,
                                       delivery->product_id, reverses, &sound, error))
    return FALSE;
  if (!sound)
    return TRUE;
  if (!(reverses ? judge_reversal (session, delivery, ret_figures, error)
                 : judge_figures (session, delivery, ret_figures, error)))
    return FALSE;
  sheaf_trade_session_add_volume (session, delivery->line, ret_figures->amount);
  return TRUE;
}

static SheafVoucher *
make_voucher (SheafTradeSession          *session,
              const SheafDelivery        *delivery,
              const SheafDeliveryFigures *figures,
              GError                    **error)
{
  const SheafProduct *product = sheaf_trade_session_product (session, delivery->product_id, error);
  const SheafAccount *stock = product == NULL
                                  ? NULL
                                  : sheaf_trade_session_stock (session, product, error);
  SheafPostingFacts   facts = { .date = delivery->date,
                                .party_id = delivery->party_id,
                                .amount = figures->amount,
                                .quantity = figures->quantity,
                                .line = delivery->line };

  if (stock == NULL)
    return NULL;
  facts.event = stock->book == SHEAF_ACCOUNT_BOOK_STOCK ? "delivery" : "delivery-direct";
  facts.stock_account_id = stock->id;
  facts.product = product->code;
  facts.product_name = product->name;
  return sheaf_template_fill (session->book, &facts, error);
}

static gboolean
check_row (SheafTradeSession   *session,
           const SheafDelivery *delivery,
           gboolean             post,
           GError             **error)
{
  guint                before = session->problems->errors;
  SheafDeliveryFigures figures;
  g_autoptr (SheafVoucher) voucher = NULL;

  if (!sheaf_delivery_judge (session, delivery, &figures, error))
    return FALSE;
  if (session->problems->errors > before)
    return TRUE;
  if (!post && figures.reverses_voucher_id != 0)
    sheaf_trade_session_error (session, delivery->line, "reverses",
                               _ ("%s was posted, so its reversal must be posted too: leave "
                                  "--no-post out"),
                               delivery->reverses);
  if (post && figures.reverses_voucher_id != 0)
    return sheaf_trade_session_check_reversal (session, delivery->line,
                                               figures.reverses_voucher_id, delivery->date, error);
  if (!post || figures.reverses_id != 0)
    return TRUE;
  voucher = make_voucher (session, delivery, &figures, error);
  return voucher != NULL && sheaf_voucher_check (session->book, voucher, session->file,
                                                 session->problems, error);
}

gboolean
sheaf_delivery_check (SheafBook       *book,
                      const GPtrArray *deliveries,
                      gboolean         post,
                      const char      *file,
                      SheafProblems   *problems,
                      GError         **error)
{
  g_autoptr (SheafTradeSession) session = NULL;

  g_return_val_if_fail (book != NULL && deliveries != NULL && problems != NULL, FALSE);
  session = sheaf_trade_session_new (book, DELIVERY_VOLUME, file, problems, error);
  if (session == NULL)
    return FALSE;
  for (guint i = 0; i < deliveries->len; i++)
    if (!check_row (session, g_ptr_array_index (deliveries, i), post, error))
      return FALSE;
  return TRUE;
}

static gboolean
post_voucher (SheafTradeSession          *session,
              const SheafDelivery        *delivery,
              const SheafDeliveryFigures *figures,
              gint64                     *ret_id,
              GError                    **error)
{
  g_autoptr (SheafVoucher) voucher = NULL;

  if (figures->reverses_voucher_id != 0)
    return sheaf_voucher_reverse (session->book, figures->reverses_voucher_id, delivery->date,
                                  delivery->reverses, ret_id, error);
  if (figures->reverses_id != 0)
    return TRUE;
  voucher = make_voucher (session, delivery, figures, error);
  return voucher != NULL && sheaf_voucher_post (session->book, voucher, ret_id, error);
}

static SheafValue
optional_quantity (SheafQuantity quantity)
{
  return quantity.thousandths == 0 ? SHEAF_TEXT (NULL) : SHEAF_INT (quantity.thousandths);
}

static gboolean
post_row (SheafTradeSession   *session,
          const SheafDelivery *delivery,
          gboolean             post,
          gint64               act_id,
          GError             **error)
{
  SheafDeliveryFigures figures;
  gint64               voucher_id = 0;

  if (!sheaf_delivery_judge (session, delivery, &figures, error) ||
      !sheaf_problems_pass (session->problems, SHEAF_TRADE_ERROR, SHEAF_TRADE_ERROR_REFUSED,
                            error) ||
      (post && !post_voucher (session, delivery, &figures, &voucher_id, error)))
    return FALSE;
  return sheaf_store_run (
      sheaf_book_store (session->book), DELIVERY_INSERT,
      SHEAF_ARGS (SHEAF_INT (delivery->party_id), SHEAF_INT (delivery->product_id),
                  SHEAF_DAY (delivery->date), SHEAF_INT (figures.quantity.thousandths),
                  figures.price.millionths == 0 ? SHEAF_TEXT (NULL)
                                                : SHEAF_INT (figures.price.millionths),
                  SHEAF_UNITS (figures.amount), SHEAF_OPTIONAL (delivery->lot),
                  optional_quantity (delivery->gross), optional_quantity (delivery->moisture),
                  optional_quantity (delivery->impurity), SHEAF_INT (figures.scope),
                  SHEAF_ID (figures.reverses_id), SHEAF_ID (voucher_id), SHEAF_INT (act_id)),
      error);
}

gboolean
sheaf_delivery_post (SheafBook       *book,
                     const GPtrArray *deliveries,
                     gboolean         post,
                     GError         **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafTradeSession) session = NULL;
  g_autoptr (SheafAct) act = NULL;

  if (!sheaf_delivery_check (book, deliveries, post, NULL, problems, error) ||
      !sheaf_problems_pass (problems, SHEAF_TRADE_ERROR, SHEAF_TRADE_ERROR_REFUSED, error))
    return FALSE;
  session = sheaf_trade_session_new (book, DELIVERY_VOLUME, NULL, problems, error);
  act = session == NULL ? NULL : sheaf_act_begin (book, "delivery", "", error);
  if (act == NULL)
    return FALSE;
  for (guint i = 0; i < deliveries->len; i++)
    if (!post_row (session, g_ptr_array_index (deliveries, i), post, sheaf_act_id (act), error))
      return FALSE;
  return sheaf_act_commit (act, error);
}
