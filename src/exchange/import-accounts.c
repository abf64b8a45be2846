/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Detail accounts. A row that says of an account what the book says too is passed over, so that a
 * whole chart can be read back. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "ledger/chart.h"

#include <string.h>

enum
{
  CODE,
  NAME,
  PARENT,
  TYPE,
  NORMAL_SIDE,
  ROLE,
  NEEDS,
};

static const SheafImportColumn columns[] = {
  [CODE] = { "code", SHEAF_IMPORT_REQUIRED },
  [NAME] = { "name", SHEAF_IMPORT_REQUIRED },
  [PARENT] = { "parent", SHEAF_IMPORT_OPTIONAL },
  [TYPE] = { "type", SHEAF_IMPORT_OPTIONAL },
  [NORMAL_SIDE] = { "normal_side", SHEAF_IMPORT_OPTIONAL },
  [ROLE] = { "role", SHEAF_IMPORT_OPTIONAL },
  [NEEDS] = { "needs", SHEAF_IMPORT_OPTIONAL },
};

/* A detail that is the first under an account which takes what the program posts. */
typedef struct
{
  char *role;
  char *code;
  guint line;
} First;

typedef struct
{
  GArray *firsts; /* of First */
} State;

static void
clear_first (gpointer data)
{
  First *first = data;

  g_free (first->role);
  g_free (first->code);
}

static gboolean
begin (SheafImport *import,
       GError     **error)
{
  State *state = import->state;

  (void) error;
  state->firsts = g_array_new (FALSE, TRUE, sizeof (First));
  g_array_set_clear_func (state->firsts, clear_first);
  return TRUE;
}

/* In the order of the numbers that SheafAccount.normal_side holds. */
const char *const sheaf_import_sides[] = { "none", "debit", "credit", "both", NULL };

/* TRUE when the account is one of another chart: told where its content goes. */
static gboolean
tell_hint (SheafImport *import,
           guint        column,
           const char  *code)
{
  g_autofree char *hint = sheaf_chart_hint (import->book, code);

  if (hint != NULL)
    sheaf_import_problem (import, (int) column, "%s", hint);
  return hint != NULL;
}

/* The account named, or the one with the longest code that the new code begins with. */
static const SheafAccount *
find_parent (SheafImport      *import,
             const SheafChart *chart,
             const char       *code)
{
  g_autofree char    *start = g_strdup (code);
  const SheafAccount *parent = NULL;

  if (sheaf_import_has (import, PARENT))
    {
      parent = sheaf_chart_by_code (chart, sheaf_import_text (import, PARENT));
      if (parent == NULL && !tell_hint (import, PARENT, sheaf_import_text (import, PARENT)))
        sheaf_import_problem (import, PARENT,
                              _ ("account %s is not in the chart, correct it or put its row "
                                 "further up"),
                              sheaf_import_text (import, PARENT));
      return parent;
    }
  for (gsize length = strlen (code); parent == NULL && length > 1; length--)
    {
      start[length - 1] = '\0';
      parent = sheaf_chart_by_code (chart, start);
    }
  if (parent == NULL && !tell_hint (import, CODE, code))
    sheaf_import_problem (import, PARENT,
                          _ ("no account of the chart is above %s, name the parent it belongs "
                             "under"),
                          code);
  return parent;
}

static void
read_words (SheafImport  *import,
            SheafAccount *account)
{
  const char *type = sheaf_import_text (import, TYPE);
  const char *needs = sheaf_import_text (import, NEEDS);

  if (*type != '\0' && !sheaf_account_type_from_word (type, &account->type))
    sheaf_import_problem (import, TYPE,
                          _ ("“%s” is no type of account, leave it empty to take the parent's"),
                          type);
  if (*needs != '\0' && !sheaf_needs_from_word (needs, &account->needs))
    sheaf_import_problem (import, NEEDS,
                          _ ("“%s” cannot stand here, take one of party, item, either, both, "
                             "nothing"),
                          needs);
  (void) sheaf_import_word (import, NORMAL_SIDE, sheaf_import_sides, &account->normal_side);
}

static gboolean
differs (SheafImport *import,
         guint        column,
         const char  *known)
{
  const char *given = sheaf_import_text (import, column);

  return *given != '\0' && g_strcmp0 (given, known != NULL ? known : "") != 0;
}

