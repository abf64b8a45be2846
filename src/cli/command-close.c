/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closes a year. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "base/language.h"
#include "cli/report-output.h"
#include "ledger/closing.h"
#include "yearend/closing-preview.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year") },
  { "key", "revenue|cost|none|RATE", N_ ("how shared costs are divided; revenue when not given") },
  { "tax-key", "external|profit", N_ ("how income tax is divided; external when not given") },
  { "simulate", NULL,
    N_ ("posts nothing: shows the entries, the result and the statements before and after") },
  { NULL, NULL, NULL },
};

typedef struct
{
  SheafBook        *book;
  int               year;
  SheafClosingKeys *keys;
  const char       *language;
} Trial;

static gboolean
fill_preview (SheafReportSink *sink,
              gpointer         data,
              GError         **error)
{
  const Trial *trial = data;

  return sheaf_closing_preview_write (trial->book, trial->year, trial->keys, trial->language, sink,
                                      NULL, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char      *key = sheaf_command_option (line, "key");
  SheafClosingKeys keys;
  int              year;
  g_autoptr (SheafBook) book = NULL;

  if (!sheaf_command_need_year (line, &year, error) ||
      !sheaf_closing_keys_parse (key != NULL ? key : "revenue",
                                 sheaf_command_option (line, "tax-key"), &keys, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  if (book != NULL && sheaf_command_flag (line, "simulate"))
    {
      Trial trial = { book, year, &keys, sheaf_language_current () };

      return sheaf_report_output_filled (line, book, trial.language, fill_preview, &trial, error);
    }
  return book != NULL && sheaf_closing_post (book, year, &keys, NULL, error);
}

const SheafCommand sheaf_command_close = {
  .name = "close",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("writes the year-end closing entries"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
