/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages are made when they are first gone to; the list of places works like a web browser's. */
#include "app/book-view.h"

#include "app/format.h"
#include "app/page.h"
#include "app/pages.h"
#include "base/i18n.h"

typedef struct
{
  char *page;
  char *detail;
} Place;

struct _SheafBookView
{
  AdwBin        parent_instance;
  SheafSession *session;
  GPtrArray    *places; /* of Place */
  guint         here;   /* index in places */
  gboolean      moving; /* the selection follows a move, not the other way round */

  AdwWindowTitle *title;
  AdwFlap        *flap;
  GtkWidget      *sidebar_button;
  GtkListBox     *sidebar;
  GtkStack       *stack;
  GtkDropDown    *year_list;
};

G_DEFINE_FINAL_TYPE (SheafBookView, sheaf_book_view, ADW_TYPE_BIN)

static void
free_place (Place *place)
{
  g_free (place->page);
  g_free (place->detail);
  g_free (place);
}

static const SheafPageEntry *
find_entry (const char *name,
            guint      *ret_index)
{
  guint                 n_entries;
  const SheafPageEntry *entries = sheaf_pages_list (&n_entries);

  for (guint i = 0; i < n_entries; i++)
    if (g_strcmp0 (entries[i].name, name) == 0)
      {
        *ret_index = i;
        return &entries[i];
      }
  return NULL;
}

static void
update_actions (SheafBookView *view)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (view)));

  if (root == NULL)
    return;
  gtk_widget_action_set_enabled (root, "win.back", view->session != NULL && view->here > 0);
  gtk_widget_action_set_enabled (root, "win.forward",
                                 view->session != NULL && view->here + 1 < view->places->len);
}

static void
update_title (SheafBookView *view)
{
  SheafDate        locked = sheaf_session_get_locked_until (view->session);
  g_autofree char *day = sheaf_format_date (locked);
  g_autofree char *state = NULL;

  if (sheaf_session_is_year_closed (view->session))
    state = g_strdup_printf (_ ("%d · closed"), sheaf_session_get_year (view->session));
  else if (sheaf_date_is_none (locked))
    state = g_strdup_printf (_ ("%d · open"), sheaf_session_get_year (view->session));
  else
    state = g_strdup_printf (_ ("%d · locked until %s"), sheaf_session_get_year (view->session),
                             day);
  adw_window_title_set_title (view->title, sheaf_session_get_name (view->session));
  adw_window_title_set_subtitle (view->title, state);
}

static GtkWidget *
ensure_page (SheafBookView        *view,
             const SheafPageEntry *entry)
{
  GtkWidget *page = gtk_stack_get_child_by_name (view->stack, entry->name);

  if (page != NULL)
    return page;
  page = g_object_new (entry->get_type (), NULL);
  gtk_stack_add_named (view->stack, page, entry->name);
  sheaf_page_attach (SHEAF_PAGE (page), view->session);
  return page;
}

static void
show_place (SheafBookView *view)
{
  Place                *place = g_ptr_array_index (view->places, view->here);
  GtkWidget            *before = gtk_stack_get_visible_child (view->stack);
  guint                 index = 0;
  const SheafPageEntry *entry = find_entry (place->page, &index);
  GtkWidget            *page = ensure_page (view, entry);

  if (before != NULL && before != page)
    sheaf_page_set_shown (SHEAF_PAGE (before), FALSE, NULL);
  gtk_stack_set_visible_child (view->stack, page);
  view->moving = TRUE;
  gtk_list_box_select_row (view->sidebar,
                           gtk_list_box_get_row_at_index (view->sidebar, (int) index));
  view->moving = FALSE;
  sheaf_page_set_shown (SHEAF_PAGE (page), TRUE, place->detail);
  update_actions (view);
}

static void
row_selected_cb (GtkListBox    *sidebar,
                 GtkListBoxRow *row,
                 SheafBookView *view)
{
  guint                 n_entries;
  const SheafPageEntry *entries = sheaf_pages_list (&n_entries);

  (void) sidebar;
  if (row == NULL || view->moving || view->session == NULL)
    return;
  sheaf_book_view_go (view, entries[gtk_list_box_row_get_index (row)].name, "");
  if (adw_flap_get_folded (view->flap))
    adw_flap_set_reveal_flap (view->flap, FALSE);
}

static void
year_cb (SheafBookView *view)
{
  guint position = gtk_drop_down_get_selected (view->year_list);

  if (view->session == NULL || position == GTK_INVALID_LIST_POSITION || view->moving)
    return;
  sheaf_session_set_year (view->session,
                          sheaf_session_get_first_year (view->session) + (int) position);
}

static void
fill_years (SheafBookView *view)
{
  g_autoptr (GtkStringList) years = gtk_string_list_new (NULL);
  int first = sheaf_session_get_first_year (view->session);
  int last = sheaf_session_get_last_year (view->session);

  for (int year = first; year <= last; year++)
    gtk_string_list_take (years, g_strdup_printf ("%d", year));
  view->moving = TRUE;
  gtk_drop_down_set_model (view->year_list, G_LIST_MODEL (years));
  gtk_drop_down_set_selected (view->year_list,
                              (guint) (sheaf_session_get_year (view->session) - first));
  view->moving = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (view->year_list), last > first);
}

