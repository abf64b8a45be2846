/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of the year's counts, and one sheet: typed until it is kept, then shown. */
#include "app/control/counts-page.h"

#include "app/control/counts-page-private.h"
#include "app/control/people-grid.h"
#include "app/format.h"
#include "app/messages.h"
#include "app/shortcuts.h"
#include "base/i18n.h"

G_DEFINE_FINAL_TYPE (SheafCountsPage, sheaf_counts_page, SHEAF_TYPE_PAGE)

static const char *
tell_state (const SheafCount *count)
{
  if (count->withdrawn != NULL)
    return _ ("set aside");
  if (!sheaf_count_has_difference (count))
    return _ ("agrees");
  return count->vouchers > 0 ? _ ("difference on the books") : _ ("difference not on the books");
}

static char *
tell_difference (const SheafCount *count)
{
  SheafMoney       difference = sheaf_count_difference (count);
  g_autofree char *units = sheaf_format_figure (SHEAF_MONEY (ABS (difference.units)));

  if (difference.units > 0)
    return g_strdup_printf (_ ("over by %s"), units);
  if (difference.units < 0)
    return g_strdup_printf (_ ("short by %s"), units);
  return g_strdup (sheaf_count_has_difference (count) ? _ ("over and short alike")
                                                      : _ ("✓ agrees"));
}

/* The sums as they are now. */
static void
show_sums (SheafCountsPage *page)
{
  const SheafCount *count = page->sheet->count;
  SheafMoney        booked = sheaf_count_booked (count);
  g_autofree char  *in_books = sheaf_format_figure (booked);
  g_autofree char  *found = sheaf_format_figure (
       sheaf_money_add (booked, sheaf_count_difference (count)));
  g_autofree char *booked_text = g_strdup_printf (_ ("in the books %s"), in_books);
  g_autofree char *counted_text = g_strdup_printf (_ ("counted %s"), found);
  g_autofree char *difference = tell_difference (count);
  guint            left = page->typing && count->kind == SHEAF_COUNT_STOCK
                              ? sheaf_count_grid_left (page->grid)
                              : 0;
  g_autofree char *left_text =
      left == 0 ? g_strdup ("")
                : g_strdup_printf (_ ("Lines not counted yet, which count as not there: %u"), left);

  gtk_label_set_text (page->booked, booked_text);
  gtk_label_set_text (page->counted, counted_text);
  gtk_label_set_text (page->difference, difference);
  gtk_label_set_text (page->left, left_text);
}

void
sheaf_counts_page_enable (SheafCountsPage *page)
{
  GtkWidget        *widget = GTK_WIDGET (page);
  const SheafCount *count = page->sheet != NULL ? page->sheet->count : NULL;
  gboolean          kept = count != NULL && !page->typing;
  gboolean          open = kept && count->withdrawn == NULL && count->vouchers == 0;

  gtk_widget_action_set_enabled (widget, "counts.keep", page->typing);
  gtk_widget_action_set_enabled (widget, "counts.discard", page->typing);
  gtk_widget_action_set_enabled (widget, "counts.add-line",
                                 page->typing && count != NULL && count->kind == SHEAF_COUNT_STOCK);
  gtk_widget_action_set_enabled (widget, "counts.post",
                                 open && sheaf_count_has_difference (count));
  gtk_widget_action_set_enabled (widget, "counts.withdraw", open);
  gtk_widget_action_set_enabled (widget, "counts.again", open);
  gtk_widget_action_set_enabled (widget, "counts.paper", kept && count->withdrawn == NULL);
}

static void
show_title (SheafCountsPage *page)
{
  const SheafCount *count = page->sheet->count;
  g_autofree char  *day = sheaf_format_date (count->date);
  g_autofree char  *title =
      count->number != NULL
           ? g_strdup_printf ("%s · %s · %s", count->number, page->sheet->title, day)
           : g_strdup_printf ("%s · %s", page->sheet->title, day);
  g_autofree char *state = NULL;

  if (page->typing)
    state = g_strdup (_ ("Not kept yet"));
  else if (count->withdrawn != NULL)
    state = g_strdup_printf (_ ("Set aside: %s"), count->withdrawn);
  gtk_label_set_text (page->title, title);
  gtk_label_set_text (page->state, state != NULL ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (page->state), state != NULL);
}

