/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of what the guide prints. */
#include "cli/guide-output.h"

#include "base/i18n.h"
#include "base/language.h"
#include "cli/output.h"
#include "ledger/chart.h"
#include "ledger/party.h"

static const SheafOutputColumn case_columns[] = {
  { "case", N_ ("Case"), SHEAF_OUTPUT_TEXT },
  { "title", N_ ("What happened"), SHEAF_OUTPUT_TEXT },
  { "condition", N_ ("When"), SHEAF_OUTPUT_TEXT },
  { "scope", N_ ("Scope"), SHEAF_OUTPUT_TEXT },
  { "topic", N_ ("Topic"), SHEAF_OUTPUT_TEXT },
  { "common", N_ ("Common"), SHEAF_OUTPUT_NUMBER },
};

static const SheafOutputColumn part_columns[] = {
  { "part", N_ ("Part"), SHEAF_OUTPUT_TEXT },
  { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "side", N_ ("Side"), SHEAF_OUTPUT_TEXT },
  { "accounts", N_ ("Accounts"), SHEAF_OUTPUT_TEXT },
  { "given", N_ ("Given by"), SHEAF_OUTPUT_TEXT },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_TEXT },
  { "condition", N_ ("When"), SHEAF_OUTPUT_TEXT },
};

static const SheafOutputColumn row_columns[] = {
  { "number", N_ ("Number"), SHEAF_OUTPUT_TEXT },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "date", N_ ("Date"), SHEAF_OUTPUT_DAY },
  { "description", N_ ("Description"), SHEAF_OUTPUT_TEXT },
  { "debit", N_ ("Debit"), SHEAF_OUTPUT_TEXT },
  { "credit", N_ ("Credit"), SHEAF_OUTPUT_TEXT },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_AMOUNT },
  { "debit_party", N_ ("Debit party"), SHEAF_OUTPUT_TEXT },
  { "credit_party", N_ ("Credit party"), SHEAF_OUTPUT_TEXT },
  { "scope", N_ ("Scope"), SHEAF_OUTPUT_TEXT },
  { "currency", N_ ("Currency"), SHEAF_OUTPUT_TEXT },
  { "foreign", N_ ("Foreign amount"), SHEAF_OUTPUT_AMOUNT },
  { "source", N_ ("Source"), SHEAF_OUTPUT_TEXT },
};

/* People read their own language, programs the chart's. */
static const char *
language_of (SheafOutput *output)
{
  return sheaf_output_is_text (output) ? sheaf_language_current () : "vi";
}

gboolean
sheaf_guide_output_cases (const SheafCommandLine *line,
                          const GPtrArray        *cases,
                          GError                **error)
{
  g_autoptr (SheafOutput)
      output = sheaf_output_new (line, case_columns, G_N_ELEMENTS (case_columns));
  const char *language = language_of (output);

  for (guint i = 0; i < cases->len; i++)
    {
      const SheafGuideCase *item = cases->pdata[i];
      g_autofree char      *common = g_strdup_printf ("%u", item->common);

      sheaf_output_text (output, item->id);
      sheaf_output_text (output, sheaf_guide_text (&item->title, language));
      sheaf_output_text (output, sheaf_guide_text (&item->condition, language));
      sheaf_output_text (output, sheaf_scope_to_word (item->scope));
      sheaf_output_text (output, item->topic);
      sheaf_output_text (output, common);
    }
  return sheaf_output_write (output, line, error);
}

static void
add_amount (SheafOutput            *output,
            const SheafGuideAmount *amount)
{
  const char *given = !amount->asked ? "computed" : amount->optional ? "optional"
                                                                     : "asked";

  sheaf_output_text (output, amount->role);
  sheaf_output_text (output, sheaf_guide_text (amount->name, language_of (output)));
  sheaf_output_text (output, NULL);
  sheaf_output_text (output, NULL);
  sheaf_output_text (output, given);
  sheaf_output_text (output, NULL);
  sheaf_output_text (output, NULL);
}

