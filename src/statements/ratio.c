/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ratios by the data. */
#include "base/i18n.h"
#include "base/rate.h"
#include "book/setting.h"
#include "ledger/dated.h"
#include "ledger/error.h"
#include "statements/error.h"
#include "statements/ratio-private.h"

#include <string.h>

#define RATIO "ratio "
#define INPUT "input "

static void
free_term (gpointer data)
{
  SheafRatioTerm *term = data;

  g_free (term->text);
  g_free (term);
}

static void
free_input (gpointer data)
{
  SheafRatioInput *input = data;

  g_free (input->key);
  for (gsize i = 0; i < G_N_ELEMENTS (input->names); i++)
    g_free (input->names[i]);
  g_ptr_array_unref (input->terms);
  g_free (input);
}

static void
free_ratio (gpointer data)
{
  SheafRatio *ratio = data;

  g_free (ratio->key);
  for (gsize i = 0; i < G_N_ELEMENTS (ratio->names); i++)
    g_free (ratio->names[i]);
  g_free (ratio->source);
  g_free (ratio);
}

void
sheaf_ratio_list_free (SheafRatioList *list)
{
  if (list == NULL)
    return;
  g_ptr_array_unref (list->inputs);
  g_ptr_array_unref (list->ratios);
  g_free (list);
}

const SheafRatio *
sheaf_ratio_find (const SheafRatioList *list,
                  const char           *key)
{
  for (guint i = 0; i < list->ratios->len; i++)
    {
      const SheafRatio *ratio = list->ratios->pdata[i];

      if (strcmp (ratio->key, key) == 0)
        return ratio;
    }
  return NULL;
}

char *
sheaf_ratio_file (SheafBook *book)
{
  g_autofree char *law = sheaf_setting_find (book, "law");

  return g_strdup_printf ("ratios/%.*s.ini", (int) (law != NULL ? strcspn (law, "-") : 0),
                          law != NULL ? law : "");
}

typedef struct
{
  SheafBook         *book;
  GKeyFile          *data;
  SheafRatioFigures *figures;
  SheafRatioList    *list;
} Run;

static void
read_names (GKeyFile   *data,
            const char *group,
            char      **names)
{
  static const char *const keys[] = { "name_vi", "name_en", "name_fr" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    names[i] = g_key_file_get_string (data, group, keys[i], NULL);
}

static gboolean
fail (const char *group,
      GError    **error)
{
  g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_FORM,
               _ ("“%s” of the ratios is missing or incomplete: mend the data of the ratios"),
               group);
  return FALSE;
}

/* The year's figures of a term are added to those of its input; what is not known makes the sum
 * unknown. */
static gboolean
add_term (Run             *run,
          SheafRatioInput *input,
          const char      *text,
          int              sign,
          GError         **error)
{
  SheafRatioTerm *term = g_new0 (SheafRatioTerm, 1);

  term->sign = sign;
  term->text = g_strdup (text);
  g_ptr_array_add (input->terms, term);
  for (int i = 0; i < SHEAF_RATIO_YEARS; i++)
    {
      SheafRatioFigure *sum = &input->figures[i];
      gboolean          answered;

      if (!sheaf_ratio_term_evaluate (run->figures, text, run->list->year - i, &term->figures[i],
                                      &answered, error))
        return FALSE;
      if (i == 0)
        term->answered = answered;
      if (term->figures[i].state != SHEAF_RATIO_KNOWN)
        sum->state = term->figures[i].state;
      sum->amount = sign > 0 ? sheaf_money_add (sum->amount, term->figures[i].amount)
                             : sheaf_money_sub (sum->amount, term->figures[i].amount);
    }
  return TRUE;
}

/* Terms are parted by blanks around a sign; there are none within DUE, ANSWER and rules. */
static gboolean
add_terms (Run             *run,
           SheafRatioInput *input,
           const char      *terms,
           GError         **error)
{
  g_autoptr (GRegex) signs = g_regex_new (" ([+-]) ", 0, 0, NULL);
  g_auto (GStrv) parts = g_regex_split (signs, terms, 0);
  int sign = 1;

  for (guint i = 0; parts[i] != NULL; i++)
    if (i % 2 == 1)
      sign = *parts[i] == '-' ? -1 : 1;
    else if (!add_term (run, input, g_strstrip (parts[i]), sign, error))
      return FALSE;
  return TRUE;
}

