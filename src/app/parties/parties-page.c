/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The book's index finds parties by any words, so a long list is never read whole. */
#include "app/parties/parties-page.h"

#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/parties/party-card.h"
#include "app/parties/party-dialog.h"
#include "app/parties/party-jobs.h"
#include "app/parties/party-words.h"
#include "app/shortcuts.h"
#include "app/widgets/columns.h"
#include "base/i18n.h"

struct _SheafPartiesPage
{
  SheafPage           parent_instance;
  GtkSingleSelection *selection;
  GPtrArray          *parties; /* of SheafParty, as read */
  gint64              shown_id;

  GtkEditable    *search;
  GtkStack       *list_stack;
  GtkColumnView  *view;
  AdwStatusPage  *empty;
  SheafPartyCard *card;
  GtkLabel       *foot;
};

G_DEFINE_FINAL_TYPE (SheafPartiesPage, sheaf_parties_page, SHEAF_TYPE_PAGE)

static char *
format_code (gconstpointer record)
{
  return g_strdup (((const SheafParty *) record)->code);
}

static char *
format_name (gconstpointer record)
{
  return g_strdup (((const SheafParty *) record)->name);
}

static char *
format_kind (gconstpointer record)
{
  return g_strdup (sheaf_party_words_kind (((const SheafParty *) record)->kind));
}

static char *
format_tax_code (gconstpointer record)
{
  return g_strdup (((const SheafParty *) record)->tax_code);
}

static char *
format_phone (gconstpointer record)
{
  return g_strdup (((const SheafParty *) record)->phone);
}

static const SheafColumn columns[] = {
  { N_ ("Code"), SHEAF_COLUMN_DAY, 90, format_code },
  { N_ ("Name"), SHEAF_COLUMN_TEXT, -180, format_name },
  { N_ ("Kind"), SHEAF_COLUMN_TEXT, -100, format_kind },
  { N_ ("Tax code"), SHEAF_COLUMN_DAY, 116, format_tax_code },
  { N_ ("Telephone"), SHEAF_COLUMN_DAY, 110, format_phone },
};

static void
show_foot (SheafPartiesPage *page)
{
  guint            n = page->parties->len;
  g_autofree char *text = n < SHEAF_PARTY_LIST_MAX
                              ? g_strdup_printf (_ ("%u parties"), n)
                              : g_strdup_printf (_ ("The first %u parties: type a word to find "
                                                    "others"),
                                                 n);

  gtk_label_set_text (page->foot, text);
}

static void
select_shown (SheafPartiesPage *page)
{
  for (guint i = 0; i < page->parties->len; i++)
    if (((const SheafParty *) g_ptr_array_index (page->parties, i))->id == page->shown_id)
      {
        gtk_single_selection_set_selected (page->selection, i);
        sheaf_columns_scroll_to (page->view, i, FALSE);
      }
}

static void selected_cb (SheafPartiesPage *page);

static void
list_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafPartiesPage *page = SHEAF_PARTIES_PAGE (source);
  GPtrArray        *parties = sheaf_page_take (SHEAF_PAGE (page), result);
  gboolean          searched = *gtk_editable_get_text (page->search) != '\0';
  g_autoptr (SheafRecordList) list = NULL;

  (void) user_data;
  if (parties == NULL)
    return;
  gtk_single_selection_set_model (page->selection, NULL);
  g_clear_pointer (&page->parties, g_ptr_array_unref);
  page->parties = parties;
  adw_status_page_set_title (page->empty, searched ? _ ("Nothing found") : _ ("No party yet"));
  adw_status_page_set_description (
      page->empty, searched ? _ ("No party has these words in code, name, tax code, telephone or "
                                 "address.")
                            : _ ("Customers, suppliers, workers and lenders stand here, each with "
                                 "what is open."));
  gtk_stack_set_visible_child_name (page->list_stack, parties->len > 0 ? "list" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (page->card), parties->len > 0);
  show_foot (page);
  list = sheaf_record_list_new (g_ptr_array_ref (parties));
  gtk_single_selection_set_model (page->selection, G_LIST_MODEL (list));
  select_shown (page);
  selected_cb (page);
}

