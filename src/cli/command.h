/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A command and the line it was called with. */
#pragma once

#include "base/problem.h"
#include "book/book.h"
#include "book/verify.h"

/* What may follow a command besides its arguments. */
typedef struct
{
  const char *name; /* without the dashes; NULL closes a list */
  /* what stands for its value in the help; NULL: it takes none; ending in " …": it may be given
   * several times, and its values are lines of one text */
  const char *value;
  const char *help; /* marked for translation */
} SheafCommandOption;

typedef struct _SheafCommandLine SheafCommandLine;

typedef struct
{
  const char               *name;
  const char               *arguments;   /* "BOOK KIND FILE" */
  guint                     n_arguments; /* that must be there */
  guint                     n_optional;  /* that may follow */
  const char               *summary;     /* marked for translation */
  const SheafCommandOption *options;     /* its own; NULL: none */
  gboolean                  reports;     /* takes --format text, csv, json and -o */
  gboolean                  prints;      /* takes --format pdf and xlsx too */
  gboolean (*run) (SheafCommandLine *line, GError **error);
  char *(*more) (void); /* what the help says at its end (free with g_free); may be NULL */
} SheafCommand;

/* Reads the arguments after the command's name. Errors are SHEAF_CLI_ERROR_USAGE. */
SheafCommandLine *sheaf_command_line_new (const SheafCommand *command,
                                          char              **arguments,
                                          GError            **error);
void              sheaf_command_line_free (SheafCommandLine *line);

/* The arguments, counted from 0, and the options' values; NULL for what is not given. */
const char *sheaf_command_argument (const SheafCommandLine *line,
                                    guint                   index);
const char *sheaf_command_option (const SheafCommandLine *line,
                                  const char             *name);
gboolean    sheaf_command_flag (const SheafCommandLine *line,
                                const char             *name);

/* An option that must be there. */
const char *sheaf_command_need (const SheafCommandLine *line,
                                const char             *name,
                                GError                **error);

/* Typed options: untouched when not given; FALSE with a usage error when not readable. */
gboolean sheaf_command_day (const SheafCommandLine *line,
                            const char             *name,
                            SheafDate              *ret_day,
                            GError                **error);

/* The options --from and --to; what is not given stays untouched. */
gboolean sheaf_command_days (const SheafCommandLine *line,
                             SheafDate              *ret_from,
                             SheafDate              *ret_to,
                             GError                **error);
gboolean sheaf_command_number (const SheafCommandLine *line,
                               const char             *name,
                               guint                   minimum,
                               guint                   maximum,
                               guint                  *ret_number,
                               GError                **error);

/* Options that must be given. */
gboolean sheaf_command_need_day (const SheafCommandLine *line,
                                 const char             *name,
                                 SheafDate              *ret_day,
                                 GError                **error);
gboolean sheaf_command_need_year (const SheafCommandLine *line,
                                  int                    *ret_year,
                                  GError                **error);

/* Who acts and when: --user or the login name, --today or the clock. */
gboolean sheaf_command_actor (const SheafCommandLine *line,
                              SheafActor             *ret_actor,
                              GError                **error);

/* Opens the book that the first argument names. */
SheafBook *sheaf_command_open (const SheafCommandLine *line,
                               SheafBookMode           mode,
                               GError                **error);

/* The book that was opened last; NULL before. */
SheafBook *sheaf_command_opened (const SheafCommandLine *line);

/* The command that the line was read for. */
const SheafCommand *sheaf_command_of (const SheafCommandLine *line);

/* What --format says; "text" when not given. */
const char *sheaf_command_format (const SheafCommandLine *line);

/* Writes to -o FILE, or to standard output. */
gboolean sheaf_command_write (const SheafCommandLine *line,
                              const char             *text,
                              gsize                   length,
                              GError                **error);

/* Prints a line for people on standard output, as printf. */
void sheaf_command_say (const char *format,
                        ...) G_GNUC_PRINTF (1, 2);

/* Prints what a check found, for sheaf_checks_run. */
void sheaf_command_say_check (const SheafCheck   *check,
                              const SheafProblem *problem,
                              gpointer            user_data);

/* Prints findings on standard error, a line each, the first 200 of them; then how many more there
 * are. */
void sheaf_command_print_problems (const SheafProblems *problems);

/* The same where nothing was refused: every finding is a warning. */
void sheaf_command_print_warnings (const SheafProblems *problems);

/* Prints the command's usage and options. */
void sheaf_command_print_help (const SheafCommand *command);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCommandLine, sheaf_command_line_free)