/* An input is read when the first ratio asks for it. */
static const SheafRatioInput *
find_input (Run        *run,
            const char *key,
            GError    **error)
{
  g_autofree char *group = g_strconcat (INPUT, key, NULL);
  g_autofree char *terms = g_key_file_get_string (run->data, group, "terms", NULL);
  SheafRatioInput *input;

  for (guint i = 0; i < run->list->inputs->len; i++)
    if (strcmp (((SheafRatioInput *) run->list->inputs->pdata[i])->key, key) == 0)
      return run->list->inputs->pdata[i];
  if (terms == NULL)
    {
      (void) fail (group, error);
      return NULL;
    }
  input = g_new0 (SheafRatioInput, 1);
  input->key = g_strdup (key);
  input->terms = g_ptr_array_new_with_free_func (free_term);
  read_names (run->data, group, input->names);
  g_ptr_array_add (run->list->inputs, input);
  return add_terms (run, input, terms, error) ? input : NULL;
}

static void
divide (SheafRatio *ratio)
{
  for (int i = 0; i < SHEAF_RATIO_YEARS; i++)
    {
      const SheafRatioFigure *above = &ratio->numerator->figures[i];
      const SheafRatioFigure *below = &ratio->denominator->figures[i];
      SheafMoney              quotient = SHEAF_MONEY_ZERO;

      if (above->state != SHEAF_RATIO_KNOWN || below->state != SHEAF_RATIO_KNOWN)
        ratio->states[i] = SHEAF_RATIO_NO_YEAR;
      else if (below->amount.units <= 0)
        ratio->states[i] = SHEAF_RATIO_NOT_POSITIVE;
      else if (!sheaf_money_try_mul_div (above->amount, 1000000 * ratio->factor,
                                         below->amount.units, SHEAF_ROUND_HALF_UP, &quotient))
        ratio->states[i] = SHEAF_RATIO_TOO_LARGE;
      ratio->values[i] = quotient.units;
    }
}

static SheafRatioVerdict
judge (const SheafRatio *ratio)
{
  gint64 now = ratio->values[0], before = ratio->values[1];

  if (ratio->states[0] != SHEAF_RATIO_KNOWN)
    return SHEAF_RATIO_UNKNOWN;
  if (ratio->trend && ratio->states[1] == SHEAF_RATIO_KNOWN)
    return now == before                               ? SHEAF_RATIO_SAME
           : (now > before) == ratio->higher_is_better ? SHEAF_RATIO_BETTER
                                                       : SHEAF_RATIO_WORSE;
  if (ratio->trend || !ratio->has_wish)
    return SHEAF_RATIO_UNJUDGED;
  return (ratio->higher_is_better ? now >= ratio->wish : now <= ratio->wish) ? SHEAF_RATIO_MET
                                                                             : SHEAF_RATIO_MISSED;
}

/* The data's wish, or the one the co-op set. */
static void
read_wish (Run        *run,
           const char *group,
           SheafRatio *ratio)
{
  g_autofree char *wish = g_key_file_get_string (run->data, group, "wish", NULL);
  g_autofree char *better = g_key_file_get_string (run->data, group, "better", NULL);
  g_autofree char *value = g_key_file_get_string (run->data, group, "value", NULL);
  g_autofree char *setting = g_strconcat (SHEAF_RATIO_SETTING, ratio->key, NULL);
  g_autofree char *own = sheaf_setting_find (run->book, setting);
  const char      *text = own != NULL && *own != '\0' ? own : value;
  SheafRate        rate;

  ratio->trend = wish == NULL;
  ratio->higher_is_better =
      wish != NULL ? strcmp (wish, "min") == 0 : g_strcmp0 (better, "down") != 0;
  ratio->has_wish = !ratio->trend && text != NULL && sheaf_rate_parse (text, &rate, NULL);
  ratio->own_wish = ratio->has_wish && text == own;
  ratio->wish = ratio->has_wish ? rate.millionths : 0;
  ratio->source = g_key_file_get_string (run->data, group, "source", NULL);
}

