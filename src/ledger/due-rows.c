/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left of rows after payments: what falls due first is settled first, so the latest days
 * that make up the balance are open. */
#include "ledger/due-private.h"

#include "ledger/due-sql.h"
#include "ledger/merge.h"
#include "store/query.h"

typedef struct
{
  SheafBook *book;
  gint64     account_id;
  gint64     party_id; /* of the group, who stands for merged ones */
  gint64     item_id;
  gboolean   debit; /* the side of the balance */
  SheafMoney size;  /* of the balance, without sign */
  SheafDate  on;
  GArray    *rows; /* of SheafDuePart, more than make up the balance */
} Group;

SheafDate
sheaf_due_turn (const SheafDuePart *part)
{
  return sheaf_date_is_none (part->due) ? part->arose : part->due;
}

/* The latest first. */
static int
compare_turns (gconstpointer a,
               gconstpointer b)
{
  const SheafDuePart *x = a;
  const SheafDuePart *y = b;
  int                 order = sheaf_date_cmp (sheaf_due_turn (y), sheaf_due_turn (x));

  if (order == 0)
    order = sheaf_date_cmp (y->arose, x->arose);
  return order != 0 ? order : (x->row_id < y->row_id) - (x->row_id > y->row_id);
}

/* Takes rows until they reach the balance; ret_last is the turn of the last one then, else
 * SHEAF_DATE_NONE: there may be others however early. whole: to the end all the same. */
static gboolean
read_rows (const Group      *group,
           const char       *sql,
           const SheafValue *args,
           gboolean          whole,
           SheafDate        *ret_last,
           GError          **error)
{
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (group->book), sql, args, error);
  SheafMoney rest = group->size;
  SheafDate  last = SHEAF_DATE_NONE;

  if (query == NULL)
    return FALSE;
  while ((whole || rest.units > 0) && sheaf_query_next (query, NULL))
    {
      SheafDuePart part = { .account_id = group->account_id,
                            .party_id = group->party_id,
                            .item_id = group->item_id,
                            .amount = sheaf_query_money (query, 2),
                            .arose = sheaf_query_date (query, 3),
                            .due = sheaf_query_date (query, 4),
                            .row_id = sheaf_query_int (query, 0),
                            .voucher_id = sheaf_query_int (query, 1) };

      g_array_append_val (group->rows, part);
      rest = sheaf_money_sub (rest, part.amount);
      last = sheaf_due_turn (&part);
    }
  *ret_last = rest.units > 0 ? SHEAF_DATE_NONE : last;
  return sheaf_query_finish (query, error);
}

/* Rows with a day of their own first; of the others only those that come later than the last one
 * needed of these can be open. */
static gboolean
read_by_party (const Group *group,
               gint64       party_id,
               GError     **error)
{
  const char *dated = group->debit ? DUE_DATED_DEBIT : DUE_DATED_CREDIT;
  const char *party = group->debit ? DUE_UNDATED_PARTY_DEBIT : DUE_UNDATED_PARTY_CREDIT;
  const char *plain = group->debit ? DUE_UNDATED_PLAIN_DEBIT : DUE_UNDATED_PLAIN_CREDIT;
  SheafDate   last;

  if (!read_rows (group, dated,
                  SHEAF_ARGS (SHEAF_INT (group->account_id), SHEAF_INT (party_id),
                              SHEAF_DAY (group->on)),
                  FALSE, &last, error))
    return FALSE;
  if (sheaf_date_is_none (last))
    last = sheaf_date_new (1900, 1, 1);
  return read_rows (group, party_id != 0 ? party : plain,
                    SHEAF_ARGS (SHEAF_INT (group->account_id), SHEAF_INT (party_id),
                                SHEAF_DAY (group->on), SHEAF_DAY (last)),
                    FALSE, &last, error);
}

static gboolean
read_of_party (const Group *group,
               gint64       party_id,
               GError     **error)
{
  SheafDate last;

  if (group->item_id == 0)
    return read_by_party (group, party_id, error);
  return read_rows (group, group->debit ? DUE_ITEM_DEBIT : DUE_ITEM_CREDIT,
                    SHEAF_ARGS (SHEAF_INT (group->account_id), SHEAF_INT (party_id),
                                SHEAF_DAY (group->on), SHEAF_INT (group->item_id)),
                    TRUE, &last, error);
}

static gboolean
read_all (const Group *group,
          GError     **error)
{
  g_autoptr (GArray) together = NULL;

  if (group->party_id == 0)
    return read_of_party (group, 0, error);
  together = sheaf_party_together (group->book, group->party_id, error);
  if (together == NULL)
    return FALSE;
  for (guint i = 0; i < together->len; i++)
    if (!read_of_party (group, g_array_index (together, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* From the latest back until the balance is made up. What no row explains (the mirror of a voucher
 * of a later day) is left without a day, so that the parts add up whatever happens. */
static void
cut (const Group *group,
     GArray      *parts)
{
  SheafMoney rest = group->size;
  guint      start = parts->len;

  g_array_sort (group->rows, compare_turns);
  for (guint i = 0; i < group->rows->len && rest.units > 0; i++)
    {
      SheafDuePart part = g_array_index (group->rows, SheafDuePart, i);

      if (sheaf_money_cmp (part.amount, rest) > 0)
        part.amount = rest;
      rest = sheaf_money_sub (rest, part.amount);
      g_array_insert_val (parts, start, part);
    }
  if (rest.units > 0)
    {
      SheafDuePart part = { .account_id = group->account_id,
                            .party_id = group->party_id,
                            .item_id = group->item_id,
                            .amount = rest,
                            .arose = SHEAF_DATE_NONE,
                            .due = SHEAF_DATE_NONE };

      g_array_insert_val (parts, start, part);
    }
  for (guint i = start; !group->debit && i < parts->len; i++)
    {
      SheafDuePart *part = &g_array_index (parts, SheafDuePart, i);

      part->amount = sheaf_money_neg (part->amount);
    }
}

gboolean
sheaf_due_read_parts (SheafBook *book,
                      gint64     account_id,
                      gint64     party_id,
                      gint64     item_id,
                      SheafMoney balance,
                      SheafDate  on,
                      GArray    *parts,
                      GError   **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SheafDuePart));
  Group group = { .book = book,
                  .account_id = account_id,
                  .party_id = party_id,
                  .item_id = item_id,
                  .debit = balance.units > 0,
                  .size = balance.units > 0 ? balance : sheaf_money_neg (balance),
                  .on = on,
                  .rows = rows };

  g_return_val_if_fail (balance.units != 0, FALSE);
  if (!read_all (&group, error))
    return FALSE;
  cut (&group, parts);
  return TRUE;
}
