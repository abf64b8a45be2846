/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merges are events: the latest of a party counts, and each names who did it and why. */
#include "ledger/merge.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/error.h"
#include "ledger/merge-sql.h"
#include "store/query.h"

#define MERGES_KEY "ledger-merges"

struct _SheafMerges
{
  GHashTable *survivors; /* of the merged: gint64 * to gint64 * */
};

static void
merges_free (SheafMerges *merges)
{
  if (merges == NULL)
    return;
  g_hash_table_unref (merges->survivors);
  g_free (merges);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafMerges, merges_free)

static SheafMerges *
load_merges (SheafBook *book,
             GError   **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), MERGE_SURVIVORS, SHEAF_NO_ARGS, error);
  g_autoptr (SheafMerges) merges = g_new0 (SheafMerges, 1);

  merges->survivors = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      gint64 id = sheaf_query_int (query, 0), survivor = sheaf_query_int (query, 1);

      g_hash_table_insert (merges->survivors, g_memdup2 (&id, sizeof id),
                           g_memdup2 (&survivor, sizeof survivor));
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&merges) : NULL;
}

const SheafMerges *
sheaf_merges_get (SheafBook *book,
                  GError   **error)
{
  SheafMerges *merges;

  g_return_val_if_fail (book != NULL, NULL);
  merges = sheaf_book_attached (book, MERGES_KEY);
  if (merges == NULL && (merges = load_merges (book, error)) != NULL)
    sheaf_book_attach (book, MERGES_KEY, merges, (GDestroyNotify) merges_free);
  return merges;
}

gint64
sheaf_merges_survivor (const SheafMerges *merges,
                       gint64             party_id)
{
  const gint64 *survivor = g_hash_table_lookup (merges->survivors, &party_id);

  return survivor == NULL ? party_id : *survivor;
}

gint64
sheaf_party_survivor (SheafBook *book,
                      gint64     party_id)
{
  const SheafMerges *merges = sheaf_merges_get (book, NULL);

  return merges == NULL ? party_id : sheaf_merges_survivor (merges, party_id);
}

GArray *
sheaf_party_together (SheafBook *book,
                      gint64     party_id,
                      GError   **error)
{
  const SheafMerges *merges = sheaf_merges_get (book, error);
  GArray            *ids;
  GHashTableIter     iter;
  gpointer           merged, survivor;

  if (merges == NULL)
    return NULL;
  party_id = sheaf_merges_survivor (merges, party_id);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, party_id);
  g_hash_table_iter_init (&iter, merges->survivors);
  while (g_hash_table_iter_next (&iter, &merged, &survivor))
    if (*(gint64 *) survivor == party_id)
      g_array_append_vals (ids, merged, 1);
  return ids;
}

gboolean
sheaf_party_in_register (SheafBook *book,
                         gint64     party_id,
                         gboolean  *ret_in_register,
                         GError   **error)
{
  gint64 n;

  if (!sheaf_store_get_int (sheaf_book_store (book), MERGE_IN_REGISTER,
                            SHEAF_ARGS (SHEAF_INT (party_id)), &n, error))
    return FALSE;
  *ret_in_register = n > 0;
  return TRUE;
}

static gboolean
check_reason (const char *reason,
              GError    **error)
{
  if (reason != NULL && *reason != '\0')
    return TRUE;
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_MERGE,
               _ ("a merge needs a reason: say what shows that both are one"));
  return FALSE;
}

/* FALSE, naming who stands for the party, when it is merged already. */
static gboolean
check_unmerged (SheafBook        *book,
                const SheafParty *party,
                GError          **error)
{
  gint64 survivor_id = sheaf_party_survivor (book, party->id);
  g_autoptr (SheafParty) survivor = NULL;

  if (survivor_id == party->id)
    return TRUE;
  survivor = sheaf_party_load (book, survivor_id, error);
  if (survivor != NULL)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_MERGE,
                 _ ("%s was merged into %s already: name %s"), party->code, survivor->code,
                 survivor->code);
  return FALSE;
}

static gboolean
check_register (SheafBook        *book,
                const SheafParty *party,
                const SheafParty *into,
                GError          **error)
{
  gboolean from_member, into_member;

  if (!sheaf_party_in_register (book, party->id, &from_member, error) ||
      !sheaf_party_in_register (book, into->id, &into_member, error))
    return FALSE;
  if (!from_member)
    return TRUE;
  if (into_member)
    g_set_error (
        error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_MERGE,
        _ ("%s and %s both stand in the register of members and cannot be merged: transfer "
           "the capital of one to the other and let the one leave"),
        party->code, into->code);
  else
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_MERGE,
                 _ ("%s stands in the register of members and has to stay: merge %s into %s"),
                 party->code, into->code, party->code);
  return FALSE;
}

