/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets of counts: rows of the same number, one after the other, are one sheet, each a line. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "ledger/count.h"

#include <string.h>

enum
{
  NUMBER,
  KIND,
  DATE,
  ACCOUNT,
  PEOPLE,
  NOTE,
  TIME,
  WITHDRAWN,
  NAME,
  BOOKED_QUANTITY,
  BOOKED_AMOUNT,
  COUNTED_QUANTITY,
  COUNTED_AMOUNT,
  LINE_NOTE,
  POOR,
  SPOILT,
};

static const SheafImportColumn columns[] = {
  [NUMBER] = { "number", SHEAF_IMPORT_REQUIRED },
  [KIND] = { "kind", SHEAF_IMPORT_REQUIRED },
  [DATE] = { "date", SHEAF_IMPORT_REQUIRED },
  [ACCOUNT] = { "account", SHEAF_IMPORT_REQUIRED },
  [PEOPLE] = { "people", SHEAF_IMPORT_OPTIONAL },
  [NOTE] = { "note", SHEAF_IMPORT_OPTIONAL },
  [TIME] = { "time", SHEAF_IMPORT_OPTIONAL },
  [WITHDRAWN] = { "withdrawn", SHEAF_IMPORT_OPTIONAL }, /* why it counts no more */
  [NAME] = { "name", SHEAF_IMPORT_OPTIONAL },
  [BOOKED_QUANTITY] = { "booked_quantity", SHEAF_IMPORT_OPTIONAL },
  [BOOKED_AMOUNT] = { "booked_amount", SHEAF_IMPORT_OPTIONAL },
  [COUNTED_QUANTITY] = { "counted_quantity", SHEAF_IMPORT_OPTIONAL },
  [COUNTED_AMOUNT] = { "counted_amount", SHEAF_IMPORT_OPTIONAL },
  [LINE_NOTE] = { "line_note", SHEAF_IMPORT_OPTIONAL },
  [POOR] = { "poor", SHEAF_IMPORT_OPTIONAL },
  [SPOILT] = { "spoilt", SHEAF_IMPORT_OPTIONAL },
};

typedef struct
{
  SheafCount *count; /* under way; NULL between sheets */
  guint       line;
  gboolean    is_bad;
} State;

static void
clear (gpointer data)
{
  State *state = data;

  g_clear_pointer (&state->count, sheaf_count_free);
  state->is_bad = FALSE;
}

/* Keeps the sheet under way, whose problems are told where it began. */
static gboolean
keep (SheafImport *import,
      GError     **error)
{
  State   *state = import->state;
  GError  *problem = NULL;
  guint    line = import->line;
  gboolean row_is_bad = import->row_is_bad;
  gboolean done = TRUE;
  gint64   id;

  if (state->count == NULL)
    return TRUE;
  import->line = state->line;
  if (!state->is_bad &&
      (!sheaf_count_insert (import->book, state->count, &id, &problem) ||
       (*state->count->withdrawn != '\0' &&
        !sheaf_count_withdraw (import->book, id, state->count->withdrawn, &problem))))
    done = sheaf_import_take_error (import, NUMBER, problem, error);
  import->line = line;
  import->row_is_bad = row_is_bad;
  clear (state);
  return done;
}

static void
replace (char      **field,
         const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static void
start (SheafImport *import,
       const char  *number)
{
  static const char *const kinds[] = { "cash", "stock", NULL };
  State                   *state = import->state;
  guint                    kind = 0;
  gboolean                 date, account;

  state->count = sheaf_count_new ();
  state->line = import->line;
  replace (&state->count->number, number);
  replace (&state->count->people, sheaf_import_text (import, PEOPLE));
  replace (&state->count->note, sheaf_import_text (import, NOTE));
  replace (&state->count->time, sheaf_import_text (import, TIME));
  replace (&state->count->withdrawn, sheaf_import_text (import, WITHDRAWN));
  (void) sheaf_import_word (import, KIND, kinds, &kind); /* its problem is added */
  state->count->kind = kind == 0 ? SHEAF_COUNT_CASH : SHEAF_COUNT_STOCK;
  date = sheaf_import_date (import, DATE, &state->count->date);
  account = sheaf_import_account (import, ACCOUNT, &state->count->account_id);
  if (date && account && !import->row_is_bad)
    {
      g_autoptr (GError) problem = NULL;
      g_autoptr (SheafCount) sheet =
          sheaf_count_prepare (import->book, state->count->kind, state->count->account_id,
                               state->count->date, &problem);

      if (sheet == NULL)
        sheaf_import_problem (import, ACCOUNT, "%s", problem->message);
    }
}

/* A sheet without lines has one row without figures. */
static void
read_line (SheafImport *import,
           SheafCount  *count)
{
  SheafCountLine *line;

  if (!sheaf_import_has (import, BOOKED_AMOUNT) && !sheaf_import_has (import, COUNTED_AMOUNT) &&
      !sheaf_import_has (import, NAME))
    return;
  line = sheaf_count_add_line (count, sheaf_import_text (import, NAME));
  (void) sheaf_import_signed_quantity (import, BOOKED_QUANTITY,
                                       &line->booked_quantity); /* their problems are added */
  (void) sheaf_import_signed (import, BOOKED_AMOUNT, &line->booked_amount);
  (void) sheaf_import_quantity (import, COUNTED_QUANTITY, &line->counted_quantity);
  (void) sheaf_import_signed (import, COUNTED_AMOUNT, &line->counted_amount);
  replace (&line->note, sheaf_import_text (import, LINE_NOTE));
  (void) sheaf_import_quantity (import, POOR, &line->poor);
  (void) sheaf_import_quantity (import, SPOILT, &line->spoilt);
  line->judged = sheaf_import_has (import, POOR) || sheaf_import_has (import, SPOILT);
  line->counted = TRUE;
  if (line->poor.thousandths + line->spoilt.thousandths > line->counted_quantity.thousandths)
    sheaf_import_problem (import, POOR,
                          _ ("more is poor or spoilt than was counted, correct the quantities"));
}

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  State      *state = import->state;
  const char *number = sheaf_import_text (import, NUMBER);

  if (*number == '\0')
    return TRUE; /* told as missing */
  if (state->count == NULL || strcmp (state->count->number, number) != 0)
    {
      if (!keep (import, error))
        return FALSE;
      start (import, number);
    }
  read_line (import, state->count);
  state->is_bad = state->is_bad || import->row_is_bad;
  return TRUE;
}

const SheafImportKind sheaf_import_counts = {
  .name = "counts",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .state_size = sizeof (State),
  .row = read_record,
  .finish = keep,
  .clear = clear,
};
