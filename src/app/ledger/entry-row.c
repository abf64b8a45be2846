/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an account asks for is shown as soon as the account is there, and only then. */
#include "app/ledger/entry-row.h"

#include "app/ledger/account-traits.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/entry-mark.h"
#include "base/i18n.h"

static const SheafDraftCell columns[SHEAF_ENTRY_COLUMNS] = {
  SHEAF_DRAFT_DESCRIPTION,
  SHEAF_DRAFT_DEBIT,
  SHEAF_DRAFT_CREDIT,
  SHEAF_DRAFT_AMOUNT,
  SHEAF_DRAFT_DEBIT_PARTY,
  SHEAF_DRAFT_CREDIT_PARTY,
  SHEAF_DRAFT_SCOPE,
};

/* The cells under a row, line by line, each at most four; SHEAF_DRAFT_CELLS: none. */
static const SheafDraftCell lines[SHEAF_ENTRY_LINES][4] = {
  { SHEAF_DRAFT_DEBIT_ITEM, SHEAF_DRAFT_CREDIT_ITEM, SHEAF_DRAFT_DUE, SHEAF_DRAFT_CELLS },
  { SHEAF_DRAFT_CURRENCY, SHEAF_DRAFT_DEBIT_FOREIGN, SHEAF_DRAFT_CREDIT_FOREIGN, SHEAF_DRAFT_RATE },
  { SHEAF_DRAFT_SCOPE_REASON, SHEAF_DRAFT_CELLS, SHEAF_DRAFT_CELLS, SHEAF_DRAFT_CELLS },
  { SHEAF_DRAFT_DOCUMENT, SHEAF_DRAFT_DOCUMENT_DATE, SHEAF_DRAFT_MEMO, SHEAF_DRAFT_CELLS },
  { SHEAF_DRAFT_PRODUCT, SHEAF_DRAFT_QUANTITY, SHEAF_DRAFT_SEASON, SHEAF_DRAFT_PLAN },
};

static GtkWidget *
make_pair (GtkWidget     *cell,
           SheafDraftCell which)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (sheaf_entry_cell_title (which));

  gtk_widget_add_css_class (title, "column-title");
  gtk_box_append (GTK_BOX (pair), title);
  gtk_box_append (GTK_BOX (pair), cell);
  gtk_widget_set_hexpand (pair, gtk_widget_get_hexpand (cell));
  gtk_widget_set_visible (pair, FALSE);
  return pair;
}

static GtkWidget *
make_details (SheafEntryRow *row)
{
  GtkWidget *details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  for (guint i = 0; i < SHEAF_ENTRY_LINES; i++)
    {
      row->lines[i] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      for (guint j = 0; j < G_N_ELEMENTS (lines[i]); j++)
        if (lines[i][j] != SHEAF_DRAFT_CELLS)
          gtk_box_append (GTK_BOX (row->lines[i]),
                          make_pair (row->cells[lines[i][j]], lines[i][j]));
      gtk_widget_set_visible (row->lines[i], FALSE);
      gtk_box_append (GTK_BOX (details), row->lines[i]);
    }
  gtk_widget_add_css_class (details, "entry-details");
  gtk_widget_set_visible (details, FALSE);
  return details;
}

static void
needs_cb (SheafEntryRow *row)
{
  sheaf_entry_row_update_needs (row);
}

SheafEntryRow *
sheaf_entry_row_new (const SheafEntryChoices *choices,
                     gboolean                 editable)
{
  SheafEntryRow *row = g_new0 (SheafEntryRow, 1);

  row->choices = choices;
  row->editable = editable;
  for (guint i = 0; i < SHEAF_DRAFT_CELLS; i++)
    row->cells[i] = sheaf_entry_cell_new (i, choices, editable);
  row->details = make_details (row);
  g_signal_connect_swapped (row->cells[SHEAF_DRAFT_DEBIT], "changed", G_CALLBACK (needs_cb), row);
  g_signal_connect_swapped (row->cells[SHEAF_DRAFT_CREDIT], "changed", G_CALLBACK (needs_cb), row);
  g_signal_connect_swapped (row->cells[SHEAF_DRAFT_CURRENCY], "changed", G_CALLBACK (needs_cb),
                            row);
  g_signal_connect_swapped (row->cells[SHEAF_DRAFT_SCOPE], "notify::selected",
                            G_CALLBACK (needs_cb), row);
  return row;
}

