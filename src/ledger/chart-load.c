/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a chart's data file into a new book. */
#include "ledger/chart.h"

#include "base/csv-reader.h"
#include "base/i18n.h"
#include "book/data.h"
#include "book/setting.h"
#include "ledger/chart-list.h"
#include "ledger/chart-private.h"
#include "ledger/error.h"

#include <string.h>

enum
{
  CODE,
  PARENT,
  NAME_VI,
  NAME_EN,
  NAME_FR,
  TYPE,
  SIDE,
  NEEDS,
  SCOPE,
  BOOK,
  ROLE,
  PURPOSE,
  LINE,
  HAND,
  MONEY,
  CURRENCY,
  N_COLUMNS
};

static gboolean
fail (const char *name,
      guint       line,
      GError    **error)
{
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART,
               _ ("line %u of the data file %s cannot be understood: install the program again"),
               line, name);
  return FALSE;
}

static gboolean
side_from_word (const char *word,
                guint      *ret_side)
{
  static const char *const words[] = { "none", "debit", "credit", "both" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], word) == 0)
      {
        *ret_side = i;
        return TRUE;
      }
  return FALSE;
}

/* An empty cell leaves what follows from the account's type and book. */
static gboolean
yes_from_word (const char *word,
               gboolean    otherwise,
               gboolean   *ret_yes)
{
  *ret_yes = *word == '\0' ? otherwise : strcmp (word, "yes") == 0;
  return *word == '\0' || *ret_yes || strcmp (word, "no") == 0;
}

static gboolean
currency_from_word (const char           *word,
                    SheafAccountCurrency *ret_currency)
{
  *ret_currency = strcmp (word, "home") == 0      ? SHEAF_ACCOUNT_CURRENCY_HOME
                  : strcmp (word, "foreign") == 0 ? SHEAF_ACCOUNT_CURRENCY_FOREIGN
                                                  : SHEAF_ACCOUNT_CURRENCY_MAY;
  return *word == '\0' || *ret_currency != SHEAF_ACCOUNT_CURRENCY_MAY;
}

static gboolean
write_line (SheafBook       *book,
            const GPtrArray *fields,
            GHashTable      *ids,
            gboolean        *ret_understood,
            GError         **error)
{
  char       **f = (char **) fields->pdata;
  SheafAccount account = { .code = f[CODE],
                           .name = f[NAME_VI],
                           .name_en = f[NAME_EN],
                           .name_fr = f[NAME_FR],
                           .role = f[ROLE],
                           .purpose = f[PURPOSE] };
  gint64      *id;

  *ret_understood = fields->len == N_COLUMNS &&
                    sheaf_account_type_from_word (f[TYPE], &account.type) &&
                    side_from_word (f[SIDE], &account.normal_side) &&
                    sheaf_needs_from_word (f[NEEDS], &account.needs) &&
                    sheaf_account_scope_from_word (f[SCOPE], &account.scope) &&
                    sheaf_account_book_from_word (f[BOOK], &account.book) &&
                    yes_from_word (f[HAND], account.type != SHEAF_ACCOUNT_CLEARING,
                                   &account.by_hand) &&
                    yes_from_word (f[MONEY],
                                   account.book == SHEAF_ACCOUNT_BOOK_CASH ||
                                       account.book == SHEAF_ACCOUNT_BOOK_BANK,
                                   &account.money) &&
                    currency_from_word (f[CURRENCY], &account.currency) &&
                    (*f[PARENT] == '\0' || g_hash_table_contains (ids, f[PARENT]));
  if (!*ret_understood)
    return FALSE;
  if (*f[PARENT] != '\0')
    account.parent_id = *(gint64 *) g_hash_table_lookup (ids, f[PARENT]);
  id = g_new0 (gint64, 1);
  g_hash_table_insert (ids, g_strdup (f[CODE]), id);
  return sheaf_account_write (book, &account, id, error);
}

static gboolean
write_hidden (SheafBook *book,
              GError   **error)
{
  SheafAccount off_balance = { .code = (char *) SHEAF_CHART_OFF_BALANCE_CONTRA,
                               .name = (char *) "",
                               .type = SHEAF_ACCOUNT_OFF_BALANCE,
                               .by_hand = TRUE,
                               .hidden = TRUE };
  SheafAccount opening = { .code = (char *) SHEAF_CHART_OPENING_CONTRA,
                           .name = (char *) "",
                           .type = SHEAF_ACCOUNT_CLEARING,
                           .hidden = TRUE };
  gint64       id;

  return sheaf_account_write (book, &off_balance, &id, error) &&
         sheaf_account_write (book, &opening, &id, error);
}

