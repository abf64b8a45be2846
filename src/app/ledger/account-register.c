/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head and the foot are read first; the entries of the year come page by page, each with the
 * balance after it. */
#include "app/ledger/account-register.h"

#include "app/format.h"
#include "app/messages.h"
#include "app/models/list-row.h"
#include "app/models/paged-list.h"
#include "app/widgets/columns.h"
#include "base/i18n.h"
#include "base/language.h"
#include "ledger/chart.h"
#include "ledger/register.h"
#include "ledger/totals.h"

struct _SheafAccountRegister
{
  AdwBin              parent_instance;
  GtkSingleSelection *selection;
  SheafPagedList     *entries;
  char               *code; /* shown, or being read */
  SheafMoney          debit;
  SheafMoney          credit;
  GtkLabel           *title;
  GtkLabel           *opening;
  GtkColumnView      *view;
  GtkLabel           *foot;
};

G_DEFINE_FINAL_TYPE (SheafAccountRegister, sheaf_account_register, ADW_TYPE_BIN)

/* What is asked, then what was found. */
typedef struct
{
  char      *code;
  int        year;
  gint64     account_id;
  SheafDate  from;
  SheafDate  to;
  char      *name;
  SheafMoney opening;
  SheafMoney debit;
  SheafMoney credit;
} Reading;

/* Which entries are listed: the query of the paged list. */
typedef struct
{
  gint64    account_id;
  SheafDate from;
  SheafDate to;
} Listed;

static void
free_reading (Reading *reading)
{
  if (reading == NULL)
    return;
  g_free (reading->code);
  g_free (reading->name);
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
read_sums (SheafBook          *book,
           const SheafChart   *chart,
           const SheafAccount *account,
           Reading            *reading,
           GError            **error)
{
  g_autoptr (SheafTotals)
      totals = sheaf_totals_load_pairs (book, reading->from, reading->to, error);

  if (totals == NULL)
    return FALSE;
  for (guint i = 0; i < totals->pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (totals->pairs, SheafPairTotal, i);

      if (is_inside (chart, account, pair->debit_id))
        {
          reading->opening = sheaf_money_add (reading->opening, pair->before);
          reading->debit = sheaf_money_add (reading->debit, pair->period);
        }
      if (is_inside (chart, account, pair->credit_id))
        {
          reading->opening = sheaf_money_sub (reading->opening, pair->before);
          reading->credit = sheaf_money_add (reading->credit, pair->period);
        }
    }
  return TRUE;
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
  reading->account_id = account->id;
  reading->from = sheaf_book_year_start (connection, asked->year);
  reading->to = sheaf_book_year_end (connection, asked->year);
  reading->name = g_strdup (sheaf_account_name (account, sheaf_language_current ()));
  if (read_sums (connection, chart, account, reading, error))
    return reading;
  free_reading (reading);
  return NULL;
}

static SheafPageIndex *
index_entries (gpointer connection,
               gpointer query,
               GError **error)
{
  const Listed *listed = query;

  return sheaf_register_index (connection, listed->account_id, listed->from, listed->to,
                               SHEAF_PAGE_ROWS, error);
}

static GPtrArray *
load_entries (gpointer     connection,
              gpointer     query,
              SheafPageKey from,
              GError     **error)
{
  const Listed *listed = query;

  return sheaf_register_page (connection, listed->account_id, from.day, from.id, listed->to,
                              SHEAF_PAGE_ROWS, error);
}

/* No entry is looked for by its key. */
static SheafPageKey
key_of_entry (gconstpointer record)
{
  const SheafRegisterEntry *entry = record;

  return (SheafPageKey){ .day = entry->date, .id = entry->id };
}

static const SheafPagedSource source = { index_entries, load_entries, key_of_entry };

static char *
format_date (gconstpointer record)
{
  return sheaf_format_date (((const SheafRegisterEntry *) record)->date);
}

static char *
format_number (gconstpointer record)
{
  return g_strdup (((const SheafRegisterEntry *) record)->number);
}

static char *
format_description (gconstpointer record)
{
  return g_strdup (((const SheafRegisterEntry *) record)->description);
}

static char *
format_across (gconstpointer record)
{
  return g_strdup (((const SheafRegisterEntry *) record)->across);
}

static char *
format_party (gconstpointer record)
{
  return g_strdup (((const SheafRegisterEntry *) record)->party);
}

static char *
format_debit (gconstpointer record)
{
  return sheaf_format_money (((const SheafRegisterEntry *) record)->debit);
}

static char *
format_credit (gconstpointer record)
{
  return sheaf_format_money (((const SheafRegisterEntry *) record)->credit);
}

static char *
format_balance (gconstpointer record)
{
  return sheaf_format_side (((const SheafRegisterEntry *) record)->balance);
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

/* The last entries are what people come for. */
static void
ready_cb (SheafPagedList       *entries,
          guint                 position,
          SheafAccountRegister *self)
{
  guint            n_rows = g_list_model_get_n_items (G_LIST_MODEL (entries));
  g_autofree char *debit = sheaf_format_figure (self->debit);
  g_autofree char *credit = sheaf_format_figure (self->credit);
  g_autofree char *foot =
      g_strdup_printf (_ ("%u entries · debit %s · credit %s (₫)"), n_rows, debit, credit);

  (void) position;
  gtk_label_set_text (self->foot, foot);
  if (n_rows > 0)
    sheaf_columns_scroll_to (self->view, n_rows - 1, TRUE);
}

static void
failed_cb (SheafPagedList       *entries,
           const GError         *error,
           SheafAccountRegister *self)
{
  (void) entries;
  sheaf_messages_show_error (GTK_WIDGET (self), _ ("The account could not be read"), error);
}

static void
read_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SheafAccountRegister) self = user_data;
  Reading         *reading = sheaf_page_take (SHEAF_PAGE (source_object), result);
  g_autofree char *title = NULL;
  g_autofree char *figure = NULL;
  g_autofree char *opening = NULL;
  Listed          *listed;

  if (reading == NULL || g_strcmp0 (reading->code, self->code) != 0)
    {
      free_reading (reading);
      return;
    }
  title = g_strdup_printf ("%s  %s", reading->code, reading->name);
  figure = sheaf_format_side (reading->opening);
  opening = g_strdup_printf (_ ("Opening %s"), figure);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->opening, opening);
  self->debit = reading->debit;
  self->credit = reading->credit;
  listed = g_atomic_rc_box_new0 (Listed);
  listed->account_id = reading->account_id;
  listed->from = reading->from;
  listed->to = reading->to;
  sheaf_paged_list_set_query (self->entries, listed, NULL, NULL);
  free_reading (reading);
}

