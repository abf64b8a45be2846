/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each person was given in a calendar year, box by box of a form of the law. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/output.h"
#include "payouts/year-list.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the calendar year") },
  { "list", "NAME", N_ ("which list of the law pack; its first one when not given") },
  { "all", NULL, N_ ("those too who are not filed because they were given too little") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn heads[] = {
  { "member", N_ ("Member"), SHEAF_OUTPUT_TEXT },
  { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "tax_code", N_ ("Tax code"), SHEAF_OUTPUT_TEXT },
  { "filed", N_ ("Filed"), SHEAF_OUTPUT_TEXT },
};

/* The fixed columns and one for each box; the boxes' names and titles are the law's. names owns the
 * names of boxes. */
static GArray *
make_columns (const SheafYearList *list,
              GPtrArray           *names)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (SheafOutputColumn));

  g_array_append_vals (columns, heads, G_N_ELEMENTS (heads));
  for (guint i = 0; i < list->boxes->len; i++)
    {
      const SheafYearBox *box = list->boxes->pdata[i];
      char               *name = g_strconcat ("box_", box->name, NULL);
      SheafOutputColumn   column = { name, box->title, SHEAF_OUTPUT_AMOUNT };

      g_ptr_array_add (names, name);
      g_array_append_val (columns, column);
    }
  return columns;
}

static void
output_row (SheafOutput            *output,
            const SheafYearListRow *row)
{
  sheaf_output_text (output, row->code);
  sheaf_output_text (output, row->name);
  sheaf_output_text (output, row->tax_code);
  sheaf_output_text (output, sheaf_output_is_text (output) ? (row->filed ? _ ("yes") : _ ("no"))
                             : row->filed                  ? "yes"
                                                           : "no");
  for (guint i = 0; i < row->amounts->len; i++)
    sheaf_output_amount (output, g_array_index (row->amounts, SheafMoney, i));
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  gboolean all = sheaf_command_flag (line, "all");
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafYearList) list = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) columns = NULL;
  g_autoptr (SheafOutput) output = NULL;
  int year;

  if (!sheaf_command_need_year (line, &year, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  list = book == NULL
             ? NULL
             : sheaf_year_list_load (book, sheaf_command_option (line, "list"), year, error);
  rows = list == NULL ? NULL : sheaf_year_list_rows (book, list, year, error);
  if (rows == NULL)
    return FALSE;
  columns = make_columns (list, names);
  output = sheaf_output_new (line, (const SheafOutputColumn *) (void *) columns->data,
                             columns->len);
  for (guint i = 0; i < rows->len; i++)
    if (all || ((const SheafYearListRow *) rows->pdata[i])->filed)
      output_row (output, rows->pdata[i]);
  return sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_year_list = {
  .name = "year-list",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("lists what each person was given in a year, by the boxes of the law’s form"),
  .options = options,
  .reports = TRUE,
  .run = run,
};
