/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card is the report "member-card", so that it says what its paper says. */
#include "app/members/member-card.h"

#include "app/documents/paper-dialog.h"
#include "app/members/member-card-part.h"
#include "app/members/member-words.h"
#include "app/statements/report-window.h"
#include "base/i18n.h"

struct _SheafMemberCard
{
  AdwBin             parent_instance;
  SheafReportAnswer *answer; /* shown; NULL: none yet */
  GCancellable      *asking;
  char              *code;    /* whose card is shown, or being read */
  GHashTable        *toggled; /* names of parts that the person opened or shut */

  GtkLabel          *name;
  GtkLabel          *kind;
  GtkWidget         *statement_button;
  GtkScrolledWindow *scroller;
  GtkBox            *parts;
};

G_DEFINE_FINAL_TYPE (SheafMemberCard, sheaf_member_card, ADW_TYPE_BIN)

static SheafReportWish *
make_wish (const char *code,
           SheafDate   day)
{
  const SheafReportQuestion question = { .year = sheaf_date_year (day),
                                         .from = SHEAF_DATE_NONE,
                                         .to = day,
                                         .party = code };

  return sheaf_report_wish_new ("member-card", &question);
}

/* The parts point into the answer: they go first. */
static void
drop_answer (SheafMemberCard *card)
{
  GtkWidget *child;

  while (card->parts != NULL &&
         (child = gtk_widget_get_first_child (GTK_WIDGET (card->parts))) != NULL)
    gtk_box_remove (card->parts, child);
  g_clear_pointer (&card->answer, sheaf_report_answer_free);
}

static void
toggled_cb (GtkExpander     *expander,
            GParamSpec      *property,
            SheafMemberCard *card)
{
  const char *name = g_object_get_data (G_OBJECT (expander), "sheaf-part");

  (void) property;
  if (!g_hash_table_remove (card->toggled, name))
    g_hash_table_add (card->toggled, g_strdup (name));
}

static void
add_part (SheafMemberCard             *card,
          const SheafCollectedSection *section)
{
  const char *name = section->section->name;
  gboolean    open = sheaf_member_card_part_opens (section) !=
                  g_hash_table_contains (card->toggled, name);
  GtkWidget   *part = sheaf_member_card_part_new (section, open);
  GtkExpander *expander = sheaf_member_card_part_get_expander (part);

  if (expander != NULL)
    g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (toggled_cb), card, 0);
  g_object_set_data_full (G_OBJECT (part), "sheaf-part", g_strdup (name), g_free);
  gtk_box_append (card->parts, part);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SheafMemberCard) card = user_data;
  SheafReportAnswer *answer = sheaf_page_take (SHEAF_PAGE (source), result);

  if (answer == NULL)
    return;
  if (card->parts == NULL || g_strcmp0 (answer->wish->question.party, card->code) != 0)
    {
      sheaf_report_answer_free (answer);
      return;
    }
  drop_answer (card);
  card->answer = answer;
  for (guint i = 0; i < answer->collected->sections->len; i++)
    add_part (card, answer->collected->sections->pdata[i]);
}

static void
show_row (SheafMemberCard        *card,
          const SheafRegisterRow *row)
{
  g_autofree char *name = g_strdup_printf ("%s  %s", row->code, row->name);
  SheafMemberKind  kind = row->state.kind != SHEAF_MEMBER_NONE ? row->state.kind
                                                               : row->state.last_kind;

  gtk_label_set_text (card->name, name);
  gtk_label_set_text (card->kind, sheaf_member_words_kind (kind));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (card->statement_button), "(ss)", "papers",
                                    row->code);
}

static void
whole_read_cb (GObject           *source,
               GAsyncResult      *result,
               gpointer user_data G_GNUC_UNUSED)
{
  SheafReportAnswer *answer = sheaf_page_take (SHEAF_PAGE (source), result);

  if (answer == NULL)
    return;
  sheaf_report_window_show (SHEAF_PAGE (source), g_steal_pointer (&answer->collected),
                            answer->wish, answer->wish->question.party);
  sheaf_report_answer_free (answer);
}

static void
sheaf_member_card_dispose (GObject *object)
{
  SheafMemberCard *card = SHEAF_MEMBER_CARD (object);

  if (card->asking != NULL)
    g_cancellable_cancel (card->asking);
  g_clear_object (&card->asking);
  drop_answer (card);
  card->parts = NULL;
  G_OBJECT_CLASS (sheaf_member_card_parent_class)->dispose (object);
}

static void
sheaf_member_card_finalize (GObject *object)
{
  SheafMemberCard *card = SHEAF_MEMBER_CARD (object);

  g_free (card->code);
  g_hash_table_unref (card->toggled);
  G_OBJECT_CLASS (sheaf_member_card_parent_class)->finalize (object);
}

static void
sheaf_member_card_class_init (SheafMemberCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_member_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = sheaf_member_card_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/members/member-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafMemberCard, name);
  gtk_widget_class_bind_template_child (widget_class, SheafMemberCard, kind);
  gtk_widget_class_bind_template_child (widget_class, SheafMemberCard, statement_button);
  gtk_widget_class_bind_template_child (widget_class, SheafMemberCard, scroller);
  gtk_widget_class_bind_template_child (widget_class, SheafMemberCard, parts);
}

static void
sheaf_member_card_init (SheafMemberCard *card)
{
  gtk_widget_init_template (GTK_WIDGET (card));
  card->toggled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
sheaf_member_card_show (SheafMemberCard        *card,
                        SheafPage              *page,
                        const SheafRegisterRow *row,
                        SheafDate               day)
{
  g_return_if_fail (SHEAF_IS_MEMBER_CARD (card));

  if (g_strcmp0 (card->code, row->code) != 0)
    {
      drop_answer (card); /* another's figures under this name would be wrong for a moment */
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (card->scroller), 0);
    }
  g_free (card->code);
  card->code = g_strdup (row->code);
  show_row (card, row);
  if (card->asking != NULL)
    g_cancellable_cancel (card->asking);
  g_clear_object (&card->asking);
  card->asking = g_cancellable_new ();
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (page)), sheaf_report_read_job,
                   make_wish (row->code, day), (GDestroyNotify) sheaf_report_wish_free,
                   (GDestroyNotify) sheaf_report_answer_free, page, card->asking, read_cb,
                   g_object_ref (card));
}

void
sheaf_member_card_open (SheafPage  *page,
                        const char *code,
                        SheafDate   day)
{
  sheaf_page_read (page, sheaf_report_read_job, make_wish (code, day),
                   (GDestroyNotify) sheaf_report_wish_free,
                   (GDestroyNotify) sheaf_report_answer_free, whole_read_cb);
}

void
sheaf_member_card_print (SheafPage  *page,
                         const char *code,
                         SheafDate   day)
{
  SheafReportWish *wish = make_wish (code, day);
  g_autofree char *title = g_strdup_printf (_ ("Card of %s"), code);

  gtk_window_present (GTK_WINDOW (sheaf_paper_dialog_new_for_report (page, wish, title)));
  sheaf_report_wish_free (wish);
}
