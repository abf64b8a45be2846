/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A walk over all choices per key press: some thousand short strings, far below a millisecond each
 * hundred. */
#include "app/choices.h"

#include "base/text.h"

#include <string.h>

struct _SheafChoices
{
  GPtrArray  *items; /* of SheafChoice */
  GHashTable *by_code;
  GHashTable *by_id;
  GHashTable *elsewhere; /* beginning of a code to codes */
  GHashTable *notes;     /* code to text */
};

static void
free_choice (SheafChoice *choice)
{
  g_free (choice->code);
  g_free (choice->name);
  g_free (choice->folded);
  g_free (choice);
}

static void
clear_choices (SheafChoices *choices)
{
  g_hash_table_unref (choices->by_code);
  g_hash_table_unref (choices->by_id);
  g_hash_table_unref (choices->elsewhere);
  g_hash_table_unref (choices->notes);
  g_ptr_array_unref (choices->items);
}

SheafChoices *
sheaf_choices_new (void)
{
  SheafChoices *choices = g_atomic_rc_box_new0 (SheafChoices);

  choices->items = g_ptr_array_new_with_free_func ((GDestroyNotify) free_choice);
  choices->by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  choices->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  choices->elsewhere = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) g_strfreev);
  choices->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return choices;
}

SheafChoices *
sheaf_choices_ref (SheafChoices *choices)
{
  return g_atomic_rc_box_acquire (choices);
}

void
sheaf_choices_unref (SheafChoices *choices)
{
  if (choices != NULL)
    g_atomic_rc_box_release_full (choices, (GDestroyNotify) clear_choices);
}

void
sheaf_choices_add (SheafChoices *choices,
                   gint64        id,
                   const char   *code,
                   const char   *name)
{
  SheafChoice     *choice = g_new0 (SheafChoice, 1);
  g_autofree char *both = g_strdup_printf ("%s %s", code, name);

  choice->id = id;
  choice->code = g_strdup (code);
  choice->name = g_strdup (name);
  choice->folded = sheaf_text_fold (both);
  g_ptr_array_add (choices->items, choice);
  g_hash_table_insert (choices->by_code, sheaf_text_fold (code), choice);
  g_hash_table_insert (choices->by_id, &choice->id, choice);
}

void
sheaf_choices_retire (SheafChoices *choices)
{
  SheafChoice *last;

  g_return_if_fail (choices->items->len > 0);

  last = g_ptr_array_index (choices->items, choices->items->len - 1);
  last->retired = TRUE;
}

void
sheaf_choices_set_traits (SheafChoices *choices,
                          guint         traits)
{
  SheafChoice *last;

  g_return_if_fail (choices->items->len > 0);

  last = g_ptr_array_index (choices->items, choices->items->len - 1);
  last->traits = traits;
}

guint
sheaf_choices_count (const SheafChoices *choices)
{
  return choices->items->len;
}

const SheafChoice *
sheaf_choices_get (const SheafChoices *choices,
                   guint               index)
{
  return g_ptr_array_index (choices->items, index);
}

const SheafChoice *
sheaf_choices_find_code (const SheafChoices *choices,
                         const char         *code)
{
  g_autofree char *folded = sheaf_text_fold (code);

  g_strstrip (folded);
  return g_hash_table_lookup (choices->by_code, folded);
}

const SheafChoice *
sheaf_choices_find_id (const SheafChoices *choices,
                       gint64              id)
{
  return g_hash_table_lookup (choices->by_id, &id);
}

/* Every word typed stands at the beginning of a word of the choice. */
static gboolean
matches_words (const SheafChoice *choice,
               char             **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *at = choice->folded;

      if (*words[i] == '\0')
        continue;
      while ((at = strstr (at, words[i])) != NULL && at != choice->folded && at[-1] != ' ')
        at++;
      if (at == NULL)
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
sheaf_choices_search (const SheafChoices *choices,
                      const char         *typed,
                      guint               max)
{
  GPtrArray       *found = g_ptr_array_new ();
  g_autofree char *folded = sheaf_text_fold (typed);
  g_auto (GStrv) words = NULL;

  g_strstrip (folded);
  words = g_strsplit (folded, " ", -1);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < choices->items->len && found->len < max; i++)
      {
        SheafChoice *choice = g_ptr_array_index (choices->items, i);
        gboolean     by_code = g_str_has_prefix (choice->folded, folded);

        if (!choice->retired && (pass == 0 ? by_code : !by_code && matches_words (choice, words)))
          g_ptr_array_add (found, choice);
      }
  return found;
}

void
sheaf_choices_add_elsewhere (SheafChoices *choices,
                             const char   *beginning,
                             char        **codes)
{
  g_hash_table_insert (choices->elsewhere, g_strdup (beginning), g_strdupv (codes));
}

void
sheaf_choices_add_note (SheafChoices *choices,
                        const char   *code,
                        const char   *text)
{
  g_hash_table_insert (choices->notes, g_strdup (code), g_strdup (text));
}

const char *const *
sheaf_choices_find_elsewhere (const SheafChoices *choices,
                              const char         *typed)
{
  g_autofree char   *beginning = g_strstrip (g_strdup (typed));
  const char *const *codes = NULL;

  if (sheaf_choices_find_code (choices, typed) != NULL)
    return NULL;
  for (gsize length = strlen (beginning); codes == NULL && length > 0; length--)
    {
      beginning[length] = '\0';
      codes = g_hash_table_lookup (choices->elsewhere, beginning);
    }
  return codes;
}

const char *
sheaf_choices_find_note (const SheafChoices *choices,
                         const char         *typed)
{
  g_autofree char *code = g_strstrip (g_strdup (typed));

  return g_hash_table_lookup (choices->notes, code);
}
