/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows are the trial balance's own, so that screen, command line and paper agree. */
#include "app/ledger/accounts-page.h"

#include "app/format.h"
#include "app/ledger/account-register.h"
#include "app/ledger/detail-dialog.h"
#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/shortcuts.h"
#include "app/widgets/columns.h"
#include "base/currency.h"
#include "base/i18n.h"
#include "base/language.h"
#include "statements/balance.h"

#define MONTHS 12

struct _SheafAccountsPage
{
  SheafPage           parent_instance;
  GtkSingleSelection *selection;
  char               *selected; /* code to come back to */

  GtkStack             *stack;
  GtkColumnView        *view;
  GtkDropDown          *period_list;
  GtkLabel             *foot;
  SheafAccountRegister *account;
};

G_DEFINE_FINAL_TYPE (SheafAccountsPage, sheaf_accounts_page, SHEAF_TYPE_PAGE)

typedef struct
{
  SheafDate from;
  SheafDate to;
} Period;

static char *
format_code (gconstpointer record)
{
  const SheafBalanceRow *row = record;

  return g_strdup_printf ("%*s%s", (int) (row->level - 1) * 3, "", row->code);
}

static char *
format_name (gconstpointer record)
{
  return sheaf_balance_row_name (record, sheaf_form_language (sheaf_language_current ()));
}

/* Units of a currency (007) with its decimals. */
static char *
format_amount (const SheafBalanceRow *row,
               guint                  column)
{
  SheafMoney amount = row->amounts[column];

  return *row->currency == '\0' || amount.units == 0
             ? sheaf_format_money (amount)
             : sheaf_currency_format (amount.units, row->currency, sheaf_language_current ());
}

static char *
format_opening_debit (gconstpointer record)
{
  return format_amount (record, SHEAF_BALANCE_OPENING_DEBIT);
}

static char *
format_opening_credit (gconstpointer record)
{
  return format_amount (record, SHEAF_BALANCE_OPENING_CREDIT);
}

static char *
format_debit (gconstpointer record)
{
  return format_amount (record, SHEAF_BALANCE_DEBIT);
}

static char *
format_credit (gconstpointer record)
{
  return format_amount (record, SHEAF_BALANCE_CREDIT);
}

static char *
format_closing_debit (gconstpointer record)
{
  return format_amount (record, SHEAF_BALANCE_CLOSING_DEBIT);
}

static char *
format_closing_credit (gconstpointer record)
{
  return format_amount (record, SHEAF_BALANCE_CLOSING_CREDIT);
}

static const char *
style_row (gconstpointer record)
{
  return ((const SheafBalanceRow *) record)->level == 1 ? "group-row" : NULL;
}

static const SheafColumn columns[] = {
  { N_ ("Account"), SHEAF_COLUMN_DAY, 92, format_code },
  { N_ ("Name"), SHEAF_COLUMN_TEXT, 0, format_name },
  { N_ ("Opening debit"), SHEAF_COLUMN_FIGURE, 124, format_opening_debit },
  { N_ ("Opening credit"), SHEAF_COLUMN_FIGURE, 124, format_opening_credit },
  { N_ ("Debit"), SHEAF_COLUMN_FIGURE, 124, format_debit },
  { N_ ("Credit"), SHEAF_COLUMN_FIGURE, 124, format_credit },
  { N_ ("Closing debit"), SHEAF_COLUMN_FIGURE, 124, format_closing_debit },
  { N_ ("Closing credit"), SHEAF_COLUMN_FIGURE, 124, format_closing_credit },
};

static Period
get_period (SheafAccountsPage *page)
{
  int   year = sheaf_session_get_year (sheaf_page_get_session (SHEAF_PAGE (page)));
  guint month = gtk_drop_down_get_selected (page->period_list);

  if (month >= 1 && month <= MONTHS)
    {
      SheafDate first = sheaf_date_new (year, (int) month, 1);

      return (Period){ .from = first, .to = sheaf_date_month_end (first) };
    }
  return (Period){ .from = sheaf_date_new (year, 1, 1), .to = sheaf_date_new (year, 12, 31) };
}

