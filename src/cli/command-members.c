/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of members. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "capital/register.h"
#include "cli/output.h"
#include "members/types.h"

static const SheafCommandOption options[] = {
  { "on", "DAY", N_ ("the day; today when not given") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "code", N_ ("Code"), SHEAF_OUTPUT_TEXT },
  { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "joined", N_ ("Joined"), SHEAF_OUTPUT_DAY },
  { "left", N_ ("Left"), SHEAF_OUTPUT_DAY },
  { "agreement", N_ ("Agreement"), SHEAF_OUTPUT_TEXT },
  { "committed", N_ ("Committed"), SHEAF_OUTPUT_AMOUNT },
  { "paid", N_ ("Paid in"), SHEAF_OUTPUT_AMOUNT },
  { "percent", N_ ("Share of paid-in (%)"), SHEAF_OUTPUT_NUMBER },
  { "percent_charter", N_ ("Share of charter capital (%)"), SHEAF_OUTPUT_NUMBER },
};

static void
add_row (SheafOutput            *output,
         const SheafRegisterRow *row)
{
  g_autofree char *percent = sheaf_register_percent_to_text (row->percent);
  g_autofree char *percent_charter = sheaf_register_percent_to_text (row->percent_charter);

  sheaf_output_text (output, row->code);
  sheaf_output_text (output, row->name);
  sheaf_output_text (output, sheaf_output_is_text (output)
                                 ? sheaf_member_kind_title (row->state.last_kind)
                                 : sheaf_member_kind_to_word (row->state.last_kind));
  sheaf_output_day (output, row->state.joined);
  sheaf_output_day (output, row->state.left);
  sheaf_output_text (output, row->state.agreement ? "yes" : "no");
  sheaf_output_amount (output, row->capital.committed);
  sheaf_output_amount (output, row->capital.paid);
  sheaf_output_text (output, percent);
  sheaf_output_text (output, percent_charter);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  g_autoptr (SheafOutput) output =
      sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  SheafDate on = SHEAF_DATE_NONE;
  g_autoptr (SheafBook) book = sheaf_command_day (line, "on", &on, error)
                                   ? sheaf_command_open (line, SHEAF_BOOK_READ, error)
                                   : NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (book == NULL)
    return FALSE;
  if (sheaf_date_is_none (on))
    on = sheaf_book_today (book);
  rows = sheaf_register_list (book, on, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    add_row (output, g_ptr_array_index (rows, i));
  return sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_members = {
  .name = "members",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("the register of members on a day"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
