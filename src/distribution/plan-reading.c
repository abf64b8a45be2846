/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads single values of a plan; what is wrong is told with its line. */
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "distribution/plan-private.h"

void
sheaf_reading_complain (const SheafPlanReading *reading,
                        const char             *key,
                        const char             *format,
                        ...)
{
  g_autofree char *text = NULL;
  g_autofree char *field = g_strdup_printf (key != NULL ? "[%s] %s" : "[%s]", reading->group, key);
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sheaf_problems_add (reading->problems, SHEAF_PROBLEM_ERROR, reading->plan->file,
                      sheaf_plan_line (reading->plan, reading->group, key), field, "%s", text);
}

char *
sheaf_reading_text (const SheafPlanReading *reading,
                    const char             *key)
{
  char *text = g_key_file_get_value (reading->file, reading->place, key, NULL);

  return text != NULL ? g_strstrip (text) : NULL;
}

char *
sheaf_reading_title (const SheafPlanReading *reading)
{
  g_autofree char *title = sheaf_reading_text (reading, "title");

  return title != NULL && *title != '\0' ? g_steal_pointer (&title) : NULL;
}

void
sheaf_reading_money (const SheafPlanReading *reading,
                     const char             *key,
                     SheafMoney             *money)
{
  g_autofree char *text = sheaf_reading_text (reading, key);
  g_autoptr (GError) error = NULL;

  if (text != NULL && !sheaf_money_parse (text, money, &error))
    sheaf_reading_complain (reading, key, "%s", error->message);
}

void
sheaf_reading_whole (const SheafPlanReading *reading,
                     const char             *key,
                     gint64                  least,
                     gint64                  most,
                     gint64                 *number)
{
  g_autofree char *text = sheaf_reading_text (reading, key);
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return;
  if (!sheaf_number_parse (text, 0, number, &error))
    sheaf_reading_complain (reading, key, "%s", error->message);
  else if (*number < least || *number > most)
    {
      g_autofree char *from = sheaf_number_to_text (least, 0);
      g_autofree char *to = sheaf_number_to_text (most, 0);

      sheaf_reading_complain (reading, key,
                              _ ("%s is not between %s and %s: choose a number in between"), text,
                              from, to);
    }
}

void
sheaf_reading_rate (const SheafPlanReading *reading,
                    const char             *key,
                    SheafRate              *rate)
{
  g_autofree char *text = sheaf_reading_text (reading, key);
  g_autoptr (GError) error = NULL;
  SheafRate value;

  if (text == NULL)
    return;
  if (!sheaf_rate_parse (text, &value, &error))
    sheaf_reading_complain (reading, key, "%s", error->message);
  else if (value.millionths > 1000000)
    sheaf_reading_complain (
        reading, key, _ ("%s is more than 1: give a fraction of 1, for example 0.05 for 5 %%"),
        text);
  else
    *rate = value;
}

void
sheaf_reading_word (const SheafPlanReading *reading,
                    const char             *key,
                    const char *const      *words,
                    int                    *ret_index)
{
  g_autofree char *text = sheaf_reading_text (reading, key);
  g_autofree char *all = NULL;

  if (text == NULL)
    return;
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (text, words[i]))
      {
        *ret_index = i;
        return;
      }
  all = g_strjoinv (", ", (char **) words);
  sheaf_reading_complain (reading, key, _ ("“%s” is not known here: choose one of: %s"), text, all);
}

void
sheaf_reading_account (const SheafPlanReading *reading,
                       char                  **account)
{
  *account = sheaf_reading_text (reading, "account");
  if (*account == NULL || !sheaf_text_is_code (*account))
    sheaf_reading_complain (reading, *account != NULL ? "account" : NULL,
                            _ ("an account to credit is needed: give its code as account=CODE"));
}

void
sheaf_reading_keys (const SheafPlanReading *reading,
                    const char *const      *known)
{
  g_auto (GStrv) keys = g_key_file_get_keys (reading->file, reading->place, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      gboolean is_product = g_str_equal (reading->group, "weights") &&
                            g_str_has_prefix (keys[i], "product.");
      gboolean is_note = reading->place != reading->group &&
                         (g_str_equal (keys[i], "source") || g_str_equal (keys[i], "valid-from"));
      g_autofree char *all = NULL;

      if (g_strv_contains (known, keys[i]) || is_product || is_note)
        continue;
      all = g_strjoinv (", ", (char **) known);
      sheaf_reading_complain (reading, keys[i], _ ("this key is not known here: use one of: %s"),
                              all);
    }
}
