/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ticks are kept here until they are saved together: one act, one entry of the audit trail. */
#include "app/control/tick-list.h"

#include "app/format.h"
#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/widgets/columns.h"
#include "base/currency.h"
#include "base/i18n.h"
#include "base/language.h"

struct _SheafTickList
{
  AdwBin              parent_instance;
  SheafBankSheet     *sheet;    /* not owned */
  GPtrArray          *lines;    /* of Line */
  gint64              shown;    /* id of the statement shown last */
  guint               position; /* of its row at work, also while it is read anew */
  GtkSingleSelection *selection;
  GtkColumnView      *view;
};

G_DEFINE_FINAL_TYPE (SheafTickList, sheaf_tick_list, ADW_TYPE_BIN)

static guint changed_signal;

/* A row as it stands on the screen. */
typedef struct
{
  const SheafReconciliationRow *row;
  const char                   *currency;
  gboolean                      ticked;
} Line;

static char *
format_tick (gconstpointer record)
{
  return g_strdup (((const Line *) record)->ticked ? "✓" : "☐");
}

static char *
format_day (gconstpointer record)
{
  return sheaf_format_date (((const Line *) record)->row->date);
}

static char *
format_number (gconstpointer record)
{
  return g_strdup (((const Line *) record)->row->number);
}

static char *
format_text (gconstpointer record)
{
  return g_strdup (((const Line *) record)->row->description);
}

static char *
format_amount (const Line *line,
               gint64      amount)
{
  if (line->currency != NULL)
    return sheaf_currency_format (amount, line->currency, sheaf_language_current ());
  return sheaf_format_money (SHEAF_MONEY (amount));
}

static char *
format_in (gconstpointer record)
{
  const Line *line = record;

  return line->row->side == 1 ? format_amount (line, line->row->amount) : g_strdup ("");
}

static char *
format_out (gconstpointer record)
{
  const Line *line = record;

  return line->row->side == 2 ? format_amount (line, -line->row->amount) : g_strdup ("");
}

static const SheafColumn columns[] = {
  { N_ ("Ticked"), SHEAF_COLUMN_DAY, 88, format_tick },
  { N_ ("Day"), SHEAF_COLUMN_DAY, 102, format_day },
  { N_ ("Number"), SHEAF_COLUMN_DAY, 100, format_number },
  { N_ ("Text"), SHEAF_COLUMN_TEXT, -240, format_text },
  { N_ ("Into the account"), SHEAF_COLUMN_FIGURE, 120, format_in },
  { N_ ("Out of the account"), SHEAF_COLUMN_FIGURE, 120, format_out },
};

static Line *
get_line (SheafTickList *list,
          guint          position)
{
  return list->lines != NULL && position < list->lines->len ? list->lines->pdata[position] : NULL;
}

static void
toggle_at (SheafTickList *list,
           guint          position)
{
  Line         *line = get_line (list, position);
  SheafListRow *row;

  if (line == NULL || list->sheet->statement->one->finished)
    return;
  line->ticked = !line->ticked;
  row = g_list_model_get_item (G_LIST_MODEL (list->selection), position);
  sheaf_list_row_set_record (row, line, NULL);
  g_object_unref (row);
  g_signal_emit (list, changed_signal, 0);
}

void
sheaf_tick_list_toggle (SheafTickList *list)
{
  guint position;

  g_return_if_fail (SHEAF_IS_TICK_LIST (list));

  position = gtk_single_selection_get_selected (list->selection);
  toggle_at (list, position);
  if (list->lines != NULL && position + 1 < list->lines->len)
    sheaf_columns_scroll_to (list->view, position + 1, TRUE);
}

static void
activated_cb (SheafTickList *list,
              guint          position)
{
  toggle_at (list, position);
}

static gboolean
key_cb (SheafTickList  *list,
        guint           keyval,
        guint           keycode,
        GdkModifierType state)
{
  (void) keycode;
  if (keyval != GDK_KEY_space || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  sheaf_tick_list_toggle (list);
  return GDK_EVENT_STOP;
}

gint64
sheaf_tick_list_difference (SheafTickList *list)
{
  gint64 difference;

  g_return_val_if_fail (SHEAF_IS_TICK_LIST (list), 0);

  if (list->sheet == NULL)
    return 0;
  difference = list->sheet->statement->one->difference;
  for (guint i = 0; i < list->lines->len; i++)
    {
      const Line *line = list->lines->pdata[i];

      if (line->ticked != line->row->ticked)
        difference -= line->ticked ? line->row->amount : -line->row->amount;
    }
  return difference;
}

GPtrArray *
sheaf_tick_list_changes (SheafTickList *list,
                         gboolean       ticked)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (
      (GDestroyNotify) sheaf_reconciliation_row_free);

  g_return_val_if_fail (SHEAF_IS_TICK_LIST (list), changes);

  for (guint i = 0; list->lines != NULL && i < list->lines->len; i++)
    {
      const Line             *line = list->lines->pdata[i];
      SheafReconciliationRow *row;

      if (line->ticked != ticked || line->row->ticked == ticked)
        continue;
      row = g_new0 (SheafReconciliationRow, 1);
      row->row_id = line->row->row_id;
      row->side = line->row->side;
      g_ptr_array_add (changes, row);
    }
  return changes;
}

void
sheaf_tick_list_show (SheafTickList  *list,
                      SheafBankSheet *sheet)
{
  g_autoptr (SheafRecordList) records = NULL;

  g_return_if_fail (SHEAF_IS_TICK_LIST (list));

  if (list->sheet != NULL)
    list->position = gtk_single_selection_get_selected (list->selection);
  gtk_single_selection_set_model (list->selection, NULL);
  g_clear_pointer (&list->lines, g_ptr_array_unref);
  list->sheet = sheet;
  if (sheet == NULL)
    return;
  if (list->shown != sheet->statement->one->id)
    list->position = 0;
  list->shown = sheet->statement->one->id;
  list->lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      Line *line = g_new0 (Line, 1);

      line->row = sheet->rows->pdata[i];
      line->currency = sheet->statement->one->currency;
      line->ticked = line->row->ticked;
      g_ptr_array_add (list->lines, line);
    }
  records = sheaf_record_list_new (g_ptr_array_ref (list->lines));
  sheaf_columns_refill (list->view, G_LIST_MODEL (records), list->position);
  sheaf_columns_scroll_to (list->view, list->position, TRUE);
}

static gboolean
sheaf_tick_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SHEAF_TICK_LIST (widget)->view));
}

static void
sheaf_tick_list_dispose (GObject *object)
{
  SheafTickList *list = SHEAF_TICK_LIST (object);

  if (list->lines != NULL)
    gtk_single_selection_set_model (list->selection, NULL);
  g_clear_pointer (&list->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (sheaf_tick_list_parent_class)->dispose (object);
}

static void
sheaf_tick_list_class_init (SheafTickListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_tick_list_dispose;
  widget_class->grab_focus = sheaf_tick_list_grab_focus;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
sheaf_tick_list_init (SheafTickList *list)
{
  GtkWidget          *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  list->selection = gtk_single_selection_new (NULL);
  list->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (list->selection)));
  gtk_widget_add_css_class (GTK_WIDGET (list->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Rows of the bank account"), -1);
  sheaf_columns_add (list->view, columns, G_N_ELEMENTS (columns));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), list);
  gtk_widget_add_controller (GTK_WIDGET (list->view), keys);
  g_signal_connect_swapped (list->view, "activate", G_CALLBACK (activated_cb), list);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (list->view));
  adw_bin_set_child (ADW_BIN (list), scroller);
}