void
sheaf_entry_row_free (SheafEntryRow *row)
{
  if (row == NULL)
    return;
  g_free (row->from[0]);
  g_free (row->from[1]);
  g_free (row);
}

void
sheaf_entry_row_set_choices (SheafEntryRow *row)
{
  for (guint i = 0; i < SHEAF_DRAFT_CELLS; i++)
    sheaf_entry_cell_set_choices (row->cells[i], i, row->choices);
  sheaf_entry_row_update_needs (row);
}

SheafDraftCell
sheaf_entry_row_column (guint column)
{
  g_return_val_if_fail (column < SHEAF_ENTRY_COLUMNS, SHEAF_DRAFT_DESCRIPTION);

  return columns[column];
}

static guint
get_traits (const SheafEntryRow *row,
            SheafDraftCell       side)
{
  return sheaf_code_picker_get_traits (SHEAF_CODE_PICKER (row->cells[side]));
}

/* Whether the accounts ask for the cell. */
static gboolean
is_needed (SheafDraftCell which,
           guint          debit,
           guint          credit)
{
  const guint party = SHEAF_TRAIT_NEEDS_PARTY | SHEAF_TRAIT_NEEDS_EITHER;
  const guint foreign = SHEAF_TRAIT_NEEDS_FOREIGN;

  switch (which)
    {
    case SHEAF_DRAFT_DEBIT_PARTY:
      return (debit & party) != 0;
    case SHEAF_DRAFT_CREDIT_PARTY:
      return (credit & party) != 0;
    case SHEAF_DRAFT_DEBIT_ITEM:
      return (debit & SHEAF_TRAIT_NEEDS_ITEM) != 0;
    case SHEAF_DRAFT_CREDIT_ITEM:
      return (credit & SHEAF_TRAIT_NEEDS_ITEM) != 0;
    case SHEAF_DRAFT_CURRENCY:
      return ((debit | credit) & foreign) != 0;
    case SHEAF_DRAFT_DEBIT_FOREIGN:
      return (debit & foreign) != 0;
    case SHEAF_DRAFT_CREDIT_FOREIGN:
      return (credit & foreign) != 0;
    default:
      return FALSE;
    }
}

/* Not needed, but worth a place: an item where it may stand for the party, the other side and the
 * rate of a row in foreign money, the reason of a scope chosen by hand. */
static gboolean
is_offered (const SheafEntryRow *row,
            SheafDraftCell       which,
            guint                debit,
            guint                credit)
{
  const guint either = SHEAF_TRAIT_NEEDS_EITHER;
  const guint takes = SHEAF_TRAIT_NEEDS_FOREIGN | SHEAF_TRAIT_TAKES_FOREIGN;
  gboolean    foreign = ((debit | credit) & SHEAF_TRAIT_NEEDS_FOREIGN) != 0 ||
                     !sheaf_entry_cell_is_empty (row->cells[SHEAF_DRAFT_CURRENCY],
                                                 SHEAF_DRAFT_CURRENCY);

  switch (which)
    {
    case SHEAF_DRAFT_DEBIT_ITEM:
      return (debit & either) != 0;
    case SHEAF_DRAFT_CREDIT_ITEM:
      return (credit & either) != 0;
    case SHEAF_DRAFT_DEBIT_FOREIGN:
      return foreign && (debit & takes) != 0;
    case SHEAF_DRAFT_CREDIT_FOREIGN:
      return foreign && (credit & takes) != 0;
    case SHEAF_DRAFT_RATE:
      return foreign;
    case SHEAF_DRAFT_SCOPE_REASON:
      return !sheaf_entry_cell_is_empty (row->cells[SHEAF_DRAFT_SCOPE], SHEAF_DRAFT_SCOPE);
    default:
      return FALSE;
    }
}

