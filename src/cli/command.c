/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a command line by the command's table: options may stand anywhere. */
#include "cli/command.h"

#include "base/file-stream.h"
#include "base/i18n.h"
#include "cli/command-private.h"
#include "cli/error.h"

#include <string.h>

struct _SheafCommandLine
{
  const SheafCommand *command;
  GPtrArray          *arguments;
  GHashTable         *options; /* name to value; "" for one without */
  SheafBook         **opened;  /* one place: the caller's book */
};

static const SheafCommandOption common_options[] = {
  { "lang", "vi|fr|en", N_ ("language of text and messages") },
  { "user", "NAME", N_ ("who acts; the login name when not given") },
  { "today", "DAY", N_ ("the day taken for today, for scripts") },
  { NULL, NULL, NULL },
};

static const SheafCommandOption report_options[] = {
  { "format", "text|csv|json", N_ ("how the figures are written; text when not given") },
  { "o", "FILE", N_ ("writes to a file instead of the screen") },
  { NULL, NULL, NULL },
};

static const SheafCommandOption print_options[] = {
  { "format", "text|csv|json|xlsx|pdf", N_ ("how the figures are written; text when not given") },
  { "o", "FILE", N_ ("writes to a file instead of the screen") },
  { NULL, NULL, NULL },
};

const SheafCommandOption *
sheaf_command_find_option (const SheafCommandOption *options,
                           const char               *name)
{
  for (; options != NULL && options->name != NULL; options++)
    if (strcmp (options->name, name) == 0)
      return options;
  return NULL;
}

static const SheafCommandOption *
find_option (const SheafCommand *command,
             const char         *name)
{
  const SheafCommandOption *option = sheaf_command_find_option (command->options, name);

  if (option == NULL)
    option = sheaf_command_find_option (common_options, name);
  if (option == NULL && command->reports)
    option = sheaf_command_find_option (report_options, name);
  return option;
}

static gboolean fail_usage (GError    **error,
                            const char *format,
                            ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail_usage (GError    **error,
            const char *format,
            ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE, text);
  return FALSE;
}

/* Files have any name; all else is text, and much of it is kept in the book for good. */
static gboolean
names_file (const SheafCommandOption *option)
{
  static const char *const words[] = { "FILE", "DIR", "PLAN", "OLD", NULL };

  return option->value != NULL && g_strv_contains (words, option->value);
}

/* What an option that may be given several times collects stands on lines. */
static gboolean
keep_option (SheafCommandLine         *line,
             const SheafCommandOption *option,
             const char               *value,
             GError                  **error)
{
  const char *before = g_hash_table_lookup (line->options, option->name);

  if (before != NULL && (option->value == NULL || !g_str_has_suffix (option->value, " …")))
    return fail_usage (error, _ ("the option “%s” is given twice: give it once"), option->name);
  if (!names_file (option) && !g_utf8_validate (value, -1, NULL))
    return fail_usage (error, _ ("the text of “--%s” is not UTF-8: set the terminal to UTF-8"),
                       option->name);
  g_hash_table_insert (line->options, g_strdup (option->name),
                       before != NULL ? g_strdup_printf ("%s\n%s", before, value)
                                      : g_strdup (value));
  return TRUE;
}

/* Takes the option at *word, and the word after it as its value unless it has one by "=". */
static gboolean
take_option (SheafCommandLine *line,
             char           ***word,
             GError          **error)
{
  const char               *start = **word + ((**word)[1] == '-' ? 2 : 1);
  const char               *equals = strchr (start, '=');
  g_autofree char          *name = equals != NULL ? g_strndup (start, (gsize) (equals - start))
                                                  : g_strdup (start);
  const SheafCommandOption *option = find_option (line->command, name);
  const char               *value = "";

  if (option == NULL)
    return fail_usage (error,
                       _ ("“%s” has no option “%s”: “sheaf-cli %s --help” lists what it takes"),
                       line->command->name, **word, line->command->name);
  if (option->value == NULL && equals != NULL)
    return fail_usage (error, _ ("the option “%s” takes no value: write it alone"), name);
  if (option->value != NULL && equals != NULL)
    value = equals + 1;
  else if (option->value != NULL && (*word)[1] != NULL)
    value = *++*word;
  else if (option->value != NULL)
    return fail_usage (error, _ ("the option “%s” needs a value: give %s after it"), **word,
                       option->value);
  return keep_option (line, option, value, error);
}

