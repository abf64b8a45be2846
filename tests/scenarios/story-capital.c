/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members and their capital in stories: what is lowered, and how they stand on a day. */
#include "story.h"

#include "capital/balance.h"
#include "capital/due.h"
#include "capital/remedy.h"
#include "capital/untaxed.h"
#include "members/membership.h"

#include <string.h>

static void
compare_amounts (const Story *story,
                 const char  *what,
                 gint64       found,
                 gint64       expected)
{
  if (found != expected)
    story_fail (story, "%s: %" G_GINT64_FORMAT " was found, not %" G_GINT64_FORMAT, what, found,
                expected);
}

static void
compare_words (const Story *story,
               const char  *found,
               const char  *expected)
{
  if (strcmp (found, expected) != 0)
    story_fail (story, "“%s” was found, not “%s”", found, expected);
}

/* "lower MEMBER DAY [DOCUMENT]" */
gboolean
story_lower_commitment (Story           *story,
                        const StoryLine *line,
                        GError         **error)
{
  return sheaf_capital_lower (story->book, story_party (story, story_word (story, line, 1)),
                              story_day (story, line, 2),
                              line->n_words > 3 ? line->words[3] : NULL, error);
}

/* "capital MEMBER DAY COMMITTED PAID [UNTAXED]" */
void
story_expect_capital (Story           *story,
                      const StoryLine *line)
{
  gint64              party_id = story_party (story, story_word (story, line, 2));
  SheafDate           day = story_day (story, line, 3);
  SheafCapitalBalance balance;
  SheafMoney          untaxed;
  g_autoptr (GError) error = NULL;

  if (!sheaf_capital_on (story->book, party_id, day, &balance, &error) ||
      !sheaf_capital_untaxed_on (story->book, party_id, day, &untaxed, &error))
    story_fail (story, "%s", error->message);
  compare_amounts (story, "committed", balance.committed.units, story_amount (story, line, 4));
  compare_amounts (story, "paid in", balance.paid.units, story_amount (story, line, 5));
  if (line->n_words > 6)
    compare_amounts (story, "untaxed", untaxed.units, story_amount (story, line, 6));
}

/* "standing MEMBER DAY KIND|none" */
void
story_expect_standing (Story           *story,
                       const StoryLine *line)
{
  SheafMemberState state;
  g_autoptr (GError) error = NULL;

  if (!sheaf_member_on (story->book, story_party (story, story_word (story, line, 2)),
                        story_day (story, line, 3), &state, &error))
    story_fail (story, "%s", error->message);
  compare_words (story,
                 state.kind == SHEAF_MEMBER_NONE ? "none" : sheaf_member_kind_to_word (state.kind),
                 story_word (story, line, 4));
}

/* "contributions-due DAY N", or "contribution-due DAY MEMBER pay|refund DUE AMOUNT OVERDUE OUTCOME
 * [REGISTER-BY]" */
void
story_expect_contributions_due (Story           *story,
                                const StoryLine *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      dues = sheaf_capital_dues (story->book, story_day (story, line, 2), &error);

  if (dues == NULL)
    story_fail (story, "%s", error->message);
  compare_amounts (story, "contributions due", dues->len, story_amount (story, line, 3));
}

static const SheafCapitalDue *
find_due (Story           *story,
          const StoryLine *line,
          const GPtrArray *dues)
{
  SheafDate day = story_day (story, line, 5);

  for (guint i = 0; i < dues->len; i++)
    {
      const SheafCapitalDue *due = dues->pdata[i];

      if (strcmp (due->code, story_word (story, line, 3)) == 0 &&
          strcmp (sheaf_schedule_kind_to_word (due->kind), story_word (story, line, 4)) == 0 &&
          sheaf_date_cmp (due->due, day) == 0)
        return due;
    }
  story_fail (story, "nothing of %s is due on %s", line->words[3], line->words[5]);
}

void
story_expect_contribution_due (Story           *story,
                               const StoryLine *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      dues = sheaf_capital_dues (story->book, story_day (story, line, 2), &error);
  const SheafCapitalDue *due;
  g_autofree char       *until = NULL;

  if (dues == NULL)
    story_fail (story, "%s", error->message);
  due = find_due (story, line, dues);
  compare_amounts (story, "due", due->amount.units, story_amount (story, line, 6));
  compare_amounts (story, "days overdue", due->overdue, story_amount (story, line, 7));
  compare_words (story, sheaf_capital_outcome_to_word (due->outcome), story_word (story, line, 8));
  until = sheaf_date_to_text (due->register_by);
  if (line->n_words > 9)
    compare_words (story, until, line->words[9]);
}

/* "breaches DAY N" */
void
story_expect_breaches (Story           *story,
                       const StoryLine *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      breaches = sheaf_capital_breaches (story->book, story_day (story, line, 2), &error);

  if (breaches == NULL)
    story_fail (story, "%s", error->message);
  compare_amounts (story, "breaches", breaches->len, story_amount (story, line, 3));
}

/* "remedy DAY LIMIT MEMBER|- refund|raise|admit AMOUNT" */
void
story_expect_remedy (Story           *story,
                     const StoryLine *line)
{
  SheafDate day = story_day (story, line, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) breaches = sheaf_capital_breaches (story->book, day, &error);

  for (guint i = 0; breaches != NULL && i < breaches->len; i++)
    {
      const SheafCapitalBreach *breach = breaches->pdata[i];
      g_autoptr (GPtrArray) remedies = NULL;

      if (strcmp (sheaf_capital_limit_to_word (breach->limit), story_word (story, line, 3)) != 0 ||
          strcmp (breach->code == NULL ? "-" : breach->code, story_word (story, line, 4)) != 0)
        continue;
      remedies = sheaf_capital_remedies (story->book, day, breach, &error);
      for (guint n = 0; remedies != NULL && n < remedies->len; n++)
        {
          const SheafCapitalRemedy *remedy = remedies->pdata[n];

          if (strcmp (sheaf_capital_remedy_to_word (remedy->kind), story_word (story, line, 5)) !=
              0)
            continue;
          compare_amounts (story, "remedy", remedy->amount.units, story_amount (story, line, 6));
          return;
        }
    }
  story_fail (story, "there is no such breach or remedy");
}
