/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Computes a year's shares. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/output.h"
#include "cli/shares-output.h"
#include "distribution/approval.h"
#include "distribution/error.h"
#include "distribution/proof.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year whose income is shared") },
  { "simulate", NULL, N_ ("by the latest draft, even where something is approved") },
  { "totals", NULL, N_ ("the steps of the calculation instead of the shares") },
  { "proof", NULL,
    N_ ("what was approved, what members get and what the ledger holds, side by side") },
  { NULL, NULL, NULL },
};

static gboolean
prove (const SheafCommandLine *line,
       SheafBook              *book,
       int                     year,
       GError                **error)
{
  g_autoptr (SheafProof) proof = sheaf_distribution_proof (book, year, error);

  if (proof == NULL || !sheaf_proof_output (line, proof, error))
    return FALSE;
  if (sheaf_proof_holds (proof))
    return TRUE;
  g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_CHANGED,
               _ ("the distribution of %d does not add up: look at the differences and restore a "
                  "backup"),
               year);
  return FALSE;
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  int year;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafDistribution) distribution = NULL;

  if (!sheaf_command_need_year (line, &year, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL)
    return FALSE;
  if (sheaf_command_flag (line, "proof"))
    return prove (line, book, year, error);
  distribution = sheaf_command_flag (line, "simulate")
                     ? sheaf_distribution_simulate (book, year, problems, error)
                     : sheaf_distribution_load (book, year, problems, error);
  sheaf_command_print_problems (problems);
  if (distribution == NULL)
    return FALSE;
  return sheaf_command_flag (line, "totals")
             ? sheaf_steps_output (line, book, year, distribution, error)
             : sheaf_shares_output (line, distribution, error);
}

const SheafCommand sheaf_command_distribute = {
  .name = "distribute",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("computes the members' shares of a year's income"),
  .options = options,
  .reports = TRUE,
  .run = run,
};
