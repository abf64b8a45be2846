/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs, and what was taken in when and by whom. */
#include "cli/data-output.h"

#include "base/i18n.h"
#include "book/data.h"
#include "statements/form-difference.h"

static const SheafOutputColumn columns[] = {
  { "file", N_ ("File"), SHEAF_OUTPUT_TEXT },
  { "part", N_ ("Line"), SHEAF_OUTPUT_TEXT },
  { "what", N_ ("What differs"), SHEAF_OUTPUT_TEXT },
  { "figures", N_ ("Changes figures"), SHEAF_OUTPUT_TEXT },
  { "book", N_ ("In the book"), SHEAF_OUTPUT_TEXT },
  { "program", N_ ("In the program"), SHEAF_OUTPUT_TEXT },
};

static const SheafOutputColumn version_columns[] = {
  { "from", N_ ("From"), SHEAF_OUTPUT_DAY },
  { "file", N_ ("File"), SHEAF_OUTPUT_TEXT },
  { "user", N_ ("User"), SHEAF_OUTPUT_TEXT },
  { "at", N_ ("When"), SHEAF_OUTPUT_TEXT },
};

gboolean
sheaf_differences_output (const SheafCommandLine *line,
                          const GPtrArray        *differences,
                          const char             *none,
                          GError                **error)
{
  g_autoptr (SheafOutput) output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));

  if (differences->len == 0 && sheaf_output_is_text (output))
    {
      sheaf_command_say ("%s", none);
      return TRUE;
    }
  for (guint i = 0; i < differences->len; i++)
    {
      const SheafFormDifference *one = differences->pdata[i];

      sheaf_output_text (output, one->file);
      sheaf_output_text (output, one->part);
      sheaf_output_text (output, one->what);
      sheaf_output_text (output, one->figures ? "yes" : "no");
      sheaf_output_text (output, one->before);
      sheaf_output_text (output, one->after);
    }
  return sheaf_output_write (output, line, error);
}

gboolean
sheaf_versions_output (const SheafCommandLine *line,
                       SheafBook              *book,
                       gboolean                laws,
                       GError                **error)
{
  g_autoptr (GPtrArray) versions = sheaf_data_versions (book, error);
  g_autoptr (SheafOutput) output = NULL;

  if (versions == NULL)
    return FALSE;
  output = sheaf_output_new (line, version_columns, G_N_ELEMENTS (version_columns));
  for (guint i = 0; i < versions->len; i++)
    {
      const SheafDataVersion *version = versions->pdata[i];

      if (g_str_has_prefix (version->name, "laws/") != laws)
        continue;
      sheaf_output_day (output, version->from);
      sheaf_output_text (output, version->name);
      sheaf_output_text (output, version->user);
      sheaf_output_text (output, version->at);
    }
  return sheaf_output_write (output, line, error);
}
