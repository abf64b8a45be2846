/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for a year. */
#include "ledger/tax-answer.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/chart.h"
#include "ledger/error.h"
#include "ledger/tax-answer-sql.h"
#include "ledger/tax-rules.h"
#include "ledger/vat-share-private.h"
#include "store/query.h"

#include <string.h>

#define REASON "-reason"
#define LOSS "loss-"
#define LONGEST 500
#define LAST_YEAR 2999

typedef enum
{
  MONEY,
  SHARE,
  RATE, /* or the name of one */
  WAY,
  CODES,
  COST, /* one account of cost that takes entries */
} AnswerKind;

static const struct
{
  const char *key;
  AnswerKind  kind;
  gboolean    reason;
} keys[] = {
  { "exempt-share", SHARE, TRUE },
  { "common-fund", MONEY, FALSE },
  { "other-increase", MONEY, TRUE },
  { "other-decrease", MONEY, TRUE },
  { "last-revenue", MONEY, FALSE },
  { "rate", RATE, TRUE },
  { "tax-reduction", MONEY, TRUE },
  { "vat-shared-accounts", CODES, FALSE },
  { "vat-revenue", WAY, FALSE },
  { "vat-not-taxable-accounts", CODES, FALSE },
  { "vat-cost-account", COST, FALSE },
  { "interest", MONEY, FALSE },
  { "planned-profit", MONEY, FALSE },
};

char *
sheaf_tax_answer_find (SheafBook  *book,
                       int         year,
                       const char *key)
{
  char *value = NULL;

  if (!sheaf_store_get_text (sheaf_book_store (book), TAX_ANSWER_FIND,
                             SHEAF_ARGS (SHEAF_INT (year), SHEAF_TEXT (key)), &value, NULL))
    return NULL;
  if (value != NULL && *value == '\0')
    g_clear_pointer (&value, g_free);
  return value;
}

gboolean
sheaf_tax_answer_money (SheafBook  *book,
                        int         year,
                        const char *key,
                        SheafMoney *ret_money)
{
  g_autofree char *value = sheaf_tax_answer_find (book, year, key);

  return value != NULL && sheaf_money_parse (value, ret_money, NULL);
}

gboolean
sheaf_tax_answer_rate (SheafBook  *book,
                       int         year,
                       const char *key,
                       SheafRate  *ret_rate)
{
  g_autofree char *value = sheaf_tax_answer_find (book, year, key);

  return value != NULL && sheaf_rate_parse (value, ret_rate, NULL);
}

char *
sheaf_tax_answer_reason (SheafBook  *book,
                         int         year,
                         const char *key)
{
  g_autofree char *full = g_strconcat (key, REASON, NULL);

  return sheaf_tax_answer_find (book, year, full);
}

/* The place of a key in the table; "loss-2023" and reasons have none. */
static int
find_key (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (keys[i].key, key) == 0)
      return (int) i;
  return -1;
}

/* "loss-2023" for any year up to the last. */
static gboolean
is_loss_year (const char *key,
              int         last)
{
  guint64 lost;

  return g_str_has_prefix (key, LOSS) &&
         g_ascii_string_to_unsigned (key + strlen (LOSS), 10, 1900, (guint64) last, &lost, NULL);
}

static gboolean
are_codes (SheafBook  *book,
           const char *value)
{
  const SheafChart *chart = sheaf_chart_get (book, NULL);
  g_auto (GStrv) codes = g_strsplit (value, ";", -1);

  for (guint i = 0; chart != NULL && codes[i] != NULL; i++)
    if (sheaf_chart_by_code (chart, codes[i]) == NULL)
      return FALSE;
  return chart != NULL;
}

static gboolean
is_cost_account (SheafBook  *book,
                 const char *code)
{
  const SheafChart   *chart = sheaf_chart_get (book, NULL);
  const SheafAccount *account = chart == NULL ? NULL : sheaf_chart_by_code (chart, code);

  return account != NULL && account->postable && sheaf_vat_share_is_cost (account);
}

static gboolean
may_be (SheafBook  *book,
        int         year,
        AnswerKind  kind,
        const char *value)
{
  g_autoptr (SheafTaxRules) rules = NULL;
  SheafMoney money;
  SheafRate  rate;

  switch (kind)
    {
    case MONEY:
      return sheaf_money_parse (value, &money, NULL);
    case WAY:
      return strcmp (value, "invoices") == 0 || strcmp (value, "accounts") == 0;
    case CODES:
      return are_codes (book, value);
    case COST:
      return is_cost_account (book, value);
    case RATE:
      rules = sheaf_tax_rules_load (book, year, NULL);
      if (rules != NULL && sheaf_tax_rules_find (rules, value) != NULL)
        return TRUE;
      return sheaf_rate_parse (value, &rate, NULL) && rate.millionths <= 1000000;
    case SHARE:
    default:
      return sheaf_rate_parse (value, &rate, NULL) && rate.millionths <= 1000000;
    }
}

static const char *
what_is_asked (AnswerKind kind)
{
  switch (kind)
    {
    case MONEY:
      return _ ("give an amount in whole đồng");
    case WAY:
      return _ ("give invoices or accounts");
    case CODES:
      return _ ("give codes of accounts, parted by ;");
    case COST:
      return _ ("give one account of cost, stock or assets that takes entries itself");
    case RATE:
      return _ ("give a rate from 0 to 1, or the name of a rate such as agriculture");
    case SHARE:
    default:
      return _ ("give a part from 0 to 1");
    }
}

