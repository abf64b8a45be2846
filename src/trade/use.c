/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Use by the register as it is known now, so that the order in which files come in does not
 * matter. */
#include "trade/use.h"

#include "members/membership.h"
#include "store/query.h"
#include "trade/use-sql.h"

#include <string.h>

static void
use_free (gpointer data)
{
  SheafUse *use = data;

  g_free (use->member);
  g_free (use->product);
  g_free (use->product_name);
  g_free (use->unit);
  g_free (use);
}

/* The sum that the row belongs to: one of the member's, which stand last, or a new one. */
static SheafUse *
find_use (GPtrArray        *uses,
          const SheafQuery *query,
          SheafUseKind      kind,
          gint64            party_id,
          SheafDate         date)
{
  gint64    product_id = sheaf_query_int (query, 2);
  SheafUse *use;

  for (guint i = uses->len; i > 0; i--)
    {
      use = uses->pdata[i - 1];
      if (use->party_id != party_id || use->kind != kind)
        break;
      if (use->product_id == product_id)
        return use;
    }
  use = g_new0 (SheafUse, 1);
  use->party_id = party_id;
  use->member = g_strdup (sheaf_query_text (query, 1));
  use->product_id = product_id;
  use->product = g_strdup (sheaf_query_text (query, 3));
  use->product_name = g_strdup (sheaf_query_text (query, 7));
  use->unit = g_strdup (sheaf_query_text (query, 8));
  use->first = date;
  use->kind = kind;
  g_ptr_array_add (uses, use);
  return use;
}

static void
add_row (SheafUse         *use,
         const SheafQuery *query,
         SheafDate         date)
{
  if (use->rows == 0 || sheaf_date_cmp (date, use->last) != 0)
    use->days++;
  use->last = date;
  use->rows++;
  use->amount = sheaf_money_add (use->amount, sheaf_query_money (query, 5));
  use->quantity.thousandths += sheaf_query_int (query, 6);
}

/* Rows come by member and day. everyone: the stretches of all (sheaf_member_spans_all), so that
 * many members cost one read; NULL: read a member's when the rows come to it. The query is given
 * over. */
static gboolean
add_uses (SheafBook              *book,
          SheafQuery             *rows,
          GHashTable             *everyone,
          SheafUseKind            kind,
          const SheafMemberRight *right,
          GPtrArray              *uses,
          GError                **error)
{
  g_autoptr (SheafQuery) query = rows;
  g_autoptr (GArray) own = NULL;
  g_autoptr (GError) cause = NULL;
  const GArray *spans = NULL;
  gint64        party_id = 0;

  while (query != NULL && sheaf_query_next (query, &cause))
    {
      SheafDate        date = sheaf_query_date (query, 4);
      SheafMemberState state;

      if (party_id != sheaf_query_int (query, 0))
        {
          party_id = sheaf_query_int (query, 0);
          g_clear_pointer (&own, g_array_unref);
          if (everyone == NULL && (own = sheaf_member_spans (book, party_id, error)) == NULL)
            return FALSE;
          spans = own != NULL ? own : g_hash_table_lookup (everyone, &party_id);
        }
      state = sheaf_member_spans_on (spans, date);
      if (sheaf_member_state_has_right (&state, right))
        add_row (find_use (uses, query, kind, party_id, date), query, date);
    }
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    return query != NULL;
  return FALSE;
}

static int
compare_uses (gconstpointer a,
              gconstpointer b)
{
  const SheafUse *one = *(SheafUse *const *) a;
  const SheafUse *other = *(SheafUse *const *) b;
  int             order = strcmp (one->member, other->member);

  if (order == 0)
    order = strcmp (one->product, other->product);
  return order != 0 ? order : (int) one->kind - (int) other->kind;
}

GPtrArray *
sheaf_use_list_of (SheafBook              *book,
                   SheafDate               from,
                   SheafDate               to,
                   const SheafMemberRight *right,
                   GError                **error)
{
  g_autoptr (GHashTable) everyone = sheaf_member_spans_all (book, error);

  return everyone == NULL ? NULL
                          : sheaf_use_list_by (book, everyone, from, to, right, error);
}

GPtrArray *
sheaf_use_list_by (SheafBook              *book,
                   GHashTable             *everyone,
                   SheafDate               from,
                   SheafDate               to,
                   const SheafMemberRight *right,
                   GError                **error)
{
  g_autoptr (GPtrArray) uses = g_ptr_array_new_with_free_func (use_free);
  SheafStore *store = sheaf_book_store (book);

  g_return_val_if_fail (book != NULL && everyone != NULL && right != NULL, NULL);
  if (!add_uses (book,
                 sheaf_query_new (store, USE_OF_DELIVERIES,
                                  SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (to)), error),
                 everyone, SHEAF_USE_DELIVERY, right, uses, error) ||
      !add_uses (book,
                 sheaf_query_new (store, USE_OF_SUPPLIES,
                                  SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (to)), error),
                 everyone, SHEAF_USE_SUPPLY, right, uses, error))
    return NULL;
  g_ptr_array_sort (uses, compare_uses);
  return g_steal_pointer (&uses);
}

GPtrArray *
sheaf_use_list_of_one (SheafBook              *book,
                       SheafDate               from,
                       SheafDate               to,
                       const SheafMemberRight *right,
                       gint64                  party_id,
                       GError                **error)
{
  g_autoptr (GPtrArray) uses = g_ptr_array_new_with_free_func (use_free);
  SheafStore *store = sheaf_book_store (book);

  g_return_val_if_fail (book != NULL && right != NULL, NULL);
  if (!add_uses (
          book,
          sheaf_query_new (store, USE_OF_DELIVERIES_OF_ONE,
                           SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (to), SHEAF_INT (party_id)),
                           error),
          NULL, SHEAF_USE_DELIVERY, right, uses, error) ||
      !add_uses (
          book,
          sheaf_query_new (store, USE_OF_SUPPLIES_OF_ONE,
                           SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (to), SHEAF_INT (party_id)),
                           error),
          NULL, SHEAF_USE_SUPPLY, right, uses, error))
    return NULL;
  g_ptr_array_sort (uses, compare_uses);
  return g_steal_pointer (&uses);
}

GPtrArray *
sheaf_use_list (SheafBook *book,
                SheafDate  from,
                SheafDate  to,
                GError   **error)
{
  const SheafMemberRight internal = { .official = TRUE, .agreement = TRUE };

  return sheaf_use_list_of (book, from, to, &internal, error);
}
