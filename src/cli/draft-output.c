/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the kind vouchers that people read first, then the others. */
#include "cli/draft-output.h"

#include "base/i18n.h"

#include <string.h>

static const SheafOutputColumn columns[] = {
  { "number", N_ ("Number"), SHEAF_OUTPUT_TEXT },
  { "date", N_ ("Date"), SHEAF_OUTPUT_TEXT },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "description", N_ ("Description"), SHEAF_OUTPUT_TEXT },
  { "debit", N_ ("Debit"), SHEAF_OUTPUT_TEXT },
  { "credit", N_ ("Credit"), SHEAF_OUTPUT_TEXT },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_TEXT },
  { "debit_party", N_ ("Debit party"), SHEAF_OUTPUT_TEXT },
  { "credit_party", N_ ("Credit party"), SHEAF_OUTPUT_TEXT },
  { "debit_item", N_ ("Debit item"), SHEAF_OUTPUT_TEXT },
  { "credit_item", N_ ("Credit item"), SHEAF_OUTPUT_TEXT },
  { "scope", N_ ("Scope"), SHEAF_OUTPUT_TEXT },
  { "due", N_ ("Due"), SHEAF_OUTPUT_TEXT },
  { "memo", N_ ("Memo"), SHEAF_OUTPUT_TEXT },
  { "document", N_ ("Document"), SHEAF_OUTPUT_TEXT },
  { "document_date", N_ ("Document date"), SHEAF_OUTPUT_TEXT },
  { "product", N_ ("Product"), SHEAF_OUTPUT_TEXT },
  { "quantity", N_ ("Quantity"), SHEAF_OUTPUT_TEXT },
  { "season", N_ ("Season"), SHEAF_OUTPUT_TEXT },
  { "plan", N_ ("Plan"), SHEAF_OUTPUT_TEXT },
  { "scope_reason", N_ ("Reason for the scope"), SHEAF_OUTPUT_TEXT },
  { "currency", N_ ("Currency"), SHEAF_OUTPUT_TEXT },
  { "debit_foreign", N_ ("Debit, foreign"), SHEAF_OUTPUT_TEXT },
  { "credit_foreign", N_ ("Credit, foreign"), SHEAF_OUTPUT_TEXT },
  { "rate", N_ ("Rate"), SHEAF_OUTPUT_TEXT },
  { "debit_currency", N_ ("Debit currency"), SHEAF_OUTPUT_TEXT },
  { "credit_currency", N_ ("Credit currency"), SHEAF_OUTPUT_TEXT },
};

static const char *
cell_text (const SheafDraft    *draft,
           const SheafDraftRow *row,
           const char          *name)
{
  if (strcmp (name, "number") == 0)
    return draft->number;
  if (strcmp (name, "date") == 0)
    return draft->date;
  if (strcmp (name, "kind") == 0)
    return draft->kind;
  for (guint i = 0; row != NULL && i < SHEAF_DRAFT_CELLS; i++)
    if (strcmp (name, sheaf_draft_cell_name ((SheafDraftCell) i)) == 0 &&
        (i != SHEAF_DRAFT_DESCRIPTION || *row->cells[i] != '\0'))
      return row->cells[i];
  return strcmp (name, "description") == 0 ? draft->description : "";
}

gboolean
sheaf_draft_output (const SheafCommandLine *line,
                    const SheafDraft       *draft,
                    GError                **error)
{
  g_autoptr (SheafOutput) output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));

  for (guint r = 0; r < draft->rows->len; r++)
    for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
      sheaf_output_text (output, cell_text (draft, draft->rows->pdata[r], columns[c].name));
  return sheaf_output_write (output, line, error);
}
