/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cash and bank will hold after the voucher, while it is typed. */
#include "app/ledger/voucher-form-private.h"

#include "app/format.h"
#include "app/ledger/account-traits.h"
#include "base/i18n.h"
#include "ledger/money.h"

#define ASK_AFTER_MS 300

typedef struct
{
  gint64     account_id;
  char      *code;
  SheafMoney change; /* by the voucher */
  SheafMoney after;  /* at the end of its day */
  SheafMoney lowest; /* of later days */
  SheafDate  lowest_day;
} Account;

typedef struct
{
  SheafDate  on;
  GPtrArray *accounts; /* of Account */
} Question;

typedef struct
{
  SheafVoucherForm *form;
  guint             turn;
} Turn;

static void
free_account (Account *account)
{
  g_free (account->code);
  g_free (account);
}

static void
free_question (Question *question)
{
  g_ptr_array_unref (question->accounts);
  g_free (question);
}

static Account *
copy_account (gconstpointer from,
              gpointer      user_data)
{
  Account *copy = g_memdup2 (from, sizeof *copy);

  (void) user_data;
  copy->code = g_strdup (copy->code);
  return copy;
}

static gpointer
money_job (gpointer connection,
           gpointer data,
           GError **error)
{
  const Question *question = data;
  g_autoptr (GPtrArray)
      accounts = g_ptr_array_copy (question->accounts, (GCopyFunc) copy_account, NULL);

  g_ptr_array_set_free_func (accounts, (GDestroyNotify) free_account);
  for (guint i = 0; i < accounts->len; i++)
    {
      Account *account = g_ptr_array_index (accounts, i);

      if (!sheaf_money_on_day (connection, account->account_id, question->on, &account->after,
                               &account->lowest, &account->lowest_day, error))
        return NULL;
      account->after = sheaf_money_add (account->after, account->change);
      account->lowest = sheaf_money_add (account->lowest, account->change);
    }
  return g_steal_pointer (&accounts);
}

static void
append_account (GString       *text,
                const Account *account,
                gboolean      *below)
{
  g_autofree char *after = sheaf_format_figure (account->after);
  g_autofree char *later = NULL;
  g_autofree char *day = NULL;

  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append_printf (text, _ ("%s after this: %s"), account->code, after);
  if (account->after.units < 0)
    {
      g_string_append_printf (text, " ⚠ %s", _ ("below zero"));
      *below = TRUE;
    }
  else if (!sheaf_date_is_none (account->lowest_day) && account->lowest.units < 0)
    {
      later = sheaf_format_figure (account->lowest);
      day = sheaf_format_date (account->lowest_day);
      g_string_append_printf (text, " ⚠ ");
      g_string_append_printf (text, _ ("below zero on %s: %s"), day, later);
      *below = TRUE;
    }
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Turn *turn = user_data;
  g_autoptr (SheafVoucherForm) form = turn->form;
  g_autoptr (GPtrArray) accounts = sheaf_jobs_finish (result, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean below = FALSE;

  (void) source;
  if (accounts == NULL || turn->turn != form->money_turn || !form->typing)
    return;
  for (guint i = 0; i < accounts->len; i++)
    append_account (text, g_ptr_array_index (accounts, i), &below);
  gtk_label_set_text (form->money_label, text->str);
  gtk_widget_set_tooltip_text (GTK_WIDGET (form->money_label), text->str);
  gtk_widget_set_visible (GTK_WIDGET (form->money_label), text->len > 0);
  if (below)
    gtk_widget_add_css_class (GTK_WIDGET (form->money_label), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (form->money_label), "warning");
}

static void
note_change (GPtrArray    *accounts,
             SheafChoices *choices,
             const char   *code,
             SheafMoney    change)
{
  const SheafChoice *choice = *code != '\0' ? sheaf_choices_find_code (choices, code) : NULL;
  Account           *account;

  if (choice == NULL || (choice->traits & SHEAF_TRAIT_MONEY) == 0)
    return;
  for (guint i = 0; i < accounts->len; i++)
    {
      account = g_ptr_array_index (accounts, i);
      if (account->account_id == choice->id)
        {
          account->change = sheaf_money_add (account->change, change);
          return;
        }
    }
  account = g_new0 (Account, 1);
  account->account_id = choice->id;
  account->code = g_strdup (choice->code);
  account->change = change;
  g_ptr_array_add (accounts, account);
}

static Question *
read_question (SheafVoucherForm *form)
{
  g_autoptr (SheafDraft) draft = sheaf_voucher_form_read (form);
  SheafChoices *choices = sheaf_session_get_accounts (sheaf_page_get_session (form->page));
  Question     *question = g_new0 (Question, 1);

  question->accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_account);
  if (!sheaf_date_entry_get (form->date_entry, &question->on, NULL))
    return question;
  for (guint i = 0; i < draft->rows->len; i++)
    {
      const SheafDraftRow *row = g_ptr_array_index (draft->rows, i);
      char                *end = NULL;
      gint64               units = g_ascii_strtoll (row->cells[SHEAF_DRAFT_AMOUNT], &end, 10);

      if (*end != '\0' || units > SHEAF_MONEY_MAX / 1000)
        continue;
      note_change (question->accounts, choices, row->cells[SHEAF_DRAFT_DEBIT],
                   SHEAF_MONEY (units));
      note_change (question->accounts, choices, row->cells[SHEAF_DRAFT_CREDIT],
                   SHEAF_MONEY (-units));
    }
  return question;
}

static gboolean
ask_cb (gpointer user_data)
{
  SheafVoucherForm *form = user_data;
  SheafJobs        *jobs = sheaf_session_get_jobs (sheaf_page_get_session (form->page));
  Question         *question = read_question (form);
  Turn             *turn;

  form->money_timer = 0;
  if (question->accounts->len == 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (form->money_label), FALSE);
      free_question (question);
      return G_SOURCE_REMOVE;
    }
  turn = g_new (Turn, 1);
  *turn = (Turn){ .form = g_object_ref (form), .turn = form->money_turn };
  sheaf_jobs_read (jobs, money_job, question, (GDestroyNotify) free_question,
                   (GDestroyNotify) g_ptr_array_unref, form->page, NULL, answered_cb, turn);
  return G_SOURCE_REMOVE;
}

void
sheaf_voucher_form_update_money (SheafVoucherForm *form)
{
  g_clear_handle_id (&form->money_timer, g_source_remove);
  form->money_turn++;
  if (form->page != NULL && form->typing)
    form->money_timer = g_timeout_add (ASK_AFTER_MS, ask_cb, form);
}
