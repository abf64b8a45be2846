/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties that say the same of themselves. Every fact is brought into the form in which it is
 * compared, and equal ones meet in a table: one read of all parties, whatever their number. */
#include "ledger/duplicate.h"

#include "base/i18n.h"
#include "ledger/duplicate-key.h"

#include <string.h>

static const struct
{
  SheafDuplicateReason reason;
  const char          *word;
  const char          *title;
} reasons[] = {
  { SHEAF_DUPLICATE_TAX_CODE, "tax-code", N_ ("tax code") },
  { SHEAF_DUPLICATE_ID_NUMBER, "id-number", N_ ("id number") },
  { SHEAF_DUPLICATE_NAME_BIRTH, "name-birth", N_ ("name and birth") },
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

/* Beyond this many of one name it is a common one: there the other reasons have to tell. */
#define COMMON_NAME 500

/* Leaves those of one name who may be somebody else of the group as well. */
static GPtrArray *
same_people (const GPtrArray *named,
             GHashTable      *members)
{
  GPtrArray *kept = g_ptr_array_new ();
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (sheaf_duplicate_marks_free);

  for (guint i = 0; i < named->len && named->len <= COMMON_NAME; i++)
    g_ptr_array_add (marks, sheaf_duplicate_marks_new (
                                named->pdata[i], sheaf_duplicate_birth (members, named->pdata[i])));
  for (guint i = 0; i < marks->len; i++)
    for (guint j = 0; j < marks->len; j++)
      if (i != j && sheaf_duplicate_may_be_one (marks->pdata[i], marks->pdata[j]))
        {
          g_ptr_array_add (kept, named->pdata[i]);
          break;
        }
  return kept;
}

typedef struct
{
  GPtrArray  *parties; /* all that stand for themselves, in code order */
  GHashTable *members; /* those in the register: gint64 id to SheafDate of birth */
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
      g_ptr_array_add (group->parties, sheaf_duplicate_copy_party (party));
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
      char *key = sheaf_duplicate_key (
          finder->parties->pdata[i],
          sheaf_duplicate_birth (finder->members, finder->parties->pdata[i]), reason);
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
        people = same_people (order->pdata[i], finder->members);
      take_group (finder, people != NULL ? people : order->pdata[i], reason);
    }
}

GPtrArray *
sheaf_party_duplicates (SheafBook *book,
                        GError   **error)
{
  g_autoptr (GPtrArray) parties = sheaf_party_list (book, NULL, 0, error);
  g_autoptr (GHashTable) members = NULL;
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_duplicate_free);
  Finder finder = { parties, NULL, groups, found };

  if (parties == NULL || (members = sheaf_duplicate_members (book, error)) == NULL)
    return NULL;
  finder.members = members;
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    find_equal (&finder, reasons[i].reason);
  return g_steal_pointer (&found);
}
