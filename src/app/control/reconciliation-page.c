/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of all statements, and one of them at work. */
#include "app/control/reconciliation-page.h"

#include "app/act-dialog.h"
#include "app/control/reconciliation-words.h"
#include "app/control/tick-list.h"
#include "app/format.h"
#include "app/messages.h"
#include "app/shortcuts.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/date-entry.h"
#include "base/i18n.h"

struct _SheafReconciliationPage
{
  SheafPage       parent_instance;
  GPtrArray      *statements; /* of SheafBankStatement */
  SheafBankSheet *sheet;      /* at work; NULL: the list is shown */
  gint64          wanted;     /* id of the sheet to be shown; 0: none */

  GtkStack        *stack;
  GtkListBox      *list;
  SheafCodePicker *account_picker;
  SheafCodePicker *item_picker;
  GtkEditable     *currency_entry;
  SheafDateEntry  *day_entry;
  GtkEditable     *balance_entry;
  GtkLabel        *title;
  GtkLabel        *booked;
  GtkLabel        *balance;
  GtkLabel        *difference;
  GtkLabel        *changed;
  SheafTickList   *ticks;
};

G_DEFINE_FINAL_TYPE (SheafReconciliationPage, sheaf_reconciliation_page, SHEAF_TYPE_PAGE)

static gboolean
has_changes (SheafReconciliationPage *page)
{
  g_autoptr (GPtrArray) ticked = sheaf_tick_list_changes (page->ticks, TRUE);
  g_autoptr (GPtrArray) unticked = sheaf_tick_list_changes (page->ticks, FALSE);

  return ticked->len + unticked->len > 0;
}

/* The difference as it is now, in words. */
static void
show_difference (SheafReconciliationPage *page)
{
  const SheafReconciliation *one = page->sheet->statement->one;
  gint64                     difference = sheaf_tick_list_difference (page->ticks);
  g_autofree char           *text = sheaf_bank_words_difference (one, difference);
  GtkWidget                 *widget = GTK_WIDGET (page);

  gtk_label_set_text (page->difference, text);
  gtk_widget_action_set_enabled (widget, "bank.save", !one->finished && has_changes (page));
  gtk_widget_action_set_enabled (widget, "bank.finish", !one->finished);
  gtk_widget_action_set_enabled (widget, "bank.reopen", one->finished);
  gtk_widget_action_set_enabled (widget, "bank.tick", !one->finished);
}

static void
show_sheet (SheafReconciliationPage *page)
{
  const SheafBankStatement  *statement = page->sheet->statement;
  const SheafReconciliation *one = statement->one;
  g_autofree char           *day = sheaf_format_date (statement->one->date);
  g_autofree char           *booked = sheaf_bank_words_units (one, one->booked);
  g_autofree char           *balance = sheaf_bank_words_units (one, one->balance);
  g_autofree char           *title = g_strdup_printf ("%s · %s", statement->title, day);
  g_autofree char           *in_books = g_strdup_printf (_ ("in the books %s"), booked);
  g_autofree char           *at_bank = g_strdup_printf (_ ("at the bank %s"), balance);

  gtk_label_set_text (page->title, title);
  gtk_label_set_text (page->booked, in_books);
  gtk_label_set_text (page->balance, at_bank);
  gtk_widget_set_visible (GTK_WIDGET (page->changed),
                          statement->one->finished);
  gtk_label_set_text (page->changed,
                      statement->changed
                          ? _ ("Finished, but rows of these days were written or taken back since")
                          : _ ("Finished"));
  sheaf_tick_list_show (page->ticks, page->sheet);
  show_difference (page);
  gtk_stack_set_visible_child_name (page->stack, "sheet");
  (void) gtk_widget_grab_focus (GTK_WIDGET (page->ticks));
}

static void
drop_sheet (SheafReconciliationPage *page)
{
  sheaf_tick_list_show (page->ticks, NULL);
  g_clear_pointer (&page->sheet, sheaf_bank_sheet_free);
}

static void
sheet_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafReconciliationPage *page = SHEAF_RECONCILIATION_PAGE (source);
  SheafBankSheet          *sheet = sheaf_page_take (SHEAF_PAGE (page), result);

  (void) user_data;
  if (sheet == NULL)
    return;
  /* A row that was ticked while the sheet was read again is the person's work too. */
  if (page->ticks == NULL || sheet->statement->one->id != page->wanted ||
      (page->sheet != NULL && page->sheet->statement->one->id == page->wanted &&
       has_changes (page)))
    {
      sheaf_bank_sheet_free (sheet);
      return;
    }
  drop_sheet (page);
  page->sheet = sheet;
  show_sheet (page);
}

