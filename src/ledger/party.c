/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties; the map of their codes is kept with the book, as imports ask for it with every row. */
#include "ledger/party.h"

#include "base/i18n.h"
#include "base/text.h"
#include "book/act.h"
#include "ledger/error.h"
#include "ledger/party-private.h"
#include "ledger/party-sql.h"
#include "ledger/search-index.h"
#include "store/error.h"
#include "store/query.h"

#define CODES_KEY "ledger-party-codes"

void
sheaf_party_free (SheafParty *party)
{
  if (party == NULL)
    return;
  g_free (party->code);
  g_free (party->name);
  g_free (party->tax_code);
  g_free (party->id_number);
  g_free (party->address);
  g_free (party->phone);
  g_free (party->bank_bin);
  g_free (party->bank_account);
  g_free (party);
}

static GHashTable *
known_codes (SheafBook *book)
{
  GHashTable *codes = sheaf_book_attached (book, CODES_KEY);

  if (codes == NULL)
    {
      codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      sheaf_book_attach (book, CODES_KEY, codes, (GDestroyNotify) g_hash_table_unref);
    }
  return codes;
}

static void
remember (SheafBook  *book,
          const char *code,
          gint64      id)
{
  g_hash_table_insert (known_codes (book), g_strdup (code), g_memdup2 (&id, sizeof id));
}

gint64
sheaf_party_find (SheafBook  *book,
                  const char *code)
{
  gint64 *known = g_hash_table_lookup (known_codes (book), code);
  gint64  id = 0;

  if (known != NULL)
    return *known;
  if (!sheaf_store_get_int (sheaf_book_store (book), PARTY_FIND, SHEAF_ARGS (SHEAF_TEXT (code)),
                            &id, NULL))
    return 0;
  remember (book, code, id);
  return id;
}

gboolean
sheaf_party_check_name (const SheafParty *party,
                        GError          **error)
{
  if (party->name != NULL && *party->name != '\0')
    return TRUE;
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PARTY,
               _ ("party %s needs a name: give one"), party->code);
  return FALSE;
}

static gboolean
check_party (SheafBook        *book,
             const SheafParty *party,
             GError          **error)
{
  if (party->code == NULL || !sheaf_text_is_code (party->code))
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PARTY,
                 _ ("“%s” is no code: use 1 to 32 letters, digits or - . _ / without blanks"),
                 party->code == NULL ? "" : party->code);
  else if (!sheaf_party_check_name (party, error))
    return FALSE;
  else if (sheaf_party_find (book, party->code) != 0)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PARTY,
                 _ ("the code %s is taken already: choose another one"), party->code);
  else
    return TRUE;
  return FALSE;
}

gboolean
sheaf_party_insert (SheafBook        *book,
                    const SheafParty *party,
                    gint64           *ret_id,
                    GError          **error)
{
  g_autofree char *fold = NULL;
  g_autoptr (SheafAct) act = NULL;
  gint64 id;

  if (!check_party (book, party, error))
    return FALSE;
  fold = sheaf_text_fold (party->name);
  act = sheaf_act_begin (book, "party-insert", party->code, error);
  if (act != NULL)
    sheaf_act_at_end (book, sheaf_search_index);
  if (act == NULL ||
      !sheaf_store_insert (
          sheaf_book_store (book), PARTY_INSERT,
          SHEAF_ARGS (SHEAF_TEXT (party->code), SHEAF_TEXT (party->name), SHEAF_TEXT (fold),
                      SHEAF_INT (party->kind), SHEAF_OPTIONAL (party->tax_code),
                      SHEAF_OPTIONAL (party->id_number), SHEAF_OPTIONAL (party->address),
                      SHEAF_OPTIONAL (party->phone), SHEAF_OPTIONAL (party->bank_bin),
                      SHEAF_OPTIONAL (party->bank_account), SHEAF_INT (sheaf_act_id (act))),
          &id, error) ||
      !sheaf_act_commit (act, error))
    return FALSE;
  remember (book, party->code, id);
  sheaf_book_touch (book, CODES_KEY);
  if (ret_id != NULL)
    *ret_id = id;
  return TRUE;
}

SheafParty *
sheaf_party_read (const SheafQuery *query)
{
  SheafParty *party = g_new0 (SheafParty, 1);

  party->id = sheaf_query_int (query, 0);
  party->code = g_strdup (sheaf_query_text (query, 1));
  party->name = g_strdup (sheaf_query_text (query, 2));
  party->kind = (SheafPartyKind) sheaf_query_int (query, 3);
  party->tax_code = g_strdup (sheaf_query_text (query, 4));
  party->id_number = g_strdup (sheaf_query_text (query, 5));
  party->address = g_strdup (sheaf_query_text (query, 6));
  party->phone = g_strdup (sheaf_query_text (query, 7));
  party->bank_bin = g_strdup (sheaf_query_text (query, 8));
  party->bank_account = g_strdup (sheaf_query_text (query, 9));
  return party;
}

SheafParty *
sheaf_party_load (SheafBook *book,
                  gint64     id,
                  GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), PARTY_LOAD,
                                                  SHEAF_ARGS (SHEAF_INT (id)), error);

  if (query == NULL)
    return NULL;
  if (sheaf_query_next (query, NULL))
    return sheaf_party_read (query);
  if (sheaf_query_finish (query, error))
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_NOT_FOUND,
                 _ ("there is no such party: choose one from the list"));
  return NULL;
}
