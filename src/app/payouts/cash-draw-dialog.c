/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The count is the core's; a smallest note that is typed makes it anew. */
#include "app/payouts/cash-draw-dialog.h"

#include "app/format.h"
#include "app/messages.h"
#include "app/models/record-list.h"
#include "app/widgets/amount-entry.h"
#include "app/widgets/column-choice.h"
#include "app/widgets/column-fit.h"
#include "app/widgets/columns.h"
#include "app/widgets/problem-list.h"
#include "base/i18n.h"
#include "payouts/notes.h"

struct _SheafCashDrawDialog
{
  AdwWindow  parent_instance;
  SheafPage *page;
  gint64     batch_id;
  GPtrArray *notes; /* of NoteRow, as shown; likewise below */
  GPtrArray *people;
  gboolean   counting;
  gboolean   changed; /* since the count under way began */

  SheafAmountEntry *smallest_entry;
  SheafProblemList *problems;
  GtkColumnView    *notes_view;
  GtkColumnView    *people_view;
  GtkLabel         *foot;
};

G_DEFINE_FINAL_TYPE (SheafCashDrawDialog, sheaf_cash_draw_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  SheafMoney note;
  guint64    count;
  SheafMoney amount;
} NoteRow;

typedef struct
{
  char      *code;
  char      *name;
  SheafMoney amount;
  char      *notes; /* "3 × 500.000 + 1 × 20.000" */
} PersonRow;

static void
person_free (gpointer data)
{
  PersonRow *person = data;

  g_free (person->code);
  g_free (person->name);
  g_free (person->notes);
  g_free (person);
}

static char *
format_note (gconstpointer record)
{
  return sheaf_format_figure (((const NoteRow *) record)->note);
}

static char *
format_count (gconstpointer record)
{
  return sheaf_format_figure (SHEAF_MONEY ((gint64) ((const NoteRow *) record)->count));
}

static char *
format_note_amount (gconstpointer record)
{
  return sheaf_format_figure (((const NoteRow *) record)->amount);
}

static const SheafColumn note_columns[] = {
  { N_ ("Note or coin"), SHEAF_COLUMN_FIGURE, 110, format_note },
  { N_ ("Pieces"), SHEAF_COLUMN_FIGURE, 70, format_count },
  { N_ ("Amount"), SHEAF_COLUMN_FIGURE, 116, format_note_amount },
};

static char *
format_code (gconstpointer record)
{
  return g_strdup (((const PersonRow *) record)->code);
}

static char *
format_name (gconstpointer record)
{
  return g_strdup (((const PersonRow *) record)->name);
}

static char *
format_amount (gconstpointer record)
{
  return sheaf_format_figure (((const PersonRow *) record)->amount);
}

static char *
format_notes (gconstpointer record)
{
  return g_strdup (((const PersonRow *) record)->notes);
}

static const SheafColumn people_columns[] = {
  { N_ ("Code"), SHEAF_COLUMN_DAY, 72, format_code },
  { N_ ("Name"), SHEAF_COLUMN_TEXT, 136, format_name },
  { N_ ("Amount"), SHEAF_COLUMN_FIGURE, 104, format_amount },
  { N_ ("Handed out as"), SHEAF_COLUMN_WORDS, -160, format_notes },
};

/* Names are enough where codes have no room. */
static const SheafColumnChoice people_choices[] = {
  { "code", 1 },
  { "name", 0 },
  { "amount", 0 },
  { "notes", 0 },
};

static char *
write_notes (const SheafCashDraw     *draw,
             const SheafCashDrawLine *line)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < draw->notes->len; i++)
    if (line->counts[i] > 0)
      {
        g_autofree char *note = sheaf_format_figure (g_array_index (draw->notes, SheafMoney, i));

        g_string_append_printf (text, "%s%" G_GUINT64_FORMAT " × %s", text->len > 0 ? " + " : "",
                                line->counts[i], note);
      }
  return g_string_free (text, FALSE);
}

