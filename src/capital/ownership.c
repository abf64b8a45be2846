/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of the day, grouped as the limits group it. */
#include "capital/ownership.h"

#include "base/i18n.h"
#include "capital/law.h"
#include "capital/register.h"

#include <string.h>

typedef struct
{
  SheafMoney             charter;
  const SheafCapitalLaw *law;
  GHashTable            *foreigners; /* set of party ids, borrowed */
  SheafCapitalShare     *associates;
  SheafCapitalShare     *foreign;
  GPtrArray             *shares;
} Making;

static void
share_free (gpointer data)
{
  SheafCapitalShare *share = data;

  g_free (share->code);
  g_free (share->name);
  g_free (share);
}

void
sheaf_capital_ownership_free (SheafCapitalOwnership *ownership)
{
  if (ownership == NULL)
    return;
  g_clear_pointer (&ownership->shares, g_ptr_array_unref);
  g_free (ownership);
}

static void
add_to (SheafCapitalShare  *share,
        SheafCapitalBalance balance)
{
  share->balance.committed = sheaf_money_add (share->balance.committed, balance.committed);
  share->balance.paid = sheaf_money_add (share->balance.paid, balance.paid);
}

/* The largest whole amount that the part allows. */
static SheafMoney
find_excess (const Making            *making,
             const SheafCapitalShare *share)
{
  SheafMoney most = sheaf_money_mul_div (making->charter, share->limit.millionths, 1000000,
                                         SHEAF_ROUND_DOWN);

  return sheaf_money_cmp (share->balance.committed, most) > 0
             ? sheaf_money_sub (share->balance.committed, most)
             : SHEAF_MONEY_ZERO;
}

static void
finish (const Making              *making,
        SheafCapitalShare         *share,
        const SheafCapitalCeiling *ceiling)
{
  if (making->charter.units > 0)
    share->percent = sheaf_money_mul_div (share->balance.committed, 10000, making->charter.units,
                                          SHEAF_ROUND_HALF_UP)
                         .units;
  share->limited = ceiling != NULL && ceiling->known;
  if (!share->limited)
    return;
  share->limit = ceiling->rate;
  share->excess = find_excess (making, share);
}

static SheafCapitalShare *
add_group (Making     *making,
           const char *name)
{
  SheafCapitalShare *share = g_new0 (SheafCapitalShare, 1);

  share->name = g_strdup (name);
  g_ptr_array_add (making->shares, share);
  return share;
}

static void
add_member (Making                 *making,
            const SheafRegisterRow *row)
{
  SheafCapitalShare *share = g_new0 (SheafCapitalShare, 1);
  gboolean           official = row->state.kind == SHEAF_MEMBER_OFFICIAL;

  share->party_id = row->party_id;
  share->code = g_strdup (row->code);
  share->name = g_strdup (row->name);
  share->kind = row->state.kind;
  share->balance = row->capital;
  share->foreign = row->state.kind != SHEAF_MEMBER_NONE &&
                   g_hash_table_contains (making->foreigners, &row->party_id);
  finish (making, share, official ? &making->law->ceilings[SHEAF_CAPITAL_LIMIT_MEMBER] : NULL);
  g_ptr_array_add (making->shares, share);
  if (row->state.kind == SHEAF_MEMBER_CONTRIBUTING)
    add_to (making->associates, row->capital);
  if (share->foreign)
    add_to (making->foreign, row->capital);
}

/* Those taken together first, then the largest. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const SheafCapitalShare *first = *(SheafCapitalShare *const *) a;
  const SheafCapitalShare *second = *(SheafCapitalShare *const *) b;
  int                      order = sheaf_money_cmp (second->balance.committed,
                                                    first->balance.committed);

  return order != 0 ? order : strcmp (first->code, second->code);
}

/* Ids of all foreigners, pointing into members. */
static GHashTable *
find_foreigners (const SheafCapitalLaw *law,
                 const GPtrArray       *members)
{
  GHashTable *foreigners = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < members->len; i++)
    {
      SheafMember *member = g_ptr_array_index (members, i);

      if (sheaf_capital_is_foreign (law, member))
        g_hash_table_add (foreigners, &member->party_id);
    }
  return foreigners;
}

static void
make_shares (Making          *making,
             const GPtrArray *rows)
{
  making->associates = add_group (making, _ ("Contributing associate members together"));
  making->foreign = add_group (making, _ ("Foreign members together"));
  for (guint i = 0; i < rows->len; i++)
    {
      const SheafRegisterRow *row = g_ptr_array_index (rows, i);

      if (row->capital.committed.units != 0 || row->capital.paid.units != 0)
        add_member (making, row);
    }
  finish (making, making->associates, &making->law->ceilings[SHEAF_CAPITAL_LIMIT_ASSOCIATES]);
  finish (making, making->foreign, &making->law->ceilings[SHEAF_CAPITAL_LIMIT_FOREIGN]);
  qsort (making->shares->pdata + 2, making->shares->len - 2, sizeof (gpointer), compare);
}

SheafCapitalOwnership *
sheaf_capital_ownership (SheafBook *book,
                         SheafDate  on,
                         GError   **error)
{
  g_autoptr (SheafCapitalLaw) law = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GHashTable) foreigners = NULL;
  SheafCapitalOwnership *ownership;
  Making                 making = { .charter = SHEAF_MONEY_ZERO };

  g_return_val_if_fail (book != NULL, NULL);

  law = sheaf_capital_law_load (book, on, error);
  rows = law != NULL ? sheaf_register_list (book, on, error) : NULL;
  members = rows != NULL ? sheaf_member_list (book, error) : NULL;
  if (members == NULL)
    return NULL;
  foreigners = find_foreigners (law, members);
  for (guint i = 0; i < rows->len; i++)
    making.charter = sheaf_money_add (
        making.charter, ((SheafRegisterRow *) g_ptr_array_index (rows, i))->capital.committed);
  ownership = g_new0 (SheafCapitalOwnership, 1);
  ownership->charter = making.charter;
  ownership->shares = g_ptr_array_new_with_free_func (share_free);
  making.law = law;
  making.foreigners = foreigners;
  making.shares = ownership->shares;
  make_shares (&making, rows);
  return ownership;
}
