/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows follow the core's table of preferences: one that has no title here shows what the table says
 * of it. What was changed is set in one act. */
#include "app/book-settings-dialog.h"

#include "app/amount-text.h"
#include "app/format.h"
#include "app/messages.h"
#include "app/newer-data.h"
#include "app/widgets/problem-list.h"
#include "base/i18n.h"
#include "base/language.h"
#include "base/text.h"
#include "book/act.h"
#include "ledger/preference.h"

struct _SheafBookSettingsDialog
{
  AdwWindow            parent_instance;
  SheafPage           *page;
  GHashTable          *values; /* key to value, as the book has them; NULL until they are read */
  GHashTable          *rows;   /* key to row; the rows belong to the groups */
  SheafProblemList    *problems;
  GtkStack            *stack;
  AdwPreferencesGroup *posting_group;
  AdwPreferencesGroup *coop_group;
  AdwPreferencesGroup *officers_group;
  AdwPreferencesGroup *capital_group;
  SheafNewerData      *newer_data;
};

G_DEFINE_FINAL_TYPE (SheafBookSettingsDialog, sheaf_book_settings_dialog, ADW_TYPE_WINDOW)

typedef enum
{
  GROUP_COOP,
  GROUP_OFFICERS,
  GROUP_CAPITAL,
  GROUP_POSTING,
} Group;

static const struct
{
  const char *key;
  const char *title;
  Group       group;
} titles[] = {
  { "money-below-zero", N_ ("Cash or bank below zero at a day’s end"), GROUP_POSTING },
  { "amount-limit", N_ ("Largest amount of a row (₫; empty: no limit)"), GROUP_POSTING },
  { "attachment-limit", N_ ("Largest attached file (MB)"), GROUP_POSTING },
  { "name", N_ ("Name of the co-op"), GROUP_COOP },
  { "address", N_ ("Address"), GROUP_COOP },
  { "province", N_ ("Province"), GROUP_COOP },
  { "tax-code", N_ ("Tax code"), GROUP_COOP },
  { "phone", N_ ("Telephone"), GROUP_COOP },
  { "sector", N_ ("Sector"), GROUP_COOP },
  { "bank-account", N_ ("Bank account that orders of transfers are paid from"), GROUP_COOP },
  { "bank-bin", N_ ("Number of that bank (BIN)"), GROUP_COOP },
  { "hamlet-word", N_ ("What the members’ hamlets are called"), GROUP_COOP },
  { "director", N_ ("Director"), GROUP_OFFICERS },
  { "chief-accountant", N_ ("Chief accountant"), GROUP_OFFICERS },
  { "accountant", N_ ("Accountant"), GROUP_OFFICERS },
  { "cashier", N_ ("Cashier"), GROUP_OFFICERS },
  { "legal-representative", N_ ("Legal representative, if not the director"), GROUP_OFFICERS },
  { "capital-minimum", N_ ("Least contribution by the charter (₫; empty: none)"), GROUP_CAPITAL },
  { "capital-deadline-months", N_ ("Months in which to contribute (empty: as the law has it)"),
    GROUP_CAPITAL },
  { "certificate-pattern", N_ ("How certificates of contribution are numbered"), GROUP_CAPITAL },
};

/* A setting that is one of some words, with what people call them. */
typedef struct
{
  const char *value;
  const char *title;
} Word;

static const Word money_modes[] = {
  { "refuse", N_ ("refuse the voucher") },
  { "warn", N_ ("warn") },
  { "allow", N_ ("allow") },
  { NULL, NULL },
};

static const Word sectors[] = {
  { "", N_ ("not given") },
  { "agriculture", N_ ("agriculture") },
  { "forestry", N_ ("forestry") },
  { "fishery", N_ ("fishery") },
  { "salt", N_ ("salt") },
  { "industry", N_ ("industry") },
  { "construction", N_ ("construction") },
  { "trade", N_ ("trade") },
  { "services", N_ ("services") },
  { NULL, NULL },
};

/* NULL where anything may be typed. */
static const Word *
find_words (const char *key)
{
  if (g_str_equal (key, "money-below-zero"))
    return money_modes;
  return g_str_equal (key, "sector") ? sectors : NULL;
}

