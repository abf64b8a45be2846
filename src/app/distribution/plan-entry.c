/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widgets are plain entries and lists; where they write to is kept with them. */
#include "app/distribution/plan-entry.h"

#include "app/percent-text.h"
#include "app/widgets/amount-entry.h"
#include "app/widgets/entry-mark.h"
#include "app/widgets/step-keys.h"
#include "base/rate.h"

#define TARGET_KEY "plan-target"
/* The column is wider, by the amounts below: with a mark beside the figures it must not grow. */
#define RATE_CHARS 4
/* Longer choices take two lines. */
#define WORD_CHARS 15

/* Where an entry writes to. */
typedef struct
{
  SheafPlanEntryKind kind;
  char              *group;
  char              *key;
  char              *fallback;
  char             **words; /* as the plan holds them */
} Target;

static void
free_target (Target *target)
{
  g_free (target->group);
  g_free (target->key);
  g_free (target->fallback);
  g_strfreev (target->words);
  g_free (target);
}

static const Target *
target_of (GtkWidget *entry)
{
  return g_object_get_data (G_OBJECT (entry), TARGET_KEY);
}

static void
setup_choice_cb (GtkListItemFactory *factory G_GNUC_UNUSED,
                 GtkListItem                *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), WORD_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WORD_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
bind_choice_cb (GtkListItemFactory *factory G_GNUC_UNUSED,
                GtkListItem                *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* What is chosen may take two lines, so that the longest choice does not widen the form; the list
 * that opens shows each in one. */
static void
wrap_choice (GtkDropDown *list)
{
  g_autoptr (GtkListItemFactory) chosen = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) all = g_object_ref (gtk_drop_down_get_factory (list));

  g_signal_connect (chosen, "setup", G_CALLBACK (setup_choice_cb), NULL);
  g_signal_connect (chosen, "bind", G_CALLBACK (bind_choice_cb), NULL);
  gtk_drop_down_set_list_factory (list, all);
  gtk_drop_down_set_factory (list, chosen);
}

static GtkWidget *
make_list (const SheafPlanEntrySpec *spec,
           Target                   *target)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *list = gtk_drop_down_new (NULL, NULL);

  target->words = g_new0 (char *, spec->n_words + 1);
  for (guint i = 0; i < spec->n_words; i++)
    {
      gtk_string_list_append (titles, spec->words[i].title);
      target->words[i] = g_strdup (spec->words[i].word);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (list), G_LIST_MODEL (titles));
  sheaf_step_keys_add (GTK_DROP_DOWN (list));
  wrap_choice (GTK_DROP_DOWN (list));
  return list;
}

static GtkWidget *
make_entry (SheafPlanEntryKind kind)
{
  GtkWidget *entry = kind == SHEAF_PLAN_ENTRY_AMOUNT ? sheaf_amount_entry_new () : gtk_entry_new ();
  int        chars = kind == SHEAF_PLAN_ENTRY_RATE ? RATE_CHARS : 12;

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), chars);
  if (kind == SHEAF_PLAN_ENTRY_TEXT)
    return entry;
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1.0f);
  gtk_widget_add_css_class (entry, "numeric");
  return entry;
}

GtkWidget *
sheaf_plan_entry_new (const SheafPlanEntrySpec *spec)
{
  Target    *target = g_new0 (Target, 1);
  GtkWidget *entry;

  target->kind = spec->kind;
  target->group = g_strdup (spec->group);
  target->key = g_strdup (spec->key);
  target->fallback = g_strdup (spec->fallback);
  entry = spec->kind == SHEAF_PLAN_ENTRY_WORD ? make_list (spec, target) : make_entry (spec->kind);
  g_object_set_data_full (G_OBJECT (entry), TARGET_KEY, target, (GDestroyNotify) free_target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spec->label, -1);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  return entry;
}

void
sheaf_plan_entry_connect (GtkWidget *entry,
                          GCallback  changed,
                          gpointer   data)
{
  g_signal_connect_swapped (entry, GTK_IS_DROP_DOWN (entry) ? "notify::selected" : "changed",
                            changed, data);
}

