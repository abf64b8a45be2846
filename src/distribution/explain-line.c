/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of an explanation, and figures as a farmer reads them. */
#include "base/language.h"
#include "base/percent.h"
#include "distribution/explain-private.h"

#define WHOLE 1000000

static void
line_free (gpointer data)
{
  SheafExplainLine *line = data;

  g_free (line->section);
  g_free (line->key);
  g_free (line->value);
  g_free (line->label);
  g_free (line->figure);
  g_free (line->note);
  g_free (line);
}

GPtrArray *
sheaf_explain_lines_new (void)
{
  return g_ptr_array_new_with_free_func (line_free);
}

void
sheaf_explain_lines_add (GPtrArray       *lines,
                         SheafExplainKind kind,
                         const char      *section,
                         const char      *key,
                         char            *value,
                         char            *label,
                         char            *figure,
                         char            *note)
{
  SheafExplainLine *line = g_new0 (SheafExplainLine, 1);

  line->kind = kind;
  line->section = g_strdup (section);
  line->key = g_strdup (key);
  line->value = value != NULL ? value : g_strdup ("");
  line->label = label;
  line->figure = figure != NULL ? figure : g_strdup ("");
  line->note = note;
  g_ptr_array_add (lines, line);
}

const SheafExplainLine *
sheaf_explain_lines_find (const GPtrArray *lines,
                          const char      *section,
                          const char      *key)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const SheafExplainLine *line = lines->pdata[i];

      if (g_str_equal (line->section, section) && g_str_equal (line->key, key))
        return line;
    }
  return NULL;
}

const char *
sheaf_explain_kind_to_text (SheafExplainKind kind)
{
  static const char *const words[] = { "heading", "notice", "step", "to-share", "pool",
                                       "own", "weight", "all", "quota", "exact",
                                       "rounding", "amount", "form", "none", "total",
                                       "tax", "payment", "open" };

  g_return_val_if_fail (kind < G_N_ELEMENTS (words), NULL);
  return words[kind];
}

char *
sheaf_explain_rate (SheafRate rate)
{
  return sheaf_percent_format (rate, sheaf_language_current ());
}

char *
sheaf_explain_signed (SheafMoney money)
{
  g_autofree char *text = sheaf_money_format (SHEAF_MONEY (ABS (money.units)),
                                              sheaf_language_current ());

  return g_strconcat (money.units < 0 ? "−" : "", text, NULL);
}
