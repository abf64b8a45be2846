/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Debts confirmed by letter. */
#include "story.h"

#include "ledger/confirmation-sheet.h"

#include <string.h>

/* Debts are told as positive amounts with their side, as in "credit 300". */
static SheafMoney
read_side (const Story     *story,
           const StoryLine *line,
           guint            position)
{
  gboolean credit = strcmp (story_word (story, line, position), "credit") == 0;
  gint64   amount = story_amount (story, line, position + 1);

  return SHEAF_MONEY (credit ? -amount : amount);
}

/* "letters DAY [ACCOUNT]" */
gboolean
story_make_letters (Story           *story,
                    const StoryLine *line,
                    GError         **error)
{
  gint64 account = line->n_words > 2 ? story_account (story, line->words[2]) : 0;
  guint  asked;

  return sheaf_confirmation_ask (story->book, account, 0, story_day (story, line, 1), &asked,
                                 error);
}

/* "letters-sent DAY SENT" */
gboolean
story_send_letters (Story           *story,
                    const StoryLine *line,
                    GError         **error)
{
  guint sent;

  return sheaf_confirmation_send (story->book, 0, 0, story_day (story, line, 1),
                                  story_day (story, line, 2), &sent, error);
}

/* "letter-answer DAY ACCOUNT PARTY debit|credit AMOUNT ANSWERED [NOTE]" */
gboolean
story_answer_letter (Story           *story,
                     const StoryLine *line,
                     GError         **error)
{
  return sheaf_confirmation_answer (story->book, story_account (story, story_word (story, line, 2)),
                                    story_party (story, story_word (story, line, 3)),
                                    story_day (story, line, 1), read_side (story, line, 4),
                                    story_day (story, line, 6),
                                    line->n_words > 7 ? line->words[7] : NULL, error);
}

/* "letter-withdraw DAY ACCOUNT PARTY" */
gboolean
story_withdraw_answer (Story           *story,
                       const StoryLine *line,
                       GError         **error)
{
  return sheaf_confirmation_withdraw (
      story->book, story_account (story, story_word (story, line, 2)),
      story_party (story, story_word (story, line, 3)), story_day (story, line, 1), error);
}

/* "letter-post DAY ACCOUNT PARTY POSTED [OTHER]" */
gboolean
story_post_letter (Story           *story,
                   const StoryLine *line,
                   GError         **error)
{
  gint64 other = line->n_words > 5 ? story_account (story, line->words[5]) : 0;

  return sheaf_confirmation_post (story->book, story_account (story, story_word (story, line, 2)),
                                  story_party (story, story_word (story, line, 3)),
                                  story_day (story, line, 1), story_day (story, line, 4), other,
                                  error);
}

/* "letter-reverse DAY ACCOUNT PARTY REVERSED WHY" */
gboolean
story_reverse_letter (Story           *story,
                      const StoryLine *line,
                      GError         **error)
{
  return sheaf_confirmation_reverse (
      story->book, story_account (story, story_word (story, line, 2)),
      story_party (story, story_word (story, line, 3)), story_day (story, line, 1),
      story_day (story, line, 4), story_word (story, line, 5), error);
}

/* "letter DAY ACCOUNT PARTY STATE" */
void
story_expect_letter (Story           *story,
                     const StoryLine *line)
{
  static const char *const names[] = {
    [SHEAF_CONFIRMATION_NOT_ASKED] = "none",
    [SHEAF_CONFIRMATION_MADE] = "made",
    [SHEAF_CONFIRMATION_SENT] = "sent",
    [SHEAF_CONFIRMATION_STALE] = "overtaken",
    [SHEAF_CONFIRMATION_GONE] = "gone",
    [SHEAF_CONFIRMATION_AGREES] = "agrees",
    [SHEAF_CONFIRMATION_DIFFERS] = "differs",
    [SHEAF_CONFIRMATION_POSTED] = "posted",
  };
  gint64 party = story_party (story, story_word (story, line, 4));
  g_autoptr (GPtrArray) sheet = sheaf_confirmation_sheet (
      story->book, story_account (story, story_word (story, line, 3)), story_day (story, line, 2),
      NULL);

  for (guint i = 0; sheet != NULL && i < sheet->len; i++)
    {
      const SheafConfirmationLine *one = sheet->pdata[i];

      if (one->party_id != party)
        continue;
      if (strcmp (names[one->state], story_word (story, line, 5)) != 0)
        story_fail (story, "it is %s", names[one->state]);
      return;
    }
  story_fail (story, "there is no balance to be confirmed");
}

/* "letters DAY BALANCES ASKED ANSWERED DIFFERING" */
void
story_expect_letters (Story           *story,
                      const StoryLine *line)
{
  g_autoptr (GPtrArray)
      sheet = sheaf_confirmation_sheet (story->book, 0, story_day (story, line, 2), NULL);
  SheafConfirmationCount count = { 0 };

  if (sheet != NULL)
    sheaf_confirmation_count (sheet, &count);
  if (count.lines != story_amount (story, line, 3) ||
      count.asked != story_amount (story, line, 4) ||
      count.answered != story_amount (story, line, 5) ||
      count.differing != story_amount (story, line, 6))
    story_fail (story, "it is %u %u %u %u", count.lines, count.asked, count.answered,
                count.differing);
}
