/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Detail accounts under given ones. */
#include "base/i18n.h"
#include "base/text.h"
#include "book/act.h"
#include "ledger/chart-private.h"
#include "ledger/chart-sql.h"
#include "ledger/error.h"

static gboolean
refuse (GError    **error,
        const char *format,
        ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError    **error,
        const char *format,
        ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT, format, args);
  va_end (args);
  return FALSE;
}

/* The account whose place in postings the new one would take without being its detail. */
static const SheafAccount *
other_holder (const SheafChart   *chart,
              const SheafAccount *account,
              const SheafAccount *parent)
{
  const SheafAccount *holder = account->role == NULL || *account->role == '\0'
                                   ? NULL
                                   : sheaf_chart_by_role (chart, account->role, NULL);

  return holder != NULL && sheaf_chart_is_under (chart, parent, holder) ? NULL : holder;
}

/* What the detail says of itself against the account it is a detail of: a revenue under an asset or
 * an internal account under an external one would fall out of every statement. */
static gboolean
check_nature (const SheafChart   *chart,
              const SheafAccount *account,
              const SheafAccount *parent,
              GError            **error)
{
  const SheafAccount *holder = other_holder (chart, account, parent);
  gboolean            sided = parent->scope == SHEAF_ACCOUNT_SCOPE_INTERNAL ||
                   parent->scope == SHEAF_ACCOUNT_SCOPE_EXTERNAL;

  if (account->type != 0 && account->type != parent->type)
    return refuse (error, _ ("account %s cannot be of another type than %s: leave the type out"),
                   account->code, parent->code);
  if (sided && account->scope != 0 && account->scope != parent->scope)
    return refuse (error, _ ("account %s cannot be of another scope than %s: leave the scope out"),
                   account->code, parent->code);
  if (holder != NULL)
    return refuse (error, _ ("the role of account %s is that of account %s: leave the role out"),
                   account->code, holder->code);
  return TRUE;
}

static gboolean
check_unused (SheafBook          *book,
              const SheafAccount *parent,
              GError            **error)
{
  gint64 used = 0;

  if (!sheaf_store_get_int (sheaf_book_store (book), ACCOUNT_HAS_ROWS,
                            SHEAF_ARGS (SHEAF_INT (parent->id)), &used, error))
    return FALSE;
  return used == 0 ||
         refuse (error,
                 _ ("account %s has postings already and cannot be divided: open details before "
                    "the first posting"),
                 parent->code);
}

static gboolean
check_detail (SheafBook          *book,
              const SheafChart   *chart,
              const SheafAccount *account,
              const SheafAccount *parent,
              GError            **error)
{
  if (sheaf_chart_by_code (chart, account->code) != NULL)
    return refuse (error, _ ("account %s is there already: choose another code"), account->code);
  if (!sheaf_text_is_code (account->code) || !g_str_has_prefix (account->code, parent->code))
    return refuse (error, _ ("the code %s must begin with %s, the account it is a detail of"),
                   account->code, parent->code);
  if (account->name == NULL || *account->name == '\0')
    return refuse (error, _ ("account %s needs a name: give one"), account->code);
  return check_nature (chart, account, parent, error) && check_unused (book, parent, error);
}

/* A detail may ask for more than its account, never for less. */
static SheafNeeds
needs_of (SheafNeeds detail,
          SheafNeeds account)
{
  gboolean party = detail == SHEAF_NEEDS_PARTY || account == SHEAF_NEEDS_PARTY;
  gboolean item = detail == SHEAF_NEEDS_ITEM || account == SHEAF_NEEDS_ITEM;

  if (detail == SHEAF_NEEDS_BOTH || account == SHEAF_NEEDS_BOTH || (party && item))
    return SHEAF_NEEDS_BOTH;
  if (party || item)
    return party ? SHEAF_NEEDS_PARTY : SHEAF_NEEDS_ITEM;
  return MAX (detail, account);
}

/* A role that the account above has goes over to the detail that names it. */
static gboolean
write_given_role (SheafBook          *book,
                  const SheafAccount *account,
                  GError            **error)
{
  return account->role == NULL || *account->role == '\0' ||
         sheaf_account_write_role (book, account->code, account->role, error);
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
  g_autofree char    *hint = NULL;
  SheafAccount        whole = *account;
  gint64              id = 0;
  g_autoptr (SheafAct) act = NULL;

  if (chart == NULL)
    return FALSE;
  parent = sheaf_chart_by_code (chart, parent_code);
  if (parent == NULL && (hint = sheaf_chart_hint (book, parent_code)) != NULL)
    return refuse (error, "%s", hint);
  if (parent == NULL)
    return refuse (error,
                   _ ("there is no account %s to open a detail under: name one of the chart"),
                   parent_code);
  if (!check_detail (book, chart, account, parent, error))
    return FALSE;
  whole.parent_id = parent->id;
  whole.type = parent->type;
  whole.normal_side = account->normal_side == 0 ? parent->normal_side : account->normal_side;
  whole.needs = needs_of (account->needs, parent->needs);
  whole.hidden = FALSE;
  whole.scope = account->scope == 0 ? parent->scope : account->scope;
  whole.book = parent->book;
  whole.by_hand = parent->by_hand;
  whole.money = parent->money;
  whole.currency = parent->currency;
  act = sheaf_act_begin (book, "account-insert", account->code, error);
  if (act == NULL || !sheaf_account_write (book, &whole, &id, error) ||
      !write_given_role (book, account, error) || !sheaf_act_commit (act, error))
    return FALSE;
  if (ret_id != NULL)
    *ret_id = id;
  return TRUE;
}