static gboolean
add_ratio (Run        *run,
           const char *group,
           GError    **error)
{
  g_autofree char *above = g_key_file_get_string (run->data, group, "numerator", NULL);
  g_autofree char *below = g_key_file_get_string (run->data, group, "denominator", NULL);
  g_autofree char *shown = g_key_file_get_string (run->data, group, "shown", NULL);
  gint64           factor = g_key_file_get_int64 (run->data, group, "factor", NULL);
  SheafRatio      *ratio;

  if (above == NULL || below == NULL || factor < 0 || factor > 1000)
    return fail (group, error);
  ratio = g_new0 (SheafRatio, 1);
  g_ptr_array_add (run->list->ratios, ratio);
  ratio->key = g_strdup (group + strlen (RATIO));
  read_names (run->data, group, ratio->names);
  ratio->factor = factor == 0 ? 1 : factor;
  ratio->shown = g_strcmp0 (shown, "percent") == 0 ? SHEAF_RATIO_PERCENT
                 : g_strcmp0 (shown, "days") == 0  ? SHEAF_RATIO_DAYS
                                                   : SHEAF_RATIO_TIMES;
  ratio->numerator = find_input (run, above, error);
  ratio->denominator = ratio->numerator != NULL ? find_input (run, below, error) : NULL;
  if (ratio->denominator == NULL)
    return FALSE;
  read_wish (run, group, ratio);
  divide (ratio);
  ratio->verdict = judge (ratio);
  return TRUE;
}

static GKeyFile *
load_data (SheafBook *book,
           GError   **error)
{
  g_autofree char *name = sheaf_ratio_file (book);

  return sheaf_dated_load (book, name, error);
}

SheafRatioList *
sheaf_ratio_list_compute (SheafBook *book,
                          int        year,
                          GError   **error)
{
  g_autoptr (SheafRatioList) list = g_new0 (SheafRatioList, 1);
  g_autoptr (SheafRatioFigures) figures = sheaf_ratio_figures_new (book);
  g_auto (GStrv) groups = NULL;
  Run run = { book, load_data (book, error), figures, list };

  list->year = year;
  list->inputs = g_ptr_array_new_with_free_func (free_input);
  list->ratios = g_ptr_array_new_with_free_func (free_ratio);
  if (run.data == NULL)
    return NULL;
  groups = g_key_file_get_groups (run.data, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], RATIO) && !add_ratio (&run, groups[i], error))
      return NULL;
  return g_steal_pointer (&list);
}

gboolean
sheaf_ratio_exists (SheafBook  *book,
                    const char *key)
{
  GKeyFile        *data = load_data (book, NULL);
  g_autofree char *group = g_strconcat (RATIO, key, NULL);

  return data != NULL && g_key_file_has_group (data, group);
}

char **
sheaf_ratio_wish_settings (SheafBook *book)
{
  GKeyFile *data = load_data (book, NULL);
  g_auto (GStrv) groups = data != NULL ? g_key_file_get_groups (data, NULL) : NULL;
  g_autoptr (GPtrArray) settings = g_ptr_array_new ();

  for (guint i = 0; groups != NULL && groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], RATIO) && g_key_file_has_key (data, groups[i], "wish", NULL))
      g_ptr_array_add (settings,
                       g_strconcat (SHEAF_RATIO_SETTING, groups[i] + strlen (RATIO), NULL));
  g_ptr_array_add (settings, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&settings), FALSE);
}

gboolean
sheaf_ratio_set_wish (SheafBook  *book,
                      const char *key,
                      const char *value,
                      GError    **error)
{
  GKeyFile        *data = load_data (book, error);
  g_autofree char *group = g_strconcat (RATIO, key, NULL);
  g_autofree char *setting = g_strconcat (SHEAF_RATIO_SETTING, key, NULL);
  SheafRate        rate;

  if (data == NULL)
    return FALSE;
  if (!g_key_file_has_key (data, group, "wish", NULL))
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_SETTING,
                 _ ("no wish can be set for “%s”: take a ratio of the list that has one"), key);
  else if (*value != '\0' && !sheaf_rate_parse (value, &rate, NULL))
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_SETTING,
                 _ ("%s cannot be “%s”: give a number such as 1.2, or nothing for the usual one"),
                 key, value);
  else
    return sheaf_setting_write (book, setting, value, error);
  return FALSE;
}
