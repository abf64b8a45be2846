/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a book of account is not offered: its subject is not in this book, with what would put it
 * there. [form] subject in data/books/CODE.ini says what is looked for. */
#include "base/i18n.h"
#include "book/data.h"
#include "book/setting.h"
#include "reports/book-private.h"
#include "reports/words.h"
#include "trade/product.h"
#include "trade/supply.h"

typedef struct
{
  SheafBook        *book;
  const SheafChart *chart;
  const char       *code;
  GKeyFile         *words;
  char            **accounts;
} Subject;

typedef gboolean (*HasAny) (SheafBook *book,
                            gint64     account_id);

static gboolean
any_account (const Subject *subject,
             char         **codes,
             HasAny         has_any)
{
  for (guint i = 0; codes[i] != NULL; i++)
    {
      const SheafAccount *account = sheaf_chart_by_code (subject->chart, codes[i]);

      if (account != NULL && has_any (subject->book, account->id))
        return TRUE;
    }
  return FALSE;
}

static char **
option_list (const Subject *subject,
             const char    *key)
{
  char **list = g_key_file_get_string_list (subject->words, "form", key, NULL, NULL);

  if (list == NULL)
    list = g_new0 (char *, 1);
  return list;
}

/* The sentence with the accounts that the book is about. */
static char *
explain (const Subject *subject,
         const char    *sentence)
{
  g_autofree char *all = g_strjoinv (", ", subject->accounts);
  g_autoptr (GString) text = g_string_new (sentence);

  g_string_replace (text, "%s", all, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
of_entries (const Subject *subject)
{
  return any_account (subject, subject->accounts, sheaf_entry_any)
             ? NULL
             : explain (subject, _ ("nothing was ever posted to account %s: with the first entry "
                                    "the book is there"));
}

static char *
of_products (const Subject *subject)
{
  return any_account (subject, subject->accounts, sheaf_entry_any_product)
             ? NULL
             : explain (subject, _ ("no entry on the accounts of goods (%s) says how much of which "
                                    "product: give product and quantity on vouchers of goods"));
}

static char *
of_currency (const Subject *subject)
{
  return any_account (subject, subject->accounts, sheaf_entry_any_currency)
             ? NULL
             : explain (subject, _ ("no entry on accounts %s is in foreign money: entries that "
                                    "name a currency fill this book"));
}

static char *
of_items (const Subject *subject)
{
  g_autofree char *kind = g_key_file_get_string (subject->words, "form", "item_kind", NULL);

  for (guint i = 0; subject->accounts[i] != NULL; i++)
    {
      const SheafAccount *account = sheaf_chart_by_code (subject->chart, subject->accounts[i]);

      if (account != NULL && sheaf_entry_any_item (subject->book, account->id, kind))
        return NULL;
    }
  return g_str_equal (kind == NULL ? "" : kind, "tax")
             ? explain (subject, _ ("no entry on account %s names an item of kind tax: name one on "
                                    "the entries of the claim and of what comes of it"))
             : explain (subject, _ ("no entry on accounts %s names an item of kind asset: name one "
                                    "on the entries of each asset"));
}

/* A service that a member has bought. */
static char *
of_services (const Subject *subject)
{
  g_autoptr (GPtrArray) supplies =
      sheaf_supply_list (subject->book, 0, SHEAF_DATE_NONE, SHEAF_DATE_NONE, NULL);

  for (guint i = 0; supplies != NULL && i < supplies->len; i++)
    {
      g_autoptr (SheafProduct) product = sheaf_product_load (
          subject->book, ((SheafSupply *) supplies->pdata[i])->product_id, NULL);

      if (product != NULL && product->kind == SHEAF_PRODUCT_SERVICE)
        return NULL;
    }
  return g_strdup (_ ("no service to a member is recorded: import supplies of products of kind "
                      "service"));
}

/* Who deducts input tax keeps the lists of invoices instead. */
static char *
of_direct_tax (const Subject *subject)
{
  g_auto (GStrv) input = option_list (subject, "input");
  g_autofree char *all = g_strjoinv (", ", input);

  if (any_account (subject, input, sheaf_entry_any))
    return g_strdup_printf (_ ("input tax is deducted here (account %s has entries), and this book "
                               "is for the direct method: take the lists of invoices"),
                            all);
  return of_entries (subject);
}

static char *
of_other_method (const Subject *subject)
{
  g_autofree char *method = g_key_file_get_string (subject->words, "form", "method", NULL);

  return g_strdup_printf (_ ("it belongs to the method of bookkeeping “%s”, and this program keeps "
                             "a general journal: take S03a-HTX and S03b-HTX"),
                          method == NULL ? "" : method);
}

static const struct
{
  const char *word;
  char *(*find) (const Subject *subject);
} subjects[] = {
  { "entries", of_entries },
  { "products", of_products },
  { "currency", of_currency },
  { "items", of_items },
  { "services", of_services },
  { "direct-tax", of_direct_tax },
  { "other-method", of_other_method },
};

/* data/books/CHART.txt: a code a line. */
static gboolean
is_listed (SheafBook  *book,
           const char *chart,
           const char *code)
{
  g_autofree char *name = g_strdup_printf ("books/%s.txt", chart);
  g_autofree char *text = sheaf_data_load (book, name, NULL); /* a chart without books */
  g_auto (GStrv) lines = g_strsplit (text == NULL ? "" : text, "\n", -1);

  return g_strv_contains ((const char *const *) lines, code);
}

static char *
find_reason (Subject *subject)
{
  g_autofree char *word = g_key_file_get_string (subject->words, "form", "subject", NULL);
  g_auto (GStrv) accounts = option_list (subject, "accounts");

  subject->accounts = accounts;
  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_strcmp0 (word, subjects[i].word) == 0)
      return subjects[i].find (subject);
  return NULL;
}

char *
sheaf_book_withheld (const SheafReport *report,
                     SheafBook         *book)
{
  g_autofree char *chart = sheaf_setting_find (book, "chart");
  g_autoptr (GKeyFile) words = NULL;
  Subject subject = { .book = book, .chart = sheaf_chart_get (book, NULL), .code = report->code };

  if (!is_listed (book, chart == NULL ? "" : chart, report->code))
    return g_strdup_printf (_ ("the chart %s has no book %s: it belongs to another regulation"),
                            chart, report->code);
  words = sheaf_report_words_load (book, report->code, NULL);
  if (words == NULL || subject.chart == NULL)
    return NULL; /* told when it is written */
  subject.words = words;
  return find_reason (&subject);
}