static void
session_changed_cb (SheafBookView *view)
{
  fill_years (view);
  update_title (view);
}

static void
add_header_cb (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  guint                 n_entries;
  const SheafPageEntry *entries = sheaf_pages_list (&n_entries);
  const SheafPageEntry *entry = &entries[gtk_list_box_row_get_index (row)];
  GtkWidget            *label;

  (void) before;
  (void) user_data;
  if (entry->section == NULL || gtk_list_box_row_get_header (row) != NULL)
    return;
  label = gtk_label_new (_ (entry->section));
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, "sidebar-heading");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
make_sidebar_row (const SheafPageEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (_ (entry->title));

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  /* Neither cut nor wrapped: the side bar is as wide as its words, whatever their size. */
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (entry->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (entry->title), -1);
  return row;
}

static void
sheaf_book_view_dispose (GObject *object)
{
  SheafBookView *view = SHEAF_BOOK_VIEW (object);

  g_clear_object (&view->session);
  g_clear_pointer (&view->places, g_ptr_array_unref);
  G_OBJECT_CLASS (sheaf_book_view_parent_class)->dispose (object);
}

static void
sheaf_book_view_class_init (SheafBookViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_book_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/coop/sheaf/Sheaf/ui/book-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafBookView, title);
  gtk_widget_class_bind_template_child (widget_class, SheafBookView, flap);
  gtk_widget_class_bind_template_child (widget_class, SheafBookView, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, SheafBookView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SheafBookView, stack);
  gtk_widget_class_bind_template_child (widget_class, SheafBookView, year_list);
}

static void
sheaf_book_view_init (SheafBookView *view)
{
  guint                 n_entries;
  const SheafPageEntry *entries = sheaf_pages_list (&n_entries);

  view->places = g_ptr_array_new_with_free_func ((GDestroyNotify) free_place);
  gtk_widget_init_template (GTK_WIDGET (view));
  for (guint i = 0; i < n_entries; i++)
    gtk_list_box_append (view->sidebar, make_sidebar_row (&entries[i]));
  gtk_list_box_set_header_func (view->sidebar, add_header_cb, NULL, NULL);
  g_signal_connect (view->sidebar, "row-selected", G_CALLBACK (row_selected_cb), view);
  g_signal_connect_swapped (view->year_list, "notify::selected", G_CALLBACK (year_cb), view);
}

static void
drop_pages (SheafBookView *view)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (view->stack))) != NULL)
    gtk_stack_remove (view->stack, page);
  g_ptr_array_set_size (view->places, 0);
  view->here = 0;
}

void
sheaf_book_view_set_session (SheafBookView *view,
                             SheafSession  *session)
{
  g_return_if_fail (SHEAF_IS_BOOK_VIEW (view));

  drop_pages (view);
  if (view->session != NULL)
    g_signal_handlers_disconnect_by_func (view->session, session_changed_cb, view);
  g_set_object (&view->session, session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), view,
                           G_CONNECT_SWAPPED);
  session_changed_cb (view);
  sheaf_book_view_go (view, "overview", "");
}

SheafSession *
sheaf_book_view_get_session (SheafBookView *view)
{
  g_return_val_if_fail (SHEAF_IS_BOOK_VIEW (view), NULL);

  return view->session;
}

void
sheaf_book_view_go (SheafBookView *view,
                    const char    *page,
                    const char    *detail)
{
  Place *place;
  guint  index;

  g_return_if_fail (SHEAF_IS_BOOK_VIEW (view));

  if (view->session == NULL || find_entry (page, &index) == NULL)
    return;
  place = g_new0 (Place, 1);
  place->page = g_strdup (page);
  place->detail = g_strdup (detail);
  if (view->places->len > 0)
    g_ptr_array_set_size (view->places, (int) view->here + 1);
  g_ptr_array_add (view->places, place);
  view->here = view->places->len - 1;
  show_place (view);
}

void
sheaf_book_view_step (SheafBookView *view,
                      int            step)
{
  int next = (int) view->here + step;

  g_return_if_fail (SHEAF_IS_BOOK_VIEW (view));

  if (view->session == NULL || next < 0 || next >= (int) view->places->len)
    return;
  view->here = (guint) next;
  show_place (view);
}

void
sheaf_book_view_toggle_sidebar (SheafBookView *view)
{
  g_return_if_fail (SHEAF_IS_BOOK_VIEW (view));

  adw_flap_set_reveal_flap (view->flap, !adw_flap_get_reveal_flap (view->flap));
}

GtkWidget *
sheaf_book_view_get_page (SheafBookView *view)
{
  g_return_val_if_fail (SHEAF_IS_BOOK_VIEW (view), NULL);

  return gtk_stack_get_visible_child (view->stack);
}

const char *
sheaf_book_view_get_page_name (SheafBookView *view)
{
  g_return_val_if_fail (SHEAF_IS_BOOK_VIEW (view), NULL);

  return gtk_stack_get_visible_child_name (view->stack);
}
