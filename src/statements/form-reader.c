/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a form's two texts and refuses one whose lines cannot be computed. */
#include "statements/form-private.h"

#include "base/csv-reader.h"
#include "base/i18n.h"
#include "base/number.h"
#include "statements/error.h"

enum
{
  LINE,
  INDENT,
  STYLE,
  LABEL_VI,
  LABEL_EN,
  LABEL_FR,
  RULE,
  NOTE,
  MEMO,
  N_COLUMNS
};

static const char *const COLUMNS[N_COLUMNS] = { "line", "indent", "style",
                                                "label_vi", "label_en", "label_fr",
                                                "rule", "note", "memo" };
static const char *const STYLES[] = { "normal", "bold", "heading" };

/* The index of a word in a list, or -1. */
static int
find_word (const char *const *words,
           gsize              n,
           const char        *word)
{
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return (int) i;
  return -1;
}

static gboolean G_GNUC_PRINTF (2, 3) refuse (GError **error, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list          arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_FORM, text);
  return FALSE;
}

/* One record of the table of lines; the error lacks file and line, which the caller puts before it.
 */
static gboolean
take_line (SheafForm       *form,
           const GPtrArray *fields,
           GError         **error)
{
  SheafFormLine *line;
  char         **field = (char **) fields->pdata;
  gint64         indent = 0;
  int            style;

  if (fields->len != N_COLUMNS)
    return refuse (error, _ ("the line has %u fields instead of %d"), fields->len, N_COLUMNS);
  style = find_word (STYLES, G_N_ELEMENTS (STYLES), field[STYLE]);
  if (style < 0)
    return refuse (error, _ ("style: “%s” is none of normal, bold, heading"), field[STYLE]);
  if (!sheaf_number_parse (field[INDENT], 0, &indent, NULL) || indent > 9)
    return refuse (error, _ ("indent: “%s” is no number from 0 to 9"), field[INDENT]);
  if ((*field[LINE] == '\0') != (*field[RULE] == '\0'))
    return refuse (error, _ ("rule: a line with a code needs a rule, one without a code has none"));
  if (*field[LINE] != '\0' && sheaf_form_find_line (form, field[LINE], NULL) != NULL)
    return refuse (error, _ ("line: the code %s stands twice"), field[LINE]);
  line = g_new0 (SheafFormLine, 1);
  g_ptr_array_add (form->lines, line);
  line->indent = (guint) indent;
  line->style = (SheafFormStyle) style;
  line->note = g_strdup (field[NOTE]);
  line->memo = g_str_equal (field[MEMO], "yes");
  for (gsize i = 0; i < SHEAF_FORM_LANGUAGES; i++)
    line->labels[i] = g_strdup (field[LABEL_VI + i]);
  if (*field[LINE] == '\0')
    return TRUE;
  line->line = g_strdup (field[LINE]);
  line->rule = sheaf_rule_parse (field[RULE], error);
  if (line->rule == NULL)
    g_prefix_error (error, "%s", _ ("rule, "));
  return line->rule != NULL;
}

static gboolean
take_header (const GPtrArray *fields,
             GError         **error)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    if (i >= fields->len || !g_str_equal (fields->pdata[i], COLUMNS[i]))
      return refuse (error, _ ("the column %s is missing in its place"), COLUMNS[i]);
  return TRUE;
}

static gboolean
read_lines (SheafForm  *form,
            const char *text,
            GError    **error)
{
  g_autoptr (SheafCsvReader) reader = sheaf_csv_reader_open_text (text);
  g_autoptr (GError) inner = NULL;
  const GPtrArray *fields;
  gboolean         first = TRUE;

  while (inner == NULL && (fields = sheaf_csv_reader_next (reader, &inner)) != NULL)
    {
      if (first)
        (void) take_header (fields, &inner); /* the loop ends on the error */
      else
        (void) take_line (form, fields, &inner);
      first = FALSE;
    }
  if (inner == NULL)
    return TRUE;
  g_propagate_prefixed_error (error, g_steal_pointer (&inner), "%s.csv:%u: ", form->code,
                              sheaf_csv_reader_line (reader));
  return FALSE;
}

static gboolean
take_check (SheafForm  *form,
            const char *name,
            const char *text,
            GError    **error)
{
  g_auto (GStrv) sides = g_strsplit (text, "=", -1);
  SheafFormCheck *check;

  if (g_strv_length (sides) != 2)
    return refuse (error, _ ("a check is two rules with = between them"));
  check = g_new0 (SheafFormCheck, 1);
  g_ptr_array_add (form->checks, check);
  check->name = g_strdup (name);
  check->text = g_strdup (text);
  check->left = sheaf_rule_parse (sides[0], error);
  check->right = check->left == NULL ? NULL : sheaf_rule_parse (sides[1], error);
  return check->right != NULL;
}

static gboolean
read_checks (SheafForm *form,
             GError   **error)
{
  g_auto (GStrv) names = g_key_file_get_keys (form->words, "checks", NULL, NULL);

  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *text = g_key_file_get_string (form->words, "checks", names[i], NULL);

      if (take_check (form, names[i], text, error))
        continue;
      g_prefix_error (error, "%s.ini: [checks] %s: ", form->code, names[i]);
      return FALSE;
    }
  return TRUE;
}

