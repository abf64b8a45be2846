/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Balances asked and answered. */
#include "reports/list-confirmation.h"

#include "base/i18n.h"
#include "ledger/chart.h"
#include "ledger/confirmation-sheet.h"
#include "ledger/party.h"
#include "reports/error.h"
#include "reports/list-head.h"

#include <string.h>

enum
{
  ACCOUNT,
  PARTY,
  NAME,
  BOOKED_DEBIT,
  BOOKED_CREDIT,
  CONFIRMED_DEBIT,
  CONFIRMED_CREDIT,
  SENT,
  ANSWERED,
  DIFFERENCE,
  POSTED,
  NOTE,
  N_COLUMNS
};

static const SheafListColumn columns[] = {
  { "account", SHEAF_CELL_TEXT, 3 },
  { "party", SHEAF_CELL_TEXT, 4 },
  { "name", SHEAF_CELL_TEXT, 9 },
  { "booked_debit", SHEAF_CELL_MONEY, 5 },
  { "booked_credit", SHEAF_CELL_MONEY, 5 },
  { "confirmed_debit", SHEAF_CELL_MONEY, 5 },
  { "confirmed_credit", SHEAF_CELL_MONEY, 5 },
  { "sent", SHEAF_CELL_DAY, 4 },
  { "answered", SHEAF_CELL_DAY, 4 },
  { "difference", SHEAF_CELL_MONEY, 5 },
  { "posted", SHEAF_CELL_TEXT, 3 },
  { "note", SHEAF_CELL_TEXT, 6 },
};

static const SheafListColumn letter_columns[] = {
  { "balance", SHEAF_CELL_TEXT, 9 },
  { "ours", SHEAF_CELL_MONEY, 5 },
  { "yours", SHEAF_CELL_MONEY, 5 },
  { "difference", SHEAF_CELL_MONEY, 5 },
};

typedef struct
{
  SheafBook       *book;
  SheafReportSink *sink;
  GKeyFile        *words;
  const char      *language;
  gint64           sums[N_COLUMNS];
} Paper;

static void
set_sides (Paper     *paper,
           SheafCell *cells,
           guint      debit,
           SheafMoney amount)
{
  guint column = amount.units < 0 ? debit + 1 : debit;

  sheaf_cell_set_number (&cells[column], ABS (amount.units));
  paper->sums[column] += ABS (amount.units);
}

static gboolean
write_line (Paper                   *paper,
            const SheafConfirmation *one,
            GError                 **error)
{
  const SheafChart *chart = sheaf_chart_get (paper->book, error);
  g_autoptr (SheafParty) party = sheaf_party_load (paper->book, one->party_id, error);
  g_autofree char *posted = sheaf_list_word (paper->words, "posted", paper->language);
  SheafCell        cells[N_COLUMNS] = { { 0 } };
  SheafReportRow   row = { .cells = cells,
                           .account_id = one->account_id,
                           .party_id = one->party_id };

  if (chart == NULL || party == NULL)
    return FALSE;
  sheaf_cell_set_text (&cells[ACCOUNT], sheaf_chart_by_id (chart, one->account_id)->code);
  sheaf_cell_set_text (&cells[PARTY], party->code);
  sheaf_cell_set_text (&cells[NAME], party->name);
  set_sides (paper, cells, BOOKED_DEBIT, one->booked);
  if (one->is_answered)
    {
      set_sides (paper, cells, CONFIRMED_DEBIT, one->confirmed);
      sheaf_cell_set_number (&cells[DIFFERENCE], sheaf_confirmation_difference (one).units);
      paper->sums[DIFFERENCE] += sheaf_confirmation_difference (one).units;
    }
  if (!sheaf_date_is_none (one->sent))
    sheaf_cell_set_day (&cells[SENT], one->sent);
  if (one->is_answered && !sheaf_date_is_none (one->answered))
    sheaf_cell_set_day (&cells[ANSWERED], one->answered);
  if (one->vouchers > 0)
    sheaf_cell_set_text (&cells[POSTED], posted);
  sheaf_cell_set_text (&cells[NOTE], one->note);
  return sheaf_report_sink_row (paper->sink, &row, error);
}

