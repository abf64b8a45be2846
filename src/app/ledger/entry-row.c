/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table says what each cell is called, how findings name it and how wide it is. */
#include "app/ledger/entry-row.h"

#include "app/ledger/voucher-words.h"
#include "app/widgets/amount-entry.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/entry-mark.h"
#include "base/i18n.h"
#include "base/text.h"

static const struct
{
  const char *title;
  const char *column;
  int         width_chars;
} cells[SHEAF_ENTRY_CELLS] = {
  [SHEAF_ENTRY_TEXT] = { N_ ("Text"), "description", 14 },
  [SHEAF_ENTRY_DEBIT] = { N_ ("Debit"), "debit", 7 },
  [SHEAF_ENTRY_CREDIT] = { N_ ("Credit"), "credit", 7 },
  [SHEAF_ENTRY_AMOUNT] = { N_ ("Amount (₫)"), "amount", 13 },
  [SHEAF_ENTRY_DEBIT_PARTY] = { N_ ("Debit party"), "debit_party", 9 },
  [SHEAF_ENTRY_CREDIT_PARTY] = { N_ ("Credit party"), "credit_party", 9 },
  [SHEAF_ENTRY_SCOPE] = { N_ ("Scope"), "scope", 0 },
};

void
sheaf_typed_row_free (SheafTypedRow *typed)
{
  if (typed == NULL)
    return;
  g_free (typed->row.description);
  g_free (typed->debit_item);
  g_free (typed->credit_item);
  g_free (typed);
}

static GtkWidget *
make_scope_cell (void)
{
  const char *const words[] = { _ ("by rule"), sheaf_voucher_words_scope (SHEAF_SCOPE_INTERNAL),
                                sheaf_voucher_words_scope (SHEAF_SCOPE_EXTERNAL), NULL };

  return gtk_drop_down_new_from_strings (words);
}

static GtkWidget *
make_cell (guint         which,
           SheafChoices *accounts,
           SheafChoices *parties,
           gboolean      editable)
{
  GtkWidget *cell;

  if (which == SHEAF_ENTRY_SCOPE)
    {
      cell = make_scope_cell ();
      gtk_widget_set_sensitive (cell, editable);
      return cell;
    }
  if (which == SHEAF_ENTRY_AMOUNT)
    cell = sheaf_amount_entry_new ();
  else if (which == SHEAF_ENTRY_DEBIT || which == SHEAF_ENTRY_CREDIT)
    cell = sheaf_code_picker_new (
        accounts, N_ ("There is no account “%s”: type part of its name to find it."));
  else if (which == SHEAF_ENTRY_TEXT)
    cell = gtk_entry_new ();
  else
    {
      cell = sheaf_code_picker_new (
          parties, N_ ("There is no party “%s”: type part of the name to find it."));
      sheaf_code_picker_set_takes_item (SHEAF_CODE_PICKER (cell), TRUE);
    }
  gtk_editable_set_width_chars (GTK_EDITABLE (cell), cells[which].width_chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (cell), cells[which].width_chars);
  gtk_editable_set_editable (GTK_EDITABLE (cell), editable);
  gtk_widget_set_hexpand (cell, which == SHEAF_ENTRY_TEXT);
  return cell;
}

SheafEntryRow *
sheaf_entry_row_new (SheafChoices *accounts,
                     SheafChoices *parties,
                     gboolean      editable)
{
  SheafEntryRow *row = g_new0 (SheafEntryRow, 1);

  row->accounts = accounts;
  row->parties = parties;
  for (guint i = 0; i < SHEAF_ENTRY_CELLS; i++)
    {
      row->cells[i] = make_cell (i, accounts, parties, editable);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row->cells[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (cells[i].title), -1);
    }
  return row;
}

void
sheaf_entry_row_set_choices (SheafEntryRow *row,
                             SheafChoices  *accounts,
                             SheafChoices  *parties)
{
  row->accounts = accounts;
  row->parties = parties;
  sheaf_code_picker_set_choices (SHEAF_CODE_PICKER (row->cells[SHEAF_ENTRY_DEBIT]), accounts);
  sheaf_code_picker_set_choices (SHEAF_CODE_PICKER (row->cells[SHEAF_ENTRY_CREDIT]), accounts);
  sheaf_code_picker_set_choices (SHEAF_CODE_PICKER (row->cells[SHEAF_ENTRY_DEBIT_PARTY]), parties);
  sheaf_code_picker_set_choices (SHEAF_CODE_PICKER (row->cells[SHEAF_ENTRY_CREDIT_PARTY]), parties);
}

const char *
sheaf_entry_row_title (guint cell)
{
  g_return_val_if_fail (cell < SHEAF_ENTRY_CELLS, NULL);

  return _ (cells[cell].title);
}

GtkWidget *
sheaf_entry_row_find_cell (const SheafEntryRow *row,
                           const char          *column)
{
  for (guint i = 0; i < SHEAF_ENTRY_CELLS; i++)
    if (g_strcmp0 (cells[i].column, column) == 0)
      return row->cells[i];
  return NULL;
}

gboolean
sheaf_entry_row_is_empty (const SheafEntryRow *row)
{
  for (guint i = SHEAF_ENTRY_TEXT; i <= SHEAF_ENTRY_CREDIT_PARTY; i++)
    if (*gtk_editable_get_text (GTK_EDITABLE (row->cells[i])) != '\0')
      return FALSE;
  return TRUE;
}

