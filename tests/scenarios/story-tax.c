/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens with taxes, and what a tax sheet must say. */
#include "story.h"

#include "ledger/tax-answer.h"
#include "ledger/tax-entry.h"
#include "ledger/tax-mark.h"
#include "ledger/vat-share.h"
#include "statements/tax-sheet.h"

/* "tax-mark MARK REASON": every row that it fits of the voucher before. */
gboolean
story_mark_tax (Story           *story,
                const StoryLine *line,
                GError         **error)
{
  SheafTaxMarkKind mark;

  if (!sheaf_tax_mark_from_word (story_word (story, line, 1), &mark))
    story_fail (story, "there is no tax mark %s", line->words[1]);
  return sheaf_tax_mark_set (story->book, story->voucher_id, 0, mark,
                             line->n_words > 2 ? line->words[2] : NULL, NULL, error);
}

/* "answer YEAR KEY=VALUE …" */
gboolean
story_answer_tax (Story           *story,
                  const StoryLine *line,
                  GError         **error)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new ();
  int year = story_year (story, line, 1);

  for (guint i = 2; i < line->n_words; i++)
    g_ptr_array_add (answers, line->words[i]);
  g_ptr_array_add (answers, NULL);
  return sheaf_tax_answer_set (story->book, year, (const char *const *) answers->pdata, error);
}

/* "tax YEAR QUARTER DAY [AMOUNT]": quarter 0 is the year's final difference. */
gboolean
story_enter_tax (Story           *story,
                 const StoryLine *line,
                 GError         **error)
{
  int       year = story_year (story, line, 1);
  guint     quarter = (guint) story_amount (story, line, 2);
  SheafDate date = story_day (story, line, 3);

  if (line->n_words > 4)
    return sheaf_tax_entry_post (story->book, year, quarter,
                                 SHEAF_MONEY (story_amount (story, line, 4)), date,
                                 &story->voucher_id, error);
  return sheaf_tax_sheet_post (story->book, year, quarter, date, &story->voucher_id, error);
}

/* "2025", "2025-03" or "2025-Q1" */
static void
read_period (const Story     *story,
             const StoryLine *line,
             guint            position,
             int             *ret_year,
             guint           *ret_period)
{
  const char *word = story_word (story, line, position);
  g_auto (GStrv) parts = g_strsplit (word, "-", 2);
  const char *part = parts[1] != NULL ? parts[1] : "";

  *ret_year = (int) g_ascii_strtoll (parts[0], NULL, 10);
  *ret_period = *part == '\0' ? SHEAF_VAT_SHARE_YEAR
                : *part == 'Q'
                    ? SHEAF_VAT_SHARE_QUARTER ((guint) g_ascii_strtoull (part + 1, NULL, 10))
                    : (guint) g_ascii_strtoull (part, NULL, 10);
  if (*ret_year < 1900 || *ret_period > SHEAF_VAT_SHARE_QUARTER (4))
    story_fail (story, "%s is no period", word);
}

/* "vat-share PERIOD DAY": puts what is not deductible to cost. */
gboolean
story_share_vat (Story           *story,
                 const StoryLine *line,
                 GError         **error)
{
  int   year;
  guint period;

  read_period (story, line, 1, &year, &period);
  return sheaf_vat_share_post (story->book, year, period, story_day (story, line, 2),
                               &story->voucher_id, error);
}

/* "shared-vat PERIOD SHARED NOT-DEDUCTIBLE LEFT" */
void
story_expect_shared_vat (Story           *story,
                         const StoryLine *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafVatShare) share = NULL;
  int   year;
  guint period;

  read_period (story, line, 2, &year, &period);
  share = sheaf_vat_share_compute (story->book, year, period, &error);
  if (share == NULL)
    story_fail (story, "%s", error->message);
  if (share->shared.units != g_ascii_strtoll (story_word (story, line, 3), NULL, 10) ||
      share->not_deductible.units != g_ascii_strtoll (story_word (story, line, 4), NULL, 10) ||
      share->difference.units != g_ascii_strtoll (story_word (story, line, 5), NULL, 10))
    story_fail (story,
                "of %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " are not deductible, %" G_GINT64_FORMAT
                " are left to enter",
                share->shared.units, share->not_deductible.units, share->difference.units);
}

/* "tax YEAR KEY NUMBER": a line of the sheet; rates are millionths. */
void
story_expect_tax (Story           *story,
                  const StoryLine *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafTaxSheet) sheet = sheaf_tax_sheet_compute (
      story->book, story_year (story, line, 2), SHEAF_DATE_NONE, &error);
  const SheafTaxLine *found;

  if (sheet == NULL)
    story_fail (story, "%s", error->message);
  found = sheaf_tax_sheet_find (sheet, story_word (story, line, 3));
  if (found == NULL)
    story_fail (story, "the sheet has no line %s", line->words[3]);
  if (found->number != story_amount (story, line, 4))
    story_fail (story, "it is %" G_GINT64_FORMAT, found->number);
}