static gboolean
write_total (Paper   *paper,
             GError **error)
{
  static const guint summed[] = { BOOKED_DEBIT, BOOKED_CREDIT, CONFIRMED_DEBIT, CONFIRMED_CREDIT,
                                  DIFFERENCE };
  g_autofree char   *text = sheaf_list_word (paper->words, "total", paper->language);
  SheafCell          cells[N_COLUMNS] = { { 0 } };
  SheafReportRow     row = { .kind = SHEAF_ROW_KIND_TOTAL, .bold = TRUE, .cells = cells };

  sheaf_cell_set_text (&cells[NAME], text);
  for (guint i = 0; i < G_N_ELEMENTS (summed); i++)
    {
      sheaf_cell_set_number (&cells[summed[i]], paper->sums[summed[i]]);
      cells[summed[i]].sum = TRUE;
    }
  return sheaf_report_sink_row (paper->sink, &row, error);
}

/* Says why the list is empty: nobody was asked, or there is nothing to ask about. */
static void
refuse_empty (SheafBook                 *book,
              const SheafReportQuestion *question,
              gint64                     account_id,
              gint64                     party_id,
              GError                   **error)
{
  SheafDate        day = sheaf_list_day (question);
  g_autofree char *text = sheaf_date_format (day, question->language);
  g_autoptr (GPtrArray) sheet = sheaf_confirmation_sheet (book, account_id, day, error);
  guint lines = 0;

  for (guint i = 0; sheet != NULL && i < sheet->len; i++)
    lines += party_id == 0 || ((SheafConfirmationLine *) sheet->pdata[i])->party_id == party_id;
  if (sheet != NULL && lines == 0)
    g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
                 _ ("there is no balance of %s to be confirmed: choose another day, account or "
                    "party"),
                 text);
  else if (sheet != NULL)
    g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
                 _ ("Nobody was asked about a balance of %s yet: make the letters first, on the "
                    "page of confirmations or by the command “confirm”"),
                 text);
}

/* Those of the day that are asked for; an error when there are none. */
static GPtrArray *
list_asked (SheafBook                 *book,
            const SheafReportQuestion *question,
            GError                   **error)
{
  SheafDate day = sheaf_list_day (question);
  g_autoptr (GPtrArray) list = NULL;
  gint64 account_id, party_id;

  if (!sheaf_list_account (book, question->account, &account_id, error) ||
      !sheaf_list_party (book, question->party, &party_id, error))
    return NULL;
  list = sheaf_confirmation_list (book, day, account_id, party_id, error);
  if (list != NULL && list->len > 0)
    return g_steal_pointer (&list);
  if (list != NULL)
    refuse_empty (book, question, account_id, party_id, error);
  return NULL;
}

gboolean
sheaf_list_confirmations_write (const SheafReport         *report,
                                SheafBook                 *book,
                                const SheafReportQuestion *question,
                                SheafReportSink           *sink,
                                GError                   **error)
{
  SheafDate day = sheaf_list_day (question);
  g_autoptr (GPtrArray) list = list_asked (book, question, error);
  g_autoptr (GKeyFile) words = NULL;
  g_autoptr (SheafReportHead) head = NULL;
  g_autoptr (SheafReportSection) section = sheaf_report_section_new (NULL);
  Paper paper = { .book = book, .sink = sink, .language = question->language };

  if (list == NULL)
    return FALSE;
  head = sheaf_list_head (book, report->code, question->language, day, day, columns, N_COLUMNS,
                          &words, error);
  paper.words = words;
  if (head == NULL || !sheaf_report_sink_head (sink, head, error) ||
      !sheaf_report_sink_section (sink, section, error))
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    if (!write_line (&paper, list->pdata[i], error))
      return FALSE;
  return write_total (&paper, error) && sheaf_report_sink_finish (sink, error);
}

static gboolean
write_letter_head (const Paper             *paper,
                   const SheafConfirmation *one,
                   GError                 **error)
{
  g_autoptr (SheafParty) party = sheaf_party_load (paper->book, one->party_id, error);
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();
  g_autoptr (SheafReportSection) section = NULL;
  g_autofree char *name = NULL, *ask = NULL;
  g_autoptr (GString) to = NULL;

  if (party == NULL)
    return FALSE;
  section = sheaf_report_section_new (party->code);
  name = sheaf_list_fill (paper->words, paper->language, "party", "{name}", party->name);
  to = g_string_new (name);
  g_string_replace (to, "{code}", party->code, 0);
  g_strv_builder_add (fields, to->str);
  if (party->address != NULL && *party->address != '\0')
    {
      g_autofree char *address = sheaf_list_fill (paper->words, paper->language, "address",
                                                  "{address}", party->address);

      g_strv_builder_add (fields, address);
    }
  if (party->tax_code != NULL && *party->tax_code != '\0')
    {
      g_autofree char *tax_code = sheaf_list_fill (paper->words, paper->language, "tax_code",
                                                   "{tax_code}", party->tax_code);

      g_strv_builder_add (fields, tax_code);
    }
  ask = sheaf_list_fill (paper->words, paper->language, "ask", NULL, NULL);
  g_strfreev (section->fields);
  section->fields = g_strv_builder_end (fields);
  g_strfreev (section->paragraphs);
  section->paragraphs = g_strsplit (ask, "\n", -1);
  return sheaf_report_sink_section (paper->sink, section, error);
}

