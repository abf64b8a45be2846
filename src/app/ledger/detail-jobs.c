/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Detail accounts, read and written away from the main thread. */
#include "app/ledger/detail-jobs.h"

#include "base/language.h"
#include "book/act.h"
#include "ledger/chart.h"

void
sheaf_detail_chart_free (SheafDetailChart *chart)
{
  if (chart == NULL)
    return;
  sheaf_choices_unref (chart->accounts);
  g_hash_table_unref (chart->posting);
  g_free (chart);
}

void
sheaf_detail_wish_free (SheafDetailWish *wish)
{
  if (wish == NULL)
    return;
  g_free (wish->parent);
  g_free (wish->code);
  g_free (wish->name);
  g_free (wish);
}

gpointer
sheaf_detail_chart_job (gpointer connection,
                        gpointer data,
                        GError **error)
{
  const SheafChart *accounts = sheaf_chart_get (connection, error);
  SheafDetailChart *chart;

  (void) data;
  if (accounts == NULL)
    return NULL;
  chart = g_new0 (SheafDetailChart, 1);
  chart->accounts = sheaf_choices_new ();
  chart->posting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < sheaf_chart_count (accounts); i++)
    {
      const SheafAccount     *account = sheaf_chart_at (accounts, i);
      g_autofree const char **roles = sheaf_chart_posting_roles (accounts, account);

      sheaf_choices_add (chart->accounts, account->id, account->code,
                         sheaf_account_name (account, sheaf_language_current ()));
      if (roles[0] != NULL)
        g_hash_table_add (chart->posting, g_strdup (account->code));
    }
  return chart;
}

/* The roles whose postings the account above takes, given to the new one. */
static gboolean
take_roles (SheafBook         *book,
            const char *const *roles,
            const char        *code,
            GError           **error)
{
  const SheafAccount *account = sheaf_chart_by_code (sheaf_chart_get (book, NULL), code);

  for (guint i = 0; roles[i] != NULL; i++)
    if (!sheaf_account_take_role (book, account, roles[i], error))
      return FALSE;
  return TRUE;
}

gpointer
sheaf_detail_open_job (gpointer connection,
                       gpointer data,
                       GError **error)
{
  const SheafDetailWish  *wish = data;
  const SheafChart       *chart = sheaf_chart_get (connection, error);
  const SheafAccount     *parent = chart == NULL ? NULL : sheaf_chart_by_code (chart, wish->parent);
  const SheafAccount      detail = { .code = wish->code, .name = wish->name, .needs = wish->needs };
  g_autofree const char **roles = NULL;
  g_autoptr (SheafAct) act = NULL;

  if (chart == NULL)
    return NULL;
  /* Before the account above is divided: afterwards nobody takes them. */
  roles = parent != NULL && wish->takes_role ? sheaf_chart_posting_roles (chart, parent)
                                             : g_new0 (const char *, 1);
  act = sheaf_act_begin (connection, "account-insert", wish->code, error);
  if (act == NULL || !sheaf_account_insert (connection, &detail, wish->parent, NULL, error) ||
      !take_roles (connection, roles, wish->code, error) || !sheaf_act_commit (act, error))
    return NULL;
  return g_strdup (wish->code);
}

char *
sheaf_detail_next_code (const SheafDetailChart *chart,
                        const char             *parent)
{
  for (guint digit = 1; digit <= 9; digit++)
    {
      g_autofree char *code = g_strdup_printf ("%s%u", parent, digit);

      if (sheaf_choices_find_code (chart->accounts, code) == NULL)
        return g_steal_pointer (&code);
    }
  return NULL;
}
