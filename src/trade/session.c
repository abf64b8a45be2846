/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judging rows of trade: what deliveries and supplies have in common. */
#include "trade/session.h"

#include "base/i18n.h"
#include "base/language.h"
#include "base/number.h"
#include "ledger/party.h"
#include "ledger/voucher.h"

#include <inttypes.h>

/* Thousandths of a quantity times millionths of a price. */
#define QUANTITY_TIMES_PRICE G_GINT64_CONSTANT (1000000000)

SheafTradeSession *
sheaf_trade_session_new (SheafBook     *book,
                         const char    *volume_sql,
                         const char    *file,
                         SheafProblems *problems,
                         GError       **error)
{
  SheafTradeSession *session;
  gint64             volume;

  if (!sheaf_store_get_int (sheaf_book_store (book), volume_sql, SHEAF_NO_ARGS, &volume, error))
    return NULL;
  session = g_new0 (SheafTradeSession, 1);
  session->book = book;
  session->file = file;
  session->problems = problems;
  session->volume = volume;
  session->products = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                             (GDestroyNotify) sheaf_product_free);
  session->spans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                          (GDestroyNotify) g_array_unref);
  session->taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return session;
}

void
sheaf_trade_session_free (SheafTradeSession *session)
{
  if (session == NULL)
    return;
  g_hash_table_unref (session->products);
  g_hash_table_unref (session->spans);
  g_hash_table_unref (session->taken);
  g_free (session);
}

void
sheaf_trade_session_error (SheafTradeSession *session,
                           guint              line,
                           const char        *column,
                           const char        *format,
                           ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sheaf_problems_add (session->problems, SHEAF_PROBLEM_ERROR, session->file, line, column, "%s",
                      text);
}

const SheafProduct *
sheaf_trade_session_product (SheafTradeSession *session,
                             gint64             id,
                             GError           **error)
{
  SheafProduct *product = g_hash_table_lookup (session->products, &id);

  if (product != NULL)
    return product;
  product = sheaf_product_load (session->book, id, error);
  if (product != NULL)
    g_hash_table_insert (session->products, &product->id, product);
  return product;
}

gboolean
sheaf_trade_session_state (SheafTradeSession *session,
                           gint64             party_id,
                           SheafDate          day,
                           SheafMemberState  *ret_state,
                           GError           **error)
{
  GArray *spans = g_hash_table_lookup (session->spans, &party_id);

  if (spans == NULL)
    {
      spans = sheaf_member_spans (session->book, party_id, error);
      if (spans == NULL)
        return FALSE;
      g_hash_table_insert (session->spans, g_memdup2 (&party_id, sizeof party_id), spans);
    }
  *ret_state = sheaf_member_spans_on (spans, day);
  return TRUE;
}

const SheafAccount *
sheaf_trade_session_stock (SheafTradeSession  *session,
                           const SheafProduct *product,
                           GError            **error)
{
  const SheafChart *chart = sheaf_chart_get (session->book, error);
  const char       *role = product->kind == SHEAF_PRODUCT_SERVICE ? "work-in-progress" : "goods";

  if (chart == NULL)
    return NULL;
  return product->stock_account_id != 0 ? sheaf_chart_by_id (chart, product->stock_account_id)
                                        : sheaf_chart_posting_account (chart, role, error);
}

static gboolean
check_member (SheafTradeSession *session,
              guint              line,
              SheafDate          date,
              gint64             party_id,
              GError           **error)
{
  SheafMemberState state;
  g_autoptr (SheafParty) party = NULL;
  g_autofree char *day = NULL;

  if (!sheaf_trade_session_state (session, party_id, date, &state, error))
    return FALSE;
  if (state.kind != SHEAF_MEMBER_NONE)
    return TRUE;
  party = sheaf_party_load (session->book, party_id, error);
  if (party == NULL)
    return FALSE;
  day = sheaf_date_format (date, sheaf_language_current ());
  sheaf_trade_session_error (session, line, "member",
                             _ ("%s is no member on %s: correct the day or the code, or enter a "
                                "voucher instead"),
                             party->code, day);
  return TRUE;
}