static void
read_sheet (SheafReconciliationPage *page)
{
  sheaf_page_read (SHEAF_PAGE (page), sheaf_bank_sheet_job,
                   g_memdup2 (&page->wanted, sizeof page->wanted), g_free,
                   (GDestroyNotify) sheaf_bank_sheet_free, sheet_cb);
}

static void
only_account_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  SheafReconciliationPage *page = SHEAF_RECONCILIATION_PAGE (source);
  g_autofree char         *code = sheaf_page_take (SHEAF_PAGE (page), result);

  (void) user_data;
  if (code != NULL && page->ticks != NULL &&
      *gtk_editable_get_text (GTK_EDITABLE (page->account_picker)) == '\0')
    sheaf_code_picker_set (page->account_picker, code);
}

/* The bank account of the latest statement is proposed for the next one, the only one that is used
 * for the first; never over what was typed. */
static void
propose_account (SheafReconciliationPage *page)
{
  const SheafBankStatement *latest = page->statements->len > 0 ? page->statements->pdata[0] : NULL;
  const char               *typed = gtk_editable_get_text (GTK_EDITABLE (page->account_picker));
  SheafSession             *session = sheaf_page_get_session (SHEAF_PAGE (page));
  int                       year = sheaf_session_get_year (session);
  g_auto (GStrv) words = NULL;

  if (*typed != '\0')
    return;
  if (latest == NULL)
    {
      sheaf_page_read (SHEAF_PAGE (page), sheaf_bank_only_account_job,
                       g_memdup2 (&year, sizeof year), g_free, g_free, only_account_cb);
      return;
    }
  words = g_strsplit (latest->title, " ", 2); /* the title begins with the code */
  sheaf_code_picker_set (page->account_picker, words[0]);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SheafReconciliationPage *page = SHEAF_RECONCILIATION_PAGE (source);
  GPtrArray               *statements = sheaf_page_take (SHEAF_PAGE (page), result);
  GtkListBoxRow           *row;

  (void) user_data;
  if (statements == NULL)
    return;
  if (page->ticks == NULL)
    {
      g_ptr_array_unref (statements);
      return;
    }
  g_clear_pointer (&page->statements, g_ptr_array_unref);
  page->statements = statements;
  while ((row = gtk_list_box_get_row_at_index (page->list, 0)) != NULL)
    gtk_list_box_remove (page->list, GTK_WIDGET (row));
  for (guint i = 0; i < statements->len; i++)
    gtk_list_box_append (page->list, sheaf_bank_words_row (statements->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (page->list), statements->len > 0);
  propose_account (page);
}

static void
sheaf_reconciliation_page_reload (SheafPage *base)
{
  SheafReconciliationPage *page = SHEAF_RECONCILIATION_PAGE (base);
  SheafSession            *session = sheaf_page_get_session (base);

  sheaf_code_picker_set_choices (page->account_picker, sheaf_session_get_accounts (session));
  sheaf_code_picker_set_choices (page->item_picker, sheaf_session_get_items (session));
  sheaf_page_read (base, sheaf_bank_list_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                   listed_cb);
  /* What is ticked and not saved is the person's work: it stays. */
  if (page->wanted != 0 && page->sheet != NULL && !has_changes (page))
    read_sheet (page);
}

static void
acted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafReconciliationPage *page = SHEAF_RECONCILIATION_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = sheaf_jobs_finish (result, &error);

  (void) user_data;
  if (page->ticks == NULL || sheaf_page_get_session (SHEAF_PAGE (page)) == NULL)
    return;
  if (id == NULL)
    {
      sheaf_messages_show_error (GTK_WIDGET (page), _ ("That was refused"), error);
      return;
    }
  drop_sheet (page);
  page->wanted = *id;
  read_sheet (page);
  sheaf_session_changed (sheaf_page_get_session (SHEAF_PAGE (page)));
}

