/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything of the year is read in one job, so that members, lists and sums agree. */
#include "app/payouts/payouts-page.h"

#include "app/format.h"
#include "app/payouts/payouts-columns.h"
#include "app/payouts/payouts-page-private.h"
#include "app/shortcuts.h"
#include "app/widgets/step-keys.h"
#include "base/i18n.h"

#include <string.h>

#define CARD_BESIDE_PX 960
/* GTK counts in 1024ths. */
#define NORMAL_DPI (96 * 1024)

G_DEFINE_FINAL_TYPE (SheafPayoutsPage, sheaf_payouts_page, SHEAF_TYPE_PAGE)

static void
payee_selected_cb (SheafPayoutsPage *page)
{
  if (!page->filling)
    sheaf_payouts_page_show_payee (page);
}

static void
list_selected_cb (SheafPayoutsPage *page)
{
  if (!page->filling)
    sheaf_payouts_page_show_list (page);
}

static void
focus_view (SheafPayoutsPage *page)
{
  GtkWidget *view = GTK_WIDGET (sheaf_payouts_page_shows_lists (page) ? page->list_view
                                                                      : page->payee_view);

  if (!gtk_widget_get_mapped (view) || !gtk_widget_grab_focus (view))
    (void) gtk_widget_grab_focus (GTK_WIDGET (page->search));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafPayoutsPage       *page = SHEAF_PAYOUTS_PAGE (source);
  SheafPayoutsTable      *table = sheaf_page_take (SHEAF_PAGE (page), result);
  SheafPayoutsTable      *before = page->table;
  const SheafPaymentList *list;
  gint64                  list_id;

  (void) user_data;
  if (table == NULL)
    return;
  if (page->payee_view == NULL || (page->year != 0 && page->year != table->year))
    {
      sheaf_payouts_table_free (table);
      return;
    }
  list = sheaf_payouts_page_get_list (page);
  list_id = page->wanted_list != 0 ? page->wanted_list : list != NULL ? list->id
                                                                      : 0;
  page->wanted_list = 0;
  page->table = table;
  sheaf_payouts_page_show_table (page, list_id);
  sheaf_page_keep_focus (SHEAF_PAGE (page));
  sheaf_payouts_table_free (before);
  if (page->proposes)
    sheaf_payouts_acts_propose (page);
  page->proposes = FALSE;
}

static void
read_table (SheafPayoutsPage *page)
{
  SheafSession    *session = sheaf_page_get_session (SHEAF_PAGE (page));
  SheafPayoutsWish wish = { 0 };

  if (session == NULL)
    return;
  wish.year = page->year;
  wish.first_choice = sheaf_session_get_year (session);
  wish.first_year = sheaf_session_get_first_year (session);
  wish.last_year = sheaf_session_get_last_year (session);
  wish.on = sheaf_format_today ();
  sheaf_page_read (SHEAF_PAGE (page), sheaf_payouts_table_job, g_memdup2 (&wish, sizeof wish),
                   g_free, (GDestroyNotify) sheaf_payouts_table_free, read_cb);
}

void
sheaf_payouts_page_want_list (SheafPayoutsPage *page,
                              gint64            id)
{
  page->wanted_list = id;
  gtk_stack_set_visible_child_name (page->views, "lists");
}

static void
year_cb (SheafPayoutsPage *page)
{
  guint place = gtk_drop_down_get_selected (page->year_list);

  if (page->filling || page->table == NULL || place >= page->table->years->len)
    return;
  page->year = g_array_index (page->table->years, int, place);
  read_table (page);
}

static void
sheaf_payouts_page_reload (SheafPage *base)
{
  SheafPayoutsPage *page = SHEAF_PAYOUTS_PAGE (base);
  int               year = sheaf_session_get_year (sheaf_page_get_session (base));

  if (year != page->session_year)
    page->year = 0;
  page->session_year = year;
  read_table (page);
}