gboolean
sheaf_trade_session_check_head (SheafTradeSession *session,
                                guint              line,
                                SheafDate          date,
                                gint64             party_id,
                                gint64             product_id,
                                gboolean           reverses,
                                gboolean          *ret_sound,
                                GError           **error)
{
  guint before = session->problems->errors;

  if (sheaf_date_is_none (date))
    sheaf_trade_session_error (session, line, "date",
                               _ ("the day is missing: give one as YYYY-MM-DD"));
  if (product_id == 0)
    sheaf_trade_session_error (session, line, "product",
                               _ ("no product is named: give the code of one"));
  if (party_id == 0)
    sheaf_trade_session_error (session, line, "member",
                               _ ("no member is named: give the code of one"));
  else if (!sheaf_date_is_none (date) && !reverses &&
           !check_member (session, line, date, party_id, error))
    return FALSE;
  *ret_sound = session->problems->errors == before;
  return TRUE;
}

gboolean
sheaf_trade_session_amount (SheafTradeSession *session,
                            guint              line,
                            const char        *column,
                            SheafQuantity      quantity,
                            SheafRate          price,
                            gboolean           given,
                            SheafMoney        *amount)
{
  SheafMoney computed;

  if (!sheaf_money_try_mul_div (SHEAF_MONEY (quantity.thousandths), price.millionths,
                                QUANTITY_TIMES_PRICE, SHEAF_ROUND_HALF_UP, &computed))
    {
      sheaf_trade_session_error (session, line, column,
                                 _ ("quantity × price passes 18 digits: correct one of them"));
      return FALSE;
    }
  if (!given)
    *amount = computed;
  if (amount->units <= 0 || amount->units > SHEAF_MONEY_MAX)
    {
      sheaf_trade_session_error (session, line, column,
                                 _ ("the amount must be above 0: correct it, the quantity or the "
                                    "price"));
      return FALSE;
    }
  if (given && price.millionths > 0 && sheaf_money_cmp (*amount, computed) != 0)
    sheaf_problems_add (session->problems, SHEAF_PROBLEM_WARNING, session->file, line, column,
                        _ ("%s is not quantity × price, which is %s: the given amount stands"),
                        sheaf_money_word (*amount).text, sheaf_money_word (computed).text);
  return TRUE;
}

void
sheaf_trade_session_add_volume (SheafTradeSession *session,
                                guint              line,
                                SheafMoney         amount)
{
  gboolean before = session->volume <= SHEAF_MONEY_MAX;

  session->volume += ABS (amount.units);
  if (before && session->volume > SHEAF_MONEY_MAX)
    sheaf_trade_session_error (session, line, "amount",
                               _ ("with this the amounts of all rows together pass 18 digits: "
                                  "correct the amount"));
}

gboolean
sheaf_trade_session_check_reversal (SheafTradeSession *session,
                                    guint              line,
                                    gint64             voucher_id,
                                    SheafDate          date,
                                    GError           **error)
{
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_load (session->book, voucher_id, error);

  if (voucher == NULL)
    return FALSE;
  voucher->id = 0;
  voucher->reverses_id = voucher_id;
  voucher->date = date;
  voucher->line = line;
  g_clear_pointer (&voucher->number, g_free);
  for (guint i = 0; i < voucher->rows->len; i++)
    {
      SheafVoucherRow *row = g_ptr_array_index (voucher->rows, i);

      row->amount = sheaf_money_neg (row->amount);
      row->line = line;
    }
  return sheaf_voucher_check (session->book, voucher, session->file, session->problems, error);
}

gint64
sheaf_trade_find_row (SheafBook  *book,
                      const char *by_number,
                      const char *reverses,
                      SheafDate   date)
{
  gint64 id;

  if (reverses[0] == '#')
    return sheaf_number_parse (reverses + 1, 0, &id, NULL) ? id : 0;
  return sheaf_store_get_int (sheaf_book_store (book), by_number,
                              SHEAF_ARGS (SHEAF_TEXT (reverses), SHEAF_DAY (date)), &id, NULL)
             ? id
             : 0;
}
