/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layout of the forms: Circular 71/2024/TT-BTC, Appendix IV; the form must be kept (columns, marks,
 * codes, signers, notes), size and rules are free. */
#include "documents/statement-paper.h"

#include "documents/table.h"

#include <string.h>

#define LANGUAGE "vi"
/* A form of more lines is set smaller, so that B01-HTX fits on one sheet with its notes. */
#define LINES_MOST 28
#define SIZE 10.0f
#define SMALL_SIZE 8.8f
#define WIDE_SIZE 10.0f
#define SIGN_SIZE 10.0f

/* Headings merged over columns are written "Group > Column" in the forms' files. */
#define GROUP_SIGN " > "

static const SheafTextStyle NOTES_TITLE = { SHEAF_FACE_BOLD_ITALIC, 7.5f, SHEAF_ALIGN_LEFT };
static const SheafTextStyle NOTES = { SHEAF_FACE_ITALIC, 7.5f, SHEAF_ALIGN_LEFT };

static const SheafTextStyle WARNING = { SHEAF_FACE_BOLD, 11, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle UNCLOSED = { SHEAF_FACE_ITALIC, 10, SHEAF_ALIGN_CENTRE };

static gboolean
is_balance (const SheafStatement *statement)
{
  return statement->form->kind == SHEAF_FORM_ACCOUNTS;
}

SheafPageTurn
sheaf_statement_paper_turn (const SheafStatement *statement)
{
  return is_balance (statement) ? SHEAF_PAGE_LANDSCAPE : SHEAF_PAGE_PORTRAIT;
}

/* "Đơn vị báo cáo: HTX …"; dots where the book does not know. */
static char *
head_line (char      **labels,
           guint       n,
           const char *value)
{
  return g_strdup_printf ("%s: %s", n < g_strv_length (labels) ? labels[n] : "",
                          *value != '\0' ? value : "…………………………");
}

static void
draw_heading (SheafDocument        *document,
              const SheafFrame     *frame,
              const SheafStatement *statement)
{
  g_auto (GStrv) labels = sheaf_statement_list (statement, "header", LANGUAGE);
  g_autofree char *unit = head_line (labels, 0, frame->name);
  g_autofree char *address = head_line (labels, 1, frame->address);
  g_autofree char *code = sheaf_statement_text (statement, "form_code", LANGUAGE);
  g_autofree char *basis = sheaf_statement_text (statement, "attachment", LANGUAGE);
  g_autofree char *title = sheaf_statement_text (statement, "title", LANGUAGE);
  g_autofree char *subtitle = sheaf_statement_text (statement, "subtitle", LANGUAGE);
  g_autofree char *money = sheaf_statement_text (statement, "unit", LANGUAGE);
  SheafHeading     heading = { .unit = unit,
                               .address = address,
                               .code = code,
                               .basis = basis,
                               .revision = frame->revision,
                               .title = title != NULL ? title : statement->form->code,
                               .subtitle = subtitle,
                               .money = money };

  sheaf_heading_draw (document, &heading);
}

/* The form's headings and marks, with the widths and alignments given. */
static SheafTable *
open_table (SheafDocument        *document,
            const SheafStatement *statement,
            SheafTableColumn     *columns,
            guint                 n,
            float                 size)
{
  g_auto (GStrv) headings = sheaf_statement_list (statement, "columns", LANGUAGE);
  g_auto (GStrv) marks = sheaf_statement_list (statement, "marks", LANGUAGE);

  for (guint i = 0; i < n; i++)
    {
      char *heading = i < g_strv_length (headings) ? headings[i] : NULL;
      char *sign = heading != NULL ? strstr (heading, GROUP_SIGN) : NULL;

      columns[i].heading = heading != NULL ? heading : "";
      columns[i].mark = i < g_strv_length (marks) ? marks[i] : NULL;
      if (sign == NULL)
        continue;
      *sign = '\0';
      columns[i].group = heading;
      columns[i].heading = sign + strlen (GROUP_SIGN);
    }
  return sheaf_table_new (document, columns, n, size, 0);
}

static char *
format_amount (SheafMoney amount)
{
  return amount.units != 0 ? sheaf_money_format (amount, LANGUAGE) : g_strdup ("–");
}

static void
draw_line (SheafTable               *table,
           const SheafStatementLine *line)
{
  const SheafFormLine *form = line->form;
  gboolean             figures = form->line != NULL;
  gboolean             earlier = line->previous_known;
  g_autofree char     *current = figures ? format_amount (line->current) : NULL;
  g_autofree char     *previous = figures && earlier ? format_amount (line->previous) : NULL;
  const char          *cells[] = { form->labels[SHEAF_FORM_VI], form->line, form->note, current,
                                   previous };
  SheafRowStyle        style = form->style == SHEAF_FORM_NORMAL ? SHEAF_ROW_PLAIN : SHEAF_ROW_BOLD;

  if (form->memo)
    style |= SHEAF_ROW_ITALIC;
  sheaf_table_add_row (table, style, form->indent, cells);
}

static void
draw_lines (SheafDocument        *document,
            const SheafStatement *statement)
{
  SheafTableColumn columns[] = {
    { .weight = 1 },
    { .width = SHEAF_MM (12), .align = SHEAF_ALIGN_CENTRE },
    { .width = SHEAF_MM (14), .align = SHEAF_ALIGN_CENTRE },
    { .width = SHEAF_MM (26), .align = SHEAF_ALIGN_RIGHT },
    { .width = SHEAF_MM (26), .align = SHEAF_ALIGN_RIGHT },
  };
  float       size = statement->lines->len > LINES_MOST ? SMALL_SIZE : SIZE;
  SheafTable *table = open_table (document, statement, columns, G_N_ELEMENTS (columns), size);

  for (guint i = 0; i < statement->lines->len; i++)
    draw_line (table, &g_array_index (statement->lines, SheafStatementLine, i));
  sheaf_table_finish (table, sheaf_signers_height ());
}

static void
add_balance_row (SheafTable       *table,
                 SheafRowStyle     style,
                 const char       *code,
                 const char       *name,
                 const SheafMoney *amounts)
{
  g_auto (GStrv) cells = g_new0 (char *, 2 + SHEAF_BALANCE_AMOUNTS + 1);

  cells[0] = g_strdup (code);
  cells[1] = g_strdup (name);
  for (guint i = 0; i < SHEAF_BALANCE_AMOUNTS; i++)
    cells[2 + i] = amounts != NULL ? format_amount (amounts[i]) : g_strdup ("");
  sheaf_table_add_row (table, style, 0, (const char *const *) cells);
}

/* Rows of accounts inside (or outside) the balance; gives how many there were. */
static guint
add_accounts (SheafTable         *table,
              const SheafBalance *balance,
              gboolean            off_balance)
{
  guint count = 0;

  for (guint i = 0; i < balance->rows->len; i++)
    {
      const SheafBalanceRow *row = g_ptr_array_index (balance->rows, i);

      if (row->off_balance != off_balance)
        continue;
      add_balance_row (table, SHEAF_ROW_PLAIN, row->code, row->names[SHEAF_FORM_VI], row->amounts);
      count++;
    }
  return count;
}

/* Off-balance accounts follow after the total, which they are no part of. */
static void
draw_balance (SheafDocument        *document,
              const SheafStatement *statement)
{
  SheafTableColumn columns[2 + SHEAF_BALANCE_AMOUNTS] = {
    { .width = SHEAF_MM (19), .align = SHEAF_ALIGN_CENTRE },
    { .weight = 1 },
  };
  SheafTable      *table;
  g_autofree char *total = sheaf_statement_text (statement, "total", LANGUAGE);
  g_autofree char *outside = sheaf_statement_text (statement, "off_balance", LANGUAGE);
  gboolean         any = FALSE;

  for (guint i = 2; i < G_N_ELEMENTS (columns); i++)
    {
      columns[i].width = SHEAF_MM (29);
      columns[i].align = SHEAF_ALIGN_RIGHT;
    }
  table = open_table (document, statement, columns, G_N_ELEMENTS (columns), WIDE_SIZE);
  (void) add_accounts (table, statement->balance, FALSE);
  add_balance_row (table, SHEAF_ROW_BOLD, "", total, statement->balance->total);
  for (guint i = 0; i < statement->balance->rows->len; i++)
    any |= ((const SheafBalanceRow *) g_ptr_array_index (statement->balance->rows, i))->off_balance;
  if (any)
    {
      add_balance_row (table, SHEAF_ROW_BOLD | SHEAF_ROW_ITALIC, "", outside, NULL);
      (void) add_accounts (table, statement->balance, TRUE);
    }
  sheaf_table_finish (table, sheaf_signers_height ());
}

static void
draw_signers (SheafDocument        *document,
              const SheafFrame     *frame,
              const SheafStatement *statement)
{
  g_auto (GStrv) titles = sheaf_statement_list (statement, "signers", LANGUAGE);
  g_auto (GStrv) notes = sheaf_statement_list (statement, "signer_notes", LANGUAGE);
  g_autofree char *pattern = sheaf_form_text (statement->form, "signing_date", LANGUAGE);
  g_autofree char *day = sheaf_paper_texts_date (pattern != NULL ? pattern : "", frame->date);
  const char      *dates[] = { "", "", day, NULL };
  const char      *names[] = { frame->accountant, frame->chief_accountant, frame->director, NULL };
  SheafSigners     signers = { .titles = (const char *const *) titles,
                               .notes = (const char *const *) notes,
                               .dates = dates,
                               .names = names,
                               .size = SIGN_SIZE };

  sheaf_signers_draw (document, &signers);
}

/* The lines that the notes take. */
static guint
note_lines (SheafDocument *document,
            char         **notes)
{
  float width = sheaf_document_right (document) - sheaf_document_left (document);
  guint lines = 0;

  for (char **note = notes; *note != NULL; note++)
    {
      g_auto (GStrv) wrapped = sheaf_document_text_wrap (document, NOTES, *note, width);

      lines += g_strv_length (wrapped);
    }
  return lines;
}

/* The notes stay together: one line of them alone on a page would look like a mistake. */
static void
draw_notes (SheafDocument        *document,
            SheafPaperTexts      *texts,
            const SheafStatement *statement)
{
  g_autofree char *title = sheaf_statement_text (statement, "notes_title", LANGUAGE);
  g_auto (GStrv) notes = sheaf_statement_list (statement, "notes", LANGUAGE);

  if (g_strv_length (notes) == 0)
    return;
  sheaf_document_set_y (document, sheaf_document_y (document) + SHEAF_MM (1));
  (void) sheaf_document_reserve (document, sheaf_document_text_line_height (NOTES) *
                                               (float) (note_lines (document, notes) + 1));
  if (title != NULL)
    sheaf_document_text_flow (document, NOTES_TITLE, title);
  for (char **note = notes; *note != NULL; note++)
    sheaf_document_text_flow (document, NOTES, *note);
  if (statement->previous_from == SHEAF_STATEMENT_PREVIOUS_COMPARATIVES)
    sheaf_document_text_flow (document, NOTES,
                              sheaf_paper_texts_get (texts, "statement", "comparatives"));
}

/* Nobody should send off by mistake what does not agree. */
static void
draw_warning (SheafDocument   *document,
              SheafPaperTexts *texts)
{
  sheaf_document_text_flow (document, WARNING,
                            sheaf_paper_texts_get (texts, "statement", "unbalanced"));
  sheaf_document_set_y (document, sheaf_document_y (document) + SHEAF_MM (1));
}

/* Figures of a year that is still open may change: its result is that of a closing not posted. */
static void
draw_unclosed (SheafDocument        *document,
               SheafPaperTexts      *texts,
               const SheafStatement *statement)
{
  g_autofree char *year = g_strdup_printf ("%d", statement->year);
  g_autofree char *text = sheaf_paper_texts_fill (texts, "statement", "unclosed", "year", year,
                                                  NULL);

  sheaf_document_text_flow (document, UNCLOSED, text);
  sheaf_document_set_y (document, sheaf_document_y (document) + SHEAF_MM (1));
}

gboolean
sheaf_statement_paper_draw (SheafDocument        *document,
                            SheafPaperTexts      *texts,
                            const SheafFrame     *frame,
                            const SheafStatement *statement,
                            GError              **error)
{
  g_return_val_if_fail (document != NULL && frame != NULL && statement != NULL, FALSE);
  draw_heading (document, frame, statement);
  if (statement->problems->errors > 0)
    draw_warning (document, texts);
  if (!statement->closed)
    draw_unclosed (document, texts, statement);
  if (is_balance (statement))
    draw_balance (document, statement);
  else
    draw_lines (document, statement);
  draw_signers (document, frame, statement);
  draw_notes (document, texts, statement);
  return sheaf_paper_texts_check (texts, error);
}
