/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreed instalments: rows of the same member, kind and day of decision are one schedule. */
#include "base/i18n.h"
#include "capital/schedule.h"
#include "exchange/kinds-private.h"

enum
{
  MEMBER,
  KIND,
  DECIDED,
  DOCUMENT,
  DUE,
  AMOUNT,
};

static const SheafImportColumn columns[] = {
  [MEMBER] = { "member", SHEAF_IMPORT_REQUIRED },
  [KIND] = { "kind", SHEAF_IMPORT_REQUIRED },
  [DECIDED] = { "decided", SHEAF_IMPORT_REQUIRED },
  [DOCUMENT] = { "document", SHEAF_IMPORT_OPTIONAL },
  [DUE] = { "due", SHEAF_IMPORT_IN_HEADER },
  [AMOUNT] = { "amount", SHEAF_IMPORT_IN_HEADER },
};

/* The schedule that the row goes on with; NULL: it begins one. */
static SheafSchedule *
find_schedule (const SheafImportList *list,
               const SheafSchedule   *row)
{
  for (guint i = list->items == NULL ? 0 : list->items->len; i > 0; i--)
    {
      SheafSchedule *schedule = list->items->pdata[i - 1];

      if (schedule->party_id == row->party_id && schedule->kind == row->kind &&
          sheaf_date_cmp (schedule->decided, row->decided) == 0)
        return schedule;
    }
  return NULL;
}

/* A row without day and amount takes an earlier schedule back. */
static void
read_part (SheafImport   *import,
           SheafSchedule *schedule)
{
  SheafInstalment part = { SHEAF_DATE_NONE, SHEAF_MONEY_ZERO };

  if (!sheaf_import_has (import, DUE) && !sheaf_import_has (import, AMOUNT))
    return;
  if (!sheaf_import_has (import, DUE) || !sheaf_import_has (import, AMOUNT))
    sheaf_import_problem (import, sheaf_import_has (import, DUE) ? AMOUNT : DUE,
                          _ ("an instalment has a day and an amount: give both, or neither to take "
                             "an earlier schedule back"));
  (void) sheaf_import_date (import, DUE, &part.due); /* its problem is added; likewise below */
  (void) sheaf_import_amount (import, AMOUNT, &part.amount);
  g_array_append_val (schedule->instalments, part);
}

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  SheafImportList *list = import->state;
  g_autoptr (SheafSchedule) row = sheaf_schedule_new ();
  const char    *word = sheaf_import_text (import, KIND);
  SheafSchedule *before;

  (void) error;
  row->line = import->line;
  (void) sheaf_import_party (import, MEMBER, &row->party_id); /* its problem is added; so below */
  (void) sheaf_import_date (import, DECIDED, &row->decided);
  row->document = sheaf_import_dup_text (import, DOCUMENT);
  if (*word != '\0' && !sheaf_schedule_kind_from_word (word, &row->kind))
    sheaf_import_problem (import, KIND, _ ("“%s” is no kind, take one of pay, refund"), word);
  read_part (import, row);
  before = import->row_is_bad ? NULL : find_schedule (list, row);
  if (before != NULL)
    g_array_append_vals (before->instalments, row->instalments->data, row->instalments->len);
  else
    sheaf_import_list_take (import, g_steal_pointer (&row), (GDestroyNotify) sheaf_schedule_free);
  return TRUE;
}

static gboolean
finish (SheafImport *import,
        GError     **error)
{
  SheafImportList *list = import->state;
  guint            before = import->problems->errors;

  if (list->items == NULL || list->incomplete)
    return TRUE;
  for (guint i = 0; i < list->items->len; i++)
    if (!sheaf_schedule_check (import->book, list->items->pdata[i], import->file, import->problems,
                               error))
      return FALSE;
  for (guint i = 0; import->problems->errors == before && i < list->items->len; i++)
    if (!sheaf_schedule_set (import->book, list->items->pdata[i], error))
      return FALSE;
  return TRUE;
}

const SheafImportKind sheaf_import_schedules = {
  .name = "schedules",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .state_size = sizeof (SheafImportList),
  .names_vouchers = TRUE, /* judged by the capital events, which do */
  .row = read_record,
  .finish = finish,
  .clear = sheaf_import_list_clear,
};
