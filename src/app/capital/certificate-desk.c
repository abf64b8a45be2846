/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due and what is in force stand in one list by member; what ended is a view of its own. */
#include "app/capital/certificate-desk.h"

#include "app/capital/certificate-acts.h"
#include "app/capital/certificate-columns.h"
#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/shortcuts.h"
#include "app/widgets/date-entry.h"
#include "base/i18n.h"

typedef enum
{
  SHOW_STANDING,
  SHOW_DUE,
  SHOW_ENDED,
} Show;

struct _SheafCertificateDesk
{
  SheafPage              parent_instance;
  SheafCertificateTable *table; /* as read; NULL: not yet */
  GtkSingleSelection    *selection;
  int                    year;   /* that the day was set for; 0: none yet */
  char                  *wanted; /* the member to be selected once it is read */

  SheafDateEntry *day_entry;
  GtkDropDown    *show_list;
  GtkDropDown    *language_list;
  GtkStack       *stack;
  GtkColumnView  *view;
  AdwStatusPage  *empty;
  GtkLabel       *foot;
};

G_DEFINE_FINAL_TYPE (SheafCertificateDesk, sheaf_certificate_desk, SHEAF_TYPE_PAGE)

const SheafCertificateRow *
sheaf_certificate_desk_get_row (SheafCertificateDesk *desk)
{
  SheafListRow *row = gtk_single_selection_get_selected_item (desk->selection);

  return row != NULL ? sheaf_list_row_get_record (row) : NULL;
}

const char *
sheaf_certificate_desk_get_language (SheafCertificateDesk *desk)
{
  static const char *const languages[] = { "vi", "en", "fr" };
  guint                    chosen = gtk_drop_down_get_selected (desk->language_list);

  return languages[MIN (chosen, G_N_ELEMENTS (languages) - 1)];
}

const SheafCertificateTable *
sheaf_certificate_desk_get_table (SheafCertificateDesk *desk)
{
  return desk->table;
}

static gboolean
has_ended (const SheafCertificateRow *row,
           SheafDate                  day)
{
  return row->paper != NULL && !sheaf_date_is_none (row->paper->ended) &&
         sheaf_date_cmp (row->paper->ended, day) <= 0;
}

static gboolean
is_shown (SheafCertificateDesk      *desk,
          const SheafCertificateRow *row)
{
  switch (gtk_drop_down_get_selected (desk->show_list))
    {
    case SHOW_DUE:
      return row->due != NULL;
    case SHOW_ENDED:
      return has_ended (row, desk->table->day);
    case SHOW_STANDING:
    default:
      return !has_ended (row, desk->table->day);
    }
}

/* Which acts the row allows; the core has the last word. */
static void
enable_acts (SheafCertificateDesk *desk)
{
  const SheafCertificateRow *row = sheaf_certificate_desk_get_row (desk);
  GtkWidget                 *widget = GTK_WIDGET (desk);
  gboolean                   standing = row != NULL && row->paper != NULL &&
                      !has_ended (row, desk->table->day);
  gboolean             ended = row != NULL && row->paper != NULL && !standing;
  SheafCertificateKind due = row != NULL && row->due != NULL ? row->due->event : 0;

  gtk_widget_action_set_enabled (widget, "certificates.issue", due == SHEAF_CERTIFICATE_ISSUE);
  gtk_widget_action_set_enabled (widget, "certificates.reissue", standing && due == 0);
  gtk_widget_action_set_enabled (widget, "certificates.exchange",
                                 due == SHEAF_CERTIFICATE_EXCHANGE);
  gtk_widget_action_set_enabled (widget, "certificates.withdraw", standing);
  gtk_widget_action_set_enabled (widget, "certificates.print", standing || ended);
  gtk_widget_action_set_enabled (widget, "certificates.print-all",
                                 desk->table != NULL && desk->table->in_force > 0);
  gtk_widget_action_set_enabled (widget, "certificates.print-list", desk->table != NULL);
  gtk_widget_action_set_enabled (widget, "certificates.issue-due",
                                 desk->table != NULL &&
                                     desk->table->due[SHEAF_CERTIFICATE_ISSUE] > 0);
}