static gpointer
balance_job (gpointer connection,
             gpointer data,
             GError **error)
{
  const Period *period = data;

  return sheaf_balance_compute (connection, period->from, period->to, 0, FALSE, error);
}

static void
show_foot (SheafAccountsPage  *page,
           const SheafBalance *balance)
{
  g_autofree char *debit = sheaf_format_figure (balance->total[SHEAF_BALANCE_DEBIT]);
  g_autofree char *credit = sheaf_format_figure (balance->total[SHEAF_BALANCE_CREDIT]);
  g_autofree char *closing = sheaf_format_figure (balance->total[SHEAF_BALANCE_CLOSING_DEBIT]);
  g_autofree char *other = sheaf_format_figure (balance->total[SHEAF_BALANCE_CLOSING_CREDIT]);
  g_autofree char *text = g_strdup_printf (
      _ ("Total: debit %s · credit %s · closing debit %s · closing credit %s (₫)"), debit, credit,
      closing, other);

  gtk_label_set_text (page->foot, text);
}

static guint
find_selected (SheafAccountsPage *page,
               const GPtrArray   *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (((const SheafBalanceRow *) g_ptr_array_index (rows, i))->code, page->selected) ==
        0)
      return i;
  return 0;
}

static void
balance_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  SheafAccountsPage *page = SHEAF_ACCOUNTS_PAGE (source);
  g_autoptr (SheafBalance) balance = sheaf_page_take (SHEAF_PAGE (page), result);
  g_autoptr (SheafRecordList) list = NULL;

  (void) user_data;
  if (balance == NULL)
    return;
  show_foot (page, balance);
  list = sheaf_record_list_new (g_ptr_array_ref (balance->rows));
  gtk_single_selection_set_model (page->selection, G_LIST_MODEL (list));
  sheaf_columns_scroll_to (page->view, find_selected (page, balance->rows), FALSE);
}

static void
reload_balance (SheafAccountsPage *page)
{
  Period period;

  if (sheaf_page_get_session (SHEAF_PAGE (page)) == NULL)
    return;
  period = get_period (page);
  sheaf_page_read (SHEAF_PAGE (page), balance_job, g_memdup2 (&period, sizeof period), g_free,
                   (GDestroyNotify) sheaf_balance_free, balance_cb);
}

static void
show_account_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  SheafAccountsPage     *page = SHEAF_ACCOUNTS_PAGE (widget);
  SheafListRow          *row = gtk_single_selection_get_selected_item (page->selection);
  const SheafBalanceRow *record = row != NULL ? sheaf_list_row_get_record (row) : NULL;

  (void) name;
  (void) parameter;
  if (record == NULL)
    return;
  g_free (page->selected);
  page->selected = g_strdup (record->code);
  (void) gtk_widget_activate_action (widget, "win.go", "(ss)", "accounts", record->code);
}

/* Of the account whose entries are shown, else of the one selected. */
static void
help_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafAccountsPage     *page = SHEAF_ACCOUNTS_PAGE (widget);
  SheafListRow          *row = gtk_single_selection_get_selected_item (page->selection);
  const SheafBalanceRow *record = row != NULL ? sheaf_list_row_get_record (row) : NULL;
  const char            *view = gtk_stack_get_visible_child_name (page->stack);
  const char            *code = record != NULL ? record->code : NULL;

  (void) name;
  (void) parameter;
  if (g_strcmp0 (view, "account") == 0)
    code = page->selected;
  if (code != NULL)
    (void) gtk_widget_activate_action (widget, "win.account-help", "s", code);
}

