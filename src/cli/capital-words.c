/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A word means the same wherever it stands: an event, the kind of an instalment, a remedy. */
#include "cli/capital-words.h"

#include "base/i18n.h"

#include <string.h>

static const struct
{
  const char *word;
  const char *title;
} words[] = {
  { "commit", N_ ("promised") },
  { "reduce", N_ ("promise lowered") },
  { "pay", N_ ("paid in") },
  { "pay-in-kind", N_ ("paid in kind") },
  { "transfer-out", N_ ("passed on") },
  { "refund", N_ ("given back") },
  { "capitalise", N_ ("income made capital") },
  { "cash", N_ ("in cash") },
  { "bank", N_ ("by bank") },
  { "member", N_ ("one member") },
  { "associates", N_ ("contributing associates") },
  { "foreign", N_ ("foreign members") },
  { "foreign-heads", N_ ("number of foreign members") },
  { "minimum", N_ ("the charter’s minimum") },
  { "raise", N_ ("others contribute more") },
  { "admit", N_ ("new members") },
  { "yes", N_ ("yes") },
  { "no", N_ ("no") },
};

void
sheaf_capital_words_put (SheafOutput *output,
                         const char  *word)
{
  const char *shown = word;

  for (guint i = 0; sheaf_output_is_text (output) && word != NULL && i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].word, word) == 0)
      shown = _ (words[i].title);
  sheaf_output_text (output, shown);
}
