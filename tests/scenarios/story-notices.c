/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notices of allocation and retains in stories. */
#include "story.h"

#include "distribution/draft.h"
#include "notices/redeem.h"
#include "notices/retain.h"
#include "payouts/reversal.h"
#include "payouts/year-list.h"

#include <string.h>

/* "retain YEAR DAY": by the year's plan */
gboolean
story_retain (Story           *story,
              const StoryLine *line,
              GError         **error)
{
  int year = story_year (story, line, 1);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafLaw) law = sheaf_law_of_book (story->book, error);
  g_autoptr (SheafPlan) plan = law == NULL ? NULL
                                           : sheaf_plan_load (story->book, law, year, NULL, error);

  return plan != NULL &&
         sheaf_retain_post (story->book, plan->retains, year, story_day (story, line, 2), problems,
                            &story->voucher_id, NULL, error);
}

/* "redeem DAY [order oldest] [amount N] [part 0.1] [through YEAR] [age N] [member CODE] [year
 * YEAR]" */
gboolean
story_redeem (Story           *story,
              const StoryLine *line,
              GError         **error)
{
  SheafRedemption spec = { .date = story_day (story, line, 1) };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafNoticeLaw) law = sheaf_notice_law_load (story->book, spec.date, error);

  if (law == NULL)
    return FALSE;
  spec.order = law->order;
  spec.year = sheaf_date_year (spec.date) - 1;
  for (guint i = 2; i < line->n_words; i += 2)
    {
      const char *word = line->words[i];

      if (strcmp (word, "order") == 0)
        g_assert_true (
            sheaf_redeem_order_from_word (story_word (story, line, i + 1), &spec.order));
      else if (strcmp (word, "amount") == 0)
        spec.amount = SHEAF_MONEY (story_amount (story, line, i + 1));
      else if (strcmp (word, "part") == 0)
        g_assert_true (sheaf_rate_parse (story_word (story, line, i + 1), &spec.part, NULL));
      else if (strcmp (word, "through") == 0)
        spec.through = story_year (story, line, i + 1);
      else if (strcmp (word, "year") == 0)
        spec.year = story_year (story, line, i + 1);
      else if (strcmp (word, "age") == 0)
        spec.age = (guint) story_amount (story, line, i + 1);
      else if (strcmp (word, "member") == 0)
        spec.party_id = story_party (story, story_word (story, line, i + 1));
      else
        story_fail (story, "a redemption has no “%s”", word);
    }
  return sheaf_redeem_post (story->book, &spec, problems, &story->voucher_id, NULL, NULL,
                            error);
}

/* "take-back DAY TEXT": the entry before, with what it stands for */
gboolean
story_take_back (Story           *story,
                 const StoryLine *line,
                 GError         **error)
{
  return sheaf_journal_reverse (story->book, story->voucher_id, story_day (story, line, 1),
                                story_word (story, line, 2), NULL, error);
}

/* "notices MEMBER YEAR KIND OPEN [on DAY]": what is left of a member's layer */
void
story_expect_notices (Story           *story,
                      const StoryLine *line)
{
  gint64    party_id = story_party (story, story_word (story, line, 2));
  int       year = story_year (story, line, 3);
  gint64    expected = story_amount (story, line, 5), found = 0;
  SheafDate on = line->n_words > 7 ? story_day (story, line, 7) : SHEAF_DATE_NONE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notices = sheaf_notice_list (story->book, party_id, on, &error);
  SheafNoticeKind kind;

  if (!sheaf_notice_kind_from_word (story_word (story, line, 4), &kind))
    story_fail (story, "%s is no kind of notice", line->words[4]);
  if (notices == NULL)
    story_fail (story, "%s", error->message);
  for (guint i = 0; i < notices->len; i++)
    {
      const SheafNotice *notice = notices->pdata[i];

      if (notice->year == year && notice->kind == kind)
        found += notice->amount.units - notice->redeemed.units;
    }
  if (found != expected)
    story_fail (story, "%" G_GINT64_FORMAT " is open, not %" G_GINT64_FORMAT, found, expected);
}

static gint64
find_figure (const Story         *story,
             const StoryLine     *line,
             const SheafYearList *list,
             const GPtrArray     *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const SheafYearListRow *row = rows->pdata[i];

      if (strcmp (row->code, story_word (story, line, 2)) != 0)
        continue;
      if (row->filed != (line->n_words <= 6 || strcmp (line->words[6], "not-filed") != 0))
        story_fail (story, "%s is %sfiled", row->code, row->filed ? "" : "not ");
      for (guint n = 0; n < list->boxes->len; n++)
        if (strcmp (((SheafYearBox *) list->boxes->pdata[n])->name, story_word (story, line, 4)) ==
            0)
          return g_array_index (row->amounts, SheafMoney, n).units;
      story_fail (story, "there is no box %s", line->words[4]);
    }
  return 0;
}

/* "figure MEMBER YEAR BOX AMOUNT [not-filed]": of the law's first year's list */
void
story_expect_figure (Story           *story,
                     const StoryLine *line)
{
  int    year = story_year (story, line, 3);
  gint64 expected = story_amount (story, line, 5), found;
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafYearList) list = sheaf_year_list_load (story->book, NULL, year, &error);
  g_autoptr (GPtrArray)
      rows = list == NULL ? NULL : sheaf_year_list_rows (story->book, list, year, &error);

  if (rows == NULL)
    story_fail (story, "%s", error->message);
  (void) story_party (story, story_word (story, line, 2)); /* a slip of the pen would be given 0 */
  found = find_figure (story, line, list, rows);
  if (found != expected)
    story_fail (story, "%" G_GINT64_FORMAT " was found, not %" G_GINT64_FORMAT, found, expected);
}
