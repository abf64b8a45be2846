/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An old book gives what it holds in the CSV kinds, and the new one reads them: one way in, with
 * every rule of it. */
#include "exchange/carry-over.h"

#include "base/i18n.h"
#include "book/act.h"
#include "exchange/csv-export.h"
#include "exchange/csv-import.h"
#include "exchange/error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* What people and things are called in the old book; its products name accounts and stay there. */
static const char *const kinds[] = { "parties", "members", "membership",
                                     "merges", "items", "capital" };

static gboolean
is_kind (const char *name)
{
  g_autofree const char **exported = sheaf_export_kinds ();
  g_autofree const char **imported = sheaf_import_kinds ();

  return g_strv_contains (exported, name) && g_strv_contains (imported, name);
}

/* People know the old book's kinds, not the temporary file. */
static void
rename_file (SheafProblem *problem,
             const char   *kind)
{
  g_free (problem->file);
  problem->file = g_strdup (kind);
}

/* Reads text as a file of a kind. */
static gboolean
read_text (SheafBook     *book,
           const char    *kind,
           const GString *text,
           SheafProblems *problems,
           GError       **error)
{
  g_autofree char *name = g_strdup_printf ("sheaf-%s-XXXXXX", kind);
  g_autofree char *path = NULL;
  int              file = g_file_open_tmp (name, &path, error);
  guint            before = problems->items->len;
  guint            errors = problems->errors;
  gboolean         done;

  if (file < 0)
    return FALSE;
  (void) close (file); /* opened only for its name */
  done = g_file_set_contents (path, text->str, (gssize) text->len, error) &&
         sheaf_import_file (book, kind, path, NULL, problems, NULL, error);
  for (guint i = before; i < problems->items->len; i++)
    rename_file (problems->items->pdata[i], kind);
  if (!done && problems->errors > errors)
    {
      g_clear_error (error);
      g_set_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_REFUSED,
                   _ ("the old book's %s cannot be carried over: mend what is listed in the old "
                      "book"),
                   kind);
    }
  (void) g_unlink (path); /* a temporary file; the system clears it away otherwise */
  return done;
}

static gboolean
carry_kind (SheafBook     *old,
            SheafBook     *book,
            const char    *kind,
            SheafProblems *problems,
            GError       **error)
{
  GString *text = sheaf_export_text (old, kind, error);
  gboolean done;

  if (text == NULL)
    return FALSE;
  /* A header without rows has nothing to bring. */
  done = strchr (text->str, '\n') == text->str + text->len - 1 ||
         read_text (book, kind, text, problems, error);
  g_string_free (text, TRUE);
  return done;
}

/* A detail that took over what the program posts in the old book does so in the new one. */
static gboolean
take_roles (SheafBook  *old,
            SheafBook  *book,
            const char *code,
            GError    **error)
{
  const SheafChart       *before = sheaf_chart_get (old, error);
  const SheafChart       *chart = sheaf_chart_get (book, error);
  const SheafAccount     *account = before == NULL ? NULL : sheaf_chart_by_code (before, code);
  g_autofree const char **roles = NULL;

  if (account == NULL || chart == NULL)
    return FALSE;
  roles = sheaf_chart_posting_roles (before, account);
  for (guint i = 0; roles[i] != NULL; i++)
    if (sheaf_chart_by_role (chart, roles[i], NULL) != NULL &&
        !sheaf_account_take_role (book, sheaf_chart_by_code (chart, code), roles[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
open_details (SheafBook             *old,
              SheafBook             *book,
              const SheafOpeningMap *map,
              GError               **error)
{
  for (guint i = 0; i < map->details->len; i++)
    {
      const SheafMapDetail *detail = map->details->pdata[i];
      const SheafAccount    account = { .code = detail->code,
                                        .name = detail->name,
                                        .needs = detail->needs };

      if (!sheaf_account_insert (book, &account, detail->parent, NULL, error))
        return FALSE;
    }
  for (guint i = 0; i < map->details->len; i++)
    if (!take_roles (old, book, ((SheafMapDetail *) map->details->pdata[i])->code, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_year (SheafBook             *book,
            const SheafOpeningMap *map,
            GError               **error)
{
  int first = sheaf_date_year (sheaf_book_first_day (book));

  if (first == map->year + 1)
    return TRUE;
  g_set_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_REFUSED,
               _ ("the old book's balances are those at the end of %d: begin the new book with %d, "
                  "not %d"),
               map->year, map->year + 1, first);
  return FALSE;
}

static gboolean
carry_balances (SheafBook             *book,
                const SheafOpeningMap *map,
                SheafProblems         *problems,
                GError               **error)
{
  GString *text = sheaf_opening_map_text (map);
  gboolean done = map->balances->len == 0 || read_text (book, "opening", text, problems, error);

  g_string_free (text, TRUE);
  return done;
}

gboolean
sheaf_carry_over (SheafBook             *old,
                  const SheafOpeningMap *map,
                  SheafBook             *book,
                  SheafProblems         *problems,
                  GError               **error)
{
  g_autofree char *summary = g_strdup_printf ("%s %d", map->from, map->year);
  g_autoptr (SheafAct) act = NULL;

  g_return_val_if_fail (old != NULL && map != NULL && book != NULL && problems != NULL, FALSE);
  if (!check_year (book, map, error))
    return FALSE;
  act = sheaf_act_begin (book, "carry-over", summary, error);
  if (act == NULL || !open_details (old, book, map, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is_kind (kinds[i]) && !carry_kind (old, book, kinds[i], problems, error))
      return FALSE;
  return carry_balances (book, map, problems, error) && sheaf_act_commit (act, error);
}
