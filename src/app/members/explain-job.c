/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The years come from what was approved; the lines are those of the command line. */
#include "app/members/explain-job.h"

#include "distribution/past-shares.h"
#include "members/member.h"
#include "payouts/explain.h"

void
sheaf_why_question_free (SheafWhyQuestion *question)
{
  if (question == NULL)
    return;
  g_free (question->code);
  g_free (question);
}

void
sheaf_why_answer_free (SheafWhyAnswer *answer)
{
  if (answer == NULL)
    return;
  g_clear_pointer (&answer->years, g_array_unref);
  g_clear_pointer (&answer->lines, g_ptr_array_unref);
  g_free (answer);
}

static gboolean
read_years (SheafBook              *book,
            const SheafWhyQuestion *question,
            SheafWhyAnswer         *answer,
            GError                **error)
{
  g_autoptr (GPtrArray) shares = sheaf_past_share_list (
      book, sheaf_member_find (book, question->code), question->day, error);

  if (shares == NULL)
    return FALSE;
  for (guint i = shares->len; i > 0; i--)
    g_array_append_val (answer->years, ((SheafPastShare *) shares->pdata[i - 1])->year);
  answer->year = question->year;
  if (answer->year == 0 && answer->years->len > 0)
    answer->year = g_array_index (answer->years, int, 0);
  return TRUE;
}

gpointer
sheaf_why_job (gpointer connection,
               gpointer data,
               GError **error)
{
  SheafBook              *book = connection;
  const SheafWhyQuestion *question = data;
  SheafWhyAnswer         *answer = g_new0 (SheafWhyAnswer, 1);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  answer->years = g_array_new (FALSE, FALSE, sizeof (int));
  if (read_years (book, question, answer, error))
    {
      if (answer->year == 0)
        return answer;
      answer->lines = sheaf_payout_explain (book, answer->year, question->code, question->day,
                                            problems, error);
      if (answer->lines != NULL)
        return answer;
    }
  sheaf_why_answer_free (answer);
  return NULL;
}
