/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The law on income tax as it holds for a year. */
#include "ledger/tax-rules.h"

#include "base/i18n.h"
#include "ledger/error.h"

#include <string.h>

static void
clear_value (SheafTaxValue *value)
{
  g_free (value->source);
  for (gsize i = 0; i < G_N_ELEMENTS (value->basis); i++)
    g_free (value->basis[i]);
  g_free (value->confidence);
}

static void
free_rate (gpointer data)
{
  SheafTaxRate *rate = data;

  g_free (rate->name);
  for (gsize i = 0; i < G_N_ELEMENTS (rate->texts); i++)
    g_free (rate->texts[i]);
  clear_value (&rate->law);
  g_free (rate);
}

void
sheaf_tax_rules_free (SheafTaxRules *rules)
{
  if (rules == NULL)
    return;
  g_ptr_array_unref (rules->rates);
  clear_value (&rules->exempt_revenue);
  clear_value (&rules->loss_years);
  clear_value (&rules->provisional);
  clear_value (&rules->non_cash);
  clear_value (&rules->common_fund);
  g_free (rules);
}

/* A number as its key says: "rate" in millionths, "amount", "number"; "exempt" is 1 or 0. */
static gboolean
read_number (GKeyFile   *data,
             const char *group,
             const char *key,
             gint64     *ret_number)
{
  g_autofree char *text = g_key_file_get_string (data, group, key, NULL);
  SheafRate        rate;
  SheafMoney       money;

  if (text == NULL)
    return FALSE;
  if (strcmp (key, "exempt") == 0)
    {
      *ret_number = strcmp (text, "yes") == 0;
      return TRUE;
    }
  if (strcmp (key, "rate") == 0)
    {
      if (!sheaf_rate_parse (text, &rate, NULL))
        return FALSE;
      *ret_number = rate.millionths;
      return TRUE;
    }
  if (!sheaf_money_parse (text, &money, NULL))
    return FALSE;
  *ret_number = money.units;
  return TRUE;
}

static const char *const basis_keys[] = { "basis_vi", "basis_en", "basis_fr" };

static void
read_value (GKeyFile      *data,
            const char    *group,
            const char    *key,
            SheafTaxValue *value)
{
  if (group == NULL || !read_number (data, group, key, &value->number))
    return;
  value->known = TRUE;
  value->source = g_key_file_get_string (data, group, "source", NULL);
  value->confidence = g_key_file_get_string (data, group, "confidence", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (basis_keys); i++)
    {
      value->basis[i] = g_key_file_get_string (data, group, basis_keys[i], NULL);
      if (value->basis[i] == NULL)
        value->basis[i] = g_strdup (value->source);
    }
}

static void
find_value (SheafTaxRules *rules,
            const char    *name,
            const char    *key,
            SheafDate      on,
            SheafTaxValue *value)
{
  g_autofree char *group = sheaf_dated_find (rules->data, name, on);

  read_value (rules->data, group, key, value);
}

static void
read_rate (SheafTaxRules *rules,
           const char    *group)
{
  static const char *const keys[] = { "text_vi", "text_en", "text_fr" };
  SheafTaxRate            *rate = g_new0 (SheafTaxRate, 1);
  g_auto (GStrv) words = g_strsplit (group, " ", 0);

  rate->name = g_strdup (words[1] != NULL ? words[1] : "");
  read_value (rules->data, group, "rate", &rate->law);
  rate->rate = SHEAF_RATE (rate->law.number);
  rate->chosen = g_key_file_get_boolean (rules->data, group, "chosen", NULL);
  rate->has_limit =
      read_number (rules->data, group, "revenue-up-to", &rate->revenue_up_to.units);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    rate->texts[i] = g_key_file_get_string (rules->data, group, keys[i], NULL);
  g_ptr_array_add (rules->rates, rate);
}

