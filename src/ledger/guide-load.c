/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking the guide's data files into memory. */
#include "base/csv-reader.h"
#include "base/i18n.h"
#include "book/data.h"
#include "book/setting.h"
#include "ledger/error.h"
#include "ledger/guide-private.h"

#include <string.h>

/* Reads one record into the guide; FALSE when it cannot be understood. */
typedef gboolean (*ReadRecord) (SheafGuide *guide,
                                GHashTable *links,
                                char      **fields);

/* What a case says of its amounts and lines, kept until its lines have been read. */
typedef struct
{
  char *sums;
  char *pairs;
} Links;

static void
links_free (gpointer data)
{
  Links *links = data;

  g_free (links->sums);
  g_free (links->pairs);
  g_free (links);
}

static gboolean
fail (const char *name,
      guint       line,
      GError    **error)
{
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART,
               _ ("line %u of the data file %s cannot be understood: install the program again"),
               line, name);
  return FALSE;
}

static gboolean
read_text (SheafGuide *guide,
           GHashTable *links,
           char      **fields)
{
  SheafGuideText *text = sheaf_guide_text_new ();

  (void) links;
  text->vi = g_strdup (fields[1]);
  text->en = g_strdup (fields[2]);
  text->fr = g_strdup (fields[3]);
  return g_hash_table_insert (guide->texts, g_strdup (fields[0]), text);
}

static char *
join (char       *before,
      const char *part)
{
  char *joined = before == NULL ? g_strdup (part) : g_strconcat (before, "; ", part, NULL);

  g_free (before);
  return joined;
}

/* Keys with "; " between them become their texts; FALSE when a key has none. */
static gboolean
look_up (SheafGuide     *guide,
         const char     *keys,
         SheafGuideText *text)
{
  g_auto (GStrv) parts = g_strsplit (keys, "; ", 0);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const SheafGuideText *part = g_hash_table_lookup (guide->texts, parts[i]);

      if (*parts[i] == '\0')
        continue;
      if (part == NULL)
        return FALSE;
      text->vi = join (text->vi, part->vi);
      text->en = join (text->en, part->en);
      text->fr = join (text->fr, part->fr);
    }
  return TRUE;
}

enum
{
  CASE_ID,
  CASE_ACCOUNT,
  CASE_PARAGRAPH,
  CASE_TOPIC,
  CASE_SCOPE,
  CASE_COMMON,
  CASE_VI,
  CASE_EN,
  CASE_FR,
  CASE_WHEN,
  CASE_WITHHELD,
  CASE_SUMS,
  CASE_PAIRS,
  N_CASE_COLUMNS
};

static gboolean
read_case (SheafGuide *guide,
           GHashTable *links,
           char      **f)
{
  SheafGuideEntry *entry = sheaf_guide_entry_new ();
  SheafGuideCase  *item = &entry->entry;
  Links           *link = g_new0 (Links, 1);

  g_ptr_array_add (guide->entries, entry);
  item->id = g_strdup (f[CASE_ID]);
  item->account = g_strdup (f[CASE_ACCOUNT]);
  item->paragraph = g_strdup (f[CASE_PARAGRAPH]);
  item->topic = g_strdup (f[CASE_TOPIC]);
  item->common = (guint) g_ascii_strtoull (f[CASE_COMMON], NULL, 10);
  item->title.vi = g_strdup (f[CASE_VI]);
  item->title.en = g_strdup (f[CASE_EN]);
  item->title.fr = g_strdup (f[CASE_FR]);
  link->sums = g_strdup (f[CASE_SUMS]);
  link->pairs = g_strdup (f[CASE_PAIRS]);
  g_hash_table_insert (links, item->id, link);
  return g_hash_table_insert (guide->by_id, item->id, entry) &&
         sheaf_scope_from_word (f[CASE_SCOPE], &item->scope) &&
         look_up (guide, f[CASE_WHEN], &item->condition) &&
         look_up (guide, f[CASE_WITHHELD], &item->withheld);
}

enum
{
  LINE_CASE,
  LINE_NUMBER,
  LINE_SIDE,
  LINE_ACCOUNTS,
  LINE_AMOUNT,
  LINE_OPTIONAL,
  LINE_WHEN,
  N_LINE_COLUMNS
};

/* The place of the role among the amounts; made when it is new. It may be left out only where all
 * its lines may. */
static guint
take_amount (SheafGuideCase *item,
             const char     *role,
             gboolean        optional)
{
  SheafGuideAmount *amount;

  for (guint i = 0; i < item->amounts->len; i++)
    {
      amount = item->amounts->pdata[i];
      if (strcmp (amount->role, role) != 0)
        continue;
      amount->optional = amount->optional && optional;
      return i;
    }
  amount = g_new0 (SheafGuideAmount, 1);
  amount->role = g_strdup (role);
  amount->asked = TRUE;
  amount->optional = optional;
  g_ptr_array_add (item->amounts, amount);
  return item->amounts->len - 1;
}

