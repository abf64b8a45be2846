/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of a past day is the sum of the events up to it; the page only asks for another
 * day. */
#include "app/members/members-page.h"

#include "app/format.h"
#include "app/members/members-page-private.h"
#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/shortcuts.h"
#include "app/widgets/columns.h"
#include "app/widgets/step-keys.h"
#include "base/i18n.h"

#define CARD_BESIDE_PX 880

G_DEFINE_FINAL_TYPE (SheafMembersPage, sheaf_members_page, SHEAF_TYPE_PAGE)

static void
show_foot (SheafMembersPage *page,
           const GPtrArray  *shown)
{
  SheafMoney       committed = SHEAF_MONEY_ZERO;
  SheafMoney       paid = SHEAF_MONEY_ZERO;
  guint            members = 0;
  g_autofree char *committed_text = NULL;
  g_autofree char *paid_text = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < shown->len; i++)
    {
      const SheafRegisterRow *row = ((const SheafRegisterLine *) shown->pdata[i])->row;

      members += row->state.kind != SHEAF_MEMBER_NONE;
      committed = sheaf_money_add (committed, row->capital.committed);
      paid = sheaf_money_add (paid, row->capital.paid);
    }
  committed_text = sheaf_format_figure (committed);
  paid_text = sheaf_format_figure (paid);
  text = g_strdup_printf (_ ("%u members · %u left · promised %s · paid in %s (₫)"), members,
                          shown->len - members, committed_text, paid_text);
  gtk_label_set_text (page->foot, text);
}

/* What is chosen on the page; the texts belong to the page. */
static SheafRegisterFilter
read_filter (SheafMembersPage *page)
{
  guint               hamlet = gtk_drop_down_get_selected (page->hamlet_list);
  SheafRegisterFilter filter = {
    .who = (SheafRegisterWho) gtk_drop_down_get_selected (page->who_list),
    .text = gtk_editable_get_text (page->search),
    .order = (SheafRegisterOrder) gtk_drop_down_get_selected (page->order_list),
  };

  if (hamlet > 0 && hamlet <= page->rows->hamlets->len)
    filter.hamlet = page->rows->hamlets->pdata[hamlet - 1];
  return filter;
}

static void
show_empty (SheafMembersPage *page)
{
  gboolean there = page->rows->lines->len > 0;

  adw_status_page_set_title (page->empty, there ? _ ("Nothing found") : _ ("No member yet"));
  adw_status_page_set_description (
      page->empty, there ? _ ("No member has these words in code, name, hamlet, team, identity "
                              "number or telephone, and is of the kind and hamlet chosen.")
                         : _ ("Enter the first member here, or read members in from a sheet "
                              "(members.csv); the register of any day then stands here."));
}

static void
select_shown (SheafMembersPage *page,
              const GPtrArray  *shown)
{
  for (guint i = 0; i < shown->len; i++)
    if (((const SheafRegisterLine *) shown->pdata[i])->row->party_id == page->shown_id)
      {
        gtk_single_selection_set_selected (page->selection, i);
        sheaf_columns_scroll_to (page->view, i, FALSE);
        return;
      }
}

const SheafRegisterLine *
sheaf_members_page_selected (SheafMembersPage *page)
{
  SheafListRow *row = gtk_single_selection_get_selected_item (page->selection);

  return row != NULL ? sheaf_list_row_get_record (row) : NULL;
}

static void
show_selected (SheafMembersPage *page)
{
  const SheafRegisterLine *line = sheaf_members_page_selected (page);

  gtk_widget_action_set_enabled (GTK_WIDGET (page), "members.edit", line != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "members.event", line != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "members.take-back", line != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "members.card", line != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "members.explain", line != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "members.print-card", line != NULL);
  gtk_widget_set_visible (GTK_WIDGET (page->card), line != NULL && !page->narrow);
  if (line == NULL)
    return;
  page->shown_id = line->row->party_id;
  if (page->narrow)
    return;
  sheaf_member_card_show (page->card, SHEAF_PAGE (page), line->row, page->rows->day);
}

/* Enter or a double click. */
static void
activated_cb (SheafMembersPage *page)
{
  (void) gtk_widget_activate_action (GTK_WIDGET (page), "members.card", NULL);
}

static gboolean
resized_cb (gpointer data)
{
  show_selected (data);
  return G_SOURCE_REMOVE;
}

/* Below this width the list has the page for itself, and the card comes in a window. Not within the
 * allocation, which may not change what is visible. */
static void
ruled_cb (SheafMembersPage *page,
          int               width)
{
  gboolean narrow = width < CARD_BESIDE_PX;

  if (page->narrow == narrow)
    return;
  page->narrow = narrow;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, resized_cb, g_object_ref (page), g_object_unref);
}

static void
selected_cb (SheafMembersPage *page)
{
  if (!page->filling)
    show_selected (page);
}

