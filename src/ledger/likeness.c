/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may be a person already that is about to be entered. */
#include "ledger/duplicate-key.h"

#include <string.h>

static void
free_likeness (gpointer data)
{
  SheafLikeness *likeness = data;

  sheaf_party_free (likeness->party);
  g_free (likeness);
}

/* The person about to be entered. */
typedef struct
{
  SheafDuplicateMarks *marks;
  char                *keys[SHEAF_DUPLICATE_N_REASONS];
} Person;

/* Why the other may be the same. */
static guint
compare (const Person     *person,
         const SheafParty *other,
         SheafDate         birth)
{
  SheafDuplicateMarks *marks = sheaf_duplicate_marks_new (other, birth);
  guint                found = 0;

  for (gsize i = 0; i < SHEAF_DUPLICATE_N_REASONS; i++)
    {
      SheafDuplicateReason reason = sheaf_duplicate_strength[i];
      g_autofree char     *key = person->keys[i] == NULL
                                     ? NULL
                                     : sheaf_duplicate_key (other, birth, reason);

      if (key != NULL && strcmp (key, person->keys[i]) == 0)
        found |= reason;
    }
  if (!sheaf_duplicate_may_be_one (person->marks, marks))
    found &= ~(guint) SHEAF_DUPLICATE_NAME;
  sheaf_duplicate_marks_free (marks);
  return found;
}

/* The strongest reason's place in the table. */
static int
rank_of (guint found)
{
  for (gsize i = 0; i < SHEAF_DUPLICATE_N_REASONS; i++)
    if ((found & sheaf_duplicate_strength[i]) != 0)
      return (int) i;
  return SHEAF_DUPLICATE_N_REASONS;
}

static int
compare_likenesses (gconstpointer a,
                    gconstpointer b)
{
  const SheafLikeness *one = *(SheafLikeness *const *) a;
  const SheafLikeness *other = *(SheafLikeness *const *) b;
  int                  ranks = rank_of (one->reasons) - rank_of (other->reasons);

  return ranks != 0 ? ranks : strcmp (one->party->code, other->party->code);
}

GPtrArray *
sheaf_party_likenesses (SheafBook        *book,
                        const SheafParty *party,
                        SheafDate         birth,
                        GError          **error)
{
  g_autoptr (GPtrArray) parties = sheaf_party_list (book, NULL, 0, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (free_likeness);
  g_autoptr (GHashTable) members = NULL;
  Person person;

  members = parties == NULL ? NULL : sheaf_duplicate_members (book, error);
  if (members == NULL)
    return NULL;
  person.marks = sheaf_duplicate_marks_new (party, birth);
  for (gsize i = 0; i < SHEAF_DUPLICATE_N_REASONS; i++)
    person.keys[i] = sheaf_duplicate_key (party, birth, sheaf_duplicate_strength[i]);
  for (guint i = 0; i < parties->len; i++)
    {
      const SheafParty *other = parties->pdata[i];
      guint             reasons = other->id == party->id
                                      ? 0
                                      : compare (&person, other,
                                                 sheaf_duplicate_birth (members, other));
      SheafLikeness    *likeness;

      if (reasons == 0)
        continue;
      likeness = g_new0 (SheafLikeness, 1);
      likeness->reasons = reasons;
      likeness->party = sheaf_duplicate_copy_party (other);
      likeness->is_member = g_hash_table_contains (members, &other->id);
      g_ptr_array_add (found, likeness);
    }
  g_ptr_array_sort (found, compare_likenesses);
  for (gsize i = 0; i < SHEAF_DUPLICATE_N_REASONS; i++)
    g_free (person.keys[i]);
  sheaf_duplicate_marks_free (person.marks);
  return g_steal_pointer (&found);
}
