/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form works on the plan's own key file, so that what it does not show is kept as it was. */
#include "app/distribution/plan-form.h"

#include "app/percent-text.h"
#include "app/widgets/amount-entry.h"
#include "app/widgets/entry-mark.h"
#include "base/i18n.h"
#include "base/rate.h"

/* Rates of the plan as key file groups and keys; the second key file group is the external side. */
static const struct
{
  const char *title;
  const char *group[SHEAF_SIDES];
  const char *key[SHEAF_SIDES];
} rates[] = {
  { N_ ("Common fund"), { "common-fund", "common-fund" }, { "internal-rate", "external-rate" } },
  { N_ ("By use"), { "internal", "external" }, { "use", "use" } },
  { N_ ("By labour"), { "internal", "external" }, { "labour", "labour" } },
  { N_ ("By capital"), { "internal", "external" }, { "capital", "capital" } },
  { N_ ("Equally"), { NULL, "external" }, { NULL, "equal" } },
};

struct _SheafPlanForm
{
  GtkWidget  parent_instance;
  GtkWidget *grid;
  int        rows;
  GKeyFile  *file; /* the plan shown, with what was changed */
  GPtrArray *entries;
  gboolean   showing;
};

/* Where an entry writes to; kept with the entry. */
typedef struct
{
  char    *group;
  char    *key;
  gboolean is_amount;
} Target;

G_DEFINE_FINAL_TYPE (SheafPlanForm, sheaf_plan_form, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  REBUILD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
free_target (Target *target)
{
  g_free (target->group);
  g_free (target->key);
  g_free (target);
}

static void
changed_cb (SheafPlanForm *form)
{
  if (!form->showing)
    g_signal_emit (form, signals[CHANGED], 0);
}

static GtkWidget *
add_label (SheafPlanForm *form,
           const char    *text,
           int            column,
           int            width,
           const char    *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), width == 1 ? 14 : 24);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (form->grid), label, column, form->rows, width, 1);
  return label;
}

static void
add_heading (SheafPlanForm *form,
             const char    *text)
{
  GtkWidget *label = add_label (form, text, 0, 3, "heading");

  if (form->rows > 0)
    gtk_widget_set_margin_top (label, 10);
  form->rows++;
}

static void
add_note (SheafPlanForm *form,
          const char    *text)
{
  (void) add_label (form, text, 0, 3, "floor");
  form->rows++;
}

static void
show_value (SheafPlanForm *form,
            GtkWidget     *entry,
            const Target  *target)
{
  g_autofree char *text = g_key_file_get_string (form->file, target->group, target->key, NULL);
  g_autofree char *shown = NULL;
  SheafRate        rate;
  SheafMoney       amount;

  if (target->is_amount)
    {
      sheaf_amount_entry_set (
          SHEAF_AMOUNT_ENTRY (entry),
          text != NULL && sheaf_money_parse (text, &amount, NULL) ? amount : SHEAF_MONEY_ZERO);
      return;
    }
  if (text == NULL || !sheaf_rate_parse (text, &rate, NULL))
    rate = SHEAF_RATE (0);
  shown = sheaf_percent_text_format (rate);
  gtk_editable_set_text (GTK_EDITABLE (entry), shown);
}

static void
add_entry (SheafPlanForm *form,
           const char    *label,
           const char    *group,
           const char    *key,
           int            column,
           gboolean       is_amount,
           gboolean       editable)
{
  GtkWidget *entry = is_amount ? sheaf_amount_entry_new () : gtk_entry_new ();
  Target    *target = g_new (Target, 1);

  *target = (Target){ .group = g_strdup (group), .key = g_strdup (key), .is_amount = is_amount };
  g_object_set_data_full (G_OBJECT (entry), "target", target, (GDestroyNotify) free_target);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1.0f);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), is_amount ? 12 : 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), is_amount ? 12 : 6);
  gtk_editable_set_editable (GTK_EDITABLE (entry), editable);
  gtk_widget_add_css_class (entry, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  show_value (form, entry, target);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), form);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_grid_attach (GTK_GRID (form->grid), entry, column, form->rows, is_amount ? 2 : 1, 1);
  g_ptr_array_add (form->entries, entry);
}

