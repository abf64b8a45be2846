/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All bars of a list share one scale, so that they can be compared. */
#include "app/capital/ownership-view.h"

#include "app/format.h"
#include "app/members/member-words.h"
#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/widgets/column-choice.h"
#include "app/widgets/columns.h"
#include "app/widgets/problem-list.h"
#include "app/widgets/share-bar.h"
#include "base/i18n.h"

#define BAR_PX 170
/* Millionths in a hundredth of a percent. */
#define MILLIONTHS 100

struct _SheafOwnershipView
{
  AdwBin              parent_instance;
  GtkSingleSelection *selection;
  gint64              scale; /* of the bars, in millionths */

  GtkWidget        *breaches_box;
  SheafProblemList *breaches;
  GtkStack         *stack;
  GtkColumnView    *list;
  GtkLabel         *foot;
};

G_DEFINE_FINAL_TYPE (SheafOwnershipView, sheaf_ownership_view, ADW_TYPE_BIN)

static char *
format_member (gconstpointer record)
{
  const SheafCapitalShare *share = record;

  return share->party_id == 0 ? g_strdup (share->name)
                              : g_strdup_printf ("%s  %s", share->code, share->name);
}

static char *
format_kind (gconstpointer record)
{
  const SheafCapitalShare *share = record;
  const char              *kind = sheaf_member_words_kind (share->kind);

  if (share->party_id == 0)
    return g_strdup ("");
  if (share->kind == SHEAF_MEMBER_NONE)
    return g_strdup (_ ("left"));
  return share->foreign ? g_strdup_printf (_ ("%s, foreign"), kind) : g_strdup (kind);
}

static char *
format_committed (gconstpointer record)
{
  return sheaf_format_money (((const SheafCapitalShare *) record)->balance.committed);
}

static char *
format_paid (gconstpointer record)
{
  return sheaf_format_money (((const SheafCapitalShare *) record)->balance.paid);
}

static char *
format_percent (gconstpointer record)
{
  return sheaf_format_percent (((const SheafCapitalShare *) record)->percent);
}

static char *
format_limit (gconstpointer record)
{
  const SheafCapitalShare *share = record;

  return share->limited ? sheaf_format_percent (share->limit.millionths / MILLIONTHS)
                        : g_strdup ("–");
}

static char *
format_excess (gconstpointer record)
{
  const SheafCapitalShare *share = record;

  return share->excess.units > 0 ? sheaf_format_money (share->excess) : g_strdup ("–");
}

static const char *
style_row (gconstpointer record)
{
  return ((const SheafCapitalShare *) record)->party_id == 0 ? "group-row" : NULL;
}

static const SheafColumn before_bar[] = {
  { N_ ("Member, name"), SHEAF_COLUMN_TEXT, -200, format_member },
  { N_ ("Kind"), SHEAF_COLUMN_TEXT, -120, format_kind },
};

static const SheafColumn after_bar[] = {
  { N_ ("% of charter"), SHEAF_COLUMN_FIGURE, 110, format_percent },
  { N_ ("At most %"), SHEAF_COLUMN_FIGURE, 84, format_limit },
  { N_ ("Promised (₫)"), SHEAF_COLUMN_FIGURE, 124, format_committed },
  { N_ ("Paid in (₫)"), SHEAF_COLUMN_FIGURE, 116, format_paid },
  { N_ ("Too much (₫)"), SHEAF_COLUMN_FIGURE, 132, format_excess },
};

static const SheafColumnChoice choices[] = {
  { "member", 0 },
  { "kind", 6 },
  { "share", 1 },
  { "percent", 0 },
  { "limit", 3 },
  { "promised", 4 },
  { "paid", 5 },
  { "excess", 2 },
};

static void
setup_bar_cb (GtkListItemFactory *factory,
              GtkListItem        *item)
{
  GtkWidget *bar = sheaf_share_bar_new ();

  (void) factory;
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_list_item_set_child (item, bar);
}

