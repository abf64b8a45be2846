/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on the reading thread: nothing here may touch a widget. */
#include "app/ledger/guide-jobs.h"

#include "app/ledger/voucher-cells.h"
#include "base/language.h"
#include "ledger/own-template.h"

#define FOUND_MAX 60

void
sheaf_guide_hits_free (SheafGuideHits *hits)
{
  if (hits == NULL)
    return;
  g_clear_pointer (&hits->cases, g_ptr_array_unref);
  g_clear_pointer (&hits->templates, g_ptr_array_unref);
  sheaf_guide_unref (hits->guide);
  g_free (hits);
}

static void
free_choice (SheafGuideChoice *choice)
{
  g_free (choice->chosen);
  g_free (choice->codes);
  sheaf_choices_unref (choice->accounts);
  g_free (choice);
}

void
sheaf_guide_sheet_free (SheafGuideSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_clear_pointer (&sheet->choices, g_ptr_array_unref);
  g_free (sheet->source);
  sheaf_draft_free (sheet->cells);
  sheaf_problems_free (sheet->problems);
  g_free (sheet);
}

gpointer
sheaf_guide_search_job (gpointer connection,
                        gpointer data,
                        GError **error)
{
  const SheafGuide *guide = sheaf_guide_get (connection, error);
  const char       *words = data;
  SheafGuideHits   *hits;

  if (guide == NULL)
    return NULL;
  hits = g_new0 (SheafGuideHits, 1);
  hits->guide = sheaf_guide_ref (guide);
  hits->cases = sheaf_guide_search (guide, words, FOUND_MAX);
  hits->templates = sheaf_own_template_list (connection, *words != '\0' ? words : NULL, error);
  if (hits->templates != NULL)
    return hits;
  sheaf_guide_hits_free (hits);
  return NULL;
}

static SheafGuideChoice *
make_choice (guint               line,
             const GPtrArray    *accounts,
             const SheafAccount *usual)
{
  SheafGuideChoice *choice = g_new0 (SheafGuideChoice, 1);
  GString          *codes = g_string_new (NULL);

  choice->line = line;
  choice->accounts = sheaf_choices_new ();
  for (guint i = 0; i < accounts->len; i++)
    {
      const SheafAccount *account = g_ptr_array_index (accounts, i);

      sheaf_choices_add (choice->accounts, account->id, account->code,
                         sheaf_account_name (account, sheaf_language_current ()));
      g_string_append_printf (codes, "%s%s", i > 0 ? ", " : "", account->code);
      if (account == usual)
        choice->chosen = g_strdup (account->code);
    }
  choice->codes = g_string_free (codes, FALSE);
  return choice;
}

/* Whom the line may name: any of its accounts asks, or the one that is taken. */
static void
note_party (SheafGuideSheet      *sheet,
            const SheafGuideLine *line,
            const GPtrArray      *accounts,
            const SheafAccount   *taken)
{
  gboolean asks = FALSE;

  for (guint i = 0; i < accounts->len; i++)
    {
      const SheafAccount *account = g_ptr_array_index (accounts, i);

      asks = asks || ((taken == NULL || account == taken) && account->needs >= SHEAF_NEEDS_PARTY);
    }
  if (line->debit)
    sheet->debit_party = sheet->debit_party || asks;
  else
    sheet->credit_party = sheet->credit_party || asks;
}

static void
add_choices (SheafGuideSheet         *sheet,
             SheafBook               *book,
             const SheafGuideAnswers *answers)
{
  for (guint i = 0; i < answers->entry->lines->len; i++)
    {
      const SheafAccount *usual = sheaf_guide_account (book, answers, i);
      g_autoptr (GPtrArray) accounts = sheaf_guide_accounts (book, answers, i);

      note_party (sheet, g_ptr_array_index (answers->entry->lines, i), accounts, usual);
      if (accounts->len > 1)
        g_ptr_array_add (sheet->choices, make_choice (i, accounts, usual));
    }
}

gpointer
sheaf_guide_work_job (gpointer connection,
                      gpointer data,
                      GError **error)
{
  const SheafGuideAnswers *answers = data;
  const SheafGuide        *guide = sheaf_guide_get (connection, error);
  const char              *language = sheaf_language_current ();
  SheafGuideSheet         *sheet;
  g_autoptr (SheafVoucher) voucher = NULL;

  if (guide == NULL)
    return NULL;
  sheet = g_new0 (SheafGuideSheet, 1);
  sheet->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) free_choice);
  sheet->problems = sheaf_problems_new ();
  sheet->source = sheaf_guide_source (guide, answers->entry, language);
  sheet->currency = sheaf_guide_asks_currency (connection, answers);
  add_choices (sheet, connection, answers);
  if (*sheaf_guide_text (&answers->entry->withheld, language) != '\0')
    return sheet;
  voucher = sheaf_guide_fill (connection, answers, language, sheet->problems, error);
  if (voucher != NULL)
    sheet->cells = sheaf_voucher_cells (connection, voucher, error);
  if (sheet->cells != NULL)
    return sheet;
  sheaf_guide_sheet_free (sheet);
  return NULL;
}