/* "new", "members", "lists", or a member's code. */
static void
sheaf_payouts_page_show_detail (SheafPage  *base,
                                const char *detail)
{
  SheafPayoutsPage *page = SHEAF_PAYOUTS_PAGE (base);

  if (strcmp (detail, "new") == 0)
    {
      /* Of the year in the frame, whichever was looked at here before. */
      page->year = sheaf_session_get_year (sheaf_page_get_session (base));
      page->proposes = TRUE;
      read_table (page);
    }
  else if (strcmp (detail, "lists") == 0 || strcmp (detail, "members") == 0)
    gtk_stack_set_visible_child_name (page->views, detail);
  else
    {
      gtk_stack_set_visible_child_name (page->views, "members");
      gtk_drop_down_set_selected (page->state_list, 0);
      gtk_editable_set_text (page->search, "");
      g_free (page->wanted_code);
      page->wanted_code = g_strdup (detail);
      read_table (page);
    }
}

static void
sheaf_payouts_page_focus (SheafPage *base)
{
  focus_view (SHEAF_PAYOUTS_PAGE (base));
}

static void
next_view_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  SheafPayoutsPage *page = SHEAF_PAYOUTS_PAGE (widget);

  (void) action;
  (void) parameter;
  gtk_stack_set_visible_child_name (page->views,
                                    sheaf_payouts_page_shows_lists (page) ? "members" : "lists");
  focus_view (page);
}

static void
search_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SheafPayoutsPage *page = SHEAF_PAYOUTS_PAGE (widget);

  (void) parameter;
  gtk_stack_set_visible_child_name (page->views, "members");
  (void) gtk_widget_grab_focus (g_str_equal (action, "page.filter") ? GTK_WIDGET (page->state_list)
                                                                    : GTK_WIDGET (page->search));
}

static void
clear_filter_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  SheafPayoutsPage *page = SHEAF_PAYOUTS_PAGE (widget);

  (void) action;
  (void) parameter;
  gtk_drop_down_set_selected (page->state_list, 0);
  gtk_editable_set_text (page->search, "");
}

/* The choices are of the members' view alone. */
static void
view_cb (SheafPayoutsPage *page)
{
  gboolean lists = page->payee_view != NULL && sheaf_payouts_page_shows_lists (page);

  if (page->payee_view == NULL)
    return; /* the page goes, and its parts with it */
  gtk_widget_set_visible (GTK_WIDGET (page->state_list), !lists);
  gtk_widget_set_visible (GTK_WIDGET (page->search), !lists);
  sheaf_payouts_acts_enable (page);
}

static gboolean
resized_cb (gpointer data)
{
  SheafPayoutsPage *page = data;

  if (page->payee_view != NULL && page->table != NULL)
    sheaf_payouts_page_show_payee (page);
  return G_SOURCE_REMOVE;
}

/* Below this width, told for text of the normal size, the list has the page for itself, and the
 * card comes in a window. Not within the allocation, which may not change what is visible. */
static void
ruled_cb (SheafPayoutsPage *page,
          int               width)
{
  int      dpi = 0;
  gboolean narrow;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  narrow = width < CARD_BESIDE_PX / 96 * (MAX (dpi, NORMAL_DPI) / 1024);

  if (page->narrow == narrow)
    return;
  page->narrow = narrow;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, resized_cb, g_object_ref (page), g_object_unref);
}

static void
payee_activated_cb (SheafPayoutsPage *page)
{
  (void) gtk_widget_activate_action (GTK_WIDGET (page), "payouts.card", NULL);
}

static void
line_activated_cb (SheafPayoutsPage *page)
{
  (void) gtk_widget_activate_action (GTK_WIDGET (page), "payouts.voucher", NULL);
}

static void
list_activated_cb (SheafPayoutsPage *page)
{
  (void) gtk_widget_activate_action (GTK_WIDGET (page), "payouts.print-list", NULL);
}

static void
sheaf_payouts_page_dispose (GObject *object)
{
  SheafPayoutsPage *page = SHEAF_PAYOUTS_PAGE (object);

  page->filling = TRUE;
  if (page->payee_view != NULL)
    {
      page->payee_view = NULL;
      gtk_single_selection_set_model (page->payees, NULL);
      gtk_single_selection_set_model (page->lists, NULL);
      gtk_single_selection_set_model (page->lines, NULL);
    }
  page->line_view = NULL;
  g_clear_pointer (&page->table, sheaf_payouts_table_free);
  g_clear_pointer (&page->batch, sheaf_payout_batch_free);
  g_clear_pointer (&page->wanted_code, g_free);
  G_OBJECT_CLASS (sheaf_payouts_page_parent_class)->dispose (object);
}

