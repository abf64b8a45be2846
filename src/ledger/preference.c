/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table; what no table says (a book's chart, its first year) is not set by hand. */
#include "ledger/preference.h"

#include "base/i18n.h"
#include "base/money.h"
#include "base/serial.h"
#include "book/setting.h"
#include "ledger/error.h"

#include <string.h>

#define LONGEST 200

typedef gboolean (*CheckFunc) (const char *value);

static gboolean
is_money_mode (const char *value)
{
  return g_strv_contains ((const char *const[]){ "refuse", "warn", "allow", NULL }, value);
}

static gboolean
is_limit (const char *value)
{
  SheafMoney limit;

  return *value == '\0' || (sheaf_money_parse (value, &limit, NULL) && limit.units > 0);
}

static gboolean
is_months (const char *value)
{
  guint64 number;

  return *value == '\0' || g_ascii_string_to_unsigned (value, 10, 1, 120, &number, NULL);
}

static gboolean
is_megabytes (const char *value)
{
  guint64 number;

  return g_ascii_string_to_unsigned (value, 10, 1, 500, &number, NULL);
}

static gboolean
is_text (const char *value)
{
  return g_utf8_validate (value, -1, NULL) && g_utf8_strlen (value, -1) <= LONGEST &&
         strpbrk (value, "\n\r\t") == NULL;
}

static gboolean
is_name (const char *value)
{
  return *value != '\0' && is_text (value);
}

static gboolean
is_tax_code (const char *value)
{
  gsize digits = 0;

  for (const char *letter = value; *letter != '\0'; letter++)
    if (g_ascii_isdigit (*letter))
      digits++;
    else if (*letter != '-')
      return FALSE;
  return digits <= 14;
}

/* Law packs and the classes of size ask for these words. */
static gboolean
is_sector (const char *value)
{
  return g_strv_contains ((const char *const[]){ "", "agriculture", "forestry", "fishery", "salt",
                                                 "industry", "construction", "trade", "services",
                                                 NULL },
                          value);
}

static gboolean
is_serial (const char *value)
{
  g_autofree char *number = sheaf_serial_format (value, 1, 2025);

  return number != NULL;
}

#define ANY_TEXT N_ ("a line of text")

static const struct
{
  SheafPreference shown;
  CheckFunc       check;
} preferences[] = {
  { { "money-below-zero", N_ ("when cash or bank would stand below zero at the end of a day"),
      N_ ("refuse, warn or allow"), "refuse" },
    is_money_mode },
  { { "amount-limit", N_ ("the largest amount of one row of a voucher"),
      N_ ("an amount; empty for none"), "" },
    is_limit },
  { { "attachment-limit", N_ ("the largest attached file in megabytes"),
      N_ ("a whole number from 1 to 500"), "20" },
    is_megabytes },
  { { "name", N_ ("the co-op’s name"), N_ ("a line of text, not empty"), "" }, is_name },
  { { "sector", N_ ("what the co-op works in; its size and the taxes of members go by it"),
      N_ ("agriculture, forestry, fishery, salt, industry, construction, trade or services; empty "
          "if none"),
      "" },
    is_sector },
  { { "address", N_ ("the co-op’s address"), ANY_TEXT, "" }, is_text },
  { { "province", N_ ("the province"), ANY_TEXT, "" }, is_text },
  { { "tax-code", N_ ("the tax code"), N_ ("digits and -"), "" }, is_tax_code },
  { { "phone", N_ ("the telephone"), ANY_TEXT, "" }, is_text },
  { { "bank-account", N_ ("the co-op’s bank account that orders of transfers are paid from"),
      ANY_TEXT, "" },
    is_text },
  { { "bank-bin", N_ ("the number (BIN) of the bank of that account"), ANY_TEXT, "" }, is_text },
  { { "director", N_ ("the director’s name"), ANY_TEXT, "" }, is_text },
  { { "chief-accountant", N_ ("the chief accountant’s name"), ANY_TEXT, "" }, is_text },
  { { "accountant", N_ ("the accountant’s name"), ANY_TEXT, "" }, is_text },
  { { "cashier", N_ ("the cashier’s name"), ANY_TEXT, "" }, is_text },
  { { "legal-representative", N_ ("the legal representative’s name, if not the director"), ANY_TEXT,
      "" },
    is_text },
  { { "certificate-pattern", N_ ("how certificates of contribution are numbered"),
      N_ ("a text with {n} or {n:4} for the counter, and {year}"), "GCN-{n:4}" },
    is_serial },
  { { "capital-minimum", N_ ("the least that a member contributes by the charter"),
      N_ ("an amount; empty for none"), "" },
    is_limit },
  { { "capital-deadline-months",
      N_ ("the months in which the charter wants contributions paid; never more than the law’s"),
      N_ ("a whole number from 1 to 120; empty for the law’s term"), "" },
    is_months },
  { { "hamlet-word", N_ ("what the members’ hamlets are called"), ANY_TEXT, "" }, is_text },
};

guint
sheaf_preference_count (void)
{
  return G_N_ELEMENTS (preferences);
}

const SheafPreference *
sheaf_preference_at (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (preferences), NULL);

  return &preferences[position].shown;
}

const SheafPreference *
sheaf_preference_find (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (preferences); i++)
    if (strcmp (preferences[i].shown.key, key) == 0)
      return &preferences[i].shown;
  return NULL;
}

char *
sheaf_preference_value (SheafBook             *book,
                        const SheafPreference *preference)
{
  char *value = sheaf_setting_find (book, preference->key);

  return value != NULL ? value : g_strdup (preference->otherwise);
}

static gboolean
may_be (const SheafPreference *preference,
        const char            *value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (preferences); i++)
    if (&preferences[i].shown == preference)
      return preferences[i].check (value);
  return FALSE;
}

gboolean
sheaf_preference_set (SheafBook  *book,
                      const char *key,
                      const char *value,
                      GError    **error)
{
  const SheafPreference *preference = sheaf_preference_find (key);
  g_autofree char       *before = NULL;

  if (preference == NULL)
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_SETTING,
                   _ ("there is no setting “%s” to be set: take one from the list"), key);
      return FALSE;
    }
  before = sheaf_preference_value (book, preference);
  if (!may_be (preference, value))
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_SETTING,
                 _ ("%s cannot be “%s”: give %s"), key, value, _ (preference->values));
  else if (strcmp (before, value) == 0)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_SETTING,
                 _ ("%s is “%s” already: nothing is left to set"), key, value);
  else
    return sheaf_setting_write (book, key, value, error);
  return FALSE;
}