static const char *
find_code (SheafChoices *choices,
           gint64        id)
{
  const SheafChoice *choice = id != 0 ? sheaf_choices_find_id (choices, id) : NULL;

  return choice != NULL ? choice->code : "";
}

static void
show_party (const SheafEntryRow *row,
            guint                which,
            gint64               party_id,
            gint64               item_id,
            GHashTable          *item_codes)
{
  const char      *item = item_id != 0 ? g_hash_table_lookup (item_codes, &item_id) : NULL;
  const char      *party = find_code (row->parties, party_id);
  g_autofree char *both = item != NULL ? g_strdup_printf ("%s:%s", party, item) : g_strdup (party);

  sheaf_code_picker_set (SHEAF_CODE_PICKER (row->cells[which]), both);
}

void
sheaf_entry_row_show (SheafEntryRow         *row,
                      const SheafVoucherRow *data,
                      GHashTable            *item_codes)
{
  gtk_editable_set_text (GTK_EDITABLE (row->cells[SHEAF_ENTRY_TEXT]),
                         data->description != NULL ? data->description : "");
  sheaf_code_picker_set (SHEAF_CODE_PICKER (row->cells[SHEAF_ENTRY_DEBIT]),
                         find_code (row->accounts, data->debit_id));
  sheaf_code_picker_set (SHEAF_CODE_PICKER (row->cells[SHEAF_ENTRY_CREDIT]),
                         find_code (row->accounts, data->credit_id));
  sheaf_amount_entry_set (SHEAF_AMOUNT_ENTRY (row->cells[SHEAF_ENTRY_AMOUNT]), data->amount);
  show_party (row, SHEAF_ENTRY_DEBIT_PARTY, data->debit_party_id, data->debit_item_id, item_codes);
  show_party (row, SHEAF_ENTRY_CREDIT_PARTY, data->credit_party_id, data->credit_item_id,
              item_codes);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (row->cells[SHEAF_ENTRY_SCOPE]), data->scope);
}

/* The id of the code in a picker; FALSE when there is no such code: the cell is marked then. */
static gboolean
read_code (GtkWidget    *cell,
           SheafChoices *choices,
           gint64       *ret_id)
{
  g_autoptr (GError) error = NULL;
  const char *code;

  if (!sheaf_code_picker_get (SHEAF_CODE_PICKER (cell), &code, &error))
    {
      sheaf_entry_mark (cell, error->message);
      return FALSE;
    }
  *ret_id = *code != '\0' ? sheaf_choices_find_code (choices, code)->id : 0;
  return TRUE;
}

static gboolean
read_amount (GtkWidget  *cell,
             SheafMoney *ret_amount)
{
  g_autoptr (GError) error = NULL;

  if (sheaf_amount_entry_get (SHEAF_AMOUNT_ENTRY (cell), ret_amount, &error))
    return TRUE;
  sheaf_entry_mark (cell, error->message);
  return FALSE;
}

/* Reads all cells even after a failure, so that everything wrong is marked at once. */
SheafTypedRow *
sheaf_entry_row_read (const SheafEntryRow *row,
                      guint                line)
{
  SheafTypedRow   *typed = g_new0 (SheafTypedRow, 1);
  SheafVoucherRow *data = &typed->row;
  gboolean         good;

  data->due = SHEAF_DATE_NONE;
  data->document_date = SHEAF_DATE_NONE;
  data->line = line;
  data->description = sheaf_text_clean (
      gtk_editable_get_text (GTK_EDITABLE (row->cells[SHEAF_ENTRY_TEXT])), -1);
  good = read_code (row->cells[SHEAF_ENTRY_DEBIT], row->accounts, &data->debit_id);
  good = read_code (row->cells[SHEAF_ENTRY_CREDIT], row->accounts, &data->credit_id) && good;
  good = read_amount (row->cells[SHEAF_ENTRY_AMOUNT], &data->amount) && good;
  good = read_code (row->cells[SHEAF_ENTRY_DEBIT_PARTY], row->parties, &data->debit_party_id) &&
         good;
  good = read_code (row->cells[SHEAF_ENTRY_CREDIT_PARTY], row->parties, &data->credit_party_id) &&
         good;
  data->scope = (SheafScope) gtk_drop_down_get_selected (
      GTK_DROP_DOWN (row->cells[SHEAF_ENTRY_SCOPE]));
  typed->debit_item = sheaf_code_picker_get_item (
      SHEAF_CODE_PICKER (row->cells[SHEAF_ENTRY_DEBIT_PARTY]));
  typed->credit_item = sheaf_code_picker_get_item (
      SHEAF_CODE_PICKER (row->cells[SHEAF_ENTRY_CREDIT_PARTY]));
  if (good)
    return typed;
  sheaf_typed_row_free (typed);
  return NULL;
}

void
sheaf_entry_row_copy (const SheafEntryRow *from,
                      const SheafEntryRow *to,
                      guint                first,
                      guint                last)
{
  for (guint i = first; i <= last; i++)
    {
      const char *text = NULL;

      if (i == SHEAF_ENTRY_SCOPE)
        {
          gtk_drop_down_set_selected (GTK_DROP_DOWN (to->cells[i]),
                                      gtk_drop_down_get_selected (GTK_DROP_DOWN (from->cells[i])));
          continue;
        }
      text = gtk_editable_get_text (GTK_EDITABLE (from->cells[i]));

      if (SHEAF_IS_CODE_PICKER (to->cells[i]))
        sheaf_code_picker_set (SHEAF_CODE_PICKER (to->cells[i]), text);
      else
        gtk_editable_set_text (GTK_EDITABLE (to->cells[i]), text);
    }
}