/* Their balance may stand on several accounts: a line each. */
static gboolean
write_letter_line (const Paper             *paper,
                   const SheafConfirmation *one,
                   GError                 **error)
{
  const SheafChart *chart = sheaf_chart_get (paper->book, error);
  gboolean          claim = one->booked.units > 0;
  g_autofree char  *text = chart == NULL
                               ? NULL
                               : sheaf_list_fill (paper->words, paper->language,
                                                 claim ? "claim" : "debt", "{account}",
                                                  sheaf_chart_by_id (chart, one->account_id)->code);
  SheafCell         cells[G_N_ELEMENTS (letter_columns)] = { { 0 } };
  SheafReportRow    row = { .cells = cells,
                            .account_id = one->account_id,
                            .party_id = one->party_id };
  gint64            sign = claim ? 1 : -1;

  if (text == NULL)
    return FALSE;
  sheaf_cell_set_text (&cells[0], text);
  sheaf_cell_set_number (&cells[1], sign * one->booked.units);
  if (one->is_answered)
    {
      sheaf_cell_set_number (&cells[2], sign * one->confirmed.units);
      sheaf_cell_set_number (&cells[3], sign * sheaf_confirmation_difference (one).units);
    }
  return sheaf_report_sink_row (paper->sink, &row, error);
}

static int
compare_parties (gconstpointer a,
                 gconstpointer b)
{
  const SheafConfirmation *x = *(SheafConfirmation *const *) a;
  const SheafConfirmation *y = *(SheafConfirmation *const *) b;

  if (x->party_id != y->party_id)
    return x->party_id < y->party_id ? -1 : 1;
  return (x->account_id > y->account_id) - (x->account_id < y->account_id);
}

/* A letter about a balance that is gone would be answered in vain. */
static void
drop_gone (GPtrArray *list)
{
  for (guint i = list->len; i > 0; i--)
    if (sheaf_confirmation_state (list->pdata[i - 1]) == SHEAF_CONFIRMATION_GONE)
      g_ptr_array_remove_index (list, i - 1);
}

gboolean
sheaf_list_letters_write (const SheafReport         *report,
                          SheafBook                 *book,
                          const SheafReportQuestion *question,
                          SheafReportSink           *sink,
                          GError                   **error)
{
  SheafDate day = sheaf_list_day (question);
  g_autoptr (GPtrArray) list = list_asked (book, question, error);
  g_autoptr (GKeyFile) words = NULL;
  g_autoptr (SheafReportHead) head = NULL;
  Paper paper = { .book = book, .sink = sink, .language = question->language };

  if (list == NULL)
    return FALSE;
  head = sheaf_list_head (book, report->code, question->language, day, day, letter_columns,
                          G_N_ELEMENTS (letter_columns), &words, error);
  paper.words = words;
  if (head == NULL || !sheaf_report_sink_head (sink, head, error))
    return FALSE;
  drop_gone (list);
  g_ptr_array_sort (list, compare_parties);
  for (guint i = 0; i < list->len; i++)
    {
      const SheafConfirmation *one = list->pdata[i];
      gboolean                 first =
          i == 0 || ((SheafConfirmation *) list->pdata[i - 1])->party_id != one->party_id;

      if ((first && !write_letter_head (&paper, one, error)) ||
          !write_letter_line (&paper, one, error))
        return FALSE;
    }
  return sheaf_report_sink_finish (sink, error);
}

char *
sheaf_list_confirmations_withheld (const SheafReport *report G_GNUC_UNUSED,
                                   SheafBook                *book)
{
  g_autoptr (GPtrArray) list = sheaf_confirmation_list (book, SHEAF_DATE_NONE, 0, 0, NULL);

  return list != NULL && list->len == 0
             ? g_strdup (_ ("Nobody was asked about a balance yet: make the letters on the page of "
                            "confirmations or by the command “confirm”"))
             : NULL;
}