static gboolean
check_merge (SheafBook        *book,
             const SheafParty *party,
             const SheafParty *into,
             const char       *reason,
             GError          **error)
{
  if (party->id == into->id)
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_MERGE,
                   _ ("%s cannot be merged into itself: name two parties"), party->code);
      return FALSE;
    }
  return check_reason (reason, error) && check_unmerged (book, party, error) &&
         check_unmerged (book, into, error) && check_register (book, party, into, error);
}

/* One event; into_id 0 takes the merge back. */
static gboolean
write_event (SheafBook  *book,
             const char *kind,
             const char *summary,
             gint64      party_id,
             gint64      into_id,
             const char *reason,
             GError    **error)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (book, kind, summary, error);
  SheafMerges *merges;

  if (act == NULL ||
      !sheaf_store_run (sheaf_book_store (book), MERGE_INSERT,
                        SHEAF_ARGS (SHEAF_INT (party_id), SHEAF_ID (into_id), SHEAF_TEXT (reason),
                                    SHEAF_INT (sheaf_act_id (act))),
                        error) ||
      (merges = load_merges (book, error)) == NULL)
    return FALSE;
  sheaf_book_attach (book, MERGES_KEY, merges, (GDestroyNotify) merges_free);
  return sheaf_act_commit (act, error);
}

gboolean
sheaf_party_merge (SheafBook  *book,
                   gint64      party_id,
                   gint64      into_id,
                   const char *reason,
                   GError    **error)
{
  g_autoptr (SheafParty) party = NULL;
  g_autoptr (SheafParty) into = NULL;
  g_autofree char *summary = NULL;

  g_return_val_if_fail (book != NULL, FALSE);
  party = sheaf_party_load (book, party_id, error);
  into = party == NULL ? NULL : sheaf_party_load (book, into_id, error);
  if (into == NULL || !check_merge (book, party, into, reason, error))
    return FALSE;
  summary = g_strdup_printf ("%s → %s", party->code, into->code);
  return write_event (book, "party-merge", summary, party_id, into_id, reason, error);
}

static gboolean
check_unmerge (SheafBook        *book,
               const SheafParty *party,
               GError          **error)
{
  g_autofree char *item = NULL;

  if (sheaf_party_survivor (book, party->id) == party->id)
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_MERGE,
                   _ ("%s was not merged: there is nothing to take back"), party->code);
      return FALSE;
    }
  if (!sheaf_store_get_text (sheaf_book_store (book), MERGE_ITEM_BETWEEN,
                             SHEAF_ARGS (SHEAF_INT (party->id)), &item, error))
    return FALSE;
  if (item == NULL)
    return TRUE;
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_MERGE,
               _ ("item %s belongs to one of both and has rows with the other: take its party away "
                  "first"),
               item);
  return FALSE;
}

gboolean
sheaf_party_unmerge (SheafBook  *book,
                     gint64      party_id,
                     const char *reason,
                     GError    **error)
{
  g_autoptr (SheafParty) party = NULL;

  g_return_val_if_fail (book != NULL, FALSE);
  party = sheaf_party_load (book, party_id, error);
  return party != NULL && check_reason (reason, error) && check_unmerge (book, party, error) &&
         write_event (book, "party-unmerge", party->code, party_id, 0, reason, error);
}

void
sheaf_merge_free (SheafMerge *merge)
{
  if (merge == NULL)
    return;
  g_free (merge->reason);
  g_free (merge->user);
  g_free (merge->at);
  g_free (merge);
}

GPtrArray *
sheaf_merge_list (SheafBook *book,
                  GError   **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), MERGE_LIST, SHEAF_NO_ARGS, error);
  g_autoptr (GPtrArray) merges =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_merge_free);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafMerge *merge = g_new0 (SheafMerge, 1);

      merge->party_id = sheaf_query_int (query, 0);
      merge->into_id = sheaf_query_int (query, 1);
      merge->reason = g_strdup (sheaf_query_text (query, 2));
      merge->user = g_strdup (sheaf_query_text (query, 3));
      merge->at = g_strdup (sheaf_query_text (query, 4));
      g_ptr_array_add (merges, merge);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&merges) : NULL;
}
