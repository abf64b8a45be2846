/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What commands print: figures, findings, help. */
#include "base/file.h"
#include "base/i18n.h"
#include "cli/command-private.h"
#include "cli/error.h"

#include <errno.h>
#include <stdio.h>

#define PRINTED_PROBLEMS 200

gboolean
sheaf_command_write (const SheafCommandLine *line,
                     const char             *text,
                     gsize                   length,
                     GError                **error)
{
  const char *path = sheaf_command_option (line, "o");

  if (path != NULL)
    return sheaf_file_write (path, text, length, error);
  if (fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
               _ ("the result cannot be written (%s): make room, or name another file with -o"),
               g_strerror (errno));
  return FALSE;
}

void
sheaf_command_say (const char *format,
                   ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  (void) puts (text); /* a word to people: main asks stdout in the end whether all arrived */
}

/* Errors first where not all are shown: they decide. */
static guint
print_kind (const SheafProblems *problems,
            SheafProblemKind     kind,
            guint                room)
{
  guint printed = 0;

  for (guint i = 0; i < problems->items->len && printed < room; i++)
    {
      const SheafProblem *problem = g_ptr_array_index (problems->items, i);
      g_autofree char    *text = NULL;

      if (problem->kind != kind)
        continue;
      text = sheaf_problem_to_text (problem);
      (void) fprintf (stderr, "%s\n", text);
      printed++;
    }
  return printed;
}

void
sheaf_command_print_problems (const SheafProblems *problems)
{
  guint all = problems->errors + problems->warnings;
  guint printed = print_kind (problems, SHEAF_PROBLEM_ERROR, PRINTED_PROBLEMS);

  printed += print_kind (problems, SHEAF_PROBLEM_WARNING, PRINTED_PROBLEMS - printed);
  if (printed < all)
    (void) fprintf (stderr, _ ("… and %u more\n"), all - printed);
}

void
sheaf_command_print_warnings (const SheafProblems *problems)
{
  for (guint i = 0; i < problems->items->len; i++)
    {
      SheafProblem     warning = *(const SheafProblem *) g_ptr_array_index (problems->items, i);
      g_autofree char *text = NULL;

      warning.kind = SHEAF_PROBLEM_WARNING;
      text = sheaf_problem_to_text (&warning);
      (void) fprintf (stderr, "%s\n", text);
    }
}

void
sheaf_command_print_warning (const char *text,
                             gpointer    data)
{
  (void) data;
  (void) fprintf (stderr, "%s: %s\n", _ ("warning"), text);
}

/* Without those that the command has of its own (NULL: it is the command's). */
static void
print_options (const SheafCommandOption *options,
               const SheafCommandOption *own)
{
  for (; options != NULL && options->name != NULL; options++)
    {
      g_autofree char *left = g_strdup_printf ("%s%s%s%s", options->name[1] == '\0' ? "-" : "--",
                                               options->name, options->value != NULL ? " " : "",
                                               options->value != NULL ? options->value : "");

      if (sheaf_command_find_option (own, options->name) == NULL)
        printf ("  %-24s %s\n", left, _ (options->help));
    }
}

void
sheaf_command_print_help (const SheafCommand *command)
{
  printf ("sheaf-cli %s %s\n%s\n\n", command->name, command->arguments, _ (command->summary));
  print_options (command->options, NULL);
  if (command->reports)
    print_options (sheaf_command_report_options (command), command->options);
  print_options (sheaf_command_common_options (), command->options);
  if (command->more != NULL)
    {
      g_autofree char *more = command->more ();

      printf ("\n%s", more);
    }
}

void
sheaf_command_say_check (const SheafCheck   *check,
                         const SheafProblem *problem,
                         gpointer            user_data)
{
  g_autofree char *text = sheaf_problem_to_text (problem);

  (void) user_data;
  sheaf_command_say ("%s: %s", check->name, text);
}