/* Sets the error and gives FALSE. */
static gboolean refuse (GError    **error,
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
    *error = g_error_new_valist (SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX, format, args);
  va_end (args);
  return FALSE;
}

/* Losses of years that the book has are worked out from their own sheets; older ones than the law
 * carries forward would never count. */
static gboolean
check_loss_year (SheafBook  *book,
                 int         year,
                 const char *key,
                 GError    **error)
{
  g_autoptr (SheafTaxRules) rules = sheaf_tax_rules_load (book, year, NULL);
  int    first = sheaf_date_year (sheaf_book_first_day (book));
  gint64 lost = g_ascii_strtoll (key + strlen (LOSS), NULL, 10);

  if (lost >= first)
    return refuse (error, _ ("%s is not asked: the book has that year and works its loss out "
                             "itself; leave the answer out"),
                   key);
  return rules == NULL || lost + rules->loss_years.number >= year ||
         refuse (error, _ ("%s is too old: in %d only losses of the %d years before can be set "
                           "off; leave the answer out"),
                 key, year, (int) rules->loss_years.number);
}

static gboolean
check_year (SheafBook *book,
            int        year,
            GError   **error)
{
  int first = sheaf_date_year (sheaf_book_first_day (book));

  return year >= first ||
         refuse (error, _ ("the book has no year %d, it begins with %d: give a year from then on"),
                 year, first);
}

static gboolean
is_reason (const char *key)
{
  g_autofree char *of = g_str_has_suffix (key, REASON)
                            ? g_strndup (key, strlen (key) - strlen (REASON))
                            : NULL;

  return of != NULL && (find_key (of) >= 0 || is_loss_year (of, LAST_YEAR));
}

static gboolean
check_answer (SheafBook  *book,
              int         year,
              const char *key,
              const char *value,
              GError    **error)
{
  int        place = find_key (key);
  AnswerKind kind = place >= 0 ? keys[place].kind : MONEY;

  if (is_reason (key))
    return (g_utf8_validate (value, -1, NULL) && g_utf8_strlen (value, -1) <= LONGEST) ||
           refuse (error, _ ("the reason for %s is too long: say it in a line"), key);
  if (place < 0 && !is_loss_year (key, year - 1))
    {
      g_autoptr (GString) known = g_string_new (NULL);

      for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
        g_string_append_printf (known, "%s, ", keys[i].key);
      return refuse (error, _ ("“%s” cannot be answered: take one of %sloss-YYYY"), key,
                     known->str);
    }
  if (place < 0 && *value != '\0' && !check_loss_year (book, year, key, error))
    return FALSE;
  return *value == '\0' || may_be (book, year, kind, value) ||
         refuse (error, _ ("%s cannot be “%s”: %s"), key, value, what_is_asked (kind));
}

/* Some answers change what the books say; the tax office will ask why. */
static gboolean
check_reasons (SheafBook *book,
               int        year,
               GError   **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *value = sheaf_tax_answer_find (book, year, keys[i].key);
      g_autofree char *reason = sheaf_tax_answer_reason (book, year, keys[i].key);

      if (keys[i].reason && value != NULL && reason == NULL)
        return refuse (error, _ ("%s needs a reason: give %s%s as well"), keys[i].key, keys[i].key,
                       REASON "=…");
    }
  return TRUE;
}

void
sheaf_tax_answer_free (SheafTaxAnswer *answer)
{
  if (answer == NULL)
    return;
  g_free (answer->key);
  g_free (answer->value);
  g_free (answer->reason);
  g_free (answer);
}

GPtrArray *
sheaf_tax_answer_list (SheafBook *book,
                       GError   **error)
{
  g_autoptr (GPtrArray) answers =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_tax_answer_free);
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), TAX_ANSWER_LIST, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      const char     *key = sheaf_query_text (query, 1);
      SheafTaxAnswer *answer;

      if (is_reason (key)) /* goes with what it is the reason of */
        continue;
      answer = g_new0 (SheafTaxAnswer, 1);
      answer->year = (int) sheaf_query_int (query, 0);
      answer->key = g_strdup (key);
      answer->value = g_strdup (sheaf_query_text (query, 2));
      answer->reason = sheaf_tax_answer_reason (book, answer->year, key);
      g_ptr_array_add (answers, answer);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&answers) : NULL;
}

gboolean
sheaf_tax_answer_set (SheafBook         *book,
                      int                year,
                      const char *const *assignments,
                      GError           **error)
{
  g_autofree char *summary = g_strdup_printf ("%d", year);
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "tax-answer", summary, error);

  if (act == NULL || !check_year (book, year, error))
    return FALSE;
  for (guint i = 0; assignments[i] != NULL; i++)
    {
      const char      *sign = strchr (assignments[i], '=');
      g_autofree char *key = sign != NULL
                                 ? g_strndup (assignments[i], (gsize) (sign - assignments[i]))
                                 : NULL;

      if (sign == NULL)
        return refuse (error, _ ("“%s” is no answer: write it as KEY=VALUE"), assignments[i]);
      if (!check_answer (book, year, key, sign + 1, error) ||
          !sheaf_store_run (sheaf_book_store (book), TAX_ANSWER_INSERT,
                            SHEAF_ARGS (SHEAF_INT (year), SHEAF_TEXT (key), SHEAF_TEXT (sign + 1),
                                        SHEAF_INT (sheaf_act_id (act))),
                            error))
        return FALSE;
    }
  return check_reasons (book, year, error) && sheaf_act_commit (act, error);
}
