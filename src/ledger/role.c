/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A role is the chart's: its account with all under it. When details are opened under that account,
 * one of them takes what the program itself posts; people say which. */
#include "base/i18n.h"
#include "book/act.h"
#include "book/setting.h"
#include "ledger/chart-private.h"
#include "ledger/error.h"

#include <string.h>

static char *
setting_of (const char *role)
{
  return g_strconcat ("role-", role, NULL);
}

void
sheaf_chart_load_roles (SheafBook  *book,
                        SheafChart *chart)
{
  GHashTableIter iter;
  gpointer       role, holder;

  g_hash_table_iter_init (&iter, chart->by_role);
  while (g_hash_table_iter_next (&iter, &role, &holder))
    {
      g_autofree char *key = NULL;
      g_autofree char *code = NULL;
      SheafAccount    *account;

      if (((SheafAccount *) holder)->postable)
        continue;
      key = setting_of (role);
      code = sheaf_setting_find (book, key);
      account = code == NULL ? NULL : g_hash_table_lookup (chart->by_code, code);
      if (account != NULL)
        g_hash_table_insert (chart->posting, role, account);
    }
}

const SheafAccount *
sheaf_chart_by_role (const SheafChart *chart,
                     const char       *role,
                     GError          **error)
{
  const SheafAccount *account = g_hash_table_lookup (chart->by_role, role);

  if (account == NULL)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART,
                 _ ("this book's chart has no account for “%s”, so this cannot be done in it: use "
                    "a book by a chart that has one"),
                 role);
  return account;
}

const SheafAccount *
sheaf_chart_posting_account (const SheafChart *chart,
                             const char       *role,
                             GError          **error)
{
  const SheafAccount *holder = sheaf_chart_by_role (chart, role, error);
  const SheafAccount *taker;

  if (holder == NULL || holder->postable)
    return holder;
  taker = g_hash_table_lookup (chart->posting, role);
  if (taker != NULL && taker->postable)
    return taker;
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT,
               _ ("account %s has details and none of them takes what the program posts there: "
                  "give one of them the role “%s”"),
               taker != NULL ? taker->code : holder->code, role);
  return NULL;
}

const char **
sheaf_chart_posting_roles (const SheafChart   *chart,
                           const SheafAccount *account)
{
  GPtrArray     *roles = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       role;

  g_hash_table_iter_init (&iter, chart->by_role);
  while (g_hash_table_iter_next (&iter, &role, NULL))
    if (sheaf_chart_posting_account (chart, role, NULL) == account)
      g_ptr_array_add (roles, role);
  g_ptr_array_add (roles, NULL);
  return (const char **) g_ptr_array_free (roles, FALSE);
}

gboolean
sheaf_account_write_role (SheafBook  *book,
                          const char *code,
                          const char *role,
                          GError    **error)
{
  g_autofree char *key = setting_of (role);
  SheafChart      *chart;
  SheafAccount    *account, *holder;

  if (!sheaf_setting_write (book, key, code, error))
    return FALSE;
  chart = sheaf_book_attached (book, SHEAF_CHART_KEY);
  if (chart == NULL)
    return TRUE;
  account = g_hash_table_lookup (chart->by_code, code);
  holder = g_hash_table_lookup (chart->by_role, role);
  if (account != NULL && holder != NULL && account != holder)
    g_hash_table_insert (chart->posting, holder->role, account);
  sheaf_book_touch (book, SHEAF_CHART_KEY);
  return TRUE;
}

gboolean
sheaf_account_take_role (SheafBook          *book,
                         const SheafAccount *account,
                         const char         *role,
                         GError            **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *holder = chart == NULL ? NULL : sheaf_chart_by_role (chart, role, error);
  g_autoptr (SheafAct) act = NULL;

  if (holder == NULL)
    return FALSE;
  if (!account->postable || !sheaf_chart_is_under (chart, account, holder))
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT,
                   _ ("account %s cannot take the role “%s”: name an account under %s that takes "
                      "postings"),
                   account->code, role, holder->code);
      return FALSE;
    }
  if (sheaf_chart_posting_account (chart, role, NULL) == account)
    return TRUE;
  act = sheaf_act_begin (book, "account-role", account->code, error);
  return act != NULL && sheaf_account_write_role (book, account->code, role, error) &&
         sheaf_act_commit (act, error);
}
