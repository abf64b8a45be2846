/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events of membership and of capital in one timeline, newest first. */
#include "app/members/member-card.h"

#include "app/format.h"
#include "app/members/member-words.h"
#include "app/statements/report-jobs.h"
#include "app/statements/report-window.h"
#include "base/i18n.h"
#include "reports/card.h"

typedef struct
{
  gint64    party_id;
  SheafDate day;
} Asked;

struct _SheafMemberCard
{
  AdwBin      parent_instance;
  SheafPage  *page;  /* not owned: the card is part of it */
  Asked       asked; /* shown, or being read */
  char       *code;
  GtkLabel   *name;
  GtkLabel   *kind;
  GtkGrid    *facts;
  GtkWidget  *statement_button;
  GtkListBox *events;
};

G_DEFINE_FINAL_TYPE (SheafMemberCard, sheaf_member_card, ADW_TYPE_BIN)

static gpointer
read_job (gpointer connection,
          gpointer data,
          GError **error)
{
  const Asked *asked = data;

  return sheaf_card_load (connection, asked->party_id, asked->day, error);
}

static void
clear_children (GtkWidget *parent)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (parent)) != NULL)
    {
      if (GTK_IS_LIST_BOX (parent))
        gtk_list_box_remove (GTK_LIST_BOX (parent), child);
      else
        gtk_grid_remove (GTK_GRID (parent), child);
    }
}

static void
add_fact (SheafMemberCard *card,
          const char      *title,
          const char      *value)
{
  GtkWidget *title_label;
  GtkWidget *value_label;
  int        row = 0;

  if (value == NULL || *value == '\0')
    return;
  while (gtk_grid_get_child_at (card->facts, 0, row) != NULL)
    row++;
  title_label = gtk_label_new (title);
  value_label = gtk_label_new (value);
  gtk_label_set_xalign (GTK_LABEL (title_label), 0.0f);
  gtk_label_set_yalign (GTK_LABEL (title_label), 0.0f);
  gtk_widget_add_css_class (title_label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (value_label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (value_label), TRUE);
  gtk_widget_set_hexpand (value_label, TRUE);
  gtk_widget_add_css_class (value_label, "numeric");
  gtk_grid_attach (card->facts, title_label, 0, row, 1, 1);
  gtk_grid_attach (card->facts, value_label, 1, row, 1, 1);
}

static void
show_row (SheafMemberCard        *card,
          const SheafRegisterRow *row)
{
  g_autofree char *name = g_strdup_printf ("%s  %s", row->code, row->name);
  g_autofree char *joined = sheaf_format_date (row->state.joined);
  g_autofree char *left = sheaf_format_date (row->state.left);
  g_autofree char *committed = sheaf_format_money_unit (row->capital.committed);
  g_autofree char *paid = sheaf_format_money_unit (row->capital.paid);
  SheafMemberKind  kind = row->state.kind != SHEAF_MEMBER_NONE ? row->state.kind
                                                               : row->state.last_kind;

  gtk_label_set_text (card->name, name);
  gtk_label_set_text (card->kind, sheaf_member_words_kind (kind));
  clear_children (GTK_WIDGET (card->facts));
  add_fact (card, _ ("Joined"), joined);
  add_fact (card, _ ("Left"), left);
  add_fact (card, _ ("Agreement"), row->state.agreement ? _ ("signed") : _ ("none"));
  add_fact (card, _ ("Promised"), committed);
  add_fact (card, _ ("Paid in"), paid);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (card->statement_button), "(ss)", "papers",
                                    row->code);
}

static void
add_event (SheafMemberCard *card,
           SheafDate        date,
           const char      *title,
           const char      *value)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *day = sheaf_format_date (date);
  GtkWidget       *labels[] = { gtk_label_new (day), gtk_label_new (title), gtk_label_new (value) };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0.0f);
      gtk_widget_add_css_class (labels[i], "numeric");
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  gtk_label_set_width_chars (GTK_LABEL (labels[0]), 10);
  gtk_widget_set_hexpand (labels[1], TRUE);
  gtk_label_set_wrap (GTK_LABEL (labels[1]), TRUE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (card->events, row);
}

static void
add_membership (SheafMemberCard            *card,
                const SheafMembershipEvent *event)
{
  SheafMemberKind  kind;
  const char      *value = event->value;
  g_autofree char *word = event->reversed_by == 0
                              ? g_strdup (sheaf_member_words_event (event->event))
                              : g_strdup_printf (_ ("%s (taken back)"),
                                                 sheaf_member_words_event (event->event));

  /* A kind is stored as its word. */
  if (value != NULL && sheaf_member_kind_from_word (value, &kind))
    value = sheaf_member_words_kind (kind);
  if (value != NULL && *value != '\0')
    {
      g_autofree char *title = g_strdup_printf ("%s: %s", word, value);

      add_event (card, event->date, title, "");
    }
  else
    add_event (card, event->date, word, "");
}

/* What was taken back stays, and says so. */
static void
add_capital (SheafMemberCard         *card,
             const SheafCapitalEvent *event)
{
  g_autofree char *amount = sheaf_format_figure (event->amount);
  const char      *word = sheaf_member_words_capital (event->event);

  if (event->reversed_by != 0)
    {
      g_autofree char *title = g_strdup_printf (_ ("%s (taken back)"), word);

      add_event (card, event->date, title, amount);
    }
  else
    add_event (card, event->date, word, amount);
}

