/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed is read at once, so that the differences on the screen are those that are kept. */
#include "app/control/count-grid.h"

#include "app/control/count-cells.h"
#include "app/control/count-row.h"
#include "app/format.h"
#include "app/widgets/entry-mark.h"
#include "base/i18n.h"

struct _SheafCountGrid
{
  AdwBin           parent_instance;
  SheafCountSheet *sheet; /* not owned */
  guint            prepared;
  gboolean         editable;
  gboolean         filling;
  gboolean         touched;
  GPtrArray       *rows; /* of SheafCountRow */
  GtkGrid         *grid;
};

#define ROW_KEY "sheaf-row" /* the SheafCountRow of an entry */

G_DEFINE_FINAL_TYPE (SheafCountGrid, sheaf_count_grid, ADW_TYPE_BIN)

static guint changed_signal;

static gboolean
is_cash (const SheafCountGrid *grid)
{
  return grid->sheet->count->kind == SHEAF_COUNT_CASH;
}

/* A line of its own without a name is not one yet. */
static gboolean
is_told (const SheafCountRow *row)
{
  return !sheaf_count_row_is_empty (row) &&
         (sheaf_count_row_is_said (row) || *sheaf_count_row_text (row->poor) != '\0' ||
          *sheaf_count_row_text (row->spoilt) != '\0');
}

/* Reads all that can be read; the first that cannot is ret_bad, with the error set. */
static GPtrArray *
read_rows (SheafCountGrid *grid,
           GPtrArray      *owners,
           GtkEditable   **ret_bad,
           GError        **error)
{
  GPtrArray *findings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_count_finding_free);

  *ret_bad = NULL;
  for (guint i = 0; i < grid->rows->len; i++)
    {
      const SheafCountRow *row = grid->rows->pdata[i];
      g_autoptr (GError) cause = NULL;
      GtkEditable       *bad = NULL;
      SheafCountFinding *finding;

      if (!is_told (row))
        continue;
      finding = sheaf_count_row_read (row, &bad, &cause);
      sheaf_entry_mark (GTK_WIDGET (row->quantity), NULL);
      if (finding != NULL)
        {
          g_ptr_array_add (findings, finding);
          g_ptr_array_add (owners, (gpointer) row);
          continue;
        }
      sheaf_entry_mark (GTK_WIDGET (bad), cause->message);
      if (*ret_bad == NULL)
        {
          *ret_bad = bad;
          g_propagate_error (error, g_steal_pointer (&cause));
        }
    }
  return findings;
}

static SheafCountLine *
find_line (SheafCountGrid      *grid,
           const SheafCountRow *row)
{
  g_autofree char *name = g_strstrip (g_strdup (sheaf_count_row_name (row)));

  for (guint i = 0; i < grid->sheet->count->lines->len; i++)
    {
      SheafCountLine *line = grid->sheet->count->lines->pdata[i];

      if (g_strcmp0 (line->name, name) == 0)
        return line;
    }
  return NULL;
}

/* Says all of the sheet that can be said. */
static GPtrArray *
take (SheafCountGrid *grid,
      GtkEditable   **ret_bad,
      GError        **error)
{
  g_autoptr (GPtrArray) owners = g_ptr_array_new ();
  g_autoptr (GError) cause = NULL;
  GPtrArray *findings;
  guint      bad = 0;

  for (guint i = 0; i < grid->rows->len; i++)
    sheaf_count_row_unmark (grid->rows->pdata[i]);
  findings = read_rows (grid, owners, ret_bad, &cause);
  if (!sheaf_count_findings_fill (findings, grid->sheet->count, grid->prepared, &bad,
                                  cause == NULL ? &cause : NULL) &&
      *ret_bad == NULL)
    {
      *ret_bad = sheaf_count_row_find_bad (owners->pdata[bad],
                                           find_line (grid, owners->pdata[bad]));
      sheaf_entry_mark (GTK_WIDGET (*ret_bad), cause->message);
    }
  if (*ret_bad == NULL)
    return findings;
  g_propagate_error (error, g_steal_pointer (&cause));
  g_ptr_array_unref (findings);
  return NULL;
}

static void
show_rows (SheafCountGrid *grid)
{
  for (guint i = 0; i < grid->rows->len; i++)
    {
      const SheafCountRow  *row = grid->rows->pdata[i];
      const SheafCountLine *line = find_line (grid, row);

      sheaf_count_row_show (row, line);
      sheaf_count_row_hint (row, line);
    }
}