static void
show_foot (SheafCertificateDesk *desk)
{
  const guint     *due = desk->table->due;
  g_autofree char *text = g_strdup_printf (
      _ ("in force %u · to issue %u · to exchange %u · to withdraw %u · ended %u"),
      desk->table->in_force, due[SHEAF_CERTIFICATE_ISSUE], due[SHEAF_CERTIFICATE_EXCHANGE],
      due[SHEAF_CERTIFICATE_WITHDRAW], desk->table->ended);

  gtk_label_set_text (desk->foot, text);
}

static void
show_empty (SheafCertificateDesk *desk)
{
  static const char *const titles[] = { N_ ("No certificates"), N_ ("Nothing is due"),
                                        N_ ("None has ended") };
  static const char *const texts[] = {
    N_ ("A certificate is due as soon as a member’s contribution is fully paid."),
    N_ ("Every contribution that is fully paid has its certificate, and each says what the "
        "register says."),
    N_ ("No certificate was reissued, exchanged or withdrawn by this day."),
  };
  guint show = MIN (gtk_drop_down_get_selected (desk->show_list), SHOW_ENDED);

  adw_status_page_set_title (desk->empty, _ (titles[show]));
  adw_status_page_set_description (desk->empty, _ (texts[show]));
}

/* Where the row of the member that is wanted, or was selected before, stands now. */
static guint
find_position (SheafCertificateDesk *desk,
               const GPtrArray      *rows,
               const char           *code)
{
  guint position = gtk_single_selection_get_selected (desk->selection);

  for (guint i = 0; code != NULL && i < rows->len; i++)
    if (g_strcmp0 (((SheafCertificateRow *) rows->pdata[i])->code, code) == 0)
      return i;
  return position == GTK_INVALID_LIST_POSITION ? 0 : MIN (position, rows->len - 1);
}

static void
show_rows (SheafCertificateDesk *desk)
{
  const SheafCertificateRow *before = sheaf_certificate_desk_get_row (desk);
  g_autofree char           *code = desk->wanted != NULL ? g_strdup (desk->wanted)
                                    : before != NULL     ? g_strdup (before->code)
                                                         : NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (SheafRecordList) records = NULL;
  guint position;

  if (desk->table == NULL)
    return;
  for (guint i = 0; i < desk->table->rows->len; i++)
    if (is_shown (desk, desk->table->rows->pdata[i]))
      g_ptr_array_add (rows, desk->table->rows->pdata[i]);
  position = rows->len > 0 ? find_position (desk, rows, code) : 0;
  records = sheaf_record_list_new (g_ptr_array_ref (rows));
  show_empty (desk);
  show_foot (desk);
  gtk_stack_set_visible_child_name (desk->stack, rows->len > 0 ? "list" : "empty");
  sheaf_columns_refill (desk->view, G_LIST_MODEL (records), position);
  if (rows->len > 0 && desk->wanted != NULL)
    sheaf_columns_scroll_to (desk->view, position, TRUE);
  g_clear_pointer (&desk->wanted, g_free);
  enable_acts (desk);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafCertificateDesk  *desk = SHEAF_CERTIFICATE_DESK (source);
  SheafCertificateTable *table = sheaf_page_take (SHEAF_PAGE (desk), result);
  SheafCertificateTable *before = desk->table;
  SheafDate              day;

  (void) user_data;
  if (table == NULL)
    return;
  if (desk->view == NULL || !sheaf_date_entry_get (desk->day_entry, &day, NULL) ||
      sheaf_date_cmp (day, table->day) != 0)
    {
      sheaf_certificate_table_free (table);
      return;
    }
  desk->table = table;
  show_rows (desk);
  sheaf_certificate_table_free (before);
}

static void
read_table (SheafCertificateDesk *desk)
{
  SheafDate day;

  if (sheaf_page_get_session (SHEAF_PAGE (desk)) == NULL ||
      !sheaf_date_entry_get (desk->day_entry, &day, NULL))
    return;
  sheaf_page_read (SHEAF_PAGE (desk), sheaf_certificate_table_job, g_memdup2 (&day, sizeof day),
                   g_free, (GDestroyNotify) sheaf_certificate_table_free, read_cb);
}

static void
sheaf_certificate_desk_reload (SheafPage *base)
{
  SheafCertificateDesk *desk = SHEAF_CERTIFICATE_DESK (base);
  SheafSession         *session = sheaf_page_get_session (base);
  int                   year = sheaf_session_get_year (session);

  if (desk->year != year)
    {
      desk->year = year;
      sheaf_date_entry_set (desk->day_entry, sheaf_session_get_working_day (session));
    }
  read_table (desk);
}