/* Takes the act. */
static void
run_act (SheafReconciliationPage *page,
         SheafBankAct            *act)
{
  sheaf_jobs_write (sheaf_session_get_jobs (sheaf_page_get_session (SHEAF_PAGE (page))),
                    sheaf_bank_act_job, act, (GDestroyNotify) sheaf_bank_act_free, g_free, page,
                    NULL, acted_cb, NULL);
}

static SheafBankAct *
make_act (SheafReconciliationPage *page,
          SheafBankActKind         kind)
{
  SheafBankAct *act = g_new0 (SheafBankAct, 1);

  act->kind = kind;
  act->id = page->wanted;
  return act;
}

static char *
take_text (GtkEditable *entry)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (*text != '\0')
    return text;
  g_free (text);
  return NULL;
}

static void
begin_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SheafReconciliationPage *page = SHEAF_RECONCILIATION_PAGE (widget);
  const char              *account = "";
  const char              *item = "";
  SheafDate                day;
  SheafBankAct            *act;

  (void) action;
  (void) parameter;
  /* The entries themselves say what they cannot read. */
  if (!sheaf_code_picker_get (page->account_picker, &account, NULL) || *account == '\0' ||
      !sheaf_code_picker_get (page->item_picker, &item, NULL) ||
      !sheaf_date_entry_get (page->day_entry, &day, NULL))
    {
      (void) gtk_widget_grab_focus (GTK_WIDGET (page->account_picker));
      return;
    }
  act = make_act (page, SHEAF_BANK_BEGIN);
  act->account = g_strdup (account);
  act->item = *item != '\0' ? g_strdup (item) : NULL;
  act->currency = take_text (page->currency_entry);
  act->date = day;
  act->balance = g_strdup (gtk_editable_get_text (page->balance_entry));
  run_act (page, act);
}

static void
tick_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  (void) action;
  (void) parameter;
  sheaf_tick_list_toggle (SHEAF_RECONCILIATION_PAGE (widget)->ticks);
}

/* The ticks made since the sheet was read, in one act. */
static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SheafReconciliationPage *page = SHEAF_RECONCILIATION_PAGE (widget);
  SheafBankAct            *act;

  (void) action;
  (void) parameter;
  if (page->sheet == NULL || !has_changes (page))
    return;
  act = make_act (page, SHEAF_BANK_TICK);
  act->ticked = sheaf_tick_list_changes (page->ticks, TRUE);
  act->unticked = sheaf_tick_list_changes (page->ticks, FALSE);
  run_act (page, act);
}

static void
answered_cb (SheafActDialog          *dialog,
             const char              *response,
             SheafReconciliationPage *page)
{
  SheafBankAct *act;

  if (g_strcmp0 (response, "accept") != 0 || page->sheet == NULL)
    return;
  act = make_act (page,
                  page->sheet->statement->one->finished ? SHEAF_BANK_REOPEN : SHEAF_BANK_FINISH);
  act->text = g_strdup (sheaf_act_dialog_get_text (dialog));
  run_act (page, act);
}

static void
ask (SheafReconciliationPage *page,
     const SheafActQuestion  *question)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  GtkWidget *dialog = sheaf_act_dialog_new (window, question);

  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), page, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Ticks first: finishing judges what is saved. */
static void
finish_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SheafReconciliationPage *page = SHEAF_RECONCILIATION_PAGE (widget);
  SheafActQuestion         question = { .heading = _ ("Keep the statement open?"),
                                        .accept = _ ("_Keep Open"),
                                        .date = SHEAF_DATE_NONE,
                                        .text_label = _ ("_Note") };

  question.body = _ ("What is ticked and the statement differ. The note says why it is kept open; "
                     "finish it when they agree.");

  if (page->sheet == NULL)
    return;
  save_action (widget, action, parameter);
  if (sheaf_tick_list_difference (page->ticks) != 0)
    ask (page, &question);
  else
    run_act (page, make_act (page, SHEAF_BANK_FINISH));
}

static void
reopen_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  const SheafActQuestion question = { .heading = _ ("Open the statement again?"),
                                      .body = _ ("Its ticks stay and can be changed."),
                                      .accept = _ ("_Open Again"),
                                      .destructive = TRUE,
                                      .date = SHEAF_DATE_NONE,
                                      .text_label = _ ("_Reason") };

  (void) action;
  (void) parameter;
  ask (SHEAF_RECONCILIATION_PAGE (widget), &question);
}