/* Lines of its own stand last. */
static gboolean
has_own_lines (SheafCountGrid *grid)
{
  const SheafCountRow *last = grid->rows->len > 0 ? grid->rows->pdata[grid->rows->len - 1] : NULL;

  return last != NULL && last->name_entry != NULL;
}

/* Says what is typed of one line; no other follows from it. */
static void
take_row (SheafCountGrid      *grid,
          const SheafCountRow *row)
{
  SheafCountLine    *line = find_line (grid, row);
  SheafCountFinding *finding = NULL;
  GtkEditable       *bad = NULL;
  g_autoptr (GError) cause = NULL;

  sheaf_count_row_unmark (row);
  if (is_told (row))
    finding = sheaf_count_row_read (row, &bad, &cause);
  if (!sheaf_count_finding_fill (finding, grid->sheet->count, line, &cause))
    bad = sheaf_count_row_find_bad (row, line);
  if (cause != NULL)
    sheaf_entry_mark (GTK_WIDGET (bad), cause->message);
  sheaf_count_row_show (row, line);
  sheaf_count_finding_free (finding);
}

/* A line of its own may bear any name, also that of another: then all are said anew. */
static void
typed_cb (GtkEditable    *entry,
          SheafCountGrid *grid)
{
  GtkEditable *bad;
  GPtrArray   *findings;

  if (grid->filling || !grid->editable || grid->sheet == NULL)
    return;
  grid->touched = TRUE;
  if (has_own_lines (grid))
    {
      findings = take (grid, &bad, NULL);
      g_clear_pointer (&findings, g_ptr_array_unref);
      show_rows (grid);
    }
  else
    take_row (grid, g_object_get_data (G_OBJECT (entry), ROW_KEY));
  g_signal_emit (grid, changed_signal, 0);
}

static void
left_cb (GtkEventControllerFocus *focus,
         SheafCountGrid          *grid)
{
  GtkWidget     *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));
  SheafCountRow *row;

  /* The window lets go of an entry only when another one has the focus: its sheet may be gone. */
  if (grid->sheet == NULL || !gtk_widget_is_ancestor (entry, GTK_WIDGET (grid)) ||
      gtk_widget_in_destruction (GTK_WIDGET (grid)))
    return;
  row = g_object_get_data (G_OBJECT (entry), ROW_KEY);
  sheaf_count_row_hint (row, find_line (grid, row));
}

static void
watch_leaving (SheafCountGrid *grid,
               GtkEditable    *entry)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), grid, 0);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
}

/* Enter goes on to the next line, as the pile on the table does. */
static void
entered_cb (SheafCountGrid *grid,
            GtkWidget      *entry)
{
  for (guint i = 0; i + 1 < grid->rows->len; i++)
    if (GTK_WIDGET (((SheafCountRow *) grid->rows->pdata[i])->quantity) == entry)
      {
        (void) gtk_widget_grab_focus (
            GTK_WIDGET (((SheafCountRow *) grid->rows->pdata[i + 1])->quantity));
        return;
      }
}

static GtkEditable *
add_entry (SheafCountGrid *grid,
           int             column,
           int             row,
           const char     *label,
           const char     *name,
           int             width_chars,
           gboolean        figure)
{
  GtkWidget       *entry = gtk_entry_new ();
  g_autofree char *full = g_strdup_printf ("%s, %s", label, name);

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width_chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width_chars);
  gtk_editable_set_editable (GTK_EDITABLE (entry), grid->editable);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  if (figure)
    {
      gtk_editable_set_alignment (GTK_EDITABLE (entry), 1.0f);
      gtk_widget_add_css_class (entry, "numeric");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  g_object_set_data (G_OBJECT (entry), ROW_KEY, grid->rows->pdata[grid->rows->len - 1]);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), grid, 0);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entered_cb), grid, G_CONNECT_SWAPPED);
  gtk_grid_attach (grid->grid, entry, column, row, 1, 1);
  return GTK_EDITABLE (entry);
}

static void
fill_entry (GtkEditable  *entry,
            SheafQuantity quantity)
{
  g_autofree char *text = sheaf_count_row_format (quantity);

  gtk_editable_set_text (entry, text);
}