static void
read_list (SheafPartiesPage *page)
{
  if (sheaf_page_get_session (SHEAF_PAGE (page)) != NULL)
    sheaf_page_read (SHEAF_PAGE (page), sheaf_party_list_job,
                     g_strdup (gtk_editable_get_text (page->search)), g_free,
                     (GDestroyNotify) g_ptr_array_unref, list_cb);
}

static void
selected_cb (SheafPartiesPage *page)
{
  SheafListRow     *row = gtk_single_selection_get_selected_item (page->selection);
  const SheafParty *party = row != NULL ? sheaf_list_row_get_record (row) : NULL;

  if (party == NULL)
    return;
  page->shown_id = party->id;
  sheaf_party_card_show (
      page->card, SHEAF_PAGE (page), party->id,
      sheaf_session_get_working_day (sheaf_page_get_session (SHEAF_PAGE (page))));
}

static void
saved_cb (SheafPartiesPage *page,
          gint64            id)
{
  page->shown_id = id;
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  SheafPartiesPage *page = SHEAF_PARTIES_PAGE (widget);
  GtkWidget        *dialog = sheaf_party_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                     sheaf_page_get_session (SHEAF_PAGE (widget)),
                                                     NULL);

  (void) name;
  (void) parameter;
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  (void) gtk_widget_grab_focus (GTK_WIDGET (SHEAF_PARTIES_PAGE (widget)->search));
}

static void
sheaf_parties_page_reload (SheafPage *base)
{
  read_list (SHEAF_PARTIES_PAGE (base));
}

/* detail is a code. */
static void
sheaf_parties_page_show_detail (SheafPage  *base,
                                const char *detail)
{
  gtk_editable_set_text (SHEAF_PARTIES_PAGE (base)->search, detail);
}

static void
sheaf_parties_page_focus (SheafPage *base)
{
  (void) gtk_widget_grab_focus (GTK_WIDGET (SHEAF_PARTIES_PAGE (base)->search));
}

static void
sheaf_parties_page_dispose (GObject *object)
{
  SheafPartiesPage *page = SHEAF_PARTIES_PAGE (object);

  if (page->parties != NULL)
    gtk_single_selection_set_model (page->selection, NULL);
  g_clear_pointer (&page->parties, g_ptr_array_unref);
  G_OBJECT_CLASS (sheaf_parties_page_parent_class)->dispose (object);
}

static void
sheaf_parties_page_class_init (SheafPartiesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SheafPageClass *page_class = SHEAF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_parties_page_dispose;
  page_class->reload = sheaf_parties_page_reload;
  page_class->show_detail = sheaf_parties_page_show_detail;
  page_class->focus = sheaf_parties_page_focus;
  g_type_ensure (SHEAF_TYPE_PARTY_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/parties/parties-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafPartiesPage, search);
  gtk_widget_class_bind_template_child (widget_class, SheafPartiesPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SheafPartiesPage, view);
  gtk_widget_class_bind_template_child (widget_class, SheafPartiesPage, empty);
  gtk_widget_class_bind_template_child (widget_class, SheafPartiesPage, card);
  gtk_widget_class_bind_template_child (widget_class, SheafPartiesPage, foot);
  sheaf_shortcuts_bind (widget_class, "page.");
  sheaf_shortcuts_bind (widget_class, "parties.");
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "parties.new", NULL, new_action);
}

static void
sheaf_parties_page_init (SheafPartiesPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  page->selection = gtk_single_selection_new (NULL);
  gtk_column_view_set_model (page->view, GTK_SELECTION_MODEL (page->selection));
  g_object_unref (page->selection);
  sheaf_columns_add (page->view, columns, G_N_ELEMENTS (columns));
  g_signal_connect_swapped (page->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            page);
  g_signal_connect_swapped (page->search, "search-changed", G_CALLBACK (read_list), page);
}
