/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proof of a distribution as a table. */
#include "base/i18n.h"
#include "cli/output.h"
#include "cli/shares-output.h"

static const SheafOutputColumn columns[] = {
  { "row", N_ ("Row"), SHEAF_OUTPUT_TEXT },
  { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "before", N_ ("Before"), SHEAF_OUTPUT_AMOUNT },
  { "change", N_ ("By the posting"), SHEAF_OUTPUT_AMOUNT },
  { "other", N_ ("Others that day"), SHEAF_OUTPUT_AMOUNT },
  { "after", N_ ("After"), SHEAF_OUTPUT_AMOUNT },
  { "difference", N_ ("Difference"), SHEAF_OUTPUT_AMOUNT },
};

/* A sum has no before. */
static void
put_sum (SheafOutput *output,
         const char  *row,
         const char  *name,
         SheafMoney   sum,
         SheafMoney   difference)
{
  sheaf_output_text (output, row);
  sheaf_output_text (output, name);
  for (guint i = 0; i < 3; i++)
    sheaf_output_amount (output, SHEAF_MONEY_ZERO);
  sheaf_output_amount (output, sum);
  sheaf_output_amount (output, difference);
}

static void
put_account (SheafOutput             *output,
             const SheafProofAccount *account)
{
  g_autofree char *name = g_strdup_printf ("%s %s", account->code, account->name);

  sheaf_output_text (output, sheaf_output_is_text (output) ? _ ("Account") : "account");
  sheaf_output_text (output, name);
  sheaf_output_amount (output, account->before);
  sheaf_output_amount (output, account->change);
  sheaf_output_amount (output, account->other);
  sheaf_output_amount (output, account->after);
  sheaf_output_amount (output, account->difference);
}

gboolean
sheaf_proof_output (const SheafCommandLine *line,
                    const SheafProof       *proof,
                    GError                **error)
{
  g_autoptr (SheafOutput) output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  gboolean   is_text = sheaf_output_is_text (output);
  SheafMoney none = SHEAF_MONEY_ZERO;

  put_sum (output, is_text ? _ ("Approved for the members") : "approved", "", proof->approved,
           none);
  put_sum (output, is_text ? _ ("Left over by rounding") : "undistributed", "",
           proof->undistributed, none);
  put_sum (output, is_text ? _ ("Sum of the members") : "members", "", proof->members,
           proof->difference);
  put_sum (output, is_text ? _ ("Remainders") : "rule", proof->rule, none, none);
  if (!sheaf_date_is_none (proof->posted))
    {
      put_sum (output, is_text ? _ ("Given by the ledger") : "given", "", proof->given,
               proof->given_difference);
      for (guint i = 0; i < proof->accounts->len; i++)
        put_account (output, proof->accounts->pdata[i]);
      put_sum (output, is_text ? _ ("Control account") : "control", proof->payable_code,
               proof->control, none);
      put_sum (output, is_text ? _ ("Sum of its parties") : "sub-ledger", proof->payable_code,
               proof->sub_ledger, proof->control_difference);
    }
  return sheaf_output_write (output, line, error);
}
