/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a count: its difference on the books, or the sheet set aside. */
#include "base/i18n.h"
#include "book/act.h"
#include "ledger/count-sql.h"
#include "ledger/count.h"
#include "ledger/difference.h"
#include "ledger/error.h"
#include "ledger/voucher.h"

static void
add_difference (GArray               *lines,
                const SheafCount     *count,
                const SheafCountLine *line,
                SheafMoney            amount)
{
  gint64 quantity =
      line == NULL ? 0 : line->counted_quantity.thousandths - line->booked_quantity.thousandths;
  gboolean            same_way = (quantity > 0) == (amount.units > 0);
  SheafDifferenceLine difference = { .amount = amount };

  if (amount.units == 0)
    return;
  if (count->kind == SHEAF_COUNT_STOCK && line != NULL && *line->name != '\0')
    difference.product = line->name;
  if (same_way)
    difference.quantity = SHEAF_QUANTITY (ABS (quantity));
  g_array_append_val (lines, difference);
}

/* Cash as a whole, as nobody knows which notes are missing. */
static GArray *
list_differences (const SheafCount *count)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (SheafDifferenceLine));

  if (count->kind == SHEAF_COUNT_CASH)
    add_difference (lines, count, NULL, sheaf_count_difference (count));
  for (guint i = 0; count->kind == SHEAF_COUNT_STOCK && i < count->lines->len; i++)
    add_difference (lines, count, count->lines->pdata[i],
                    sheaf_count_line_difference (count->lines->pdata[i]));
  return lines;
}

/* A difference is only true beside the books that were counted against. */
static gboolean
check_unchanged (SheafBook        *book,
                 const SheafCount *count,
                 GError          **error)
{
  g_autoptr (SheafCount) now =
      sheaf_count_prepare (book, count->kind, count->account_id, count->date, error);

  if (now == NULL)
    return FALSE;
  if (sheaf_money_cmp (sheaf_count_booked (count), sheaf_count_booked (now)) == 0)
    return TRUE;
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_COUNT,
               _ ("the books of that day were changed since count %s: keep a new sheet"),
               count->number);
  return FALSE;
}

static gboolean
refuse (const SheafCount *count,
        const char       *sentence,
        GError          **error)
{
  g_autoptr (GString) text = g_string_new (sentence);

  g_string_replace (text, "%s", count->number, 1);
  g_set_error_literal (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_COUNT, text->str);
  return FALSE;
}

static gboolean
check_postable (SheafBook        *book,
                const SheafCount *count,
                const GArray     *lines,
                GError          **error)
{
  if (count->withdrawn != NULL)
    return refuse (count, _ ("count %s was set aside: keep a new sheet"), error);
  if (lines->len == 0)
    return refuse (count, _ ("count %s shows no difference: there is nothing to post"), error);
  if (count->vouchers > 0)
    return refuse (count, _ ("the difference of count %s was posted already"), error);
  return check_unchanged (book, count, error);
}

static SheafDifference
make_difference (const SheafCount *count,
                 gint64            other_id)
{
  return (SheafDifference){ .event = count->kind == SHEAF_COUNT_CASH ? "cash" : "stock",
                            .date = count->date,
                            .account_id = count->account_id,
                            .other_id = other_id,
                            .count_id = count->id,
                            .number = count->number };
}

static gboolean
has_side (const GArray *lines,
          gboolean      surplus)
{
  for (guint i = 0; i < lines->len; i++)
    if ((g_array_index (lines, SheafDifferenceLine, i).amount.units > 0) == surplus)
      return TRUE;
  return FALSE;
}

GPtrArray *
sheaf_count_entries (SheafBook *book,
                     gint64     id,
                     gint64     other_id,
                     GError   **error)
{
  g_autoptr (SheafCount) count = sheaf_count_load (book, id, error);
  g_autoptr (GArray) lines = count == NULL ? NULL : list_differences (count);
  g_autoptr (GPtrArray) entries = NULL;
  SheafDifference difference;

  if (count == NULL || !check_postable (book, count, lines, error))
    return NULL;
  difference = make_difference (count, other_id);
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_voucher_free);
  for (guint side = 0; side < 2; side++)
    if (has_side (lines, side == 0))
      {
        SheafVoucher *voucher =
            sheaf_difference_voucher (book, &difference, lines, side == 0, error);

        if (voucher == NULL)
          return NULL;
        g_ptr_array_add (entries, voucher);
      }
  return g_steal_pointer (&entries);
}

gboolean
sheaf_count_post (SheafBook *book,
                  gint64     id,
                  gint64     other_id,
                  GError   **error)
{
  g_autoptr (SheafCount) count = sheaf_count_load (book, id, error);
  g_autoptr (GArray) lines = count == NULL ? NULL : list_differences (count);
  SheafDifference difference;
  guint           vouchers;

  if (count == NULL || !check_postable (book, count, lines, error))
    return FALSE;
  difference = make_difference (count, other_id);
  return sheaf_difference_post (book, &difference, lines, &vouchers, error);
}

gint64
sheaf_count_last_voucher (SheafBook *book,
                          gint64     id)
{
  gint64 voucher = 0;

  (void) sheaf_store_get_int (sheaf_book_store (book), COUNT_LAST_VOUCHER,
                              SHEAF_ARGS (SHEAF_INT (id)), &voucher, NULL); /* then there is none */
  return voucher;
}

gboolean
sheaf_count_withdraw (SheafBook  *book,
                      gint64      id,
                      const char *reason,
                      GError    **error)
{
  g_autoptr (SheafCount) count = sheaf_count_load (book, id, error);
  g_autoptr (SheafAct) act = NULL;

  if (count == NULL)
    return FALSE;
  if (reason == NULL || *reason == '\0')
    return refuse (count, _ ("count %s is set aside for a reason only: say why"), error);
  if (count->withdrawn != NULL)
    return refuse (count, _ ("count %s was set aside already"), error);
  if (count->vouchers > 0)
    return refuse (count, _ ("the difference of count %s stands in the books: reverse its voucher "
                             "first"),
                   error);
  act = sheaf_act_begin (book, "count-withdraw", count->number, error);
  return act != NULL &&
         sheaf_store_run (sheaf_book_store (book), COUNT_WITHDRAWAL_INSERT,
                          SHEAF_ARGS (SHEAF_INT (id), SHEAF_TEXT (reason),
                                      SHEAF_INT (sheaf_act_id (act))),
                          error) &&
         sheaf_act_commit (act, error);
}

gboolean
sheaf_count_replace (SheafBook        *book,
                     gint64            old_id,
                     const SheafCount *count,
                     gint64           *ret_id,
                     GError          **error)
{
  g_autoptr (SheafCount) old = sheaf_count_load (book, old_id, error);
  g_autoptr (SheafAct) act = NULL;
  gint64 id;

  if (old == NULL)
    return FALSE;
  if (old->account_id != count->account_id || old->kind != count->kind)
    return refuse (old, _ ("count %s is of another account: keep a sheet of its own"), error);
  act = sheaf_act_begin (book, "count", old->number, error);
  if (act == NULL || !sheaf_count_withdraw (book, old_id, _ ("Counted again"), error) ||
      !sheaf_count_insert (book, count, &id, error) || !sheaf_act_commit (act, error))
    return FALSE;
  *ret_id = id;
  return TRUE;
}
