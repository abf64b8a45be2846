/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of a past day is the sum of the events up to it; the page only asks for another
 * day. */
#include "app/members/members-page.h"

#include "app/format.h"
#include "app/members/member-card.h"
#include "app/members/member-words.h"
#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/shortcuts.h"
#include "app/widgets/columns.h"
#include "app/widgets/date-entry.h"
#include "base/i18n.h"
#include "base/language.h"
#include "base/text.h"
#include "capital/register.h"

#include <string.h>

struct _SheafMembersPage
{
  SheafPage           parent_instance;
  GtkSingleSelection *selection;
  GPtrArray          *rows; /* of SheafRegisterRow: the register as read */
  gboolean            day_is_set;

  GtkEditable     *search;
  SheafDateEntry  *day_entry;
  GtkStack        *list_stack;
  GtkColumnView   *view;
  AdwStatusPage   *empty;
  SheafMemberCard *card;
  GtkLabel        *foot;
};

G_DEFINE_FINAL_TYPE (SheafMembersPage, sheaf_members_page, SHEAF_TYPE_PAGE)

static char *
format_code (gconstpointer record)
{
  return g_strdup (((const SheafRegisterRow *) record)->code);
}

static char *
format_name (gconstpointer record)
{
  return g_strdup (((const SheafRegisterRow *) record)->name);
}

/* The kind, or that the person has left. */
static char *
format_kind (gconstpointer record)
{
  const SheafMemberState *state = &((const SheafRegisterRow *) record)->state;
  g_autofree char        *left = NULL;

  if (state->kind != SHEAF_MEMBER_NONE)
    return g_strdup (sheaf_member_words_kind (state->kind));
  left = sheaf_format_date (state->left);
  return g_strdup_printf (_ ("left %s"), left);
}

static char *
format_joined (gconstpointer record)
{
  return sheaf_format_date (((const SheafRegisterRow *) record)->state.joined);
}

static char *
format_committed (gconstpointer record)
{
  return sheaf_format_money (((const SheafRegisterRow *) record)->capital.committed);
}

static char *
format_paid (gconstpointer record)
{
  return sheaf_format_money (((const SheafRegisterRow *) record)->capital.paid);
}

static char *
format_percent (gconstpointer record)
{
  gint64 percent = ((const SheafRegisterRow *) record)->percent;

  return percent == 0 ? g_strdup ("–")
                      : sheaf_format_percent (percent);
}

static const char *
style_row (gconstpointer record)
{
  return ((const SheafRegisterRow *) record)->state.kind == SHEAF_MEMBER_NONE ? "dim-label" : NULL;
}

static const SheafColumn columns[] = {
  { N_ ("Code"), SHEAF_COLUMN_DAY, 62, format_code },
  { N_ ("Name"), SHEAF_COLUMN_TEXT, -136, format_name },
  { N_ ("Kind"), SHEAF_COLUMN_TEXT, -110, format_kind },
  { N_ ("Joined"), SHEAF_COLUMN_DAY, 100, format_joined },
  { N_ ("Promised (₫)"), SHEAF_COLUMN_FIGURE, 124, format_committed },
  { N_ ("Paid in (₫)"), SHEAF_COLUMN_FIGURE, 116, format_paid },
  { N_ ("Part (%)"), SHEAF_COLUMN_FIGURE, 78, format_percent },
};

static gboolean
matches (const SheafRegisterRow *row,
         const char             *wanted)
{
  g_autofree char *both = NULL;
  g_autofree char *folded = NULL;

  if (*wanted == '\0')
    return TRUE;
  both = g_strdup_printf ("%s %s", row->code, row->name);
  folded = sheaf_text_fold (both);
  return strstr (folded, wanted) != NULL;
}

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
      const SheafRegisterRow *row = g_ptr_array_index (shown, i);

      members += row->state.kind != SHEAF_MEMBER_NONE;
      committed = sheaf_money_add (committed, row->capital.committed);
      paid = sheaf_money_add (paid, row->capital.paid);
    }
  committed_text = sheaf_format_figure (committed);
  paid_text = sheaf_format_figure (paid);
  text = g_strdup_printf (_ ("%u members · promised %s · paid in %s (₫)"), members, committed_text,
                          paid_text);
  gtk_label_set_text (page->foot, text);
}

