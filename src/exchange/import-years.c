/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of years before the book, and years to be closed. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "ledger/closing.h"
#include "statements/comparative.h"

enum
{
  YEAR,
  FORM,
  LINE,
  AMOUNT,
};

static const SheafImportColumn columns[] = {
  [YEAR] = { "year", SHEAF_IMPORT_REQUIRED },
  [FORM] = { "form", SHEAF_IMPORT_REQUIRED },
  [LINE] = { "line", SHEAF_IMPORT_REQUIRED },
  [AMOUNT] = { "amount", SHEAF_IMPORT_REQUIRED },
};

typedef struct
{
  GHashTable *seen; /* "year form line" of the rows so far */
} Figures;

static gboolean
begin_comparatives (SheafImport *import,
                    GError     **error)
{
  Figures *figures = import->state;

  (void) error;
  figures->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return TRUE;
}

static void
clear_comparatives (gpointer state)
{
  Figures *figures = state;

  g_clear_pointer (&figures->seen, g_hash_table_unref);
}

static void
check_once (SheafImport            *import,
            const SheafComparative *figure)
{
  Figures *figures = import->state;

  if (!g_hash_table_add (figures->seen, g_strdup_printf ("%d %s %s", figure->year, figure->form,
                                                         figure->line)))
    sheaf_import_problem (import, LINE,
                          _ ("line %s of %s stands further up for %d already, leave one of the "
                             "two out"),
                          figure->line, figure->form, figure->year);
}

static gboolean
read_comparative (SheafImport *import,
                  GError     **error)
{
  SheafComparative figure = { .form = (char *) sheaf_import_text (import, FORM),
                              .line = (char *) sheaf_import_text (import, LINE) };
  gboolean         year = sheaf_import_year (import, YEAR, &figure.year);
  gboolean         amount = sheaf_import_signed (import, AMOUNT, &figure.amount);
  GError          *problem = NULL;

  if (year)
    check_once (import, &figure);
  if (!year || !amount || import->row_is_bad)
    return TRUE;
  return (sheaf_comparative_check (import->book, &figure, &problem) &&
          sheaf_comparative_insert (import->book, &figure, &problem)) ||
         sheaf_import_take_error (import, LINE, problem, error);
}

const SheafImportKind sheaf_import_comparatives = {
  .name = "comparatives",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .state_size = sizeof (Figures),
  .begin = begin_comparatives,
  .row = read_comparative,
  .clear = clear_comparatives,
};

enum
{
  CLOSED_YEAR,
  KEY,
  TAX_KEY,
};

static const SheafImportColumn closing_columns[] = {
  [CLOSED_YEAR] = { "year", SHEAF_IMPORT_REQUIRED },
  [KEY] = { "key", SHEAF_IMPORT_OPTIONAL },
  [TAX_KEY] = { "tax_key", SHEAF_IMPORT_OPTIONAL },
};

static const char *
text_or (const SheafImport *import,
         guint              column,
         const char        *otherwise)
{
  return sheaf_import_has (import, column) ? sheaf_import_text (import, column) : otherwise;
}

static gboolean
read_closing (SheafImport *import,
              GError     **error)
{
  const char      *key = text_or (import, KEY, "revenue");
  const char      *tax_key = text_or (import, TAX_KEY, NULL);
  SheafClosingKeys keys;
  GError          *problem = NULL;
  int              year;

  /* What was refused before would leave out entries that the closing needs. */
  if (!sheaf_import_year (import, CLOSED_YEAR, &year) || import->problems->errors > 0)
    return TRUE;
  if (!sheaf_closing_keys_parse (key, tax_key, &keys, &problem))
    return sheaf_import_take_error (import, KEY, problem, error);
  return sheaf_closing_post (import->book, year, &keys, NULL, &problem) ||
         sheaf_import_take_error (import, CLOSED_YEAR, problem, error);
}

const SheafImportKind sheaf_import_closings = {
  .name = "closings",
  .columns = closing_columns,
  .n_columns = G_N_ELEMENTS (closing_columns),
  .row = read_closing,
};
