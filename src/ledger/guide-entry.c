/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One case: its amounts, how they depend on each other, and which lines go together. */
#include "ledger/guide-private.h"

#include <string.h>

SheafGuideText *
sheaf_guide_text_new (void)
{
  return g_new0 (SheafGuideText, 1);
}

void
sheaf_guide_text_clear (SheafGuideText *text)
{
  g_clear_pointer (&text->vi, g_free);
  g_clear_pointer (&text->en, g_free);
  g_clear_pointer (&text->fr, g_free);
}

void
sheaf_guide_text_free (gpointer data)
{
  if (data == NULL)
    return;
  sheaf_guide_text_clear (data);
  g_free (data);
}

static void
amount_free (gpointer data)
{
  SheafGuideAmount *amount = data;

  g_free (amount->role);
  g_free (amount);
}

static void
line_free (gpointer data)
{
  SheafGuideLine *line = data;

  g_strfreev (line->accounts);
  sheaf_guide_text_clear (&line->when);
  g_free (line);
}

static void
sum_free (gpointer data)
{
  SheafGuideSum *sum = data;

  g_array_unref (sum->terms);
  g_free (sum);
}

SheafGuideEntry *
sheaf_guide_entry_new (void)
{
  SheafGuideEntry *entry = g_new0 (SheafGuideEntry, 1);

  entry->entry.amounts = g_ptr_array_new_with_free_func (amount_free);
  entry->entry.lines = g_ptr_array_new_with_free_func (line_free);
  entry->sums = g_ptr_array_new_with_free_func (sum_free);
  entry->pairs = g_array_new (FALSE, FALSE, sizeof (SheafGuidePair));
  return entry;
}

void
sheaf_guide_entry_free (gpointer data)
{
  SheafGuideEntry *entry = data;

  if (entry == NULL)
    return;
  g_free (entry->entry.id);
  g_free (entry->entry.account);
  g_free (entry->entry.paragraph);
  g_free (entry->entry.topic);
  sheaf_guide_text_clear (&entry->entry.title);
  sheaf_guide_text_clear (&entry->entry.condition);
  sheaf_guide_text_clear (&entry->entry.withheld);
  g_ptr_array_unref (entry->entry.amounts);
  g_ptr_array_unref (entry->entry.lines);
  g_ptr_array_unref (entry->sums);
  g_array_unref (entry->pairs);
  g_free (entry);
}

/* The place of a role among the amounts. One that no line carries is an asked part of a sum. */
static guint
place_of (SheafGuideEntry *entry,
          const char      *role)
{
  GPtrArray        *amounts = entry->entry.amounts;
  SheafGuideAmount *amount;

  for (guint i = 0; i < amounts->len; i++)
    if (strcmp (((SheafGuideAmount *) amounts->pdata[i])->role, role) == 0)
      return i;
  amount = g_new0 (SheafGuideAmount, 1);
  amount->role = g_strdup (role);
  amount->asked = TRUE;
  amount->optional = TRUE;
  g_ptr_array_add (amounts, amount);
  return amounts->len - 1;
}

/* "net + vat - cost"; "0": the program itself brings the amount in. */
static gboolean
read_terms (SheafGuideEntry *entry,
            SheafGuideSum   *sum,
            const char      *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 0);
  gboolean minus = FALSE, role_next = TRUE;

  if (strcmp (text, "0") == 0)
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      SheafGuideTerm term;

      if (!role_next)
        {
          if (strcmp (words[i], "+") != 0 && strcmp (words[i], "-") != 0)
            return FALSE;
          minus = *words[i] == '-';
          role_next = TRUE;
          continue;
        }
      if (*words[i] == '\0')
        return FALSE;
      term.amount = place_of (entry, words[i]);
      term.minus = minus;
      g_array_append_val (sum->terms, term);
      role_next = FALSE;
    }
  return !role_next;
}

static gboolean
read_sum (SheafGuideEntry *entry,
          const char      *text)
{
  g_auto (GStrv) sides = g_strsplit (text, " = ", 2);
  g_auto (GStrv) targets = NULL;
  SheafGuideSum *sum;

  if (g_strv_length (sides) != 2)
    return FALSE;
  targets = g_strsplit (sides[0], "|", 0);
  if (g_strv_length (targets) < 1 || g_strv_length (targets) > 2)
    return FALSE;
  sum = g_new0 (SheafGuideSum, 1);
  sum->terms = g_array_new (FALSE, FALSE, sizeof (SheafGuideTerm));
  g_ptr_array_add (entry->sums, sum);
  sum->target = place_of (entry, targets[0]);
  sum->below = targets[1] == NULL ? G_MAXUINT : place_of (entry, targets[1]);
  ((SheafGuideAmount *) entry->entry.amounts->pdata[sum->target])->asked = FALSE;
  if (sum->below != G_MAXUINT)
    ((SheafGuideAmount *) entry->entry.amounts->pdata[sum->below])->asked = FALSE;
  return read_terms (entry, sum, sides[1]);
}