/* Reads one word of the group [form]; a missing one counts as the first choice. */
static gboolean
read_choice (SheafForm         *form,
             const char        *key,
             const char *const *choices,
             gsize              n,
             int               *ret_choice,
             GError           **error)
{
  g_autofree char *word = g_key_file_get_string (form->words, "form", key, NULL);
  int              choice = word == NULL ? 0 : find_word (choices, n, word);

  if (choice < 0)
    return refuse (error, _ ("%s.ini: [form] %s: “%s” is not known"), form->code, key, word);
  *ret_choice = choice;
  return TRUE;
}

static gboolean
read_words (SheafForm  *form,
            const char *text,
            GError    **error)
{
  static const char *const KINDS[] = { "lines", "accounts", "movement" };
  static const char *const PREVIOUS[] = { "opening", "period" };
  static const char *const COVERAGE[] = { "nothing", "balances", "money", "results" };
  int                      kind = 0, previous = 0, coverage = 0;

  if (!g_key_file_load_from_data (form->words, text, (gsize) -1, G_KEY_FILE_NONE, error))
    {
      g_prefix_error (error, "%s.ini: ", form->code);
      return FALSE;
    }
  if (!read_choice (form, "kind", KINDS, G_N_ELEMENTS (KINDS), &kind, error) ||
      !read_choice (form, "previous", PREVIOUS, G_N_ELEMENTS (PREVIOUS), &previous, error) ||
      !read_choice (form, "coverage", COVERAGE, G_N_ELEMENTS (COVERAGE), &coverage, error))
    return FALSE;
  form->kind = (SheafFormKind) kind;
  form->previous = (SheafFormPrevious) previous;
  form->coverage = (SheafFormCoverage) coverage;
  form->level = (guint) MAX (g_key_file_get_integer (form->words, "form", "level", NULL), 1);
  return TRUE;
}

/* The lines a rule names must be there; memo lines repeat what another line holds, so a sum would
 * count it twice. */
static gboolean
check_references (const SheafForm *form,
                  const SheafRule *rule,
                  const char      *where,
                  GError         **error)
{
  for (guint i = 0; i < rule->terms->len; i++)
    {
      const SheafRuleTerm *term = rule->terms->pdata[i];
      const SheafFormLine *line;

      if (term->function != SHEAF_RULE_LINE)
        continue;
      line = sheaf_form_find_line (form, term->line, NULL);
      if (line == NULL)
        return refuse (error, _ ("%s, %s: %s names no line of the form"), form->code, where,
                       term->text);
      if (line->memo)
        return refuse (error, _ ("%s, %s: %s is a memo line and cannot be added"), form->code,
                       where, term->text);
    }
  return TRUE;
}

/* Depth first: 0 not seen, 1 on the way, 2 done. Meeting one that is on the way closes a circle. */
static gboolean
order_line (SheafForm *form,
            guint      index,
            guint8    *state,
            GError   **error)
{
  const SheafFormLine *line = form->lines->pdata[index];

  if (state[index] == 1)
    return refuse (error, _ ("%s, line %s: its rule leads back to itself"), form->code, line->line);
  if (state[index] == 2)
    return TRUE;
  state[index] = 1;
  for (guint i = 0; line->rule != NULL && i < line->rule->terms->len; i++)
    {
      const SheafRuleTerm *term = line->rule->terms->pdata[i];
      guint                other = 0;

      if (term->function == SHEAF_RULE_LINE &&
          sheaf_form_find_line (form, term->line, &other) != NULL &&
          !order_line (form, other, state, error))
        return FALSE;
    }
  state[index] = 2;
  if (line->rule != NULL)
    g_array_append_val (form->order, index);
  return TRUE;
}

static gboolean
check_form (SheafForm *form,
            GError   **error)
{
  g_autofree guint8 *state = g_new0 (guint8, form->lines->len + 1);

  for (guint i = 0; i < form->lines->len; i++)
    {
      const SheafFormLine *line = form->lines->pdata[i];

      if (line->rule != NULL && !check_references (form, line->rule, line->line, error))
        return FALSE;
    }
  for (guint i = 0; i < form->checks->len; i++)
    {
      const SheafFormCheck *check = form->checks->pdata[i];

      if (!check_references (form, check->left, check->name, error) ||
          !check_references (form, check->right, check->name, error))
        return FALSE;
    }
  for (guint i = 0; i < form->lines->len; i++)
    if (!order_line (form, i, state, error))
      return FALSE;
  return TRUE;
}

SheafForm *
sheaf_form_parse (const char *code,
                  const char *words,
                  const char *lines,
                  GError    **error)
{
  g_autoptr (SheafForm) form = NULL;

  g_return_val_if_fail (code != NULL && words != NULL, NULL);

  form = sheaf_form_new (code);
  if (!read_words (form, words, error))
    return NULL;
  if (form->kind == SHEAF_FORM_ACCOUNTS)
    return g_steal_pointer (&form);
  if (lines == NULL)
    {
      (void) refuse (error, _ ("%s.csv: the lines of the form are missing"), code);
      return NULL;
    }
  if (!read_lines (form, lines, error) || !read_checks (form, error) || !check_form (form, error))
    return NULL;
  return g_steal_pointer (&form);
}
