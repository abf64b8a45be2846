/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Revalues foreign money, claims and debts at the rate of a day. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "base/rate.h"
#include "cli/currency-output.h"
#include "cli/error.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "date", "DAY", N_ ("at the rate of this day, which is the voucher's") },
  { "rate", "USD=RATE,…", N_ ("rates used before those that the book knows; they are kept") },
  { "simulate", NULL, N_ ("only shows what would be posted") },
  { NULL, NULL, NULL },
};

static gboolean
read_rate (const char     *text,
           SheafGivenRate *ret_given)
{
  const char *sign = strchr (text, '=');
  SheafRate   rate;

  if (sign == NULL || sign - text != 3 || !sheaf_rate_parse (sign + 1, &rate, NULL) ||
      rate.millionths == 0)
    return FALSE;
  memcpy (ret_given->currency, text, 3);
  ret_given->rate = rate.millionths;
  return TRUE;
}

static GArray *
read_rates (const SheafCommandLine *line,
            GError                **error)
{
  g_autoptr (GArray) given = g_array_new (FALSE, TRUE, sizeof (SheafGivenRate));
  const char *option = sheaf_command_option (line, "rate");
  g_auto (GStrv) parts = g_strsplit (option != NULL ? option : "", ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      SheafGivenRate one = { 0 };

      if (!read_rate (parts[i], &one))
        {
          g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                       _ ("--rate %s is no rate: write it as USD=25400 or USD=25400.5"), parts[i]);
          return NULL;
        }
      for (guint j = 0; j < given->len; j++)
        if (g_str_equal (g_array_index (given, SheafGivenRate, j).currency, one.currency))
          {
            g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                         _ ("--rate names %s twice: give one rate for it"), one.currency);
            return NULL;
          }
      g_array_append_val (given, one);
    }
  return g_steal_pointer (&given);
}

/* Programs find the voucher in the journal. */
static gboolean
say_voucher (const SheafCommandLine *line,
             SheafBook              *book,
             gint64                  id,
             GError                **error)
{
  g_autoptr (SheafVoucher) voucher = NULL;

  if (strcmp (sheaf_command_format (line), "text") != 0 || sheaf_command_option (line, "o") != NULL)
    return TRUE;
  if (id == 0)
    {
      sheaf_command_say ("%s", _ ("Nothing differs: no voucher was posted."));
      return TRUE;
    }
  voucher = sheaf_voucher_load (book, id, error);
  if (voucher == NULL)
    return FALSE;
  sheaf_command_say (_ ("Voucher %s posts the differences."), voucher->number);
  return TRUE;
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  gboolean  simulate = sheaf_command_flag (line, "simulate");
  SheafDate date;
  g_autoptr (GArray) given = NULL;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafRevaluation) revaluation = NULL;
  gint64 id = 0;

  if (!sheaf_command_need_day (line, "date", &date, error) ||
      (given = read_rates (line, error)) == NULL)
    return FALSE;
  book = sheaf_command_open (line, simulate ? SHEAF_BOOK_READ : SHEAF_BOOK_WRITE, error);
  if (book == NULL)
    return FALSE;
  revaluation = sheaf_revaluation_compute (book, date, (const SheafGivenRate *) given->data,
                                           given->len, error);
  if (revaluation == NULL ||
      (!simulate && !sheaf_revaluation_post (book, date, (const SheafGivenRate *) given->data,
                                             given->len, &id, error)))
    return FALSE;
  return sheaf_currency_output (line, book, revaluation, error) &&
         (simulate || say_voucher (line, book, id, error));
}

const SheafCommand sheaf_command_revalue = {
  .name = "revalue",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("revalues foreign money, claims and debts, and posts the difference"),
  .options = options,
  .reports = TRUE,
  .run = run,
};
