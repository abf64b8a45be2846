/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds a rule of a law pack. */
#include "distribution/law-rules.h"

const SheafLawReserve *
sheaf_law_rules_reserve (const SheafLawRules *rules,
                         const char          *name)
{
  for (guint i = 0; i < rules->reserves->len; i++)
    {
      const SheafLawReserve *reserve = rules->reserves->pdata[i];

      if (g_str_equal (reserve->name, name))
        return reserve;
    }
  return NULL;
}

const SheafLawIndex *
sheaf_law_rules_index (const SheafLawRules *rules,
                       const char          *name)
{
  for (guint i = 0; i < rules->indices->len; i++)
    {
      const SheafLawIndex *index = rules->indices->pdata[i];

      if (g_str_equal (index->name, name))
        return index;
    }
  return NULL;
}

gboolean
sheaf_law_index_average (const SheafLawIndex *index,
                         int                  year,
                         SheafRate           *ret_rate,
                         char               **ret_missing)
{
  gint64 sum = 0, count = 0;

  for (int y = year - (int) index->years + 1; y <= year; y++)
    for (guint period = 1; period <= index->periods; period++)
      {
        g_autofree char *key = index->periods == 1 ? g_strdup_printf ("%d", y)
                                                   : g_strdup_printf ("%d-%u", y, period);
        const gint64    *value = g_hash_table_lookup (index->values, key);

        if (value == NULL)
          {
            *ret_missing = g_steal_pointer (&key);
            return FALSE;
          }
        sum += *value;
        count++;
      }
  *ret_rate = SHEAF_RATE (MAX (sum, 0) / MAX (count, 1));
  return TRUE;
}
