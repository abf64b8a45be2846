/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept by years: figures before the book, how years were closed, texts of notes, answers
 * about taxes. */
#include "exchange/csv-export-private.h"
#include "ledger/closing.h"
#include "ledger/tax-answer.h"
#include "statements/balance.h"
#include "statements/comparative.h"
#include "statements/note-text.h"

static gboolean
write_comparatives (SheafExport *out,
                    GError     **error)
{
  g_autoptr (GPtrArray) figures = sheaf_comparative_list (out->book, error);

  for (guint i = 0; figures != NULL && i < figures->len; i++)
    {
      const SheafComparative *figure = g_ptr_array_index (figures, i);
      g_autofree char        *amount = sheaf_money_to_text (figure->amount);

      sheaf_export_number (out, figure->year);
      sheaf_export_cell (out, figure->form);
      sheaf_export_cell (out, figure->line);
      sheaf_export_cell (out, amount);
      sheaf_export_end (out);
    }
  return figures != NULL;
}

static void
write_closing (SheafExport            *out,
               int                     year,
               const SheafClosingKeys *keys)
{
  g_autofree char *rate = sheaf_rate_to_text (keys->rate);
  const char      *words[] = {
         [SHEAF_CLOSING_BY_REVENUE] = "revenue",
         [SHEAF_CLOSING_BY_COST] = "cost",
         [SHEAF_CLOSING_ALL_EXTERNAL] = "none",
         [SHEAF_CLOSING_BY_RATE] = rate,
  };

  sheaf_export_number (out, year);
  sheaf_export_cell (out, words[keys->key]);
  sheaf_export_cell (out, keys->tax_by_profit ? "profit" : "external");
  sheaf_export_end (out);
}

static gboolean
write_closings (SheafExport *out,
                GError     **error)
{
  int       year = sheaf_date_year (sheaf_book_first_day (out->book));
  SheafDate from, to;

  if (!sheaf_balance_default_days (out->book, &from, &to, error))
    return FALSE;
  for (; year <= sheaf_date_year (to); year++)
    {
      SheafClosingKeys keys;
      gboolean         closed;

      if (!sheaf_closing_is_closed (out->book, year, &closed, error) ||
          !sheaf_closing_keys_load (out->book, year, &keys, error))
        return FALSE;
      if (closed)
        write_closing (out, year, &keys);
    }
  return TRUE;
}

static gboolean
write_notes (SheafExport *out,
             GError     **error)
{
  g_autoptr (GPtrArray) texts = sheaf_note_text_list (out->book, error);

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      const SheafNoteText *text = g_ptr_array_index (texts, i);

      sheaf_export_number (out, text->year);
      sheaf_export_cell (out, text->form);
      sheaf_export_cell (out, text->key);
      sheaf_export_cell (out, text->text);
      sheaf_export_end (out);
    }
  return texts != NULL;
}

static gboolean
write_answers (SheafExport *out,
               GError     **error)
{
  g_autoptr (GPtrArray) answers = sheaf_tax_answer_list (out->book, error);

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      const SheafTaxAnswer *answer = g_ptr_array_index (answers, i);

      sheaf_export_number (out, answer->year);
      sheaf_export_cell (out, answer->key);
      sheaf_export_cell (out, answer->value);
      sheaf_export_cell (out, answer->reason);
      sheaf_export_end (out);
    }
  return answers != NULL;
}

const SheafExportKind sheaf_export_year_kinds[] = {
  { "comparatives", "year,form,line,amount", write_comparatives },
  { "closings", "year,key,tax_key", write_closings },
  { "notes", "year,form,key,text", write_notes },
  { "answers", "year,key,value,reason", write_answers },
  { NULL, NULL, NULL },
};