static gboolean
read_pair (SheafGuideEntry *entry,
           const char      *text)
{
  GPtrArray     *lines = entry->entry.lines;
  char          *end;
  guint64        debit = g_ascii_strtoull (text, &end, 10);
  guint64        credit = *end == '>' ? g_ascii_strtoull (end + 1, &end, 10) : 0;
  SheafGuidePair pair;

  if (*end != '\0' || debit < 1 || credit < 1 || debit > lines->len || credit > lines->len)
    return FALSE;
  pair.debit = (guint) debit - 1;
  pair.credit = (guint) credit - 1;
  g_array_append_val (entry->pairs, pair);
  return ((SheafGuideLine *) lines->pdata[pair.debit])->debit &&
         !((SheafGuideLine *) lines->pdata[pair.credit])->debit;
}

/* A single debit or a single credit goes with every line of the other side. */
static void
pair_all (SheafGuideEntry *entry)
{
  GPtrArray *lines = entry->entry.lines;

  for (guint d = 0; d < lines->len; d++)
    for (guint c = 0; c < lines->len; c++)
      {
        const SheafGuideLine *debit = lines->pdata[d], *credit = lines->pdata[c];
        SheafGuidePair        pair = { d, c };

        if (debit->debit && !credit->debit && !debit->single_sided && !credit->single_sided)
          g_array_append_val (entry->pairs, pair);
      }
}

static int
compare_asked (gconstpointer a,
               gconstpointer b)
{
  const SheafGuideAmount *const *first = a, *const *second = b;

  return (int) (*second)->asked - (int) (*first)->asked;
}

/* Asked amounts first; what refers to their places follows. */
static void
sort_amounts (SheafGuideEntry *entry)
{
  GPtrArray           *amounts = entry->entry.amounts;
  g_autofree gpointer *before = g_memdup2 (amounts->pdata, amounts->len * sizeof (gpointer));
  g_autofree guint    *now = g_new0 (guint, amounts->len + 1);

  g_ptr_array_sort (amounts, compare_asked); /* stable: a merge sort */
  for (guint i = 0; i < amounts->len; i++)
    (void) g_ptr_array_find (amounts, before[i], &now[i]);
  for (guint i = 0; i < entry->entry.lines->len; i++)
    {
      SheafGuideLine *line = entry->entry.lines->pdata[i];

      line->amount = now[line->amount];
    }
  for (guint i = 0; i < entry->sums->len; i++)
    {
      SheafGuideSum *sum = entry->sums->pdata[i];

      sum->target = now[sum->target];
      if (sum->below != G_MAXUINT)
        sum->below = now[sum->below];
      for (guint t = 0; t < sum->terms->len; t++)
        {
          SheafGuideTerm *term = &g_array_index (sum->terms, SheafGuideTerm, t);

          term->amount = now[term->amount];
        }
    }
}

gboolean
sheaf_guide_entry_link (SheafGuideEntry *entry,
                        const char      *sums,
                        const char      *pairs,
                        GHashTable      *texts)
{
  g_auto (GStrv) sum_texts = g_strsplit (sums, "; ", 0);
  g_auto (GStrv) pair_texts = g_strsplit (pairs, " ", 0);

  for (guint i = 0; sum_texts[i] != NULL; i++)
    if (*sum_texts[i] != '\0' && !read_sum (entry, sum_texts[i]))
      return FALSE;
  for (guint i = 0; pair_texts[i] != NULL; i++)
    if (*pair_texts[i] != '\0' && !read_pair (entry, pair_texts[i]))
      return FALSE;
  if (entry->pairs->len == 0)
    pair_all (entry);
  sort_amounts (entry);
  for (guint i = 0; i < entry->entry.amounts->len; i++)
    {
      SheafGuideAmount *amount = entry->entry.amounts->pdata[i];
      g_autofree char  *key = g_strconcat ("amount:", amount->role, NULL);

      amount->name = g_hash_table_lookup (texts, key);
      if (amount->name == NULL)
        return FALSE;
    }
  return entry->entry.lines->len > 0;
}