static void
add_sides (SheafPlanForm *form)
{
  (void) add_label (form, _ ("internal (%)"), 1, 1, "floor");
  (void) add_label (form, _ ("external (%)"), 2, 1, "floor");
  form->rows++;
}

static void
add_rate (SheafPlanForm *form,
          guint          which,
          gboolean       editable)
{
  (void) add_label (form, _ (rates[which].title), 0, 1, NULL);
  for (guint side = 0; side < SHEAF_SIDES; side++)
    if (rates[which].key[side] != NULL)
      add_entry (form, _ (rates[which].title), rates[which].group[side], rates[which].key[side],
                 (int) side + 1, FALSE, editable);
  form->rows++;
}

static void
remove_clicked_cb (GtkWidget     *button,
                   SheafPlanForm *form)
{
  const char *group = g_object_get_data (G_OBJECT (button), "group");

  (void) g_key_file_remove_group (form->file, group, NULL);
  g_signal_emit (form, signals[REBUILD], 0);
}

/* A button in the column behind the entries. */
static void
add_remove_button (SheafPlanForm *form,
                   const char    *group)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove the fund"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove the fund"), -1);
  g_object_set_data_full (G_OBJECT (button), "group", g_strdup (group), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), form);
  gtk_grid_attach (GTK_GRID (form->grid), button, 2, form->rows, 1, 1);
}

static void
add_fund_button (SheafPlanForm *form)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Add a _Fund…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "distribution.add-fund");
  gtk_grid_attach (GTK_GRID (form->grid), button, 0, form->rows, 3, 1);
  form->rows++;
}

static void
add_funds (SheafPlanForm   *form,
           const SheafPlan *plan,
           gboolean         editable)
{
  for (guint i = 0; i < plan->funds->len; i++)
    {
      const SheafPlanFund *fund = g_ptr_array_index (plan->funds, i);
      g_autofree char     *group = g_strconcat ("fund ", fund->name, NULL);
      g_autofree char     *title = g_strdup_printf (
              "%s (%s)", fund->title != NULL ? fund->title : fund->name, fund->account);

      (void) add_label (form, title, 0, 1, NULL);
      add_entry (form, title, group, fund->by_amount ? "amount" : "rate", 1, fund->by_amount,
                 editable);
      if (!fund->by_amount && editable)
        add_remove_button (form, group);
      form->rows++;
    }
  if (editable)
    add_fund_button (form);
}

static void
add_law_notes (SheafPlanForm  *form,
               const SheafLaw *law)
{
  g_autofree char *internal = sheaf_percent_text_format (
      law->common_fund_floor[SHEAF_SIDE_INTERNAL].rate);
  g_autofree char *external = sheaf_percent_text_format (
      law->common_fund_floor[SHEAF_SIDE_EXTERNAL].rate);
  g_autofree char *text = g_strdup_printf (
      _ ("Art. %s: at least %s %% of internal and %s %% of external profit"),
      law->common_fund_floor[SHEAF_SIDE_INTERNAL].article, internal, external);

  add_note (form, text);
}

static void
add_pool_note (SheafPlanForm  *form,
               const SheafLaw *law)
{
  g_autofree char *floor = sheaf_percent_text_format (law->use_labour_floor.rate);
  g_autofree char *text = g_strdup_printf (_ ("Art. %s: use and labour together at least %s %% of "
                                              "the internal profit; each column adds up to 100 %%"),
                                           law->use_labour_floor.article, floor);

  add_note (form, text);
}

static void
sheaf_plan_form_dispose (GObject *object)
{
  SheafPlanForm *form = SHEAF_PLAN_FORM (object);

  form->showing = TRUE;
  g_clear_pointer (&form->grid, gtk_widget_unparent);
  g_clear_pointer (&form->entries, g_ptr_array_unref);
  g_clear_pointer (&form->file, g_key_file_unref);
  G_OBJECT_CLASS (sheaf_plan_form_parent_class)->dispose (object);
}

