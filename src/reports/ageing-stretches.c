/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list and what is behind one of its amounts must agree on where a part belongs: here alone it
 * is decided. */
#include "reports/ageing-stretches.h"

#include "base/i18n.h"
#include "reports/error.h"
#include "reports/list-head.h"

gboolean
sheaf_ageing_stretches_parse (const char           *text,
                              SheafDate             on,
                              SheafAgeingStretches *ret_stretches,
                              GError              **error)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : SHEAF_AGEING_LIMITS, ",", -1);
  SheafAgeingStretches stretches = { .on = on };
  guint64              last = 0;
  guint64              limit;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i >= SHEAF_AGEING_LIMITS_MAX ||
          !g_ascii_string_to_unsigned (g_strstrip (parts[i]), 10, last + 1, 36500, &limit, NULL))
        {
          g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
                       _ ("“%s” are no stretches of days: write at most %d numbers of days that "
                          "rise, such as %s"),
                       text, SHEAF_AGEING_LIMITS_MAX, SHEAF_AGEING_LIMITS);
          return FALSE;
        }
      stretches.limits[i] = (int) limit;
      stretches.n_limits = i + 1;
      last = limit;
    }
  *ret_stretches = stretches;
  return TRUE;
}

guint
sheaf_ageing_stretches_place (const SheafAgeingStretches *stretches,
                              const SheafDuePart         *part,
                              gboolean                    debit)
{
  int   days;
  guint i = 0;

  if ((part->amount.units > 0) != debit)
    return SHEAF_AGEING_ADVANCE;
  if (sheaf_date_is_none (part->due))
    return SHEAF_AGEING_UNDATED;
  days = stretches->on.days - part->due.days;
  if (days <= 0)
    return SHEAF_AGEING_CURRENT;
  while (i < stretches->n_limits && days > stretches->limits[i])
    i++;
  return SHEAF_AGEING_OVERDUE + i;
}

static int
first_day (const SheafAgeingStretches *stretches,
           guint                       stretch)
{
  return (stretch == 0 ? 0 : stretches->limits[stretch - 1]) + 1;
}

char *
sheaf_ageing_stretches_key (const SheafAgeingStretches *stretches,
                            guint                       place)
{
  static const char *const words[] = { "balance", "advance", "current", "undated" };
  guint                    stretch = place - SHEAF_AGEING_OVERDUE;

  if (place < SHEAF_AGEING_OVERDUE)
    return g_strdup (words[place]);
  if (stretch == stretches->n_limits)
    return g_strdup_printf ("overdue_over_%d", first_day (stretches, stretch) - 1);
  return g_strdup_printf ("overdue_%d_%d", first_day (stretches, stretch),
                          stretches->limits[stretch]);
}

gboolean
sheaf_ageing_stretches_find (const SheafAgeingStretches *stretches,
                             const char                 *key,
                             guint                      *ret_place,
                             GError                    **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint place = 0; place <= SHEAF_AGEING_OVERDUE + stretches->n_limits; place++)
    {
      g_autofree char *its = sheaf_ageing_stretches_key (stretches, place);

      if (g_strcmp0 (its, key) == 0)
        {
          *ret_place = place;
          return TRUE;
        }
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", its);
    }
  g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
               _ ("the ageing has no column “%s”: take one of %s"), key, known->str);
  return FALSE;
}

char *
sheaf_ageing_stretches_heading (const SheafAgeingStretches *stretches,
                                guint                       place,
                                GKeyFile                   *words,
                                const char                 *language)
{
  guint            stretch = place - SHEAF_AGEING_OVERDUE;
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  gboolean         beyond;
  GString         *heading;

  if (place < SHEAF_AGEING_OVERDUE)
    {
      key = sheaf_ageing_stretches_key (stretches, place);
      return sheaf_list_word (words, key, language);
    }
  beyond = stretch == stretches->n_limits;
  text = sheaf_list_word (words, beyond ? "beyond" : "bucket", language);
  first = g_strdup_printf ("%d", first_day (stretches, stretch) - (beyond ? 1 : 0));
  last = g_strdup_printf ("%d", beyond ? 0 : stretches->limits[stretch]);
  heading = g_string_new (text);
  g_string_replace (heading, "{a}", first, 0);
  g_string_replace (heading, "{b}", last, 0);
  return g_string_free (heading, FALSE);
}