static void
add_note (SheafCountGrid       *grid,
          const SheafCountLine *line)
{
  SheafCountRow   *row = g_new0 (SheafCountRow, 1);
  int              at = (int) grid->rows->len + 1;
  g_autofree char *value = sheaf_format_figure (
      SHEAF_MONEY (g_ascii_strtoll (line->name, NULL, 10)));

  row->name = g_strdup (line->name);
  g_ptr_array_add (grid->rows, row);
  (void) sheaf_count_cells_label (grid->grid, 0, at, value, TRUE);
  row->quantity = add_entry (grid, 1, at, _ ("How many"), value, 10, TRUE);
  row->worth = sheaf_count_cells_figure (grid->grid, 2, at, 16);
  if (line->counted)
    fill_entry (row->quantity, line->counted_quantity);
}

static gboolean
is_in_proportion (const SheafCountLine *line)
{
  SheafMoney worth;

  return line->booked_quantity.thousandths > 0 &&
         sheaf_money_try_mul_div (line->booked_amount, line->counted_quantity.thousandths,
                                  line->booked_quantity.thousandths, SHEAF_ROUND_HALF_UP, &worth) &&
         sheaf_money_cmp (worth, line->counted_amount) == 0;
}

/* line NULL: one that is typed. */
static void
add_stock (SheafCountGrid       *grid,
           const SheafCountLine *line)
{
  SheafCountRow *row = g_new0 (SheafCountRow, 1);
  int            at = (int) grid->rows->len + 1;
  const char    *product =
      line != NULL ? g_hash_table_lookup (grid->sheet->names, line->name) : NULL;
  g_autofree char *title = line == NULL          ? g_strdup (_ ("A new line"))
                           : *line->name == '\0' ? g_strdup (_ ("Without a product"))
                           : product != NULL     ? g_strdup_printf ("%s %s", line->name, product)
                                                 : g_strdup (line->name);
  g_autofree char *quantity = line != NULL ? sheaf_count_row_format (line->booked_quantity) : NULL;
  g_autofree char *amount = line != NULL ? sheaf_format_figure (line->booked_amount) : NULL;
  g_autofree char *worth = NULL;

  g_ptr_array_add (grid->rows, row);
  if (line == NULL)
    row->name_entry = add_entry (grid, 0, at, _ ("Code of product or item"), title, 14, FALSE);
  else
    {
      row->name = g_strdup (line->name);
      (void) sheaf_count_cells_label (grid->grid, 0, at, title, FALSE);
    }
  (void) sheaf_count_cells_label (grid->grid, 1, at, quantity != NULL ? quantity : "–", TRUE);
  (void) sheaf_count_cells_label (grid->grid, 2, at, amount != NULL ? amount : "–", TRUE);
  row->quantity = add_entry (grid, 3, at, _ ("Counted quantity"), title, 7, TRUE);
  watch_leaving (grid, row->quantity);
  row->amount = add_entry (grid, 4, at, _ ("Counted amount"), title, 10, TRUE);
  row->poor = add_entry (grid, 5, at, _ ("Poor"), title, 5, TRUE);
  row->spoilt = add_entry (grid, 6, at, _ ("Spoilt"), title, 5, TRUE);
  row->good = sheaf_count_cells_figure (grid->grid, 7, at, 6);
  row->difference = sheaf_count_cells_figure (grid->grid, 8, at, 9);
  row->note = add_entry (grid, 9, at, _ ("Remark"), title, 9, FALSE);
  if (line == NULL || !line->counted)
    return;
  fill_entry (row->quantity, line->counted_quantity);
  /* What follows from the quantity goes on following it. */
  if (!grid->editable || !is_in_proportion (line))
    {
      worth = sheaf_format_figure (line->counted_amount);
      gtk_editable_set_text (row->amount, worth);
    }
  if (line->judged)
    {
      fill_entry (row->poor, line->poor);
      fill_entry (row->spoilt, line->spoilt);
    }
  gtk_editable_set_text (row->note, line->note != NULL ? line->note : "");
}