static gboolean
load_chart_file (SheafBook  *book,
                 const char *name,
                 GError    **error)
{
  g_autofree char *text = sheaf_data_load (book, name, error);
  g_autoptr (SheafCsvReader) reader = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) cause = NULL;
  const GPtrArray *fields;

  if (text == NULL)
    return FALSE;
  reader = sheaf_csv_reader_open_text (text);
  (void) sheaf_csv_reader_next (
      reader, NULL); /* the header; an empty file has no accounts and fails below */
  while ((fields = sheaf_csv_reader_next (reader, &cause)) != NULL)
    {
      gboolean understood = FALSE;

      if (!write_line (book, fields, ids, &understood, error))
        return understood ? FALSE : fail (name, sheaf_csv_reader_line (reader), error);
    }
  if (cause != NULL || g_hash_table_size (ids) == 0)
    return fail (name, sheaf_csv_reader_line (reader), error);
  return write_hidden (book, error);
}

/* TRUE when the program has such a file: a chart without hints or closing is told when these are
 * needed. */
static gboolean
take_if_there (SheafBook  *book,
               const char *folder,
               const char *chart,
               const char *ending,
               GError    **error)
{
  g_autofree char *name = g_strconcat (folder, "/", chart, ending, NULL);
  g_autofree char *text = sheaf_data_load (book, name, NULL);

  return text == NULL || sheaf_data_take (book, name, error);
}

static gboolean
take_form (SheafBook  *book,
           const char *chart,
           const char *code,
           const char *ending,
           GError    **error)
{
  g_autofree char *name = sheaf_chart_form_file (book, chart, code, ending);
  g_autofree char *text = sheaf_data_load (book, name, NULL);

  return text == NULL || sheaf_data_take (book, name, error); /* a form of accounts has no lines */
}

/* The statements that a list names, one code a line: forms/CHART.txt, forms/CHART.notes.txt. */
static gboolean
take_forms (SheafBook  *book,
            const char *chart,
            const char *ending,
            GError    **error)
{
  g_autofree char *name = g_strconcat ("forms/", chart, ending, NULL);
  g_autofree char *list = sheaf_data_load (book, name, NULL);
  g_auto (GStrv) codes = NULL;

  if (list == NULL)
    return TRUE;
  codes = g_strsplit (g_strstrip (list), "\n", -1);
  for (gsize i = 0; codes[i] != NULL; i++)
    if (!take_form (book, chart, codes[i], ".ini", error) ||
        !take_form (book, chart, codes[i], ".csv", error))
      return FALSE;
  return sheaf_data_take (book, name, error);
}

/* What the chart says of the book where its maker said nothing. */
static gboolean
write_defaults (SheafBook             *book,
                const SheafChartEntry *entry,
                GError               **error)
{
  g_autofree char *currency = sheaf_setting_find (book, "currency");

  return (currency != NULL || sheaf_setting_write (book, "currency", entry->currency, error)) &&
         sheaf_setting_write (book, "separate", entry->separate ? "yes" : "no", error);
}

/* The entries that the law prescribes, and what is told of each account. */
static gboolean
take_entries (SheafBook  *book,
              const char *chart,
              GError    **error)
{
  return take_if_there (book, "entries", chart, ".csv", error) &&
         take_if_there (book, "entries", chart, ".lines.csv", error) &&
         take_if_there (book, "entries", chart, ".texts.csv", error) &&
         take_if_there (book, "entries", chart, ".words.csv", error) &&
         take_if_there (book, "charts", chart, ".help.csv", error);
}

gboolean
sheaf_ledger_set_up (SheafBook *book,
                     GError   **error)
{
  g_autofree char *chart = sheaf_setting_find (book, "chart");
  g_autofree char *law = sheaf_setting_find (book, "law");
  g_autofree char *chart_file = g_strdup_printf ("charts/%s.csv", chart);
  g_autofree char *law_file = sheaf_data_law_file (law, sheaf_book_is_union (book));
  g_autoptr (SheafChartEntry) entry = NULL;

  if (!sheaf_chart_check_files (chart, law, sheaf_book_is_union (book), error))
    return FALSE;
  entry = sheaf_chart_entry_find (chart, error);
  return entry != NULL && write_defaults (book, entry, error) &&
         sheaf_data_take (book, chart_file, error) && sheaf_data_take (book, law_file, error) &&
         take_if_there (book, "charts", chart, ".hints.csv", error) &&
         take_if_there (book, "charts", chart, ".notes.csv", error) &&
         take_if_there (book, "closings", chart, ".ini", error) &&
         take_if_there (book, "postings", chart, ".ini", error) &&
         take_entries (book, chart, error) &&
         take_if_there (book, "forms", chart, ".overview.ini", error) &&
         take_if_there (book, "forms", chart, ".overview.csv", error) &&
         take_forms (book, chart, ".txt", error) &&
         take_forms (book, chart, ".notes.txt", error) &&
         load_chart_file (book, chart_file, error);
}