static void
sheaf_plan_form_class_init (SheafPlanFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sheaf_plan_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", SHEAF_TYPE_PLAN_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[REBUILD] = g_signal_new ("rebuild", SHEAF_TYPE_PLAN_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
sheaf_plan_form_init (SheafPlanForm *form)
{
  form->entries = g_ptr_array_new ();
  form->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (form->grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (form->grid), 6);
  gtk_widget_set_parent (form->grid, GTK_WIDGET (form));
}

static void
clear_rows (SheafPlanForm *form)
{
  g_ptr_array_set_size (form->entries, 0);
  for (; form->rows > 0; form->rows--)
    gtk_grid_remove_row (GTK_GRID (form->grid), form->rows - 1);
}

void
sheaf_plan_form_show (SheafPlanForm   *form,
                      const SheafPlan *plan,
                      const SheafLaw  *law,
                      gboolean         editable)
{
  g_autofree char *text = sheaf_plan_to_text (plan);

  g_return_if_fail (SHEAF_IS_PLAN_FORM (form));

  form->showing = TRUE;
  clear_rows (form);
  g_clear_pointer (&form->file, g_key_file_unref);
  form->file = g_key_file_new ();
  if (!g_key_file_load_from_data (form->file, text, (gsize) -1, G_KEY_FILE_NONE, NULL))
    g_warn_if_reached ();
  add_heading (form, _ ("Set aside first"));
  add_sides (form);
  add_rate (form, 0, editable);
  add_law_notes (form, law);
  add_funds (form, plan, editable);
  add_heading (form, _ ("Shared out"));
  add_sides (form);
  for (guint i = 1; i < G_N_ELEMENTS (rates); i++)
    add_rate (form, i, editable);
  add_pool_note (form, law);
  add_heading (form, _ ("Rounding and rest"));
  (void) add_label (form, _ ("Multiples of (₫)"), 0, 1, NULL);
  add_entry (form, _ ("Multiples of (₫)"), "plan", "rounding-unit", 1, TRUE, editable);
  form->rows++;
  (void) add_label (form, _ ("Left undistributed (₫)"), 0, 1, NULL);
  add_entry (form, _ ("Left undistributed (₫)"), "plan", "carry-forward", 1, TRUE, editable);
  form->rows++;
  form->showing = FALSE;
}

static gboolean
read_entry (SheafPlanForm *form,
            GtkWidget     *entry)
{
  const Target *target = g_object_get_data (G_OBJECT (entry), "target");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  SheafRate        rate;
  SheafMoney       amount;

  if (target->is_amount && sheaf_amount_entry_get (SHEAF_AMOUNT_ENTRY (entry), &amount, &error))
    text = sheaf_money_to_text (amount);
  else if (!target->is_amount &&
           sheaf_percent_text_parse (gtk_editable_get_text (GTK_EDITABLE (entry)), &rate, &error))
    text = sheaf_rate_to_text (rate);
  sheaf_entry_mark (entry, error != NULL ? error->message : NULL);
  if (text == NULL)
    return FALSE;
  g_key_file_set_string (form->file, target->group, target->key, text);
  return TRUE;
}

char *
sheaf_plan_form_read (SheafPlanForm *form)
{
  gboolean good = TRUE;

  g_return_val_if_fail (SHEAF_IS_PLAN_FORM (form), NULL);

  if (form->file == NULL)
    return NULL;
  for (guint i = 0; i < form->entries->len; i++)
    good = read_entry (form, g_ptr_array_index (form->entries, i)) && good;
  return good ? g_key_file_to_data (form->file, NULL, NULL) : NULL;
}

/* The name in the file is a code that nobody sees; the title is what was typed. */
void
sheaf_plan_form_add_fund (SheafPlanForm *form,
                          const char    *title,
                          const char    *account)
{
  g_autofree char *group = NULL;

  g_return_if_fail (SHEAF_IS_PLAN_FORM (form) && form->file != NULL);

  for (guint i = 1; group == NULL || g_key_file_has_group (form->file, group); i++)
    {
      g_free (group);
      group = g_strdup_printf ("fund fund-%u", i);
    }
  g_key_file_set_string (form->file, group, "title", title);
  g_key_file_set_string (form->file, group, "account", account);
  g_key_file_set_string (form->file, group, "rate", "0");
  g_signal_emit (form, signals[REBUILD], 0);
}

char *
sheaf_plan_form_get_text (SheafPlanForm *form)
{
  g_return_val_if_fail (SHEAF_IS_PLAN_FORM (form) && form->file != NULL, NULL);

  return g_key_file_to_data (form->file, NULL, NULL);
}