/* A list that turns out to be empty takes the focus with it. */
static void
keep_focus (SheafMembersPage *page)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (gtk_widget_get_mapped (GTK_WIDGET (page)) &&
      (focus == NULL ||
       (gtk_widget_is_ancestor (focus, GTK_WIDGET (page)) && !gtk_widget_get_mapped (focus))))
    (void) gtk_widget_grab_focus (GTK_WIDGET (page->search));
}

/* The rows that search and choices leave; the register itself stays with the page. */
static void
show_rows (SheafMembersPage *page)
{
  SheafRegisterFilter filter;
  GPtrArray          *shown;
  g_autoptr (SheafRecordList) list = NULL;

  if (page->rows == NULL || page->filling)
    return;
  filter = read_filter (page);
  shown = sheaf_register_rows_choose (page->rows, &filter);
  show_foot (page, shown);
  show_empty (page);
  gtk_stack_set_visible_child_name (page->list_stack, shown->len > 0 ? "list" : "empty");
  list = sheaf_record_list_new (g_ptr_array_ref (shown));
  page->filling = TRUE; /* the first row is selected for a moment: nobody is to be read for it */
  gtk_single_selection_set_model (page->selection, G_LIST_MODEL (list));
  select_shown (page, shown);
  page->filling = FALSE;
  show_selected (page);
  keep_focus (page);
  g_ptr_array_unref (shown);
}

/* The hamlet chosen stays chosen while there is one of the name. */
static void
fill_hamlets (SheafMembersPage *page,
              const char       *chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _ ("Every hamlet"));
  for (guint i = 0; i < page->rows->hamlets->len; i++)
    {
      gtk_string_list_append (names, page->rows->hamlets->pdata[i]);
      if (g_strcmp0 (chosen, page->rows->hamlets->pdata[i]) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (page->hamlet_list, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (page->hamlet_list, selected);
  gtk_widget_set_visible (GTK_WIDGET (page->hamlet_list), page->rows->hamlets->len > 0);
}

static gpointer
register_job (gpointer connection,
              gpointer data,
              GError **error)
{
  return sheaf_register_rows_read (connection, *(const SheafDate *) data, error);
}

static gpointer
sums_job (gpointer connection,
          gpointer data,
          GError **error)
{
  return sheaf_member_sums_read (connection, *(const SheafDate *) data, error);
}

/* Of the day that is shown, or too late. */
static void
sums_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafMembersPage *page = SHEAF_MEMBERS_PAGE (source);
  g_autoptr (GError) error = NULL;
  GHashTable *sums = sheaf_jobs_finish (result, &error);

  if (sums == NULL)
    return; /* the register says more than an empty column: whoever reads a card is told why */
  if (page->rows == NULL || GPOINTER_TO_UINT (user_data) != page->asked)
    {
      g_hash_table_unref (sums);
      return;
    }
  sheaf_register_rows_take_sums (page->rows, sums);
  sheaf_record_list_tell (
      SHEAF_RECORD_LIST (gtk_single_selection_get_model (page->selection)));
}

static void
read_sums (SheafMembersPage *page)
{
  SheafSession *session = sheaf_page_get_session (SHEAF_PAGE (page));

  page->asked++;
  if (session != NULL)
    sheaf_jobs_read_long (sheaf_session_get_jobs (session), sums_job,
                          g_memdup2 (&page->rows->day, sizeof page->rows->day), g_free,
                          (GDestroyNotify) g_hash_table_unref, page, NULL, sums_cb,
                          GUINT_TO_POINTER (page->asked));
}

/* Takes the rows. */
static void
take_rows (SheafMembersPage  *page,
           SheafRegisterRows *rows)
{
  g_autofree char *hamlet = page->rows == NULL ? NULL : g_strdup (read_filter (page).hamlet);

  page->filling = TRUE;
  /* The list holds pointers into the rows: it goes first. */
  gtk_single_selection_set_model (page->selection, NULL);
  sheaf_register_rows_free (page->rows);
  page->rows = rows;
  fill_hamlets (page, hamlet);
  gtk_widget_set_visible (page->past_sign, sheaf_date_cmp (rows->day, sheaf_format_today ()) < 0);
  page->filling = FALSE;
  show_rows (page);
  read_sums (page);
}

static void
register_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  SheafRegisterRows *rows = sheaf_page_take (SHEAF_PAGE (source), result);

  (void) user_data;
  if (rows != NULL)
    take_rows (SHEAF_MEMBERS_PAGE (source), rows);
}

static void
read_register (SheafMembersPage *page)
{
  SheafDate day;

  if (sheaf_page_get_session (SHEAF_PAGE (page)) == NULL ||
      !sheaf_date_entry_get (page->day_entry, &day, NULL))
    return;
  sheaf_page_read (SHEAF_PAGE (page), register_job, g_memdup2 (&day, sizeof day), g_free,
                   (GDestroyNotify) sheaf_register_rows_free, register_cb);
}

/* Back from a past day. */
static void
today_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SheafMembersPage *page = SHEAF_MEMBERS_PAGE (widget);

  (void) name;
  (void) parameter;
  sheaf_date_entry_set (page->day_entry, sheaf_format_today ());
  read_register (page);
}

