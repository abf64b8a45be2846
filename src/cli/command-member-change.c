/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrects what is known of a member; what it said before is kept. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/error.h"
#include "members/member.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "set", "FIELD=VALUE …",
    N_ ("a fact by its name in files, such as phone=0912345678; empty for none; may be given "
        "several times") },
  { "reason", "TEXT", N_ ("why; kept in the book") },
  { NULL, NULL, NULL },
};

static gboolean
set_fact (SheafMember *member,
          const char  *assignment,
          GError     **error)
{
  const char      *sign = strchr (assignment, '=');
  g_autofree char *field = sign == NULL ? NULL
                                        : g_strndup (assignment, (gsize) (sign - assignment));

  if (field != NULL)
    return sheaf_member_set_field (member, field, sign + 1, error);
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
               _ ("“%s” is no correction: write FIELD=VALUE, such as phone=0912345678"),
               assignment);
  return FALSE;
}

/* Doubts about what now stands there are told; they do not refuse it. */
static void
tell_doubts (SheafBook         *book,
             const SheafMember *member)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  sheaf_member_check_facts (book, member, NULL, problems);
  sheaf_command_print_warnings (problems);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *code = sheaf_command_argument (line, 1);
  const char *set = sheaf_command_need (line, "set", error);
  g_auto (GStrv) assignments = set == NULL ? NULL : g_strsplit (set, "\n", -1);
  g_autoptr (SheafBook) book = set == NULL ? NULL
                                           : sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  g_autoptr (SheafMember) member = NULL;
  gint64 id;

  if (book == NULL)
    return FALSE;
  id = sheaf_member_find (book, code);
  if (id == 0)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                   _ ("no member has the code %s: “sheaf-cli members” lists them"), code);
      return FALSE;
    }
  member = sheaf_member_load (book, id, error);
  for (guint i = 0; member != NULL && assignments[i] != NULL; i++)
    if (!set_fact (member, assignments[i], error))
      return FALSE;
  if (member == NULL ||
      !sheaf_member_change (book, member, sheaf_command_option (line, "reason"), error))
    return FALSE;
  tell_doubts (book, member);
  return TRUE;
}

const SheafCommand sheaf_command_member_change = {
  .name = "member-change",
  .arguments = "BOOK CODE",
  .n_arguments = 2,
  .summary = N_ ("corrects what is known of a member"),
  .options = options,
  .run = run,
};