/* Who counted, when and what it came to; of a kept count only what was said. */
static void
show_facts (SheafCountsPage  *page,
            const SheafCount *count)
{
  const char *time = count->time != NULL ? count->time : "";
  const char *note = count->note != NULL ? count->note : "";

  sheaf_people_grid_show (page->people, count->people, page->typing);
  gtk_editable_set_text (page->time_entry, time);
  gtk_editable_set_text (page->note_entry, note);
  gtk_editable_set_editable (page->time_entry, page->typing);
  gtk_editable_set_editable (page->note_entry, page->typing);
  gtk_widget_set_visible (page->time_box, page->typing || *time != '\0');
  gtk_widget_set_visible (page->note_box, page->typing || *note != '\0');
  if (page->typing)
    gtk_widget_remove_css_class (page->facts_box, "posted");
  else
    gtk_widget_add_css_class (page->facts_box, "posted");
}

static void
show_sheet (SheafCountsPage *page)
{
  const SheafCount *count = page->sheet->count;

  show_title (page);
  gtk_widget_set_visible (page->typing_box, page->typing);
  gtk_widget_set_visible (page->kept_box, !page->typing);
  sheaf_problem_list_show (page->problems, NULL);
  sheaf_count_grid_show (page->grid, page->sheet, page->typing);
  show_facts (page, count);
  sheaf_counts_page_enable (page);
  show_sums (page);
  gtk_stack_set_visible_child_name (page->stack, "sheet");
  if (!gtk_widget_grab_focus (GTK_WIDGET (page->grid)))
    (void) gtk_widget_grab_focus (GTK_WIDGET (page->note_entry));
}

void
sheaf_counts_page_drop_sheet (SheafCountsPage *page)
{
  sheaf_count_grid_show (page->grid, NULL, FALSE);
  g_clear_pointer (&page->sheet, sheaf_count_sheet_free);
  page->typing = FALSE;
  page->replaces = 0;
}

/* Takes the sheet. */
void
sheaf_counts_page_take_sheet (SheafCountsPage *page,
                              SheafCountSheet *sheet,
                              gboolean         typing,
                              gint64           replaces)
{
  sheaf_counts_page_drop_sheet (page);
  page->sheet = sheet;
  page->typing = typing;
  page->replaces = replaces;
  show_sheet (page);
}

static void
sheet_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafCountsPage *page = SHEAF_COUNTS_PAGE (source);
  SheafCountSheet *sheet = sheaf_page_take (SHEAF_PAGE (page), result);

  (void) user_data;
  if (sheet == NULL)
    return;
  if (page->grid == NULL || page->typing || sheet->count->id != page->wanted)
    sheaf_count_sheet_free (sheet);
  else
    sheaf_counts_page_take_sheet (page, sheet, FALSE, 0);
}

void
sheaf_counts_page_read_sheet (SheafCountsPage *page)
{
  sheaf_page_read (SHEAF_PAGE (page), sheaf_count_sheet_job,
                   g_memdup2 (&page->wanted, sizeof page->wanted), g_free,
                   (GDestroyNotify) sheaf_count_sheet_free, sheet_cb);
}

static GtkWidget *
make_row (const SheafCountSheet *sheet,
          gboolean               kept)
{
  const SheafCount *count = sheet->count;
  GtkWidget        *row = adw_action_row_new ();
  g_autofree char  *day = sheaf_format_date (count->date);
  g_autofree char  *difference = tell_difference (count);
  g_autofree char  *title =
      kept ? g_strdup_printf ("%s · %s", count->number, sheet->title) : g_strdup (sheet->title);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s · %s", day, difference,
                                               kept ? tell_state (count) : _ ("not kept yet"));
  gboolean         done = count->withdrawn == NULL &&
                  (count->vouchers > 0 || !sheaf_count_has_difference (count));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), !kept ? "document-edit-symbolic"
                                                      : count->withdrawn != NULL
                                                          ? "edit-delete-symbolic"
                                                      : done ? "object-select-symbolic"
                                                             : "dialog-warning-symbolic");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

/* What is typed and not kept stands on top: leaving the page loses nothing. */
void
sheaf_counts_page_show_list (SheafCountsPage *page)
{
  GtkListBoxRow *row;
  guint          n = page->sheets != NULL ? page->sheets->len : 0;

  while ((row = gtk_list_box_get_row_at_index (page->list, 0)) != NULL)
    gtk_list_box_remove (page->list, GTK_WIDGET (row));
  if (page->typing)
    gtk_list_box_append (page->list, make_row (page->sheet, FALSE));
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (page->list, make_row (page->sheets->pdata[i], TRUE));
  gtk_widget_set_visible (GTK_WIDGET (page->list), n > 0 || page->typing);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SheafCountsPage *page = SHEAF_COUNTS_PAGE (source);
  GPtrArray       *sheets = sheaf_page_take (SHEAF_PAGE (page), result);

  (void) user_data;
  if (sheets == NULL)
    return;
  if (page->grid == NULL)
    {
      g_ptr_array_unref (sheets);
      return;
    }
  g_clear_pointer (&page->sheets, g_ptr_array_unref);
  page->sheets = sheets;
  sheaf_counts_page_show_list (page);
}

