/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties that may have been entered twice. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/output.h"
#include "ledger/duplicate.h"

static const SheafOutputColumn columns[] = {
  { "group", N_ ("Group"), SHEAF_OUTPUT_NUMBER },
  { "same", N_ ("The same"), SHEAF_OUTPUT_TEXT },
  { "code", N_ ("Code"), SHEAF_OUTPUT_TEXT },
  { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "tax_code", N_ ("Tax code"), SHEAF_OUTPUT_TEXT },
  { "id_number", N_ ("Id number"), SHEAF_OUTPUT_TEXT },
  { "phone", N_ ("Phone"), SHEAF_OUTPUT_TEXT },
  { "bank_account", N_ ("Bank account"), SHEAF_OUTPUT_TEXT },
  { "stays", N_ ("Should stay"), SHEAF_OUTPUT_TEXT },
};

static void
add_group (SheafOutput          *output,
           guint                 number,
           const SheafDuplicate *group)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *same = sheaf_output_is_text (output)
                              ? sheaf_duplicate_reasons_title (group->reasons)
                              : sheaf_duplicate_reasons_to_text (group->reasons);

  for (guint i = 0; i < group->parties->len; i++)
    {
      const SheafParty *party = group->parties->pdata[i];

      sheaf_output_text (output, text);
      sheaf_output_text (output, same);
      sheaf_output_text (output, party->code);
      sheaf_output_text (output, party->name);
      sheaf_output_text (output, sheaf_party_kind_to_word (party->kind));
      sheaf_output_text (output, party->tax_code);
      sheaf_output_text (output, party->id_number);
      sheaf_output_text (output, party->phone);
      sheaf_output_text (output, party->bank_account);
      sheaf_output_text (output, party->id == group->stay_id ? "yes" : "no");
    }
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  g_autoptr (SheafOutput) output =
      sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  g_autoptr (GPtrArray) groups = book == NULL ? NULL : sheaf_party_duplicates (book, error);

  if (groups == NULL)
    return FALSE;
  for (guint i = 0; i < groups->len; i++)
    add_group (output, i + 1, groups->pdata[i]);
  return sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_duplicates = {
  .name = "duplicates",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("parties that may be one: same tax code, id number, name, bank account, phone"),
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
