/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One account ticked takes the whole; with several, at most one may leave its amount out. */
#include "app/carry-question.h"

#include "app/format.h"
#include "app/widgets/amount-entry.h"
#include "base/i18n.h"
#include "base/language.h"

struct _SheafCarryQuestion
{
  AdwPreferencesGroup parent_instance;
  SheafMapBalance    *balance;
  GPtrArray          *checks;  /* of GtkCheckButton, in the order of the targets */
  GPtrArray          *entries; /* of SheafAmountEntry */
};

G_DEFINE_FINAL_TYPE (SheafCarryQuestion, sheaf_carry_question, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_ticked (const SheafCarryQuestion *question,
           guint                     target)
{
  return gtk_check_button_get_active (g_ptr_array_index (question->checks, target));
}

/* An amount is asked only where the balance is divided. */
static void
ticked_cb (SheafCarryQuestion *question)
{
  guint n = 0;

  for (guint i = 0; i < question->checks->len; i++)
    n += is_ticked (question, i);
  for (guint i = 0; i < question->entries->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (question->entries, i),
                            n > 1 && is_ticked (question, i));
}

static void
add_target (SheafCarryQuestion *question,
            const SheafChart   *chart,
            const char         *code)
{
  const SheafAccount *account = sheaf_chart_by_code (chart, code);
  GtkWidget          *row = adw_action_row_new ();
  GtkWidget          *check = gtk_check_button_new ();
  GtkWidget          *entry = sheaf_amount_entry_new ();
  g_autofree char    *name = g_markup_escape_text (
         sheaf_account_name (account, sheaf_language_current ()), -1);
  g_autofree char *title = g_strdup_printf ("%s  %s", code, name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (entry, FALSE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("the rest"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (ticked_cb), question);
  g_ptr_array_add (question->checks, check);
  g_ptr_array_add (question->entries, entry);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (question), row);
}

static char *
make_title (const SheafMapBalance *balance)
{
  g_autoptr (GString) title = g_string_new (balance->account);

  g_string_append_printf (title, " %s", balance->account_name);
  if (*balance->party_name != '\0')
    g_string_append_printf (title, " · %s", balance->party_name);
  if (*balance->item != '\0')
    g_string_append_printf (title, " · %s", balance->item);
  return g_markup_escape_text (title->str, -1);
}

/* The amount stands here, as a title is cut where it is long. */
static char *
make_description (const SheafMapBalance *balance)
{
  gboolean         credit = balance->amount.units < 0;
  g_autofree char *amount = sheaf_format_figure (credit ? sheaf_money_neg (balance->amount)
                                                        : balance->amount);
  g_autofree char *side = g_strdup_printf (credit ? _ ("credit %s") : _ ("debit %s"), amount);
  g_autofree char *text = g_strdup_printf ("%s. %s", side, balance->question);

  return g_markup_escape_text (text, -1);
}

static void
sheaf_carry_question_finalize (GObject *object)
{
  SheafCarryQuestion *question = SHEAF_CARRY_QUESTION (object);

  g_ptr_array_unref (question->checks);
  g_ptr_array_unref (question->entries);
  G_OBJECT_CLASS (sheaf_carry_question_parent_class)->finalize (object);
}

static void
sheaf_carry_question_class_init (SheafCarryQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sheaf_carry_question_finalize;
}

static void
sheaf_carry_question_init (SheafCarryQuestion *question)
{
  question->checks = g_ptr_array_new ();
  question->entries = g_ptr_array_new ();
}

GtkWidget *
sheaf_carry_question_new (const SheafOpeningMap *map,
                          SheafMapBalance       *balance)
{
  SheafCarryQuestion *question = g_object_new (SHEAF_TYPE_CARRY_QUESTION, NULL);
  const SheafChart   *chart = sheaf_chart_get (map->target, NULL); /* loaded with the map */
  g_autofree char    *title = make_title (balance);
  g_autofree char    *text = make_description (balance);

  question->balance = balance;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (question), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (question), text);
  for (guint i = 0; balance->targets[i] != NULL; i++)
    add_target (question, chart, balance->targets[i]);
  return GTK_WIDGET (question);
}

void
sheaf_carry_question_answer (SheafCarryQuestion *question,
                             SheafOpeningMap    *map,
                             SheafProblems      *problems)
{
  SheafMapBalance *balance = question->balance;
  guint            n = 0;

  sheaf_map_balance_clear (balance);
  for (guint i = 0; i < question->checks->len; i++)
    n += is_ticked (question, i);
  for (guint i = 0; i < question->checks->len; i++)
    {
      SheafMoney amount = SHEAF_MONEY_ZERO;
      g_autoptr (GError) error = NULL;

      if (!is_ticked (question, i))
        continue;
      if (n > 1 && !sheaf_amount_entry_get (g_ptr_array_index (question->entries, i), &amount,
                                            &error))
        sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, balance->targets[i], "%s",
                            error->message);
      else
        sheaf_opening_map_decide (map, balance->account, balance->party, balance->item,
                                  balance->targets[i], amount, NULL, 0, problems);
    }
}

void
sheaf_carry_question_choose (SheafCarryQuestion *question,
                             guint               target,
                             const char         *amount)
{
  gtk_check_button_set_active (g_ptr_array_index (question->checks, target), TRUE);
  gtk_editable_set_text (g_ptr_array_index (question->entries, target), amount);
}