static void
sheaf_counts_page_reload (SheafPage *base)
{
  SheafCountsPage *page = SHEAF_COUNTS_PAGE (base);
  SheafSession    *session = sheaf_page_get_session (base);
  int              year = sheaf_session_get_year (session);
  SheafDate        day;

  sheaf_code_picker_set_choices (page->account_picker, sheaf_session_get_accounts (session));
  if (!sheaf_date_entry_get (page->day_entry, &day, NULL) || sheaf_date_is_none (day))
    sheaf_date_entry_set (page->day_entry, sheaf_date_new (year, 12, 31));
  sheaf_page_read (base, sheaf_count_list_job, g_memdup2 (&year, sizeof year), g_free,
                   (GDestroyNotify) g_ptr_array_unref, listed_cb);
  if (page->wanted != 0 && page->sheet != NULL && !page->typing)
    sheaf_counts_page_read_sheet (page);
}

static void
row_activated_cb (SheafCountsPage *page,
                  GtkListBoxRow   *row)
{
  guint            index = (guint) gtk_list_box_row_get_index (row);
  g_autofree char *id = NULL;

  if (page->typing && index == 0)
    {
      gtk_stack_set_visible_child_name (page->stack, "sheet");
      (void) gtk_widget_grab_focus (GTK_WIDGET (page->grid));
      return;
    }
  id = g_strdup_printf (
      "%" G_GINT64_FORMAT,
      ((const SheafCountSheet *) page->sheets->pdata[index - (page->typing ? 1 : 0)])->count->id);
  (void) gtk_widget_activate_action (GTK_WIDGET (page), "win.go", "(ss)", "counts", id);
}

/* A kept sheet is not shown over one that is typed: that one is shown instead. */
static void
sheaf_counts_page_show_detail (SheafPage  *base,
                               const char *detail)
{
  SheafCountsPage *page = SHEAF_COUNTS_PAGE (base);

  if (page->typing)
    {
      gtk_stack_set_visible_child_name (page->stack, "sheet");
      sheaf_messages_toast (GTK_WIDGET (page), _ ("Keep this sheet or throw it away first"));
      return;
    }
  page->wanted = g_ascii_strtoll (detail, NULL, 10);
  sheaf_counts_page_read_sheet (page);
}

/* Reached without a sheet: the list, and the entries for a new one. */
static void
sheaf_counts_page_focus (SheafPage *base)
{
  SheafCountsPage *page = SHEAF_COUNTS_PAGE (base);

  sheaf_counts_page_show_list (page);
  gtk_stack_set_visible_child_name (page->stack, "list");
  (void) gtk_widget_grab_focus (GTK_WIDGET (page->account_picker));
}

static void
sheaf_counts_page_dispose (GObject *object)
{
  SheafCountsPage *page = SHEAF_COUNTS_PAGE (object);

  if (page->grid != NULL)
    sheaf_counts_page_drop_sheet (page);
  page->grid = NULL;
  g_clear_pointer (&page->sheets, g_ptr_array_unref);
  g_clear_pointer (&page->entries, sheaf_count_entries_free);
  G_OBJECT_CLASS (sheaf_counts_page_parent_class)->dispose (object);
}

static void
bind_parts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, list);
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, account_picker);
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, day_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, title);
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, state);
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, typing_box);
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, kept_box);
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, grid);
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, people);
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, facts_box);
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, time_box);
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, note_box);
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, time_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, note_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, left);
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, booked);
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, counted);
  gtk_widget_class_bind_template_child (widget_class, SheafCountsPage, difference);
}

static void
sheaf_counts_page_class_init (SheafCountsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SheafPageClass *page_class = SHEAF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_counts_page_dispose;
  page_class->reload = sheaf_counts_page_reload;
  page_class->show_detail = sheaf_counts_page_show_detail;
  page_class->focus = sheaf_counts_page_focus;
  g_type_ensure (SHEAF_TYPE_CODE_PICKER);
  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  g_type_ensure (SHEAF_TYPE_COUNT_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/control/counts-page.ui");
  bind_parts (widget_class);
  sheaf_shortcuts_bind (widget_class, "counts.");
  sheaf_counts_page_install_actions (widget_class);
}

static void
sheaf_counts_page_init (SheafCountsPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  sheaf_code_picker_set_missing (
      page->account_picker, N_ ("There is no account “%s”: type part of its name to find it."));
  sheaf_counts_page_enable (page);
  g_signal_connect_swapped (page->grid, "changed", G_CALLBACK (show_sums), page);
  g_signal_connect_swapped (page->list, "row-activated", G_CALLBACK (row_activated_cb), page);
}