static void
bind_parts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/payouts/payouts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafPayoutsPage, ruler);
  gtk_widget_class_bind_template_child (widget_class, SheafPayoutsPage, heading);
  gtk_widget_class_bind_template_child (widget_class, SheafPayoutsPage, year_list);
  gtk_widget_class_bind_template_child (widget_class, SheafPayoutsPage, state_list);
  gtk_widget_class_bind_template_child (widget_class, SheafPayoutsPage, search);
  gtk_widget_class_bind_template_child (widget_class, SheafPayoutsPage, views);
  gtk_widget_class_bind_template_child (widget_class, SheafPayoutsPage, payee_stack);
  gtk_widget_class_bind_template_child (widget_class, SheafPayoutsPage, payee_view);
  gtk_widget_class_bind_template_child (widget_class, SheafPayoutsPage, payee_empty);
  gtk_widget_class_bind_template_child (widget_class, SheafPayoutsPage, unposted);
  gtk_widget_class_bind_template_child (widget_class, SheafPayoutsPage, card);
  gtk_widget_class_bind_template_child (widget_class, SheafPayoutsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SheafPayoutsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, SheafPayoutsPage, list_empty);
  gtk_widget_class_bind_template_child (widget_class, SheafPayoutsPage, lines_box);
  gtk_widget_class_bind_template_child (widget_class, SheafPayoutsPage, lines_title);
  gtk_widget_class_bind_template_child (widget_class, SheafPayoutsPage, line_view);
  gtk_widget_class_bind_template_child (widget_class, SheafPayoutsPage, foot);
}

static void
sheaf_payouts_page_class_init (SheafPayoutsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SheafPageClass *page_class = SHEAF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_payouts_page_dispose;
  page_class->reload = sheaf_payouts_page_reload;
  page_class->show_detail = sheaf_payouts_page_show_detail;
  page_class->focus = sheaf_payouts_page_focus;
  g_type_ensure (SHEAF_TYPE_PAYEE_CARD);
  bind_parts (widget_class);
  sheaf_shortcuts_bind (widget_class, "page.");
  sheaf_shortcuts_bind (widget_class, "payouts.");
  sheaf_payouts_acts_install (widget_class);
  gtk_widget_class_install_action (widget_class, "payouts.next-view", NULL, next_view_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "page.clear-filter", NULL, clear_filter_action);
}

/* A list that selects one row. */
static GtkSingleSelection *
fill_list (GtkColumnView *view)
{
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);

  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  return GTK_SINGLE_SELECTION (gtk_column_view_get_model (view)); /* the view holds it */
}

/* Models and widgets may outlive the page in somebody else’s hands; they tell it nothing then. */
static void
listen (SheafPayoutsPage *page,
        gpointer          source,
        const char       *signal,
        GCallback         callback)
{
  g_signal_connect_object (source, signal, callback, page, G_CONNECT_SWAPPED);
}

static void
sheaf_payouts_page_init (SheafPayoutsPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  page->payees = fill_list (page->payee_view);
  page->lists = fill_list (page->list_view);
  page->lines = fill_list (page->line_view);
  sheaf_payouts_columns_add_payees (page->payee_view);
  sheaf_payouts_columns_add_lists (page->list_view);
  sheaf_payouts_columns_add_lines (page->line_view);
  sheaf_step_keys_add (page->year_list);
  sheaf_step_keys_add (page->state_list);
  listen (page, page->payees, "notify::selected-item", G_CALLBACK (payee_selected_cb));
  listen (page, page->lists, "notify::selected-item", G_CALLBACK (list_selected_cb));
  listen (page, page->lines, "notify::selected-item", G_CALLBACK (sheaf_payouts_acts_enable));
  listen (page, page->payee_view, "activate", G_CALLBACK (payee_activated_cb));
  listen (page, page->list_view, "activate", G_CALLBACK (list_activated_cb));
  listen (page, page->line_view, "activate", G_CALLBACK (line_activated_cb));
  listen (page, page->views, "notify::visible-child", G_CALLBACK (view_cb));
  listen (page, page->state_list, "notify::selected", G_CALLBACK (sheaf_payouts_page_show_payees));
  listen (page, page->search, "search-changed", G_CALLBACK (sheaf_payouts_page_show_payees));
  listen (page, page->year_list, "notify::selected", G_CALLBACK (year_cb));
  listen (page, page->ruler, "resize", G_CALLBACK (ruled_cb));
  sheaf_payouts_acts_enable (page);
}