/* No option begins with a digit: -5 is a number, for the command to judge. */
static gboolean
is_option (const char *word)
{
  return *word == '-' && word[1] != '\0' && !g_ascii_isdigit (word[1]);
}

static gboolean
check_format (const SheafCommandLine *line,
              GError                **error)
{
  static const char *const reports[] = { "text", "csv", "json", NULL };
  static const char *const prints[] = { "pdf", "xlsx", NULL };
  const char              *format = sheaf_command_option (line, "format");

  if (format == NULL || !line->command->reports || g_strv_contains (reports, format) ||
      (line->command->prints && g_strv_contains (prints, format)))
    return TRUE;
  if (line->command->prints)
    return fail_usage (error,
                       _ ("--format %s is not known here: take text, csv, json, xlsx or pdf"),
                       format);
  return fail_usage (error, _ ("--format %s is not known here: take text, csv or json"), format);
}

SheafCommandLine *
sheaf_command_line_new (const SheafCommand *command,
                        char              **arguments,
                        GError            **error)
{
  g_autoptr (SheafCommandLine) line = g_new0 (SheafCommandLine, 1);
  gboolean only_arguments = FALSE;

  line->command = command;
  line->opened = g_new0 (SheafBook *, 1);
  line->arguments = g_ptr_array_new_with_free_func (g_free);
  line->options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (char **word = arguments; *word != NULL; word++)
    if (!only_arguments && strcmp (*word, "--") == 0)
      only_arguments = TRUE;
    else if (only_arguments || !is_option (*word))
      g_ptr_array_add (line->arguments, g_strdup (*word));
    else if (!take_option (line, &word, error))
      return NULL;
  if (line->arguments->len >= command->n_arguments &&
      line->arguments->len <= command->n_arguments + command->n_optional)
    return check_format (line, error) ? g_steal_pointer (&line) : NULL;
  (void) fail_usage (error, _ ("“%s” takes %s: write “sheaf-cli %s %s”"), command->name,
                     command->arguments, command->name, command->arguments);
  return NULL;
}

void
sheaf_command_line_free (SheafCommandLine *line)
{
  if (line == NULL)
    return;
  g_ptr_array_unref (line->arguments);
  g_hash_table_unref (line->options);
  g_free (line->opened);
  g_free (line);
}

const char *
sheaf_command_argument (const SheafCommandLine *line,
                        guint                   index)
{
  return index < line->arguments->len ? g_ptr_array_index (line->arguments, index) : NULL;
}

const char *
sheaf_command_option (const SheafCommandLine *line,
                      const char             *name)
{
  return g_hash_table_lookup (line->options, name);
}

gboolean
sheaf_command_flag (const SheafCommandLine *line,
                    const char             *name)
{
  return sheaf_command_option (line, name) != NULL;
}

const char *
sheaf_command_need (const SheafCommandLine *line,
                    const char             *name,
                    GError                **error)
{
  const char *value = sheaf_command_option (line, name);

  if (value == NULL)
    (void) fail_usage (error, _ ("“%s” needs the option %s%s: give it"), line->command->name,
                       name[1] == '\0' ? "-" : "--", name);
  return value;
}

gboolean
sheaf_command_day (const SheafCommandLine *line,
                   const char             *name,
                   SheafDate              *ret_day,
                   GError                **error)
{
  const char *value = sheaf_command_option (line, name);

  if (value == NULL || sheaf_date_parse (value, ret_day, NULL))
    return TRUE;
  return fail_usage (error, _ ("--%s %s is not a day: write it as 2025-12-31"), name, value);
}

gboolean
sheaf_command_days (const SheafCommandLine *line,
                    SheafDate              *ret_from,
                    SheafDate              *ret_to,
                    GError                **error)
{
  if (!sheaf_command_day (line, "from", ret_from, error) ||
      !sheaf_command_day (line, "to", ret_to, error))
    return FALSE;
  if (sheaf_command_option (line, "from") == NULL || sheaf_command_option (line, "to") == NULL ||
      sheaf_date_cmp (*ret_from, *ret_to) <= 0)
    return TRUE;
  return fail_usage (error, _ ("--from %s lies after --to %s: exchange the two days"),
                     sheaf_command_option (line, "from"), sheaf_command_option (line, "to"));
}

