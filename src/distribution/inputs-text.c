/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures as text: frozen by an approval, compared before posting. */
#include "base/i18n.h"
#include "base/number.h"
#include "distribution/inputs.h"

static int
compare_codes (const void *a,
               const void *b)
{
  const SheafSharer *x = *(SheafSharer *const *) a;
  const SheafSharer *y = *(SheafSharer *const *) b;

  return strcmp (x->code, y->code);
}

static void
write_sides (GString          *text,
             const char       *name,
             const SheafMoney *amounts)
{
  for (guint side = 0; side < SHEAF_SIDES; side++)
    g_string_append_printf (text, "%s %s\t%" G_GINT64_FORMAT "\n", name, sheaf_side_to_text (side),
                            amounts[side].units);
}

char *
sheaf_distribution_inputs_to_text (const SheafDistributionInputs *inputs)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  write_sides (text, "result", inputs->result);
  write_sides (text, "income", inputs->income);
  write_sides (text, "brought-forward", inputs->brought);
  for (guint i = 0; i < inputs->measures->len; i++)
    {
      const SheafDistributionMeasure *measure = inputs->measures->pdata[i];

      g_string_append_printf (text, "%s measure\t%" G_GINT64_FORMAT "\n", measure->name,
                              measure->value);
    }
  for (guint i = 0; i < inputs->sharers->len; i++)
    g_ptr_array_add (sorted, inputs->sharers->pdata[i]);
  if (sorted->len > 0)
    qsort (sorted->pdata, sorted->len, sizeof (gpointer), compare_codes);
  for (guint i = 0; i < sorted->len; i++)
    for (guint pool = 0; pool < SHEAF_POOLS; pool++)
      {
        const SheafSharer *sharer = sorted->pdata[i];
        g_autofree char   *weight = sheaf_weight_to_text (sharer->weights[pool]);

        if (sharer->weights[pool] > 0)
          g_string_append_printf (text, "%s %s\t%s\n", sharer->code, sheaf_pool_to_text (pool),
                                  weight);
      }
  return g_string_free (text, FALSE);
}

static gboolean
read_side (SheafDistributionInputs *inputs,
           const char              *name,
           SheafSide                side,
           const char              *value)
{
  SheafMoney *amounts = NULL;
  char       *end = NULL;

  if (g_str_equal (name, "result"))
    amounts = inputs->result;
  else if (g_str_equal (name, "income"))
    amounts = inputs->income;
  else if (g_str_equal (name, "brought-forward"))
    amounts = inputs->brought;
  if (amounts == NULL)
    return FALSE;
  amounts[side] = SHEAF_MONEY (g_ascii_strtoll (value, &end, 10));
  return *end == '\0';
}

static gboolean
read_weight (SheafDistributionInputs *inputs,
             const char              *code,
             const char              *pool,
             const char              *value)
{
  SheafSharer *last = inputs->sharers->len > 0 ? inputs->sharers->pdata[inputs->sharers->len - 1]
                                               : NULL;

  if (last == NULL || !g_str_equal (last->code, code))
    last = sheaf_distribution_inputs_add (inputs, code);
  for (guint i = 0; i < SHEAF_POOLS; i++)
    if (g_str_equal (pool, sheaf_pool_to_text (i)))
      return sheaf_weight_from_text (value, &last->weights[i]);
  return FALSE;
}

static gboolean
read_line (SheafDistributionInputs *inputs,
           const char              *line)
{
  g_auto (GStrv) parts = g_strsplit_set (line, " \t", -1);

  if (g_strv_length (parts) != 3)
    return FALSE;
  if (g_str_equal (parts[1], "measure"))
    {
      char  *end = NULL;
      gint64 value = g_ascii_strtoll (parts[2], &end, 10);

      sheaf_distribution_inputs_measure (inputs, parts[0], value);
      return *end == '\0';
    }
  for (guint side = 0; side < SHEAF_SIDES; side++)
    if (g_str_equal (parts[1], sheaf_side_to_text (side)))
      return read_side (inputs, parts[0], side, parts[2]);
  return read_weight (inputs, parts[0], parts[1], parts[2]);
}

SheafDistributionInputs *
sheaf_distribution_inputs_from_text (const char *text)
{
  g_autoptr (SheafDistributionInputs) inputs = sheaf_distribution_inputs_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && !read_line (inputs, lines[i]))
      return NULL;
  return g_steal_pointer (&inputs);
}

/* What stands before the tab, and behind it. */
static GHashTable *
index_lines (char **lines)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *tab = strchr (lines[i], '\t');

      if (tab != NULL)
        g_hash_table_insert (index, g_strndup (lines[i], (gsize) (tab - lines[i])),
                             (char *) tab + 1);
    }
  return index;
}

/* TRUE for the lines that write_sides writes; measures and weights are no money. */
static gboolean
is_money (const char *name)
{
  static const char *const names[] = { "result ", "income ", "brought-forward " };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (name, names[i]))
      return TRUE;
  return FALSE;
}

/* As people read it; what is not there is 0. Free with g_free. */
static char *
word_value (const char *name,
            const char *value)
{
  char  *end = NULL;
  gint64 units = value == NULL ? 0 : g_ascii_strtoll (value, &end, 10);

  if (value == NULL)
    return g_strdup ("0");
  return g_strdup (is_money (name) && *end == '\0' ? sheaf_money_word (SHEAF_MONEY (units)).text
                                                   : value);
}

static void
note (GPtrArray  *findings,
      const char *name,
      const char *before,
      const char *after)
{
  g_autofree char *old = word_value (name, before);
  g_autofree char *now = word_value (name, after);

  g_ptr_array_add (findings, g_strdup_printf (_ ("%s: %s was approved, now %s"), name, old, now));
}

static char *
tell_difference (const char *approved,
                 const char *now,
                 guint       limit)
{
  g_auto (GStrv) old_lines = g_strsplit (approved, "\n", -1);
  g_auto (GStrv) new_lines = g_strsplit (now, "\n", -1);
  g_autoptr (GHashTable) before = index_lines (old_lines);
  g_autoptr (GHashTable) after = index_lines (new_lines);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  guint all;

  for (guint i = 0; new_lines[i] != NULL; i++)
    {
      g_autofree char *name = g_strndup (new_lines[i], strcspn (new_lines[i], "\t"));
      const char      *value = g_hash_table_lookup (after, name);

      if (value != NULL && g_strcmp0 (value, g_hash_table_lookup (before, name)) != 0)
        note (findings, name, g_hash_table_lookup (before, name), value);
    }
  for (guint i = 0; old_lines[i] != NULL; i++)
    {
      g_autofree char *name = g_strndup (old_lines[i], strcspn (old_lines[i], "\t"));

      if (name[0] != '\0' && !g_hash_table_contains (after, name))
        note (findings, name, g_hash_table_lookup (before, name), NULL);
    }
  all = findings->len;
  if (all == 0)
    return NULL;
  if (all > limit)
    {
      g_ptr_array_set_size (findings, (int) limit);
      g_ptr_array_add (findings,
                       g_strdup_printf (ngettext ("%u more", "%u more", all - limit), all - limit));
    }
  g_ptr_array_add (findings, NULL);
  return g_strjoinv (", ", (char **) findings->pdata);
}

char *
sheaf_distribution_inputs_difference (const char *approved,
                                      const char *now,
                                      guint       limit)
{
  /* As a rule: the lines of a hundred thousand members need not be taken apart then. */
  return g_str_equal (approved, now) ? NULL : tell_difference (approved, now, limit);
}