static void
bind_bar_cb (GtkListItemFactory *factory,
             GtkListItem        *item,
             SheafOwnershipView *view)
{
  const SheafCapitalShare *share = sheaf_list_row_get_record (gtk_list_item_get_item (item));
  gint64                   part = share->percent * MILLIONTHS;
  gint64                   committed = MAX (share->balance.committed.units, 1);
  double                   paid_part = (double) share->balance.paid.units / (double) committed;

  (void) factory;
  sheaf_share_bar_show (SHEAF_SHARE_BAR (gtk_list_item_get_child (item)), part,
                        (gint64) ((double) part * paid_part),
                        share->limited ? share->limit.millionths : 0, view->scale);
}

static void
add_bar_column (SheafOwnershipView *view)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_ ("Share and limit"),
                                                                       factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_bar_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_bar_cb), view);
  sheaf_columns_set_width (column, BAR_PX);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (view->list, column);
}

static void
find_scale (SheafOwnershipView          *view,
            const SheafCapitalOwnership *ownership)
{
  view->scale = 1;
  for (guint i = 0; i < ownership->shares->len; i++)
    {
      const SheafCapitalShare *share = g_ptr_array_index (ownership->shares, i);

      view->scale = MAX (view->scale, share->percent * MILLIONTHS);
      if (share->limited)
        view->scale = MAX (view->scale, share->limit.millionths);
    }
  view->scale += view->scale / 20;
}

void
sheaf_ownership_view_show (SheafOwnershipView      *view,
                           const SheafCapitalTable *table)
{
  g_autoptr (SheafRecordList) list = NULL;
  g_autofree char *charter = NULL;
  g_autofree char *foot = NULL;

  g_return_if_fail (SHEAF_IS_OWNERSHIP_VIEW (view));

  gtk_single_selection_set_model (view->selection, NULL);
  if (table == NULL)
    return;
  find_scale (view, table->ownership);
  list = sheaf_record_list_new (g_ptr_array_ref (table->ownership->shares));
  gtk_single_selection_set_model (view->selection, G_LIST_MODEL (list));
  /* Those taken together are always there. */
  gtk_stack_set_visible_child_name (view->stack,
                                    table->ownership->charter.units > 0 ? "list" : "empty");
  sheaf_problem_list_show (view->breaches, table->breaches);
  gtk_widget_set_visible (view->breaches_box, table->breaches->items->len > 0);
  charter = sheaf_format_money_unit (table->ownership->charter);
  foot = g_strdup_printf (_ ("Charter capital %s: all that members promised"), charter);
  gtk_label_set_text (view->foot, foot);
}

gint64
sheaf_ownership_view_get_member (SheafOwnershipView *view)
{
  SheafListRow *row = gtk_single_selection_get_selected_item (view->selection);

  return row != NULL ? ((const SheafCapitalShare *) sheaf_list_row_get_record (row))->party_id : 0;
}

static void
sheaf_ownership_view_dispose (GObject *object)
{
  SheafOwnershipView *view = SHEAF_OWNERSHIP_VIEW (object);

  if (view->list != NULL)
    gtk_single_selection_set_model (view->selection, NULL);
  view->list = NULL;
  G_OBJECT_CLASS (sheaf_ownership_view_parent_class)->dispose (object);
}

static void
sheaf_ownership_view_class_init (SheafOwnershipViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_ownership_view_dispose;
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/capital/ownership-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafOwnershipView, breaches_box);
  gtk_widget_class_bind_template_child (widget_class, SheafOwnershipView, breaches);
  gtk_widget_class_bind_template_child (widget_class, SheafOwnershipView, stack);
  gtk_widget_class_bind_template_child (widget_class, SheafOwnershipView, list);
  gtk_widget_class_bind_template_child (widget_class, SheafOwnershipView, foot);
}

static void
sheaf_ownership_view_init (SheafOwnershipView *view)
{
  gtk_widget_init_template (GTK_WIDGET (view));
  view->scale = 1;
  view->selection = gtk_single_selection_new (NULL);
  gtk_column_view_set_model (view->list, GTK_SELECTION_MODEL (view->selection));
  g_object_unref (view->selection);
  sheaf_columns_add (view->list, before_bar, G_N_ELEMENTS (before_bar));
  add_bar_column (view);
  sheaf_columns_add (view->list, after_bar, G_N_ELEMENTS (after_bar));
  sheaf_columns_set_row_style (view->list, style_row);
  sheaf_column_choice_add (view->list, choices, G_N_ELEMENTS (choices), NULL, NULL);
}