gboolean
sheaf_command_number (const SheafCommandLine *line,
                      const char             *name,
                      guint                   minimum,
                      guint                   maximum,
                      guint                  *ret_number,
                      GError                **error)
{
  const char *value = sheaf_command_option (line, name);
  guint64     number;

  if (value == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (value, 10, minimum, maximum, &number, NULL))
    return fail_usage (error, _ ("--%s %s cannot be taken: give a number from %u to %u"), name,
                       value, minimum, maximum);
  *ret_number = (guint) number;
  return TRUE;
}

gboolean
sheaf_command_need_day (const SheafCommandLine *line,
                        const char             *name,
                        SheafDate              *ret_day,
                        GError                **error)
{
  return sheaf_command_need (line, name, error) != NULL &&
         sheaf_command_day (line, name, ret_day, error);
}

gboolean
sheaf_command_need_year (const SheafCommandLine *line,
                         int                    *ret_year,
                         GError                **error)
{
  guint year = 0;

  if (sheaf_command_need (line, "year", error) == NULL ||
      !sheaf_command_number (line, "year", 1900, 2999, &year, error))
    return FALSE;
  *ret_year = (int) year;
  return TRUE;
}

gboolean
sheaf_command_actor (const SheafCommandLine *line,
                     SheafActor             *ret_actor,
                     GError                **error)
{
  const char *user = sheaf_command_option (line, "user");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  SheafActor actor = { .user = user != NULL ? user : g_get_user_name (),
                       .today = sheaf_date_new (g_date_time_get_year (now),
                                                g_date_time_get_month (now),
                                                g_date_time_get_day_of_month (now)),
                       .now = g_date_time_to_unix (now) };

  if (*actor.user == '\0')
    return fail_usage (error, _ ("--user is empty: name who acts"));
  if (!sheaf_command_day (line, "today", &actor.today, error))
    return FALSE;
  *ret_actor = actor;
  return TRUE;
}

/* An act stands once it is done: whether its report can be written is seen before. */
static gboolean
check_output (const SheafCommandLine *line,
              GError                **error)
{
  const SheafCommandOption *option = find_option (line->command, "o");
  const char               *path = sheaf_command_option (line, "o");
  g_autoptr (SheafFileStream) stream = NULL;

  if (path == NULL || option == NULL || !g_str_equal (option->value, "FILE"))
    return TRUE;
  /* A pipe's reader would take the trial for the end. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) &&
      !g_file_test (path, G_FILE_TEST_IS_REGULAR | G_FILE_TEST_IS_DIR))
    return TRUE;
  stream = sheaf_file_stream_new (path, error);
  return stream != NULL;
}

SheafBook *
sheaf_command_open (const SheafCommandLine *line,
                    SheafBookMode           mode,
                    GError                **error)
{
  SheafActor actor;
  SheafBook *book;

  if (!sheaf_command_actor (line, &actor, error) ||
      (mode == SHEAF_BOOK_WRITE && !check_output (line, error)))
    return NULL;
  book = sheaf_book_open (sheaf_command_argument (line, 0), mode, &actor, error);
  if (book != NULL)
    sheaf_book_on_warning (book, sheaf_command_print_warning, NULL);
  *line->opened = book;
  return book;
}

SheafBook *
sheaf_command_opened (const SheafCommandLine *line)
{
  return *line->opened;
}

const SheafCommand *
sheaf_command_of (const SheafCommandLine *line)
{
  return line->command;
}

const char *
sheaf_command_format (const SheafCommandLine *line)
{
  const char *format = sheaf_command_option (line, "format");

  return format != NULL ? format : "text";
}

const SheafCommandOption *
sheaf_command_common_options (void)
{
  return common_options;
}

const SheafCommandOption *
sheaf_command_report_options (const SheafCommand *command)
{
  return command->prints ? print_options : report_options;
}