/* The role of an account that the book has: its own, or one whose postings it takes from now on. */
static gboolean
read_role (SheafImport        *import,
           const SheafChart   *chart,
           const SheafAccount *account,
           GError            **error)
{
  const char *role = sheaf_import_text (import, ROLE);
  GError     *problem = NULL;

  if (*role == '\0' || sheaf_chart_by_role (chart, role, NULL) == account)
    return TRUE;
  return sheaf_account_take_role (import->book, account, role, &problem) ||
         sheaf_import_take_error (import, ROLE, problem, error);
}

/* An account that the book has: every column given must agree. */
static void
compare (SheafImport        *import,
         const SheafChart   *chart,
         const SheafAccount *account)
{
  const SheafAccount *parent = sheaf_chart_by_id (chart, account->parent_id);

  if (differs (import, NAME, account->name) ||
      differs (import, PARENT, parent != NULL ? parent->code : "") ||
      differs (import, TYPE, sheaf_account_type_to_word (account->type)) ||
      differs (import, NORMAL_SIDE, sheaf_import_sides[account->normal_side]) ||
      differs (import, NEEDS, sheaf_needs_to_word (account->needs)))
    sheaf_import_problem (import, CODE,
                          _ ("account %s is in the chart already with other data, remove the row "
                             "or give another code"),
                          account->code);
}

static void
note_first (SheafImport        *import,
            const SheafChart   *chart,
            const SheafAccount *parent,
            const char         *code)
{
  State                  *state = import->state;
  g_autofree const char **roles = sheaf_chart_posting_roles (chart, parent);

  for (guint i = 0; roles[i] != NULL; i++)
    {
      First first = { g_strdup (roles[i]), g_strdup (code), import->line };

      g_array_append_val (state->firsts, first);
    }
}

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  const SheafChart   *chart = sheaf_chart_get (import->book, error);
  const SheafAccount *parent;
  SheafAccount        account = { 0 };
  const char         *code;
  GError             *problem = NULL;

  if (chart == NULL)
    return FALSE;
  if (!sheaf_import_code (import, CODE, &code))
    return TRUE;
  if (sheaf_chart_by_code (chart, code) != NULL)
    {
      compare (import, chart, sheaf_chart_by_code (chart, code));
      return import->row_is_bad ||
             read_role (import, chart, sheaf_chart_by_code (chart, code), error);
    }
  parent = find_parent (import, chart, code);
  read_words (import, &account);
  if (import->row_is_bad)
    return TRUE;
  account.code = (char *) code;
  account.name = (char *) sheaf_import_text (import, NAME);
  account.role = sheaf_import_has (import, ROLE) ? (char *) sheaf_import_text (import, ROLE) : NULL;
  note_first (import, chart, parent, code);
  return sheaf_account_insert (import->book, &account, parent->code, NULL, &problem) ||
         sheaf_import_take_error (import, CODE, problem, error);
}

/* Where the file names no detail that takes a role over, the first one does, and people are
 * told. */
static gboolean
finish (SheafImport *import,
        GError     **error)
{
  State            *state = import->state;
  const SheafChart *chart = sheaf_chart_get (import->book, error);

  for (guint i = 0; chart != NULL && import->problems->errors == 0 && i < state->firsts->len; i++)
    {
      const First        *first = &g_array_index (state->firsts, First, i);
      const SheafAccount *account = sheaf_chart_by_code (chart, first->code);

      if (sheaf_chart_posting_account (chart, first->role, NULL) != NULL)
        continue;
      if (!account->postable)
        continue; /* divided further on: told when something is to be posted */
      if (!sheaf_account_take_role (import->book, account, first->role, error))
        return FALSE;
      import->line = first->line;
      sheaf_import_warning (import, ROLE,
                            _ ("%s is the first detail and takes what the program posts as “%s”, "
                               "give another detail this role if that is wrong"),
                            first->code, first->role);
    }
  return chart != NULL;
}

static void
clear (gpointer data)
{
  State *state = data;

  g_clear_pointer (&state->firsts, g_array_unref);
}

const SheafImportKind sheaf_import_accounts = {
  .name = "accounts",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .state_size = sizeof (State),
  .begin = begin,
  .row = read_record,
  .finish = finish,
  .clear = clear,
};
