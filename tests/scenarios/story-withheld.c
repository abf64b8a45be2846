/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tax kept back of members in stories. */
#include "story.h"

#include "distribution/pool.h"
#include "payouts/withheld.h"

#include <string.h>

static const char *
basis_word (int basis)
{
  return basis == SHEAF_WITHHELD_OF_CAPITAL ? "withdrawn" : sheaf_pool_to_text ((SheafPool) basis);
}

/* "withheld YEAR MEMBER TAX BASIS PAID AMOUNT [N-DAYS]" */
static void
expect_line (Story           *story,
             const StoryLine *line,
             const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const SheafWithheldLine *one = lines->pdata[i];

      if (strcmp (one->code, line->words[3]) != 0 ||
          strcmp (one->tax, story_word (story, line, 4)) != 0 ||
          strcmp (basis_word (one->basis), story_word (story, line, 5)) != 0)
        continue;
      if (one->base.units != story_amount (story, line, 6) ||
          one->amount.units != story_amount (story, line, 7))
        story_fail (story, "%" G_GINT64_FORMAT " were paid and %" G_GINT64_FORMAT " kept back",
                    one->base.units, one->amount.units);
      if (line->n_words > 8 && one->days->len != story_amount (story, line, 8))
        story_fail (story, "paid on %u days", one->days->len);
      return;
    }
  story_fail (story, "nothing of the kind is on the list");
}

/* Or "withheld YEAR lines N", "withheld YEAR total AMOUNT". */
void
story_expect_withheld (Story           *story,
                       const StoryLine *line)
{
  int        year = story_year (story, line, 2);
  SheafMoney sum = SHEAF_MONEY_ZERO;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = sheaf_withheld_list (story->book, sheaf_date_new (year, 1, 1),
                                                     sheaf_date_new (year, 12, 31), &error);
  const char *what = story_word (story, line, 3);

  if (lines == NULL)
    story_fail (story, "%s", error->message);
  if (strcmp (what, "lines") != 0 && strcmp (what, "total") != 0)
    {
      expect_line (story, line, lines);
      return;
    }
  for (guint i = 0; i < lines->len; i++)
    sum = sheaf_money_add (sum, ((const SheafWithheldLine *) lines->pdata[i])->amount);
  if (strcmp (what, "lines") == 0 ? lines->len != story_amount (story, line, 4)
                                  : sum.units != story_amount (story, line, 4))
    story_fail (story, "%u lines with %" G_GINT64_FORMAT " kept back", lines->len, sum.units);
}