static gboolean
read_line (SheafGuide *guide,
           GHashTable *links,
           char      **f)
{
  SheafGuideEntry *entry = g_hash_table_lookup (guide->by_id, f[LINE_CASE]);
  SheafGuideLine  *line;

  (void) links;
  if (entry == NULL || *f[LINE_ACCOUNTS] == '\0')
    return FALSE;
  line = g_new0 (SheafGuideLine, 1);
  g_ptr_array_add (entry->entry.lines, line);
  line->number = entry->entry.lines->len;
  line->debit = strcmp (f[LINE_SIDE], "D") == 0;
  line->accounts = g_strsplit (f[LINE_ACCOUNTS], "|", 0);
  line->single_sided = *line->accounts[0] == '0';
  line->amount = take_amount (&entry->entry, f[LINE_AMOUNT], strcmp (f[LINE_OPTIONAL], "yes") == 0);
  return line->number == g_ascii_strtoull (f[LINE_NUMBER], NULL, 10) &&
         (line->debit || strcmp (f[LINE_SIDE], "C") == 0) &&
         look_up (guide, f[LINE_WHEN], &line->when);
}

static void
add_words (SheafGuide *guide,
           const char *id,
           const char *words)
{
  const char *before = g_hash_table_lookup (guide->words, id);

  g_hash_table_insert (guide->words, g_strdup (id),
                       before == NULL ? g_strdup (words)
                                      : g_strconcat (before, "; ", words, NULL));
}

/* Everyday words, "; " between them, and the cases they mean; no case: words that say nothing. */
static gboolean
read_words (SheafGuide *guide,
            GHashTable *links,
            char      **fields)
{
  g_auto (GStrv) ids = g_strsplit (fields[1], " ", 0);

  (void) links;
  if (ids[0] == NULL)
    add_words (guide, "", fields[0]);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (!g_hash_table_contains (guide->by_id, ids[i]))
        return FALSE;
      add_words (guide, ids[i], fields[0]);
    }
  return TRUE;
}

static gboolean
read_file (SheafBook  *book,
           SheafGuide *guide,
           GHashTable *links,
           const char *chart,
           const char *ending,
           guint       n_columns,
           ReadRecord  read,
           GError    **error)
{
  g_autofree char *name = g_strdup_printf ("entries/%s%s.csv", chart, ending);
  g_autofree char *text = sheaf_data_load (book, name, error);
  g_autoptr (SheafCsvReader) reader = NULL;
  const GPtrArray *fields;
  g_autoptr (GError) cause = NULL;

  if (text == NULL)
    return FALSE;
  reader = sheaf_csv_reader_open_text (text);
  (void) sheaf_csv_reader_next (reader, NULL); /* the header */
  while ((fields = sheaf_csv_reader_next (reader, &cause)) != NULL)
    if (fields->len != n_columns || !read (guide, links, (char **) fields->pdata))
      return fail (name, sheaf_csv_reader_line (reader), error);
  return cause == NULL || fail (name, sheaf_csv_reader_line (reader), error);
}

static int
compare_common (gconstpointer a,
                gconstpointer b)
{
  const SheafGuideEntry *const *first = a, *const *second = b;

  return (int) (*second)->entry.common - (int) (*first)->entry.common;
}

static gboolean
link_entries (SheafGuide *guide,
              GHashTable *links,
              const char *chart,
              GError    **error)
{
  g_autofree char *name = g_strdup_printf ("entries/%s.csv", chart);

  for (guint i = 0; i < guide->entries->len; i++)
    {
      SheafGuideEntry *entry = guide->entries->pdata[i];
      const Links     *link = g_hash_table_lookup (links, entry->entry.id);

      if (!sheaf_guide_entry_link (entry, link->sums, link->pairs, guide->texts))
        return fail (name, i + 2, error);
    }
  g_ptr_array_sort (guide->entries, compare_common); /* stable */
  return TRUE;
}

SheafGuide *
sheaf_guide_load (SheafBook *book,
                  GError   **error)
{
  g_autofree char *chart = sheaf_setting_find (book, "chart");
  g_autofree char *name = g_strdup_printf ("entries/%s.csv", chart);
  g_autofree char *text = sheaf_data_load (book, name, NULL);
  g_autoptr (GHashTable) links = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, links_free);
  SheafGuide *guide = g_new0 (SheafGuide, 1);

  g_atomic_ref_count_init (&guide->users);
  guide->entries = g_ptr_array_new_with_free_func (sheaf_guide_entry_free);
  guide->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  guide->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, sheaf_guide_text_free);
  guide->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guide->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (text == NULL) /* the chart has no such data */
    return guide;
  if (read_file (book, guide, links, chart, ".texts", 4, read_text, error) &&
      read_file (book, guide, links, chart, "", N_CASE_COLUMNS, read_case, error) &&
      read_file (book, guide, links, chart, ".lines", N_LINE_COLUMNS, read_line, error) &&
      read_file (book, guide, links, chart, ".words", 2, read_words, error) &&
      link_entries (guide, links, chart, error))
    return guide;
  sheaf_guide_unref (guide);
  return NULL;
}