static gboolean
is_amount (const char *key)
{
  return g_str_equal (key, "amount-limit") || g_str_equal (key, "capital-minimum");
}

static gpointer
load_job (gpointer connection,
          gpointer data,
          GError **error)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  (void) data;
  (void) error;
  for (guint i = 0; i < sheaf_preference_count (); i++)
    {
      const SheafPreference *preference = sheaf_preference_at (i);

      g_hash_table_insert (values, (gpointer) preference->key,
                           sheaf_preference_value (connection, preference));
    }
  return values;
}

/* data: key to value of what was changed. */
static gpointer
save_job (gpointer connection,
          gpointer data,
          GError **error)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (connection, "settings", _ ("settings of the book"),
                                              error);

  if (act == NULL)
    return NULL;
  for (guint i = 0; i < sheaf_preference_count (); i++)
    {
      const char *key = sheaf_preference_at (i)->key;
      const char *value = g_hash_table_lookup (data, key);

      if (value != NULL && !sheaf_preference_set (connection, key, value, error))
        return NULL;
    }
  return sheaf_act_commit (act, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
add_row (SheafBookSettingsDialog *dialog,
         const SheafPreference   *preference,
         GtkWidget               *row)
{
  AdwPreferencesGroup *groups[] = { dialog->coop_group, dialog->officers_group,
                                    dialog->capital_group, dialog->posting_group };
  Group                group = GROUP_POSTING;
  const char          *title = _ (preference->summary);

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].key, preference->key))
      {
        group = titles[i].group;
        title = _ (titles[i].title);
      }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (groups[group], row);
  g_hash_table_insert (dialog->rows, (gpointer) preference->key, row);
}

static GtkWidget *
make_word_row (const Word *words,
               const char *value)
{
  g_autoptr (GtkStringList) shown = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();
  guint      chosen = 0;

  for (guint i = 0; words[i].value != NULL; i++)
    {
      gtk_string_list_append (shown, _ (words[i].title));
      if (g_strcmp0 (value, words[i].value) == 0)
        chosen = i;
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (shown));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), chosen);
  return row;
}

/* An amount as people read it; other values as they are. */
static char *
show_value (const char *key,
            const char *value)
{
  SheafMoney amount;

  if (is_amount (key) && sheaf_money_parse (value, &amount, NULL))
    return sheaf_format_figure (amount);
  return g_strdup (value);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SheafBookSettingsDialog *dialog = SHEAF_BOOK_SETTINGS_DIALOG (source);
  GHashTable              *values = sheaf_jobs_finish (result, NULL);

  (void) user_data;
  if (values == NULL || dialog->stack == NULL)
    {
      g_clear_pointer (&values, g_hash_table_unref);
      return;
    }
  dialog->values = values;
  for (guint i = 0; i < sheaf_preference_count (); i++)
    {
      const SheafPreference *preference = sheaf_preference_at (i);
      const char            *value = g_hash_table_lookup (values, preference->key);
      g_autofree char       *shown = show_value (preference->key, value);
      GtkWidget             *row;

      if (find_words (preference->key) != NULL)
        row = make_word_row (find_words (preference->key), value);
      else
        {
          row = adw_entry_row_new ();
          gtk_editable_set_text (GTK_EDITABLE (row), shown);
          adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
        }
      add_row (dialog, preference, row);
    }
  gtk_stack_set_visible_child_name (dialog->stack, "rows");
  (void) gtk_widget_grab_focus (g_hash_table_lookup (dialog->rows, "name"));
}

/* What a row says now, as the book keeps it; NULL with an error. */
static char *
read_row (const char *key,
          GtkWidget  *row,
          GError    **error)
{
  g_autofree char *text = NULL;
  SheafMoney       amount;

  if (ADW_IS_COMBO_ROW (row))
    return g_strdup (find_words (key)[adw_combo_row_get_selected (ADW_COMBO_ROW (row))].value);
  text = sheaf_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)), -1);
  if (!is_amount (key) || *text == '\0')
    return g_steal_pointer (&text);
  if (!sheaf_amount_text_parse (text, sheaf_language_current (), &amount, error))
    return NULL;
  return sheaf_money_to_text (amount);
}

