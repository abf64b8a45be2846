/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps back a fixed amount of each unit that members delivered. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/output.h"
#include "distribution/draft.h"
#include "notices/retain.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year of the deliveries, by whose plan it is done") },
  { "date", "DAY", N_ ("the day of the entry; deliveries up to it count") },
  { "preview", NULL, N_ ("shows what would be kept back, without entering it") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "rule", N_ ("Rule"), SHEAF_OUTPUT_TEXT },
  { "member", N_ ("Member"), SHEAF_OUTPUT_TEXT },
  { "quantity", N_ ("Quantity"), SHEAF_OUTPUT_NUMBER },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_AMOUNT },
};

static gboolean
output_lines (const SheafCommandLine *line,
              const GPtrArray        *lines,
              GError                **error)
{
  g_autoptr (SheafOutput) output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < lines->len; i++)
    {
      const SheafRetainLine *one = lines->pdata[i];
      g_autofree char       *quantity = sheaf_quantity_to_text (one->quantity);

      sheaf_output_text (output, sheaf_output_is_text (output) && one->rule->title != NULL
                                     ? one->rule->title
                                     : one->rule->name);
      sheaf_output_text (output, one->code);
      sheaf_output_text (output, quantity);
      sheaf_output_amount (output, one->amount);
    }
  return sheaf_output_write (output, line, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const gboolean preview = sheaf_command_flag (line, "preview");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafLaw) law = NULL;
  g_autoptr (SheafPlan) plan = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  SheafDate date;
  int       year;
  gboolean  done = TRUE;

  if (!sheaf_command_need_year (line, &year, error) ||
      !sheaf_command_need_day (line, "date", &date, error))
    return FALSE;
  book = sheaf_command_open (line, preview ? SHEAF_BOOK_READ : SHEAF_BOOK_WRITE, error);
  law = book == NULL ? NULL : sheaf_law_of_year (book, year, error);
  plan = law == NULL ? NULL : sheaf_plan_load (book, law, year, NULL, error);
  if (plan == NULL)
    return FALSE;
  if (preview)
    lines = sheaf_retain_preview (book, plan->retains, year, date, problems, error);
  else
    done = sheaf_retain_post (book, plan->retains, year, date, problems, NULL, &lines, error);
  sheaf_command_print_problems (problems);
  return done && lines != NULL && output_lines (line, lines, error);
}

const SheafCommand sheaf_command_retain = {
  .name = "retain",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("keeps back an amount of each unit delivered, by the year’s plan"),
  .options = options,
  .reports = TRUE,
  .run = run,
};
