/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers are unique for each kind and year; most books that scripts touch have few years. */
#include "cli/voucher-argument.h"

#include "base/i18n.h"
#include "cli/error.h"
#include "ledger/journal.h"
#include "ledger/voucher.h"

static gboolean
find_in_years (const SheafCommandLine *line,
               SheafBook              *book,
               SheafVoucherKind        kind,
               const char             *number,
               gint64                 *ret_id,
               GError                **error)
{
  int       first = sheaf_date_year (sheaf_book_first_day (book));
  SheafDate last;
  guint     year = 0;

  *ret_id = 0;
  if (!sheaf_command_number (line, "year", 1900, 2999, &year, error) ||
      !sheaf_journal_last_day (book, &last, error))
    return FALSE;
  if (year != 0)
    {
      *ret_id = sheaf_voucher_find (book, kind, (int) year, number);
      return TRUE;
    }
  for (int y = first; !sheaf_date_is_none (last) && y <= sheaf_date_year (last); y++)
    {
      gint64 id = sheaf_voucher_find (book, kind, y, number);

      if (id != 0 && *ret_id != 0)
        {
          g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                       _ ("there is a voucher %s in several years: name the year with --year"),
                       number);
          return FALSE;
        }
      if (id != 0)
        *ret_id = id;
    }
  return TRUE;
}

static gboolean
find (const SheafCommandLine *line,
      SheafBook              *book,
      const char             *word,
      const char             *number,
      gint64                 *ret_id,
      GError                **error)
{
  SheafVoucherKind kind;

  if (!sheaf_voucher_kind_from_word (word, &kind))
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("“%s” is no kind of voucher: take one such as receipt, payment or journal"),
                   word);
      return FALSE;
    }
  if (!find_in_years (line, book, kind, number, ret_id, error))
    return FALSE;
  if (*ret_id == 0)
    g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                 _ ("there is no %s voucher %s: “sheaf-cli journal” lists those there are"), word,
                 number);
  return *ret_id != 0;
}

gboolean
sheaf_command_find_voucher (const SheafCommandLine *line,
                            SheafBook              *book,
                            guint                   first,
                            gint64                 *ret_id,
                            GError                **error)
{
  return find (line, book, sheaf_command_argument (line, first),
               sheaf_command_argument (line, first + 1), ret_id, error);
}

gboolean
sheaf_command_find_named_voucher (const SheafCommandLine *line,
                                  SheafBook              *book,
                                  const char             *text,
                                  gint64                 *ret_id,
                                  GError                **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 2);

  if (g_strv_length (parts) == 2)
    return find (line, book, parts[0], parts[1], ret_id, error);
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
               _ ("“%s” names no voucher: write KIND/NUMBER, as payment/PC00001"), text);
  return FALSE;
}
