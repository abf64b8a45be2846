/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Detail accounts under given ones. */
#include "base/i18n.h"
#include "base/text.h"
#include "book/act.h"
#include "ledger/chart-private.h"
#include "ledger/chart-sql.h"
#include "ledger/error.h"

static gboolean
check_detail (SheafBook          *book,
              const SheafAccount *account,
              const SheafAccount *parent,
              const char         *parent_code,
              GError            **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  gint64            used = 0;

  if (chart == NULL)
    return FALSE;
  if (parent == NULL)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT,
                 _ ("there is no account %s to open a detail under: name one of the chart"),
                 parent_code);
  else if (sheaf_chart_by_code (chart, account->code) != NULL)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT,
                 _ ("account %s is there already: choose another code"), account->code);
  else if (!sheaf_text_is_code (account->code) || !g_str_has_prefix (account->code, parent->code))
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT,
                 _ ("the code %s must begin with %s, the account it is a detail of"), account->code,
                 parent->code);
  else if (account->name == NULL || *account->name == '\0')
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT,
                 _ ("account %s needs a name: give one"), account->code);
  else if (!sheaf_store_get_int (sheaf_book_store (book), ACCOUNT_HAS_ROWS,
                                 SHEAF_ARGS (SHEAF_INT (parent->id)), &used, error))
    return FALSE;
  else if (used != 0)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT,
                 _ ("account %s has postings already and cannot be divided: open details before "
                    "the first posting"),
                 parent_code);
  else
    return TRUE;
  return FALSE;
}

gboolean
sheaf_account_insert (SheafBook          *book,
                      const SheafAccount *account,
                      const char         *parent_code,
                      gint64             *ret_id,
                      GError            **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *parent;
  SheafAccount        whole = *account;
  gint64              id = 0;
  g_autoptr (SheafAct) act = NULL;

  if (chart == NULL)
    return FALSE;
  parent = sheaf_chart_by_code (chart, parent_code);
  if (!check_detail (book, account, parent, parent_code, error))
    return FALSE;
  whole.parent_id = parent->id;
  whole.type = account->type == 0 ? parent->type : account->type;
  whole.normal_side = account->normal_side == 0 ? parent->normal_side : account->normal_side;
  whole.needs = MAX (account->needs, parent->needs);
  whole.scope = account->scope == 0 ? parent->scope : account->scope;
  whole.book = parent->book;
  act = sheaf_act_begin (book, "account-insert", account->code, error);
  if (act == NULL || !sheaf_account_write (book, &whole, &id, error) ||
      !sheaf_act_commit (act, error))
    return FALSE;
  if (ret_id != NULL)
    *ret_id = id;
  return TRUE;
}