static void
day_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  (void) gtk_widget_grab_focus (GTK_WIDGET (SHEAF_MEMBERS_PAGE (widget)->day_entry));
}

/* The next order, as often as the key is pressed. */
static void
sort_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafMembersPage *page = SHEAF_MEMBERS_PAGE (widget);
  guint             n = g_list_model_get_n_items (gtk_drop_down_get_model (page->order_list));

  (void) name;
  (void) parameter;
  gtk_drop_down_set_selected (page->order_list,
                              (gtk_drop_down_get_selected (page->order_list) + 1) % n);
}

static void
filter_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  (void) gtk_widget_grab_focus (GTK_WIDGET (SHEAF_MEMBERS_PAGE (widget)->who_list));
}

static void
clear_filter_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  SheafMembersPage *page = SHEAF_MEMBERS_PAGE (widget);

  (void) name;
  (void) parameter;
  gtk_drop_down_set_selected (page->who_list, SHEAF_REGISTER_ALL);
  gtk_drop_down_set_selected (page->hamlet_list, 0);
  gtk_editable_set_text (page->search, "");
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  (void) gtk_widget_grab_focus (GTK_WIDGET (SHEAF_MEMBERS_PAGE (widget)->search));
}

static void
sheaf_members_page_reload (SheafPage *base)
{
  SheafMembersPage *page = SHEAF_MEMBERS_PAGE (base);

  if (!page->day_is_set)
    sheaf_date_entry_set (page->day_entry,
                          sheaf_session_get_working_day (sheaf_page_get_session (base)));
  page->day_is_set = TRUE;
  read_register (page);
}

/* detail is a code. */
static void
sheaf_members_page_show_detail (SheafPage  *base,
                                const char *detail)
{
  gtk_editable_set_text (SHEAF_MEMBERS_PAGE (base)->search, detail);
}

static void
sheaf_members_page_focus (SheafPage *base)
{
  SheafMembersPage *page = SHEAF_MEMBERS_PAGE (base);

  /* Without a member there is no list; the page hears keys from its search too. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (page->view)) ||
      !gtk_widget_grab_focus (GTK_WIDGET (page->view)))
    (void) gtk_widget_grab_focus (GTK_WIDGET (page->search));
}

static void
sheaf_members_page_dispose (GObject *object)
{
  SheafMembersPage *page = SHEAF_MEMBERS_PAGE (object);

  page->filling = TRUE;
  if (page->rows != NULL)
    gtk_single_selection_set_model (page->selection, NULL);
  g_clear_pointer (&page->rows, sheaf_register_rows_free);
  G_OBJECT_CLASS (sheaf_members_page_parent_class)->dispose (object);
}

static void
sheaf_members_page_class_init (SheafMembersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SheafPageClass *page_class = SHEAF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_members_page_dispose;
  page_class->reload = sheaf_members_page_reload;
  page_class->show_detail = sheaf_members_page_show_detail;
  page_class->focus = sheaf_members_page_focus;
  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  g_type_ensure (SHEAF_TYPE_MEMBER_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/members/members-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, ruler);
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, search);
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, day_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, past_sign);
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, order_list);
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, who_list);
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, hamlet_list);
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, columns_button);
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, view);
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, empty);
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, card);
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, foot);
  sheaf_shortcuts_bind (widget_class, "page.");
  sheaf_shortcuts_bind (widget_class, "members.");
  sheaf_members_page_install_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "members.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "members.day", NULL, day_action);
  gtk_widget_class_install_action (widget_class, "members.sort", NULL, sort_action);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "page.clear-filter", NULL, clear_filter_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
}

static void
sheaf_members_page_init (SheafMembersPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  page->selection = gtk_single_selection_new (NULL);
  gtk_column_view_set_model (page->view, GTK_SELECTION_MODEL (page->selection));
  g_object_unref (page->selection);
  sheaf_members_page_add_columns (page->view, page->columns_button);
  sheaf_step_keys_add (page->order_list);
  sheaf_step_keys_add (page->who_list);
  sheaf_step_keys_add (page->hamlet_list);
  g_signal_connect_swapped (page->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            page);
  g_signal_connect_swapped (page->ruler, "resize", G_CALLBACK (ruled_cb), page);
  g_signal_connect_swapped (page->view, "activate", G_CALLBACK (activated_cb), page);
  g_signal_connect_swapped (page->day_entry, "changed-date", G_CALLBACK (read_register), page);
  g_signal_connect_swapped (page->search, "search-changed", G_CALLBACK (show_rows), page);
  g_signal_connect_swapped (page->order_list, "notify::selected", G_CALLBACK (show_rows), page);
  g_signal_connect_swapped (page->who_list, "notify::selected", G_CALLBACK (show_rows), page);
  g_signal_connect_swapped (page->hamlet_list, "notify::selected", G_CALLBACK (show_rows), page);
}