static void
activated_cb (SheafAccountRegister *self)
{
  SheafListRow    *row = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *day = NULL;
  g_autofree char *detail = NULL;

  const SheafRegisterEntry *entry = row != NULL ? sheaf_list_row_get_record (row) : NULL;

  if (entry == NULL)
    return;
  day = sheaf_date_to_text (entry->date);
  detail = g_strdup_printf ("%s %" G_GINT64_FORMAT, day, entry->voucher_id);
  (void) gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "(ss)", "vouchers", detail);
}

static void
sheaf_account_register_dispose (GObject *object)
{
  g_clear_object (&SHEAF_ACCOUNT_REGISTER (object)->entries);
  G_OBJECT_CLASS (sheaf_account_register_parent_class)->dispose (object);
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

  G_OBJECT_CLASS (klass)->dispose = sheaf_account_register_dispose;
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

  if (self->entries == NULL)
    {
      self->entries = sheaf_paged_list_new (sheaf_session_get_jobs (session), &source);
      g_signal_connect_object (self->entries, "ready", G_CALLBACK (ready_cb), self, 0);
      g_signal_connect_object (self->entries, "failed", G_CALLBACK (failed_cb), self, 0);
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->entries));
    }
  asked->code = g_strdup (code);
  asked->year = sheaf_session_get_year (session);
  g_free (self->code);
  self->code = g_strdup (code);
  sheaf_jobs_read (sheaf_session_get_jobs (session), read_job, asked, (GDestroyNotify) free_reading,
                   (GDestroyNotify) free_reading, page, NULL, read_cb, g_object_ref (self));
}
