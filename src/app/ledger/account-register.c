/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole year is read at once, on the reading thread: a running balance needs every row before
 * it. */
#include "app/ledger/account-register.h"

#include "app/format.h"
#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/widgets/columns.h"
#include "base/i18n.h"
#include "base/language.h"
#include "ledger/chart.h"
#include "ledger/journal.h"
#include "ledger/totals.h"

struct _SheafAccountRegister
{
  AdwBin              parent_instance;
  GtkSingleSelection *selection;
  char               *code; /* shown, or being read */
  GtkLabel           *title;
  GtkLabel           *opening;
  GtkColumnView      *view;
  GtkLabel           *foot;
};

G_DEFINE_FINAL_TYPE (SheafAccountRegister, sheaf_account_register, ADW_TYPE_BIN)

typedef struct
{
  gint64     voucher_id;
  SheafDate  date;
  char      *number;
  char      *description;
  char      *across;
  char      *party;
  SheafMoney debit;
  SheafMoney credit;
  SheafMoney balance; /* debit positive */
} Entry;

/* What is asked, then what was found. */
typedef struct
{
  char      *code;
  int        year;
  char      *name;
  SheafMoney opening;
  SheafMoney debit;
  SheafMoney credit;
  GPtrArray *entries;
} Reading;

static void
free_entry (Entry *entry)
{
  g_free (entry->number);
  g_free (entry->description);
  g_free (entry->across);
  g_free (entry->party);
  g_free (entry);
}

static void
free_reading (Reading *reading)
{
  if (reading == NULL)
    return;
  g_free (reading->code);
  g_free (reading->name);
  g_clear_pointer (&reading->entries, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
is_inside (const SheafChart   *chart,
           const SheafAccount *account,
           gint64              id)
{
  const SheafAccount *found = sheaf_chart_by_id (chart, id);

  return found != NULL && sheaf_chart_is_under (chart, found, account);
}

static gboolean
read_opening (SheafBook          *book,
              const SheafChart   *chart,
              const SheafAccount *account,
              Reading            *reading,
              GError            **error)
{
  SheafDate first = sheaf_book_year_start (book, reading->year);
  g_autoptr (SheafTotals) totals = sheaf_totals_load_pairs (book, first, first, error);

  if (totals == NULL)
    return FALSE;
  for (guint i = 0; i < totals->pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (totals->pairs, SheafPairTotal, i);

      if (is_inside (chart, account, pair->debit_id))
        reading->opening = sheaf_money_add (reading->opening, pair->before);
      if (is_inside (chart, account, pair->credit_id))
        reading->opening = sheaf_money_sub (reading->opening, pair->before);
    }
  return TRUE;
}

static gboolean
code_is_inside (const SheafChart   *chart,
                const SheafAccount *account,
                const char         *code)
{
  const SheafAccount *found = *code != '\0' ? sheaf_chart_by_code (chart, code) : NULL;

  return found != NULL && sheaf_chart_is_under (chart, found, account);
}

static void
add_entry (Reading               *reading,
           const SheafJournalRow *row,
           gboolean               debit,
           SheafMoney            *balance)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->voucher_id = row->voucher_id;
  entry->date = row->date;
  entry->number = g_strdup (row->number);
  entry->description = g_strdup (row->description);
  entry->across = g_strdup (debit ? row->credit : row->debit);
  entry->party = g_strdup (debit ? row->debit_party : row->credit_party);
  if (debit)
    {
      entry->debit = row->amount;
      reading->debit = sheaf_money_add (reading->debit, row->amount);
    }
  else
    {
      entry->credit = row->amount;
      reading->credit = sheaf_money_add (reading->credit, row->amount);
    }
  *balance = debit ? sheaf_money_add (*balance, row->amount)
                   : sheaf_money_sub (*balance, row->amount);
  entry->balance = *balance;
  g_ptr_array_add (reading->entries, entry);
}

static gboolean
read_entries (SheafBook          *book,
              const SheafChart   *chart,
              const SheafAccount *account,
              Reading            *reading,
              GError            **error)
{
  SheafJournalFilter filter = { .from = sheaf_book_year_start (book, reading->year),
                                .to = sheaf_book_year_end (book, reading->year),
                                .account_id = account->id };
  g_autoptr (SheafJournal) journal = sheaf_journal_open (book, &filter, error);
  g_autoptr (GError) cause = NULL;
  SheafMoney      balance = reading->opening;
  SheafJournalRow row;

  if (journal == NULL)
    return FALSE;
  while (sheaf_journal_next (journal, &row, &cause))
    {
      /* Opening rows lie before the year: they are in the opening balance. */
      if (row.layer == SHEAF_LAYER_OPENING)
        continue;
      if (code_is_inside (chart, account, row.debit))
        add_entry (reading, &row, TRUE, &balance);
      if (code_is_inside (chart, account, row.credit))
        add_entry (reading, &row, FALSE, &balance);
    }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gpointer
read_job (gpointer connection,
          gpointer data,
          GError **error)
{
  const Reading      *asked = data;
  const SheafChart   *chart = sheaf_chart_get (connection, error);
  const SheafAccount *account = chart != NULL ? sheaf_chart_by_code (chart, asked->code) : NULL;
  Reading            *reading;

  if (account == NULL)
    {
      g_autofree char *hint = chart != NULL ? sheaf_chart_hint (connection, asked->code) : NULL;

      if (hint != NULL)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, hint);
      else if (chart != NULL)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                     _ ("There is no account %s in the chart."), asked->code);
      return NULL;
    }
  reading = g_new0 (Reading, 1);
  reading->code = g_strdup (asked->code);
  reading->year = asked->year;
  reading->name = g_strdup (sheaf_account_name (account, sheaf_language_current ()));
  reading->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_entry);
  if (read_opening (connection, chart, account, reading, error) &&
      read_entries (connection, chart, account, reading, error))
    return reading;
  free_reading (reading);
  return NULL;
}

