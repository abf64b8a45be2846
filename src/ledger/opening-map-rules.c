/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the data of a map between two charts. */
#include "base/csv-reader.h"
#include "base/i18n.h"
#include "book/data.h"
#include "ledger/error.h"
#include "ledger/opening-map-private.h"

#include <string.h>

enum
{
  OLD,
  NEW,
  HOW,
  ITEM,
  QUESTION_VI,
  QUESTION_EN,
  QUESTION_FR,
  SOURCE,
  N_COLUMNS
};

static void
free_rule (gpointer data)
{
  SheafMapRule *rule = data;

  g_strfreev (rule->targets);
  g_free (rule->question);
  g_free (rule->item);
  g_free (rule);
}

static char *
text_or_null (const char *text)
{
  return *text == '\0' ? NULL : g_strdup (text);
}

/* NULL when the line says something else than same, moved or ask. */
static SheafMapRule *
read_rule (const GPtrArray *fields,
           guint            question)
{
  char        **f = (char **) fields->pdata;
  gboolean      ask = fields->len == N_COLUMNS && strcmp (f[HOW], "ask") == 0;
  gboolean      same = fields->len == N_COLUMNS && strcmp (f[HOW], "same") == 0;
  gboolean      moved = fields->len == N_COLUMNS && strcmp (f[HOW], "moved") == 0;
  SheafMapRule *rule;

  if (!(ask || same || moved) || *f[NEW] == '\0' || ask != (*f[question] != '\0'))
    return NULL;
  rule = g_new0 (SheafMapRule, 1);
  rule->targets = g_strsplit (f[NEW], ", ", -1);
  rule->question = text_or_null (f[question]);
  rule->item = text_or_null (f[ITEM]);
  rule->same = same;
  return rule;
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
read_rules (SheafCsvReader *reader,
            const char     *name,
            guint           question,
            GHashTable     *rules,
            GError        **error)
{
  const GPtrArray *fields;

  (void) sheaf_csv_reader_next (reader, NULL); /* the header; without rows no account has a rule */
  while ((fields = sheaf_csv_reader_next (reader, NULL)) != NULL)
    {
      SheafMapRule *rule = read_rule (fields, question);

      if (rule == NULL)
        return fail (name, sheaf_csv_reader_line (reader), error);
      g_hash_table_insert (rules, g_strdup (fields->pdata[OLD]), rule);
    }
  return TRUE;
}

GHashTable *
sheaf_map_rules_load (SheafBook  *old,
                      const char *from,
                      const char *to,
                      const char *language,
                      GError    **error)
{
  g_autofree char *name = g_strdup_printf ("charts/%s-to-%s.csv", from, to);
  g_autofree char *text = sheaf_data_load (old, name, NULL);
  guint            question = g_strcmp0 (language, "en") == 0   ? QUESTION_EN
                              : g_strcmp0 (language, "fr") == 0 ? QUESTION_FR
                                                                : QUESTION_VI;
  g_autoptr (GHashTable) rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_rule);
  g_autoptr (SheafCsvReader) reader = NULL;

  if (text == NULL)
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART,
                   _ ("nothing is known of carrying balances from %s to %s: enter the opening "
                      "balances by hand"),
                   from, to);
      return NULL;
    }
  reader = sheaf_csv_reader_open_text (text);
  return read_rules (reader, name, question, rules, error) ? g_steal_pointer (&rules) : NULL;
}
