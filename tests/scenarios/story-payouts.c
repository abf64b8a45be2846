/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The meeting and the payment of a distribution in stories. */
#include "story.h"

#include "distribution/approval.h"
#include "payouts/batch.h"
#include "payouts/standing.h"

#include <string.h>

/* "approve YEAR DAY [present 14/30] [votes 14] [call 2] [before DAY]" */
gboolean
story_approve (Story           *story,
               const StoryLine *line,
               GError         **error)
{
  gboolean     done;
  SheafMeeting meeting = { .resolution = "01/NQ", .date = story_day (story, line, 2) };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  meeting.call_before = SHEAF_DATE_NONE;
  for (guint i = 3; i < line->n_words; i += 2)
    {
      const char *word = line->words[i];

      if (strcmp (word, "present") == 0)
        g_assert_true (sheaf_heads_parse (story_word (story, line, i + 1), &meeting.present,
                                          &meeting.members));
      else if (strcmp (word, "votes") == 0)
        meeting.in_favour = (guint) story_amount (story, line, i + 1);
      else if (strcmp (word, "call") == 0)
        meeting.call = (guint) story_amount (story, line, i + 1);
      else if (strcmp (word, "before") == 0)
        meeting.call_before = story_day (story, line, i + 1);
      else
        story_fail (story, "“%s” says nothing of a meeting", word);
      meeting.voted = meeting.voted || strcmp (word, "votes") == 0;
    }
  done = sheaf_plan_approve (story->book, story_year (story, line, 1), &meeting, problems, error);
  story_keep_warnings (story, problems);
  return done;
}

/* "payout YEAR cash|bank DAY [min AMOUNT] [part 0.5] [earlier] [net] [only MEMBER]" */
gboolean
story_payout (Story           *story,
              const StoryLine *line,
              GError         **error)
{
  SheafPayoutSpec spec = { .year = story_year (story, line, 1), .minimum = SHEAF_MONEY (-1) };
  const char     *only[] = { NULL, NULL };
  gboolean        done;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  g_assert_true (sheaf_payout_method_from_word (story_word (story, line, 2), &spec.method));
  spec.date = story_day (story, line, 3);
  for (guint i = 4; i < line->n_words; i++)
    {
      const char *word = line->words[i];

      if (strcmp (word, "earlier") == 0)
        spec.earlier = TRUE;
      else if (strcmp (word, "net") == 0)
        spec.net_debts = TRUE;
      else if (strcmp (word, "only") == 0)
        {
          only[0] = story_word (story, line, ++i);
          spec.only = only;
        }
      else if (strcmp (word, "min") == 0)
        spec.minimum = SHEAF_MONEY (story_amount (story, line, ++i));
      else if (strcmp (word, "part") == 0)
        g_assert_true (sheaf_rate_parse (story_word (story, line, ++i), &spec.part, NULL));
      else
        story_fail (story, "“%s” says nothing of a payment", word);
    }
  done = sheaf_payout_make (story->book, &spec, problems, NULL, error);
  story_keep_warnings (story, problems);
  return done;
}

/* "payable MEMBER YEAR DAY AMOUNT": what may be paid of the year on the day */
void
story_expect_payable (Story           *story,
                      const StoryLine *line)
{
  const char *code = story_word (story, line, 2);
  gint64      found = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) standings = NULL;

  (void) story_party (story, code); /* a slip of the pen would be owed nothing */
  standings = sheaf_payout_standing_list (story->book, story_year (story, line, 3),
                                          story_day (story, line, 4), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < standings->len; i++)
    {
      const SheafPayoutStanding *standing = standings->pdata[i];

      if (strcmp (standing->code, code) == 0)
        found = standing->open.units;
    }
  if (found != story_amount (story, line, 5))
    story_fail (story, "it is %" G_GINT64_FORMAT, found);
}