static void
row_activated_cb (SheafReconciliationPage *page,
                  GtkListBoxRow           *row)
{
  guint                     index = (guint) gtk_list_box_row_get_index (row);
  const SheafBankStatement *statement = page->statements->pdata[index];
  g_autofree char          *id = g_strdup_printf ("%" G_GINT64_FORMAT, statement->one->id);

  (void) gtk_widget_activate_action (GTK_WIDGET (page), "win.go", "(ss)", "reconciliation", id);
}

static void
sheaf_reconciliation_page_show_detail (SheafPage  *base,
                                       const char *detail)
{
  SheafReconciliationPage *page = SHEAF_RECONCILIATION_PAGE (base);

  page->wanted = g_ascii_strtoll (detail, NULL, 10);
  read_sheet (page);
}

/* Reached without a statement: the list, and the entries for a new one. */
static void
sheaf_reconciliation_page_focus (SheafPage *base)
{
  SheafReconciliationPage *page = SHEAF_RECONCILIATION_PAGE (base);

  gtk_stack_set_visible_child_name (page->stack, "list");
  (void) gtk_widget_grab_focus (GTK_WIDGET (page->account_picker));
}

static void
sheaf_reconciliation_page_dispose (GObject *object)
{
  SheafReconciliationPage *page = SHEAF_RECONCILIATION_PAGE (object);

  if (page->ticks != NULL)
    drop_sheet (page);
  page->ticks = NULL;
  g_clear_pointer (&page->statements, g_ptr_array_unref);
  G_OBJECT_CLASS (sheaf_reconciliation_page_parent_class)->dispose (object);
}

static void
bind_parts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SheafReconciliationPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SheafReconciliationPage, list);
  gtk_widget_class_bind_template_child (widget_class, SheafReconciliationPage, account_picker);
  gtk_widget_class_bind_template_child (widget_class, SheafReconciliationPage, item_picker);
  gtk_widget_class_bind_template_child (widget_class, SheafReconciliationPage, currency_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafReconciliationPage, day_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafReconciliationPage, balance_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafReconciliationPage, title);
  gtk_widget_class_bind_template_child (widget_class, SheafReconciliationPage, booked);
  gtk_widget_class_bind_template_child (widget_class, SheafReconciliationPage, balance);
  gtk_widget_class_bind_template_child (widget_class, SheafReconciliationPage, difference);
  gtk_widget_class_bind_template_child (widget_class, SheafReconciliationPage, changed);
  gtk_widget_class_bind_template_child (widget_class, SheafReconciliationPage, ticks);
}

static void
sheaf_reconciliation_page_class_init (SheafReconciliationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SheafPageClass *page_class = SHEAF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_reconciliation_page_dispose;
  page_class->reload = sheaf_reconciliation_page_reload;
  page_class->show_detail = sheaf_reconciliation_page_show_detail;
  page_class->focus = sheaf_reconciliation_page_focus;
  g_type_ensure (SHEAF_TYPE_CODE_PICKER);
  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  g_type_ensure (SHEAF_TYPE_TICK_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/coop/sheaf/Sheaf/ui/control/reconciliation-page.ui");
  bind_parts (widget_class);
  sheaf_shortcuts_bind (widget_class, "bank.");
  gtk_widget_class_install_action (widget_class, "bank.begin", NULL, begin_action);
  gtk_widget_class_install_action (widget_class, "bank.tick", NULL, tick_action);
  gtk_widget_class_install_action (widget_class, "bank.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "bank.finish", NULL, finish_action);
  gtk_widget_class_install_action (widget_class, "bank.reopen", NULL, reopen_action);
}

static void
sheaf_reconciliation_page_init (SheafReconciliationPage *page)
{
  static const char *const actions[] = { "bank.tick", "bank.save", "bank.finish", "bank.reopen" };

  gtk_widget_init_template (GTK_WIDGET (page));
  sheaf_code_picker_set_missing (
      page->account_picker, N_ ("There is no account “%s”: type part of its name to find it."));
  sheaf_code_picker_set_missing (page->item_picker,
                                 N_ ("There is no item “%s”: type part of the name to find it."));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (page), actions[i], FALSE);
  g_signal_connect_swapped (page->ticks, "changed", G_CALLBACK (show_difference), page);
  g_signal_connect_swapped (page->list, "row-activated", G_CALLBACK (row_activated_cb), page);
}
