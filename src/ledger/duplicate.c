/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties that say the same of themselves. Every fact is brought into the form in which it is
 * compared, and equal ones meet in a table: one read of all parties, whatever their number. */
#include "ledger/duplicate.h"

#include "base/i18n.h"
#include "base/text.h"
#include "ledger/duplicate-sql.h"
#include "ledger/party-private.h"

#include <string.h>

/* A code of fewer letters than this ("0", "-") is no evidence. */
#define SHORTEST_NUMBER 6

static const struct
{
  SheafDuplicateReason reason;
  const char          *word;
  const char          *title;
} reasons[] = {
  { SHEAF_DUPLICATE_TAX_CODE, "tax-code", N_ ("tax code") },
  { SHEAF_DUPLICATE_ID_NUMBER, "id-number", N_ ("id number") },
  { SHEAF_DUPLICATE_NAME, "name", N_ ("name") },
  { SHEAF_DUPLICATE_BANK_ACCOUNT, "bank-account", N_ ("bank account") },
  { SHEAF_DUPLICATE_PHONE, "phone", N_ ("phone") },
};

void
sheaf_duplicate_free (SheafDuplicate *duplicate)
{
  if (duplicate == NULL)
    return;
  g_ptr_array_unref (duplicate->parties);
  g_free (duplicate);
}

static char *
join_reasons (guint    set,
              gboolean titles)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if ((set & reasons[i].reason) != 0)
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : titles ? ", "
                                                                         : " ",
                              titles ? _ (reasons[i].title) : reasons[i].word);
  return g_string_free (text, FALSE);
}

char *
sheaf_duplicate_reasons_title (guint set)
{
  return join_reasons (set, TRUE);
}

char *
sheaf_duplicate_reasons_to_text (guint set)
{
  return join_reasons (set, FALSE);
}

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

/* NULL where there is nothing to compare. */
static char *
key_of (const SheafParty    *party,
        SheafDuplicateReason reason)
{
  g_autofree char *key = NULL;

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

/* Beyond this many of one name it is a common one: there the other reasons have to tell. */
#define COMMON_NAME 500

static gboolean
differ (const char *one,
        const char *other)
{
  return *one != '\0' && *other != '\0' && strcmp (one, other) != 0;
}

/* Leaves those of one name who may be somebody else of the group as well: many people share a name,
 * but who has another tax code or id number is another one. */
static GPtrArray *
same_people (const GPtrArray *named)
{
  GPtrArray *kept = g_ptr_array_new ();
  g_autoptr (GPtrArray) taxes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < named->len && named->len <= COMMON_NAME; i++)
    {
      g_ptr_array_add (taxes, compact (((SheafParty *) named->pdata[i])->tax_code));
      g_ptr_array_add (ids, compact (((SheafParty *) named->pdata[i])->id_number));
    }
  for (guint i = 0; i < taxes->len; i++)
    for (guint j = 0; j < taxes->len; j++)
      if (i != j && !differ (taxes->pdata[i], taxes->pdata[j]) &&
          !differ (ids->pdata[i], ids->pdata[j]))
        {
          g_ptr_array_add (kept, named->pdata[i]);
          break;
        }
  return kept;
}

typedef struct
{
  GPtrArray  *parties; /* all that stand for themselves, in code order */
  GHashTable *members; /* ids of those in the register */
  GHashTable *groups;  /* the codes of a group, joined, to its SheafDuplicate */
  GPtrArray  *found;
} Finder;

static char *
name_group (const GPtrArray *parties)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < parties->len; i++)
    g_string_append_printf (name, "%s ", ((SheafParty *) parties->pdata[i])->code);
  return g_string_free (name, FALSE);
}

static SheafParty *
copy_party (const SheafParty *party)
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

static SheafDuplicate *
new_group (Finder          *finder,
           const GPtrArray *parties)
{
  SheafDuplicate *group = g_new0 (SheafDuplicate, 1);

  group->parties = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_party_free);
  for (guint i = 0; i < parties->len; i++)
    {
      const SheafParty *party = parties->pdata[i];
      gboolean          member = g_hash_table_contains (finder->members, &party->id);
      gboolean          first = group->stay_id == 0 || party->id < group->stay_id;

      if (member ? group->members == 0 || first : group->members == 0 && first)
        group->stay_id = party->id;
      group->members += member;
      g_ptr_array_add (group->parties, copy_party (party));
    }
  g_ptr_array_add (finder->found, group);
  return group;
}

/* The same people found for another reason are one group. */
static void
take_group (Finder              *finder,
            const GPtrArray     *parties,
            SheafDuplicateReason reason)
{
  g_autofree char *name = NULL;
  SheafDuplicate  *group;

  if (parties->len < 2)
    return;
  name = name_group (parties);
  group = g_hash_table_lookup (finder->groups, name);
  if (group == NULL)
    {
      group = new_group (finder, parties);
      g_hash_table_insert (finder->groups, g_steal_pointer (&name), group);
    }
  group->reasons |= reason;
}

static void
find_equal (Finder              *finder,
            SheafDuplicateReason reason)
{
  g_autoptr (GHashTable) equal =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new (); /* of the tables' values, as first met */

  for (guint i = 0; i < finder->parties->len; i++)
    {
      char      *key = key_of (finder->parties->pdata[i], reason);
      GPtrArray *group = key == NULL ? NULL : g_hash_table_lookup (equal, key);

      if (key != NULL && group == NULL)
        {
          group = g_ptr_array_new ();
          g_ptr_array_add (order, group);
          g_hash_table_insert (equal, g_steal_pointer (&key), group);
        }
      if (group != NULL)
        g_ptr_array_add (group, finder->parties->pdata[i]);
      g_free (key);
    }
  for (guint i = 0; i < order->len; i++)
    {
      g_autoptr (GPtrArray) people = NULL;

      if (reason == SHEAF_DUPLICATE_NAME && ((GPtrArray *) order->pdata[i])->len > 1)
        people = same_people (order->pdata[i]);
      take_group (finder, people != NULL ? people : order->pdata[i], reason);
    }
}

static gboolean
read_members (SheafBook  *book,
              GHashTable *members,
              GError    **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), DUPLICATE_MEMBERS, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      gint64 id = sheaf_query_int (query, 0);

      g_hash_table_add (members, g_memdup2 (&id, sizeof id));
    }
  return sheaf_query_finish (query, error);
}

GPtrArray *
sheaf_party_duplicates (SheafBook *book,
                        GError   **error)
{
  g_autoptr (GPtrArray) parties = sheaf_party_list (book, NULL, 0, error);
  g_autoptr (GHashTable)
      members = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_duplicate_free);
  Finder finder = { parties, members, groups, found };

  if (parties == NULL || !read_members (book, members, error))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    find_equal (&finder, reasons[i].reason);
  return g_steal_pointer (&found);
}