static GHashTable *
read_changes (SheafBookSettingsDialog *dialog,
              GError                 **error)
{
  g_autoptr (GHashTable) changes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < sheaf_preference_count (); i++)
    {
      const char      *key = sheaf_preference_at (i)->key;
      GtkWidget       *row = g_hash_table_lookup (dialog->rows, key);
      g_autofree char *value = read_row (key, row, error);

      if (value == NULL)
        {
          (void) gtk_widget_grab_focus (row);
          return NULL;
        }
      if (g_strcmp0 (value, g_hash_table_lookup (dialog->values, key)) != 0)
        g_hash_table_insert (changes, (gpointer) key, g_steal_pointer (&value));
    }
  return g_steal_pointer (&changes);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafBookSettingsDialog *dialog = SHEAF_BOOK_SETTINGS_DIALOG (source);
  g_autoptr (GError) error = NULL;

  (void) user_data;
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (sheaf_jobs_finish (result, &error) == NULL)
    {
      sheaf_messages_show_refusal (dialog->problems, error);
      return;
    }
  if (sheaf_page_get_session (dialog->page) != NULL)
    sheaf_session_changed (sheaf_page_get_session (dialog->page));
  sheaf_messages_toast (GTK_WIDGET (dialog->page), _ ("The settings are kept."));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafBookSettingsDialog *dialog = SHEAF_BOOK_SETTINGS_DIALOG (widget);
  SheafSession            *session = sheaf_page_get_session (dialog->page);
  g_autoptr (GError) error = NULL;
  GHashTable *changes;

  (void) name;
  (void) parameter;
  if (session == NULL || dialog->values == NULL)
    return;
  changes = read_changes (dialog, &error);
  sheaf_problem_list_show_text (dialog->problems, error != NULL ? error->message : NULL);
  if (changes == NULL)
    return;
  if (g_hash_table_size (changes) == 0)
    {
      g_hash_table_unref (changes);
      gtk_window_close (GTK_WINDOW (dialog));
      return;
    }
  gtk_widget_set_sensitive (widget, FALSE);
  sheaf_jobs_write (sheaf_session_get_jobs (session), save_job, changes,
                    (GDestroyNotify) g_hash_table_unref, NULL, dialog, NULL, saved_cb, NULL);
}

static void
sheaf_book_settings_dialog_finalize (GObject *object)
{
  SheafBookSettingsDialog *dialog = SHEAF_BOOK_SETTINGS_DIALOG (object);

  g_clear_object (&dialog->page);
  g_clear_pointer (&dialog->values, g_hash_table_unref);
  g_clear_pointer (&dialog->rows, g_hash_table_unref);
  G_OBJECT_CLASS (sheaf_book_settings_dialog_parent_class)->finalize (object);
}

static void
sheaf_book_settings_dialog_class_init (SheafBookSettingsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sheaf_book_settings_dialog_finalize;
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  g_type_ensure (SHEAF_TYPE_NEWER_DATA);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/book-settings-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafBookSettingsDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafBookSettingsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SheafBookSettingsDialog, posting_group);
  gtk_widget_class_bind_template_child (widget_class, SheafBookSettingsDialog, coop_group);
  gtk_widget_class_bind_template_child (widget_class, SheafBookSettingsDialog, officers_group);
  gtk_widget_class_bind_template_child (widget_class, SheafBookSettingsDialog, capital_group);
  gtk_widget_class_bind_template_child (widget_class, SheafBookSettingsDialog, newer_data);
  gtk_widget_class_install_action (widget_class, "settings.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sheaf_book_settings_dialog_init (SheafBookSettingsDialog *dialog)
{
  dialog->rows = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (dialog));
}

GtkWidget *
sheaf_book_settings_dialog_new (SheafPage *page)
{
  SheafBookSettingsDialog *dialog = g_object_new (
      SHEAF_TYPE_BOOK_SETTINGS_DIALOG, "transient-for",
      GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW)), NULL);

  dialog->page = g_object_ref (page);
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (page)), load_job, NULL, NULL,
                   (GDestroyNotify) g_hash_table_unref, dialog, NULL, loaded_cb, NULL);
  sheaf_newer_data_show (dialog->newer_data, page);
  return GTK_WIDGET (dialog);
}