static void
add_lines (SheafCountGrid *grid)
{
  static const char *const cash[] = { N_ ("Note or coin"), N_ ("How many"), N_ ("Amount") };
  static const char *const stock[] = { N_ ("Code of product or item"),
                                       N_ ("Booked quantity"),
                                       N_ ("Booked amount"),
                                       N_ ("Counted quantity"),
                                       N_ ("Counted amount"),
                                       N_ ("Poor"),
                                       N_ ("Spoilt"),
                                       N_ ("Good"),
                                       N_ ("Difference"),
                                       N_ ("Remark") };

  if (is_cash (grid))
    sheaf_count_cells_titles (grid->grid, cash, G_N_ELEMENTS (cash));
  else
    sheaf_count_cells_titles (grid->grid, stock, G_N_ELEMENTS (stock));
  for (guint i = 0; i < grid->sheet->count->lines->len; i++)
    {
      const SheafCountLine *line = grid->sheet->count->lines->pdata[i];

      if (!is_cash (grid))
        add_stock (grid, line);
      else if (*line->name != '\0')
        add_note (grid, line);
    }
}

void
sheaf_count_grid_show (SheafCountGrid  *grid,
                       SheafCountSheet *sheet,
                       gboolean         editable)
{
  g_return_if_fail (SHEAF_IS_COUNT_GRID (grid));

  grid->sheet = NULL; /* entries that go are left */
  adw_bin_set_child (ADW_BIN (grid), NULL);
  g_ptr_array_set_size (grid->rows, 0);
  grid->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (grid->grid, 6);
  gtk_grid_set_row_spacing (grid->grid, 3);
  /* What is counted has long names; a pile of notes needs no room. */
  gtk_widget_set_halign (GTK_WIDGET (grid->grid),
                         sheet != NULL && sheet->count->kind == SHEAF_COUNT_STOCK
                             ? GTK_ALIGN_FILL
                             : GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (grid->grid), "entry-grid");
  gtk_widget_add_css_class (GTK_WIDGET (grid->grid), "wide");
  if (!editable)
    gtk_widget_add_css_class (GTK_WIDGET (grid->grid), "posted");
  adw_bin_set_child (ADW_BIN (grid), GTK_WIDGET (grid->grid));
  grid->sheet = sheet;
  grid->editable = editable;
  grid->touched = FALSE;
  if (sheet == NULL)
    return;
  grid->prepared = sheet->count->lines->len;
  grid->filling = TRUE;
  add_lines (grid);
  grid->filling = FALSE;
  show_rows (grid);
}

void
sheaf_count_grid_add_line (SheafCountGrid *grid)
{
  SheafCountRow *row;

  g_return_if_fail (SHEAF_IS_COUNT_GRID (grid) && grid->sheet != NULL);

  if (is_cash (grid) || !grid->editable)
    return;
  add_stock (grid, NULL);
  row = grid->rows->pdata[grid->rows->len - 1];
  (void) gtk_widget_grab_focus (GTK_WIDGET (row->name_entry));
}

gboolean
sheaf_count_grid_is_touched (SheafCountGrid *grid)
{
  return grid->touched;
}

guint
sheaf_count_grid_left (SheafCountGrid *grid)
{
  guint left = 0;

  for (guint i = 0; i < grid->rows->len; i++)
    {
      const SheafCountRow *row = grid->rows->pdata[i];

      left += row->name != NULL && !sheaf_count_row_is_said (row);
    }
  return left;
}

GPtrArray *
sheaf_count_grid_findings (SheafCountGrid *grid,
                           GError        **error)
{
  GtkEditable *bad;
  GPtrArray   *findings = take (grid, &bad, error);

  if (findings == NULL)
    (void) gtk_widget_grab_focus (GTK_WIDGET (bad));
  return findings;
}

static gboolean
sheaf_count_grid_grab_focus (GtkWidget *widget)
{
  SheafCountGrid *grid = SHEAF_COUNT_GRID (widget);

  return grid->rows->len > 0 &&
         gtk_widget_grab_focus (GTK_WIDGET (((SheafCountRow *) grid->rows->pdata[0])->quantity));
}

static void
sheaf_count_grid_finalize (GObject *object)
{
  g_ptr_array_unref (SHEAF_COUNT_GRID (object)->rows);
  G_OBJECT_CLASS (sheaf_count_grid_parent_class)->finalize (object);
}

static void
sheaf_count_grid_class_init (SheafCountGridClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sheaf_count_grid_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = sheaf_count_grid_grab_focus;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
sheaf_count_grid_init (SheafCountGrid *grid)
{
  grid->rows = g_ptr_array_new_with_free_func (sheaf_count_row_free);
}
