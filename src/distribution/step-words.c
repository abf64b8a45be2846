/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of steps are the same in every language; these are what they mean. */
#include "distribution/step-words.h"

#include "base/i18n.h"

#include <string.h>

/* A name, or its beginning up to the colon, and its title. */
static const struct
{
  const char *name;
  const char *title;
} words[] = {
  { "result", N_ ("Result of the year") },
  { "loss-cover", N_ ("Losses met from elsewhere") },
  { "earmark:", N_ ("Set apart: %s") },
  { "common-fund", N_ ("Common fund, not shared") },
  { "reserve:", N_ ("Reserve: %s") },
  { "fund:", N_ ("Fund: %s") },
  { "brought-forward", N_ ("Brought forward") },
  { "carry-forward", N_ ("Left undistributed by the plan") },
  { "to-share", N_ ("To be shared") },
  { "cap:", N_ ("Above the cap on the return on capital (%s)") },
  { "pool:use", N_ ("    by use") },
  { "pool:labour", N_ ("    by labour") },
  { "pool:capital", N_ ("    by capital") },
  { "pool:equal", N_ ("    equally") },
  { "shares:internal", N_ ("Shares of the internal profit, a row for each member") },
  { "shares:external", N_ ("Shares of the external profit, a row for each member") },
  { "provisional", N_ ("What was appropriated during the year and goes back") },
  { "capital", N_ ("What members leave in as capital") },
  { "undistributed", N_ ("Left over by rounding") },
};

static char *
fill_title (const char *title,
            const char *fund)
{
  g_auto (GStrv) parts = g_strsplit (title, "%s", 2);

  return parts[1] != NULL ? g_strconcat (parts[0], fund, parts[1], NULL) : g_strdup (title);
}

char *
sheaf_distribution_step_title (const char *step,
                               const char *fund)
{
  g_return_val_if_fail (step != NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *name = words[i].name;

      if (g_str_equal (step, name))
        return g_strdup (_ (words[i].title));
      if (g_str_has_suffix (name, ":") && g_str_has_prefix (step, name))
        return fill_title (_ (words[i].title), fund != NULL ? fund : step + strlen (name));
    }
  return g_strdup (step);
}

const char *
sheaf_pool_word (SheafPool pool)
{
  static const char *const pools[SHEAF_POOLS] = { N_ ("By use"), N_ ("By labour"),
                                                  N_ ("By capital"), N_ ("Equally") };

  g_return_val_if_fail (pool < SHEAF_POOLS, NULL);
  return _ (pools[pool]);
}

char *
sheaf_pool_title (SheafSide side,
                  SheafPool pool)
{
  return g_strdup_printf (_ ("%s: %s"),
                          side == SHEAF_SIDE_INTERNAL ? _ ("Internal") : _ ("External"),
                          sheaf_pool_word (pool));
}
