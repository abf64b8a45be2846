/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields that name something the book must know: accounts, parties, items. */
#include "base/i18n.h"
#include "exchange/csv-import-private.h"
#include "ledger/chart.h"
#include "ledger/merge.h"
#include "ledger/party.h"
#include "ledger/voucher.h"

/* An account of another chart is told by where its content goes in this one. */
static void
tell_unknown (SheafImport *import,
              guint        column,
              const char  *code)
{
  g_autofree char *hint = sheaf_chart_hint (import->book, code);

  if (hint != NULL)
    sheaf_import_problem (import, (int) column, "%s", hint);
  else
    sheaf_import_problem (import, (int) column,
                          _ ("account %s is not in the chart, correct the number or add the "
                             "account first"),
                          code);
}

gboolean
sheaf_import_account (SheafImport *import,
                      guint        column,
                      gint64      *ret_id)
{
  const char         *code = sheaf_import_text (import, column);
  const SheafChart   *chart;
  const SheafAccount *account;

  if (*code == '\0')
    return FALSE;
  chart = sheaf_chart_get (import->book, NULL);
  account = chart != NULL ? sheaf_chart_by_code (chart, code) : NULL;
  if (account == NULL || account->hidden)
    {
      tell_unknown (import, column, code);
      return FALSE;
    }
  if (!account->postable)
    {
      sheaf_import_problem (import, (int) column,
                            _ ("account %s is a group, post to one of the accounts under it"),
                            code);
      return FALSE;
    }
  *ret_id = account->id;
  return TRUE;
}

gboolean
sheaf_import_any_party (SheafImport *import,
                        guint        column,
                        gint64      *ret_id)
{
  const char *code = sheaf_import_text (import, column);
  gint64      id;

  if (*code == '\0')
    return FALSE;
  id = sheaf_party_find (import->book, code);
  if (id == 0)
    {
      sheaf_import_problem (import, (int) column,
                            _ ("nobody has the code %s, correct it or import the party or member "
                               "first"),
                            code);
      return FALSE;
    }
  *ret_id = id;
  return TRUE;
}

/* TRUE when the party stands for itself; else who stands for it is named. */
static gboolean
check_unmerged (SheafImport *import,
                guint        column,
                gint64       id)
{
  gint64 survivor_id = sheaf_party_survivor (import->book, id);
  g_autoptr (SheafParty) survivor = NULL;

  if (survivor_id == id)
    return TRUE;
  survivor = sheaf_party_load (import->book, survivor_id, NULL);
  sheaf_import_problem (import, (int) column, _ ("%s was merged into %s (%s), name %s"),
                        sheaf_import_text (import, column), survivor == NULL ? "?" : survivor->code,
                        survivor == NULL ? "?" : survivor->name,
                        survivor == NULL ? "?" : survivor->code);
  return FALSE;
}

gboolean
sheaf_import_party (SheafImport *import,
                    guint        column,
                    gint64      *ret_id)
{
  gint64 id;

  if (!sheaf_import_any_party (import, column, &id) || !check_unmerged (import, column, id))
    return FALSE;
  *ret_id = id;
  return TRUE;
}

gboolean
sheaf_import_item (SheafImport *import,
                   guint        column,
                   gint64      *ret_id)
{
  const char *code;
  GError     *problem = NULL;

  if (!sheaf_import_code (import, column, &code))
    return FALSE;
  if (sheaf_item_ensure (import->book, code, ret_id, &problem))
    return TRUE;
  sheaf_import_problem (import, (int) column, "%s", problem->message);
  g_error_free (problem);
  return FALSE;
}

gboolean
sheaf_import_voucher (SheafImport *import,
                      guint        kind_column,
                      guint        number_column,
                      guint        year_column,
                      gint64      *ret_id)
{
  const char      *number = sheaf_import_text (import, number_column);
  const char      *word = sheaf_import_text (import, kind_column);
  SheafVoucherKind kind;
  int              year;
  gint64           id;

  if (*number == '\0' || *word == '\0')
    return FALSE;
  if (!sheaf_voucher_kind_from_word (word, &kind))
    sheaf_import_problem (import, (int) kind_column,
                          _ ("“%s” is no kind of voucher, correct it"), word);
  else if (sheaf_import_year (import, year_column, &year))
    {
      id = sheaf_voucher_find (import->book, kind, year, number);
      if (id != 0)
        {
          *ret_id = id;
          return TRUE;
        }
      sheaf_import_problem (import, (int) number_column,
                            _ ("there is no voucher %s of this kind, correct the number or "
                               "import the voucher first"),
                            number);
    }
  return FALSE;
}