static GPtrArray *
list_notes (const SheafCashDraw *draw)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < draw->notes->len; i++)
    {
      SheafMoney note = g_array_index (draw->notes, SheafMoney, i);
      NoteRow   *row;

      if (draw->total->counts[i] == 0)
        continue;
      row = g_new0 (NoteRow, 1);
      row->note = note;
      row->count = draw->total->counts[i];
      row->amount = sheaf_money_mul_div (note, (gint64) row->count, 1, SHEAF_ROUND_HALF_UP);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static GPtrArray *
list_people (const SheafCashDraw *draw)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (person_free);

  for (guint i = 0; i < draw->lines->len; i++)
    {
      const SheafCashDrawLine *line = draw->lines->pdata[i];
      PersonRow               *row = g_new0 (PersonRow, 1);

      row->code = g_strdup (line->code);
      row->name = g_strdup (line->name);
      row->amount = line->amount;
      row->notes = write_notes (draw, line);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* Takes the rows. */
static void
fill (GtkColumnView *view,
      GPtrArray    **kept,
      GPtrArray     *rows)
{
  GPtrArray *before = *kept;
  g_autoptr (SheafRecordList) records = sheaf_record_list_new (g_ptr_array_ref (rows));

  *kept = rows;
  sheaf_column_fit (view, rows);
  gtk_single_selection_set_model (GTK_SINGLE_SELECTION (gtk_column_view_get_model (view)),
                                  G_LIST_MODEL (records));
  g_clear_pointer (&before, g_ptr_array_unref);
}

static void
show_draw (SheafCashDrawDialog *dialog,
           const SheafCashDraw *draw)
{
  g_autofree char *amount = sheaf_format_money_unit (draw->total->amount);
  g_autofree char *rest = sheaf_format_money_unit (draw->total->rest);
  g_autofree char *text = NULL;

  if (draw->total->rest.units == 0)
    text = g_strdup_printf (_ ("Fetch %s in these notes and coins: everyone gets the exact sum."),
                            amount);
  else
    text = g_strdup_printf (_ ("Of %s there is no note for %s: that is less than the smallest note "
                               "for each member."),
                            amount, rest);
  gtk_label_set_text (dialog->foot, text);
  fill (dialog->notes_view, &dialog->notes, list_notes (draw));
  fill (dialog->people_view, &dialog->people, list_people (draw));
  sheaf_column_choice_look_again (dialog->people_view);
  sheaf_problem_list_show (dialog->problems, NULL);
}

typedef struct
{
  gint64     batch_id;
  SheafMoney smallest;
} Wish;

static gpointer
count_job (gpointer connection,
           gpointer data,
           GError **error)
{
  const Wish *wish = data;
  g_autoptr (SheafPayoutBatch) batch = sheaf_payout_load (connection, wish->batch_id, error);

  return batch != NULL ? sheaf_cash_draw_count (connection, batch, wish->smallest, error) : NULL;
}

static void count_again (SheafCashDrawDialog *dialog);

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  SheafCashDrawDialog *dialog = SHEAF_CASH_DRAW_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafCashDraw) draw = sheaf_jobs_finish (result, &error);

  (void) user_data;
  dialog->counting = FALSE;
  if (dialog->notes_view == NULL)
    return;
  if (dialog->changed)
    count_again (dialog);
  else if (draw != NULL)
    show_draw (dialog, draw);
  else
    sheaf_messages_show_refusal (dialog->problems, error);
}

static void
count_again (SheafCashDrawDialog *dialog)
{
  SheafSession *session = dialog->page != NULL ? sheaf_page_get_session (dialog->page) : NULL;
  Wish          wish = { .batch_id = dialog->batch_id };

  dialog->changed = dialog->counting;
  if (dialog->counting || session == NULL ||
      !sheaf_amount_entry_get (dialog->smallest_entry, &wish.smallest, NULL))
    return;
  dialog->counting = TRUE;
  sheaf_jobs_read (sheaf_session_get_jobs (session), count_job, g_memdup2 (&wish, sizeof wish),
                   g_free, (GDestroyNotify) sheaf_cash_draw_free, dialog, NULL, counted_cb, NULL);
}

static void
sheaf_cash_draw_dialog_dispose (GObject *object)
{
  SheafCashDrawDialog *dialog = SHEAF_CASH_DRAW_DIALOG (object);

  if (dialog->notes_view != NULL)
    {
      g_signal_handlers_disconnect_by_func (dialog->smallest_entry, count_again, dialog);
      fill (dialog->notes_view, &dialog->notes, g_ptr_array_new ());
      fill (dialog->people_view, &dialog->people, g_ptr_array_new ());
    }
  dialog->notes_view = NULL;
  g_clear_pointer (&dialog->notes, g_ptr_array_unref);
  g_clear_pointer (&dialog->people, g_ptr_array_unref);
  G_OBJECT_CLASS (sheaf_cash_draw_dialog_parent_class)->dispose (object);
}

static void
sheaf_cash_draw_dialog_finalize (GObject *object)
{
  g_clear_object (&SHEAF_CASH_DRAW_DIALOG (object)->page);
  G_OBJECT_CLASS (sheaf_cash_draw_dialog_parent_class)->finalize (object);
}

static void
sheaf_cash_draw_dialog_class_init (SheafCashDrawDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_cash_draw_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sheaf_cash_draw_dialog_finalize;
  g_type_ensure (SHEAF_TYPE_AMOUNT_ENTRY);
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/payouts/cash-draw-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafCashDrawDialog, smallest_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafCashDrawDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafCashDrawDialog, notes_view);
  gtk_widget_class_bind_template_child (widget_class, SheafCashDrawDialog, people_view);
  gtk_widget_class_bind_template_child (widget_class, SheafCashDrawDialog, foot);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
set_up (GtkColumnView     *view,
        const SheafColumn *columns,
        guint              n_columns)
{
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);

  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  sheaf_columns_add (view, columns, n_columns);
}

static void
sheaf_cash_draw_dialog_init (SheafCashDrawDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  set_up (dialog->notes_view, note_columns, G_N_ELEMENTS (note_columns));
  set_up (dialog->people_view, people_columns, G_N_ELEMENTS (people_columns));
  sheaf_column_choice_add (dialog->people_view, people_choices, G_N_ELEMENTS (people_choices), NULL,
                           NULL);
  g_signal_connect_swapped (dialog->smallest_entry, "changed", G_CALLBACK (count_again), dialog);
}

GtkWidget *
sheaf_cash_draw_dialog_new (SheafPage *page,
                            gint64     batch_id)
{
  SheafCashDrawDialog *dialog = g_object_new (
      SHEAF_TYPE_CASH_DRAW_DIALOG, "transient-for",
      GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW)), NULL);

  dialog->page = g_object_ref (page);
  dialog->batch_id = batch_id;
  count_again (dialog);
  return GTK_WIDGET (dialog);
}
