/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes that a book must know. */
#include "cli/book-argument.h"

#include "base/i18n.h"
#include "cli/error.h"
#include "ledger/chart.h"
#include "ledger/party.h"

gboolean
sheaf_command_find_account (SheafBook  *book,
                            const char *code,
                            gint64     *ret_id,
                            GError    **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *account;

  if (chart == NULL || code == NULL)
    return chart != NULL;
  account = sheaf_chart_by_code (chart, code);
  if (account == NULL)
    {
      g_autofree char *hint = sheaf_chart_hint (book, code);

      if (hint != NULL)
        g_set_error_literal (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED, hint);
      else
        g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                     _ ("account %s is not in the chart: “sheaf-cli balance” shows those in use"),
                     code);
      return FALSE;
    }
  *ret_id = account->id;
  return TRUE;
}

gboolean
sheaf_command_find_party (SheafBook  *book,
                          const char *code,
                          gint64     *ret_id,
                          GError    **error)
{
  gint64 id;

  if (code == NULL)
    return TRUE;
  id = sheaf_party_find (book, code);
  if (id == 0)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                   _ ("nobody has the code %s: check the code"), code);
      return FALSE;
    }
  *ret_id = id;
  return TRUE;
}

gboolean
sheaf_command_on (const SheafCommandLine *line,
                  SheafBook              *book,
                  SheafDate              *ret_day,
                  GError                **error)
{
  *ret_day = sheaf_book_today (book);
  return sheaf_command_day (line, "on", ret_day, error);
}