static char *
format_date (gconstpointer record)
{
  return sheaf_format_date (((const Entry *) record)->date);
}

static char *
format_number (gconstpointer record)
{
  return g_strdup (((const Entry *) record)->number);
}

static char *
format_description (gconstpointer record)
{
  return g_strdup (((const Entry *) record)->description);
}

static char *
format_across (gconstpointer record)
{
  return g_strdup (((const Entry *) record)->across);
}

static char *
format_party (gconstpointer record)
{
  return g_strdup (((const Entry *) record)->party);
}

static char *
format_debit (gconstpointer record)
{
  return sheaf_format_money (((const Entry *) record)->debit);
}

static char *
format_credit (gconstpointer record)
{
  return sheaf_format_money (((const Entry *) record)->credit);
}

/* The figure with the side in letters: colour or place alone would not say it. */
static char *
format_side (SheafMoney balance)
{
  g_autofree char *figure = NULL;

  if (balance.units == 0)
    return g_strdup ("–");
  figure = sheaf_format_figure (balance.units > 0 ? balance : sheaf_money_neg (balance));
  return g_strdup_printf (
      balance.units > 0 ? C_ ("debit balance", "%s Dr") : C_ ("credit balance", "%s Cr"), figure);
}

static char *
format_balance (gconstpointer record)
{
  return format_side (((const Entry *) record)->balance);
}

static const SheafColumn columns[] = {
  { N_ ("Day"), SHEAF_COLUMN_DAY, 108, format_date },
  { N_ ("Number"), SHEAF_COLUMN_DAY, 104, format_number },
  { N_ ("Text"), SHEAF_COLUMN_TEXT, 0, format_description },
  { N_ ("Across"), SHEAF_COLUMN_DAY, 92, format_across },
  { N_ ("Party"), SHEAF_COLUMN_TEXT, 96, format_party },
  { N_ ("Debit"), SHEAF_COLUMN_FIGURE, 128, format_debit },
  { N_ ("Credit"), SHEAF_COLUMN_FIGURE, 128, format_credit },
  { N_ ("Balance (₫)"), SHEAF_COLUMN_FIGURE, 148, format_balance },
};

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SheafAccountRegister) self = user_data;
  Reading *reading = sheaf_page_take (SHEAF_PAGE (source), result);
  g_autoptr (SheafRecordList) list = NULL;
  g_autofree char *title = NULL;
  g_autofree char *figure = NULL;
  g_autofree char *opening = NULL;
  g_autofree char *debit = NULL;
  g_autofree char *credit = NULL;
  g_autofree char *foot = NULL;

  if (reading == NULL || g_strcmp0 (reading->code, self->code) != 0)
    {
      free_reading (reading);
      return;
    }
  title = g_strdup_printf ("%s  %s", reading->code, reading->name);
  figure = format_side (reading->opening);
  opening = g_strdup_printf (_ ("Opening %s"), figure);
  debit = sheaf_format_figure (reading->debit);
  credit = sheaf_format_figure (reading->credit);
  foot = g_strdup_printf (_ ("%u entries · debit %s · credit %s (₫)"), reading->entries->len, debit,
                          credit);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->opening, opening);
  gtk_label_set_text (self->foot, foot);
  list = sheaf_record_list_new (g_ptr_array_ref (reading->entries));
  gtk_single_selection_set_model (self->selection, NULL);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (list));
  if (reading->entries->len > 0)
    sheaf_columns_scroll_to (self->view, reading->entries->len - 1, TRUE);
  free_reading (reading);
}

static void
activated_cb (SheafAccountRegister *self)
{
  SheafListRow    *row = gtk_single_selection_get_selected_item (self->selection);
  const Entry     *entry = row != NULL ? sheaf_list_row_get_record (row) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *detail = NULL;

  if (entry == NULL)
    return;
  day = sheaf_date_to_text (entry->date);
  detail = g_strdup_printf ("%s %" G_GINT64_FORMAT, day, entry->voucher_id);
  (void) gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "(ss)", "vouchers", detail);
}

static void
sheaf_account_register_finalize (GObject *object)
{
  g_free (SHEAF_ACCOUNT_REGISTER (object)->code);
  G_OBJECT_CLASS (sheaf_account_register_parent_class)->finalize (object);
}

static void
sheaf_account_register_class_init (SheafAccountRegisterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sheaf_account_register_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/ledger/account-register.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafAccountRegister, title);
  gtk_widget_class_bind_template_child (widget_class, SheafAccountRegister, opening);
  gtk_widget_class_bind_template_child (widget_class, SheafAccountRegister, view);
  gtk_widget_class_bind_template_child (widget_class, SheafAccountRegister, foot);
}

static void
sheaf_account_register_init (SheafAccountRegister *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (NULL);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  sheaf_columns_add (self->view, columns, G_N_ELEMENTS (columns));
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activated_cb), self);
}

void
sheaf_account_register_show (SheafAccountRegister *self,
                             SheafPage            *page,
                             const char           *code)
{
  SheafSession *session = sheaf_page_get_session (page);
  Reading      *asked = g_new0 (Reading, 1);

  g_return_if_fail (SHEAF_IS_ACCOUNT_REGISTER (self));

  asked->code = g_strdup (code);
  asked->year = sheaf_session_get_year (session);
  g_free (self->code);
  self->code = g_strdup (code);
  sheaf_jobs_read (sheaf_session_get_jobs (session), read_job, asked, (GDestroyNotify) free_reading,
                   (GDestroyNotify) free_reading, page, NULL, read_cb, g_object_ref (self));
}
