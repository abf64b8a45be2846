/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on a thread: nothing here may touch a widget. What the co-op earned and set aside stands in
 * the list of steps: here it is the member's own way. */
#include "app/distribution/explain-job.h"

#include "distribution/explain.h"
#include "distribution/inputs.h"

void
sheaf_explain_question_free (SheafExplainQuestion *question)
{
  if (question == NULL)
    return;
  g_free (question->code);
  g_free (question->text);
  g_free (question);
}

void
sheaf_explain_answer_free (SheafExplainAnswer *answer)
{
  if (answer == NULL)
    return;
  g_free (answer->code);
  g_ptr_array_unref (answer->lines);
  g_free (answer);
}

/* The plan as it is typed, computed once more, as the page's own result belongs to another
 * thread. */
static GPtrArray *
explain_text (SheafBook                  *book,
              const SheafExplainQuestion *question,
              GError                    **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafLaw) law = sheaf_law_of_year (book, question->year, error);
  g_autoptr (SheafPlan) plan = NULL;
  g_autoptr (SheafDistributionInputs) inputs = NULL;
  g_autoptr (SheafDistribution) result = NULL;
  g_autoptr (SheafExplainer) explainer = NULL;

  if (law == NULL)
    return NULL;
  plan = sheaf_plan_parse (question->text, -1, NULL, law, problems);
  if (plan == NULL || problems->errors > 0)
    return sheaf_explain_lines_new ();
  inputs = sheaf_distribution_inputs_load (book, question->year, plan, law, error);
  if (inputs == NULL)
    return NULL;
  result = sheaf_distribution_compute (plan, law, inputs, problems);
  if (result == NULL)
    return sheaf_explain_lines_new ();
  explainer = sheaf_explainer_new_for (book, question->year, law, plan, result);
  return sheaf_explainer_share_lines (explainer, question->code, error);
}

static GPtrArray *
explain_stored (SheafBook                  *book,
                const SheafExplainQuestion *question,
                GError                    **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafExplainer) explainer = sheaf_explainer_new (book, question->year, problems,
                                                              error);

  return explainer != NULL ? sheaf_explainer_share_lines (explainer, question->code, error) : NULL;
}

gpointer
sheaf_explain_job (gpointer connection,
                   gpointer data,
                   GError **error)
{
  const SheafExplainQuestion *question = data;
  GPtrArray                  *lines = question->text != NULL
                                          ? explain_text (connection, question, error)
                                          : explain_stored (connection, question, error);
  SheafExplainAnswer         *answer;

  if (lines == NULL)
    return NULL;
  answer = g_new (SheafExplainAnswer, 1);
  answer->code = g_strdup (question->code);
  answer->lines = lines;
  return answer;
}
