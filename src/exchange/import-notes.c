/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of notes and answers about taxes, by year. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "ledger/tax-answer.h"
#include "statements/note-text.h"

enum
{
  NOTE_YEAR,
  NOTE_FORM,
  NOTE_KEY,
  NOTE_TEXT,
};

static const SheafImportColumn note_columns[] = {
  [NOTE_YEAR] = { "year", SHEAF_IMPORT_REQUIRED },
  [NOTE_FORM] = { "form", SHEAF_IMPORT_REQUIRED },
  [NOTE_KEY] = { "key", SHEAF_IMPORT_REQUIRED },
  [NOTE_TEXT] = { "text", SHEAF_IMPORT_OPTIONAL },
};

static gboolean
read_note (SheafImport *import,
           GError     **error)
{
  GError *problem = NULL;
  int     year;

  if (!sheaf_import_year (import, NOTE_YEAR, &year) || import->row_is_bad)
    return TRUE;
  return sheaf_note_text_write (import->book, year, sheaf_import_text (import, NOTE_FORM),
                                sheaf_import_text (import, NOTE_KEY),
                                sheaf_import_text (import, NOTE_TEXT), &problem) ||
         sheaf_import_take_error (import, NOTE_TEXT, problem, error);
}

const SheafImportKind sheaf_import_notes = {
  .name = "notes",
  .columns = note_columns,
  .n_columns = G_N_ELEMENTS (note_columns),
  .row = read_note,
};

enum
{
  ANSWER_YEAR,
  ANSWER_KEY,
  ANSWER_VALUE,
  ANSWER_REASON,
};

static const SheafImportColumn answer_columns[] = {
  [ANSWER_YEAR] = { "year", SHEAF_IMPORT_REQUIRED },
  [ANSWER_KEY] = { "key", SHEAF_IMPORT_REQUIRED },
  [ANSWER_VALUE] = { "value", SHEAF_IMPORT_REQUIRED },
  [ANSWER_REASON] = { "reason", SHEAF_IMPORT_OPTIONAL },
};

static gboolean
read_answer (SheafImport *import,
             GError     **error)
{
  const char      *key = sheaf_import_text (import, ANSWER_KEY);
  const char      *reason = sheaf_import_text (import, ANSWER_REASON);
  g_autofree char *answer =
      g_strdup_printf ("%s=%s", key, sheaf_import_text (import, ANSWER_VALUE));
  g_autofree char *why = *reason != '\0' ? g_strdup_printf ("%s-reason=%s", key, reason) : NULL;
  const char      *assignments[] = { answer, why, NULL };
  GError          *problem = NULL;
  int              year;

  if (!sheaf_import_year (import, ANSWER_YEAR, &year) || import->row_is_bad)
    return TRUE;
  return sheaf_tax_answer_set (import->book, year, assignments, &problem) ||
         sheaf_import_take_error (import, ANSWER_VALUE, problem, error);
}

const SheafImportKind sheaf_import_answers = {
  .name = "answers",
  .columns = answer_columns,
  .n_columns = G_N_ELEMENTS (answer_columns),
  .row = read_answer,
};
