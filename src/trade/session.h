/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is looked up again and again while many rows are judged or posted. Only trade includes
 * this. */
#pragma once

#include "base/problem.h"
#include "base/quantity.h"
#include "base/rate.h"
#include "book/book.h"
#include "ledger/chart.h"
#include "members/membership.h"
#include "trade/product.h"

typedef struct
{
  SheafBook     *book;
  const char    *file;
  SheafProblems *problems;
  GHashTable    *products; /* id to SheafProduct */
  GHashTable    *spans;    /* party id to GArray */
  GHashTable    *taken;    /* ids of rows that a row before takes back */
  SheafWide      volume;   /* of all amounts, those in the book included */
} SheafTradeSession;

/* volume_sql gives the sum of the amounts in the book, without sign. */
SheafTradeSession *sheaf_trade_session_new (SheafBook     *book,
                                            const char    *volume_sql,
                                            const char    *file,
                                            SheafProblems *problems,
                                            GError       **error);
void               sheaf_trade_session_free (SheafTradeSession *session);
void               sheaf_trade_session_error (SheafTradeSession *session,
                                              guint              line,
                                              const char        *column,
                                              const char        *format,
                                              ...) G_GNUC_PRINTF (4, 5);

/* Owned by the session; NULL on an error. */
const SheafProduct *sheaf_trade_session_product (SheafTradeSession *session,
                                                 gint64             id,
                                                 GError           **error);
gboolean            sheaf_trade_session_state (SheafTradeSession *session,
                                               gint64             party_id,
                                               SheafDate          day,
                                               SheafMemberState  *ret_state,
                                               GError           **error);

/* The account of the product's stock: goods, of services work in progress, unless it names one. */
const SheafAccount *sheaf_trade_session_stock (SheafTradeSession  *session,
                                               const SheafProduct *product,
                                               GError            **error);

/* Judges what every row has: day, member, product. *ret_sound tells whether to go on. */
gboolean sheaf_trade_session_check_head (SheafTradeSession *session,
                                         guint              line,
                                         SheafDate          date,
                                         gint64             party_id,
                                         gint64             product_id,
                                         gboolean           reverses,
                                         gboolean          *ret_sound,
                                         GError           **error);

/* The amount of a row: the given one, else quantity × price, half up; what does not fit is a
 * problem in the column. FALSE after a problem. */
gboolean sheaf_trade_session_amount (SheafTradeSession *session,
                                     guint              line,
                                     const char        *column,
                                     SheafQuantity      quantity,
                                     SheafRate          price,
                                     gboolean           given,
                                     SheafMoney        *amount);

/* Counts amounts into the volume; a problem when it passes 18 digits. */
void sheaf_trade_session_add_volume (SheafTradeSession *session,
                                     guint              line,
                                     SheafMoney         amount);

/* Lets the ledger judge the reversal of a row's voucher on the day. */
gboolean sheaf_trade_session_check_reversal (SheafTradeSession *session,
                                             guint              line,
                                             gint64             voucher_id,
                                             SheafDate          date,
                                             GError           **error);

/* The id of the row that reverses names: "#" and the id, or the number of its voucher, found by
 * by_number ($1 number $2 day). 0 when there is none. */
gint64 sheaf_trade_find_row (SheafBook  *book,
                             const char *by_number,
                             const char *reverses,
                             SheafDate   date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafTradeSession, sheaf_trade_session_free)