/* "01-31" of the year after. */
static void
read_until (SheafTaxRules *rules,
            SheafDate      on)
{
  g_autofree char *group = sheaf_dated_find (rules->data, "provisional", on);
  g_autofree char *day =
      group != NULL ? g_key_file_get_string (rules->data, group, "until", NULL) : NULL;
  g_autofree char *text = g_strdup_printf ("%04d-%s", rules->year + 1, day != NULL ? day : "");

  rules->provisional_until = SHEAF_DATE_NONE;
  (void) sheaf_date_parse (text, &rules->provisional_until, NULL); /* stays none */
}

SheafTaxRules *
sheaf_tax_rules_load (SheafBook *book,
                      int        year,
                      GError   **error)
{
  g_autofree char *name = sheaf_dated_tax_file (book, "cit");
  g_autoptr (SheafTaxRules) rules = g_new0 (SheafTaxRules, 1);
  SheafDate on = sheaf_book_year_end (book, year);
  g_auto (GStrv) groups = NULL;

  rules->year = year;
  rules->rates = g_ptr_array_new_with_free_func (free_rate);
  rules->data = sheaf_dated_load (book, name, NULL);
  if (rules->data == NULL)
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX,
                   _ ("there are no rules on income tax for this book’s country (%s): work the tax "
                      "out by hand and enter it with a voucher"),
                   name);
      return NULL;
    }
  groups = sheaf_dated_list (rules->data, "rate", on);
  for (guint i = 0; groups[i] != NULL; i++)
    read_rate (rules, groups[i]);
  if (sheaf_tax_rules_find (rules, "standard") == NULL)
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX,
                   _ ("%s has no standard rate for %d: add it to the data, or work the tax out by "
                      "hand"),
                   name, year);
      return NULL;
    }
  find_value (rules, "exempt-revenue", "amount", on, &rules->exempt_revenue);
  find_value (rules, "loss-years", "number", on, &rules->loss_years);
  find_value (rules, "provisional", "rate", on, &rules->provisional);
  find_value (rules, "non-cash", "amount", on, &rules->non_cash);
  find_value (rules, "common-fund", "exempt", on, &rules->common_fund);
  read_until (rules, on);
  return g_steal_pointer (&rules);
}

const SheafTaxRate *
sheaf_tax_rules_find (const SheafTaxRules *rules,
                      const char          *name)
{
  for (guint i = 0; i < rules->rates->len; i++)
    {
      const SheafTaxRate *rate = rules->rates->pdata[i];

      if (rate->law.known && strcmp (rate->name, name) == 0)
        return rate;
    }
  return NULL;
}

const SheafTaxRate *
sheaf_tax_rules_by_revenue (const SheafTaxRules *rules,
                            gboolean             known,
                            SheafMoney           revenue)
{
  const SheafTaxRate *best = NULL;

  for (guint i = 0; known && i < rules->rates->len; i++)
    {
      const SheafTaxRate *rate = rules->rates->pdata[i];

      if (rate->chosen || !rate->has_limit || !rate->law.known ||
          sheaf_money_cmp (revenue, rate->revenue_up_to) > 0)
        continue;
      if (best == NULL || sheaf_money_cmp (rate->revenue_up_to, best->revenue_up_to) < 0)
        best = rate;
    }
  return best != NULL ? best : sheaf_tax_rules_find (rules, "standard");
}

char *
sheaf_tax_rules_text (const SheafTaxRules *rules,
                      const char          *key,
                      int                  quarter)
{
  g_autofree char *text = g_key_file_get_string (rules->data, "texts", key, NULL);
  g_autofree char *year = g_strdup_printf ("%d", rules->year);
  g_autofree char *number = g_strdup_printf ("%d", quarter);
  GString         *filled = g_string_new (text != NULL ? text : key);

  g_string_replace (filled, "{year}", year, 0);
  g_string_replace (filled, "{quarter}", number, 0);
  return g_string_free (filled, FALSE);
}