/* Under the account selected; any other can be named in the dialog. */
static void
open_detail_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  SheafAccountsPage     *page = SHEAF_ACCOUNTS_PAGE (widget);
  SheafListRow          *row = gtk_single_selection_get_selected_item (page->selection);
  const SheafBalanceRow *record = row != NULL ? sheaf_list_row_get_record (row) : NULL;

  (void) name;
  (void) parameter;
  if (sheaf_page_get_session (SHEAF_PAGE (page)) == NULL)
    return;
  gtk_window_present (GTK_WINDOW (
      sheaf_detail_dialog_new (SHEAF_PAGE (page), record != NULL ? record->code : NULL)));
}

static void
activated_cb (SheafAccountsPage *page)
{
  (void) gtk_widget_activate_action (GTK_WIDGET (page), "accounts.show", NULL);
}

static void
sheaf_accounts_page_reload (SheafPage *base)
{
  SheafAccountsPage *page = SHEAF_ACCOUNTS_PAGE (base);

  reload_balance (page);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (page->stack), "account") == 0 &&
      page->selected != NULL)
    sheaf_account_register_show (page->account, base, page->selected);
}

static void
sheaf_accounts_page_show_detail (SheafPage  *base,
                                 const char *detail)
{
  SheafAccountsPage *page = SHEAF_ACCOUNTS_PAGE (base);

  if (detail != page->selected)
    {
      g_free (page->selected);
      page->selected = g_strdup (detail);
    }
  gtk_stack_set_visible_child_name (page->stack, "account");
  sheaf_account_register_show (page->account, base, detail);
}

static void
sheaf_accounts_page_focus (SheafPage *base)
{
  SheafAccountsPage *page = SHEAF_ACCOUNTS_PAGE (base);

  gtk_stack_set_visible_child_name (page->stack, "list");
  (void) gtk_widget_grab_focus (GTK_WIDGET (page->view));
}

static void
sheaf_accounts_page_finalize (GObject *object)
{
  g_free (SHEAF_ACCOUNTS_PAGE (object)->selected);
  G_OBJECT_CLASS (sheaf_accounts_page_parent_class)->finalize (object);
}

static void
sheaf_accounts_page_class_init (SheafAccountsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SheafPageClass *page_class = SHEAF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sheaf_accounts_page_finalize;
  page_class->reload = sheaf_accounts_page_reload;
  page_class->show_detail = sheaf_accounts_page_show_detail;
  page_class->focus = sheaf_accounts_page_focus;
  g_type_ensure (SHEAF_TYPE_ACCOUNT_REGISTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/ledger/accounts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafAccountsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SheafAccountsPage, view);
  gtk_widget_class_bind_template_child (widget_class, SheafAccountsPage, period_list);
  gtk_widget_class_bind_template_child (widget_class, SheafAccountsPage, foot);
  gtk_widget_class_bind_template_child (widget_class, SheafAccountsPage, account);
  gtk_widget_class_install_action (widget_class, "accounts.show", NULL, show_account_action);
  gtk_widget_class_install_action (widget_class, "accounts.help", NULL, help_action);
  gtk_widget_class_install_action (widget_class, "accounts.open-detail", NULL, open_detail_action);
  sheaf_shortcuts_bind (widget_class, "accounts.");
}

static void
sheaf_accounts_page_init (SheafAccountsPage *page)
{
  g_autoptr (GtkStringList) periods = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (page));
  gtk_string_list_append (periods, _ ("Whole year"));
  for (int month = 1; month <= MONTHS; month++)
    gtk_string_list_take (periods, g_strdup_printf (_ ("Month %d"), month));
  gtk_drop_down_set_model (page->period_list, G_LIST_MODEL (periods));
  page->selection = gtk_single_selection_new (NULL);
  gtk_column_view_set_model (page->view, GTK_SELECTION_MODEL (page->selection));
  g_object_unref (page->selection);
  sheaf_columns_add (page->view, columns, G_N_ELEMENTS (columns));
  sheaf_columns_set_row_style (page->view, style_row);
  g_signal_connect_swapped (page->view, "activate", G_CALLBACK (activated_cb), page);
  g_signal_connect_swapped (page->period_list, "notify::selected", G_CALLBACK (reload_balance),
                            page);
}
