/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown was read in one job, so that facts and balances belong together. */
#include "app/parties/party-card.h"

#include "app/act-dialog.h"
#include "app/format.h"
#include "app/messages.h"
#include "app/parties/item-dialog.h"
#include "app/parties/party-dialog.h"
#include "app/parties/party-jobs.h"
#include "app/parties/party-words.h"
#include "base/i18n.h"

struct _SheafPartyCard
{
  AdwBin           parent_instance;
  SheafPage       *page; /* not owned: the card is part of it */
  gint64           party_id;
  SheafPartySheet *sheet; /* as shown; NULL: nothing yet */
  gint64           parting_id;
  GtkLabel        *name;
  GtkLabel        *kind;
  GtkGrid         *facts;
  GtkWidget       *balances_title;
  GtkListBox      *balances;
  GtkWidget       *items_title;
  GtkListBox      *items;
  GtkWidget       *merged_title;
  GtkListBox      *merged;
};

G_DEFINE_FINAL_TYPE (SheafPartyCard, sheaf_party_card, ADW_TYPE_BIN)

static void
add_fact (SheafPartyCard *card,
          const char     *title,
          const char     *value)
{
  GtkWidget *labels[] = { gtk_label_new (title), gtk_label_new (value) };
  int        row = 0;

  if (value == NULL || *value == '\0')
    return;
  while (gtk_grid_get_child_at (card->facts, 0, row) != NULL)
    row++;
  for (int i = 0; i < 2; i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0.0f);
      gtk_label_set_yalign (GTK_LABEL (labels[i]), 0.0f);
      gtk_grid_attach (card->facts, labels[i], i, row, 1, 1);
    }
  gtk_widget_add_css_class (labels[0], "dim-label");
  gtk_label_set_wrap (GTK_LABEL (labels[1]), TRUE);
  gtk_label_set_selectable (GTK_LABEL (labels[1]), TRUE);
  gtk_widget_set_focusable (labels[1], FALSE);
  gtk_widget_set_hexpand (labels[1], TRUE);
  gtk_widget_add_css_class (labels[1], "numeric");
}

static void
clear (SheafPartyCard *card)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (card->facts))) != NULL)
    gtk_grid_remove (card->facts, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (card->balances))) != NULL)
    gtk_list_box_remove (card->balances, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (card->items))) != NULL)
    gtk_list_box_remove (card->items, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (card->merged))) != NULL)
    gtk_list_box_remove (card->merged, child);
}

static void
show_facts (SheafPartyCard *card)
{
  const SheafParty *party = card->sheet->party;
  const GPtrArray  *former = card->sheet->former;

  add_fact (card, _ ("Tax code"), party->tax_code);
  add_fact (card, _ ("Identity number"), party->id_number);
  add_fact (card, _ ("Address"), party->address);
  add_fact (card, _ ("Telephone"), party->phone);
  add_fact (card, _ ("Bank number (BIN)"), party->bank_bin);
  add_fact (card, _ ("Bank account"), party->bank_account);
  for (guint i = 0; i < former->len; i++)
    add_fact (card, i == 0 ? _ ("Formerly") : "", g_ptr_array_index (former, i));
}

/* "131 · HD-12 · due 31/12/2025" on the left, the amount and whose it is on the right. */
static void
add_balance (SheafPartyCard          *card,
             const SheafPartyBalance *balance)
{
  gboolean         owed_to_us = balance->balance.units > 0;
  SheafMoney       amount = owed_to_us ? balance->balance : sheaf_money_neg (balance->balance);
  g_autofree char *due = sheaf_format_date (balance->due);
  g_autofree char *figure = sheaf_format_money_unit (amount);
  g_autofree char *side = g_strdup_printf ("%s · %s", figure,
                                           owed_to_us ? _ ("debit") : _ ("credit"));
  g_autofree char *title = g_strdup_printf ("%s %s", balance->account, balance->title);
  GString         *below = g_string_new (balance->item);
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *label = gtk_label_new (side);

  if (!sheaf_date_is_none (balance->due))
    g_string_append_printf (below, "%s%s %s", below->len > 0 ? " · " : "", _ ("due"), due);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below->str);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (card->balances, row);
  (void) g_string_free (below, TRUE);
}