static void
say_need (GtkWidget *cell,
          gboolean   needed)
{
  if (!GTK_IS_ENTRY (cell))
    return;
  gtk_entry_set_placeholder_text (GTK_ENTRY (cell), needed ? _ ("needed") : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_REQUIRED, needed,
                                  -1);
}

static void
update_details (SheafEntryRow *row,
                guint          debit,
                guint          credit)
{
  gboolean any = FALSE;

  for (guint i = 0; i < SHEAF_ENTRY_LINES; i++)
    {
      gboolean shown = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (lines[i]); j++)
        {
          SheafDraftCell which = lines[i][j];
          gboolean       needed, visible;

          if (which == SHEAF_DRAFT_CELLS)
            continue;
          needed = is_needed (which, debit, credit);
          visible = needed || (row->editable && row->opened) ||
                    (row->editable && is_offered (row, which, debit, credit)) ||
                    !sheaf_entry_cell_is_empty (row->cells[which], which) ||
                    sheaf_entry_is_marked (row->cells[which]);
          say_need (row->cells[which], row->editable && needed);
          gtk_widget_set_visible (gtk_widget_get_parent (row->cells[which]), visible);
          shown = shown || visible;
        }
      gtk_widget_set_visible (row->lines[i], shown);
      any = any || shown;
    }
  gtk_widget_set_visible (row->details, any);
}

void
sheaf_entry_row_update_needs (SheafEntryRow *row)
{
  guint debit = get_traits (row, SHEAF_DRAFT_DEBIT);
  guint credit = get_traits (row, SHEAF_DRAFT_CREDIT);

  say_need (row->cells[SHEAF_DRAFT_DEBIT_PARTY],
            row->editable && is_needed (SHEAF_DRAFT_DEBIT_PARTY, debit, credit));
  say_need (row->cells[SHEAF_DRAFT_CREDIT_PARTY],
            row->editable && is_needed (SHEAF_DRAFT_CREDIT_PARTY, debit, credit));
  update_details (row, debit, credit);
}

void
sheaf_entry_row_toggle_details (SheafEntryRow *row)
{
  row->opened = !row->opened;
  sheaf_entry_row_update_needs (row);
  if (row->opened)
    (void) gtk_widget_grab_focus (row->cells[SHEAF_DRAFT_DEBIT_ITEM]);
  else
    (void) gtk_widget_grab_focus (row->cells[SHEAF_DRAFT_AMOUNT]);
}

GtkWidget *
sheaf_entry_row_find_cell (SheafEntryRow *row,
                           const char    *name)
{
  for (guint i = 0; i < SHEAF_DRAFT_CELLS; i++)
    if (g_strcmp0 (sheaf_draft_cell_name (i), name) == 0)
      return row->cells[i];
  return NULL;
}

gboolean
sheaf_entry_row_is_empty (const SheafEntryRow *row)
{
  for (guint i = 0; i < SHEAF_DRAFT_CELLS; i++)
    {
      const char *typed;
      guint       side = i == SHEAF_DRAFT_DEBIT ? 0 : 1;

      if (i == SHEAF_DRAFT_SCOPE || sheaf_entry_cell_is_empty (row->cells[i], i))
        continue;
      typed = gtk_editable_get_text (GTK_EDITABLE (row->cells[i]));
      if ((i != SHEAF_DRAFT_DEBIT && i != SHEAF_DRAFT_CREDIT) ||
          g_strcmp0 (typed, row->from[side]) != 0)
        return FALSE;
    }
  return TRUE;
}

void
sheaf_entry_row_show (SheafEntryRow       *row,
                      const SheafDraftRow *data)
{
  for (guint i = 0; i < SHEAF_DRAFT_CELLS; i++)
    sheaf_entry_cell_show (row->cells[i], i, data->cells[i]);
  sheaf_entry_row_update_needs (row);
}

/* "NH01:HD-12" in the cell of a party names its item as well. */
static void
take_short_item (const SheafEntryRow *row,
                 SheafDraftCell       party,
                 char               **item)
{
  g_autofree char *typed = sheaf_code_picker_get_item (SHEAF_CODE_PICKER (row->cells[party]));

  if (typed != NULL && **item == '\0')
    sheaf_draft_set (item, typed);
}