static void
show_word (GtkDropDown  *list,
           const Target *target,
           const char   *text)
{
  for (guint i = 0; target->words[i] != NULL; i++)
    if (g_strcmp0 (target->words[i], text) == 0)
      gtk_drop_down_set_selected (list, i);
}

void
sheaf_plan_entry_show (GtkWidget *entry,
                       GKeyFile  *file)
{
  const Target    *target = target_of (entry);
  g_autofree char *text = g_key_file_get_string (file, target->group, target->key, NULL);
  g_autofree char *shown = NULL;
  SheafRate        rate;
  SheafMoney       amount = SHEAF_MONEY_ZERO;

  if (text == NULL)
    text = g_strdup (target->fallback);
  if (target->kind == SHEAF_PLAN_ENTRY_WORD)
    show_word (GTK_DROP_DOWN (entry), target, text);
  else if (target->kind == SHEAF_PLAN_ENTRY_AMOUNT)
    {
      if (text != NULL && !sheaf_money_parse (text, &amount, NULL))
        amount = SHEAF_MONEY_ZERO;
      sheaf_amount_entry_set (SHEAF_AMOUNT_ENTRY (entry), amount);
    }
  else
    {
      if (target->kind == SHEAF_PLAN_ENTRY_RATE && text != NULL &&
          sheaf_rate_parse (text, &rate, NULL))
        shown = sheaf_percent_text_format (rate);
      else if (target->kind == SHEAF_PLAN_ENTRY_TEXT)
        shown = g_steal_pointer (&text);
      gtk_editable_set_text (GTK_EDITABLE (entry), shown != NULL ? shown : "");
    }
}

/* As the plan holds it; NULL with no error when empty. */
static char *
read_text (GtkWidget    *entry,
           const Target *target,
           GError      **error)
{
  g_autofree char *typed = NULL;
  SheafRate        rate;
  SheafMoney       amount;

  if (target->kind == SHEAF_PLAN_ENTRY_WORD)
    return g_strdup (target->words[gtk_drop_down_get_selected (GTK_DROP_DOWN (entry))]);
  if (target->kind == SHEAF_PLAN_ENTRY_AMOUNT)
    return sheaf_amount_entry_get (SHEAF_AMOUNT_ENTRY (entry), &amount, error)
               ? sheaf_money_to_text (amount)
               : NULL;
  typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  if (*typed == '\0')
    return target->kind == SHEAF_PLAN_ENTRY_RATE && target->fallback != NULL ? g_strdup ("0")
                                                                             : NULL;
  if (target->kind == SHEAF_PLAN_ENTRY_TEXT)
    return g_steal_pointer (&typed);
  return sheaf_percent_text_parse (typed, &rate, error) ? sheaf_rate_to_text (rate) : NULL;
}

gboolean
sheaf_plan_entry_read (GtkWidget *entry,
                       GKeyFile  *file)
{
  const Target *target = target_of (entry);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = read_text (entry, target, &error);
  gboolean         stands = g_key_file_has_key (file, target->group, target->key, NULL);

  if (!GTK_IS_DROP_DOWN (entry))
    sheaf_entry_mark (entry, error != NULL ? error->message : NULL);
  if (error != NULL)
    return FALSE;
  if (text == NULL && stands)
    (void) g_key_file_remove_key (file, target->group, target->key, NULL);
  else if (text != NULL && (stands || g_strcmp0 (text, target->fallback) != 0))
    g_key_file_set_string (file, target->group, target->key, text);
  return TRUE;
}

void
sheaf_plan_entry_set_editable (GtkWidget *entry,
                               gboolean   editable)
{
  if (GTK_IS_DROP_DOWN (entry))
    gtk_widget_set_sensitive (entry, editable);
  else
    gtk_editable_set_editable (GTK_EDITABLE (entry), editable);
}

const char *
sheaf_plan_entry_get_group (GtkWidget *entry)
{
  return target_of (entry)->group;
}

const char *
sheaf_plan_entry_get_key (GtkWidget *entry)
{
  return target_of (entry)->key;
}
