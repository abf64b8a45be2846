/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A broken limit begins with what is wrong, so that neither colour nor sign is needed to see it. */
#include "app/distribution/limit-words.h"

#include "app/format.h"
#include "base/i18n.h"
#include "base/language.h"
#include "base/percent.h"
#include "distribution/step-words.h"

char *
sheaf_limit_words_pools (const gboolean *pools)
{
  g_autoptr (GPtrArray) named = g_ptr_array_new ();

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    if (pools[pool])
      g_ptr_array_add (named, (char *) sheaf_pool_word (pool));
  g_ptr_array_add (named, NULL);
  return g_strjoinv (" + ", (char **) named->pdata);
}

static char *
say_rate (SheafRate rate)
{
  return sheaf_percent_format (rate, sheaf_language_current ());
}

/* "5 % = 3.000.000 ₫" */
static char *
say_part (SheafRate  rate,
          gboolean   has_amount,
          SheafMoney amount)
{
  g_autofree char *percent = say_rate (rate);
  g_autofree char *money = sheaf_format_money_unit (amount);

  return has_amount ? g_strdup_printf ("%s = %s", percent, money) : g_steal_pointer (&percent);
}

static char *
say_whole (const SheafPlanLimit *limit)
{
  g_autofree char *whole = say_rate (limit->limit);
  g_autofree char *percent = say_rate (limit->chosen);

  if (!limit->broken)
    return NULL;
  return g_strdup_printf (
      limit->chosen.millionths < limit->limit.millionths
          ? _ ("Not all is given away: the parts add up to %s, they must add up to %s.")
          : _ ("More is given than there is: the parts add up to %s, they must add up to %s."),
      percent, whole);
}

static char *
say_floor (const SheafPlanLimit *limit)
{
  g_autofree char *least = say_part (limit->limit, limit->has_amounts, limit->limit_amount);
  g_autofree char *chosen = say_part (limit->chosen, limit->has_amounts, limit->chosen_amount);
  g_autofree char *percent = say_rate (limit->limit);

  if (limit->broken)
    return g_strdup_printf (_ ("Below the law’s floor: Art. %s asks for at least %s, chosen is "
                               "%s. Choose %s or more."),
                            limit->article, least, chosen, percent);
  return g_strdup_printf (_ ("Art. %s: at least %s; chosen %s"), limit->article, least, chosen);
}

static char *
say_ceiling (const SheafPlanLimit *limit)
{
  g_autofree char *most = say_part (limit->limit, limit->has_amounts, limit->limit_amount);
  g_autofree char *chosen = say_part (limit->chosen, limit->has_amounts, limit->chosen_amount);
  g_autofree char *percent = say_rate (limit->limit);

  if (limit->broken)
    return g_strdup_printf (_ ("Above the law’s ceiling: Art. %s allows at most %s, chosen is %s. "
                               "Choose %s or less."),
                            limit->article, most, chosen, percent);
  return g_strdup_printf (_ ("Art. %s: at most %s; chosen %s"), limit->article, most, chosen);
}

static char *
say_cap (const SheafPlanLimit *limit)
{
  g_autofree char *most = sheaf_format_money_unit (limit->limit_amount);
  g_autofree char *given = sheaf_format_money_unit (limit->chosen_amount);

  if (!limit->has_amounts)
    return NULL;
  return g_strdup_printf (_ ("Art. %s: capital gets at most %s; it gets %s"), limit->article, most,
                          given);
}

static char *
add_room (const SheafPlanLimit *limit,
          char                 *words)
{
  g_autofree char *before = words;
  g_autofree char *room = sheaf_format_money_unit (limit->room);
  g_autofree char *said = NULL;

  if (!limit->has_room)
    return g_steal_pointer (&before);
  said = limit->room.units == 0
             ? g_strdup (_ ("The reserve is full: the law asks for no more."))
             : g_strdup_printf (_ ("The reserve is full after %s more."), room);
  return before != NULL ? g_strconcat (before, ". ", said, NULL) : g_steal_pointer (&said);
}

char *
sheaf_limit_words (const SheafPlanLimit *limit)
{
  g_autofree char *pools = NULL;
  g_autofree char *words = NULL;

  if (g_str_has_prefix (limit->group, "cap "))
    return say_cap (limit);
  if (limit->kind == SHEAF_LIMIT_WHOLE)
    return say_whole (limit);
  if (limit->kind == SHEAF_LIMIT_NONE)
    return add_room (limit, NULL);
  words = limit->kind == SHEAF_LIMIT_FLOOR ? say_floor (limit) : say_ceiling (limit);
  if (limit->key != NULL)
    return add_room (limit, g_steal_pointer (&words));
  pools = sheaf_limit_words_pools (limit->pools);
  return g_strdup_printf (_ ("%s: %s"), pools, words);
}