/* Both lists are in order of days: from the end, the later of the two goes first. */
static void
show_events (SheafMemberCard *card,
             const SheafCard *reading)
{
  guint memberships = reading->memberships->len;
  guint capital = reading->capital->len;

  clear_children (GTK_WIDGET (card->events));
  while (memberships > 0 || capital > 0)
    {
      const SheafMembershipEvent *membership =
          memberships > 0 ? g_ptr_array_index (reading->memberships, memberships - 1) : NULL;
      const SheafCapitalEvent *event = capital > 0
                                           ? g_ptr_array_index (reading->capital, capital - 1)
                                           : NULL;

      if (membership == NULL ||
          (event != NULL && sheaf_date_cmp (event->date, membership->date) >= 0))
        {
          g_assert (event != NULL);
          capital--;
          if (event->reverses_id == 0)
            add_capital (card, event);
        }
      else
        {
          memberships--;
          if (membership->reverses_id == 0)
            add_membership (card, membership);
        }
    }
}

static void
add_sum (SheafMemberCard *card,
         const char      *title,
         SheafMoney       amount)
{
  g_autofree char *text = sheaf_format_money_unit (amount);

  if (amount.units != 0)
    add_fact (card, title, text);
}

/* The year's sums, and what is open. */
static void
show_sums (SheafMemberCard *card,
           const SheafCard *reading)
{
  int                  number = sheaf_date_year (reading->on);
  const SheafCardYear *year = sheaf_card_year (reading, number);
  g_autofree char     *delivered = g_strdup_printf (_ ("Delivered in %d"), number);
  g_autofree char     *bought = g_strdup_printf (_ ("Bought in %d"), number);
  g_autofree char     *pay = g_strdup_printf (_ ("Pay in %d"), number);
  SheafMoney           owes, owed;

  sheaf_card_debts (reading, &owes, &owed);
  if (year != NULL)
    {
      add_sum (card, delivered, year->deliveries);
      add_sum (card, bought, year->supplies);
      add_sum (card, pay, year->pay);
    }
  add_sum (card, _ ("Owes the co-op"), owes);
  add_sum (card, _ ("The co-op owes"), owed);
  add_sum (card, _ ("Income left in as capital, not taxed yet"), reading->untaxed);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SheafMemberCard) card = user_data;
  g_autoptr (SheafCard) reading = sheaf_page_take (SHEAF_PAGE (source), result);

  if (reading != NULL && reading->party_id == card->asked.party_id &&
      sheaf_date_cmp (reading->on, card->asked.day) == 0)
    {
      g_autofree char *birth = sheaf_format_date (reading->member->birth);

      show_sums (card, reading);
      add_fact (card, _ ("Identity number"), reading->member->id_number);
      add_fact (card, _ ("Born"), birth);
      add_fact (card, _ ("Hamlet"), reading->member->hamlet);
      add_fact (card, _ ("Address"), reading->member->address);
      add_fact (card, _ ("Telephone"), reading->member->phone);
      add_fact (card, _ ("Bank account"), reading->member->bank_account);
      show_events (card, reading);
    }
}

static void
whole_read_cb (GObject           *source,
               GAsyncResult      *result,
               gpointer user_data G_GNUC_UNUSED)
{
  SheafReportAnswer *answer = sheaf_page_take (SHEAF_PAGE (source), result);

  if (answer == NULL)
    return;
  sheaf_report_window_show (SHEAF_PAGE (source), g_steal_pointer (&answer->collected));
  sheaf_report_answer_free (answer);
}

/* Everything, as the paper has it. */
static void
whole_cb (SheafMemberCard *card)
{
  SheafReportQuestion question = { .from = SHEAF_DATE_NONE,
                                   .to = card->asked.day,
                                   .party = card->code };

  if (card->page == NULL || card->code == NULL)
    return;
  sheaf_page_read (card->page, sheaf_report_read_job,
                   sheaf_report_wish_new ("member-card", &question),
                   (GDestroyNotify) sheaf_report_wish_free,
                   (GDestroyNotify) sheaf_report_answer_free, whole_read_cb);
}

static void
sheaf_member_card_finalize (GObject *object)
{
  g_free (SHEAF_MEMBER_CARD (object)->code);
  G_OBJECT_CLASS (sheaf_member_card_parent_class)->finalize (object);
}

static void
sheaf_member_card_class_init (SheafMemberCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sheaf_member_card_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/members/member-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafMemberCard, name);
  gtk_widget_class_bind_template_child (widget_class, SheafMemberCard, kind);
  gtk_widget_class_bind_template_child (widget_class, SheafMemberCard, facts);
  gtk_widget_class_bind_template_child (widget_class, SheafMemberCard, statement_button);
  gtk_widget_class_bind_template_child (widget_class, SheafMemberCard, events);
  gtk_widget_class_bind_template_callback (widget_class, whole_cb);
}

static void
sheaf_member_card_init (SheafMemberCard *card)
{
  gtk_widget_init_template (GTK_WIDGET (card));
}

void
sheaf_member_card_show (SheafMemberCard        *card,
                        SheafPage              *page,
                        const SheafRegisterRow *row,
                        SheafDate               day)
{
  Asked *asked = g_new0 (Asked, 1);

  g_return_if_fail (SHEAF_IS_MEMBER_CARD (card));

  asked->party_id = row->party_id;
  asked->day = day;
  card->page = page;
  card->asked = *asked;
  g_free (card->code);
  card->code = g_strdup (row->code);
  show_row (card, row);
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (page)), read_job, asked, g_free,
                   (GDestroyNotify) sheaf_card_free, page, NULL, read_cb, g_object_ref (card));
}