/* "HD-12 Purchase of seedlings", its due day below; Enter corrects it. */
static void
add_item (SheafPartyCard  *card,
          const SheafItem *item)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf ("%s  %s", item->code, item->name);
  g_autofree char *day = sheaf_format_date (item->due);
  g_autofree char *below = *day == '\0'
                               ? g_strdup (sheaf_item_kind_title (item->kind))
                               : g_strdup_printf ("%s · %s %s", sheaf_item_kind_title (item->kind),
                                                  _ ("due"), day);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (card->items, row);
}

static void
add_merged (SheafPartyCard   *card,
            const SheafParty *party)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *button = gtk_button_new_with_mnemonic (_ ("_Part Again…"));
  g_autofree char *title = g_strdup_printf ("%s %s", party->code, party->name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "card.part");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", party->id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (card->merged, row);
}

static void
show_sheet (SheafPartyCard *card)
{
  const SheafPartySheet *sheet = card->sheet;
  g_autofree char       *name = g_strdup_printf ("%s  %s", sheet->party->code, sheet->party->name);

  clear (card);
  gtk_label_set_text (card->name, name);
  gtk_label_set_text (card->kind, sheaf_party_words_kind (sheet->party->kind));
  show_facts (card);
  for (guint i = 0; i < sheet->balances->len; i++)
    add_balance (card, g_ptr_array_index (sheet->balances, i));
  for (guint i = 0; i < sheet->items->len; i++)
    add_item (card, g_ptr_array_index (sheet->items, i));
  gtk_widget_set_visible (card->items_title, sheet->items->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (card->items), sheet->items->len > 0);
  for (guint i = 0; i < sheet->merged->len; i++)
    add_merged (card, g_ptr_array_index (sheet->merged, i));
  gtk_widget_set_visible (card->balances_title, sheet->balances->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (card->balances), sheet->balances->len > 0);
  gtk_widget_set_visible (card->merged_title, sheet->merged->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (card->merged), sheet->merged->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (card), "card.edit", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (card), "card.new-item", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (card), "card.merge", !sheet->is_member);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SheafPartyCard) card = user_data;
  SheafPartySheet *sheet = sheaf_page_take (SHEAF_PAGE (source), result);

  if (sheet == NULL || sheet->party->id != card->party_id)
    {
      sheaf_party_sheet_free (sheet);
      return;
    }
  sheaf_party_sheet_free (card->sheet);
  card->sheet = sheet;
  show_sheet (card);
}

static GtkWindow *
window_of (SheafPartyCard *card)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (card)));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafPartyCard *card = SHEAF_PARTY_CARD (widget);

  (void) name;
  (void) parameter;
  if (card->sheet != NULL)
    gtk_window_present (GTK_WINDOW (sheaf_party_dialog_new (
        window_of (card), sheaf_page_get_session (card->page), card->sheet->party)));
}

static void
present_item (SheafPartyCard  *card,
              const SheafItem *item)
{
  gtk_window_present (GTK_WINDOW (
      sheaf_item_dialog_new (window_of (card), sheaf_page_get_session (card->page), item,
                             card->sheet->party->code)));
}

static void
new_item_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  SheafPartyCard *card = SHEAF_PARTY_CARD (widget);

  (void) name;
  (void) parameter;
  if (card->sheet != NULL)
    present_item (card, NULL);
}

static void
item_activated_cb (SheafPartyCard *card,
                   GtkListBoxRow  *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);

  if (card->sheet != NULL && index < card->sheet->items->len)
    present_item (card, g_ptr_array_index (card->sheet->items, index));
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SheafPartyCard *card = SHEAF_PARTY_CARD (source);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = sheaf_jobs_finish (result, &error);

  (void) user_data;
  if (id == NULL)
    sheaf_messages_show_refusal (NULL, error);
  else if (card->name != NULL && sheaf_page_get_session (card->page) != NULL) /* still open */
    sheaf_session_changed (sheaf_page_get_session (card->page));
}

static void
run_merge (SheafPartyCard *card,
           gint64          id,
           const char     *into,
           const char     *reason)
{
  SheafPartyMergeWish *wish = g_new0 (SheafPartyMergeWish, 1);

  wish->id = id;
  wish->into = g_strdup (into);
  wish->reason = g_strdup (reason);
  sheaf_jobs_write (sheaf_session_get_jobs (sheaf_page_get_session (card->page)),
                    sheaf_party_merge_job, wish, (GDestroyNotify) sheaf_party_merge_wish_free,
                    g_free, card, NULL, merged_cb, NULL);
}