/* The rows that the search leaves; the register itself stays with the page. */
static void
show_rows (SheafMembersPage *page)
{
  g_autofree char *wanted = sheaf_text_fold (gtk_editable_get_text (page->search));
  GPtrArray       *shown = g_ptr_array_new ();
  g_autoptr (SheafRecordList) list = NULL;

  for (guint i = 0; page->rows != NULL && i < page->rows->len; i++)
    if (matches (g_ptr_array_index (page->rows, i), wanted))
      g_ptr_array_add (shown, g_ptr_array_index (page->rows, i));
  show_foot (page, shown);
  adw_status_page_set_title (page->empty,
                             *wanted != '\0' ? _ ("Nothing found") : _ ("No member yet"));
  adw_status_page_set_description (
      page->empty,
      *wanted != '\0'
          ? _ ("No member has this in code or name.")
          : _ ("Members are read in from a sheet (members.csv); the register of any day "
               "then stands here."));
  gtk_stack_set_visible_child_name (page->list_stack, shown->len > 0 ? "list" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (page->card), shown->len > 0);
  list = sheaf_record_list_new (shown);
  gtk_single_selection_set_model (page->selection, G_LIST_MODEL (list));
}

static gpointer
register_job (gpointer connection,
              gpointer data,
              GError **error)
{
  return sheaf_register_list (connection, *(const SheafDate *) data, error);
}

static void
register_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  SheafMembersPage *page = SHEAF_MEMBERS_PAGE (source);
  GPtrArray        *rows = sheaf_page_take (SHEAF_PAGE (page), result);

  (void) user_data;
  if (rows == NULL)
    return;
  /* The list holds pointers into the rows: it goes first. */
  gtk_single_selection_set_model (page->selection, NULL);
  g_clear_pointer (&page->rows, g_ptr_array_unref);
  page->rows = rows;
  show_rows (page);
}

static void
read_register (SheafMembersPage *page)
{
  SheafDate day;

  if (sheaf_page_get_session (SHEAF_PAGE (page)) == NULL ||
      !sheaf_date_entry_get (page->day_entry, &day, NULL))
    return;
  sheaf_page_read (SHEAF_PAGE (page), register_job, g_memdup2 (&day, sizeof day), g_free,
                   (GDestroyNotify) g_ptr_array_unref, register_cb);
}

static void
selected_cb (SheafMembersPage *page)
{
  SheafListRow           *row = gtk_single_selection_get_selected_item (page->selection);
  const SheafRegisterRow *record = row != NULL ? sheaf_list_row_get_record (row) : NULL;
  SheafDate               day;

  if (record != NULL && sheaf_date_entry_get (page->day_entry, &day, NULL))
    sheaf_member_card_show (page->card, SHEAF_PAGE (page), record, day);
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
  (void) gtk_widget_grab_focus (GTK_WIDGET (SHEAF_MEMBERS_PAGE (base)->view));
}

static void
sheaf_members_page_dispose (GObject *object)
{
  SheafMembersPage *page = SHEAF_MEMBERS_PAGE (object);

  if (page->rows != NULL)
    gtk_single_selection_set_model (page->selection, NULL);
  g_clear_pointer (&page->rows, g_ptr_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, search);
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, day_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, view);
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, empty);
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, card);
  gtk_widget_class_bind_template_child (widget_class, SheafMembersPage, foot);
  sheaf_shortcuts_bind (widget_class, "page.");
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
}

static void
sheaf_members_page_init (SheafMembersPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  page->selection = gtk_single_selection_new (NULL);
  gtk_column_view_set_model (page->view, GTK_SELECTION_MODEL (page->selection));
  g_object_unref (page->selection);
  sheaf_columns_add (page->view, columns, G_N_ELEMENTS (columns));
  sheaf_columns_set_row_style (page->view, style_row);
  g_signal_connect_swapped (page->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            page);
  g_signal_connect_swapped (page->day_entry, "changed-date", G_CALLBACK (read_register), page);
  g_signal_connect_swapped (page->search, "search-changed", G_CALLBACK (show_rows), page);
}
