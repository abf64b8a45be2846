/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which books of account there are, and why some are not offered. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "base/language.h"
#include "cli/output.h"
#include "reports/reports.h"

static const SheafOutputColumn columns[] = {
  { "code", N_ ("Code"), SHEAF_OUTPUT_TEXT },
  { "title", N_ ("Title"), SHEAF_OUTPUT_TEXT },
  { "offered", N_ ("Offered"), SHEAF_OUTPUT_TEXT },
  { "reason", N_ ("Why not"), SHEAF_OUTPUT_TEXT },
};

/* Programs read the titles of the regulation, whatever the language. */
static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  g_autoptr (SheafOutput) output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) entries =
      book == NULL ? NULL
                   : sheaf_reports_list (
                         book, sheaf_output_is_text (output) ? sheaf_language_current () : "vi",
                         error);

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const SheafReportEntry *entry = entries->pdata[i];
      gboolean                offered = entry->withheld == NULL;

      if (entry->report->group != SHEAF_REPORT_BOOK)
        continue;
      sheaf_output_text (output, entry->report->code);
      sheaf_output_text (output, entry->title);
      sheaf_output_text (output, sheaf_output_is_text (output) ? (offered ? _ ("yes") : _ ("no"))
                                                               : (offered ? "yes" : "no"));
      sheaf_output_text (output, entry->withheld);
    }
  return sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_books = {
  .name = "books",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("which books of account there are, and why some are not offered"),
  .reports = TRUE,
  .run = run,
};
