/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole year-end set. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "base/language.h"
#include "cli/error.h"
#include "yearend/year-end.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year") },
  { "o", "DIR", N_ ("the folder: new, or empty") },
  { "format", "pdf,xlsx", N_ ("papers, workbooks or both; both when not given") },
  { "only", "CODE,…", N_ ("these reports alone") },
  { "replace", NULL, N_ ("replaces the files of a set that was written there before") },
  { NULL, NULL, NULL },
};

static gboolean
read_formats (const SheafCommandLine *line,
              SheafYearEndFormats    *ret_formats,
              GError                **error)
{
  const char *text = sheaf_command_option (line, "format");
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "pdf,xlsx", ",", -1);
  SheafYearEndFormats formats = 0;

  for (char **word = words; *word != NULL; word++)
    if (g_str_equal (*word, "pdf"))
      formats |= SHEAF_YEAR_END_PDF;
    else if (g_str_equal (*word, "xlsx"))
      formats |= SHEAF_YEAR_END_XLSX;
    else
      {
        g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                     _ ("--format %s is not known here: take pdf, xlsx or pdf,xlsx"), text);
        return FALSE;
      }
  if (formats == 0)
    formats = SHEAF_YEAR_END_PDF | SHEAF_YEAR_END_XLSX;
  *ret_formats = formats;
  return TRUE;
}

static void
say_entries (const GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const SheafYearEndEntry *entry = entries->pdata[i];

      for (guint k = 0; k < entry->files->len; k++)
        sheaf_command_say ("%s", (const char *) entry->files->pdata[k]);
      if (entry->reason != NULL)
        sheaf_command_say ("%s: %s", entry->code, entry->reason);
    }
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafYearEndWish wish = { .folder = sheaf_command_need (line, "o", error),
                            .replace = sheaf_command_flag (line, "replace") };
  const char      *only = sheaf_command_option (line, "only");
  g_auto (GStrv) codes = only != NULL ? g_strsplit (only, ",", -1) : NULL;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  if (wish.folder == NULL || !sheaf_command_need_year (line, &wish.year, error) ||
      !read_formats (line, &wish.formats, error))
    return FALSE;
  if (sheaf_command_option (line, "lang") != NULL)
    wish.language = sheaf_language_current ();
  wish.only = (const char *const *) codes;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  entries = book != NULL ? sheaf_year_end_write (book, &wish, NULL, NULL, error) : NULL;
  if (entries == NULL)
    return FALSE;
  say_entries (entries);
  return TRUE;
}

const SheafCommand sheaf_command_year_end = {
  .name = "year-end",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("every statement, book and list of a year, with a list of contents"),
  .options = options,
  .run = run,
};
