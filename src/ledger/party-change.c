/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrected facts stand beside those that were written first; the latest count. */
#include "ledger/party.h"

#include "base/i18n.h"
#include "base/text.h"
#include "book/act.h"
#include "ledger/error.h"
#include "ledger/party-private.h"
#include "ledger/party-sql.h"
#include "ledger/search-index.h"

static gboolean
same (const char *one,
      const char *other)
{
  return g_strcmp0 (one == NULL ? "" : one, other == NULL ? "" : other) == 0;
}

gboolean
sheaf_party_same_facts (const SheafParty *one,
                        const SheafParty *other)
{
  return one->kind == other->kind && same (one->name, other->name) &&
         same (one->tax_code, other->tax_code) && same (one->id_number, other->id_number) &&
         same (one->address, other->address) && same (one->phone, other->phone) &&
         same (one->bank_bin, other->bank_bin) && same (one->bank_account, other->bank_account);
}

static gboolean
check_change (const SheafParty *before,
              const SheafParty *party,
              GError          **error)
{
  if ((before->kind == SHEAF_PARTY_MEMBER) == (party->kind == SHEAF_PARTY_MEMBER))
    return sheaf_party_check_name (party, error);
  if (before->kind == SHEAF_PARTY_MEMBER)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PARTY,
                 _ ("%s is in the register of members and stays of that kind: let the member leave "
                    "by a membership event"),
                 before->code);
  else
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PARTY,
                 _ ("%s does not become a member by a changed kind: let the party join by a "
                    "membership event"),
                 before->code);
  return FALSE;
}

static gboolean
write_change (SheafBook        *book,
              const SheafParty *party,
              gint64            act_id,
              GError          **error)
{
  g_autofree char *fold = sheaf_text_fold (party->name);

  return sheaf_store_run (
      sheaf_book_store (book), PARTY_CHANGE,
      SHEAF_ARGS (SHEAF_INT (party->id), SHEAF_TEXT (party->name), SHEAF_TEXT (fold),
                  SHEAF_INT (party->kind), SHEAF_OPTIONAL (party->tax_code),
                  SHEAF_OPTIONAL (party->id_number), SHEAF_OPTIONAL (party->address),
                  SHEAF_OPTIONAL (party->phone), SHEAF_OPTIONAL (party->bank_bin),
                  SHEAF_OPTIONAL (party->bank_account), SHEAF_INT (act_id)),
      error);
}

gboolean
sheaf_party_change (SheafBook        *book,
                    const SheafParty *party,
                    GError          **error)
{
  g_autoptr (SheafParty) before = NULL;
  g_autoptr (SheafAct) act = NULL;

  g_return_val_if_fail (book != NULL && party != NULL, FALSE);
  before = sheaf_party_load (book, party->id, error);
  if (before == NULL || !check_change (before, party, error))
    return FALSE;
  if (sheaf_party_same_facts (before, party))
    return TRUE;
  act = sheaf_act_begin (book, "party-change", before->code, error);
  if (act == NULL)
    return FALSE;
  sheaf_act_at_end (book, sheaf_search_index);
  return write_change (book, party, sheaf_act_id (act), error) && sheaf_act_commit (act, error);
}

GPtrArray *
sheaf_party_former_names (SheafBook *book,
                          gint64     id,
                          GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), PARTY_FORMER_NAMES,
                                                  SHEAF_ARGS (SHEAF_INT (id)), error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (names, g_strdup (sheaf_query_text (query, 0)));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&names) : NULL;
}

GPtrArray *
sheaf_party_former_list (SheafBook *book,
                         GError   **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), PARTY_FORMER_LIST, SHEAF_NO_ARGS, error);
  g_autoptr (GPtrArray)
      list = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_party_free);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (list, sheaf_party_read (query));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&list) : NULL;
}

static gboolean
check_former (const SheafParty *now,
              const SheafParty *former,
              GError          **error)
{
  if (sheaf_party_same_facts (now, former))
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PARTY,
                 _ ("%s is what %s is called now: leave it out of what was said before"),
                 former->name, now->code);
  else if (former->kind == SHEAF_PARTY_MEMBER && now->kind != SHEAF_PARTY_MEMBER)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PARTY,
                 _ ("%s is no member: give the kind that the party was of"), now->code);
  else
    return sheaf_party_check_name (former, error);
  return FALSE;
}

/* The latest facts count, so that what is said now is written again behind the former ones. */
gboolean
sheaf_party_add_former (SheafBook        *book,
                        const SheafParty *former,
                        GError          **error)
{
  g_autoptr (SheafParty) now = sheaf_party_load (book, former->id, error);
  g_autoptr (SheafAct) act = NULL;

  if (now == NULL || !check_former (now, former, error))
    return FALSE;
  act = sheaf_act_begin (book, "party-change", now->code, error);
  if (act == NULL)
    return FALSE;
  sheaf_act_at_end (book, sheaf_search_index);
  return write_change (book, former, sheaf_act_id (act), error) &&
         write_change (book, now, sheaf_act_id (act), error) && sheaf_act_commit (act, error);
}