/* The codes to choose among, and where one is taken unasked, that one. */
static void
add_line (SheafOutput             *output,
          SheafBook               *book,
          const SheafGuideAnswers *answers,
          guint                    place)
{
  const SheafGuideLine   *named = answers->entry->lines->pdata[place];
  const SheafGuideAmount *amount = answers->entry->amounts->pdata[named->amount];
  const SheafAccount     *usual = sheaf_guide_account (book, answers, place);
  g_autoptr (GPtrArray) accounts = sheaf_guide_accounts (book, answers, place);
  g_autoptr (GString) codes = g_string_new (NULL);
  g_autofree char *number = g_strdup_printf ("%u", named->number);

  for (guint i = 0; i < accounts->len; i++)
    g_string_append_printf (codes, "%s%s", i == 0 ? "" : " ",
                            ((const SheafAccount *) accounts->pdata[i])->code);
  sheaf_output_text (output, number);
  sheaf_output_text (output, sheaf_guide_text (amount->name, language_of (output)));
  sheaf_output_text (output, named->debit ? "debit" : "credit");
  sheaf_output_text (output, codes->str);
  sheaf_output_text (output, usual == NULL ? "choose" : usual->code);
  sheaf_output_text (output, amount->role);
  sheaf_output_text (output, sheaf_guide_text (&named->when, language_of (output)));
}

gboolean
sheaf_guide_output_case (const SheafCommandLine *line,
                         SheafBook              *book,
                         const SheafGuide       *guide,
                         const SheafGuideCase   *entry,
                         GError                **error)
{
  g_autoptr (SheafOutput)
      output = sheaf_output_new (line, part_columns, G_N_ELEMENTS (part_columns));
  g_autoptr (SheafGuideAnswers) answers = sheaf_guide_answers_new (entry, sheaf_book_today (book));
  const char      *language = language_of (output);
  g_autofree char *source = sheaf_guide_source (guide, entry, language);

  if (sheaf_output_is_text (output) && sheaf_command_option (line, "o") == NULL)
    sheaf_command_say ("%s\n%s", sheaf_guide_text (&entry->title, language), source);
  for (guint i = 0; i < entry->amounts->len; i++)
    add_amount (output, entry->amounts->pdata[i]);
  for (guint l = 0; l < entry->lines->len; l++)
    add_line (output, book, answers, l);
  return sheaf_output_write (output, line, error);
}

static void
add_account (SheafOutput      *output,
             const SheafChart *chart,
             gint64            id)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, id);

  sheaf_output_text (output, account == NULL ? NULL : account->code);
}

static gboolean
add_party (SheafOutput *output,
           SheafBook   *book,
           gint64       id,
           GError     **error)
{
  g_autoptr (SheafParty) party = id == 0 ? NULL : sheaf_party_load (book, id, error);

  if (id != 0 && party == NULL)
    return FALSE;
  sheaf_output_text (output, party == NULL ? NULL : party->code);
  return TRUE;
}

static gboolean
add_row (SheafOutput           *output,
         SheafBook             *book,
         const SheafChart      *chart,
         const SheafVoucher    *voucher,
         const SheafVoucherRow *row,
         const char            *source,
         GError               **error)
{
  const char *currency = row->debit_currency != NULL ? row->debit_currency : row->credit_currency;
  gint64      foreign = row->debit_currency != NULL ? row->debit_foreign : row->credit_foreign;

  sheaf_output_text (output, voucher->number);
  sheaf_output_text (output, sheaf_voucher_kind_to_word (voucher->kind));
  sheaf_output_day (output, voucher->date);
  sheaf_output_text (output, voucher->description);
  add_account (output, chart, row->debit_id);
  add_account (output, chart, row->credit_id);
  sheaf_output_amount (output, row->amount);
  if (!add_party (output, book, row->debit_party_id, error) ||
      !add_party (output, book, row->credit_party_id, error))
    return FALSE;
  sheaf_output_text (output, sheaf_scope_to_word (row->scope));
  sheaf_output_text (output, currency);
  sheaf_output_amount (output, SHEAF_MONEY (foreign));
  sheaf_output_text (output, source);
  return TRUE;
}

gboolean
sheaf_guide_output_voucher (const SheafCommandLine *line,
                            SheafBook              *book,
                            const SheafGuide       *guide,
                            const SheafGuideCase   *entry,
                            const SheafVoucher     *voucher,
                            GError                **error)
{
  g_autoptr (SheafOutput) output = sheaf_output_new (line, row_columns, G_N_ELEMENTS (row_columns));
  g_autofree char  *source = sheaf_guide_source (guide, entry, language_of (output));
  const SheafChart *chart = sheaf_chart_get (book, error);

  if (chart == NULL)
    return FALSE;
  for (guint i = 0; i < voucher->rows->len; i++)
    if (!add_row (output, book, chart, voucher, voucher->rows->pdata[i], source, error))
      return FALSE;
  return sheaf_output_write (output, line, error);
}