void
sheaf_entry_row_write (const SheafEntryRow *row,
                       SheafDraftRow       *data)
{
  for (guint i = 0; i < SHEAF_DRAFT_CELLS; i++)
    {
      g_autofree char *text = sheaf_entry_cell_write (row->cells[i], i);

      sheaf_draft_set (&data->cells[i], text);
    }
  take_short_item (row, SHEAF_DRAFT_DEBIT_PARTY, &data->cells[SHEAF_DRAFT_DEBIT_ITEM]);
  take_short_item (row, SHEAF_DRAFT_CREDIT_PARTY, &data->cells[SHEAF_DRAFT_CREDIT_ITEM]);
}

gboolean
sheaf_entry_row_check (const SheafEntryRow *row)
{
  gboolean good = TRUE;

  for (guint i = 0; i < SHEAF_DRAFT_CELLS; i++)
    good = sheaf_entry_cell_check (row->cells[i], i) && good;
  return good;
}

void
sheaf_entry_row_open_like (SheafEntryRow       *row,
                           const SheafEntryRow *before)
{
  const SheafDraftCell sides[] = { SHEAF_DRAFT_DEBIT, SHEAF_DRAFT_CREDIT };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_free (row->from[i]);
      row->from[i] = g_strdup (gtk_editable_get_text (GTK_EDITABLE (before->cells[sides[i]])));
      sheaf_code_picker_set (SHEAF_CODE_PICKER (row->cells[sides[i]]), row->from[i]);
    }
  sheaf_entry_row_update_needs (row);
}

/* In the order in which they stand. */
static const SheafDraftCell order[] = {
  SHEAF_DRAFT_DEBIT,
  SHEAF_DRAFT_CREDIT,
  SHEAF_DRAFT_AMOUNT,
  SHEAF_DRAFT_DEBIT_PARTY,
  SHEAF_DRAFT_CREDIT_PARTY,
  SHEAF_DRAFT_DEBIT_ITEM,
  SHEAF_DRAFT_CREDIT_ITEM,
  SHEAF_DRAFT_DUE,
  SHEAF_DRAFT_CURRENCY,
  SHEAF_DRAFT_DEBIT_FOREIGN,
  SHEAF_DRAFT_CREDIT_FOREIGN,
  SHEAF_DRAFT_RATE,
  SHEAF_DRAFT_SCOPE_REASON,
  SHEAF_DRAFT_DOCUMENT,
  SHEAF_DRAFT_DOCUMENT_DATE,
  SHEAF_DRAFT_MEMO,
};

static gboolean
asks_for (const SheafEntryRow *row,
          SheafDraftCell       which,
          guint                debit,
          guint                credit)
{
  if (!sheaf_entry_cell_is_empty (row->cells[which], which))
    return FALSE;
  switch (which)
    {
    case SHEAF_DRAFT_DEBIT:
      return (credit & SHEAF_TRAIT_OFF_BALANCE) == 0;
    case SHEAF_DRAFT_CREDIT:
      return (debit & SHEAF_TRAIT_OFF_BALANCE) == 0;
    case SHEAF_DRAFT_AMOUNT:
      return !is_needed (SHEAF_DRAFT_CURRENCY, debit, credit);
    default:
      return is_needed (which, debit, credit) || is_offered (row, which, debit, credit) ||
             (row->opened && gtk_widget_is_ancestor (row->cells[which], row->details));
    }
}

GtkWidget *
sheaf_entry_row_next_needed (const SheafEntryRow *row,
                             GtkWidget           *after)
{
  guint    debit = get_traits (row, SHEAF_DRAFT_DEBIT);
  guint    credit = get_traits (row, SHEAF_DRAFT_CREDIT);
  gboolean passed = after == row->cells[SHEAF_DRAFT_DESCRIPTION];

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (passed && asks_for (row, order[i], debit, credit))
        return row->cells[order[i]];
      passed = passed || row->cells[order[i]] == after;
    }
  return NULL;
}