/* A member's code. */
static void
sheaf_certificate_desk_show_detail (SheafPage  *base,
                                    const char *detail)
{
  SheafCertificateDesk *desk = SHEAF_CERTIFICATE_DESK (base);

  g_free (desk->wanted);
  desk->wanted = g_strdup (detail);
  if (gtk_drop_down_get_selected (desk->show_list) != SHOW_STANDING)
    gtk_drop_down_set_selected (desk->show_list, SHOW_STANDING);
  else
    read_table (desk);
}

static void
sheaf_certificate_desk_focus (SheafPage *base)
{
  SheafCertificateDesk *desk = SHEAF_CERTIFICATE_DESK (base);
  gboolean              listed = desk->table != NULL && desk->table->rows->len > 0;

  (void) gtk_widget_grab_focus (listed ? GTK_WIDGET (desk->view) : GTK_WIDGET (desk->day_entry));
}

static void
next_view_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  SheafCertificateDesk *desk = SHEAF_CERTIFICATE_DESK (widget);
  guint                 shown = gtk_drop_down_get_selected (desk->show_list);

  (void) action;
  (void) parameter;
  gtk_drop_down_set_selected (desk->show_list, (shown + 1) % (SHOW_ENDED + 1));
}

static void
sheaf_certificate_desk_dispose (GObject *object)
{
  SheafCertificateDesk *desk = SHEAF_CERTIFICATE_DESK (object);

  if (desk->view != NULL)
    gtk_single_selection_set_model (desk->selection, NULL);
  desk->view = NULL;
  g_clear_pointer (&desk->table, sheaf_certificate_table_free);
  g_clear_pointer (&desk->wanted, g_free);
  G_OBJECT_CLASS (sheaf_certificate_desk_parent_class)->dispose (object);
}

static void
bind_parts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/coop/sheaf/Sheaf/ui/capital/certificate-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafCertificateDesk, day_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafCertificateDesk, show_list);
  gtk_widget_class_bind_template_child (widget_class, SheafCertificateDesk, language_list);
  gtk_widget_class_bind_template_child (widget_class, SheafCertificateDesk, stack);
  gtk_widget_class_bind_template_child (widget_class, SheafCertificateDesk, view);
  gtk_widget_class_bind_template_child (widget_class, SheafCertificateDesk, empty);
  gtk_widget_class_bind_template_child (widget_class, SheafCertificateDesk, foot);
}

static void
sheaf_certificate_desk_class_init (SheafCertificateDeskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SheafPageClass *page_class = SHEAF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_certificate_desk_dispose;
  page_class->reload = sheaf_certificate_desk_reload;
  page_class->show_detail = sheaf_certificate_desk_show_detail;
  page_class->focus = sheaf_certificate_desk_focus;
  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  bind_parts (widget_class);
  sheaf_shortcuts_bind (widget_class, "certificates.");
  sheaf_certificate_acts_install (widget_class);
  gtk_widget_class_install_action (widget_class, "certificates.next-view", NULL,
                                   next_view_action);
}

static void
activated_cb (SheafCertificateDesk *desk)
{
  (void) gtk_widget_activate_action (GTK_WIDGET (desk), "certificates.open", NULL);
}

static void
sheaf_certificate_desk_init (SheafCertificateDesk *desk)
{
  const SheafColumn *columns;
  guint              n_columns;

  gtk_widget_init_template (GTK_WIDGET (desk));
  desk->selection = gtk_single_selection_new (NULL);
  gtk_column_view_set_model (desk->view, GTK_SELECTION_MODEL (desk->selection));
  g_object_unref (desk->selection);
  columns = sheaf_certificate_columns (&n_columns);
  sheaf_columns_add (desk->view, columns, n_columns);
  g_signal_connect_swapped (desk->selection, "notify::selected-item", G_CALLBACK (enable_acts),
                            desk);
  g_signal_connect_swapped (desk->view, "activate", G_CALLBACK (activated_cb), desk);
  g_signal_connect_swapped (desk->day_entry, "changed-date", G_CALLBACK (read_table), desk);
  g_signal_connect_swapped (desk->show_list, "notify::selected", G_CALLBACK (show_rows), desk);
  enable_acts (desk);
}