/* "NCC02 two entries of one shop": the code of who stays, then the reason. */
static void
merge_response_cb (SheafPartyCard *card,
                   const char     *response,
                   SheafActDialog *dialog)
{
  g_auto (GStrv) words = NULL;

  if (g_strcmp0 (response, "accept") != 0 || card->sheet == NULL)
    return;
  words = g_strsplit (sheaf_act_dialog_get_text (dialog), " ", 2);
  run_merge (card, card->sheet->party->id, words[0],
             words[1] != NULL && *words[1] != '\0' ? words[1] : _ ("entered twice"));
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SheafPartyCard  *card = SHEAF_PARTY_CARD (widget);
  SheafActQuestion question = {
    .body = _ ("Nothing that was posted changes: from now on both count as one, and new rows name "
               "the one that stays. It can be parted again."),
    .accept = _ ("_Merge"),
    .date = SHEAF_DATE_NONE,
    .text_label = _ ("Code of the one that stays, then a reason"),
  };
  g_autofree char *heading = NULL;
  GtkWidget       *dialog;

  (void) name;
  (void) parameter;
  if (card->sheet == NULL)
    return;
  heading = g_strdup_printf (_ ("Merge %s into another party?"), card->sheet->party->code);
  question.heading = heading;
  dialog = sheaf_act_dialog_new (window_of (card), &question);
  g_signal_connect_object (dialog, "response", G_CALLBACK (merge_response_cb), card,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
part_response_cb (SheafPartyCard *card,
                  const char     *response,
                  SheafActDialog *dialog)
{
  if (g_strcmp0 (response, "accept") == 0)
    run_merge (card, card->parting_id, NULL, sheaf_act_dialog_get_text (dialog));
}

static void
part_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafPartyCard  *card = SHEAF_PARTY_CARD (widget);
  SheafActQuestion question = { .heading = _ ("Part the two again?"),
                                .body = _ ("Each counts by itself again, with all its rows."),
                                .accept = _ ("_Part"),
                                .date = SHEAF_DATE_NONE,
                                .text_label = _ ("Reason") };
  GtkWidget       *dialog = sheaf_act_dialog_new (window_of (card), &question);

  (void) name;
  card->parting_id = g_variant_get_int64 (parameter);
  g_signal_connect_object (dialog, "response", G_CALLBACK (part_response_cb), card,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
sheaf_party_card_dispose (GObject *object)
{
  g_clear_pointer (&SHEAF_PARTY_CARD (object)->sheet, sheaf_party_sheet_free);
  G_OBJECT_CLASS (sheaf_party_card_parent_class)->dispose (object);
}

static void
sheaf_party_card_class_init (SheafPartyCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_party_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/parties/party-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafPartyCard, name);
  gtk_widget_class_bind_template_child (widget_class, SheafPartyCard, kind);
  gtk_widget_class_bind_template_child (widget_class, SheafPartyCard, facts);
  gtk_widget_class_bind_template_child (widget_class, SheafPartyCard, balances_title);
  gtk_widget_class_bind_template_child (widget_class, SheafPartyCard, balances);
  gtk_widget_class_bind_template_child (widget_class, SheafPartyCard, items_title);
  gtk_widget_class_bind_template_child (widget_class, SheafPartyCard, items);
  gtk_widget_class_bind_template_child (widget_class, SheafPartyCard, merged_title);
  gtk_widget_class_bind_template_child (widget_class, SheafPartyCard, merged);
  gtk_widget_class_install_action (widget_class, "card.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "card.new-item", NULL, new_item_action);
  gtk_widget_class_install_action (widget_class, "card.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "card.part", "x", part_action);
}

static void
sheaf_party_card_init (SheafPartyCard *card)
{
  gtk_widget_init_template (GTK_WIDGET (card));
  g_signal_connect_swapped (card->items, "row-activated", G_CALLBACK (item_activated_cb), card);
  gtk_widget_action_set_enabled (GTK_WIDGET (card), "card.edit", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (card), "card.new-item", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (card), "card.merge", FALSE);
}

void
sheaf_party_card_show (SheafPartyCard *card,
                       SheafPage      *page,
                       gint64          party_id,
                       SheafDate       day)
{
  SheafPartyQuestion *asked = g_new0 (SheafPartyQuestion, 1);

  g_return_if_fail (SHEAF_IS_PARTY_CARD (card));

  card->page = page;
  card->party_id = party_id;
  asked->id = party_id;
  asked->on = day;
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (page)), sheaf_party_load_job,
                   asked, g_free, (GDestroyNotify) sheaf_party_sheet_free, page, NULL, read_cb,
                   g_object_ref (card));
}
