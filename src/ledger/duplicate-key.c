/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form in which what parties say of themselves is compared. */
#include "ledger/duplicate-key.h"

#include "base/text.h"
#include "ledger/duplicate-sql.h"
#include "ledger/party-private.h"

#include <string.h>

const SheafDuplicateReason sheaf_duplicate_strength[SHEAF_DUPLICATE_N_REASONS] = {
  SHEAF_DUPLICATE_TAX_CODE,
  SHEAF_DUPLICATE_ID_NUMBER,
  SHEAF_DUPLICATE_NAME_BIRTH,
  SHEAF_DUPLICATE_NAME,
  SHEAF_DUPLICATE_BANK_ACCOUNT,
  SHEAF_DUPLICATE_PHONE,
};

/* A code of fewer letters than this ("0", "-") is no evidence. */
#define SHORTEST_NUMBER 6

/* Letters and digits only, in lower case without accents: "0101-234 567" is "0101234567". */
static char *
compact (const char *text)
{
  g_autofree char *fold = text == NULL ? NULL : sheaf_text_fold (text);
  GString         *plain = g_string_new (NULL);

  for (const char *c = fold; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      g_string_append_unichar (plain, g_utf8_get_char (c));
  return g_string_free (plain, FALSE);
}

/* A national number: 84… and 0… are one. */
static char *
compact_phone (const char *text)
{
  g_autofree char *plain = compact (text);

  if (g_str_has_prefix (plain, "84") && strlen (plain) > 9)
    return g_strconcat ("0", plain + 2, NULL);
  return g_steal_pointer (&plain);
}

SheafDate
sheaf_duplicate_birth (GHashTable       *members,
                       const SheafParty *party)
{
  const SheafDate *birth = g_hash_table_lookup (members, &party->id);

  return birth == NULL ? SHEAF_DATE_NONE : *birth;
}

static char *
key_of_birth (const SheafParty *party,
              SheafDate         birth)
{
  g_autofree char *name = compact (party->name);
  g_autofree char *day = sheaf_date_to_text (birth);

  return *name == '\0' || sheaf_date_is_none (birth) ? NULL : g_strconcat (name, " ", day, NULL);
}

char *
sheaf_duplicate_key (const SheafParty    *party,
                     SheafDate            birth,
                     SheafDuplicateReason reason)
{
  g_autofree char *key = NULL;

  if (reason == SHEAF_DUPLICATE_NAME_BIRTH)
    return key_of_birth (party, birth);
  if (reason == SHEAF_DUPLICATE_TAX_CODE)
    key = compact (party->tax_code);
  else if (reason == SHEAF_DUPLICATE_ID_NUMBER)
    key = compact (party->id_number);
  else if (reason == SHEAF_DUPLICATE_BANK_ACCOUNT)
    key = compact (party->bank_account);
  else if (reason == SHEAF_DUPLICATE_PHONE)
    key = compact_phone (party->phone);
  else
    key = compact (party->name);
  if (strlen (key) < (reason == SHEAF_DUPLICATE_NAME ? 1 : SHORTEST_NUMBER))
    return NULL;
  if (reason == SHEAF_DUPLICATE_BANK_ACCOUNT)
    return g_strdup_printf ("%s %s", party->bank_bin == NULL ? "" : party->bank_bin, key);
  return g_steal_pointer (&key);
}

static gboolean
differ (const char *one,
        const char *other)
{
  return *one != '\0' && *other != '\0' && strcmp (one, other) != 0;
}

void
sheaf_duplicate_marks_free (gpointer data)
{
  SheafDuplicateMarks *marks = data;

  g_free (marks->tax);
  g_free (marks->id);
  g_free (marks);
}

SheafDuplicateMarks *
sheaf_duplicate_marks_new (const SheafParty *party,
                           SheafDate         birth)
{
  SheafDuplicateMarks *marks = g_new0 (SheafDuplicateMarks, 1);

  marks->tax = compact (party->tax_code);
  marks->id = compact (party->id_number);
  marks->birth = birth;
  return marks;
}

gboolean
sheaf_duplicate_may_be_one (const SheafDuplicateMarks *one,
                            const SheafDuplicateMarks *other)
{
  return !differ (one->tax, other->tax) && !differ (one->id, other->id) &&
         (sheaf_date_is_none (one->birth) || sheaf_date_is_none (other->birth) ||
          sheaf_date_cmp (one->birth, other->birth) == 0);
}

SheafParty *
sheaf_duplicate_copy_party (const SheafParty *party)
{
  SheafParty *copy = g_memdup2 (party, sizeof *party);

  copy->code = g_strdup (party->code);
  copy->name = g_strdup (party->name);
  copy->tax_code = g_strdup (party->tax_code);
  copy->id_number = g_strdup (party->id_number);
  copy->address = g_strdup (party->address);
  copy->phone = g_strdup (party->phone);
  copy->bank_bin = g_strdup (party->bank_bin);
  copy->bank_account = g_strdup (party->bank_account);
  return copy;
}

GHashTable *
sheaf_duplicate_members (SheafBook *book,
                         GError   **error)
{
  g_autoptr (GHashTable)
      members = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), DUPLICATE_MEMBERS, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      gint64    id = sheaf_query_int (query, 0);
      SheafDate birth = sheaf_query_date (query, 1);

      g_hash_table_insert (members, g_memdup2 (&id, sizeof id), g_memdup2 (&birth, sizeof birth));
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&members) : NULL;
}
