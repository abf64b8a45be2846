/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The guide is read once and kept with the book; who shows it keeps it longer. */
#include "ledger/guide.h"

#include "ledger/guide-private.h"

#include <string.h>

#define GUIDE_KEY "ledger-guide"

SheafGuide *
sheaf_guide_ref (const SheafGuide *guide)
{
  SheafGuide *mine = (SheafGuide *) guide;

  g_return_val_if_fail (guide != NULL, NULL);

  g_atomic_ref_count_inc (&mine->users);
  return mine;
}

void
sheaf_guide_unref (SheafGuide *guide)
{
  if (guide == NULL || !g_atomic_ref_count_dec (&guide->users))
    return;
  sheaf_guide_index_free (guide->index);
  g_hash_table_unref (guide->words);
  g_hash_table_unref (guide->pairs);
  g_hash_table_unref (guide->by_id);
  g_ptr_array_unref (guide->entries);
  g_hash_table_unref (guide->texts);
  g_free (guide);
}

const SheafGuide *
sheaf_guide_get (SheafBook *book,
                 GError   **error)
{
  SheafGuide *guide = sheaf_book_attached (book, GUIDE_KEY);

  if (guide != NULL)
    return guide;
  guide = sheaf_guide_load (book, error);
  if (guide == NULL)
    return NULL;
  guide->index = sheaf_guide_index_new (guide);
  sheaf_guide_collect_pairs (guide);
  sheaf_book_attach (book, GUIDE_KEY, guide, (GDestroyNotify) sheaf_guide_unref);
  return guide;
}

guint
sheaf_guide_count (const SheafGuide *guide)
{
  return guide->entries->len;
}

const SheafGuideCase *
sheaf_guide_at (const SheafGuide *guide,
                guint             place)
{
  return place < guide->entries->len ? guide->entries->pdata[place] : NULL;
}

const SheafGuideCase *
sheaf_guide_find (const SheafGuide *guide,
                  const char       *id)
{
  return g_hash_table_lookup (guide->by_id, id);
}

/* TRUE when the line can take the account or, for a group, one of its details. */
static gboolean
touches (const SheafChart     *chart,
         const SheafGuideLine *line,
         const SheafAccount   *account)
{
  for (guint i = 0; line->accounts[i] != NULL; i++)
    {
      const SheafAccount *named = sheaf_chart_by_code (chart, line->accounts[i]);

      if (named != NULL && (sheaf_chart_is_under (chart, account, named) ||
                            sheaf_chart_is_under (chart, named, account)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
case_touches (const SheafChart     *chart,
              const SheafGuideCase *item,
              const SheafAccount   *account)
{
  for (guint l = 0; l < item->lines->len; l++)
    if (touches (chart, item->lines->pdata[l], account))
      return TRUE;
  return FALSE;
}

GPtrArray *
sheaf_guide_of_account (const SheafGuide   *guide,
                        const SheafChart   *chart,
                        const SheafAccount *account,
                        guint               limit)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < guide->entries->len && (limit == 0 || found->len < limit); i++)
    if (case_touches (chart, guide->entries->pdata[i], account))
      g_ptr_array_add (found, guide->entries->pdata[i]);
  return found;
}

const char *
sheaf_guide_text (const SheafGuideText *text,
                  const char           *language)
{
  const char *chosen = g_strcmp0 (language, "en") == 0   ? text->en
                       : g_strcmp0 (language, "fr") == 0 ? text->fr
                                                         : text->vi;

  if (chosen == NULL || *chosen == '\0')
    chosen = text->vi;
  return chosen == NULL ? "" : chosen;
}

char *
sheaf_guide_source (const SheafGuide     *guide,
                    const SheafGuideCase *entry,
                    const char           *language)
{
  gboolean              numbered = *entry->paragraph != '\0';
  const SheafGuideText *text = g_hash_table_lookup (guide->texts,
                                                    numbered ? "source" : "source-unnumbered");
  g_autoptr (GString) source = g_string_new (text == NULL ? "" : sheaf_guide_text (text, language));

  g_string_replace (source, "{account}", entry->account, 0);
  g_string_replace (source, "{paragraph}", entry->paragraph, 0);
  return g_string_free (g_steal_pointer (&source), FALSE);
}
